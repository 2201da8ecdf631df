//! One folder a language: a lexicon and rules, and nothing else.

use crate::extract::Source;
use crate::types::Language;

mod en;
mod fr;

/// The words and rules of a language.
pub(crate) fn source(language: Language) -> &'static Source {
    match language {
        Language::French => &fr::SOURCE,
        _ => &en::SOURCE,
    }
}
