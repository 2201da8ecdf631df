//! Tells of what kind a name is by the words it is made of and by those that stand before it throughout
//! the text, where the model was misled by a single place.

use std::collections::{BTreeMap, BTreeSet};

use dateline_corpus::EntityKind;

use super::Name;
use super::lexicon;
use super::token::{Token, within};

/// What lies somewhere, before the "of" of its name: "Kingdom of Spain".
const LANDS: [&str; 22] = [
    "bay",
    "canton",
    "city",
    "colony",
    "county",
    "duchy",
    "emirate",
    "governorate",
    "gulf",
    "island",
    "isle",
    "kingdom",
    "lake",
    "oblast",
    "prefecture",
    "principality",
    "province",
    "region",
    "republic",
    "state",
    "strait",
    "town",
];

/// What no person's family name is.
const VENUES: [&str; 14] = [
    "airport",
    "arena",
    "avenue",
    "boulevard",
    "cemetery",
    "dock",
    "gym",
    "gymnasium",
    "highway",
    "playfield",
    "plaza",
    "reservoir",
    "square",
    "stadium",
];

/// Words before "of" that say that a place follows.
const SETTLEMENTS: [&str; 9] =
    ["city", "town", "village", "suburb", "hamlet", "parish", "municipality", "port", "island"];

/// Gives the names of `names` the kind that they show, and takes out those that show to be nobody.
pub(super) fn settle(text: &str, tokens: &[Token], names: &mut Vec<Name>) {
    let lower = |token: &Token| token.of(text).to_lowercase();
    for name in names.iter_mut() {
        match (&tokens[within(tokens, name.span)], name.kind) {
            (own @ [first, .., last], EntityKind::Person) if last.capital && own.len() > 1 => {
                const NAMES: u16 = lexicon::SURNAME | lexicon::GIVEN;
                let is_feature = last.lists(text) & (lexicon::FEATURE | NAMES) == lexicon::FEATURE;
                let is_venue = VENUES.contains(&lower(last).as_str());
                // "Tim Bay" may be a man, where "Tim Stadium" is none.
                if is_venue || is_feature && first.lists(text) & NAMES == 0 {
                    name.kind = EntityKind::Place;
                }
            }
            ([land, of, _, ..], EntityKind::Organisation)
                if of.of(text) == "of" && LANDS.contains(&lower(land).as_str()) =>
            {
                name.kind = EntityKind::Place;
            }
            ([first, land, of, _, ..], EntityKind::Organisation)
                if first.capital
                    && of.of(text) == "of"
                    && LANDS.contains(&lower(land).as_str()) =>
            {
                name.kind = EntityKind::Place;
            }
            _ => {}
        }
    }
    let shown = shown(text, tokens, names);
    names.retain_mut(|name| {
        if name.kind != EntityKind::Person {
            return true;
        }
        match shown.get(&name.span.of(text).to_lowercase()) {
            Some(None) => false,
            Some(Some(kind)) => {
                name.kind = *kind;
                true
            }
            None => true,
        }
    });
}

/// What stands before the places of a lone word taken for a person.
#[derive(Default)]
struct Before {
    count: u32,
    /// "the" or "a", where no "family" follows the name.
    article: u32,
    /// How much the prepositions speak for a place.
    place: u32,
}

/// The lone words, in lower case, taken for persons that are places, or things (`None`), by what stands
/// before them, unless the text names anybody in full who bears them.
fn shown(text: &str, tokens: &[Token], names: &[Name]) -> BTreeMap<String, Option<EntityKind>> {
    let mut lone: BTreeMap<String, Before> = BTreeMap::new();
    let mut borne: BTreeSet<String> = BTreeSet::new();
    for name in names.iter().filter(|name| name.kind == EntityKind::Person) {
        let range = within(tokens, name.span);
        let own = &tokens[range.clone()];
        if own.len() > 1 {
            borne.extend(own.iter().map(|token| token.of(text).to_lowercase()));
            continue;
        }
        let word = |back: usize| {
            let at = range.start.checked_sub(back);
            at.map_or(String::new(), |at| tokens[at].of(text).to_lowercase())
        };
        let after = tokens.get(range.end).map_or("", |token| token.of(text));
        let before = lone.entry(name.span.of(text).to_lowercase()).or_default();
        before.count += 1;
        let previous = word(1);
        if super::is_title(&previous) || super::is_saying(after) || super::is_saying(&previous) {
            borne.insert(name.span.of(text).to_lowercase());
        }
        match previous.as_str() {
            "the" | "a" | "an" => before.article += u32::from(after != "family"),
            "in" | "from" | "to" => before.place += 1,
            "near" | "at" | "outside" => before.place += 2,
            "of" if SETTLEMENTS.contains(&word(2).as_str()) => before.place += 3,
            _ => {}
        }
    }
    lone.into_iter()
        .filter(|(word, _)| !borne.contains(word))
        .filter_map(|(word, Before { count, article, place })| {
            if place >= 3 && place >= count {
                Some((word, Some(EntityKind::Place)))
            } else if article * 2 > count {
                Some((word, None))
            } else {
                None
            }
        })
        .collect()
}
