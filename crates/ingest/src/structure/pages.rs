//! What pages leave in a text that was recognised or printed to a file: form feeds, running heads, and
//! words that a hyphen cut at the end of a line.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::lines::Line;
use super::marks::Edit;

/// On how many pages a running head stands.
const PAGES: usize = 3;

/// Which lines are running heads and feet: the first or the last of a page, and but for their digits on
/// three pages or more. Pages are what form feeds part.
pub(super) fn running_heads(lines: &[Line<'_>]) -> BTreeSet<usize> {
    let begins = |at: &usize| lines[*at].text.starts_with('\u{c}');
    let starts: Vec<usize> = [0].into_iter().chain((1..lines.len()).filter(begins)).collect();
    if starts.len() < PAGES {
        return BTreeSet::new();
    }
    let ends = starts[1..].iter().copied().chain([lines.len()]);
    let mut edges: Vec<usize> = Vec::new();
    for (from, to) in starts.iter().copied().zip(ends) {
        let filled = |at: &usize| !lines[*at].text.trim().is_empty();
        edges.extend((from..to).find(filled));
        edges.extend((from..to).rfind(filled));
    }
    edges.dedup();
    let bare = |at: usize| -> String {
        lines[at].text.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect()
    };
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for at in edges.iter().filter(|at| lines[**at].text.chars().take(121).count() <= 120) {
        *counts.entry(bare(*at)).or_default() += 1;
    }
    edges.retain(|at| counts.get(&bare(*at)).is_some_and(|count| *count >= PAGES));
    edges.into_iter().collect()
}

/// Whether words end in the middle of a word that a hyphen cut.
pub(super) fn hyphened(words: &str) -> bool {
    let mut back = words.chars().rev();
    back.next() == Some('-') && back.next().is_some_and(char::is_lowercase)
}

/// Joins the words of a paragraph that a hyphen cut at the end of a line.
pub(super) fn unhyphen(source: &str, range: Range<usize>, edits: &mut Vec<Edit>) {
    let words = &source[range.clone()];
    for (at, _) in words.match_indices('\n') {
        let before = words[..at].trim_end_matches([' ', '\t']);
        let rest = &words[at + 1..];
        let after = rest.trim_start_matches([' ', '\t', '>']);
        if hyphened(before) && after.starts_with(char::is_lowercase) {
            let cut = range.start + before.len() - 1..range.end - after.len();
            edits.push(Edit { range: cut, kind: "joined-hyphen", new: "" });
        }
    }
}
