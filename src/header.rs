//! The head of the page: what the collection is, the search field, the actions.

use leptos::prelude::*;

use crate::icons::{Icon, icon};
use crate::search::SearchField;
use crate::state::{App, Dialog, Sheet};
use crate::strings::t;

/// The head of the page.
#[component]
pub(crate) fn Header(
    /// The collection's name.
    title: Signal<String>,
) -> impl IntoView {
    let app = App::get();
    let size = move || {
        let (collection, language) = (app.collection(), app.language.get());
        let strings = language.strings();
        let documents = collection.corpus.documents.len();
        let events = collection.corpus.events.len();
        format!(
            "{} · {}",
            language.count(&strings.documents_count, documents),
            language.count(&strings.events_count, events)
        )
    };
    view! {
        <header class="bar">
            <h1>
                <span class="title" dir="auto">{title}</span>
                <small>{size}</small>
            </h1>
            <SearchField />
            <nav class="actions" aria-label=t(|s| s.actions)>
                <button type="button" on:click=move |_| app.dialog.set(Some(Dialog::Share))>
                    {t(|s| s.share)}
                </button>
                <button type="button" on:click=move |_| app.dialog.set(Some(Dialog::Cite))>
                    {t(|s| s.cite)}
                </button>
                <button type="button" on:click=move |_| app.dialog.set(Some(Dialog::Embed))>
                    {t(|s| s.embed)}
                </button>
                <button type="button" on:click=move |_| app.dialog.set(Some(Dialog::Export))>
                    {t(|s| s.export)}
                </button>
                <button
                    type="button"
                    class="icn"
                    aria-label=t(|s| s.more)
                    on:click=move |_| app.open_sheet(Sheet::More)
                >
                    {icon(Icon::More, "16")}
                </button>
            </nav>
        </header>
    }
    .into_any()
}
