//! Focus, scrolling, measuring, keys, and the attributes of the page's root.

use std::cell::RefCell;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::{document, window};
use leptos::prelude::{IsDisposed, StoredValue, on_cleanup, request_animation_frame_with_handle};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent, ScrollIntoViewOptions, ScrollLogicalPosition};

/// Sets or removes an attribute of the root element.
pub(crate) fn root_attribute(name: &str, value: Option<&str>) {
    if let Some(root) = document().document_element() {
        let _ = match value {
            Some(value) => root.set_attribute(name, value),
            None => root.remove_attribute(name),
        };
    }
}

/// Sets or removes a custom property of the root element's style.
pub(crate) fn root_property(name: &str, value: Option<&str>) {
    let root = document().document_element().and_then(|root| root.dyn_into::<HtmlElement>().ok());
    if let Some(style) = root.map(|root| root.style()) {
        let _ = match value {
            Some(value) => style.set_property(name, value),
            None => style.remove_property(name).map(drop),
        };
    }
}

/// Width and height of what `selector` finds, in pixels.
pub(crate) fn size(selector: &str) -> (f64, f64) {
    let area = find(selector).map(|element| element.get_bounding_client_rect());
    area.map_or((0.0, 0.0), |area| (area.width(), area.height()))
}

/// Width and height of the window, in pixels.
pub(crate) fn window_size() -> (f64, f64) {
    let window = window();
    let number = |value: Result<wasm_bindgen::JsValue, _>| value.ok().and_then(|it| it.as_f64());
    (number(window.inner_width()).unwrap_or(0.0), number(window.inner_height()).unwrap_or(0.0))
}

/// The number in `attribute` of the last element that begins above the second quarter of `panel`,
/// else of the first.
pub(crate) fn topmost(panel: &str, selector: &str, attribute: &str) -> Option<usize> {
    let panel = find(panel)?.get_bounding_client_rect();
    let line = panel.top() + panel.height() / 4.0;
    let found = document().query_selector_all(selector).ok()?;
    let mut topmost = None;
    for at in 0..found.length() {
        let Some(element) = found.get(at).and_then(|it| it.dyn_into::<Element>().ok()) else {
            continue;
        };
        if topmost.is_some() && element.get_bounding_client_rect().top() > line {
            break;
        }
        topmost = Some(element);
    }
    topmost?.get_attribute(attribute)?.parse().ok()
}

/// Sets the title of the page.
pub(crate) fn set_title(title: &str) {
    document().set_title(title);
}

/// The element that `selector` finds first.
pub(crate) fn find(selector: &str) -> Option<Element> {
    document().query_selector(selector).ok().flatten()
}

/// Where the page is mounted: the element kept for it, else the body.
pub(crate) fn host() -> HtmlElement {
    let kept = document().get_element_by_id("app").and_then(|e| e.dyn_into().ok());
    kept.unwrap_or_else(gloo::utils::body)
}

