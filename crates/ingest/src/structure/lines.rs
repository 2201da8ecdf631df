//! Lines to blocks, for plain text and Markdown. What is a mark of the markup and not a word is taken
//! out and recorded; everything else stays where it was.

use std::ops::Range;

use dateline_corpus::{Block, BlockKind, Repair};

use crate::calendar;

use super::draft::{Draft, Mark, block, span};
use super::marks::{Edit, inline};
use super::record::{hour, record};
use super::{pages, subtitles};

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
pub(super) struct Piece {
    pub(super) kind: BlockKind,
    pub(super) level: Option<u8>,
    pub(super) range: Range<usize>,
}

/// The draft of a text whose line ends are `\n`.
pub(crate) fn structure(source: &str, flavour: Flavour) -> Draft {
    let mut edits = Vec::new();
    let mut marks = Vec::new();
    let all = lines(source);
    let pieces = subtitles::pieces(&all, &mut edits).unwrap_or_else(|| {
        let mut pieces = pieces(&all, flavour, &mut edits);
        clean(source, &mut pieces, &mut edits);
        rejoin(source, &mut pieces, &mut edits);
        for piece in &pieces {
            let range = piece.range.clone();
            inline(source, range.clone(), flavour, &mut edits, &mut marks);
            pages::unhyphen(source, range, &mut edits);
        }
        pieces
    });
    edits.sort_by_key(|edit| (edit.range.start, edit.range.end));
    apply(source, &pieces, &edits, marks)
}

/// A line of the source.
pub(super) struct Line<'a> {
    start: usize,
    pub(super) text: &'a str,
}

