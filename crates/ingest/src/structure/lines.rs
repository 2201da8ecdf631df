//! Lines to blocks, for plain text and Markdown. What is a mark of the markup and not a word is taken
//! out and recorded; everything else stays where it was.

use std::ops::Range;

use dateline_corpus::{Block, BlockKind, Repair};

use crate::calendar;

use super::draft::{Draft, Mark, block, span};
use super::marks::{Edit, inline};

/// How strictly lines are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Flavour {
    /// Lines may be paragraphs of their own; the commoner Markdown marks are understood, since much
    /// scraped text carries them.
    Plain,
    /// Lines without a blank line between them are one paragraph.
    Markdown,
}

/// Signs that scrapers and word processors leave where a bullet stood.
const BULLETS: &[char] =
    &['☒', '☐', '☑', '\u{f0b7}', '\u{f0a7}', '▪', '■', '□', '◦', '●', '•', '‣', '⁃', '∙'];

/// The fewest words of a line that may be half of a sentence; fewer are a heading or a name.
const SENTENCE: usize = 6;

/// A stretch of the source that will be a block.
struct Piece {
    kind: BlockKind,
    level: Option<u8>,
    range: Range<usize>,
}

/// The draft of a text whose line ends are `\n`.
pub(crate) fn structure(source: &str, flavour: Flavour) -> Draft {
    let mut edits = Vec::new();
    let mut pieces = pieces(source, flavour, &mut edits);
    clean(source, &mut pieces, &mut edits);
    rejoin(source, &mut pieces, &mut edits);
    let mut marks = Vec::new();
    for piece in &pieces {
        inline(source, piece.range.clone(), flavour == Flavour::Markdown, &mut edits, &mut marks);
    }
    edits.sort_by_key(|edit| (edit.range.start, edit.range.end));
    apply(source, &pieces, &edits, marks)
}

struct Line<'a> {
    start: usize,
    text: &'a str,
}

impl Line<'_> {
    fn end(&self) -> usize {
        self.start + self.text.len()
    }

    fn range(&self) -> Range<usize> {
        self.start..self.end()
    }
}

fn lines(source: &str) -> Vec<Line<'_>> {
    let mut start = 0;
    let mut all = Vec::new();
    for text in source.split('\n') {
        all.push(Line { start, text });
        start += text.len() + 1;
    }
    all
}

