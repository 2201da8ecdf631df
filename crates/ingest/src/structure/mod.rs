//! The structure of a text: blocks, and the repairs that made it readable. Knows no file format but
//! plain text and Markdown; what the words mean is `metadata`'s business.

mod draft;
mod lines;
mod marks;
mod pages;
mod record;
mod subtitles;
mod writer;

pub(crate) use draft::{Draft, MarkKind, block, span};
pub(crate) use lines::{Flavour, stamped, structure};
pub(crate) use record::{entry, hour, record, time};
pub(crate) use writer::Writer;
