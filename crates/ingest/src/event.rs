//! Events: reports of one happening from several documents, and the events that frame them
//! (publications, works, references).

mod cluster;
mod copied;
mod facts;
mod frame;
mod happening;
mod merge;
mod pairs;
mod quoted;
mod spans;

use dateline_corpus::{Document, Entity, Event, EventKind, Passage, Report};

use crate::report::Quotation;

/// All events of the corpus, by date, then by id. `reports` holds those of each document, in the
/// order of `documents`.
pub(crate) fn events(
    documents: &[Document],
    entities: &[Entity],
    passages: &[Passage],
    reports: Vec<Vec<Report>>,
    quotations: &[Vec<Quotation>],
) -> Vec<Event> {
    let mut events = merge::merge(documents, entities, passages, reports, quotations);
    for document in documents {
        events.extend(frame::publication(document));
    }
    events.extend(frame::references(documents));
    events.sort_by(|a, b| (&a.date, &a.id).cmp(&(&b.date, &b.id)));
    events
}

/// An event of `reports`, which are in document order and not empty; dated as its first report is.
fn event(kind: EventKind, reports: Vec<Report>, joined: Vec<String>) -> Event {
    let first = &reports[0];
    Event {
        id: format!("e{}", first.id),
        date: first.date.clone(),
        kind,
        title: first.title.clone(),
        weight: 0,
        joined,
        reports,
    }
}
