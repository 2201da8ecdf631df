//! What can be seen of a word and its neighbours, as numbers: the features the linear model weighs.
//! Only words in a run of capitals get any; the rest of a text holds no names.

use std::collections::HashMap;

use super::lexicon::{self, Lexicon};
use super::model::Hashed;
use super::token::Token;

/// Words that may stand between the capitals of one name.
const CONNECTORS: [&str; 28] = [
    "of", "the", "de", "del", "della", "di", "da", "do", "dos", "du", "des", "la", "le", "van",
    "von", "der", "den", "bin", "ibn", "al", "el", "and", "for", "on", "against", "&", "y", "e",
];

/// One word as the features see it.
pub(super) struct Word {
    /// Hash of the word in lower case.
    hash: u64,
    /// What the lists say of it.
    lists: u16,
    /// What a name of several words that it is part of is, in the lists.
    phrase: u16,
    /// Whether it begins that name.
    phrase_begins: bool,
    shape: u8,
}

/// A text made ready.
pub(super) struct View<'t> {
    text: &'t str,
    tokens: &'t [Token],
    words: Vec<Word>,
    /// What was seen of a word anywhere in the document, by hash.
    seen: HashMap<u64, u16, Hashed>,
    /// The runs of tokens that may hold names, `[start, end)`.
    pub(super) runs: Vec<(usize, usize)>,
}

/// Kinds of evidence that hold for a word throughout its document.
mod seen {
    pub(super) const AFTER_TITLE: u16 = 1;
    pub(super) const BY_SAYING: u16 = 1 << 1;
    pub(super) const AFTER_IN: u16 = 1 << 2;
    pub(super) const AFTER_GIVEN: u16 = 1 << 3;
    pub(super) const IN_BODY: u16 = 1 << 4;
    pub(super) const LOWER: u16 = 1 << 5;
    pub(super) const CAPITAL_INSIDE: u16 = 1 << 6;
    pub(super) const IN_PARENTHESES: u16 = 1 << 7;
    pub(super) const OWNS: u16 = 1 << 8;
    pub(super) const AFTER_THE: u16 = 1 << 9;
    pub(super) const BEFORE_PLACE: u16 = 1 << 10;
    pub(super) const ALONE: u16 = 1 << 11;
    pub(super) const BEFORE_SURNAME: u16 = 1 << 12;
    pub(super) const ALL: u16 = 13;
}

impl<'t> View<'t> {
    /// Looks at `text`, cut into `tokens`.
    pub(super) fn new(text: &'t str, tokens: &'t [Token]) -> Self {
        let lexicon = Lexicon::get();
        let mut lower = String::new();
        let words = tokens
            .iter()
            .map(|token| {
                let word = token.of(text);
                lower.clear();
                lower.extend(word.chars().flat_map(char::to_lowercase));
                Word {
                    hash: hash(&lower),
                    lists: if word.starts_with(char::is_alphanumeric) {
                        lexicon.word(&lower)
                    } else {
                        0
                    },
                    phrase: 0,
                    phrase_begins: false,
                    shape: shape(word),
                }
            })
            .collect();
        let mut view =
            Self { text, tokens, words, seen: HashMap::default(), runs: runs(text, tokens) };
        view.find_phrases(lexicon);
        view.look_around();
        view
    }

