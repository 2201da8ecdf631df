//! Years that date nothing: "a 2005 Opel Zafira", "the 2016 nominee", "Zrínyi 2026".

use dateline_corpus::{Document, Timex};

use crate::calendar;
use crate::words::is_empty;

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
const OF_A_YEAR: [&str; 25] = [
    "nominee", "nominees", "candidate", "candidates", "candidacy", "contender", "contenders", "hopeful", "hopefuls",
    "ticket", "race", "bid", "campaign", "season", "edition", "model", "contest", "mate",
    "opponent", "rival", "challenger", "champion", "finalist", "program", "programme",
];

/// Whether a year only tells which product, person, contest or edition is meant, or stands before a noun in
/// a sentence whose happening another date places: "On Monday he named a mate for the 2020 election".
pub(super) fn is_passing(document: &Document, timexes: &[&Timex], timex: &Timex) -> bool {
    if !document.language.starts_with("en") {
        return false;
    }
    let text = &document.text;
    let words = timex.span.of(text).to_lowercase();
    let after = text.get(timex.span.end as usize..).unwrap_or_default();
    let noun = match words.as_str() {
        "the year" => return true,
        "the fiscal year" | "the calendar year" => {
            return after.trim_start().starts_with(|c: char| c.is_ascii_digit());
        }
        "the quarter" => return after.starts_with(" century"),
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
    // "1846 were ill and 1720 had left": a count.
    if is_number && previous == "and" && matches!(first, "had" | "have" | "were" | "are") {
        return true;
    }
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
