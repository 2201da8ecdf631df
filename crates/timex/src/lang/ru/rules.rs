//! The Russian rules.

use crate::rule::Make::{Ago, Date, Duration, Later, Nothing, Nth, Prefix, Range, Ref};
use crate::rule::{Rule, rule};
use crate::symbol::Unit;

/// Every rule; of two that match equally far the first wins.
#[rustfmt::skip]
pub(super) const RULES: &[Rule] = &[
    // Dates in full.
    rule("day-month-year", "[26 ноября 2014 года]", "Day Month Year года|г? ~.?", Date),
    rule("weekday-day-month", "в [среду, 26 ноября 2014 года]", "Weekday ,? Day Month Year? года|г? ~.?", Date),
    rule("day-month", "[26 ноября]", "Day Month", Date),
    rule("numbers", "[26.11.2014]", "Day ~. ~MonthNumber ~. ~FullYear", Date),
    rule("iso", "[2014-11-26]", "Year ~- ~MonthNumber ~- ~Day", Date),
    rule("month-year", "в [ноябре 2014 года]", "Month Year года|г? ~.?", Date),
    // Ranges.
    rule("day-day-month", "с [25 по 27 марта 2015 года]", "Day =по|и|- Day Month Year? года|г?", Range),
    rule("day-month-range", "с [25 марта по 2 апреля 2015 года]", "Day Month =по|- Day Month Year? года|г?", Range),
    rule("month-range", "с [мая по август 1950 года]", "Month =по|- Month Year года|г?", Range),
    rule("year-range", "([1926-1928])", "Year =- Year", Range),
    rule("year-to-year", "с [2009 по 2011]", "<с|между Year =по|и Year года|год|гг|г? ~.?", Range),
    // Months, years and their parts.
    rule("month", "в [феврале]", "SureMonth", Date),
    rule("year", "в [2014 году]", "Year год|году|года|г?", Date),
    rule("year-bc", "в [44 году до н. э.]", "AnyYear год|году|года? Era", Date),
    rule("decade", "[1990-е годы]", "Tens ~- ~е|х|ые|ых годы|годов|годах?", Date),
    rule("century", "в [XX веке]", "Nth век|веке|века|столетии Era?", Nth(Unit::Century)),
    rule("season", "[летом 2014 года]", "Season Year? года|г?", Date),
    rule("quarter", "в [третьем квартале]", "Nth квартале|квартал|квартала", Nth(Unit::Quarter)),
    rule("prefix", "в начале мая", "Pos", Prefix),
    // Counted from the time of writing.
    rule("today", "[вчера]", "Today", Date),
    rule("weekday", "в [среду]", "<в|во|к|с|на|до Weekday", Date),
    rule("rel-unit", "на [прошлой неделе]", "Rel Unit", Date),
    rule("ago", "[три года назад]", "Approx? N Units назад", Ago(-1)),
    rule("ago-one", "[год назад]", "Unit назад", Ago(-1)),
    rule("later", "[через два дня]", "через N Units", Later(1)),
    rule("ref", "[сейчас]", "Ref", Ref),
    rule("duration", "[шесть недель]", "Approx? N Units", Duration),
    // What only looks like a date.
    rule("label", "статья 2015 закона", "Label Digits", Nothing),
];
