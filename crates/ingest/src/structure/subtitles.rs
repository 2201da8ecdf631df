//! Subtitles (SubRip, WebVTT): the words of their cues as paragraphs. Numbers and times between them are
//! taken out as edits, so that nothing is lost.
//!
//! A sentence that goes on in the next cue stays one paragraph. `<v Anna Lind>` becomes `Anna Lind: `.

use dateline_corpus::BlockKind;

use super::lines::{Line, Piece};
use super::marks::Edit;

/// The fewest cues of a file of subtitles.
const CUES: usize = 2;
/// How many lines a cue has at most for each time.
const LINES: usize = 6;

/// The paragraphs of subtitles; `None` when the lines are no subtitles.
pub(super) fn pieces(lines: &[Line<'_>], edits: &mut Vec<Edit>) -> Option<Vec<Piece>> {
    let times = lines.iter().filter(|line| timing(line.text)).count();
    let filled = lines.iter().filter(|line| !line.text.trim().is_empty()).count();
    let first = lines.iter().position(|line| timing(line.text))?;
    if times < CUES || filled > times * LINES || first > 20 {
        return None;
    }
    let mut pieces: Vec<Piece> = Vec::new();
    let mut open = false;
    let mut gap = None;
    let mut at = 0;
    while at < lines.len() {
        let line = &lines[at];
        let words = line.text.trim();
        let numbered = lines.get(at + 1).is_some_and(|next| timing(next.text));
        at += 1;
        // A number or a name stands above the time of a cue.
        if timing(words) || numbered && words.chars().all(|c| c.is_alphanumeric() || c == '-') {
            let start = line.end() - line.text.trim_start().len();
            if !words.is_empty() {
                gap.get_or_insert(start);
                edits.push(Edit { range: start..start + words.len(), kind: "timing", new: "" });
            }
            continue;
        }
        if words.is_empty() {
            continue;
        }
        let start = line.end() - line.text.trim_start().len();
        let spoken = words.starts_with("<v ") || words.starts_with(['-', '–']);
        let header = gap.is_none() && pieces.len() < 2 && at <= first;
        match pieces.last_mut().filter(|_| open && !spoken && !header) {
            Some(last) => {
                let end = last.range.end;
                // The times between the two lines become a space.
                while edits
                    .last()
                    .is_some_and(|edit| edit.range.start >= end && edit.kind == "timing")
                {
                    edits.pop();
                }
                edits.push(Edit { range: end..start, kind: "timing", new: " " });
                last.range.end = start + words.len();
            }
            None => pieces.push(Piece {
                kind: BlockKind::Paragraph,
                level: None,
                range: start..start + words.len(),
            }),
        }
        tags(words, start, edits);
        let bare = words.trim_end_matches(['"', '”', '»', ')', ']']);
        let bare =
            if bare.ends_with('>') { bare.rsplit_once('<').map_or(bare, |(l, _)| l) } else { bare };
        open = !header && !bare.ends_with(['.', '!', '?', '…', '♪', '؟', '。']);
    }
    Some(pieces)
}

/// "00:00:01,000 --> 00:00:03,500 align:start"
fn timing(line: &str) -> bool {
    let Some((from, to)) = line.trim().split_once("-->") else { return false };
    let time = |time: &str| {
        let time = time.trim().split(' ').next().unwrap_or_default();
        time.contains(':') && time.chars().all(|c| c.is_ascii_digit() || ":.,".contains(c))
    };
    time(from) && time(to)
}

/// Takes the tags out of a line; a voice becomes its label.
fn tags(words: &str, start: usize, edits: &mut Vec<Edit>) {
    let mut drop = |from: usize, to: usize, new| {
        edits.push(Edit { range: start + from..start + to, kind: "markup", new });
    };
    if let Some(rest) = words.strip_prefix("- ").or_else(|| words.strip_prefix("– ")) {
        drop(0, words.len() - rest.len(), "");
    } else if let Some(rest) = words.strip_prefix("WEBVTT") {
        let rest = rest.trim_start_matches([' ', '\t', '-']);
        drop(0, words.len() - rest.len(), "");
    }
    let mut at = 0;
    while let Some(found) = words[at..].find('<') {
        let from = at + found;
        let Some(length) = words[from..].find('>') else { break };
        let to = from + length + 1;
        if words[from..].starts_with("<v ") && length > 3 {
            drop(from, from + 3, "");
            drop(to - 1, to, ": ");
        } else if words[from + 1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/') {
            drop(from, to, "");
        }
        at = to;
    }
}
