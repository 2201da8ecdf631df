//! Joins the parts of one name that were cut from each other: a body and what it is of, a place and the
//! region it lies in, a person's names on both sides of a nickname.

use std::ops::Range;

use dateline_corpus::{EntityKind, Span};

use super::Name;
use super::lexicon::{self, Lexicon};
use super::token::{Token, within};

/// Joins what belongs together by the words between.
pub(super) fn join(text: &str, tokens: &[Token], names: &mut Vec<Name>) {
    spell_out(text, tokens, names);
    of_the(text, tokens, names);
    of_people(text, tokens, names);
    coordinate(text, tokens, names);
    two_attributes(text, tokens, names);
    around_nickname(text, names);
    before_nickname(text, tokens, names);
    with_junior(text, tokens, names);
    body_of_place(text, tokens, names);
    at_town(text, tokens, names);
    apart(text, tokens, names);
}

/// Makes one of each name and the next where `joins` says what kind the two are together, given both and
/// the words between them.
fn pair(
    text: &str,
    names: &mut Vec<Name>,
    joins: impl Fn(&Name, &Name, &str) -> Option<EntityKind>,
) {
    let mut kept: Vec<Name> = Vec::with_capacity(names.len());
    for name in names.drain(..) {
        let joined = kept.last().and_then(|last| {
            let between = text.get(last.span.end as usize..name.span.start as usize)?;
            joins(last, &name, between)
        });
        match (joined, kept.last_mut()) {
            (Some(kind), Some(last)) => {
                last.span.end = name.span.end;
                last.kind = kind;
            }
            _ => kept.push(name),
        }
    }
    *names = kept;
}

/// Makes one of a body and what it is of or for, where they were cut: "Movement of the Pluralistic Society",
/// "Supreme Court of the Gambia", "Council on Foreign Relations".
fn of_the(text: &str, tokens: &[Token], names: &mut Vec<Name>) {
    pair(text, names, |last, name, between| {
        let is_parted = match name.kind {
            EntityKind::Organisation => {
                matches!(between, " of " | " of the " | " for " | " for the " | " on " | " on the ")
            }
            EntityKind::Place => matches!(between, " of " | " of the "),
            EntityKind::Person => false,
        };
        (last.kind == EntityKind::Organisation && is_parted).then_some(())?;
        let head = tokens.get(within(tokens, last.span).end.checked_sub(1)?)?;
        is_body(text, head).then_some(EntityKind::Organisation)
    });
}

/// Makes one of a body or state and those whose it is, where they were cut at the ending: "Korean People's
/// Army", "People's Republic of China", "Workers' Party".
fn of_people(text: &str, tokens: &[Token], names: &mut Vec<Name>) {
    const OWNERS: [&str; 10] = [
        "People", "Peoples", "Women", "Children", "Workers", "Farmers", "Students", "Teachers",
        "Veterans", "Writers",
    ];
    const HEADS: u16 = lexicon::BODY | lexicon::FEATURE;
    let word = |at: usize| tokens.get(at).map_or("", |token| token.of(text));
    let mut whole = Vec::new();
    for (at, owner) in tokens.iter().enumerate() {
        if !OWNERS.contains(&owner.of(text)) || !matches!(word(at + 1), "'" | "’") {
            continue;
        }
        let next = at + 2 + usize::from(word(at + 2) == "s");
        let capitals = tokens[next.min(tokens.len())..].iter().take(4).take_while(|t| t.capital);
        let Some(head) = capitals.clone().find(|token| token.lists(text) & HEADS != 0) else {
            continue;
        };
        let behind = Span { start: tokens[next].start, end: head.end };
        let is_one = |name: &Name| name.span.start <= owner.start && head.end <= name.span.end;
        if names.iter().any(is_one) {
            continue;
        }
        let before = names.iter().find(|name| name.span.end == owner.end);
        let after = names.iter().find(|name| name.span.overlaps(behind));
        if before.is_none() && after.is_none() {
            continue;
        }
        let is_body = head.lists(text) & lexicon::BODY != 0;
        whole.push(Name {
            span: Span {
                start: before.map_or(owner.start, |name| name.span.start),
                end: after.map_or(head.end, |name| name.span.end.max(head.end)),
            },
            kind: if is_body { EntityKind::Organisation } else { EntityKind::Place },
        });
    }
    for own in whole {
        names.retain(|name| !name.span.overlaps(own.span));
        names.push(own);
    }
    names.sort_by_key(|name| name.span);
}

