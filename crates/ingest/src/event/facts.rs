//! What a report says, in a form that can be compared: its days, who and where, its content words.

use dateline_corpus::{Document, Entity, EntityKind, Report};

use crate::words;

/// A report, made ready for comparing.
pub(super) struct Facts {
    /// The document's place in the corpus.
    pub(super) document: u32,
    /// Where its sentence begins.
    pub(super) sentence: u32,
    /// First and last day, as numbers; `None` when an end is open.
    pub(super) days: Option<(i32, i32)>,
    /// The persons and organisations it names, sorted.
    pub(super) actors: Vec<u32>,
    /// The places it names, sorted.
    pub(super) places: Vec<u32>,
    /// Its content words as hashes, sorted, each once.
    pub(super) words: Vec<u64>,
    /// Those among them that are numbers.
    pub(super) numbers: Vec<u64>,
}

impl Facts {
    pub(super) fn new(
        number: u32,
        document: &Document,
        report: &Report,
        entities: &[Entity],
    ) -> Self {
        let of_kind = |wanted: fn(EntityKind) -> bool| {
            let mut of_kind: Vec<u32> = report
                .entities
                .iter()
                .copied()
                .filter(|&at| entities.get(at as usize).is_some_and(|entity| wanted(entity.kind)))
                .collect();
            of_kind.sort_unstable();
            of_kind
        };
        let content = words::content(&document.text, report.span, &document.timexes);
        let hashes = |filter: fn(&String) -> bool| {
            let mut hashes: Vec<u64> =
                content.iter().filter(|word| filter(word)).map(|word| hash(word)).collect();
            hashes.sort_unstable();
            hashes.dedup();
            hashes
        };
        Self {
            document: number,
            sentence: report.span.start,
            days: report
                .date
                .first()
                .zip(report.date.last())
                .map(|(first, last)| (first.0, last.0)),
            actors: of_kind(|kind| kind != EntityKind::Place),
            places: of_kind(|kind| kind == EntityKind::Place),
            numbers: hashes(|word| word.starts_with(|c: char| c.is_ascii_digit())),
            words: hashes(|_| true),
        }
    }

    /// How many days it may cover; `None` when an end is open.
    pub(super) fn length(&self) -> Option<i32> {
        self.days.map(|(first, last)| last - first + 1)
    }
}

/// How many elements two sorted lists share.
pub(super) fn shared<T: Ord>(a: &[T], b: &[T]) -> u32 {
    let (mut a, mut b) = (a.iter().peekable(), b.iter().peekable());
    let mut count = 0;
    while let (Some(x), Some(y)) = (a.peek(), b.peek()) {
        match x.cmp(y) {
            std::cmp::Ordering::Less => _ = a.next(),
            std::cmp::Ordering::Greater => _ = b.next(),
            std::cmp::Ordering::Equal => {
                count += 1;
                a.next();
                b.next();
            }
        }
    }
    count
}

/// FNV-1a.
pub(super) fn hash(word: &str) -> u64 {
    word.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
    })
}
