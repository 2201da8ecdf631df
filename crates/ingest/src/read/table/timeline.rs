//! Ready-made events, as TimelineJS keeps them: each becomes an item that opens with its date, so
//! that it is an event here too.

use dateline_corpus::BlockKind;
use serde_json::Value;

use crate::calendar;
use crate::structure::{Draft, Writer};

/// One event of a TimelineJS table or file.
#[derive(Debug, Default)]
pub(in crate::read) struct Entry {
    /// Year, month and day, as written.
    start: [String; 3],
    end: [String; 3],
    headline: String,
    text: String,
    /// The address of a picture, its credit and its caption.
    media: [String; 3],
    /// Whether it is the opening slide, which is no event.
    title: bool,
    /// Everything else that is stated of it: "name: value".
    rest: Vec<String>,
}

/// The columns that are read, in lower case.
const START: [&str; 3] = ["year", "month", "day"];
const END: [&str; 3] = ["end year", "end month", "end day"];
const MEDIA: [&str; 3] = ["media", "media credit", "media caption"];

impl Entry {
    /// The event of a row; source: the columns of TimelineJS's spreadsheet template.
    pub(in crate::read) fn of_row(heads: &[String], row: &csv::StringRecord) -> Self {
        let place = |name: &str| heads.iter().position(|head| head.to_lowercase() == name);
        let cell = |name: &str| {
            place(name).and_then(|at| row.get(at)).unwrap_or_default().trim().to_string()
        };
        let mut read: Vec<usize> = ["headline", "text"].into_iter().filter_map(place).collect();
        read.extend(START.iter().chain(&END).chain(&MEDIA).filter_map(|name| place(name)));
        let title = cell("type").eq_ignore_ascii_case("title");
        if title {
            read.extend(place("type"));
        }
        let others = row.iter().enumerate().filter(|(at, _)| !read.contains(at));
        Self {
            start: START.map(cell),
            end: END.map(cell),
            headline: cell("headline"),
            text: cell("text"),
            media: MEDIA.map(cell),
            title,
            rest: others
                .filter(|(_, cell)| !cell.trim().is_empty())
                .map(|(at, cell)| format!("{}: {cell}", heads.get(at).map_or("", String::as_str)))
                .collect(),
        }
    }

    /// The event of a slide; source: TimelineJS's JSON data format.
    pub(in crate::read) fn of_slide(slide: &Value, title: bool) -> Self {
        const PATHS: [&str; 11] = [
            "start_date.year",
            "start_date.month",
            "start_date.day",
            "end_date.year",
            "end_date.month",
            "end_date.day",
            "text.headline",
            "text.text",
            "media.url",
            "media.credit",
            "media.caption",
        ];
        let mut entry = Self { title, ..Self::default() };
        let mut leaves = Vec::new();
        leaves_of(slide, String::new(), &mut leaves);
        for (path, value) in leaves {
            match PATHS.iter().position(|known| *known == path) {
                Some(at @ 0..=2) => entry.start[at] = value,
                Some(at @ 3..=5) => entry.end[at - 3] = value,
                Some(6) => entry.headline = value,
                Some(7) => entry.text = value,
                Some(at) => entry.media[at - 8] = strip(&value),
                None if path.is_empty() => entry.rest.push(value),
                None => entry.rest.push(format!("{path}: {value}")),
            }
        }
        entry
    }
}

/// The texts and numbers in a value, each with the names that lead to it.
pub(in crate::read) fn leaves_of(value: &Value, path: String, leaves: &mut Vec<(String, String)>) {
    let below = |name: &str| if path.is_empty() { name.into() } else { format!("{path}.{name}") };
    match value {
        Value::Null => {}
        Value::String(text) if text.trim().is_empty() => {}
        Value::String(text) => leaves.push((path, text.clone())),
        Value::Bool(_) | Value::Number(_) => leaves.push((path, value.to_string())),
        Value::Array(values) => {
            for (number, value) in values.iter().enumerate() {
                leaves_of(value, below(&(number + 1).to_string()), leaves);
            }
        }
        Value::Object(object) => {
            for (name, value) in object {
                leaves_of(value, below(name), leaves);
            }
        }
    }
}

/// The document of these events.
pub(in crate::read) fn draft(entries: &[Entry]) -> Draft {
    let mut writer = Writer::default();
    for entry in entries.iter().filter(|entry| entry.title) {
        writer.block(BlockKind::Heading, Some(1), &strip(&entry.headline));
        writer.block(BlockKind::Paragraph, None, &strip(&entry.text));
        beside(entry, &mut writer);
    }
    for entry in entries.iter().filter(|entry| !entry.title) {
        let mut words = String::new();
        let (start, end) = (written(&entry.start), written(&entry.end));
        words.push_str(&start);
        if !end.is_empty() && end != start {
            words.push_str(" – ");
            words.push_str(&end);
        }
        let headline = strip(&entry.headline);
        if !headline.is_empty() {
            words.push_str(if words.is_empty() { "" } else { ": " });
            words.push_str(&headline);
        }
        let closed = words.ends_with(['.', '!', '?']);
        let text = strip(&entry.text);
        if !text.is_empty() {
            words.push_str(if closed || words.is_empty() { " " } else { ". " });
            words.push_str(&text);
        }
        writer.block(BlockKind::Item, Some(1), &words);
        beside(entry, &mut writer);
    }
    writer.finish()
}

/// What stands with an event and is no part of its sentence.
fn beside(entry: &Entry, writer: &mut Writer) {
    for media in entry.media.iter().filter(|media| !media.is_empty()) {
        writer.block(BlockKind::Caption, None, media);
    }
    for rest in &entry.rest {
        writer.left_out("left-out-field", rest);
    }
}

/// "3 April 2015", "April 2015", "2015", "44 BCE", of year, month and day. A month that is none is
/// written as it stands.
fn written([year, month, day]: &[String; 3]) -> String {
    const NAMES: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let number = month.parse::<usize>().ok().or_else(|| calendar::month(month).map(usize::from));
    let name = number.and_then(|number| NAMES.get(number.wrapping_sub(1)));
    // TimelineJS writes years before the common era as negative numbers and shows them so.
    let year = match year.strip_prefix('-').filter(|rest| rest.parse::<u32>().is_ok()) {
        Some(before) => format!("{before} BCE"),
        None => year.clone(),
    };
    let parts = [day.as_str(), name.map_or(month.as_str(), |name| *name), &year];
    parts.map(strip).into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The words of a text with simple tags in it.
fn strip(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find('<') {
        out.push_str(&rest[..open]);
        let tag = &rest[open..];
        let close = tag
            .find('>')
            .filter(|_| tag[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/'));
        match close {
            Some(close) => {
                let name = tag[1..]
                    .trim_start_matches('/')
                    .split(|c: char| !c.is_ascii_alphanumeric())
                    .next()
                    .unwrap_or_default();
                if ["p", "br", "div", "li", "ul", "ol", "blockquote"]
                    .contains(&name.to_ascii_lowercase().as_str())
                {
                    out.push(' ');
                }
                rest = &tag[close + 1..];
            }
            None => {
                out.push('<');
                rest = &tag[1..];
            }
        }
    }
    out.push_str(rest);
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}
