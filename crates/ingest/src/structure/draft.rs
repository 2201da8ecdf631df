//! A document while it is being read: text, blocks, repairs, marks, metadata.

use dateline_corpus::{Block, BlockKind, Metadatum, Reference, Repair, Span};

/// What a reader makes of a file, before metadata are looked for in the text.
#[derive(Clone, Debug, Default)]
pub(crate) struct Draft {
    /// The text so far.
    pub(crate) text: String,
    /// Its blocks, in order, not overlapping.
    pub(crate) blocks: Vec<Block>,
    /// What was changed, in order.
    pub(crate) repairs: Vec<Repair>,
    /// Strong, emphasised and linked words, by start.
    pub(crate) marks: Vec<Mark>,
    /// Metadata the format itself states, or that were found.
    pub(crate) metadata: Vec<Metadatum>,
    /// References and bibliography entries, in order.
    pub(crate) references: Vec<Reference>,
    /// Whether the format itself says what is a heading.
    pub(crate) structured: bool,
    /// What the file holds of it, where a file holds several documents: its identity is made of this.
    pub(crate) part: Option<String>,
}

/// Words that the source set apart.
#[derive(Clone, Debug)]
pub(crate) struct Mark {
    /// How.
    pub(crate) kind: MarkKind,
    /// Which words.
    pub(crate) span: Span,
}

/// How words were set apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MarkKind {
    Strong,
    Emphasis,
    Link,
}

impl Draft {
    /// The words of a block.
    pub(crate) fn words(&self, block: &Block) -> &str {
        block.span.of(&self.text)
    }

    /// Adds a metadatum read from `at`.
    pub(crate) fn note(&mut self, field: &str, value: &str, at: Span) {
        // What the format stated gets its place in the text.
        let stated = |datum: &&mut Metadatum| {
            datum.span.is_none() && !datum.inferred && datum.field == field && datum.value == value
        };
        if let Some(stated) = self.metadata.iter_mut().find(stated) {
            stated.span = Some(at);
            return;
        }
        self.metadata.push(Metadatum {
            field: field.into(),
            value: value.into(),
            span: Some(at),
            inferred: false,
        });
    }

    /// Records words of the source that have no place in the text, and why.
    pub(crate) fn left_out(&mut self, kind: &str, words: &str) {
        let at = self.repairs.iter().take_while(|repair| repair.span.start == 0).count();
        let repair = Repair { kind: kind.into(), span: span(0, 0), original: words.into() };
        self.repairs.insert(at, repair);
    }

    /// The first value of a field.
    pub(crate) fn value(&self, field: &str) -> Option<&str> {
        self.metadata.iter().find(|datum| datum.field == field).map(|datum| datum.value.as_str())
    }

    /// The marks that lie within `span`.
    pub(crate) fn marks_in(&self, span: Span) -> impl Iterator<Item = &Mark> {
        let first = self.marks.partition_point(|mark| mark.span.start < span.start);
        self.marks[first..]
            .iter()
            .take_while(move |mark| mark.span.start < span.end)
            .filter(move |mark| span.contains(mark.span))
    }
}

/// A block of this kind, without level, language or page.
pub(crate) fn block(kind: BlockKind, span: Span) -> Block {
    Block { kind, span, level: None, language: None, page: None }
}

/// The span of two indices of a text.
pub(crate) fn span(start: usize, end: usize) -> Span {
    let offset = |n| u32::try_from(n).expect("no text is longer than the limit of reading");
    Span { start: offset(start), end: offset(end) }
}
