//! The events that the reader hid as wrong, to show them again.

use leptos::prelude::*;

use crate::state::{App, History};
use crate::strings::t;
use crate::words;

/// The body of the dialog.
pub(super) fn hidden(app: App) -> AnyView {
    let rows = move || {
        let collection = app.collection();
        let ids = app.query.with(|query| query.hidden.clone());
        ids.into_iter()
            .map(|id| {
                let found =
                    collection.report(&id).map(|(event, _)| &collection.corpus.events[event]);
                let name = found.map(|event| {
                    let language = app.language.get();
                    let date = words::event_date(&event.date, event.lead(), language);
                    (date, event.title.clone())
                });
                let (date, title) = name.unwrap_or_default();
                let show = move |_| {
                    app.go(History::Push, |view| view.query.hidden.retain(|known| *known != id));
                };
                view! {
                    <li class="hiddenrow">
                        <span><b>{date}</b> " " <span dir="auto">{title}</span></span>
                        <button type="button" on:click=show>{t(|s| s.show_again)}</button>
                    </li>
                }
            })
            .collect_view()
    };
    view! { <ul class="docs">{rows}</ul> }.into_any()
}
