//! The page around the importer: its element, its language, its looks, the focus.

use gloo::utils::{document, document_element, window};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlElement, MessageChannel};

/// The element in which the importer stands.
pub(crate) fn host() -> HtmlElement {
    let host = document().get_element_by_id("app").and_then(|it| it.dyn_into().ok());
    host.unwrap_or_else(gloo::utils::body)
}

/// Whether this runs in a page, and not in a worker.
pub(crate) fn is_here() -> bool {
    js_sys::global().is_instance_of::<web_sys::Window>()
}

/// The value of a key in the fragment of the address, as the explorer writes it: letters and hyphens.
pub(crate) fn asked(key: &str) -> Option<String> {
    let fragment = window().location().hash().unwrap_or_default();
    let mut pairs = fragment.trim_start_matches('#').split('&').filter_map(|it| it.split_once('='));
    pairs.find(|(its, _)| *its == key).map(|(_, value)| value.to_owned())
}

/// The language that the explorer keeps for a reader who chose one; see its `browser/prefs.rs`.
pub(crate) fn kept_language() -> Option<String> {
    window().local_storage().ok()??.get_item("dateline.language").ok()?
}

/// The codes of the languages that the reader prefers, the best first.
pub(crate) fn preferred_languages() -> Vec<String> {
    window().navigator().languages().iter().filter_map(|code| code.as_string()).collect()
}

/// Sets attributes of the page's root.
pub(crate) fn set_root(attributes: &[(&str, &str)]) {
    for (name, value) in attributes {
        let _ = document_element().set_attribute(name, value);
    }
}

/// Sets the page's title.
pub(crate) fn set_title(title: &str) {
    document().set_title(title);
}

/// The text of the page's element with this id.
pub(crate) fn text_of(id: &str) -> String {
    document().get_element_by_id(id).and_then(|it| it.text_content()).unwrap_or_default()
}

/// Moves the focus, once what is now changed is drawn.
pub(crate) fn focus(css: &'static str) {
    gloo::timers::callback::Timeout::new(0, move || {
        let found = document().query_selector(css).ok().flatten();
        if let Some(found) = found.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
            let _ = found.focus();
        }
    })
    .forget();
}

/// Lets the browser draw and listen. By a message, since timers of a page that is not looked at run
/// once a second.
pub(crate) async fn draw() {
    let Ok(channel) = MessageChannel::new() else { return };
    let turn = js_sys::Promise::new(&mut |done, _| channel.port1().set_onmessage(Some(&done)));
    if channel.port2().post_message(&JsValue::NULL).is_ok() {
        let _ = wasm_bindgen_futures::JsFuture::from(turn).await;
    }
    channel.port1().close();
}

/// Milliseconds since 1970.
pub(crate) fn now() -> f64 {
    js_sys::Date::now()
}

/// Whether the page comes from a server, where the explorer stands beside it.
pub(crate) fn is_served() -> bool {
    window().location().protocol().is_ok_and(|protocol| protocol.starts_with("http"))
}
