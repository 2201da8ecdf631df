//! Finds the events and documents that a search meets, and says how well a document meets it.

use std::ops::Range;

use crate::bits::Bits;
use crate::index::Index;
use crate::search::parse::{Field, Note, Search, Term, Test, parse};
use crate::search::vocabulary::small;
use crate::{Day, EntityKind, Event, Facet};

/// What is searched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scope {
    Events,
    Documents,
}

/// The numbers of the words that one typed word may stand for: ranges of the vocabulary, ascending.
pub(crate) type WordSet = Vec<Range<u32>>;

/// The words a search asks for, to be lit where they stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchWords(Vec<Vec<WordSet>>);

impl SearchWords {
    /// Whether nothing is to be lit.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many words the longest match at the beginning of `words` takes.
    pub(crate) fn length_at(&self, words: &[u32]) -> Option<usize> {
        self.0.iter().filter(|phrase| holds_at(words, phrase)).map(Vec::len).max()
    }
}

/// A search made ready for one index.
pub(crate) struct Searcher<'a> {
    pub(crate) index: &'a Index,
    search: Search,
    /// For each clause and term its words; empty for a date.
    words: Vec<Vec<Vec<WordSet>>>,
}

impl<'a> Searcher<'a> {
    /// Reads `text` and looks its words up.
    pub(crate) fn new(index: &'a Index, text: &str) -> Self {
        let mut search = parse(text);
        let mut notes = std::mem::take(&mut search.notes);
        let words = search
            .clauses
            .iter()
            .map(|clause| clause.iter().map(|term| look_up(index, term, &mut notes)).collect())
            .collect();
        search.notes = notes;
        Self { index, search, words }
    }

    pub(crate) fn notes(&self) -> &[Note] {
        &self.search.notes
    }

    /// Whether some clause asks for words in the text.
    pub(crate) fn finds_text(&self) -> bool {
        self.wanted().next().is_some()
    }

    /// The words that are to be lit.
    pub(crate) fn into_words(self) -> SearchWords {
        SearchWords(self.wanted().cloned().collect())
    }

    /// The events or documents that meet every clause.
    pub(crate) fn matching(&self, scope: Scope) -> Bits {
        let limit = self.limit(scope);
        let mut found = Bits::all(limit);
        for (clause, words) in self.search.clauses.iter().zip(&self.words) {
            let mut any = Bits::none(limit);
            for (term, words) in clause.iter().zip(words) {
                let mut meeting = self.meeting(term, words, scope);
                if term.exclude {
                    meeting.invert();
                }
                any.or(&meeting);
            }
            found.and(&any);
        }
        found
    }

    fn limit(&self, scope: Scope) -> usize {
        match scope {
            Scope::Events => self.index.corpus.events.len(),
            Scope::Documents => self.index.corpus.documents.len(),
        }
    }

    fn meeting(&self, term: &Term, words: &[WordSet], scope: Scope) -> Bits {
        match (&term.test, term.field) {
            (_, None) => self.with_phrase(words, scope),
            (Test::Days(first, last), _) => self.by_events(&self.dated(*first, *last), scope),
            (_, Some(Field::Person)) => self.naming(EntityKind::Person, words, scope),
            (_, Some(Field::Org)) => self.naming(EntityKind::Organisation, words, scope),
            (_, Some(Field::Place)) => self.naming(EntityKind::Place, words, scope),
            (_, Some(Field::Source)) => {
                let stream = &self.index.stream;
                let has = |n| stream.of_source.of(n).any(|run| holds(&stream.words[run], words));
                self.by_documents(has, scope)
            }
            (Test::Words { words, .. }, Some(Field::Kind)) => {
                let kind = words.join("-");
                let events =
                    self.index.facets.events_with(Facet::Kind, |value| value.starts_with(&kind));
                self.by_events(&events, scope)
            }
            (Test::Words { words, .. }, Some(_)) => {
                let code = words.join("-");
                let documents = &self.index.corpus.documents;
                self.by_documents(|n| speaks(&documents[n as usize].language, &code), scope)
            }
        }
    }

    /// Those in which words of these sets follow one another.
    fn with_phrase(&self, phrase: &[WordSet], scope: Scope) -> Bits {
        let stream = &self.index.stream;
        let (postings, runs) = match scope {
            Scope::Events => (&stream.events, &stream.of_event),
            Scope::Documents => (&stream.documents, &stream.of_document),
        };
        let mut found = Bits::all(self.limit(scope));
        for set in phrase {
            let mut with = Bits::none(self.limit(scope));
            for range in set {
                postings.rows(range.clone()).iter().for_each(|&item| with.insert(item));
            }
            found.and(&with);
        }
        if phrase.len() > 1 {
            let apart = |&item: &u32| !runs.of(item).any(|run| holds(&stream.words[run], phrase));
            let apart: Vec<u32> = found.iter().filter(apart).collect();
            apart.into_iter().for_each(|item| found.remove(item));
        }
        found
    }

    /// The events whose date tells of these days.
    fn dated(&self, first: Option<Day>, last: Option<Day>) -> Bits {
        self.events_where(|event| event.date.tells_of(first, last))
    }

