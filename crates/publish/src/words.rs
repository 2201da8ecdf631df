//! A date in English words, never more exact than it is. The page's own languages are not its work.

use dateline_corpus::{Date, Event};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// `month` numbers 21 and up of EDTF.
///
/// Source: ISO 8601-2:2019, 4.8 "Divisions of a year".
const DIVISIONS: [&str; 21] = [
    "spring",
    "summer",
    "autumn",
    "winter",
    "spring (northern)",
    "summer (northern)",
    "autumn (northern)",
    "winter (northern)",
    "spring (southern)",
    "summer (southern)",
    "autumn (southern)",
    "winter (southern)",
    "first quarter of",
    "second quarter of",
    "third quarter of",
    "fourth quarter of",
    "first third of",
    "second third of",
    "last third of",
    "first half of",
    "second half of",
];

/// The date in English words: `25–27 March 2015`, `about June 2014`, `since 2011`. A form that
/// has no words here is its EDTF value.
///
/// ```
/// use dateline_corpus::Date;
/// use dateline_publish::date_in_words;
///
/// let date = Date::parse("2015-03-25/2015-03-27").unwrap();
/// assert_eq!(date_in_words(&date), "25–27 March 2015");
/// ```
#[must_use]
pub fn date_in_words(date: &Date) -> String {
    words(date.edtf()).unwrap_or_else(|| date.edtf().to_owned())
}

/// The date of an event in English words, as [`date_in_words`] and with what the report that gives it
/// adds: `since early 2011`, `late February 1944`.
#[must_use]
pub fn event_date_in_words(event: &Event) -> String {
    let date = &event.date;
    // The first report is the one that the page words it by.
    let report = event.lead().filter(|report| report.date == *date);
    let Some((report, whole)) = report.and_then(|report| Some((report, report.whole()?))) else {
        return date_in_words(date);
    };
    let part = match report.modifier.as_deref() {
        Some("START") => "early ",
        Some("MID") => "mid-",
        _ => "late ",
    };
    let side = match (date.first(), date.last()) {
        (_, None) => "since ",
        (None, _) => "until ",
        _ => "",
    };
    format!("{side}{part}{}", date_in_words(&whole))
}

/// The English name of a month, 1..=12; empty for another number.
pub(crate) fn month_name(month: i32) -> &'static str {
    let index = usize::try_from(month).ok().and_then(|month| month.checked_sub(1));
    index.and_then(|index| MONTHS.get(index)).copied().unwrap_or_default()
}

fn words(edtf: &str) -> Option<String> {
    let Some((start, end)) = edtf.split_once('/') else {
        return Some(Part::read(edtf)?.words());
    };
    match (start, end) {
        ("" | "..", end) => Some(format!("until {}", Part::read(end)?.words())),
        (start, "" | "..") => Some(format!("since {}", Part::read(start)?.words())),
        _ => Some(interval(&Part::read(start)?, &Part::read(end)?)),
    }
}

fn interval(start: &Part, end: &Part) -> String {
    let plain = start.qualifier.is_empty() && end.qualifier.is_empty();
    let same_year = plain && start.year == end.year && start.month.is_some();
    let same_month = same_year && start.month == end.month && start.month.is_some_and(|m| m <= 12);
    match (start.day, end.day) {
        (Some(first), Some(_)) if same_month => format!("{first}–{}", end.words()),
        (Some(first), Some(_)) if same_year => {
            format!("{first} {} – {}", start.month_name(), end.words())
        }
        (None, None) if same_year && end.month.is_some_and(|m| m <= 12) => {
            format!("{} – {}", start.month_name(), end.words())
        }
        _ => format!("{} – {}", start.words(), end.words()),
    }
}

/// One end of an interval, or a date alone.
struct Part {
    qualifier: &'static str,
    year: String,
    month: Option<usize>,
    day: Option<u8>,
}

impl Part {
    fn read(edtf: &str) -> Option<Self> {
        let has = |c| edtf.contains(c);
        let qualifier = match (has('~'), has('?'), has('%')) {
            (false, false, false) => "",
            (true, false, false) => "about ",
            (false, true, false) => "perhaps ",
            _ => "perhaps about ",
        };
        let bare: String = edtf.chars().filter(|c| !matches!(c, '~' | '?' | '%')).collect();
        let (sign, digits) = match bare.strip_prefix('-') {
            Some(digits) => (-1, digits),
            None => (1, bare.as_str()),
        };
        let mut fields = digits.split('-');
        let year = year(sign, fields.next()?)?;
        let month = fields.next().map(str::parse::<usize>).transpose().ok()?;
        let day = fields.next().map(str::parse::<u8>).transpose().ok()?;
        let known = |m: usize| (1..=12).contains(&m) || (21..21 + DIVISIONS.len()).contains(&m);
        let whole = fields.next().is_none() && month.is_none_or(known);
        whole.then_some(Self { qualifier, year, month, day })
    }

