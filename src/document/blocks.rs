//! The blocks of a document: headings, paragraphs, list items, quotes, captions, references.

use std::sync::Arc;

use dateline_corpus::{Block, BlockKind, Document, Report, Span, order};
use leptos::prelude::*;

use super::inline::{Layer, inline};
use super::margin;
use crate::state::{App, Collection};

/// What is marked in a document beside its dates and names.
#[derive(Clone)]
pub(crate) struct Overlays {
    /// The lit passage and the date words in it.
    pub(crate) lit: Signal<Option<(Span, Span)>>,
    /// Where the words that are searched for stand, in order.
    pub(crate) hits: Signal<Arc<Vec<Span>>>,
    /// Passages tied to another document, each with the number of its tie.
    pub(crate) ties: Arc<Vec<(Span, usize)>>,
    /// Whether the margin shows when what is reported happened.
    pub(crate) margin: bool,
}

/// Draws the blocks of the document at `index`.
pub(crate) fn blocks(app: App, index: usize, overlays: &Overlays) -> AnyView {
    let collection = app.collection();
    let document = &collection.corpus.documents[index];
    let fixed = Arc::new(fixed_layers(&collection, index, document, overlays));
    let whole = Span { start: 0, end: u32::try_from(document.text.len()).unwrap_or(u32::MAX) };
    let alone = [Block {
        kind: BlockKind::Paragraph,
        span: whole,
        level: None,
        language: None,
        page: None,
    }];
    let blocks = if document.blocks.is_empty() { &alone } else { document.blocks.as_slice() };
    blocks
        .iter()
        .map(|block| draw(app, index, block, Arc::clone(&fixed), overlays))
        .collect_view()
        .into_any()
}

/// The layers that do not change while the document is open, in order.
fn fixed_layers(
    collection: &Collection,
    index: usize,
    document: &Document,
    overlays: &Overlays,
) -> Vec<(Span, Layer)> {
    let reported = collection.reported_dates(index);
    let event_at = |span: Span| {
        reported.binary_search_by_key(&span, |(span, _)| *span).ok().map(|at| reported[at].1)
    };
    let mut layers: Vec<(Span, Layer)> = Vec::new();
    for timex in &document.timexes {
        let event = event_at(timex.span);
        layers.push((timex.span, Layer::Date { event, date: timex.date.clone() }));
    }
    let tagged = |span: Span| document.timexes.iter().any(|timex| timex.span == span);
    for (span, event) in reported.iter().filter(|(span, _)| !tagged(*span)) {
        layers.push((*span, Layer::Date { event: Some(*event), date: None }));
    }
    for mention in &document.mentions {
        layers.push((mention.span, Layer::Name(mention.entity)));
    }
    for (span, tie) in overlays.ties.iter() {
        layers.push((*span, Layer::Tie(*tie)));
    }
    if overlays.margin {
        layers.extend(shared(collection, &document.id));
    }
    order::sort_by_key(&mut layers, |(span, _)| *span);
    layers
}

/// The passages that other documents share with this one.
fn shared<'a>(
    collection: &'a Collection,
    id: &'a str,
) -> impl Iterator<Item = (Span, Layer)> + use<'a> {
    let sides = collection.corpus.passages.iter().flat_map(|passage| {
        let (first, second) = (&passage.first, &passage.second);
        [(first, second), (second, first)]
    });
    sides.filter(move |(here, _)| here.document == id).filter_map(|(here, there)| {
        let other = collection.document_index(&there.document)?;
        Some((here.span, Layer::Shared(other)))
    })
}

/// The first event reported in a block, with the report.
fn first_report(app: App, index: usize, block: Span) -> Option<(usize, Report)> {
    let collection = app.collection();
    let dates = collection.reported_dates(index);
    let (span, event) = *dates.iter().find(|(span, _)| block.contains(*span))?;
    let reports = &collection.corpus.events[event].reports;
    let report = reports.iter().find(|report| report.timex == span)?;
    Some((event, report.clone()))
}

fn draw(
    app: App,
    index: usize,
    block: &Block,
    fixed: Arc<Vec<(Span, Layer)>>,
    overlays: &Overlays,
) -> AnyView {
    let span = block.span;
    let (lit, hits) = (overlays.lit, overlays.hits);
    // A block is drawn anew only when something changes in it.
    let lit = Memo::new(move |_| lit.get().filter(|(passage, _)| passage.overlaps(span)));
    let hits = Memo::new(move |_| {
        hits.with(|hits| hits.iter().copied().filter(|hit| hit.overlaps(span)).collect::<Vec<_>>())
    });
    let reported = overlays.margin.then(|| first_report(app, index, span)).flatten();
    let margin = move || {
        let (event, report) = reported.clone()?;
        Some(margin::mini(app, event, report, margin::extent(app)?))
    };
    let inside = move || {
        let collection = app.collection();
        let document = &collection.corpus.documents[index];
        let lit = lit.get();
        let mut layers: Vec<(Span, Layer)> =
            fixed.iter().filter(|(layer, _)| layer.overlaps(span)).cloned().collect();
        layers.extend(hits.get().into_iter().map(|hit| (hit, Layer::Hit)));
        let date = lit.map(|(_, date)| date);
        let part = |start, end| inline(app, document, Span { start, end }, &layers, date);
        match lit {
            None => part(span.start, span.end),
            Some((passage, _)) => {
                let (start, end) = (passage.start.max(span.start), passage.end.min(span.end));
                let lit = part(start, end);
                view! {
                    {part(span.start, start)}
                    <span class="lit">{lit}</span>
                    {part(end, span.end)}
                }
                .into_any()
            }
        }
    };
    let inside = move || (margin(), inside());
    let start = span.start;
    let language = block.language.clone();
    match block.kind {
        BlockKind::Heading => match block.level.unwrap_or(2) {
            1 => view! {
                <h3 class="blk h1" data-start=start lang=language dir="auto">{inside}</h3>
            }
            .into_any(),
            2 => view! {
                <h4 class="blk h2" data-start=start lang=language dir="auto">{inside}</h4>
            }
            .into_any(),
            _ => view! {
                <h5 class="blk h3" data-start=start lang=language dir="auto">{inside}</h5>
            }
            .into_any(),
        },
        BlockKind::Quote => view! {
            <blockquote class="blk" data-start=start lang=language dir="auto">{inside}</blockquote>
        }
        .into_any(),
        kind => {
            let class = match kind {
                BlockKind::Item => "blk item",
                BlockKind::Caption => "blk caption",
                BlockKind::Metadata => "blk metadata",
                BlockKind::Bibliography | BlockKind::Reference => "blk reference",
                _ => "blk",
            };
            view! { <p class=class data-start=start lang=language dir="auto">{inside}</p> }
                .into_any()
        }
    }
}
