//! One of the two documents.

use std::sync::Arc;

use dateline_corpus::Span;
use leptos::prelude::*;

use super::findings::Finding;
use crate::document::{Overlays, blocks};
use crate::marks::document_number;
use crate::state::{App, Collection};
use crate::words::{self, Length};

/// The document at `index` with the side of each finding that `side` names.
pub(super) fn pane(
    app: App,
    index: usize,
    found: &[Finding],
    side: fn(&Finding) -> Span,
) -> AnyView {
    let collection = app.collection();
    let document = &collection.corpus.documents[index];
    let ties = found.iter().enumerate().map(|(at, finding)| (side(finding), at)).collect();
    let overlays = Overlays {
        lit: Signal::derive(|| None),
        hits: Signal::derive(Arc::default),
        ties: Arc::new(ties),
        margin: false,
    };
    let publication = document.publication.clone().filter(|name| !name.is_empty());
    let issued = document.issued.clone().filter(|_| Collection::is_dated(document));
    let issued = move || match &issued {
        Some(date) => words::in_words(date, None, app.language.get(), Length::Long),
        None => app.strings().undated.to_owned(),
    };
    let title = document.title.clone();
    view! {
        <article class="cdoc">
            <div class="chd">
                <h3 lang=document.language.clone() dir="auto">{document_number(index)}{title.clone()}</h3>
                <p class="meta">
                    {publication.map(|name| view! { <span dir="auto">{name}</span> })}
                    <span>{issued}</span>
                </p>
            </div>
            <div class="scroll" tabindex="0" role="region" aria-label=title>
                <div class="doc" lang=document.language.clone() dir="auto">
                    {blocks(app, index, &overlays)}
                </div>
            </div>
        </article>
    }
    .into_any()
}
