//! Spans of time behind the marks: the gaps in which nothing is reported, and the eras that go on
//! behind the rest.

use dateline_corpus::{Day, Event, order};

use crate::Scale;

/// Days in which nothing is reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The first of them.
    pub first: Day,
    /// The last of them.
    pub last: Day,
}

impl Gap {
    /// How many days it has.
    #[must_use]
    pub fn days(&self) -> u32 {
        self.last.0.abs_diff(self.first.0).saturating_add(1)
    }
}

/// The gaps of at least `shortest` days between the dates given as first and last day, in any order.
#[must_use]
pub fn gaps(dates: impl Iterator<Item = (Day, Day)>, shortest: u32) -> Vec<Gap> {
    let mut dates: Vec<(Day, Day)> = dates.collect();
    order::sort(&mut dates);
    let mut gaps = Vec::new();
    let mut reported_to: Option<Day> = None;
    for (first, last) in dates {
        if let Some(before) = reported_to
            && before.0 < first.0 - 1
        {
            let gap = Gap { first: Day(before.0 + 1), last: Day(first.0 - 1) };
            gaps.extend((gap.days() >= shortest).then_some(gap));
        }
        reported_to = Some(reported_to.map_or(last, |before| before.max(last)));
    }
    gaps
}

/// A band in the drawing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    /// What it stands for: the place of the gap in its list, or the index of the event.
    pub of: u32,
    /// Where it begins.
    pub x0: f64,
    /// Where it ends.
    pub x1: f64,
}

/// The gaps that are at least `shortest` pixels long in the drawing.
#[must_use]
pub fn gap_bands(gaps: &[Gap], scale: &Scale, shortest: f64) -> Vec<Band> {
    let band = |(of, gap): (u32, &Gap)| band(of, Some(gap.first), Some(gap.last), scale);
    (0..).zip(gaps).filter_map(band).filter(|band| band.x1 - band.x0 >= shortest).collect()
}

/// The eras among the events: states that began on a known day and have no known end, by weight,
/// `most` of them, in order of time.
#[must_use]
pub fn eras<'a>(
    events: impl Iterator<Item = (u32, &'a Event)>,
    scale: &Scale,
    most: usize,
) -> Vec<Band> {
    let mut open: Vec<(u32, &Event)> =
        events.filter(|(_, event)| event.date.last().is_none()).collect();
    order::sort_by_key(&mut open, |&(n, event)| (std::cmp::Reverse(event.weight), n));
    open.truncate(most);
    order::sort_by_key(&mut open, |&(n, _)| n);
    let bands =
        open.into_iter().map(|(n, event)| band(n, event.date.first(), event.date.last(), scale));
    bands.flatten().collect()
}

fn band(of: u32, first: Option<Day>, last: Option<Day>, scale: &Scale) -> Option<Band> {
    let (x0, x1) = scale.extent(first, last);
    let (x0, x1) = (x0.max(0.0), x1.min(scale.width));
    (x1 - x0 >= 0.5).then_some(Band { of, x0, x1 })
}
