//! Wording that documents share: runs of words found by their hashes, near linear in the corpus.

use dateline_corpus::{Document, Passage, Place};

use crate::structure::span;

/// The length of the shortest run that counts, in words.
const SHORTEST: usize = 8;
/// A run of words that more documents than this share is boilerplate.
const COMMON: usize = 12;

/// Passages that two documents share, by first document, then place. `first` is the document that
/// comes first in the list; `dateline` turns them round once dates are known.
#[must_use]
pub fn passages(documents: &[Document]) -> Vec<Passage> {
    let words: Vec<Vec<Word>> = documents.iter().map(|document| words(&document.text)).collect();
    let mut grams: Vec<(u64, u32, u32)> = Vec::new();
    for (number, words) in words.iter().enumerate() {
        for (at, run) in words.windows(SHORTEST).enumerate() {
            let hash = run.iter().fold(0_u64, |hash, word| mix(hash.rotate_left(5) ^ word.hash));
            grams.push((hash, index(number), index(at)));
        }
    }
    grams.sort_unstable();
    let mut hits: Vec<(u32, u32, i64, u32)> = Vec::new();
    for group in grams.chunk_by(|a, b| a.0 == b.0) {
        let mut holders: Vec<u32> = group.iter().map(|gram| gram.1).collect();
        holders.dedup();
        if holders.len() < 2 || holders.len() > COMMON || group.len() > 4 * COMMON {
            continue;
        }
        for (number, &(_, a, at)) in group.iter().enumerate() {
            for &(_, b, other) in &group[number + 1..] {
                if a != b {
                    hits.push((a, b, i64::from(at) - i64::from(other), at));
                }
            }
        }
    }
    hits.sort_unstable();
    let mut found: Vec<(u32, u32, usize, usize, usize)> = Vec::new();
    let mut last: Option<(u32, u32, i64, u32)> = None;
    for hit in hits {
        let (a, b, diagonal, at) = hit;
        let follows =
            last.is_some_and(|(x, y, d, from)| (x, y, d) == (a, b, diagonal) && at == from + 1);
        let start = at as usize;
        let other = usize::try_from(i64::from(at) - diagonal).unwrap_or(0);
        match found.last_mut() {
            Some(run) if follows => run.4 += 1,
            _ => found.push((a, b, start, other, SHORTEST)),
        }
        last = Some(hit);
    }
    let mut passages: Vec<Passage> = found
        .into_iter()
        .map(|(a, b, start, other, length)| {
            let place = |document: u32, from: usize| {
                let words = &words[document as usize];
                let (first, last) = (&words[from], &words[from + length - 1]);
                Place {
                    document: documents[document as usize].id.clone(),
                    span: span(first.start, last.end),
                }
            };
            Passage { first: place(a, start), second: place(b, other), directed: false }
        })
        .collect();
    passages.sort_by(|a, b| {
        (&a.first.document, a.first.span, &a.second.document, a.second.span).cmp(&(
            &b.first.document,
            b.first.span,
            &b.second.document,
            b.second.span,
        ))
    });
    passages
}

struct Word {
    hash: u64,
    start: usize,
    end: usize,
}

fn index(number: usize) -> u32 {
    u32::try_from(number).expect("a corpus has fewer than four thousand million words")
}

fn mix(hash: u64) -> u64 {
    let hash = (hash ^ (hash >> 31)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    hash ^ (hash >> 29)
}

/// The words of a text, letters and digits only, without case.
fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::with_capacity(text.len() / 6);
    let mut current: Option<Word> = None;
    for (at, c) in text.char_indices() {
        if c.is_alphanumeric() {
            let word = current.get_or_insert(Word { hash: 7, start: at, end: at });
            let folded = if c.is_ascii() {
                c.to_ascii_lowercase()
            } else {
                c.to_lowercase().next().unwrap_or(c)
            };
            word.hash = mix(word.hash ^ u64::from(u32::from(folded)));
            word.end = at + c.len_utf8();
        } else if !matches!(c, '\'' | '’') {
            words.extend(current.take());
        }
    }
    words.extend(current);
    words
}
