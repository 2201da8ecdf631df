//! Finds what lies under the pointer.

use crate::{Group, Layout, Mark};

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
    /// What is nearest to a point, within [`REACH`]; of several under it, the shortest. Where marks
    /// belong to a cluster, the cluster.
    #[must_use]
    pub fn hit(&self, x: f64, y: f64) -> Option<Hit> {
        let marks = self.marks.iter().enumerate();
        let marks =
            marks.map(|(n, mark)| (distance(mark.extent(), x, y), mark.x1 - mark.x0, Hit::Mark(n)));
        let groups = self.groups.iter().enumerate();
        let groups = groups.map(|(n, group)| {
            let middle = f64::midpoint(group.x0, group.x1);
            let count = distance((middle - 8.0, middle + 8.0, group.count_y), x, y);
            (distance(group.extent(), x, y).min(count), 0.0, Hit::Group(n))
        });
        // Groups come first, so that of equals the group is taken.
        groups
            .chain(marks)
            .filter(|(distance, _, _)| *distance <= REACH)
            .min_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)))
            .map(|(_, _, hit)| hit)
    }
}

impl Mark {
    fn extent(&self) -> (f64, f64, f64) {
        (self.x0, self.x1, self.y)
    }
}

impl Group {
    fn extent(&self) -> (f64, f64, f64) {
        (self.x0, self.x1, self.y)
    }
}

/// From a point to a mark, 8 pixels high about the middle of its row.
fn distance((x0, x1, middle): (f64, f64, f64), x: f64, y: f64) -> f64 {
    let across = (x0 - x).max(x - x1).max(0.0);
    let down = ((y - middle).abs() - 4.0).max(0.0);
    across.hypot(down)
}
