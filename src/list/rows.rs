//! The rows of the list: events, heads of months, and gaps in which nothing is reported.

use dateline_corpus::{Date, Day, Event, Precision};

use crate::state::Collection;

/// A row of the list.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Row {
    /// The head of the events that begin in one month, or of those known to the year only.
    Month {
        /// The month or year, as EDTF.
        edtf: String,
        /// How many events follow.
        count: u32,
    },
    /// An event.
    Event {
        /// Its index in the corpus.
        index: u32,
        /// Its place in the result, 1 and up.
        place: u32,
        /// How many the result has.
        of: u32,
    },
    /// Days without a report between the events around it, as EDTF.
    Gap(String),
}

impl Row {
    /// Whether it is the event at `index`.
    pub(super) fn is_event(&self, index: usize) -> bool {
        matches!(self, Self::Event { index: this, .. } if *this as usize == index)
    }

    /// The event it is, by index.
    pub(super) fn event(&self) -> Option<u32> {
        if let Self::Event { index, .. } = self { Some(*index) } else { None }
    }

    /// Whether it is the head of a month.
    pub(super) fn is_month(&self) -> bool {
        matches!(self, Self::Month { .. })
    }
}

/// What a row stays itself by while others come and go around it: its kind, and the event it is or
/// stands before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Key(u8, u32);

/// The key of the row at `at`. No two rows share one.
pub(super) fn key(rows: &[Row], at: usize) -> Key {
    let kind = match rows[at] {
        Row::Event { .. } => 0,
        Row::Month { .. } => 1,
        Row::Gap(_) => 2,
    };
    Key(kind, rows[at..].iter().find_map(Row::event).unwrap_or(u32::MAX))
}

/// The rows of `events`, given by index in order of date.
pub(super) fn rows(collection: &Collection, events: &[u32]) -> Vec<Row> {
    let of = u32::try_from(events.len()).unwrap_or(u32::MAX);
    let mut rows = Vec::with_capacity(events.len() * 5 / 4);
    let mut head = None;
    let mut last: Option<Day> = None;
    for (place, index) in (1..).zip(events) {
        let event = &collection.corpus.events[*index as usize];
        let start = event.date.first();
        if let (Some(last), Some(start)) = (last, start)
            && let Some(gap) = longest_gap(&collection.corpus.gaps, last, start)
        {
            rows.push(Row::Gap(gap.edtf().to_owned()));
        }
        let month = month(event);
        match head {
            Some(at) if matches!(&rows[at], Row::Month { edtf, .. } if *edtf == month) => {
                if let Row::Month { count, .. } = &mut rows[at] {
                    *count += 1;
                }
            }
            _ => {
                head = Some(rows.len());
                rows.push(Row::Month { edtf: month, count: 1 });
            }
        }
        rows.push(Row::Event { index: *index, place, of });
        last = last.max(start);
    }
    rows
}

/// The longest of the gaps that lie between the starts of two neighbouring events.
fn longest_gap(gaps: &[Date], after: Day, before: Day) -> Option<&Date> {
    let length = |gap: &Date| Some(gap.last()?.0 - gap.first()?.0);
    gaps.iter()
        .filter(|gap| {
            gap.first().is_some_and(|first| first > after)
                && gap.last().is_some_and(|last| last < before)
        })
        .max_by_key(|gap| length(gap))
}

fn month(event: &Event) -> String {
    let Some(day) = event.date.first().or(event.date.last()) else { return String::new() };
    let (year, month, _) = day.civil();
    let sign = if year < 0 { "-" } else { "" };
    let year_words = match year.unsigned_abs() {
        digits @ 0..=9999 => format!("{sign}{digits:04}"),
        digits => format!("Y{sign}{digits}"),
    };
    match event.date.precision() {
        Precision::Year | Precision::Years => year_words,
        _ if (0..=9999).contains(&year) => format!("{year_words}-{month:02}"),
        _ => year_words,
    }
}
