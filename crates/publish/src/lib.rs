//! Everything that leaves the page: links, citations, exports, plain HTML, the packed file. Pure.

pub mod link;
mod percent;
mod state;

pub use state::{Compare, Lanes, Mode, Passage, Theme, ViewState};
