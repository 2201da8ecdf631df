//! The folded words of a corpus in order, so that a prefix is a range of numbers, and the words one
//! letter away from a misspelt one.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::ops::Range;

use crate::order;

/// Words in alphabetical (byte) order; a word's place is its number.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary {
    text: String,
    ends: Vec<u32>,
}

impl Vocabulary {
    /// How many words there are.
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// Bytes it takes.
    pub(crate) fn bytes(&self) -> usize {
        self.text.len() + 4 * self.ends.len()
    }

    /// The word of this number.
    pub(crate) fn word(&self, number: usize) -> &str {
        let start = if number == 0 { 0 } else { self.ends[number - 1] as usize };
        &self.text[start..self.ends[number] as usize]
    }

    /// The numbers of `word`: one, or none.
    pub(crate) fn exact(&self, word: &str) -> Range<u32> {
        let start = self.first_where(|known| known >= word);
        let found = (start as usize) < self.len() && self.word(start as usize) == word;
        start..start + u32::from(found)
    }

    /// The numbers of the words that begin with `prefix`.
    pub(crate) fn starting(&self, prefix: &str) -> Range<u32> {
        let start = self.first_where(|known| known >= prefix);
        start..self.first_where(|known| known >= prefix && !known.starts_with(prefix)).max(start)
    }

    /// The numbers of the words one letter away from `word`: one put in, left out or changed, or two
    /// neighbours swapped. With `prefix`, of those that begin like that.
    pub(crate) fn near(&self, word: &str, prefix: bool) -> Vec<u32> {
        let word: Vec<char> = word.chars().collect();
        (0u32..)
            .zip(0..self.len())
            .filter(|&(_, n)| near(&word, self.word(n), prefix))
            .map(|(n, _)| n)
            .collect()
    }

    fn first_where(&self, holds: impl Fn(&str) -> bool) -> u32 {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = low.midpoint(high);
            if holds(self.word(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        small(low)
    }
}

/// Whether `known`, or with `prefix` some beginning of it, is at most one slip away from `typed`.
pub(crate) fn near(typed: &[char], known: &str, prefix: bool) -> bool {
    let mut known = known.chars();
    let mut same = 0;
    let mut next = known.next();
    while next.is_some() && next == typed.get(same).copied() {
        same += 1;
        next = known.next();
    }
    let Some(&slip) = typed.get(same) else {
        return prefix || known.next().is_none();
    };
    let rest = &typed[same + 1..];
    let tail_is = |mut tail: std::str::Chars<'_>, wanted: &[char]| {
        wanted.iter().all(|&c| tail.next() == Some(c)) && (prefix || tail.next().is_none())
    };
    let Some(found) = next else {
        return rest.is_empty();
    };
    let changed = tail_is(known.clone(), rest);
    let put_in = rest.first() == Some(&found) && tail_is(known.clone(), &rest[1..]);
    let left_out = tail_is(known.clone(), &typed[same..]);
    let swapped =
        rest.first() == Some(&found) && known.next() == Some(slip) && tail_is(known, &rest[1..]);
    changed || put_in || left_out || swapped
}

/// Numbers words in the order in which they come, and sorts them in the end.
#[derive(Default)]
pub(crate) struct Builder {
    numbers: HashMap<Box<str>, u32, BuildHasherDefault<Fnv>>,
}

impl Builder {
    /// A provisional number for `word`.
    pub(crate) fn number(&mut self, word: &str) -> u32 {
        if let Some(&number) = self.numbers.get(word) {
            return number;
        }
        let number = small(self.numbers.len());
        self.numbers.insert(word.into(), number);
        number
    }

    /// The sorted vocabulary, and for each provisional number the lasting one.
    pub(crate) fn finish(self) -> (Vocabulary, Vec<u32>) {
        let mut words: Vec<(Box<str>, u32)> = self.numbers.into_iter().collect();
        order::sort(&mut words);
        let mut vocabulary = Vocabulary::default();
        let mut lasting = vec![0; words.len()];
        for (number, (word, provisional)) in (0..).zip(words) {
            vocabulary.text.push_str(&word);
            vocabulary.ends.push(small(vocabulary.text.len()));
            lasting[provisional as usize] = number;
        }
        (vocabulary, lasting)
    }
}

/// A count that fits 32 bits, as every offset into a corpus does; larger ones stay at the limit.
pub(crate) fn small(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// FNV-1a: quick for short words, and the same everywhere.
///
/// Source: Fowler, Noll, Vo, "The FNV Non-Cryptographic Hash Algorithm" (RFC 9923).
#[derive(Clone)]
pub(crate) struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vocabulary(words: &str) -> Vocabulary {
        let mut builder = Builder::default();
        for word in words.split(' ') {
            builder.number(word);
        }
        builder.finish().0
    }

    #[test]
    fn a_prefix_is_a_range() {
        let known = vocabulary("prisons prison moscow prisoners presence été");
        assert_eq!(known.word(0), "moscow");
        assert_eq!(known.starting("pris"), 2..5);
        assert_eq!(known.starting("p"), 1..5);
        assert_eq!(known.starting(""), 0..6);
        assert_eq!(known.starting("q").len(), 0);
        assert_eq!(known.exact("prison"), 2..3);
        assert_eq!(known.exact("priso").len(), 0);
        assert_eq!(known.exact("zz").len(), 0);
    }

    #[track_caller]
    fn check(typed: &str, known: &str, whole: bool, beginning: bool) {
        let typed: Vec<char> = typed.chars().collect();
        assert_eq!(near(&typed, known, false), whole);
        assert_eq!(near(&typed, known, true), beginning);
    }

    #[test]
    fn one_slip_is_forgiven() {
        check("prisoners", "prisoners", true, true);
        check("prisonors", "prisoners", true, true);
        check("prisonerss", "prisoners", true, true);
        check("prisoner", "prisoners", true, true);
        check("prsioners", "prisoners", true, true);
        check("prisonesr", "prisoners", true, true);
        check("xprisoners", "prisoners", true, true);
        check("prizon", "prisoners", false, true);
        check("prsion", "prisoners", false, true);
        check("priison", "prisoners", false, true);
        check("pruzon", "prisoners", false, false);
        check("damascus", "dam", false, false);
        check("кассис", "касис", true, true);
    }
}
