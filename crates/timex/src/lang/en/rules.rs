//! The English rules.

use crate::rule::Make::{
    Ago, Date, Duration, Future, Later, Length, Nothing, Past, Present, Range, Ref, Set, Shift,
    Weekend,
};
use crate::rule::{Rule, rule};
use crate::symbol::Unit;

/// Every rule; of two that match equally far the first wins.
pub(super) const RULES: &[Rule] = &[
    // Dates in full.
    rule("day-month-year", "on [26 November 2014]", "the? DayNth of? Month ,? of? Year", Date),
    rule("month-day-year", "on [November 26, 2014]", "Month the? DayNth ,? Year", Date),
    rule(
        "weekday-month-day-year",
        "[Wednesday, November 26, 2014]",
        "Weekday ,? the? Month the? DayNth ,? Year?",
        Date,
    ),
    rule(
        "weekday-day-month-year",
        "[Wednesday 26 November]",
        "Weekday ,? the? DayNth of? Month ,? Year?",
        Date,
    ),
    rule("day-month", "on [26 November]", "the? DayNth of? Month", Date),
    rule("month-day", "on [November 26]", "Month the? DayNth", Date),
    rule("iso", "on [2014-11-26]", "Year ~- ~MonthNumber ~- ~Day", Date),
    rule("month-year", "in [November 2014]", "Pos? -? Month ,? of? Year", Date),
    rule("month-day-range", "from [March 25-27]", "Month DayNth - DayNth ,? Year?", Range),
    rule(
        "month-day-to-day",
        "[March 25 to 27]",
        "Month DayNth to|through|and DayNth ,? Year?",
        Range,
    ),
    rule(
        "day-day-month",
        "on [25-27 March 2015]",
        "the? DayNth -|to|and DayNth of? Month ,? Year?",
        Range,
    ),
    rule(
        "day-month-range",
        "[25 March - 2 April 2015]",
        "DayNth Month - DayNth Month ,? Year?",
        Range,
    ),
    rule(
        "month-day-month-day-range",
        "[March 25 - April 2, 2015]",
        "Month DayNth ,? - Month DayNth ,? Year?",
        Range,
    ),
    rule("month", "in [February]", "SureMonth", Date),
    rule(
        "month-weak",
        "in [May]",
        "<in|by|since|until|of|from|to|through|during|last|next|this|early|late|mid Month",
        Date,
    ),
    rule("month-possessive", "[May] 's talks", "Month >'", Date),
    rule("year", "in [2014]", "Year", Date),
    rule("year-modified", "in [early 2011]", "the? Pos -? of? the? Year", Date),
    rule("decade", "in [the 1990s]", "the? Pos? -? '? Tens ~'? ~s", Date),
    // Relative.
    rule("today", "he said [yesterday]", "Pos? Today", Date),
    rule("weekday", "said [Monday]", "Pos? Weekday", Date),
    rule("rel-weekday", "[last Monday]", "Rel Weekday", Date),
    rule("rel-month", "[last May]", "Rel Month", Date),
    rule("rel-unit", "[last week]", "Pos? earlier|later? Rel Unit", Date),
    rule("then-unit", "[the following year]", "the RelThen Unit", Date),
    rule("ago", "[one week ago]", "Approx? N Unit ago", Ago(-1)),
    rule("ago-units", "[six weeks ago]", "Approx? N? Units ago", Ago(-1)),
    rule("ago-a", "[a year ago]", "a|an Unit ago", Ago(-1)),
    rule("earlier", "[two days earlier]", "Approx? N Units earlier|before", Later(-1)),
    rule("later", "[two days later]", "Approx? N Units later|after", Later(1)),
    rule("ref", "[now]", "Ref", Ref),
    rule("duration", "[six weeks]", "the? Approx? N -? Units", Duration),
    rule("duration-singular", "[two-day] talks", "Approx? N -? Unit", Duration),
    rule("duration-past", "[the past three years]", "the? last|past|next|first N? Units", Duration),
    rule("duration-units", "[weeks]", "Units", Duration),
    rule("set", "[daily]", "Adverb", Set),
    rule("set-every", "[every day]", "every|each Unit", Set),
    rule("future", "in [the future]", "the? future", Future),
    rule("past", "in [the past]", "the past", Past),
    rule("present", "[at present]", "at present", Present),
    rule("tonight", "[tonight]", "tonight", Shift(Unit::Day, 0)),
    rule("weekend", "[the weekend]", "the weekend", Weekend),
    rule("fortnight", "[a fortnight]", "a fortnight", Length(2, Unit::Week)),
    rule("resolution", "Resolution 2015 of the council", "Label Digits", Nothing),
];
