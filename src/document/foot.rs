//! The foot of the reader: which other documents report the selected event.

use leptos::prelude::*;

use crate::marks::{document_number, role_name};
use crate::state::{App, History};
use crate::strings::t;

/// The foot of the reader.
#[component]
pub(super) fn Foot(
    /// The document's index.
    index: usize,
) -> impl IntoView {
    let app = App::get();
    move || {
        let event = app.selected.get()?;
        let collection = app.collection();
        let mut roles = collection.roles(&collection.corpus.events[event]);
        roles.retain(|(document, _)| *document != index);
        let alone = roles.is_empty();
        Some(view! {
            <footer>
                <span>{t(if alone { |s| s.only_here } else { |s| s.also_in })}</span>
                {roles.into_iter().take(8).map(|(document, role)| {
                    let name = collection.short_name(document).to_owned();
                    view! {
                        <button
                            type="button"
                            title=name
                            on:click=move |_| app.open_report(event, document, History::Push)
                        >
                            {document_number(document)}
                            <span>{move || role_name(role, app.strings())}</span>
                            <i class=role.class()></i>
                        </button>
                    }
                }).collect_view()}
            </footer>
        })
    }
}
