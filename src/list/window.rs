//! Where each row of a long list stands, measured where it has been drawn and estimated elsewhere.

use std::ops::Range;

use super::rows::Row;
use crate::browser::dom;

/// The heights of rows and the tops that follow from them, in pixels.
#[derive(Debug, Default)]
pub(super) struct Heights {
    heights: Vec<f64>,
    /// One more than there are rows: the last is the height of all.
    tops: Vec<f64>,
}

impl Heights {
    /// As the style sheet has them, before anything is drawn.
    pub(super) fn estimate(rows: &[Row]) -> Self {
        let [event, gap, month] = if dom::is_phone() {
            [140.0, 56.0, 36.0]
        } else if dom::is_narrow() {
            [61.0, 20.0, 0.0]
        } else {
            [41.0, 20.0, 0.0]
        };
        let height = |row: &Row| match row {
            Row::Event { .. } => event,
            Row::Gap(_) | Row::Beyond => gap,
            Row::Month { .. } => month,
        };
        let heights = rows.iter().map(height).collect();
        let mut this = Self { heights, tops: Vec::new() };
        this.stack();
        this
    }

    /// Takes in measured heights, each with its row.
    pub(super) fn measured(&mut self, found: &[(usize, f64)]) {
        for (row, height) in found {
            if let Some(known) = self.heights.get_mut(*row) {
                *known = *height;
            }
        }
        self.stack();
    }

    /// The top of a row; of the row after the last, the height of all.
    pub(super) fn top(&self, row: usize) -> f64 {
        self.tops.get(row).or(self.tops.last()).copied().unwrap_or(0.0)
    }

    /// The height of all rows.
    pub(super) fn total(&self) -> f64 {
        self.tops.last().copied().unwrap_or(0.0)
    }

    /// The rows that meet the stretch from `from` to `to`.
    pub(super) fn range(&self, from: f64, to: f64) -> Range<usize> {
        let count = self.heights.len();
        let start = self.tops.partition_point(|top| *top <= from).saturating_sub(1).min(count);
        let end = self.tops.partition_point(|top| *top < to).min(count).max(start);
        start..end
    }

    fn stack(&mut self) {
        let mut top = 0.0;
        self.tops.clear();
        self.tops.push(top);
        for height in &self.heights {
            top += height;
            self.tops.push(top);
        }
    }
}
