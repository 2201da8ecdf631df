//! Comma-separated values that no spreadsheet takes for formulas.
//!
//! Source: RFC 4180; OWASP, "CSV Injection".

use dateline_corpus::{Date, Document, EntityKind, IssuedBasis};

use super::{Table, address, iso};
use crate::event_date_in_words;

/// Without it a common spreadsheet reads UTF-8 as something else.
const BYTE_ORDER_MARK: char = '\u{FEFF}';

const HEADER: [&str; 21] = [
    "date",
    "edtf",
    "first_day",
    "last_day",
    "precision",
    "title",
    "sentence",
    "sources",
    "publications",
    "issued",
    "issued_basis",
    "urls",
    "reports",
    "kind",
    "certainty",
    "modality",
    "people",
    "organisations",
    "places",
    "id",
    "link",
];

/// One row an event. What is said of several sources stands in their order between semicolons, and the
/// last column is left out where the explorer has no address that others can open.
pub(super) fn events(table: &Table<'_>) -> String {
    let width = HEADER.len() - usize::from(table.source.address.is_none());
    let mut rows = vec![HEADER[..width].iter().map(|&name| name.to_owned()).collect::<Vec<_>>()];
    for event in table.source.events {
        let first = event.lead();
        let sources = table.sources(event);
        let join = |names: Vec<&str>| names.join("; ");
        let day = |day: Option<_>| day.map(iso).unwrap_or_default();
        let mut publications: Vec<_> =
            sources.iter().filter_map(|document| document.publication.as_deref()).collect();
        publications.dedup();
        let each = |told: fn(&Document) -> String| {
            let told: Vec<_> = sources.iter().map(|document| told(document)).collect();
            if told.iter().all(String::is_empty) { String::new() } else { told.join("; ") }
        };
        let mut row = vec![
            event_date_in_words(event),
            event.date.edtf().to_owned(),
            day(event.date.first()),
            day(event.date.last()),
            event.date.precision().name().to_owned(),
            table.title(event),
            first.map(|report| table.sentence(report)).unwrap_or_default(),
            join(sources.iter().map(|document| document.title.as_str()).collect()),
            join(publications),
            each(|document| document.issued.as_ref().map_or("", Date::edtf).to_owned()),
            each(|document| issued_basis(document).to_owned()),
            each(|document| address(document).unwrap_or_default()),
            event.reports.len().to_string(),
            event.kind.name().to_owned(),
            first.map_or("", |report| report.basis.name()).to_owned(),
            first.map_or("", |report| report.modality.name()).to_owned(),
            join(table.names(event, EntityKind::Person)),
            join(table.names(event, EntityKind::Organisation)),
            join(table.names(event, EntityKind::Place)),
            event.id.clone(),
            table.link(event).unwrap_or_default(),
        ];
        row.truncate(width);
        rows.push(row);
    }
    write(&rows)
}

fn issued_basis(document: &Document) -> &'static str {
    match (&document.issued, document.issued_basis) {
        (None, _) => "",
        (Some(_), IssuedBasis::Inferred) => "inferred",
        (Some(_), _) => "stated",
    }
}

/// The rows as a file.
pub(super) fn write(rows: &[Vec<String>]) -> String {
    let mut out = String::from(BYTE_ORDER_MARK);
    for row in rows {
        let cells: Vec<_> = row.iter().map(|value| cell(value)).collect();
        out.push_str(&cells.join(","));
        out.push_str("\r\n");
    }
    out
}

/// A value as a cell: quoted where it must be, and led by an apostrophe where a spreadsheet would
/// otherwise reckon with it.
fn cell(value: &str) -> String {
    let reckons = value.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    let value = if reckons && !is_year(value) { format!("'{value}") } else { value.to_owned() };
    if value.contains(['"', ',', '\r', '\n', ';']) {
        format!("\"{}\"", value.replace('"', "\"\""))
    } else {
        value
    }
}

/// Whether it is a year before the common era, which is a number, or not exactly known and then no
/// formula: `-0663`, `-0663~`. A month or a day, `-0663-05`, would be reckoned with, and `%`
/// would divide it by a hundred.
fn is_year(value: &str) -> bool {
    let digits = value.strip_prefix('-').unwrap_or_default().trim_end_matches(['~', '?']);
    !digits.is_empty() && digits.len() < 8 && digits.bytes().all(|byte| byte.is_ascii_digit())
}
