//! Divides a scale into days, weeks, months, years and their multiples. Gives dates, not words: what
//! a tick is called depends on the reader's language.

use dateline_corpus::Day;

use crate::Scale;

/// What a tick counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it all")]
pub enum Unit {
    Day,
    /// From Monday.
    Week,
    Month,
    /// Also multiples of a year.
    Year,
}

/// One step of the ladder of divisions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rung {
    /// What it counts.
    pub unit: Unit,
    /// How many of them lie between two ticks.
    pub step: i32,
    /// Days of the shortest such interval.
    pub shortest: i32,
}

/// The divisions, finest first. Every tick of a rung that counts months or years is one of all finer
/// rungs but weeks.
pub const LADDER: [Rung; 17] = [
    rung(Unit::Day, 1, 1),
    rung(Unit::Week, 1, 7),
    rung(Unit::Month, 1, 28),
    rung(Unit::Month, 3, 90),
    rung(Unit::Year, 1, 365),
    rung(Unit::Year, 5, 1461),
    rung(Unit::Year, 10, 3287),
    rung(Unit::Year, 50, 17_897),
    rung(Unit::Year, 100, 36_159),
    rung(Unit::Year, 500, 182_256),
    rung(Unit::Year, 1000, 364_877),
    rung(Unit::Year, 5000, 1_825_846),
    rung(Unit::Year, 10_000, 3_652_059),
    rung(Unit::Year, 50_000, 18_261_759),
    rung(Unit::Year, 100_000, 36_523_884),
    rung(Unit::Year, 500_000, 182_620_884),
    rung(Unit::Year, 1_000_000, 365_242_134),
];

const fn rung(unit: Unit, step: i32, shortest: i32) -> Rung {
    Rung { unit, step, shortest }
}

impl Rung {
    /// The first day of the interval that holds `day`.
    #[must_use]
    pub fn floor(self, day: Day) -> Day {
        let (year, month, _) = day.civil();
        match self.unit {
            Unit::Day => Day(day.0.div_euclid(self.step) * self.step),
            Unit::Week => Day(day.0 - i32::from(day.weekday())),
            Unit::Month => {
                let month = i32::from(month) - 1;
                month_day(year, month - month.rem_euclid(self.step))
            }
            Unit::Year => Day::from_civil(year_floor(year, self.step), 1, 1),
        }
    }

    /// The first day of the interval after the one that begins on `start`.
    #[must_use]
    pub fn next(self, start: Day) -> Day {
        let (year, month, _) = start.civil();
        match self.unit {
            Unit::Day => Day(start.0 + self.step),
            Unit::Week => Day(start.0 + 7),
            Unit::Month => month_day(year, i32::from(month) - 1 + self.step),
            Unit::Year => Day::from_civil(year_after(year, self.step), 1, 1),
        }
    }

    /// Where its intervals lie on `scale`, all that are drawn in part, in order.
    #[must_use]
    pub fn intervals(self, scale: &Scale) -> Vec<Interval> {
        let (first, last) = scale.days();
        let mut intervals = Vec::new();
        let mut start = self.floor(first);
        while start <= last {
            let end = self.next(start);
            let (x0, x1) = (scale.x(start).max(0.0), scale.x(end).min(scale.width));
            let cut = scale.x(start) < -0.5 || scale.x(end) > scale.width + 0.5;
            intervals.push(Interval {
                x0,
                x1,
                first: start,
                last: Day(end.0 - 1),
                unit: self.unit,
                cut,
            });
            start = end;
        }
        intervals
    }
}

/// The astronomical year in which the interval of `step` years begins that holds `year`. Years are
/// round as they are written: 700 BC, 100 BC, 1 AD, 100 AD.
fn year_floor(year: i32, step: i32) -> i32 {
    if year > 0 {
        return (year / step * step).max(1);
    }
    let before_christ = 1 - year;
    1 - (before_christ + step - 1) / step * step
}

/// The astronomical year in which the interval after the one that begins in `start` does.
fn year_after(start: i32, step: i32) -> i32 {
    if start > 0 { (start / step + 1) * step } else { (start + step).min(1) }
}

/// The first day of the month that comes so many months after January of `year`.
fn month_day(year: i32, months: i32) -> Day {
    let month = u8::try_from(months.rem_euclid(12) + 1).expect("a month fits a byte");
    Day::from_civil(year + months.div_euclid(12), month, 1)
}

/// One division of the drawing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// Where its drawn part begins, in pixels.
    pub x0: f64,
    /// Where its drawn part ends, in pixels.
    pub x1: f64,
    /// Its first day, drawn or not.
    pub first: Day,
    /// Its last day, drawn or not.
    pub last: Day,
    /// What it is one of, or a multiple of.
    pub unit: Unit,
    /// Whether a part of it lies outside the drawing.
    pub cut: bool,
}

/// Pixels that a label of each unit needs, with the space beside it.
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(missing_docs, reason = "one for each unit")]
pub struct LabelRoom {
    pub day: f64,
    pub week: f64,
    pub month: f64,
    pub year: f64,
}

impl Default for LabelRoom {
    fn default() -> Self {
        Self { day: 24.0, week: 34.0, month: 36.0, year: 44.0 }
    }
}

impl LabelRoom {
    fn of(&self, unit: Unit) -> f64 {
        match unit {
            Unit::Day => self.day,
            Unit::Week => self.week,
            Unit::Month => self.month,
            Unit::Year => self.year,
        }
    }
}

/// The divisions of a drawing: two rows of labels over bare ticks.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    /// The division that has labels.
    pub rung: Rung,
    /// Its intervals, each with room for its label unless it is cut.
    pub labels: Vec<Interval>,
    /// What the labels leave out: the years over months, the months over days. Empty over years.
    pub major: Vec<Interval>,
    /// Where the intervals of a finer division begin, in pixels; empty where they would be a blur.
    pub minor: Vec<f64>,
}

/// Pixels between bare ticks.
const MINOR_ROOM: f64 = 5.0;

impl Axis {
    /// The axis with the finest division whose labels have room.
    #[must_use]
    pub fn new(scale: &Scale, room: &LabelRoom) -> Self {
        let fits =
            |rung: &Rung, pixels| f64::from(rung.shortest) * scale.pixels_per_day() >= pixels;
        let place = LADDER.iter().position(|rung| fits(rung, room.of(rung.unit)));
        let place = place.unwrap_or(LADDER.len() - 1);
        let rung = LADDER[place];
        let major = match rung.unit {
            Unit::Day | Unit::Week => LADDER[2].intervals(scale),
            Unit::Month => LADDER[4].intervals(scale),
            Unit::Year => Vec::new(),
        };
        let finer = LADDER[..place].iter().rev().find(|finer| fits(finer, MINOR_ROOM));
        let minor = finer.map_or(Vec::new(), |finer| {
            let starts = finer.intervals(scale).into_iter().map(|it| scale.x(it.first));
            starts.filter(|&x| x >= 0.0).collect()
        });
        Self { rung, labels: rung.intervals(scale), major, minor }
    }
}
