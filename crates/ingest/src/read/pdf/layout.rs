//! Placed pieces of text to lines, and lines to blocks. No PDF in it: numbers and words only.

use std::collections::BTreeMap;

use dateline_corpus::BlockKind;

use crate::structure::{Draft, Writer};

/// Words at a place of a page; lengths in points, `y` upwards.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub(super) page: u32,
    pub(super) x: f32,
    pub(super) y: f32,
    pub(super) width: f32,
    pub(super) size: f32,
    pub(super) text: String,
}

#[derive(Clone, Debug)]
struct Line {
    page: u32,
    x: f32,
    y: f32,
    right: f32,
    size: f32,
    text: String,
}

/// The draft of these pieces, which come in the order in which the file shows them.
pub(super) fn draft(pieces: Vec<Piece>) -> Draft {
    let mut lines = lines(pieces);
    let body = body_size(&lines);
    let running = running_heads(&lines);
    let mut writer = Writer::default();
    let mut last: Option<Line> = None;
    for (line, running) in lines.drain(..).zip(running) {
        if running {
            writer.left_out("left-out-running-head", &line.text);
            continue;
        }
        let heading = line.size > body * 1.15 && line.text.chars().count() < 200;
        if let Some(last) = &last {
            let was_heading = last.size > body * 1.15 && last.text.chars().count() < 200;
            if !follows(last, &line) || heading != was_heading {
                let kind = if was_heading {
                    (BlockKind::Heading, Some(level(last.size, body)))
                } else {
                    kind(&writer)
                };
                writer.close(kind.0, kind.1);
            }
        }
        writer.page(line.page);
        write(&mut writer, &line.text, last.as_ref());
        last = Some(line);
    }
    if let Some(last) = &last {
        let heading = last.size > body * 1.15;
        let kind = if heading {
            (BlockKind::Heading, Some(level(last.size, body)))
        } else {
            (BlockKind::Paragraph, None)
        };
        writer.close(kind.0, kind.1);
    }
    writer.finish()
}

fn kind(writer: &Writer) -> (BlockKind, Option<u8>) {
    let item = writer.open().starts_with(['•', '–', '▪', '●', '◦']);
    if item { (BlockKind::Item, Some(1)) } else { (BlockKind::Paragraph, None) }
}

fn level(size: f32, body: f32) -> u8 {
    if size > body * 1.5 { 1 } else { 2 }
}

/// Adds a line to the open block; a word that a hyphen cut at the line's end is joined.
fn write(writer: &mut Writer, text: &str, last: Option<&Line>) {
    let cut = last.is_some_and(|last| {
        let mut back = last.text.trim_end().chars().rev();
        back.next() == Some('-') && back.next().is_some_and(char::is_lowercase)
    });
    if cut && text.starts_with(char::is_lowercase) && writer.open().ends_with('-') {
        writer.unhyphen();
    } else {
        writer.words(" ");
    }
    writer.words(text);
}

/// Pieces on one height are one line; a gap between them is a space.
fn lines(pieces: Vec<Piece>) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for piece in pieces {
        if piece.text.is_empty() {
            continue;
        }
        let right = piece.x + piece.width;
        match lines.last_mut() {
            Some(line)
                if line.page == piece.page
                    && (line.y - piece.y).abs() < 0.4 * line.size.max(1.0)
                    && piece.x > line.x - line.size =>
            {
                let gap = piece.x - line.right;
                let spaced = line.text.ends_with(' ') || piece.text.starts_with(' ');
                if gap > 0.15 * piece.size && !spaced {
                    line.text.push(' ');
                }
                line.text.push_str(&piece.text);
                line.right = line.right.max(right);
                line.size = line.size.max(piece.size);
            }
            _ => lines.push(Line {
                page: piece.page,
                x: piece.x,
                y: piece.y,
                right,
                size: piece.size,
                text: piece.text,
            }),
        }
    }
    lines.retain(|line| !line.text.trim().is_empty());
    in_reading_order(&lines)
}

/// Files show their text in reading order, but for those that place every line by itself: where the
/// order of a page jumps up often, its lines are sorted from top to bottom.
fn in_reading_order(lines: &[Line]) -> Vec<Line> {
    let mut ordered = Vec::with_capacity(lines.len());
    for page in lines.chunk_by(|a, b| a.page == b.page) {
        let jumps = page.windows(2).filter(|pair| pair[1].y > pair[0].y + pair[0].size).count();
        let mut page = page.to_vec();
        if jumps * 4 > page.len() {
            page.sort_by(|a, b| b.y.total_cmp(&a.y).then(a.x.total_cmp(&b.x)));
        }
        ordered.extend(page);
    }
    ordered
}

/// Whether a line goes on with the paragraph of the one before.
fn follows(last: &Line, line: &Line) -> bool {
    let open = !last.text.trim_end().ends_with(['.', '!', '?', ':', '”', '"', '»', '؟']);
    if last.page != line.page {
        return open && line.text.trim_start().starts_with(char::is_lowercase);
    }
    let down = last.y - line.y;
    let size = last.size.max(line.size);
    if down < 0.0 {
        // The top of the next column.
        return open && line.text.trim_start().starts_with(char::is_lowercase);
    }
    let indented = line.x - last.x > 0.8 * size && !open;
    let short = !open && last.right + 6.0 * size < line.right;
    // A date or a name alone on its line, above prose that fills its lines.
    let alone = 2.0 * (last.right - last.x) < line.right - line.x
        && !line.text.trim_start().starts_with(char::is_lowercase);
    down < 1.75 * size && !indented && !short && !alone
}

/// The size in which most characters are set.
fn body_size(lines: &[Line]) -> f32 {
    let mut sizes: Vec<(f32, usize)> = Vec::new();
    for line in lines {
        let count = line.text.chars().count();
        match sizes.iter().position(|(size, _)| (*size - line.size).abs() < 0.3) {
            Some(at) => sizes[at].1 += count,
            None if sizes.len() < 64 => sizes.push((line.size, count)),
            None => {}
        }
    }
    sizes
        .into_iter()
        .max_by(|a, b| a.1.cmp(&b.1).then(b.0.total_cmp(&a.0)))
        .map_or(12.0, |(size, _)| size)
}

/// Which lines are running heads and page numbers: the first or last of a page, and but for their
/// digits on three pages or more.
fn running_heads(lines: &[Line]) -> Vec<bool> {
    let bare = |line: &Line| {
        line.text.chars().filter(|c| !c.is_numeric() && !c.is_whitespace()).collect::<String>()
    };
    let edge: Vec<bool> = (0..lines.len())
        .map(|at| {
            let differs =
                |other: Option<&Line>| other.is_none_or(|other| other.page != lines[at].page);
            differs(at.checked_sub(1).map(|before| &lines[before])) || differs(lines.get(at + 1))
        })
        .collect();
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for (line, _) in lines.iter().zip(&edge).filter(|(_, edge)| **edge) {
        *counts.entry(bare(line)).or_default() += 1;
    }
    lines
        .iter()
        .zip(edge)
        .map(|(line, edge)| {
            edge && line.text.chars().count() < 120
                && counts.get(&bare(line)).is_some_and(|count| *count >= 3)
        })
        .collect()
}
