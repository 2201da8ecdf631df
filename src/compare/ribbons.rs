//! The ribbons between the two documents: drawn from where each tie stands on the screen.

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;

use super::findings::Finding;
use crate::browser::dom::{self, Tie};
use crate::state::App;

/// The drawing between the documents.
#[component]
pub(super) fn Ribbons(
    /// What is tied.
    found: Arc<Vec<Finding>>,
    /// The finding that is looked at.
    current: RwSignal<usize>,
) -> impl IntoView {
    let app = App::get();
    let frame = NodeRef::<html::Div>::new();
    let ties = RwSignal::new(Vec::<Tie>::new());
    let count = found.len();
    let measure = move || {
        // The second frame may come after the comparison is closed.
        if let Some(frame) = frame.try_get_untracked().flatten() {
            let now = dom::ties(&frame, ".compare .cdoc .scroll", count);
            if ties.with_untracked(|known| *known != now) {
                ties.set(now);
            }
        }
    };
    Effect::new(move |_| {
        // What changes the text of either side changes where the ties stand.
        let _ = (app.language.get(), current.get());
        dom::after_paint(move || dom::after_paint(measure));
    });
    dom::on_scroll(measure);
    let classes: Vec<&'static str> = found.iter().map(Finding::class).collect();
    let paths = move || {
        let mirrored = app.language.get().direction() == "rtl";
        ties.get()
            .into_iter()
            .map(|tie| {
                let path = ribbon(&tie, mirrored);
                let class = classes.get(tie.number).copied().unwrap_or_default();
                let on = move || current.get() == tie.number;
                view! { <path class=class class:on=on d=path /> }
            })
            .collect_view()
    };
    view! {
        <div class="ties" node_ref=frame aria-hidden="true">
            <svg width="100%" height="100%">{paths}</svg>
        </div>
    }
    .into_any()
}

/// The outline of one ribbon.
fn ribbon(tie: &Tie, mirrored: bool) -> String {
    let (start, end) = if mirrored { (tie.width, 0.0) } else { (0.0, tie.width) };
    let middle = tie.width / 2.0;
    let ((a, b), (c, d)) = (tie.first, tie.second);
    format!(
        "M{start} {a:.1}C{middle} {a:.1} {middle} {c:.1} {end} {c:.1}V{d:.1}C{middle} {d:.1} {middle} {b:.1} {start} {b:.1}Z"
    )
}
