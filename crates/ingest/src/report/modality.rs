//! Modality: what the text itself says of the truth of what it reports.

use dateline_corpus::{Date, Modality, Span};

/// Verbs and phrases of what is still to come.
const EXPECTED: [&str; 37] = [
    "will",
    "is due",
    "are due",
    "was due",
    "were due",
    "due to be",
    "due to begin",
    "due to end",
    "due to hold",
    "due to last",
    "due to leave",
    "due to meet",
    "due to open",
    "due to return",
    "due to start",
    "due to take",
    "due to visit",
    "was to",
    "were to",
    "expected to",
    "is expected",
    "are expected",
    "plans to",
    "plan to",
    "planned to",
    "scheduled",
    "is set to",
    "are set to",
    "intends to",
    "to be held",
    "would",
    "is to",
    "are to",
    "aims to",
    "hopes to",
    "'ll",
    "’ll",
];
/// Words that take back what was expected.
const CALLED_OFF: [&str; 6] =
    ["cancelled", "canceled", "called off", "postponed", "scrapped", "abandoned"];
/// Words that make it depend on something.
const CONDITIONAL: [&str; 8] =
    ["if", "unless", "may", "might", "could", "in case", "provided that", "would have"];
/// Words that deny it.
const DENIED: [&str; 13] = [
    "denied", "denies", "deny", "did not", "didn't", "didn’t", "has not", "have not", "had not",
    "was not", "were not", "never", "refuted",
];

/// Words before a date on which it was not.
const NOT_THEN: [&str; 3] = ["not in ", "not on ", "not until after "];

/// Words that begin a clause within a clause.
const CLAUSES: [&str; 10] = [
    " but ",
    " that ",
    " who ",
    " which ",
    " because ",
    " after ",
    " before ",
    " although ",
    " and ",
    " while ",
];

/// The modality of the clause around the date at `timex`. What lies after the issue date is expected,
/// whatever its verb.
pub(super) fn modality(
    text: &str,
    sentence: Span,
    timex: Span,
    date: &Date,
    issued: Option<&Date>,
) -> Modality {
    let clause = clause(text, sentence, timex);
    let has = |phrases: &[&str]| phrases.iter().any(|phrase| contains_words(&clause, phrase));
    // "The match planned for Sunday was called off": nothing happened on Sunday.
    let is_called_off = has(&CALLED_OFF)
        && ["scheduled", "planned", "due", "set for", "planning to", "supposed to"]
            .iter()
            .any(|phrase| contains_words(&clause, phrase));
    let is_after_issue = matches!(
        (date.first(), issued.and_then(Date::last)),
        (Some(first), Some(issued)) if first > issued
    );
    // "It was not until May that" denies nothing.
    // "Was not sent until May" does not, either; "not in 2017" does.
    let before = text[sentence.start as usize..timex.start as usize].to_lowercase();
    let is_until = before.trim_end().ends_with("until") || before.trim_end().ends_with("until the");
    let is_not_then = NOT_THEN.iter().any(|words| {
        before.strip_suffix(words).is_some_and(|rest| !rest.ends_with(char::is_alphanumeric))
    });
    let is_denied = has(&DENIED) && !is_until || is_not_then;
    if is_denied || is_called_off {
        Modality::Denied
    } else if has(&CONDITIONAL) {
        Modality::Conditional
    } else if is_after_issue || has(&EXPECTED) {
        Modality::Expected
    } else {
        Modality::Reported
    }
}

/// The part of the sentence around the timex, between commas, semicolons, colons and dashes, and without
/// the timex. Capitals are kept but for the first, as "Theresa May" may be no "may".
pub(crate) fn clause(text: &str, sentence: Span, timex: Span) -> String {
    let is_border =
        |c: char| matches!(c, ',' | ';' | ':' | '—' | '–' | '(' | ')' | '"' | '“' | '”');
    let words = sentence.of(text);
    let (from, to) = (timex.start - sentence.start, timex.end - sentence.start);
    let (from, to) = (from as usize, to as usize);
    let after_border = |at: usize| at + words[at..].chars().next().map_or(1, char::len_utf8);
    let start = words[..from].rfind(is_border).map_or(0, after_border);
    let end = words[to..].find(is_border).map_or(words.len(), |at| to + at);
    // A clause that hangs on this one has a truth of its own.
    let start = CLAUSES
        .iter()
        .filter_map(|clause| words[start..from].rfind(clause))
        .max()
        .map_or(start, |at| start + at);
    let end = CLAUSES
        .iter()
        .filter_map(|clause| words[to..end].find(clause))
        .min()
        .map_or(end, |at| to + at);
    let mut before = words[start..from].trim_start().to_owned();
    if start == 0
        && let Some(first) = before.get_mut(..1)
    {
        first.make_ascii_lowercase();
    }
    format!("{before} {}", &words[to..end])
}

/// Whether `phrase` stands in `text` as whole words.
fn contains_words(text: &str, phrase: &str) -> bool {
    let is_letter = |c: char| c.is_alphanumeric();
    text.match_indices(phrase).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + phrase.len()..].chars().next();
        (!phrase.starts_with(is_letter) || !before.is_some_and(is_letter))
            && !after.is_some_and(is_letter)
    })
}
