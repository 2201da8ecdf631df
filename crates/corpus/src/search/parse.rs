//! Reads the search grammar. Total: whatever is typed is a search, and what could not be read is
//! named in its notes.
//!
//! ```text
//! search  = { clause }                  every clause must hold
//! clause  = term { "OR" term }          one of its terms must hold
//! term    = [ "-" ] ( field ":" value | value )
//! value   = '"' words '"' | word        a phrase; an unclosed quotation runs to the end
//! field   = "person" | "org" | "place" | "source" | "kind" | "lang"
//!         | "date" | "before" | "after" with an EDTF value
//! ```
//!
//! The last word is also found as the beginning of a longer one, as is any word with `*` behind it.
//! A word with marks inside (`al-Assad`, `220,000`) is a phrase of its parts. There are no brackets:
//! `a OR b c` means (a OR b) and c.

use crate::search::fold::fold_words;
use crate::{Date, Day};

/// A search as read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Search {
    /// Every one must hold.
    pub(crate) clauses: Vec<Clause>,
    /// What was ignored.
    pub(crate) notes: Vec<Note>,
}

/// One of the terms must hold.
pub(crate) type Clause = Vec<Term>;

/// Something an event has, or must not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Term {
    pub(crate) exclude: bool,
    /// `None`: in the words of its reports.
    pub(crate) field: Option<Field>,
    pub(crate) test: Test,
}

/// What is asked of the field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Test {
    /// Folded words that follow one another; `prefix` when the last may go on.
    Words { words: Vec<String>, prefix: bool },
    /// A date that tells of these days; an end is open where there is `None`.
    Days(Option<Day>, Option<Day>),
}

/// A named field of the grammar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names are those of the grammar")]
pub enum Field {
    Person,
    Org,
    Place,
    Source,
    Kind,
    Lang,
    Date,
    Before,
    After,
}

/// The fields with the names by which they are typed.
pub const FIELDS: [(&str, Field); 9] = [
    ("person", Field::Person),
    ("org", Field::Org),
    ("place", Field::Place),
    ("source", Field::Source),
    ("kind", Field::Kind),
    ("lang", Field::Lang),
    ("date", Field::Date),
    ("before", Field::Before),
    ("after", Field::After),
];

/// Something about the search that its reader should know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// There is no field of this name; the words were searched for as words.
    UnknownField(String),
    /// A field was named without a value; ignored.
    NoValue(String),
    /// The value of a date field is not EDTF; ignored.
    NotADate(String),
    /// Nothing stands on one side of this `OR` or behind this `-`; ignored.
    Dangling(String),
    /// Signs that the grammar has no use for; ignored.
    Unread(String),
    /// The first occurs nowhere, and the others, one letter away, were searched for instead.
    Corrected(String, Vec<String>),
}

/// Reads `text`.
pub(crate) fn parse(text: &str) -> Search {
    let mut search = Search::default();
    let mut joins = None;
    let mut rest = text;
    while let Some(piece) = next_piece(&mut rest) {
        if piece.is_or() {
            if let Some(or) = joins.replace(piece.raw) {
                search.notes.push(Note::Dangling(or.to_owned()));
            }
            continue;
        }
        let last = rest.is_empty() && !piece.quoted;
        let Some(term) = read_term(&piece, last || piece.unclosed, &mut search.notes) else {
            continue;
        };
        match (joins.take(), search.clauses.last_mut()) {
            (Some(_), Some(clause)) => clause.push(term),
            (or, _) => {
                search.notes.extend(or.map(|or| Note::Dangling(or.to_owned())));
                search.clauses.push(vec![term]);
            }
        }
    }
    search.notes.extend(joins.map(|or| Note::Dangling(or.to_owned())));
    search
}

/// One piece between spaces, a quotation being one.
struct Piece<'a> {
    raw: &'a str,
    exclude: bool,
    field: Option<&'a str>,
    value: &'a str,
    quoted: bool,
    unclosed: bool,
}

impl Piece<'_> {
    fn is_or(&self) -> bool {
        self.raw == "OR"
    }
}

const QUOTES: [char; 5] = ['"', '“', '”', '«', '»'];

fn next_piece<'a>(rest: &mut &'a str) -> Option<Piece<'a>> {
    let text = rest.trim_start();
    if text.is_empty() {
        *rest = text;
        return None;
    }
    let body = text.strip_prefix('-').unwrap_or(text);
    let exclude = body.len() < text.len();
    let (field, value) = field_of(body);
    if let Some(inner) = value.strip_prefix(QUOTES) {
        let end = inner.find(QUOTES);
        let quoted = &inner[..end.unwrap_or(inner.len())];
        let after = end.map_or("", |at| inner[at..].trim_start_matches(QUOTES));
        let raw = &text[..text.len() - after.len()];
        *rest = after;
        return Some(Piece {
            raw,
            exclude,
            field,
            value: quoted,
            quoted: true,
            unclosed: end.is_none(),
        });
    }
    let end = |text: &str| text.find(char::is_whitespace).unwrap_or(text.len());
    let value = &value[..end(value)];
    let raw = &text[..end(text)];
    *rest = &text[raw.len()..];
    Some(Piece { raw, exclude, field, value, quoted: false, unclosed: false })
}

/// `body` cut behind a field's name: one word of letters with a colon. A colon followed by a slash
/// is part of an address.
fn field_of(body: &str) -> (Option<&str>, &str) {
    match body.split_once(':') {
        Some((name, value))
            if !name.is_empty()
                && name.chars().all(char::is_alphabetic)
                && !value.starts_with('/') =>
        {
            (Some(name), value)
        }
        _ => (None, body),
    }
}

