//! Holds what was sure in one place throughout the document: one name is of one kind, and the family
//! name of a person named in full is that person's everywhere.

use std::collections::BTreeMap;

use dateline_corpus::{EntityKind, Span};

use super::Name;
use super::lexicon::{self, Lexicon};
use super::token::Token;

/// Last words of the names of what happened or was agreed, which is nobody.
const HAPPENINGS: [&str; 22] = [
    "accord",
    "accords",
    "act",
    "agreement",
    "award",
    "awards",
    "bill",
    "championship",
    "conflict",
    "crisis",
    "cup",
    "day",
    "election",
    "law",
    "pact",
    "prize",
    "revolution",
    "spring",
    "talks",
    "treaty",
    "uprising",
    "war",
];

/// Gives every name of `names` the kind that it mostly has in the document, and adds the occurrences
/// that were missed.
pub(super) fn hold(text: &str, tokens: &[Token], names: &mut Vec<Name>) {
    spell_out(text, tokens, names);
    trim(text, tokens, names);
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
}

/// Takes off what does not belong to a name: "President of Kazakhstan" names a place, "the Platform of
/// the Syrian opposition" a platform; and a war, a treaty or a prize is no organisation.
fn trim(text: &str, tokens: &[Token], names: &mut Vec<Name>) {
    let lexicon = Lexicon::get();
    let lists = |token: &Token| lexicon.word(&token.of(text).to_lowercase());
    names.retain_mut(|name| {
        let first = tokens.partition_point(|token| token.start < name.span.start);
        let end = tokens.partition_point(|token| token.start < name.span.end);
        let own = &tokens[first..end];
        if name.kind == EntityKind::Person {
            return true;
        }
        if let [title, of, name_start, ..] = own
            && of.of(text) == "of"
            && lists(title) & lexicon::TITLE != 0
        {
            name.span.start = name_start.start;
        }
        if let [.., before, of, the, people] = own
            && of.of(text) == "of"
            && the.of(text) == "the"
            && lists(people) & lexicon::PEOPLE != 0
        {
            name.span.end = before.end;
        }
        let last = own.last().map(|token| token.of(text).to_lowercase()).unwrap_or_default();
        own.len() < 2 || !HAPPENINGS.contains(&last.as_str())
    });
}

/// Takes the words before an acronym in brackets that it stands for as one organisation, however they
/// were cut: "Center of Political and Foreign Affairs (CPFA)".
fn spell_out(text: &str, tokens: &[Token], names: &mut Vec<Name>) {
    for (at, window) in tokens.windows(3).enumerate() {
        let [open, acronym, close] = window else { continue };
        if at == 0 || open.of(text) != "(" || close.of(text) != ")" {
            continue;
        }
        let letters: Vec<char> = acronym.of(text).chars().collect();
        if letters.len() < 3 || letters.iter().any(|c| !c.is_uppercase()) {
            continue;
        }
        let Some(first) = expansion(text, &tokens[..at], &letters) else { continue };
        let span = Span { start: tokens[first].start, end: tokens[at - 1].end };
        names.retain(|name| !name.span.overlaps(span) && name.span.start != acronym.start);
        names.push(Name { span, kind: EntityKind::Organisation });
        names.push(Name {
            span: Span { start: acronym.start, end: acronym.end },
            kind: EntityKind::Organisation,
        });
    }
    names.sort_by_key(|name| name.span);
}

/// The place of the first of the last `tokens` whose capitals are `letters`, in order, with nothing but
/// small words between them.
fn expansion(text: &str, tokens: &[Token], letters: &[char]) -> Option<usize> {
    let mut letters = letters.iter().rev().peekable();
    for (at, token) in tokens.iter().enumerate().rev().take(16) {
        let first = token.of(text).chars().next()?;
        if token.capital {
            if letters.next() != Some(&first) {
                return None;
            }
            if letters.peek().is_none() {
                return Some(at);
            }
        } else if !first.is_alphabetic() || token.of(text).chars().count() > 4 {
            return None;
        }
    }
    None
}

/// How often each name, in lower case, was taken for a person, an organisation and a place.
fn kinds(text: &str, names: &[Name]) -> BTreeMap<String, [u32; 3]> {
    let lexicon = Lexicon::get();
    let mut kinds: BTreeMap<String, [u32; 3]> = BTreeMap::new();
    for name in names {
        let key = name.span.of(text).to_lowercase();
        let words: Vec<&str> = key.split(' ').collect();
        let listed = match words.as_slice() {
            [word] => lexicon.word(word),
            words => lexicon
                .phrase(words.iter().copied())
                .filter(|(_, count)| *count == words.len())
                .map_or(0, |(kind, _)| kind),
        };
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

/// The last words of persons' names of several words, in lower case, each with how often it stood so.
fn family_names(text: &str, tokens: &[Token], names: &[Name]) -> BTreeMap<String, u32> {
    let lexicon = Lexicon::get();
    let mut families: BTreeMap<String, u32> = BTreeMap::new();
    for name in names.iter().filter(|name| name.kind == EntityKind::Person) {
        let first = tokens.partition_point(|token| token.start < name.span.start);
        let end = tokens.partition_point(|token| token.start < name.span.end);
        let Some(last) = tokens[first..end].last().filter(|last| end - first > 1 && last.capital)
        else {
            continue;
        };
        let lower = last.of(text).to_lowercase();
        if lower.chars().count() > 2
            && lexicon.word(&lower) & (lexicon::COMMON | lexicon::CALENDAR | lexicon::PLACE) == 0
        {
            *families.entry(lower).or_default() += 2;
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
