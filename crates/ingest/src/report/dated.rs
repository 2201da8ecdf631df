//! Which of a sentence's dates are days on which something is reported. A time of day whose day another
//! sentence names, the feast in "Easter Island", the year in "a 2005 Opel Zafira" and in "the 2016 nominee"
//! are none: their sentences are read in full, but nothing is placed in time by a guess.

use dateline_corpus::{Document, Span, Timex};

use crate::calendar;
use crate::words::is_empty;

/// Rules that read a time of day alone, or with a word that points back.
const BARE: [&str; 21] = [
    "clock",
    "clock-24",
    "clock-at",
    "clock-dot",
    "clock-military",
    "half-past",
    "hour",
    "hour-at-part",
    "hour-in-part",
    "hour-range",
    "hours-between",
    "noon",
    "oclock",
    "overnight",
    "part",
    "part-early",
    "quarter-past",
    "quarter-to",
    "then-part",
    "later-that",
    "morning",
];
/// Words that name a day beside a time of day.
const DAYS: [&str; 23] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "today",
    "yesterday",
    "tomorrow",
    "tonight",
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Words before a year that make it a date of its own: "in 2014", "from 2014 to 2015".
#[rustfmt::skip]
const BEFORE_YEARS: [&str; 36] = [
    "in", "since", "by", "until", "till", "of", "from", "during", "before", "after", "to", "and", "or", "for", "late",
    "early", "mid", "around", "about", "circa", "between", "through", "throughout", "within", "year", "spring", "summer",
    "autumn", "fall", "winter", "on", "at", "till", "en", "than", "like",
];
/// Those of them that, before "the 2016 election", say when.
const LOCATING: [&str; 7] = ["in", "at", "on", "during", "after", "before", "since"];
/// Persons and contests of which a year is the name and not the time of what happened.
#[rustfmt::skip]
const OF_A_YEAR: [&str; 18] = [
    "nominee", "nominees", "candidate", "candidates", "candidacy", "contender", "contenders", "hopeful", "hopefuls",
    "ticket", "race", "bid", "campaign", "season", "edition", "model", "contest", "mate",
];

/// Those of `timexes`, the ones of one sentence, that can date what it reports.
pub(super) fn dating(document: &Document, timexes: &[&Timex]) -> Vec<bool> {
    let text = &document.text;
    timexes
        .iter()
        .enumerate()
        .map(|(at, timex)| {
            let next = timexes.get(at + 1);
            !is_day_elsewhere(document, timexes, timex)
                && !is_part_of_name(text, timex)
                && !is_passing_year(document, timexes, timex)
                && !next.is_some_and(|next| {
                    Span { start: timex.span.end, end: next.span.start }.of(text) == " of "
                })
        })
        .collect()
}

/// Whether a time of day is counted from a day that its own sentence does not name.
fn is_day_elsewhere(document: &Document, timexes: &[&Timex], timex: &Timex) -> bool {
    let is_bare = timex.kind == "TIME"
        && BARE.contains(&timex.rule.as_str())
        && document.language.starts_with("en")
        && timex.date.is_some()
        && (timex.date == timex.reference || timex.rule.ends_with("part"))
        && !names_a_day(timex.span.of(&document.text));
    is_bare
        && !timexes.iter().any(|other| {
            let is_day =
                !BARE.contains(&other.rule.as_str()) || names_a_day(other.span.of(&document.text));
            let meets =
                other.date.as_ref().zip(timex.date.as_ref()).is_some_and(|(a, b)| a.meets(b));
            other.span != timex.span && is_day && meets
        })
}

fn names_a_day(words: &str) -> bool {
    words
        .split(|c: char| !c.is_alphanumeric())
        .any(|word| DAYS.contains(&word.to_lowercase().as_str()))
}

/// Whether a feast is part of a name or of a word: "Easter Island", "Halloween-themed".
fn is_part_of_name(text: &str, timex: &Timex) -> bool {
    let after = text.get(timex.span.end as usize..).unwrap_or_default();
    let mut chars = after.chars();
    let (first, second) = (chars.next(), chars.next());
    timex.rule == "feast"
        && match first {
            Some('-') => second.is_some_and(char::is_alphabetic),
            Some(' ') => second.is_some_and(char::is_uppercase),
            _ => false,
        }
}

