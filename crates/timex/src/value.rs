//! Resolved values and how TIMEX3 and EDTF write them. Decides nothing.

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

impl Date {
    /// The TIMEX3 value.
    pub(crate) fn timex(self) -> String {
        let (form, first, second, third) = match self {
            Self::Millennium(n) => ("1", n, 0, 0),
            Self::Century(n) if n < 0 => ("BC2", -n - 1, 0, 0),
            Self::Century(n) => ("2", n, 0, 0),
            Self::Decade(n) => ("3", n, 0, 0),
            Self::Year(y) => ("y", y, 0, 0),
            Self::Half(y, n) => ("y-H1", known(y), n, 0),
            Self::Quarter(y, n) => ("y-Q1", known(y), n, 0),
            Self::Season(y, n) => {
                (["y-SP", "y-SU", "y-FA", "y-WI"][usize::from(n) % 4], known(y), 0, 0)
            }
            Self::Month(y, n) => ("y-2", known(y), n, 0),
            Self::Week(y, n) => ("y-W2", y, n, 0),
            Self::Weekend(y, n) => ("y-W2-WE", y, n, 0),
            Self::Day(d) => ("y-2-2", d.year, d.month, d.day),
            Self::MonthDay(m, d) => ("y-2-2", UNKNOWN, m, d),
            Self::DayOfMonth(d) => ("y-XX-2", UNKNOWN, d, 0),
            Self::Weekday(n) => ("y-WXX-1", UNKNOWN, n, 0),
            Self::Unknown => ("y-XX-XX", UNKNOWN, 0, 0),
        };
        fill(form, [first, second.into(), third.into()])
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
        let rough = modifier.is_some();
        let months = |year: i32, first: u8, last: u8, rough| {
            let end = year + i32::from(last < first);
            interval([year, first.into(), 1], [end, last.into(), 1], "e-2", rough)
        };
        let years = |first: i32, last: i32| interval([first, 0, 0], [last, 0, 0], "e", rough);
        let days = |first: Day, last: Day| interval(triple(first), triple(last), "e-2-2", rough);
        let single = |form, [a, b, c]: [i32; 3]| {
            let mut text = fill(form, [a, b, c]);
            if rough {
                text.push('~');
            }
            text
        };
        Some(match self {
            Self::Millennium(n) if n < 0 => return None,
            Self::Millennium(n) => years(n * 1000, n * 1000 + 999),
            Self::Century(n) if n < 0 => years(n * 100 + 1, n * 100 + 100),
            Self::Century(n) => single("2XX", [n, 0, 0]),
            Self::Decade(n) => single("3X", [n, 0, 0]),
            Self::Year(y) => single("e", [y, 0, 0]),
            Self::Half(y, n) => months(y?, n * 6 - 5, n * 6, rough),
            Self::Quarter(y, n) => months(y?, n * 3 - 2, n * 3, rough),
            Self::Season(y, n) => months(y?, n * 3 + 3, if n == 3 { 2 } else { n * 3 + 5 }, true),
            Self::Month(y, n) => single("e-2", [y?, n.into(), 0]),
            Self::Week(y, n) => {
                let monday = week_monday(y, n);
                days(monday, monday.plus_days(6))
            }
            Self::Weekend(y, n) => {
                let monday = week_monday(y, n);
                days(monday.plus_days(5), monday.plus_days(6))
            }
            Self::Day(d) => single("e-2-2", triple(d)),
            Self::MonthDay(..) | Self::DayOfMonth(_) | Self::Weekday(_) | Self::Unknown => {
                return None;
            }
        })
    }

