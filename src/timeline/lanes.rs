//! The lanes: their names, the marks in them, the links between these, and the gestures on them.

use dateline_corpus::{Corpus, Facet, order};
use dateline_publish::Lanes as LaneChoice;
use dateline_timeline::{
    Area, Axis, Hit, Item, LABEL_HEIGHT, LabelRoom, LabelWish, Lanes, Layout, Mark, Scale, Shape,
    Tie,
};
use dateline_timeline::{gap_bands, gaps, links, place_labels};
use leptos::prelude::*;

use super::drawing::{Drawing, MEASURES};
use super::{shapes, svg, tip};
use crate::browser::pointer;
use crate::browser::sketch::Part;
use crate::facets::value_name;
use crate::marks::document_number;
use crate::state::History;
use crate::strings::t;
use crate::words::{self, Length};

/// Height of a bar.
const BAR: f64 = 9.0;

/// Links drawn before only those of the selected event are.
const MOST_LINKS: usize = 80;

/// Labels that are tried.
const MOST_LABELS: usize = 90;

/// The names of the lanes.
#[component]
pub(super) fn LaneNames() -> impl IntoView {
    let drawing: Drawing = expect_context();
    let names = move || {
        let (lanes, layout) = (drawing.lanes.get(), drawing.layout.get());
        let names = layout.lanes.iter().map(|lane| {
            let key = lanes.lanes[lane.lane as usize].key.clone();
            let height = format!("{}px", lane.height);
            view! { <li style:block-size=height>{lane_name(drawing, &key)}</li> }
        });
        names.collect_view()
    };
    view! { <ol class="lanelabels">{names}</ol> }.into_any()
}

/// Lanes that come at a press.
const MORE: usize = 24;

/// The buttons that show more lanes, and again few.
#[component]
pub(super) fn MoreLanes() -> impl IntoView {
    let drawing: Drawing = expect_context();
    let rooms = drawing.rooms;
    let more = move || {
        let left_out = drawing.layout.with(|layout| layout.left_out);
        let language = drawing.app.language.get();
        (left_out > 0).then(|| {
            let words = language.count(&language.strings().more_lanes, left_out as usize);
            let show = move |_| rooms.update(|rooms| *rooms += MORE);
            view! { <button type="button" class="quiet" on:click=show>{words}</button> }
        })
    };
    let fewer = move || {
        (rooms.get() > MEASURES.lanes).then(|| {
            let hide = move |_| rooms.set(MEASURES.lanes);
            view! { <button type="button" class="quiet" on:click=hide>{t(|s| s.fewer)}</button> }
        })
    };
    view! { <span class="lout">{more} " " {fewer}</span> }.into_any()
}

fn lane_name(drawing: Drawing, key: &str) -> AnyView {
    let app = drawing.app;
    let (collection, strings) = (app.collection(), app.strings());
    let plain = |name: String| view! { <span class="ln" dir="auto">{name}</span> }.into_any();
    let button = |name: String, choose: Box<dyn Fn()>| {
        view! {
            <button type="button" on:click=move |_| choose()>
                <span class="ln" dir="auto">{name}</span>
            </button>
        }
        .into_any()
    };
    let of_facet = |facet: Facet| {
        let value = key.to_owned();
        button(value_name(app, facet, key), Box::new(move || app.toggle(facet, &value, false)))
    };
    if key.is_empty() {
        return plain(strings.missing.to_owned());
    }
    match app.view.with(|view| view.lanes) {
        LaneChoice::Document => {
            let Some(index) = collection.document_index(key) else { return ().into_any() };
            let document = &collection.corpus.documents[index];
            let issued = document.issued.as_ref().map_or_else(
                || strings.undated.to_owned(),
                |date| words::in_words(date, None, app.language.get(), Length::Short),
            );
            let open = move |_| app.open_document(index, History::Push);
            view! {
                <button type="button" on:click=open>
                    {document_number(index)}
                    <span class="ln" dir="auto">{collection.short_name(index).to_owned()}</span>
                    <span class="ld">{issued}</span>
                </button>
            }
            .into_any()
        }
        LaneChoice::Kind => of_facet(Facet::Kind),
        LaneChoice::Source => {
            let words = format!("source:\"{key}\"");
            let search = move || {
                app.go(History::Push, |view| {
                    if !view.query.text.contains(&words) {
                        view.query.text = format!("{words} {}", view.query.text);
                    }
                });
            };
            button(key.to_owned(), Box::new(search))
        }
        LaneChoice::Person => of_facet(Facet::Person),
    }
}

