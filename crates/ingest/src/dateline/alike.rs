//! Which dated documents tell of the same things as an undated one: those that share the rare names in
//! it. Says how alike they are, and by which words; not what follows for its date.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use dateline_corpus::Document;

use super::clue::ENOUGH;

/// The fewest letters of a name.
const LETTERS: usize = 3;
/// A name in more than this share of the documents, one in so many, is common.
const COMMON: usize = 20;
/// A name in more documents than this is common in any collection, so that comparing stays near linear.
const MOST: usize = 40;
/// The least cosine of two documents about the same things, in percent.
const COSINE: u64 = 20;
/// The least weight of what they share, in quarters of a bit.
const SHARED: u64 = 70;
/// Added to the weight of each document, so that a few names of a short one do not decide.
const SMOOTH: u64 = 30;
/// How many are kept of those most alike.
const KEPT: usize = 5;
/// How many of the names they share are said.
const SAID: usize = 3;

/// A document that is about the same things.
#[derive(Debug)]
pub(super) struct Alike<'a> {
    /// Its place among the documents.
    pub(super) at: usize,
    /// The rarest names that both have, the rarest first.
    pub(super) names: Vec<&'a str>,
}

/// For each of `open`, by its place among the documents, the documents of `dated` most alike, first the
/// most.
pub(super) fn alike<'a>(
    documents: &'a [Document],
    dated: &[usize],
    open: &[usize],
) -> BTreeMap<usize, Vec<Alike<'a>>> {
    let names: BTreeMap<usize, BTreeSet<&str>> =
        dated.iter().chain(open).map(|&at| (at, names(&documents[at]))).collect();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for name in names.values().flatten() {
        *counts.entry(name).or_default() += 1;
    }
    let all = names.len();
    // How much a name tells: four times the binary logarithm of how rare it is.
    let weight = |name: &str| {
        let count = counts.get(name).copied().unwrap_or(1);
        let rare = count <= (all / COMMON).clamp(3, MOST) && count > 1;
        let ratio = (all as u128).pow(4) / (count as u128).pow(4);
        if rare { u64::from(ratio.max(1).ilog2()) } else { 0 }
    };
    // A name that stands nowhere else makes a document less like any other, too.
    let alone = u64::from((all as u128).pow(4).max(1).ilog2());
    let norm = |at: &usize| {
        let one = |name: &&str| if counts.get(*name) == Some(&1) { alone } else { weight(name) };
        names[at].iter().map(one).sum::<u64>() + SMOOTH
    };
    let norms: BTreeMap<usize, u64> = names.keys().map(|at| (*at, norm(at))).collect();
    let mut holders: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for &at in dated {
        for name in names[&at].iter().filter(|name| weight(name) > 0) {
            holders.entry(name).or_default().push(at);
        }
    }
    let near = |own: &usize| {
        let mut shared: BTreeMap<usize, u64> = BTreeMap::new();
        for name in &names[own] {
            for &at in holders.get(name).into_iter().flatten() {
                *shared.entry(at).or_default() += weight(name);
            }
        }
        let mut found: Vec<(u64, usize)> = shared
            .into_iter()
            .filter(|&(_, sum)| sum >= SHARED)
            // The cosine squared, in parts of ten thousand.
            .map(|(at, sum)| (sum * sum * 10_000 / (norms[own] * norms[&at]), at))
            .filter(|&(cosine, _)| cosine >= COSINE * COSINE)
            .collect();
        found.sort_by_key(|&(cosine, at)| (Reverse(cosine), at));
        let said = |(_, at): (u64, usize)| {
            let mut both: Vec<&str> = names[own].intersection(&names[&at]).copied().collect();
            both.sort_by_key(|name| (Reverse(weight(name)), *name));
            both.truncate(SAID);
            Alike { at, names: both }
        };
        found.into_iter().take(KEPT).map(said).collect()
    };
    open.iter().map(|own| (*own, near(own))).collect()
}

/// The words of a document's prose that may be names: all that do not begin in lower case.
fn names(document: &Document) -> BTreeSet<&str> {
    let prose = document
        .blocks
        .iter()
        .filter(|block| !block.kind.is_apparatus() && block.span.end as usize <= ENOUGH);
    prose
        .flat_map(|block| {
            block.span.of(&document.text).split(|c: char| !c.is_alphabetic()).filter(|word| {
                word.chars().nth(LETTERS - 1).is_some()
                    && word.starts_with(|c: char| !c.is_lowercase())
            })
        })
        .collect()
}
