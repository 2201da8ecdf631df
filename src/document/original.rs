//! The text as it stood in the file, with every repair taken back and marked.

use dateline_corpus::Span;
use leptos::prelude::*;

use crate::state::App;

/// The original text of the document at `index`, with the passage `lit` as in the reader.
pub(super) fn original(app: App, index: usize, lit: Option<Span>) -> AnyView {
    let collection = app.collection();
    let document = &collection.corpus.documents[index];
    let mut at = 0;
    let mut parts: Vec<AnyView> = Vec::new();
    for repair in &document.repairs {
        if repair.span.start < at {
            continue;
        }
        plain(&mut parts, &document.text, Span { start: at, end: repair.span.start }, lit);
        let kind = repair.kind.clone();
        parts.push(
            view! { <mark class="was" title=kind>{repair.original.clone()}</mark> }.into_any(),
        );
        at = repair.span.end;
    }
    let end = u32::try_from(document.text.len()).unwrap_or(u32::MAX);
    plain(&mut parts, &document.text, Span { start: at, end }, lit);
    view! { <div class="original">{parts}</div> }.into_any()
}

/// Text that nothing was repaired in, the lit part of it lit.
fn plain(parts: &mut Vec<AnyView>, text: &str, span: Span, lit: Option<Span>) {
    let lit = lit.unwrap_or(Span { start: span.end, end: span.end });
    let start = lit.start.clamp(span.start, span.end);
    let end = lit.end.clamp(start, span.end);
    parts.push(Span { start: span.start, end: start }.of(text).to_owned().into_any());
    if start < end {
        let lit = Span { start, end }.of(text).to_owned();
        parts.push(view! { <span class="lit">{lit}</span> }.into_any());
    }
    parts.push(Span { start: end, end: span.end }.of(text).to_owned().into_any());
}
