//! Quoted passages: made from a span, found again in a text that may have changed since. Scores
//! words, not meaning.

use dateline_corpus::{Document, Span};

use crate::Passage;

/// How many bytes of context a passage is given on each side, at most.
const CONTEXT: usize = 40;
/// A quote counts as found when at most one word in this many was changed, added or lost.
const WORDS_FOR_ONE_CHANGE: usize = 4;
/// The most word pairs that are compared when searching for a changed quote.
const MAX_PAIRS: usize = 50_000_000;

/// Where a quote stands now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// The words in the text.
    pub span: Span,
    /// Whether every word of the quote is there, in order and with nothing between.
    pub exact: bool,
}

/// The passage that `span` covers in `text`, with up to 40 bytes of whole words around it; `None`
/// when the span does not fit the text or covers only white space.
#[must_use]
pub fn of(text: &str, span: Span) -> Option<Passage> {
    let exact = span.of(text);
    if exact.trim().is_empty() {
        return None;
    }
    let before = &text[..span.range().start];
    let after = &text[span.range().end..];
    let from = ceil_boundary(before, before.len().saturating_sub(CONTEXT));
    let to = floor_boundary(after, CONTEXT);
    // A word that is cut off is left out; at the text's own ends none is.
    let prefix = match before[from..].split_once(char::is_whitespace) {
        Some((_, whole)) if from > 0 => whole,
        _ => &before[from..],
    };
    let suffix = match after[..to].rsplit_once(char::is_whitespace) {
        Some((whole, _)) if to < after.len() => whole,
        _ => &after[..to],
    };
    Some(Passage {
        exact: exact.trim().into(),
        prefix: prefix.trim().into(),
        suffix: suffix.trim().into(),
    })
}

/// Where `passage` stands in `text`: the same characters if they are there, otherwise the same
/// words, otherwise nearly the same words. Of several places the one with the fitting context,
/// of equals the first.
///
/// ```
/// use dateline_publish::{Passage, quote};
///
/// let passage = Passage { exact: "were released".into(), prefix: String::new(), suffix: String::new() };
/// let text = "The prisoners were\n  released in March.";
/// let found = quote::find(text, &passage).unwrap();
/// assert_eq!(found.span.of(text), "were\n  released");
/// ```
#[must_use]
pub fn find(text: &str, passage: &Passage) -> Option<Found> {
    let words = words(text);
    let sought = self::words(&passage.exact);
    let context = Context::of(passage);
    let same = text.match_indices(passage.exact.as_str()).map(|(at, found)| {
        let from = words.partition_point(|word| word.start < at);
        let to = words.partition_point(|word| word.end <= at + found.len());
        (context.score(&words, from, to), at, at + found.len())
    });
    if let Some((_, start, end)) = best(same.filter(|_| !passage.exact.is_empty())) {
        return Some(Found { span: span(start, end)?, exact: true });
    }
    if sought.is_empty() {
        return None;
    }
    let same_words = words.windows(sought.len()).enumerate().filter(|(_, window)| {
        window.iter().zip(&sought).all(|(word, sought)| word.folded == sought.folded)
    });
    let same_words = same_words.map(|(at, window)| {
        let score = context.score(&words, at, at + window.len());
        (score, window[0].start, window[window.len() - 1].end)
    });
    if let Some((_, start, end)) = best(same_words) {
        return Some(Found { span: span(start, end)?, exact: true });
    }
    let (from, to) = nearest(&words, &sought)?;
    Some(Found { span: span(words[from].start, words[to].end)?, exact: false })
}

/// Where `passage` stands among `documents`, as an index and a place: in the document called `id`
/// if it is there in any form, otherwise in the first that has it word for word, otherwise in the
/// first that has it nearly so.
#[must_use]
pub fn locate(
    documents: &[Document],
    id: Option<&str>,
    passage: &Passage,
) -> Option<(usize, Found)> {
    let named = documents.iter().position(|document| Some(document.id.as_str()) == id);
    let find_in = |at: usize| find(&documents[at].text, passage).map(|found| (at, found));
    if let Some(found) = named.and_then(find_in) {
        return Some(found);
    }
    let mut nearly = None;
    for found in (0..documents.len()).filter_map(find_in) {
        if found.1.exact {
            return Some(found);
        }
        nearly.get_or_insert(found);
    }
    nearly
}

