//! What lies under the pointer, in words. The list holds the same for those who use none.

use dateline_timeline::{Hit, Layout};
use leptos::ev::PointerEvent;
use leptos::prelude::*;

use super::drawing::Drawing;
use crate::browser::pointer::{self, Place};
use crate::words;

/// What is said, and where: pixels of the window.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Tip {
    x: i32,
    y: i32,
    date: String,
    title: String,
}

impl Tip {
    /// What is opened there begins below the pointer, and as far to its left as there is room.
    pub(super) fn below(&self) -> (String, String) {
        (format!("clamp(1rem, {}px - 16rem, 100vw - 33rem)", self.x), format!("{}px", self.y + 12))
    }
}

/// Says what `layout`, which begins `top` pixels below the element that listens, holds where the
/// mouse is. A finger covers what it points at.
pub(super) fn point(drawing: Drawing, layout: &Layout, top: f64, event: &PointerEvent) {
    let hovers = event.pointer_type() == "mouse" && event.buttons() == 0;
    let place = pointer::place(event).filter(|_| hovers);
    let place = place.map(|place| Place { y: place.y - top, ..place });
    let found = place.and_then(|place| words_at(drawing, layout, place));
    let tip =
        found.map(|(date, title)| Tip { x: event.client_x(), y: event.client_y(), date, title });
    if drawing.tip.with_untracked(|now| *now != tip) {
        drawing.tip.set(tip);
    }
}

fn words_at(drawing: Drawing, layout: &Layout, place: Place) -> Option<(String, String)> {
    let (app, collection) = (drawing.app, drawing.app.collection());
    let language = app.language.get_untracked();
    let lanes = drawing.lanes.get_untracked();
    match layout.hit(place.x, place.y)? {
        Hit::Mark(mark) => {
            let item = &lanes.items[layout.marks[mark].item as usize];
            let event = &collection.corpus.events[item.event as usize];
            let report = event.reports.get(item.report as usize)?;
            let date = words::report_date(report, language, words::Length::Long);
            Some((date, words::titled(&collection, report)))
        }
        Hit::Group(group) => {
            let count = layout.groups[group].items.len();
            Some((language.count(&language.strings().events_count, count), String::new()))
        }
    }
}

/// The words beside the pointer.
#[component]
pub(super) fn PointedAt() -> impl IntoView {
    let drawing: Drawing = expect_context();
    move || {
        let tip = drawing.tip.get()?;
        let left = format!("clamp(11rem, {}px, 100vw - 11rem)", tip.x);
        let top = format!("{}px", tip.y);
        Some(view! {
            <p class="tip" aria-hidden="true" style:left=left style:top=top>
                <b>{tip.date}</b>
                <span dir="auto">{tip.title}</span>
            </p>
        })
    }
}
