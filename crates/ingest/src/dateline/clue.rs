//! The days and years that a text names, as far as they tell when it was written. Much less than the
//! temporal tagger finds: only full dates, days of a month, weekdays and years, in the languages of
//! `calendar`.

use dateline_corpus::{Day, Document, Span};

use crate::calendar;
use crate::sentence;
use crate::structure::span;

/// How much of a text is looked at, in bytes.
pub(super) const ENOUGH: usize = 200_000;

/// Something that tells when a text was written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Clue {
    pub(super) named: Named,
    /// The words.
    pub(super) span: Span,
    /// Whether its sentence speaks of what is still to come.
    pub(super) ahead: bool,
}

/// What was named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Named {
    /// A day of a year.
    Day(Day),
    /// A day of a month 1..=12 without its year, perhaps with its weekday.
    MonthDay(u8, u8, Option<u8>),
    /// A weekday, Monday 0.
    Weekday(u8),
    /// A year.
    Year(i32),
}

impl Clue {
    /// The day meant, where it is one: in the year that brings it closest to `anchor`.
    pub(super) fn closest(&self, anchor: Day) -> Option<Day> {
        match self.named {
            Named::Day(day) => Some(day),
            Named::MonthDay(month, number, weekday) => {
                let year = anchor.civil().0;
                (year - 1..=year + 1)
                    .filter(|&year| number <= calendar::days_in_month(year, month))
                    .map(|year| Day::from_civil(year, month, number))
                    .filter(|day| weekday.is_none_or(|weekday| day.weekday() == weekday))
                    .min_by_key(|day| (day.0 - anchor.0).abs())
            }
            Named::Weekday(_) | Named::Year(_) => None,
        }
    }
}

/// Words that speak of what is to come, in lower case.
#[rustfmt::skip]
const AHEAD: &[&str] = &[
    "will", "shall", "scheduled", "expected", "upcoming", "until", "next", "due", "plans", "planned", "would", "could", "might", "may", "set", "tomorrow",
    "sera", "seront", "prévu", "prévue", "prochain", "prochaine", "wird", "werden", "nächste", "nächsten", "будет", "состоится", "سوف",
];

/// Words before "to" that speak of what is to come: "is to open".
const IS_TO: &[&str] = &["is", "are", "have", "has"];

/// Words before the end of something that may lie ahead: "by 2025", "extended to May 1".
const LIMIT: &[&str] = &["by", "to", "till", "through", "bis", "jusqu", "hasta"];

/// What makes a number before it no year: "2100 UTC".
const HOURS: &[&str] = &["UTC", "GMT", "hours", "hrs", "local"];

/// The clues in a document's prose, in order.
pub(super) fn clues(document: &Document) -> Vec<Clue> {
    let mut found = Vec::new();
    for block in &document.blocks {
        if block.kind.is_apparatus() || block.span.end as usize > ENOUGH {
            continue;
        }
        let mut sentences = Vec::new();
        sentence::split(&document.text, block.span, &mut sentences);
        for sentence in sentences {
            in_sentence(&document.text, sentence, &mut found);
        }
    }
    found
}

fn in_sentence(text: &str, sentence: Span, found: &mut Vec<Clue>) {
    let words = sentence.of(text);
    let base = sentence.start as usize;
    let mut before = "";
    let ahead = words.split(|c: char| !c.is_alphanumeric()).any(|word| {
        let to_come = AHEAD.contains(&word) || word == "to" && IS_TO.contains(&before);
        before = word;
        to_come
    });
    let mut at = words.find(char::is_alphanumeric).unwrap_or(words.len());
    while at < words.len() {
        match clue_at(&words[at..]) {
            Some((named, length)) => {
                let before = words[..at].trim_end().rsplit(|c: char| !c.is_alphabetic()).next();
                let ahead = ahead || before.is_some_and(|before| LIMIT.contains(&before));
                found.push(Clue { named, span: span(base + at, base + at + length), ahead });
                at = calendar::next_word(words, at + length);
            }
            None => at = calendar::next_word(words, at),
        }
    }
}

/// The clue at the very beginning of `text` and its length.
fn clue_at(text: &str) -> Option<(Named, usize)> {
    if let Some(date) = calendar::at_start(text) {
        return match (date.month, date.day) {
            (Some(month), Some(day)) => {
                Some((Named::Day(Day::from_civil(date.year, month, day)), date.end))
            }
            _ if HOURS.contains(&first_word(text[date.end..].trim_start())) => None,
            _ => Some((Named::Year(date.year), date.end)),
        };
    }
    let word = first_word(text);
    if let Some(weekday) = calendar::weekday(word).filter(|_| word.chars().count() > 3) {
        let rest = text[word.len()..].trim_start_matches([',', ' ']);
        return match month_day(rest) {
            Some((month, day, length)) => {
                Some((Named::MonthDay(month, day, Some(weekday)), text.len() - rest.len() + length))
            }
            None => Some((Named::Weekday(weekday), word.len())),
        };
    }
    month_day(text).map(|(month, day, length)| (Named::MonthDay(month, day, None), length))
}

/// "March 25-27" (its last day), "April 1st", "27 March", "1er avril", "25 марта".
fn month_day(text: &str) -> Option<(u8, u8, usize)> {
    let word = first_word(text);
    if let Some(month) = calendar::month(word) {
        let mut at = word.len();
        at += text[at..].len() - text[at..].trim_start_matches(['.', ' ', '\u{a0}']).len();
        let (mut day, width) = number(&text[at..])?;
        at += width;
        for dash in ["-", "–", " to ", " and ", "—"] {
            if let Some((last, width)) = text[at..].strip_prefix(dash).and_then(number) {
                day = last;
                at += dash.len() + width;
                break;
            }
        }
        at += suffix(&text[at..]);
        return valid(month, day).then_some((month, day, at));
    }
    let (day, width) = number(text)?;
    let mut at = width + suffix(&text[width..]);
    let rest = text[at..].trim_start_matches(['.', ' ', '\u{a0}']);
    let rest = rest.strip_prefix("of ").or(rest.strip_prefix("de ")).unwrap_or(rest);
    at = text.len() - rest.len();
    let word = first_word(rest);
    let month = calendar::month(word)?;
    valid(month, day).then_some((month, day, at + word.len()))
}

fn valid(month: u8, day: u8) -> bool {
    // The year is not known: let it be a leap year.
    day >= 1 && day <= calendar::days_in_month(2000, month)
}

fn suffix(text: &str) -> usize {
    ["st", "nd", "rd", "th", "er"]
        .iter()
        .find(|end| text.starts_with(**end))
        .map_or(0, |end| end.len())
}

fn number(text: &str) -> Option<(u8, usize)> {
    let width = text.bytes().take_while(u8::is_ascii_digit).count();
    // "April 2015" is no day, and "April 90 percent" no date.
    if !(1..=2).contains(&width)
        || text[width..].starts_with([',', '.', ':'])
            && text[width + 1..].starts_with(|c: char| c.is_ascii_digit())
    {
        return None;
    }
    Some((text[..width].parse().ok()?, width))
}

fn first_word(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
    &text[..end]
}
