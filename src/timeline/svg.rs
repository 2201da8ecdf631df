//! The few elements that the drawing is made of. Each is one type of view however often it is used,
//! which keeps the page small.

use leptos::prelude::*;

/// Lines or areas of one class.
pub(super) fn path(class: &'static str, d: String) -> AnyView {
    view! { <path class=class d=d /> }.into_any()
}

/// Words that begin at `x`.
pub(super) fn text(class: &'static str, x: f64, y: f64, words: String) -> AnyView {
    let (x, y) = (pixels(x), pixels(y));
    view! { <text class=class x=x y=y>{words}</text> }.into_any()
}

/// Words about `x`.
pub(super) fn text_about(class: &'static str, x: f64, y: f64, words: String) -> AnyView {
    let (x, y) = (pixels(x), pixels(y));
    view! { <text class=class x=x y=y text-anchor="middle">{words}</text> }.into_any()
}

/// The path of a rectangle.
pub(super) fn rect(x: f64, y: f64, width: f64, height: f64) -> String {
    format!("M{x:.1} {y:.1}h{width:.1}v{height:.1}h-{width:.1}Z")
}

/// The path of an upright line.
pub(super) fn upright(x: f64, top: f64, bottom: f64) -> String {
    format!("M{x:.1} {top}V{bottom}")
}

/// The shape that widens from two places above, given in hundredths, to the whole width below.
pub(super) fn trapezium(x0: f64, x1: f64) -> AnyView {
    let area = format!("M{x0:.2} 0L0 10H100L{x1:.2} 0Z");
    let edges = format!("M{x0:.2} 0L0 10M{x1:.2} 0L100 10");
    view! {
        <svg
            class="plot proj"
            height="10"
            viewBox="0 0 100 10"
            preserveAspectRatio="none"
            aria-hidden="true"
        >
            {path("", area)}
            {path("e", edges)}
        </svg>
    }
    .into_any()
}

/// A length as an attribute.
pub(super) fn pixels(length: f64) -> String {
    format!("{length:.1}")
}
