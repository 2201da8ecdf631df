//! Words, numbers and punctuation of a text, with their byte spans. Knows no language.

use crate::lexicon::Lexicon;

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Letters.
    Word,
    /// Decimal digits.
    Number,
    /// Any other one character that is not white space.
    Mark,
}

/// What stands between a token and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Gap {
    /// Nothing.
    Glued,
    /// White space without a blank line.
    Space,
    /// A blank line, or the beginning of the text. No expression reaches over it.
    Paragraph,
}

/// A word, a number or a punctuation mark.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    /// Byte offset of the first byte.
    pub(crate) start: u32,
    /// Byte offset after the last byte.
    pub(crate) end: u32,
    /// A word's number in the lexicon, 0 for none; a mark's character, hyphens and apostrophes
    /// folded to ASCII, 0 outside ASCII; a number's value, `u32::MAX` above nine digits.
    pub(crate) value: u32,
    /// How many digits a number has, at most 255.
    pub(crate) digits: u8,
    pub(crate) kind: Kind,
    pub(crate) gap: Gap,
    /// Whether a word begins with an upper-case letter.
    pub(crate) capital: bool,
    /// Whether a word of more than three letters ends in s: in English a plural, most often.
    pub(crate) plural: bool,
    /// Whether it is the first of its line.
    pub(crate) opens: bool,
}

/// The tokens of `text`, in order.
pub(crate) fn tokenise(text: &str, lexicon: &Lexicon) -> Vec<Token> {
    let bytes = text.as_bytes();
    let mut tokens = Vec::with_capacity(text.len() / 5 + 1);
    let (mut at, mut gap, mut opens) = (0, Gap::Paragraph, true);
    while at < bytes.len() {
        let start = at;
        let first = bytes[at];
        let (kind, value, digits, capital) = if first.is_ascii_alphabetic() || first >= 0x80 {
            let letter = char_at(text, at);
            if letter.is_alphabetic() {
                let (end, hash) = word(text, at);
                at = end;
                (Kind::Word, lexicon.find(hash), 0, letter.is_uppercase())
            } else if decimal(letter).is_some() {
                let (end, value, digits) = number(text, at);
                at = end;
                (Kind::Number, value, digits, false)
            } else if letter.is_whitespace() {
                at += letter.len_utf8();
                gap = gap.max(Gap::Space);
                continue;
            } else {
                at += letter.len_utf8();
                (Kind::Mark, fold_mark(letter), 0, false)
            }
        } else if first.is_ascii_whitespace() {
            let mut lines = 0;
            while at < bytes.len() && bytes[at].is_ascii_whitespace() {
                lines += u32::from(bytes[at] == b'\n');
                at += 1;
            }
            opens |= lines > 0;
            gap = gap.max(if lines > 1 { Gap::Paragraph } else { Gap::Space });
            continue;
        } else if first.is_ascii_digit() {
            let (end, value, digits) = number(text, at);
            at = end;
            (Kind::Number, value, digits, false)
        } else {
            at += 1;
            let mark = if first == b'`' { b'\'' } else { first };
            (Kind::Mark, u32::from(mark), 0, false)
        };
        let offset = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        tokens.push(Token {
            start: offset(start),
            end: offset(at),
            value,
            digits,
            kind,
            gap,
            capital,
            plural: kind == Kind::Word && at - start > 3 && bytes[at - 1] == b's',
            opens,
        });
        (gap, opens) = (Gap::Glued, false);
    }
    tokens
}

/// The hash of a word after folding; what [`tokenise`] looks words up by.
pub(crate) fn hash_word(word: &str) -> u64 {
    word.chars().flat_map(fold).fold(SEED, mix_char)
}

/// Source: the FNV-1a hash.
const SEED: u64 = 0xcbf2_9ce4_8422_2325;

fn mix(hash: u64, byte: u8) -> u64 {
    (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
}

fn mix_char(hash: u64, letter: char) -> u64 {
    let mut buffer = [0; 4];
    letter.encode_utf8(&mut buffer).bytes().fold(hash, mix)
}

/// The end of the word at `at`, and its hash.
fn word(text: &str, mut at: usize) -> (usize, u64) {
    let bytes = text.as_bytes();
    let mut hash = SEED;
    while at < bytes.len() {
        let byte = bytes[at];
        if byte.is_ascii_alphabetic() {
            hash = mix(hash, byte | 0x20);
            at += 1;
        } else if byte < 0x80 {
            break;
        } else {
            let letter = char_at(text, at);
            if !letter.is_alphabetic() && !combining(letter) {
                break;
            }
            hash = fold(letter).fold(hash, mix_char);
            at += letter.len_utf8();
        }
    }
    (at, hash)
}

/// The end of the digits at `at`, their value and their count.
fn number(text: &str, mut at: usize) -> (usize, u32, u8) {
    let (mut value, mut digits) = (0_u32, 0_u8);
    while at < text.len() {
        let letter = char_at(text, at);
        let Some(digit) = decimal(letter) else { break };
        value = if digits < 9 { value * 10 + digit } else { u32::MAX };
        digits = digits.saturating_add(1);
        at += letter.len_utf8();
    }
    (at, value, digits)
}

fn char_at(text: &str, at: usize) -> char {
    text.get(at..).and_then(|rest| rest.chars().next()).unwrap_or(' ')
}

/// The value of an ASCII, Arabic-Indic or Persian digit.
fn decimal(letter: char) -> Option<u32> {
    match letter {
        '0'..='9' => Some(letter as u32 - 0x30),
        '\u{660}'..='\u{669}' => Some(letter as u32 - 0x660),
        '\u{6f0}'..='\u{6f9}' => Some(letter as u32 - 0x6f0),
        _ => None,
    }
}

/// Lower case; Arabic vowel signs and the lengthening stroke vanish, forms of alif are one.
fn fold(letter: char) -> impl Iterator<Item = char> {
    let kept = match letter {
        _ if combining(letter) || letter == '\u{640}' => None,
        'أ' | 'إ' | 'آ' => Some('ا'),
        'ё' | 'Ё' => Some('е'),
        other => Some(other),
    };
    kept.into_iter().flat_map(char::to_lowercase)
}

fn combining(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{670}')
}

/// Hyphens and dashes fold to `-`, apostrophes to `'`, other characters outside ASCII to 0.
fn fold_mark(mark: char) -> u32 {
    match mark {
        '\u{2010}'..='\u{2015}' | '\u{2212}' => u32::from(b'-'),
        '\u{2018}' | '\u{2019}' | '\u{02bc}' => u32::from(b'\''),
        '\u{060c}' => u32::from(b','),
        '§' | '№' | '°' => u32::from(b'#'),
        _ => 0,
    }
}
