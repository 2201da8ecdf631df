//! Everything about the events but the documents' texts, with the names of the corpus format.

use dateline_corpus::{
    Basis, Date, Document, EntityKind, Event, EventKind, IssuedBasis, Modality, Report, Span,
};
use serde::Serialize;

use super::{Table, iso};
use crate::event_date_in_words;

/// The version of what this module writes; within one, fields are only added.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Export<'a> {
    dateline_export: u32,
    title: &'a str,
    sha256: &'a str,
    documents: Vec<DocumentRow<'a>>,
    events: Vec<EventRow<'a>>,
}

#[derive(Serialize)]
struct DocumentRow<'a> {
    id: &'a str,
    source: &'a str,
    sha256: &'a str,
    title: &'a str,
    issued: Option<&'a Date>,
    issued_basis: IssuedBasis,
    publication: Option<&'a str>,
    authors: &'a [String],
    url: Option<&'a str>,
    language: &'a str,
}

#[derive(Serialize)]
struct EventRow<'a> {
    id: &'a str,
    date: &'a Date,
    date_in_words: String,
    first_day: Option<String>,
    last_day: Option<String>,
    precision: &'static str,
    kind: EventKind,
    title: &'a str,
    people: Vec<&'a str>,
    organisations: Vec<&'a str>,
    places: Vec<&'a str>,
    link: Option<String>,
    reports: Vec<ReportRow<'a>>,
}

#[derive(Serialize)]
struct ReportRow<'a> {
    id: &'a str,
    document: &'a str,
    span: Span,
    sentence: String,
    date_words: Option<&'a str>,
    date: &'a Date,
    #[serde(rename = "type")]
    kind: &'a str,
    value: &'a str,
    #[serde(rename = "mod")]
    modifier: Option<&'a str>,
    rule: &'a str,
    basis: Basis,
    modality: Modality,
    copies: Option<&'a str>,
}

pub(super) fn events(table: &Table<'_>) -> String {
    let source = table.source;
    let export = Export {
        dateline_export: VERSION,
        title: source.title,
        sha256: &source.corpus.sha256,
        documents: source.corpus.documents.iter().map(document).collect(),
        events: source.events.iter().map(|event| self::event(table, event)).collect(),
    };
    super::pretty(&export)
}

fn document(document: &Document) -> DocumentRow<'_> {
    DocumentRow {
        id: &document.id,
        source: &document.source,
        sha256: &document.sha256,
        title: &document.title,
        issued: document.issued.as_ref(),
        issued_basis: document.issued_basis,
        publication: document.publication.as_deref(),
        authors: &document.authors,
        url: document.url.as_deref(),
        language: &document.language,
    }
}

fn event<'a>(table: &Table<'a>, event: &'a Event) -> EventRow<'a> {
    EventRow {
        id: &event.id,
        date: &event.date,
        date_in_words: event_date_in_words(event),
        first_day: event.date.first().map(iso),
        last_day: event.date.last().map(iso),
        precision: event.date.precision().name(),
        kind: event.kind,
        title: &event.title,
        people: table.names(event, EntityKind::Person),
        organisations: table.names(event, EntityKind::Organisation),
        places: table.names(event, EntityKind::Place),
        link: table.link(event),
        reports: event.reports.iter().map(|report| self::report(table, report)).collect(),
    }
}

fn report<'a>(table: &Table<'a>, report: &'a Report) -> ReportRow<'a> {
    ReportRow {
        id: &report.id,
        document: &report.document,
        span: report.span,
        sentence: table.sentence(report),
        date_words: table.document(report).map(|document| report.timex.of(&document.text)),
        date: &report.date,
        kind: &report.kind,
        value: &report.value,
        modifier: report.modifier.as_deref(),
        rule: &report.rule,
        basis: report.basis,
        modality: report.modality,
        copies: report.copies.as_deref(),
    }
}
