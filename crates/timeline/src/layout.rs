//! Puts the items of the lanes on a drawing: where each mark is, which are drawn as one, how high
//! each lane is.

use dateline_corpus::order;

use crate::cluster::cell_of;
use crate::{Item, Lanes, MOST_ROWS, Scale, Shape, clusters};

/// Measures of a drawing, in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measures {
    /// Height of a lane with one row.
    pub lane: f64,
    /// What each further row adds.
    pub row: f64,
    /// From the top of a lane to the middle of its first row.
    pub first_row: f64,
    /// Lanes that can be drawn.
    pub lanes: usize,
    /// Whether lanes in which nothing is shown keep their place, so that nothing jumps.
    pub keep_empty: bool,
}

impl Default for Measures {
    fn default() -> Self {
        Self { lane: 33.0, row: 14.0, first_row: 22.0, lanes: 12, keep_empty: true }
    }
}

/// Where everything in the lanes is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layout {
    /// The lanes that are drawn, from the top.
    pub lanes: Vec<LaneBox>,
    /// Lanes that hold something and found no room.
    pub left_out: u32,
    /// The marks, by lane, row and first day.
    pub marks: Vec<Mark>,
    /// Clusters of several items.
    pub groups: Vec<Group>,
    /// Height of all lanes together.
    pub height: f64,
}

/// Where a lane is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LaneBox {
    /// Index into [`Lanes::lanes`].
    pub lane: u32,
    /// Pixels from the top of the drawing.
    pub top: f64,
    /// Its height.
    pub height: f64,
    /// Shown items of the lane, drawn or outside the scale.
    pub items: u32,
}

/// Where an item is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mark {
    /// Index into [`Lanes::items`].
    pub item: u32,
    /// Where its first day begins; 0 when that is outside the drawing.
    pub x0: f64,
    /// Where its last day ends; the width when that is outside.
    pub x1: f64,
    /// Middle of its row.
    pub y: f64,
    /// How it is drawn.
    pub shape: Shape,
    /// Whether it goes on before the drawing or is open towards the past.
    pub cut_start: bool,
    /// Whether it goes on after the drawing or is open towards the future.
    pub cut_end: bool,
}

/// Several items drawn as one.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Indices into [`Lanes::items`], in order.
    pub items: Vec<u32>,
    /// Where the first of them begins.
    pub x0: f64,
    /// Where the last of them ends.
    pub x1: f64,
    /// Middle of their row.
    pub y: f64,
    /// Middle of its count: above the marks in the first row of a lane, on them in others.
    pub count_y: f64,
    /// Whether its items have marks of their own too.
    pub marked: bool,
}

/// From the middle of a row up to that of a count above it.
const COUNT_ABOVE: f64 = 13.0;

/// Items of a cluster that still have marks of their own.
const MARKED: usize = 4;

impl Layout {
    /// Lays out the items of `lanes` for whose event `shown` holds. All lanes are drawn where there is
    /// room for all; otherwise those with most shown items, in their order.
    #[must_use]
    pub fn new(
        lanes: &Lanes,
        shown: impl Fn(u32) -> bool,
        scale: &Scale,
        measures: &Measures,
    ) -> Self {
        let mut counts = vec![0u32; lanes.lanes.len()];
        for item in lanes.items.iter().filter(|item| shown(item.event)) {
            counts[item.lane as usize] += 1;
        }
        let mut layout = Self::default();
        layout.choose_lanes(lanes, &counts, measures);
        let mut items = (0u32..).zip(&lanes.items).peekable();
        for lane in layout.lanes.clone() {
            while items.next_if(|(_, item)| item.lane < lane.lane).is_some() {}
            let rows = lanes.lanes[lane.lane as usize].rows;
            for row in 0..rows {
                let mut of_row = Vec::new();
                while let Some((n, item)) =
                    items.next_if(|(_, item)| (item.lane, item.row) == (lane.lane, row))
                {
                    if shown(item.event) && is_near(item, scale) {
                        of_row.push(n);
                    }
                }
                let y = lane.top + measures.first_row + measures.row * f64::from(row);
                layout.draw_row(lanes, &of_row, scale, y, row);
            }
        }
        layout
    }

    fn choose_lanes(&mut self, lanes: &Lanes, counts: &[u32], measures: &Measures) {
        let mut chosen: Vec<u32> = (0..).take(counts.len()).collect();
        chosen.retain(|&n| measures.keep_empty || counts[n as usize] > 0);
        if chosen.len() > measures.lanes {
            let full = counts.iter().filter(|&&count| count > 0).count();
            order::sort_by_key(&mut chosen, |&n| (std::cmp::Reverse(counts[n as usize]), n));
            chosen.truncate(measures.lanes);
            order::sort(&mut chosen);
            let drawn = chosen.iter().filter(|&&n| counts[n as usize] > 0).count();
            self.left_out = u32::try_from(full - drawn).unwrap_or(u32::MAX);
        }
        for lane in chosen {
            let rows = f64::from(lanes.lanes[lane as usize].rows);
            let height = measures.lane + measures.row * (rows - 1.0);
            let items = counts[lane as usize];
            self.lanes.push(LaneBox { lane, top: self.height, height, items });
            self.height += height;
        }
    }

    fn draw_row(&mut self, lanes: &Lanes, items: &[u32], scale: &Scale, y: f64, row: u32) {
        let (above, crowded) = (row == 0, row + 1 == MOST_ROWS);
        for cluster in clusters(&lanes.items, items, scale, crowded) {
            let marks: Vec<Mark> = cluster
                .items
                .iter()
                .map(|&item| mark(item, &lanes.items[item as usize], scale, y))
                .filter(|mark| mark.x1 >= 0.0 && mark.x0 <= scale.width)
                .collect();
            let Some(first) = marks.first() else { continue };
            if let [_] = cluster.items[..] {
                self.marks.push(*first);
                continue;
            }
            let x0 = marks.iter().map(|mark| mark.x0).fold(first.x0, f64::min);
            let x1 = marks.iter().map(|mark| mark.x1).fold(first.x1, f64::max);
            let marked = cluster.items.len() <= MARKED;
            if marked {
                self.marks.extend(marks);
            }
            let count_y = if above && marked { y - COUNT_ABOVE } else { y };
            self.groups.push(Group { items: cluster.items, x0, x1, y, count_y, marked });
        }
    }
}

/// Whether an item is drawn, or may be in one cluster with one that is.
fn is_near(item: &Item, scale: &Scale) -> bool {
    let (x0, x1) = scale.extent(item.first, item.last);
    let cell = |days: f64| cell_of(days, scale);
    let meets = x1 >= 0.0 && x0 <= scale.width;
    meets || (cell(scale.start)..=cell(scale.end)).contains(&cell(item.middle()))
}

/// Where an item is drawn.
fn mark(number: u32, item: &Item, scale: &Scale, y: f64) -> Mark {
    let (x0, x1) = scale.extent(item.first, item.last);
    let (cut_start, cut_end) = (x0 < -0.5, x1 > scale.width + 0.5);
    let inside = |x: f64| x.clamp(0.0, scale.width);
    let outside = x1 < 0.0 || x0 > scale.width;
    let (x0, x1) = if outside { (x0, x1) } else { (inside(x0), inside(x1)) };
    Mark { item: number, x0, x1, y, shape: item.shape, cut_start, cut_end }
}
