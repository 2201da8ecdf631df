//! What two documents share and where they differ, in the order of the first.

use dateline_corpus::{Span, order, snippet};

use crate::state::Collection;
use crate::strings::Strings;

/// What was found between two documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// They share wording.
    SameWords,
    /// They give figures that agree.
    FigureAgrees,
    /// They give figures that differ.
    Differs,
    /// They report the same event in their own words.
    SameEvent,
}

/// A pair of spans, one in each document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Finding {
    /// Where it is in the first document.
    pub(super) first: Span,
    /// Where it is in the second.
    pub(super) second: Span,
    /// What it is.
    pub(super) kind: Kind,
    /// A sentence about it; may be empty.
    pub(super) note: String,
}

impl Finding {
    /// Whether both sides say it in the same words.
    pub(super) fn is_same_words(&self) -> bool {
        self.kind == Kind::SameWords
    }

    /// The class that draws it.
    pub(super) fn class(&self) -> &'static str {
        match self.kind {
            Kind::SameWords => "same",
            Kind::FigureAgrees => "agrees",
            Kind::Differs => "diff",
            Kind::SameEvent => "event",
        }
    }
}

/// A kind of finding in words.
pub(super) fn kind_name(kind: Kind, strings: &Strings) -> &'static str {
    match kind {
        Kind::SameWords => strings.same_words,
        Kind::FigureAgrees => strings.figure_agrees,
        Kind::Differs => strings.differs,
        Kind::SameEvent => strings.same_event,
    }
}

/// Everything found between the documents at these indices.
pub(super) fn findings(collection: &Collection, first: usize, second: usize) -> Vec<Finding> {
    let corpus = &collection.corpus;
    let ids = [&corpus.documents[first].id, &corpus.documents[second].id];
    let mut found: Vec<Finding> = Vec::new();
    for passage in &corpus.passages {
        let sides = [&passage.first, &passage.second];
        for (a, b) in [(0, 1), (1, 0)] {
            if sides[a].document == *ids[0] && sides[b].document == *ids[1] {
                let (first, second) = (sides[a].span, sides[b].span);
                found.push(Finding { first, second, kind: Kind::SameWords, note: String::new() });
            }
        }
    }
    for figure in &corpus.figures {
        let side = |id: &str| figure.places.iter().find(|p| p.document == id).map(|p| p.span);
        if let (Some(first), Some(second)) = (side(ids[0]), side(ids[1])) {
            let kind =
                if figure.relation == "conflict" { Kind::Differs } else { Kind::FigureAgrees };
            found.push(Finding { first, second, kind, note: figure.subject.clone() });
        }
    }
    for conflict in &corpus.conflicts {
        let spans = conflict.reports.each_ref().map(|id| {
            let (event, report) = collection.report(id)?;
            let report = &corpus.events[event].reports[report];
            Some((&report.document, report.span))
        });
        if let [Some((a, first)), Some((b, second))] = spans {
            let (kind, note) = (Kind::Differs, conflict.note.clone());
            if (a, b) == (ids[0], ids[1]) {
                found.push(Finding { first, second, kind, note });
            } else if (a, b) == (ids[1], ids[0]) {
                found.push(Finding { first: second, second: first, kind, note });
            }
        }
    }
    for event in &corpus.events {
        let side = |id: &str| event.reports.iter().find(|r| r.document == id).map(|r| r.span);
        if let (Some(first), Some(second)) = (side(ids[0]), side(ids[1])) {
            let known = |f: &Finding| f.first.overlaps(first) && f.second.overlaps(second);
            if !found.iter().any(known) {
                found.push(Finding { first, second, kind: Kind::SameEvent, note: String::new() });
            }
        }
    }
    order::sort_by_key(&mut found, |finding| (finding.first, finding.second, finding.kind));
    found
}

/// The beginning of a passage, with what is left out marked.
pub(super) fn short(text: &str) -> String {
    let whole = Span { start: 0, end: u32::try_from(text.len()).unwrap_or(u32::MAX) };
    let cut = snippet(text, whole, &[], 120).span;
    if cut == whole { text.to_owned() } else { format!("{}…", cut.of(text)) }
}
