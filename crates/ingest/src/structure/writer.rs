//! Makes a draft piece by piece, for formats that know their own structure: HTML, Office documents,
//! PDF, tables.

use dateline_corpus::{Block, BlockKind, Repair};

use super::draft::{Draft, Mark, MarkKind, block, span};

/// A draft in the making. Words are added to the open block; white space in them counts as one space.
#[derive(Debug, Default)]
pub(crate) struct Writer {
    draft: Draft,
    start: usize,
    /// Whether white space has been met that no word follows yet.
    space: bool,
    marks: Vec<(MarkKind, usize)>,
    page: Option<u32>,
}

impl Writer {
    /// Adds words to the open block.
    pub(crate) fn words(&mut self, text: &str) {
        for c in text.chars() {
            if c.is_whitespace() {
                self.space = true;
            } else {
                self.gap();
                self.draft.text.push(c);
            }
        }
    }

    /// Adds a line break within the open block.
    pub(crate) fn line(&mut self) {
        if self.draft.text.len() > self.start {
            self.space = false;
            self.draft.text.push('\n');
        }
    }

    fn gap(&mut self) {
        let open = self.draft.text.len() > self.start && !self.draft.text.ends_with('\n');
        if std::mem::take(&mut self.space) && open {
            self.draft.text.push(' ');
        }
    }

    /// Closes the open block and gives it its kind; nothing happens when it is empty.
    pub(crate) fn close(&mut self, kind: BlockKind, level: Option<u8>) {
        let end = self.start + self.draft.text[self.start..].trim_end().len();
        self.draft.text.truncate(end);
        self.space = false;
        while let Some((kind, from)) = self.marks.pop() {
            self.mark_from(kind, from);
        }
        if end > self.start {
            let found = Block { level, page: self.page, ..block(kind, span(self.start, end)) };
            self.draft.blocks.push(found);
            self.draft.text.push_str("\n\n");
        }
        self.start = self.draft.text.len();
    }

    /// A whole block at once.
    pub(crate) fn block(&mut self, kind: BlockKind, level: Option<u8>, text: &str) {
        self.close(BlockKind::Paragraph, None);
        self.words(text);
        self.close(kind, level);
    }

    /// Words from here on are set apart.
    pub(crate) fn open_mark(&mut self, kind: MarkKind) {
        self.gap();
        self.marks.push((kind, self.draft.text.len()));
    }

    /// The words set apart last end here.
    pub(crate) fn close_mark(&mut self, kind: MarkKind) {
        if let Some(at) = self.marks.iter().rposition(|(open, _)| *open == kind) {
            let (kind, from) = self.marks.remove(at);
            self.mark_from(kind, from);
        }
    }

    fn mark_from(&mut self, kind: MarkKind, from: usize) {
        let end = self.draft.text.len();
        if from < end && from >= self.start {
            self.draft.marks.push(Mark { kind, span: span(from, end) });
        }
    }

    /// Records words of the source that are not part of the text, and why.
    pub(crate) fn left_out(&mut self, kind: &str, words: &str) {
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        if !words.is_empty() {
            // Within a block the place is its beginning: its end is not settled yet.
            let place = span(self.start, self.start);
            self.draft.repairs.push(Repair { kind: kind.into(), span: place, original: words });
        }
    }

    /// The draft.
    pub(crate) fn finish(mut self) -> Draft {
        self.close(BlockKind::Paragraph, None);
        let end = self.draft.text.trim_end().len();
        self.draft.text.truncate(end);
        let limit = span(end, end).start;
        for repair in &mut self.draft.repairs {
            repair.span.start = repair.span.start.min(limit);
            repair.span.end = repair.span.end.min(limit);
        }
        self.draft.structured = true;
        self.draft.marks.sort_by_key(|mark| (mark.span.start, mark.span.end));
        self.draft
    }
}

/// What pages need; only PDF has them, and it is not read in a browser.
#[cfg(any(feature = "pdf-in-browser", not(all(target_family = "wasm", target_os = "unknown"))))]
impl Writer {
    /// The words of the open block.
    pub(crate) fn open(&self) -> &str {
        &self.draft.text[self.start..]
    }

    /// Takes the hyphen, one of these, from the end of the open block, where a line's end had cut a word.
    pub(crate) fn unhyphen(&mut self, hyphens: [char; 3]) {
        if let Some(hyphen) = self.open().chars().next_back().filter(|c| hyphens.contains(c)) {
            self.draft.text.pop();
            self.left_out("joined-hyphen", hyphen.encode_utf8(&mut [0; 4]));
        }
        self.space = false;
    }

    /// Blocks that are opened from here on begin on this page, 1 and up.
    pub(crate) fn page(&mut self, page: u32) {
        if self.open().is_empty() {
            self.page = Some(page);
        }
    }
}
