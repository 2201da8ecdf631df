//! Whose words a place of a conversation is: the label that opens its turn, "((Jane Doe)) I …" or "Jane Doe: I …".

use dateline_corpus::{BlockKind, Document, Span};

/// The longest label, in bytes and words.
const LONGEST: (usize, usize) = (40, 5);

/// The labels of a document's turns, in order, each at the beginning of its block. Empty unless two speakers
/// take turns.
pub(super) fn turns(document: &Document) -> Vec<Span> {
    let text = &document.text;
    let blocks = document.blocks.iter().filter(|block| block.kind != BlockKind::Heading);
    let labels: Vec<Span> = blocks.filter_map(|block| label(text, block.span)).collect();
    let mut names: Vec<&str> = labels.iter().map(|label| label.of(text)).collect();
    names.sort_unstable();
    let repeated = names.chunk_by(|a, b| a == b).filter(|group| group.len() > 1).count();
    if repeated < 2 { Vec::new() } else { labels }
}

/// The label that opens a block.
fn label(text: &str, block: Span) -> Option<Span> {
    let words = block.of(text);
    let told = words.trim_start();
    let start = words.len() - told.len();
    let (start, name) = if let Some(rest) = told.strip_prefix("((") {
        (start + 2, rest.split_once("))")?.0)
    } else {
        let (name, rest) = told.split_once(':')?;
        rest.starts_with(char::is_whitespace).then_some(())?;
        (start, name)
    };
    let is_name = name.len() <= LONGEST.0
        && name.split_whitespace().count() <= LONGEST.1
        && name.starts_with(char::is_uppercase)
        && name.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '.' | '-' | '\'' | '’'))
        && name.split(' ').all(|word| word.starts_with(char::is_uppercase));
    let at = block.start + u32::try_from(start).ok()?;
    is_name.then_some(Span { start: at, end: at + u32::try_from(name.len()).ok()? })
}
