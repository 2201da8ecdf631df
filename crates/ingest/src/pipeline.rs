//! The way of the data, stage by stage. Each stage is a module of its own; nothing is decided here.

use dateline_corpus::{Corpus, Diagnostic, Document, FORMAT, Span};

use crate::{
    conflict, correction, dateline, entity, event, figure, gap, passage, quotation, read, report,
    sentence, sha, tag, weight,
};

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
    let mut reports = Vec::with_capacity(documents.len());
    let mut quotations = Vec::with_capacity(documents.len());
    let sentences: Vec<Vec<Span>> = documents.iter().map(sentence::sentences).collect();
    for (document, sentences) in documents.iter().zip(&sentences) {
        reports.push(report::reports(document, sentences));
        quotations.push(report::quotations(document, sentences));
    }
    for (document, sentences) in documents.iter_mut().zip(&sentences) {
        document.quotations = quotation::quotations(document, &entities, sentences);
    }
    for ((document, sentences), reports) in documents.iter().zip(&sentences).zip(&mut reports) {
        report::fill_about(document, sentences, &entities, reports);
    }
    let mut events = event::events(&documents, &entities, &passages, reports, &quotations);
    let (figures, mut conflicts) = figure::figures(&documents, &sentences, &events);
    conflicts.extend(conflict::conflicts(&documents, &events));
    weight::weigh(&documents, &mut events);
    let misnamed = correction::unknown(&documents, &events);
    let hashes: String = documents.iter().map(|document| document.sha256.as_str()).collect();
    Corpus {
        format: FORMAT,
        sha256: sha::sha256(hashes.as_bytes()),
        gaps: gap::gaps(&events),
        documents,
        events,
        entities,
        passages,
        conflicts,
        figures,
        diagnostics: earlier.into_iter().chain(found).chain(misnamed).collect(),
        ..Corpus::default()
    }
}

/// By issue date, undated last, then by source name.
fn document_order(document: &Document) -> impl Ord + '_ {
    let issued = document.issued.as_ref();
    (issued.is_none(), issued, document.source.as_str())
}
