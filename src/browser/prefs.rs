//! Preferences kept in the browser: looks only, never a document's text, a name or a query.

use gloo::storage::{LocalStorage, Storage};

/// A preference's value; `None` when unset or when storage is refused, as in a sandbox.
pub(crate) fn get(name: &str) -> Option<String> {
    LocalStorage::get(key(name)).ok()
}

/// Keeps a preference where storage allows it.
pub(crate) fn set(name: &str, value: &str) {
    // A sandboxed page has no storage; the preference then lasts as long as the page.
    let _ = LocalStorage::set(key(name), value);
}

fn key(name: &str) -> String {
    format!("dateline.{name}")
}
