//! The days that hold the bulk of a chronology: all but a few dates that lie far from the others,
//! and the core of it, in which most of it happens.

use crate::{Day, order};

/// The first and last day of `days`, each with its own first and last day in any order, without the
/// few that lie far from the others: at either end at most a twentieth of all, and only where that
/// pays. A cut is weighed by the days that remain times `1 + 20 p`, where `p` is the part of the
/// dates left out; the lightest cut is made. So leaving out a twentieth must more than halve the
/// chronology. `None` when there are no days.
#[must_use]
pub fn bulk(days: Vec<(Day, Day)>) -> Option<(Day, Day)> {
    cut(days, 20)
}

/// The first and last day of the core of `days`: what [`bulk`] leaves, cut once more in the same way,
/// now by up to a third at either end. Years of background before the two years that a collection is
/// about are left out; a chronology that is spread evenly stays whole.
#[must_use]
pub fn core(mut days: Vec<(Day, Day)>) -> Option<(Day, Day)> {
    let (first, last) = bulk(days.clone())?;
    days.retain(|day| first <= day.0 && day.1 <= last);
    cut(days, 3).or(Some((first, last)))
}

/// The lightest cut of at most one in `part` of `days` at either end.
fn cut(mut days: Vec<(Day, Day)>, part: usize) -> Option<(Day, Day)> {
    order::sort(&mut days);
    let spare = (days.len() / part).max(usize::from(days.len() > 4));
    let weight = |from: Day, to: Day, out: usize| {
        let length = (i64::from(to.0) - i64::from(from.0) + 1).unsigned_abs();
        u128::from(length) * (days.len() + 20 * out) as u128
    };
    let mut ends: Vec<Day> = days.iter().map(|it| it.1).collect();
    order::sort(&mut ends);
    let last = *ends.last()?;
    let cuts = days.iter().take(spare + 1).enumerate();
    let first = cuts.min_by_key(|(out, day)| weight(day.0, last, *out)).map(|(_, day)| day.0)?;
    let cuts = ends.iter().rev().take(spare + 1).filter(|end| **end >= first).enumerate();
    let last = cuts.min_by_key(|(out, end)| weight(first, **end, *out)).map(|(_, end)| *end);
    Some((first, last.unwrap_or(first)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn years(years: impl IntoIterator<Item = i32>) -> Vec<(Day, Day)> {
        let year = |y| (Day::from_civil(y, 1, 1), Day::from_civil(y, 12, 31));
        years.into_iter().map(year).collect()
    }

    fn span(found: Option<(Day, Day)>) -> Option<(i32, i32)> {
        found.map(|(first, last)| (first.civil().0, last.civil().0))
    }

    #[test]
    fn the_core_is_where_most_happens() {
        let busy = || std::iter::repeat_n(2019, 40).chain(std::iter::repeat_n(2020, 35));
        let background = years((1940..1965).chain(busy()));
        assert_eq!(span(bulk(background.clone())), Some((1940, 2020)));
        assert_eq!(span(core(background)), Some((2019, 2020)));
        // One far date is no background, and what is spread evenly has no core.
        assert_eq!(span(core(years([-663].into_iter().chain(busy())))), Some((2019, 2020)));
        assert_eq!(span(core(years(1900..2000))), Some((1900, 1999)));
        assert_eq!(core(Vec::new()), None);
    }

    proptest! {
        #[test]
        fn the_core_lies_in_the_bulk_and_holds_a_date(
            days in prop::collection::vec((-9000..9000i32, 0..900i32), 1..60)
        ) {
            let days: Vec<_> = days.into_iter().map(|(day, n)| (Day(day), Day(day + n))).collect();
            let (bulk, core) = (bulk(days.clone()).unwrap(), core(days.clone()).unwrap());
            prop_assert!(bulk.0 <= core.0 && core.0 <= core.1 && core.1 <= bulk.1);
            prop_assert!(days.iter().any(|day| day.0 <= core.1 && core.0 <= day.1));
        }
    }
}
