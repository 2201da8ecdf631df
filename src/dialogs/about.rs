//! What the collection is made of, how it was made, and what could not be read.

use dateline_corpus::Document;
use leptos::prelude::*;

use crate::marks::document_number;
use crate::state::App;
use crate::strings::{Text, fill, t};

/// The classes of certainty, what each means, and how many of 100 dates of it had the annotated value:
/// on news-timebank, the narrative ones on narrative-wikiwars, as `docs/evaluation.md` has it.
const CLASSES: [(Text, Text, Option<u8>); 5] = [
    (|s| s.explicit, |s| s.explains_explicit, Some(95)),
    (|s| s.anchored_stated, |s| s.explains_stated, Some(86)),
    (|s| s.anchored_inferred, |s| s.explains_inferred, None),
    (|s| s.narrative, |s| s.explains_narrative, Some(90)),
    (|s| s.vague, |s| s.explains_vague, Some(94)),
];

/// The body of the dialog.
pub(super) fn about(app: App) -> AnyView {
    let collection = app.collection();
    let corpus = &collection.corpus;
    let documents = corpus.documents.iter().enumerate().map(|(i, d)| document(app, i, d));
    view! {
        <p>{t(|s| s.about_method)}</p>
        <p>{t(|s| s.about_limits)}</p>
        <h3>{t(|s| s.certainty_classes)}</h3>
        <dl class="keys">
            {CLASSES.into_iter().map(|(name, what, right)| view! {
                <dt>{t(name)}</dt>
                <dd>
                    {t(what)}
                    {right.map(|right| move || {
                        format!("; {}", fill(app.strings().right_of_hundred, &right.to_string()))
                    })}
                </dd>
            }).collect_view()}
        </dl>
        <p class="fine">{t(|s| s.explains_right)}</p>
        {diagnostics(app)}
        <h3>{t(|s| s.documents)}</h3>
        <ol class="docs">{documents.collect_view()}</ol>
        <p class="fine">{t(|s| s.fingerprint)} ": " <code>{corpus.sha256.clone()}</code></p>
    }
    .into_any()
}

/// What could not be read, in whole or in part, and apart from it what was only noticed.
pub(crate) fn diagnostics(app: App) -> AnyView {
    let part = |lost: bool, name: Text| {
        let collection = app.collection();
        let all = collection.corpus.diagnostics.iter();
        let rows: Vec<_> = all
            .filter(|it| it.loses_words() == lost)
            .map(|it| view! { <li><code>{it.source.clone()}</code>{format!(": {}", it.message)}</li> })
            .collect();
        (!rows.is_empty()).then(|| view! { <h3>{t(name)}</h3><ul>{rows}</ul> })
    };
    view! {
        {part(true, |s| s.could_not_read)}
        {part(false, |s| s.noticed)}
    }
    .into_any()
}

fn document(app: App, index: usize, document: &Document) -> AnyView {
    let repairs = document.repairs.len();
    let evidence = document.issued_evidence.iter().map(|evidence| evidence.note.clone());
    view! {
        <li class="aboutdoc">
            <p>{document_number(index)} " " <b dir="auto">{document.title.clone()}</b></p>
            <p class="fine">
                <code>{document.source.clone()}</code> " "
                <code class="hash">{document.sha256.clone()}</code>
            </p>
            {evidence.map(|note| view! { <p class="fine">{note}</p> }).collect_view()}
            {(repairs > 0).then(|| view! {
                <p class="fine">
                    {move || {
                        let language = app.language.get();
                        language.count(&language.strings().repairs_count, repairs)
                    }}
                </p>
            })}
        </li>
    }
    .into_any()
}
