//! Tables: CSV with one document a row, and TimelineJS's, whose rows are events with dates of their own.

mod timeline;

use std::collections::BTreeMap;

use dateline_corpus::{BlockKind, Metadatum};

use super::{Reader, Reading, decode, fields, left_out, not_text, partly};
use crate::Source;
use crate::structure::{Draft, Writer, span};

pub(super) use timeline::{Entry, draft as timeline, leaves_of};

/// The most rows that are read.
const ROWS: usize = 200_000;

/// Names of the column that holds a document's text, in lower case, the likeliest first.
const TEXTS: &[&str] = &[
    "text",
    "full text",
    "fulltext",
    "full_text",
    "body",
    "content",
    "article",
    "transcript",
    "texte",
    "contenu",
    "description",
    "summary",
];

/// The reader of tables.
pub(super) struct Table;

impl Reader for Table {
    fn fits(&self, source: &Source) -> bool {
        let name = source.name.to_ascii_lowercase();
        name.ends_with(".csv") || name.ends_with(".tsv")
    }

    fn read(&self, source: &Source) -> Reading {
        let Some(decoded) = decode::decode(&source.bytes, None) else {
            return Reading::failed(not_text(source));
        };
        let text = decoded.text;
        let mut rows = csv::ReaderBuilder::new()
            .delimiter(delimiter(&text))
            .flexible(true)
            .from_reader(text.as_bytes());
        let heads: Vec<String> = match rows.headers() {
            Ok(heads) => heads.iter().map(|head| head.trim().to_string()).collect(),
            Err(_) => Vec::new(),
        };
        let column = |name: &str| heads.iter().position(|head| head.to_lowercase() == name);
        if column("headline").is_some() && column("year").is_some() {
            let records = rows.records().filter_map(Result::ok).take(ROWS);
            let entries = records.map(|row| Entry::of_row(&heads, &row)).collect::<Vec<_>>();
            return Reading::one(timeline(&entries));
        }
        let Some(body) = TEXTS.iter().find_map(|name| column(name)) else {
            let message = "no column of the table is named “text”; name the one that holds each document's words so";
            return Reading::failed(left_out(source, "no-text-column", message));
        };
        let mut reading = Reading::default();
        for (number, row) in rows.records().enumerate() {
            if number >= ROWS {
                let message = format!("the table has more than {ROWS} rows; the rest was not read");
                reading.diagnostics.push(partly(source, "too-many", &message));
                break;
            }
            match row {
                Ok(row) if row.iter().all(|cell| cell.trim().is_empty()) => {}
                Ok(row) => reading.drafts.push(document(&heads, &row, body)),
                Err(_) => {
                    let message =
                        format!("row {} is no row of a table and was not read", number + 2);
                    reading.diagnostics.push(partly(source, "bad-row", &message));
                }
            }
        }
        if reading.drafts.is_empty() && reading.diagnostics.is_empty() {
            reading.diagnostics.push(left_out(
                source,
                "empty",
                "the table has a heading and no row",
            ));
        }
        reading
    }
}

/// The mark that the heading row holds most.
fn delimiter(text: &str) -> u8 {
    let head = text.lines().next().unwrap_or_default();
    let count = |mark: char| head.matches(mark).count();
    [(b',', count(',')), (b';', count(';')), (b'\t', count('\t'))]
        .into_iter()
        .rev()
        .max_by_key(|&(_, count)| count)
        .map_or(b',', |(mark, _)| mark)
}

/// The document of a row: its title, a line for each other cell, its text.
fn document(heads: &[String], row: &csv::StringRecord, body: usize) -> Draft {
    let mut writer = Writer::default();
    let mut cells: BTreeMap<usize, (Option<&'static str>, String)> = BTreeMap::new();
    for (number, cell) in
        row.iter().enumerate().filter(|(number, cell)| *number != body && !cell.trim().is_empty())
    {
        let head = heads.get(number).map_or("", String::as_str);
        cells.insert(number, (fields::named(head), cell.trim().to_string()));
    }
    let title = cells
        .iter()
        .find(|(_, (field, _))| *field == Some("title"))
        .map(|(number, (_, cell))| (*number, cell.clone()));
    if let Some((number, title)) = title {
        writer.block(BlockKind::Heading, Some(1), &title);
        cells.remove(&number);
    }
    for (number, (_, cell)) in &cells {
        let head = heads
            .get(*number)
            .filter(|head| !head.is_empty())
            .cloned()
            .unwrap_or_else(|| format!("column {}", number + 1));
        writer.block(BlockKind::Metadata, None, &format!("{head}: {cell}"));
    }
    for paragraph in row.get(body).unwrap_or_default().split('\n') {
        writer.block(BlockKind::Paragraph, None, paragraph);
    }
    let mut draft = writer.finish();
    // Quotes and delimiters are no part of a row; the unit separator stands for them.
    draft.part = Some(row.iter().collect::<Vec<_>>().join("\u{1f}"));
    note_cells(&mut draft);
    draft
}

/// Notes what the lines "name: value" state, each with its place; a name that is no known field is the
/// field's name itself.
fn note_cells(draft: &mut Draft) {
    for block in draft.blocks.clone().iter().filter(|block| block.kind == BlockKind::Metadata) {
        let words = draft.words(block).to_string();
        let Some((head, value)) = words.split_once(": ") else { continue };
        let start = block.span.start as usize + head.len() + 2;
        let place = span(start, start + value.len());
        match fields::named(head) {
            Some(field) => fields::note(draft, field, value, Some(place)),
            None => draft.metadata.push(Metadatum {
                field: head.to_lowercase(),
                value: value.into(),
                span: Some(place),
                inferred: false,
            }),
        }
    }
}