/// The marks in their lanes.
#[component]
pub(super) fn LaneMarks() -> impl IntoView {
    let drawing: Drawing = expect_context();
    let app = drawing.app;
    let height = move || drawing.layout.with(|layout| layout.height.to_string());
    let label = move || {
        let language = app.language.get();
        let shown = app.late.with(|found| found.events.len());
        let events = language.count(&language.strings().events_count, shown);
        format!("{}: {events}. {}", language.strings().timeline, language.strings().same_in_list)
    };
    let collection = app.collection();
    let conflicts = conflicts(&collection.corpus, |id| collection.index.report(id));
    let gestures = super::gesture::Gestures::new(drawing);
    let clicked = move |event: leptos::ev::MouseEvent| {
        if let Some(place) = pointer::place(&event).filter(|_| !gestures.was_drag()) {
            press(drawing, &drawing.layout.get_untracked(), place);
        }
    };
    view! {
        <svg
            class="plot lanesvg"
            role="img"
            aria-label=label
            height=height
            on:pointerdown=move |event| gestures.pressed(&event)
            on:pointermove=move |event| {
                gestures.moved(&event);
                tip::point(drawing, &drawing.layout.get_untracked(), 0.0, &event);
            }
            on:pointerleave=move |_| drawing.tip.set(None)
            on:pointerup=move |event| gestures.released(&event)
            on:pointercancel=move |event| gestures.released(&event)
            on:wheel=move |event| gestures.wheel(&event)
            on:click=clicked
        >
            {svg::sketch(move || {
                grid(&drawing.scale.get(), drawing.layout.with(|layout| layout.height)).into()
            })}
            {svg::sketch(move || needle(drawing).into_iter().collect())}
            {svg::sketch(move || reading_line(drawing).into_iter().collect())}
            {svg::sketch(move || gap_lines(drawing))}
            {svg::sketch(move || lane_lines(drawing))}
            {svg::sketch(move || link_lines(drawing, &conflicts))}
            {svg::sketch(move || {
                let selected = app.selected.get().and_then(|n| u32::try_from(n).ok());
                shapes::marks(&drawing.lanes.get(), &drawing.layout.get(), selected, BAR)
            })}
            {svg::sketch(move || groups(&drawing.layout.get()))}
            {svg::sketch(move || {
                let (lanes, layout) = (drawing.lanes.get(), drawing.layout.get());
                labels(drawing, &lanes, &layout, &drawing.scale.get(), BAR)
            })}
        </svg>
    }
    .into_any()
}

/// Opens what lies at a place: an event in the reader, or a cluster.
pub(super) fn press(drawing: Drawing, layout: &Layout, place: pointer::Place) {
    let lanes = drawing.lanes.get_untracked();
    match layout.hit(place.x, place.y) {
        Some(Hit::Mark(mark)) => {
            let item = &lanes.items[layout.marks[mark].item as usize];
            open_item(drawing, item);
        }
        Some(Hit::Group(group)) => drawing.open.set(Some(layout.groups[group].items.clone())),
        None => drawing.open.set(None),
    }
}

/// Opens the report that an item stands for.
pub(super) fn open_item(drawing: Drawing, item: &Item) {
    let (app, collection) = (drawing.app, drawing.app.collection());
    let event = &collection.corpus.events[item.event as usize];
    let report = event.reports.get(item.report as usize);
    drawing.open.set(None);
    if let Some(document) = report.and_then(|it| collection.document_index(&it.document)) {
        app.open_report(item.event as usize, document, History::Push);
    }
}

/// The lines under the lanes.
fn lane_lines(drawing: Drawing) -> Vec<Part> {
    let width = drawing.width.get();
    let path = drawing.layout.with(|layout| {
        let ends = layout.lanes.iter().map(|lane| lane.top + lane.height - 0.5);
        ends.map(|y| format!("M0 {y}H{width}")).collect()
    });
    vec![svg::path("lane", path)]
}

/// The lines of the axis through all lanes.
pub(super) fn grid(scale: &Scale, height: f64) -> [Part; 2] {
    let axis = Axis::new(scale, &LabelRoom::default());
    let lines = |intervals: &[dateline_timeline::Interval]| -> String {
        let starts = intervals.iter().map(|it| it.x0).filter(|&x| x > 0.5);
        starts.map(|x| format!("M{x:.1} 0V{height}")).collect()
    };
    [svg::path("rm", lines(&axis.labels)), svg::path("ry", lines(&axis.major))]
}