fn read_term(piece: &Piece<'_>, prefix: bool, notes: &mut Vec<Note>) -> Option<Term> {
    let named = piece.field.map(|name| (name, field_named(name)));
    let words = fold_words(piece.value);
    let starred = !piece.quoted && piece.value.ends_with('*');
    let words_test = |words| Test::Words { words, prefix: prefix || starred };
    match named {
        Some((name, Some(_))) if piece.value.trim().is_empty() => {
            notes.push(Note::NoValue(name.to_owned()));
            None
        }
        Some((_, Some(field @ (Field::Date | Field::Before | Field::After)))) => {
            let Some(test) = date_test(field, piece.value) else {
                notes.push(Note::NotADate(piece.raw.to_owned()));
                return None;
            };
            Some(Term { exclude: piece.exclude, field: Some(field), test })
        }
        _ if words.is_empty() => {
            let dangling = piece.raw == "-" || piece.quoted;
            let note = if dangling { Note::Dangling } else { Note::Unread };
            notes.push(note(piece.raw.to_owned()));
            None
        }
        Some((_, Some(field))) => {
            Some(Term { exclude: piece.exclude, field: Some(field), test: words_test(words) })
        }
        Some((name, None)) => {
            notes.push(Note::UnknownField(name.to_owned()));
            let mut all = fold_words(name);
            all.extend(words);
            Some(Term { exclude: piece.exclude, field: None, test: words_test(all) })
        }
        None => Some(Term { exclude: piece.exclude, field: None, test: words_test(words) }),
    }
}

fn field_named(name: &str) -> Option<Field> {
    FIELDS.iter().find(|(known, _)| name.eq_ignore_ascii_case(known)).map(|&(_, field)| field)
}

/// The days an event must tell of: those of the value, all before them, or all after them.
fn date_test(field: Field, value: &str) -> Option<Test> {
    let date = Date::parse(value.trim())?;
    Some(match field {
        Field::Before => Test::Days(None, Some(Day(date.first()?.0 - 1))),
        Field::After => Test::Days(Some(Day(date.last()?.0 + 1)), None),
        _ => Test::Days(date.first(), date.last()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A search in a compact notation: `+` joins a phrase, `*` marks a prefix.
    fn shown(search: &Search) -> String {
        let term = |term: &Term| {
            let minus = if term.exclude { "-" } else { "" };
            let field = term.field.map(|field| format!("{field:?}:")).unwrap_or_default();
            match &term.test {
                Test::Words { words, prefix } => {
                    format!("{minus}{field}{}{}", words.join("+"), if *prefix { "*" } else { "" })
                }
                Test::Days(first, last) => {
                    let day = |day: &Option<Day>| {
                        day.map_or("..".to_owned(), |day| format!("{:?}", day.civil()))
                    };
                    format!("{minus}{field}{}/{}", day(first), day(last)).replace(' ', "")
                }
            }
        };
        let clause = |clause: &Clause| clause.iter().map(term).collect::<Vec<_>>().join("|");
        search.clauses.iter().map(clause).collect::<Vec<_>>().join(" ")
    }

    #[track_caller]
    fn check(text: &str, expected: &str, notes: &[Note]) {
        let search = parse(text);
        assert_eq!(shown(&search), expected, "{text:?}");
        assert_eq!(search.notes, notes, "{text:?}");
    }

    #[test]
    fn every_form_of_the_grammar_is_read() {
        check("Prisoners", "prisoners*", &[]);
        check("prisoners ", "prisoners", &[]);
        check("released prisoners", "released prisoners*", &[]);
        check("\"three prisons\" in", "three+prisons in*", &[]);
        check("“three prisons”", "three+prisons", &[]);
        check("\"three pris", "three+pris*", &[]);
        check("-Geneva talks ", "-geneva talks", &[]);
        check("-\"peace talks\" x ", "-peace+talks x", &[]);
        check("Moscow OR Geneva OR Astana talks", "moscow|geneva|astana talks*", &[]);
        check("al-Assad 220,000 ", "al+assad 220+000", &[]);
        check("pris* in ", "pris* in", &[]);
        check("person:kassis ", "Person:kassis", &[]);
        check("Person:\"Randa Kassis\"", "Person:randa+kassis", &[]);
        check("-source:moscow", "-Source:moscow*", &[]);
        check("date:2014-11/2015-04", "Date:(2014,11,1)/(2015,4,30)", &[]);
        check("before:2015", "Before:../(2014,12,31)", &[]);
        check("after:2014-02", "After:(2014,3,1)/..", &[]);
        check("before:-0001", "Before:../(-2,12,31)", &[]);
        check("http://a.b/c ", "http+a+b+c", &[]);
        check("", "", &[]);
    }

    #[test]
    fn what_cannot_be_read_is_ignored_and_named() {
        let s = str::to_owned;
        check("colour:red x ", "colour+red x", &[Note::UnknownField(s("colour"))]);
        check("person: x ", "x", &[Note::NoValue(s("person"))]);
        check("date:soon x ", "x", &[Note::NotADate(s("date:soon"))]);
        check("before:../2014 x ", "x", &[Note::NotADate(s("before:../2014"))]);
        check("OR x ", "x", &[Note::Dangling(s("OR"))]);
        check("x OR", "x", &[Note::Dangling(s("OR"))]);
        check("x OR OR y ", "x|y", &[Note::Dangling(s("OR"))]);
        check("x - y ", "x y", &[Note::Dangling(s("-"))]);
        check("( x ) ", "x", &[Note::Unread(s("(")), Note::Unread(s(")"))]);
        check("\"\" x ", "x", &[Note::Dangling(s("\"\""))]);
        check("person:*** x ", "x", &[Note::Unread(s("person:***"))]);
    }
}
