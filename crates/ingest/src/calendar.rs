//! Reads a date that is written out in full, as date lines and references write it. Not the temporal
//! tagger: nothing relative, nothing resolved, and no date inside running prose is its business.
//!
//! Accepted, with an optional weekday in front:
//!
//! | form | example |
//! |---|---|
//! | day month year | `03 April 2015`, `5 avril 2015`, `1er mai 2016`, `5 de abril de 2015`, `5 апреля 2015 г.` |
//! | month day year | `April 05, 2015`, `Nov. 25, 2014`, `June 8th 2016` |
//! | numbers, year first | `2015-04-05`, `2015/04/05`, `2015.4.5` |
//! | numbers, day first | `25.03.2015`, `25/03/2015`; with `/` only where it is clear which is the day |
//! | numbers, month first | `03/25/2015`, `03-25-2015`, where the second cannot be a month |
//! | month year | `March 2016` |
//! | year | `1956` |
//!
//! A day that no calendar has, `31/02/2021`, is no date, and its year alone is none either.

use dateline_corpus::Day;

/// A date found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Written {
    /// Byte offset of its first byte.
    pub(crate) start: usize,
    /// Byte offset after its last byte.
    pub(crate) end: usize,
    /// Astronomical year.
    pub(crate) year: i32,
    /// Month, 1..=12.
    pub(crate) month: Option<u8>,
    /// Day, 1..=31; never without a month.
    pub(crate) day: Option<u8>,
}

impl Written {
    /// Whether the calendar has this day.
    fn exists(&self) -> bool {
        match (self.month, self.day) {
            (Some(month), Some(day)) => {
                (1..=12).contains(&month) && (1..=days_in_month(self.year, month)).contains(&day)
            }
            (Some(month), None) => (1..=12).contains(&month),
            _ => true,
        }
    }

    /// The EDTF value.
    pub(crate) fn edtf(&self) -> String {
        match (self.month, self.day) {
            (Some(month), Some(day)) => format!("{:04}-{month:02}-{day:02}", self.year),
            (Some(month), None) => format!("{:04}-{month:02}", self.year),
            _ => format!("{:04}", self.year),
        }
    }
}

/// A day as EDTF and ISO 8601 write it: "2014-11-26".
pub(crate) fn iso(day: Day) -> String {
    let (year, month, day) = day.civil();
    format!("{year:04}-{month:02}-{day:02}")
}

/// Names of months in lower case without a final full stop, with their numbers.
#[rustfmt::skip]
const MONTHS: &[(&str, u8)] = &[
    ("january", 1), ("jan", 1), ("janvier", 1), ("janv", 1), ("januar", 1), ("jänner", 1), ("enero", 1),
    ("ene", 1), ("gennaio", 1), ("janeiro", 1), ("января", 1), ("январь", 1), ("يناير", 1), ("جانفي", 1),
    ("february", 2), ("feb", 2), ("février", 2), ("févr", 2), ("fév", 2), ("februar", 2), ("febrero", 2),
    ("febbraio", 2), ("fevereiro", 2), ("февраля", 2), ("февраль", 2), ("فبراير", 2), ("شباط", 2),
    ("فيفري", 2), ("march", 3), ("mar", 3), ("mars", 3), ("märz", 3), ("marzo", 3), ("março", 3),
    ("марта", 3), ("март", 3), ("مارس", 3), ("آذار", 3), ("اذار", 3), ("april", 4), ("apr", 4),
    ("avril", 4), ("avr", 4), ("abril", 4), ("aprile", 4), ("апреля", 4), ("апрель", 4), ("أبريل", 4),
    ("ابريل", 4), ("إبريل", 4), ("نيسان", 4), ("أفريل", 4), ("may", 5), ("mai", 5), ("mayo", 5),
    ("maggio", 5), ("maio", 5), ("мая", 5), ("май", 5), ("مايو", 5), ("أيار", 5), ("ماي", 5), ("june", 6),
    ("jun", 6), ("juin", 6), ("juni", 6), ("junio", 6), ("giugno", 6), ("junho", 6), ("июня", 6),
    ("июнь", 6), ("يونيو", 6), ("حزيران", 6), ("جوان", 6), ("july", 7), ("jul", 7), ("juillet", 7),
    ("juil", 7), ("juli", 7), ("julio", 7), ("luglio", 7), ("julho", 7), ("июля", 7), ("июль", 7),
    ("يوليو", 7), ("تموز", 7), ("جويلية", 7), ("august", 8), ("aug", 8), ("août", 8), ("aout", 8),
    ("agosto", 8), ("августа", 8), ("август", 8), ("أغسطس", 8), ("اغسطس", 8), ("آب", 8), ("أوت", 8),
    ("september", 9), ("sept", 9), ("sep", 9), ("septembre", 9), ("septiembre", 9), ("settembre", 9),
    ("setembro", 9), ("сентября", 9), ("сентябрь", 9), ("سبتمبر", 9), ("أيلول", 9), ("october", 10),
    ("oct", 10), ("octobre", 10), ("oktober", 10), ("okt", 10), ("octubre", 10), ("ottobre", 10),
    ("outubro", 10), ("октября", 10), ("октябрь", 10), ("أكتوبر", 10), ("اكتوبر", 10), ("november", 11),
    ("nov", 11), ("novembre", 11), ("noviembre", 11), ("novembro", 11), ("ноября", 11), ("ноябрь", 11),
    ("نوفمبر", 11), ("december", 12), ("dec", 12), ("décembre", 12), ("déc", 12), ("dezember", 12),
    ("dez", 12), ("diciembre", 12), ("dicembre", 12), ("dezembro", 12), ("декабря", 12), ("декабрь", 12),
    ("ديسمبر", 12),
];