/// The days of the selected event through all lanes.
fn needle(drawing: Drawing) -> Option<Part> {
    let collection = drawing.app.collection();
    let (first, last) = collection.corpus.events[drawing.app.selected.get()?].date.known();
    let scale = drawing.scale.get();
    let (x0, x1) = scale.extent(Some(first), Some(last));
    // What fills half of the drawing needs no needle to be found.
    let drawn = x1 >= 0.0 && x0 <= scale.width && x1 - x0 < scale.width / 2.0;
    let height = drawing.layout.with(|layout| layout.height);
    drawn.then(|| svg::path("needle", svg::rect(x0, 0.0, (x1 - x0).max(2.0), height)))
}

/// Where in time the reader is.
fn reading_line(drawing: Drawing) -> Option<Part> {
    let x = drawing.read_at(&drawing.scale.get())?;
    let height = drawing.layout.with(|layout| layout.height);
    Some(svg::path("nowread", svg::upright(x, 0.0, height)))
}

/// The gaps between the events of the result, above the lanes, where there is room to say how long
/// they are.
fn gap_lines(drawing: Drawing) -> Vec<Part> {
    /// Days from which nothing reported is worth a line.
    const SHORTEST: u32 = 28;
    /// Pixels that the words need beside the line.
    const ROOM: f64 = 30.0;
    let app = drawing.app;
    let collection = app.collection();
    let scale = drawing.scale.get();
    let dates = app.late.with(|found| {
        let events = found.events.iter().map(|&n| &collection.corpus.events[n as usize]);
        events.map(|event| event.date.known()).collect::<Vec<_>>()
    });
    let gaps = gaps(dates.into_iter(), SHORTEST);
    let language = app.language.get();
    let bands = gap_bands(&gaps, &scale, 24.0);
    let lines = bands.iter().filter_map(|band| {
        let gap = &gaps[band.of as usize];
        let (x0, x1) = (band.x0 + 2.0, band.x1 - 2.0);
        let words = words::gap_days(gap.days(), language);
        // The line stops before the words and goes on behind them.
        let (middle, half) = (f64::midpoint(x0, x1), pointer::text_width(&words) / 2.0 + 5.0);
        let (before, after) = (middle - half, middle + half);
        (before - x0 > ROOM / 2.0).then(|| {
            let line = format!("M{x0:.1} 7.5H{before:.1}M{after:.1} 7.5H{x1:.1}");
            [svg::path("gap", line), svg::text_about("gapt", middle, 11.0, words)]
        })
    });
    lines.flatten().collect()
}

/// The links between lanes: all while they are few, otherwise those of the selected event.
fn link_lines(drawing: Drawing, conflicts: &[[(u32, u32); 2]]) -> Vec<Part> {
    let (lanes, layout) = (drawing.lanes.get(), drawing.layout.get());
    let selected = drawing.app.selected.get().and_then(|n| u32::try_from(n).ok());
    let mut found = links(&lanes, &layout, conflicts);
    if found.len() > MOST_LINKS {
        found.retain(|link| selected == Some(link.event));
    }
    let lines = found.into_iter().map(|link| {
        let class = match (link.tie, selected == Some(link.event)) {
            (Tie::Same, false) => "link",
            (Tie::Same, true) => "link sel",
            (Tie::Copied, false) => "link dash",
            (Tie::Copied, true) => "link sel dash",
            (Tie::Conflict, false) => "link conf",
            (Tie::Conflict, true) => "link sel conf",
        };
        let path = format!("M{:.1} {}L{:.1} {}", link.x0, link.y0, link.x1, link.y1);
        let mut parts = vec![svg::path(class, path)];
        if link.tie == Tie::Conflict {
            let (x, y) = (f64::midpoint(link.x0, link.x1), f64::midpoint(link.y0, link.y1));
            let ring = format!("M{:.1} {y}a7.5 7.5 0 1 0 15 0a7.5 7.5 0 1 0 -15 0", x - 7.5);
            let (left, low, high) = (x - 3.6, y + 1.6, y - 1.6);
            let slash = format!("M{:.1} {}l3.6 -8", x - 1.8, y + 4.0);
            let sign = format!("M{left:.1} {high}h7.2M{left:.1} {low}h7.2{slash}");
            parts.extend([svg::path("cf", ring), svg::path("cfp", sign)]);
        }
        parts
    });
    lines.flatten().collect()
}

