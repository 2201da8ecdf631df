//! People, organisations and places: finds their names in a text, and joins the names of one.

mod features;
mod hold;
mod join;
mod lexicon;
mod model;
mod refuse;
mod resolve;
mod team;
#[cfg(test)]
mod tests;
mod token;
#[cfg(feature = "train")]
pub mod train;

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

/// How much better than no name at all, in the model's sixteenths, the labels of a name's words must be in
/// sum: a name that is wrong is worse than one that is missed. Organisations are mistaken most.
fn least_margin(kind: EntityKind) -> i32 {
    match kind {
        EntityKind::Person => 800,
        EntityKind::Organisation => 1000,
        EntityKind::Place => 900,
    }
}

/// Whether the lists know the name of a place or an organisation as such.
fn is_known(name: &Name, text: &str) -> bool {
    const KNOWN: u16 = lexicon::ORGANISATION | lexicon::PLACE;
    let listed = || lexicon::Lexicon::get().name(&name.span.of(text).to_lowercase());
    name.kind != EntityKind::Person && listed() & KNOWN != 0
}

fn names_by(model: &Model, text: &str) -> Vec<Name> {
    let tokens = token::tokens(text);
    let view = View::new(text, &tokens);
    let mut names: Vec<(Name, i32)> = Vec::new();
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
            let better = score[label] - score[model::OUTSIDE];
            match (model::meaning(label), names.last_mut()) {
                (Some((kind, true)), _) => {
                    let span = Span { start: token.start, end: token.end };
                    names.push((Name { span, kind }, better));
                }
                (Some((_, false)), Some((name, margin))) => {
                    name.span.end = token.end;
                    *margin += better;
                }
                _ => {}
            }
        }
    }
    let is_sure =
        |(name, margin): &(Name, i32)| *margin >= least_margin(name.kind) || is_known(name, text);
    let mut names: Vec<Name> = names.into_iter().filter(is_sure).map(|(name, _)| name).collect();
    hold::hold(text, &tokens, &mut names);
    names
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
