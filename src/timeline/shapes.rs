//! Marks as paths: all marks of one look in one element, so that twenty thousand events cost the
//! page a dozen elements. What has soft ends needs an element of its own, since its fill runs from
//! end to end.

use std::collections::BTreeMap;
use std::fmt::Write;

use dateline_timeline::{Lanes, Layout, Mark, Shape};

use super::svg;
use crate::browser::sketch::Part;

/// Marks of one look.
#[derive(Debug, Default)]
struct Look {
    body: String,
    lines: String,
}

/// Draws the marks of `layout`, bars `height` pixels high; those of the event `selected` in the
/// accent.
pub(super) fn marks(
    lanes: &Lanes,
    layout: &Layout,
    selected: Option<u32>,
    height: f64,
) -> Vec<Part> {
    let mut looks: BTreeMap<(bool, String), Look> = BTreeMap::new();
    let mut soft: Vec<(String, String)> = Vec::new();
    for mark in &layout.marks {
        let item = &lanes.items[mark.item as usize];
        let is_selected = selected == Some(item.event);
        let mut class = format!("m {}", class_of(mark.shape));
        if item.copied {
            class.push_str(" copied");
        }
        if mark.shape == Shape::Open && item.open_start {
            class.push_str(" past");
        }
        if is_selected {
            class.push_str(" sel");
        }
        if matches!(mark.shape, Shape::Approximate | Shape::Open) {
            soft.push((class, bar(mark, height)));
            continue;
        }
        let look = looks.entry((is_selected, class)).or_default();
        draw(mark, height, look);
    }
    let soft = soft.into_iter().map(|(class, body)| (class, Look { body, lines: String::new() }));
    let hard = looks.into_iter().map(|((_, class), look)| (class, look));
    let draw = |(class, look): (String, Look)| {
        svg::group(class, vec![svg::path("b", look.body), svg::path("l", look.lines)])
    };
    soft.chain(hard).map(draw).collect()
}

fn class_of(shape: Shape) -> &'static str {
    match shape {
        Shape::Day => "day",
        Shape::Range => "range",
        Shape::Month => "month",
        Shape::Year => "year",
        Shape::Approximate => "approx",
        Shape::Open => "open",
        Shape::Published => "pub",
        Shape::Undated => "mention",
    }
}

/// Adds one mark with hard ends to its look.
fn draw(mark: &Mark, height: f64, look: &mut Look) {
    let (x, y) = (f64::midpoint(mark.x0, mark.x1), mark.y);
    match mark.shape {
        Shape::Day | Shape::Undated => {
            let left = x - 3.6;
            let _ = write!(look.body, "M{left:.1} {y}a3.6 3.6 0 1 0 7.2 0a3.6 3.6 0 1 0 -7.2 0");
            if mark.shape == Shape::Day {
                let _ = write!(look.lines, "M{x:.1} {}V{}", y - 7.0, y + 7.0);
            }
        }
        Shape::Published => {
            let (left, top) = (x - 4.0, y - 4.0);
            let _ = write!(
                look.body,
                "M{left:.1} {}L{x:.1} {top}L{:.1} {}Z",
                y + 4.0,
                x + 4.0,
                y + 4.0
            );
        }
        Shape::Range => {
            look.body.push_str(&bar(mark, height));
            caps(mark, height / 2.0 + 2.5, &mut look.lines);
        }
        Shape::Month => {
            look.body.push_str(&bar(mark, height));
            caps(mark, height / 2.0 + 0.5, &mut look.lines);
        }
        _ => {
            look.body.push_str(&bar(mark, height - 2.0));
            caps(mark, height / 2.0 - 0.5, &mut look.lines);
        }
    }
}

/// A bar over the days of a mark, of at least two pixels.
fn bar(mark: &Mark, height: f64) -> String {
    svg::rect(mark.x0, mark.y - height / 2.0, (mark.x1 - mark.x0).max(2.0), height)
}

/// The ends of a bar, save where it goes on outside the drawing.
fn caps(mark: &Mark, reach: f64, lines: &mut String) {
    let (top, bottom) = (mark.y - reach, mark.y + reach);
    for (x, cut) in [(mark.x0, mark.cut_start), (mark.x1.max(mark.x0 + 2.0), mark.cut_end)] {
        if !cut {
            let _ = write!(lines, "M{x:.1} {top}V{bottom}");
        }
    }
}