    fn month_name(&self) -> &'static str {
        match self.month {
            Some(month @ 1..=12) => MONTHS[month - 1],
            Some(month) => DIVISIONS[month - 21],
            None => "",
        }
    }

    fn words(&self) -> String {
        let Self { qualifier, year, .. } = self;
        match (self.day, self.month) {
            (Some(day), _) => format!("{qualifier}{day} {} {year}", self.month_name()),
            (None, Some(_)) => format!("{qualifier}{} {year}", self.month_name()),
            (None, None) => format!("{qualifier}{year}"),
        }
    }
}

/// A year of EDTF, of which the last digits may be open.
fn year(sign: i32, digits: &str) -> Option<String> {
    for (open, width) in [("XX", 100), ("X", 10)] {
        if let Some(known) = digits.strip_suffix(open).filter(|known| !known.ends_with('X')) {
            return plain_number(known)?.checked_mul(width).map(|lowest| years(lowest, width));
        }
    }
    let year = plain_number(digits)?.checked_mul(sign)?;
    Some(if year > 0 { year.to_string() } else { format!("{} BCE", 1 - year) })
}

/// A decade or a century of the common era by its lowest number.
fn years(lowest: i32, width: i32) -> String {
    // "1800s" may also be their first ten years.
    if width == 10 { format!("{lowest}s") } else { format!("{lowest}–{}", lowest + (width - 1)) }
}

fn plain_number(digits: &str) -> Option<i32> {
    digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(edtf: &str, expected: &str) {
        let date = Date::parse(edtf).expect("an EDTF value");
        assert_eq!(date_in_words(&date), expected);
    }

    #[test]
    fn each_precision_has_its_words() {
        check("2018-01-30", "30 January 2018");
        check("2014-11", "November 2014");
        check("2014", "2014");
        check("2014-06~", "about June 2014");
        check("2014?", "perhaps 2014");
        check("2014%", "perhaps about 2014");
        check("199X", "1990s");
        check("18XX", "1800–1899");
        check("2014-21", "spring 2014");
        check("2014-33", "first quarter of 2014");
        check("-0043", "44 BCE");
        check("0000", "1 BCE");
    }

    #[test]
    fn intervals_say_what_their_ends_share_once() {
        check("2015-03-25/2015-03-27", "25–27 March 2015");
        check("2015-03-25/2015-04-02", "25 March – 2 April 2015");
        check("2014-12-31/2015-01-01", "31 December 2014 – 1 January 2015");
        check("2014-11/2015-04", "November 2014 – April 2015");
        check("2014-03/2014-04", "March – April 2014");
        check("2011/2014", "2011 – 2014");
        check("2014-06-01~/2014-06-10~", "about 1 June 2014 – about 10 June 2014");
        check("2011/..", "since 2011");
        check("../2011-05", "until May 2011");
    }

    #[test]
    fn an_event_keeps_what_its_report_adds() {
        #[track_caller]
        fn check(date: &str, value: &str, modifier: &str, expected: &str) {
            let report = serde_json::json!({
                "id": "r", "document": "d", "span": [0, 9], "timex": [0, 9], "type": "DATE",
                "value": value, "mod": modifier, "rule": "year", "basis": "explicit", "date": date,
                "title": "t"
            });
            let event = serde_json::json!({
                "id": "e", "date": date, "kind": "mention", "title": "t", "reports": [report],
                "weight": 1
            });
            let event = serde_json::from_value(event).expect("an event");
            assert_eq!(event_date_in_words(&event), expected);
        }
        check("2011-01~/..", "2011", "START", "since early 2011");
        check("../2014-06~", "2014", "MID", "until mid-2014");
        check("1944-02-21~/1944-02-29~", "1944-02", "END", "late February 1944");
        check("1967~/1969~", "196", "END", "late 1960s");
        // The date reaches beyond what is named.
        check("1977/1983", "197", "END", "1977 – 1983");
        check("2014-06~", "2014-06", "APPROX", "about June 2014");
    }

    #[test]
    fn other_forms_stay_as_they_are() {
        check("[2014-01,2014-03]", "[2014-01,2014-03]");
        check("Y17000", "Y17000");
    }
}
