//! Holds what was sure in one place throughout the document: one name is of one kind, and the family
//! name of a person named in full is that person's everywhere.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use dateline_corpus::{EntityKind, Span};

use super::lexicon::{self, Lexicon};
use super::token::{Token, within};
use super::{Name, cut, join, kind, refuse, team};

/// Last words of the names of what happened or was agreed, which is nobody.
const HAPPENINGS: [&str; 43] = [
    "accord",
    "accords",
    "act",
    "agreement",
    "attack",
    "attacks",
    "audit",
    "award",
    "awards",
    "battle",
    "bill",
    "bombing",
    "census",
    "championship",
    "conflict",
    "crisis",
    "cup",
    "day",
    "draft",
    "earthquake",
    "election",
    "elections",
    "fair",
    "festival",
    "law",
    "massacre",
    "pact",
    "prize",
    "protests",
    "referendum",
    "revolution",
    "season",
    "series",
    "spring",
    "study",
    "summit",
    "symposium",
    "talks",
    "tour",
    "tournament",
    "treaty",
    "uprising",
    "war",
];

/// Those of them, and others, that no person's family name is.
const THINGS: [&str; 15] = [
    "accord",
    "accords",
    "act",
    "agreement",
    "amendment",
    "award",
    "awards",
    "doctrine",
    "massacre",
    "plan",
    "prize",
    "telescope",
    "tournament",
    "treaty",
    "trophy",
];

/// Words of other languages that open a sentence before a name, where English ones are known by the model.
const OPENINGS: [&str; 14] = [
    "Selon", "Según", "Laut", "Gemäß", "Secondo", "Segundo", "Mais", "Pero", "Aber", "Avec",
    "Pour", "Para", "Und", "Quand",
];

/// Gives every name of `names` the kind that it mostly has in the document, and adds the occurrences
/// that were missed.
pub(super) fn hold(text: &str, tokens: &[Token], names: &mut Vec<Name>) {
    join::join(text, tokens, names);
    cut::cut(text, tokens, names);
    trim(text, tokens, names);
    refuse::refuse(text, tokens, names);
    kind::settle(text, tokens, names);
    let mut kinds = kinds(text, names);
    for (name, counts) in family_names(text, tokens, names) {
        kinds.entry(name).and_modify(|own| own[0] += counts).or_insert([counts, 0, 0]);
    }
    for name in names.iter_mut() {
        if let Some(counts) = kinds.get(&name.span.of(text).to_lowercase()) {
            name.kind = mostly(*counts);
        }
    }
    add_missed(text, tokens, &kinds, names);
    join::place_in_region(text, tokens, names);
    team::teams(text, tokens, names);
}

/// Takes off what does not belong to a name: "President of Kazakhstan" names a place, "the Platform of
/// the Syrian opposition" a platform, "President Assad" a man; "Syrian" alone names nobody, and a war, a
/// treaty or a prize is no organisation.
pub(super) fn trim(text: &str, tokens: &[Token], names: &mut Vec<Name>) {
    let lists = |token: &Token| token.lists(text);
    let starts: BTreeSet<u32> = names.iter().map(|name| name.span.start).collect();
    let mut before = Vec::new();
    names.retain_mut(|name| {
        let Range { start: first, end } = within(tokens, name.span);
        let mut own = &tokens[first..end];
        if let [opening, next, ..] = own
            && opening.starts
            && next.capital
            && OPENINGS.contains(&opening.of(text))
        {
            name.span.start = next.start;
            own = &own[1..];
        }
        if name.kind == EntityKind::Person {
            if let [opening, next, ..] = own
                && next.capital
                && is_no_part(text, opening, lists(opening))
            {
                name.span.start = next.start;
                own = &own[1..];
            }
            let (known, start) = before_person(text, own);
            before.extend(known);
            name.span.start = start.unwrap_or(name.span.start);
            let last = own.last().map(|token| token.of(text).to_lowercase()).unwrap_or_default();
            return own.len() < 2 || !THINGS.contains(&last.as_str());
        }
        if let [title, of, name_start, ..] = own
            && of.of(text) == "of"
            && (lists(title) & lexicon::TITLE != 0
                || matches!(title.of(text), "Members" | "Member" | "Leaders"))
        {
            own = if name_start.of(text) == "the" && own.len() > 3 { &own[3..] } else { &own[2..] };
            name.span.start = own.first().map_or(name_start.start, |first| first.start);
        }
        if let [.., of] = own
            && of.of(text) == "of"
            && let Some(next) = tokens.get(end).filter(|next| next.capital)
            && !starts.contains(&next.start)
        {
            // "Department of" was cut from "Justice".
            name.span.end = next.end;
            own = &tokens[within(tokens, name.span)];
        }
        while let [rest @ .., last] = own
            && let Some(end) = rest.last()
            && matches!(last.of(text), "of" | "the" | "and" | "for" | "in" | "&")
        {
            own = rest;
            name.span.end = end.end;
            if let [body] = own
                && lists(body) & lexicon::BODY != 0
            {
                return false;
            }
        }
        if let [.., before, of, the, people] = own
            && of.of(text) == "of"
            && the.of(text) == "the"
            && lists(people) & lexicon::PEOPLE != 0
        {
            name.span.end = before.end;
        }
        if let [.., before, preposition, people] = own
            && matches!(preposition.of(text), "of" | "for")
            && lists(people) & lexicon::PEOPLE != 0
            && tokens.get(end).is_some_and(|next| next.of(text).starts_with(char::is_lowercase))
        {
            name.span.end = before.end;
        }
        if let [only] = own {
            const NAMES: u16 = lexicon::PLACE | lexicon::CITY | lexicon::SURNAME | lexicon::GIVEN;
            return lists(only) & lexicon::PEOPLE == 0
                || lists(only) & NAMES != 0
                || only.of(text).ends_with('s');
        }
        let last = own.last().map(|token| token.of(text).to_lowercase()).unwrap_or_default();
        !HAPPENINGS.contains(&last.as_str())
    });
    names.extend(before);
    names.sort_by_key(|name| name.span);
}

