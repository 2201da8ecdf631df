//! What was made, as a file in the browser's memory that can be opened and saved.

use js_sys::Array;
use web_sys::{Blob, BlobPropertyBag, Url};

/// A page in memory.
pub(crate) fn page(html: &str) -> Option<Blob> {
    let options = BlobPropertyBag::new();
    options.set_type("text/html;charset=utf-8");
    Blob::new_with_str_sequence_and_options(&Array::of1(&html.into()), &options).ok()
}

/// An address for it, good as long as this page.
pub(crate) fn address(blob: &Blob) -> Option<String> {
    Url::create_object_url_with_blob(blob).ok()
}

/// Gives the memory behind an address back.
pub(crate) fn release(address: &str) {
    let _ = Url::revoke_object_url(address);
}
