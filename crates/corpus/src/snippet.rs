//! Chooses the part of a text that shows a search best.

use std::cmp::Reverse;

use crate::Span;
use crate::search::vocabulary::small;

/// A part of a text, and what is to be lit in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Snippet {
    /// Which part of the text. Where it begins after, or ends before, the bounds that were given,
    /// words were left out there.
    pub span: Span,
    /// The hits within it, in order.
    pub hits: Vec<Span>,
}

/// The part of `text` within `bounds`, of at most `room` characters, that holds the most of `hits`;
/// of several, the one whose hits are closest together. It begins and ends between words. `hits` are in order and do not overlap; one
/// longer than the room is cut. Bounds that do not fit the text give nothing.
#[must_use]
pub fn snippet(text: &str, bounds: Span, hits: &[Span], room: u32) -> Snippet {
    let Some(part) = text.get(bounds.range()) else {
        return Snippet::default();
    };
    let hits: Vec<Span> = hits.iter().copied().filter(|&hit| bounds.contains(hit)).collect();
    let span = if length(part) <= room { bounds } else { window(text, bounds, &hits, room) };
    Snippet { span, hits: hits.into_iter().filter(|&hit| span.contains(hit)).collect() }
}

fn window(text: &str, bounds: Span, hits: &[Span], room: u32) -> Span {
    let core = densest(text, hits, room).unwrap_or(Span { start: bounds.start, end: bounds.start });
    let spare = room.saturating_sub(length(core.of(text)));
    // A third of the room before the hits, since what leads up to them is less needed than what
    // follows; more where little follows.
    let before = Span { start: bounds.start, end: core.start };
    let after = Span { start: core.end, end: bounds.end };
    let lead = (spare / 3).max(spare.saturating_sub(length(after.of(text))));
    let start = core.start - tail(before.of(text), lead);
    let spare = room.saturating_sub(length(Span { start, end: core.end }.of(text)));
    let end = core.end + head(after.of(text), spare);
    let trimmed = Span { start, end }.of(text).trim_end();
    Span { start, end: start + small(trimmed.len()) }
}

/// The shortest span over the most hits that fit the room.
fn densest(text: &str, hits: &[Span], room: u32) -> Option<Span> {
    let mut best: Option<(usize, Reverse<u32>, Span)> = None;
    let mut last = 0;
    for (first, hit) in hits.iter().enumerate() {
        let over = |last: usize| Span { start: hit.start, end: hits[last].end };
        last = last.max(first);
        while last + 1 < hits.len() && length(over(last + 1).of(text)) <= room {
            last += 1;
        }
        let span = over(last);
        let count = last - first + 1;
        let closer = Reverse(span.end - span.start);
        if best.is_none_or(|(most, closest, _)| (count, closer) > (most, closest)) {
            best = Some((count, closer, span));
        }
    }
    best.map(|(_, _, span)| Span { end: span.start + cut(span.of(text), room), ..span })
}

/// Bytes of whole words at the end of `text` that fit `room` characters.
fn tail(text: &str, room: u32) -> u32 {
    if length(text) <= room {
        return small(text.len());
    }
    // The character before the cut may be the space that begins the first word.
    let start = text.char_indices().rev().nth(room as usize).map_or(0, |(at, _)| at);
    let rest = &text[start..];
    let word = rest.find(char::is_whitespace).map_or("", |at| rest[at..].trim_start());
    small(word.len())
}

/// Bytes of whole words at the start of `text` that fit `room` characters.
fn head(text: &str, room: u32) -> u32 {
    let cut = cut(text, room) as usize;
    if cut == text.len() {
        return small(cut);
    }
    // The character after the cut may be the space that ends the last word.
    let next = text[cut..].chars().next().map_or(0, char::len_utf8);
    small(text[..cut + next].rfind(char::is_whitespace).unwrap_or(0))
}

/// Bytes of the first `room` characters.
fn cut(text: &str, room: u32) -> u32 {
    small(text.char_indices().nth(room as usize).map_or(text.len(), |(at, _)| at))
}

fn length(text: &str) -> u32 {
    small(text.chars().count())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const TEXT: &str = "The group said authorities had released 650 prisoners from at least three \
                        prisons in Damascus, among them women and children.";

    #[track_caller]
    fn check(words: &[&str], room: u32, expected: &str) {
        let mut hits: Vec<Span> = Vec::new();
        for word in words {
            let start = TEXT.find(word).unwrap();
            hits.push(Span { start: small(start), end: small(start + word.len()) });
        }
        let all = Span { start: 0, end: small(TEXT.len()) };
        assert_eq!(snippet(TEXT, all, &hits, room).span.of(TEXT), expected);
    }

    #[test]
    fn the_window_holds_the_most_hits() {
        check(
            &["The", "prisoners", "prisons"],
            60,
            "650 prisoners from at least three prisons in Damascus, among",
        );
        check(&[], 30, "The group said authorities had");
        check(&["children"], 40, "Damascus, among them women and children.");
        check(&["authorities"], 4, "auth");
        check(&["prisoners"], 500, TEXT);
    }

    proptest! {
        #[test]
        fn a_snippet_fits_and_shows_a_hit(
            words in prop::collection::vec("[a-zéя莫]{1,9}", 1..30),
            at in 0..30usize,
            room in 10..60u32,
        ) {
            let text = words.join(" ");
            let at = at % words.len();
            let start: usize = words[..at].iter().map(|word| word.len() + 1).sum();
            let hit = Span { start: small(start), end: small(start + words[at].len()) };
            let all = Span { start: 0, end: small(text.len()) };
            let snippet = snippet(&text, all, &[hit], room);
            prop_assert!(length(snippet.span.of(&text)) <= room);
            prop_assert_eq!(snippet.hits, vec![hit]);
            let cut: Vec<&str> = snippet.span.of(&text).split(' ').collect();
            prop_assert!(words.windows(cut.len()).any(|window| window == cut));
        }
    }
}
