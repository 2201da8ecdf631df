//! Resolved values and how TIMEX3 and EDTF write them. Decides nothing.

use std::fmt::Write as _;

use crate::calendar::{Day, days_in_month, week_monday};
use crate::symbol::{Amount, Clock, PARTS, Unit};
use crate::types::Modifier;

/// A date of some granularity. A missing year or month is unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Date {
    /// A year divided by a thousand.
    Millennium(i32),
    /// A year divided by a hundred.
    Century(i32),
    /// A year divided by ten.
    Decade(i32),
    Year(i32),
    /// 1..=2.
    Half(Option<i32>, u8),
    /// 1..=4.
    Quarter(Option<i32>, u8),
    /// 0 spring to 3 winter.
    Season(Option<i32>, u8),
    /// 1..=12.
    Month(Option<i32>, u8),
    /// ISO year and week.
    Week(i32, u8),
    /// The Saturday and Sunday of an ISO year and week.
    Weekend(i32, u8),
    Day(Day),
    /// Month and day of an unknown year.
    MonthDay(u8, u8),
    /// Day of an unknown month.
    DayOfMonth(u8),
    /// ISO weekday of an unknown week.
    Weekday(u8),
    /// Nothing is known of the day.
    Unknown,
}

const SEASONS: [&str; 4] = ["SP", "SU", "FA", "WI"];

impl Date {
    /// The TIMEX3 value.
    pub(crate) fn timex(self) -> String {
        let year = |year: Option<i32>| year.map_or_else(|| "XXXX".to_owned(), timex_year);
        match self {
            Self::Millennium(n) => format!("{n}"),
            Self::Century(n) if n < 0 => format!("BC{:02}", -n - 1),
            Self::Century(n) => format!("{n:02}"),
            Self::Decade(n) => format!("{n:03}"),
            Self::Year(y) => timex_year(y),
            Self::Half(y, n) => format!("{}-H{n}", year(y)),
            Self::Quarter(y, n) => format!("{}-Q{n}", year(y)),
            Self::Season(y, n) => format!("{}-{}", year(y), SEASONS[usize::from(n) % 4]),
            Self::Month(y, n) => format!("{}-{n:02}", year(y)),
            Self::Week(y, n) => format!("{}-W{n:02}", timex_year(y)),
            Self::Weekend(y, n) => format!("{}-W{n:02}-WE", timex_year(y)),
            Self::Day(d) => format!("{}-{:02}-{:02}", timex_year(d.year), d.month, d.day),
            Self::MonthDay(m, d) => format!("XXXX-{m:02}-{d:02}"),
            Self::DayOfMonth(d) => format!("XXXX-XX-{d:02}"),
            Self::Weekday(n) => format!("XXXX-WXX-{n}"),
            Self::Unknown => "XXXX-XX-XX".to_owned(),
        }
    }

