//! The Portuguese rules.

use crate::rule::Make::{
    Ago, Date, Duration, EveryPoint, Half, Later, Nothing, Nth, Prefix, Range, Ref, Set,
};
use crate::rule::{Rules, rules};
use crate::symbol::Unit;

/// Every rule; of two that match equally far the first wins.
#[rustfmt::skip]
pub(super) const RULES: Rules = rules![
    // Dates in full.
    rule!("day-month-year", "[26 de novembro de 2014]", "Day de? Month de? Year", Date),
    rule!("weekday-day-month", "[quarta-feira, 26 de novembro de 2014]", "Weekday ,? Day de Month de? Year?", Date),
    rule!("day-month", "[26 de novembro]", "Day de Month", Date),
    rule!("numbers", "em [26/11/2014]", "Day ~/ ~MonthNumber ~/ ~FullYear", Date),
    rule!("iso", "em [2014-11-26]", "Year ~- ~MonthNumber ~- ~Day", Date),
    rule!("month-year", "em [novembro de 2014]", "Month de? Year", Date),
    rule!("month-rel", "em [maio passado]", "Month Rel", Date),
    // Ranges.
    rule!("day-day-month", "de [25 a 27 de março de 2015]", "Day =a|e|-|/ Day de Month de? Year?", Range),
    rule!("day-month-range", "de [25 de março a 2 de abril de 2015]", "Day de Month =a|- Day de Month de? Year?", Range),
    rule!("month-range", "de [maio a agosto de 1950]", "Month =a|e|- Month de? Year?", Range),
    rule!("weekday-range", "de [segunda-feira a sexta-feira]", "Weekday =a Weekday", Range),
    rule!("year-range", "([1926-1928])", "Year =- Year", Range),
    rule!("year-to-year", "entre [2009 e 2011]", "<de|entre Year =a|e Year", Range),
    // Months, years and their parts.
    rule!("month", "em [fevereiro]", "SureMonth", Date),
    rule!("year", "em [2014]", "Year", Date),
    rule!("year-bc", "em [44 a.C.]", "AnyYear Era", Date),
    rule!("decade", "[os anos 1990]", "os? anos Tens", Date),
    rule!("decade-of", "[a década de 1990]", "a? década de Tens", Date),
    rule!("decade-words", "[os anos noventa]", "os? anos DecadeWord", Date),
    rule!("century", "no [século XX]", "século Nth Era?", Nth(Unit::Century)),
    rule!("season", "[verão de 2014]", "Season de Year", Date),
    rule!("quarter", "no [terceiro trimestre]", "Nth trimestre", Nth(Unit::Quarter)),
    rule!("half", "no [primeiro semestre]", "Nth semestre", Nth(Unit::Half)),
    rule!("prefix", "início de maio", "Pos", Prefix),
    // Counted from the time of writing.
    rule!("today", "[ontem]", "Today", Date),
    rule!("weekday", "chegou na [segunda-feira]", "Weekday", Date),
    rule!("weekday-rel", "na [segunda-feira passada]", "Weekday Rel", Date),
    rule!("rel-weekday", "na [última segunda-feira]", "Rel Weekday", Date),
    rule!("today-part", "[ontem à noite]", "Today à|de|da|pela Part", Date),
    rule!("weekday-part", "[segunda-feira à noite]", "Weekday à|de|pela Part", Date),
    rule!("part-of-weekday", "na [noite de sábado]", "Part de|do|da Weekday", Date),
    rule!("rel-part", "[esta manhã]", "Rel Part", Date),
    rule!("clock", "às [18h30]", "Hour ~h ~Minute", Date),
    rule!("clock-colon", "às [18:30]", "<às|as|à Hour ~: ~Minute", Date),
    rule!("hour", "às [18h]", "Hour ~h", Date),
    rule!("hour-word", "às [18 horas]", "<às|as Hour horas", Date),
    rule!("noon", "ao [meio-dia]", "NamedHour", Date),
    rule!("unit-rel", "[a semana passada]", "a|o? Unit Rel", Date),
    rule!("rel-unit", "[esta semana]", "a|o? Rel Unit", Date),
    rule!("unit-then", "[o ano seguinte]", "a|o Unit RelThen", Date),
    rule!("ago", "[há três anos]", "há Approx? N Units", Ago(-1)),
    rule!("ago-back", "[três anos atrás]", "Approx? N Units atrás", Ago(-1)),
    rule!("ago-one", "[há um ano]", "há N Unit", Ago(-1)),
    rule!("later", "[dois dias depois]", "N Units depois", Later(1)),
    rule!("feast", "no [Natal]", "Feast", Date),
    // References and lengths.
    rule!("ref", "[atualmente]", "Ref", Ref),
    rule!("duration", "[seis semanas]", "Approx? N Units", Duration),
    rule!("duration-half", "[um ano e meio]", "N Unit e Fraction", Duration),
    rule!("duration-units-half", "[dois anos e meio]", "N Units e Fraction", Duration),
    rule!("half-unit", "[meia hora]", "meio|meia Unit", Half),
    rule!("set-every", "[cada semana]", "cada Unit", Set),
    rule!("set-all", "[todos os dias]", "todos|todas os|as Units", Set),
    rule!("set-weekdays", "[todas as segundas-feiras]", "todos|todas os|as Weekdays", EveryPoint),
    rule!("duration-one", "[uma semana]", "Approx? N Unit", Duration),
    // What only looks like a date.
    rule!("age", "de 23 anos,", "<, de N anos", Nothing),
    rule!("age-of", "um homem de 23 anos", "<Person <de N anos", Nothing),
    rule!("age-comma", "Ana, 23 anos, dorme", "<, N anos >,", Nothing),
    rule!("age-has", "tem 23 anos", "<tem|tinha|completou N anos", Nothing),
    rule!("label", "artigo 2015 do código", "Label Digits", Nothing),
];
