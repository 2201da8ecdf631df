//! Dates that contradict one another: two documents date the same doing of the same name differently.
//! Shown side by side; nothing is averaged or decided.

use std::collections::BTreeMap;

use dateline_corpus::{
    Conflict, Date, Document, Event, EventKind, Modality, Precision, Report, Span,
};

use crate::{formula, words};

/// The verb must stand this close to the date, in bytes.
const NEAR: u32 = 60;
/// So many content words two sentences share at least, name and verb among them.
const SHARED: usize = 4;
/// Where both dates are days, or both years, two happenings are likelier than one that is dated
/// differently: then so many hundredths of the shorter sentence's words must be shared.
const SHARED_OF_EXACT: usize = 60;
/// Verbs that are in very many reports and tell no happening from another.
const IDLE: [&str; 15] = [
    "accepted",
    "asked",
    "based",
    "called",
    "continued",
    "elected",
    "entered",
    "expected",
    "issued",
    "located",
    "published",
    "released",
    "served",
    "started",
    "used",
];
/// A verb and name that more reports than this have tell nothing.
const COMMON: usize = 4;
/// Dates farther apart than this, in days, are two happenings.
const FARTHEST: i32 = 400;

/// The contradictions between the dates of different events, by their reports' ids.
pub(crate) fn conflicts(documents: &[Document], events: &[Event]) -> Vec<Conflict> {
    let documents: BTreeMap<&str, &Document> =
        documents.iter().map(|d| (d.id.as_str(), d)).collect();
    let mut groups: BTreeMap<(String, u32), Vec<(usize, &Report)>> = BTreeMap::new();
    for (number, event) in
        events.iter().enumerate().filter(|(_, event)| event.kind == EventKind::Mention)
    {
        for report in event.reports.iter().filter(|report| report.modality == Modality::Reported) {
            let Some(verb) =
                documents.get(report.document.as_str()).and_then(|document| verb(document, report))
            else {
                continue;
            };
            for &entity in &report.entities {
                groups.entry((verb.clone(), entity)).or_default().push((number, report));
            }
        }
    }
    let mut conflicts: Vec<Conflict> = Vec::new();
    for group in groups.into_values().filter(|group| group.len() <= COMMON) {
        for (at, (event, a)) in group.iter().enumerate() {
            for (other, b) in &group[at + 1..] {
                let is_apart =
                    a.document != b.document && event != other && differ(&a.date, &b.date);
                if is_apart && shares_words(&documents, a, b) && !is_formula(&documents, a, b) {
                    let mut reports = [a.id.clone(), b.id.clone()];
                    reports.sort();
                    let note = format!(
                        "One document dates it {}, another {}.",
                        a.date.edtf(),
                        b.date.edtf()
                    );
                    conflicts.push(Conflict { kind: "date".to_owned(), reports, note });
                }
            }
        }
    }
    conflicts.sort_by(|a, b| a.reports.cmp(&b.reports));
    conflicts.dedup_by(|a, b| a.reports == b.reports);
    conflicts
}

/// Whether two dates have no day in common, and are not so far apart that they are two happenings.
fn differ(a: &Date, b: &Date) -> bool {
    let apart = |end: Option<dateline_corpus::Day>, start: Option<dateline_corpus::Day>| matches!((end, start), (Some(end), Some(start)) if start.0 - end.0 <= FARTHEST);
    !a.meets(b) && (apart(a.last(), b.first()) || apart(b.last(), a.first()))
}

/// Whether two reports are one formula with another date in it, or each speaks of its document's own day.
fn is_formula(documents: &BTreeMap<&str, &Document>, a: &Report, b: &Report) -> bool {
    let (Some(one), Some(other)) =
        (documents.get(a.document.as_str()), documents.get(b.document.as_str()))
    else {
        return false;
    };
    let is_of_issue = |document: &Document, report: &Report| {
        report.reference.is_some() && document.issued.as_ref() == Some(&report.date)
    };
    (is_of_issue(one, a) && is_of_issue(other, b)) || formula::are_one((one, a), (other, b))
}

fn shares_words(documents: &BTreeMap<&str, &Document>, a: &Report, b: &Report) -> bool {
    let content = |report: &Report| {
        let document = documents.get(report.document.as_str())?;
        Some(words::content(&document.text, report.span, &document.timexes))
    };
    let (first, second) = (&a.date, &b.date);
    let (Some(a), Some(b)) = (content(a), content(b)) else { return false };
    let mut shared: Vec<&String> = a.iter().filter(|word| b.contains(word)).collect();
    shared.sort_unstable();
    shared.dedup();
    let is_exact = |date: &Date| matches!(date.precision(), Precision::Day | Precision::Year);
    let shorter = a.len().min(b.len());
    let exact = first.precision() == second.precision() && is_exact(first);
    shared.len() >= SHARED && (!exact || shared.len() * 100 >= shorter * SHARED_OF_EXACT)
}

/// The stem of the past verb that stands nearest before the date, in the same sentence.
fn verb(document: &Document, report: &Report) -> Option<String> {
    let before = Span { start: report.span.start, end: report.timex.start };
    let verb = words::split(before.of(&document.text))
        .filter(|(start, word)| {
            let is_near = report.timex.start - (before.start + start) <= NEAR;
            is_near
                && word.len() > 4
                && word.ends_with("ed")
                && word.starts_with(|c: char| c.is_ascii_lowercase())
        })
        .last()?
        .1;
    let stem = words::stem(verb);
    let is_common = crate::entity::is_saying(verb) || IDLE.contains(&verb);
    (!is_common).then_some(stem)
}