    /// The EDTF value; `None` when the year is unknown.
    ///
    /// Weeks, weekends, quarters, halves and seasons are intervals, so that no reader needs to know
    /// them. A season is its meteorological months in the northern hemisphere, approximate, and a
    /// winter begins in the December of its year. START, MID and END are thirds, approximate.
    pub(crate) fn edtf(self, modifier: Option<Modifier>) -> Option<String> {
        if let Some(third) = modifier.and_then(|modifier| match modifier {
            Modifier::Start => Some(0),
            Modifier::Mid => Some(1),
            Modifier::End => Some(2),
            _ => None,
        }) && let Some(edtf) = self.third(third)
        {
            return Some(edtf);
        }
        let rough = if modifier.is_some() { "~" } else { "" };
        let months = |year: i32, first: u8, last: u8, rough: &str| {
            let (y, end) = (edtf_year(year), edtf_year(year + i32::from(last < first)));
            Some(format!("{y}-{first:02}{rough}/{end}-{last:02}{rough}"))
        };
        match self {
            Self::Millennium(n) => {
                (n >= 0).then(|| format!("{:04}{rough}/{:04}{rough}", n * 1000, n * 1000 + 999))
            }
            Self::Century(n) if n < 0 => {
                let first = n * 100 + 1;
                Some(format!("{}{rough}/{}{rough}", edtf_year(first), edtf_year(first + 99)))
            }
            Self::Century(n) => Some(format!("{n:02}XX{rough}")),
            Self::Decade(n) => Some(format!("{n:03}X{rough}")),
            Self::Year(y) => Some(format!("{}{rough}", edtf_year(y))),
            Self::Half(y, n) => months(y?, n * 6 - 5, n * 6, rough),
            Self::Quarter(y, n) => months(y?, n * 3 - 2, n * 3, rough),
            Self::Season(y, n) => months(y?, n * 3 + 3, if n == 3 { 2 } else { n * 3 + 5 }, "~"),
            Self::Month(y, n) => Some(format!("{}-{n:02}{rough}", edtf_year(y?))),
            Self::Week(y, n) => {
                let monday = week_monday(y, n);
                Some(edtf_days(monday, monday.plus_days(6), rough))
            }
            Self::Weekend(y, n) => {
                let monday = week_monday(y, n);
                Some(edtf_days(monday.plus_days(5), monday.plus_days(6), rough))
            }
            Self::Day(d) => Some(format!("{}{rough}", edtf_day(d))),
            Self::MonthDay(..) | Self::DayOfMonth(_) | Self::Weekday(_) | Self::Unknown => None,
        }
    }

    /// A third of the date, approximate; `None` for what has no thirds.
    fn third(self, third: u8) -> Option<String> {
        let third = usize::from(third);
        let years = |first: i32, ends: [(i32, i32); 3]| {
            let (from, to) = ends[third];
            Some(format!("{}~/{}~", edtf_year(first + from), edtf_year(first + to)))
        };
        let months = |year: i32, ends: [(u8, u8); 3]| {
            let (from, to) = ends[third];
            let y = edtf_year(year);
            Some(format!("{y}-{from:02}~/{y}-{to:02}~"))
        };
        match self {
            Self::Century(n) if n >= 0 => years(n * 100, [(0, 33), (34, 66), (67, 99)]),
            Self::Decade(n) => years(n * 10, [(0, 3), (4, 6), (7, 9)]),
            Self::Year(y) => months(y, [(1, 4), (5, 8), (9, 12)]),
            Self::Half(y, n) => {
                let first = n * 6 - 5;
                months(y?, [(first, first + 1), (first + 2, first + 3), (first + 4, first + 5)])
            }
            Self::Quarter(y, n) => {
                let first = n * 3 - 2;
                months(y?, [(first, first), (first + 1, first + 1), (first + 2, first + 2)])
            }
            Self::Month(y, n) => {
                let y = y?;
                let (from, to) = [(1, 10), (11, 20), (21, days_in_month(y, n))][third];
                let y = edtf_year(y);
                Some(format!("{y}-{n:02}-{from:02}~/{y}-{n:02}-{to:02}~"))
            }
            Self::Week(y, n) => {
                let monday = week_monday(y, n);
                let (from, to) = [(0, 1), (2, 4), (5, 6)][third];
                Some(edtf_days(monday.plus_days(from), monday.plus_days(to), "~"))
            }
            _ => None,
        }
    }

    /// The first day, when the year is known.
    pub(crate) fn first(self) -> Option<Day> {
        match self {
            Self::Millennium(n) => Day::new(n * 1000, 1, 1),
            Self::Century(n) => Day::new(n * 100, 1, 1),
            Self::Decade(n) => Day::new(n * 10, 1, 1),
            Self::Year(y) => Day::new(y, 1, 1),
            Self::Half(y, n) => Day::new(y?, n * 6 - 5, 1),
            Self::Quarter(y, n) => Day::new(y?, n * 3 - 2, 1),
            Self::Season(y, n) => Day::new(y?, (n * 3 + 3).min(12), 1),
            Self::Month(y, n) => Day::new(y?, n, 1),
            Self::Week(y, n) => Some(week_monday(y, n)),
            Self::Weekend(y, n) => Some(week_monday(y, n).plus_days(5)),
            Self::Day(d) => Some(d),
            Self::MonthDay(..) | Self::DayOfMonth(_) | Self::Weekday(_) | Self::Unknown => None,
        }
    }
}

