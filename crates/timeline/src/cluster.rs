//! Joins marks that are too close to be told apart. Zooming in only ever divides a cluster, and
//! zooming out only ever joins clusters.
//!
//! Two neighbours in a row belong together when they are nearer than a mark is wide, and when they
//! lie in the same cell of a grid whose cells halve with the zoom. The first keeps neighbours
//! together, the second keeps a long chain from becoming one cluster. Each of the two relations is
//! refined by zooming in, and so is what they have in common.

use crate::scale::whole;
use crate::{Item, Scale};
use dateline_corpus::order;

/// Items drawn as one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cluster {
    /// Indices of its items, in order.
    pub items: Vec<u32>,
}

/// Pixels between the middles of two marks that can be told apart.
pub const NEAR: f64 = 9.0;

/// Pixels from which a bar stands for itself.
pub const WIDE: f64 = 18.0;

/// Pixels that a cell of the grid has at least; at most it has twice as many.
const CELL: f64 = 40.0;

/// Divides `items`, which are indices into `all`, of one row of a lane and in its order, into
/// clusters. Bars that are wide enough stand for themselves, save that bars of the same days are one
/// cluster, and that in a row where bars may overlap (`crowded`) all are joined.
#[must_use]
pub fn clusters(all: &[Item], items: &[u32], scale: &Scale, crowded: bool) -> Vec<Cluster> {
    let pixels = scale.pixels_per_day();
    let wide = |item: &Item| {
        let days = match (item.first, item.last) {
            (Some(first), Some(last)) => f64::from(last.0) - f64::from(first.0) + 1.0,
            _ => f64::INFINITY,
        };
        days * pixels >= WIDE
    };
    let item = |n: u32| &all[n as usize];
    let (bars, mut points): (Vec<u32>, Vec<u32>) =
        items.iter().partition(|&&n| !crowded && wide(item(n)));
    let mut found: Vec<Cluster> = bars
        .chunk_by(|&a, &b| (item(a).first, item(a).last) == (item(b).first, item(b).last))
        .map(|same| Cluster { items: same.to_vec() })
        .collect();
    order::sort_by(&mut points, |&a, &b| {
        item(a).middle().total_cmp(&item(b).middle()).then(a.cmp(&b))
    });
    let together = |a: u32, b: u32| {
        let (a, b) = (item(a).middle(), item(b).middle());
        (b - a) * pixels < NEAR && cell_of(a, scale) == cell_of(b, scale)
    };
    found.extend(
        points.chunk_by(|&a, &b| together(a, b)).map(|near| Cluster { items: near.to_vec() }),
    );
    order::sort_by_key(&mut found, |cluster| cluster.items[0]);
    found
}

/// Days of a cell: a power of two, so that cells at one zoom are halves of those at another.
fn cell_days(pixels_per_day: f64) -> f64 {
    (CELL / pixels_per_day).log2().ceil().exp2()
}

/// The number of the cell that holds a moment.
pub(crate) fn cell_of(days: f64, scale: &Scale) -> i64 {
    i64::from(whole((days / cell_days(scale.pixels_per_day())).floor()))
}
