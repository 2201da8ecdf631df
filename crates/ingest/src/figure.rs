//! Numbers about the same thing in several documents: "more than 220,000 people", "over 220,000 people".

use std::collections::BTreeMap;

use dateline_corpus::{Conflict, Document, Event, EventKind, Figure, Place, Span};

use crate::words;

/// Words before a number that make it a lower bound, an upper bound, or about right.
const AT_LEAST: [&str; 6] =
    ["more than", "over", "at least", "no fewer than", "above", "no less than"];
const AT_MOST: [&str; 6] = ["fewer than", "less than", "up to", "under", "almost", "nearly"];
const ABOUT: [&str; 6] = ["about", "around", "approximately", "some", "roughly", "an estimated"];
/// Nouns that measure and do not count.
const UNITS: [&str; 16] = [
    "acres",
    "centimeters",
    "degrees",
    "feet",
    "hectares",
    "hours",
    "inches",
    "kilograms",
    "kilometers",
    "kilometres",
    "meters",
    "metres",
    "miles",
    "minutes",
    "percent",
    "seconds",
];
/// A smaller number is the same in two documents by chance.
const SMALLEST: u64 = 10;
/// How many content words on each side of a number tell what it is about.
const AROUND: usize = 6;
/// A number of a thing in more places than this tells nothing.
const COMMON: usize = 40;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Bound {
    Exactly,
    AtLeast,
    AtMost,
    About,
}

/// A number with what it counts.
struct Count {
    /// The document's place in the corpus.
    document: usize,
    /// The number with what bounds it and what it counts: "more than 220,000 people".
    span: Span,
    value: u64,
    bound: Bound,
    /// The stem of the noun it counts.
    noun: String,
    /// The stems of the content words around it.
    around: Vec<String>,
}

/// The figures that documents agree or differ on, and the contradictions among them.
///
/// Numbers of one thing are compared in the reports of one event, whatever they are; and in any two
/// sentences of different documents when the number is the same and so is a word around it.
pub(crate) fn figures(
    documents: &[Document],
    sentences: &[Vec<Span>],
    events: &[Event],
) -> (Vec<Figure>, Vec<Conflict>) {
    let reports = reports(events);
    let mut by_event: BTreeMap<(usize, String), Vec<(Count, &str)>> = BTreeMap::new();
    let mut by_value: BTreeMap<(u64, String), Vec<Count>> = BTreeMap::new();
    for (number, (document, sentences)) in documents.iter().zip(sentences).enumerate() {
        for &sentence in sentences {
            for count in counts(document, number, sentence) {
                match reports.get(&(document.id.as_str(), sentence)) {
                    Some(&(event, report)) if events[event].reports.len() > 1 => {
                        by_event
                            .entry((event, count.noun.clone()))
                            .or_default()
                            .push((count, report));
                    }
                    _ => by_value.entry((count.value, count.noun.clone())).or_default().push(count),
                }
            }
        }
    }
    let mut figures = Vec::new();
    let mut conflicts = Vec::new();
    for counts in by_event.into_values() {
        let (counts, reports) = first_of_each_document(counts);
        match counts.as_slice() {
            [] => {}
            [_] => by_value
                .entry((counts[0].value, counts[0].noun.clone()))
                .or_default()
                .extend(counts),
            counts => {
                figures.push(figure(documents, counts));
                conflicts.extend(conflict(documents, counts, &reports));
            }
        }
    }
    for counts in by_value.into_values().filter(|counts| counts.len() <= COMMON) {
        let counts = alike(counts);
        let is_telling = counts.first().is_some_and(|first| first.value >= SMALLEST);
        if is_telling && counts.len() > 1 {
            figures.push(figure(documents, &counts));
        }
    }
    figures.sort_by_cached_key(|figure: &Figure| {
        figure.places.iter().map(|place| (place.document.clone(), place.span)).collect::<Vec<_>>()
    });
    conflicts.sort_by(|a, b| a.reports.cmp(&b.reports));
    conflicts.dedup_by(|a, b| a.reports == b.reports);
    (figures, conflicts)
}