/// Two days as EDTF.
fn edtf_days(first: Day, last: Day, rough: &str) -> String {
    format!("{}{rough}/{}{rough}", edtf_day(first), edtf_day(last))
}

fn edtf_day(day: Day) -> String {
    format!("{}-{:02}-{:02}", edtf_year(day.year), day.month, day.day)
}

/// Astronomical, four digits, a minus sign before 0.
fn edtf_year(year: i32) -> String {
    if year < 0 { format!("-{:04}", -year) } else { format!("{year:04}") }
}

/// `BC0044` before the common era, four digits after.
fn timex_year(year: i32) -> String {
    if year <= 0 { format!("BC{:04}", 1 - year) } else { format!("{year:04}") }
}

/// The time of day as TIMEX3 writes it after a date.
pub(crate) fn timex_clock(clock: Clock) -> String {
    match clock {
        Clock::Part(part) => match PARTS[usize::from(part) % PARTS.len()] {
            (_, Some(hour)) => format!("T{hour:02}:00"),
            (code, None) => format!("T{code}"),
        },
        Clock::At { hour, minute, second, zone } => {
            let mut text = format!("T{hour:02}:{:02}", minute.unwrap_or(0));
            if let Some(second) = second {
                let _ = write!(text, ":{second:02}");
            }
            match zone {
                Some(0) => text.push('Z'),
                Some(east) => {
                    let sign = if east < 0 { '-' } else { '+' };
                    let east = east.abs();
                    let _ = write!(text, "{sign}{:02}:{:02}", east / 60, east % 60);
                }
                None => {}
            }
            text
        }
    }
}

/// A length of time as TIMEX3 writes it.
pub(crate) fn timex_duration(amount: Amount, unit: Unit) -> String {
    let letter = |unit: Unit| match unit {
        Unit::Second => ("PT", "S", 1),
        Unit::Minute => ("PT", "M", 1),
        Unit::Hour => ("PT", "H", 1),
        Unit::Day => ("P", "D", 1),
        Unit::Weekend => ("P", "WE", 1),
        Unit::Week => ("P", "W", 1),
        Unit::Month => ("P", "M", 1),
        Unit::Quarter => ("P", "Q", 1),
        Unit::Half => ("P", "M", 6),
        Unit::Season => ("P", "M", 3),
        Unit::Year => ("P", "Y", 1),
        Unit::Decade => ("P", "Y", 10),
        Unit::Century => ("P", "Y", 100),
        Unit::Millennium => ("P", "Y", 1000),
        Unit::Unclear => ("P", "X", 1),
    };
    let (prefix, code, times) = letter(unit);
    match amount {
        _ if unit == Unit::Unclear => "PXX".to_owned(),
        Amount::Open => match unit {
            Unit::Decade => "PXDE".to_owned(),
            Unit::Century => "PXCE".to_owned(),
            Unit::Millennium => "PXML".to_owned(),
            _ => format!("{prefix}X{code}"),
        },
        Amount::Thousandths(n) => {
            let total = n.saturating_mul(times);
            let (whole, rest) = (total / 1000, total % 1000);
            let finer = match unit {
                Unit::Year if rest % 250 == 0 => Some(("M", 12)),
                Unit::Hour => Some(("M", 60)),
                Unit::Minute => Some(("S", 60)),
                _ => None,
            };
            match (rest, finer) {
                (0, _) => format!("{prefix}{whole}{code}"),
                (_, Some((fine, per))) => {
                    let fine_part = format!("{}{fine}", rest * per / 1000);
                    let head = if whole > 0 { format!("{whole}{code}") } else { String::new() };
                    format!("{prefix}{head}{fine_part}")
                }
                (_, None) => {
                    let decimals = format!("{rest:03}");
                    format!("{prefix}{whole}.{}{code}", decimals.trim_end_matches('0'))
                }
            }
        }
    }
}
