//! The rows of the list: events, heads of months, and gaps in which nothing is reported.

use dateline_corpus::{Day, Event, Precision};

use crate::state::Collection;

/// A row of the list.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Row {
    /// The head of the events that begin in one month, or of those known to the year only.
    Month {
        /// The first of them, by index in the corpus.
        event: u32,
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
    /// So many days of which no event of the result tells.
    Gap(u32),
    /// The head of the events that reach beyond the wanted range.
    Beyond,
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
        Row::Beyond => 3,
    };
    Key(kind, rows[at..].iter().find_map(Row::event).unwrap_or(u32::MAX))
}

/// The rows of `events`, given by index in order of date, without the first `folded`. The last
/// `beyond` of them reach beyond the wanted range.
pub(super) fn rows(
    collection: &Collection,
    events: &[u32],
    folded: usize,
    beyond: usize,
) -> Vec<Row> {
    let of = u32::try_from(events.len()).unwrap_or(u32::MAX);
    let mut rows = Vec::with_capacity(events.len() * 5 / 4);
    // What is long for the collection is worth a row.
    let gaps = collection.corpus.gaps.iter();
    let lengths = gaps.filter_map(|gap| Some(gap.last()?.0.abs_diff(gap.first()?.0)));
    let shortest = lengths.min().unwrap_or(u32::MAX);
    let mut head: Option<(usize, Month)> = None;
    let mut last: Option<Day> = None;
    for (at, &index) in events.iter().enumerate().skip(folded) {
        if at + beyond == events.len() {
            rows.push(Row::Beyond);
            (head, last) = (None, None);
        }
        let event = &collection.corpus.events[index as usize];
        let (start, end) = event.date.known();
        if let Some(last) = last.filter(|last| *last < start) {
            let days = start.0.abs_diff(last.0) - 1;
            rows.extend((days > shortest).then_some(Row::Gap(days)));
        }
        let month = Month::of(event);
        let at = match head {
            Some((at, known)) if known == month => at,
            _ => {
                rows.push(Row::Month { event: index, count: 0 });
                rows.len() - 1
            }
        };
        head = Some((at, month));
        if let Row::Month { count, .. } = &mut rows[at] {
            *count += 1;
        }
        let place = u32::try_from(at + 1).unwrap_or(u32::MAX);
        rows.push(Row::Event { index, place, of });
        last = last.max(Some(end));
    }
    rows
}

/// The month in which an event begins, or the year where no more is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Month {
    year: i32,
    month: Option<u8>,
}

impl Month {
    /// The one of `event`.
    pub(super) fn of(event: &Event) -> Self {
        // A date has at least one end.
        let day = event.date.first().or(event.date.last()).unwrap_or(Day(0));
        let (year, month, _) = day.civil();
        let known = !matches!(event.date.precision(), Precision::Year | Precision::Years);
        Self { year, month: Some(month).filter(|_| known && (0..=9999).contains(&year)) }
    }

    /// It as EDTF.
    pub(super) fn edtf(self) -> String {
        let sign = if self.year < 0 { "-" } else { "" };
        let year = match self.year.unsigned_abs() {
            digits @ 0..=9999 => format!("{sign}{digits:04}"),
            digits => format!("Y{sign}{digits}"),
        };
        self.month.map_or_else(|| year.clone(), |month| format!("{year}-{month:02}"))
    }
}
