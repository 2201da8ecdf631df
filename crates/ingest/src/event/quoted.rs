//! A quotation by the same speaker in several documents is one utterance.

use std::collections::BTreeMap;

use dateline_corpus::{Basis, Date, Document, IssuedBasis, Modality, Report, Span};

use super::pairs::Link;
use crate::identity;
use crate::report::{Quotation, entities, shorten};

/// Stronger than copied wording.
const STRENGTH: u32 = 20_000;
/// Two quotations are compared when they begin with the same words, this many.
const BEGINNING: usize = 6;

/// Finds the quotations that several documents have, adds a report for each that has none yet, and
/// returns the ids of the reports that are one utterance.
///
/// A quotation whose sentence carries no date has that of the same quotation elsewhere; where none has
/// a date, it was said about the day on which the earliest of the documents was issued.
pub(super) fn quoted(
    documents: &[Document],
    quotations: &[Vec<Quotation>],
    reports: &mut [Vec<Report>],
) -> Vec<Vec<String>> {
    let mut groups: BTreeMap<String, Vec<(usize, &Quotation)>> = BTreeMap::new();
    for (number, quotations) in quotations.iter().enumerate() {
        for quotation in quotations {
            let beginning: Vec<&str> = quotation.words.split(' ').take(BEGINNING).collect();
            groups.entry(beginning.join(" ")).or_default().push((number, quotation));
        }
    }
    let mut utterances = Vec::new();
    for group in groups.into_values() {
        let speaker = group.iter().find_map(|(_, quotation)| quotation.speaker);
        let group: Vec<(usize, &Quotation)> = group
            .into_iter()
            .filter(|(_, quotation)| quotation.speaker.is_none_or(|own| Some(own) == speaker))
            .collect();
        if speaker.is_none() || group.iter().all(|(number, _)| *number == group[0].0) {
            continue;
        }
        utterances.extend(utterance(documents, &group, speaker, reports));
    }
    for reports in reports {
        reports.sort_by(|a, b| (a.span, a.timex, &a.id).cmp(&(b.span, b.timex, &b.id)));
    }
    utterances
}

/// The ids of the reports of one utterance; `None` when nothing tells when it was said.
fn utterance(
    documents: &[Document],
    group: &[(usize, &Quotation)],
    speaker: Option<u32>,
    reports: &mut [Vec<Report>],
) -> Option<Vec<String>> {
    let own = |reports: &[Vec<Report>], number: usize, sentence: Span| {
        reports[number].iter().position(|report| report.span == sentence)
    };
    let dated = group.iter().find_map(|(number, quotation)| {
        own(reports, *number, quotation.sentence).map(|at| reports[*number][at].clone())
    });
    let (date, rule, basis) = match &dated {
        Some(report) => (report.date.clone(), "same-quotation", report.basis),
        None => {
            let (issued, document) = group
                .iter()
                .filter_map(|(number, _)| {
                    Some((documents[*number].issued.as_ref()?, &documents[*number]))
                })
                .min_by(|a, b| (a.0, &a.1.id).cmp(&(b.0, &b.1.id)))?;
            let basis = match document.issued_basis {
                IssuedBasis::Inferred => Basis::AnchoredInferred,
                IssuedBasis::Stated | IssuedBasis::None => Basis::AnchoredStated,
            };
            (about(issued)?, "quoted-by-issue", basis)
        }
    };
    let mut ids = Vec::new();
    for (number, quotation) in group {
        let document = &documents[*number];
        if let Some(at) = own(reports, *number, quotation.sentence) {
            let report = &mut reports[*number][at];
            report.speaker = report.speaker.or(speaker);
            ids.push(report.id.clone());
            continue;
        }
        let words = quotation.sentence.of(&document.text);
        let report = Report {
            id: identity::report_id(&document.id, words, 0, 0),
            document: document.id.clone(),
            span: quotation.sentence,
            timex: Span { start: quotation.sentence.start, end: quotation.sentence.start },
            kind: "DATE".to_owned(),
            value: date.edtf().to_owned(),
            modifier: None,
            rule: rule.to_owned(),
            basis,
            date: date.clone(),
            reference: document.issued.clone(),
            title: shorten(words),
            entities: entities(document, quotation.sentence),
            modality: Modality::Reported,
            speaker,
            copies: None,
            context: None,
            about: None,
        };
        if !ids.contains(&report.id) {
            ids.push(report.id.clone());
            reports[*number].push(report);
        }
    }
    Some(ids)
}

/// About a date: the same, marked as approximate.
fn about(issued: &Date) -> Option<Date> {
    let marked: Vec<String> = issued
        .edtf()
        .split('/')
        .map(|end| format!("{}~", end.trim_end_matches(['~', '?', '%'])))
        .collect();
    Date::parse(&marked.join("/"))
}

/// The links between the reports of each utterance.
pub(super) fn links(reports: &[Report], utterances: &[Vec<String>]) -> Vec<Link> {
    let numbers: BTreeMap<&str, u32> =
        reports.iter().map(|report| report.id.as_str()).zip(0..).collect();
    let mut links = Vec::new();
    for ids in utterances {
        let numbers: Vec<u32> =
            ids.iter().filter_map(|id| numbers.get(id.as_str()).copied()).collect();
        for (at, &a) in numbers.iter().enumerate() {
            links.extend(numbers[at + 1..].iter().map(|&b| Link {
                strength: STRENGTH,
                a: a.min(b),
                b: a.max(b),
                rule: "same-utterance",
            }));
        }
    }
    links
}
