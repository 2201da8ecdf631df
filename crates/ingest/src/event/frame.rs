//! The events that frame the happening: a document was issued, a work appeared, a source that a
//! document refers to was published. Dates of retrieval and archiving make no event.

use std::collections::BTreeMap;

use dateline_corpus::{
    Basis, BlockKind, Date, Document, Event, EventKind, IssuedBasis, Reference, Report, Span,
};

use super::cluster;
use crate::{identity, report::shorten};

/// The event of a document's own publication; `None` when its date is unknown.
pub(super) fn publication(document: &Document) -> Option<Event> {
    let issued = document.issued.clone()?;
    let stated = document.metadata.iter().find(|datum| datum.field == "issued" && !datum.inferred);
    let headline = document.metadata.iter().find(|datum| datum.field == "title");
    let (basis, rule, words) = match document.issued_basis {
        IssuedBasis::Stated => (Basis::Explicit, "issue-date", stated.or(headline)),
        IssuedBasis::Inferred | IssuedBasis::None => {
            (Basis::AnchoredInferred, "issue-date-inferred", headline)
        }
    };
    let span = words.and_then(|datum| datum.span).unwrap_or_else(|| first_line(document));
    let mut report = framing_report(document, span, &issued, rule, basis);
    report.title = shorten(&document.title);
    report.id = identity::report_id(&document.id, "publication", 0, 0);
    Some(super::event(EventKind::Publication, vec![report], Vec::new()))
}

/// A dated work or reference of a document.
struct Entry<'d> {
    kind: EventKind,
    /// Its title in normal form.
    title: String,
    reference: &'d Reference,
    report: Report,
}

/// The events of the dated works and references of all documents; one that is named several times, with
/// or without its subtitle, is one.
pub(super) fn references(documents: &[Document]) -> Vec<Event> {
    let mut entries = Vec::new();
    for document in documents {
        let mut seen: BTreeMap<String, usize> = BTreeMap::new();
        for reference in &document.references {
            let words = reference.span.of(&document.text);
            let repeat = seen.entry(identity::normal_form(words)).or_default();
            *repeat += 1;
            let Some(date) = &reference.date else { continue };
            let mut report =
                framing_report(document, reference.span, date, "reference-date", Basis::Explicit);
            let title = reference.title.as_deref().unwrap_or(words);
            report.title = shorten(title);
            report.id = identity::report_id(&document.id, words, 0, *repeat - 1);
            let title = identity::normal_form(title);
            entries.push(Entry { kind: kind(document, reference), title, reference, report });
        }
    }
    // Stable: entries of one title and date stay in the order of the documents.
    entries.sort_by(|a, b| {
        (a.kind, &a.title, &a.report.date).cmp(&(b.kind, &b.title, &b.report.date))
    });
    let mut groups: Vec<Vec<Entry>> = Vec::new();
    for entry in entries {
        match groups.last_mut() {
            Some(group) if group.iter().all(|other| is_same(other, &entry)) => group.push(entry),
            _ => groups.push(vec![entry]),
        }
    }
    let order: BTreeMap<&str, usize> = documents.iter().map(|d| d.id.as_str()).zip(0..).collect();
    groups
        .into_iter()
        .map(|group| {
            let kind = group[0].kind;
            let mut reports: Vec<Report> = group.into_iter().map(|entry| entry.report).collect();
            reports
                .sort_by_key(|report| (order.get(report.document.as_str()).copied(), report.span));
            let joined = if reports.len() > 1 { vec!["same-title".to_owned()] } else { Vec::new() };
            let date = cluster::common_date(reports.iter().map(|report| &report.date));
            let event = super::event(kind, reports, joined);
            Event { date: date.unwrap_or_else(|| event.date.clone()), ..event }
        })
        .collect()
}

/// Whether two entries are of one work: of one title, or of one with and without its subtitle and of the
/// same author or publisher, and of dates that one day meets.
fn is_same(a: &Entry, b: &Entry) -> bool {
    let is_subtitled = |short: &str, long: &str| {
        short.contains(' ')
            && long.strip_prefix(short).is_some_and(|subtitle| subtitle.starts_with(' '))
    };
    let publisher = |entry: &Entry| entry.reference.publisher.as_deref().map(identity::normal_form);
    let same_maker = publisher(a).is_some_and(|name| Some(name) == publisher(b))
        || a.reference.authors.iter().any(|author| b.reference.authors.contains(author));
    let same_title = a.title == b.title
        || same_maker && (is_subtitled(&a.title, &b.title) || is_subtitled(&b.title, &a.title));
    a.kind == b.kind && same_title && a.report.date.meets(&b.report.date)
}

/// A book, or an entry of a list of works, is a work; anything else is a reference.
fn kind(document: &Document, reference: &Reference) -> EventKind {
    let is_listed = document.block_at(reference.span.start).is_some_and(|block| {
        block.kind == BlockKind::Bibliography && block.span.contains(reference.span)
    });
    let is_book =
        reference.identifiers.iter().any(|(scheme, _)| scheme == "ISBN" || scheme == "OCLC")
            || (reference.publisher.is_some() && reference.container.is_none());
    if is_listed || is_book { EventKind::Work } else { EventKind::Reference }
}

/// A report of `date` at `span`. The words that carry the date are the timex of that date there, if
/// there is one; otherwise the empty span at the start, as no words carry it.
fn framing_report(
    document: &Document,
    span: Span,
    date: &Date,
    rule: &str,
    basis: Basis,
) -> Report {
    let mut own = document.timexes_in(span).iter().filter(|timex| span.contains(timex.span));
    let timex = own.find(|timex| timex.date.as_ref() == Some(date));
    Report {
        id: String::new(),
        document: document.id.clone(),
        span,
        timex: timex.map_or(Span { start: span.start, end: span.start }, |timex| timex.span),
        kind: "DATE".to_owned(),
        value: timex.map_or_else(|| date.edtf().to_owned(), |timex| timex.value.clone()),
        modifier: timex.and_then(|timex| timex.modifier.clone()),
        rule: rule.to_owned(),
        basis,
        date: date.clone(),
        reference: None,
        title: String::new(),
        entities: Vec::new(),
        modality: dateline_corpus::Modality::Reported,
        speaker: None,
        copies: None,
        context: None,
        about: None,
    }
}

/// The first line of a document that has any words.
fn first_line(document: &Document) -> Span {
    document.blocks.first().map(|block| block.span).unwrap_or_default()
}
