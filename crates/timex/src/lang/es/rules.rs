//! The Spanish rules.

use crate::rule::Make::{
    Ago, Date, Duration, EveryPoint, Future, LastNight, Later, Nothing, Nth, Past, Prefix, Present,
    Range, Ref, Set,
};
use crate::rule::{Rule, rule};
use crate::symbol::Unit;

/// Every rule; of two that match equally far the first wins.
#[rustfmt::skip]
pub(super) const RULES: &[Rule] = &[
    // Dates in full.
    rule("day-month-year", "[el 26 de noviembre de 2014]", "el? Day de? Month de|del? Year", Date),
    rule("weekday-day-month", "[miércoles, 26 de noviembre de 2014]", "el? Weekday ,? Day de? Month ,? de|del? Year", Date),
    rule("weekday-day", "[el jueves 26]", "el? Weekday Day", Date),
    rule("day-month", "[el 26 de noviembre]", "el? Day de Month", Date),
    rule("first-month", "[el primero de mayo]", "el? DayNth de Month", Date),
    rule("numbers", "el [26/11/2014]", "Day ~/ ~MonthNumber ~/ ~FullYear", Date),
    rule("numbers-dashes", "el [26-11-2014]", "Day ~- ~MonthNumber ~- ~FullYear", Date),
    rule("iso", "el [2014-11-26]", "Year ~- ~MonthNumber ~- ~Day", Date),
    rule("month-year", "en [noviembre de 2014]", "Month ,? de|del? Year", Date),
    rule("month-rel", "en [mayo pasado]", "Month Rel", Date),
    rule("rel-month", "[el pasado mayo]", "el? Rel Month", Date),
    rule("rel-day-month", "[el pasado 6 de mayo]", "el Rel Day de Month", Date),
    // Ranges.
    rule("day-day-month", "[del 25 al 27 de marzo de 2015]", "del? Day =al|y|-|a Day de Month ,? de|del? Year?", Range),
    rule("day-month-range", "[del 25 de marzo al 2 de abril de 2015]", "del? Day de Month =al|y|-|a Day de Month de|del? Year?", Range),
    rule("month-range", "de [mayo a agosto de 1950]", "Month =a|-|y Month de Year", Range),
    rule("year-range", "([1926-1928])", "Year =- Year", Range),
    rule("year-to-year", "entre [2009 y 2011]", "<entre|de Year =y|a Year", Range),
    // Months, years and their parts.
    rule("month", "en [febrero]", "SureMonth", Date),
    rule("year", "en [2014]", "Year", Date),
    rule("the-year", "[el año 1950]", "el año Year", Date),
    rule("year-bc", "en [44 a.C.]", "AnyYear Era", Date),
    rule("decade", "[los años 1990]", "los? años '? Tens", Date),
    rule("decade-of", "[la década de 1990]", "la? década de Tens", Date),
    rule("decade-words", "[los años noventa]", "los? años DecadeWord", Date),
    rule("decade-of-words", "[la década de los noventa]", "la? década de los DecadeWord", Date),
    rule("century", "en [el siglo XX]", "el? siglo Nth Era?", Nth(Unit::Century)),
    rule("season", "en [el verano de 2014]", "el|la? Season de|del? Year", Date),
    rule("season-the", "en [el verano]", "el|la|este|esta|pasado|próximo Season", Date),
    rule("quarter", "en [el tercer trimestre]", "el? Nth trimestre", Nth(Unit::Quarter)),
    rule("half", "en [el primer semestre]", "el? Nth semestre", Nth(Unit::Half)),
    rule("prefix", "principios de mayo", "a? Pos", Prefix),
    // Counted from the time of writing.
    rule("today", "[ayer]", "Today", Date),
    rule("last-night", "[anoche]", "anoche", LastNight),
    rule("weekday", "llegó [el lunes]", "el|este? Weekday", Date),
    rule("weekday-rel", "[el lunes pasado]", "el? Weekday Rel", Date),
    rule("rel-weekday", "[el pasado lunes]", "el? Rel Weekday", Date),
    rule("weekday-part", "[el lunes por la noche]", "el? Weekday por|en la Part", Date),
    rule("today-part", "[ayer por la noche]", "Today por|en|a la Part", Date),
    rule("rel-part", "[esta noche]", "Rel Part", Date),
    rule("unit-rel", "[la semana pasada]", "la|el Unit Rel", Date),
    rule("rel-unit", "[el próximo mes]", "la|el? Rel Unit", Date),
    rule("unit-then", "[el año siguiente]", "la|el|al Unit RelThen", Date),
    rule("then-unit", "[el mismo año]", "la|el|ese|esa RelThen Unit", Date),
    rule("ago", "[hace seis meses]", "hace Approx? N Units", Ago(-1)),
    rule("ago-one", "[hace un año]", "hace Approx? N Unit", Ago(-1)),
    rule("in-units", "[dentro de dos semanas]", "dentro de N Units", Ago(1)),
    rule("later", "[dos días después]", "Approx? N Units después|más|tarde tarde?", Later(1)),
    rule("later-one", "[un año después]", "N Unit después", Later(1)),
    rule("earlier", "[dos días antes]", "Approx? N Units antes|atrás", Later(-1)),
    rule("earlier-one", "[un año antes]", "N Unit antes|atrás", Later(-1)),
    rule("feast", "en [Navidad]", "Feast", Date),
    // Times of day.
    rule("clock", "a las [21:45]", "<las|la Hour ~:|. ~Minute", Date),
    rule("clock-hours", "a [las 21.45 horas]", "las? Hour ~:|. ~Minute horas|h|hs", Date),
    rule("hour", "a [las 18 horas]", "las Hour horas|h", Date),
    rule("noon", "al [mediodía]", "NamedHour", Date),
    rule("part", "por [la noche]", "la Part", Date),
    // References.
    rule("ref", "[ahora]", "Ref", Ref),
    rule("past", "en [el pasado]", "el pasado >!Month", Past),
    rule("future", "en [el futuro]", "el futuro", Future),
    rule("present", "[en la actualidad]", "en la actualidad", Present),
    rule("last-n", "[los últimos tres años]", "los|las|estos|estas Rel N? Units", Duration),
    rule("last-n-after", "[los tres últimos años]", "los|las N Rel Units", Duration),
    // Lengths of time.
    rule("duration", "[seis semanas]", "los|las? Approx? N Units", Duration),
    rule("duration-one", "[una semana]", "Approx? N Unit", Duration),
    rule("duration-half", "[un año y medio]", "N Unit y Fraction", Duration),
    rule("duration-units-half", "[dos años y medio]", "N Units y Fraction", Duration),
    rule("duration-open", "durante [años]", "Units", Duration),
    // What recurs.
    rule("set", "[diario]", "Adverb", Set),
    rule("set-every", "[cada día]", "cada Unit", Set),
    rule("set-every-n", "[cada dos semanas]", "cada N Units", Set),
    rule("set-all", "[todos los días]", "todos|todas los|las Units", Set),
    rule("set-weekday", "[cada lunes]", "cada Weekday", EveryPoint),
    rule("set-weekdays", "[los sábados]", "los Weekdays", EveryPoint),
    rule("set-weekdays-the", "[todos los lunes]", "todos los Weekday", EveryPoint),
    // What only looks like a date.
    rule("age", "de 23 años de edad", "de? N años de edad", Nothing),
    rule("age-comma", "Juan, de 23 años,", ", de N años >,", Nothing),
    rule("label", "artículo 2015 del código", "Label Digits", Nothing),
];
