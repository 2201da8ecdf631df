//! Finds what lies under the pointer.

use crate::{Group, Layout};

/// What was hit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hit {
    /// Index into [`Layout::marks`].
    Mark(usize),
    /// Index into [`Layout::groups`].
    Group(usize),
}

/// Pixels around a point in which something is hit: half of the smallest target that a finger or an
/// unsteady hand needs.
///
/// Source: WCAG 2.2, success criterion 2.5.8, target size (minimum).
pub const REACH: f64 = 12.0;

impl Layout {
    /// What is nearest to a point, within [`REACH`]; of several under it, a count before a mark, and
    /// the shortest mark. Where a mark belongs to a cluster, the cluster.
    #[must_use]
    pub fn hit(&self, x: f64, y: f64) -> Option<Hit> {
        let counts = self.groups.iter().enumerate().map(|(n, group)| {
            let away = distance((group.x0, group.x1), (group.count_y, HALF_COUNT), (x, y));
            (away, 0.0, Hit::Group(n))
        });
        let marks = self.marks.iter().enumerate().map(|(n, mark)| {
            let away = distance((mark.x0, mark.x1), (mark.y, HALF_MARK), (x, y));
            (away, mark.x1 - mark.x0, Hit::Mark(n))
        });
        let (_, _, hit) = counts
            .chain(marks)
            .filter(|(distance, _, _)| *distance <= REACH)
            .min_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)))?;
        let Hit::Mark(mark) = hit else { return Some(hit) };
        let of = |group: &Group| group.marks.iter().any(|&it| it as usize == mark);
        Some(self.groups.iter().position(of).map_or(hit, Hit::Group))
    }
}

/// Half of the height of a mark.
const HALF_MARK: f64 = 4.0;

/// Half of the height of a count.
const HALF_COUNT: f64 = 7.0;

/// From a point to what lies from `x0` to `x1` and so far above and below `middle`.
fn distance((x0, x1): (f64, f64), (middle, half): (f64, f64), (x, y): (f64, f64)) -> f64 {
    let across = (x0 - x).max(x - x1).max(0.0);
    let down = ((y - middle).abs() - half).max(0.0);
    across.hypot(down)
}
