//! Copied wording: a report that lies in a passage shared with another document repeats the report
//! there, and counts once.

use std::collections::BTreeMap;

use dateline_corpus::{Document, Passage, Report, Span};

use super::facts::{Facts, differ, shared};
use super::pairs::Link;

/// Stronger than any agreement of words.
const STRENGTH: u32 = 10_000;
/// So many reports away, within a passage, the copy of one may stand.
const NEAR: usize = 32;

/// The pairs of reports whose dated words stand in one shared passage. Sets `copies` of the second.
pub(super) fn copied(
    documents: &[Document],
    passages: &[Passage],
    reports: &mut [Report],
    facts: &[Facts],
    starts: &[usize],
) -> Vec<Link> {
    let numbers: BTreeMap<&str, usize> = documents.iter().map(|d| d.id.as_str()).zip(0..).collect();
    let mut links = Vec::new();
    for passage in passages {
        let (Some(&first), Some(&second)) = (
            numbers.get(passage.first.document.as_str()),
            numbers.get(passage.second.document.as_str()),
        ) else {
            continue;
        };
        let own = within(reports, starts, first, passage.first.span);
        let other = within(reports, starts, second, passage.second.span);
        for &a in &own {
            let (words, date) = (place(&documents[first], &reports[a]), reports[a].date.clone());
            // A long passage may say "Monday" twice: the one at the same place in it is meant.
            let offset = reports[a].timex.start.saturating_sub(passage.first.span.start);
            let place_of =
                |b: usize| reports[b].timex.start.saturating_sub(passage.second.span.start);
            let near = other.partition_point(|&b| place_of(b) < offset);
            let near = near.saturating_sub(NEAR)..other.len().min(near + NEAR);
            let same = other[near].iter().copied().filter(|&b| {
                reports[b].date.meets(&date) && place(&documents[second], &reports[b]) == words
            });
            let Some(b) = same.min_by_key(|&b| place_of(b).abs_diff(offset)) else { continue };
            // "The second edition of a series" was not copied from the first.
            if are_of_a_series(&facts[a], &facts[b]) || are_of_a_mould(&facts[a], &facts[b]) {
                continue;
            }
            if !is_carried(passage.first.span, &reports[a])
                && !is_carried(passage.second.span, &reports[b])
            {
                continue;
            }
            if reports[b].copies.is_none() {
                reports[b].copies = Some(reports[a].id.clone());
            }
            if let (Ok(a), Ok(b)) = (u32::try_from(a), u32::try_from(b)) {
                links.push(Link { strength: STRENGTH, a, b, rule: "copied-wording" });
            }
        }
    }
    links
}

/// Whether two reports count different things in order.
pub(super) fn are_of_a_series(a: &Facts, b: &Facts) -> bool {
    !a.ordinals.is_empty() && !b.ordinals.is_empty() && shared(&a.ordinals, &b.ordinals) == 0
}

/// Whether two reports are one sentence with other names and numbers in it: "In trading on Friday, Alpha
/// closed at 12.5", and Beta at 60.
pub(super) fn are_of_a_mould(a: &Facts, b: &Facts) -> bool {
    differ(&a.capitals, &b.capitals) && differ(&a.numbers, &b.numbers)
}

/// Whether a passage carries what a report says and not only a turn of phrase in it: a third of its
/// sentence, and nearly all where the date is long, as "the 2020 election" stands in very many sentences.
fn is_carried(passage: Span, report: &Report) -> bool {
    let length = |span: Span| span.end.saturating_sub(span.start);
    let common =
        Span { start: passage.start.max(report.span.start), end: passage.end.min(report.span.end) };
    let is_long = report
        .date
        .first()
        .zip(report.date.last())
        .is_none_or(|(first, last)| last.0 - first.0 > 31);
    let share = if is_long { 80 } else { 33 };
    length(common) * 100 >= length(report.span) * share
}

/// The words of a report's timex, as letters and digits.
fn place(document: &Document, report: &Report) -> String {
    crate::identity::normal_form(report.timex.of(&document.text))
}

/// The reports of a document whose dated words touch `span`.
fn within(reports: &[Report], starts: &[usize], document: usize, span: Span) -> Vec<usize> {
    (starts[document]..starts[document + 1])
        .filter(|&at| reports[at].timex.overlaps(span))
        .collect()
}
