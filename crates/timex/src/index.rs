//! Which rules can match from a token on, told by that token and the next one. Never leaves out a
//! rule that would match; whether one does is the pattern's to say.

use crate::lexicon::{Class, Lexicon};
use crate::number::amount;
use crate::pattern::{CLASSES, Element, Form, Pattern, Reader, Want};
use crate::token::{Gap, Kind, Token};

/// Rules by the token they can begin with.
#[derive(Debug)]
pub(crate) struct Index {
    words: Vec<Vec<Entry>>,
    numbers: Vec<Entry>,
    /// By ASCII mark.
    marks: Vec<Vec<Entry>>,
    sets: Vec<Set>,
}

/// A rule that can begin with a token when one of a set follows.
#[derive(Clone, Copy, Debug)]
struct Entry {
    rule: u16,
    /// An index into the sets; the first holds whatever follows.
    next: u16,
    /// Whether the set is of what follows the whole amount that begins here.
    amount: bool,
}

/// The set of whatever follows, even nothing.
const ANYTHING: u16 = 0;

/// A set of tokens: words by a bit for each number.
#[derive(Clone, Debug)]
struct Set {
    words: Vec<u64>,
    marks: u128,
    number: bool,
}

impl Index {
    /// The rules of `patterns`, whose words are all in `lexicon`.
    pub(crate) fn new(patterns: &[Pattern], lexicon: &Lexicon) -> Self {
        let mut index = Self {
            words: vec![Vec::new(); lexicon.len()],
            numbers: Vec::new(),
            marks: vec![Vec::new(); 128],
            sets: vec![Set::empty(lexicon)],
        };
        let all = 1..u32::try_from(lexicon.len()).unwrap_or(0);
        let mut classes = vec![Vec::new(); 64];
        for class in CLASSES.into_iter().chain(HIDDEN) {
            classes[class as usize] =
                all.clone().filter(|word| lexicon.is(*word, class)).collect::<Vec<_>>();
        }
        let builder = Builder { lexicon, classes };
        for (rule, pattern) in (0_u16..).zip(patterns) {
            let elements = &pattern.elements;
            for (at, element) in elements.iter().enumerate() {
                index.add(rule, elements, at, &builder);
                if !element.optional {
                    break;
                }
            }
        }
        index
    }

    /// Adds a rule by one of the elements that can stand first in it.
    fn add(&mut self, rule: u16, elements: &[Element], at: usize, builder: &Builder<'_>) {
        let alone = elements.iter().enumerate().all(|(other, e)| other == at || e.optional);
        let mut after = Set::empty(builder.lexicon);
        for element in &elements[at + 1..] {
            builder.add_firsts(&element.want, &mut after);
            if !element.optional {
                break;
            }
        }
        let mut keep = |set: Set| {
            if alone {
                return ANYTHING;
            }
            self.sets.push(set);
            u16::try_from(self.sets.len() - 1).unwrap_or(ANYTHING)
        };
        let entry = |next, amount| Entry { rule, next, amount };
        match &elements[at].want {
            Want::Words(words, marks) => {
                let next = keep(after);
                words.iter().for_each(|w| self.words[*w as usize].push(entry(next, false)));
                marks.iter().for_each(|m| self.marks[*m as usize & 127].push(entry(next, false)));
            }
            Want::Mark(mark) => {
                let next = keep(after);
                self.marks[*mark as usize & 127].push(entry(next, false));
            }
            Want::Class(class) => {
                let phrase = keep(builder.within_phrases(*class, &after));
                let next = keep(after);
                for &word in builder.words(*class) {
                    let next = if builder.is_phrase(word, *class) { phrase } else { next };
                    self.words[word as usize].push(entry(next, false));
                }
            }
            Want::Form(Form::N) => {
                let next = keep(after);
                self.numbers.push(entry(next, true));
                for word in builder.either(Class::Cardinal, Class::Vague) {
                    self.words[word as usize].push(entry(next, true));
                }
            }
            Want::Form(form) => {
                for &word in builder.words(Class::Suffix) {
                    after.add_word(word);
                }
                let next = keep(after);
                self.numbers.push(entry(next, false));
                let words = match form {
                    Form::Nth | Form::DayNth => builder.either(Class::Ordinal, Class::Cardinal),
                    Form::AnyHour => builder.words(Class::Cardinal).to_vec(),
                    Form::Year | Form::LateYear => builder.words(Class::YearWord).to_vec(),
                    _ => Vec::new(),
                };
                for word in words {
                    self.words[word as usize].push(entry(ANYTHING, false));
                }
            }
        }
    }

