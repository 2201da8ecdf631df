//! Two documents side by side, each in its own order, with ribbons between what they share and a
//! column that names each finding.

mod findings;
mod pane;
mod ribbons;

use std::sync::Arc;

use dateline_publish::Compare;
use leptos::prelude::*;

use crate::browser::dom;
use crate::state::{App, Dialog, History};
use crate::strings::{fill, t};
use findings::{Finding, findings};
use pane::pane;
use ribbons::Ribbons;

/// The comparison of the two documents that the view names.
#[component]
pub(crate) fn Comparison(
    /// The two documents, by id.
    compare: Compare,
) -> impl IntoView {
    let app = App::get();
    let collection = app.collection();
    let first = collection.document_index(&compare.first);
    let second = collection.document_index(&compare.second);
    let (Some(first), Some(second)) = (first, second) else {
        return view! { <p class="noread">{t(|s| s.nothing_found)}</p> }.into_any();
    };
    let found = Arc::new(findings(&collection, first, second));
    let current = RwSignal::new(start(app, &found));
    let count = found.len();
    let step = move |by: usize| {
        if count > 0 {
            current.update(|at| *at = (*at + by) % count);
        }
    };
    Effect::new(move |_| {
        let current = current.get();
        dom::after_paint(move || {
            dom::align_ties(".compare", current);
            dom::reveal(".finds [aria-current]", false);
        });
    });
    let place = move || {
        let here = if count == 0 { 0 } else { current.get() + 1 };
        fill(&fill(app.strings().nth_of, &here.to_string()), &count.to_string())
    };
    let close = move |_| app.go(History::Push, |view| view.compare = None);
    view! {
        <section class="compare" class:apart={count == 0} aria-label=t(|s| s.compare)>
            <div class="ctools">
                <h2>{t(|s| s.compare)}</h2>
                <span class="tn">{place}</span>
                <button
                    type="button"
                    disabled={count == 0}
                    on:click=move |_| step(count.saturating_sub(1))
                >
                    {t(|s| s.previous)}
                </button>
                <button type="button" disabled={count == 0} on:click=move |_| step(1)>
                    {t(|s| s.next)}
                </button>
                <button type="button" on:click=move |_| app.dialog.set(Some(Dialog::Compare))>
                    {t(|s| s.compare_choose)}
                </button>
                <button type="button" class="quiet" on:click=close>{t(|s| s.close)}</button>
            </div>
            {pane(app, first, &found, |finding| finding.first)}
            <Ribbons found=Arc::clone(&found) current=current />
            {pane(app, second, &found, |finding| finding.second)}
            <aside class="finds" aria-label=t(|s| s.findings)>
                {(count == 0).then(|| view! { <p class="fine">{t(|s| s.nothing_shared)}</p> })}
                <ol>
                    {found.iter().enumerate().map(|(at, finding)| {
                        row(app, at, finding, [first, second], current)
                    }).collect_view()}
                </ol>
            </aside>
        </section>
    }
    .into_any()
}

/// The finding to begin with: the one at the selected event's sentence, else the first.
fn start(app: App, found: &[Finding]) -> usize {
    let collection = app.collection();
    let report = app.view.with_untracked(|view| view.event.clone()).and_then(|id| {
        let (event, report) = collection.report(&id)?;
        Some(collection.corpus.events[event].reports[report].span)
    });
    report
        .and_then(|span| {
            found.iter().position(|f| f.first.overlaps(span) || f.second.overlaps(span))
        })
        .unwrap_or(0)
}

fn row(
    app: App,
    at: usize,
    finding: &Finding,
    documents: [usize; 2],
    current: RwSignal<usize>,
) -> AnyView {
    let collection = app.collection();
    let words = |document: usize, span: dateline_corpus::Span| {
        let document = &collection.corpus.documents[document];
        (document.language.clone(), findings::short(span.of(&document.text)))
    };
    let kind = finding.kind;
    let (language, first) = words(documents[0], finding.first);
    let (other_language, second) = words(documents[1], finding.second);
    let alone = finding.is_same_words();
    let note = finding.note.clone();
    view! {
        <li
            data-t=at
            class=finding.class()
            aria-current=move || (current.get() == at).then_some("true")
        >
            <button type="button" class="find" on:click=move |_| current.set(at)>
                <b>{move || findings::kind_name(kind, app.strings())}</b>
                <q lang=language dir="auto">{first}</q>
                {(!alone).then(|| view! { <q lang=other_language dir="auto">{second}</q> })}
                {(!note.is_empty()).then(|| view! { <small>{note}</small> })}
            </button>
        </li>
    }
    .into_any()
}
