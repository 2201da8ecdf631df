//! The way of the data, stage by stage. Each stage is a module of its own; nothing is decided here.

use dateline_corpus::{Corpus, Diagnostic, Document, FORMAT};

use crate::{dateline, entity, event, gap, passage, read, report, sha, tag, weight};

/// A file to read.
#[derive(Clone, Debug)]
pub struct Source {
    /// Its name, relative to the folder, with `/` between folders.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// The corpus of `sources`; what could not be read stands in its `diagnostics`, after `earlier`
/// (what listing the folder already found). The order of `sources` does not matter.
#[must_use]
pub fn ingest(sources: Vec<Source>, earlier: Vec<Diagnostic>) -> Corpus {
    let (mut documents, found) = read::read_all(sources);
    let mut passages = passage::passages(&documents);
    dateline::date_documents(&mut documents, &passages);
    passage::direct(&mut passages, &documents);
    for document in &mut documents {
        tag::tag(document);
    }
    documents.sort_by(|a, b| document_order(a).cmp(&document_order(b)));
    let entities = entity::entities(&mut documents);
    let reports = documents.iter().map(report::reports).collect();
    let mut events = event::events(&documents, reports);
    weight::weigh(&documents, &mut events);
    let hashes: String = documents.iter().map(|document| document.sha256.as_str()).collect();
    Corpus {
        format: FORMAT,
        sha256: sha::sha256(hashes.as_bytes()),
        gaps: gap::gaps(&events),
        documents,
        events,
        entities,
        passages,
        diagnostics: earlier.into_iter().chain(found).collect(),
        ..Corpus::default()
    }
}

/// By issue date, undated last, then by source name.
fn document_order(document: &Document) -> impl Ord + '_ {
    let issued = document.issued.as_ref();
    (issued.is_none(), issued, document.source.as_str())
}
