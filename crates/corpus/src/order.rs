//! Sorting in little code. The standard library's sorts are compiled anew for every type and every
//! comparison, some five kilobytes each; here only the comparison is. Not for the innermost loops:
//! every comparison is a call.

use std::cmp::Ordering;

/// Sorts `items`; equal ones keep their order.
pub fn sort<T: Ord>(items: &mut [T]) {
    sort_by(items, T::cmp);
}

/// Sorts `items` by `key`; equal ones keep their order.
pub fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(items, |a, b| key(a).cmp(&key(b)));
}

/// Sorts `items` by `compare`; equal ones keep their order.
///
/// # Panics
/// With more than `u32::MAX` items, or when `compare` is no total order.
pub fn sort_by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let mut from = permutation(items.len(), &|a, b| compare(&items[a], &items[b]));
    for start in 0..from.len() {
        // What stood at `start` travels along its cycle, every other item goes where it belongs.
        let mut at = start;
        loop {
            let next = std::mem::replace(&mut from[at], at);
            if next == start {
                break;
            }
            items.swap(at, next);
            at = next;
        }
    }
}

/// For each place the one of `0..len` that belongs there.
#[inline(never)]
fn permutation(len: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..len).collect();
    order.sort_by(|&a, &b| compare(a, b));
    order
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn it_sorts_as_the_standard_library_does(
            items in prop::collection::vec((0..9u8, any::<u8>()), 0..60)
        ) {
            let mut expected = items.clone();
            expected.sort_by_key(|item| item.0);
            let mut found = items;
            sort_by_key(&mut found, |item| item.0);
            prop_assert_eq!(&found, &expected);
            expected.sort();
            sort(&mut found);
            prop_assert_eq!(found, expected);
        }
    }
}
