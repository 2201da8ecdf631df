//! The drawing of the events over time: the whole in small, a part of it in lanes, and the days
//! around the selected event close up. Geometry comes from `dateline-timeline`; here it becomes SVG.
//! The list holds the same events, so that nothing can only be reached here.

mod axis;
mod close;
mod drawing;
mod gesture;
mod lanes;
mod overview;
mod popup;
mod range;
mod shapes;
mod svg;
mod tip;
mod tools;

use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;

use crate::browser::{dom, pointer};
use crate::splitter::{Edge, Splitter};
use crate::state::App;
use crate::strings::t;
use axis::LaneAxis;
use close::CloseUp;
use drawing::Drawing;
use lanes::{LaneMarks, LaneNames, MoreLanes};
use overview::{WholeNames, WholeTime};
use popup::ClusterList;
pub(crate) use range::RangeFields;
use tip::PointedAt;
use tools::{PAN, Tools, ZOOM};

/// The drawing.
#[component]
pub(crate) fn Timeline() -> impl IntoView {
    let app = App::get();
    let drawing = Drawing::new(app);
    provide_context(drawing);
    let measured: NodeRef<html::Span> = NodeRef::new();
    Effect::new(move |_| {
        if let Some(element) = measured.get() {
            // A drawing that is not shown keeps its width: zero would lose the window.
            pointer::on_width(&element, move |width| {
                if width > 0.0 {
                    drawing.width.set(width);
                }
            });
        }
    });
    dom::on_key(move |event| {
        let plain = !event.ctrl_key() && !event.meta_key() && !event.alt_key();
        let letters = app.single_keys.get_untracked() && app.dialog.get_untracked().is_none();
        if plain && letters && !dom::is_typing() {
            zoom_key(drawing, event, ["[", "]"]);
        }
    });
    let pressed = move |event: KeyboardEvent| {
        let back = if pointer::is_mirrored() { 1.0 } else { -1.0 };
        match event.key().as_str() {
            "ArrowLeft" => drawing.pan_part(back * PAN),
            "ArrowRight" => drawing.pan_part(-back * PAN),
            "Home" => drawing.fit(),
            // Its buttons have a use for the key themselves.
            "Enter" if event.target() == event.current_target() => drawing.open_cluster(),
            _ => return zoom_key(drawing, &event, ["-", "+"]),
        }
        event.prevent_default();
    };
    view! {
        <section class="timeline" aria-label=t(|s| s.timeline)>
            <Tools />
            <div
                class="draw"
                role="group"
                tabindex="0"
                aria-label=t(|s| s.drawing_keys)
                on:keydown=pressed
            >
                <div class="drow">
                    <WholeNames />
                    <span class="noc dc">
                        <span class="measure" node_ref=measured>
                            <WholeTime />
                        </span>
                    </span>
                    <span class={"pl noc"}></span>
                    <span class="noc dc">{svg::trapezium(move || projection(drawing))}</span>
                    <span class={"rl axl"}></span>
                    <LaneAxis />
                </div>
                <div class="drow lanes">
                    <LaneNames />
                    <LaneMarks />
                </div>
                <div class="drow">
                    <MoreLanes />
                    <CloseUp />
                </div>
            </div>
            <ClusterList />
            <PointedAt />
            <Splitter edge=Edge::Timeline />
        </section>
    }
    .into_any()
}

/// Zooms by one of two keys: out, in.
fn zoom_key(drawing: Drawing, event: &KeyboardEvent, [out, closer]: [&str; 2]) {
    let key = event.key();
    if key == out {
        drawing.zoom_selected(1.0 / ZOOM);
    } else if key == closer {
        drawing.zoom_selected(ZOOM);
    } else {
        return;
    }
    event.prevent_default();
}

/// The ends of what the lanes show within the histogram, in hundredths.
fn projection(drawing: Drawing) -> Option<(f64, f64)> {
    let whole = drawing.overview.with(|overview| overview.as_ref().map(|it| it.scale))?;
    let scale = drawing.scale.get();
    let part = |days: f64| (100.0 * whole.x_at(days) / whole.width).clamp(0.0, 100.0);
    Some((part(scale.start), part(scale.end)))
}
