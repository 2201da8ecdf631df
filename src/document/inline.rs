//! Text with its marks: dates, names, hits and ties, which may overlap.

use dateline_corpus::{Date, Document, EntityKind, Facet, Selection, Span};
use dateline_publish::{ViewState, link};
use leptos::prelude::*;

use super::layers::{Piece, pieces};
use crate::browser::location;
use crate::state::{App, History, opens_here};
use crate::strings::fill;
use crate::words::{self, Length};

/// What covers a piece of the text.
#[derive(Clone, Debug)]
pub(super) enum Layer {
    /// Date words, with the event they belong to and the date they give.
    Date { event: Option<usize>, date: Option<Date> },
    /// A name, by index of its entity.
    Name(u32),
    /// Words that are searched for.
    Hit,
    /// A passage tied to another document, by number.
    Tie(usize),
    /// Words that the document at this index has too.
    Shared(usize),
}

/// The text of `span` with its marks; the date words at `on` are those of the selected event.
pub(super) fn inline(
    app: App,
    document: &Document,
    span: Span,
    layers: &[(Span, Layer)],
    on: Option<Span>,
) -> AnyView {
    if span.start >= span.end {
        return ().into_any();
    }
    pieces(span, layers)
        .into_iter()
        .map(|piece| {
            let on = on.is_some_and(|on| on.contains(piece.span));
            draw(app, document, &piece, on)
        })
        .collect_view()
        .into_any()
}

fn draw(app: App, document: &Document, piece: &Piece<Layer>, on: bool) -> AnyView {
    let (mut date, mut name, mut hit, mut tie) = (None, None, false, None);
    let mut shared: Vec<usize> = Vec::new();
    for layer in &piece.layers {
        match layer {
            Layer::Date { event, date: value } => date = Some((*event, value.clone())),
            Layer::Name(entity) => name = Some(*entity),
            Layer::Hit => hit = true,
            Layer::Tie(number) => tie = Some(*number),
            Layer::Shared(document) if shared.contains(document) => {}
            Layer::Shared(document) => shared.push(*document),
        }
    }
    let text = piece.span.of(&document.text).to_owned();
    let marked =
        if hit { view! { <mark class="hit">{text}</mark> }.into_any() } else { text.into_any() };
    let marked = match (date, name) {
        (Some((event, date)), _) => draw_date(app, marked, event, date, on),
        (None, Some(entity)) => draw_name(app, marked, entity),
        (None, None) => marked,
    };
    let marked = if shared.is_empty() { marked } else { draw_shared(app, marked, &shared) };
    match tie {
        None => marked,
        Some(tie) => view! { <span class="tie" data-tie=tie>{marked}</span> }.into_any(),
    }
}

fn draw_date(
    app: App,
    text: AnyView,
    event: Option<usize>,
    date: Option<Date>,
    on: bool,
) -> AnyView {
    let title = move || {
        date.as_ref().map(|date| words::in_words(date, None, app.language.get(), Length::Long))
    };
    let Some(event) = event else {
        return view! { <mark class="date" class:on=on title=title>{text}</mark> }.into_any();
    };
    let collection = app.collection();
    let report = collection.corpus.events[event].lead();
    let address = report.map(|report| {
        let view = ViewState { event: Some(report.id.clone()), ..ViewState::default() };
        location::href(&link::encode(&view))
    });
    let open = move |click: leptos::ev::MouseEvent| {
        if !opens_here(&click) {
            return;
        }
        if let Some(document) = app.document.get_untracked() {
            app.open_report(event, document, History::Push);
        } else {
            app.open(event, History::Push);
        }
    };
    view! {
        <mark class="date" class:on=on title=title>
            <a class="ilink" href=address on:click=open>{text}</a>
        </mark>
    }
    .into_any()
}

fn draw_shared(app: App, text: AnyView, documents: &[usize]) -> AnyView {
    let collection = app.collection();
    let names = documents.iter().map(|n| format!("{} {}", n + 1, collection.short_name(*n)));
    let names = names.collect::<Vec<_>>().join(", ");
    let title = move || fill(app.strings().shared_with, &names);
    view! { <span class="shared" title=title>{text}</span> }.into_any()
}

fn draw_name(app: App, text: AnyView, entity: u32) -> AnyView {
    let collection = app.collection();
    let Some(entity) = collection.corpus.entities.get(entity as usize) else { return text };
    let (class, facet) = match entity.kind {
        EntityKind::Person => ("ilink per", Facet::Person),
        EntityKind::Organisation => ("ilink org", Facet::Organisation),
        EntityKind::Place => ("ilink pla", Facet::Place),
    };
    let (id, name) = (entity.id.clone(), entity.name.clone());
    let mut view = ViewState::default();
    view.query.selections.push(Selection { facet, value: id.clone(), exclude: false });
    let address = location::href(&link::encode(&view));
    let want = move |click: leptos::ev::MouseEvent| {
        if opens_here(&click) {
            app.toggle(facet, &id, false);
        }
    };
    view! { <a class=class title=name href=address on:click=want>{text}</a> }.into_any()
}