    /// The rules that can match from `at` on, in order.
    pub(crate) fn rules(&self, reader: &Reader<'_>, at: usize) -> impl Iterator<Item = usize> {
        let token = &reader.tokens[at];
        let entries = match token.kind {
            Kind::Word => &self.words[token.value as usize],
            Kind::Number => &self.numbers,
            Kind::Mark => &self.marks[token.value as usize & 127],
        };
        let follows = |at: usize| reader.tokens.get(at).filter(|t| t.gap < Gap::Paragraph);
        let next = follows(at + 1);
        // Many rules begin with an amount, and all of them with the same.
        let mut counted: Option<Option<usize>> = None;
        let mut last = None;
        entries.iter().filter_map(move |entry| {
            if last == Some(entry.rule) {
                return None;
            }
            let possible = if entry.amount {
                let end = *counted.get_or_insert_with(|| amount(reader, at).map(|(end, _)| end));
                end.is_some_and(|end| self.allows(entry, follows(end)))
            } else {
                self.allows(entry, next)
            };
            possible.then(|| {
                last = Some(entry.rule);
                usize::from(entry.rule)
            })
        })
    }

    fn allows(&self, entry: &Entry, next: Option<&Token>) -> bool {
        entry.next == ANYTHING
            || next.is_some_and(|next| self.sets[usize::from(entry.next)].has(next))
    }
}

impl Set {
    fn empty(lexicon: &Lexicon) -> Self {
        Self { words: vec![0; lexicon.len().div_ceil(64)], marks: 0, number: false }
    }

    fn add_word(&mut self, word: u32) {
        self.words[word as usize / 64] |= 1 << (word % 64);
    }

    fn add_mark(&mut self, mark: u32) {
        self.marks |= 1 << (mark & 127);
    }

    fn has(&self, token: &Token) -> bool {
        match token.kind {
            Kind::Word => self.words[token.value as usize / 64] >> (token.value % 64) & 1 == 1,
            Kind::Number => self.number,
            Kind::Mark => self.marks >> (token.value & 127) & 1 == 1,
        }
    }
}

/// Classes that no pattern names and number forms are made of.
const HIDDEN: [Class; 2] = [Class::Suffix, Class::YearWord];

/// What the sets are made from.
struct Builder<'a> {
    lexicon: &'a Lexicon,
    /// The words of each class.
    classes: Vec<Vec<u32>>,
}

impl Builder<'_> {
    fn words(&self, class: Class) -> &[u32] {
        &self.classes[class as usize]
    }

    fn either(&self, first: Class, second: Class) -> Vec<u32> {
        let more = self.words(second).iter().filter(|word| !self.lexicon.is(**word, first));
        self.words(first).iter().chain(more).copied().collect()
    }

    /// Adds everything `want` can begin with.
    fn add_firsts(&self, want: &Want, set: &mut Set) {
        let mut add = |class| self.words(class).iter().for_each(|word| set.add_word(*word));
        match want {
            Want::Class(class) => add(*class),
            Want::Words(words, marks) => {
                words.iter().for_each(|word| set.add_word(*word));
                marks.iter().for_each(|mark| set.add_mark(*mark));
            }
            Want::Mark(mark) => set.add_mark(*mark),
            Want::Form(Form::Capital) => set.words.fill(u64::MAX),
            Want::Form(_) => {
                let counted = [Class::Cardinal, Class::Vague, Class::Ordinal, Class::YearWord];
                counted.into_iter().for_each(add);
                set.number = true;
            }
        }
    }

    /// Whether the word has a sense in the class that takes in what follows.
    fn is_phrase(&self, word: u32, class: Class) -> bool {
        let senses = self.lexicon.senses(word).iter();
        senses.filter(|s| s.class == class).any(|s| !s.rest.is_empty() || s.mark.is_some())
    }

    /// `after` with what can follow the first word of a phrase of the class.
    fn within_phrases(&self, class: Class, after: &Set) -> Set {
        let mut set = after.clone();
        for sense in self.words(class).iter().flat_map(|word| self.lexicon.senses(*word)) {
            if let Some(word) = sense.rest.first().filter(|_| sense.class == class) {
                set.add_word(*word);
            }
        }
        b"-'.".iter().for_each(|mark| set.add_mark(u32::from(*mark)));
        set
    }
}

#[cfg(test)]
mod tests {
    use crate::lang::source;
    use crate::pattern::Reader;
    use crate::token::tokenise;
    use crate::types::Language;

    #[test]
    fn no_rule_that_matches_is_left_out() {
        for code in ["ar", "de", "en", "es", "fr", "it", "pt", "ru"] {
            let source = source(Language::from_code(code).expect("a known language"));
            let grammar = source.grammar();
            for example in source.rules.examples {
                let tokens = tokenise(example, &grammar.lexicon);
                let reader = Reader { tokens: &tokens, lexicon: &grammar.lexicon };
                for at in 0..tokens.len() {
                    let offered = grammar.index.rules(&reader, at).collect::<Vec<_>>();
                    let all = grammar.patterns.iter().enumerate();
                    let matching = all.filter(|(_, p)| p.matches(&reader, at).is_some());
                    for (index, _) in matching {
                        let rule = source.rules.iter().nth(index);
                        assert!(offered.contains(&index), "{code} {rule:?} in {example}");
                    }
                }
            }
        }
    }
}