/// The event and report of every sentence that reports one; the first where there are several.
fn reports(events: &[Event]) -> BTreeMap<(&str, Span), (usize, &str)> {
    let mut reports = BTreeMap::new();
    for (number, event) in
        events.iter().enumerate().filter(|(_, event)| event.kind == EventKind::Mention)
    {
        for report in &event.reports {
            let event = (event.reports.len() == 1, number, report.id.as_str());
            let first = reports.entry((report.document.as_str(), report.span)).or_insert(event);
            *first = (*first).min(event);
        }
    }
    reports.into_iter().map(|(place, (_, event, report))| (place, (event, report))).collect()
}

/// The counts of a sentence: numbers in digits, and the noun behind each.
fn counts(document: &Document, number: usize, sentence: Span) -> Vec<Count> {
    let text = sentence.of(&document.text);
    if !text.contains(|c: char| c.is_ascii_digit()) || is_apparatus(document, sentence) {
        return Vec::new();
    }
    let words: Vec<(u32, &str)> = words::split(text).collect();
    let timexes = document.timexes_in(sentence);
    let mut counts = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let first = at;
        let (start, word) = words[at];
        let Some((value, digits_end, used)) = number_at(text, &words[at..]) else {
            at += 1;
            continue;
        };
        at += used;
        let span = Span { start: sentence.start + start, end: sentence.start + digits_end };
        let is_dated = timexes.iter().any(|timex| timex.span.overlaps(span));
        let before = text[..start as usize].trim_end();
        let is_part =
            before.ends_with(['$', '€', '£', '-', '–', '/', '#', '§', ':']) || word.len() > 9;
        let Some(&(noun_start, noun)) = words.get(at) else { break };
        let gap = &text[digits_end as usize..noun_start as usize];
        let counts_noun = gap.chars().all(char::is_whitespace)
            && noun.starts_with(char::is_lowercase)
            && noun.len() > 2
            && !UNITS.contains(&noun)
            && !words::is_empty(noun);
        if is_dated || is_part || !counts_noun {
            continue;
        }
        let (bound, qualifier) = bound(before);
        let around = words[first.saturating_sub(AROUND)..first]
            .iter()
            .chain(words.iter().skip(at + 1).take(AROUND));
        counts.push(Count {
            document: number,
            span: Span {
                start: sentence.start + qualifier.unwrap_or(start),
                end: sentence.start + noun_start + u32::try_from(noun.len()).unwrap_or_default(),
            },
            value,
            bound,
            noun: words::stem(&noun.to_lowercase()),
            around: around
                .map(|(_, word)| words::stem(&word.to_lowercase()))
                .filter(|word| word.len() > 3)
                .collect(),
        });
    }
    counts
}

/// The whole number that the first of `words` begins: its value, the offset of its end, and how many
/// words it takes ("220,000" takes two, "2 million" too).
fn number_at(text: &str, words: &[(u32, &str)]) -> Option<(u64, u32, usize)> {
    let end_of =
        |&(start, word): &(u32, &str)| start + u32::try_from(word.len()).unwrap_or_default();
    let first = words.first().filter(|(_, word)| word.bytes().all(|byte| byte.is_ascii_digit()))?;
    let mut value: u64 = first.1.parse().ok()?;
    let mut end = end_of(first);
    let mut used = 1;
    for next in &words[1..] {
        let joint = &text[end as usize..next.0 as usize];
        if joint == "," && next.1.len() == 3 && next.1.bytes().all(|byte| byte.is_ascii_digit()) {
            value = value.checked_mul(1000)?.checked_add(next.1.parse().ok()?)?;
            (end, used) = (end_of(next), used + 1);
        } else {
            break;
        }
    }
    // A decimal fraction is a measure and no count.
    if text[end as usize..].starts_with('.')
        && text[end as usize + 1..].starts_with(|c: char| c.is_ascii_digit())
    {
        return None;
    }
    if let Some(next) = words.get(used) {
        let scale = match next.1 {
            "thousand" => 1_000,
            "million" => 1_000_000,
            "billion" => 1_000_000_000,
            _ => 1,
        };
        if scale > 1 && text[end as usize..next.0 as usize].trim().is_empty() {
            value = value.checked_mul(scale)?;
            (end, used) = (end_of(next), used + 1);
        }
    }
    Some((value, end, used))
}

