//! Maps days to a drawing's width and back, and zooms and pans within limits.

use dateline_corpus::{Date, Day};

/// A span of time over a width. A day `d` fills `[d, d + 1)`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    /// The left (in a mirrored drawing the right) end, in days since 1970-01-01.
    pub start: f64,
    /// The other end, after the last day; always after `start`.
    pub end: f64,
    /// Width of the drawing in pixels.
    pub width: f64,
}

/// The shortest span of time that can be drawn, in days.
pub const SHORTEST: f64 = 5.0;

impl Scale {
    /// The scale over the days from `first` to `last`, both counted, and longer where that is
    /// shorter than [`SHORTEST`].
    #[must_use]
    pub fn over(first: Day, last: Day, width: f64) -> Self {
        let (first, last) = (f64::from(first.0.min(last.0)), f64::from(first.0.max(last.0)) + 1.0);
        let short = (SHORTEST - (last - first)).max(0.0) / 2.0;
        Self { start: first - short, end: last + short, width: width.max(1.0) }
    }

    /// The scale over a date; `whole` gives an end that the date leaves open.
    #[must_use]
    pub fn of_date(date: &Date, whole: &Self) -> Self {
        let (first, last) = whole.days();
        let first = date.first().unwrap_or(first);
        let last = date.last().unwrap_or(last);
        Self::over(first, last.max(first), whole.width)
    }

    /// The first and last day of which some part is drawn.
    #[must_use]
    pub fn days(&self) -> (Day, Day) {
        let last = (self.end - 1e-6).ceil() - 1.0;
        (Day(whole((self.start + 1e-6).floor())), Day(whole(last.max(self.start.floor()))))
    }

    /// The drawn days as an EDTF interval.
    #[must_use]
    pub fn to_date(&self) -> Option<Date> {
        let (first, last) = self.days();
        Date::parse(&format!("{}/{}", edtf_day(first)?, edtf_day(last)?))
    }

    /// Pixels a day takes.
    #[must_use]
    pub fn pixels_per_day(&self) -> f64 {
        self.width / (self.end - self.start)
    }

    /// Where a day begins, in pixels; outside `0..=width` when the day is not drawn.
    #[must_use]
    pub fn x(&self, day: Day) -> f64 {
        self.x_at(f64::from(day.0))
    }

    /// Where a moment is, in pixels.
    #[must_use]
    pub fn x_at(&self, days: f64) -> f64 {
        (days - self.start) * self.pixels_per_day()
    }

    /// The moment at `x`, in days.
    #[must_use]
    pub fn at(&self, x: f64) -> f64 {
        self.start + x / self.pixels_per_day()
    }

    /// The day at `x`.
    #[must_use]
    pub fn day_at(&self, x: f64) -> Day {
        Day(whole(self.at(x).floor()))
    }

    /// Where the days from `first` to `last` lie, as start and end in pixels; an open end is far
    /// outside.
    #[must_use]
    pub fn extent(&self, first: Option<Day>, last: Option<Day>) -> (f64, f64) {
        let start = first.map_or(-FAR, |day| self.x(day));
        let end = last.map_or(self.width + FAR, |day| self.x_at(f64::from(day.0) + 1.0));
        (start, end.max(start))
    }

    /// Zoomed by `factor` (above 1 shows less) with the moment at `x` staying where it is, within
    /// `whole`.
    #[must_use]
    pub fn zoomed(&self, factor: f64, x: f64, whole: &Self) -> Self {
        let fixed = self.at(x);
        let length = self.end - self.start;
        let longest = (whole.end - whole.start).max(SHORTEST);
        let new = (length / factor.max(1e-9)).clamp(SHORTEST, longest);
        let start = fixed - (fixed - self.start) * new / length;
        Self { start, end: start + new, width: self.width }.within(whole)
    }

    /// Moved by so many pixels (above 0 shows later days), within `whole`.
    #[must_use]
    pub fn panned(&self, pixels: f64, whole: &Self) -> Self {
        let days = pixels / self.pixels_per_day();
        Self { start: self.start + days, end: self.end + days, width: self.width }.within(whole)
    }

    /// Moved to lie within `whole`, and centred on it where it is longer.
    #[must_use]
    pub fn within(&self, whole: &Self) -> Self {
        let (length, room) = (self.end - self.start, whole.end - whole.start);
        let start = if length >= room {
            whole.start - (length - room) / 2.0
        } else {
            self.start.clamp(whole.start, whole.end - length)
        };
        Self { start, end: start + length, width: self.width }
    }

    /// The same span over another width.
    #[must_use]
    pub fn with_width(&self, width: f64) -> Self {
        Self { width: width.max(1.0), ..*self }
    }
}

/// Pixels outside the drawing at which an open end is put.
const FAR: f64 = 100_000.0;

/// A day as EDTF writes it; `None` outside the years -9999 to 9999.
#[must_use]
pub fn edtf_day(day: Day) -> Option<String> {
    let (year, month, day) = day.civil();
    let sign = if year < 0 { "-" } else { "" };
    let year = year.unsigned_abs();
    (year <= 9999).then(|| format!("{sign}{year:04}-{month:02}-{day:02}"))
}

/// A whole number of days, kept within a million and a half of years.
#[expect(clippy::cast_possible_truncation, reason = "it has been brought into range")]
pub(crate) fn whole(days: f64) -> i32 {
    days.clamp(-5e8, 5e8) as i32
}
