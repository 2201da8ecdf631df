//! A date of any precision: the EDTF value with the days it covers. Syntax and bounds are
//! `edtf-core`'s; day numbers are ours.

use std::cmp::Ordering;

use edtf_core::{Bound, Edtf};
use serde::{Deserialize, Serialize};

/// A day as a number: days since 1970-01-01 in the proleptic Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub i32);

impl Day {
    /// The day of an astronomical year (1 BCE is 0), month 1..=12 and day 1..=31.
    ///
    /// Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `days_from_civil`.
    #[must_use]
    pub fn from_civil(year: i32, month: u8, day: u8) -> Self {
        let year = if month <= 2 { year - 1 } else { year };
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let month_from_march = (i32::from(month) + 9) % 12;
        let day_of_year = (153 * month_from_march + 2) / 5 + i32::from(day) - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        Self(era * 146_097 + day_of_era - 719_468)
    }

    /// The astronomical year, month 1..=12 and day 1..=31.
    ///
    /// Source: as [`Day::from_civil`], `civil_from_days`.
    #[must_use]
    pub fn civil(self) -> (i32, u8, u8) {
        let days = self.0 + 719_468;
        let era = days.div_euclid(146_097);
        let day_of_era = days.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
        let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
        let year = year_of_era + era * 400 + i32::from(month <= 2);
        let small = |n: i32| u8::try_from(n).expect("a month or day of the calendar fits a byte");
        (year, small(month), small(day))
    }

    /// The weekday, Monday 0 to Sunday 6.
    #[must_use]
    pub fn weekday(self) -> u8 {
        u8::try_from((self.0 + 3).rem_euclid(7)).expect("a remainder of seven fits a byte")
    }
}

/// How exactly a date is known; the drawing has one mark for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// One day.
    Day,
    /// Two named ends of day precision.
    Range,
    /// A month, a season or another span of months within one year.
    Month,
    /// A year.
    Year,
    /// Decades, centuries, and spans of years.
    Years,
    /// One end is open: "since 2011".
    Open,
    /// The source says so: "about", "early", "mid-2014".
    Approximate,
}

impl Precision {
    /// Its name in links and exports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Range => "range",
            Self::Month => "month",
            Self::Year => "year",
            Self::Years => "years",
            Self::Open => "open",
            Self::Approximate => "approximate",
        }
    }
}

/// A date of any precision, kept as its EDTF value and never as a made-up day.
///
/// Ordered by first day, then last day, then EDTF value. What is open towards the past stands where
/// it ends: "until August 2012" tells of August 2012 and of no beginning.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Date {
    first: Option<Day>,
    last: Option<Day>,
    known: (Day, Day),
    precision: Precision,
    edtf: Box<str>,
}

impl Date {
    /// The date an EDTF value stands for; `None` when the value is no EDTF or names no day at either end.
    #[must_use]
    pub fn parse(edtf: &str) -> Option<Self> {
        let parsed = Edtf::parse(edtf).ok()?;
        let bounds = parsed.bounds();
        let (first, last) = (day(bounds.earliest), day(bounds.latest));
        let known = match (first, last) {
            (Some(first), Some(last)) => (first, last),
            (one, other) => {
                let end = one.or(other)?;
                named_end(edtf).unwrap_or((end, end))
            }
        };
        let precision = precision(&parsed, first, last);
        Some(Self { first, last, known, precision, edtf: edtf.into() })
    }

    /// The EDTF value (ISO 8601-2:2019, annex A).
    #[must_use]
    pub fn edtf(&self) -> &str {
        &self.edtf
    }

    /// The first day it may cover; `None` when it is open towards the past.
    #[must_use]
    pub fn first(&self) -> Option<Day> {
        self.first
    }

    /// The last day it may cover; `None` when it is open towards the future.
    #[must_use]
    pub fn last(&self) -> Option<Day> {
        self.last
    }

    /// The first and last of the days that its words name: of an open date those of the end it has.
    /// "Since 2011" names the year 2011.
    #[must_use]
    pub fn known(&self) -> (Day, Day) {
        self.known
    }

