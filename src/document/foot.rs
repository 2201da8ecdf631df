//! The foot of the reader: which other documents report the selected event, and with which the open
//! one is compared; while words are selected, what can be done with them.

use dateline_corpus::Span;
use dateline_publish::cite::{Item, Style, cite};
use dateline_publish::{ViewState, quote};
use leptos::prelude::*;

use super::selection;
use crate::browser::selection as selected;
use crate::browser::{clipboard, location};
use crate::marks::{document_number, role_name};
use crate::state::{App, History};
use crate::strings::{fill, t};

/// The foot of the reader.
#[component]
pub(super) fn Foot(
    /// The document's index.
    index: usize,
) -> impl IntoView {
    let app = App::get();
    let span = Memo::new(move |_| selection::span(app, index, &app.selection.get()?));
    move || match span.get() {
        Some(span) => passage(app, index, span),
        None => event(app, index),
    }
}

/// What can be done with the selected words.
fn passage(app: App, index: usize, span: Span) -> AnyView {
    // Pressing a button must not take the selection away.
    let keep = |event: leptos::ev::PointerEvent| event.prevent_default();
    let copy_link = move |_| {
        if let Some(link) = link_to_passage(app, index, span) {
            clipboard::copy(link, move |copied| app.said_copied(copied));
        }
    };
    let copy_citation = move |_| {
        let collection = app.collection();
        let document = &collection.corpus.documents[index];
        let link = link_to_passage(app, index, span);
        let item = Item { document, quote: Some(span.of(&document.text)), link: link.as_deref() };
        clipboard::copy(cite(&[item], Style::Chicago), move |copied| app.said_copied(copied));
    };
    view! {
        <footer class="passage" on:pointerdown=keep>
            <button type="button" on:click=copy_link>{t(|s| s.copy_passage_link)}</button>
            <button type="button" on:click=copy_citation>{t(|s| s.copy_citation)}</button>
        </footer>
    }
    .into_any()
}

fn link_to_passage(app: App, index: usize, span: Span) -> Option<String> {
    let collection = app.collection();
    let document = &collection.corpus.documents[index];
    let view = ViewState {
        document: Some(document.id.clone()),
        passage: Some(quote::of(&document.text, span)?),
        ..ViewState::default()
    };
    Some(location::link(&dateline_publish::link::encode(&view)))
}

/// The other documents of the selected event.
fn event(app: App, index: usize) -> AnyView {
    let selected = app.selected.get();
    let collection = app.collection();
    let event = selected.map(|event| &collection.corpus.events[event]);
    let mut roles = event.map(|event| collection.roles(event)).unwrap_or_default();
    roles.retain(|(document, _)| *document != index);
    let alone = roles.is_empty();
    let several = collection.corpus.documents.len() > 1;
    let other = roles.first().map(|(document, _)| *document);
    let compare = move |_| app.compare_selected();
    let compare_words = move || {
        let strings = app.strings();
        let Some(other) = other else { return strings.compare_choose.to_owned() };
        let first = fill(strings.compare_with, &(index + 1).to_string());
        fill(&first, &(other + 1).to_string())
    };
    let others = roles
        .into_iter()
        .take(8)
        .map(|(document, role)| {
            let name = collection.short_name(document).to_owned();
            view! {
                <button
                    type="button"
                    title=name
                    on:click=move |_| {
                        if let Some(event) = selected {
                            app.open_report(event, document, History::Push);
                        }
                    }
                >
                    {document_number(document)}
                    <span>{move || role_name(role, app.strings())}</span>
                    <i class=role.class()></i>
                </button>
            }
        })
        .collect_view();
    let others_told = selected.map(|_| t(if alone { |s| s.only_here } else { |s| s.also_in }));
    view! {
        <footer>
            <span>{others_told}</span>
            {others}
            {several.then(|| view! {
                <button type="button" class="cmp" on:click=compare>{compare_words}</button>
            })}
        </footer>
    }
    .into_any()
}

/// Keeps the state's selection as the reader makes it.
pub(crate) fn follow_selection(app: App) {
    selected::on_change(move || {
        let now = selected::in_reader();
        if app.selection.get_untracked() != now {
            app.selection.set(now);
        }
    });
}
