//! Dates that together are one interval: "on Wednesday and Thursday"; "will start on Monday" and, a
//! sentence later, "due to last until Thursday".

use dateline_corpus::{Document, Report, Span};

use super::facts::{Facts, hash, shared};
use super::pairs::Link;

/// Stems of verbs that open something.
const OPENS: [&str; 9] =
    ["start", "begin", "began", "begun", "open", "commenc", "launch", "kick", "conven"];
/// How many reports later the end may stand.
const REACH: usize = 4;
/// How many days the interval may have.
const LONGEST: i32 = 366;

/// The links of first and last days of one document. `starts` are the documents' first reports.
pub(super) fn spans(
    documents: &[Document],
    reports: &[Report],
    facts: &[Facts],
    starts: &[usize],
) -> Vec<Link> {
    let mut links = Vec::new();
    for (number, document) in documents.iter().enumerate() {
        for a in starts[number]..starts[number + 1] {
            for b in a + 1..(a + 1 + REACH).min(starts[number + 1]) {
                let rule = if are_coordinated(document, &reports[a], &reports[b]) {
                    "coordinated-dates"
                } else if opens_and_closes(&reports[a], &reports[b], &facts[a], &facts[b]) {
                    "opens-and-closes"
                } else {
                    continue;
                };
                if let (Ok(a), Ok(b)) = (u32::try_from(a), u32::try_from(b)) {
                    links.push(Link { strength: 0, a, b, rule });
                }
                break;
            }
        }
    }
    links
}

/// Whether the second date follows the first by one day, with only "and" between them.
fn are_coordinated(document: &Document, a: &Report, b: &Report) -> bool {
    let between =
        Span { start: a.timex.end, end: b.timex.start.max(a.timex.end) }.of(&document.text);
    a.span == b.span
        && matches!(between.trim(), "and" | "and on" | "et" | "und" | "y" | "e" | "и" | "&")
        && matches!((a.date.last(), b.date.first()), (Some(last), Some(first)) if first.0 == last.0 + 1)
}

/// Whether the first report opens what the second closes: two content words are the same, and the
/// second's date is an end.
fn opens_and_closes(a: &Report, b: &Report, facts_a: &Facts, facts_b: &Facts) -> bool {
    let (Some(first), Some(last)) = (a.date.first(), b.date.last()) else { return false };
    let opens = OPENS.iter().any(|verb| facts_a.whole.words.binary_search(&hash(verb)).is_ok());
    let is_day = facts_a.length().is_some_and(|days| days <= 7);
    let length = last.0 - first.0;
    opens
        && is_day
        && b.date.first().is_none()
        && (1..=LONGEST).contains(&length)
        && shared(&facts_a.whole.words, &facts_b.whole.words) >= 2
}
