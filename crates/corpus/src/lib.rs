//! The corpus model and its documented, versioned format; index, query and facets over it.
//! No tagger, no reading of documents, no browser.

mod bits;
mod bulk;
mod date;
mod facets;
mod format;
mod index;
mod model;
pub mod order;
mod query;
mod search;
mod snippet;
mod span;
mod table;

pub use bulk::{bulk, core};
pub use date::{Date, Day, Precision};
pub use format::{DecodeError, FORMAT, decode, encode};
pub use index::{Index, SearchWords};
pub use model::*;
pub use query::{
    Choice, DocumentHit, FIELDS, Facet, FacetCounts, Field, HISTOGRAM, Note, Query, Results,
    Selection, ValueCount,
};
pub use search::fold::fold;
pub use snippet::{Snippet, excerpt, snippet};
pub use span::Span;
