//! The index over a corpus and the running of queries. Built once when a corpus is loaded and never
//! stored: it is made in a fraction of the time that decoding the corpus takes.
//!
//! An event is found by the words of its sentences, of what continues them, and of the names of its
//! people, organisations and places; the issue of a document by its title and publication too. A
//! document is found by its text, title and publication.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use crate::bits::Bits;
use crate::facets::Facets;
use crate::query::{DocumentHit, Query, Results};
use crate::search::eval::{Scope, Searcher};
use crate::search::fold::{word_end, words};
use crate::search::score::TITLE_WEIGHT;
use crate::search::vocabulary::{Builder, Vocabulary, small};
use crate::table::Table;
use crate::{Corpus, EventKind, Report, Span, order};

pub use crate::search::eval::SearchWords;

/// A corpus with everything that makes its querying quick.
pub struct Index {
    pub(crate) corpus: Arc<Corpus>,
    pub(crate) vocabulary: Vocabulary,
    pub(crate) stream: Stream,
    pub(crate) facets: Facets,
    documents: HashMap<Box<str>, u32>,
    reports: HashMap<Box<str>, (u32, u32)>,
}

/// All words of a corpus in order, by number, and who holds which.
#[derive(Debug, Default)]
pub(crate) struct Stream {
    /// The texts of the documents, then titles and names.
    pub(crate) words: Vec<u32>,
    /// Byte offset of each word of the documents' texts.
    starts: Vec<u32>,
    /// Where each document's text ends in `words`.
    text_ends: Vec<u32>,
    /// Runs of words, as pairs of start and end in `words`.
    pub(crate) of_event: Runs,
    pub(crate) of_document: Runs,
    pub(crate) of_entity: Runs,
    /// Publication, title and file name of a document.
    pub(crate) of_source: Runs,
    /// By word, who has it.
    pub(crate) events: Table,
    pub(crate) documents: Table,
    /// For each item of `documents` how often, weighed by field, up to 255.
    pub(crate) document_counts: Vec<u8>,
}

/// For each item some runs of words.
#[derive(Debug, Default)]
pub(crate) struct Runs(Table);

impl Runs {
    pub(crate) fn of(&self, item: u32) -> impl Iterator<Item = Range<usize>> {
        self.0.row(item as usize).chunks_exact(2).map(|pair| pair[0] as usize..pair[1] as usize)
    }
}

impl Index {
    /// Indexes `corpus`.
    #[must_use]
    pub fn new(corpus: Arc<Corpus>) -> Self {
        let documents: HashMap<Box<str>, u32> =
            corpus.documents.iter().map(|document| document.id.as_str().into()).zip(0..).collect();
        let reports = (0u32..).zip(&corpus.events).flat_map(|(n, event)| {
            let id = |report: &Report| report.id.as_str().into();
            event.reports.iter().map(id).zip((0u32..).map(move |report| (n, report)))
        });
        let reports = reports.collect();
        let (vocabulary, stream) = read(&corpus, |id| documents.get(id).copied());
        let facets = Facets::new(&corpus, |id| documents.get(id).copied());
        Self { vocabulary, stream, facets, documents, reports, corpus }
    }

    /// The corpus it is of.
    #[must_use]
    pub fn corpus(&self) -> &Arc<Corpus> {
        &self.corpus
    }

    /// The index into [`Corpus::documents`] of the document with this id.
    #[must_use]
    pub fn document(&self, id: &str) -> Option<u32> {
        self.documents.get(id).copied()
    }

    /// The index into [`Corpus::events`] of the event that holds the report with this id, and the
    /// report's place among its reports.
    #[must_use]
    pub fn report(&self, id: &str) -> Option<(u32, u32)> {
        self.reports.get(id).copied()
    }