    fn word(&self, at: usize) -> &'t str {
        self.tokens.get(at).map_or("", |token| token.of(self.text))
    }

    fn lists(&self, at: usize) -> u16 {
        self.words.get(at).map_or(0, |word| word.lists)
    }

    fn find_phrases(&mut self, lexicon: &Lexicon) {
        for &(start, end) in &self.runs {
            let mut at = start;
            while at < end {
                let lower: Vec<String>;
                let mut length = 1;
                if self.words[at].lists & lexicon::BEGINS != 0 {
                    let until = end.min(at + 6);
                    lower =
                        (at..until).map(|i| self.tokens[i].of(self.text).to_lowercase()).collect();
                    if let Some((kind, count)) = lexicon.phrase(lower.iter().map(String::as_str)) {
                        length = count;
                        for (i, word) in self.words[at..at + count].iter_mut().enumerate() {
                            word.phrase = kind;
                            word.phrase_begins = i == 0;
                        }
                    }
                }
                at += length;
            }
        }
    }

    /// Gathers, for every capitalised word, what its occurrences show.
    fn look_around(&mut self) {
        let mut notes: Vec<(usize, u16)> = Vec::new();
        for &(start, end) in &self.runs {
            let before = start.checked_sub(1);
            let before_word = before.map_or("", |at| self.word(at));
            let last = end - 1;
            let is_body = (start..end)
                .any(|at| self.lists(at) & lexicon::BODY != 0 && self.tokens[at].capital);
            let says = self.lists(end) & lexicon::SAYING != 0
                || before.is_some_and(|at| self.lists(at) & lexicon::SAYING != 0);
            for at in start..end {
                if !self.tokens[at].capital {
                    continue;
                }
                let mut bits = 0;
                if at > 0 && self.lists(at - 1) & lexicon::TITLE != 0 {
                    bits |= seen::AFTER_TITLE;
                }
                if at > start && self.lists(at - 1) & lexicon::GIVEN != 0 {
                    bits |= seen::AFTER_GIVEN;
                }
                if at < last && self.lists(at + 1) & lexicon::SURNAME != 0 {
                    bits |= seen::BEFORE_SURNAME;
                }
                if is_body {
                    bits |= seen::IN_BODY;
                }
                if !self.tokens[at].starts {
                    bits |= seen::CAPITAL_INSIDE;
                }
                if at == last && says {
                    bits |= seen::BY_SAYING;
                }
                if at == start {
                    match before_word {
                        "in" | "near" | "at" | "from" | "to" => bits |= seen::AFTER_IN,
                        "(" => bits |= seen::IN_PARENTHESES,
                        "the" | "The" => bits |= seen::AFTER_THE,
                        _ => {}
                    }
                }
                if at == last && matches!(self.word(end), "'" | "’") {
                    bits |= seen::OWNS;
                }
                if at == last && self.word(end) == "," && self.lists(end + 1) & lexicon::PLACE != 0
                {
                    bits |= seen::BEFORE_PLACE;
                }
                if end - start == 1 {
                    bits |= seen::ALONE;
                }
                notes.push((at, bits));
            }
        }
        for (at, bits) in notes {
            *self.seen.entry(self.words[at].hash).or_default() |= bits;
        }
        for (token, word) in self.tokens.iter().zip(&self.words) {
            if !token.capital
                && let Some(bits) = self.seen.get_mut(&word.hash)
            {
                *bits |= seen::LOWER;
            }
        }
    }

    /// The marks around a run: quotation marks, brackets, a year in brackets behind it.
    fn around(&self, start: usize, end: usize) -> u64 {
        let is_quote = |at: Option<usize>| {
            at.is_some_and(|at| matches!(self.word(at), "\"" | "“" | "”" | "«" | "»" | "‘"))
        };
        let is_year = |at: usize| {
            let word = self.word(at);
            word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit())
        };
        let has_year = self.word(end) == "(" && is_year(end + 1);
        u64::from(is_quote(start.checked_sub(1)))
            | u64::from(is_quote(Some(end))) << 1
            | u64::from(has_year && self.word(end + 2) == ")") << 2
            | u64::from(has_year && self.word(end + 2) != ")") << 3
            | u64::from(start > 0 && self.word(start - 1) == "(") << 4
            | u64::from(self.word(end) == ")") << 5
    }

    /// The features of the word at `at` in the run `[start, end)`, each a hash.
    pub(super) fn features(&self, at: usize, (start, end): (usize, usize), out: &mut Vec<u32>) {
        out.clear();
        let mut kind = 0_u64;
        let mut put = |value: u64| {
            kind += 1;
            out.push(mix(kind, value));
        };
        let none = Word { hash: 0, lists: 0, phrase: 0, phrase_begins: false, shape: 0 };
        let word = |offset: isize| {
            at.checked_add_signed(offset).and_then(|i| self.words.get(i)).unwrap_or(&none)
        };
        let this = word(0);
        let token = self.tokens[at];
        let text = token.of(self.text);
        let starts = u64::from(token.starts);
        let lists = |w: &Word| u64::from(w.lists & !lexicon::BEGINS);
        let seen = self.seen.get(&this.hash).copied().unwrap_or_default();
        let position = u64::from(at == start) | u64::from(at + 1 == end) << 1;
        let outer_before = start.checked_sub(1).and_then(|i| self.words.get(i)).unwrap_or(&none);
        let outer_after = self.words.get(end).unwrap_or(&none);
        let head = &self.words[end - 1];
        let first = &self.words[start];

        put(1);
        put(this.hash);
        put(word(-1).hash);
        put(word(1).hash);
        put(word(-2).hash);
        put(word(2).hash);
        put(u64::from(this.shape) | starts << 8);
        put(u64::from(this.shape)
            | u64::from(word(-1).shape) << 8
            | u64::from(word(1).shape) << 16);
        put(hash(tail(text, 3)));
        put(hash(tail(text, 2)));
        put(hash(tail(text, 4)));
        put(lists(this));
        put(lists(this)
            | u64::from(this.phrase) << 16
            | u64::from(this.phrase_begins) << 32
            | starts << 33);
        put(lists(word(-1)) | lists(this) << 16);
        put(lists(word(1)) | lists(this) << 16);
        put(outer_before.hash ^ position);
        put(outer_after.hash ^ position);
        put(lists(outer_before) | position << 16);
        put(lists(outer_after) | position << 16);
        put(head.hash);
        put(lists(head) | position << 16);
        put(lists(first) | lists(head) << 16 | position << 32);
        put(position | ((end - start).min(5) as u64) << 8 | starts << 16);
        put(u64::from(seen));
        put(u64::from(
            seen & (seen::AFTER_TITLE | seen::AFTER_GIVEN | seen::BY_SAYING | seen::BEFORE_SURNAME),
        ) | lists(this) << 16);
        put(u64::from(
            seen & (seen::AFTER_IN | seen::BEFORE_PLACE | seen::AFTER_THE | seen::IN_BODY),
        ) | lists(this) << 16);
        put(u64::from(seen & (seen::LOWER | seen::CAPITAL_INSIDE))
            | starts << 16
            | (lists(this) & u64::from(lexicon::COMMON)) << 20);
        put(lists(word(-1)) | lists(this) << 16 | lists(word(1)) << 32);
        put(word(-1).hash.rotate_left(7) ^ lists(this));
        put(word(1).hash.rotate_left(7) ^ lists(this));
        put(u64::from(word(-1).shape)
            | u64::from(this.shape) << 8
            | u64::from(word(1).shape) << 16
            | lists(this) << 24);
        let beyond = |at: Option<usize>| at.and_then(|i| self.words.get(i)).unwrap_or(&none);
        let before_that = beyond(start.checked_sub(2));
        let after_that = beyond(Some(end + 1));
        let around = self.around(start, end);
        put(before_that.hash ^ position);
        put(after_that.hash ^ position);
        put(lists(before_that) | lists(outer_before) << 16);
        put(around | position << 8);
        put(around | lists(this) << 16);
        put(hash(head_of(text, 3)));
        put(outer_before.hash.rotate_left(9) ^ lists(head));
        put(outer_after.hash.rotate_left(9) ^ lists(head));
        put(outer_before.hash.rotate_left(9) ^ outer_after.hash ^ position);
        put(word(-1).hash.rotate_left(11) ^ this.hash);
        put(word(1).hash.rotate_left(11) ^ this.hash);
        for bit in 0..seen::ALL {
            put(u64::from(seen >> bit & 1));
        }
        for bit in [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14] {
            put(u64::from(this.lists >> bit & 1));
        }
    }
}