fn pieces(source: &str, flavour: Flavour, edits: &mut Vec<Edit>) -> Vec<Piece> {
    let lines = lines(source);
    let mut pieces: Vec<Piece> = Vec::new();
    // Consecutive lines of plain prose, waiting to be cut into paragraphs.
    let mut prose: Range<usize> = 0..0;
    for (number, line) in lines.iter().enumerate() {
        let trimmed = line.text.trim();
        let at = line.end() - line.text.trim_start().len();
        let marker = marker(trimmed);
        if marker == Marker::None && !trimmed.is_empty() {
            // A line under a list item that is set in from the margin goes on with it.
            if let Some(last) = pieces.last_mut()
                && last.kind == BlockKind::Item
                && last.range.end + 1 == line.start
                && (flavour == Flavour::Markdown || line.text.starts_with([' ', '\t']))
            {
                last.range.end = line.end();
                continue;
            }
            if prose.is_empty() {
                prose = number..number;
            }
            prose.end = number + 1;
            continue;
        }
        if let Marker::Underline(level) = marker
            && prose.len() == 1
        {
            edits.push(Edit { range: at..at + trimmed.len(), kind: "markdown", new: "" });
            let range = lines[prose.start].range();
            pieces.push(Piece { kind: BlockKind::Heading, level: Some(level), range });
            prose = 0..0;
            continue;
        }
        paragraphs(&lines[prose.clone()], flavour, &mut pieces);
        prose = 0..0;
        let mut drop = |width: usize, kind| {
            edits.push(Edit { range: at..at + width, kind, new: "" });
        };
        let depth = || u8::try_from((at - line.start).min(16) / 2 + 1).ok();
        let (kind, level, width) = match marker {
            Marker::None => continue,
            Marker::Underline(_) | Marker::Rule => {
                drop(trimmed.len(), "markdown");
                continue;
            }
            Marker::Heading(level, width) => {
                drop(width, "markdown");
                (BlockKind::Heading, Some(level), width)
            }
            Marker::Quote(width) => {
                drop(width, "markdown");
                (BlockKind::Quote, None, width)
            }
            Marker::Item(width) => {
                if width > 0 {
                    drop(width, "list-mark");
                }
                (BlockKind::Item, depth(), width)
            }
            Marker::Bullet(width) => {
                drop(width, "dropped-mark");
                (BlockKind::Paragraph, None, width)
            }
        };
        let range = at + width..line.end();
        match pieces.last_mut() {
            // Lines of one quotation follow one another directly.
            Some(last)
                if kind == BlockKind::Quote
                    && last.kind == kind
                    && last.range.end + 1 == line.start =>
            {
                last.range.end = line.end();
            }
            _ => pieces.push(Piece { kind, level, range }),
        }
    }
    paragraphs(&lines[prose], flavour, &mut pieces);
    pieces
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Marker {
    None,
    Heading(u8, usize),
    Underline(u8),
    Rule,
    Quote(usize),
    Item(usize),
    Bullet(usize),
}

/// What a line begins with; widths include the white space after the mark.
fn marker(line: &str) -> Marker {
    let Some(first) = line.chars().next() else { return Marker::None };
    let spaces = |from: usize| from + line[from..].len() - line[from..].trim_start().len();
    let lead = |c: char| line.len() - line.trim_start_matches(c).len();
    if BULLETS.contains(&first) {
        let width = spaces(first.len_utf8());
        return if first == '•' || first == '◦' || first == '▪' || first == '‣' {
            Marker::Item(width)
        } else {
            Marker::Bullet(width)
        };
    }
    let all = |c: char| line.chars().filter(|x| !x.is_whitespace()).all(|x| x == c);
    match first {
        '#' => {
            let count = lead('#');
            let spaced = line[count..].starts_with([' ', '\t']);
            match u8::try_from(count) {
                Ok(level @ 1..=6) if spaced => Marker::Heading(level, spaces(count)),
                _ => Marker::None,
            }
        }
        '=' if all('=') && line.len() >= 3 => Marker::Underline(1),
        '-' if all('-') && line.len() >= 3 => Marker::Underline(2),
        '*' | '_' if all(first) && line.len() >= 3 => Marker::Rule,
        '>' => Marker::Quote(spaces(1)),
        '-' | '*' | '+' if line[1..].starts_with([' ', '\t']) && line[1..].trim().len() > 1 => {
            Marker::Item(spaces(1))
        }
        '0'..='9' if numbered(line) => Marker::Item(0),
        _ => Marker::None,
    }
}

/// Whether a line begins like an item of a numbered list; "5. April 2015" does not.
fn numbered(line: &str) -> bool {
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    line.len() - rest.len() <= 3
        && (rest.starts_with(". ") || rest.starts_with(") "))
        && calendar::at_start(line).is_none()
}

/// Cuts consecutive lines of prose into paragraphs.
fn paragraphs(lines: &[Line<'_>], flavour: Flavour, pieces: &mut Vec<Piece>) {
    let mut push = |range| pieces.push(Piece { kind: BlockKind::Paragraph, level: None, range });
    let [first, .., last] = lines else {
        return lines.iter().for_each(|line| push(line.range()));
    };
    let widths = || lines.iter().map(|line| line.text.trim_end().chars().count());
    let widest = widths().max().unwrap_or(0);
    // Prose that was wrapped by hand or by a mail program fills its lines, but for the last.
    let body = lines.len() - 1;
    let full = widths().take(body).filter(|width| width + 25 >= widest).count();
    let labelled = lines.iter().filter(|line| label(line.text)).count();
    let wrapped = (45..=130).contains(&widest) && full * 10 >= body * 7 && labelled < 2;
    if flavour == Flavour::Markdown || wrapped {
        push(first.start..last.end());
    } else {
        lines.iter().for_each(|line| push(line.range()));
    }
}

/// Whether a line begins like "Date: …" or "PRESENTER: …".
fn label(line: &str) -> bool {
    let head = line.char_indices().take(25).find(|&(_, c)| c == ':').map(|(at, _)| &line[..at]);
    head.is_some_and(|head| {
        head.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase())
            && head.split(' ').count() <= 3
    })
}

/// Takes out lines that a scraper brought along from the page around the text.
fn clean(source: &str, pieces: &mut Vec<Piece>, edits: &mut Vec<Edit>) {
    pieces.retain(|piece| {
        let words = source[piece.range.clone()].trim();
        let found = piece.kind == BlockKind::Paragraph && boilerplate(words);
        if found {
            edits.push(Edit { range: piece.range.clone(), kind: "boilerplate", new: "" });
        }
        !found
    });
}

/// Whole lines, in lower case, that belong to a page and to no text on it.
#[rustfmt::skip]
const BOILERPLATE: &[&str] = &[
    "skip to main content", "skip to content", "skip to navigation", "read more", "share", "share this", "share this article", "share on facebook",
    "share on twitter", "share on x", "tweet", "print", "email this", "advertisement", "advertisment", "continue reading", "sign in", "log in", "subscribe", "subscribe now",
    "menu", "search", "related articles", "related stories", "most read", "load more", "back to top", "leave a comment", "comments", "comments are closed",
    "accept all", "reject all", "accept cookies", "cookie settings", "manage preferences", "follow us", "newsletter", "sign up", "sign up for our newsletter",
    "lire aussi", "partager", "publicité", "aller au contenu principal", "anzeige", "zum inhalt springen", "publicidad", "compartir",
];

/// How lines begin that tell of cookies and consent, in lower case.
const CONSENT: &[&str] = &[
    "we use cookies",
    "this site uses cookies",
    "this website uses cookies",
    "by continuing to use this",
    "nous utilisons des cookies",
    "wir verwenden cookies",
    "utilizamos cookies",
    "we and our partners",
];

fn boilerplate(words: &str) -> bool {
    if words.len() > 300 {
        return false;
    }
    let lower = words.to_lowercase();
    BOILERPLATE.contains(&lower.trim_end_matches(['.', '…', '›', '»', ' ']))
        || CONSENT.iter().any(|start| lower.starts_with(start))
}

/// Joins a sentence that a blank line cut in two: what stands before does not end like a sentence,
/// and what follows begins like the middle of one.
fn rejoin(source: &str, pieces: &mut Vec<Piece>, edits: &mut Vec<Edit>) {
    pieces.dedup_by(|next, last| {
        if last.kind != BlockKind::Paragraph || next.kind != BlockKind::Paragraph {
            return false;
        }
        let (before, after) =
            (source[last.range.clone()].trim_end(), source[next.range.clone()].trim_start());
        let cut = before.ends_with(|c: char| c.is_lowercase() || c == ',')
            && before.split_whitespace().take(SENTENCE).count() == SENTENCE
            && after.starts_with(char::is_lowercase)
            && !address(after);
        if cut {
            let gap = last.range.start + before.len()..next.range.end - after.len();
            // Something else taken out between them has to stay an edit of its own.
            if !source[gap.clone()].trim().is_empty() {
                return false;
            }
            edits.push(Edit { range: gap, kind: "joined-lines", new: " " });
            last.range.end = next.range.end;
        }
        cut
    });
}

/// Whether a line begins with a web address.
fn address(line: &str) -> bool {
    ["http://", "https://", "www."].iter().any(|start| line.starts_with(start))
}

fn apply(
    source: &str,
    pieces: &[Piece],
    edits: &[Edit],
    marks: Vec<(super::MarkKind, Range<usize>)>,
) -> Draft {
    let mut draft = Draft { text: String::with_capacity(source.len()), ..Draft::default() };
    // Where each untouched stretch begins in the source and in the text.
    let mut starts = vec![(0_usize, 0_usize)];
    let mut at = 0;
    for edit in edits {
        if edit.range.start < at {
            continue;
        }
        draft.text.push_str(&source[at..edit.range.start]);
        let start = draft.text.len();
        draft.text.push_str(edit.new);
        draft.repairs.push(Repair {
            kind: edit.kind.into(),
            span: span(start, draft.text.len()),
            original: source[edit.range.clone()].into(),
        });
        at = edit.range.end;
        starts.push((at, draft.text.len()));
    }
    draft.text.push_str(&source[at..]);
    let place = |offset: usize| {
        let index = starts.partition_point(|(from, _)| *from <= offset) - 1;
        let (from, to) = starts[index];
        // An offset within an edit falls on its end.
        let limit = starts.get(index + 1).map_or(draft.text.len(), |next| next.1);
        (to + offset - from).min(limit)
    };
    draft.blocks = pieces
        .iter()
        .filter_map(|piece| {
            let (start, end) = (place(piece.range.start), place(piece.range.end));
            let words = draft.text[start..end].trim();
            let start = end - draft.text[start..end].trim_start().len();
            let found = span(start, start + words.len());
            (!words.is_empty()).then(|| Block { level: piece.level, ..block(piece.kind, found) })
        })
        .collect();
    draft.marks = marks
        .into_iter()
        .map(|(kind, range)| Mark { kind, span: span(place(range.start), place(range.end)) })
        .filter(|mark| mark.span.start < mark.span.end)
        .collect();
    draft.marks.sort_by_key(|mark| (mark.span.start, mark.span.end));
    draft
}
