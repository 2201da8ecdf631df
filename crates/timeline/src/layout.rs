//! Puts the items of the lanes on a drawing: where each mark is, which are drawn as one, how high
//! each lane is.

use dateline_corpus::order;

use crate::cluster::half_count;
use crate::{Item, Lanes, MOST_ROWS, Scale, Shape, WIDE, clusters};

/// Measures of a drawing, in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measures {
    /// Height above the first lane.
    pub top: f64,
    /// Height of a lane with one row.
    pub lane: f64,
    /// What each further row adds.
    pub row: f64,
    /// From the top of a lane to the middle of its first row.
    pub first_row: f64,
    /// Lanes that can be drawn.
    pub lanes: usize,
    /// Whether lanes in which nothing is shown keep their place, so that nothing jumps, where there
    /// is room for all.
    pub keep_empty: bool,
}

impl Default for Measures {
    fn default() -> Self {
        Self { top: 0.0, lane: 33.0, row: 14.0, first_row: 22.0, lanes: 12, keep_empty: true }
    }
}

impl Measures {
    /// The height of the highest lanes that there is room for: no choice of events needs more.
    #[must_use]
    pub fn tallest(&self, lanes: &Lanes) -> f64 {
        let mut rows: Vec<u32> = lanes.lanes.iter().map(|lane| lane.rows).collect();
        order::sort_by_key(&mut rows, |&rows| std::cmp::Reverse(rows));
        rows.iter().take(self.lanes).fold(self.top, |top, &rows| top + self.height(rows))
    }

    /// The height of a lane of so many rows.
    fn height(&self, rows: u32) -> f64 {
        self.lane + self.row * (f64::from(rows) - 1.0)
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
    /// Where it begins; 0 when that is outside the drawing.
    pub x0: f64,
    /// Where it ends; the width when that is outside.
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

/// Several items drawn as one, with their count.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Indices into [`Lanes::items`], in order.
    pub items: Vec<u32>,
    /// Indices into [`Layout::marks`] of those of them that have marks.
    pub marks: Vec<u32>,
    /// Where the count begins.
    pub x0: f64,
    /// Where the count ends.
    pub x1: f64,
    /// Middle of the count: above the marks in the first row of a lane, on them in others.
    pub count_y: f64,
}

/// From the middle of a row up to that of a count above it.
const COUNT_ABOVE: f64 = 13.0;

/// Items of a cluster that still have marks of their own. Of more only the bars are drawn that are
/// too wide for the count to stand for them, and of these so many.
const MARKED: usize = 4;

impl Layout {
    /// Lays out the items of `lanes` for whose event `shown` holds. All lanes are drawn where there is
    /// room for all; otherwise those with most shown items, in their order, and none without.
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
        let mut layout = Self { height: measures.top, ..Self::default() };
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
                    if shown(item.event) {
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
        if !measures.keep_empty || chosen.len() > measures.lanes {
            chosen.retain(|&n| counts[n as usize] > 0);
        }
        if chosen.len() > measures.lanes {
            let left_out = chosen.len() - measures.lanes;
            self.left_out = u32::try_from(left_out).unwrap_or(u32::MAX);
            order::sort_by_key(&mut chosen, |&n| (std::cmp::Reverse(counts[n as usize]), n));
            chosen.truncate(measures.lanes);
            order::sort(&mut chosen);
        }
        for lane in chosen {
            let height = measures.height(lanes.lanes[lane as usize].rows);
            let items = counts[lane as usize];
            self.lanes.push(LaneBox { lane, top: self.height, height, items });
            self.height += height;
        }
    }

