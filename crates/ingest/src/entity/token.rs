//! Words and marks of a text, as the recogniser of names wants them: "U.S." is one word, "Assad's"
//! and "Moscow-based" are two and three.

use std::ops::Range;

use dateline_corpus::Span;

use super::lexicon::{self, Lexicon};

/// A word or a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Token {
    /// Byte offset of its first byte.
    pub(super) start: u32,
    /// Byte offset after its last byte.
    pub(super) end: u32,
    /// Whether it begins a sentence, a line or a quotation, where a capital means little.
    pub(super) starts: bool,
    /// Whether its first letter is a capital.
    pub(super) capital: bool,
}

impl Token {
    /// Its words.
    pub(super) fn of<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.start as usize..self.end as usize).unwrap_or_default()
    }

    /// What the lists say of it.
    pub(super) fn lists(&self, text: &str) -> u16 {
        Lexicon::get().word(&self.of(text).to_lowercase())
    }
}

/// Which of `tokens` begin in `span`.
pub(super) fn within(tokens: &[Token], span: Span) -> Range<usize> {
    let first = |at: u32| tokens.partition_point(|token| token.start < at);
    first(span.start)..first(span.end)
}

/// Abbreviations whose stop ends no sentence, in lower case.
const ABBREVIATIONS: [&str; 32] = [
    "mr", "mrs", "ms", "dr", "prof", "rev", "gen", "col", "lt", "sgt", "capt", "sen", "rep", "gov",
    "st", "jr", "sr", "no", "vs", "jan", "feb", "mar", "apr", "aug", "sept", "sep", "oct", "nov",
    "dec", "hon", "maj", "mt",
];
/// What a word gives up after an apostrophe.
const ENDINGS: [&str; 7] = ["s", "t", "d", "m", "ll", "re", "ve"];

/// Second halves of English compounds that would pass for a syllable of a Chinese name.
const HALVES: [&str; 16] = [
    "can", "cut", "fit", "get", "in", "man", "men", "out", "run", "set", "to", "up", "won", "met",
    "hit", "top",
];

/// The tokens of `text`, in order.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let bytes = text.as_bytes();
    let mut tokens = Vec::with_capacity(text.len() / 5);
    let mut at = 0;
    let mut starts = true;
    while at < text.len() {
        let byte = bytes[at];
        if byte.is_ascii_whitespace() {
            // A line break ends whatever was not ended: headlines and list items have no stop.
            starts |= byte == b'\n';
            at += 1;
            continue;
        }
        let Some(c) = text[at..].chars().next() else { break };
        if c.is_whitespace() || c == '\u{feff}' {
            at += c.len_utf8();
            continue;
        }
        let end = if c.is_alphanumeric() { word_end(text, at) } else { at + c.len_utf8() };
        let token = &text[at..end];
        push(&mut tokens, at, end, starts, c.is_uppercase() || has_article(&text[at..end]));
        starts = match c {
            '.' => !abbreviates(text, &tokens),
            '!' | '?' | '"' | '“' | '”' | '«' | ':' | ';' | '•' | '*' | '#' | '_' | '—' => {
                true
            }
            '(' | '[' | '‘' | '\'' | '’' => starts,
            // "U.S." may end a sentence; the next word alone does not tell, so it does not here.
            _ if token.ends_with('.') => false,
            _ => false,
        };
        at = end;
    }
    tokens
}

/// Whether a word is a name with its article: "al-Moualem", "d'Herbinville".
fn has_article(word: &str) -> bool {
    let joint = word.char_indices().take(4).find(|(_, c)| matches!(c, '-' | '\'' | '’'));
    joint.is_some_and(|(at, c)| {
        let article = &word[..at];
        let is_article = matches!(
            article,
            "al" | "el" | "as" | "ad" | "an" | "ar" | "ash" | "d" | "l" | "bin" | "ibn"
        );
        is_article && word[at + c.len_utf8()..].starts_with(char::is_uppercase)
    })
}

fn push(tokens: &mut Vec<Token>, start: usize, end: usize, starts: bool, capital: bool) {
    if let (Ok(start), Ok(end)) = (u32::try_from(start), u32::try_from(end)) {
        tokens.push(Token { start, end, starts, capital });
    }
}

/// Whether the stop just read, the last of `tokens`, belongs to the abbreviation before it.
fn abbreviates(text: &str, tokens: &[Token]) -> bool {
    let [.., word, stop] = tokens else { return false };
    if word.end != stop.start {
        return false;
    }
    let word = word.of(text);
    word.chars().count() == 1 || ABBREVIATIONS.contains(&word.to_lowercase().as_str())
}