/// Whether a word before a person's name is none of it: a number, or a word such as "Meanwhile" whose capital
/// the sentence gives it.
fn is_no_part(text: &str, token: &Token, lists: u16) -> bool {
    const NAMES: u16 = lexicon::GIVEN | lexicon::SURNAME | lexicon::TITLE;
    let is_word = token.starts && lists & lexicon::COMMON != 0 && lists & NAMES == 0;
    is_word || token.of(text).bytes().all(|byte| byte.is_ascii_digit())
}

/// What stands before a person's name and was taken into it: the place of "U.S. President Barack Obama"
/// and of "Minister of Turkey Yasar Yakis", and where the name itself begins behind a title or place.
fn before_person(text: &str, own: &[Token]) -> (Option<Name>, Option<u32>) {
    let lists = |token: &Token| token.lists(text);
    let known = known_before(text, own);
    let place_end = known.map_or(0, |(_, count)| count);
    // "Foreign Minister", "Home Secretary": words of the language, the last of them a title.
    let office = own[place_end..]
        .iter()
        .take_while(|token| {
            matches!(token.of(text), ".") || lists(token) & (lexicon::TITLE | lexicon::WORD) != 0
        })
        .collect::<Vec<_>>();
    let titles = office
        .iter()
        .rposition(|token| lists(token) & lexicon::TITLE != 0)
        .map_or(0, |last| last + 1);
    let titles =
        titles + own[place_end + titles..].iter().take_while(|t| t.of(text) == ".").count();
    let start = own
        .get(place_end + titles)
        .filter(|token| token.capital && place_end + titles > 0)
        .map(|token| token.start);
    let known = known.map(|(kind, count)| Name {
        span: Span { start: own[0].start, end: own[count - 1].end },
        kind,
    });
    (known.filter(|_| start.is_some()), start)
}

/// The place or body that the lists know at the beginning of a person's name, and its number of words:
/// "Hong Kong Carrie Lam", "MSNBC Cummings".
fn known_before(text: &str, own: &[Token]) -> Option<(EntityKind, usize)> {
    let lexicon = Lexicon::get();
    let lower: Vec<String> = own.iter().map(|token| token.of(text).to_lowercase()).collect();
    if let Some((kind, count)) = lexicon.phrase(lower.iter().map(String::as_str))
        && count < own.len()
        && kind & lexicon::PLACE != 0
    {
        return Some((EntityKind::Place, count));
    }
    let lists = lexicon.word(lower.first()?);
    let is_person = lists & (lexicon::GIVEN | lexicon::SURNAME) != 0;
    let is_acronym = !own[0].of(text).contains(char::is_lowercase);
    if is_person || own.len() < 2 {
        None
    } else if own.len() > 2 && lists & lexicon::PLACE != 0 {
        Some((EntityKind::Place, 1))
    } else if is_acronym && lists & lexicon::ORGANISATION != 0 {
        Some((EntityKind::Organisation, 1))
    } else {
        None
    }
}

