//! A list of lists in two flat vectors (compressed sparse rows): postings and facet values.

use std::ops::Range;

use crate::search::vocabulary::small;

/// For each row a list of numbers.
#[derive(Debug, Default)]
pub(crate) struct Table {
    ends: Vec<u32>,
    items: Vec<u32>,
}

impl Table {
    /// The table of these rows.
    pub(crate) fn from_rows<R: AsRef<[u32]>>(rows: impl Iterator<Item = R>) -> Self {
        let mut table = Self::default();
        for row in rows {
            table.items.extend_from_slice(row.as_ref());
            table.ends.push(small(table.items.len()));
        }
        table
    }

    /// The rows and columns exchanged: for each number below `limit` the rows that hold it, ascending.
    /// With each goes its weight from `weights`, which has one for each item, or is empty.
    pub(crate) fn transposed(&self, limit: usize, weights: &[u8]) -> (Self, Vec<u8>) {
        let mut ends = vec![0u32; limit + 1];
        for &item in &self.items {
            ends[item as usize + 1] += 1;
        }
        for n in 1..ends.len() {
            ends[n] += ends[n - 1];
        }
        let mut items = vec![0; self.items.len()];
        let mut moved = vec![0; weights.len()];
        for (row, number) in (0..self.ends.len()).zip(0u32..) {
            let start = if row == 0 { 0 } else { self.ends[row - 1] as usize };
            for from in start..self.ends[row] as usize {
                let place = &mut ends[self.items[from] as usize];
                items[*place as usize] = number;
                if let Some(&weight) = weights.get(from) {
                    moved[*place as usize] = weight;
                }
                *place += 1;
            }
        }
        ends.pop();
        (Self { ends, items }, moved)
    }

    /// The list of this row.
    pub(crate) fn row(&self, row: usize) -> &[u32] {
        let start = if row == 0 { 0 } else { self.ends[row - 1] as usize };
        &self.items[start..self.ends[row] as usize]
    }

    /// The lists of neighbouring rows, one behind the other.
    pub(crate) fn rows(&self, rows: Range<u32>) -> &[u32] {
        &self.items[self.places(rows)]
    }

    /// Where the lists of neighbouring rows stand among all items.
    pub(crate) fn places(&self, rows: Range<u32>) -> Range<usize> {
        if rows.is_empty() {
            return 0..0;
        }
        let start = if rows.start == 0 { 0 } else { self.ends[rows.start as usize - 1] };
        start as usize..self.ends[rows.end as usize - 1] as usize
    }

    /// Bytes it takes.
    pub(crate) fn bytes(&self) -> usize {
        4 * (self.ends.len() + self.items.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn transposing_exchanges_rows_and_columns() {
        let table = Table::from_rows([vec![0, 2], vec![], vec![2]].iter());
        let (columns, weights) = table.transposed(4, &[1, 2, 3]);
        assert_eq!(weights, [1, 2, 3]);
        assert_eq!(
            [0, 1, 2, 3].map(|n| columns.row(n).to_vec()),
            [vec![0], vec![], vec![0, 2], vec![]]
        );
        assert_eq!(columns.rows(1..3), [0, 2]);
        assert!(columns.rows(3..3).is_empty());
    }
}
