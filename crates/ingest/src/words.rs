//! The words of a sentence that carry its content, for comparing what two sentences report.

use dateline_corpus::{Span, Timex};

use crate::entity::fold;

/// Words that say nothing of what happened, in plain lower-case letters.
#[rustfmt::skip]
const EMPTY: &[&str] = &[
    "a", "about", "above", "according", "after", "again", "against", "ago", "all", "also", "although", "am", "among",
    "amid", "an", "and", "another", "any", "are", "around", "as", "at", "be", "because", "been", "before", "being",
    "between", "both", "but", "by", "can", "could", "did", "do", "does", "down", "due", "during", "each", "even",
    "ever", "every", "few", "first", "for", "from", "further", "had", "has", "have", "having", "he", "her", "here",
    "him", "his", "how", "however", "if", "in", "including", "into", "is", "it", "its", "just", "last", "later",
    "least", "made", "make", "many", "may", "might", "more", "most", "much", "must", "near", "new", "next", "no",
    "nor", "not", "now", "of", "off", "on", "once", "one", "only", "or", "other", "our", "out", "over", "per",
    "said", "same", "saying", "says", "second", "several", "she", "should", "since", "so", "some", "still", "such",
    "t", "s", "take", "taken", "than", "that", "the", "their", "them", "then", "there", "these", "they", "this",
    "those", "three", "through", "to", "told", "too", "two", "under", "until", "up", "us", "use", "very", "was",
    "we", "well", "were", "what", "when", "where", "which", "while", "who", "whom", "whose", "why", "will", "with",
    "within", "without", "would", "year", "years", "day", "days", "week", "weeks", "month", "months", "today",
    "yesterday", "tomorrow", "yet", "you", "your", "reported", "announced", "stated", "added", "wrote", "people",
    "le", "la", "les", "de", "des", "du", "et", "un", "une", "en", "dans", "que", "qui", "pour", "sur", "est",
    "par", "au", "aux", "avec", "der", "die", "das", "und", "den", "von", "zu", "mit", "ist", "im", "auf", "el",
    "los", "las", "del", "y", "por", "con", "para", "il", "di", "che", "e", "per", "o", "os", "da", "do", "em",
];

/// A word without the marks around it.
pub(crate) fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

/// Whether a word, in lower case, says nothing of what happened.
pub(crate) fn is_empty(word: &str) -> bool {
    // "People" is in every report of a toll, and is what is counted there.
    word != "people" && EMPTY.contains(&word)
}

/// The content words in `span`, those of `timexes` left out, in order of the text: plain lower-case
/// letters, endings of number and tense taken off.
pub(crate) fn content(text: &str, span: Span, timexes: &[Timex]) -> Vec<String> {
    let mut words = Vec::new();
    for (_, word) in outside(text, span, timexes) {
        let plain = fold(word);
        if plain.chars().count() > 1 && !EMPTY.contains(&plain.as_str()) {
            words.push(stem(&plain));
        }
    }
    words
}

/// The words in `span` that are part of none of `timexes`, with their offsets in `text`.
pub(crate) fn outside<'t>(
    text: &'t str,
    span: Span,
    timexes: &[Timex],
) -> impl Iterator<Item = (u32, &'t str)> {
    split(span.of(text))
        .map(move |(start, word)| (span.start + start, word))
        .filter(|(start, _)| !is_in_timex(timexes, *start))
}

fn is_in_timex(timexes: &[Timex], start: u32) -> bool {
    let after = timexes.partition_point(|timex| timex.span.start <= start);
    after.checked_sub(1).is_some_and(|at| start < timexes[at].span.end)
}

/// The words of `text` with their offsets in bytes: letters, digits and the apostrophes within.
pub(crate) fn split(text: &str) -> impl Iterator<Item = (u32, &str)> {
    let is_word = |c: char| c.is_alphanumeric();
    let mut rest = text;
    std::iter::from_fn(move || {
        let start = rest.find(is_word)?;
        let word = &rest[start..];
        let end = word.find(|c| !is_word(c)).unwrap_or(word.len());
        let offset = text.len() - word.len();
        rest = &word[end..];
        Some((u32::try_from(offset).unwrap_or(u32::MAX), &word[..end]))
    })
}

/// A word without the commonest English endings: enough to make "released" and "releases" one. Words
/// of four letters and less are left as they are.
pub(crate) fn stem(word: &str) -> String {
    if !word.is_ascii() || word.len() < 5 || word.ends_with("ss") {
        return word.to_owned();
    }
    let stem = ["ingly", "edly", "ing", "ies", "ied", "es", "ed", "s", "e"]
        .iter()
        .find_map(|ending| word.strip_suffix(ending).filter(|stem| stem.len() >= 4))
        // As "primaries".
        .or_else(|| word.strip_suffix('y').filter(|stem| stem.len() >= 6))
        .unwrap_or(word);
    stem.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_is_what_is_left_without_small_words_and_endings() {
        let text =
            "Officials released 650 prisoners, and the prisoners' families were releasing doves.";
        let span = Span { start: 0, end: u32::try_from(text.len()).unwrap_or_default() };
        let words = content(text, span, &[]);
        assert_eq!(
            words,
            ["official", "releas", "650", "prisoner", "prisoner", "famil", "releas", "dove"]
        );
    }
}
