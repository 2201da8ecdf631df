//! What holds for every text: spans, determinism, prefixes, and well-formed values.

use dateline_timex::{Context, Domain, Language, Timex, TimexType, tag};
use proptest::prelude::*;

const LANGUAGES: [Language; 8] = [
    Language::Arabic,
    Language::English,
    Language::French,
    Language::German,
    Language::Italian,
    Language::Portuguese,
    Language::Russian,
    Language::Spanish,
];

/// Pieces of expressions and of what surrounds them, in no order.
const PIECES: &[&str] = &[
    "March",
    "May",
    "Feb.",
    "29",
    "30",
    "31",
    "25-27",
    "1900",
    "2015",
    "2014-02-29",
    "11/26/2014",
    "Monday",
    "last",
    "next",
    "this",
    "the",
    "first",
    "third",
    "quarter",
    "half",
    "week",
    "year",
    "years",
    "weeks",
    "days",
    "ago",
    "later",
    "earlier",
    "early",
    "mid-",
    "late",
    "the end of",
    "about",
    "more than",
    "two",
    "twenty",
    "million",
    "999999999",
    "hundred",
    "century",
    "decade",
    "1990s",
    "'",
    "'s",
    ",",
    ".",
    "-",
    "/",
    ":",
    "of",
    "in",
    "on",
    "at",
    "to",
    "and",
    "or",
    "until",
    "said",
    "will",
    "3:30",
    "p.m.",
    "noon",
    "midnight",
    "night",
    "morning",
    "weekend",
    "summer",
    "Christmas",
    "Easter",
    "Thanksgiving",
    "BC",
    "AD",
    "every",
    "each",
    "daily",
    "now",
    "recently",
    "the future",
    "half a",
    "and a half",
    "2 1/2",
    "fiscal",
    "Q3",
    "0",
    "00",
    "9999",
    "\n",
    "\n\n",
    "le 26 novembre",
    "hier",
    "à 21 h 45",
    "il y a dix ans",
    "du 25 au 27 mars",
    "siècle",
    "XXe",
    "26. November",
    "vom 25. bis 27. März",
    "vor",
    "Jahren",
    "el 26 de noviembre de 2014",
    "hace",
    "años",
    "26 ноября 2014 года",
    "годы",
    "26 نوفمبر 2014",
    "تشرين",
    "الثاني",
    "٢٠١٤",
    "²",
    "İ",
    "same",
    "previous",
    "following",
    "that",
    "a",
    "an",
    "n",
    "a year earlier",
    "twice a",
    "GMT",
];

fn text() -> impl Strategy<Value = String> {
    let pieces = prop::collection::vec((prop::sample::select(PIECES), 0..8_u8), 0..30);
    let joined = pieces.prop_map(|pieces| {
        let glue = |n| if n == 0 { "" } else { " " };
        pieces.into_iter().map(|(piece, n)| format!("{piece}{}", glue(n))).collect()
    });
    prop_oneof![any::<String>(), joined]
}

fn context() -> impl Strategy<Value = Context> {
    let day = prop::option::of((-40..2200_i32, 1..=12_u8, 1..=31_u8));
    let domain = prop::sample::select(&[Domain::News, Domain::Narrative][..]);
    (day, prop::sample::select(&LANGUAGES[..]), domain)
        .prop_map(|(reference, language, domain)| Context { reference, language, domain })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1500) })]

    #[test]
    fn spans_are_in_order_and_apart_and_quote_the_text(text in text(), context in context()) {
        let timexes = tag(&text, &context);
        let mut end = 0;
        for timex in &timexes {
            prop_assert!(end <= timex.start && timex.start < timex.end, "{timexes:?}");
            prop_assert!(text.get(timex.start..timex.end).is_some());
            prop_assert!(timex.range_end.is_none_or(|end| end > timex.end && text.is_char_boundary(end)));
            end = timex.end;
        }
    }

    #[test]
    fn the_same_text_gives_the_same_timexes(text in text(), context in context()) {
        prop_assert_eq!(tag(&text, &context), tag(&text, &context));
    }

    #[test]
    fn a_new_paragraph_changes_nothing_before_it(
        text in text(),
        more in text(),
        context in context(),
    ) {
        let alone = tag(&text, &context);
        let longer = tag(&format!("{text}\n\n{more}"), &context);
        prop_assert!(longer.starts_with(&alone), "{alone:#?}\n{longer:#?}");
    }

    #[test]
    fn values_are_timex3_and_dates_are_edtf(text in text(), context in context()) {
        for timex in tag(&text, &context) {
            prop_assert!(well_formed(&timex), "{timex:?}");
            for date in timex.edtf.iter().chain(&timex.reference) {
                prop_assert!(date.parse::<edtf_core::Edtf>().is_ok(), "{timex:?}");
            }
        }
    }
}

