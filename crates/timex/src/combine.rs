//! Joins neighbouring expressions into one: "10 p.m." and "Wednesday", "January" and "last year",
//! "the end of" and "1994". Knows no language: what links them is a class of the lexicon.

use crate::extract::Found;
use crate::lexicon::Class;
use crate::list::BETWEEN;
use crate::pattern::Reader;
use crate::symbol::{Base, Clock, Fine, Point, Symbol, Unit};
use crate::token::Gap;
use crate::types::Modifier;

/// What stands between two expressions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Link {
    /// Nothing, or a hyphen.
    None,
    Comma,
    /// "of".
    Of,
    /// The "'s" of the first.
    Possessive,
    /// "at", "on".
    At,
}

/// Joins what belongs together and drops the modifiers that have found no date.
pub(crate) fn combine(reader: &Reader<'_>, found: Vec<Found>) -> Vec<Found> {
    let mut out: Vec<Found> = Vec::with_capacity(found.len());
    for mut next in found {
        while let Some(last) = out.last() {
            let Some(joined) = link(reader, last, &next).and_then(|link| join(last, &next, link))
            else {
                break;
            };
            out.pop();
            next = joined;
        }
        out.push(next);
    }
    out.retain(|found| found.symbol != Symbol::Prefix);
    out
}

fn link(reader: &Reader<'_>, first: &Found, second: &Found) -> Option<Link> {
    let between = reader.tokens.get(first.end..second.first)?;
    let reached = reader.tokens.get(first.end..=second.first)?;
    if between.len() > 4 || reached.iter().any(|token| token.gap == Gap::Paragraph) {
        return None;
    }
    let links = |class| {
        reader
            .class(class, first.end)
            .is_some_and(|(end, _)| end + usize::from(reader.mark(end, b'\'')) == second.first)
    };
    if between.is_empty() || between.len() == 1 && reader.mark(first.end, b'-') {
        Some(Link::None)
    } else if links(Class::Of)
        || links(Class::And)
            && reader.class(Class::And, first.end).is_some_and(|(_, v)| v == BETWEEN)
    {
        Some(Link::Of)
    } else if links(Class::At) {
        Some(Link::At)
    } else if reader.mark(first.end, b',') && between.len() == 1 {
        Some(Link::Comma)
    } else if reader.mark(first.end, b'\'') && between.len() == 2 {
        Some(Link::Possessive)
    } else {
        None
    }
}

fn join(first: &Found, second: &Found, link: Link) -> Option<Found> {
    let symbol = match (first.symbol, second.symbol) {
        (Symbol::Prefix, Symbol::Point(_)) => {
            let softens = first.modifier == Some(Modifier::Approx);
            let near = link == Link::None || link == Link::Of && !softens;
            // "Get around Wednesday's ruling" does not soften the day.
            let weekday = matches!(second.symbol, Symbol::Point(p) if is_weekday(p));
            let belongs = near && second.modifier.is_none() && !(softens && weekday);
            belongs.then_some(second.symbol)?
        }
        // "The night of 9-10 November" is that of the first day.
        (Symbol::Point(night), Symbol::Range(a, b)) => {
            (is_time(night) && is_day(a) && matches!(link, Link::Of | Link::None)).then_some(())?;
            Symbol::Range(Point { clock: night.clock, ..a }, b)
        }
        // "July 13 to 17 of last year": the year is that of both ends.
        (Symbol::Range(a, b), Symbol::Point(year)) => {
            let belongs = is_open(a) && is_open(b) && is_year(year) && link == Link::Of;
            belongs.then_some(())?;
            let dated = |point| Point { base: year.base, then: year.then, ..point };
            Symbol::Range(dated(a), dated(b))
        }
        (Symbol::Point(a), Symbol::Point(b)) => {
            let softened = (first.modifier.is_some(), second.modifier.is_some());
            Symbol::Point(join_points(a, b, link, softened)?)
        }
        _ => return None,
    };
    let points = matches!((first.symbol, second.symbol), (Symbol::Point(_), Symbol::Point(_)));
    let named = if points || first.split.is_some() { first } else { second };
    Some(Found {
        first: first.first,
        end: second.end,
        symbol,
        modifier: first.modifier.or(second.modifier),
        rule: named.rule,
        split: first.split.or(second.split),
        ambiguous: first.ambiguous || second.ambiguous,
    })
}

