//! The form of a rule. The rules themselves are data in the folders of the languages.
//!
//! # Patterns
//!
//! A pattern is a row of elements apart by spaces:
//!
//! | element | matches |
//! |---|---|
//! | `past` | the word, whatever its case |
//! | `last\|past` | one of the words |
//! | `Month` | a word or phrase the lexicon gives that [`Class`](crate::lexicon::Class) |
//! | `Year` `Day` `N` `Nth` `Clock` … | a number form, see [`Form`](crate::pattern::Form) |
//! | `,` `-` `'` `/` `.` | the mark |
//! | `x?` | the element or nothing |
//! | `~x` | the element with no white space before it |
//! | `=x` | the element that parts the two ends of a range |
//! | `<x` `<!x` | looks at the token before: it must, must not match. Stands first; two look at two tokens |
//! | `>x` `>!x` | looks at the token after. Stands last |
//!
//! What the elements matched lands in [`Parts`](crate::parts::Parts) by class, in order.

use crate::symbol::Unit;

/// What a rule makes of the parts it matched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Make {
    /// Nothing at all: the words look like a date and are none.
    Nothing,
    /// A date or time from the parts named.
    Date,
    /// A day in numbers, of which the month may be the first or the second.
    Numbers,
    /// As [`Make::Numbers`], where a row of a list or table begins with it: "12.03.14   Claimant signs".
    Row,
    /// Two days in a row, which belong to one night or meeting: "4/5 May".
    Pair,
    /// A modifier of the date that follows.
    Prefix,
    /// Two dates; what the second lacks it has from the first, and the other way round.
    Range,
    /// An amount of units back (-1) or on (1) from the time of writing.
    Ago(i8),
    /// An amount of units back (-1) or on (1) from the time spoken of.
    Later(i8),
    /// As [`Make::Ago`], to the very day: "a year ago today", "two weeks ago Sunday".
    Counted(i8),
    /// The day of the attacks of 2001; nothing when month and day are others.
    Attacks,
    /// A year ago; in a report on a quarter, that quarter.
    YearBefore,
    /// One such unit, counted from the time of writing.
    Shift(Unit, i8),
    /// The n-th such unit: a century, a quarter, a half, or one within what it is joined to.
    Nth(Unit),
    /// The unit as many on from the time of writing: "later in the year" 0.
    Rel(i8),
    /// The unit as many on from the time spoken of: "that year" 0.
    RelThen(i8),
    /// One such unit, counted from the time spoken of.
    ShiftThen(Unit, i8),
    /// A length of time.
    Duration,
    /// A length of time of the unit named here.
    Length(u8, Unit),
    /// The week or weekend that has the day named: "the week of October 21".
    WeekOf,
    /// The weekend, counted from the time of writing.
    Weekend,
    /// A length of time of the hours and minutes named: "1 h 45".
    ClockLength,
    /// Half of one unit.
    Half,
    /// So many minutes after the hour named, or before it: "a quarter to five" -15.
    HourPlus(i8),
    /// A part of today, as an index into [`crate::symbol::PARTS`].
    PartOf(u8),
    /// A part of the day spoken of, as an index into [`crate::symbol::PARTS`].
    Clock(u8),
    /// The night before today.
    LastNight,
    /// A recurrence of a unit.
    Set,
    /// A recurrence of a weekday, a part of the day or another date.
    EveryPoint,
    /// A number of times in each unit.
    Times(u8),
    /// A length in each second unit: "three days a week".
    Each,
    /// As many times in each unit as the amount says.
    NTimes,
    /// Every second unit.
    EveryOther,
    /// The weekends.
    EveryWeekend,
    /// The n-th such unit of a date that follows; a length of time where none does.
    NthUnit,
    /// The n-th such weekday of a month that follows; the weekday where none does.
    NthWeekday,
    /// The class `Ref`.
    Ref,
    /// PRESENT_REF.
    Present,
    /// PAST_REF.
    Past,
    /// FUTURE_REF.
    Future,
}

/// A pattern's name and what it makes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rule {
    /// Stable, since it travels with every result.
    pub(crate) name: &'static str,
    pub(crate) make: Make,
}

/// The rules of a language. Hundreds of them are data in the program, so their texts are one text.
pub(crate) struct Rules {
    /// A line for each rule: its name, a space and its pattern.
    pub(crate) text: &'static str,
    pub(crate) makes: &'static [Make],
    /// For each a text in which it reads the words between `[` and `]`.
    #[cfg(test)]
    pub(crate) examples: &'static [&'static str],
}

impl Rules {
    /// Every rule with its pattern; see the module.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (Rule, &'static str)> {
        let lines = self.text.lines().filter_map(|line| line.split_once(' '));
        lines.zip(self.makes).map(|((name, pattern), make)| (Rule { name, make: *make }, pattern))
    }
}

/// Rules, one a line: name, example, pattern, what it makes. The example is documentation and test,
/// and is not kept otherwise.
macro_rules! rules {
    ($(rule!($name:literal, $example:literal, $pattern:literal, $make:expr)),* $(,)?) => {
        crate::rule::Rules {
            text: concat!($($name, " ", $pattern, "\n"),*),
            makes: &[$($make),*],
            #[cfg(test)]
            examples: &[$($example),*],
        }
    };
}
pub(crate) use rules;
