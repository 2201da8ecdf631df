//! Finds expressions in tokens by the rules of a language: leftmost, longest, none overlapping.

use std::sync::OnceLock;

use crate::choose::Tense;
use crate::combine::combine;
use crate::index::Index;
use crate::lexicon::{Class, Lexicon, Line};
use crate::normalise::normalise;
use crate::pattern::{Pattern, Reader};
use crate::rule::{Make, Rule};
use crate::symbol::Symbol;
use crate::token::{Gap, Kind, Token, tokenise};
use crate::types::Modifier;

/// The words and rules of a language, ready to run.
#[derive(Debug)]
pub(crate) struct Grammar {
    pub(crate) lexicon: Lexicon,
    rules: &'static [Rule],
    pub(crate) patterns: Vec<Pattern>,
    pub(crate) index: Index,
}

/// A language: what a folder in `lang/` gives.
pub(crate) struct Source {
    pub(crate) lexicon: &'static [Line],
    pub(crate) rules: &'static [Rule],
    pub(crate) grammar: OnceLock<Grammar>,
}

impl Source {
    /// Nothing is compiled before the language is first used.
    pub(crate) const fn new(lexicon: &'static [Line], rules: &'static [Rule]) -> Self {
        Self { lexicon, rules, grammar: OnceLock::new() }
    }

    pub(crate) fn grammar(&self) -> &Grammar {
        self.grammar.get_or_init(|| Grammar::new(self.lexicon, self.rules))
    }
}

/// An expression found, not yet resolved.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Found {
    /// The first token.
    pub(crate) first: usize,
    /// The token after the last.
    pub(crate) end: usize,
    pub(crate) symbol: Symbol,
    pub(crate) modifier: Option<Modifier>,
    pub(crate) rule: &'static str,
    /// In a range, the token after the first end and the first token of the second.
    pub(crate) split: Option<(usize, usize)>,
}

impl Grammar {
    fn new(lines: &[Line], rules: &'static [Rule]) -> Self {
        let mut lexicon = Lexicon::new(lines);
        let patterns =
            rules.iter().map(|rule| Pattern::new(rule.pattern, &mut lexicon)).collect::<Vec<_>>();
        let index = Index::new(&patterns, &lexicon);
        Self { lexicon, rules, patterns, index }
    }

    /// The tokens of `text` and the expressions in them.
    pub(crate) fn extract(&self, text: &str) -> (Vec<Token>, Vec<Found>) {
        let tokens = tokenise(text, &self.lexicon);
        let reader = Reader { tokens: &tokens, lexicon: &self.lexicon };
        let mut found = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            let mut best: Option<Found> = None;
            let mut longest = 0;
            for index in self.index.rules(&reader, at) {
                let Some((end, parts)) = self.patterns[index].matches(&reader, at) else {
                    continue;
                };
                let rule = &self.rules[index];
                // What only looks like a date wins against a date of the same words.
                if end < longest || end == longest && rule.make != Make::Nothing {
                    continue;
                }
                if rule.make == Make::Nothing {
                    (longest, best) = (end, None);
                } else if let Some((symbol, modifier)) = normalise(rule.make, &parts) {
                    longest = end;
                    best = Some(Found {
                        first: at,
                        end,
                        symbol,
                        modifier,
                        rule: rule.name,
                        split: parts.split,
                    });
                }
            }
            found.extend(best);
            at = longest.max(at + 1);
        }
        let found = combine(&reader, found);
        (tokens, found)
    }

    /// Whether the clause around an expression speaks of the past or the future: the nearest sign
    /// before it in its sentence, then the nearest after it.
    pub(crate) fn tense(&self, text: &str, tokens: &[Token], found: &Found) -> Tense {
        let sign = |token: &Token| {
            if token.kind != Kind::Word {
                return None;
            }
            if let Some(value) = self.lexicon.value(token.value, Class::Tense) {
                return Some(value);
            }
            self.lexicon.tense_by_ending(&text[token.start as usize..token.end as usize])
        };
        let stop = |token: &Token| {
            token.kind == Kind::Mark
                && [b'.', b';', b'!', b'?'].map(u32::from).contains(&token.value)
        };
        let follows = || {
            let after = tokens[found.end..].iter().take(40);
            let mut clause = after.take_while(|token| token.gap < Gap::Paragraph && !stop(token));
            let value = clause.find_map(|token| sign(token).filter(|value| *value < 3))?;
            Some(if value < 0 { Tense::Past } else { Tense::Future })
        };
        let mut at = found.first;
        while at > 0 && tokens[at].gap < Gap::Paragraph && found.first - at < 40 {
            at -= 1;
            if stop(&tokens[at]) && tokens[at + 1].gap == Gap::Space && tokens[at + 1].capital {
                break;
            }
            match sign(&tokens[at]) {
                Some(2) => {
                    // "Had been due to expire Friday" is past; "is due", "has been scheduled" future.
                    let near = tokens[..at].iter().rev().take(3);
                    let past = near.filter_map(sign).any(|value| value == -1);
                    // "The planned launch on Wednesday was scrubbed": it qualifies a noun, and the verb follows.
                    let noun = at + 1 < found.first
                        && tokens[at + 1].kind == Kind::Word
                        && tokens[at + 1].value == 0;
                    let past = past || noun && follows() == Some(Tense::Past);
                    return if past { Tense::Past } else { Tense::Future };
                }
                Some(3) if at + 1 < found.first => {}
                // "By Sunday, the senate had voted": the verb follows.
                Some(3)
                    if (at == 0 || stop(&tokens[at - 1]) || tokens[at].gap == Gap::Paragraph)
                        && follows() == Some(Tense::Past) =>
                {
                    return Tense::Past;
                }
                Some(4) => {}
                // "To hit", "will hit" are no past.
                Some(-1) if at > 0 && sign(&tokens[at - 1]) == Some(4) => {}
                Some(-1) if at > 0 && sign(&tokens[at - 1]) == Some(1) => return Tense::Future,
                Some(-3) if at + 1 == found.first => return Tense::Since,
                Some(value) => return if value < 0 { Tense::Past } else { Tense::Future },
                None => {}
            }
        }
        follows().unwrap_or(Tense::Unknown)
    }
}
