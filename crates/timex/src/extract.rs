//! Finds expressions in tokens by the rules of a language: leftmost, longest, none overlapping.

use std::sync::OnceLock;

use crate::combine::combine;
use crate::index::Index;
use crate::lexicon::{Lexicon, Words};
use crate::list::lists;
use crate::normalise::normalise;
use crate::order::order;
use crate::pattern::{Pattern, Reader};
use crate::rule::{Make, Rule, Rules};
use crate::symbol::Symbol;
use crate::token::{Gap, Kind, Token, tokenise};
use crate::types::Modifier;

/// The words and rules of a language, ready to run.
#[derive(Debug)]
pub(crate) struct Grammar {
    pub(crate) lexicon: Lexicon,
    rules: Vec<Rule>,
    pub(crate) patterns: Vec<Pattern>,
    pub(crate) index: Index,
}

/// A language: what a folder in `lang/` gives.
pub(crate) struct Source {
    pub(crate) lexicon: Words,
    pub(crate) rules: Rules,
    pub(crate) grammar: OnceLock<Grammar>,
}

impl Source {
    /// Nothing is compiled before the language is first used.
    pub(crate) const fn new(lexicon: Words, rules: Rules) -> Self {
        Self { lexicon, rules, grammar: OnceLock::new() }
    }

    pub(crate) fn grammar(&self) -> &Grammar {
        self.grammar.get_or_init(|| Grammar::new(&self.lexicon, &self.rules))
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
    /// Whether the words may mean another day as well: "05/06/2022".
    pub(crate) ambiguous: bool,
}

impl Grammar {
    fn new(words: &Words, rules: &Rules) -> Self {
        let mut lexicon = Lexicon::new(words);
        let (rules, patterns): (Vec<_>, Vec<_>) =
            rules.iter().map(|(rule, text)| (rule, Pattern::new(text, &mut lexicon))).unzip();
        let index = Index::new(&patterns, &lexicon);
        Self { lexicon, rules, patterns, index }
    }

    /// The tokens of `text` and the expressions in them.
    pub(crate) fn extract(&self, text: &str) -> (Vec<Token>, Vec<Found>) {
        let tokens = tokenise(text, &self.lexicon);
        let reader = Reader { tokens: &tokens, lexicon: &self.lexicon };
        let mut found = Vec::new();
        let mut at = 0;
        // Within a word nothing is said: "t.co/yoDfR8h6PY".
        let inside = |at: usize| {
            let glued = tokens.get(at).is_some_and(|token| token.gap == Gap::Glued);
            at > 0 && glued && tokens[at - 1].kind != Kind::Mark && tokens[at].kind != Kind::Mark
        };
        while at < tokens.len() {
            if inside(at) {
                at += 1;
                continue;
            }
            let mut best: Option<Found> = None;
            let mut longest = 0;
            for index in self.index.rules(&reader, at) {
                let Some((end, parts)) = self.patterns[index].matches(&reader, at) else {
                    continue;
                };
                let rule = &self.rules[index];
                if rule.make == Make::Row && !begins_row(&tokens, at, end) {
                    continue;
                }
                // What only looks like a date wins against a date of the same words.
                if end < longest || end == longest && rule.make != Make::Nothing || inside(end) {
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
                        ambiguous: false,
                    });
                }
            }
            found.extend(best);
            at = longest.max(at + 1);
        }
        order(&mut found, &tokens);
        let found = lists(&reader, combine(&reader, found));
        (tokens, found)
    }
}

/// Whether a line begins with the numbers from `at` to `end`, each of two digits, and words follow.
fn begins_row(tokens: &[Token], at: usize, end: usize) -> bool {
    let numbers = &tokens[at..end];
    let full = numbers.iter().all(|token| token.kind == Kind::Mark || token.digits == 2);
    let words = tokens.get(end).is_some_and(|next| next.kind == Kind::Word);
    full && words && numbers[0].opens
}
