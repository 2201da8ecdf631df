//! Quotations: what somebody is quoted as saying, whether or not the sentence carries a date.

use dateline_corpus::{Document, Span};

use crate::identity;

/// The fewest words that make a quotation one that can be known again.
const SHORTEST: usize = 6;

/// A quotation in a document.
#[derive(Debug)]
pub(crate) struct Quotation {
    /// The sentence it stands in.
    pub(crate) sentence: Span,
    /// Its words, as letters and digits in lower case.
    pub(crate) words: String,
    /// Who says it, an index into the corpus' entities.
    pub(crate) speaker: Option<u32>,
}

/// The quotations of a document, in order.
pub(crate) fn quotations(document: &Document, sentences: &[Span]) -> Vec<Quotation> {
    let mut quotations = Vec::new();
    for (number, &sentence) in sentences.iter().enumerate() {
        let text = sentence.of(&document.text);
        if !text.contains(['"', '“', '«', '„']) || !super::is_running_text(document, sentence)
        {
            continue;
        }
        for quoted in quoted(text) {
            let words = identity::normal_form(quoted);
            if words.split(' ').count() < SHORTEST {
                continue;
            }
            // "…," he went on. Who says it may stand in the sentence that the quotation runs into.
            let next = sentences.get(number + 1).copied().filter(|next| {
                quoted.ends_with(['!', '?', '.', ','])
                    && next.of(&document.text).starts_with(|c: char| c.is_lowercase())
            });
            let speaker = super::speaker::speaker(document, sentence)
                .or_else(|| next.and_then(|next| super::speaker::speaker(document, next)));
            quotations.push(Quotation { sentence, words, speaker });
        }
    }
    quotations
}

/// The parts of a sentence between quotation marks. A mark that is not closed holds to the end: the
/// quotation goes on in the next sentence.
fn quoted(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut open: Option<(usize, char)> = None;
    for (at, c) in text.char_indices() {
        match (open, c) {
            (None, '"') => open = Some((at + 1, '"')),
            (None, '“') => open = Some((at + c.len_utf8(), '”')),
            (None, '„') => open = Some((at + c.len_utf8(), '“')),
            (None, '«') => open = Some((at + c.len_utf8(), '»')),
            (Some((start, close)), c) if c == close => {
                parts.push(&text[start..at]);
                open = None;
            }
            _ => {}
        }
    }
    if let Some((start, _)) = open {
        parts.push(&text[start..]);
    }
    parts
}
