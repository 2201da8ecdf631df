//! References and bibliographies as data. Where each stands on its own line it is read there; where a
//! scrape ran them together with the prose, the one long line is cut into its parts first.

mod cite;
mod entry;
mod wall;

use dateline_corpus::{BlockKind, Reference, Span};

use crate::structure::Draft;

/// Finds the draft's references and gives their blocks the kind.
pub(crate) fn find(draft: &mut Draft) {
    wall::cut(draft);
    listed(draft);
    footnotes(draft);
}

/// Footnotes at the end of a text that cite: `[2] State News Agency, … (accessed 4 April 2015).` What the text
/// itself says is no footnote, and a footnote may tell something.
fn footnotes(draft: &mut Draft) {
    let (mut found, mut last) = (Vec::new(), draft.blocks.len());
    while let Some(block) = last.checked_sub(1).map(|at| &draft.blocks[at]) {
        let words = draft.words(block);
        let is_note = words.starts_with('[') && numbering(words) > 0;
        if !is_note && block.kind != BlockKind::Reference {
            break;
        }
        last -= 1;
        if is_note && block.kind == BlockKind::Paragraph && cites(words) {
            found.push(last);
        }
    }
    for index in found {
        let span = draft.blocks[index].span;
        let words = span.of(&draft.text);
        let own = cite::read(&words[numbering(words)..]).map(|(reference, _)| reference);
        draft.blocks[index].kind = BlockKind::Reference;
        if let Some(reference) = own.filter(substantial) {
            draft.references.push(Reference { span, ..reference });
        }
    }
    draft.references.sort_by_key(|reference| reference.span);
}

/// Whether words have what only sources have.
fn cites(words: &str) -> bool {
    let lower = words.to_lowercase();
    [
        "http://",
        "https://",
        "accessed ",
        "retrieved ",
        "interview with ",
        "ibid",
        "pp. ",
        " p. ",
        "doi",
        "isbn",
    ]
    .iter()
    .any(|sign| lower.contains(sign))
}

/// Headings under which every line is a reference, in lower case.
#[rustfmt::skip]
const HEADINGS: &[(&str, BlockKind)] = &[
    ("references", BlockKind::Reference), ("notes", BlockKind::Reference), ("notes and references", BlockKind::Reference),
    ("sources", BlockKind::Reference), ("footnotes", BlockKind::Reference), ("works cited", BlockKind::Reference),
    ("citations", BlockKind::Reference), ("références", BlockKind::Reference), ("notes et références", BlockKind::Reference),
    ("einzelnachweise", BlockKind::Reference), ("referencias", BlockKind::Reference), ("note", BlockKind::Reference),
    ("примечания", BlockKind::Reference), ("المراجع", BlockKind::Reference),
    ("bibliography", BlockKind::Bibliography), ("further reading", BlockKind::Bibliography),
    ("publications", BlockKind::Bibliography), ("works", BlockKind::Bibliography), ("books", BlockKind::Bibliography),
    ("selected works", BlockKind::Bibliography), ("literature", BlockKind::Bibliography), ("literatur", BlockKind::Bibliography),
    ("bibliographie", BlockKind::Bibliography), ("bibliografía", BlockKind::Bibliography), ("bibliografia", BlockKind::Bibliography),
    ("œuvres", BlockKind::Bibliography), ("литература", BlockKind::Bibliography), ("библиография", BlockKind::Bibliography),
];

/// Whether references or works stand under this heading.
pub(crate) fn is_heading(words: &str) -> bool {
    words.len() < 60 && under(words).is_some()
}

fn under(words: &str) -> Option<BlockKind> {
    let name = words.trim_end_matches(':').to_lowercase();
    HEADINGS.iter().find(|(heading, _)| *heading == name).map(|(_, kind)| *kind)
}

/// Reads the lines under a heading such as "References".
fn listed(draft: &mut Draft) {
    let mut section = None;
    for index in 0..draft.blocks.len() {
        let kind = draft.blocks[index].kind;
        let at = draft.blocks[index].span;
        if kind == BlockKind::Heading {
            section = under(draft.words(&draft.blocks[index]));
            continue;
        }
        let Some(becomes) =
            section.filter(|_| matches!(kind, BlockKind::Paragraph | BlockKind::Item))
        else {
            continue;
        };
        let words = at.of(&draft.text);
        let number = numbering(words);
        let found = match becomes {
            BlockKind::Bibliography => entry::read(&words[number..], draft.value("title"))
                .or_else(|| cite::read(&words[number..]).map(|(reference, _)| reference)),
            _ => cite::read(&words[number..])
                .map(|(reference, _)| reference)
                .or_else(|| entry::read(&words[number..], draft.value("title"))),
        };
        let Some(reference) = found.filter(substantial) else { continue };
        draft.blocks[index].kind = becomes;
        draft.references.push(Reference { span: at, ..reference });
    }
    draft.references.sort_by_key(|reference| reference.span);
}

/// Whether enough was understood to call it a reference.
fn substantial(reference: &Reference) -> bool {
    let dated =
        reference.date.is_some() || reference.retrieved.is_some() || reference.archived.is_some();
    reference.title.is_some()
        && (dated || !reference.identifiers.is_empty() || reference.url.is_some())
}

/// The length of `1. `, `[12] `, `^ ` at the beginning of a reference.
fn numbering(words: &str) -> usize {
    let rest = words.trim_start_matches(['^', '↑', '[']);
    let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    if rest.len() + 5 < words.len() || rest.len() == words.len() {
        return if words.starts_with("^ ") { 2 } else { 0 };
    }
    let rest = rest.trim_start_matches([']', '.', ')', ' ', '^', '\u{a0}']);
    words.len() - rest.len()
}

/// The span of `range` in a text that begins at `base` of the draft's text.
fn at(base: Span, start: usize, end: usize) -> Span {
    let base = base.start as usize;
    crate::structure::span(base + start, base + end)
}