/// What the words that end `before` make of the number after them, and where those words begin.
fn bound(before: &str) -> (Bound, Option<u32>) {
    let begins = |phrase: &&str| {
        let at = before.len().checked_sub(phrase.len())?;
        let (rest, end) = (before.get(..at)?, before.get(at..)?);
        let is_word = !rest.ends_with(|c: char| c.is_alphanumeric());
        (is_word && end.eq_ignore_ascii_case(phrase)).then(|| u32::try_from(at).ok())?
    };
    let kinds = [(Bound::AtLeast, &AT_LEAST), (Bound::AtMost, &AT_MOST), (Bound::About, &ABOUT)];
    let found = kinds
        .into_iter()
        .find_map(|(bound, phrases)| Some((bound, Some(phrases.iter().find_map(begins)?))));
    found.unwrap_or((Bound::Exactly, None))
}

/// The first count of each document, so that a document does not agree with itself.
fn first_of_each_document(counts: Vec<(Count, &str)>) -> (Vec<Count>, Vec<&str>) {
    let mut kept: Vec<(Count, &str)> = Vec::new();
    for count in counts {
        if kept.last().is_none_or(|last| last.0.document != count.0.document) {
            kept.push(count);
        }
    }
    kept.into_iter().unzip()
}

/// Of counts of one number and noun, those that share a word around with the first, one for each document.
fn alike(counts: Vec<Count>) -> Vec<Count> {
    let mut kept: Vec<Count> = Vec::new();
    for count in counts {
        let fits = kept.first().is_none_or(|first| {
            let is_other = kept.iter().all(|kept| kept.document != count.document);
            let shared = first.around.iter().filter(|word| count.around.contains(word)).count();
            // A round small number of people is in many documents; a large number is seldom there by chance.
            is_other && shared >= if first.value < 1000 { 2 } else { 1 }
        });
        if fits {
            kept.push(count);
        }
    }
    kept
}

fn figure(documents: &[Document], counts: &[Count]) -> Figure {
    let first = &counts[0];
    let words = first.span.of(&documents[first.document].text);
    let subject = words.rsplit(|c: char| c.is_ascii_digit()).next().unwrap_or_default();
    Figure {
        subject: subject.trim_start().to_owned(),
        places: counts
            .iter()
            .map(|count| Place { document: documents[count.document].id.clone(), span: count.span })
            .collect(),
        relation: relation(counts).to_owned(),
    }
}

/// How the numbers relate: the worst of all pairs.
fn relation(counts: &[Count]) -> &'static str {
    let pairs = counts
        .iter()
        .enumerate()
        .flat_map(|(at, a)| counts[at + 1..].iter().map(move |b| of_two(a, b)));
    pairs.max().map_or("agree", |(_, name)| name)
}

/// The relation of two numbers, with a rank: agreement is 0, contradiction 2.
fn of_two(a: &Count, b: &Count) -> (u8, &'static str) {
    let (low, high) = if a.value <= b.value { (a, b) } else { (b, a) };
    let allows = low.bound == Bound::AtLeast
        || high.bound == Bound::AtMost
        || ((low.bound == Bound::About || high.bound == Bound::About)
            && high.value - low.value <= high.value / 10);
    match () {
        () if a.value == b.value && a.bound == b.bound => (0, "agree"),
        () if a.value == b.value || allows => (1, "compatible"),
        () => (2, "conflict"),
    }
}

/// The first two reports whose numbers contradict one another.
fn conflict(documents: &[Document], counts: &[Count], reports: &[&str]) -> Option<Conflict> {
    let of = |count: &Count| {
        count
            .span
            .of(&documents[count.document].text)
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
            // A bound that opens its sentence: "Over 1,250 prisoners". Nothing else has capitals.
            .to_lowercase()
    };
    counts.iter().enumerate().find_map(|(at, a)| {
        let other = (at + 1..counts.len()).find(|&other| of_two(a, &counts[other]).0 == 2)?;
        let mut ids = [reports[at].to_owned(), reports[other].to_owned()];
        ids.sort();
        let note = format!("One document has {}, another {}.", of(a), of(&counts[other]));
        Some(Conflict { kind: "figure".to_owned(), reports: ids, note })
    })
}

/// Whether a sentence is part of the document's header or its list of sources.
fn is_apparatus(document: &Document, sentence: Span) -> bool {
    document.block_at(sentence.start).is_some_and(|block| block.kind.is_apparatus())
}
