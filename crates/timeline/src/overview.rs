//! The whole chronology in small: a histogram of units of the calendar, and the brush on it.

use dateline_corpus::{Date, Day, bulk, order};

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
    /// The histogram of the known days of `dates`, each with whether it is in the result, over
    /// `width` pixels with bars of at least `bar` pixels. `None` when there are no dates.
    #[must_use]
    pub fn new<'a>(
        dates: impl Iterator<Item = (&'a Date, bool)>,
        width: f64,
        bar: f64,
    ) -> Option<Self> {
        let dates: Vec<((Day, Day), bool)> =
            dates.map(|(date, shown)| (date.known(), shown)).collect();
        let (first, last) = bulk(dates.iter().map(|date| date.0).collect())?;
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

    fn count(&mut self, dates: &[((Day, Day), bool)]) {
        let (start, end) = self.scale.days();
        let mut units: Vec<(Day, Day, bool)> = Vec::new();
        for &((first, last), shown) in dates {
            if last < start {
                self.earlier.count += 1;
                self.earlier.day = self.earlier.day.into_iter().chain(Some(first)).min();
            } else if first > end {
                self.later.count += 1;
                self.later.day = self.later.day.max(Some(last));
            } else {
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
