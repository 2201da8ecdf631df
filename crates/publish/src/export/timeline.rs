//! The data of TimelineJS, as its spreadsheet and as its JSON. What its fields cannot say of a date
//! stands in the date it displays.
//!
//! Source: Knight Lab, "TimelineJS: JSON data format" and its spreadsheet template.

use std::borrow::Cow;

use dateline_corpus::{Date, Day, Document, Event, Precision};
use serde::Serialize;

use super::{Table, address, csv, issued};
use crate::cite::date_parts;
use crate::event_date_in_words;
use crate::html::escape;

const HEADER: [&str; 18] = [
    "Year",
    "Month",
    "Day",
    "Time",
    "End Year",
    "End Month",
    "End Day",
    "End Time",
    "Display Date",
    "Headline",
    "Text",
    "Media",
    "Media Credit",
    "Media Caption",
    "Media Thumbnail",
    "Type",
    "Group",
    "Background",
];

pub(super) fn csv(table: &Table<'_>) -> String {
    let mut rows = vec![HEADER.map(str::to_owned).to_vec()];
    let mut title = vec![String::new(); HEADER.len()];
    title[9] = escape(table.source.title).into_owned();
    title[15] = "title".into();
    rows.push(title);
    for event in table.source.events {
        let Some((start, end)) = ends(event) else { continue };
        let mut row: Vec<_> = start.cells().into();
        row.extend(end.map(|end| end.cells()).unwrap_or_default());
        row.extend([display(event), escape(&table.title(event)).into_owned(), text(table, event)]);
        row.resize(HEADER.len(), String::new());
        row[16] = group(table, event);
        rows.push(row);
    }
    csv::write(&rows)
}

#[derive(Serialize)]
struct Timeline<'a> {
    title: Title<'a>,
    events: Vec<Slide<'a>>,
    scale: &'static str,
}

#[derive(Serialize)]
struct Title<'a> {
    text: Words<'a>,
}

#[derive(Serialize)]
struct Slide<'a> {
    unique_id: &'a str,
    start_date: End,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_date: Option<End>,
    display_date: String,
    text: Words<'a>,
    group: String,
    autolink: bool,
    /// TimelineJS passes over what it does not know.
    edtf: &'a str,
}

/// A headline and a text, in HTML.
#[derive(Serialize)]
struct Words<'a> {
    headline: Cow<'a, str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
}

pub(super) fn json(table: &Table<'_>) -> String {
    let events = table.source.events.iter().filter_map(|event| {
        let (start_date, end_date) = ends(event)?;
        let headline = Cow::Owned(escape(&table.title(event)).into_owned());
        Some(Slide {
            unique_id: &event.id,
            start_date,
            end_date,
            display_date: display(event),
            text: Words { headline, text: Some(text(table, event)) },
            group: group(table, event),
            autolink: false,
            edtf: event.date.edtf(),
        })
    });
    super::pretty(&Timeline {
        events: events.collect(),
        title: Title { text: Words { headline: escape(table.source.title), text: None } },
        scale: "human",
    })
}

/// A date as TimelineJS knows it: a year, perhaps a month, perhaps a day.
#[derive(PartialEq, Eq, Serialize)]
struct End {
    year: i32,
    #[serde(skip_serializing_if = "Option::is_none")]
    month: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    day: Option<i32>,
}

impl End {
    /// One end of an EDTF value, as exact as it is written.
    fn written(edtf: &str) -> Option<Self> {
        let parts = date_parts(&Date::parse(edtf)?)?.pop()?;
        let at = |index: usize| parts.get(index).copied();
        Some(Self { year: at(0)?, month: at(1), day: at(2) })
    }

    /// A day, as exact as forms that are not made of such ends can be.
    fn reckoned(day: Day, precision: Precision) -> Self {
        let (year, month, day) = day.civil();
        let whole_years = matches!(precision, Precision::Year | Precision::Years);
        let month = (!whole_years).then_some(month.into());
        let day = (!whole_years && precision != Precision::Month).then_some(day.into());
        Self { year, month, day }
    }

    fn cells(&self) -> [String; 4] {
        let number = |number: Option<i32>| number.map(|n| n.to_string()).unwrap_or_default();
        [self.year.to_string(), number(self.month), number(self.day), String::new()]
    }
}

/// Where the event begins and, if that is elsewhere, ends. An open end is left to the words.
fn ends(event: &Event) -> Option<(End, Option<End>)> {
    let date = &event.date;
    let (first, last) = match date.edtf().split_once('/') {
        Some((first, last)) => (End::written(first), End::written(last)),
        None => (End::written(date.edtf()), None),
    };
    match (first, last) {
        (Some(first), last) => return Some((first, last)),
        (None, Some(last)) => return Some((last, None)),
        (None, None) => {}
    }
    let reckoned = |day| End::reckoned(day, date.precision());
    let start = reckoned(date.first().or(date.last())?);
    let end = reckoned(date.last().or(date.first())?);
    Some(if end == start { (start, None) } else { (start, Some(end)) })
}

fn display(event: &Event) -> String {
    escape(&event_date_in_words(event)).into_owned()
}

/// The first document's name: it makes the lane.
fn group(table: &Table<'_>, event: &Event) -> String {
    let first = table.sources(event).first().copied();
    let name = first.map(|document| document.publication.as_ref().unwrap_or(&document.title));
    name.map(|name| escape(name).into_owned()).unwrap_or_default()
}

/// A document's title with its address and the day it was issued, in HTML.
fn origin(document: &Document) -> String {
    let title = escape(&document.title);
    let mut out = match address(document) {
        Some(address) => format!("<a href=\"{}\">{title}</a>", escape(&address)),
        None => title.into_owned(),
    };
    out.extend(issued(document).map(|issued| format!(", {}", escape(&issued))));
    out
}

/// The sentence and who reports it, in HTML, since that is how it is read there.
fn text(table: &Table<'_>, event: &Event) -> String {
    let mut out = String::new();
    if let Some(report) = event.lead() {
        out += &format!("<p>{}</p>", escape(&table.sentence(report)));
    }
    let sources = table.sources(event);
    let titles: Vec<_> = sources.iter().map(|document| origin(document)).collect();
    out += &format!("<p>{} ({})</p>", titles.join("; "), escape(event.date.edtf()));
    if let Some(link) = table.link(event) {
        let link = escape(&link);
        out += &format!("<p><a href=\"{link}\">{link}</a></p>");
    }
    out
}
