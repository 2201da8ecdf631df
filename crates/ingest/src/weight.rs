//! Weight: which events matter most in this corpus. A plain sum, so that the page can show it.

use std::collections::BTreeMap;

use dateline_corpus::{Document, Event, EventKind, Precision, Report};

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
/// What a publication, work or reference has of it: it frames the happening and is not one.
const FRAME_DIVISOR: u32 = 10;

/// Gives every event its weight. `documents` are those of the corpus.
pub(crate) fn weigh(documents: &[Document], events: &mut [Event]) {
    let lengths: BTreeMap<&str, usize> =
        documents.iter().map(|document| (document.id.as_str(), document.text.len())).collect();
    let mut dates: BTreeMap<String, u32> = BTreeMap::new();
    for event in events.iter().filter(|event| event.kind == EventKind::Mention) {
        *dates.entry(event.date.edtf().to_owned()).or_default() += 1;
    }
    for event in events {
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
        if event.reports.iter().any(|report| is_early(report, &lengths)) {
            sum += EARLY;
        }
        event.weight = if event.kind == EventKind::Mention { sum } else { sum / FRAME_DIVISOR };
    }
}

fn is_early(report: &Report, lengths: &BTreeMap<&str, usize>) -> bool {
    let length = lengths.get(report.document.as_str()).copied().unwrap_or_default();
    report.span.range().start * 4 < length
}
