//! Temporal tagger: finds dates, times, durations and sets in running text and says what each means.
//! Never reads the clock: the reference date is an argument.

mod types;

pub use types::{Basis, Context, Domain, Language, Modifier, Timex, TimexType};

/// The temporal expressions of `text`, in order, none overlapping another.
#[must_use]
pub fn tag(text: &str, context: &Context) -> Vec<Timex> {
    let _ = (text, context);
    Vec::new()
}

/// The language of `text`, as far as the tagger has rules for it; English when nothing decides.
#[must_use]
pub fn detect_language(text: &str) -> Language {
    let _ = text;
    Language::English
}

/// Whether `text` reads as news (dates count from its own date) or as narrative (dates count from
/// the date last spoken of).
#[must_use]
pub fn detect_domain(text: &str) -> Domain {
    let _ = text;
    Domain::News
}