/// The one date or time of two; `softened` says which of them have a modifier.
fn join_points(a: Point, b: Point, link: Link, softened: (bool, bool)) -> Option<Point> {
    // "11 p.m. on Saturday night": the hour is in that night.
    let hour = matches!(a.clock, Some(Clock::At { .. })) && matches!(b.clock, Some(Clock::Part(_)));
    let b_day = Point { clock: b.clock.filter(|_| !hour), ..b };
    if is_time(a) && is_day(b_day) && link != Link::Possessive {
        return Some(Point { clock: a.clock, ..b });
    }
    if is_day(a)
        && is_time(b)
        && matches!(link, Link::None | Link::Comma | Link::At | Link::Possessive)
    {
        return match (link, b.clock) {
            // "Friday, the morning" is two expressions.
            (Link::Comma, Some(Clock::Part(_))) => None,
            (Link::None | Link::Comma, _) if softened.1 => None,
            _ => Some(Point { clock: b.clock, ..a }),
        };
    }
    if is_open(a) && is_year(b) && matches!(link, Link::None | Link::Of | Link::Comma) {
        return Some(Point { base: b.base, then: b.then, ..a });
    }
    // "The first half of the 19th century" has no value but that of the century.
    let long = matches!(b.base, Base::Century(_) | Base::Decade(_));
    if long && link == Link::Of && is_open(a) && matches!(a.fine, Fine::Half(_) | Fine::Quarter(_))
    {
        return Some(b);
    }
    if is_year(a) && is_open(b) && !softened.0 {
        let belongs = link == Link::Possessive
            || link == Link::None
                && matches!(b.fine, Fine::Quarter(_) | Fine::Half(_) | Fine::Season(_));
        return belongs.then_some(Point { base: a.base, then: a.then, ..b });
    }
    // "the second week of May", "Monday of last week".
    (a.base == Base::Open && link == Link::Of).then_some(())?;
    match (a.fine, b.base, b.fine) {
        // "One Sunday in 1941" is two dates, neither of which tells the day.
        (Fine::Weekday(_), Base::Shift(Unit::Week, ..), Fine::None)
        | (
            Fine::Nth(..) | Fine::NthWeekday(..) | Fine::DayOfMonth(_),
            Base::Shift(Unit::Month, ..),
            Fine::None,
        )
        | (Fine::Nth(..), Base::Year(_), Fine::None) => Some(Point { base: b.base, ..a }),
        (Fine::Nth(unit, nth), _, Fine::Month(month)) => {
            Some(Point { fine: Fine::NthOfMonth(unit, nth, month), ..b })
        }
        (Fine::NthWeekday(nth, weekday), _, Fine::Month(month)) => {
            Some(Point { fine: Fine::Feast(nth_weekday(month, weekday, nth)), ..b })
        }
        _ => None,
    }
}

fn is_weekday(point: Point) -> bool {
    matches!(point.fine, Fine::Weekday(_))
}

/// The n-th (1..) or last (0) weekday of a month, as a movable feast.
pub(crate) fn nth_weekday(month: u8, weekday: u8, nth: u8) -> i32 {
    let nth = if nth == 0 { 9 } else { nth };
    20_000 + i32::from(month) * 1000 + i32::from(weekday) * 100 + i32::from(nth)
}

/// A time of day without a date.
pub(crate) fn is_time(point: Point) -> bool {
    point.base == Base::Open
        && point.fine == Fine::None
        && point.clock.is_some()
        && point.rel.is_none()
}

/// A day without a time.
pub(crate) fn is_day(point: Point) -> bool {
    let day = matches!(point.fine, Fine::MonthDay(..) | Fine::Weekday(_) | Fine::Feast(_))
        || matches!(point.base, Base::Shift(Unit::Day, ..)) && point.fine == Fine::None;
    day && point.clock.is_none()
}

/// A part of a year whose year is not named.
fn is_open(point: Point) -> bool {
    let part = matches!(
        point.fine,
        Fine::Month(_)
            | Fine::MonthDay(..)
            | Fine::Season(_)
            | Fine::Quarter(_)
            | Fine::Half(_)
            | Fine::Feast(_)
    );
    point.base == Base::Open && part && point.rel.is_none()
}

/// A year and nothing finer.
fn is_year(point: Point) -> bool {
    matches!(point.base, Base::Year(_) | Base::Shift(Unit::Year, ..))
        && point.fine == Fine::None
        && point.clock.is_none()
}
