//! Finds out the language and the domain of a text.

use crate::lang::source;
use crate::lexicon::{Class, Lexicon};
use crate::token::{Gap, Kind, Token, hash_word, tokenise};
use crate::types::{Domain, Language};

/// Frequent words. One that several languages share stands with each of them, so that it decides
/// nothing between them.
#[rustfmt::skip]
const FREQUENT: [(Language, &str); 7] = [
    (Language::English, "the of and to was that with for by from this had were which said they have has it is are be at as not his her but an on in he she we you i my me your a s d t u ll no so who will more all new after"),
    (Language::French, "le la les l de du des d et est dans une un pour qui que qu sur pas au aux avec ce cette sont été il elle se s son sa ses en par plus mais où ne n leur ont avait a à on nous vous"),
    (Language::Spanish, "el la los las y es en una un por que con de del se para fue más pero como su sus lo al no ha a o este esta sin sobre también según"),
    (Language::German, "der die das und ist den von zu mit sich des auf für im dem nicht ein eine er sie es in an war als auch wird bei nach einer einem am um aus"),
    (Language::Italian, "il la le lo l i di che è un una non con del della dell sono gli nel nella alla dei si da in per a e ha al più anche come ma su"),
    (Language::Portuguese, "o a os as e de que do da dos das em um uma não para com na no foi ao por pelo pela mais se são está é seu sua como mas à"),
    (Language::Russian, "и в не на что с по как это из за от для был его к году они"),
];

/// The language of `text`, as far as the tagger has rules for it; English when nothing decides.
///
/// Arabic and Russian are known by their letters, the others by their most frequent words in the
/// first 20 000 bytes.
#[must_use]
pub fn detect_language(text: &str) -> Language {
    let end = (0..=20_000.min(text.len())).rev().find(|end| text.is_char_boundary(*end));
    let text = &text[..end.unwrap_or(0)];
    let (mut arabic, mut cyrillic, mut latin) = (0_u32, 0_u32, 0_u32);
    for letter in text.chars() {
        match letter {
            'a'..='z' | 'A'..='Z' => latin += 1,
            '\u{400}'..='\u{4ff}' => cyrillic += 1,
            '\u{600}'..='\u{6ff}' => arabic += 1,
            _ => {}
        }
    }
    if arabic > latin && arabic > cyrillic {
        return Language::Arabic;
    }
    if cyrillic > latin {
        return Language::Russian;
    }
    let mut counts = [0_u32; FREQUENT.len()];
    let words = FREQUENT.map(|(_, words)| words.split(' ').map(hash_word).collect::<Vec<_>>());
    for word in text.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty()) {
        let hash = hash_word(word);
        for (count, words) in counts.iter_mut().zip(&words) {
            *count += u32::from(words.contains(&hash));
        }
    }
    // Of equal counts the first language stands.
    let best = (0..counts.len()).rev().max_by_key(|i| counts[*i]).filter(|i| counts[*i] > 0);
    best.map_or(Language::English, |i| FREQUENT[i].0)
}

/// Whether `text` reads as news (dates count from its own date) or as narrative (dates count from
/// the date last spoken of).
///
/// News names weekdays, says "today" and "last week", quotes, and has its own date in a line of
/// its own at its head; narrative names years and days of months. A text is narrative when it
/// names at least four years, and its years and days are at least three times as many as its signs
/// of news.
#[must_use]
pub fn detect_domain(text: &str) -> Domain {
    let lexicon = &source(detect_language(text)).grammar().lexicon;
    let tokens = tokenise(text, lexicon);
    let (mut years, mut days) = (0_u32, 0_u32);
    let mut news = if dated_head(text, lexicon) { DATED_HEAD } else { 0 };
    for (at, token) in tokens.iter().enumerate() {
        let next = tokens.get(at + 1).filter(|next| next.gap < Gap::Paragraph);
        let near = |class| {
            next.is_some_and(|next| {
                next.kind == Kind::Word && lexicon.value(next.value, class).is_some()
            })
        };
        match token.kind {
            Kind::Number if token.digits == 4 && (1500..2100).contains(&token.value) => {
                let part =
                    next.is_some_and(|next| next.gap == Gap::Glued && next.kind == Kind::Word);
                years += u32::from(!part);
            }
            Kind::Number => days += u32::from(near(Class::Month)),
            Kind::Word => {
                let word = |class| lexicon.value(token.value, class).is_some();
                let numbered =
                    next.is_some_and(|next| next.kind == Kind::Number && next.digits < 3);
                days += u32::from(word(Class::SureMonth) && numbered);
                news += u32::from(
                    word(Class::Weekday) && token.capital
                        || word(Class::Today)
                        || word(Class::Report)
                        || word(Class::Rel) && near(Class::Unit),
                );
            }
            Kind::Mark => {}
        }
    }
    if years >= 4 && years + days >= news * 3 { Domain::Narrative } else { Domain::News }
}

/// How many signs of news a date at the head of a text is worth.
const DATED_HEAD: u32 = 12;

/// Whether one of the first lines is short and has a month, a day and a year.
fn dated_head(text: &str, lexicon: &Lexicon) -> bool {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty()).take(6);
    lines.filter(|line| line.len() < 60).any(|line| {
        let tokens = tokenise(line, lexicon);
        let number = |digits: std::ops::RangeInclusive<u8>, most: u32| {
            let found = |t: &Token| t.kind == Kind::Number && digits.contains(&t.digits);
            tokens.iter().any(|t| found(t) && t.value <= most)
        };
        let month = tokens
            .iter()
            .any(|t| t.kind == Kind::Word && lexicon.value(t.value, Class::Month).is_some());
        month && tokens.len() < 12 && number(1..=2, 31) && number(4..=4, 2100)
    })
}
