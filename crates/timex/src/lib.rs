//! Temporal tagger: finds dates, times, durations and sets in running text and says what each means.
//! Never reads the clock: the reference date is an argument.

mod calendar;
mod choose;
mod combine;
mod detect;
mod extract;
mod lang;
mod lexicon;
mod normalise;
mod number;
mod parts;
mod pattern;
mod resolve;
mod rule;
mod symbol;
mod tag;
mod token;
mod types;
mod value;

pub use detect::{detect_domain, detect_language};
pub use tag::tag;
pub use types::{Basis, Context, Domain, Language, Modifier, Timex, TimexType};
