//! Wording that documents share: text reuse, down to about eight words, robust to small edits and to
//! the order of passages; near linear in the corpus.
//!
//! Runs of four words are fingerprinted by winnowing; documents that hold the same rare fingerprint
//! are compared from there outwards, word by word, across a few changed words.
//!
//! Source: Schleimer, Wilkerson, Aiken, "Winnowing: local algorithms for document fingerprinting", 2003.

mod align;
mod words;

use dateline_corpus::{Document, Passage, Place};

use align::{Run, runs};
use words::{Words, fingerprints};

use crate::structure::span;

/// A fingerprint that more documents than this hold is boilerplate.
const COMMON: usize = 12;
/// The most comparisons a corpus may ask for, for each of its fingerprints; beyond, commoner
/// fingerprints are left aside, so that the whole stays near linear.
const EFFORT: usize = 4;

/// Passages that two documents share, by first document, then place. `first` is the document that
/// comes first in the list; `direct` turns them round once dates are known.
#[must_use]
pub fn passages(documents: &[Document]) -> Vec<Passage> {
    let words: Vec<Words> = documents.iter().map(Words::of).collect();
    let mut prints = Vec::new();
    for (number, words) in words.iter().enumerate() {
        fingerprints(words, index(number), &mut prints);
    }
    prints.sort_unstable();
    let mut found = Vec::new();
    let mut hits = hits(&prints);
    drop(prints);
    hits.sort_unstable();
    for pair in hits.chunk_by(|x, y| (x.a, x.b) == (y.a, y.b)) {
        let (a, b) = (pair[0].a, pair[0].b);
        for Run { first, second } in runs(&words[a as usize], &words[b as usize], pair) {
            let place = |document: u32, run: std::ops::Range<usize>| {
                let words = &words[document as usize];
                let (start, end) = words.bytes(run);
                Place { document: documents[document as usize].id.clone(), span: span(start, end) }
            };
            found.push(Passage {
                first: place(a, first),
                second: place(b, second),
                directed: false,
            });
        }
    }
    found
}

/// Puts the document first that was issued first, where the dates tell.
pub(crate) fn direct(passages: &mut [Passage], documents: &[Document]) {
    let dates: std::collections::BTreeMap<&str, _> = documents
        .iter()
        .filter_map(|document| Some((document.id.as_str(), document.issued.as_ref()?)))
        .collect();
    for passage in passages {
        let date = |place: &Place| {
            dates.get(place.document.as_str()).map(|date| (date.first(), date.last()))
        };
        let (Some((a_first, a_last)), Some((b_first, b_last))) =
            (date(&passage.first), date(&passage.second))
        else {
            continue;
        };
        let before = |last: Option<dateline_corpus::Day>, first: Option<dateline_corpus::Day>| matches!((last, first), (Some(last), Some(first)) if last < first);
        if before(b_last, a_first) {
            std::mem::swap(&mut passage.first, &mut passage.second);
        } else if !before(a_last, b_first) {
            continue;
        }
        passage.directed = true;
    }
}

/// Two documents that hold the same fingerprint, and at which word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Hit {
    a: u32,
    b: u32,
    at_a: u32,
    at_b: u32,
}

/// All hits of fingerprints that are rare enough.
fn hits(prints: &[words::Print]) -> Vec<Hit> {
    let groups = || {
        prints.chunk_by(|x, y| x.hash == y.hash).filter_map(|group| {
            let holders = group.chunk_by(|x, y| x.document == y.document).count();
            ((2..=COMMON).contains(&holders) && group.len() <= 2 * COMMON)
                .then_some((holders, group))
        })
    };
    let mut cost = [0_usize; COMMON + 1];
    for (holders, group) in groups() {
        cost[holders] += group.len() * group.len() / 2;
    }
    let mut budget = prints.len() * EFFORT + 100_000;
    let mut limit = 1;
    while limit < COMMON && cost[limit + 1] <= budget {
        limit += 1;
        budget -= cost[limit];
    }
    let mut hits = Vec::new();
    for (_, group) in groups().filter(|(holders, _)| *holders <= limit) {
        for (number, one) in group.iter().enumerate() {
            for other in group[number + 1..].iter().filter(|other| other.document != one.document) {
                hits.push(Hit {
                    a: one.document,
                    b: other.document,
                    at_a: one.word,
                    at_b: other.word,
                });
            }
        }
    }
    hits
}

fn index(number: usize) -> u32 {
    u32::try_from(number).expect("a corpus has fewer than four thousand million words")
}