/// How often each name, in lower case, was taken for a person, an organisation and a place.
fn kinds(text: &str, names: &[Name]) -> BTreeMap<String, [u32; 3]> {
    let lexicon = Lexicon::get();
    let mut kinds: BTreeMap<String, [u32; 3]> = BTreeMap::new();
    for name in names {
        let key = name.span.of(text).to_lowercase();
        let listed = lexicon.name(&key);
        let counts = kinds.entry(key).or_default();
        counts[index(name.kind)] += 2;
        // A name that the lists know as one kind only has their vote too.
        let is_acronym = !name.span.of(text).contains(char::is_lowercase);
        if is_acronym && listed & lexicon::ORGANISATION != 0 && listed & lexicon::PLACE == 0 {
            counts[1] += 100;
        }
        match listed
            & (lexicon::PLACE
                | lexicon::CITY
                | lexicon::ORGANISATION
                | lexicon::GIVEN
                | lexicon::SURNAME)
        {
            0 => {}
            lexicon::ORGANISATION => counts[1] += 100,
            kind if kind & lexicon::PLACE != 0 && kind & lexicon::ORGANISATION == 0 => {
                counts[2] += 3;
            }
            _ => {}
        }
    }
    kinds
}

/// How much one person named in full counts for the kind of the family name alone.
const FAMILY: u32 = 20;

/// The last words of persons' names of several words, in lower case, each with a
/// weight that outdoes the guesses at the word alone.
fn family_names(text: &str, tokens: &[Token], names: &[Name]) -> BTreeMap<String, u32> {
    let lexicon = Lexicon::get();
    let mut families: BTreeMap<String, u32> = BTreeMap::new();
    for name in names.iter().filter(|name| name.kind == EntityKind::Person) {
        let own = &tokens[within(tokens, name.span)];
        let Some(last) = own.last().filter(|last| own.len() > 1 && last.capital) else { continue };
        let lower = last.of(text).to_lowercase();
        if lower.chars().count() > 2
            && lexicon.word(&lower) & (lexicon::COMMON | lexicon::CALENDAR | lexicon::PLACE) == 0
        {
            // "al-Moualem" is "Moualem" elsewhere.
            let plain = super::without_article(&lower);
            if plain != lower {
                *families.entry(plain.to_owned()).or_default() += FAMILY;
            }
            *families.entry(lower).or_default() += FAMILY;
        }
    }
    families
}

/// Adds the occurrences of known names that carry a capital and were passed over.
fn add_missed(
    text: &str,
    tokens: &[Token],
    kinds: &BTreeMap<String, [u32; 3]>,
    names: &mut Vec<Name>,
) {
    let mut taken = names.iter().peekable();
    let mut missed = Vec::new();
    let mut lower = String::new();
    for token in tokens {
        while taken.next_if(|name| name.span.end <= token.start).is_some() {}
        let is_taken = taken.peek().is_some_and(|name| name.span.start < token.end);
        if !token.capital || is_taken || token.end - token.start < 3 {
            continue;
        }
        lower.clear();
        lower.extend(token.of(text).chars().flat_map(char::to_lowercase));
        // At the start of a sentence a capital alone tells nothing, unless the word is seldom anything else.
        let is_common =
            token.starts && Lexicon::get().word(&lower) & !lexicon::SURNAME & !lexicon::GIVEN != 0;
        if let Some(counts) = kinds.get(&lower).filter(|_| !is_common) {
            missed.push(Name {
                span: Span { start: token.start, end: token.end },
                kind: mostly(*counts),
            });
        }
    }
    names.extend(missed);
    names.sort_by_key(|name| name.span);
}

fn index(kind: EntityKind) -> usize {
    match kind {
        EntityKind::Person => 0,
        EntityKind::Organisation => 1,
        EntityKind::Place => 2,
    }
}

/// The kind with the highest count, the first of equals.
fn mostly(counts: [u32; 3]) -> EntityKind {
    let [person, organisation, place] = counts;
    if person >= organisation && person >= place {
        EntityKind::Person
    } else if organisation >= place {
        EntityKind::Organisation
    } else {
        EntityKind::Place
    }
}
