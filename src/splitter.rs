//! The two edges that can be moved: under the timeline, and between list and reader. By pointer or
//! by keys; a double click gives the page's own measure back. What was chosen is kept.

use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::prelude::*;

use crate::browser::{dom, pointer, prefs};
use crate::strings::{Text, t};

/// An edge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Edge {
    /// Under the timeline: how high its drawing may be.
    Timeline,
    /// Between list and reader: how wide the reader is.
    Reader,
}

/// Pixels that a key moves an edge.
const STEP: f64 = 24.0;

/// What an edge measures, in pixels: the panel, the property that sets it, and how little it may be.
struct Measure {
    panel: &'static str,
    property: &'static str,
    least: f64,
    label: Text,
}

const TIMELINE: Measure = Measure {
    panel: ".timeline .draw",
    property: "--h-draw",
    least: 96.0,
    label: |s| s.timeline_height,
};

const READER: Measure =
    Measure { panel: ".reader", property: "--w-reader", least: 320.0, label: |s| s.reader_width };

impl Edge {
    fn measure(self) -> &'static Measure {
        if self == Self::Timeline { &TIMELINE } else { &READER }
    }

    /// The panel's size and the window's, in pixels.
    fn sizes(self) -> (f64, f64) {
        let (panel, window) = (dom::size(self.measure().panel), dom::window_size());
        if self == Self::Timeline { (panel.1, window.1) } else { (panel.0, window.0) }
    }

    /// How much the panel grows when the edge moves by `x` and `y`.
    fn growth(self, x: f64, y: f64) -> f64 {
        match (self, pointer::is_mirrored()) {
            (Self::Timeline, _) => y,
            (Self::Reader, false) => -x,
            (Self::Reader, true) => x,
        }
    }

    /// Shows the panel at a size, or at the page's own.
    fn show(self, size: Option<f64>) {
        let size = size.map(|size| format!("{size:.0}px"));
        dom::root_property(self.measure().property, size.as_deref());
        prefs::set(self.measure().property, size.as_deref().unwrap_or_default());
    }

    /// Shows the panel at `size` as far as the window lets it.
    fn resize(self, size: f64) {
        let most = self.sizes().1 * 0.7;
        self.show(Some(size.clamp(self.measure().least.min(most), most)));
    }
}

/// The edge as something that can be taken hold of.
#[component]
pub(crate) fn Splitter(
    /// Which.
    edge: Edge,
) -> impl IntoView {
    let kept = prefs::get(edge.measure().property).filter(|size| !size.is_empty());
    dom::root_property(edge.measure().property, kept.as_deref());
    // Where the pointer took it, and how large the panel was.
    let held: StoredValue<Option<(f64, f64, f64)>> = StoredValue::new(None);
    let part = RwSignal::new(50);
    let tell = move || {
        let (size, window) = edge.sizes();
        part.set(pointer::hundredths(size, window));
    };
    Effect::new(move |_| tell());
    let pressed = move |event: PointerEvent| {
        event.prevent_default();
        pointer::capture(&event, event.pointer_id());
        let at = (f64::from(event.client_x()), f64::from(event.client_y()));
        held.set_value(Some((at.0, at.1, edge.sizes().0)));
    };
    let moved = move |event: PointerEvent| {
        let Some((x, y, size)) = held.get_value() else { return };
        let by = edge.growth(f64::from(event.client_x()) - x, f64::from(event.client_y()) - y);
        edge.resize(size + by);
        tell();
    };
    let key = move |event: KeyboardEvent| {
        let by = match event.key().as_str() {
            "ArrowUp" => edge.growth(0.0, -STEP),
            "ArrowDown" => edge.growth(0.0, STEP),
            "ArrowLeft" => edge.growth(-STEP, 0.0),
            "ArrowRight" => edge.growth(STEP, 0.0),
            "Home" => f64::NEG_INFINITY,
            "End" => f64::INFINITY,
            _ => return,
        };
        event.prevent_default();
        edge.resize(edge.sizes().0 + by);
        tell();
    };
    let lying = edge == Edge::Timeline;
    view! {
        <div
            class=if lying { "split lying" } else { "split" }
            role="separator"
            tabindex="0"
            aria-orientation=if lying { "horizontal" } else { "vertical" }
            aria-label=t(edge.measure().label)
            aria-valuenow=part
            on:pointerdown=pressed
            on:pointermove=moved
            on:pointerup=move |_| held.set_value(None)
            on:pointercancel=move |_| held.set_value(None)
            on:dblclick=move |_| edge.show(None)
            on:keydown=key
        ></div>
    }
    .into_any()
}
