//! The sources of the events of a printed chronology, numbered as in its notes.

use std::collections::BTreeSet;

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
        let cited: BTreeSet<usize> = app.results.with(|found| {
            let events =
                found.events.iter().map(|&event| &collection.corpus.events[event as usize]);
            events.flat_map(|event| collection.roles(event)).map(|(index, _)| index).collect()
        });
        cited
            .into_iter()
            .map(|index| {
                let document = &collection.corpus.documents[index];
                let item = Item { document, quote: None, link: None };
                let number = (index + 1).to_string();
                view! { <li value=number dir="auto">{cite(&[item], Style::Chicago)}</li> }
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
