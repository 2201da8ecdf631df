//! Cuts blocks into sentences, in all languages alike: by punctuation, case and a list of
//! abbreviations. A sentence never crosses a block.

use dateline_corpus::{Document, Span};

use crate::calendar;
use crate::structure::{entry, span};

/// What goes on for more bytes than this without a stop is a list or a table whose lines were lost, and
/// is cut at a space: nobody reads it as one sentence, and what looks at a whole sentence for each of
/// its dates would take time that grows with its square.
const LONGEST: u32 = 2_000;

/// The sentences of a document's blocks, in order. Headings, captions' own lines, metadata and
/// references are one sentence each where they hold no full stop of their own.
#[must_use]
pub fn sentences(document: &Document) -> Vec<Span> {
    let mut found = Vec::new();
    for block in &document.blocks {
        if block.kind.is_apparatus() {
            found.push(block.span);
        } else {
            let first = found.len();
            split(&document.text, block.span, &mut found);
            join_record(&document.text, block.span, first, &mut found);
        }
    }
    if found.iter().all(|sentence| sentence.end - sentence.start <= LONGEST) {
        return found;
    }
    found.into_iter().flat_map(|sentence| cut(document, sentence)).collect()
}

/// A sentence, or the parts of one that is too long: each ends at a space, and no date in two of them.
fn cut(document: &Document, sentence: Span) -> Vec<Span> {
    let mut parts = Vec::new();
    let mut rest = sentence;
    while rest.end - rest.start > LONGEST {
        let words = rest.of(&document.text);
        let spaces = words.match_indices(char::is_whitespace);
        let mut ends = spaces.map(|(at, _)| Span { end: rest.start + span(0, at).end, ..rest });
        let part = ends.find(|part| {
            let dates = document.timexes_in(*part);
            part.end - part.start >= LONGEST / 2
                && dates.last().is_none_or(|date| date.span.end <= part.end)
        });
        let Some(part) = part else { break };
        parts.push(part);
        let left = words[(part.end - part.start) as usize..].trim_start();
        rest.start = rest.end - span(0, left.len()).end;
    }
    parts.push(rest);
    parts
}

/// "14 May 1943. Rained all day." is one sentence: what opens a record and what it tells.
fn join_record(text: &str, block: Span, first: usize, found: &mut Vec<Span>) {
    let Some(second) = found.get(first + 1).copied() else { return };
    let words = block.of(text);
    if entry(words).is_some_and(|told| block.start as usize + told == second.start as usize) {
        found[first].end = second.end;
        found.remove(first + 1);
    }
}

/// Abbreviations after which a sentence goes on, in lower case without the final full stop.
#[rustfmt::skip]
const GOES_ON: &[&str] = &[
    "adm", "al", "amb", "approx", "apr", "arr", "aug", "av", "ave", "bishop", "blvd", "bros", "bzw", "c",
    "ca", "capt", "cf", "ch", "cmdr", "col", "cpl", "d", "dec", "dept", "dir", "dr", "dra", "e.g", "ed",
    "eds", "esq", "ex", "exc", "feb", "fig", "figs", "fr", "ft", "gen", "gov", "h.e", "hon", "hr",
    "i.e", "ing", "jan", "jul", "jun", "lic", "lt", "m", "maj", "mgr", "min", "mlle", "mm", "mme",
    "mr", "mrs", "ms", "msgr", "mt", "mons", "nov", "nr", "oct", "op", "p", "para", "pfc", "ph.d", "pp",
    "prof", "pte", "pvt", "rep", "reps", "rev", "s", "sec", "sen", "sens", "sept", "sep", "sgt", "sig",
    "sr", "sra", "st", "ste", "sta", "supt", "tel", "u.a", "v", "vgl", "viz", "vol", "vols", "vs", "z.b",
    "д", "им", "н", "напр", "проф", "св", "см", "т", "тов", "тыс", "ул", "акад", "ген", "гр", "млн", "млрд",
    "руб", "стр", "т.е", "т.н",
];

/// Abbreviations after which a number belongs to them, and anything else begins a sentence.
const BEFORE_NUMBER: &[&str] = &[
    "no", "nos", "art", "arts", "n", "fol", "cap", "cl", "res", "app", "b", "bap", "bur", "geb",
    "gest", "né", "née", "obs", "lat", "long", "lon", "mar", "est",
];

/// Words with which sentences commonly begin: after an abbreviation that may end a sentence, such as
/// "U.S." or "Inc.", they say that it did.
#[rustfmt::skip]
const STARTERS: &[&str] = &[
    "A", "After", "All", "Also", "Although", "An", "And", "Another", "As", "At", "Before", "But", "By",
    "Despite", "During", "For", "From", "He", "Her", "His", "However", "I", "If", "In", "It", "Its", "Many",
    "Meanwhile", "More", "Most", "No", "Not", "On", "One", "Other", "Our", "Several", "She", "Since", "So",
    "Some", "Such", "That", "The", "Their", "There", "These", "They", "This", "Those", "Though", "To",
    "Under", "We", "What", "When", "Where", "Whether", "Which", "While", "Who", "With", "You", "Il", "Elle",
    "Le", "La", "Les", "Un", "Une", "Der", "Die", "Das",
];

