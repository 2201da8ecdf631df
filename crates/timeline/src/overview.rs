//! The whole chronology in small: a histogram of units of the calendar, and the brush on it.

use dateline_corpus::{Date, Day, order};

use crate::{LADDER, Rung, Scale};

/// The histogram of a chronology.
#[derive(Clone, Debug, PartialEq)]
pub struct Overview {
    /// The drawn days; the brush moves on it.
    pub scale: Scale,
    /// What a bar counts.
    pub rung: Rung,
    /// The bars that hold something, in order.
    pub bars: Vec<Bar>,
    /// Dates that are longer than a bar, by first and last day; the commonest where there are many.
    pub spans: Vec<Spread>,
    /// How many there are in the highest bar.
    pub highest: u32,
    /// Dates that end before the first drawn day, and the first of them.
    pub earlier: Outside,
    /// Dates that begin after the last drawn day, and the last of them.
    pub later: Outside,
}

/// What is not drawn because it is far from all else.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outside {
    /// How many dates.
    pub count: u32,
    /// The furthest day.
    pub day: Option<Day>,
}

/// One bar.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// The first day it counts.
    pub first: Day,
    /// The last day it counts.
    pub last: Day,
    /// Where it begins.
    pub x0: f64,
    /// Where it ends.
    pub x1: f64,
    /// Dates that lie within it.
    pub all: u32,
    /// Those of them that are in the result.
    pub shown: u32,
}

/// Dates that are longer than a bar.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// Where they begin.
    pub x0: f64,
    /// Where they end.
    pub x1: f64,
    /// How many.
    pub all: u32,
    /// Those of them that are in the result.
    pub shown: u32,
}

/// Spans that are drawn.
const MOST_SPANS: usize = 24;

impl Overview {
    /// The histogram of `dates`, each with whether it is in the result, over `width` pixels with bars
    /// of at least `bar` pixels. `None` when no date has both ends.
    #[must_use]
    pub fn new<'a>(
        dates: impl Iterator<Item = (&'a Date, bool)>,
        width: f64,
        bar: f64,
    ) -> Option<Self> {
        let dates: Vec<(&Date, bool)> = dates.collect();
        let closed = |date: &Date| date.first().zip(date.last());
        let mut days: Vec<(Day, Day)> = dates.iter().filter_map(|(date, _)| closed(date)).collect();
        order::sort(&mut days);
        let (first, last) = core(&days)?;
        let rough = Scale::over(first, last, width);
        let fits = |rung: &&Rung| f64::from(rung.shortest) * rough.pixels_per_day() >= bar;
        // Weeks do not add up to months, so that they would not fit the axis under them.
        let rungs = LADDER.iter().filter(|rung| rung.shortest != 7);
        let rung = *rungs.clone().find(fits).unwrap_or(&LADDER[LADDER.len() - 1]);
        let (first, end) = (rung.floor(first), rung.next(rung.floor(last)));
        let scale = Scale::over(first, Day(end.0 - 1), width);
        let mut overview = Self {
            scale,
            rung,
            bars: Vec::new(),
            spans: Vec::new(),
            highest: 0,
            earlier: Outside::default(),
            later: Outside::default(),
        };
        overview.count(&dates);
        Some(overview)
    }

    fn count(&mut self, dates: &[(&Date, bool)]) {
        let (start, end) = self.scale.days();
        let mut units: Vec<(Day, Day, bool)> = Vec::new();
        for &(date, shown) in dates {
            let (first, last) = (date.first(), date.last());
            if let Some(last) = last.filter(|&last| last < start) {
                self.earlier.count += 1;
                self.earlier.day =
                    self.earlier.day.into_iter().chain(Some(first.unwrap_or(last))).min();
            } else if let Some(first) = first.filter(|&first| first > end) {
                self.later.count += 1;
                self.later.day = self.later.day.max(Some(last.unwrap_or(first)));
            } else if let (Some(first), Some(last)) = (first, last) {
                units.push((self.rung.floor(first), self.rung.floor(last), shown));
            }
        }
        order::sort(&mut units);
        for same in units.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
            let (first, last, _) = same[0];
            let end = Day(self.rung.next(last).0 - 1);
            let (x0, x1) = self.scale.extent(Some(first), Some(end));
            let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
            let (all, shown) =
                (count(same.len()), count(same.iter().filter(|unit| unit.2).count()));
            if first == last {
                self.bars.push(Bar { first, last: end, x0, x1, all, shown });
                self.highest = self.highest.max(all);
            } else {
                let (x0, x1) = (x0.max(0.0), x1.min(self.scale.width));
                self.spans.push(Spread { x0, x1, all, shown });
            }
        }
        order::sort_by_key(&mut self.spans, |span| std::cmp::Reverse(span.all));
        self.spans.truncate(MOST_SPANS);
        order::sort_by(&mut self.spans, |a, b| a.x0.total_cmp(&b.x0).then(a.x1.total_cmp(&b.x1)));
    }

    /// The days between two places of the brush, widened to whole units.
    #[must_use]
    pub fn brushed(&self, a: f64, b: f64) -> (Day, Day) {
        let inside = |x: f64| x.clamp(0.0, self.scale.width - 1e-6);
        let (a, b) = (inside(a.min(b)), inside(a.max(b)));
        let (first, last) = (self.rung.floor(self.scale.day_at(a)), self.scale.day_at(b));
        let end = self.rung.next(self.rung.floor(last));
        (first, Day(end.0 - 1))
    }
}

/// The first and last day without the few dates that lie far from the others: at either end at most
/// a twentieth of all, and only where that pays. A cut is weighed by the days that remain times
/// `1 + 20 p`, where `p` is the part of the dates left out; the lightest cut is made. So leaving out
/// a twentieth must more than halve the drawing.
fn core(days: &[(Day, Day)]) -> Option<(Day, Day)> {
    let spare = (days.len() / 20).max(usize::from(days.len() > 4));
    let weight = |from: Day, to: Day, out: usize| {
        let length = (i64::from(to.0) - i64::from(from.0) + 1).unsigned_abs();
        u128::from(length) * (days.len() + 20 * out) as u128
    };
    let mut ends: Vec<Day> = days.iter().map(|it| it.1).collect();
    order::sort(&mut ends);
    let last = *ends.last()?;
    let cuts = days.iter().take(spare + 1).enumerate();
    let first = cuts.min_by_key(|(out, day)| weight(day.0, last, *out)).map(|(_, day)| day.0)?;
    let cuts = ends.iter().rev().take(spare + 1).filter(|end| **end >= first).enumerate();
    let last = cuts.min_by_key(|(out, end)| weight(first, **end, *out)).map(|(_, end)| *end);
    Some((first, last.unwrap_or(first)))
}