    /// A third of the date, approximate; `None` for what has no thirds.
    fn third(self, third: usize) -> Option<String> {
        let years = |first: i32, ends: [(i32, i32); 3]| {
            let (from, to) = ends[third];
            interval([first + from, 0, 0], [first + to, 0, 0], "e", true)
        };
        let months = |year: i32, first: u8, length: u8| {
            let from = i32::from(first) + i32::try_from(third).unwrap_or(0) * i32::from(length);
            let to = from + i32::from(length) - 1;
            interval([year, from, 0], [year, to, 0], "e-2", true)
        };
        Some(match self {
            Self::Century(n) if n >= 0 => years(n * 100, [(0, 33), (34, 66), (67, 99)]),
            Self::Decade(n) => years(n * 10, [(0, 3), (4, 6), (7, 9)]),
            Self::Year(y) => months(y, 1, 4),
            Self::Half(y, n) => months(y?, n * 6 - 5, 2),
            Self::Quarter(y, n) => months(y?, n * 3 - 2, 1),
            Self::Month(y, n) => {
                let (y, month) = (y?, n.into());
                let (from, to) = [(1, 10), (11, 20), (21, days_in_month(y, n))][third];
                interval([y, month, from], [y, month, to.into()], "e-2-2", true)
            }
            Self::Week(y, n) => {
                let monday = week_monday(y, n);
                let (from, to) = [(0, 1), (2, 4), (5, 6)][third];
                let (from, to) = (monday.plus_days(from), monday.plus_days(to));
                interval(triple(from), triple(to), "e-2-2", true)
            }
            _ => return None,
        })
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

/// The year of a date that has none.
const UNKNOWN: i32 = i32::MIN;

fn known(year: Option<i32>) -> i32 {
    year.unwrap_or(UNKNOWN)
}

fn triple(day: Day) -> [i32; 3] {
    [day.year, day.month.into(), day.day.into()]
}

/// Two dates of one form as EDTF.
fn interval(first: [i32; 3], last: [i32; 3], form: &str, rough: bool) -> String {
    let mark = if rough { "~" } else { "" };
    let end = |[a, b, c]: [i32; 3]| fill(form, [a, b, c]) + mark;
    end(first) + "/" + &end(last)
}

/// Puts numbers in the places of a form, in order: `y` is a year as TIMEX3 writes it (`BC0044`
/// before the common era), `e` as EDTF does (astronomical, a minus sign before 0), `1` `2` `3` a
/// number of at least so many digits. One function for all is a quarter of the code of a `format!`
/// for each.
fn fill(form: &str, numbers: [i32; 3]) -> String {
    let mut text = String::with_capacity(24);
    let mut numbers = numbers.into_iter();
    for place in form.chars() {
        let width = match place {
            'y' | 'e' => 4,
            '1'..='3' => place as usize - '0' as usize,
            _ => {
                text.push(place);
                continue;
            }
        };
        let mut number = numbers.next().unwrap_or(0);
        if number == UNKNOWN {
            text.push_str("XXXX");
            continue;
        }
        if place == 'y' && number <= 0 {
            text.push_str("BC");
            number = 1 - number;
        } else if number < 0 {
            text.push('-');
            number = -number;
        }
        let digits = number.to_string();
        (digits.len()..width).for_each(|_| text.push('0'));
        text.push_str(&digits);
    }
    text
}

/// The EDTF value as one that may not be so, both ends of an interval.
pub(crate) fn uncertain(edtf: &str) -> String {
    let mut text = String::with_capacity(edtf.len() + 2);
    for (at, end) in edtf.split('/').enumerate() {
        // Uncertain and approximate together are one sign.
        let bare = end.trim_end_matches('~');
        text += if at > 0 { "/" } else { "" };
        text += bare;
        text.push(if bare.len() < end.len() { '%' } else { '?' });
    }
    text
}

/// The time of day as TIMEX3 writes it after a date.
pub(crate) fn timex_clock(clock: Clock) -> String {
    match clock {
        Clock::Part(part) => match PARTS[usize::from(part) % PARTS.len()] {
            (_, Some(hour)) => fill("T2:00", [hour.into(), 0, 0]),
            (code, None) => "T".to_owned() + code,
        },
        Clock::At { hour, minute, second, zone } => {
            let minute = minute.unwrap_or(0).into();
            let form = if second.is_some() { "T2:2:2" } else { "T2:2" };
            let second = second.unwrap_or(0).into();
            let text = fill(form, [hour.into(), minute, second]);
            let Some(east) = zone else { return text };
            let form = match east {
                0 => "Z",
                1.. => "+2:2",
                _ => "-2:2",
            };
            let east = i32::from(east).abs();
            text + &fill(form, [east / 60, east % 60, 0])
        }
    }
}

/// The parts in one text, in less code than `concat`.
pub(crate) fn joined(parts: &[&str]) -> String {
    parts.iter().fold(String::new(), |text, part| text + part)
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
            _ => joined(&[prefix, "X", code]),
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
            let head = whole.to_string();
            match (rest, finer) {
                (0, _) => joined(&[prefix, &head, code]),
                (_, Some((fine, per))) => {
                    let (head, code) = if whole > 0 { (&*head, code) } else { ("", "") };
                    joined(&[prefix, head, code, &(rest * per / 1000).to_string(), fine])
                }
                (_, None) => {
                    // A digit before it keeps the zeros of the thousandths.
                    let decimals = (1000 + rest).to_string();
                    let decimals = decimals.strip_prefix('1').unwrap_or("").trim_end_matches('0');
                    joined(&[prefix, &head, ".", decimals, code])
                }
            }
        }
    }
}
