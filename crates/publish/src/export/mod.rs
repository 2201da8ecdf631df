//! Events as files for other programs. Uncertain dates survive as far as a format can hold them,
//! and the EDTF value always goes with them. Chooses no events and asks no clock.

mod calendar;
mod csv;
mod json;
mod markdown;
mod name;
mod timeline;

use std::collections::HashMap;

use dateline_corpus::{Corpus, Day, Document, EntityKind, Event, IssuedBasis, Report};
use serde::Serialize;

pub use name::{file_name, file_stem};

use crate::{ViewState, date_in_words, link, outward_link};

/// A file format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// One row an event, RFC 4180, in UTF-8 with a byte order mark.
    Csv,
    /// Everything about the events but the documents' texts.
    Json,
    /// The spreadsheet of TimelineJS as CSV.
    TimelineCsv,
    /// The data of TimelineJS.
    TimelineJson,
    /// A calendar, RFC 5545.
    Calendar,
    /// A chronology to be read.
    Markdown,
}

impl Format {
    /// Every format, in the order in which they are offered.
    pub const ALL: [Self; 6] = [
        Self::Csv,
        Self::Json,
        Self::TimelineCsv,
        Self::TimelineJson,
        Self::Calendar,
        Self::Markdown,
    ];

    /// Its name, the same in every language.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Csv => "CSV",
            Self::Json => "JSON",
            Self::TimelineCsv => "TimelineJS CSV",
            Self::TimelineJson => "TimelineJS JSON",
            Self::Calendar => "iCalendar",
            Self::Markdown => "Markdown",
        }
    }

    /// The ending of a file's name, without the first dot.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Json => "json",
            Self::TimelineCsv => "timeline.csv",
            Self::TimelineJson => "timeline.json",
            Self::Calendar => "ics",
            Self::Markdown => "md",
        }
    }

    /// Its media type.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Csv | Self::TimelineCsv => "text/csv;charset=utf-8",
            Self::Json | Self::TimelineJson => "application/json",
            Self::Calendar => "text/calendar;charset=utf-8",
            Self::Markdown => "text/markdown;charset=utf-8",
        }
    }
}

/// What an export is made of.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// The collection.
    pub corpus: &'a Corpus,
    /// The events, in the order in which they are written.
    pub events: &'a [&'a Event],
    /// The name of the collection, for a headline.
    pub title: &'a str,
    /// The address of the explorer without fragment, if it has one that others can open.
    pub address: Option<&'a str>,
    /// The day of the export; a calendar asks for it.
    pub today: Option<Day>,
}

/// A written export.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Export {
    /// The content of the file.
    pub text: String,
    /// How many events the format cannot hold; they are not in the file.
    pub left_out: u32,
}

/// The events of `source` as a file in `format`.
#[must_use]
pub fn export(source: &Source<'_>, format: Format) -> Export {
    let table = Table::new(source);
    let all = |text| Export { text, left_out: 0 };
    match format {
        Format::Csv => all(csv::events(&table)),
        Format::Json => all(json::events(&table)),
        Format::TimelineCsv => all(timeline::csv(&table)),
        Format::TimelineJson => all(timeline::json(&table)),
        Format::Calendar => calendar::events(&table),
        Format::Markdown => all(markdown::events(&table)),
    }
}

/// An export's source with what the formats look up in it.
struct Table<'a> {
    source: &'a Source<'a>,
    documents: HashMap<&'a str, &'a Document>,
}

impl<'a> Table<'a> {
    fn new(source: &'a Source<'a>) -> Self {
        let documents = source.corpus.documents.iter().map(|d| (d.id.as_str(), d)).collect();
        Self { source, documents }
    }

    fn document(&self, report: &Report) -> Option<&'a Document> {
        self.documents.get(report.document.as_str()).copied()
    }

    /// The sentence of a report, in one line.
    fn sentence(&self, report: &Report) -> String {
        let text = self.document(report).map_or("", |document| report.span.of(&document.text));
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The title of an event, with what it speaks of where it does not say so itself.
    fn title(&self, event: &Event) -> String {
        let titled = |report| Some(Report::titled(report, &self.document(report)?.text));
        event.lead().and_then(titled).unwrap_or_else(|| event.title.clone())
    }

    /// The documents that report an event, each once, in order.
    fn sources(&self, event: &Event) -> Vec<&'a Document> {
        let mut sources: Vec<&Document> = Vec::new();
        for document in event.reports.iter().filter_map(|report| self.document(report)) {
            if !sources.iter().any(|known| known.id == document.id) {
                sources.push(document);
            }
        }
        sources
    }

    /// The names of what the event's reports mention, each once, in order.
    fn names(&self, event: &Event, kind: EntityKind) -> Vec<&'a str> {
        let entities = &self.source.corpus.entities;
        let mut names = Vec::new();
        for index in event.reports.iter().flat_map(|report| &report.entities) {
            match entities.get(*index as usize).filter(|entity| entity.kind == kind) {
                Some(entity) if !names.contains(&entity.name.as_str()) => names.push(&entity.name),
                _ => {}
            }
        }
        names
    }

    /// Where the event opens in the explorer.
    fn link(&self, event: &Event) -> Option<String> {
        let address = self.source.address?;
        let report = event.lead()?;
        let state = ViewState { event: Some(report.id.clone()), ..ViewState::default() };
        Some(format!("{address}#{}", link::encode(&state)))
    }
}

/// The address of the document itself, if it names one that may become a link.
fn address(document: &Document) -> Option<String> {
    document.url.as_deref().and_then(outward_link)
}

/// The day a document was issued, in words; in brackets where it was inferred, as citations have it.
fn issued(document: &Document) -> Option<String> {
    let words = date_in_words(document.issued.as_ref()?);
    let inferred = document.issued_basis == IssuedBasis::Inferred;
    Some(if inferred { format!("[{words}]") } else { words })
}

/// A day in ISO 8601, of an astronomical year.
fn iso(day: Day) -> String {
    let (year, month, date) = day.civil();
    let sign = if year < 0 { "-" } else { "" };
    format!("{sign}{:04}-{month:02}-{date:02}", year.abs())
}

/// A value as JSON to be read by people too.
pub(crate) fn pretty(value: &impl Serialize) -> String {
    serde_json::to_string_pretty(value).expect("names, strings and whole numbers are JSON") + "\n"
}
