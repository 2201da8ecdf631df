//! The Russian rules.

use crate::rule::Make::{
    Ago, Date, Duration, EveryPoint, Later, Nothing, Nth, Prefix, Range, Ref, Rel, Set,
};
use crate::rule::{Rules, rules};
use crate::symbol::Unit;

/// Every rule; of two that match equally far the first wins.
#[rustfmt::skip]
pub(super) const RULES: Rules = rules![
    // Dates in full.
    rule!("day-month-year", "[26 ноября 2014 года]", "Day Month Year года|г?", Date),
    rule!("day-month-year-short", "[26 ноября 2014 г.]", "Day Month Year г ~.", Date),
    rule!("month-year-short", "в [ноябре 2014 г.]", "Month Year г ~.", Date),
    rule!("year-short", "в [2014 г.]", "Year г ~.", Date),
    rule!("day-suffix", "[1-го апреля]", "Day - ~го Month Year? года|г?", Date),
    rule!("numbers-short", "[26.11.14]", "Day ~. ~MonthNumber ~. ~ShortYear", Date),
    rule!("weekday-day-month", "в [среду, 26 ноября 2014 года]", "Weekday ,? Day Month Year? года|г?", Date),
    rule!("day-month", "[26 ноября]", "Day Month", Date),
    rule!("day-words", "[первого апреля]", "DayNth Month Year? года|г?", Date),
    rule!("numbers", "[26.11.2014]", "Day ~. ~MonthNumber ~. ~FullYear", Date),
    rule!("iso", "[2014-11-26]", "Year ~- ~MonthNumber ~- ~Day", Date),
    rule!("month-year", "в [ноябре 2014 года]", "Month Year года|г?", Date),
    // Ranges.
    rule!("day-day-month", "с [25 по 27 марта 2015 года]", "Day =по|и|до|на|-|/ Day Month Year? года|г?", Range),
    rule!("day-month-range", "с [25 марта по 2 апреля 2015 года]", "Day Month =по|до|и|- Day Month Year? года|г?", Range),
    rule!("month-range", "с [мая по август 1950 года]", "Month =по|до|и|- Month Year? года|г?", Range),
    rule!("weekday-range", "с [понедельника по пятницу]", "Weekday =по|до Weekday", Range),
    rule!("year-range", "([1926-1928])", "Year =- Year годы|годов|годах|гг?", Range),
    rule!("year-to-year", "с [2009 по 2011]", "<с|между Year =по|до|и Year года|год|годах|годов|годы|гг|г?", Range),
    // Months, years and their parts.
    rule!("month", "в [феврале]", "SureMonth", Date),
    rule!("year", "в [2014 году]", "Year год|году|года|г?", Date),
    rule!("year-bc", "в [44 году до н. э.]", "AnyYear год|году|года? Era", Date),
    rule!("decade", "[1990-е годы]", "Tens ~- ~е|х|ые|ых годы|годов|годах?", Date),
    rule!("century", "в [XX веке]", "Nth век|веке|века|столетии Era?", Nth(Unit::Century)),
    rule!("century-digits", "в [19 веке]", "Ordinary век|веке|века", Nth(Unit::Century)),
    rule!("half", "в [первом полугодии]", "Nth полугодии|полугодие|полугодия", Nth(Unit::Half)),
    rule!("season", "[летом 2014 года]", "Season Year? года|г?", Date),
    rule!("quarter", "в [третьем квартале]", "Nth квартале|квартал|квартала", Nth(Unit::Quarter)),
    rule!("prefix", "в начале мая", "Pos", Prefix),
    // Counted from the time of writing.
    rule!("today", "[вчера]", "Today", Date),
    rule!("weekday", "в [среду]", "<в|во|к|с|на|до Weekday", Date),
    rule!("rel-weekday", "в [прошлый понедельник]", "Rel Weekday", Date),
    rule!("today-part", "[вчера вечером]", "Today Part", Date),
    rule!("rel-part", "[этой ночью]", "Rel Part", Date),
    rule!("end-of-year", "до [конца года]", "Pos Unit >!Rel >!Year", Rel(0)),
    rule!("clock", "в [18:30]", "<в|во|к|до|с|около|после Hour ~: ~Minute", Date),
    rule!("clock-zone", "в [18:30 по московскому времени]", "Hour ~: ~Minute по московскому времени|мск", Date),
    rule!("hour", "в [18 часов]", "<в|к|до|с|около|после Hour часов|часа|час", Date),
    rule!("hour-part", "в [8 часов вечера]", "Hour часов|часа|час Part", Date),
    rule!("noon", "в [полдень]", "NamedHour", Date),
    rule!("in-one", "[через год]", "через Unit", Ago(1)),
    rule!("rel-unit", "на [прошлой неделе]", "Rel Unit", Date),
    rule!("ago", "[три года назад]", "Approx? N Units назад", Ago(-1)),
    rule!("ago-one", "[год назад]", "Unit назад", Ago(-1)),
    rule!("later", "[через два дня]", "через N Units", Later(1)),
    rule!("ref", "[сейчас]", "Ref", Ref),
    rule!("set", "[ежедневно]", "Adverb", Set),
    rule!("set-every", "[каждый день]", "каждый|каждую|каждое|каждые N? Unit", Set),
    rule!("set-weekday", "[каждый понедельник]", "каждый|каждую|каждое Weekday", EveryPoint),
    rule!("duration", "[шесть недель]", "Approx? N Units", Duration),
    // What only looks like a date.
    rule!("age", "ему 23 года", "<Person N лет|года|год", Nothing),
    rule!("label", "статья 2015 закона", "Label Digits", Nothing),
];
