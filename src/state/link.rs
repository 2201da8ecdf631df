//! The view state and the address of the page, kept alike.

use dateline_publish::{ViewState, link};

use super::History;
use crate::browser::location;

/// What the address says.
pub(crate) fn read() -> ViewState {
    link::decode(&location::fragment())
}

/// Writes `view` into the address.
pub(crate) fn write(view: &ViewState, history: History) {
    let fragment = link::encode(view);
    match history {
        History::Push => location::push(&fragment),
        History::Replace => location::replace(fragment),
    }
}