    /// The day that it is, where it is one.
    #[must_use]
    pub fn day(&self) -> Option<Day> {
        self.first.filter(|_| self.first == self.last)
    }

    /// How exactly it is known.
    #[must_use]
    pub fn precision(&self) -> Precision {
        self.precision
    }

    /// Whether a day of `self` is a day of `other`.
    #[must_use]
    pub fn meets(&self, other: &Self) -> bool {
        let before = |end: Option<Day>, start: Option<Day>| matches!((end, start), (Some(e), Some(s)) if e < s);
        !before(self.last, other.first) && !before(other.last, self.first)
    }

    /// Whether both days lie between its first and its last.
    #[must_use]
    pub fn holds(&self, (first, last): (Day, Day)) -> bool {
        self.first.is_none_or(|start| start <= first) && self.last.is_none_or(|end| last <= end)
    }

    /// Whether one of its known days lies between two days, both counted; `None` is an open end. What
    /// is asked for is what happened then, not every state that may have gone on.
    #[must_use]
    pub fn tells_of(&self, first: Option<Day>, last: Option<Day>) -> bool {
        first.is_none_or(|first| first <= self.known.1)
            && last.is_none_or(|last| self.known.0 <= last)
    }
}

impl Ord for Date {
    fn cmp(&self, other: &Self) -> Ordering {
        let key = |date: &Self| {
            let last = date.last.unwrap_or(Day(i32::MAX));
            (date.first.unwrap_or(last), last)
        };
        key(self).cmp(&key(other)).then_with(|| self.edtf.cmp(&other.edtf))
    }
}

impl PartialOrd for Date {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// The days of the one end that an open interval names.
fn named_end(edtf: &str) -> Option<(Day, Day)> {
    let (from, to) = edtf.split_once('/')?;
    let end = if matches!(from, "" | "..") { to } else { from };
    let bounds = Edtf::parse(end).ok()?.bounds();
    day(bounds.earliest).zip(day(bounds.latest))
}

fn day(bound: Bound) -> Option<Day> {
    match bound {
        Bound::Date(date) => i32::try_from(date.year)
            .ok()
            .filter(|year| year.abs() <= 1_000_000)
            .map(|year| Day::from_civil(year, date.month, date.day)),
        _ => None,
    }
}

fn precision(parsed: &Edtf, first: Option<Day>, last: Option<Day>) -> Precision {
    let (Some(first), Some(last)) = (first, last) else {
        return Precision::Open;
    };
    if parsed.is_approximate() || parsed.is_uncertain() {
        return Precision::Approximate;
    }
    if first == last {
        return Precision::Day;
    }
    let ((y0, m0, d0), (y1, m1, d1)) = (first.civil(), last.civil());
    let ends_month = d0 == 1 && Day(last.0 + 1).civil().2 == 1;
    match parsed {
        _ if ends_month && (m0, m1) == (1, 12) && y0 == y1 => Precision::Year,
        _ if ends_month && (m0, m1) == (1, 12) => Precision::Years,
        Edtf::Interval(_) if !ends_month || d1 < 28 => Precision::Range,
        _ => Precision::Month,
    }
}

impl TryFrom<String> for Date {
    type Error = String;