/// Moves the focus to what `selector` finds.
pub(crate) fn focus(selector: &str) {
    if let Some(element) = find(selector).and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Scrolls what `selector` finds into view: to the middle of its panel, or only as far as needed.
pub(crate) fn reveal(selector: &str, middle: bool) {
    if let Some(element) = find(selector) {
        reveal_element(&element, middle);
    }
}

/// Scrolls the `nth` of what `selector` finds into view, 0 and up.
pub(crate) fn reveal_nth(selector: &str, nth: usize) {
    let found = document().query_selector_all(selector).ok();
    let element = found.and_then(|found| found.get(u32::try_from(nth).ok()?));
    if let Some(element) = element.and_then(|node| node.dyn_into::<Element>().ok()) {
        reveal_element(&element, true);
    }
}

/// Only the panel scrolls and not the page around it, unless the page is one long panel.
fn reveal_element(element: &Element, middle: bool) {
    let panel = element.closest(".scroll, .events, .finds").ok().flatten();
    let Some(panel) = panel.filter(|panel| panel.scroll_height() > panel.client_height()) else {
        let options = ScrollIntoViewOptions::new();
        options.set_block(if middle {
            ScrollLogicalPosition::Center
        } else {
            ScrollLogicalPosition::Nearest
        });
        if is_phone() {
            element.scroll_into_view_with_scroll_into_view_options(&options);
        }
        return;
    };
    let (outer, inner) = (panel.get_bounding_client_rect(), element.get_bounding_client_rect());
    let by = if middle {
        inner.top() - outer.top() - (outer.height() - inner.height()).max(0.0) / 2.0
    } else if inner.top() < outer.top() {
        inner.top() - outer.top()
    } else {
        (inner.bottom() - outer.bottom()).max(0.0)
    };
    panel.set_scroll_top(whole(f64::from(panel.scroll_top()) + by));
}

/// Runs `then` before the next frame is painted, unless the component that asked is gone by then.
pub(crate) fn after_paint(then: impl FnOnce() + 'static) {
    before_painting(Box::new(then));
}

/// Runs `then` once what has changed has been painted, unless the component or effect that asked is
/// gone or runs anew by then.
pub(crate) fn after_frame(then: impl FnOnce() + 'static) {
    let then = if_wanted(Box::new(then));
    // A frame's callbacks come before its painting, and what they ask for next comes after it.
    before_painting(Box::new(move || wait(0, then)));
}

/// Runs `then` after so many milliseconds, unless the component or effect that asked is gone or runs
/// anew by then.
pub(crate) fn after_pause(milliseconds: u32, then: impl FnOnce() + 'static) {
    wait(milliseconds, if_wanted(Box::new(then)));
}

/// Runs `then` after so many milliseconds.
pub(crate) fn after(milliseconds: u32, then: impl FnOnce() + 'static) {
    wait(milliseconds, Box::new(then));
}

// Behind a pointer, or all of this would be compiled anew for each of a dozen callers.
type Then = Box<dyn FnOnce()>;

fn before_painting(then: Then) {
    if let Ok(frame) = request_animation_frame_with_handle(then) {
        on_cleanup(move || frame.cancel());
    }
}

fn wait(milliseconds: u32, then: Then) {
    gloo::timers::callback::Timeout::new(milliseconds, then).forget();
}

fn if_wanted(then: Then) -> Then {
    let asked = StoredValue::new(());
    Box::new(move || {
        if !asked.is_disposed() {
            then();
        }
    })
}

/// Keeps a listener for as long as the component lives that sets it up; at the latest, the page.
pub(super) fn keep<T: 'static>(listener: T) {
    StoredValue::new_local(listener);
}

/// Whether the page is as narrow as a phone.
pub(crate) fn is_phone() -> bool {
    media_matches("(max-width: 760px)")
}

/// Whether the rows of the list put the date above the sentence, as the style sheet has it.
pub(crate) fn is_narrow() -> bool {
    media_matches("(max-width: 900px)")
}

/// Whether a media query holds now.
pub(crate) fn media_matches(query: &str) -> bool {
    window().match_media(query).ok().flatten().is_some_and(|found| found.matches())
}

/// The languages the reader prefers, best first, as BCP 47 codes.
pub(crate) fn preferred_languages() -> Vec<String> {
    window().navigator().languages().iter().filter_map(|code| code.as_string()).collect()
}

/// Calls `pressed` for every key pressed anywhere in the page.
pub(crate) fn on_key(pressed: impl Fn(&KeyboardEvent) + 'static) {
    let options = EventListenerOptions::enable_prevent_default();
    keep(EventListener::new_with_options(&document(), "keydown", options, move |event| {
        if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
            pressed(event);
        }
    }));
}

/// Whether keys pressed now are meant for a field and not for the page.
pub(crate) fn is_typing() -> bool {
    let Some(active) = document().active_element() else { return false };
    matches!(active.tag_name().as_str(), "TEXTAREA" | "SELECT")
        || (active.tag_name() == "INPUT"
            && !matches!(active.get_attribute("type").as_deref(), Some("checkbox" | "radio")))
}

