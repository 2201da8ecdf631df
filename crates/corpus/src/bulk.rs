//! The days that hold the bulk of a chronology: all but a few dates that lie far from the others.

use crate::{Day, order};

/// The first and last day of `days`, each with its own first and last day in any order, without the
/// few that lie far from the others: at either end at most a twentieth of all, and only where that
/// pays. A cut is weighed by the days that remain times `1 + 20 p`, where `p` is the part of the
/// dates left out; the lightest cut is made. So leaving out a twentieth must more than halve the
/// chronology. `None` when there are no days.
#[must_use]
pub fn bulk(mut days: Vec<(Day, Day)>) -> Option<(Day, Day)> {
    order::sort(&mut days);
    let spare = (days.len() / 20).max(usize::from(days.len() > 4));
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
