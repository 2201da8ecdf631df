//! Which of a sentence's dates are days on which something is reported. A time of day whose day another
//! sentence names, the feast in "Easter Island", the year in "a 2005 Opel Zafira" and in "the 2016 nominee",
//! and "today" where it means these times, are none: their sentences are read in full, but nothing is
//! placed in time by a guess.

mod citation;
mod year;

pub(super) use citation::is_scholarly;

use dateline_corpus::{Document, Metadatum, Span, Timex};

use crate::calendar;

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
/// Words that name a day beside a time of day, besides the names of weekdays and months.
#[rustfmt::skip]
const DAYS: [&str; 20] = [
    "this", "today", "yesterday", "tomorrow", "tonight", "hier", "aujourd", "demain", "avant-hier", "heute", "gestern", "morgen", "vorgestern",
    "hoy", "ayer", "mañana", "oggi", "ieri", "hoje", "ontem",
];

/// Those of `timexes`, the ones of one sentence, that can date what it reports.
pub(super) fn dating(document: &Document, timexes: &[&Timex], is_scholarly: bool) -> Vec<bool> {
    let text = &document.text;
    timexes
        .iter()
        .enumerate()
        .map(|(at, timex)| {
            let next = timexes.get(at + 1);
            !is_day_elsewhere(document, timexes, timex)
                && !is_nowadays(document, timex)
                && !is_part_of_name(text, timex)
                && !is_within_name(document, timex)
                && !is_of_headline(document, timex)
                && !year::is_passing(document, timexes, timex)
                && !citation::is_cited(document, timex, is_scholarly)
                && !next.is_some_and(|next| {
                    Span { start: timex.span.end, end: next.span.start }.of(text) == " of "
                })
        })
        .collect()
}

/// Whether a time of day is counted from a day that its own sentence does not name.
fn is_day_elsewhere(document: &Document, timexes: &[&Timex], timex: &Timex) -> bool {
    let reads_hour =
        |timex: &Timex| ["clock", "hour", "noon"].iter().any(|word| timex.rule.starts_with(word));
    let is_english = document.language.starts_with("en");
    let is_bare = timex.kind == "TIME"
        && (if is_english { BARE.contains(&timex.rule.as_str()) } else { reads_hour(timex) })
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
    words.split(|c: char| !c.is_alphanumeric()).any(|word| {
        DAYS.contains(&word.to_lowercase().as_str())
            || calendar::weekday(word).is_some()
            || calendar::month(word).is_some()
    })
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

/// Whether a date is part of a longer name, "Morning Joe", or the family name of a person whom the document
/// names in full: "May's agreement".
fn is_within_name(document: &Document, timex: &Timex) -> bool {
    let text = &document.text;
    let after = document.mentions.partition_point(|mention| mention.span.start <= timex.span.start);
    let around = after.checked_sub(1).map(|at| document.mentions[at].span);
    // "A 2018 Supreme Court ruling" is of that year.
    let is_longer = |name: Span| {
        name.start < timex.span.start || (name.end > timex.span.end && timex.rule != "year")
    };
    if around.is_some_and(|name| name.contains(timex.span) && is_longer(name)) {
        return true;
    }
    let words = timex.span.of(text);
    let before = Span { start: 0, end: timex.span.start }.of(text).trim_end();
    let is_possessive = text
        .get(timex.span.end as usize..)
        .is_some_and(|after| after.starts_with("'s ") || after.starts_with("’s "));
    is_possessive
        && !["last", "this", "next", "in"].iter().any(|word| before.to_lowercase().ends_with(word))
        && document.mentions.iter().any(|mention| {
            mention.span.of(text).rsplit_once(' ').is_some_and(|(_, last)| last == words)
        })
}

/// Whether a year or month stands in the document's own headline: what happened then is told below it.
fn is_of_headline(document: &Document, timex: &Timex) -> bool {
    let is_headline = |datum: &&Metadatum| datum.field == "title" && !datum.inferred;
    let headline = document.metadata.iter().find(is_headline).and_then(|datum| datum.span);
    let is_day = timex.date.as_ref().is_some_and(|date| date.day().is_some());
    !is_day && headline.is_some_and(|span| span.contains(timex.span))
}

/// Whether "today" is the times the text was written in: "what works today", "the union is strong tonight".
/// The verb of its clause is "is" or "are" with nothing that is done.
fn is_nowadays(document: &Document, timex: &Timex) -> bool {
    let text = &document.text;
    let words = timex.span.of(text).to_lowercase();
    if !document.language.starts_with("en")
        || !matches!(words.as_str(), "today" | "tonight" | "this day" | "tomorrow")
    {
        return false;
    }
    let is_border =
        |c: char| matches!(c, ',' | ';' | ':' | '.' | '!' | '?' | '—' | '–' | '(' | ')' | '\n');
    let before = text.get(..timex.span.start as usize).unwrap_or_default();
    let before = before.rsplit(is_border).next().unwrap_or_default();
    let after = text.get(timex.span.end as usize..).unwrap_or_default();
    let after = after.split(is_border).next().unwrap_or_default();
    if words == "tomorrow" || before.ends_with(" of ") {
        let is_as_of = before.trim_end().to_lowercase().ends_with("as of");
        return before.ends_with(" of ") && !is_as_of && !after.starts_with(['\'', '’']);
    }
    let clause: Vec<&str> = before.split_whitespace().chain(after.split_whitespace()).collect();
    let is_state = clause.windows(2).any(|pair| {
        matches!(pair[0], "is" | "are" | "am")
            && !pair[1].ends_with("ing")
            && !matches!(pair[1], "to" | "due" | "set")
    }) || clause.last().is_some_and(|word| matches!(*word, "is" | "are"));
    is_state && !clause.iter().any(|word| super::title::is_verb_of_doing(word))
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
        check("Easter Island is today a barren place, some writers of guide books say.", &[]);
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
        check("Theresa May met the envoys, and May's agreement was refused by them.", &[]);
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
    fn nowadays_is_no_day() {
        check("Our union is stronger today than it has been in many years.", &[]);
        check("It builds on what is best today in the private sector of the country.", &[]);
        check("The Asia of tomorrow will be far different from what it was.", &[]);
        check("The minister is visiting the capital of the country today.", &["today"]);
        check("The two leaders met in the capital of the country today.", &["today"]);
        check("In all 1846 persons fell ill and 1720 had been sent home.", &[]);
    }

    #[test]
    fn a_question_reports_nothing() {
        check("What did you do in 2015 when the war came to the city?", &[]);
    }
}
