//! A chronology to be read, in Markdown: by year, each event with its sentences and their sources.

use dateline_corpus::{Event, Modality};

use super::{Table, address, issued};
use crate::cite::markdown_text;
use crate::event_date_in_words;

pub(super) fn events(table: &Table<'_>) -> String {
    let mut out = format!("# {}\n", markdown_text(table.source.title));
    let mut under = None;
    for event in table.source.events {
        let year = event.date.first().or(event.date.last()).map(|day| day.civil().0);
        if year != under {
            under = year;
            let year = year.unwrap_or_default();
            let shown = if year > 0 { year.to_string() } else { format!("{} BCE", 1 - year) };
            out += &format!("\n## {shown}\n");
        }
        push_event(&mut out, table, event);
    }
    out
}

fn push_event(out: &mut String, table: &Table<'_>, event: &Event) {
    let words = markdown_text(&event_date_in_words(event));
    let title = markdown_text(&table.title(event));
    let title = match table.link(event) {
        Some(link) => format!("[{title}](<{link}>)"),
        None => title,
    };
    *out += &format!("\n- **{words}** (`{}`): {title}\n", event.date.edtf());
    // Two quotes with nothing between them would be one.
    let mut between = "";
    for report in &event.reports {
        let Some(document) = table.document(report) else { continue };
        let mut source = markdown_text(&document.title);
        if let Some(address) = address(document) {
            source = format!("[{source}](<{address}>)");
        }
        if let Some(publication) = &document.publication {
            source += &format!(", *{}*", markdown_text(publication));
        }
        if let Some(issued) = issued(document) {
            source += &format!(", {}", markdown_text(&issued));
        }
        if report.modality != Modality::Reported {
            source += &format!(" ({})", report.modality.name());
        }
        let sentence = markdown_text(&table.sentence(report));
        *out += &format!("{between}  > {sentence}\n  >\n  > — {source}\n");
        between = "\n";
    }
}
