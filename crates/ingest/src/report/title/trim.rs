//! What a piece of a sentence gives up or takes in so that it can be a title: the noun it explains, the
//! middle of a long subject.

use super::{
    CLAUSES, DETERMINERS, OMITTED, Piece, TITLE_LENGTH, clause, first_word, fits, one_line,
    trim_end,
};
use crate::entity::{is_saying, is_title};

/// Words behind which stands what only explains the noun before them.
const TAILS: [&str; 13] = [
    "of",
    "from",
    "for",
    "in",
    "at",
    "on",
    "with",
    "between",
    "by",
    "against",
    "including",
    "near",
    "who",
];
/// Verbs that do not end as most do in the past.
const VERBS: [&str; 63] = [
    "was", "were", "is", "are", "am", "has", "have", "had", "will", "would", "can", "could", "may",
    "might", "must", "should", "does", "began", "became", "beat", "bought", "broke", "brought",
    "caught", "built", "came", "chose", "cut", "did", "drew", "fell", "flew", "fought", "found",
    "gave", "got", "grew", "held", "hit", "kept", "left", "led", "lost", "made", "met", "paid",
    "put", "ran", "read", "rose", "saw", "sent", "set", "shot", "sold", "spoke", "stood", "struck",
    "threw", "took", "went", "won", "wrote",
];

/// Begins the piece at `at` with the noun that it explains, which stands at the end of the piece before:
/// "Typhoon Haiyan, which killed thousands in 2013".
pub(super) fn take_in_antecedent(words: &str, pieces: &mut [Piece], at: usize, dated: usize) {
    let Some(before) = at.checked_sub(1) else { return };
    let part = |piece: &Piece| &words[piece.start..piece.end];
    let has_verb = |piece: &Piece| clause::main_verb(part(piece)).is_some();
    let first = first_word(words, &pieces[at]);
    let explains = ["which", "who", "whose", "where", "a", "an"].contains(&first.as_str())
        || at == dated && clause::explains(part(&pieces[at])) && pieces[..at].iter().any(has_verb);
    if !explains || !words[..pieces[at].start].trim_end().ends_with(',') {
        return;
    }
    let piece = &words[pieces[before].start..pieces[before].end];
    let mut start = piece.len();
    let mut has_capital = false;
    for (count, word) in piece.split_inclusive(' ').rev().enumerate() {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let is_capital = bare.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
        // "Alexander Gagay of Yekaterinburg".
        let joins = bare == "of" && has_capital;
        let determines = DETERMINERS.contains(&bare.to_lowercase().as_str());
        if count > 5 || (has_capital && !is_capital && !joins && !determines) {
            break;
        }
        start -= word.len();
        has_capital |= is_capital;
        if determines {
            has_capital = true;
            break;
        }
    }
    if has_capital {
        let start = pieces[before].start + start;
        pieces[before].end = start;
        pieces[at].start = start;
    }
}

/// Where the head of a piece ends: before the first preposition behind its second word, or behind a first
/// that is a plain noun, "scientists from …".
pub(super) fn head_end(words: &str, piece: &Piece) -> usize {
    let mut at = piece.start;
    for (count, word) in
        words[piece.start..piece.end].split_inclusive(char::is_whitespace).enumerate()
    {
        let is_headed = count > 1
            || (count == 1
                && words[piece.start..].trim_start().starts_with(char::is_lowercase)
                && !DETERMINERS.contains(&words[piece.start..at].trim()));
        // "The Fridays for Future" is one name.
        let is_name = word.trim() == "for" && {
            let is_capital = |word: &str| word.starts_with(char::is_uppercase);
            words[..at].split_whitespace().next_back().is_some_and(is_capital)
                && words[at + word.len()..].starts_with(char::is_uppercase)
        };
        if is_headed && !is_name && TAILS.contains(&word.trim()) {
            return at;
        }
        at += word.len();
    }
    piece.end
}

/// A piece that is too long, as the head of its subject and what follows its verb, to its end, to the
/// date or before it: "The department … declared an emergency on 31 January". `None` when no verb fits.
pub(super) fn without_middle(
    words: &str,
    piece: &Piece,
    (from, to): (usize, usize),
) -> Option<String> {
    let head = head_end(words, piece);
    let start = one_line(&words[piece.start..head]);
    if head == piece.end || ends_in_role(&start) || start.split(' ').any(is_verb) {
        return None;
    }
    let mut at = head;
    let mut before = "";
    let rest = words[head..piece.end].split_inclusive(char::is_whitespace);
    for word in rest {
        if is_verb(word.trim()) {
            break;
        }
        before = word.trim();
        at += word.len();
        // The verb of a clause within is not that of the subject.
        if CLAUSES[..4].contains(&before) {
            return None;
        }
    }
    // Behind a common noun it may be a participle: "caucuses held on one day".
    if !before.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) {
        return None;
    }
    // What is simply cut at its end keeps more, if that is behind the verb and its object.
    if one_line(&words[piece.start..at]).chars().count() + 25 <= TITLE_LENGTH {
        return None;
    }
    // The date stands beside the title: it may go with the preposition before it.
    let undated = words[..from].trim_end().rfind(' ').unwrap_or(from);
    let ends = [piece.end, to.clamp(at, piece.end), undated.clamp(at, piece.end)];
    let word_before = words[..from].split_whitespace().last().unwrap_or_default().to_lowercase();
    // "Won the 2019 marathon" has no end at its date.
    let count = if DETERMINERS.contains(&word_before.as_str()) { 1 } else { ends.len() };
    ends.into_iter().take(count).find_map(|end| {
        let rest = one_line(&words[at..end]);
        let is_whole = !words[end..].contains(char::is_alphanumeric);
        let before = if words[..piece.start].contains(char::is_alphanumeric) { "… " } else { "" };
        let after = if is_whole { "" } else { " …" };
        let title = format!("{before}{start} {OMITTED} {}{after}", trim_end(&rest));
        (fits(&title) && rest.split(' ').count() > 2).then_some(title)
    })
}

/// Whether `words` end with a title or role, which says nothing without the name behind it.
pub(super) fn ends_in_role(words: &str) -> bool {
    words.split_whitespace().last().is_some_and(|word| is_title(&word.to_lowercase()))
}

/// Whether a word looks like a verb of what somebody does, and not of what is.
pub(crate) fn is_verb_of_doing(word: &str) -> bool {
    is_verb(word)
        && !matches!(
            word,
            "is" | "are" | "has" | "have" | "can" | "may" | "must" | "should" | "does"
        )
}

/// Whether a word looks like the verb of a report.
pub(in crate::report) fn is_verb(word: &str) -> bool {
    // "State-funded" says what a thing is like, "co-founded" what was done.
    let is_past = word.len() > 3
        && word.ends_with("ed")
        && word.starts_with(char::is_lowercase)
        && word.split_once('-').is_none_or(|(first, _)| matches!(first, "co" | "re" | "pre"));
    is_past || VERBS.contains(&word) || is_saying(word)
}
