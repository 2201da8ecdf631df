//! Sets of small numbers, one bit each.

/// A set of numbers below a limit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Bits {
    words: Vec<u64>,
    limit: usize,
}

impl Bits {
    /// The empty set of numbers below `limit`.
    pub(crate) fn none(limit: usize) -> Self {
        Self { words: vec![0; limit.div_ceil(64)], limit }
    }

    /// The set of all numbers below `limit`.
    pub(crate) fn all(limit: usize) -> Self {
        let mut bits = Self::none(limit);
        bits.invert();
        bits
    }

    pub(crate) fn insert(&mut self, n: u32) {
        self.words[n as usize / 64] |= 1 << (n % 64);
    }

    pub(crate) fn remove(&mut self, n: u32) {
        self.words[n as usize / 64] &= !(1 << (n % 64));
    }

    pub(crate) fn has(&self, n: u32) -> bool {
        self.words[n as usize / 64] & (1 << (n % 64)) != 0
    }

    pub(crate) fn and(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(a, b)| *a &= b);
    }

    pub(crate) fn or(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(a, b)| *a |= b);
    }

    pub(crate) fn invert(&mut self) {
        self.words.iter_mut().for_each(|word| *word = !*word);
        if let (Some(last), used @ 1..) = (self.words.last_mut(), self.limit % 64) {
            *last &= (1 << used) - 1;
        }
    }

    /// The numbers, ascending.
    pub(crate) fn iter(&self) -> impl Iterator<Item = u32> {
        (0u32..).step_by(64).zip(&self.words).flat_map(|(base, &word)| {
            let rest = |&set: &u64| Some(set & (set - 1)).filter(|&set| set != 0);
            std::iter::successors(Some(word).filter(|&set| set != 0), rest)
                .map(move |set| base + set.trailing_zeros())
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_hold_what_was_put_in() {
        let mut bits = Bits::none(130);
        for n in [0, 63, 64, 129] {
            bits.insert(n);
        }
        bits.remove(64);
        assert_eq!(bits.iter().collect::<Vec<_>>(), [0, 63, 129]);
        bits.invert();
        assert_eq!(bits.iter().count(), 127);
        assert!(bits.has(64) && !bits.has(129));
        assert_eq!(Bits::all(128).iter().count(), 128);
        assert_eq!(Bits::none(0).iter().count(), 0);
    }
}
