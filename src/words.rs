//! Dates in words, as exactly as they are known and no more.

use dateline_corpus::{Date, Day, Precision, Report};

use crate::browser::intl::{self, Pattern};
use crate::state::Collection;
use crate::strings::{Language, Strings, fill};

/// How long the words may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Length {
    /// "25–27 March 2015".
    Long,
    /// "25–27 Mar 2015".
    Short,
}

/// The date of an event in words; what the report's own words add ("early", "late") is kept where
/// the report gives the event's date.
pub(crate) fn event_date(date: &Date, report: Option<&Report>, language: Language) -> String {
    match report.filter(|report| report.date == *date) {
        Some(report) => report_date(report, language, Length::Long),
        None => in_words(date, None, language, Length::Long),
    }
}

/// The title of `report`, with what it speaks of in brackets where it does not say so itself.
pub(crate) fn titled(collection: &Collection, report: &Report) -> String {
    let document = collection.document(&report.document);
    document.map_or_else(|| report.title.clone(), |document| report.titled(&document.text))
}

/// The date that `report` gives, in words of `language`. A state that began "in early 2011" is said
/// so: the month at the edge of its date stands in no text.
pub(crate) fn report_date(report: &Report, language: Language, length: Length) -> String {
    let (date, modifier) = (&report.date, report.modifier.as_deref());
    let Some(whole) = report.whole() else { return in_words(date, modifier, language, length) };
    let strings = language.strings();
    let phrase = match (modifier, date.first(), date.last()) {
        (Some("START"), _, None) => strings.since_early,
        (Some("MID"), _, None) => strings.since_mid,
        (_, _, None) => strings.since_late,
        (Some("START"), None, _) => strings.until_early,
        (Some("MID"), None, _) => strings.until_mid,
        (_, None, _) => strings.until_late,
        (Some("START"), ..) => strings.early,
        (Some("MID"), ..) => strings.mid,
        _ => strings.late,
    };
    fill(phrase, &in_words(&whole, None, language, length))
}

/// What a collection is called: its name, else the years in which most of it happens.
pub(crate) fn collection_name(collection: &Collection, language: Language) -> String {
    let given = &collection.corpus.title;
    if !given.is_empty() {
        return given.clone();
    }
    let strings = language.strings();
    match collection.core {
        Some((first, last)) => {
            let years = intl::days(language.locale(), Pattern::Year, first, last);
            fill(strings.untitled_years, &years)
        }
        None => strings.untitled.to_owned(),
    }
}

/// `date` in words of `language`; `modifier` is the TIMEX3 `mod` of the words it was read from.
pub(crate) fn in_words(
    date: &Date,
    modifier: Option<&str>,
    language: Language,
    length: Length,
) -> String {
    let strings = language.strings();
    if let Some((first, last)) = date.edtf().split_once('/') {
        return interval(date, (first, last), modifier, language, length);
    }
    let (Some(first), Some(last)) = (date.first(), date.last()) else {
        return date.edtf().to_owned();
    };
    let plain = span(date.edtf(), first, last, language, length);
    modified(&plain, date, modifier, strings)
}

fn modified(plain: &str, date: &Date, modifier: Option<&str>, strings: &Strings) -> String {
    let phrase = match modifier {
        Some("START") => strings.early,
        Some("MID") => strings.mid,
        Some("END") => strings.late,
        Some("BEFORE") => strings.before,
        Some("AFTER") => strings.after,
        Some("ON_OR_BEFORE") => strings.until,
        Some("ON_OR_AFTER") => strings.since,
        _ if date.edtf().ends_with('?') => strings.uncertain,
        _ if date.precision() == Precision::Approximate => strings.about,
        _ => return plain.to_owned(),
    };
    fill(phrase, plain)
}

fn interval(
    date: &Date,
    (from, to): (&str, &str),
    modifier: Option<&str>,
    language: Language,
    length: Length,
) -> String {
    let strings = language.strings();
    let end = |edtf: &str| Date::parse(edtf).map(|end| in_words(&end, None, language, length));
    match (date.first(), date.last()) {
        (Some(_), None) => fill(strings.since, &end(from).unwrap_or_else(|| from.to_owned())),
        (None, Some(_)) => fill(strings.until, &end(to).unwrap_or_else(|| to.to_owned())),
        (Some(first), Some(last)) => {
            let is_day = |edtf: &str| {
                edtf.len() >= 10 && edtf.bytes().all(|b| b.is_ascii_digit() || b == b'-')
            };
            if is_day(from) && is_day(to) {
                let words = if whole_months(first, last) {
                    span("", first, last, language, length)
                } else {
                    intl::days(language.locale(), day_pattern(length), first, last)
                };
                return modified(&words, date, modifier, strings);
            }
            match (end(from), end(to)) {
                (Some(from), Some(to)) => format!("{from} – {to}"),
                _ => date.edtf().to_owned(),
            }
        }
        (None, None) => date.edtf().to_owned(),
    }
}

fn day_pattern(length: Length) -> Pattern {
    if length == Length::Long { Pattern::Day } else { Pattern::DayShort }
}

fn whole_months(first: Day, last: Day) -> bool {
    first.civil().2 == 1 && Day(last.0 + 1).civil().2 == 1
}

/// The words for what one EDTF value without a slash covers.
fn span(edtf: &str, first: Day, last: Day, language: Language, length: Length) -> String {
    let (locale, strings) = (language.locale(), language.strings());
    let ((y0, m0, _), (y1, m1, _)) = (first.civil(), last.civil());
    if first == last {
        return intl::day(locale, day_pattern(length), first);
    }
    if !whole_months(first, last) {
        return intl::days(locale, day_pattern(length), first, last);
    }
    let month = if length == Length::Long { Pattern::Month } else { Pattern::MonthShort };
    match (y1 - y0, m0, m1) {
        (0, 1, 12) => intl::day(locale, Pattern::Year, first),
        (0, a, b) if a == b => intl::day(locale, month, first),
        (9, 1, 12) if y0 % 10 == 0 => fill(strings.decade, &y0.to_string()),
        (_, 1, 12) => intl::days(locale, Pattern::Year, first, last),
        _ => season(edtf, strings).map_or_else(
            || intl::days(locale, month, first, last),
            |phrase| fill(phrase, &intl::day(locale, Pattern::Year, first)),
        ),
    }
}

fn season(edtf: &str, strings: &Strings) -> Option<&'static str> {
    match edtf.trim_end_matches(['~', '?', '%']).rsplit('-').next()? {
        "21" => Some(strings.spring),
        "22" => Some(strings.summer),
        "23" => Some(strings.autumn),
        "24" => Some(strings.winter),
        _ => None,
    }
}

/// So many days in which nothing is reported, in words.
pub(crate) fn gap_days(days: u32, language: Language) -> String {
    let strings = language.strings();
    let days = days as usize;
    match days {
        0..=69 => language.count(&strings.gap_weeks, days / 7),
        70..=729 => language.count(&strings.gap_months, days * 12 / 365),
        // Whole years may have a few leap days less than the mean.
        _ => language.count(&strings.gap_years, (days + 5) * 100 / 36_525),
    }
}
