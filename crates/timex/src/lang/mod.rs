//! One folder a language: a lexicon and rules, and nothing else.

use crate::extract::Source;
use crate::types::Language;

mod en;

/// The words and rules of a language.
pub(crate) fn source(language: Language) -> &'static Source {
    let _ = language;
    &en::SOURCE
}
