//! Numbers in digits and words: years, days, amounts, ordinals. Knows no language: the words and
//! their values come from the lexicon.

use crate::lexicon::Class;
use crate::parts::{Parts, put};
use crate::pattern::{Form, Reader};
use crate::symbol::Amount;
use crate::token::{Gap, Kind, Token};

/// The token after the number of this form at `at`; its value goes into `parts`.
pub(crate) fn take(reader: &Reader<'_>, form: Form, at: usize, parts: &mut Parts) -> Option<usize> {
    let token = &reader.tokens[at];
    let digits = if token.kind == Kind::Number { token.digits } else { 0 };
    let within = |most: u8, range: std::ops::RangeInclusive<u32>| {
        ((1..=most).contains(&digits) && range.contains(&token.value))
            .then(|| u8::try_from(token.value).ok())
            .flatten()
    };
    match form {
        Form::Year | Form::LateYear => {
            let (end, year) = year(reader, at)?;
            (form == Form::Year || (1700..=2099).contains(&year)).then_some(())?;
            // "1800 workers" are workers; "the 1968 protests" are of a year.
            let next = reader.tokens.get(end).filter(|next| next.gap == Gap::Space);
            let counted = next.is_some_and(|next| next.plural && !next.capital && next.value == 0);
            (!counted || (1900..=2099).contains(&year)).then_some(())?;
            // Until 1752 the English year began in March, and a winter had two: "January 1720/1".
            let old = year < 1753 && parts.month[0].is_some_and(|month| month <= 3);
            let second = reader.tokens.get(end + 1).filter(|_| old && reader.mark(end, b'/'));
            let dual = second.is_some_and(|second| {
                second.kind == Kind::Number
                    && second.gap == Gap::Glued
                    && second.digits <= 2
                    && second.value.abs_diff(token.value + 1) % 10 == 0
            });
            put(&mut parts.year, year + i32::from(dual));
            Some(if dual { end + 2 } else { end })
        }
        Form::AnyYear | Form::FullYear => {
            let least = if form == Form::FullYear { 4 } else { 1 };
            (least..=4).contains(&digits).then_some(())?;
            put(&mut parts.year, i32::try_from(token.value).ok()?);
            Some(at + 1)
        }
        Form::ShortYear => {
            (digits == 2).then_some(())?;
            let two = i32::try_from(token.value).ok()?;
            let full = match parts.year[0] {
                Some(first) => first - first.rem_euclid(100) + two,
                None if two < 40 => 2000 + two,
                None => 1900 + two,
            };
            put(&mut parts.year, full);
            Some(at + 1)
        }
        Form::Tens => {
            let value = i32::try_from(token.value).ok()?;
            match digits {
                4 if value % 10 == 0 && (1000..=2190).contains(&value) => {
                    parts.decade = Some(value / 10);
                }
                2 if value % 10 == 0 => {
                    parts.decade = Some(if value < 20 { 200 } else { 190 } + value / 10);
                }
                _ => return None,
            }
            Some(at + 1)
        }
        Form::Day | Form::DayNth => {
            if let Some(day) = within(2, 1..=31) {
                put(&mut parts.day, day);
                return Some(suffix(reader, at + 1));
            }
            let (end, value) = (form == Form::DayNth).then(|| ordinal(reader, at)).flatten()?;
            put(&mut parts.day, u8::try_from(value).ok().filter(|day| (1..=31).contains(day))?);
            Some(end)
        }
        Form::MonthNumber => {
            put(&mut parts.month, within(2, 1..=12)?);
            Some(at + 1)
        }
        Form::N => {
            let (end, amount) = amount(reader, at)?;
            put(&mut parts.amount, amount);
            Some(end)
        }
        Form::Nth => {
            let (end, value) = if digits > 0 {
                let end = suffix(reader, at + 1);
                ((1..=3).contains(&digits) && end > at + 1).then_some((end, token.value))?
            } else {
                ordinal(reader, at)?
            };
            parts.nth = Some(value);
            Some(end)
        }
        Form::Hour => {
            *parts.clock() = Some((within(2, 0..=24)?, None, None));
            Some(at + 1)
        }
        Form::AnyHour => {
            if let Some(hour) = within(2, 0..=24) {
                *parts.clock() = Some((hour, None, None));
                return Some(at + 1);
            }
            let (end, hour) = below_hundred(reader, at)?;
            *parts.clock() =
                Some((u8::try_from(hour).ok().filter(|hour| *hour <= 24)?, None, None));
            Some(end)
        }
        Form::HourMinute | Form::DayTime => {
            (digits == if form == Form::DayTime { 6 } else { 4 }).then_some(())?;
            let part = |n: u32| u8::try_from(n).ok();
            let (hour, minute) = (part(token.value / 100 % 100)?, part(token.value % 100)?);
            (hour < 24 && minute < 60).then_some(())?;
            *parts.clock() = Some((hour, Some(minute), None));
            if form == Form::DayTime {
                let day = part(token.value / 10_000).filter(|day| (1..=31).contains(day))?;
                put(&mut parts.day, day);
            }
            Some(at + 1)
        }
        Form::Minute | Form::Second => {
            (digits == 2).then_some(())?;
            let value = Some(within(2, 0..=59)?);
            let (hour, minute, _) = (*parts.clock())?;
            *parts.clock() = Some(match form {
                Form::Minute => (hour, value, None),
                _ => (hour, minute, value),
            });
            Some(at + 1)
        }
        Form::Ordinal => {
            parts.nth = Some(u32::from(within(2, 1..=99)?));
            Some(at + 1)
        }
        Form::Small => {
            parts.nth = Some(u32::from(within(1, 1..=9)?));
            Some(at + 1)
        }
        Form::Digits => (digits > 0).then_some(at + 1),
        Form::Capital => token.capital.then_some(at + 1),
    }
}