/// Whether a year only tells which product, person, contest or edition is meant, or stands before a noun in
/// a sentence whose happening another date places: "On Monday he named a mate for the 2020 election".
fn is_passing_year(document: &Document, timexes: &[&Timex], timex: &Timex) -> bool {
    if !document.language.starts_with("en") {
        return false;
    }
    let text = &document.text;
    let words = timex.span.of(text).to_lowercase();
    let after = text.get(timex.span.end as usize..).unwrap_or_default();
    let noun = match words.as_str() {
        "the year" => return true,
        "this year" | "last year" | "next year" => {
            after.strip_prefix("'s ").or_else(|| after.strip_prefix("’s "))
        }
        _ if words.len() == 4 && words.bytes().all(|byte| byte.is_ascii_digit()) => {
            after.strip_prefix(' ')
        }
        _ => None,
    };
    let Some(noun) = noun else { return false };
    let before = text.get(..timex.span.start as usize).unwrap_or_default();
    let mut before = before.rsplit('\n').next().unwrap_or_default().split_whitespace().rev();
    let (last, second) = (before.next().unwrap_or_default(), before.next());
    let previous = last.to_lowercase();
    let first = noun.split_whitespace().next().unwrap_or_default();
    let is_noun = first.starts_with(char::is_alphabetic) && !is_empty(&first.to_lowercase());
    let is_number = words.starts_with(|c: char| c.is_ascii_digit());
    let is_apart = last.ends_with(|c: char| c.is_ascii_punctuation() && c != '\'');
    if !is_noun || is_number && (is_apart || BEFORE_YEARS.contains(&previous.as_str())) {
        return false;
    }
    // "The program Zrínyi 2026 goes on": a name with a number.
    let is_named = is_number
        && last.starts_with(char::is_uppercase)
        && second.is_some_and(|word| !word.ends_with(['.', '!', '?', ':']))
        && !is_empty(&previous)
        && calendar::month(last).is_none()
        && !last.ends_with("'s")
        && !last.ends_with("’s")
        && first.starts_with(char::is_lowercase);
    // "In the 2016 election" is when it was.
    let locator = if is_number && previous == "the" { second } else { Some(last) };
    let is_locating = locator.is_some_and(|word| LOCATING.contains(&word.to_lowercase().as_str()));
    is_named
        || matches!(previous.as_str(), "a" | "an") && is_model(noun)
        || is_of_a_year(noun)
        || !is_locating && timexes.iter().any(|other| other.span != timex.span && is_short(other))
}

/// Whether one of the first words before a stop names what is called after its year: "2016 vice
/// presidential nominee".
fn is_of_a_year(noun: &str) -> bool {
    for word in noun.split_whitespace().take(5) {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        if OF_A_YEAR.contains(&bare.to_lowercase().as_str()) {
            return true;
        }
        if word.ends_with(|c: char| c.is_ascii_punctuation()) {
            return false;
        }
    }
    false
}

/// Whether a timex is a date of a month at most.
fn is_short(timex: &Timex) -> bool {
    let days = timex.date.as_ref().and_then(|date| date.first().zip(date.last()));
    matches!(timex.kind.as_str(), "DATE" | "TIME")
        && days.is_some_and(|(first, last)| last.0 - first.0 <= 31)
}

/// Whether what follows a year is a name and nothing else: "a 2005 Opel Zafira, which", and not "a 2018
/// Supreme Court ruling".
fn is_model(after: &str) -> bool {
    let mut names = 0;
    for word in after.split_whitespace() {
        let is_name = word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
        if !is_name {
            return names > 0 && (is_empty(&word.to_lowercase()) || word.ends_with("ed"));
        }
        names += 1;
        if word.ends_with([',', '.', ';', ':', ')']) {
            return true;
        }
    }
    names > 0
}

#[cfg(test)]
mod tests {
    /// Reads `text` as an article of 22 October 2019; the words of the dates that make reports.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let source = crate::Source {
            name: "a.txt".to_owned(),
            bytes: format!("# A Title\n\nOctober 22, 2019\n\n{text}").into_bytes(),
        };
        let corpus = crate::ingest(vec![source], Vec::new());
        let document = &corpus.documents[0];
        let mut found: Vec<&str> = corpus
            .events
            .iter()
            .filter(|event| event.kind == dateline_corpus::EventKind::Mention)
            .flat_map(|event| &event.reports)
            .map(|report| report.timex.of(&document.text))
            .collect();
        found.sort_unstable();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_time_of_day_needs_its_day_in_the_same_sentence() {
        check("The curfew in the city was in effect after 3 p.m. and the streets were empty.", &[]);
        check("He sat there from the morning till the evening and waited for help.", &[]);
        check(
            "The crash happened yesterday afternoon near the station of the town.",
            &["yesterday afternoon"],
        );
        check(
            "On Sunday the fighting died down after midnight in the old town.",
            &["Sunday", "midnight"],
        );
    }

    #[test]
    fn a_feast_in_a_name_dates_nothing() {
        check(
            "Easter Island is today a barren place, some writers of guide books say.",
            &["today"],
        );
        check("Halloween-themed, the event was focused on props and costumes.", &[]);
        check("The two sides agreed on a ceasefire before Christmas.", &["Christmas"]);
    }

    #[test]
    fn the_week_of_a_date_is_that_week() {
        check(
            "Arguments would be heard in the week of October 28, the clerk said.",
            &["the week of October 28"],
        );
    }

    #[test]
    fn a_year_that_only_names_dates_nothing() {
        check("A 2005 Opel Zafira, which is owned by a local firm, was seen near the house.", &[]);
        check("The army program Zrínyi 2026 goes on as it was planned.", &[]);
        check("The party's 2016 nominee answered some questions of the local paper.", &[]);
        check(
            "On Monday she named her running mate for the 2020 presidential election.",
            &["Monday"],
        );
        check("Yesterday he endorsed her in the press for this year's election.", &["Yesterday"]);
        check(
            "In the 2016 presidential election, the senator lost in all of these states.",
            &["2016"],
        );
        check("A 2018 Supreme Court ruling held that this was unlawful.", &["2018"]);
        check("The 2010 mine disaster killed 29 miners in West Virginia.", &["2010"]);
        check("She was one of the founders of the party in Vienna 1989.", &["1989"]);
    }

    #[test]
    fn a_question_reports_nothing() {
        check("What did you do in 2015 when the war came to the city?", &[]);
    }
}
