//! Spanish.

mod lexicon;
mod rules;

use crate::extract::Source;

pub(crate) static SOURCE: Source = Source::new(lexicon::WORDS, rules::RULES);