/// Adds the sentences of `block` to `found`.
pub(crate) fn split(text: &str, block: Span, found: &mut Vec<Span>) {
    let range = block.range();
    let words = &text[range.clone()];
    let mut start = 0;
    let mut chars = words.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if !is_terminal(c) {
            continue;
        }
        while chars.next_if(|&(_, c)| is_terminal(c)).is_some() {}
        let stop = chars.peek().map_or(words.len(), |&(at, _)| at);
        let end = closers(words, stop);
        while chars.next_if(|&(at, _)| at < end).is_some() {}
        let rest = &words[end..];
        let wide = matches!(c, '。' | '！' | '？');
        if rest.is_empty() || !(wide || rest.starts_with(char::is_whitespace)) {
            continue;
        }
        let next = rest.trim_start();
        if next.is_empty() || !begins(words, start, at, c, end > stop, next) {
            continue;
        }
        push(words, range.start, start, end, found);
        start = words.len() - next.len();
    }
    push(words, range.start, start, words.len(), found);
}

fn push(words: &str, base: usize, start: usize, end: usize, found: &mut Vec<Span>) {
    let trimmed = words[start..end].trim_end();
    if !trimmed.is_empty() {
        found.push(span(base + start, base + start + trimmed.len()));
    }
}

fn is_terminal(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '؟' | '۔' | '。' | '！' | '？' | '‽')
}

/// The offset after quotation marks, brackets and note marks that close what ended at `at`.
fn closers(words: &str, mut at: usize) -> usize {
    loop {
        let rest = &words[at..];
        let Some(c) = rest.chars().next() else { return at };
        if matches!(c, '"' | '\'' | '”' | '’' | '»' | ')' | ']' | '“' | '」' | '*') {
            at += c.len_utf8();
        } else if c == '[' {
            // "… in Geneva.[12] The …"
            let digits =
                rest[1..].len() - rest[1..].trim_start_matches(|c: char| c.is_ascii_digit()).len();
            if digits == 0 || !rest[1 + digits..].starts_with(']') {
                return at;
            }
            at += digits + 2;
        } else {
            return at;
        }
    }
}

/// Whether a sentence begins at `next`, after the mark `c` at `at`.
fn begins(words: &str, start: usize, at: usize, c: char, closed: bool, next: &str) -> bool {
    let opener = |c: char| {
        matches!(c, '"' | '\'' | '“' | '‘' | '«' | '(' | '[' | '¿' | '¡' | '„' | '–' | '—' | '-')
    };
    let first = next.trim_start_matches(opener).chars().next();
    let Some(first) = first else { return true };
    if first.is_lowercase() || matches!(first, ',' | ';' | ':') {
        return false;
    }
    if c != '.' {
        return true;
    }
    let before = &words[start..at];
    let token = before.rsplit(|c: char| c.is_whitespace() || opener(c)).next().unwrap_or_default();
    let word = next.trim_start_matches(opener);
    let word = word.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let starter = STARTERS.contains(&word);
    if token.is_empty() || closed || token.ends_with('.') {
        return true;
    }
    let letters = token.chars().count();
    // An initial: "John F. Kennedy".
    if letters == 1 && token.chars().all(char::is_uppercase) {
        return starter && word.len() > 1;
    }
    // Arabic shortens titles to one letter: "د. سمير".
    if letters == 1 && token.chars().all(|c| c.is_alphabetic() && !c.is_lowercase()) {
        return false;
    }
    // "am 3. März"
    if token.len() <= 2
        && token.bytes().all(|b| b.is_ascii_digit())
        && calendar::month(word).is_some()
    {
        return false;
    }
    // "U.S.", "p.m."
    if token.contains('.')
        && token
            .split('.')
            .all(|part| part.chars().count() <= 2 && part.chars().all(char::is_alphabetic))
    {
        return starter;
    }
    if token.len() <= 12 {
        let lower = token.to_lowercase();
        if BEFORE_NUMBER.contains(&lower.as_str()) {
            return !first.is_numeric();
        }
        if GOES_ON.contains(&lower.as_str()) {
            return false;
        }
        if ["inc", "corp", "ltd", "co", "jr", "etc", "a.m", "p.m", "г", "гг"]
            .contains(&lower.as_str())
        {
            return starter;
        }
    }
    // "1. The first": the number of an item, not the end of a sentence.
    !(start + token.len() == at && token.chars().all(|c| c.is_ascii_digit()))
}
