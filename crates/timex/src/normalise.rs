//! Turns what a rule matched into a symbolic value. Looks at no context.

use crate::parts::Parts;
use crate::rule::Make;
use crate::symbol::{Amount, Anchor, Base, Clock, Fine, MODIFIERS, Point, Symbol, Unit};
use crate::types::Modifier;

/// What the words say and how they soften it; `None` when they say nothing sensible.
pub(crate) fn normalise(make: Make, parts: &Parts) -> Option<(Symbol, Option<Modifier>)> {
    let symbol = match make {
        Make::Nothing => return None,
        Make::Prefix => Symbol::Prefix,
        Make::Pair if parts.day[1]? != parts.day[0]? + 1 => return None,
        Make::Range | Make::Pair => Symbol::Range(point(parts, 0)?, point(parts, 1)?),
        Make::Duration => duration(parts)?,
        Make::Length(n, unit) => Symbol::Duration(Amount::whole(n.into()), unit),
        Make::ClockLength => {
            let (hours, minutes, _) = parts.clock[0]?;
            let whole = |n: u8| Amount::whole(n.into());
            Symbol::Sum([(whole(hours), Unit::Hour), (whole(minutes?), Unit::Minute)])
        }
        Make::Half => Symbol::Duration(Amount::Thousandths(500), parts.unit[0]?),
        Make::Times(_) | Make::NTimes | Make::Each | Make::EveryOther => counted_set(make, parts)?,
        Make::EveryWeekend => Symbol::EveryPoint(Point { fine: Fine::Weekend, ..Point::OPEN }),
        Make::EveryPoint => Symbol::EveryPoint(point(parts, 0)?),
        Make::Set => set(parts)?,
        Make::Ref => Symbol::Ref(match parts.reference? {
            0 => "PRESENT_REF",
            n if n < 0 => "PAST_REF",
            _ => "FUTURE_REF",
        }),
        Make::Present => Symbol::Ref("PRESENT_REF"),
        Make::Past => Symbol::Ref("PAST_REF"),
        Make::Future => Symbol::Ref("FUTURE_REF"),
        _ => Symbol::Point(single(make, parts)?),
    };
    let index = parts.position.or(parts.approx);
    let modifier = index.and_then(|index| MODIFIERS.get(usize::from(index)).copied());
    Some((symbol, dated(make, modifier)))
}

/// "More than two years ago" is before, "less than two years ago" after.
fn dated(make: Make, modifier: Option<Modifier>) -> Option<Modifier> {
    let (Make::Ago(sign) | Make::Later(sign)) = make else { return modifier };
    Some(match (modifier?, sign < 0) {
        (Modifier::MoreThan, true) | (Modifier::LessThan, false) => Modifier::Before,
        (Modifier::MoreThan, false) | (Modifier::LessThan, true) => Modifier::After,
        (Modifier::EqualOrMore, true) | (Modifier::EqualOrLess, false) => Modifier::OnOrBefore,
        (Modifier::EqualOrMore, false) | (Modifier::EqualOrLess, true) => Modifier::OnOrAfter,
        (other, _) => other,
    })
}

