//! Documents to corpus: read, fingerprint, date, tag, extract, merge. Pure: the bytes are an argument,
//! and the same bytes give the same corpus. Reading never fails: it returns what it could read, and
//! diagnostics.

mod calendar;
mod conflict;
mod correction;
mod dateline;
pub mod entity;
mod event;
mod figure;
mod formula;
mod gap;
mod identity;
mod language;
mod metadata;
mod passage;
mod pipeline;
mod quotation;
mod read;
mod references;
mod report;
mod sentence;
mod sha;
mod structure;
mod tag;
mod weight;
mod words;

pub use dateline::date_documents;
pub use passage::passages;
pub use pipeline::{Baking, Source, Stage, Step, ingest};
pub use read::{MAX_BYTES, MAX_LINE, read, read_all};
pub use sentence::sentences;
