//! Timeline geometry: numbers only. Scale, ticks, lanes, clusters, labels, links, gaps, eras, the
//! overview with its brush, and what lies under the pointer. No drawing, no words, no browser.
//!
//! Positions are pixels from the start of the drawing: the left, or the right where the text runs
//! from the right.

mod cluster;
mod hit;
mod label;
mod lane;
mod layout;
mod link;
mod overview;
mod scale;
mod span;
mod tick;

pub use cluster::{Cluster, NEAR, WIDE, clusters};
pub use hit::{Hit, REACH};
pub use label::{Area, LABEL_HEIGHT, LabelPlace, LabelWish, place_labels};
pub use lane::{Item, Lane, LaneBy, Lanes, MOST_ROWS, Shape, TAIL};
pub use layout::{Group, LaneBox, Layout, Mark, Measures};
pub use link::{Link, Tie, links};
pub use overview::{Bar, Outside, Overview, Spread};
pub use scale::{SHORTEST, Scale, edtf_day};
pub use span::{Band, Gap, eras, gap_bands, gaps};
pub use tick::{Axis, Interval, LADDER, LabelRoom, Rung, Unit};