/// The one date or time that a rule makes.
fn single(make: Make, parts: &Parts) -> Option<Point> {
    let nth = || parts.nth.and_then(|nth| u8::try_from(nth).ok());
    let mut made = match make {
        // Only what the rule says, whatever else stands in the words.
        Make::NthUnit
        | Make::NthWeekday
        | Make::YearBefore
        | Make::Rel(_)
        | Make::RelThen(_)
        | Make::PartOf(_)
        | Make::Clock(_)
        | Make::LastNight => Point::OPEN,
        Make::Ago(sign) => return shifted(parts, sign, Anchor::Speech),
        Make::Later(sign) => return shifted(parts, sign, Anchor::Then),
        Make::Counted(sign) => {
            let today = Parts { today: None, weekday: [None; 2], ..*parts };
            shifted(&today, sign, Anchor::Speech)?
        }
        Make::Nth(unit) => point(&Parts { unit: [Some(unit), None], ..*parts }, 0)?,
        _ => point(parts, 0)?,
    };
    match make {
        Make::NthUnit => made.fine = Fine::Nth(parts.unit[0]?, nth()?),
        Make::NthWeekday => {
            made.fine = Fine::NthWeekday(nth().filter(|nth| *nth <= 5)?, parts.weekday[0]?);
        }
        Make::Numbers | Make::Row => {
            let (first, second) = (parts.day[0]?, parts.day[1]?);
            (first.min(second) <= 12).then_some(())?;
            made.fine = Fine::Numbers(first, second);
        }
        Make::YearBefore => {
            made.base = Base::Shift(Unit::Year, -1, Anchor::Speech);
            made.then = true;
        }
        Make::Counted(_) => {
            let weeks = parts.unit[0] == Some(Unit::Week);
            made.fine = match (parts.weekday[0], parts.today) {
                (Some(weekday), None) if weeks => Fine::Counted(weekday),
                (None, Some(0)) => Fine::Counted(0),
                _ => return None,
            };
        }
        Make::Attacks => {
            (made.fine == Fine::MonthDay(9, 11)).then_some(())?;
            made.base = Base::Year(2001);
        }
        Make::Shift(unit, n) => made.base = Base::Shift(unit, n.into(), Anchor::Speech),
        Make::ShiftThen(unit, n) => made.base = Base::Shift(unit, n.into(), Anchor::Then),
        Make::Rel(n) => {
            made.base = Base::Shift(parts.unit[1].or(parts.unit[0])?, n.into(), Anchor::Speech);
            made.then = n == 0;
            // "The last day of the month".
            if let [Some(part), Some(whole)] = parts.unit {
                let fits = matches!(whole, Unit::Month | Unit::Year);
                (fits && part >= Unit::Day && part < whole && part <= Unit::Month).then_some(())?;
                made.fine = Fine::Nth(part, nth()?);
            }
        }
        Make::RelThen(n) => {
            made.base = Base::Shift(parts.unit[0]?, n.into(), Anchor::Then);
            made.then = true;
        }
        Make::WeekOf => {
            let Fine::MonthDay(month, day) = made.fine else { return None };
            let unit = parts.unit[0].unwrap_or(Unit::Week);
            matches!(unit, Unit::Week | Unit::Weekend).then_some(())?;
            made.fine = Fine::UnitOf(unit, month, day);
        }
        Make::Weekend => made.fine = Fine::Weekend,
        Make::HourPlus(minutes) => {
            let Some(Clock::At { hour, minute, .. }) = &mut made.clock else { return None };
            if minutes < 0 {
                *hour = hour.checked_sub(1).unwrap_or(23);
            }
            *minute = u8::try_from(minutes.rem_euclid(60)).ok();
        }
        Make::PartOf(part) => {
            made.base = Base::Shift(Unit::Day, 0, Anchor::Speech);
            made.clock = Some(Clock::Part(part));
        }
        Make::Clock(part) => made.clock = Some(Clock::Part(part)),
        Make::LastNight => {
            made.base = Base::Shift(Unit::Day, -1, Anchor::Speech);
            made.clock = Some(Clock::Part(4));
        }
        _ => {}
    }
    Some(made)
}

/// What recurs a number of times, or every second time.
fn counted_set(make: Make, parts: &Parts) -> Option<Symbol> {
    let unit = parts.unit[usize::from(make == Make::Each)]?;
    let times = match make {
        Make::Times(times) => Some(times.into()),
        Make::NTimes => Some(u32::try_from(parts.amount[0]?.as_whole()?).ok()?),
        _ => None,
    };
    let amount = Amount::whole(if make == Make::EveryOther { 2 } else { 1 });
    Some(Symbol::Every(amount, unit, times))
}

/// The first or second point of a match. The second has what the first of a pair has not used up.
fn point(parts: &Parts, which: usize) -> Option<Point> {
    let pick = |pair: [Option<u8>; 2]| if which == 1 { pair[1].or(pair[0]) } else { pair[0] };
    let year = match which {
        // "25 March - 2 April 2015": the only year is that of both.
        0 => parts.year[0],
        _ => parts.year[1].or(parts.year[0]),
    };
    let anchor = if parts.rel_then.is_some() { Anchor::Then } else { Anchor::Speech };
    let rel = parts.rel.or(parts.rel_then);
    let mut point = Point { then: parts.rel_then.is_some(), ..Point::OPEN };
    if let Some(year) = year {
        point.base = Base::Year(if parts.era == Some(-1) { 1 - year } else { year });
    } else if let Some(decade) = parts.decade {
        // A decade within a century: "the nineties", "the eighties of the 19th century".
        let within =
            if decade < 10 { decade + if decade == 0 { 200 } else { 190 } } else { decade };
        point.base = Base::Decade(within);
    } else if let Some(century) = parts.century {
        point.base = Base::Century(century);
    } else if let Some(today) = parts.today {
        point.base = Base::Shift(Unit::Day, i32::from(today), Anchor::Speech);
    } else if let (Some(rel @ 0), Some(Unit::Weekend)) = (parts.rel, parts.unit[0]) {
        // "This weekend" is the last or the next, as the tense says.
        return Some(Point { fine: Fine::Weekend, rel: Some(rel), ..point });
    } else if let (Some(rel), Some(unit), None) = (rel, parts.unit[0], parts.nth) {
        let n = parts.amount[0].and_then(Amount::as_whole).unwrap_or(1);
        point.base = Base::Shift(unit, i32::from(rel) * n, anchor);
    } else if let (Some(rel), Some(_)) = (rel, parts.part)
        && parts.weekday[0].is_none()
    {
        point.base = Base::Shift(Unit::Day, i32::from(rel), anchor);
    } else if let (Some(nth), Some(Unit::Century), Some(era)) =
        (parts.nth, parts.unit[0], parts.era.or(Some(0)))
    {
        let nth = i32::try_from(nth).ok().filter(|nth| (1..=40).contains(nth))?;
        point.base = Base::Century(if era < 0 { -nth } else { nth - 1 });
    } else {
        point.rel = rel;
    }
    let (month, day) = (pick(parts.month), pick(parts.day));
    let nth = parts.nth.and_then(|nth| u8::try_from(nth).ok());
    point.fine = match (month, day) {
        (Some(month), Some(day)) => Fine::MonthDay(month, day),
        (Some(month), None) => Fine::Month(month),
        (None, Some(day)) => Fine::DayOfMonth(day),
        (None, None) => {
            if let Some(season) = parts.season {
                Fine::Season(season)
            } else if let Some(feast) = parts.feast {
                feast_of(feast)
            } else if let (Some(nth), Some(unit)) = (nth, parts.unit[0]) {
                match unit {
                    Unit::Quarter => {
                        Fine::Quarter(if nth == 0 { 4 } else { (nth <= 4).then_some(nth)? })
                    }
                    Unit::Half => {
                        Fine::Half(if nth == 0 { 2 } else { (nth <= 2).then_some(nth)? })
                    }
                    Unit::Century => Fine::None,
                    other => Fine::Nth(other, nth),
                }
            } else if let Some(weekday) = pick(parts.weekday).filter(|_| parts.today.is_none()) {
                Fine::Weekday(weekday)
            } else {
                Fine::None
            }
        }
    };
    if !matches!(point.fine, Fine::Weekday(_)) {
        point.weekday = parts.weekday[0];
    }
    point.clock = clock(parts, which)?;
    Some(point)
}