fn well_formed(timex: &Timex) -> bool {
    let value = timex.value.as_str();
    if matches!(value, "PRESENT_REF" | "PAST_REF" | "FUTURE_REF") {
        return timex.kind == TimexType::Date;
    }
    let duration = value.strip_prefix('P').is_some_and(is_duration);
    match timex.kind {
        TimexType::Duration => duration,
        TimexType::Set => duration || is_point(value),
        TimexType::Date => is_date(value),
        TimexType::Time => is_point(value) && value.contains('T'),
    }
}

/// `3Y`, `2Y6M`, `T30.4S`, `XX`, `XWE`: numbers or X, each with its unit.
fn is_duration(mut rest: &str) -> bool {
    let mut parts = 0;
    while !rest.is_empty() {
        rest = rest.strip_prefix('T').unwrap_or(rest);
        let number = rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.' || c == 'X');
        let fine = rest.len() - number.len();
        let units = ["WE", "DE", "CE", "ML", "Y", "M", "W", "D", "H", "S", "Q"];
        if rest == "XX" {
            return parts == 0;
        }
        let Some(unit) = units.iter().find(|unit| number.starts_with(**unit)) else { return false };
        if fine == 0 {
            return false;
        }
        rest = &number[unit.len()..];
        parts += 1;
    }
    parts > 0
}

fn is_point(value: &str) -> bool {
    match value.split_once('T') {
        Some((date, time)) => {
            let part = matches!(time, "MO" | "MI" | "AF" | "EV" | "NI" | "DT");
            let (hour, rest) = time.split_at_checked(2).unwrap_or((time, ""));
            let clock = hour.parse::<u8>().is_ok_and(|hour| hour <= 24)
                && rest.strip_prefix(':').is_some_and(|rest| rest.len() >= 2);
            is_date(date) && (part || clock)
        }
        None => is_date(value),
    }
}

fn is_date(value: &str) -> bool {
    if let Some(year) = value.strip_prefix("BC") {
        let (digits, rest) = year.split_at(year.find('-').unwrap_or(year.len()));
        let numbers = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        return numbers && (rest.is_empty() || is_date(&format!("XXXX{rest}")));
    }
    let parts = value.split('-').collect::<Vec<_>>();
    let number = |text: &str| text.parse::<u8>().unwrap_or(0);
    let unknown = |text: &str| text == "XX";
    let year = |text: &str| text == "XXXX" || text.bytes().all(|byte| byte.is_ascii_digit());
    match parts.as_slice() {
        [one] => (1..=4).contains(&one.len()) && year(one),
        [y, m] => {
            let month = unknown(m) || m.len() == 2 && (1..=12).contains(&number(m));
            let named = ["SP", "SU", "FA", "WI", "H1", "H2", "Q1", "Q2", "Q3", "Q4"].contains(m);
            let week = m.strip_prefix('W').is_some_and(|w| (1..=53).contains(&number(w)));
            y.len() == 4 && year(y) && (month || named || week)
        }
        ["XXXX", "WXX", day] => *day == "WE" || (1..=7).contains(&number(day)),
        [y, week, "WE"] => year(y) && week.starts_with('W'),
        [y, m, d] if unknown(m) || unknown(d) => year(y) && m.len() == 2 && d.len() == 2,
        ["XXXX", m, d] => format!("2000-{m}-{d}").parse::<edtf_core::Edtf>().is_ok(),
        [_, _, _] => value.parse::<edtf_core::Edtf>().is_ok(),
        _ => false,
    }
}