    fn draw_row(&mut self, lanes: &Lanes, items: &[u32], scale: &Scale, y: f64, row: u32) {
        let (above, crowded) = (row == 0, row + 1 == MOST_ROWS);
        let mut begun: Vec<Mark> = Vec::new();
        let first_group = self.groups.len();
        for cluster in clusters(&lanes.items, items, scale, crowded) {
            let marks: Vec<Mark> = cluster
                .items
                .iter()
                .map(|&item| mark(item, &lanes.items[item as usize], scale, y))
                .filter(|mark| mark.x1 >= 0.0 && mark.x0 <= scale.width)
                .collect();
            if marks.is_empty() {
                continue;
            }
            if crowded && cluster.middle < scale.start {
                // What goes on from before the drawing lies over each other.
                begun.extend(marks);
                continue;
            }
            let half = half_count(cluster.items.len());
            let room = (scale.x_at(cluster.room.0) + half, scale.x_at(cluster.room.1) - half);
            let x = scale.x_at(cluster.middle).max(room.0).min(room.1);
            self.draw(cluster.items, &marks, x, y, above, scale);
        }
        if !begun.is_empty() {
            let items = begun.iter().map(|mark| mark.item).collect();
            self.draw(items, &begun, 0.0, y, above, scale);
        }
        self.join_groups(first_group, scale);
    }

    /// Draws what is one: `items`, of which `marks` lie in the drawing, with their count about `x`.
    fn draw(
        &mut self,
        items: Vec<u32>,
        marks: &[Mark],
        x: f64,
        y: f64,
        above: bool,
        scale: &Scale,
    ) {
        let from = self.marks.len();
        if items.len() <= MARKED {
            self.marks.extend(marks);
        } else {
            for mark in marks.iter().filter(|mark| mark.x1 - mark.x0 >= WIDE) {
                let drawn = &self.marks[from..];
                let is_drawn = drawn.iter().any(|it| (it.x0, it.x1) == (mark.x0, mark.x1));
                if drawn.len() < MARKED && !is_drawn {
                    self.marks.push(*mark);
                }
            }
        }
        if items.len() > 1 {
            let marks = (0..).zip(&self.marks).skip(from).map(|(n, _)| n).collect::<Vec<u32>>();
            let count_y = if above && !marks.is_empty() { y - COUNT_ABOVE } else { y };
            let (x0, x1) = count_at(x, items.len(), scale);
            self.groups.push(Group { items, marks, x0, x1, count_y });
        }
    }

    /// Joins the groups from `first` on whose counts overlap. They only do at the edges of the
    /// drawing, into which a count is moved.
    fn join_groups(&mut self, first: usize, scale: &Scale) {
        let mut groups = self.groups.split_off(first);
        order::sort_by(&mut groups, |a, b| a.x0.total_cmp(&b.x0));
        let mut joined: Vec<Group> = Vec::new();
        for mut group in groups {
            while let Some(mut before) = joined.pop_if(|it| it.overlaps(&group)) {
                before.items.append(&mut group.items);
                before.marks.append(&mut group.marks);
                let x = f64::midpoint(before.x0, before.x1);
                (before.x0, before.x1) = count_at(x, before.items.len(), scale);
                group = before;
            }
            joined.push(group);
        }
        self.groups.append(&mut joined);
    }
}

impl Group {
    fn overlaps(&self, other: &Self) -> bool {
        self.count_y == other.count_y && self.x0 < other.x1 && other.x0 < self.x1
    }
}

/// Where a count of so many items lies that would stand about `x`.
fn count_at(x: f64, items: usize, scale: &Scale) -> (f64, f64) {
    let half = half_count(items);
    let x = x.min(scale.width - half).max(half);
    (x - half, x + half)
}

/// Where an item is drawn.
fn mark(number: u32, item: &Item, scale: &Scale, y: f64) -> Mark {
    let (x0, x1) = item.extent(scale);
    let cut_start = item.open_start || x0 < -0.5;
    let cut_end = item.open_end || x1 > scale.width + 0.5;
    let inside = |x: f64| x.clamp(0.0, scale.width);
    let outside = x1 < 0.0 || x0 > scale.width;
    let (x0, x1) = if outside { (x0, x1) } else { (inside(x0), inside(x1)) };
    Mark { item: number, x0, x1, y, shape: item.shape, cut_start, cut_end }
}
