//! Cuts off what was taken into the name of a body or place and is none of it: an article, an office, a
//! person named right behind it.

use dateline_corpus::{EntityKind, Span};

use super::Name;
use super::lexicon::{self, Lexicon};
use super::token::{Token, within};

/// Offices that stand behind the name of a body: "NASA Administrator", "Labour MP".
const OFFICES: [&str; 30] = [
    "administrator",
    "chairman",
    "chairwoman",
    "chairperson",
    "chief",
    "coach",
    "correspondent",
    "director",
    "editor",
    "executive",
    "governor",
    "leader",
    "manager",
    "mayor",
    "minister",
    "mp",
    "mps",
    "officer",
    "official",
    "president",
    "reporter",
    "representative",
    "secretary",
    "senator",
    "senators",
    "spokesman",
    "spokesperson",
    "spokeswoman",
    "treasurer",
    "ministers",
];

/// Cuts `names` to what is theirs, and adds the persons that were part of them.
pub(super) fn cut(text: &str, tokens: &[Token], names: &mut Vec<Name>) {
    let mut persons = Vec::new();
    names.retain_mut(|name| {
        if name.kind == EntityKind::Person {
            return true;
        }
        let mut own = &tokens[within(tokens, name.span)];
        if let [the, rest @ ..] = own
            && the.of(text) == "the"
        {
            own = rest;
        }
        if let Some(first) = person_at_end(text, own) {
            let start = own[first].start;
            persons
                .push(Name { span: Span { start, end: name.span.end }, kind: EntityKind::Person });
            own = &own[..first];
        }
        own = without_office(text, own);
        let (Some(first), Some(last)) = (own.first(), own.last()) else { return false };
        name.span.start = first.start;
        // A stop or a mark behind the last word may be part of the name too.
        if own.len() < tokens[within(tokens, name.span)].len() {
            name.span.end = last.end;
        }
        true
    });
    names.append(&mut persons);
    names.sort_by_key(|name| name.span);
}

/// Where a person's name begins at the end of another name, whose last word must tell that it ends there:
/// "University of Texas Anna Lindh".
fn person_at_end(text: &str, own: &[Token]) -> Option<usize> {
    const OTHER: u16 = lexicon::WORD
        | lexicon::PLACE
        | lexicon::CITY
        | lexicon::BODY
        | lexicon::FEATURE
        | lexicon::ORGANISATION
        | lexicon::PEOPLE
        | lexicon::TITLE
        | lexicon::CALENDAR;
    const ENDS: u16 =
        lexicon::BODY | lexicon::PLACE | lexicon::CITY | lexicon::PEOPLE | lexicon::WORD;
    let lists = |token: &Token| token.lists(text);
    let is_initial = |token: &Token| token.of(text).ends_with('.') && token.capital;
    (1..own.len().saturating_sub(1)).find(|&at| {
        let [given, middle @ .., last] = &own[at..] else { return false };
        let before = &own[at - 1];
        let is_known = || {
            const KNOWN: u16 = lexicon::PLACE | lexicon::ORGANISATION;
            let words = Span { start: own[0].start, end: before.end };
            Lexicon::get().name(&words.of(text).to_lowercase()) & KNOWN != 0
        };
        let is_given = lists(given) & lexicon::GIVEN != 0 && lists(given) & OTHER == 0;
        // "Trump" is a word too.
        let is_family = last.capital
            && last.of(text).contains(char::is_lowercase)
            && (lists(last) & OTHER == 0 || lists(last) & OTHER == lexicon::WORD && is_known());
        let fits = match middle {
            [] => true,
            [one] => is_initial(one) || one.capital && lists(one) & OTHER == 0,
            _ => false,
        };
        is_given && is_family && fits && before.capital && lists(before) & ENDS != 0
    })
}

/// `own` without an office at its end, and without anything where only the office is left.
fn without_office<'t>(text: &str, own: &'t [Token]) -> &'t [Token] {
    let is_of = |token: &Token| matches!(token.of(text), "of" | "for" | "and" | "the");
    let is_office =
        |token: &Token| token.capital && OFFICES.contains(&token.of(text).to_lowercase().as_str());
    if own.iter().any(is_of) {
        return own;
    }
    let Some(last) = own.iter().rposition(|token| !is_office(token)) else { return &[] };
    if last + 1 == own.len() {
        return own;
    }
    // "Prime Minister", "Chief Executive Officer", "Foreign Secretary" are offices alone.
    const NAMES: u16 = lexicon::PLACE | lexicon::CITY | lexicon::ORGANISATION | lexicon::BODY;
    let rest = &own[..=last];
    let has_name = rest.iter().any(|token| {
        let lists = token.lists(text);
        lists & NAMES != 0 || lists & (lexicon::WORD | lexicon::PEOPLE | lexicon::TITLE) == 0
    });
    if has_name { rest } else { &[] }
}
