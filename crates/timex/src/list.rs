//! Takes the days and months of a list apart, "4, 5 and 9 May", and gives them the year they share.
//! Knows no language: what joins a list is a class of the lexicon.

use crate::calendar::days_in_month;
use crate::extract::Found;
use crate::lexicon::Class;
use crate::pattern::Reader;
use crate::symbol::{Amount, Base, Clock, Fine, Point, Symbol, Unit};
use crate::token::{Gap, Kind};

/// The values of [`Class::And`]: 0 joins a list.
const OR: i32 = 1;
pub(crate) const BETWEEN: i32 = 2;

/// Makes several expressions of a list. Days and months that follow one another are a range; "or"
/// makes them ambiguous.
pub(crate) fn lists(reader: &Reader<'_>, found: Vec<Found>) -> Vec<Found> {
    let mut out: Vec<Found> = Vec::with_capacity(found.len());
    for mut last in found {
        let (Symbol::Point(point) | Symbol::Range(point, _)) = last.symbol else {
            out.push(last);
            continue;
        };
        let mut second = None;
        let mut join = and(reader, last.first.wrapping_sub(1));
        if let (Symbol::Range(_, end), Some((split, next))) = (last.symbol, last.split)
            && matches!(end.fine, Fine::Month(_) | Fine::MonthDay(..))
            && and(reader, split) < BETWEEN
            && !(1..4).any(|back| and(reader, last.first.wrapping_sub(back)) == BETWEEN)
        {
            second = Some(Found { first: next, symbol: Symbol::Point(end), split: None, ..last });
            join = and(reader, split);
            (last.end, last.symbol, last.split) = (split, Symbol::Point(point), None);
        }
        let mut start = out.len();
        if let Fine::MonthDay(_, day) = point.fine
            && !matches!(point.clock, Some(Clock::At { .. }))
        {
            let sure = second.is_some() || last.split.is_some();
            start = before(reader, &mut out, &last, (last.first, day), sure);
            // In "March 3, 7 and 12" the rule has kept the ends alone.
            let mut end = last.end;
            for at in last.first..second.map_or(0, |_| end) {
                let number = day_number(reader, at);
                if let Some(next) = number.filter(|next| *next > day) {
                    last.end = end;
                    out.push(last);
                    last = member(&last, at, next);
                    last.end = after_number(reader, at);
                }
                if number.is_some() {
                    end = after_number(reader, at);
                }
            }
        }
        let is_list = second.is_some() || start < out.len();
        out.push(last);
        out.extend(second);
        if is_list {
            close(&mut out, start, join == OR);
        }
    }
    share_years(reader, &mut out);
    out
}

/// The value of what joins a list or announces a range at `at`; a higher one where nothing does.
fn and(reader: &Reader<'_>, at: usize) -> i32 {
    reader.class(Class::And, at).map_or(BETWEEN + 1, |(_, value)| value)
}

/// Ends a list that begins at `start` of `out`.
fn close(out: &mut Vec<Found>, start: usize, or: bool) {
    let mut follow = true;
    for at in start..out.len() {
        out[at].ambiguous |= or;
        follow &= at == start
            || match (fine(&out[at - 1]), fine(&out[at])) {
                (Some((month, 0)), Some((next, 0))) => month + 1 == next,
                // "30 September and 1 October".
                (Some((month, day)), Some((next, 1))) if month + 1 == next => {
                    day >= days_in_month(2001, month)
                }
                (Some((month, day)), Some((same, next))) => month == same && day + 1 == next,
                _ => false,
            };
    }
    let last = out[out.len() - 1];
    if let (Symbol::Point(a), Symbol::Point(b), true) = (out[start].symbol, last.symbol, follow) {
        let split = Some((out[out.len() - 2].end, last.first));
        out.truncate(start + 1);
        let whole = &mut out[start];
        (whole.end, whole.symbol, whole.split) = (last.end, Symbol::Range(a, b), split);
    }
}

/// The month and the day, or 0 for none, of a date that has them and no range.
fn fine(found: &Found) -> Option<(u8, u8)> {
    match found.symbol {
        Symbol::Point(Point { fine: Fine::Month(month), .. }) => Some((month, 0)),
        Symbol::Point(Point { fine: Fine::MonthDay(month, day), .. }) => Some((month, day)),
        _ => None,
    }
}

