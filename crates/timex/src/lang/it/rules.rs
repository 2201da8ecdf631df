//! The Italian rules.

use crate::rule::Make::{
    Ago, Date, Duration, EveryPoint, Half, Later, Nothing, Nth, Prefix, Range, Ref, Set,
};
use crate::rule::{Rules, rules};
use crate::symbol::Unit;

/// Every rule; of two that match equally far the first wins.
#[rustfmt::skip]
pub(super) const RULES: Rules = rules![
    // Dates in full.
    rule!("day-month-year", "[il 26 novembre 2014]", "il|l|dal|al? ~'? Day ~#? Month ,? Year", Date),
    rule!("weekday-day-month", "[mercoledì 26 novembre 2014]", "Weekday ,? Day ~#? Month ,? Year?", Date),
    rule!("day-month", "[il 26 novembre]", "il|l? ~'? Day ~#? Month", Date),
    rule!("first-month", "[il primo aprile]", "il? DayNth Month Year?", Date),
    rule!("numbers", "il [26/11/2014]", "Day ~/ ~MonthNumber ~/ ~FullYear", Date),
    rule!("numbers-dots", "il [26.11.2014]", "Day ~. ~MonthNumber ~. ~FullYear", Date),
    rule!("iso", "il [2014-11-26]", "Year ~- ~MonthNumber ~- ~Day", Date),
    rule!("month-year", "nel [novembre 2014]", "Month del|di? Year", Date),
    rule!("month-rel", "a [maggio scorso]", "Month Rel", Date),
    // Ranges.
    rule!("day-day-month", "dal [25 al 27 marzo 2015]", "il? Day =al|e|-|/ il? Day Month Year?", Range),
    rule!("day-month-range", "dal [25 marzo al 2 aprile 2015]", "Day Month Year? =al|- Day Month Year?", Range),
    rule!("weekday-range", "da [lunedì a venerdì]", "Weekday =a|al Weekday", Range),
    rule!("month-range", "da [maggio ad agosto 1950]", "Month =ad|a|- Month Year?", Range),
    rule!("year-range", "([1926-1928])", "Year =- Year", Range),
    rule!("year-to-year", "dal [2009 al 2011]", "<dal|tra|fra Year =al|e|a il? Year", Range),
    // Months, years and their parts.
    rule!("month", "a [febbraio]", "SureMonth", Date),
    rule!("year", "nel [2014]", "Year", Date),
    rule!("year-bc", "nel [44 a.C.]", "AnyYear Era", Date),
    rule!("decade", "[gli anni '90]", "gli? anni '? Tens", Date),
    rule!("decade-words", "[gli anni novanta]", "gli? anni DecadeWord", Date),
    rule!("century", "nel [XX secolo]", "Nth secolo Era?", Nth(Unit::Century)),
    rule!("season", "[estate 2014]", "Season del|di? Year", Date),
    rule!("quarter", "nel [terzo trimestre]", "Nth trimestre", Nth(Unit::Quarter)),
    rule!("half", "nel [primo semestre]", "Nth semestre", Nth(Unit::Half)),
    rule!("prefix", "inizio maggio", "Pos", Prefix),
    // Counted from the time of writing.
    rule!("today", "[ieri]", "Today", Date),
    rule!("weekday", "è arrivato [lunedì]", "Weekday", Date),
    rule!("weekday-rel", "[lunedì scorso]", "Weekday Rel", Date),
    rule!("today-part", "[ieri sera]", "Today Part", Date),
    rule!("weekday-part", "[lunedì sera]", "Weekday Part", Date),
    rule!("rel-part", "[questa mattina]", "Rel Part", Date),
    rule!("weekday-rel-first", "[lo scorso lunedì]", "lo|il Rel Weekday", Date),
    rule!("clock", "alle [18.30]", "<alle|ore Hour ~:|. ~Minute", Date),
    rule!("clock-hours", "alle [ore 18.30]", "ore Hour ~:|. ~Minute", Date),
    rule!("hour", "alle [18]", "<alle Hour >!Units", Date),
    rule!("hour-words", "alle [ore 18]", "ore Hour", Date),
    rule!("noon", "a [mezzogiorno]", "NamedHour", Date),
    rule!("part", "in [mattinata]", "<in|nella|nel|di|la Part", Date),
    rule!("unit-rel", "[la settimana scorsa]", "la|il|lo|l ~'? Unit Rel", Date),
    rule!("rel-unit", "[questa settimana]", "Rel ~'? Unit", Date),
    rule!("rel-first", "[lo scorso anno]", "lo|la|il Rel Unit", Date),
    rule!("unit-then", "[l'anno successivo]", "la|il|lo|l ~'? Unit RelThen", Date),
    rule!("ago", "[tre anni fa]", "Approx? N Units fa", Ago(-1)),
    rule!("ago-one", "[un anno fa]", "N ~'? Unit fa", Ago(-1)),
    rule!("later", "[due giorni dopo]", "N Units dopo", Later(1)),
    rule!("feast", "a [Natale]", "Feast", Date),
    // References and lengths.
    rule!("ref", "[attualmente]", "Ref", Ref),
    rule!("duration", "[sei settimane]", "Approx? N Units", Duration),
    rule!("duration-half", "[un anno e mezzo]", "N Unit e Fraction", Duration),
    rule!("duration-units-half", "[due anni e mezzo]", "N Units e Fraction", Duration),
    rule!("half-unit", "[mezz'ora]", "mezz|mezzo|mezza ~'? Unit", Half),
    rule!("set-every", "[ogni giorno]", "ogni Unit", Set),
    rule!("set-every-n", "[ogni due anni]", "ogni N Units", Set),
    rule!("set-all", "[tutti i giorni]", "tutti|tutte i|gli|le Units", Set),
    rule!("set-weekday", "[ogni lunedì]", "ogni Weekday", EveryPoint),
    rule!("duration-one", "[una settimana]", "Approx? N ~'? Unit", Duration),
    // What only looks like a date.
    rule!("age", "di 23 anni,", "<, di N anni", Nothing),
    rule!("age-of", "un uomo di 23 anni", "<Person <di N anni", Nothing),
    rule!("age-comma", "Anna, 23 anni, dorme", "<, N anni >,", Nothing),
    rule!("age-has", "ha 23 anni", "<ha|aveva|compie N anni", Nothing),
    rule!("label", "articolo 2015 del codice", "Label Digits", Nothing),
];
