//! The German rules.

use crate::rule::Make::{
    Ago, Date, Duration, EveryPoint, Half, Later, Length, Nothing, Nth, PartOf, Prefix, Range, Ref,
    Rel, Set, Weekend,
};
use crate::rule::{Rules, rules};
use crate::symbol::Unit;

/// Every rule; of two that match equally far the first wins.
#[rustfmt::skip]
pub(super) const RULES: Rules = rules![
    // Dates in full.
    rule!("day-month-year", "am [26. November 2014]", "Day ~.? Month Year", Date),
    rule!("weekday-day-month", "am [Mittwoch, 26. November 2014]", "Weekday ,? dem|den|der? Day ~.? Month Year?", Date),
    rule!("day-month", "am [26. November]", "Day ~. Month", Date),
    rule!("day-month-bare", "am [1 Mai]", "Day Month", Date),
    rule!("numbers", "am [26.11.2014]", "Day ~. ~MonthNumber ~. ~FullYear", Date),
    rule!("numbers-short", "am [26.11.14]", "Day ~. ~MonthNumber ~. ~ShortYear", Date),
    rule!("day-words", "am [ersten April]", "DayNth Month Year?", Date),
    rule!("numbers-spaced", "am [26. 11. 2014]", "Day ~. MonthNumber ~. FullYear", Date),
    rule!("iso", "am [2014-11-26]", "Year ~- ~MonthNumber ~- ~Day", Date),
    rule!("month-year", "im [November 2014]", "Month Year", Date),
    rule!("rel-month", "im [vergangenen Mai]", "Rel Month", Date),
    // Ranges.
    rule!("day-day-month", "vom [25. bis 27. März 2015]", "Day ~.? =bis|auf|-|und|/ zum|den? Day ~. Month Year?", Range),
    rule!("day-month-range", "vom [25. März bis 2. April 2015]", "Day ~. Month =bis|und|- zum|dem? Day ~. Month Year?", Range),
    rule!("month-range", "von [Mai bis August 1950]", "Month =bis|- Month Year?", Range),
    rule!("weekday-range", "von [Montag bis Freitag]", "Weekday =bis Weekday", Range),
    rule!("year-range", "([1926-1928])", "Year =- Year", Range),
    rule!("year-to-year", "von [2009 bis 2011]", "<von|zwischen Year =bis|und Year", Range),
    // Months, years and their parts.
    rule!("month", "im [Februar]", "SureMonth", Date),
    rule!("year", "im Jahr [2014]", "Year", Date),
    rule!("year-bc", "im Jahr [44 v. Chr.]", "AnyYear Era", Date),
    rule!("decade", "in [den 1990er Jahren]", "die|den|der? Tens ~er -? jahre|jahren?", Date),
    rule!("decade-words", "in [den neunziger Jahren]", "die|den|der? DecadeWord jahre|jahren", Date),
    rule!("century", "im [20. Jahrhundert]", "Ordinary ~. jahrhundert|jahrhunderts Era?", Nth(Unit::Century)),
    rule!("century-words", "im [neunzehnten Jahrhundert]", "Nth jahrhundert|jahrhunderts", Nth(Unit::Century)),
    rule!("season", "im [Sommer 2014]", "Season Year", Date),
    rule!("season-in", "im [Sommer]", "<im|diesen|letzten Season", Date),
    rule!("quarter", "im [dritten Quartal]", "Nth quartal", Nth(Unit::Quarter)),
    rule!("half", "im [ersten Halbjahr]", "Nth halbjahr", Nth(Unit::Half)),
    rule!("end-of-unit", "bis [Ende des Jahres]", "Pos des|der Unit", Rel(0)),
    rule!("prefix", "Anfang Mai", "Pos", Prefix),
    // Counted from the time of writing.
    rule!("today", "[gestern]", "Today", Date),
    rule!("weekday", "am [Montag]", "Weekday", Date),
    rule!("rel-weekday", "am [vergangenen Montag]", "Rel Weekday", Date),
    rule!("today-part", "[gestern Abend]", "Today Part", Date),
    rule!("this-morning", "[heute Morgen]", "heute morgen|früh", PartOf(0)),
    rule!("weekday-part-joined", "am [Montagabend]", "WeekdayPart", Date),
    rule!("weekday-part-date", "[Montagabend, 6. April]", "WeekdayPart ,? den? Day . Month Year?", Date),
    rule!("weekday-part", "[Montag Abend]", "Weekday Part", Date),
    rule!("later-in", "kommt [in zwei Tagen]", "in N Units", Ago(1)),
    rule!("rel-unit", "[letzte Woche]", "Rel Unit", Date),
    rule!("weekend", "am [Wochenende]", "<am|das|dieses|zum|übers wochenende", Weekend),
    rule!("ago", "[vor sechs Wochen]", "vor Approx? N Units", Ago(-1)),
    rule!("ago-one", "[vor einem Jahr]", "vor N Unit", Ago(-1)),
    rule!("later", "[zwei Tage später]", "N Units später", Later(1)),
    rule!("feast", "an [Weihnachten]", "Feast", Date),
    // Times of day.
    rule!("clock", "um [21.45 Uhr]", "Hour ~:|. ~Minute uhr", Date),
    rule!("hour", "um [18 Uhr]", "Hour uhr", Date),
    // References, lengths, what recurs.
    rule!("ref", "[derzeit]", "Ref", Ref),
    rule!("duration", "[sechs Wochen]", "Approx? N Units", Duration),
    rule!("duration-rel", "in [den vergangenen zehn Jahren]", "die|den|der? Rel N Units", Duration),
    rule!("duration-rel-open", "in [den vergangenen Wochen]", "die|den|der? Rel Units", Duration),
    rule!("duration-one", "[eine Woche]", "Approx? N Unit", Duration),
    rule!("half-unit", "[eine halbe Stunde]", "ein|eine|einen|einem|einer halbe|halbes|halben|halber Unit", Half),
    rule!("year-and-half", "[anderthalb Jahre]", "anderthalb|eineinhalb jahre|jahren", Length(18, Unit::Month)),
    rule!("hour-and-half", "[anderthalb Stunden]", "anderthalb|eineinhalb stunden", Length(90, Unit::Minute)),
    rule!("set", "[täglich]", "Adverb", Set),
    rule!("set-weekday", "[jeden Montag]", "jeden Weekday", EveryPoint),
    rule!("set-all", "[alle zwei Jahre]", "alle N Units", Set),
    rule!("set-weekdays", "[montags]", "Weekdays", EveryPoint),
    rule!("set-every", "[jeden Tag]", "jeden|jede|jedes Unit", Set),
    // What only looks like a date.
    rule!("age", "23 Jahre alt", "N jahre alt", Nothing),
    rule!("age-adjective", "der 45-jährige Mann", "Digits - jährige|jähriger|jährigen|jährigem", Nothing),
    rule!("age-comma", "Anna, 45 Jahre", "<, N jahre >,", Nothing),
    rule!("label", "Artikel 2015 des Gesetzes", "Label Digits", Nothing),
];
