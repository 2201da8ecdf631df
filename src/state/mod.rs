//! What the page shows: signals and memos over the plain view state.

mod app;
mod collection;
mod link;
mod results;

pub(crate) use app::{App, Dialog, History, Sheet, opens_here};
pub(crate) use collection::{Collection, Role};
pub(crate) use results::{Found, is_empty};
