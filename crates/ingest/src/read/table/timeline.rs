//! Ready-made events, as TimelineJS keeps them: each becomes a paragraph that opens with its date, so
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
    /// Caption, credit and the address of a picture.
    media: Vec<String>,
    /// Whether it is the opening slide, which is no event.
    title: bool,
}

impl Entry {
    /// The event of a row; source: the columns of TimelineJS's spreadsheet template.
    pub(in crate::read) fn of_row(heads: &[String], row: &csv::StringRecord) -> Self {
        let cell = |name: &str| {
            let at = heads.iter().position(|head| head.to_lowercase() == name);
            at.and_then(|at| row.get(at)).unwrap_or_default().trim().to_string()
        };
        let media = ["media", "media credit", "media caption"].map(cell);
        Self {
            start: ["year", "month", "day"].map(cell),
            end: ["end year", "end month", "end day"].map(cell),
            headline: cell("headline"),
            text: cell("text"),
            media: media.into_iter().filter(|media| !media.is_empty()).collect(),
            title: cell("type").eq_ignore_ascii_case("title"),
        }
    }

    /// The event of a slide; source: TimelineJS's JSON data format.
    pub(in crate::read) fn of_slide(slide: &Value, title: bool) -> Self {
        let text = |value: &Value| match value {
            Value::String(text) => strip(text),
            Value::Number(number) => number.to_string(),
            _ => String::new(),
        };
        let date = |name: &str| ["year", "month", "day"].map(|part| text(&slide[name][part]));
        let media = ["url", "credit", "caption"].map(|part| text(&slide["media"][part]));
        Self {
            start: date("start_date"),
            end: date("end_date"),
            headline: text(&slide["text"]["headline"]),
            text: text(&slide["text"]["text"]),
            media: media.into_iter().filter(|media| !media.is_empty()).collect(),
            title,
        }
    }
}

/// The document of these events.
pub(in crate::read) fn draft(entries: &[Entry]) -> Draft {
    let mut writer = Writer::default();
    for entry in entries.iter().filter(|entry| entry.title) {
        writer.block(BlockKind::Heading, Some(1), &strip(&entry.headline));
        writer.block(BlockKind::Paragraph, None, &strip(&entry.text));
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
            words.push_str(if closed { " " } else { ". " });
            words.push_str(&text);
        }
        writer.block(BlockKind::Paragraph, None, &words);
        for media in &entry.media {
            writer.block(BlockKind::Caption, None, media);
        }
    }
    writer.finish()
}

/// "3 April 2015", "April 2015", "2015", of year, month and day.
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
    match number.and_then(|number| NAMES.get(number.wrapping_sub(1))) {
        Some(name) if !day.is_empty() => format!("{day} {name} {year}"),
        Some(name) => format!("{name} {year}"),
        None => year.clone(),
    }
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