/// Names of weekdays in lower case, Monday 0 to Sunday 6.
#[rustfmt::skip]
const WEEKDAYS: &[(&str, u8)] = &[
    ("monday", 0), ("mon", 0), ("lundi", 0), ("montag", 0), ("lunes", 0), ("lunedì", 0),
    ("segunda-feira", 0), ("понедельник", 0), ("الاثنين", 0), ("الإثنين", 0), ("tuesday", 1), ("tue", 1),
    ("tues", 1), ("mardi", 1), ("dienstag", 1), ("martes", 1), ("martedì", 1), ("terça-feira", 1),
    ("вторник", 1), ("الثلاثاء", 1), ("wednesday", 2), ("wed", 2), ("mercredi", 2), ("mittwoch", 2),
    ("miércoles", 2), ("mercoledì", 2), ("quarta-feira", 2), ("среда", 2), ("среду", 2), ("الأربعاء", 2),
    ("thursday", 3), ("thu", 3), ("thurs", 3), ("jeudi", 3), ("donnerstag", 3), ("jueves", 3),
    ("giovedì", 3), ("quinta-feira", 3), ("четверг", 3), ("الخميس", 3), ("friday", 4), ("fri", 4),
    ("vendredi", 4), ("freitag", 4), ("viernes", 4), ("venerdì", 4), ("sexta-feira", 4), ("пятница", 4),
    ("пятницу", 4), ("الجمعة", 4), ("saturday", 5), ("sat", 5), ("samedi", 5), ("samstag", 5),
    ("sábado", 5), ("sabato", 5), ("суббота", 5), ("субботу", 5), ("السبت", 5), ("sunday", 6), ("sun", 6),
    ("dimanche", 6), ("sonntag", 6), ("domingo", 6), ("domenica", 6), ("воскресенье", 6), ("الأحد", 6),
];

/// The month a word names, 1..=12.
pub(crate) fn month(word: &str) -> Option<u8> {
    lookup(MONTHS, word)
}

/// The weekday a word names, Monday 0 to Sunday 6.
pub(crate) fn weekday(word: &str) -> Option<u8> {
    lookup(WEEKDAYS, word)
}

fn lookup(table: &[(&str, u8)], word: &str) -> Option<u8> {
    // The longest name has 26 bytes; a longer word is not worth lowering.
    if word.len() > 32 || word.is_empty() {
        return None;
    }
    let lower = word.to_lowercase();
    table.iter().find(|(name, _)| *name == lower).map(|&(_, number)| number)
}

