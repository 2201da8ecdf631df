//! One folder a language: a lexicon and rules, and nothing else.

use crate::extract::Source;
use crate::types::Language;

mod ar;
mod de;
mod en;
mod es;
mod fr;
mod it;
mod pt;
mod ru;

/// The words and rules of a language.
pub(crate) fn source(language: Language) -> &'static Source {
    match language {
        Language::Arabic => &ar::SOURCE,
        Language::English => &en::SOURCE,
        Language::French => &fr::SOURCE,
        Language::German => &de::SOURCE,
        Language::Italian => &it::SOURCE,
        Language::Portuguese => &pt::SOURCE,
        Language::Russian => &ru::SOURCE,
        Language::Spanish => &es::SOURCE,
    }
}
