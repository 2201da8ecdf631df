//! What a report says, in a form that can be compared: its days, who and where, its content words.

use dateline_corpus::{Document, Entity, EntityKind, Report, Span};

use super::happening::{Happenings, Told};
use crate::{report, words};

/// Words that count in order. Their capitals belong to names: "First Minister", "Second World War".
const ORDINALS: [&str; 12] = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth",
];
/// Where a part of a sentence may end and the next begin, the surest first.
const BORDERS: [&[&str]; 3] =
    [&["; "], &[", and ", ", but ", ", while ", " and ", ", followed by "], &[", "]];

/// A report, made ready for comparing.
pub(super) struct Facts {
    /// The document's place in the corpus.
    pub(super) document: u32,
    /// Where its sentence begins.
    pub(super) sentence: u32,
    /// First and last day, as numbers; `None` when an end is open.
    pub(super) days: Option<(i32, i32)>,
    /// What its sentence says.
    pub(super) whole: Said,
    /// What the part of the sentence around its date says, where the sentence has other dates too.
    pub(super) part: Option<Said>,
    /// The numbers of its sentence, as hashes, sorted, each once.
    pub(super) numbers: Vec<u64>,
    /// The words of its sentence with a capital, known as names or not, as hashes, sorted, each once.
    pub(super) capitals: Vec<u64>,
    /// What its sentence counts in order, "first" or "3rd", as hashes, sorted, each once.
    pub(super) ordinals: Vec<u64>,
    /// What kind of thing is told around its date.
    pub(super) told: Told,
    /// Whether its date is that of a count or state, "as of Tuesday".
    pub(super) is_as_of: bool,
}

/// What some words say.
pub(super) struct Said {
    /// The persons and organisations named, sorted.
    pub(super) actors: Vec<u32>,
    /// The places named, sorted.
    pub(super) places: Vec<u32>,
    /// The content words as hashes, sorted, each once.
    pub(super) words: Vec<u64>,
}

impl Said {
    fn new(document: &Document, span: Span, entities: &[Entity]) -> Self {
        let named = report::entities(document, span);
        let of_kind = |wanted: fn(EntityKind) -> bool| {
            let is_wanted =
                |at: &u32| entities.get(*at as usize).is_some_and(|entity| wanted(entity.kind));
            let mut of_kind: Vec<u32> = named.iter().copied().filter(is_wanted).collect();
            of_kind.sort_unstable();
            of_kind
        };
        let content = words::content(&document.text, span, &document.timexes);
        Self {
            actors: of_kind(|kind| kind != EntityKind::Place),
            places: of_kind(|kind| kind == EntityKind::Place),
            words: hashes(content.iter().map(String::as_str)),
        }
    }
}

impl Facts {
    /// The facts of the report at `at` of `reports`, those of one document in order.
    pub(super) fn new(
        number: u32,
        document: &Document,
        reports: &[Report],
        at: usize,
        entities: &[Entity],
        happenings: &Happenings,
    ) -> Self {
        let report = &reports[at];
        let part = part(document, reports, at);
        let outside_timexes =
            || words::outside(&document.text, report.span, &document.timexes).map(|(_, word)| word);
        Self {
            document: number,
            sentence: report.span.start,
            days: report
                .date
                .first()
                .zip(report.date.last())
                .map(|(first, last)| (first.0, last.0)),
            whole: Said::new(document, report.span, entities),
            part: (part != report.span).then(|| Said::new(document, part, entities)),
            numbers: hashes(
                outside_timexes().filter(|word| word.bytes().all(|byte| byte.is_ascii_digit())),
            ),
            capitals: hashes(outside_timexes().filter(|word| {
                word.starts_with(char::is_uppercase) && !words::is_empty(&word.to_lowercase())
            })),
            ordinals: hashes(outside_timexes().filter(|word| is_ordinal(word))),
            told: happenings.told(document, part, report.timex),
            is_as_of: is_as_of(document, report),
        }
    }

    /// What is said around its date.
    pub(super) fn said(&self) -> &Said {
        self.part.as_ref().unwrap_or(&self.whole)
    }

    /// How many days it may cover; `None` when an end is open.
    pub(super) fn length(&self) -> Option<i32> {
        self.days.map(|(first, last)| last - first + 1)
    }
}

/// The part of a sentence around the date of the report at `at`: up to the borders between it and the
/// sentence's other dates.
fn part(document: &Document, reports: &[Report], at: usize) -> Span {
    let report = &reports[at];
    let is_other = |other: &&Report| {
        other.span == report.span
            && other.timex.start < other.timex.end
            && other.date != report.date
    };
    let before =
        reports[..at].iter().rev().take_while(|other| other.span == report.span).find(is_other);
    let after =
        reports[at + 1..].iter().take_while(|other| other.span == report.span).find(is_other);
    let start = before
        .map_or(report.span.start, |other| border(document, other.timex.end, report.timex.start));
    let end = after
        .map_or(report.span.end, |other| border(document, report.timex.end, other.timex.start));
    Span { start, end: end.max(report.timex.end) }
}

/// The surest border between two dates, the last of its kind; where there is none, the end of the first.
fn border(document: &Document, from: u32, to: u32) -> u32 {
    let between = Span { start: from, end: to.max(from) }.of(&document.text);
    let found = BORDERS
        .iter()
        .find_map(|kind| kind.iter().filter_map(|border| between.rfind(border)).max());
    from + found.and_then(|at| u32::try_from(at).ok()).unwrap_or_default()
}

fn is_as_of(document: &Document, report: &Report) -> bool {
    let before = Span { start: report.span.start, end: report.timex.start }.of(&document.text);
    let before = before.trim_end().to_lowercase();
    before.strip_suffix("as of").is_some_and(|rest| !rest.ends_with(char::is_alphanumeric))
}

fn is_ordinal(word: &str) -> bool {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_lowercase());
    let is_numeral = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    ORDINALS.contains(&word)
        || (is_numeral && matches!(&word[digits.len()..], "st" | "nd" | "rd" | "th"))
}

/// The hashes of words, sorted, each once.
fn hashes<'w>(words: impl Iterator<Item = &'w str>) -> Vec<u64> {
    let mut hashes: Vec<u64> = words.map(hash).collect();
    hashes.sort_unstable();
    hashes.dedup();
    hashes
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

/// Whether each of two sorted lists has what the other lacks.
pub(super) fn differ<T: Ord>(a: &[T], b: &[T]) -> bool {
    let shared = shared(a, b) as usize;
    shared < a.len() && shared < b.len()
}

/// FNV-1a.
pub(super) fn hash(word: &str) -> u64 {
    word.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
    })
}