/// Skips the suffix of an ordinal in digits, if one is there.
fn suffix(reader: &Reader<'_>, at: usize) -> usize {
    let glued = reader.tokens.get(at).is_some_and(|token| {
        token.kind == Kind::Word
            && token.gap == Gap::Glued
            && reader.lexicon.is(token.value, Class::Suffix)
    });
    at + usize::from(glued)
}

/// A year of four digits that is no part of a longer number, or one in words.
fn year(reader: &Reader<'_>, at: usize) -> Option<(usize, i32)> {
    let token = &reader.tokens[at];
    if token.kind == Kind::Word {
        let (end, high) = reader.class(Class::YearWord, at)?;
        let (end, low) = below_hundred(reader, end)?;
        return (low >= 10).then_some((end, high * 100 + low));
    }
    if token.kind != Kind::Number || token.digits != 4 || !(1000..=2199).contains(&token.value) {
        return None;
    }
    let joined = |next: Option<&Token>, marks: &[u8]| {
        next.is_some_and(|token| {
            token.kind == Kind::Mark && marks.iter().any(|m| u32::from(*m) == token.value)
        })
    };
    let number = |at: usize| {
        reader.tokens.get(at).is_some_and(|t| t.kind == Kind::Number && t.gap == Gap::Glued)
    };
    let next = reader.tokens.get(at + 1).filter(|next| next.gap == Gap::Glued);
    if joined(next, b".,:") && number(at + 2) || joined(next, b"%@_") {
        return None;
    }
    if next.is_some_and(|next| {
        next.kind == Kind::Word && !reader.lexicon.is(next.value, Class::Suffix)
    }) {
        return None;
    }
    let before = at.checked_sub(1).map(|before| &reader.tokens[before]);
    // Numbers in a row are a telephone number or a table.
    if token.gap == Gap::Space && before.is_some_and(|t| t.kind == Kind::Number && t.digits > 2) {
        return None;
    }
    if before.is_some_and(|mark| mark.kind == Kind::Mark && mark.value == u32::from(b'#')) {
        return None;
    }
    if token.gap == Gap::Glued && at > 0 {
        let before = &reader.tokens[at - 1];
        let money =
            before.kind == Kind::Mark && (before.value == 0 || joined(Some(before), b"$#+_@=&%"));
        let inside = joined(Some(before), b".,:")
            && before.gap == Gap::Glued
            && at > 1
            && reader.tokens[at - 2].kind == Kind::Number;
        // "555-2015" is a telephone number.
        let phone = joined(Some(before), b"-")
            && before.gap == Gap::Glued
            && at > 1
            && reader.tokens[at - 2].kind == Kind::Number
            && reader.tokens[at - 2].digits == 3;
        // A path: "example.org/2015/04/05/".
        let path = joined(Some(before), b"/") && before.gap == Gap::Glued;
        if money || inside || phone || path || before.kind == Kind::Word {
            return None;
        }
    }
    Some((at + 1, i32::try_from(token.value).ok()?))
}

/// An ordinal in words: "third", "twenty-first".
fn ordinal(reader: &Reader<'_>, at: usize) -> Option<(usize, u32)> {
    if let Some((end, value)) = reader.class(Class::Ordinal, at) {
        return Some((end, u32::try_from(value).ok()?));
    }
    let (next, tens) = reader.class(Class::Cardinal, at)?;
    let next = next + usize::from(reader.mark(next, b'-'));
    let (end, ones) = reader.class(Class::Ordinal, next)?;
    (tens >= 20 && tens % 10 == 0 && ones < 10).then_some(())?;
    Some((end, u32::try_from(tens + ones).ok()?))
}

