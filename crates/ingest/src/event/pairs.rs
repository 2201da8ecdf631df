//! Which reports may speak of one happening. Not all pairs are compared: only reports that share a
//! date and a word that few others of that date have.

use std::collections::BTreeMap;

use dateline_corpus::Document;

use super::copied::{are_of_a_mould, are_of_a_series};
use super::facts::{Facts, Said, differ, shared};

/// A date and word that more reports than this share tell nothing.
const COMMON: usize = 24;
/// A name that more documents than this have does not show that two are about one story.
const RARE: u32 = 8;
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
pub(super) fn agreeing(facts: &[Facts], names: &[Vec<u32>]) -> Vec<Link> {
    let mut keys: Vec<(u64, u32)> = Vec::new();
    for (facts, number) in facts.iter().zip(0..) {
        for level in levels(facts) {
            keys.extend(facts.whole.words.iter().map(|word| {
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
            let (a_facts, b_facts) = (&facts[a as usize], &facts[b as usize]);
            let same = || same_happening(a_facts, b_facts, names);
            let (strength, rule) = strength(a_facts, b_facts).or_else(same)?;
            Some(Link { strength, a, b, rule })
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

/// How strongly two reports agree, in thousandths of the shorter one's words, and by which rule; `None`
/// when they speak of different things.
fn strength(a: &Facts, b: &Facts) -> Option<(u32, &'static str)> {
    let ((first_a, last_a), (first_b, last_b)) = (a.days?, b.days?);
    if first_a.max(first_b) > last_a.min(last_b) {
        return None;
    }
    let same_days = (first_a, last_a) == (first_b, last_b);
    // Two dates in one sentence are two happenings; what it says twice of one date, "Sunday … after
    // midnight", is one.
    if a.document == b.document && a.sentence == b.sentence {
        return same_days.then_some((1500, "same-sentence"));
    }
    let is_long = (last_a - first_a).max(last_b - first_b) > 31;
    // In a year much is alike: "X endorses Z" and "Y endorses Z" are two happenings.
    if are_of_a_series(a, b)
        || are_of_a_mould(a, b)
        || a.is_as_of != b.is_as_of
        || (is_long && differ(&a.whole.actors, &b.whole.actors))
    {
        return None;
    }
    // Different numbers of the same thing are for the reader to see side by side; but two sentences of
    // one mould with different numbers, such as daily tolls, are two happenings.
    let mut least = if same_days { 380 } else { 550 };
    least = if is_long || a.document == b.document { 650 } else { least };
    least += if differ(&a.numbers, &b.numbers) { 150 } else { 0 };
    // "Trump won the primaries in Illinois" and "the Democratic Party held primaries in Illinois".
    least += if differ(&a.whole.actors, &b.whole.actors) { 100 } else { 0 };
    // "Last month", beside the day itself, is the same happening when three names agree.
    let names = shared(&a.whole.actors, &b.whole.actors) + shared(&a.whole.places, &b.whole.places);
    if !same_days && !is_long && names >= 3 && a.document != b.document {
        least -= 100;
    }
    let whole = agreement(&a.whole, &b.whole, least, 4);
    // Of sentences with several dates, what is said around this one may agree where the rest does not.
    let parts = || {
        let (part_a, part_b) = (a.part.as_ref(), b.part.as_ref());
        let is_day = same_days && first_a == last_a && a.document != b.document;
        part_a.or(part_b).filter(|_| is_day)?;
        let (said_a, said_b) = (part_a.unwrap_or(&a.whole), part_b.unwrap_or(&b.whole));
        agreement(said_a, said_b, least.max(600), 3)
    };
    let bonus = if same_days { 100 } else { 0 };
    whole.or_else(parts).map(|strength| (strength + bonus, "same-date-names-words"))
}

/// The names of each document that few others have, sorted.
pub(super) fn rare_names(documents: &[Document]) -> Vec<Vec<u32>> {
    let mut names: Vec<Vec<u32>> = Vec::with_capacity(documents.len());
    let mut counts: BTreeMap<u32, u32> = BTreeMap::new();
    for document in documents {
        let mut own: Vec<u32> = document.mentions.iter().map(|mention| mention.entity).collect();
        own.sort_unstable();
        own.dedup();
        for name in &own {
            *counts.entry(*name).or_default() += 1;
        }
        names.push(own);
    }
    for own in &mut names {
        own.retain(|name| counts.get(name).is_some_and(|count| *count <= RARE));
    }
    names
}

/// Whether two documents that share rare names tell a thing of one kind around one day, in words that need
/// not agree otherwise: "he is to leave office", "he resigned". A month beside a day needs more.
fn same_happening(a: &Facts, b: &Facts, names: &[Vec<u32>]) -> Option<(u32, &'static str)> {
    let ((first_a, last_a), (first_b, last_b)) = (a.days?, b.days?);
    let same_days = (first_a, last_a) == (first_b, last_b);
    let longest = (last_a - first_a).max(last_b - first_b);
    let is_apart = a.document == b.document
        || first_a.max(first_b) > last_a.min(last_b)
        || longest > 31
        || a.is_as_of
        || b.is_as_of
        || are_of_a_series(a, b)
        || differ(&a.said().actors, &b.said().actors);
    if is_apart || a.told.kinds & b.told.kinds == 0 {
        return None;
    }
    let is_day = same_days && longest == 0;
    let fewest = if is_day && !differ(&a.numbers, &b.numbers) { 2 } else { 3 };
    let words = shared(&a.said().words, &b.said().words);
    let says_the_same = is_day || shared(&a.told.words, &b.told.words) > 0;
    let names = shared(&names[a.document as usize], &names[b.document as usize]);
    (words >= fewest && says_the_same && names >= 2).then_some((words, "same-day-happening"))
}

/// The share of the shorter one's words that two share, in thousandths, and 20 for each name that they
/// share; `None` when that is less than `least`, when fewer than `fewest` words are shared, or no name.
fn agreement(a: &Said, b: &Said, least: u32, fewest: u32) -> Option<u32> {
    let shorter = u32::try_from(a.words.len().min(b.words.len())).ok()?;
    let words = shared(&a.words, &b.words);
    let actors = shared(&a.actors, &b.actors);
    let names = actors + shared(&a.places, &b.places);
    let share = words * 1000 / shorter.max(1);
    let is_named = actors >= 1 || names >= 2 || (fewest < 4 && names >= 1);
    let enough =
        words >= fewest && share >= least && (is_named || (words >= 6 && share >= least + 150));
    enough.then_some(share + 20 * names)
}
