//! The head of a letter: what stands above its salutation, and the subject below it.

use dateline_corpus::BlockKind;

use super::dates::{date_line, place_date};
use super::header::{one_sentence, value};
use super::labels;
use crate::structure::{Draft, span};

/// How many blocks may stand above the salutation of a letter.
const LETTERHEAD: usize = 24;
/// How many short lines above it are addresses, and no title with its author.
const ADDRESS: usize = 3;

/// The block that is the salutation of a letter, with nothing but short lines above it.
pub(super) fn salutation(draft: &Draft) -> Option<usize> {
    let mut head = draft.blocks.iter().take(LETTERHEAD).map(|block| draft.words(block));
    head.position(|words| words.chars().nth(80).is_some() || labels::salutation(words))
        .filter(|&at| labels::salutation(draft.words(&draft.blocks[at])))
}

/// What stands above the salutation of a letter under its head, labelled as it may be, and its subject below.
/// Addresses are no title.
pub(super) fn find(draft: &mut Draft) {
    let Some(greeting) = salutation(draft) else { return };
    let is_plain = |draft: &Draft, index: usize| {
        draft.blocks.get(index).is_some_and(|block| block.kind == BlockKind::Paragraph)
    };
    let (mut addresses, mut labelled) = (Vec::new(), Vec::new());
    for index in (0..greeting).filter(|&index| is_plain(draft, index)) {
        let words = draft.words(&draft.blocks[index]).to_string();
        match labels::pair(&words).filter(|(_, value, _)| !value.is_empty()) {
            Some((field, text, at)) => labelled.push((index, field, text.to_string(), at)),
            None if date_line(&words).is_some() || place_date(&words).is_some() => {}
            None => addresses.push(index),
        }
    }
    if addresses.len() < ADDRESS {
        return;
    }
    for (index, field, text, at) in labelled {
        value(draft, index, field, &text, at);
    }
    for index in addresses {
        let words = draft.words(&draft.blocks[index]).to_string();
        value(draft, index, "letterhead", &words, 0);
    }
    let words = draft.blocks.get(greeting + 1).map(|block| draft.words(block).to_string());
    if let Some(words) = words.filter(|_| is_plain(draft, greeting + 1))
        && draft.value("title").is_none()
        && words.chars().count() <= 120
        && one_sentence(&words)
        && !words.ends_with(['.', '!', '?', ',', ';'])
    {
        let (_, title, at) = labels::pair(&words).unwrap_or(("title", &words, 0));
        let start = draft.blocks[greeting + 1].span.start as usize + at;
        draft.note("title", title, span(start, start + title.len()));
        draft.blocks[greeting + 1].kind = BlockKind::Heading;
        draft.blocks[greeting + 1].level = Some(1);
    }
}
