//! Runs of words that two documents share, grown from the places where they hold the same fingerprint.

use std::ops::Range;

use super::Hit;
use super::words::Words;

/// The fewest words that count as shared, and of these the fewest that are not names or numbers.
const SHORTEST: usize = 8;
const PLAIN: usize = 5;
/// The fewest shared words without a change somewhere in a run, or else the fewest in all.
const UNBROKEN: usize = 7;
const BROKEN: usize = 11;
/// How many words may have been changed, put in or taken out in one place.
const GAP: usize = 6;
/// How far a run may go on at a loss: a changed word costs one, a shared word gains one.
const LOSS: usize = 8;

/// A shared run: the words of the first and of the second document.
#[derive(Clone, Debug)]
pub(super) struct Run {
    pub(super) first: Range<usize>,
    pub(super) second: Range<usize>,
}

/// The runs that two documents share, in the order of the first; `hits` are sorted.
pub(super) fn runs(a: &Words, b: &Words, hits: &[Hit]) -> Vec<Run> {
    let mut found: Vec<Run> = Vec::new();
    for hit in hits {
        let (i, j) = (hit.at_a as usize, hit.at_b as usize);
        let inside = |run: &Run| run.first.contains(&i) && run.second.contains(&j);
        // Hits come in order, so that only the last few runs can hold this one.
        if found.iter().rev().take(4).any(inside) {
            continue;
        }
        let forward = grow(
            (a.len() - i, b.len() - j),
            |x, y| a.word(i + x) == b.word(j + y),
            |x| a.is_name(i + x),
        );
        let backward =
            grow((i, j), |x, y| a.word(i - 1 - x) == b.word(j - 1 - y), |x| a.is_name(i - 1 - x));
        let run = Run {
            first: i - backward.first..i + forward.first,
            second: j - backward.second..j + forward.second,
        };
        let shared = forward.shared + backward.shared;
        let plain = forward.plain + backward.plain;
        let unbroken =
            (forward.opening + backward.opening).max(forward.unbroken).max(backward.unbroken);
        let longer = run.first.len().max(run.second.len());
        let enough =
            shared >= SHORTEST && plain >= PLAIN && (unbroken >= UNBROKEN || shared >= BROKEN);
        if enough && shared * 10 >= longer * 6 {
            found.push(run);
        }
    }
    without_overlaps(found)
}

/// Of runs that overlap in both documents only the longest.
fn without_overlaps(mut found: Vec<Run>) -> Vec<Run> {
    found.sort_by_key(|run| (run.first.start, run.first.end, run.second.start));
    let mut kept: Vec<Run> = Vec::new();
    let meet = |x: &Range<usize>, y: &Range<usize>| x.start < y.end && y.start < x.end;
    for run in found {
        match kept.last_mut() {
            Some(last) if meet(&last.first, &run.first) && meet(&last.second, &run.second) => {
                if run.first.len() > last.first.len() {
                    *last = run;
                }
            }
            _ => kept.push(run),
        }
    }
    kept
}

/// How far two sequences agree.
#[derive(Clone, Copy, Debug, Default)]
struct Growth {
    /// The lengths in both, up to the last shared word.
    first: usize,
    second: usize,
    /// How many words are shared, and how many of them are not names.
    shared: usize,
    plain: usize,
    /// How many are shared before the first change, and the most without a change.
    opening: usize,
    unbroken: usize,
}

/// Follows two sequences from their beginnings, across changes behind which they agree again.
fn grow(
    ends: (usize, usize),
    same: impl Fn(usize, usize) -> bool,
    name: impl Fn(usize) -> bool,
) -> Growth {
    let same = |x: usize, y: usize| x < ends.0 && y < ends.1 && same(x, y);
    let mut now = Growth::default();
    let (mut best, mut best_score) = (now, 0_usize);
    let (mut x, mut y, mut run, mut changed) = (0, 0, 0, false);
    // The score begins with what may be lost.
    let mut score = LOSS;
    loop {
        while same(x, y) {
            run += 1;
            now.shared += 1;
            now.plain += usize::from(!name(x));
            (x, y, score) = (x + 1, y + 1, score + 1);
        }
        now.unbroken = now.unbroken.max(run);
        if !changed {
            now.opening = run;
        }
        (now.first, now.second) = (x, y);
        if score > best_score.max(LOSS) {
            (best, best_score) = (now, score);
        }
        let Some((skip_x, skip_y)) = resume(x, y, &same) else { return best };
        let cost = skip_x.max(skip_y);
        if score + LOSS <= best_score + cost || score <= cost {
            return best;
        }
        score -= cost;
        (x, y, run, changed) = (x + skip_x, y + skip_y, 0, true);
    }
}

/// The smallest change after which the sequences agree again: for three words, or for two behind a
/// single changed word.
fn resume(x: usize, y: usize, same: &impl Fn(usize, usize) -> bool) -> Option<(usize, usize)> {
    for total in 1..=2 * GAP {
        let need = if total <= 2 { 2 } else { 3 };
        // The even change first: a word put in the place of another.
        for uneven in (total % 2..=total).step_by(2) {
            let (less, more) = ((total - uneven) / 2, (total + uneven) / 2);
            for (a, b) in [(less, more), (more, less)] {
                if more <= GAP && (0..need).all(|k| same(x + a + k, y + b + k)) {
                    return Some((a, b));
                }
            }
        }
    }
    None
}
