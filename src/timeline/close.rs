//! The days around the selected event, close up, as the lanes show them in small.

use std::sync::Arc;

use dateline_timeline::{Axis, LabelRoom, Layout, Measures, Scale, Unit};
use leptos::prelude::*;

use super::axis::short_name;
use super::drawing::Drawing;
use super::{lanes, shapes, svg, tip};
use crate::browser::intl::{self, Pattern};
use crate::browser::pointer;
use crate::browser::sketch::Part;
use crate::marks::document_number;
use crate::strings::{Language, t};

/// Days that are shown at least.
const DAYS: f64 = 19.0;

/// Days of an event from which nothing is to be gained by looking closer.
const LONG: i32 = 120;

const MEASURES: Measures =
    Measures { top: 0.0, lane: 19.0, row: 17.0, first_row: 10.0, lanes: 4, keep_empty: false };

/// Part of what the lanes show from which a close-up only takes their room.
const NEAR: f64 = 0.5;

/// Height of a bar: its label stands in it.
const BAR: f64 = 14.0;

/// Height of the axis.
const AXIS: f64 = 18.0;

/// The close-up with what ties it to the lanes. Nothing while no event of some days is selected.
#[component]
pub(super) fn CloseUp() -> impl IntoView {
    let drawing: Drawing = expect_context();
    let app = drawing.app;
    let scale = Memo::new(move |_| {
        let collection = app.collection();
        let (first, last) = collection.corpus.events[app.selected.get()?].date.known();
        if last.0 - first.0 >= LONG {
            return None;
        }
        let event = Scale::over(first, last, drawing.width.get());
        let room = ((DAYS - (event.end - event.start)) / 2.0).max(1.0).round();
        let (start, end) = (event.start.round() - room, event.end.round() + room);
        let lanes = drawing.scale.get();
        (end - start < NEAR * (lanes.end - lanes.start)).then_some(Scale { start, end, ..event })
    });
    let layout = Memo::new(move |_| {
        let (collection, shown) = (app.collection(), drawing.shown.get());
        let scale = scale.get()?;
        let near = |event: u32| {
            let date = &collection.corpus.events[event as usize].date;
            let (first, last) = scale.days();
            let known = date.known();
            shown[event as usize]
                && date.tells_of(Some(first), Some(last))
                && known.1.0 - known.0.0 < LONG
        };
        Some(Arc::new(Layout::new(&drawing.lanes.get(), near, &scale, &MEASURES)))
    });
    // Both are there while this is shown.
    let close = move || scale.get().unwrap_or_else(|| drawing.scale.get());
    view! {
        <Show when=move || scale.with(Option::is_some)>
            <span class={"pl closer"}></span>
            <span class="closer">
                {svg::trapezium(move || Some(projection(&drawing.scale.get(), &close())))}
            </span>
            <span class="rl cul closer">
                <span class="cuh">{t(|s| s.close_up)}</span>
                {move || layout.get().map(|layout| names(drawing, &layout))}
            </span>
            <span class="closer">{days(drawing, close, layout)}</span>
        </Show>
    }
    .into_any()
}

/// The ends of the close-up within the lanes, in hundredths.
fn projection(scale: &Scale, close: &Scale) -> (f64, f64) {
    let part = |days: f64| (100.0 * scale.x_at(days) / scale.width).clamp(-1.0, 101.0);
    (part(close.start), part(close.end))
}

/// The lanes of the close-up, by the number of their document where they have one.
fn names(drawing: Drawing, layout: &Layout) -> AnyView {
    let (collection, lanes) = (drawing.app.collection(), drawing.lanes.get());
    let names = layout.lanes.iter().map(|lane| {
        let key = &lanes.lanes[lane.lane as usize].key;
        let number = collection.document_index(key).map(document_number);
        let height = format!("{}px", lane.height);
        view! { <li style:block-size=height>{number}</li> }
    });
    view! { <ol>{names.collect_view()}</ol> }.into_any()
}

fn days(
    drawing: Drawing,
    close: impl Fn() -> Scale + Copy + Send + 'static,
    layout: Memo<Option<Arc<Layout>>>,
) -> AnyView {
    let app = drawing.app;
    let laid = move || layout.get().unwrap_or_default();
    let label = move || {
        let (first, last) = close().days();
        let range = intl::days(app.language.get().locale(), Pattern::Day, first, last);
        format!("{}: {range}", app.strings().close_up)
    };
    let clicked = move |event: leptos::ev::MouseEvent| {
        if let Some(place) = pointer::place(&event) {
            let place = pointer::Place { y: place.y - AXIS, ..place };
            lanes::press(drawing, &untrack(laid), place);
        }
    };
    let marks = move || {
        let selected = app.selected.get().and_then(|n| u32::try_from(n).ok());
        let (lanes_of, layout, close) = (drawing.lanes.get(), laid(), close());
        let mut parts: Vec<Part> = lanes::grid(&close, layout.height).into();
        parts.extend(shapes::marks(&lanes_of, &layout, selected, BAR));
        parts.extend(lanes::groups(&layout));
        parts.extend(lanes::labels(drawing, &lanes_of, &layout, &close, BAR));
        parts
    };
    let under_axis = format!("translate(0 {AXIS})");
    view! {
        <svg
            class="plot close"
            role="img"
            aria-label=label
            height=move || svg::pixels(AXIS + laid().height + 4.0)
            on:click=clicked
            on:pointermove=move |event| tip::point(drawing, &untrack(laid), AXIS, &event)
            on:pointerleave=move |_| drawing.tip.set(None)
        >
            {svg::sketch(move || day_names(&close(), app.language.get()))}
            <g transform=under_axis>{svg::sketch(marks)}</g>
        </svg>
    }
    .into_any()
}

/// The days, with the month at the first of the drawing and of each month.
fn day_names(scale: &Scale, language: Language) -> Vec<Part> {
    let axis = Axis::new(scale, &LabelRoom::default());
    let names = axis.labels.iter().enumerate().filter_map(|(n, it)| {
        let begins = it.unit == Unit::Day && (n == 0 || it.first.civil().2 == 1);
        let short = short_name(it.first, it.unit, language);
        let long = if begins {
            let month = intl::day(language.locale(), Pattern::MonthAlone, it.first);
            format!("{short} {month}")
        } else {
            short.clone()
        };
        let fits = |words: &str| pointer::text_width(words) + 4.0 < it.x1 - it.x0;
        let words = [long, short].into_iter().find(|words| fits(words))?;
        let class = if begins { "axd b" } else { "axd" };
        Some(svg::text_about(class, f64::midpoint(it.x0, it.x1), 12.0, words))
    });
    let mut parts: Vec<Part> = names.collect();
    parts.push(svg::path("base", format!("M0 {}H{}", AXIS - 0.5, scale.width)));
    parts
}
