//! The tagger as a WebAssembly module for the bench: a buffer to write a text into, and a call that
//! tags it. Reads no clock: who calls it measures.

mod wasm;

use dateline_timex::{Context, Domain, Language, tag};

/// How many expressions the tagger finds in a text.
#[must_use]
pub fn count(text: &str) -> usize {
    let context = Context {
        reference: Some((1998, 3, 4)),
        language: Language::English,
        domain: Domain::News,
    };
    tag(text, &context).len()
}
