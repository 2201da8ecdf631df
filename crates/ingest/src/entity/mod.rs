//! People, organisations and places: finds their names in a text, and joins the names of one.

mod cut;
mod features;
mod hold;
mod join;
mod kind;
mod lexicon;
mod model;
mod person;
mod refuse;
mod resolve;
mod team;
#[cfg(test)]
mod tests;
mod token;
#[cfg(feature = "train")]
pub mod train;

use std::collections::BTreeMap;

use dateline_corpus::{EntityKind, Span};

use features::View;
use model::Model;
pub(crate) use resolve::entities;

/// A name in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name {
    /// Where it is, in bytes.
    pub span: Span,
    /// What it names.
    pub kind: EntityKind,
}

/// The names in `text`, in order, none overlapping another.
#[must_use]
pub fn names(text: &str) -> Vec<Name> {
    names_by(Model::get(), text)
}

/// The names in `text`, in order, each with the id of what it means there: names with the same id mean
/// the same.
#[must_use]
pub fn mentions(text: &str) -> Vec<(Name, String)> {
    resolve::mentions(text)
}

/// A name that the model found, before it is compared with the others of its text.
struct Guess {
    name: Name,
    /// How much better than no name at all, in the model's sixteenths, the labels of each kind are for its
    /// words in sum, in the order of `KINDS`.
    better: [i32; 3],
}

const KINDS: [EntityKind; 3] = [EntityKind::Person, EntityKind::Organisation, EntityKind::Place];

/// The least of `better` for a name of each kind: a name that is wrong is worse than one that is missed.
const LEAST_MARGIN: [i32; 3] = [900, 1000, 900];
/// How much better the kind of a name must be than the next one, in the mean over the text.
const LEAST_LEAD: i32 = 300;

/// Whether the lists know the name of a place or an organisation as such.
fn is_known(name: &Name, text: &str) -> bool {
    const KNOWN: u16 = lexicon::ORGANISATION | lexicon::PLACE;
    let listed = || lexicon::Lexicon::get().name(&name.span.of(text).to_lowercase());
    name.kind != EntityKind::Person && listed() & KNOWN != 0
}

fn names_by(model: &Model, text: &str) -> Vec<Name> {
    let tokens = token::tokens(text);
    let guesses = guesses(model, text, &tokens);
    let mut names = sure(text, guesses);
    hold::hold(text, &tokens, &mut names);
    names
}

fn guesses(model: &Model, text: &str, tokens: &[token::Token]) -> Vec<Guess> {
    let view = View::new(text, tokens);
    let mut guesses: Vec<Guess> = Vec::new();
    let mut features = Vec::with_capacity(64);
    for &run in &view.runs {
        let scores: Vec<_> = (run.0..run.1)
            .map(|at| {
                view.features(at, run, &mut features);
                model.score(&features)
            })
            .collect();
        for ((token, label), score) in
            tokens[run.0..run.1].iter().zip(model.best(&scores)).zip(&scores)
        {
            let Some((kind, begins)) = model::meaning(label) else { continue };
            if begins {
                let span = Span { start: token.start, end: token.end };
                guesses.push(Guess { name: Name { span, kind }, better: [0; 3] });
            }
            let Some(guess) = guesses.last_mut() else { continue };
            guess.name.span.end = token.end;
            for (sum, first) in guess.better.iter_mut().zip([1, 3, 5]) {
                *sum += score[first + usize::from(!begins)] - score[model::OUTSIDE];
            }
        }
    }
    guesses
}

/// The names among `guesses` that are sure enough, each of the kind that all places of the same words speak
/// for together: one of them alone often tells little.
fn sure(text: &str, guesses: Vec<Guess>) -> Vec<Name> {
    let mut sums: BTreeMap<String, ([i32; 3], i32)> = BTreeMap::new();
    let key = |guess: &Guess| guess.name.span.of(text).to_lowercase();
    for guess in &guesses {
        let (sum, count) = sums.entry(key(guess)).or_default();
        *count += 1;
        for (sum, better) in sum.iter_mut().zip(guess.better) {
            *sum = sum.saturating_add(better);
        }
    }
    let is_sure = |guess: Guess| {
        let (sum, count) = sums[&key(&guess)];
        // Of equals the first.
        let kind = (0..3).rev().max_by_key(|&kind| sum[kind]).unwrap_or(0);
        let next = (0..3).filter(|&other| other != kind).map(|other| sum[other]).max().unwrap_or(0);
        let name = Name { kind: KINDS[kind], ..guess.name };
        let is_sure = guess.better[kind] >= LEAST_MARGIN[kind]
            && sum[kind].saturating_sub(next) / count >= LEAST_LEAD;
        (is_sure || is_known(&name, text)).then_some(name)
    };
    guesses.into_iter().filter_map(is_sure).collect()
}

/// "al-Moualem" and "Moualem" are one.
fn without_article(part: &str) -> &str {
    let article = ["al-", "el-", "as-", "ad-", "an-", "ar-", "ash-"]
        .iter()
        .find_map(|article| part.strip_prefix(article));
    article.filter(|rest| rest.chars().count() > 2).unwrap_or(part)
}

/// Whether a word, in lower case, is a title or role before a person's name.
pub(crate) fn is_title(word: &str) -> bool {
    lexicon::Lexicon::get().word(word.trim_end_matches('.')) & lexicon::TITLE != 0
}

/// Whether the lists know a word, in lower case, as a place, an organisation or a word of the language.
fn is_listed(word: &str) -> bool {
    const LISTED: u16 =
        lexicon::PLACE | lexicon::CITY | lexicon::ORGANISATION | lexicon::PEOPLE | lexicon::WORD;
    lexicon::Lexicon::get().word(word) & LISTED != 0
}

/// Whether a word, in lower case, is a verb of saying.
pub(crate) fn is_saying(word: &str) -> bool {
    lexicon::Lexicon::get().word(word) & lexicon::SAYING != 0
}

/// `words` in lower case, with plain letters for accented Latin ones and a straight apostrophe.
pub(crate) fn fold(words: &str) -> String {
    words.chars().flat_map(char::to_lowercase).map(plain).collect()
}

fn plain(c: char) -> char {
    match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'ď' | 'đ' => 'd',
        'è'..='ë' | 'ē' | 'ę' | 'ě' => 'e',
        'ğ' => 'g',
        'ì'..='ï' | 'ī' | 'ı' => 'i',
        'ł' => 'l',
        'ñ' | 'ń' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => 'o',
        'ř' => 'r',
        'ś' | 'ş' | 'š' | 'ș' => 's',
        'ţ' | 'ț' | 'ť' => 't',
        'ù'..='ü' | 'ū' | 'ů' | 'ű' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        '’' | '‘' | 'ʼ' => '\'',
        '\u{2010}' | '\u{2011}' => '-',
        other => other,
    }
}