    fn try_from(edtf: String) -> Result<Self, String> {
        Self::parse(&edtf).ok_or_else(|| format!("expected an EDTF value, found {edtf:?}"))
    }
}

impl From<Date> for String {
    fn from(date: Date) -> Self {
        date.edtf.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn civil(day: Option<Day>) -> String {
        day.map_or_else(
            || "open".into(),
            |day| {
                let (year, month, day) = day.civil();
                format!("{year}-{month:02}-{day:02}")
            },
        )
    }

    #[track_caller]
    fn check(edtf: &str, first: &str, last: &str, precision: Precision) {
        let date = Date::parse(edtf).expect(edtf);
        assert_eq!(
            (civil(date.first()), civil(date.last())),
            (first.into(), last.into()),
            "{edtf}"
        );
        assert_eq!(date.precision(), precision, "{edtf}");
        assert_eq!(date.edtf(), edtf);
    }

    #[test]
    fn a_date_covers_its_days_and_keeps_its_precision() {
        use Precision::*;
        check("2014-11-26", "2014-11-26", "2014-11-26", Day);
        check("2015-03-25/2015-03-27", "2015-03-25", "2015-03-27", Range);
        check("2014-02", "2014-02-01", "2014-02-28", Month);
        check("2014-11/2015-04", "2014-11-01", "2015-04-30", Month);
        check("2014", "2014-01-01", "2014-12-31", Year);
        check("201X", "2010-01-01", "2019-12-31", Years);
        check("2011-01-01/2012-12-31", "2011-01-01", "2012-12-31", Years);
        check("2014-06~", "2014-06-01", "2014-06-30", Approximate);
        check("2015-04-05?", "2015-04-05", "2015-04-05", Approximate);
        check("2011/..", "2011-01-01", "open", Open);
        check("../2012-08", "open", "2012-08-31", Open);
        check("-0043-03-15", "-43-03-15", "-43-03-15", Day);
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for junk in ["", "2014-13", "2014-02-30", "June 2014", "../..", "2014-11-26/"] {
            let days = Date::parse(junk).map(|date| (date.first(), date.last()));
            assert!(days.is_none() || junk.ends_with('/'), "{junk}: {days:?}");
        }
    }

    #[test]
    fn dates_meet_when_they_share_a_day() {
        let meets = |a: &str, b: &str| {
            let (a, b) = (Date::parse(a).expect(a), Date::parse(b).expect(b));
            assert_eq!(a.meets(&b), b.meets(&a));
            a.meets(&b)
        };
        assert!(meets("2018", "2018-01-30"));
        assert!(meets("2011/..", "2018"));
        assert!(!meets("2017", "2018"));
        assert!(meets("2017-12-30/2018-01-02", "2018"));
        assert!(!meets("../2012-08", "2013"));
    }

    #[test]
    fn an_open_date_tells_of_the_end_it_names() {
        let tells = |date: &str, range: &str| {
            let (date, range) = (Date::parse(date).expect(date), Date::parse(range).expect(range));
            date.tells_of(range.first(), range.last())
        };
        assert!(tells("2011/..", "2011"));
        assert!(tells("2011/..", "2011-06"), "which day of 2011 is not known");
        assert!(!tells("2011/..", "2020-01-08"));
        assert!(tells("2011/..", "2000/.."));
        assert!(tells("../2012-08", "2012-08-14"));
        assert!(!tells("../2012-08", "-0700/0500"));
        assert!(!tells("../2012-08", "2013"));
        assert!(tells("../2012-08", "../2012"));
        assert!(tells("2014/2018", "2016-05-01"), "what has two ends tells of all between");
        assert!(tells("2020-01-08", "2020-01-08"));
    }

    #[test]
    fn dates_stand_in_order_and_an_open_past_where_it_ends() {
        let written = ["2006", "2011-03-15", "2011/..", "2012", "../2012-08", "2012-08-31", "2013"];
        let mut dates: Vec<_> = written.iter().map(|edtf| Date::parse(edtf).expect(edtf)).collect();
        dates.sort();
        let sorted: Vec<_> = dates.iter().map(Date::edtf).collect();
        assert_eq!(
            sorted,
            ["2006", "2011/..", "2011-03-15", "2012", "../2012-08", "2012-08-31", "2013"]
        );
    }

    #[test]
    fn day_numbers_and_civil_dates_are_inverse() {
        assert_eq!(Day::from_civil(1970, 1, 1), Day(0));
        assert_eq!(Day::from_civil(2015, 4, 5).weekday(), 6);
        for n in (-1_000_000..1_000_000).step_by(97) {
            let (year, month, day) = Day(n).civil();
            assert_eq!(Day::from_civil(year, month, day), Day(n));
        }
    }
}