/// The end of the word at `start`.
fn word_end(text: &str, start: usize) -> usize {
    if let Some(end) = initials_end(text, start) {
        return end;
    }
    let mut at = start;
    loop {
        let rest = &text[at..];
        let letters: usize = rest
            .chars()
            .take_while(|c| c.is_alphanumeric() || is_mark(*c))
            .map(char::len_utf8)
            .sum();
        at += letters;
        let mut after = text[at..].chars();
        let (Some(joint), Some(next)) = (after.next(), after.next()) else { return at };
        if !next.is_alphanumeric() {
            return at;
        }
        let next_at = at + joint.len_utf8();
        let next_word: &str = &text[next_at..next_at + letters_len(&text[next_at..])];
        let joins = match joint {
            '\'' | '’' => !ENDINGS.contains(&next_word.to_lowercase().as_str()),
            // "Al-Nusra", "Jean-Paul" and "al-Assad" are one; "Moscow-based" and "pro-Assad" are not.
            '-' => {
                let first = &text[start..at];
                let first_capital = first.starts_with(char::is_uppercase);
                let short_article = first.len() <= 3 && !first_capital;
                next.is_numeric()
                    || (next.is_uppercase() && (first_capital || short_article))
                    || (!next.is_uppercase() && !first_capital)
                    || (first_capital && next_word.len() <= 2)
                    || (first_capital && is_syllable(first) && is_syllable(next_word))
                    || (first_capital
                        && follows_capital(text, start)
                        && is_sinic(first)
                        && is_sinic(next_word))
            }
            '.' => first_is_digit(text, at) && next.is_numeric(),
            '&' => next.is_uppercase() && letters <= 2,
            _ => false,
        };
        if !joins {
            return at;
        }
        at = next_at;
    }
}

/// Whether a part of a word may be one of a name such as "Dae-jung": short, and no word of the language.
fn is_syllable(part: &str) -> bool {
    part.len() <= 5
        && part.bytes().all(|byte| byte.is_ascii_alphabetic())
        && part.bytes().skip(1).all(|byte| byte.is_ascii_lowercase())
        && Lexicon::get().word(&part.to_lowercase()) & !(lexicon::GIVEN | lexicon::SURNAME) == 0
}

/// Whether a part of a word may be a syllable of a Chinese or Korean name in Latin letters, also where it is a
/// word of English: an initial, vowels and one of few finals, as in "Siu", "Cheung" and "kin".
fn is_sinic(part: &str) -> bool {
    const INITIALS: [&str; 28] = [
        "ch", "hs", "kw", "ng", "sh", "ts", "tz", "zh", "b", "c", "d", "f", "g", "h", "j", "k",
        "l", "m", "n", "p", "q", "s", "t", "w", "x", "y", "z", "",
    ];
    const FINALS: [&str; 9] = ["ng", "h", "k", "m", "n", "p", "r", "t", ""];
    let lower = part.to_ascii_lowercase();
    let rest = INITIALS.iter().find_map(|initial| lower.strip_prefix(initial)).unwrap_or_default();
    let vowels = rest
        .bytes()
        .take_while(|byte| matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u' | b'y'))
        .count();
    (1..=3).contains(&vowels)
        && FINALS.contains(&&rest[vowels..])
        && !HALVES.contains(&lower.as_str())
}

/// Whether the word before `start` has a capital and stands in the same line, as a family name does.
fn follows_capital(text: &str, start: usize) -> bool {
    let before = &text[..start];
    let Some(before) = before.strip_suffix(' ') else { return false };
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    word.starts_with(char::is_uppercase)
}

fn letters_len(text: &str) -> usize {
    text.chars().take_while(|c| c.is_alphanumeric()).map(char::len_utf8).sum()
}

fn first_is_digit(text: &str, at: usize) -> bool {
    text[..at].ends_with(|c: char| c.is_numeric())
}

/// Combining marks and the Arabic lengthening stroke stand inside words.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{610}'..='\u{61a}' | '\u{640}' | '\u{64b}'..='\u{65f}')
}

/// The end of a run of letters with stops, such as "U.S." or "J."; `None` when there is none at `start`.
fn initials_end(text: &str, start: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = start;
    let mut count = 0;
    while bytes.get(at).is_some_and(u8::is_ascii_uppercase) && bytes.get(at + 1) == Some(&b'.') {
        at += 2;
        count += 1;
    }
    // A letter that follows at once, as in "E.Coli", makes it no run of initials.
    (count > 0 && !bytes.get(at).is_some_and(u8::is_ascii_alphanumeric)).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let found: Vec<&str> = tokens(text).iter().map(|token| token.of(text)).collect();
        assert_eq!(found.join("|"), expected);
    }

    #[test]
    fn names_hold_together_and_endings_fall_off() {
        check("Assad's U.S. allies", "Assad|'|s|U.S.|allies");
        check("Moscow-based, pro-Assad", "Moscow|-|based|,|pro-Assad");
        check("Walid al-Moualem and Al-Nusra", "Walid|al-Moualem|and|Al-Nusra");
        check("O'Brien’s 2.5 m", "O'Brien|’|s|2.5|m");
        check("J. K. Rowling", "J.|K.|Rowling");
        check("Leung Wai-kin and Choi Yeung-hoi", "Leung|Wai-kin|and|Choi|Yeung-hoi");
        check("Prime Min-run, a Moon-run firm", "Prime|Min|-|run|,|a|Moon|-|run|firm");
        check("Kim Dae-jung, Iraq-born, Nazi-era", "Kim|Dae-jung|,|Iraq|-|born|,|Nazi|-|era");
    }

    #[test]
    fn a_stop_after_a_title_starts_no_sentence() {
        let text = "He met Dr. Bailey. Then rain";
        let starts: Vec<&str> =
            tokens(text).into_iter().filter(|t| t.starts).map(|t| t.of(text)).collect();
        assert_eq!(starts, ["He", "Then"]);
    }
}
