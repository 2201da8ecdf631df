//! Chooses the week, month or year of a date that leaves it open. Reads no words: the tense is an
//! argument.

use crate::calendar::Day;
use crate::shift::within_year;
use crate::symbol::Fine;
use crate::value::Date;

/// Whether the words around speak of the past or the future.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tense {
    Past,
    /// "Since" stands before it: it began in the past, whatever is nearer.
    Since,
    Future,
    /// What was still to come when somebody spoke of it: "would". It may be over by the time of writing.
    FutureInPast,
    Unknown,
}

/// The weekday meant: the nearest on the side that the words or the tense choose; in news an open
/// one is the last.
pub(crate) fn weekday(from: Day, wanted: u8, rel: Option<i8>, tense: Tense) -> Day {
    let back = (i32::from(from.weekday()) - i32::from(wanted)).rem_euclid(7);
    let last = from.plus_days(-back);
    match (rel, tense) {
        (Some(-1), _) if back == 0 => from.plus_days(-7),
        // A weekday six days on would be called the next.
        (None, Tense::FutureInPast) if back == 1 => last,
        (Some(-1), _)
        | (None, Tense::Past | Tense::Since | Tense::Unknown)
        | (Some(0), Tense::Past | Tense::Since) => last,
        (Some(1), _) => last.plus_days(7),
        _ if back == 0 => from,
        _ => last.plus_days(7),
    }
}

/// A day of this month, or of the month before or after when a weekday named beside it or the tense
/// says so.
pub(crate) fn day_of_month(from: Day, day: u8, tense: Tense, weekday: Option<u8>) -> Option<Date> {
    let other = |months| day_in_month(from, months, day);
    let here = other(0);
    if let Some(weekday) = weekday {
        let near = [here, other(-1), other(1)].into_iter().flatten();
        if let Some(fits) = near.into_iter().find(|day| day.weekday() == weekday) {
            return Some(Date::Day(fits));
        }
    }
    let picked = match (here, tense) {
        (Some(here), Tense::Past | Tense::Since) if here > from => other(-1),
        (Some(here), Tense::Future | Tense::FutureInPast) if here < from => other(1),
        (Some(here), _) => Some(here),
        (None, Tense::Future | Tense::FutureInPast) => other(1),
        (None, _) => other(-1),
    };
    picked.map(Date::Day)
}

/// A day of the month so many months on.
pub(crate) fn day_in_month(from: Day, months: i32, day: u8) -> Option<Day> {
    let month = Day { day: 1, ..from }.plus_months(months);
    Day::new(month.year, month.month, day)
}

/// The year of a date in narrative, and whether it is sure: that of the date last spoken of, but the
/// next where a story that goes forward has passed the date. `next` is the day that the text names
/// after it, `opens` whether a sentence begins with it, `earlier` whether it is told with "had".
pub(crate) fn narrative_year(
    from: Day,
    fine: Fine,
    step: Step,
    latest: Option<Day>,
) -> (i32, bool) {
    let first = |year| within_year(year, fine).and_then(Date::first);
    let (Some(here), Some(ahead), Fine::Month(_) | Fine::MonthDay(..)) =
        (first(from.year), first(from.year + 1), fine)
    else {
        return (from.year, true);
    };
    let back = from.number() - here.number();
    let on = ahead.number() - from.number();
    let forbidden = [latest, step.next].iter().flatten().any(|day| ahead > *day);
    if back <= STEP_BACK || step.earlier || forbidden {
        return (from.year, !step.earlier || back <= STEP_ON);
    }
    let follows = step.next.is_some_and(|next| next.year == ahead.year);
    let sure = on <= STEP_ON && (step.opens || follows);
    (if sure { ahead.year } else { from.year }, sure)
}

/// How many days a story may go back to what it has passed, and on to what comes next year.
const STEP_BACK: i32 = 45;
const STEP_ON: i32 = 122;

/// How an expression stands in a story.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Step {
    /// The day that the text names in full after it.
    pub(crate) next: Option<Day>,
    /// Whether it opens its sentence.
    pub(crate) opens: bool,
    /// Whether it is told of with "had".
    pub(crate) earlier: bool,
    /// Whether it stands beside what is told.
    pub(crate) aside: bool,
}

/// The year of a date in news: the words choose, then a weekday named beside it, then nearness,
/// where a date on the side the tense speaks against counts as five times as far.
pub(crate) fn pick_year(
    from: Day,
    fine: Fine,
    rel: Option<i8>,
    tense: Tense,
    weekday: Option<u8>,
) -> Option<i32> {
    let years = [from.year - 1, from.year, from.year + 1];
    let starts = |year: i32| within_year(year, fine).and_then(Date::first);
    if let Some(weekday) = weekday {
        let fits = |year: &&i32| starts(**year).is_some_and(|day| day.weekday() == weekday);
        if let Some(year) = years.iter().find(fits) {
            return Some(*year);
        }
    }
    // "Last November", written in November, is not this month, nor "last spring" in April this one.
    let here = match fine {
        Fine::MonthDay(..) => from,
        Fine::Season(_) => Day { day: 1, ..from }.plus_months(-i32::from(from.month % 3)),
        _ => Day { day: 1, ..from },
    };
    let before =
        years.iter().rev().find(|year| starts(**year).is_some_and(|day| day < from && day != here));
    let after = years.iter().find(|year| starts(**year).is_some_and(|day| day > from));
    match (rel, tense) {
        (Some(-1), _) => before.copied(),
        (Some(1), _) => after.copied(),
        (Some(0), _) => Some(from.year),
        (_, tense) => {
            // "It expects to report a third-quarter loss": the quarter is the last all the same.
            let tense = if matches!(fine, Fine::Quarter(_)) { Tense::Unknown } else { tense };
            let cost = |year: &i32| {
                let away = starts(*year).map_or(0, |day| day.number() - from.number());
                // A sixth is what a date of the past has before one of the future in news.
                let weight = match (tense, away > 0) {
                    (Tense::Since, true) => 3000,
                    (Tense::Past, true) | (Tense::Future, false) => 30,
                    // What was to come two months ago is over.
                    (Tense::FutureInPast, false) => 15,
                    (Tense::Unknown, true) => 7,
                    _ => 6,
                };
                away.abs() * weight
            };
            years.iter().copied().filter(|year| starts(*year).is_some()).min_by_key(cost)
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{Basis, Context, Domain, Language, tag};

    #[test]
    fn what_a_story_has_passed_is_not_sure() {
        let context =
            Context { reference: None, language: Language::English, domain: Domain::Narrative };
        for (text, expected, basis) in [
            (
                "On 14 November 2013 it began, and on 3 January it ended. He left on 1 May 2014.",
                "2014-01-03",
                Basis::Narrative,
            ),
            // Another paragraph may be another story.
            (
                "On 14 November 2013 it began, and on 3 January it ended.\n\nHe left on 1 May 2014.",
                "2013-01-03?",
                Basis::Vague,
            ),
            (
                "On 14 November 2013 it began. On 3 January it ended.",
                "2014-01-03",
                Basis::Narrative,
            ),
            ("On 14 November 2013 it began. On 3 July it ended.", "2013-07-03?", Basis::Vague),
            ("On 14 November 2013 it began, as in July.", "2013-07?", Basis::Vague),
            (
                "On 14 November 2013 it began. On 10 November he came.",
                "2013-11-10",
                Basis::Narrative,
            ),
        ] {
            let found = tag(text, &context);
            assert_eq!(
                (found[1].edtf.as_deref(), found[1].basis),
                (Some(expected), basis),
                "{text}"
            );
        }
    }
}
