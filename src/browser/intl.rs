//! Dates, numbers and plurals as the browser's own `Intl` writes them. Days are UTC, calendars
//! Gregorian, digits Latin, so that figures line up and can be searched in every language.

use std::cell::RefCell;
use std::collections::HashMap;

use dateline_corpus::Day;
use js_sys::{Object, Reflect};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Intl, js_name = DateTimeFormat)]
    type DateTimeFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl, js_class = "DateTimeFormat")]
    fn new(locale: &str, options: &JsValue) -> DateTimeFormat;
    #[wasm_bindgen(method)]
    fn format(this: &DateTimeFormat, milliseconds: f64) -> String;
    #[wasm_bindgen(method, js_name = formatRange)]
    fn format_range(this: &DateTimeFormat, from: f64, to: f64) -> String;

    #[wasm_bindgen(js_namespace = Intl, js_name = PluralRules)]
    type PluralRules;
    #[wasm_bindgen(constructor, js_namespace = Intl, js_class = "PluralRules")]
    fn new(locale: &str) -> PluralRules;
    #[wasm_bindgen(method)]
    fn select(this: &PluralRules, n: f64) -> String;

    #[wasm_bindgen(js_namespace = Intl, js_name = DisplayNames)]
    type DisplayNames;
    #[wasm_bindgen(constructor, catch, js_namespace = Intl, js_class = "DisplayNames")]
    fn new(locale: &str, options: &JsValue) -> Result<DisplayNames, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn of(this: &DisplayNames, code: &str) -> Result<Option<String>, JsValue>;

    #[wasm_bindgen(js_namespace = Intl, js_name = NumberFormat)]
    type NumberFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl, js_class = "NumberFormat")]
    fn new(locale: &str) -> NumberFormat;
    #[wasm_bindgen(method)]
    fn format(this: &NumberFormat, n: f64) -> String;
}

/// Which parts of a date are written, and how long the month is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Pattern {
    /// "5 April 2015".
    Day,
    /// "5 Apr 2015".
    DayShort,
    /// "April 2015".
    Month,
    /// "Apr 2015".
    MonthShort,
    /// "2015".
    Year,
    /// "Apr".
    MonthAlone,
    /// "5".
    DayAlone,
}

impl Pattern {
    fn options(self, era: bool) -> &'static [(&'static str, &'static str)] {
        const DAY: (&str, &str) = ("day", "numeric");
        const LONG: (&str, &str) = ("month", "long");
        const SHORT: (&str, &str) = ("month", "short");
        const YEAR: (&str, &str) = ("year", "numeric");
        const ERA: (&str, &str) = ("era", "short");
        match (self, era) {
            (Self::Day, false) => &[DAY, LONG, YEAR],
            (Self::Day, true) => &[DAY, LONG, YEAR, ERA],
            (Self::DayShort, false) => &[DAY, SHORT, YEAR],
            (Self::DayShort, true) => &[DAY, SHORT, YEAR, ERA],
            (Self::Month, false) => &[LONG, YEAR],
            (Self::Month, true) => &[LONG, YEAR, ERA],
            (Self::MonthShort, false) => &[SHORT, YEAR],
            (Self::MonthShort, true) => &[SHORT, YEAR, ERA],
            (Self::MonthAlone, _) => &[SHORT],
            (Self::DayAlone, _) => &[DAY],
            (Self::Year, false) => &[YEAR],
            (Self::Year, true) => &[YEAR, ERA],
        }
    }
}

thread_local! {
    static DATES: RefCell<HashMap<(&'static str, Pattern, bool), DateTimeFormat>> = RefCell::default();
    static PLURALS: RefCell<HashMap<&'static str, PluralRules>> = RefCell::default();
    static NUMBERS: RefCell<HashMap<&'static str, NumberFormat>> = RefCell::default();
}

fn milliseconds(day: Day) -> f64 {
    f64::from(day.0) * 86_400_000.0
}

fn with_dates<T>(
    locale: &'static str,
    pattern: Pattern,
    era: bool,
    use_it: impl FnOnce(&DateTimeFormat) -> T,
) -> T {
    DATES.with_borrow_mut(|dates| {
        let format = dates.entry((locale, pattern, era)).or_insert_with(|| {
            let options = Object::new();
            let fixed = [("timeZone", "UTC"), ("calendar", "gregory"), ("numberingSystem", "latn")];
            for (key, value) in fixed.iter().chain(pattern.options(era)) {
                // Setting a property of a fresh plain object cannot fail.
                let _ = Reflect::set(&options, &(*key).into(), &(*value).into());
            }
            DateTimeFormat::new(locale, &options)
        });
        use_it(format)
    })
}

/// `day` in words of `locale`, a BCP 47 code.
pub(crate) fn day(locale: &'static str, pattern: Pattern, day: Day) -> String {
    let words =
        with_dates(locale, pattern, day.civil().0 <= 0, |format| format.format(milliseconds(day)));
    // Russian says "of the year" after it, for which a short date has no room.
    let short = matches!(pattern, Pattern::DayShort | Pattern::MonthShort);
    match words.strip_suffix("г.") {
        Some(bare) if short => bare.trim_end().to_owned(),
        _ => words,
    }
}

/// The days from `first` to `last` in words, parts they share written once.
pub(crate) fn days(locale: &'static str, pattern: Pattern, first: Day, last: Day) -> String {
    with_dates(locale, pattern, first.civil().0 <= 0, |format| {
        let words = format.format_range(milliseconds(first), milliseconds(last));
        close_up(&words)
    })
}

/// "25–27 March" for "25 – 27 March": between figures the dash needs no space.
fn close_up(words: &str) -> String {
    const SPACED: &str = " – ";
    let Some((before, after)) = words.split_once(SPACED) else { return words.to_owned() };
    let figures = before.ends_with(|c: char| c.is_ascii_digit())
        && after.starts_with(|c: char| c.is_ascii_digit())
        && !before.contains(' ');
    let dash = if figures { "–" } else { " – " };
    format!("{before}{dash}{after}")
}

/// `n` with the separators of `locale`.
pub(crate) fn number(locale: &'static str, n: usize) -> String {
    NUMBERS.with_borrow_mut(|formats| {
        formats.entry(locale).or_insert_with(|| NumberFormat::new(locale)).format(float(n))
    })
}

/// The plural category of `n` in `locale`: `zero`, `one`, `two`, `few`, `many` or `other`.
pub(crate) fn plural(locale: &'static str, n: usize) -> String {
    PLURALS.with_borrow_mut(|rules| {
        rules.entry(locale).or_insert_with(|| PluralRules::new(locale)).select(float(n))
    })
}

/// The name of the language with the BCP 47 code `code`; the code itself when the browser has none.
pub(crate) fn language_name(locale: &str, code: &str) -> String {
    let options = Object::new();
    let _ = Reflect::set(&options, &"type".into(), &"language".into());
    DisplayNames::new(locale, &options)
        .and_then(|names| names.of(code))
        .ok()
        .flatten()
        .unwrap_or_else(|| code.to_owned())
}

fn float(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap_or(u32::MAX))
}
