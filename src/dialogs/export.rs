//! The events as a file: those shown or all.

use dateline_corpus::Event;
use dateline_publish::export::{Export, Format, Source, export, file_name};
use leptos::prelude::*;

use crate::browser::{clipboard, download, location};
use crate::state::App;
use crate::strings::{Text, t};
use crate::words;

/// The body of the dialog.
pub(super) fn exports(app: App) -> AnyView {
    let format = RwSignal::new(Format::ALL[0]);
    let all = RwSignal::new(false);
    let written = move || write(app, format.get(), all.get());
    let save = move |_| {
        let format = format.get_untracked();
        let query = app.query.with_untracked(|query| query.text.clone());
        let query = if all.get_untracked() { String::new() } else { query };
        let title = words::collection_name(&app.collection(), app.language.get_untracked());
        let name = file_name(&title, &query, format);
        download::save(&name, format.media_type(), &written().text);
    };
    let copy = move |_| clipboard::copy(written().text, move |copied| app.said_copied(copied));
    let left_out = move || {
        let left_out = written().left_out as usize;
        let language = app.language.get();
        (left_out > 0).then(|| language.count(&language.strings().left_out, left_out))
    };
    let format_choice = move |this: Format| {
        view! {
            <label>
                <input
                    type="radio"
                    name="format"
                    prop:checked=move || format.get() == this
                    on:change=move |_| format.set(this)
                />
                <span>{this.name()}</span>
            </label>
        }
    };
    let scope_choice = move |this: bool, name: Text| {
        view! {
            <label>
                <input
                    type="radio"
                    name="scope"
                    prop:checked=move || all.get() == this
                    on:change=move |_| all.set(this)
                />
                <span>{t(name)}</span>
            </label>
        }
    };
    view! {
        <fieldset class="choices">
            <legend>{t(|s| s.export_what)}</legend>
            {scope_choice(false, |s| s.export_shown)}
            {scope_choice(true, |s| s.export_all)}
        </fieldset>
        <fieldset class="choices">
            <legend>{t(|s| s.export_format)}</legend>
            {Format::ALL.into_iter().map(format_choice).collect_view()}
        </fieldset>
        <p class="fine">{t(|s| s.export_hint)}</p>
        <p class="fine" role="status">{left_out}</p>
        <p class="buttons">
            <button type="button" class="primary" on:click=save>{t(|s| s.save)}</button>
            <button type="button" on:click=copy>{t(|s| s.copy_text)}</button>
        </p>
    }
    .into_any()
}

fn write(app: App, format: Format, all: bool) -> Export {
    let collection = app.collection();
    let corpus = &collection.corpus;
    let events: Vec<&Event> = if all {
        corpus.events.iter().collect()
    } else {
        app.results
            .with(|results| results.events.iter().map(|e| &corpus.events[*e as usize]).collect())
    };
    let address = location::public_address();
    let title = words::collection_name(&collection, app.language.get());
    let source = Source {
        corpus,
        events: &events,
        title: &title,
        address: address.as_deref(),
        today: Some(location::today()),
    };
    export(&source, format)
}