/// Makes one body of two attributes and a head cut at the "and" between them: "Space and Rocket Center". Both
/// attributes are words of the language, or they would be names of their own.
fn two_attributes(text: &str, tokens: &[Token], names: &mut Vec<Name>) {
    const NAMES: u16 = lexicon::BODY
        | lexicon::FEATURE
        | lexicon::PLACE
        | lexicon::CITY
        | lexicon::ORGANISATION
        | lexicon::SURNAME
        | lexicon::GIVEN;
    pair(text, names, |last, name, between| {
        let is_pair = last.kind != EntityKind::Person
            && name.kind == EntityKind::Organisation
            && matches!(between, " and " | " & ");
        is_pair.then_some(())?;
        let is_word = |token: &Token| token.capital && token.lists(text) & lexicon::WORD != 0;
        let attribute = &tokens[within(tokens, last.span)].last()?;
        let is_attribute = is_word(attribute)
            && attribute.lists(text) & NAMES == 0
            && Lexicon::get().name(&last.span.of(text).to_lowercase()) & NAMES == 0;
        match &tokens[within(tokens, name.span)] {
            [rest @ .., head] if !rest.is_empty() && is_attribute && is_body(text, head) => {
                rest.iter().all(is_word).then_some(EntityKind::Organisation)
            }
            _ => None,
        }
    });
}