    /// What `query` leaves.
    #[must_use]
    pub fn run(&self, query: &Query) -> Results {
        let searcher = Searcher::new(self, &query.text);
        let mut events = searcher.matching(Scope::Events);
        if let Some(range) = &query.range {
            let (first, last) = (range.first(), range.last());
            let outside = |n: &u32| !self.corpus.events[*n as usize].date.tells_of(first, last);
            events
                .iter()
                .filter(outside)
                .collect::<Vec<_>>()
                .into_iter()
                .for_each(|n| events.remove(n));
        }
        let mut hidden = Bits::none(self.corpus.events.len());
        for (event, _) in query.hidden.iter().filter_map(|id| self.report(id)) {
            if events.has(event) {
                events.remove(event);
                hidden.insert(event);
            }
        }
        let facets = self.facets.select(&mut events, &query.selections);
        let documents = if searcher.finds_text() { self.ranked(&searcher) } else { Vec::new() };
        // Who asks for a day wants what is known of that day, and then what may fall on it.
        let known = |n: &u32| self.corpus.events[*n as usize].date.known();
        let within = |n: &u32| query.range.as_ref().is_none_or(|range| range.holds(known(n)));
        let (mut events, mut beyond): (Vec<u32>, Vec<u32>) = events.iter().partition(within);
        order::sort_by_key(&mut beyond, |n| known(n).1.0 - known(n).0.0);
        events.extend(&beyond);
        Results {
            events,
            beyond: small(beyond.len()),
            documents,
            facets,
            hidden: self.facets.allowed(&hidden, &query.selections),
            notes: searcher.notes().to_vec(),
            words: searcher.into_words(),
        }
    }

    /// Where `words` stand in the text of a document, in order, not overlapping.
    #[must_use]
    pub fn hits(&self, words: &SearchWords, document: u32, within: Span) -> Vec<Span> {
        let Some(read) = self.corpus.documents.get(document as usize) else {
            return Vec::new();
        };
        let mut hits: Vec<Span> = Vec::new();
        let run = self.stream.run(document, within);
        for at in run.clone() {
            let Some(length) = words.length_at(&self.stream.words[at..run.end]) else {
                continue;
            };
            let last = self.stream.starts[at + length - 1] as usize;
            let span =
                Span { start: self.stream.starts[at], end: small(word_end(&read.text, last)) };
            match hits.last_mut() {
                Some(before) if span.start < before.end => before.end = before.end.max(span.end),
                _ => hits.push(span),
            }
        }
        hits
    }

    /// Bytes that the index takes beside the corpus, roughly.
    #[must_use]
    pub fn bytes(&self) -> usize {
        let stream = &self.stream;
        let tables = [&stream.events, &stream.documents, &stream.of_event.0, &stream.of_document.0];
        let tables: usize = tables.iter().map(|table| table.bytes()).sum();
        4 * (stream.words.len() + stream.starts.len()) + tables + self.vocabulary.bytes()
    }

    fn ranked(&self, searcher: &Searcher<'_>) -> Vec<DocumentHit> {
        let scores = searcher.scores(&searcher.matching(Scope::Documents));
        // Pairs of numbers, so that one compiled sort serves here and in `counted`.
        let mut order: Vec<(u32, u32)> =
            scores.into_iter().map(|(document, score)| (u32::MAX - score, document)).collect();
        order.sort_unstable();
        let hit = |(rest, document)| DocumentHit { document, score: u32::MAX - rest };
        order.into_iter().map(hit).collect()
    }
}

impl Stream {
    /// The words of a document's text that begin within `span`.
    fn run(&self, document: u32, span: Span) -> Range<usize> {
        let n = document as usize;
        let start = if n == 0 { 0 } else { self.text_ends[n - 1] as usize };
        let starts = &self.starts[start..self.text_ends[n] as usize];
        let place = |offset: u32| start + starts.partition_point(|&at| at < offset);
        place(span.start)..place(span.end).max(place(span.start))
    }
}

