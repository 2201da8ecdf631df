//! Ties marks in different lanes that belong together.

use std::collections::BTreeMap;

use crate::{Lanes, Layout, Mark};

/// Why two marks are tied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tie {
    /// Two lanes have the same event.
    Same,
    /// One of them copies another's words.
    Copied,
    /// Two reports contradict one another.
    Conflict,
}

/// A line between two marks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Link {
    /// Why.
    pub tie: Tie,
    /// Index of the event at its first end.
    pub event: u32,
    /// First end, in pixels from the start.
    pub x0: f64,
    /// First end, in pixels from the top.
    pub y0: f64,
    /// Second end, in pixels from the start.
    pub x1: f64,
    /// Second end, in pixels from the top.
    pub y1: f64,
}

/// The links between the marks of `layout`: from each lane to the next that has the same event, and
/// between the events of each pair in `conflicts`, by index, or reports of one event in two lanes.
#[must_use]
pub fn links(lanes: &Lanes, layout: &Layout, conflicts: &[[(u32, u32); 2]]) -> Vec<Link> {
    let mut by_event: BTreeMap<u32, Vec<&Mark>> = BTreeMap::new();
    for mark in &layout.marks {
        by_event.entry(lanes.items[mark.item as usize].event).or_default().push(mark);
    }
    let item = |mark: &Mark| &lanes.items[mark.item as usize];
    let mut links = Vec::new();
    for (&event, marks) in &by_event {
        for pair in marks.windows(2) {
            let copied = item(pair[0]).copied || item(pair[1]).copied;
            let tie = if copied { Tie::Copied } else { Tie::Same };
            links.push(link(tie, event, pair[0], pair[1]));
        }
    }
    for &[(event, report), (other, other_report)] in conflicts {
        let find = |event, report| {
            let marks = by_event.get(&event)?;
            marks.iter().copied().find(|mark| item(mark).report == report)
        };
        if let (Some(a), Some(b)) = (find(event, report), find(other, other_report)) {
            links.push(link(Tie::Conflict, event, a, b));
        }
    }
    links
}

fn link(tie: Tie, event: u32, a: &Mark, b: &Mark) -> Link {
    // Marks that share days are tied straight, through the middle of what they share.
    let (start, end) = (a.x0.max(b.x0), a.x1.min(b.x1));
    let middle = |mark: &Mark| f64::midpoint(mark.x0, mark.x1);
    let (x0, x1) = if start <= end {
        (f64::midpoint(start, end), f64::midpoint(start, end))
    } else {
        (middle(a), middle(b))
    };
    Link { tie, event, x0, y0: a.y, x1, y1: b.y }
}