/// Whether a word says of what sort a body is: "Ministry", "Council".
fn is_body(text: &str, token: &Token) -> bool {
    token.lists(text) & lexicon::BODY != 0
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

/// Makes one organisation of a name cut at its "and": "Coalition of Secular and Democratic Syrians",
/// "Ministry of Foreign Affairs and Trade". What stands on both sides must be words of the language, or
/// "Bank of America and Citigroup" would be one.
fn coordinate(text: &str, tokens: &[Token], names: &mut Vec<Name>) {
    let lists = |token: &Token| token.lists(text);
    let is_plain = |token: &Token| {
        let lists = lists(token);
        token.capital
            && lists & (lexicon::WORD | lexicon::PEOPLE) != 0
            && lists & (lexicon::PLACE | lexicon::CITY | lexicon::ORGANISATION) == 0
    };
    let mut joined: Vec<Span> = Vec::new();
    for name in names.iter().filter(|name| name.kind == EntityKind::Organisation) {
        let Range { start: first, end } = within(tokens, name.span);
        let own = &tokens[first..end];
        let Some(of) = own.iter().rposition(|token| matches!(token.of(text), "of" | "for" | "on"))
        else {
            continue;
        };
        let has_body = own[..of].iter().any(|token| lists(token) & lexicon::BODY != 0);
        let before = &own[of + 1..];
        if !has_body || before.is_empty() || !before.iter().all(is_plain) {
            continue;
        }
        if tokens.get(end).is_none_or(|token| token.of(text) != "and") {
            continue;
        }
        let right: Vec<&Token> =
            tokens[end + 1..].iter().take(4).take_while(|token| is_plain(token)).collect();
        let Some(last) = right.last() else { continue };
        let is_body = |token: &&Token| lists(token) & lexicon::BODY != 0;
        let is_adjective =
            before.last().is_some_and(|token| is_adjective(token.of(text), lists(token)));
        let line = text.get(name.span.end as usize..last.end as usize).unwrap_or_default();
        let fits = !is_body(&right[0]) && (is_adjective || !right.iter().any(is_body));
        if fits && !line.contains('\n') {
            joined.push(Span { start: name.span.start, end: last.end });
        }
    }
    for span in joined {
        names.retain(|name| !name.span.overlaps(span));
        names.push(Name { span, kind: EntityKind::Organisation });
    }
    names.sort_by_key(|name| name.span);
}

/// Whether a word looks like an adjective: "Secular", "Revolutionary", "Syrian".
fn is_adjective(word: &str, lists: u16) -> bool {
    lists & lexicon::PEOPLE != 0
        || ["al", "ar", "ary", "ic", "ive", "ous", "ful"]
            .iter()
            .any(|ending| word.ends_with(ending))
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

/// Makes one person of the names before and after a nickname: `Austin "Shep" Padalecki`.
fn around_nickname(text: &str, names: &mut Vec<Name>) {
    let mut kept: Vec<Name> = Vec::with_capacity(names.len());
    for name in names.drain(..) {
        let is_person = |name: &Name| name.kind == EntityKind::Person;
        let mut before = kept.iter().rev().take(2).position(|last| {
            is_person(last)
                && text
                    .get(last.span.end as usize..name.span.start as usize)
                    .is_some_and(is_nickname)
        });
        before = before.filter(|_| is_person(&name));
        match before {
            Some(back) => {
                kept.truncate(kept.len() - back);
                if let Some(last) = kept.last_mut() {
                    last.span.end = name.span.end;
                }
            }
            None => kept.push(name),
        }
    }
    *names = kept;
}

/// Gives a person the nickname in quotation marks and the family name behind it that was missed:
/// `Ada "Countess" Lovelace`.
fn before_nickname(text: &str, tokens: &[Token], names: &mut Vec<Name>) {
    let mut grown = Vec::new();
    for name in names.iter_mut().filter(|name| name.kind == EntityKind::Person) {
        let end = within(tokens, name.span).end;
        let Some(family) = tokens[end.min(tokens.len())..].iter().take(5).rfind(|token| {
            text.get(name.span.end as usize..token.start as usize).is_some_and(is_nickname)
        }) else {
            continue;
        };
        let lists = family.lists(text);
        let is_word = lists & lexicon::WORD != 0 && lists & lexicon::SURNAME == 0;
        if family.capital && !is_word {
            name.span.end = family.end;
            grown.push(name.span);
        }
    }
    names.retain(|name| grown.iter().all(|own| *own == name.span || !own.overlaps(name.span)));
}

/// Whether `between` is one word in quotation marks, with a space on either side.
fn is_nickname(between: &str) -> bool {
    let word = between.strip_prefix(" \"").and_then(|rest| rest.strip_suffix("\" "));
    let word = word.or_else(|| between.strip_prefix(" “").and_then(|rest| rest.strip_suffix("” ")));
    word.is_some_and(|word| {
        word.starts_with(char::is_uppercase)
            && word.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '.' | '\'' | ' '))
            && word.len() < 24
    })
}

/// Gives a person the "Jr." that follows, with its stop and its comma, or the number: "Norton II".
fn with_junior(text: &str, tokens: &[Token], names: &mut Vec<Name>) {
    const NUMBERS: [&str; 9] = ["II", "III", "IV", "V", "VI", "VII", "VIII", "XIV", "XVI"];
    let mut swallowed = Vec::new();
    for name in names.iter_mut().filter(|name| name.kind == EntityKind::Person) {
        let end = within(tokens, name.span).end;
        let word = |at: usize| tokens.get(at).map_or("", |token| token.of(text));
        let more = match (end.checked_sub(1).map_or("", word), word(end), word(end + 1)) {
            ("Jr" | "Sr", ".", _) => 1,
            (_, "Jr" | "Sr", ".") => 2,
            (_, ",", "Jr" | "Sr") if word(end + 2) == "." => 3,
            (_, number, _) if NUMBERS.contains(&number) => 1,
            (_, "I", "," | "of" | ")" | "(") => 1,
            _ => continue,
        };
        let start = name.span.end;
        name.span.end = tokens[end + more - 1].end;
        swallowed.push(Span { start, end: name.span.end });
    }
    names.retain(|name| !swallowed.iter().any(|span| span.contains(name.span)));
}

