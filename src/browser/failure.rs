//! What a panic leaves behind. Draws nothing: the page cannot be trusted to, and its starting script
//! shows what happened.

use std::panic::PanicHookInfo;

use gloo::utils::window;

use super::dom;

/// Tells the page around the module that it has stopped, and where.
pub(crate) fn tell(panic: &PanicHookInfo<'_>) {
    let place = panic.location().map(ToString::to_string).unwrap_or_default();
    // A message that was put together may quote a document; one that stands in the program cannot.
    let fixed = panic.payload().downcast_ref::<&'static str>().copied();
    let what = format!("panicked at {place}: {}", fixed.unwrap_or("(message left out)"));
    dom::root_attribute("data-stopped", Some(&what));
    if let Ok(event) = web_sys::Event::new("dateline-stopped") {
        let _ = window().dispatch_event(&event);
    }
}
