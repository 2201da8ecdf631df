//! The corpus model and its documented, versioned format; index, query and facets over it.
//! No tagger, no reading of documents, no browser.

mod date;
mod format;
mod model;
mod query;

pub use date::{Date, Day, Precision};
pub use format::{DecodeError, FORMAT, decode, encode};
pub use model::*;
pub use query::{Facet, Query, Selection};
