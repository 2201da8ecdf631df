//! Where the pointer is in a drawing, how wide the drawing is, and how wide words are in it.

use std::cell::RefCell;
use std::collections::HashMap;

use gloo::utils::document;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, MouseEvent, ResizeObserver, ResizeObserverEntry};

#[wasm_bindgen]
extern "C" {
    type TextMeasurer;
    #[wasm_bindgen(method, setter)]
    fn set_font(this: &TextMeasurer, font: &str);
    #[wasm_bindgen(method, js_name = measureText)]
    fn measure_text(this: &TextMeasurer, text: &str) -> TextWidth;

    type TextWidth;
    #[wasm_bindgen(method, getter)]
    fn width(this: &TextWidth) -> f64;

    type Canvas;
    #[wasm_bindgen(method, js_name = getContext)]
    fn context(this: &Canvas, kind: &str) -> Option<TextMeasurer>;
}

/// A place in a drawing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Place {
    /// Pixels from the start: the left, or the right where the page runs from the right.
    pub(crate) x: f64,
    /// Pixels from the top.
    pub(crate) y: f64,
}

/// Where in the element that listens a pointer event happened.
pub(crate) fn place(event: &MouseEvent) -> Option<Place> {
    let element: Element = event.current_target()?.dyn_into().ok()?;
    let area = element.get_bounding_client_rect();
    let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
    let x = if is_mirrored() { area.right() - x } else { x - area.left() };
    Some(Place { x, y: y - area.top() })
}

/// How far along `whole` `part` is, in hundredths.
pub(crate) fn hundredths(part: f64, whole: f64) -> i32 {
    super::dom::whole((100.0 * part / whole.max(1.0)).min(100.0))
}

/// Whether the page runs from the right.
pub(crate) fn is_mirrored() -> bool {
    let root = document().document_element();
    root.and_then(|root| root.get_attribute("dir")).is_some_and(|dir| dir == "rtl")
}

/// Keeps the events of a pointer coming to the element that listens until it is released.
pub(crate) fn capture(event: &Event, pointer: i32) {
    if let Some(element) = event.current_target().and_then(|it| it.dyn_into::<Element>().ok()) {
        // Fails only when the pointer is already gone.
        let _ = element.set_pointer_capture(pointer);
    }
}

/// Calls `changed` with the width of `element` in pixels, now and whenever it changes.
pub(crate) fn on_width(element: &Element, changed: impl Fn(f64) + 'static) {
    let report = Closure::<dyn Fn(js_sys::Array)>::new(move |entries: js_sys::Array| {
        if let Ok(entry) = entries.get(0).dyn_into::<ResizeObserverEntry>() {
            changed(entry.content_rect().width());
        }
    });
    if let Ok(observer) = ResizeObserver::new(report.as_ref().unchecked_ref()) {
        observer.observe(element);
        super::dom::keep(Watch { observer, _report: report });
    }
}

/// An observer that stops with its component.
struct Watch {
    observer: ResizeObserver,
    _report: Closure<dyn Fn(js_sys::Array)>,
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

thread_local! {
    static MEASURER: RefCell<Option<TextMeasurer>> = const { RefCell::new(None) };
    static WIDTHS: RefCell<HashMap<String, f64>> = RefCell::default();
}

/// The width of `text` in the drawings, in pixels.
pub(crate) fn text_width(text: &str) -> f64 {
    if let Some(width) = WIDTHS.with_borrow(|widths| widths.get(text).copied()) {
        return width;
    }
    let width = MEASURER.with_borrow_mut(|measurer| {
        if measurer.is_none() {
            *measurer = new_measurer();
        }
        let letters = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
        measurer.as_ref().map_or(6.5 * f64::from(letters), |it| it.measure_text(text).width())
    });
    WIDTHS.with_borrow_mut(|widths| widths.insert(text.to_owned(), width));
    width
}

/// A canvas that is never shown, with the font of the drawings.
fn new_measurer() -> Option<TextMeasurer> {
    let canvas: Canvas = document().create_element("canvas").ok()?.unchecked_into();
    let measurer = canvas.context("2d")?;
    measurer.set_font("11px \"Segoe UI\", \"Noto Sans\", Cantarell, Ubuntu, system-ui, \"Noto Sans Arabic\", sans-serif");
    Some(measurer)
}
