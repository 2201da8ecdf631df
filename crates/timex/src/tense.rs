//! Tells from the words around an expression whether they speak of the past or the future. Chooses
//! no date.
//!
//! The verb of the clause decides: the nearest sign before the expression in its sentence, and where
//! there is none the first after it. A word that only can point forward ("by", "planned") gives way
//! to a past verb: "by Monday the toll had risen" is past.

use crate::choose::Tense;
use crate::extract::Found;
use crate::lexicon::Class;
use crate::pattern::Reader;
use crate::token::{Gap, Kind, Token};

/// How many tokens before and after the expression are looked at.
const REACH: usize = 40;

/// The values of [`Class::Tense`].
const PERFECT: i32 = -2;
const PAST: i32 = -1;
const SINCE: i32 = -3;
const FUTURE: i32 = 1;
const SCHEDULE: i32 = 2;
const AT_ONCE: i32 = 3;
const INFINITIVE: i32 = 4;
const NONE: i32 = 5;
const IN_THE_PAST: i32 = 6;
const LASTING: i32 = -4;
const PUT_OFF: i32 = -5;

/// A word or phrase that speaks of the past or the future.
#[derive(Clone, Copy)]
struct Sign {
    at: usize,
    /// The token after it.
    end: usize,
    value: i32,
}

/// The tense of the words around an expression.
pub(crate) fn tense(reader: &Reader<'_>, text: &str, found: &Found) -> Tense {
    let (first, end) = (found.first, found.end);
    let follows = |sign: &Sign, other: Option<&Sign>, value: i32| {
        other.is_some_and(|other| other.end == sign.at && other.value == value)
    };
    let sentence = Sentence { reader, text, first, end };
    let before = sentence.before();
    let after = || sentence.after().map_or(Tense::Unknown, side);
    for (index, sign) in before.iter().enumerate() {
        let earlier = &before[index + 1..];
        match sign.value {
            NONE | INFINITIVE => {}
            SINCE if sign.end == first => return Tense::Since,
            AT_ONCE if sign.end < first => {}
            AT_ONCE => {
                // "Is suspended" is present.
                let present = |at: usize| follows(&earlier[at], earlier.get(at + 1), AT_ONCE);
                let mut verbs = (0..earlier.len())
                    .filter(|at| earlier[*at].value != NONE && !present(*at))
                    .map(|at| earlier[at].value);
                // "It had burned down by Monday", "stayed closed until Monday".
                let done = |value: i32| [PAST, PERFECT].contains(&value);
                if verbs.clone().find(|value| !done(*value)) == Some(LASTING) {
                    return Tense::Past;
                }
                // "By Monday, the toll had risen": no verb stands before, a past one follows.
                let verb = verbs.clone().any(|value| value != INFINITIVE);
                let told = verbs.any(|value| value < 0 || value == IN_THE_PAST);
                return match after() {
                    Tense::Past if !verb => Tense::Past,
                    _ if told => Tense::FutureInPast,
                    _ => Tense::Future,
                };
            }
            SCHEDULE => {
                // "Had been due to expire Friday" is past; "is due", "has been scheduled" future.
                let near = earlier.iter().take_while(|other| other.at + 4 > sign.at);
                if near.clone().any(|other| other.value == LASTING) {
                    return Tense::Past;
                }
                if near.clone().any(|other| other.value == PAST) {
                    return Tense::FutureInPast;
                }
                // The verb follows. "The planned launch on Wednesday was scrubbed" is past; "games
                // planned for Friday were called off" may be either.
                let free = !near.clone().any(|other| other.value == PERFECT);
                let past = |value: Option<i32>| free && value.is_some_and(|value| value < 0);
                match sentence.kind(sign.end) {
                    Next::Noun if past(sentence.after()) => return Tense::Past,
                    Next::Other if past(sentence.after_in_clause()) => return Tense::FutureInPast,
                    _ => {}
                }
                return Tense::Future;
            }
            // "To hit" and "will hit" are no past, "to be held" is to come.
            PAST if follows(sign, earlier.first(), INFINITIVE) => {
                if follows(&earlier[0], earlier.get(1), INFINITIVE) {
                    return Tense::Future;
                }
            }
            PAST if follows(sign, earlier.first(), FUTURE) => return Tense::Future,
            // "They postponed the vote to June 2".
            PUT_OFF if before[0].end == first && before[0].value == INFINITIVE => {
                return Tense::FutureInPast;
            }
            value => return side(value),
        }
    }
    after()
}

