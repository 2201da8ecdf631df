//! The documents of the collection, to open or to compare one: two dialogs, and what the empty
//! reader holds.

use dateline_corpus::{Facet, fold};
use leptos::prelude::*;

use crate::browser::dom;
use crate::marks::document_number;
use crate::state::{App, Collection, History};
use crate::strings::t;
use crate::words::{self, Length};

/// How many documents a dialog lists; more are found by their titles.
const MOST: usize = 200;

/// What pressing a document does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Press {
    /// It is opened.
    Open,
    /// It is compared with the open one.
    Compare,
}

/// The body of a dialog in which a document is chosen.
pub(super) fn choice(app: App, press: Press) -> AnyView {
    let counts = event_counts(app);
    let all: Vec<usize> = match press {
        Press::Open => (0..counts.len()).collect(),
        Press::Compare => app.comparable(),
    };
    let sought = RwSignal::new(String::new());
    let many = all.len() > 12;
    let found = move || {
        let (collection, sought) = (app.collection(), fold(&sought.get()));
        let fits = |&&index: &&usize| {
            let document = &collection.corpus.documents[index];
            let titles = [Some(&document.title), document.publication.as_ref()];
            titles.into_iter().flatten().any(|title| fold(title).contains(&sought))
        };
        let found: Vec<usize> = all.iter().filter(fits).copied().collect();
        let language = app.language.get();
        let rest = found.len().saturating_sub(MOST);
        let rest = (rest > 0).then(|| language.count(&language.strings().more_values, rest));
        view! {
            {documents(app, &counts, found.into_iter().take(MOST).collect(), press)}
            {rest.map(|rest| view! { <p class="fine">{rest}</p> })}
        }
    };
    view! {
        {many.then(|| view! {
            <input
                type="search"
                class="fsearch"
                autofocus={!dom::is_phone()}
                aria-label=t(|s| s.search)
                placeholder=t(|s| s.search)
                on:input=move |event| sought.set(event_target_value(&event))
            />
        })}
        {found}
    }
    .into_any()
}

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
pub(crate) fn documents(app: App, counts: &[usize], indices: Vec<usize>, press: Press) -> AnyView {
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
                match press {
                    Press::Open => app.open_document(index, History::Push),
                    Press::Compare => app.compare_with(index),
                }
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