/// A run of letters and digits.
struct Word {
    start: usize,
    end: usize,
    /// A hash of its lower-case letters: words are only ever compared for sameness.
    folded: u64,
}

fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| c.is_alphanumeric()) {
        match words.last_mut() {
            Some(word) if word.end == at => {
                word.end += c.len_utf8();
                word.folded = fold(word.folded, c);
            }
            _ => {
                let folded = fold(0xcbf2_9ce4_8422_2325, c);
                words.push(Word { start: at, end: at + c.len_utf8(), folded });
            }
        }
    }
    words
}

/// Source: Fowler, Noll, Vo, "The FNV Non-Cryptographic Hash Algorithm", FNV-1a of 64 bits.
fn fold(hash: u64, c: char) -> u64 {
    c.to_lowercase().fold(hash, |hash, c| (hash ^ u64::from(c)).wrapping_mul(0x0100_0000_01b3))
}

/// The words around a quote.
struct Context {
    before: Vec<Word>,
    after: Vec<Word>,
}

impl Context {
    fn of(passage: &Passage) -> Self {
        Self { before: words(&passage.prefix), after: words(&passage.suffix) }
    }

    /// How many words next to `words[from..to]` are those of the context.
    fn score(&self, words: &[Word], from: usize, to: usize) -> usize {
        let same = |(a, b): &(&Word, &Word)| a.folded == b.folded;
        let before = words[..from].iter().rev().zip(self.before.iter().rev()).take_while(same);
        let after = words[to.max(from)..].iter().zip(&self.after).take_while(same);
        before.count() + after.count()
    }
}

/// The first of those with the highest score.
fn best(places: impl Iterator<Item = (usize, usize, usize)>) -> Option<(usize, usize, usize)> {
    places.fold(None, |best, place| match best {
        Some(best) if place.0 <= best.0 => Some(best),
        _ => Some(place),
    })
}

/// The first and last of the words that are nearest to `sought` by edit distance; `None` when even
/// they are too far.
///
/// Source: Sellers, "The theory and computation of evolutionary distances: pattern recognition",
/// Journal of Algorithms 1 (1980).
fn nearest(words: &[Word], sought: &[Word]) -> Option<(usize, usize)> {
    let allowed = sought.len() / WORDS_FOR_ONE_CHANGE;
    if allowed == 0 || words.len().saturating_mul(sought.len()) > MAX_PAIRS {
        return None;
    }
    // For each length of the sought words' beginning: the fewest changes with which it ends at
    // the word before, and the word at which that begins.
    let mut column: Vec<(usize, usize)> = (0..=sought.len()).map(|changes| (changes, 0)).collect();
    let mut best = (allowed + 1, 0, 0);
    for (at, word) in words.iter().enumerate() {
        let mut diagonal = std::mem::replace(&mut column[0], (0, at + 1));
        for (length, sought) in sought.iter().enumerate() {
            let changed = usize::from(word.folded != sought.folded);
            let kept = (diagonal.0 + changed, diagonal.1);
            let added = (column[length + 1].0 + 1, column[length + 1].1);
            let lost = (column[length].0 + 1, column[length].1);
            diagonal = column[length + 1];
            column[length + 1] = kept.min(added).min(lost);
        }
        let (changes, from) = column[sought.len()];
        if changes < best.0 {
            best = (changes, from, at);
        }
    }
    (best.0 <= allowed).then_some((best.1, best.2))
}

fn span(start: usize, end: usize) -> Option<Span> {
    Some(Span { start: u32::try_from(start).ok()?, end: u32::try_from(end).ok()? })
}

fn ceil_boundary(text: &str, at: usize) -> usize {
    (at..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len())
}

fn floor_boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}
