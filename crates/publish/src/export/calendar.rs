//! An iCalendar file: whole days, since a time of day is never known.
//!
//! Source: RFC 5545.

use dateline_corpus::{Day, Event, Modality};

use super::{Export, Table, address, issued};
use crate::event_date_in_words;

/// The longest line in bytes, without its end.
const MAX_LINE: usize = 75;

pub(super) fn events(table: &Table<'_>) -> Export {
    let mut file = File(String::new());
    file.line("BEGIN", "VCALENDAR");
    file.line("VERSION", "2.0");
    file.line("PRODID", "-//Dateline//Chronology//EN");
    file.line("CALSCALE", "GREGORIAN");
    file.text("X-WR-CALNAME", table.source.title);
    let mut left_out = 0;
    for event in table.source.events {
        match days(event) {
            Some(days) => push_event(&mut file, table, event, days),
            None => left_out += 1,
        }
    }
    file.line("END", "VCALENDAR");
    Export { text: file.0, left_out }
}

/// The first day and the day after the last; `None` outside the years that the format can write.
fn days(event: &Event) -> Option<(Day, Day)> {
    let first = event.date.first().or(event.date.last())?;
    let after = Day(event.date.last().unwrap_or(first).0 + 1);
    let years = 1..=9999;
    (years.contains(&first.civil().0) && years.contains(&after.civil().0)).then_some((first, after))
}

fn push_event(file: &mut File, table: &Table<'_>, event: &Event, (first, after): (Day, Day)) {
    let words = event_date_in_words(event);
    file.line("BEGIN", "VEVENT");
    file.text("UID", &format!("{}@dateline", event.id));
    // The standard asks for a time of the data's last change; the day of the export is what there is.
    let today = table.source.today.unwrap_or(Day(0));
    file.line("DTSTAMP", &format!("{}T000000Z", compact(today)));
    file.line("DTSTART;VALUE=DATE", &compact(first));
    file.line("DTEND;VALUE=DATE", &compact(after));
    file.text("SUMMARY", &table.title(event));
    let mut description = format!("{words} (EDTF {})\n", event.date.edtf());
    for report in &event.reports {
        description += &format!("\n“{}”", table.sentence(report));
        if let Some(document) = table.document(report) {
            let told =
                [Some(document.title.clone()), document.publication.clone(), issued(document)];
            description +=
                &format!(" {}", told.into_iter().flatten().collect::<Vec<_>>().join(", "));
            description.extend(address(document).map(|address| format!("\n{address}")));
        }
        description.push('\n');
    }
    file.text("DESCRIPTION", &description);
    file.text("CATEGORIES", event.kind.name());
    if event.lead().is_some_and(|report| report.modality != Modality::Reported) {
        file.line("STATUS", "TENTATIVE");
    }
    let own = || table.sources(event).into_iter().find_map(address);
    if let Some(link) = table.link(event).or_else(own) {
        file.line("URL", &link);
    }
    file.line("TRANSP", "TRANSPARENT");
    file.text("X-DATELINE-EDTF", event.date.edtf());
    file.line("END", "VEVENT");
}

fn compact(day: Day) -> String {
    let (year, month, day) = day.civil();
    format!("{year:04}{month:02}{day:02}")
}

struct File(String);

impl File {
    /// A line whose value is of another type than text.
    fn line(&mut self, name: &str, value: &str) {
        let mut length = 0;
        for c in format!("{name}:{value}").chars().filter(|c| !c.is_control()) {
            if length + c.len_utf8() > MAX_LINE {
                self.0.push_str("\r\n ");
                length = 1;
            }
            self.0.push(c);
            length += c.len_utf8();
        }
        self.0.push_str("\r\n");
    }

    fn text(&mut self, name: &str, value: &str) {
        let mut escaped = String::with_capacity(value.len());
        for c in value.trim_end().chars() {
            match c {
                '\\' | ';' | ',' => escaped.extend(['\\', c]),
                '\n' => escaped.push_str("\\n"),
                c => escaped.push(c),
            }
        }
        self.line(name, &escaped);
    }
}
