//! Placed pieces of text to lines, and lines to blocks. No PDF in it: numbers and words only.

use std::collections::{BTreeMap, BTreeSet};

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
    let hyphens = Hyphens::of(&lines);
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
            if !follows(last, &line) || heading != was_heading || begins_item(&line.text) {
                let kind = if was_heading {
                    (BlockKind::Heading, Some(level(last.size, body)))
                } else {
                    kind(&writer)
                };
                writer.close(kind.0, kind.1);
            }
        }
        writer.page(line.page);
        let mut items = items(&line.text).into_iter().peekable();
        while let Some(item) = items.next() {
            write(&mut writer, item, &hyphens);
            if items.peek().is_some() {
                writer.close(BlockKind::Item, Some(1));
            }
        }
        last = Some(line);
    }
    if let Some(last) = &last {
        let heading = last.size > body * 1.15;
        let kind = if heading {
            (BlockKind::Heading, Some(level(last.size, body)))
        } else {
            kind(&writer)
        };
        writer.close(kind.0, kind.1);
    }
    writer.finish()
}

/// Signs that stand before the items of a list and nowhere else.
const BULLETS: [char; 8] = ['•', '▪', '●', '◦', '‣', '■', '○', '\u{f0b7}'];

fn kind(writer: &Writer) -> (BlockKind, Option<u8>) {
    let item = begins_item(writer.open()) || writer.open().starts_with('–');
    if item { (BlockKind::Item, Some(1)) } else { (BlockKind::Paragraph, None) }
}

/// Whether a line begins an item of a list.
fn begins_item(line: &str) -> bool {
    line.trim_start().starts_with(BULLETS)
}

/// The items of a line that begins with a bullet: its parts from bullet to bullet. In other lines a bullet
/// only parts: "Home • News • Sport".
fn items(line: &str) -> Vec<&str> {
    if !begins_item(line) {
        return vec![line];
    }
    let mut starts: Vec<usize> = line
        .match_indices(BULLETS)
        .map(|(at, _)| at)
        .filter(|at| line[..*at].ends_with(' '))
        .collect();
    starts.retain(|at| *at > line.len() - line.trim_start().len());
    let ends = starts.iter().copied().chain([line.len()]);
    let starts = std::iter::once(0).chain(starts.iter().copied());
    starts.zip(ends).map(|(start, end)| &line[start..end]).collect()
}

fn level(size: f32, body: f32) -> u8 {
    if size > body * 1.5 { 1 } else { 2 }
}

/// Adds a line to the open block. A word that was cut at the line's end is joined again; its hyphen stays
/// where it is part of the word.
fn write(writer: &mut Writer, text: &str, hyphens: &Hyphens) {
    let text = text.trim();
    let open = writer.open();
    let before = open.trim_end_matches(HYPHENS);
    let cut = open.len() > before.len() && before.ends_with(char::is_alphanumeric);
    let next = text.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    if !cut || next.is_empty() || CONJUNCTIONS.contains(&next) {
        writer.words(" ");
    } else {
        let both = before.ends_with(char::is_lowercase) && next.starts_with(char::is_lowercase);
        let word = before.rsplit(char::is_whitespace).next().unwrap_or_default();
        // A soft hyphen is there only for the end of the line.
        if open.ends_with(SOFT) || both && hyphens.cuts(open, &format!("{word}-{next}")) {
            writer.unhyphen(HYPHENS);
        }
    }
    writer.words(text);
}

const SOFT: char = '\u{ad}';
const TYPOGRAPHIC: char = '\u{2010}';
const HYPHENS: [char; 3] = ['-', TYPOGRAPHIC, SOFT];

/// What may follow a hyphen that stands for the rest of a word: "pre- and post-war".
#[rustfmt::skip]
const CONJUNCTIONS: [&str; 15] = [
    "and", "or", "to", "et", "ou", "y", "e", "o", "u", "und", "oder", "bis", "ed", "и", "или",
];