/// Puts the days, each smaller than the next, that stand before token `from` into `out`; returns where
/// they begin there. A weekday that belongs to one of them is taken from the end of `out`.
fn before(
    reader: &Reader<'_>,
    out: &mut Vec<Found>,
    whole: &Found,
    (from, next): (usize, u8),
    sure: bool,
) -> usize {
    let tokens = reader.tokens;
    let free = out.last().map_or(0, |found| found.end);
    let comma = |at: usize| at > free && reader.mark(at - 1, b',');
    // It begins with its day, an article or a weekday before it at most.
    let begins = (from..whole.end.min(from + 3)).any(|at| day_number(reader, at).is_some());
    let mut at = from;
    if begins && at > free && and(reader, at - 1) < BETWEEN {
        at -= 1;
    }
    // "Aged 12, 14 May" is no list.
    if (sure || at < from) && comma(at) {
        at -= 1;
    }
    if at == from || tokens[at + 1..=from].iter().any(|token| token.gap == Gap::Paragraph) {
        return out.len();
    }
    // The number may have its suffix or full stop.
    let Some((number, day)) = (free.max(at.saturating_sub(2))..at).find_map(|number| {
        let day = day_number(reader, number).filter(|day| *day < next)?;
        (after_number(reader, number) == at).then_some((number, day))
    }) else {
        return out.len();
    };
    let mut item = member(whole, number, day);
    item.end = at;
    let named =
        out.last().filter(|found| found.end == number).map(|found| (found.symbol, found.first));
    let word = number.checked_sub(1).filter(|word| tokens[*word].kind == Kind::Word);
    match (named, word.map(|word| (word, tokens[word]))) {
        // "Monday 3, Friday 7 May", "los días 3, 5 y 7 de mayo".
        (Some((Symbol::Point(Point { fine: Fine::Weekday(_), .. }), first)), _)
        | (Some((Symbol::Duration(Amount::Open, Unit::Day), first)), _) => {
            item.first = first;
            out.pop();
        }
        (_, Some((word, token))) if token.value > 0 && token.value == tokens[whole.first].value => {
            item.first = word;
        }
        // "Pages 2 and 3 May".
        (_, Some((word, token)))
            if token.plural && token.value == 0 || reader.class(Class::Label, word).is_some() =>
        {
            return out.len();
        }
        _ => {}
    }
    let start = before(reader, out, whole, (item.first, day), true);
    out.push(item);
    start
}

/// The day of the month of an expression, and the day alone, at the token `first`.
fn member(whole: &Found, first: usize, day: u8) -> Found {
    let mut found = Found { first, split: None, ..*whole };
    if let Symbol::Point(mut point) | Symbol::Range(mut point, _) = whole.symbol {
        if let Fine::MonthDay(_, of) = &mut point.fine {
            *of = day;
        }
        point.weekday = None;
        found.symbol = Symbol::Point(point);
    }
    found
}

fn day_number(reader: &Reader<'_>, at: usize) -> Option<u8> {
    let token = reader.tokens.get(at)?;
    let glued = token.gap == Gap::Glued && at > 0 && reader.tokens[at - 1].kind == Kind::Mark;
    let day = token.kind == Kind::Number && token.digits <= 2 && token.value <= 31 && !glued;
    day.then(|| u8::try_from(token.value).ok()).flatten().filter(|day| *day > 0)
}

/// The token after a number with its suffix or full stop.
fn after_number(reader: &Reader<'_>, at: usize) -> usize {
    let suffix = reader
        .tokens
        .get(at + 1)
        .is_some_and(|next| next.gap == Gap::Glued && reader.lexicon.is(next.value, Class::Suffix));
    at + 1 + usize::from(suffix || reader.mark(at + 1, b'.'))
}

/// Gives days and months without a year that of the next or the last of their list: "on 3 May and on
/// 7 June 2014", "on 3 May 2014 and 7 June".
fn share_years(reader: &Reader<'_>, found: &mut [Found]) {
    let mut in_list = false;
    for at in (1..found.len()).rev() {
        let (earlier, later) = (found[at - 1], found[at]);
        let is_joined = joined(reader, earlier.end, later.first, in_list);
        in_list = false;
        let rises = fine(&earlier).is_some() && fine(&earlier) < fine(&later);
        if let (Symbol::Point(a), Symbol::Point(b), true) =
            (earlier.symbol, later.symbol, is_joined && rises)
        {
            in_list = matches!(b.base, Base::Year(_));
            match (a.base, b.base) {
                (Base::Open, Base::Year(_)) if a.rel.is_none() => {
                    found[at - 1].symbol = Symbol::Point(Point { base: b.base, ..a });
                }
                (Base::Year(_), Base::Open) if b.rel.is_none() => {
                    found[at].symbol = Symbol::Point(Point { base: a.base, ..b });
                }
                _ => {}
            }
        }
    }
}

