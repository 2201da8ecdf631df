//! The Arabic rules.

use crate::rule::Make::{Ago, Date, Duration, Nothing, Nth, Prefix, Range, Ref};
use crate::rule::{Rules, rules};
use crate::symbol::Unit;

/// Every rule; of two that match equally far the first wins.
#[rustfmt::skip]
pub(super) const RULES: Rules = rules![
    // Dates in full.
    rule!("day-month-year", "[26 نوفمبر 2014]", "Day من? Month ,? عام|سنة? Year", Date),
    rule!("day-two-names-year", "[26 نوفمبر/تشرين الثاني 2014]", "Day من? Month / Month ,? عام|سنة? Year?", Date),
    rule!("weekday-day-month", "[الأربعاء 26 نوفمبر 2014]", "Weekday ,? Day من? Month ,? عام|سنة? Year?", Date),
    rule!("day-month", "[26 نوفمبر]", "Day من? Month", Date),
    rule!("day-words", "[الأول من أبريل]", "DayNth من? Month Year?", Date),
    rule!("numbers", "[26/11/2014]", "Day ~/ ~MonthNumber ~/ ~FullYear", Date),
    rule!("iso", "[2014-11-26]", "Year ~- ~MonthNumber ~- ~Day", Date),
    rule!("month-year", "[نوفمبر 2014]", "Month ,? من|عام|سنة? Year", Date),
    rule!("two-names-year", "[نوفمبر/تشرين الثاني 2014]", "Month / Month ,? عام|سنة? Year?", Date),
    // Ranges.
    rule!("day-day-month", "من [25 إلى 27 مارس 2015]", "Day =إلى|حتى|و|- Day Month Year?", Range),
    rule!("day-month-range", "من [25 مارس إلى 2 أبريل 2015]", "Day Month =إلى|حتى|- Day Month Year?", Range),
    rule!("year-range", "([1926-1928])", "Year =- Year", Range),
    rule!("year-to-year", "من [2009 إلى 2011]", "<من|بين|عام Year =إلى|حتى|و Year", Range),
    // Months, years and their parts.
    rule!("month", "[نوفمبر]", "SureMonth", Date),
    rule!("year", "[عام 2014]", "عام|سنة|العام? Year", Date),
    rule!("century", "[القرن العشرين]", "القرن Nth", Nth(Unit::Century)),
    rule!("prefix", "مطلع مايو", "Pos", Prefix),
    // Counted from the time of writing.
    rule!("today", "[أمس]", "Today", Date),
    rule!("weekday", "يوم [الأربعاء]", "Weekday", Date),
    rule!("weekday-rel", "[الأربعاء الماضي]", "Weekday Rel", Date),
    rule!("unit-rel", "[الأسبوع الماضي]", "Unit Rel", Date),
    rule!("month-rel", "[نوفمبر الماضي]", "Month Rel", Date),
    rule!("ago", "[قبل ثلاث سنوات]", "قبل|منذ N Units", Ago(-1)),
    rule!("ref", "[حاليا]", "Ref", Ref),
    rule!("duration", "[ثلاث سنوات]", "N Units", Duration),
    // What only looks like a date.
    rule!("label", "القرار 2254", "Label Digits", Nothing),
];
