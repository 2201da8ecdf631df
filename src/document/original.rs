//! The text as it stood in the file, with every repair taken back and marked.

use dateline_corpus::Span;
use leptos::prelude::*;

use crate::state::App;

/// The original text of the document at `index`.
pub(super) fn original(app: App, index: usize) -> AnyView {
    let collection = app.collection();
    let document = &collection.corpus.documents[index];
    let mut at = 0;
    let mut parts: Vec<AnyView> = Vec::new();
    for repair in &document.repairs {
        if repair.span.start < at {
            continue;
        }
        parts.push(
            Span { start: at, end: repair.span.start }.of(&document.text).to_owned().into_any(),
        );
        let kind = repair.kind.clone();
        parts.push(
            view! { <mark class="was" title=kind>{repair.original.clone()}</mark> }.into_any(),
        );
        at = repair.span.end;
    }
    let end = u32::try_from(document.text.len()).unwrap_or(u32::MAX);
    parts.push(Span { start: at, end }.of(&document.text).to_owned().into_any());
    view! { <div class="original">{parts}</div> }.into_any()
}