/// Calls `moved` whenever anything in the page scrolls or the page changes its size.
pub(crate) fn on_scroll(moved: impl Fn() + Clone + 'static) {
    let again = moved.clone();
    let capture = EventListenerOptions::run_in_capture_phase();
    keep(EventListener::new_with_options(&document(), "scroll", capture, move |_| moved()));
    keep(EventListener::new(&window(), "resize", move |_| again()));
}

/// Calls `acted` whenever the reader does something: turns the wheel, moves a finger, presses a key or
/// a button.
pub(crate) fn on_act(acted: impl Fn() + Clone + 'static) {
    for name in ["wheel", "touchmove", "keydown", "pointerdown"] {
        let acted = acted.clone();
        let capture = EventListenerOptions::run_in_capture_phase();
        keep(EventListener::new_with_options(&document(), name, capture, move |_| acted()));
    }
}

/// Calls `printing` before the page is printed, with `true`, and after, with `false`.
pub(crate) fn on_print(printing: impl Fn(bool) + Clone + 'static) {
    let after = printing.clone();
    keep(EventListener::new(&window(), "beforeprint", move |_| printing(true)));
    keep(EventListener::new(&window(), "afterprint", move |_| after(false)));
}

/// Top and bottom of the part of `outer` that can be seen, in pixels from the top of `inner`.
pub(crate) fn visible_part(outer: &Element, inner: &Element) -> (f64, f64) {
    let (_, height) = window_size();
    let (outer, inner) = (outer.get_bounding_client_rect(), inner.get_bounding_client_rect());
    (outer.top().max(0.0) - inner.top(), outer.bottom().min(height) - inner.top())
}

/// The heights of the elements in `list` that `selector` finds, each with the number in `data-row`.
pub(crate) fn heights(list: &Element, selector: &str) -> Vec<(usize, f64)> {
    let Ok(found) = list.query_selector_all(selector) else { return Vec::new() };
    (0..found.length())
        .filter_map(|at| {
            let element = found.get(at)?.dyn_into::<HtmlElement>().ok()?;
            let row = element.get_attribute("data-row")?.parse().ok()?;
            Some((row, element.get_bounding_client_rect().height()))
        })
        .collect()
}

/// A length in whole pixels, 0 and up.
pub(crate) fn whole(pixels: f64) -> i32 {
    #[expect(clippy::cast_possible_truncation, reason = "a float to int cast saturates")]
    let pixels = pixels.max(0.0) as i32;
    pixels
}

/// Scrolls what `selector` finds back to its beginning.
pub(crate) fn scroll_to_top(selector: &str) {
    if let Some(element) = find(selector) {
        element.set_scroll_top(0);
    }
}

/// Opens or closes an element with the `popover` attribute.
pub(crate) fn set_popover(element: &HtmlElement, open: bool) {
    // Each fails when nothing is to be done.
    let _ = if open { element.show_popover() } else { element.hide_popover() };
}

/// Whether an element with the `popover` attribute is open.
pub(crate) fn is_popover_open(element: &HtmlElement) -> bool {
    element.matches(":popover-open").unwrap_or(false)
}

/// Whether the event happened on `element` itself and not on something in it.
pub(crate) fn is_target(
    event: &web_sys::Event,
    element: Option<web_sys::HtmlDialogElement>,
) -> bool {
    matches!((event.target(), element), (Some(target), Some(element)) if target == *element.as_ref())
}

thread_local! {
    static KEY: RefCell<(String, f64)> = RefCell::default();
}

/// Remembers a key that begins a pair, such as the first of `g d`.
pub(crate) fn remember_key(key: &str) {
    KEY.replace((key.to_owned(), js_sys::Date::now()));
}

/// Whether `key` was pressed less than a second ago.
pub(crate) fn pressed_before(key: &str) -> bool {
    KEY.with_borrow(|(known, at)| known == key && js_sys::Date::now() - at < 1_000.0)
}