/// How many sentences begin after token `from` and up to token `to`; the first of a paragraph counts
/// twice.
pub(crate) fn sentences(reader: &Reader<'_>, text: &str, from: usize, to: usize) -> u32 {
    let sentence = Sentence { reader, text, first: from, end: to };
    let weight = |at: usize| match reader.tokens[at].gap {
        Gap::Paragraph => 2,
        Gap::Space if sentence.opens(at) => 1,
        _ => 0,
    };
    (from + 1..=to).map(weight).sum()
}

/// Whether the day stands in the clause of the time before it: one verb serves both.
pub(crate) fn one_clause(reader: &Reader<'_>, text: &str, time: &Found, day: &Found) -> bool {
    let sentence = Sentence { reader, text, first: day.first, end: day.end };
    let verbs = sentence.before();
    let between = verbs.iter().filter(|sign| sign.at >= time.end).count();
    sentences(reader, text, time.first, day.first) == 0 && (between == 0 || between == verbs.len())
}

fn side(value: i32) -> Tense {
    match value {
        IN_THE_PAST => Tense::FutureInPast,
        value if value < 0 => Tense::Past,
        _ => Tense::Future,
    }
}

/// Whether a sentence begins with the expression, or with one word and the expression.
pub(crate) fn opens(reader: &Reader<'_>, text: &str, found: &Found) -> bool {
    let sentence = Sentence { reader, text, first: found.first, end: found.end };
    let near = found.first.saturating_sub(1)..=found.first;
    near.rev().any(|at| sentence.opens(at))
}

/// Whether the expression stands beside what is told: in brackets, in a clause that says who or which,
/// behind a source or a participle, "a house built in 1901".
pub(crate) fn aside(reader: &Reader<'_>, text: &str, found: &Found) -> bool {
    let sentence = Sentence { reader, text, first: found.first, end: found.end };
    let (mut depth, mut comma) = (0, false);
    for at in (found.first.saturating_sub(REACH)..found.first).rev() {
        let token = &reader.tokens[at];
        match u8::try_from(token.value).ok().filter(|_| token.kind == Kind::Mark) {
            Some(b'(' | b'[') if depth == 0 => return true,
            Some(b'(' | b'[') => depth -= 1,
            Some(b')' | b']') => depth += 1,
            Some(b',') => comma = true,
            _ => {}
        }
        if depth == 0 && !comma {
            match reader.class(Class::Aside, at) {
                Some((end, 0)) => {
                    // "Who shot the mayor died in 1990" is told of the main clause.
                    let own = at > 0 && reader.mark(at - 1, b',');
                    let verbs = sentence.before();
                    let mut verbs = verbs.iter().filter(|verb| verb.at >= end);
                    let (last, first) = (verbs.next(), verbs.next_back());
                    let apart = |(last, first): (&Sign, &Sign)| first.end < last.at;
                    return own || !last.zip(first).is_some_and(apart);
                }
                // "Was born" is told itself.
                Some((end, _)) if end + 1 >= found.first => {
                    let told = at.checked_sub(1).and_then(|at| sentence.sign(at));
                    if told.is_none() {
                        return true;
                    }
                }
                _ => {}
            }
        }
        if sentence.opens(at) {
            break;
        }
    }
    false
}

/// Whether the expression is told of with "had", from a later time.
pub(crate) fn is_earlier(reader: &Reader<'_>, text: &str, found: &Found) -> bool {
    let sentence = Sentence { reader, text, first: found.first, end: found.end };
    let signs = sentence.before();
    // "Had been arrested" is one verb.
    let mut from = signs.first().map_or(0, |sign| sign.at);
    let verb = signs.iter().take_while(|sign| {
        let near = sign.end >= from;
        from = sign.at;
        near
    });
    let had = verb.map(|sign| sign.value).any(|value| value == LASTING);
    had || signs.is_empty() && sentence.after() == Some(LASTING)
}

