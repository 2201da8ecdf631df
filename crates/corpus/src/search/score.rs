//! How well a document meets a search: rare words count for more, words of its title for more, and
//! the same word again for less and less. Whole numbers only, so that every machine ranks alike.
//!
//! Source: Robertson, Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009);
//! field weights as in BM25F, with the length of the text left out.

use crate::bits::Bits;
use crate::search::eval::{Searcher, WordSet, holds_at};
use crate::search::vocabulary::small;

/// What a word in title or publication counts beside one in the text.
pub(crate) const TITLE_WEIGHT: u32 = 5;

/// Occurrences at which half of the possible score is reached.
const HALF: u32 = 2;

impl Searcher<'_> {
    /// For each of `found`, a set of documents, its score.
    pub(crate) fn scores(&self, found: &Bits) -> Vec<(u32, u32)> {
        let all = self.index.corpus.documents.len();
        let mut scores = vec![0; all];
        for phrase in self.wanted() {
            let counts = self.counts(phrase, found);
            let with = counts.iter().filter(|&&count| count > 0).count();
            let rarity = rarity(all as u64, with as u64);
            for (score, count) in scores.iter_mut().zip(counts) {
                *score += rarity * 64 * count / (count + HALF);
            }
        }
        found.iter().map(|document| (document, scores[document as usize])).collect()
    }

    /// How often each document has a phrase, weighed by field. A phrase is only counted in `found`.
    fn counts(&self, phrase: &[WordSet], found: &Bits) -> Vec<u32> {
        let stream = &self.index.stream;
        let mut counts = vec![0; self.index.corpus.documents.len()];
        if let [word] = phrase {
            for range in word {
                let counted = stream.documents.rows(range.clone()).iter();
                let weights = &stream.document_counts[stream.documents.places(range.clone())];
                for (&document, &count) in counted.zip(weights) {
                    counts[document as usize] += u32::from(count);
                }
            }
            return counts;
        }
        for document in found.iter() {
            for (n, run) in stream.of_document.of(document).enumerate() {
                let words = &stream.words[run];
                let hits = (0..words.len()).filter(|&at| holds_at(&words[at..], phrase)).count();
                let weight = if n == 0 { 1 } else { TITLE_WEIGHT };
                counts[document as usize] += weight * small(hits).min(1 << 16);
            }
        }
        counts
    }
}

/// Twice the binary logarithm of how many documents there are for each that has the word, plus one.
fn rarity(all: u64, with: u64) -> u32 {
    let ratio = u128::from((all + 1) * 256 / (with + 1)).max(256);
    (ratio * ratio).ilog2() - 15
}

#[cfg(test)]
mod tests {
    use super::rarity;

    #[test]
    fn rarer_words_count_for_more() {
        assert_eq!(rarity(1000, 1000), 1);
        assert_eq!(rarity(1023, 0), 21);
        assert!(rarity(1000, 10) > rarity(1000, 30));
    }
}
