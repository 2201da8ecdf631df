//! Cuts a wall of text, a whole document on one line, into paragraphs, works and references. Nothing
//! is changed in the text: only the blocks are made, and each cut is recorded.

use dateline_corpus::{Block, BlockKind, Reference, Repair, Span};

use super::{at, cite, entry, substantial};
use crate::sentence;
use crate::structure::{Draft, block};

/// A paragraph shorter than this is left as it is, in bytes.
const WALL: usize = 2000;
/// A cut paragraph is at least this long, in bytes.
const PARAGRAPH: usize = 450;
/// Above this length any sentence that names its subject begins a paragraph, in bytes.
const LONG: usize = 900;
/// How far before "Retrieved" a reference may begin, in bytes.
const REACH: usize = 1500;

/// Cuts the document's wall, if one makes up most of it.
pub(super) fn cut(draft: &mut Draft) {
    let wall = |block: &Block| {
        block.kind == BlockKind::Paragraph && (block.span.end - block.span.start) as usize >= WALL
    };
    let Some(index) = draft.blocks.iter().position(wall) else { return };
    let found = draft.blocks[index].clone();
    let words = found.span.of(&draft.text).to_string();
    if words.len() * 4 < draft.text.len() * 3 || words.contains('\n') {
        return;
    }
    let mut parts =
        Parts { base: found.span, words: &words, blocks: Vec::new(), references: Vec::new() };
    let from = first_reference(&words);
    parts.front(from.unwrap_or(words.len()), draft.value("title"), from);
    if let Some(from) = from {
        parts.references(from);
    }
    let Parts { blocks, references, .. } = parts;
    let place = Span { start: found.span.start, end: found.span.start };
    draft.repairs.push(Repair { kind: "cut-line".into(), span: place, original: String::new() });
    draft.repairs.sort_by_key(|repair| repair.span);
    draft.references.extend(references);
    draft.blocks.splice(index..=index, blocks);
}

/// Where the references begin: the first of at least three that follow one another.
fn first_reference(words: &str) -> Option<usize> {
    let marks = ["Retrieved ", "Archived from the original", "ISBN", "ISSN"];
    let mark = marks.iter().filter_map(|mark| words.find(mark)).min()?;
    let mut from = mark.saturating_sub(REACH);
    while !words.is_char_boundary(from) {
        from += 1;
    }
    let stops = words[from..mark].match_indices(". ").map(|(at, _)| from + at + 2);
    stops.filter(|&at| cite::starts(&words[at..])).find(|&at| run(words, at) >= 3)
}

/// How many references follow one another from `at`, three at most.
fn run(words: &str, mut at: usize) -> usize {
    for count in 0..3 {
        match cite::read(&words[at..]) {
            Some((reference, length)) if substantial(&reference) => at += length,
            _ => return count,
        }
    }
    3
}

struct Parts<'a> {
    base: Span,
    words: &'a str,
    blocks: Vec<Block>,
    references: Vec<Reference>,
}

