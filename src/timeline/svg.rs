//! The few elements that the drawing is made of. Each is one type of view however often it is used,
//! which keeps the page small.

use leptos::prelude::*;
use leptos::svg;

use crate::browser::sketch::{Part, patch};

/// What `draw` says, drawn anew whenever that changes.
pub(super) fn sketch(draw: impl Fn() -> Vec<Part> + 'static) -> AnyView {
    kept(Box::new(draw))
}

fn kept(draw: Box<dyn Fn() -> Vec<Part>>) -> AnyView {
    let place = NodeRef::<svg::G>::new();
    Effect::new(move |before: Option<Vec<Part>>| {
        let Some(place) = place.get() else { return Vec::new() };
        let now = draw();
        patch(&place, &before.unwrap_or_default(), &now);
        now
    });
    view! { <g node_ref=place></g> }.into_any()
}

fn part(tag: &'static str, attributes: Vec<(&'static str, String)>, words: String) -> Part {
    Part { tag, attributes, words, parts: Vec::new() }
}

/// Lines or areas of one class.
pub(super) fn path(class: &'static str, d: String) -> Part {
    part("path", vec![("class", class.to_owned()), ("d", d)], String::new())
}

/// Words that begin at `x`.
pub(super) fn text(class: &'static str, x: f64, y: f64, words: String) -> Part {
    let place = [("class", class.to_owned()), ("x", pixels(x)), ("y", pixels(y))];
    part("text", place.into(), words)
}

/// Words about `x`.
pub(super) fn text_about(class: &'static str, x: f64, y: f64, words: String) -> Part {
    let mut text = text(class, x, y, words);
    text.attributes.push(("text-anchor", "middle".to_owned()));
    text
}

/// Parts of one class.
pub(super) fn group(class: String, parts: Vec<Part>) -> Part {
    Part { parts, ..part("g", vec![("class", class)], String::new()) }
}

/// A box with round ends.
pub(super) fn pill(x: f64, y: f64, width: f64, height: f64) -> Part {
    let sides = [("x", x), ("y", y), ("width", width), ("height", height), ("rx", height / 2.0)];
    part("rect", sides.map(|(name, length)| (name, pixels(length))).into(), String::new())
}

/// The path of a rectangle.
pub(super) fn rect(x: f64, y: f64, width: f64, height: f64) -> String {
    format!("M{x:.1} {y:.1}h{width:.1}v{height:.1}h-{width:.1}Z")
}

/// The path of an upright line.
pub(super) fn upright(x: f64, top: f64, bottom: f64) -> String {
    format!("M{x:.1} {top}V{bottom}")
}

/// The shape that widens from two places above to the whole width below. `ends` gives the places in
/// hundredths.
pub(super) fn trapezium(ends: impl Fn() -> Option<(f64, f64)> + 'static) -> AnyView {
    let parts = move || {
        let Some((x0, x1)) = ends() else { return Vec::new() };
        let area = format!("M{x0:.2} 0L0 10H100L{x1:.2} 0Z");
        let edges = format!("M{x0:.2} 0L0 10M{x1:.2} 0L100 10");
        vec![path("", area), path("e", edges)]
    };
    view! {
        <svg
            class="plot proj"
            height="10"
            viewBox="0 0 100 10"
            preserveAspectRatio="none"
            aria-hidden="true"
        >
            {sketch(parts)}
        </svg>
    }
    .into_any()
}

/// A length as an attribute.
pub(super) fn pixels(length: f64) -> String {
    format!("{length:.1}")
}