/// Makes one organisation of a university or college and where it is, which is part of its name:
/// "University of California, Berkeley".
fn at_town(text: &str, tokens: &[Token], names: &mut Vec<Name>) {
    let lexicon = Lexicon::get();
    pair(text, names, |last, name, between| {
        let is_place = last.kind == EntityKind::Organisation && name.kind == EntityKind::Place;
        let is_town = is_place && between == ", " && !is_region(lexicon, name.span.of(text));
        is_town.then_some(())?;
        let is_school = |token: &Token| matches!(token.of(text), "University" | "College");
        let after = tokens.get(within(tokens, name.span).end);
        let is_list = after.is_some_and(|token| matches!(token.of(text), "and" | "or"));
        let has_school = tokens[within(tokens, last.span)].iter().any(is_school);
        (has_school && !is_list).then_some(EntityKind::Organisation)
    });
}

/// Makes one organisation of a place and the body named right behind it: "UK Government", "United States
/// National Security Council".
fn body_of_place(text: &str, tokens: &[Token], names: &mut Vec<Name>) {
    pair(text, names, |last, name, between| {
        let is_body_of = last.kind == EntityKind::Place && name.kind == EntityKind::Organisation;
        let has_body = || {
            let mut own = tokens[within(tokens, name.span)].iter();
            own.any(|token| token.capital && is_body(text, token))
        };
        (is_body_of && between == " " && has_body()).then_some(EntityKind::Organisation)
    });
}

/// Makes two of two bodies taken for one: "House and Senate", "Army and Navy".
fn apart(text: &str, tokens: &[Token], names: &mut Vec<Name>) {
    const BODIES: u16 = lexicon::BODY | lexicon::ORGANISATION;
    let mut second = Vec::new();
    for name in names.iter_mut().filter(|name| name.kind == EntityKind::Organisation) {
        if let [a, and, b] = &tokens[within(tokens, name.span)]
            && and.of(text) == "and"
            && [a, b].iter().all(|token| token.lists(text) & BODIES != 0)
        {
            second.push(Name { span: Span { start: b.start, end: b.end }, ..*name });
            name.span.end = a.end;
        }
    }
    names.extend(second);
    names.sort_by_key(|name| name.span);
}

/// Makes one place of a town and the region it lies in: "Sydney, Australia". What is spoken of is the town;
/// a list of places stays a list.
pub(super) fn place_in_region(text: &str, tokens: &[Token], names: &mut Vec<Name>) {
    let lexicon = Lexicon::get();
    let is_named_region = |name: &Name| is_region(lexicon, name.span.of(text));
    let follows = |a: &Name, b: &Name| {
        a.kind == EntityKind::Place
            && b.kind == EntityKind::Place
            && text.get(a.span.end as usize..b.span.start as usize) == Some(", ")
    };
    let mut at = 0;
    let mut kept: Vec<Name> = Vec::with_capacity(names.len());
    while at < names.len() {
        let mut end = at + 1;
        while end < names.len() && follows(&names[end - 1], &names[end]) {
            end += 1;
        }
        let chain = &names[at..end];
        let after = within(tokens, chain[chain.len() - 1].span).end;
        let goes_on = |at: usize| {
            tokens.get(at).is_some_and(|token| matches!(token.of(text), "and" | "or" | "&"))
        };
        let is_list = goes_on(after)
            || tokens.get(after).is_some_and(|token| token.of(text) == ",") && goes_on(after + 1);
        let is_address = match chain {
            [town, region] | [town, _, region] => {
                is_named_region(region) && (!is_named_region(town) || is_both(town.span.of(text)))
            }
            _ => false,
        };
        match (chain, is_address && !is_list) {
            ([first, .., last], true) => kept.push(Name {
                span: Span { start: first.span.start, end: last.span.end },
                kind: EntityKind::Place,
            }),
            _ => kept.extend_from_slice(chain),
        }
        at = end;
    }
    *names = kept;
}

/// Whether the lists know a name as a country, a state or a region, and not as a town alone.
fn is_region(lexicon: &Lexicon, name: &str) -> bool {
    let listed = lexicon.name(&name.to_lowercase());
    let is_town = listed & lexicon::CITY != 0 && !is_both(name);
    listed & lexicon::PLACE != 0 && !is_town
}

/// Whether a name is a state's and a town's: "Washington, D.C.", "Seattle, Washington".
fn is_both(name: &str) -> bool {
    const BOTH: [&str; 3] = ["New York", "Washington", "Luxembourg"];
    BOTH.contains(&name)
}