/// Where the two ends of a tie stand, in pixels from the top of the drawing between them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Tie {
    /// Its number.
    pub(crate) number: usize,
    /// Top and bottom on the first side.
    pub(crate) first: (f64, f64),
    /// Top and bottom on the second side.
    pub(crate) second: (f64, f64),
    /// The width of the drawing.
    pub(crate) width: f64,
}

/// The ties between the two panels that `panels` finds, as far as one of their ends can be seen.
pub(crate) fn ties(frame: &Element, panels: &str, count: usize) -> Vec<Tie> {
    let Ok(found) = document().query_selector_all(panels) else { return Vec::new() };
    let panel = |at| found.get(at).and_then(|node| node.dyn_into::<Element>().ok());
    let (Some(one), Some(two)) = (panel(0), panel(1)) else { return Vec::new() };
    let box_of_frame = frame.get_bounding_client_rect();
    (0..count)
        .filter_map(|number| {
            let first = extent(&one, number)?;
            let second = extent(&two, number)?;
            let seen = |(top, bottom): (f64, f64)| bottom - top >= 2.0;
            (seen(first) || seen(second)).then(|| {
                let from = |(top, bottom): (f64, f64)| {
                    (top - box_of_frame.top(), bottom - box_of_frame.top())
                };
                Tie {
                    number,
                    first: from(first),
                    second: from(second),
                    width: box_of_frame.width(),
                }
            })
        })
        .collect()
}

/// Top and bottom of a tie in a panel, kept within it.
fn extent(panel: &Element, number: usize) -> Option<(f64, f64)> {
    let pieces = panel.query_selector_all(&format!("[data-tie=\"{number}\"]")).ok()?;
    let piece = |at| pieces.get(at).and_then(|node| node.dyn_into::<Element>().ok());
    let first = piece(0)?.get_bounding_client_rect();
    let last = piece(pieces.length() - 1)?.get_bounding_client_rect();
    let within = panel.get_bounding_client_rect();
    let keep = |y: f64| y.clamp(within.top(), within.bottom().max(within.top()));
    Some((keep(first.top()), keep(last.bottom())))
}

/// Scrolls both panels within `root` so that the two ends of a tie stand side by side.
pub(crate) fn align_ties(root: &str, number: usize) {
    let Ok(found) = document().query_selector_all(&format!("{root} .scroll")) else { return };
    for at in 0..found.length() {
        let Some(panel) = found.get(at).and_then(|node| node.dyn_into::<Element>().ok()) else {
            continue;
        };
        let tie = panel.query_selector(&format!("[data-tie=\"{number}\"]")).ok().flatten();
        if let Some(tie) = tie {
            let (outer, inner) = (panel.get_bounding_client_rect(), tie.get_bounding_client_rect());
            let by = inner.top() - outer.top() - outer.height() / 3.0;
            panel.set_scroll_top(whole(f64::from(panel.scroll_top()) + by));
        }
    }
}

/// Whether the element with the focus lies in what `selector` finds.
pub(crate) fn focus_is_in(selector: &str) -> bool {
    document()
        .active_element()
        .is_some_and(|active| matches!(active.closest(selector), Ok(Some(_))))
}

/// Whether no element in particular has the focus.
pub(crate) fn nothing_focused() -> bool {
    document().active_element().is_none_or(|active| active.tag_name() == "BODY")
}

/// Whether a newer build of the page waits.
pub(crate) fn update_is_ready() -> bool {
    document()
        .document_element()
        .and_then(|root| root.get_attribute("data-update"))
        .is_some_and(|state| state == "ready")
}

/// Calls `ready` when a newer build of the page waits.
pub(crate) fn on_update(ready: impl Fn() + 'static) {
    keep(EventListener::new(&window(), "dateline-update", move |_| ready()));
}

/// Puts the newer build in place; the page is loaded anew.
pub(crate) fn activate_update() {
    if let Ok(event) = web_sys::Event::new("dateline-activate") {
        let _ = window().dispatch_event(&event);
    }
}
