//! Everything that leaves the page: links, citations, exports, plain HTML, the packed file. Pure.

pub mod cite;
pub mod export;
pub mod html;
pub mod link;
pub mod message;
mod outward;
#[cfg(feature = "pack")]
pub mod pack;
mod percent;
pub mod quote;
mod state;
mod words;

pub use outward::outward_link;
pub use state::{Compare, Lanes, Mode, Passage, Theme, ViewState};
pub use words::{date_in_words, event_date_in_words};
