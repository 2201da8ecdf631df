//! Arithmetic on dates of any precision: so many units on from a date, and a fine date within a coarse one.

use crate::calendar::{Day, days_in_month, easter, small, week_monday};
use crate::choose::{Tense, weekday};
use crate::combine::nth_weekday;
use crate::symbol::{Fine, Unit};
use crate::value::Date;

/// The day `n` units on from a day, or from the weekday before it (`n` negative) or after it.
pub(crate) fn counted(from: Day, unit: Unit, n: i32, weekday_from: u8) -> Option<Day> {
    if weekday_from > 0 {
        let tense = if n < 0 { Tense::Past } else { Tense::Future };
        return Some(weekday(from, weekday_from, None, tense).plus_days(n.checked_mul(7)?));
    }
    match unit {
        Unit::Day => Some(from.plus_days(n)),
        Unit::Week => Some(from.plus_days(n.checked_mul(7)?)),
        Unit::Month => Some(from.plus_months(n)),
        Unit::Year if (-2000..2000).contains(&n) => Some(from.plus_months(n * 12)),
        _ => None,
    }
}

/// The date `n` units on from a date.
pub(crate) fn shift(from: Date, unit: Unit, n: i32) -> Option<Date> {
    let day = from.first()?;
    Some(match unit {
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Unclear => return None,
        Unit::Day => Date::Day(day.plus_days(n)),
        Unit::Week => {
            let (year, week) = day.plus_days(n.checked_mul(7)?).iso_week();
            Date::Week(year, week)
        }
        Unit::Weekend => {
            let (year, week) = day.plus_days(n.checked_mul(7)?).iso_week();
            Date::Weekend(year, week)
        }
        Unit::Month => {
            let to = day.plus_months(n);
            Date::Month(Some(to.year), to.month)
        }
        Unit::Quarter => {
            let to = day.plus_months(n * 3);
            Date::Quarter(Some(to.year), to.month.div_ceil(3))
        }
        Unit::Half => {
            let to = day.plus_months(n * 6);
            Date::Half(Some(to.year), to.month.div_ceil(6))
        }
        Unit::Season => {
            let to = day.plus_months(n * 3);
            let year = if to.month < 3 { to.year - 1 } else { to.year };
            Date::Season(Some(year), (to.month % 12 / 3 + 3) % 4)
        }
        Unit::Year if !(-9000..9000).contains(&(day.year + n)) => return None,
        Unit::Year => Date::Year(day.year + n),
        // Decades and centuries before the common era have no TIMEX3 value of their own.
        Unit::Decade => Date::Decade(within_range(day.year.div_euclid(10) + n, 999)?),
        Unit::Century => Date::Century(within_range(day.year.div_euclid(100) + n, 99)?),
        Unit::Millennium => Date::Millennium(within_range(day.year.div_euclid(1000) + n, 9)?),
    })
}

fn within_range(number: i32, most: i32) -> Option<i32> {
    (0..=most).contains(&number).then_some(number)
}

/// A fine date within a coarse one.
pub(crate) fn within(date: Date, fine: Fine) -> Option<Date> {
    match (date, fine) {
        (date, Fine::None) => Some(date),
        (Date::Year(year), fine) => within_year(year, fine),
        (Date::Month(Some(year), month), Fine::DayOfMonth(day)) => {
            Day::new(year, month, day).map(Date::Day)
        }
        (Date::Week(year, week), Fine::Weekday(n)) => {
            Some(Date::Day(week_monday(year, week).plus_days(i32::from(n) - 1)))
        }
        (Date::Month(Some(year), month), Fine::NthWeekday(nth, weekday)) => {
            feast_day(year, nth_weekday(month, weekday, nth)).map(Date::Day)
        }
        (Date::Month(Some(year), month), Fine::Nth(Unit::Week, n)) => {
            let first = Day::new(year, month, 1)?;
            let day = if n == 0 {
                first.plus_months(1).plus_days(-1)
            } else {
                first.plus_days(i32::from(n) * 7 - 7)
            };
            let (year, week) = day.iso_week();
            Some(Date::Week(year, week))
        }
        (Date::Month(Some(year), month), Fine::Nth(Unit::Weekend, n)) => {
            let (year, week) = feast_day(year, nth_weekday(month, 6, n))?.iso_week();
            Some(Date::Weekend(year, week))
        }
        (Date::Month(Some(year), month), Fine::Nth(Unit::Day, n)) => {
            let day = if n == 0 { days_in_month(year, month) } else { n };
            Day::new(year, month, day).map(Date::Day)
        }
        _ => None,
    }
}

pub(crate) fn within_year(year: i32, fine: Fine) -> Option<Date> {
    Some(match fine {
        Fine::None => Date::Year(year),
        Fine::Month(m) => Date::Month(Some(year), m),
        Fine::MonthDay(m, d) => Date::Day(Day::new(year, m, d)?),
        Fine::Season(n) => Date::Season(Some(year), n),
        Fine::Quarter(n) => Date::Quarter(Some(year), n),
        Fine::Half(n) => Date::Half(Some(year), n),
        Fine::Feast(feast) => Date::Day(feast_day(year, feast)?),
        Fine::UnitOf(unit, month, day) => {
            let (year, week) = Day::new(year, month, day)?.iso_week();
            if unit == Unit::Weekend { Date::Weekend(year, week) } else { Date::Week(year, week) }
        }
        Fine::NthOfMonth(unit, n, month) => {
            within(Date::Month(Some(year), month), Fine::Nth(unit, n))?
        }
        Fine::Nth(Unit::Month, n) => Date::Month(Some(year), if n == 0 { 12 } else { n.min(12) }),
        Fine::Nth(Unit::Week, n) => Date::Week(year, if n == 0 { 52 } else { n.min(53) }),
        Fine::Nth(Unit::Day, 0) => Date::Day(Day::new(year, 12, 31)?),
        Fine::Nth(Unit::Day, 1) => Date::Day(Day::new(year, 1, 1)?),
        Fine::DayOfMonth(_)
        | Fine::Numbers(..)
        | Fine::Counted(_)
        | Fine::Weekday(_)
        | Fine::NthWeekday(..)
        | Fine::Weekend
        | Fine::Nth(..) => return None,
    })
}

/// The day of a movable feast: `10000 + offset from Easter + 500`, or `20000 + month * 1000 +
/// weekday * 100 + n` for the n-th weekday of a month (9 is the last).
fn feast_day(year: i32, feast: i32) -> Option<Day> {
    if feast < 20_000 {
        return Some(easter(year).plus_days(feast - 10_500));
    }
    let (month, weekday, nth) = ((feast - 20_000) / 1000, feast / 100 % 10, feast % 100);
    let first = Day::new(year, small(month), 1)?;
    let ahead = (weekday - i32::from(first.weekday())).rem_euclid(7);
    if nth == 9 {
        let next = first.plus_months(1);
        let back = (i32::from(next.weekday()) - weekday - 1).rem_euclid(7) + 1;
        return Some(next.plus_days(-back));
    }
    Some(first.plus_days(ahead + nth * 7 - 7))
}
