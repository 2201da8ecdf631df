//! Which reports may speak of one happening. Not all pairs are compared: only reports that share a
//! date and a word that few others of that date have.

use super::facts::{Facts, shared};

/// A date and word that more reports than this share tell nothing.
const COMMON: usize = 24;
/// Reports of a span of more days than this are joined by copied wording only.
const LONGEST: i32 = 366;

/// Two reports that agree, with how strongly and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Link {
    /// Larger is stronger.
    pub(super) strength: u32,
    pub(super) a: u32,
    pub(super) b: u32,
    /// The name of the rule.
    pub(super) rule: &'static str,
}

/// The pairs that agree in date, names and words.
pub(super) fn agreeing(facts: &[Facts]) -> Vec<Link> {
    let mut keys: Vec<(u64, u32)> = Vec::new();
    for (facts, number) in facts.iter().zip(0..) {
        for level in levels(facts) {
            keys.extend(facts.words.iter().map(|word| {
                (word.rotate_left(21) ^ level.wrapping_mul(0x9e37_79b9_7f4a_7c15), number)
            }));
        }
    }
    keys.sort_unstable();
    let mut pairs: Vec<(u32, u32)> = Vec::new();
    for group in keys.chunk_by(|a, b| a.0 == b.0) {
        if group.len() > COMMON {
            continue;
        }
        for (at, &(_, a)) in group.iter().enumerate() {
            pairs.extend(group[at + 1..].iter().map(|&(_, b)| (a, b)));
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
        .into_iter()
        .filter_map(|(a, b)| {
            let strength = strength(&facts[a as usize], &facts[b as usize])?;
            Some(Link { strength, a, b, rule: "same-date-names-words" })
        })
        .collect()
}

/// The spans of time by which a report can be found, as numbers: its own days, and for a shorter date
/// the month around it.
fn levels(facts: &Facts) -> impl Iterator<Item = u64> + use<> {
    let days = facts.days.filter(|(first, last)| last - first < LONGEST);
    let month = days.map(|(first, last)| month_of(i32::midpoint(first, last)));
    let day = days
        .filter(|(first, last)| last - first < 20)
        .map(|(first, _)| u64::from(first.cast_unsigned()) << 20);
    month.into_iter().chain(day)
}

/// A month as a number, other than any day.
fn month_of(day: i32) -> u64 {
    let (year, month, _) = dateline_corpus::Day(day).civil();
    1 << 60 | u64::from(year.cast_unsigned()) << 4 | u64::from(month)
}

/// How strongly two reports agree, in thousandths of the shorter one's words; `None` when they speak of
/// different things.
fn strength(a: &Facts, b: &Facts) -> Option<u32> {
    let ((first_a, last_a), (first_b, last_b)) = (a.days?, b.days?);
    if first_a.max(first_b) > last_a.min(last_b) {
        return None;
    }
    let same_days = (first_a, last_a) == (first_b, last_b);
    // Two dates in one sentence are two happenings; the same date said twice, "Sunday … after midnight",
    // is one.
    if a.document == b.document && a.sentence == b.sentence {
        return same_days.then_some(1500);
    }
    let shorter = u32::try_from(a.words.len().min(b.words.len())).ok()?;
    let words = shared(&a.words, &b.words);
    let actors = shared(&a.actors, &b.actors);
    let names = actors + shared(&a.places, &b.places);
    let share = words * 1000 / shorter.max(1);
    // Different numbers of the same thing are for the reader to see side by side; but two sentences of
    // one mould with different numbers, such as daily tolls, are two happenings.
    let numbers_differ =
        !a.numbers.is_empty() && !b.numbers.is_empty() && shared(&a.numbers, &b.numbers) == 0;
    let is_long = (last_a - first_a).max(last_b - first_b) > 31;
    let mut least = if same_days { 380 } else { 550 };
    least = if is_long || a.document == b.document { 650.max(least) } else { least };
    least += if numbers_differ { 150 } else { 0 };
    let enough = words >= 4
        && share >= least
        && (actors >= 1 || names >= 2 || (words >= 6 && share >= least + 150));
    enough.then_some(share + 20 * names + if same_days { 100 } else { 0 })
}