fn feast_of(feast: i32) -> Fine {
    let byte = |n: i32| u8::try_from(n).unwrap_or(0);
    if feast < 10_000 {
        Fine::MonthDay(byte(feast / 100), byte(feast % 100))
    } else {
        Fine::Feast(feast)
    }
}

/// The time of day: `Some(None)` when none is named, `None` when it is no real one.
#[expect(clippy::option_option, reason = "no time named and no such time are different answers")]
fn clock(parts: &Parts, which: usize) -> Option<Option<Clock>> {
    if let Some((hour, minute, second)) = parts.clock[which].or(parts.clock[0]) {
        // "11-2 p.m." begins before noon.
        let later = parts.clock[1].is_some_and(|(end, ..)| end % 12 < hour % 12);
        let meridiem =
            parts.meridiem.map(|half| if which == 0 && later { 12 - half } else { half });
        let hour = match meridiem {
            Some(0) if hour == 12 => 0,
            Some(12) if hour < 12 => hour + 12,
            Some(_) if hour > 12 => return None,
            None if hour == 12 && parts.part == Some(4) => 24,
            // "Eight in the evening", "eleven at night".
            None if hour < 12
                && matches!((parts.part, hour), (Some(2 | 3), _) | (Some(4), 6..)) =>
            {
                hour + 12
            }
            _ => hour,
        };
        return Some(Some(Clock::At { hour, minute, second, zone: parts.zone }));
    }
    Some(parts.part.map(Clock::Part))
}

fn shifted(parts: &Parts, sign: i8, anchor: Anchor) -> Option<Point> {
    let sign = i32::from(sign);
    // "Year-earlier" names its unit in the rule's words alone.
    let mut unit = parts.unit[0].unwrap_or(Unit::Year);
    let amount = match parts.amount[0] {
        Some(amount) => amount,
        None if parts.plural => Amount::Open,
        None => Amount::whole(1),
    };
    let base = match amount {
        Amount::Open => Base::Vague(unit, sign),
        Amount::Thousandths(n) => {
            let mut count = amount.as_whole();
            if count.is_none() && unit == Unit::Year {
                count = i32::try_from(n / 1000 * 12 + n % 1000 * 12 / 1000)
                    .ok()
                    .filter(|n| *n < 200_000);
                unit = Unit::Month;
            }
            Base::Shift(
                unit,
                sign * count.or_else(|| i32::try_from(n / 1000).ok().filter(|n| *n < 20_000))?,
                anchor,
            )
        }
    };
    Some(Point { base, clock: clock(parts, 0)?, ..Point::OPEN })
}

fn duration(parts: &Parts) -> Option<Symbol> {
    let unit = parts.unit[0].or(parts.adverb)?;
    let amount = match parts.amount[0] {
        Some(amount) => amount,
        None if parts.plural => Amount::Open,
        // "The third straight month": three months.
        None => Amount::whole(parts.nth.unwrap_or(1)),
    };
    if let (Some(second), Some(amount2)) = (parts.unit[1], parts.amount[1])
        && second < unit
    {
        return Some(Symbol::Sum([(amount, unit), (amount2, second)]));
    }
    // "An hour and twenty minutes": the article is no amount.
    if let (Some(second), Some(rest), None) = (parts.unit[1], parts.amount[0], parts.amount[1])
        && second < unit
    {
        return Some(Symbol::Sum([(Amount::whole(1), unit), (rest, second)]));
    }
    Some(Symbol::Duration(amount, unit))
}

fn set(parts: &Parts) -> Option<Symbol> {
    if let Some(unit) = parts.adverb.or(parts.unit[0]) {
        let amount = parts.amount[0].unwrap_or(Amount::whole(parts.nth.unwrap_or(1)));
        return Some(Symbol::Every(amount, unit, None));
    }
    Some(Symbol::EveryPoint(point(parts, 0)?))
}
