//! The words the reader has selected in the open document.

use dateline_corpus::Span;

use crate::browser::selection::{Ends, bytes_of_utf16};
use crate::state::App;

/// The span that `ends` select in the document at `index`.
pub(super) fn span(app: App, index: usize, ends: &Ends) -> Option<Span> {
    let collection = app.collection();
    let text = &collection.corpus.documents.get(index)?.text;
    let place = |(start, units): (u32, u32)| {
        let rest = text.get(start as usize..)?;
        start.checked_add(bytes_of_utf16(rest, units))
    };
    let span = Span { start: place(ends.first)?, end: place(ends.last)? };
    let selected = span.of(text);
    (!selected.trim().is_empty()).then_some(span)
}
