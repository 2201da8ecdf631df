//! Preferences kept in the browser: looks only, never a document's text, a name or a query.

use gloo::utils::window;
use web_sys::Storage;

/// A preference's value; `None` when unset or when storage is refused, as in a sandbox.
pub(crate) fn get(name: &str) -> Option<String> {
    storage()?.get_item(&key(name)).ok()?
}

/// Keeps a preference where storage allows it.
pub(crate) fn set(name: &str, value: &str) {
    // Where it does not, or is full, the preference lasts as long as the page.
    if let Some(storage) = storage() {
        let _ = storage.set_item(&key(name), value);
    }
}

/// The page's storage. In a sandbox even asking for it throws, where gloo's wrapper panics.
fn storage() -> Option<Storage> {
    window().local_storage().ok()?
}

fn key(name: &str) -> String {
    format!("dateline.{name}")
}
