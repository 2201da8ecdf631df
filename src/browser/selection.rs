//! What the reader has selected, and the one place where UTF-16 is met.

use gloo::events::EventListener;
use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

/// The two ends of a selection: each the `data-start` of its block, and UTF-16 units into the block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Ends {
    /// Where it begins.
    pub(crate) first: (u32, u32),
    /// Where it ends.
    pub(crate) last: (u32, u32),
}

/// Calls `changed` whenever the selection changes.
pub(crate) fn on_change(changed: impl Fn() + 'static) {
    super::dom::keep(EventListener::new(&document(), "selectionchange", move |_| changed()));
}

/// What is selected in the reader; `None` when nothing is.
pub(crate) fn in_reader() -> Option<Ends> {
    let selection = window().get_selection().ok().flatten()?;
    if selection.is_collapsed() || selection.range_count() == 0 {
        return None;
    }
    let range = selection.get_range_at(0).ok()?;
    let first = place(&range.start_container().ok()?, range.start_offset().ok()?)?;
    let last = place(&range.end_container().ok()?, range.end_offset().ok()?)?;
    Some(Ends { first, last })
}

/// The place `offset` into `node`, counted from the block it stands in.
fn place(node: &Node, offset: u32) -> Option<(u32, u32)> {
    let element = match node.dyn_ref::<Element>() {
        Some(element) => element.clone(),
        None => node.parent_element()?,
    };
    let block = element.closest("#reader [data-start]").ok().flatten()?;
    let before = document().create_range().ok()?;
    before.select_node_contents(&block).ok()?;
    before.set_end(node, offset).ok()?;
    let units = String::from(before.to_string()).encode_utf16().count();
    let start = block.get_attribute("data-start")?.parse().ok()?;
    Some((start, u32::try_from(units).ok()?))
}

/// How many bytes of `text` its first `units` UTF-16 units take; all of it when it has fewer.
pub(crate) fn bytes_of_utf16(text: &str, units: u32) -> u32 {
    let mut left = units as usize;
    let mut bytes = 0;
    for letter in text.chars() {
        if left < letter.len_utf16() {
            break;
        }
        left -= letter.len_utf16();
        bytes += letter.len_utf8();
    }
    u32::try_from(bytes).unwrap_or(u32::MAX)
}