    /// Those that name an entity of this kind with these words in one of its names.
    fn naming(&self, kind: EntityKind, words: &[WordSet], scope: Scope) -> Bits {
        let stream = &self.index.stream;
        let corpus = &self.index.corpus;
        let named: Vec<bool> = (0u32..)
            .zip(&corpus.entities)
            .map(|(n, entity)| {
                entity.kind == kind
                    && stream.of_entity.of(n).any(|run| holds(&stream.words[run], words))
            })
            .collect();
        let is_named = |n: u32| named.get(n as usize).is_some_and(|&named| named);
        match scope {
            Scope::Events => self.events_where(|event| {
                event.reports.iter().any(|report| report.entities.iter().any(|&n| is_named(n)))
            }),
            Scope::Documents => self.by_documents(
                |n| corpus.documents[n as usize].mentions.iter().any(|it| is_named(it.entity)),
                scope,
            ),
        }
    }

    fn events_where(&self, holds: impl Fn(&Event) -> bool) -> Bits {
        let events = &self.index.corpus.events;
        let mut found = Bits::none(events.len());
        for (n, _) in (0u32..).zip(events).filter(|(_, event)| holds(event)) {
            found.insert(n);
        }
        found
    }

    /// The documents for which `holds`, or the events that one of them reports.
    fn by_documents(&self, holds: impl Fn(u32) -> bool, scope: Scope) -> Bits {
        let index = self.index;
        let mut found = Bits::none(index.corpus.documents.len());
        (0..small(index.corpus.documents.len()))
            .filter(|&n| holds(n))
            .for_each(|n| found.insert(n));
        match scope {
            Scope::Documents => found,
            Scope::Events => self.events_where(|event| {
                let mut documents =
                    event.reports.iter().map(|report| index.document(&report.document));
                documents.any(|n| n.is_some_and(|n| found.has(n)))
            }),
        }
    }

    /// These events, or the documents that report one of them.
    fn by_events(&self, events: &Bits, scope: Scope) -> Bits {
        if scope == Scope::Events {
            return events.clone();
        }
        let corpus = &self.index.corpus;
        let mut found = Bits::none(corpus.documents.len());
        for event in events.iter() {
            let reports = &corpus.events[event as usize].reports;
            let documents =
                reports.iter().filter_map(|report| self.index.document(&report.document));
            documents.for_each(|n| found.insert(n));
        }
        found
    }

    /// The phrases that are asked for and not excluded.
    pub(crate) fn wanted(&self) -> impl Iterator<Item = &Vec<WordSet>> {
        let terms = self
            .search
            .clauses
            .iter()
            .zip(&self.words)
            .flat_map(|(clause, words)| clause.iter().zip(words));
        terms.filter(|(term, _)| term.field.is_none() && !term.exclude).map(|(_, words)| words)
    }
}

/// Finds the words that a term may stand for. A word of five letters or more that occurs nowhere
/// stands for those one letter away, and a note says so.
fn look_up(index: &Index, term: &Term, notes: &mut Vec<Note>) -> Vec<WordSet> {
    let Test::Words { words, prefix } = &term.test else {
        return Vec::new();
    };
    if matches!(term.field, Some(Field::Kind | Field::Lang)) {
        return Vec::new();
    }
    let vocabulary = &index.vocabulary;
    let set = |(n, word): (usize, &String)| {
        let prefix = *prefix && n + 1 == words.len();
        let range = if prefix { vocabulary.starting(word) } else { vocabulary.exact(word) };
        if !range.is_empty() || word.chars().count() < TYPO_LETTERS {
            return vec![range];
        }
        let near = vocabulary.near(word, prefix);
        if !near.is_empty() {
            let shown = near.iter().take(CORRECTIONS_SHOWN);
            let shown = shown.map(|&n| vocabulary.word(n as usize).to_owned()).collect();
            notes.push(Note::Corrected(word.clone(), shown));
        }
        near.into_iter().map(|n| n..n + 1).collect()
    };
    words.iter().enumerate().map(set).collect()
}

/// Letters from which a word may hold a slip.
const TYPO_LETTERS: usize = 5;

/// Words named in a note about a correction.
const CORRECTIONS_SHOWN: usize = 6;

/// Whether words of these sets follow one another somewhere in `words`.
fn holds(words: &[u32], phrase: &[WordSet]) -> bool {
    (0..words.len()).any(|at| holds_at(&words[at..], phrase))
}

/// Whether `words` begins with words of these sets, in this order.
pub(crate) fn holds_at(words: &[u32], phrase: &[WordSet]) -> bool {
    words.len() >= phrase.len() && words.iter().zip(phrase).all(|(&word, set)| is_in(word, set))
}

fn is_in(word: u32, set: &[Range<u32>]) -> bool {
    let after = set.partition_point(|range| range.start <= word);
    after > 0 && word < set[after - 1].end
}

/// Whether a BCP 47 code is this one or begins with it and a hyphen.
fn speaks(language: &str, code: &str) -> bool {
    let language = language.to_ascii_lowercase();
    let rest = language.strip_prefix(code);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
}