/// What a document shows of its use of hyphens.
struct Hyphens {
    /// The words with a hyphen within a line, in lower case.
    compounds: BTreeSet<String>,
    /// Whether words are cut with another sign than the hyphen of the keyboard.
    own_sign: bool,
}

impl Hyphens {
    fn of(lines: &[Line]) -> Self {
        let words = lines.iter().flat_map(|line| {
            line.text
                .split(|c: char| !c.is_alphanumeric() && c != '-')
                .filter(|word| word.contains('-'))
        });
        let own_sign = lines.iter().any(|line| line.text.trim_end().ends_with([TYPOGRAPHIC, SOFT]));
        Self { compounds: words.map(str::to_lowercase).collect(), own_sign }
    }

    /// Whether the hyphen at the end of `line` is there for the end of the line alone; with it the word
    /// would be `whole`.
    fn cuts(&self, line: &str, whole: &str) -> bool {
        let keyboard = line.ends_with('-');
        !(keyboard && self.own_sign || self.compounds.contains(&whole.to_lowercase()))
    }
}

/// Pieces on one height are one line.
fn lines(pieces: Vec<Piece>) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut open: Vec<Piece> = Vec::new();
    for piece in pieces {
        let goes_on = open.first().is_none_or(|first| {
            let size = open.iter().map(|piece| piece.size).fold(1.0, f32::max);
            first.page == piece.page
                && (first.y - piece.y).abs() < 0.4 * size
                && piece.x > first.x - size
        });
        if !goes_on {
            lines.extend(line(&std::mem::take(&mut open)));
        }
        open.push(piece);
    }
    lines.extend(line(&open));
    in_reading_order(&lines)
}

/// The line of these pieces; a gap between two of them is a space.
fn line(pieces: &[Piece]) -> Option<Line> {
    let spacing = letter_spacing(pieces);
    let first = pieces.iter().find(|piece| !piece.text.is_empty())?;
    let mut line = Line {
        page: first.page,
        x: first.x,
        y: first.y,
        right: first.x,
        size: 0.0,
        text: String::new(),
    };
    for piece in pieces {
        let gap = piece.x - line.right;
        let spaced = line.text.ends_with(' ') || piece.text.starts_with(' ');
        if gap > spacing + GAP * piece.size && !spaced && !piece.text.is_empty() {
            line.text.push(' ');
        }
        line.text.push_str(&piece.text);
        line.right = line.right.max(piece.x + piece.width);
        line.size = line.size.max(piece.size);
    }
    // Within a line soft hyphens are places where it was not cut, and show nothing.
    let end = line.text.trim_end_matches([' ', SOFT]).len();
    let inner: String = line.text[..end].chars().filter(|c| *c != SOFT).collect();
    line.text.replace_range(..end, &inner);
    (!line.text.trim().is_empty()).then_some(line)
}

/// The narrowest gap that is a space, in parts of the size: wider than kerning, and narrower than a
/// space in a line that was pressed together.
const GAP: f32 = 0.15;

/// The gap between neighbouring letters of a line that is set letter by letter: nothing but where its
/// letters are set apart.
fn letter_spacing(pieces: &[Piece]) -> f32 {
    let one = |piece: &Piece| {
        let mut letters = piece.text.chars();
        letters.next().is_some_and(char::is_alphanumeric) && letters.next().is_none()
    };
    let words = pieces.iter().filter(|piece| !piece.text.trim().is_empty()).count();
    let mut gaps: Vec<f32> = pieces
        .windows(2)
        .filter(|pair| pair.iter().all(one))
        .map(|pair| (pair[1].x - pair[0].x - pair[0].width) / pair[1].size.max(1.0))
        .collect();
    if gaps.len() < 3 || gaps.len() * 2 < words {
        return 0.0;
    }
    gaps.sort_by(f32::total_cmp);
    let middle = gaps[gaps.len() / 2];
    // Wider ones are those of a table.
    if middle < 0.5 { middle.max(0.0) * pieces[0].size } else { 0.0 }
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