/// A cardinal in words from 1 to 99.
fn below_hundred(reader: &Reader<'_>, at: usize) -> Option<(usize, i32)> {
    let (end, value) = reader.class(Class::Cardinal, at)?;
    (value < 100).then_some(())?;
    if value >= 20 && value % 10 == 0 {
        let mut next = end + usize::from(reader.mark(end, b'-'));
        if let Some((after, 0)) = reader.class(Class::And, next) {
            next = after;
        }
        if let Some((after, ones)) = reader.class(Class::Cardinal, next)
            && ones < 20
            && reader.tokens[next].gap < Gap::Paragraph
        {
            return Some((after, value + ones));
        }
    }
    Some((end, value))
}

/// An amount: digits with groups, decimals and fractions, or words.
pub(crate) fn amount(reader: &Reader<'_>, at: usize) -> Option<(usize, Amount)> {
    let token = &reader.tokens[at];
    if token.kind == Kind::Number {
        return digits(reader, at);
    }
    if let Some((end, _)) = reader.class(Class::Vague, at) {
        return Some((end, Amount::Open));
    }
    let (mut end, mut group) = below_hundred(reader, at)
        .or_else(|| reader.class(Class::Cardinal, at))
        .map(|(end, n)| (end, i64::from(n)))?;
    let mut total = 0;
    loop {
        let next = end + usize::from(reader.mark(end, b'-'));
        if reader.tokens.get(next).is_none_or(|token| token.gap == Gap::Paragraph) {
            break;
        }
        if let Some((after, high)) = reader.class(Class::Cardinal, next).filter(|(_, n)| *n >= 100)
        {
            if high >= 1000 {
                total += group * i64::from(high);
                group = 0;
            } else {
                group = group.max(1) * i64::from(high);
            }
            end = after;
        } else if group % 100 == 0 && (group > 0 || total > 0) {
            let and = reader.class(Class::And, next).filter(|(_, value)| *value == 0);
            let low = and.map_or(next, |(after, _)| after);
            let Some((after, value)) = reader
                .tokens
                .get(low)
                .filter(|token| token.gap < Gap::Paragraph)
                .and_then(|_| below_hundred(reader, low))
            else {
                break;
            };
            group += i64::from(value);
            end = after;
        } else {
            break;
        }
    }
    Some((end, Amount::Thousandths(u64::try_from((total + group) * 1000).ok()?)))
}

fn digits(reader: &Reader<'_>, at: usize) -> Option<(usize, Amount)> {
    let glued =
        |at: usize| reader.tokens.get(at).filter(|t| t.kind == Kind::Number && t.gap == Gap::Glued);
    let token = &reader.tokens[at];
    (token.value != u32::MAX).then_some(())?;
    let mut thousandths = u64::from(token.value) * 1000;
    let mut end = at + 1;
    while (reader.mark(end, b',') || reader.mark(end, b'.'))
        && let Some(group) = glued(end + 1).filter(|group| group.digits == 3 && token.value > 0)
    {
        thousandths = thousandths.checked_mul(1000)? + u64::from(group.value) * 1000;
        end += 2;
    }
    if (reader.mark(end, b',') || reader.mark(end, b'.'))
        && let Some(part) = glued(end + 1).filter(|part| part.digits <= 2)
    {
        thousandths += u64::from(part.value) * if part.digits == 1 { 100 } else { 10 };
        return Some(times(reader, end + 2, thousandths));
    }
    // "2 1/2 years": the fraction stands after a space.
    if let Some(over) = reader.tokens.get(end).filter(|t| t.kind == Kind::Number && t.value < 10)
        && over.gap == Gap::Space
        && reader.mark(end + 1, b'/')
        && let Some(under) = glued(end + 2).filter(|under| (2..10).contains(&under.value))
    {
        thousandths += u64::from(over.value) * 1000 / u64::from(under.value);
        return Some((end + 3, Amount::Thousandths(thousandths)));
    }
    if reader.mark(end, b'/')
        && let Some(under) = glued(end + 1).filter(|under| (2..10).contains(&under.value))
    {
        return Some((end + 2, Amount::Thousandths(thousandths / u64::from(under.value))));
    }
    Some(times(reader, end, thousandths))
}

/// An amount in digits, times the "million" that may follow it.
fn times(reader: &Reader<'_>, end: usize, thousandths: u64) -> (usize, Amount) {
    let near = reader.tokens.get(end).is_some_and(|token| token.gap == Gap::Space);
    let high = reader.class(Class::Cardinal, end).filter(|(_, high)| near && *high >= 1000);
    match high.map(|(after, high)| (after, thousandths.checked_mul(u64::from(high.unsigned_abs()))))
    {
        Some((after, Some(product))) => (after, Amount::Thousandths(product)),
        _ => (end, Amount::Thousandths(thousandths)),
    }
}
