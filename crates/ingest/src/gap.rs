//! Gaps: spans of time in which no document reports anything.

use dateline_corpus::{Date, Day, Event, EventKind};

/// A gap is reported when it is at least this long, in days, ...
const SHORTEST: i32 = 28;
/// ... and at least this many times the usual distance between two neighbouring events.
const TIMES_USUAL: i32 = 4;

/// The gaps between the first and the last day on which something is reported to happen, as EDTF
/// intervals of days. Only dates with two ends count, and publications and references do not: a gap
/// is a silence about what happened.
pub(crate) fn gaps(events: &[Event]) -> Vec<Date> {
    let mut covered: Vec<(Day, Day)> = events
        .iter()
        .filter(|event| event.kind == EventKind::Mention)
        .filter_map(|event| Some((event.date.first()?, event.date.last()?)))
        .collect();
    covered.sort_unstable();
    let mut silences = Vec::new();
    let mut until: Option<Day> = None;
    for (first, last) in covered {
        if let Some(until) = until
            && first.0 > until.0 + 1
        {
            silences.push((until.0 + 1, first.0 - 1));
        }
        until = until.max(Some(last));
    }
    let mut lengths: Vec<i32> = silences.iter().map(|(first, last)| last - first + 1).collect();
    lengths.sort_unstable();
    let usual = lengths.get(lengths.len() / 2).copied().unwrap_or_default();
    let longest_quiet = SHORTEST.max(usual.saturating_mul(TIMES_USUAL));
    let edtf = |day: i32| {
        let (year, month, day) = Day(day).civil();
        format!("{}-{month:02}-{day:02}", edtf_year(year))
    };
    silences
        .into_iter()
        .filter(|(first, last)| last - first + 1 >= longest_quiet)
        .filter_map(|(first, last)| Date::parse(&format!("{}/{}", edtf(first), edtf(last))))
        .collect()
}

/// An astronomical year in EDTF: four digits and a sign, or more digits behind a `Y`.
pub(crate) fn edtf_year(year: i32) -> String {
    let sign = if year < 0 { "-" } else { "" };
    let y = if year.abs() > 9999 { "Y" } else { "" };
    format!("{y}{sign}{:04}", year.abs())
}
