//! The way of the data, stage by stage. Each stage is a module of its own; nothing is decided here.

use dateline_corpus::{Corpus, Diagnostic, Document, FORMAT, Passage, Report, Span};

use crate::read::Pile;
use crate::{
    conflict, correction, dateline, entity, event, figure, gap, passage, quotation, report,
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
    Baking::new(sources, earlier).finish()
}

/// What the pipeline does, in its order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Reads the files, one a step.
    Read,
    /// Finds what the documents share.
    Compare,
    /// Dates the documents that state no date.
    Date,
    /// Finds the dates in the texts, one document a step.
    Tag,
    /// Finds who and what is named.
    Name,
    /// Finds the sentences that report something dated, one document a step.
    Report,
    /// Makes events of the reports.
    Merge,
}

/// The step that comes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step<'a> {
    /// The stage it belongs to.
    pub stage: Stage,
    /// How many steps of the stage are done.
    pub done: usize,
    /// How many steps the stage has.
    pub of: usize,
    /// The file or document it is about, when that is one.
    pub source: Option<&'a str>,
}

/// A corpus in the making, for whoever wants to say how far it is, or do something between two steps.
///
/// ```
/// # use dateline_ingest::{Baking, Source};
/// let source = Source { name: "a.txt".into(), bytes: b"It opened on 30 January 2018.".into() };
/// let mut baking = Baking::new(vec![source], Vec::new());
/// while let Some(step) = baking.upcoming() {
///     println!("{:?}: {} of {}", step.stage, step.done, step.of);
///     baking.step();
/// }
/// assert_eq!(baking.finish().events.len(), 1);
/// ```
pub struct Baking {
    /// Nothing when all stages are done.
    stage: Option<Stage>,
    /// How many steps of the stage are done.
    done: usize,
    files: usize,
    pile: Pile,
    documents: Vec<Document>,
    passages: Vec<Passage>,
    sentences: Vec<Vec<Span>>,
    reports: Vec<Vec<Report>>,
    quotations: Vec<Vec<report::Quotation>>,
    corpus: Corpus,
}

impl Baking {
    /// What makes the corpus of `sources`; see [`ingest`].
    #[must_use]
    pub fn new(sources: Vec<Source>, earlier: Vec<Diagnostic>) -> Self {
        let pile = Pile::new(sources);
        Self {
            stage: Some(Stage::Read),
            done: 0,
            files: pile.waiting().len(),
            pile,
            documents: Vec::new(),
            passages: Vec::new(),
            sentences: Vec::new(),
            reports: Vec::new(),
            quotations: Vec::new(),
            corpus: Corpus { format: FORMAT, diagnostics: earlier, ..Corpus::default() },
        }
    }

    /// What the next step does; nothing when none is left.
    #[must_use]
    pub fn upcoming(&self) -> Option<Step<'_>> {
        let stage = self.stage?;
        let document = || self.documents.get(self.done).map(|document| document.source.as_str());
        let (of, source) = match stage {
            Stage::Read => (self.files, self.pile.waiting().first().map(|it| it.name.as_str())),
            Stage::Tag | Stage::Report => (self.documents.len(), document()),
            _ => (1, None),
        };
        Some(Step { stage, done: self.done, of, source })
    }

    /// Does the next step, if one is left.
    pub fn step(&mut self) {
        let Some(stage) = self.stage else { return };
        let documents = &mut self.documents;
        self.done += 1;
        let next = match stage {
            Stage::Read => {
                if self.pile.read_next() {
                    return;
                }
                let found;
                (*documents, found) = std::mem::take(&mut self.pile).finish();
                self.corpus.diagnostics.extend(found);
                Stage::Compare
            }
            Stage::Compare => {
                self.passages = passage::passages(documents);
                Stage::Date
            }
            Stage::Date => {
                dateline::date_documents(documents, &self.passages);
                passage::direct(&mut self.passages, documents);
                Stage::Tag
            }
            Stage::Tag => {
                if let Some(document) = documents.get_mut(self.done - 1) {
                    return tag::tag(document);
                }
                documents.sort_by(|a, b| document_order(a).cmp(&document_order(b)));
                Stage::Name
            }
            Stage::Name => {
                self.corpus.entities = entity::entities(documents);
                Stage::Report
            }
            Stage::Report => {
                if self.done <= documents.len() {
                    return self.report(self.done - 1);
                }
                Stage::Merge
            }
            Stage::Merge => return self.merge(),
        };
        (self.stage, self.done) = (Some(next), 0);
    }

    /// The corpus, once all steps that are left are done.
    #[must_use]
    pub fn finish(mut self) -> Corpus {
        while self.stage.is_some() {
            self.step();
        }
        self.corpus
    }

    fn report(&mut self, at: usize) {
        let (document, entities) = (&mut self.documents[at], &self.corpus.entities);
        let sentences = sentence::sentences(document);
        let mut reports = report::reports(document, &sentences);
        self.quotations.push(report::quotations(document, &sentences));
        document.quotations = quotation::quotations(document, entities, &sentences);
        report::fill_about(document, &sentences, entities, &mut reports);
        self.reports.push(reports);
        self.sentences.push(sentences);
    }

    fn merge(&mut self) {
        let documents = std::mem::take(&mut self.documents);
        let (sentences, passages) = (&self.sentences, std::mem::take(&mut self.passages));
        let reports = std::mem::take(&mut self.reports);
        let entities = &self.corpus.entities;
        let mut events = event::events(&documents, entities, &passages, reports, &self.quotations);
        let (figures, mut conflicts) = figure::figures(&documents, sentences, &events);
        conflicts.extend(conflict::conflicts(&documents, &events));
        weight::weigh(&documents, &mut events);
        self.corpus.diagnostics.extend(correction::unknown(&documents, &events));
        let hashes: String = documents.iter().map(|document| document.sha256.as_str()).collect();
        self.corpus = Corpus {
            sha256: sha::sha256(hashes.as_bytes()),
            gaps: gap::gaps(&events),
            documents,
            events,
            passages,
            conflicts,
            figures,
            ..std::mem::take(&mut self.corpus)
        };
        self.stage = None;
    }
}

/// By issue date, undated last, then by source name.
fn document_order(document: &Document) -> impl Ord + '_ {
    let issued = document.issued.as_ref();
    (issued.is_none(), issued, document.source.as_str())
}