impl Parts<'_> {
    fn push(&mut self, kind: BlockKind, start: usize, end: usize) {
        let inner = self.words[start..end].trim();
        if !inner.is_empty() {
            let start = end - self.words[start..end].trim_start().len();
            self.blocks.push(block(kind, at(self.base, start, start + inner.len())));
        }
    }

    /// What stands before the references: prose, works, and links to elsewhere.
    fn front(&mut self, end: usize, subject: Option<&str>, references: Option<usize>) {
        let works = works(&self.words[..end]);
        let Some(&(first, _)) = works.first() else {
            return self.paragraphs(0, end);
        };
        // The sentence that ends last before the first work ends the prose.
        let prose = self.prose_end(first);
        self.paragraphs(0, prose);
        let mut from = prose;
        for &(_, stop) in &works {
            // Links to elsewhere stand in front of the first work: a title named elsewhere tells where
            // they end.
            let start = if from == prose { self.known_title(from, stop, references) } else { from };
            self.push(BlockKind::Item, from, start);
            let start = stop - self.words[start..stop].trim_start().len();
            self.push(BlockKind::Bibliography, start, stop);
            if let Some(work) = entry::read(&self.words[start..stop], subject) {
                self.references.push(Reference { span: at(self.base, start, stop), ..work });
            }
            from = stop;
        }
        let rest = &self.words[from..end];
        let sister = ["Wikimedia Commons has", "Wikiquote has", "Wikisource has"];
        let links = sister.iter().filter_map(|words| rest.find(words)).min().unwrap_or(rest.len());
        self.push(BlockKind::Item, from, from + links);
        let mut start = from + links;
        for (offset, _) in self.words[start..end].match_indices(". ") {
            let stop = from + links + offset + 1;
            self.push(BlockKind::Metadata, start, stop);
            start = stop;
        }
        self.push(BlockKind::Metadata, start, end);
    }

    /// The end of the last sentence before `first`, which lies within the first work.
    fn prose_end(&self, first: usize) -> usize {
        let mut sentences = Vec::new();
        sentence::split(self.words, crate::structure::span(0, first), &mut sentences);
        sentences.pop();
        sentences.last().map_or(0, |last| last.end as usize)
    }

    /// Where a title that is quoted before, or that a reference bears, begins in `from..stop`.
    fn known_title(&self, from: usize, stop: usize, references: Option<usize>) -> usize {
        let lower = |text: &str| text.to_lowercase();
        let stretch = &self.words[from..stop];
        // Lower case may change the length of a text; then nothing is known.
        let low = lower(stretch);
        if low.len() != stretch.len() {
            return from;
        }
        let comma = stretch.find(", ").unwrap_or(stretch.len());
        let elsewhere = lower(&self.words[..from])
            + &references.map(|at| lower(&self.words[at..])).unwrap_or_default();
        let words = stretch[..comma].match_indices(' ').map(|(at, _)| at + 1);
        words
            .filter(|&at| {
                let title = low[at..comma].trim();
                let marks = [format!("\"{title}\""), format!("“{title}”"), format!(" {title}.")];
                title.len() >= 8 && marks.iter().any(|mark| elsewhere.contains(mark.as_str()))
            })
            .map(|at| from + at)
            .next()
            .unwrap_or(from)
    }

    /// Groups sentences to paragraphs: a new one begins with a sentence that names its subject or its
    /// time, once the last is long enough.
    fn paragraphs(&mut self, start: usize, end: usize) {
        let mut sentences = Vec::new();
        sentence::split(&self.words[..end], crate::structure::span(start, end), &mut sentences);
        let name: String = self.words.split(' ').take(2).collect::<Vec<_>>().join(" ");
        let mut from = start;
        for sentence in sentences {
            let at = sentence.start as usize;
            let words = sentence.of(self.words);
            let length = at - from;
            let opener = words.starts_with(&name) || temporal(words);
            let pronoun =
                ["He ", "She ", "It ", "They ", "This ", "These ", "But ", "Il ", "Elle "]
                    .iter()
                    .any(|word| words.starts_with(word));
            if (length >= PARAGRAPH && opener) || (length >= LONG && !pronoun) {
                self.push(BlockKind::Paragraph, from, at);
                from = at;
            }
        }
        self.push(BlockKind::Paragraph, from, end);
    }

    fn references(&mut self, mut from: usize) {
        while from < self.words.len() {
            let Some((reference, length)) = cite::read(&self.words[from..]) else { break };
            if length == 0 {
                break;
            }
            let inner = self.words[from..from + length].trim_end().len();
            self.push(BlockKind::Reference, from, from + length);
            self.references
                .push(Reference { span: at(self.base, from, from + inner), ..reference });
            from += length;
        }
        // What is left are links to elsewhere: "Official Site".
        self.push(BlockKind::Item, from, self.words.len());
    }
}

/// Whether a sentence begins with its time: "In 2017, …", "Since the beginning …", "On 30 January …".
fn temporal(words: &str) -> bool {
    let mut first = words.split(' ');
    let lead = first.next().unwrap_or_default();
    let next = first.next().unwrap_or_default();
    lead == "Since"
        || (["In", "On", "By", "After", "En", "Le", "Im", "Am"].contains(&lead)
            && next.starts_with(|c: char| c.is_ascii_digit()))
        || crate::calendar::month(lead).is_some()
}

/// Works of the form "…, 2013 (EN)": where the year stands and where the work ends.
fn works(words: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for (at, _) in words.match_indices(", ") {
        let rest = &words.as_bytes()[at + 2..];
        let [y0, y1, y2, y3, b' ', b'(', a, b, b')', ..] = rest else { continue };
        if [y0, y1, y2, y3].iter().all(|digit| digit.is_ascii_digit())
            && a.is_ascii_uppercase()
            && b.is_ascii_uppercase()
        {
            found.push((at, at + 11));
        }
    }
    found
}