/// Whether a comma, "and" or both, and at most one small word more, stand between two expressions; a
/// comma alone where they are `in_list`.
fn joined(reader: &Reader<'_>, end: usize, next: usize, in_list: bool) -> bool {
    let comma = reader.mark(end, b',');
    let mut at = end + usize::from(comma);
    let joins = and(reader, at) < BETWEEN;
    at += usize::from(joins);
    let small = [Class::Of, Class::At].iter().any(|class| reader.class(*class, at).is_some());
    at += usize::from(small && at < next);
    let near = reader.tokens[end..=next].iter().all(|token| token.gap < Gap::Paragraph);
    at == next && near && (joins || comma && in_list)
}

#[cfg(test)]
mod tests {
    use crate::{Context, Domain, Language, tag};

    #[track_caller]
    fn check(code: &str, text: &str, expected: &[&str]) {
        let context = Context {
            reference: Some((2015, 4, 8)),
            language: Language::from_code(code).expect("a known language"),
            domain: Domain::News,
        };
        let found = tag(text, &context);
        let found = found.iter().filter_map(|timex| timex.edtf.as_deref());
        assert_eq!(found.collect::<Vec<_>>(), expected, "{text}");
    }

    #[test]
    fn lists_are_no_spans() {
        for (code, text, expected) in [
            ("en", "They met on 22 and 29 October 2014.", vec!["2014-10-22", "2014-10-29"]),
            ("en", "They met from 22 to 29 October 2014.", vec!["2014-10-22/2014-10-29"]),
            ("en", "They met on 30 September and 1 October 2014.", vec!["2014-09-30/2014-10-01"]),
            ("en", "They met on 22-29 October 2014.", vec!["2014-10-22/2014-10-29"]),
            ("en", "Between 22 and 29 October 2014 they met.", vec!["2014-10-22/2014-10-29"]),
            ("en", "Between March 3 and 12, 2014 it rained.", vec!["2014-03-03/2014-03-12"]),
            ("en", "They met on 4, 5 and 6 February 2014.", vec!["2014-02-04/2014-02-06"]),
            ("en", "On 4, 6 to 8 May 2014 they met.", vec!["2014-05-04", "2014-05-06/2014-05-08"]),
            (
                "en",
                "On March 3, 7 and 12, 2014 they met.",
                vec!["2014-03-03", "2014-03-07", "2014-03-12"],
            ),
            ("en", "It was on 2 or 3 May 2014.", vec!["2014-05-02?/2014-05-03?"]),
            ("en", "It was on 2 or 9 May 2014.", vec!["2014-05-02?", "2014-05-09?"]),
            (
                "en",
                "On 3 May, 7 June and 12 July 2014.",
                vec!["2014-05-03", "2014-06-07", "2014-07-12"],
            ),
            ("en", "In June and July 1950 it rained.", vec!["1950-06/1950-07"]),
            ("en", "In May and August 1950 it rained.", vec!["1950-05", "1950-08"]),
            ("en", "They met on 3 May 2014 and on 7 June.", vec!["2014-05-03", "2014-06-07"]),
            ("en", "Aged 12, 14 May 2014.", vec!["2014-05-14"]),
            ("en", "See pages 2 and 3 May 2014.", vec!["2014-05-03"]),
            ("fr", "les 4, 5 et 6 février 2014", vec!["2014-02-04/2014-02-06"]),
            ("fr", "les 3, 7 et 12 mai 2014", vec!["2014-05-03", "2014-05-07", "2014-05-12"]),
            ("fr", "entre le 4 et le 9 mai 2014", vec!["2014-05-04/2014-05-09"]),
            (
                "es",
                "los días 3, 7 y 12 de mayo de 2014",
                vec!["2014-05-03", "2014-05-07", "2014-05-12"],
            ),
            ("es", "entre el 4 y el 9 de febrero", vec!["2015-02-04/2015-02-09"]),
            ("de", "am 3., 7. und 12. Mai 2014", vec!["2014-05-03", "2014-05-07", "2014-05-12"]),
            ("de", "am 4. und 5. Februar 2014", vec!["2014-02-04/2014-02-05"]),
            ("it", "il 22 e 29 ottobre 2014", vec!["2014-10-22", "2014-10-29"]),
            ("pt", "nos dias 4 e 9 de maio de 2014", vec!["2014-05-04", "2014-05-09"]),
            ("ru", "3, 7 и 12 мая 2014 года", vec!["2014-05-03", "2014-05-07", "2014-05-12"]),
            ("ar", "في 22 و29 أكتوبر 2014", vec!["2014-10-22", "2014-10-29"]),
        ] {
            check(code, text, &expected);
        }
    }
}
