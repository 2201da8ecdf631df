//! The sources of a printed chronology, numbered as in its notes.

use dateline_publish::cite::{Item, Style, cite};
use leptos::prelude::*;

use crate::state::App;
use crate::strings::t;

/// The list of sources: in the page only while it is printed.
#[component]
pub(super) fn Sources(
    /// Whether the page is being printed.
    printing: RwSignal<bool>,
) -> impl IntoView {
    let app = App::get();
    let sources = move || {
        let collection = app.collection();
        let documents = collection.corpus.documents.iter();
        documents
            .map(|document| {
                let item = Item { document, quote: None, link: None };
                view! { <li dir="auto">{cite(&[item], Style::Chicago)}</li> }
            })
            .collect_view()
    };
    view! {
        <Show when=move || printing.get()>
            <section class="sources">
                <h2>{t(|s| s.sources)}</h2>
                <ol>{sources}</ol>
            </section>
        </Show>
    }
    .into_any()
}
