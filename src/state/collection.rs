//! The corpus with what is looked up in it again and again. Never changes.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use dateline_corpus::{
    Corpus, Day, Document, Event, EventKind, Index, IssuedBasis, Report, Span, core, order,
};

/// The corpus and its look-up tables.
pub(crate) struct Collection {
    /// The corpus as it was baked.
    pub(crate) corpus: Arc<Corpus>,
    /// It made ready for queries.
    pub(crate) index: Index,
    /// The first and the last day of what the page opens with.
    pub(crate) core: Option<(Day, Day)>,
    conflicting: HashSet<String>,
    /// For each document whether its publication tells it from most others.
    named_by_publication: Vec<bool>,
}

/// Up to so many documents of one publication are told apart by their dates.
const FEW: u32 = 3;

/// What a document does for an event; a shape each in the drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// It reports it in its own words.
    Reports,
    /// Its wording is another document's.
    Copies,
    /// It contradicts another report.
    Conflicts,
    /// It mentions it, and no words of it give the date.
    Mentions,
    /// It says nothing of it.
    Silent,
}

impl Role {
    /// The class that draws it.
    pub(crate) fn class(self) -> &'static str {
        match self {
            Self::Reports => "c r",
            Self::Copies => "c k",
            Self::Conflicts => "c x",
            Self::Mentions => "c m",
            Self::Silent => "c s",
        }
    }
}

impl Collection {
    /// The tables of `corpus`.
    pub(crate) fn new(corpus: Corpus) -> Self {
        let corpus = Arc::new(corpus);
        let conflicting = corpus.conflicts.iter().flat_map(|c| c.reports.iter().cloned()).collect();
        let publications = corpus.documents.iter().map(|document| &document.publication);
        let mut counts: HashMap<&str, u32> = HashMap::new();
        for publication in publications.clone().flatten() {
            *counts.entry(publication).or_default() += 1;
        }
        let named_by_publication = publications
            .map(|publication| {
                publication
                    .as_ref()
                    .is_some_and(|name| !name.is_empty() && counts[name.as_str()] <= FEW)
            })
            .collect();
        let core = core(corpus.events.iter().map(|event| event.date.known()).collect());
        let index = Index::new(Arc::clone(&corpus));
        Self { index, core, corpus, conflicting, named_by_publication }
    }

    /// The index of the document with this id.
    pub(crate) fn document_index(&self, id: &str) -> Option<usize> {
        self.index.document(id).map(|index| index as usize)
    }

    /// The document with this id.
    pub(crate) fn document(&self, id: &str) -> Option<&Document> {
        self.document_index(id).map(|index| &self.corpus.documents[index])
    }

    /// The indices of event and report of the report with this id.
    pub(crate) fn report(&self, id: &str) -> Option<(usize, usize)> {
        self.index.report(id).map(|(event, report)| (event as usize, report as usize))
    }

    /// The first and the last day of all events; an open date counts with the end it has.
    pub(crate) fn days(&self) -> Option<(Day, Day)> {
        let known = self.corpus.events.iter().map(|event| event.date.known());
        known.clone().map(|it| it.0).min().zip(known.map(|it| it.1).max())
    }

    /// Whether the event at `index` begins before what the page opens with.
    pub(crate) fn is_early(&self, index: usize) -> bool {
        let date = &self.corpus.events[index].date;
        self.core.is_some_and(|(first, _)| date.first().or(date.last()) < Some(first))
    }

    /// The first report of `event` that stands in `document`, else its first of all.
    pub(crate) fn report_in<'a>(
        &self,
        event: &'a Event,
        document: Option<&str>,
    ) -> Option<&'a Report> {
        event
            .reports
            .iter()
            .find(|report| document.is_some_and(|id| report.document == id))
            .or_else(|| event.lead())
    }

    /// The documents that say something of `event`, by index, each with what it does, in order.
    pub(crate) fn roles(&self, event: &Event) -> Vec<(usize, Role)> {
        let mut roles: Vec<(usize, Role)> = Vec::new();
        for report in &event.reports {
            let Some(index) = self.document_index(&report.document) else { continue };
            let role = if self.conflicting.contains(&report.id) {
                Role::Conflicts
            } else if report.copies.is_some() {
                Role::Copies
            } else if event.kind == EventKind::Mention && report.timex.start == report.timex.end {
                Role::Mentions
            } else {
                Role::Reports
            };
            match roles.iter_mut().find(|(known, _)| *known == index) {
                Some((_, known))
                    if role == Role::Conflicts
                        || matches!(known, Role::Copies | Role::Mentions) =>
                {
                    *known = role;
                }
                Some(_) => {}
                None => roles.push((index, role)),
            }
        }
        order::sort_by_key(&mut roles, |(index, _)| *index);
        roles
    }

    /// The date words of every report in the document at `index`, each with its event, in order.
    pub(crate) fn reported_dates(&self, index: usize) -> Vec<(Span, usize)> {
        let id = &self.corpus.documents[index].id;
        let mut dates: Vec<(Span, usize)> = Vec::new();
        for (event, reports) in self.corpus.events.iter().map(|e| &e.reports).enumerate() {
            let here = reports.iter().filter(|report| report.document == *id);
            dates.extend(here.map(|report| (report.timex, event)));
        }
        order::sort(&mut dates);
        dates
    }

    /// For each document how many passages and events it shares with the one at `index`.
    pub(crate) fn shared_with(&self, index: usize) -> Vec<u32> {
        let corpus = &self.corpus;
        let mut shared = vec![0; corpus.documents.len()];
        let mut count = |documents: Vec<&str>| {
            if documents.contains(&corpus.documents[index].id.as_str()) {
                let others = documents.iter().filter_map(|id| self.document_index(id));
                others.for_each(|other| shared[other] += 1);
            }
        };
        for passage in &corpus.passages {
            count(vec![&passage.first.document, &passage.second.document]);
        }
        for event in &corpus.events {
            count(event.reports.iter().map(|report| report.document.as_str()).collect());
        }
        shared
    }

    /// A short name of the document at `index`: its publication where that tells it from the others,
    /// else its title.
    pub(crate) fn short_name(&self, index: usize) -> &str {
        let document = &self.corpus.documents[index];
        let publication = document.publication.as_deref();
        publication.filter(|_| self.named_by_publication[index]).unwrap_or(&document.title)
    }

    /// Whether anything tells when the document was issued.
    pub(crate) fn is_dated(document: &Document) -> bool {
        document.issued.is_some() && document.issued_basis != IssuedBasis::None
    }
}
