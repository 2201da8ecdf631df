//! Which of a sentence's dates are days on which something is reported. A time of day whose day another
//! sentence names, the feast in "Easter Island" and the week in "the week of 21 October" are none: their
//! sentences are read in full, but nothing is placed in time by a guess.

use dateline_corpus::{Document, Span, Timex};

/// Rules that read a time of day alone, or with a word that points back.
const BARE: [&str; 12] = [
    "clock",
    "clock-24",
    "clock-at",
    "clock-dot",
    "clock-military",
    "hour",
    "noon",
    "oclock",
    "overnight",
    "part",
    "then-part",
    "later-that",
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
    fn the_week_of_a_date_is_that_date() {
        check(
            "Arguments would be heard in the week of October 28, the clerk said.",
            &["October 28"],
        );
    }
}
