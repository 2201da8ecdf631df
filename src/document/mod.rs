//! The reader: one document, with its dates, names, hits and the lit sentence marked in place.

mod blocks;
mod find;
mod foot;
mod head;
mod inline;
mod layers;
mod margin;
mod original;
mod selection;

use std::sync::Arc;

use dateline_corpus::{Query, Span};
use leptos::prelude::*;

use crate::browser::dom;
use crate::dialogs::{Press, documents, event_counts};
use crate::splitter::{Edge, Splitter};
use crate::state::{App, Dialog};
use crate::strings::t;
pub(crate) use blocks::{Overlays, blocks};
use find::FindBar;
use foot::Foot;
pub(crate) use foot::follow_selection;
use head::Head;

/// The reader.
#[component]
pub(crate) fn Reader() -> impl IntoView {
    let app = App::get();
    view! {
        <aside class="reader" aria-label=t(|s| s.reader)>
            {move || match app.document.get() {
                Some(index) => view! { <Open index=index /> }.into_any(),
                None => contents(app),
            }}
            <Splitter edge=Edge::Reader />
        </aside>
    }
    .into_any()
}

/// Documents that the reader lists while none is open.
const CONTENTS: usize = 40;

/// What stands in the reader while no document is open: the documents, those with the words that are
/// searched for where there are any.
fn contents(app: App) -> AnyView {
    let counts = event_counts(app);
    let count = counts.len();
    let sought = Memo::new(move |_| app.late.with(|found| found.best_documents(CONTENTS)));
    let listed = move || match sought.get() {
        found if found.is_empty() => {
            documents(app, &counts, (0..count.min(CONTENTS)).collect(), Press::Open)
        }
        found => documents(app, &counts, found, Press::Open),
    };
    let more = count.saturating_sub(CONTENTS);
    let all = move || {
        let language = app.language.get();
        language.count(&language.strings().more_values, more)
    };
    view! {
        <div class="noread">
            <p>{t(|s| s.choose_event)}</p>
            {listed}
            {(more > 0)
                .then(|| {
                    view! {
                        <button
                            type="button"
                            class="fmore quiet"
                            class:none=move || sought.with(|found| !found.is_empty())
                            on:click=move |_| app.dialog.set(Some(Dialog::Documents))
                        >
                            {all}
                        </button>
                    }
                })}
        </div>
    }
    .into_any()
}

/// What is lit in the document at `index`, with the date words in it: the passage that the link
/// quotes, else the sentence of the selected event.
fn lit(app: App, index: usize) -> Option<(Span, Span)> {
    let collection = app.collection();
    let document = &collection.corpus.documents[index];
    if let Some(passage) = app.view.with(|view| view.passage.clone()) {
        let found = dateline_publish::quote::find(&document.text, &passage)?;
        return Some((found.span, Span { start: found.span.start, end: found.span.start }));
    }
    let event = app.selected.get()?;
    let chosen = app.view.with(|view| view.event.clone())?;
    let reports = &collection.corpus.events[event].reports;
    reports
        .iter()
        .find(|report| report.id == chosen && report.document == document.id)
        .or_else(|| reports.iter().find(|report| report.document == document.id))
        .map(|report| (report.span, report.timex))
}

/// What an open document lets the reader do.
#[derive(Clone, Copy)]
pub(crate) struct Reading {
    /// The document's index.
    pub(crate) index: usize,
    /// What is sought in the document; `None` while the field is closed.
    pub(crate) find: RwSignal<Option<String>>,
    /// Whether the text is shown as it stood in the file.
    pub(crate) original: RwSignal<bool>,
    /// Where the words that are searched for stand.
    pub(crate) hits: Signal<Arc<Vec<Span>>>,
}

/// An open document.
#[component]
fn Open(
    /// Its index.
    index: usize,
) -> impl IntoView {
    let app = App::get();
    let collection = app.collection();
    let document = &collection.corpus.documents[index];
    let language = document.language.clone();
    let lit = Memo::new(move |_| lit(app, index));
    let find = RwSignal::new(None::<String>);
    let hits = Memo::new(move |_| Arc::new(hits(app, index, find.get().as_deref())));
    let reading = Reading { index, find, original: RwSignal::new(false), hits: hits.into() };
    Effect::new(move |_| {
        // What has been hidden by the comparison or the original stands where it was left no more.
        app.view.with(|view| view.compare.is_some());
        reading.original.track();
        let lit = lit.get();
        let first = app.results.with_untracked(|results| !results.words.is_empty());
        dom::after_paint(move || match lit {
            Some(_) => dom::reveal("#reader .lit", true),
            None if first => dom::reveal("#reader .hit", true),
            None => dom::scroll_to_top(".reader .scroll"),
        });
    });
    Effect::new(move |_| {
        let quoted = app.view.with(|view| view.passage.is_some());
        if quoted && lit.get().is_none() {
            app.say(app.language.get_untracked().strings().passage_changed);
        }
    });
    // What is read moves a line through the drawing.
    dom::on_scroll(move || {
        let event = dom::topmost(".reader .scroll", "#reader .mini", "data-event");
        if app.reading.get_untracked() != event {
            app.reading.set(event);
        }
    });
    on_cleanup(move || app.reading.set(None));
    let overlays =
        Overlays { lit: lit.into(), hits: hits.into(), ties: Arc::default(), margin: true };
    view! {
        <Head reading=reading />
        <FindBar reading=reading />
        <div class="scroll" tabindex="0" role="region" aria-label=t(|s| s.reader)>
            <article id="reader" class="doc" lang=language dir="auto">
                {move || if reading.original.get() {
                    original::original(app, index, lit.get().map(|(span, _)| span))
                } else {
                    blocks(app, index, &overlays)
                }}
            </article>
        </div>
        <Foot index=index />
    }
    .into_any()
}

/// Where the words sought in the document stand, else those of the search.
fn hits(app: App, index: usize, find: Option<&str>) -> Vec<Span> {
    let collection = app.collection();
    let document = u32::try_from(index).unwrap_or(u32::MAX);
    let text = &collection.corpus.documents[index].text;
    let whole = Span { start: 0, end: u32::try_from(text.len()).unwrap_or(u32::MAX) };
    match find.map(str::trim) {
        Some("") | None => {
            app.late.with(|results| collection.index.hits(&results.words, document, whole))
        }
        Some(find) => {
            let query = Query { text: find.to_owned(), ..Query::default() };
            let words = collection.index.run(&query).words;
            collection.index.hits(&words, document, whole)
        }
    }
}