/// How many days a month has.
pub(crate) fn days_in_month(year: i32, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

/// The first date in `text` with a year in it, at a word's beginning. `None` when there is none.
pub(crate) fn find(text: &str) -> Option<Written> {
    each(text).find(Written::exists)
}

/// The first day written in `text` that no calendar has.
pub(crate) fn impossible(text: &str) -> Option<&str> {
    each(text).find(|found| !found.exists()).map(|found| &text[found.start..found.end])
}

/// Every date that is written in `text`, whether or not the calendar has it.
fn each(text: &str) -> impl Iterator<Item = Written> {
    let mut at = 0;
    std::iter::from_fn(move || {
        while at < text.len() {
            if let Some(found) = written(&text[at..]) {
                let found = Written { start: at, end: at + found.end, ..found };
                at = found.end;
                return Some(found);
            }
            at = next_word(text, at);
        }
        None
    })
}

/// The date that is all of `text`, but for white space.
pub(crate) fn whole(text: &str) -> Option<Written> {
    let text = text.trim();
    at_start(text).filter(|found| found.end == text.len())
}

/// The offset of the next word or number after the one at `at`.
pub(crate) fn next_word(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    let skip = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
    let rest = &rest[skip..];
    let gap = rest.find(char::is_alphanumeric).unwrap_or(rest.len());
    at + skip + gap
}

/// The date at the very beginning of `text`.
pub(crate) fn at_start(text: &str) -> Option<Written> {
    written(text).filter(Written::exists)
}

fn written(text: &str) -> Option<Written> {
    let mut words = Cursor { text, at: 0 };
    if !text.starts_with(char::is_alphanumeric) {
        return None;
    }
    if let Some(word) = words.peek_word()
        && weekday(word).is_some()
    {
        words.at += word.len();
        words.skip(&[",", ".", "،"]);
    }
    let (year, month, day) = words.date()?;
    // A number that goes on is no date: "2015-04-051", "1956th".
    let open = words.rest().starts_with(|c: char| c.is_alphanumeric());
    (!open).then_some(Written { start: 0, end: words.at, year, month, day })
}

struct Cursor<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Cursor<'a> {
    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn peek_word(&self) -> Option<&'a str> {
        let rest = self.rest();
        let end = rest
            .char_indices()
            .find(|&(_, c)| !(c.is_alphabetic() || c == '-'))
            .map_or(rest.len(), |(i, _)| i);
        (end > 0).then(|| &rest[..end])
    }

    /// A number of at most `most` digits, European or Arabic-Indic, with its count of digits.
    fn number(&mut self, most: usize) -> Option<(i32, usize)> {
        let mut value = 0_i32;
        let mut count = 0;
        let mut length = 0;
        for c in self.rest().chars() {
            let digit = match c {
                '0'..='9' => i32::try_from(u32::from(c) - u32::from('0')),
                '٠'..='٩' => i32::try_from(u32::from(c) - u32::from('٠')),
                _ => break,
            };
            count += 1;
            if count > most {
                return None;
            }
            value = value * 10 + digit.ok()?;
            length += c.len_utf8();
        }
        self.at += length;
        (count > 0).then_some((value, count))
    }

    /// Skips white space on one line and at most one of `marks`.
    fn skip(&mut self, marks: &[&str]) {
        self.spaces();
        if let Some(mark) = marks.iter().find(|mark| self.rest().starts_with(**mark)) {
            self.at += mark.len();
        }
        self.spaces();
    }

    fn spaces(&mut self) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start_matches([' ', '\t', '\u{a0}', '\u{202f}']).len();
    }

    fn word_of(&mut self, words: &[&str]) {
        if let Some(word) = self.peek_word()
            && words.contains(&word)
        {
            self.at += word.len();
            self.spaces();
        }
    }

    fn month(&mut self) -> Option<u8> {
        let word = self.peek_word()?;
        let number = month(word)?;
        self.at += word.len();
        if self.rest().starts_with('.') {
            self.at += 1;
        }
        Some(number)
    }

    fn year(&mut self) -> Option<i32> {
        let (year, digits) = self.number(4)?;
        (digits == 4 && (1000..=2199).contains(&year)).then_some(year)
    }

    fn date(&mut self) -> Option<(i32, Option<u8>, Option<u8>)> {
        if self.rest().starts_with(|c: char| c.is_numeric()) {
            return self.number_first();
        }
        let month = self.month()?;
        self.skip(&[","]);
        self.word_of(&["de", "del"]);
        let before = self.at;
        if let Some(year) = self.year() {
            return Some((year, Some(month), None));
        }
        self.at = before;
        let (day, _) = self.number(2)?;
        self.word_of(&["st", "nd", "rd", "th"]);
        self.skip(&[","]);
        let year = self.year()?;
        Some((year, Some(month), u8::try_from(day).ok()))
    }

    fn number_first(&mut self) -> Option<(i32, Option<u8>, Option<u8>)> {
        let (number, digits) = self.number(4)?;
        let mark = self.rest().chars().next().filter(|c| "-/.".contains(*c));
        if digits == 4 {
            if !(1000..=2199).contains(&number) {
                return None;
            }
            let after_year = self.at;
            if let Some(mark) = mark {
                let parts = self.part(mark).and_then(|m| Some((m, self.part(mark)?)));
                if let Some((month, day)) = parts {
                    return Some((number, Some(month), Some(day)));
                }
                self.at = after_year;
                if mark == '-'
                    && let Some(month) = self.part('-')
                {
                    return Some((number, Some(month), None));
                }
                self.at = after_year;
            }
            return Some((number, None, None));
        }
        let day = u8::try_from(number).ok()?;
        if let Some(mark) = mark {
            let start = self.at;
            if let Some(second) = self.part(mark)
                && self.rest().starts_with(mark)
            {
                self.at += 1;
                let year = self.year()?;
                // Americans put the month first, nearly always with a slash; only a number above 12
                // tells.
                return match mark {
                    _ if day <= 12 && second > 12 => Some((year, Some(day), Some(second))),
                    '/' if day <= 12 && day != second => None,
                    _ => Some((year, Some(second), Some(day))),
                };
            }
            self.at = start;
        }
        self.word_of(&["st", "nd", "rd", "th", "er", "º"]);
        self.skip(&[".", "º", "-"]);
        self.word_of(&["of", "de", "del"]);
        let month = self.month()?;
        self.skip(&[",", "-", "،"]);
        self.word_of(&["de", "del"]);
        let year = self.year()?;
        Some((year, Some(month), Some(day)))
    }

    fn part(&mut self, mark: char) -> Option<u8> {
        if !self.rest().starts_with(mark) {
            return None;
        }
        self.at += mark.len_utf8();
        let (number, _) = self.number(2)?;
        u8::try_from(number).ok()
    }
}
