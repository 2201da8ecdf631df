//! Chooses the part of a text that shows a search best, and the words of a sentence that tell it best.

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

/// The words that a line of `room` characters shows of a sentence: those that touch `needed`,
/// then those of its `title`, then the others, each in the order of the sentence, as runs of words that
/// follow each other. A sentence that fits is shown whole. What is needed is shown even where it has
/// more characters than the room.
///
/// `title` is an ordered part of the sentence's words with omissions marked "…"; what of it is not
/// found there is passed over.
#[must_use]
pub fn excerpt(text: &str, sentence: Span, title: &str, needed: &[Span], room: u32) -> Vec<Span> {
    let Some(words) = text.get(sentence.range()) else { return Vec::new() };
    if length(words) <= room {
        return vec![sentence];
    }
    let words = words_of(words, sentence.start);
    let touched = |&word: &Span| needed.iter().any(|it| it.overlaps(word));
    let mut shown: Vec<bool> = words.iter().map(touched).collect();
    let titled = of_title(text, &words, title);
    let long = |at: usize| length(words[at].of(text)) + 1;
    let mut spare = i64::from(room);
    spare -= (0..words.len()).filter(|&at| shown[at]).map(|at| i64::from(long(at))).sum::<i64>();
    for of_title in [true, false] {
        for at in 0..words.len() {
            if shown[at] || titled[at] != of_title {
                continue;
            }
            spare -= i64::from(long(at));
            if spare < 0 {
                break;
            }
            shown[at] = true;
        }
    }
    let mut runs: Vec<Span> = Vec::new();
    for at in (0..words.len()).filter(|&at| shown[at]) {
        match runs.last_mut() {
            Some(run) if at > 0 && shown[at - 1] => run.end = words[at].end,
            _ => runs.push(words[at]),
        }
    }
    runs
}

/// Where the words of `text` stand, which itself stands at `at`.
fn words_of(text: &str, mut at: u32) -> Vec<Span> {
    let mut words = Vec::new();
    for word in text.split_inclusive(char::is_whitespace) {
        let end = at + small(word.trim_end().len());
        if at < end {
            words.push(Span { start: at, end });
        }
        at += small(word.len());
    }
    words
}

/// Which of a sentence's words are its title's.
fn of_title(text: &str, words: &[Span], title: &str) -> Vec<bool> {
    fn bare(word: &str) -> &str {
        word.trim_matches(|c: char| !c.is_alphanumeric())
    }
    let mut titled = vec![false; words.len()];
    let mut from = 0;
    for part in title.split('…') {
        let part: Vec<&str> = part.split_whitespace().map(bare).collect();
        let is_here =
            |window: &[Span]| window.iter().zip(&part).all(|(a, b)| bare(a.of(text)) == *b);
        if part.is_empty() || part.len() > words.len() - from {
            continue;
        }
        if let Some(at) = words[from..].windows(part.len()).position(is_here) {
            titled[from + at..from + at + part.len()].fill(true);
            from += at + part.len();
        }
    }
    titled
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

    #[test]
    fn a_line_shows_what_is_needed_then_the_title() {
        let all = Span { start: 0, end: small(TEXT.len()) };
        let span = |words: &str| {
            let start = TEXT.find(words).unwrap();
            Span { start: small(start), end: small(start + words.len()) }
        };
        let line = |title: &str, needed: &[&str], room: u32| {
            let needed: Vec<Span> = needed.iter().map(|words| span(words)).collect();
            let runs = excerpt(TEXT, all, title, &needed, room);
            runs.iter().map(|run| run.of(TEXT)).collect::<Vec<_>>().join(" | ")
        };
        let title = "… authorities had released 650 prisoners from at least three prisons in …";
        assert_eq!(
            line(title, &["Damascus"], 60),
            "authorities had released 650 prisoners from at | Damascus,"
        );
        assert_eq!(line(title, &["children"], 35), "authorities had released | children.");
        assert_eq!(
            line("… authorities had released", &[], 44),
            "The group said authorities had released 650"
        );
        assert_eq!(line("another title", &["650"], 5), "650");
        assert_eq!(line(title, &[], 500), TEXT);
    }

    proptest! {
        #[test]
        fn a_line_fits_and_shows_what_is_needed(
            words in prop::collection::vec("[a-zéя莫]{1,9}", 1..30),
            at in 0..30usize,
            title in "[a-zéя莫… ]{0,60}",
            room in 10..60u32,
        ) {
            let text = words.join(" ");
            let all = Span { start: 0, end: small(text.len()) };
            let needed = words_of(&text, 0)[at % words.len()];
            let runs = excerpt(&text, all, &title, &[needed], room);
            prop_assert!(runs.iter().any(|run| run.contains(needed)));
            prop_assert!(runs.windows(2).all(|pair| pair[0].end + 1 < pair[1].start));
            prop_assert!(runs.iter().map(|run| length(run.of(&text))).sum::<u32>() <= room);
        }

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
