//! Documents to corpus: read, fingerprint, date, tag, extract, merge. Pure: the bytes are an argument,
//! and the same bytes give the same corpus. Reading never fails: it returns what it could read, and
//! diagnostics.

mod calendar;
mod dateline;
mod language;
mod metadata;
mod passage;
mod read;
mod sentence;
mod sha;
mod structure;

use dateline_corpus::{Corpus, Diagnostic, FORMAT};

pub use dateline::date_documents;
pub use passage::passages;
pub use read::{MAX_BYTES, MAX_LINE, read, read_all};
pub use sentence::sentences;

/// A file to read.
#[derive(Clone, Debug)]
pub struct Source {
    /// Its name, relative to the folder, with `/` between folders.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// The corpus of `sources`; what could not be read stands in its `diagnostics`, after `earlier`
/// (what listing the folder already found).
#[must_use]
pub fn ingest(sources: Vec<Source>, earlier: Vec<Diagnostic>) -> Corpus {
    let (mut documents, found) = read_all(sources);
    let passages = passages(&documents);
    date_documents(&mut documents, &passages);
    let diagnostics = earlier.into_iter().chain(found).collect();
    Corpus { format: FORMAT, documents, passages, diagnostics, ..Corpus::default() }
}
