//! The blocks of a document: headings, paragraphs, list items, quotes, captions, references.

use dateline_corpus::{Block, BlockKind, Date, Document, EntityKind, Facet, Span};
use leptos::prelude::*;

use super::layers::{Piece, pieces};
use crate::state::{App, History};
use crate::words::{self, Length};

/// What covers a piece of the text.
#[derive(Clone, Debug)]
enum Layer {
    /// Date words, with the event they belong to and the date.
    Date { event: Option<usize>, date: Option<Date>, on: bool },
    /// A name, by index of its entity.
    Name(u32),
}

/// Draws the blocks of the document at `index`; `lit` is the lit sentence and its date words.
pub(super) fn blocks(app: App, index: usize, lit: Option<(Span, Span)>) -> AnyView {
    let collection = app.collection();
    let document = &collection.corpus.documents[index];
    let layers = layers(app, document, lit);
    let whole = Span { start: 0, end: u32::try_from(document.text.len()).unwrap_or(u32::MAX) };
    let alone = [Block {
        kind: BlockKind::Paragraph,
        span: whole,
        level: None,
        language: None,
        page: None,
    }];
    let blocks = if document.blocks.is_empty() { &alone } else { document.blocks.as_slice() };
    blocks.iter().map(|block| draw(app, document, block, &layers, lit)).collect_view().into_any()
}

fn layers(app: App, document: &Document, lit: Option<(Span, Span)>) -> Vec<(Span, Layer)> {
    let collection = app.collection();
    let mut reported: Vec<(Span, usize)> = Vec::new();
    for (event, reports) in collection.corpus.events.iter().map(|e| &e.reports).enumerate() {
        let here = reports.iter().filter(|report| report.document == document.id);
        reported.extend(here.map(|report| (report.timex, event)));
    }
    reported.sort_unstable();
    let event_at = |span: Span| {
        reported.binary_search_by_key(&span, |(span, _)| *span).ok().map(|at| reported[at].1)
    };
    let is_on = |span: Span| lit.is_some_and(|(_, timex)| timex == span);
    let dates = document.timexes.iter().map(|timex| {
        let event = event_at(timex.span);
        (timex.span, Layer::Date { event, date: timex.date.clone(), on: is_on(timex.span) })
    });
    let untagged = reported
        .iter()
        .filter(|(span, _)| !document.timexes.iter().any(|timex| timex.span == *span))
        .map(|(span, event)| {
            (*span, Layer::Date { event: Some(*event), date: None, on: is_on(*span) })
        });
    let names = document.mentions.iter().map(|mention| (mention.span, Layer::Name(mention.entity)));
    dates.chain(untagged).chain(names).collect()
}

fn draw(
    app: App,
    document: &Document,
    block: &Block,
    layers: &[(Span, Layer)],
    lit: Option<(Span, Span)>,
) -> AnyView {
    let sentence = lit.map(|(sentence, _)| sentence).filter(|lit| lit.overlaps(block.span));
    let inside = match sentence {
        None => inline(app, document, block.span, layers),
        Some(lit) => {
            let start = lit.start.max(block.span.start);
            let end = lit.end.min(block.span.end);
            let part = |start, end| inline(app, document, Span { start, end }, layers);
            let (before, lit, after) =
                (part(block.span.start, start), part(start, end), part(end, block.span.end));
            view! { {before}<span class="lit">{lit}</span>{after} }.into_any()
        }
    };
    let language = block.language.clone();
    match block.kind {
        BlockKind::Heading => match block.level.unwrap_or(2) {
            1 => view! { <h3 class="blk h1" lang=language dir="auto">{inside}</h3> }.into_any(),
            2 => view! { <h4 class="blk h2" lang=language dir="auto">{inside}</h4> }.into_any(),
            _ => view! { <h5 class="blk h3" lang=language dir="auto">{inside}</h5> }.into_any(),
        },
        BlockKind::Quote => {
            view! { <blockquote class="blk" lang=language dir="auto">{inside}</blockquote> }
                .into_any()
        }
        kind => {
            let class = match kind {
                BlockKind::Item => "blk item",
                BlockKind::Caption => "blk caption",
                BlockKind::Metadata => "blk metadata",
                BlockKind::Bibliography | BlockKind::Reference => "blk reference",
                _ => "blk",
            };
            view! { <p class=class lang=language dir="auto">{inside}</p> }.into_any()
        }
    }
}

fn inline(app: App, document: &Document, span: Span, layers: &[(Span, Layer)]) -> AnyView {
    if span.start >= span.end {
        return ().into_any();
    }
    pieces(span, layers)
        .into_iter()
        .map(|piece| draw_piece(app, document, &piece))
        .collect_view()
        .into_any()
}

fn draw_piece(app: App, document: &Document, piece: &Piece<Layer>) -> AnyView {
    let text = piece.span.of(&document.text).to_owned();
    let date = piece.layers.iter().find_map(|layer| match layer {
        Layer::Date { event, date, on } => Some((*event, date.clone(), *on)),
        Layer::Name(_) => None,
    });
    if let Some((event, date, on)) = date {
        return draw_date(app, text, event, date, on);
    }
    let name = piece.layers.iter().find_map(|layer| match layer {
        Layer::Name(entity) => Some(*entity),
        Layer::Date { .. } => None,
    });
    match name {
        Some(entity) => draw_name(app, text, entity),
        None => text.into_any(),
    }
}

fn draw_date(
    app: App,
    text: String,
    event: Option<usize>,
    date: Option<Date>,
    on: bool,
) -> AnyView {
    let title = move || {
        date.as_ref().map(|date| words::in_words(date, None, app.language.get(), Length::Long))
    };
    match event {
        Some(event) => view! {
            <mark class="date" class:on=on title=title>
                <button
                    type="button"
                    class="ilink"
                    on:click=move |_| {
                        let document = app.document.get_untracked();
                        app.open_report(event, document.unwrap_or_default(), History::Push);
                    }
                >
                    {text}
                </button>
            </mark>
        }
        .into_any(),
        None => view! { <mark class="date" class:on=on title=title>{text}</mark> }.into_any(),
    }
}

fn draw_name(app: App, text: String, entity: u32) -> AnyView {
    let collection = app.collection();
    let Some(entity) = collection.corpus.entities.get(entity as usize) else {
        return text.into_any();
    };
    let (class, facet) = match entity.kind {
        EntityKind::Person => ("ilink per", Facet::Person),
        EntityKind::Organisation => ("ilink org", Facet::Organisation),
        EntityKind::Place => ("ilink pla", Facet::Place),
    };
    let (id, name) = (entity.id.clone(), entity.name.clone());
    view! {
        <button
            type="button"
            class=class
            title=name
            on:click=move |_| app.toggle(facet, &id, false)
        >
            {text}
        </button>
    }
    .into_any()
}
