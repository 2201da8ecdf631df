//! Whether the clause around an expression speaks of the past or the future. Knows no language: the
//! signs and what each says are [`Class::Tense`] of the lexicon.

use crate::choose::Tense;
use crate::extract::Found;
use crate::lexicon::Class;
use crate::pattern::Reader;
use crate::token::{Gap, Kind, Token};

/// How many tokens away a sign may stand.
const REACH: usize = 40;

/// The tense of the clause around `found`: by the nearest sign before it in its sentence, else by the
/// nearest after it.
pub(crate) fn tense(reader: &Reader<'_>, text: &str, found: &Found) -> Tense {
    let clause = Clause { reader, text, found };
    let mut at = found.first;
    while at > 0 && reader.tokens[at].gap < Gap::Paragraph && found.first - at < REACH {
        at -= 1;
        if clause.ends_sentence(at) {
            break;
        }
        if let Some(tense) = clause.sign(at).and_then(|sign| clause.says(sign, at)) {
            return tense;
        }
    }
    clause.follows().unwrap_or(Tense::Unknown)
}

struct Clause<'a> {
    reader: &'a Reader<'a>,
    text: &'a str,
    found: &'a Found,
}

impl Clause<'_> {
    fn sign(&self, at: usize) -> Option<i32> {
        let token = self.reader.tokens.get(at).filter(|token| token.kind == Kind::Word)?;
        if let Some((_, sign)) = self.reader.class(Class::Tense, at) {
            return Some(sign);
        }
        let word = &self.text[token.start as usize..token.end as usize];
        self.reader.lexicon.tense_by_ending(word)
    }

    /// What a sign before the expression says; `None` when another must be looked for.
    fn says(&self, sign: i32, at: usize) -> Option<Tense> {
        let near = at + 1 == self.found.first;
        let before = |back: usize| at.checked_sub(back).and_then(|at| self.sign(at));
        match sign {
            2 => {
                // "Had been due to expire Friday" is past; "is due", "has been scheduled" future.
                let was = (1..=3).any(|back| before(back) == Some(-1));
                // "The planned launch on Wednesday was scrubbed": a noun's, and the verb follows.
                let next = &self.reader.tokens[at + 1];
                let noun = !near && next.kind == Kind::Word && next.value == 0;
                let past = was || noun && self.follows() == Some(Tense::Past);
                Some(if past { Tense::Past } else { Tense::Future })
            }
            // "By Sunday, the senate had voted": the verb follows.
            3 if near && self.begins(at) && self.follows() == Some(Tense::Past) => {
                Some(Tense::Past)
            }
            3 if near => Some(Tense::Future),
            3.. => None,
            // "To hit" and "will hit" are no past, "to be held" is to come.
            -1 if before(1) == Some(4) && before(2) == Some(4) => Some(Tense::Future),
            -1 if before(1) == Some(4) => None,
            -1 if before(1) == Some(1) => Some(Tense::Future),
            -3 if near => Some(Tense::Since),
            ..0 => Some(Tense::Past),
            _ => Some(Tense::Future),
        }
    }

    /// What the nearest sign after the expression says.
    fn follows(&self) -> Option<Tense> {
        let tokens = &self.reader.tokens[self.found.end..];
        let inside = |token: &&Token| token.gap < Gap::Paragraph && !is_stop(token);
        let length = tokens.iter().take(REACH).take_while(inside).count();
        let end = self.found.end + length;
        let (at, sign) = (self.found.end..end)
            .find_map(|at| self.sign(at).filter(|sign| *sign < 3).map(|sign| (at, sign)))?;
        // "May have killed" is past.
        let perfect = sign == 1 && self.sign(at + 1) == Some(-2);
        Some(if sign < 0 || perfect { Tense::Past } else { Tense::Future })
    }

    /// Whether the token is the first of its sentence.
    fn begins(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|at| self.reader.tokens.get(at));
        self.reader.tokens[at].gap == Gap::Paragraph || before.is_none_or(is_stop)
    }

    /// Whether the token is the stop of a sentence that ends before the expression: closing marks may
    /// follow it, then white space, an opening mark, and a capital letter.
    fn ends_sentence(&self, at: usize) -> bool {
        let tokens = &self.reader.tokens[at..=self.found.first];
        let bracket = |token: &&Token| token.kind == Kind::Mark;
        let closing = tokens[1..].iter().take_while(|t| bracket(t) && t.gap == Gap::Glued).count();
        let mut rest = tokens[1 + closing..].iter();
        let Some(mut first) = rest.next().filter(|next| next.gap == Gap::Space) else {
            return false;
        };
        if bracket(&first) {
            let Some(word) = rest.next() else { return false };
            first = word;
        }
        is_stop(&tokens[0]) && first.capital
    }
}

fn is_stop(token: &Token) -> bool {
    token.kind == Kind::Mark && [b'.', b';', b'!', b'?'].map(u32::from).contains(&token.value)
}
