//! The fragment of the page's address, and the history behind the Back button.

use std::cell::RefCell;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use gloo::utils::{history, window};
use wasm_bindgen::JsValue;

thread_local! {
    static PENDING: RefCell<Option<Timeout>> = const { RefCell::new(None) };
}

/// The fragment without its `#`; empty when there is none.
pub(crate) fn fragment() -> String {
    window().location().hash().unwrap_or_default().trim_start_matches('#').to_owned()
}

/// The address of the page without its fragment.
fn address() -> String {
    let href = window().location().href().unwrap_or_default();
    href.split('#').next().unwrap_or_default().to_owned()
}

/// The address under which others find the page: the one at which it is published, else the one it
/// was loaded from. `None` for a page opened as a file, whose path is nobody else's business.
pub(crate) fn public_address() -> Option<String> {
    let canonical = gloo::utils::document().query_selector("link[rel=canonical]").ok().flatten();
    let published = canonical.and_then(|link| link.get_attribute("href"));
    published.or_else(|| Some(address()).filter(|address| address.starts_with("http")))
}

/// Whether others can open the page by an address.
pub(crate) fn has_public_address() -> bool {
    public_address().is_some()
}

/// A link to the page with `fragment`; for a page opened as a file its name alone stands before it.
pub(crate) fn link(fragment: &str) -> String {
    let base = public_address().unwrap_or_else(|| {
        let address = address();
        address.rsplit('/').next().unwrap_or_default().to_owned()
    });
    joined(&base, fragment)
}

/// An address with a fragment, which is nothing for a page as it opens.
fn joined(address: &str, fragment: &str) -> String {
    let sign = if fragment.is_empty() { "" } else { "#" };
    format!("{address}{sign}{fragment}")
}

/// The single file to be framed by others, with `fragment`: beside a hosted page, or the page itself.
pub(crate) fn embed_link(fragment: &str) -> String {
    if !is_hosted() {
        return link(fragment);
    }
    joined(&format!("{}dateline.html", folder()), fragment)
}

/// The single file beside a hosted page, as that page itself may frame it.
pub(crate) fn preview_link(fragment: &str) -> String {
    format!("./dateline.html#{fragment}")
}

/// The script of the element, which stands beside the page.
pub(crate) fn embed_script() -> String {
    format!("{}embed.js", folder())
}

/// Whether the page is one of a site, with the single file and the element's script beside it.
pub(crate) fn is_hosted() -> bool {
    super::dom::find("link[rel=manifest]").is_some()
}

/// The address of the folder in which others find the page; empty for a page opened as a file.
fn folder() -> String {
    let address = public_address().unwrap_or_default();
    address.rsplit_once('/').map_or_else(String::new, |(folder, _)| format!("{folder}/"))
}

/// A link within the page. It names the page by its last part only, since a bare fragment is taken
/// for a link past the navigation.
pub(crate) fn href(fragment: &str) -> String {
    let address = address();
    let name = address.rsplit('/').next().unwrap_or_default();
    // A page in memory, as the importer opens one, has no folder in which a name could be looked for.
    let name = match name {
        _ if address.starts_with("blob:") => "",
        "" => "./",
        name => name,
    };
    format!("{name}#{fragment}")
}

/// Where others put their own documents in; only a page of a site has it beside it.
pub(crate) fn importer(language: &str) -> Option<String> {
    (is_hosted() && !in_frame()).then(|| format!("./import.html#lang={language}"))
}

/// Whether the page stands in another page's frame.
pub(crate) fn in_frame() -> bool {
    let window = window();
    // A cross-origin parent throws, which only a frame can see.
    !matches!(window.parent(), Ok(Some(parent)) if parent == window)
}

/// Puts `fragment` into the address as a new entry of the history. In a frame it takes the place of
/// the present one, or the host's Back button would fill up.
pub(crate) fn push(fragment: &str) {
    PENDING.take();
    if in_frame() {
        write(fragment);
        return;
    }
    // The browser may refuse when called too often; the page works on without the entry.
    let _ = history().push_state_with_url(&JsValue::NULL, "", Some(&format!("#{fragment}")));
}

/// Puts `fragment` into the address in place of the present one, a moment later: Safari throws when
/// it is done too often.
pub(crate) fn replace(fragment: String) {
    PENDING.replace(Some(Timeout::new(200, move || write(&fragment))));
}

fn write(fragment: &str) {
    super::frame::tell_state(fragment);
    let _ = history().replace_state_with_url(&JsValue::NULL, "", Some(&format!("#{fragment}")));
}

/// Shows `fragment` as if it had been typed, with no new entry in the history.
pub(super) fn show(fragment: &str) {
    let _ = window().location().replace(&format!("#{fragment}"));
}

/// Adds an entry for a sheet that Back closes.
pub(crate) fn push_sheet() {
    if !in_frame() {
        let _ = history().push_state_with_url(&JsValue::from_str("sheet"), "", None);
    }
}

/// Whether the present entry is that of a sheet.
pub(crate) fn at_sheet() -> bool {
    history().state().is_ok_and(|state| state.as_string().as_deref() == Some("sheet"))
}

/// Goes back one entry.
pub(crate) fn back() {
    let _ = history().back();
}

/// Calls `changed` whenever Back, Forward or a typed address changes the fragment.
pub(crate) fn on_change(changed: impl Fn() + Clone + 'static) {
    let again = changed.clone();
    EventListener::new(&window(), "popstate", move |_| changed()).forget();
    EventListener::new(&window(), "hashchange", move |_| again()).forget();
}

/// The reader's present day.
pub(crate) fn today() -> dateline_corpus::Day {
    let minutes = js_sys::Date::now() / 60_000.0 - js_sys::Date::new_0().get_timezone_offset();
    let days = (minutes / 1_440.0).floor();
    #[expect(clippy::cast_possible_truncation, reason = "a float to int cast saturates")]
    let days = days as i32;
    dateline_corpus::Day(days)
}