/// The runs of tokens that may hold names: capitals, with connectors between them.
fn runs(text: &str, tokens: &[Token]) -> Vec<(usize, usize)> {
    let mut runs = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if !tokens[at].capital {
            at += 1;
            continue;
        }
        let start = at;
        let mut end = at + 1;
        loop {
            let mut next = end;
            while next < tokens.len() && next - end < 3 && connects(text, tokens, next) {
                next += 1;
            }
            if next < tokens.len()
                && (tokens[next].capital || is_number_inside(text, tokens, end, next))
                && !has_break(text, tokens, end, next)
            {
                end = next + 1;
            } else {
                break;
            }
        }
        runs.push((start, end));
        at = end;
    }
    runs
}

/// Whether the token at `at` may stand inside a name without a capital of its own.
fn connects(text: &str, tokens: &[Token], at: usize) -> bool {
    let word = tokens[at].of(text);
    CONNECTORS.contains(&word)
        || matches!(word, "'" | "’" | "s" | "-")
        || (word == "." && !tokens.get(at + 1).is_none_or(|next| next.starts))
}

fn is_number_inside(text: &str, tokens: &[Token], end: usize, next: usize) -> bool {
    next == end && tokens[next].of(text).starts_with(|c: char| c.is_ascii_digit())
}

/// Whether a line ends between the tokens before `end` and at `next`.
fn has_break(text: &str, tokens: &[Token], end: usize, next: usize) -> bool {
    text.get(tokens[end - 1].end as usize..tokens[next].start as usize)
        .is_some_and(|between| between.contains('\n'))
}

/// The last `count` characters.
fn tail(text: &str, count: usize) -> &str {
    text.char_indices().rev().nth(count - 1).map_or(text, |(at, _)| &text[at..])
}

/// The first `count` characters.
fn head_of(text: &str, count: usize) -> &str {
    text.char_indices().nth(count).map_or(text, |(at, _)| &text[..at])
}

/// The kinds of letters a word is made of, repeats left out and three kinds at most.
fn shape(word: &str) -> u8 {
    let mut shape = 0;
    let mut last = 0;
    let mut kinds = 0;
    for c in word.chars() {
        let kind = match c {
            _ if c.is_uppercase() => 1,
            _ if c.is_lowercase() => 2,
            _ if c.is_numeric() => 3,
            '.' => 4,
            '-' => 5,
            _ => 6,
        };
        if kind != last {
            kinds += 1;
            if kinds > 3 {
                return shape;
            }
            shape = shape * 6 + kind;
            last = kind;
        }
    }
    // One capital alone and a whole word of capitals are different things.
    if shape == 1 && word.chars().nth(1).is_some() { 252 } else { shape }
}

/// FNV-1a.
fn hash(word: &str) -> u64 {
    word.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
    })
}

/// A feature's number, of its kind and its value.
fn mix(kind: u64, value: u64) -> u32 {
    let mixed =
        (value ^ kind.wrapping_mul(0x9e37_79b9_7f4a_7c15)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    let mixed = (mixed ^ (mixed >> 32)).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    let [_, _, _, _, a, b, c, d] = mixed.to_le_bytes();
    u32::from_le_bytes([a, b, c, d])
}