fn conflicts(corpus: &Corpus, place: impl Fn(&str) -> Option<(u32, u32)>) -> Vec<[(u32, u32); 2]> {
    let pair = |[a, b]: &[String; 2]| Some([place(a)?, place(b)?]);
    corpus.conflicts.iter().filter_map(|conflict| pair(&conflict.reports)).collect()
}

/// A count over each cluster.
pub(super) fn groups(layout: &Layout) -> Vec<Part> {
    let groups = layout.groups.iter().map(|group| {
        let count = group.items.len().to_string();
        let x = f64::midpoint(group.x0, group.x1);
        let pill = svg::pill(group.x0, group.count_y - 7.0, group.x1 - group.x0, 14.0);
        let count = svg::text_about("clt", x, group.count_y + 4.0, count);
        svg::group("cl".to_owned(), vec![pill, count])
    });
    groups.collect()
}

/// The labels that have room, the selected event's first. In a bar of the height of a label any has
/// room, in a lower one only what stands out from it.
pub(super) fn labels(
    drawing: Drawing,
    lanes: &Lanes,
    layout: &Layout,
    scale: &Scale,
    bar: f64,
) -> Vec<Part> {
    let collection = drawing.app.collection();
    let selected = drawing.app.selected.get().and_then(|n| u32::try_from(n).ok());
    let mut order: Vec<usize> = (0..layout.marks.len()).collect();
    let item = |n: usize| &lanes.items[layout.marks[n].item as usize];
    let solid = |n: usize| layout.marks[n].shape == Shape::Range && !item(n).copied;
    let weight = |n: usize| {
        if selected == Some(item(n).event) { u32::MAX } else { item(n).weight }
    };
    order::sort_by_key(&mut order, |&n| (std::cmp::Reverse(weight(n)), n));
    order.truncate(MOST_LABELS);
    let texts: Vec<String> =
        order
            .iter()
            .map(|&n| {
                let event = &collection.corpus.events[item(n).event as usize];
                shortened(&event.reports.get(item(n).report as usize).map_or_else(
                    || event.title.clone(),
                    |report| words::titled(&collection, report),
                ))
            })
            .collect();
    let wishes: Vec<LabelWish> = order
        .iter()
        .zip(&texts)
        .map(|(&n, text)| {
            let mark = &layout.marks[n];
            let (x0, x1) = drawn(mark);
            let inside = solid(n) || bar >= LABEL_HEIGHT;
            LabelWish {
                x0,
                x1,
                y: mark.y,
                width: pointer::text_width(text),
                weight: weight(n),
                inside,
            }
        })
        .collect();
    let places = place_labels(&wishes, &taken(layout), scale.width);
    let labels = places.into_iter().zip(order).zip(texts).filter_map(|((place, n), text)| {
        let place = place?;
        let class = if place.inside && solid(n) { "lb inv" } else { "lb" };
        Some(svg::text(class, place.x, place.y + 4.0, text))
    });
    labels.collect()
}

/// What labels must not cover: the marks, and the counts over clusters.
fn taken(layout: &Layout) -> Vec<Area> {
    let marks = layout.marks.iter().map(|mark| {
        let (x0, x1) = drawn(mark);
        Area { x0, y0: mark.y - 4.5, x1, y1: mark.y + 4.5 }
    });
    let groups = layout.groups.iter().map(|group| Area {
        x0: group.x0,
        y0: group.count_y - 7.0,
        x1: group.x1,
        y1: group.count_y + 7.0,
    });
    marks.chain(groups).collect()
}

/// Where what is drawn of a mark begins and ends.
fn drawn(mark: &Mark) -> (f64, f64) {
    if matches!(mark.shape, Shape::Day | Shape::Published | Shape::Undated) {
        let middle = f64::midpoint(mark.x0, mark.x1);
        return (middle - 4.0, middle + 4.0);
    }
    (mark.x0, mark.x1.max(mark.x0 + 2.0))
}

/// The first words of a title, what is left out after them marked.
fn shortened(title: &str) -> String {
    const MOST: usize = 26;
    let title = title.trim_start_matches(|c: char| c != '[' && !c.is_alphanumeric());
    if title.chars().count() <= MOST {
        return title.to_owned();
    }
    let cut = title.char_indices().nth(MOST).map_or(title.len(), |(at, _)| at);
    let words = title[..cut].rfind(char::is_whitespace).map_or(&title[..cut], |at| &title[..at]);
    format!("{}…", words.trim_end_matches(|c: char| !c.is_alphanumeric()))
}
