//! What an expression says before it is read against a context: the output of normalising.

use crate::types::Modifier;

/// A unit of time, finest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Weekend,
    Week,
    Month,
    Quarter,
    Half,
    Season,
    Year,
    Decade,
    Century,
    Millennium,
    /// "A period", "a while".
    Unclear,
}

/// Units by the number the lexicons give them.
pub(crate) const UNITS: [Unit; 15] = [
    Unit::Second,
    Unit::Minute,
    Unit::Hour,
    Unit::Day,
    Unit::Weekend,
    Unit::Week,
    Unit::Month,
    Unit::Quarter,
    Unit::Half,
    Unit::Season,
    Unit::Year,
    Unit::Decade,
    Unit::Century,
    Unit::Millennium,
    Unit::Unclear,
];

/// Parts of the day by the number the lexicons give them: TIMEX3 code and, where the clock says
/// it, the hour.
pub(crate) const PARTS: [(&str, Option<u8>); 8] = [
    ("MO", None),
    ("MI", Some(12)),
    ("AF", None),
    ("EV", None),
    ("NI", None),
    ("DT", None),
    ("NI", Some(24)),
    ("MI", None),
];

/// Modifiers by the number the lexicons give them.
pub(crate) const MODIFIERS: [Modifier; 12] = [
    Modifier::Start,
    Modifier::Mid,
    Modifier::End,
    Modifier::Approx,
    Modifier::MoreThan,
    Modifier::LessThan,
    Modifier::EqualOrMore,
    Modifier::EqualOrLess,
    Modifier::Before,
    Modifier::After,
    Modifier::OnOrBefore,
    Modifier::OnOrAfter,
];

/// How many of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Amount {
    /// In thousandths, so that halves stay exact.
    Thousandths(u64),
    /// "Several", or none at all with a plural.
    Open,
}

impl Amount {
    /// A whole number.
    pub(crate) fn whole(number: u32) -> Self {
        Self::Thousandths(u64::from(number) * 1000)
    }

    /// The whole number, if it is one that fits calendar arithmetic.
    pub(crate) fn as_whole(self) -> Option<i32> {
        match self {
            Self::Thousandths(n) if n % 1000 == 0 => {
                i32::try_from(n / 1000).ok().filter(|n| *n < 20_000)
            }
            _ => None,
        }
    }
}

/// What an incomplete date counts from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Anchor {
    /// The time of writing in news, the time spoken of in narrative.
    Speech,
    /// The time spoken of.
    Then,
}

/// The coarse end of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Base {
    /// Left to the context.
    Open,
    /// An astronomical year.
    Year(i32),
    /// A year divided by ten.
    Decade(i32),
    /// A year divided by a hundred.
    Century(i32),
    /// `n` units on from the anchor.
    Shift(Unit, i32, Anchor),
    /// A number of units on that is left open: -1 "some years ago", 1 "in a few days".
    Vague(Unit, i32),
}

/// The fine end of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fine {
    /// Nothing below the base.
    None,
    /// Month 1..=12.
    Month(u8),
    /// Month 1..=12 and day 1..=31.
    MonthDay(u8, u8),
    /// Day and month, or month and day: two numbers 1..=31, of which one may be 1..=12 alone.
    Numbers(u8, u8),
    /// Day of a month 1..=31.
    DayOfMonth(u8),
    /// ISO weekday 1..=7.
    Weekday(u8),
    /// 0 spring to 3 winter.
    Season(u8),
    /// 1..=4.
    Quarter(u8),
    /// 1..=2.
    Half(u8),
    /// A movable feast, by the lexicon's number.
    Feast(i32),
    /// The weekend.
    Weekend,
    /// The n-th (1..) or last (0) of an ISO weekday: "the first Monday in May".
    NthWeekday(u8, u8),
    /// The week or weekend that has the day of a month 1..=12.
    UnitOf(Unit, u8, u8),
    /// The n-th unit of a month 1..=12.
    NthOfMonth(Unit, u8, u8),
    /// Counted from the ISO weekday next to the day of writing, or with 0 from that day itself.
    Counted(u8),
    /// The n-th (1..) or last (0) unit of the base: "the first week of May".
    Nth(Unit, u8),
}

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Clock {
    /// Hour 0..=24, minute, second, and minutes east of Greenwich.
    At { hour: u8, minute: Option<u8>, second: Option<u8>, zone: Option<i16> },
    /// Index into [`PARTS`].
    Part(u8),
}

/// A date or a time, as far as the words say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Point {
    pub(crate) base: Base,
    pub(crate) fine: Fine,
    /// -1 last, 0 this, 1 next, for a fine end without a base: "last May".
    pub(crate) rel: Option<i8>,
    /// Whether `rel` counts from the time spoken of.
    pub(crate) then: bool,
    /// A weekday named beside a day: it chooses the year.
    pub(crate) weekday: Option<u8>,
    pub(crate) clock: Option<Clock>,
}

impl Point {
    /// A point of which nothing is said yet.
    pub(crate) const OPEN: Self = Self {
        base: Base::Open,
        fine: Fine::None,
        rel: None,
        then: false,
        weekday: None,
        clock: None,
    };
}

/// What an expression says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Symbol {
    Point(Point),
    /// From the first to the last, both included.
    Range(Point, Point),
    /// A length of time.
    Duration(Amount, Unit),
    /// A length of time written out: number and unit, number and unit.
    Sum([(Amount, Unit); 2]),
    /// The recurrence of a unit, and how many times in it.
    Every(Amount, Unit, Option<u32>),
    /// The recurrence of a weekday or a part of the day.
    EveryPoint(Point),
    /// A modifier that waits for a date: "the end of".
    Prefix,
    /// `PRESENT_REF`, `PAST_REF`, `FUTURE_REF`.
    Ref(&'static str),
}
