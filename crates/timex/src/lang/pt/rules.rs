//! The Portuguese rules.

use crate::rule::Make::{Ago, Date, Duration, Later, Nothing, Nth, Prefix, Range, Ref};
use crate::rule::{Rule, rule};
use crate::symbol::Unit;

/// Every rule; of two that match equally far the first wins.
#[rustfmt::skip]
pub(super) const RULES: &[Rule] = &[
    // Dates in full.
    rule("day-month-year", "[26 de novembro de 2014]", "Day de? Month de? Year", Date),
    rule("weekday-day-month", "[quarta-feira, 26 de novembro de 2014]", "Weekday ,? Day de Month de? Year?", Date),
    rule("day-month", "[26 de novembro]", "Day de Month", Date),
    rule("numbers", "em [26/11/2014]", "Day ~/ ~MonthNumber ~/ ~FullYear", Date),
    rule("iso", "em [2014-11-26]", "Year ~- ~MonthNumber ~- ~Day", Date),
    rule("month-year", "em [novembro de 2014]", "Month de? Year", Date),
    rule("month-rel", "em [maio passado]", "Month Rel", Date),
    // Ranges.
    rule("day-day-month", "de [25 a 27 de março de 2015]", "Day =a|e|- Day de Month de? Year?", Range),
    rule("day-month-range", "de [25 de março a 2 de abril de 2015]", "Day de Month =a|- Day de Month de? Year?", Range),
    rule("month-range", "de [maio a agosto de 1950]", "Month =a|- Month de Year", Range),
    rule("year-range", "([1926-1928])", "Year =- Year", Range),
    rule("year-to-year", "entre [2009 e 2011]", "<de|entre Year =a|e Year", Range),
    // Months, years and their parts.
    rule("month", "em [fevereiro]", "SureMonth", Date),
    rule("year", "em [2014]", "Year", Date),
    rule("year-bc", "em [44 a.C.]", "AnyYear Era", Date),
    rule("decade", "[os anos 1990]", "os? anos Tens", Date),
    rule("decade-of", "[a década de 1990]", "a? década de Tens", Date),
    rule("decade-words", "[os anos noventa]", "os? anos DecadeWord", Date),
    rule("century", "no [século XX]", "século Nth Era?", Nth(Unit::Century)),
    rule("season", "[verão de 2014]", "Season de Year", Date),
    rule("quarter", "no [terceiro trimestre]", "Nth trimestre", Nth(Unit::Quarter)),
    rule("half", "no [primeiro semestre]", "Nth semestre", Nth(Unit::Half)),
    rule("prefix", "início de maio", "Pos", Prefix),
    // Counted from the time of writing.
    rule("today", "[ontem]", "Today", Date),
    rule("weekday", "chegou na [segunda-feira]", "Weekday", Date),
    rule("weekday-rel", "na [segunda-feira passada]", "Weekday Rel", Date),
    rule("unit-rel", "[a semana passada]", "a|o? Unit Rel", Date),
    rule("rel-unit", "[esta semana]", "a|o? Rel Unit", Date),
    rule("unit-then", "[o ano seguinte]", "a|o Unit RelThen", Date),
    rule("ago", "[há três anos]", "há Approx? N Units", Ago(-1)),
    rule("ago-back", "[três anos atrás]", "Approx? N Units atrás", Ago(-1)),
    rule("ago-one", "[há um ano]", "há N Unit", Ago(-1)),
    rule("later", "[dois dias depois]", "N Units depois", Later(1)),
    rule("feast", "no [Natal]", "Feast", Date),
    // References and lengths.
    rule("ref", "[atualmente]", "Ref", Ref),
    rule("duration", "[seis semanas]", "Approx? N Units", Duration),
    rule("duration-one", "[uma semana]", "Approx? N Unit", Duration),
    // What only looks like a date.
    rule("age", "de 23 anos,", "<, de N anos", Nothing),
    rule("label", "artigo 2015 do código", "Label Digits", Nothing),
];
