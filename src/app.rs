//! The shell: which panel stands where.

use dateline_corpus::Corpus;
use dateline_publish::html::without_bidi_controls;
use leptos::prelude::*;

use crate::browser::{dom, section};
use crate::chips::Chips;
use crate::compare::Comparison;
use crate::dialogs::{Dialogs, diagnostics};
use crate::document::{Reader, follow_selection};
use crate::facets::Facets;
use crate::header::Header;
use crate::list::List;
use crate::marks::Fills;
use crate::sheets::{MoreSheet, Tabs};
use crate::state::{App, Collection, Sheet};
use crate::strings::{fill, t};
use crate::timeline::Timeline;
use crate::why::Why;
use crate::words;

/// Decodes the corpus and shows the page over it.
#[component]
pub(crate) fn Root() -> impl IntoView {
    let (corpus, trouble) = match dateline_corpus::decode(&section::corpus_json()) {
        Ok(corpus) => (corpus, None),
        Err(error) => (Corpus::default(), Some(error.to_string())),
    };
    let app = App::new(Collection::new(corpus));
    provide_context(app);
    app.follow_root();
    follow_selection(app);
    dom::on_key(move |event| crate::search::keys(app, event));
    let title = move || words::collection_name(&app.collection(), app.language.get());
    // No element holds a title in: what would turn the direction of the rest is left out.
    Effect::new(move |_| {
        dom::set_title(&format!("{} · Dateline", without_bidi_controls(&title())));
    });
    let empty = app.collection().corpus.events.is_empty();
    view! {
        <a class="skip" href="#list" on:click=|event| skip(&event)>{t(|s| s.skip)}</a>
        <Fills />
        <Header title=Signal::derive(title) />
        <Chips />
        {if empty {
            view! { <Nothing trouble=trouble /> }.into_any()
        } else {
            view! { <Frame /> }.into_any()
        }}
        <Tabs />
        <MoreSheet />
        <Why />
        <Dialogs />
        <Notices />
    }
}

fn skip(event: &leptos::ev::MouseEvent) {
    event.prevent_default();
    dom::focus("#list a, #list button");
}

/// The panels of a collection that holds events.
#[component]
fn Frame() -> impl IntoView {
    let app = App::get();
    let reading = move || app.document.get().is_some();
    let compare = Memo::new(move |_| app.view.with(|view| view.compare.clone()));
    let filtering = move || app.sheet.get() == Sheet::Filters;
    view! {
        <main
            class="frame"
            class:reading=reading
            class:filtering=filtering
            class:comparing=move || compare.with(Option::is_some)
        >
            <Facets />
            <Timeline />
            <List />
            <Reader />
            {move || compare.get().map(|compare| view! { <Comparison compare=compare /> })}
        </main>
    }
    .into_any()
}

/// What is said for a moment, with what can be undone.
#[component]
fn Notices() -> impl IntoView {
    let app = App::get();
    let undo = move || {
        let id = app.notice.get()?.undo?;
        Some(view! {
            <button type="button" on:click=move |_| app.unhide(&id)>{t(|s| s.undo)}</button>
        })
    };
    let text = move || app.notice.get().map(|notice| notice.text);
    // A screen reader hears what was selected: its title, date and place, not the whole card.
    let selected = move || {
        let event = app.selected.get()?;
        let collection = app.collection();
        let found = &collection.corpus.events[event];
        let place = app.results.with(|results| {
            let place = results.events.iter().position(|e| *e as usize == event)?;
            let strings = app.strings();
            let here = fill(strings.nth_of, &(place + 1).to_string());
            Some(fill(&here, &results.events.len().to_string()))
        });
        let date = words::event_date(&found.date, found.lead(), app.language.get());
        Some([found.title.clone(), date, place.unwrap_or_default()].join(", "))
    };
    let update = RwSignal::new(dom::update_is_ready());
    dom::on_update(move || update.set(true));
    view! {
        <p class="vh" role="status">{selected}</p>
        <Show when=move || update.get()>
            <div class="notice">
                <span role="status">{t(|s| s.update_ready)}</span>
                <button type="button" on:click=|_| dom::activate_update()>{t(|s| s.reload)}</button>
            </div>
        </Show>
        <div class="notice" class:none=move || app.notice.with(Option::is_none)>
            <span role="status" aria-live="polite">{text}</span>
            {undo}
        </div>
    }
    .into_any()
}

/// What a collection without events shows.
#[component]
fn Nothing(
    /// Why the corpus could not be decoded.
    trouble: Option<String>,
) -> impl IntoView {
    let app = App::get();
    let collection = app.collection();
    let documents = !collection.corpus.documents.is_empty();
    view! {
        <main class="nothing" id="list">
            <h2>{t(|s| s.nothing_yet)}</h2>
            {documents.then(|| view! { <p>{t(|s| s.no_events_in_documents)}</p> })}
            {trouble.map(|trouble| view! { <p>{trouble}</p> })}
            <p>{t(|s| s.nothing_yet_how)}</p>
            {diagnostics(app)}
        </main>
    }
    .into_any()
}
