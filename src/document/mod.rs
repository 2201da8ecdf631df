//! The reader: one document, with its dates, names, hits and the lit sentence marked in place.

mod blocks;
mod foot;
mod head;
mod layers;

use dateline_corpus::Span;
use leptos::prelude::*;

use crate::browser::dom;
use crate::state::App;
use crate::strings::t;
use blocks::blocks;
use foot::Foot;
use head::Head;

/// The reader.
#[component]
pub(crate) fn Reader() -> impl IntoView {
    let app = App::get();
    view! {
        <aside class="reader" aria-label=t(|s| s.reader)>
            {move || match app.document.get() {
                Some(index) => view! { <Open index=index /> }.into_any(),
                None => view! { <p class="noread">{t(|s| s.choose_event)}</p> }.into_any(),
            }}
        </aside>
    }
    .into_any()
}

/// The span of the selected event's sentence and of its date words in the document at `index`.
pub(crate) fn lit(app: App, index: usize) -> Option<(Span, Span)> {
    let collection = app.collection();
    let event = app.selected.get()?;
    let document = &collection.corpus.documents[index];
    let chosen = app.view.with(|view| view.event.clone())?;
    let reports = &collection.corpus.events[event].reports;
    reports
        .iter()
        .find(|report| report.id == chosen && report.document == document.id)
        .or_else(|| reports.iter().find(|report| report.document == document.id))
        .map(|report| (report.span, report.timex))
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
    Effect::new(move |_| {
        let lit = lit.get();
        dom::after_paint(move || match lit {
            Some(_) => dom::reveal("#reader .lit", true),
            None => dom::scroll_to_top(".reader .scroll"),
        });
    });
    view! {
        <Head index=index />
        <div class="scroll" tabindex="0" role="region" aria-label=t(|s| s.reader)>
            <article id="reader" class="doc" lang=language dir="auto">
                {move || blocks(app, index, lit.get())}
            </article>
        </div>
        <Foot index=index />
    }
    .into_any()
}
