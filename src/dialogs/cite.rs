//! Citations of the selected event or the open document, in every style that is offered.

use dateline_publish::cite::{Item, Style, cite, event_items};
use leptos::prelude::*;

use crate::browser::{clipboard, download};
use crate::state::App;
use crate::strings::t;

/// The body of the dialog.
pub(super) fn citations(app: App) -> AnyView {
    let style = RwSignal::new(Style::Chicago);
    let text = move || written(app, style.get());
    let copy = move |_| {
        let text = written(app, style.get_untracked());
        clipboard::copy(text, move |copied| app.said_copied(copied));
    };
    let save = move |_| {
        let style = style.get_untracked();
        let name = format!("citation.{}", style.extension());
        download::save(&name, "text/plain", &written(app, style));
    };
    let choice = move |this: Style| {
        view! {
            <label>
                <input
                    type="radio"
                    name="style"
                    prop:checked=move || style.get() == this
                    on:change=move |_| style.set(this)
                />
                <span>{this.name()}</span>
            </label>
        }
    };
    view! {
        <fieldset class="choices">
            <legend class="vh">{t(|s| s.citation_style)}</legend>
            {Style::ALL.into_iter().map(choice).collect_view()}
        </fieldset>
        <pre class="out" tabindex="0" dir="auto">{text}</pre>
        <p class="buttons">
            <button type="button" class="primary" on:click=copy>{t(|s| s.copy_citation)}</button>
            <button type="button" on:click=save>{t(|s| s.save)}</button>
        </p>
    }
    .into_any()
}

/// The selected event's sources, else the open document, else every document.
fn written(app: App, style: Style) -> String {
    let collection = app.collection();
    let corpus = &collection.corpus;
    let link = app.link();
    let items = match (app.selected.get(), app.document.get()) {
        (Some(event), _) => event_items(corpus, &corpus.events[event], Some(&link)),
        (None, Some(document)) => {
            vec![Item { document: &corpus.documents[document], quote: None, link: Some(&link) }]
        }
        (None, None) => corpus
            .documents
            .iter()
            .map(|document| Item { document, quote: None, link: None })
            .collect(),
    };
    cite(&items, style)
}
