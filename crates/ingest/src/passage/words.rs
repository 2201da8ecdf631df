//! The words of a document as numbers, and the fingerprints of runs of them.

use std::ops::Range;

use dateline_corpus::Document;

/// The words of one fingerprint.
const RUN: usize = 4;
/// Of this many neighbouring runs at least one is kept.
const WINDOW: usize = 3;

/// As many words as may be changed within a passage.
const BREAK: u32 = 6;

/// The words of a document's prose, letters and digits only, without case.
#[derive(Debug, Default)]
pub(super) struct Words {
    hashes: Vec<u32>,
    starts: Vec<u32>,
    lengths: Vec<u16>,
}

/// A fingerprint and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Print {
    pub(super) hash: u64,
    pub(super) document: u32,
    pub(super) word: u32,
}

impl Words {
    /// The words of a document, but for its metadata and references.
    pub(super) fn of(document: &Document) -> Self {
        let mut words = Self::default();
        // A shared passage does not reach across a block that is left out: as many words as no change
        // may hold stand in its place, and no other document has them.
        let own =
            document.id.bytes().fold(1, |hash: u32, byte| hash.wrapping_mul(31) ^ u32::from(byte));
        for block in &document.blocks {
            if block.kind.is_apparatus() {
                for number in 0..=BREAK {
                    words.hashes.push(
                        own.wrapping_add(block.span.start).wrapping_mul(0x9e37_79b1)
                            ^ (number << 1),
                    );
                    words.starts.push(block.span.start);
                    words.lengths.push(0);
                }
            } else {
                words.add(block.span.of(&document.text), block.span.start);
            }
        }
        words
    }

    fn add(&mut self, text: &str, base: u32) {
        const SEED: u32 = 0x811c_9dc5;
        let mut word: Option<(usize, usize, u32, bool)> = None;
        let fold = |hash: u32, c: u32| (hash ^ c).wrapping_mul(0x0100_0193).rotate_left(5);
        for (at, c) in text.char_indices() {
            if c.is_alphanumeric() {
                // A word that opens with a capital or a digit is likely a name or a date.
                let (start, _, hash, name) =
                    word.unwrap_or((at, at, SEED, c.is_uppercase() || c.is_numeric()));
                let folded = if c.is_ascii() {
                    c.to_ascii_lowercase()
                } else {
                    c.to_lowercase().next().unwrap_or(c)
                };
                word = Some((start, at + c.len_utf8(), fold(hash, u32::from(folded)), name));
            } else if !matches!(c, '\'' | '’')
                && let Some(word) = word.take()
            {
                self.push(word, base);
            }
        }
        if let Some(word) = word {
            self.push(word, base);
        }
    }

    fn push(&mut self, (start, end, hash, name): (usize, usize, u32, bool), base: u32) {
        let (Ok(start), Ok(length)) = (u32::try_from(start), u16::try_from(end - start)) else {
            return;
        };
        self.hashes.push((hash & !1) | u32::from(name));
        self.starts.push(base + start);
        self.lengths.push(length);
    }

    pub(super) fn len(&self) -> usize {
        self.hashes.len()
    }

    /// The word without its case.
    pub(super) fn word(&self, at: usize) -> u32 {
        self.hashes[at] | 1
    }

    /// Whether the word is likely part of a name or a date.
    pub(super) fn is_name(&self, at: usize) -> bool {
        self.hashes[at] & 1 == 1
    }

    /// The bytes from the first to the last word of a run that is not empty.
    pub(super) fn bytes(&self, run: Range<usize>) -> (usize, usize) {
        let last = run.end - 1;
        (
            self.starts[run.start] as usize,
            self.starts[last] as usize + usize::from(self.lengths[last]),
        )
    }
}

/// Adds the fingerprints of a document: of each window of neighbouring runs the one with the smallest
/// hash, the last of several.
pub(super) fn fingerprints(words: &Words, document: u32, prints: &mut Vec<Print>) {
    let count = (words.len() + 1).saturating_sub(RUN);
    let hash = |at: usize| {
        (at..at + RUN).fold(0_u64, |hash, at| {
            let mixed = (hash ^ u64::from(words.word(at))).wrapping_mul(0x9e37_79b9_7f4a_7c15);
            mixed ^ (mixed >> 29)
        })
    };
    let mut recent = [(u64::MAX, 0_usize); WINDOW];
    let mut kept = None;
    for at in 0..count {
        recent[at % WINDOW] = (hash(at), at);
        if at + 1 < WINDOW && at + 1 < count {
            continue;
        }
        let smallest = recent.iter().copied().min_by_key(|&(hash, at)| (hash, usize::MAX - at));
        if let Some((hash, at)) = smallest
            && kept != Some(at)
        {
            kept = Some(at);
            prints.push(Print { hash, document, word: super::index(at) });
        }
    }
}
