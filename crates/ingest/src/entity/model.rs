//! The linear model: weights of features for labels, and the best sequence of labels under them.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::OnceLock;

use dateline_corpus::EntityKind;

/// What a word is: outside any name, or the beginning or inside of one.
pub(super) const LABELS: usize = 7;
/// Outside any name.
pub(super) const OUTSIDE: usize = 0;

/// The kind of name a label stands for, and whether it begins one.
pub(super) fn meaning(label: usize) -> Option<(EntityKind, bool)> {
    let kind = match label {
        1 | 2 => EntityKind::Person,
        3 | 4 => EntityKind::Organisation,
        5 | 6 => EntityKind::Place,
        _ => return None,
    };
    Some((kind, label % 2 == 1))
}

/// Whether `label` may follow `previous`: the inside of a name follows its beginning or inside.
fn may_follow(previous: usize, label: usize) -> bool {
    label == OUTSIDE || label % 2 == 1 || previous == label || previous + 1 == label
}

/// The hasher of keys that are hashes already: it takes them as they are.
pub(super) type Hashed = BuildHasherDefault<AsIs>;

/// The key last written.
#[derive(Default)]
pub(super) struct AsIs(u64);

impl Hasher for AsIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(byte);
        }
    }

    fn write_u32(&mut self, key: u32) {
        // The table looks at the highest bits and at the lowest.
        self.0 = u64::from(key) << 32 | u64::from(key);
    }

    fn write_u64(&mut self, key: u64) {
        self.0 = key;
    }
}

/// Weights by feature, each for every label, and of one label after another.
#[derive(Default)]
pub(super) struct Model {
    pub(super) weights: HashMap<u32, [i16; LABELS], Hashed>,
    pub(super) transitions: [[i16; LABELS]; LABELS],
}

impl Model {
    /// The one model; read at first use.
    pub(super) fn get() -> &'static Self {
        static MODEL: OnceLock<Model> = OnceLock::new();
        MODEL.get_or_init(|| Self::decode(include_bytes!("../../data/names.model")))
    }

    /// Reads what `encode` wrote: the transitions in two bytes each, then the features in rising order, each
    /// with its distance from the one before (LEB128) and a weight for every label. What is cut off is
    /// missing.
    pub(super) fn decode(bytes: &[u8]) -> Self {
        let mut model = Self::default();
        let mut rest = bytes.iter();
        for cell in model.transitions.iter_mut().flatten() {
            let (Some(&low), Some(&high)) = (rest.next(), rest.next()) else { return model };
            *cell = i16::from_le_bytes([low, high]);
        }
        let mut key = 0_u32;
        loop {
            let (mut distance, mut shift) = (0_u32, 0);
            loop {
                let Some(&byte) = rest.next() else { return model };
                distance |= u32::from(byte & 0x7f) << shift.min(28);
                shift += 7;
                if byte & 0x80 == 0 {
                    break;
                }
            }
            key = key.wrapping_add(distance);
            let mut row = [0; LABELS];
            for cell in &mut row {
                let Some(&byte) = rest.next() else { return model };
                *cell = i16::from(i8::from_le_bytes([byte]));
            }
            model.weights.insert(key, row);
        }
    }

    /// The model as bytes; weights of features beyond a byte are cut to its ends.
    #[cfg(any(test, feature = "train"))]
    pub(super) fn encode(&self) -> Vec<u8> {
        let byte =
            |weight: i16| i8::try_from(weight.clamp(-127, 127)).unwrap_or_default().to_le_bytes();
        let mut bytes: Vec<u8> =
            self.transitions.iter().flatten().flat_map(|weight| weight.to_le_bytes()).collect();
        let sorted: std::collections::BTreeMap<_, _> = self.weights.iter().collect();
        let mut last = 0;
        for (&key, row) in sorted {
            let mut distance = key - last;
            last = key;
            loop {
                let [low, ..] = distance.to_le_bytes();
                distance >>= 7;
                bytes.push(low & 0x7f | if distance > 0 { 0x80 } else { 0 });
                if distance == 0 {
                    break;
                }
            }
            bytes.extend(row.iter().flat_map(|&weight| byte(weight)));
        }
        bytes
    }

    /// The score of every label for a word with these features.
    pub(super) fn score(&self, features: &[u32]) -> [i32; LABELS] {
        let mut scores = [0; LABELS];
        for feature in features {
            if let Some(row) = self.weights.get(feature) {
                for (score, &weight) in scores.iter_mut().zip(row) {
                    *score += i32::from(weight);
                }
            }
        }
        scores
    }

    /// The sequence of labels with the highest score; the lower label where two are equal. Source:
    /// A. J. Viterbi, "Error bounds for convolutional codes", 1967.
    pub(super) fn best(&self, scores: &[[i32; LABELS]]) -> Vec<usize> {
        const IMPOSSIBLE: i32 = i32::MIN / 2;
        let mut reach = [IMPOSSIBLE; LABELS];
        reach[OUTSIDE] = 0;
        let mut back: Vec<[usize; LABELS]> = Vec::with_capacity(scores.len());
        for score in scores {
            let mut next = [IMPOSSIBLE; LABELS];
            let mut from = [OUTSIDE; LABELS];
            for label in 0..LABELS {
                for previous in (0..LABELS).filter(|&previous| may_follow(previous, label)) {
                    let total = reach[previous]
                        + i32::from(self.transitions[previous][label])
                        + score[label];
                    if total > next[label] {
                        next[label] = total;
                        from[label] = previous;
                    }
                }
            }
            reach = next;
            back.push(from);
        }
        let mut label = OUTSIDE;
        for candidate in 0..LABELS {
            if reach[candidate] > reach[label] {
                label = candidate;
            }
        }
        let mut labels = Vec::with_capacity(scores.len());
        for from in back.iter().rev() {
            labels.push(label);
            label = from[label];
        }
        labels.reverse();
        labels
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_and_a_cut_file_is_read_as_far_as_it_goes() {
        let mut model = Model::default();
        model.transitions[0][1] = -7;
        model.weights.insert(3, [1, -2, 3, -4, 5, -6, 127]);
        model.weights.insert(u32::MAX, [0, 0, -127, 0, 0, 0, 1]);
        let bytes = model.encode();
        let read = Model::decode(&bytes);
        assert_eq!(read.transitions, model.transitions);
        assert_eq!(read.weights, model.weights);
        for length in 0..bytes.len() {
            assert!(Model::decode(&bytes[..length]).weights.len() < 2);
        }
    }

    #[test]
    fn the_inside_of_a_name_follows_its_beginning() {
        let model = Model::default();
        // The best label of the second word alone would be the inside of a place.
        let labels = model.best(&[[0, 9, 0, 0, 0, 0, 0], [0, 0, 8, 0, 0, 0, 9]]);
        assert_eq!(labels, [1, 2]);
    }
}
