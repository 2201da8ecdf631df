//! Weight: which events matter most in this corpus. A plain sum, so that the page can show it.

use std::collections::BTreeMap;

use dateline_corpus::{Document, Event, EventKind, Modality, Precision, Report};

use crate::{formula, report};

/// For each document that reports the event in words of its own.
const OWN_WORDS: u32 = 100;
/// For each further report.
const FURTHER: u32 = 20;
/// For each other event of the same date, [`SAME_DATE_MOST`] of them at most.
const SAME_DATE: u32 = 10;
const SAME_DATE_MOST: u32 = 5;
/// When the date is a day or a range of days.
const PRECISE: u32 = 30;
/// When one of the reports stands in the first quarter of its document.
const EARLY: u32 = 20;
/// What an event has of it when no report tells of anything done.
const UNTOLD_DIVISOR: u32 = 2;
/// What a publication, work or reference has of it: it frames the happening and is not one. So does a
/// formula.
const FRAME_DIVISOR: u32 = 10;

/// Gives every event its weight. `documents` are those of the corpus.
pub(crate) fn weigh(documents: &[Document], events: &mut [Event]) {
    let texts: BTreeMap<&str, &Document> =
        documents.iter().map(|document| (document.id.as_str(), document)).collect();
    let formulas = formula::formulas(&texts, events);
    let mut dates: BTreeMap<String, u32> = BTreeMap::new();
    for event in events.iter().filter(|event| event.kind == EventKind::Mention) {
        *dates.entry(event.date.edtf().to_owned()).or_default() += 1;
    }
    for (event, is_formula) in events.iter_mut().zip(formulas) {
        let mut documents: Vec<&str> = Vec::new();
        let mut sum = 0;
        for report in &event.reports {
            if report.copies.is_none() && !documents.contains(&report.document.as_str()) {
                sum += OWN_WORDS;
                documents.push(&report.document);
            } else {
                sum += FURTHER;
            }
        }
        let same_date = dates.get(event.date.edtf()).map_or(0, |count| count.saturating_sub(1));
        sum += SAME_DATE * same_date.min(SAME_DATE_MOST);
        if matches!(event.date.precision(), Precision::Day | Precision::Range) {
            sum += PRECISE;
        }
        if event.reports.iter().any(|report| is_early(report, &texts)) {
            sum += EARLY;
        }
        let tells = |report: &Report| {
            let document = texts.get(report.document.as_str());
            document.is_none_or(|document| !document.language.starts_with("en"))
                || tells_of_doing(report)
        };
        event.weight = if event.kind != EventKind::Mention || is_formula {
            sum / FRAME_DIVISOR
        } else if event.reports.iter().any(tells) {
            sum
        } else {
            sum / UNTOLD_DIVISOR
        };
    }
}

/// Whether a report says that something was or will be done, and not what is so, should be or is not; a
/// decade or a century is when something was so.
fn tells_of_doing(report: &Report) -> bool {
    let is_done = |word: &str| {
        report::is_verb_of_doing(word) && !matches!(word, "would" | "could" | "might" | "am")
    };
    // "The court denied review" is done, "has not been found" is not.
    (report.modality != Modality::Denied || report.title.contains("denied"))
        && !report.date.edtf().contains('X')
        && report.title.split(|c: char| !c.is_alphanumeric()).any(is_done)
}

fn is_early(report: &Report, texts: &BTreeMap<&str, &Document>) -> bool {
    let length = texts.get(report.document.as_str()).map_or(0, |document| document.text.len());
    report.span.range().start * 4 < length
}
