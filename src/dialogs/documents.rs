//! The documents of the collection, to open one: a dialog, and what the empty reader holds.

use dateline_corpus::Facet;
use leptos::prelude::*;

use crate::marks::document_number;
use crate::state::{App, Collection, History};
use crate::words::{self, Length};

/// How many events each document of the collection has.
pub(crate) fn event_counts(app: App) -> Vec<usize> {
    let collection = app.collection();
    let mut counts = vec![0_usize; collection.corpus.documents.len()];
    app.everything.with_value(|all| {
        let facet = all.facets.iter().find(|counts| counts.facet == Facet::Document);
        for value in facet.iter().flat_map(|counts| &counts.values) {
            if let Some(index) = collection.document_index(&value.value) {
                counts[index] = value.count as usize;
            }
        }
    });
    counts
}

/// A list of the documents at `indices`; `counts` are their [`event_counts`], which a list that changes
/// with every key need not ask for again.
pub(crate) fn documents(app: App, counts: &[usize], indices: Vec<usize>) -> AnyView {
    let collection = app.collection();
    let rows = indices
        .into_iter()
        .filter_map(|index| Some((index, collection.corpus.documents.get(index)?)))
        .map(|(index, document)| {
            let issued = document.issued.clone().filter(|_| Collection::is_dated(document));
            let publication = document.publication.clone().filter(|name| !name.is_empty());
            let date = move || match &issued {
                Some(date) => words::in_words(date, None, app.language.get(), Length::Long),
                None => app.strings().undated.to_owned(),
            };
            let count = counts[index];
            let open = move |_| {
                app.dialog.set(None);
                app.open_document(index, History::Push);
            };
            view! {
                <li>
                    <button type="button" class="docrow" on:click=open>
                        {document_number(index)}
                        <span class="doctitle" lang=document.language.clone() dir="auto">
                            {document.title.clone()}
                        </span>
                        <span class="docmeta">
                            {publication.map(|name| view! { <span dir="auto">{name}</span> })}
                            <span>{date}</span>
                            <span>
                                {move || {
                                    let language = app.language.get();
                                    language.count(&language.strings().events_count, count)
                                }}
                            </span>
                        </span>
                    </button>
                </li>
            }
        });
    view! { <ol class="docs">{rows.collect_view()}</ol> }.into_any()
}
