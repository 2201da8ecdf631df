//! Plain text and Markdown, with or without front matter.

use dateline_corpus::{Block, BlockKind, Metadatum, Repair};

use super::{MAX_LINE, Reader, Reading, decode, fields, left_out, not_text};
use crate::Source;
use crate::structure::{Draft, Flavour, block, span, structure};

/// The reader of everything that is text.
pub(super) struct Text;

impl Reader for Text {
    fn fits(&self, _: &Source) -> bool {
        true
    }

    fn read(&self, source: &Source) -> Reading {
        let Some(decoded) = decode::decode(&source.bytes, None) else {
            return Reading::failed(not_text(source));
        };
        if let Some(line) = decoded.text.split('\n').find(|line| line.len() > MAX_LINE) {
            let message = format!(
                "one line has {} MB and the limit is {} MB; break it into paragraphs",
                line.len() >> 20,
                MAX_LINE >> 20
            );
            return Reading::failed(left_out(source, "line-too-long", &message));
        }
        let end = source.name.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
        let flavour = if matches!(end.as_str(), "md" | "markdown" | "mkd") {
            Flavour::Markdown
        } else {
            Flavour::Plain
        };
        let mut draft = with_front_matter(&decoded.text, flavour);
        note_encoding(&mut draft, decoded.encoding);
        Reading::one(draft)
    }
}

/// States the encoding of a text that was not UTF-8.
pub(super) fn note_encoding(draft: &mut Draft, encoding: Option<&str>) {
    if let Some(name) = encoding {
        draft.metadata.push(Metadatum {
            field: "encoding".into(),
            value: name.into(),
            span: None,
            inferred: true,
        });
    }
}

/// The draft of a text; front matter, `---` (YAML) or `+++` (TOML) around lines of "key: value", becomes
/// metadata and a block of its own.
fn with_front_matter(text: &str, flavour: Flavour) -> Draft {
    let Some((fence, lines, rest)) = front_matter(text) else { return structure(text, flavour) };
    let mut draft = structure(rest, flavour);
    // The fences are marks; what stands between them stays in the text.
    let offset = span(lines.len(), lines.len()).start;
    for block in &mut draft.blocks {
        block.span.start += offset;
        block.span.end += offset;
    }
    for repair in &mut draft.repairs {
        repair.span.start += offset;
        repair.span.end += offset;
    }
    for mark in &mut draft.marks {
        mark.span.start += offset;
        mark.span.end += offset;
    }
    draft.text.insert_str(0, lines);
    let original = text[..text.len() - rest.len()].to_string();
    let fences = [(0, &original[..fence]), (lines.len(), &original[fence + lines.len()..])];
    let fences = fences.map(|(at, words)| Repair {
        kind: "front-matter".into(),
        span: span(at, at),
        original: words.into(),
    });
    draft.repairs.splice(0..0, fences);
    let inner = lines.trim();
    if !inner.is_empty() {
        let start = lines.len() - lines.trim_start().len();
        draft
            .blocks
            .insert(0, Block { ..block(BlockKind::Metadata, span(start, start + inner.len())) });
    }
    let mut at = 0;
    let mut list: Option<&'static str> = None;
    for line in lines.split_inclusive('\n') {
        front_line(line, at, &mut list, &mut draft);
        at += line.len();
    }
    draft
}

/// One line of front matter: "key: value", "key = value", or "- value" under a key.
fn front_line(line: &str, at: usize, list: &mut Option<&'static str>, draft: &mut Draft) {
    let place = |part: &str| {
        let offset = at + (part.as_ptr() as usize - line.as_ptr() as usize);
        span(offset, offset + part.len())
    };
    let trimmed = without_comment(line).trim();
    let mut note = |field: &'static str, part: &str| {
        let part = part.trim().trim_matches(['"', '\'']);
        if !part.trim().is_empty() {
            fields::note(draft, field, part, Some(place(part)));
        }
    };
    if let Some(item) = trimmed.strip_prefix("- ") {
        if let Some(field) = *list {
            // A person may be a record of their own: the name stands first in it.
            note(field, item.trim().strip_prefix("name:").unwrap_or(item));
        }
        return;
    }
    let Some((key, value)) = trimmed.split_once([':', '=']) else {
        // A folded or literal block, ">" or "|", is set in under its key.
        if let Some(field) = list.filter(|_| line.starts_with([' ', '\t'])) {
            note(field, trimmed);
        }
        return;
    };
    // What is set in belongs to a record, and not to the document.
    if line.starts_with([' ', '\t']) {
        return;
    }
    *list = fields::named(key.trim());
    let Some(field) = *list else { return };
    let value = value.trim();
    match value.strip_prefix('[').and_then(|value| value.strip_suffix(']')) {
        Some(items) => items.split(',').for_each(|item| note(field, item)),
        None if matches!(value, ">" | "|" | ">-" | "|-") => {}
        None => note(field, value),
    }
}

/// The line without the comment at its end: a number sign outside of quotation marks, behind a space.
fn without_comment(line: &str) -> &str {
    let mut quoted = None;
    let mut last = ' ';
    for (at, c) in line.char_indices() {
        match (quoted, c) {
            (None, '#') if last.is_whitespace() => return &line[..at],
            (None, '"' | '\'') if !last.is_alphanumeric() => quoted = Some(c),
            (Some(open), _) if open == c => quoted = None,
            _ => {}
        }
        last = c;
    }
    line
}

/// The length of the opening fence, the lines between the fences and what follows.
fn front_matter(text: &str) -> Option<(usize, &str, &str)> {
    let fence = ["---\n", "+++\n"].into_iter().find(|fence| text.starts_with(fence))?;
    let rest = &text[fence.len()..];
    // Front matter is short, and its first line that is no comment has a key.
    let end = rest.find(&format!("\n{}", fence.trim_end())).filter(|end| *end < 20_000)?;
    let lines = &rest[..=end];
    let after = &rest[end + fence.len()..];
    let closed = after.is_empty() || after.starts_with('\n');
    let mut told = lines.lines().map(str::trim).filter(|l| !l.is_empty() && !l.starts_with('#'));
    let keyed = told.next().is_some_and(|line| line.contains([':', '=']));
    (closed && keyed).then_some((fence.len(), lines, after))
}
