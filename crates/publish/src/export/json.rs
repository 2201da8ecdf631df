//! Everything about the events but the documents' texts, with the names of the corpus format.

use dateline_corpus::{EntityKind, Event, Report};
use serde_json::{Value, json};

use super::{Table, basis_name, iso, kind_name, modality_name, precision_name};
use crate::event_date_in_words;

/// The version of what this module writes; within one, fields are only added.
const EXPORT: u32 = 1;

pub(super) fn events(table: &Table<'_>) -> String {
    let source = table.source;
    let sources = source.corpus.documents.iter().map(|document| {
        json!({
            "id": document.id,
            "source": document.source,
            "sha256": document.sha256,
            "title": document.title,
            "issued": document.issued,
            "issued_basis": document.issued_basis,
            "publication": document.publication,
            "authors": document.authors,
            "url": document.url,
            "language": document.language,
        })
    });
    let value = json!({
        "dateline_export": EXPORT,
        "title": source.title,
        "sha256": source.corpus.sha256,
        "documents": sources.collect::<Vec<_>>(),
        "events": source.events.iter().map(|event| self::event(table, event)).collect::<Vec<_>>(),
    });
    serde_json::to_string_pretty(&value).expect("names and strings are JSON") + "\n"
}

fn event(table: &Table<'_>, event: &Event) -> Value {
    json!({
        "id": event.id,
        "date": event.date,
        "date_in_words": event_date_in_words(event),
        "first_day": event.date.first().map(iso),
        "last_day": event.date.last().map(iso),
        "precision": precision_name(event.date.precision()),
        "kind": kind_name(event.kind),
        "title": event.title,
        "people": table.names(event, EntityKind::Person),
        "organisations": table.names(event, EntityKind::Organisation),
        "places": table.names(event, EntityKind::Place),
        "link": table.link(event),
        "reports": event.reports.iter().map(|report| self::report(table, report)).collect::<Vec<_>>(),
    })
}

fn report(table: &Table<'_>, report: &Report) -> Value {
    json!({
        "id": report.id,
        "document": report.document,
        "span": report.span,
        "sentence": table.sentence(report),
        "date_words": table.document(report).map(|document| report.timex.of(&document.text)),
        "date": report.date,
        "type": report.kind,
        "value": report.value,
        "mod": report.modifier,
        "rule": report.rule,
        "basis": basis_name(report.basis),
        "modality": modality_name(report.modality),
        "copies": report.copies,
    })
}