impl Line<'_> {
    /// The offset behind it.
    pub(super) fn end(&self) -> usize {
        self.start + self.text.len()
    }

    pub(super) fn range(&self) -> Range<usize> {
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

fn pieces(lines: &[Line<'_>], flavour: Flavour, edits: &mut Vec<Edit>) -> Vec<Piece> {
    let running = pages::running_heads(lines);
    let mut pieces: Vec<Piece> = Vec::new();
    // Consecutive lines of plain prose, waiting to be cut into paragraphs.
    let mut prose: Range<usize> = 0..0;
    for (number, line) in lines.iter().enumerate() {
        let trimmed = line.text.trim();
        let at = line.end() - line.text.trim_start().len();
        // A form feed begins a page, and a running head belongs to no text.
        let head = running.contains(&number);
        let wire = wire(trimmed);
        if line.text.starts_with('\u{c}') || head || wire {
            paragraphs(&lines[prose.clone()], flavour, &mut pieces);
            prose = 0..0;
        }
        if head {
            edits.push(Edit { range: at..at + trimmed.len(), kind: "running-head", new: "" });
            continue;
        }
        if wire {
            let range = at + 1..at + trimmed.len() - 1;
            for mark in [at..range.start, range.end..range.end + 1] {
                edits.push(Edit { range: mark, kind: "wire-mark", new: "" });
            }
            pieces.push(Piece { kind: BlockKind::Paragraph, level: None, range });
            continue;
        }
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

/// "^Crane falls at harbour<": how agencies mark the lines above a report. Source: IPTC 7901 and the
/// conventions of its users.
fn wire(line: &str) -> bool {
    line.len() > 2 && line.starts_with('^') && line.ends_with(['<', '='])
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
        // "|---|:---:|" under the head of a table.
        '|' if line.contains("--") && line.chars().all(|c| "|-: \t".contains(c)) => Marker::Rule,
        '>' => Marker::Quote(spaces(1)),
        // "- and -" stands between the parties of a case.
        '-' if line.ends_with(" -") => Marker::None,
        '-' | '*' | '+' if line[1..].starts_with([' ', '\t']) && line[1..].trim().len() > 1 => {
            Marker::Item(spaces(1))
        }
        '0'..='9' if numbered(line) => Marker::Item(0),
        '(' if lettered(line) => Marker::Item(0),
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

/// Whether a line begins like "(a) …", "(iv) …" or "(12) …".
fn lettered(line: &str) -> bool {
    let Some((mark, _)) = line[1..].split_once(") ") else { return false };
    let all = |known: fn(char) -> bool| (1..=4).contains(&mark.len()) && mark.chars().all(known);
    mark.len() == 1 && all(|c| c.is_ascii_lowercase())
        || all(|c| c.is_ascii_digit()) && mark.len() < 4
        || all(|c| matches!(c, 'i' | 'v' | 'x'))
}

/// Whether a line begins with a day or an hour, as those of logs and chats do: "28.02.2012 18:43 …",
/// "[28/02/12, 18:41:09] …", "18:43 …".
pub(crate) fn stamped(line: &str) -> bool {
    let line = line.trim_start_matches(['[', '(', ' ', '\u{200e}', '\u{200f}']);
    let number = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let first = number(line);
    let rest = &line[first..];
    let Some(mark @ ('.' | '/' | '-' | ':')) = rest.chars().next() else {
        return calendar::at_start(line).is_some_and(|date| date.day.is_some());
    };
    let second = number(&rest[1..]);
    let rest = &rest[1 + second..];
    if mark == ':' {
        return (1..=2).contains(&first) && second == 2 && !rest.starts_with(char::is_alphabetic);
    }
    let last = rest.strip_prefix(mark).map_or(0, number);
    let whole = (1..=4).contains(&first) && (1..=2).contains(&second) && (2..=4).contains(&last);
    whole && !rest[1 + last..].starts_with(char::is_alphanumeric)
}

/// Cuts consecutive lines of prose into paragraphs.
fn paragraphs(lines: &[Line<'_>], flavour: Flavour, pieces: &mut Vec<Piece>) {
    let mut push = |range| pieces.push(Piece { kind: BlockKind::Paragraph, level: None, range });
    let [first, .., last] = lines else {
        return lines.iter().for_each(|line| push(line.range()));
    };
    // The rows of a table.
    if lines.iter().all(|line| line.text.trim_start().starts_with('|')) {
        return lines.iter().for_each(|line| push(line.range()));
    }
    // Records, each with its day or hour before it.
    let timed = |text: &str| hour(text.trim()).is_some();
    let is_log = lines.iter().take(2).any(|line| timed(line.text))
        && lines.iter().filter(|line| timed(line.text)).take(2).count() == 2;
    let opens = |text: &str| {
        stamped(text) || record(text.trim()).is_some() || is_log && timed(text) || footnote(text)
    };
    let stamps: Vec<usize> = (0..lines.len()).filter(|at| opens(lines[*at].text)).collect();
    if stamps.len() > 1 {
        lines[..stamps[0]].iter().for_each(|line| push(line.range()));
        let ends = stamps[1..].iter().copied().chain([lines.len()]);
        for (from, to) in stamps.iter().zip(ends) {
            push(lines[*from].start..lines[to - 1].end());
        }
        return;
    }
    let widths = || lines.iter().map(|line| line.text.trim_end().chars().count());
    let widest = widths().max().unwrap_or(0);
    // Prose that was wrapped by hand or by a mail program fills its lines, but for the last.
    let body = lines.len() - 1;
    let full = widths().take(body).filter(|width| width + 25 >= widest).count();
    let labelled = lines.iter().filter(|line| label(line.text)).count();
    // Two lines of a header: each begins like one, and none ends a sentence.
    let headed = lines.len() == 2
        && lines.iter().map(|line| line.text.trim()).all(|line| {
            line.starts_with(char::is_uppercase)
                && line.ends_with(|c: char| c.is_alphanumeric() || c == ')')
        });
    let wrapped = (45..=130).contains(&widest) && full * 10 >= body * 7 && labelled < 2 && !headed;
    if flavour == Flavour::Markdown || wrapped {
        push(first.start..last.end());
    } else {
        lines.iter().for_each(|line| push(line.range()));
    }
}

/// Whether a line begins like a footnote: `[12] …`, `[^2]: …`.
fn footnote(line: &str) -> bool {
    let Some((mark, told)) = line.trim().strip_prefix('[').and_then(|rest| rest.split_once(']'))
    else {
        return false;
    };
    let number = mark.strip_prefix('^').unwrap_or(mark);
    (1..=3).contains(&number.len())
        && number.bytes().all(|byte| byte.is_ascii_digit())
        && told.starts_with([' ', ':'])
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
        // A page ends within the sentence, or within the word.
        let page = source[last.range.start + before.len()..next.range.start].contains('\u{c}');
        let word = page && pages::hyphened(before);
        let cut = (word || before.ends_with(|c: char| c.is_lowercase() || c == ','))
            && before.split_whitespace().take(SENTENCE).count() == SENTENCE
            && after.starts_with(char::is_lowercase)
            && !address(after);
        if cut {
            let gap = last.range.start + before.len()..next.range.end - after.len();
            // Something else taken out between them has to stay an edit of its own.
            if !source[gap.clone()].trim().is_empty() && !page {
                return false;
            }
            // Edits within the gap begin behind it and give way to this one.
            edits.push(if word {
                Edit { range: gap.start - 1..gap.end, kind: "joined-hyphen", new: "" }
            } else {
                Edit { range: gap, kind: "joined-lines", new: " " }
            });
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
    let feeds: Vec<usize> = source.match_indices('\u{c}').map(|(at, _)| at).collect();
    let page = |piece: &Piece| {
        let words = &source[piece.range.clone()];
        let at = piece.range.end - words.trim_start().len();
        let before = feeds.partition_point(|feed| *feed < at);
        u32::try_from(before + 1).ok().filter(|_| !feeds.is_empty())
    };
    draft.blocks = pieces
        .iter()
        .filter_map(|piece| {
            let (start, end) = (place(piece.range.start), place(piece.range.end));
            let words = draft.text[start..end].trim();
            let start = end - draft.text[start..end].trim_start().len();
            let found = span(start, start + words.len());
            (!words.is_empty()).then(|| Block {
                level: piece.level,
                page: page(piece),
                ..block(piece.kind, found)
            })
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