/// The sentence around an expression.
struct Sentence<'a> {
    reader: &'a Reader<'a>,
    text: &'a str,
    first: usize,
    end: usize,
}

impl Sentence<'_> {
    fn sign(&self, at: usize) -> Option<Sign> {
        let token = &self.reader.tokens[at];
        if token.kind != Kind::Word {
            return None;
        }
        // A name is no verb: "Will Smith", "May".
        if token.capital && token.gap == Gap::Space && !self.opens(at) {
            return None;
        }
        if let Some((end, value)) = self.reader.class(Class::Tense, at) {
            return Some(Sign { at, end, value });
        }
        let value = self.reader.lexicon.tense_by_ending(self.words(token))?;
        Some(Sign { at, end: at + 1, value })
    }

    /// The signs before the expression, the nearest first.
    fn before(&self) -> Vec<Sign> {
        let mut start = self.first;
        while start > 0 && self.first - start < REACH && !self.opens(start) {
            start -= 1;
        }
        let mut signs = Vec::new();
        let mut at = start;
        while at < self.first {
            match self.sign(at).filter(|sign| sign.end <= self.first) {
                Some(sign) => {
                    at = sign.end;
                    signs.push(sign);
                }
                None => at += 1,
            }
        }
        signs.reverse();
        signs
    }

    /// The value of the first sign after the expression that tells of its verb.
    fn after(&self) -> Option<i32> {
        self.follows(false)
    }

    /// As [`Sentence::after`], up to the next comma.
    fn after_in_clause(&self) -> Option<i32> {
        self.follows(true)
    }

    fn follows(&self, clause: bool) -> Option<i32> {
        let tokens = self.reader.tokens;
        let mut at = self.end;
        while let Some(token) = tokens.get(at).filter(|_| at < self.end + REACH) {
            if token.gap == Gap::Paragraph
                || stop(token)
                || clause && token.kind == Kind::Mark && token.value == u32::from(b',')
            {
                return None;
            }
            match self.sign(at) {
                Some(sign) if [NONE, AT_ONCE, INFINITIVE].contains(&sign.value) => at = sign.end,
                Some(sign) => return Some(sign.value),
                None => at += 1,
            }
        }
        None
    }

    /// Whether a sentence begins with the token: a stop stands before it, and no more than closing
    /// marks between.
    fn opens(&self, at: usize) -> bool {
        let tokens = self.reader.tokens;
        let token = &tokens[at];
        if at == 0 || token.gap == Gap::Paragraph {
            return true;
        }
        if token.gap != Gap::Space {
            // What stands after an opening quotation mark begins as that does.
            let mark = &tokens[at - 1];
            return mark.kind == Kind::Mark && self.opening(mark) && self.opens(at - 1);
        }
        let word = tokens[at..].iter().find(|next| next.kind != Kind::Mark || !self.opening(next));
        if !word.is_some_and(|word| word.capital) {
            return false;
        }
        let mut before = tokens[..at].iter().rev();
        before.find(|mark| mark.kind != Kind::Mark || !self.closing(mark)).is_some_and(stop)
    }

    fn words(&self, token: &Token) -> &str {
        self.text.get(token.start as usize..token.end as usize).unwrap_or_default()
    }

    fn opening(&self, token: &Token) -> bool {
        ["\"", "“", "‘", "'", "(", "[", "«"].contains(&self.words(token))
    }

    fn closing(&self, token: &Token) -> bool {
        ["\"", "”", "’", "'", ")", "]", "»"].contains(&self.words(token))
    }

    /// What follows a participle: nouns are words of no sense here.
    fn kind(&self, at: usize) -> Next {
        if self.sign(at).is_some_and(|sign| sign.value == INFINITIVE) {
            return Next::Infinitive;
        }
        let token = self.reader.tokens.get(at).filter(|_| at < self.first);
        let noun = token.is_some_and(|token| token.kind == Kind::Word && token.value == 0);
        if noun { Next::Noun } else { Next::Other }
    }
}

/// What follows the participle of something planned.
enum Next {
    Noun,
    Infinitive,
    Other,
}

fn stop(token: &Token) -> bool {
    token.kind == Kind::Mark && [b'.', b';', b'!', b'?'].map(u32::from).contains(&token.value)
}
