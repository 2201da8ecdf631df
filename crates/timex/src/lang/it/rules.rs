//! The Italian rules.

use crate::rule::Make::{Ago, Date, Duration, Later, Nothing, Nth, Prefix, Range, Ref};
use crate::rule::{Rule, rule};
use crate::symbol::Unit;

/// Every rule; of two that match equally far the first wins.
#[rustfmt::skip]
pub(super) const RULES: &[Rule] = &[
    // Dates in full.
    rule("day-month-year", "[il 26 novembre 2014]", "il|l|dal|al? ~'? Day Month ,? Year", Date),
    rule("weekday-day-month", "[mercoledì 26 novembre 2014]", "Weekday ,? Day Month ,? Year?", Date),
    rule("day-month", "[il 26 novembre]", "il|l? ~'? Day Month", Date),
    rule("numbers", "il [26/11/2014]", "Day ~/ ~MonthNumber ~/ ~FullYear", Date),
    rule("numbers-dots", "il [26.11.2014]", "Day ~. ~MonthNumber ~. ~FullYear", Date),
    rule("iso", "il [2014-11-26]", "Year ~- ~MonthNumber ~- ~Day", Date),
    rule("month-year", "nel [novembre 2014]", "Month del|di? Year", Date),
    rule("month-rel", "a [maggio scorso]", "Month Rel", Date),
    // Ranges.
    rule("day-day-month", "[dal 25 al 27 marzo 2015]", "dal|il? Day =al|e|- Day Month Year?", Range),
    rule("day-month-range", "[dal 25 marzo al 2 aprile 2015]", "dal? Day Month =al|- Day Month Year?", Range),
    rule("month-range", "da [maggio ad agosto 1950]", "Month =ad|a|- Month Year", Range),
    rule("year-range", "([1926-1928])", "Year =- Year", Range),
    rule("year-to-year", "dal [2009 al 2011]", "<dal|tra|fra Year =al|e|a il? Year", Range),
    // Months, years and their parts.
    rule("month", "a [febbraio]", "SureMonth", Date),
    rule("year", "nel [2014]", "Year", Date),
    rule("year-bc", "nel [44 a.C.]", "AnyYear Era", Date),
    rule("decade", "[gli anni '90]", "gli|negli? anni '? Tens", Date),
    rule("decade-words", "[gli anni novanta]", "gli|negli? anni DecadeWord", Date),
    rule("century", "nel [XX secolo]", "Nth secolo Era?", Nth(Unit::Century)),
    rule("season", "[estate 2014]", "Season del|di? Year", Date),
    rule("quarter", "nel [terzo trimestre]", "Nth trimestre", Nth(Unit::Quarter)),
    rule("half", "nel [primo semestre]", "Nth semestre", Nth(Unit::Half)),
    rule("prefix", "inizio maggio", "Pos", Prefix),
    // Counted from the time of writing.
    rule("today", "[ieri]", "Today", Date),
    rule("weekday", "è arrivato [lunedì]", "Weekday", Date),
    rule("weekday-rel", "[lunedì scorso]", "Weekday Rel", Date),
    rule("unit-rel", "[la settimana scorsa]", "la|il|lo|l ~'? Unit Rel", Date),
    rule("rel-unit", "[questa settimana]", "Rel ~'? Unit", Date),
    rule("rel-first", "[lo scorso anno]", "lo|la|il Rel Unit", Date),
    rule("unit-then", "[l'anno successivo]", "la|il|lo|l ~'? Unit RelThen", Date),
    rule("ago", "[tre anni fa]", "Approx? N Units fa", Ago(-1)),
    rule("ago-one", "[un anno fa]", "N ~'? Unit fa", Ago(-1)),
    rule("later", "[due giorni dopo]", "N Units dopo", Later(1)),
    rule("feast", "a [Natale]", "Feast", Date),
    // References and lengths.
    rule("ref", "[attualmente]", "Ref", Ref),
    rule("duration", "[sei settimane]", "Approx? N Units", Duration),
    rule("duration-one", "[una settimana]", "Approx? N Unit", Duration),
    // What only looks like a date.
    rule("age", "di 23 anni,", "<, di N anni", Nothing),
    rule("label", "articolo 2015 del codice", "Label Digits", Nothing),
];