/// Cuts everything searchable into numbered words.
fn read(corpus: &Corpus, document_of: impl Fn(&str) -> Option<u32>) -> (Vocabulary, Stream) {
    let mut builder = Builder::default();
    let mut stream = Stream::default();
    for document in &corpus.documents {
        words(&document.text, |start, _, word| {
            stream.words.push(builder.number(word));
            stream.starts.push(small(start));
        });
        stream.text_ends.push(small(stream.words.len()));
    }
    let mut run = |text: &str| {
        let start = small(stream.words.len());
        words(text, |_, _, word| stream.words.push(builder.number(word)));
        [start, small(stream.words.len())]
    };
    let sources: Vec<_> = corpus
        .documents
        .iter()
        .map(|it| {
            [&it.title, it.publication.as_deref().unwrap_or(""), &it.source].map(&mut run).concat()
        })
        .collect();
    let entities: Vec<Vec<u32>> = corpus
        .entities
        .iter()
        .map(|it| {
            let aliases = it.aliases.iter().map(|alias| alias.name.as_str());
            std::iter::once(it.name.as_str()).chain(aliases).flat_map(&mut run).collect()
        })
        .collect();
    let (vocabulary, lasting) = builder.finish();
    for word in &mut stream.words {
        *word = lasting[*word as usize];
    }
    let documents: Vec<Vec<u32>> = (0u32..)
        .zip(&corpus.documents)
        .zip(&sources)
        .map(|((n, document), source)| {
            let text = stream.run(n, Span { start: 0, end: small(document.text.len()) });
            [&[small(text.start), small(text.end)], &source[..4]].concat()
        })
        .collect();
    let events: Vec<Vec<u32>> = corpus
        .events
        .iter()
        .map(|event| {
            let mut runs = Vec::new();
            for report in &event.reports {
                let Some(document) = document_of(&report.document) else { continue };
                for span in std::iter::once(report.span).chain(report.context) {
                    let run = stream.run(document, span);
                    runs.extend([small(run.start), small(run.end)]);
                }
                if event.kind == EventKind::Publication {
                    runs.extend_from_slice(&sources[document as usize][..4]);
                }
                let names = report.entities.iter().filter_map(|&n| entities.get(n as usize));
                names.for_each(|name| runs.extend_from_slice(&name[..2]));
            }
            runs
        })
        .collect();
    stream.of_source = Runs(Table::from_rows(sources.iter()));
    stream.of_entity = Runs(Table::from_rows(entities.iter()));
    stream.of_document = Runs(Table::from_rows(documents.iter()));
    stream.of_event = Runs(Table::from_rows(events.iter()));
    let (words, counts) = counted(&stream, &stream.of_document, documents.len());
    (stream.documents, stream.document_counts) = words.transposed(vocabulary.len(), &counts);
    let (words, _) = counted(&stream, &stream.of_event, events.len());
    (stream.events, _) = words.transposed(vocabulary.len(), &[]);
    (vocabulary, stream)
}

/// For each item the numbers of its words, each once, and for each of them how often it has it: a
/// word outside the first run counts as [`TITLE_WEIGHT`].
fn counted(stream: &Stream, runs: &Runs, items: usize) -> (Table, Vec<u8>) {
    let mut weights = Vec::new();
    let mut found: Vec<(u32, u32)> = Vec::new();
    let rows = (0..small(items)).map(|item| {
        found.clear();
        for (n, run) in runs.of(item).enumerate() {
            let weight = if n == 0 { 1 } else { TITLE_WEIGHT };
            found.extend(stream.words[run].iter().map(|&word| (word, weight)));
        }
        found.sort_unstable();
        let words = found.chunk_by(|a, b| a.0 == b.0);
        let row: Vec<u32> = words.clone().map(|same| same[0].0).collect();
        weights.extend(words.map(|same| {
            let count: u32 = same.iter().map(|&(_, weight)| weight).sum();
            u8::try_from(count).unwrap_or(u8::MAX)
        }));
        row
    });
    (Table::from_rows(rows), weights)
}
