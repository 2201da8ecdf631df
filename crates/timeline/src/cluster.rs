//! Joins marks that are too close to be told apart. Zooming in only ever divides a cluster, and
//! zooming out only ever joins clusters.
//!
//! Time is halved again and again. Two halves are two clusters, or more, when each is wide enough
//! for what will stand in it, a mark or a count, and one cluster otherwise. That holds more the
//! closer one looks, so that clusters are monotone in zoom; and since a count stays within its own
//! part of time, counts never overlap.

use crate::{Item, Scale};

/// Items drawn as one.
#[derive(Clone, Debug, PartialEq)]
pub struct Cluster {
    /// Indices of its items, in order.
    pub items: Vec<u32>,
    /// The middle of the days on which they begin, in days.
    pub middle: f64,
    /// From when to when nothing else begins, in days: where its count may stand.
    pub room: (f64, f64),
}

/// Pixels in which one mark can be told from the next.
pub const NEAR: f64 = 9.0;

/// Pixels from which a bar stands for itself.
pub const WIDE: f64 = 18.0;

/// Half of the pixels that the count of so many items takes.
pub(crate) fn half_count(items: usize) -> f64 {
    5.0 + 4.0 * f64::from(items.checked_ilog10().unwrap_or(0) + 1)
}

/// Pixels that so many items need, with some space.
fn needed(items: usize) -> f64 {
    if items < 2 { NEAR } else { 2.0 * half_count(items) + 2.0 }
}

/// Divides `items`, which are indices into `all`, of one row of a lane and in its order, into
/// clusters by where they begin. Bars that are wide enough stand for themselves, save in a row where
/// bars may overlap (`crowded`).
#[must_use]
pub fn clusters(all: &[Item], items: &[u32], scale: &Scale, crowded: bool) -> Vec<Cluster> {
    let pixels = scale.pixels_per_day();
    let wide = |item: &Item| {
        let (first, last) = item.known;
        (f64::from(last.0) - f64::from(first.0) + 1.0) * pixels >= WIDE
    };
    let (bars, points): (Vec<u32>, Vec<u32>) =
        items.iter().partition(|&&n| !crowded && wide(&all[n as usize]));
    let mut division = Division { all, pixels, found: Vec::new() };
    let all_days = (0, 2 * SHIFT);
    bars.iter().for_each(|&bar| division.keep(&[bar], all_days));
    if !points.is_empty() {
        division.divide(&points, all_days);
    }
    let mut found = division.found;
    dateline_corpus::order::sort_by_key(&mut found, |cluster| cluster.items[0]);
    found
}

/// Added to a day's number, so that none is below zero.
const SHIFT: i64 = 1 << 31;

/// A division of time on its way.
struct Division<'a> {
    all: &'a [Item],
    /// Pixels of a day.
    pixels: f64,
    found: Vec<Cluster>,
}

impl Division<'_> {
    /// The day on which an item begins, from [`SHIFT`] days before 1970.
    fn day(&self, item: u32) -> i64 {
        i64::from(self.all[item as usize].known.0.0) + SHIFT
    }

    /// Divides `items`, at least one and in order of time, that alone begin in the days of `room`.
    fn divide(&mut self, items: &[u32], room: (i64, i64)) {
        let (first, last) = (self.day(items[0]), self.day(items[items.len() - 1]));
        let Some(bit) = (first ^ last).checked_ilog2() else { return self.keep(items, room) };
        // The smallest part that holds them all is halved here.
        let half = 1_i64 << bit;
        let middle = last & -half;
        let (before, after) = items.split_at(items.partition_point(|&n| self.day(n) < middle));
        #[expect(clippy::cast_precision_loss, reason = "days are far fewer than 2^52")]
        let pixels = half as f64 * self.pixels;
        if pixels >= needed(before.len()).max(needed(after.len())) {
            self.divide(before, (middle - half, middle));
            self.divide(after, (middle, middle + half));
        } else {
            self.keep(items, room);
        }
    }

    #[expect(clippy::cast_precision_loss, reason = "days are far fewer than 2^52")]
    fn keep(&mut self, items: &[u32], room: (i64, i64)) {
        let (first, last) = (self.day(items[0]), self.day(items[items.len() - 1]));
        let days = |shifted: i64| (shifted - SHIFT) as f64;
        let middle = f64::midpoint(days(first), days(last + 1));
        let room = (days(room.0), days(room.1));
        self.found.push(Cluster { items: items.to_vec(), middle, room });
    }
}
