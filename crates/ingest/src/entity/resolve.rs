//! Joins the names of one person, organisation or place: first within each document, then across
//! documents, and only with evidence. Every join keeps its reason.

use std::collections::{BTreeMap, BTreeSet};

use dateline_corpus::{Alias, BlockKind, Document, Entity, EntityKind, Mention, Span};

use super::person::{self, Persons};
use super::{Name, fold, names, without_article};
use crate::correction;

/// Names of the same place that no rule of spelling joins.
const PLACES: [(&str, &str); 9] = [
    ("u.s.", "united states"),
    ("us", "united states"),
    ("usa", "united states"),
    ("u.s.a.", "united states"),
    ("united states of america", "united states"),
    ("uk", "united kingdom"),
    ("u.k.", "united kingdom"),
    ("u.a.e.", "united arab emirates"),
    ("uae", "united arab emirates"),
];

/// What one name of a document stands for, before documents are compared.
struct Local {
    kind: EntityKind,
    /// The name in its plain form: what two names must share to be one.
    key: String,
    /// The spans, each with the rule by which it belongs here.
    places: Vec<(Span, &'static str)>,
    /// The name that a sidecar states for it.
    stated: Option<String>,
}

/// Finds the names of every document, fills its `mentions`, and returns the entities, by id.
pub(crate) fn entities(documents: &mut [Document]) -> Vec<Entity> {
    let mut locals: Vec<Vec<Local>> = documents.iter().map(locals).collect();
    settle_lone_surnames(&mut locals);
    join_middle_names(&mut locals);
    join_lone_surnames(&mut locals);
    let mut found: BTreeMap<(EntityKind, String), Forms> = BTreeMap::new();
    for (document, locals) in documents.iter().zip(&locals) {
        for local in locals {
            let forms = found.entry((local.kind, local.key.clone())).or_default();
            forms.stated = forms.stated.take().or_else(|| local.stated.clone());
            for (span, rule) in &local.places {
                forms.add(one_line(span.of(&document.text)), rule);
            }
        }
    }
    let mut entities: Vec<(Entity, (EntityKind, String))> =
        found.into_iter().map(|(key, forms)| (forms.entity(&key), key)).collect();
    entities.sort_by(|a, b| (&a.0.id, &a.1).cmp(&(&b.0.id, &b.1)));
    let numbers: BTreeMap<&(EntityKind, String), u32> =
        entities.iter().zip(0..).map(|((_, key), number)| (key, number)).collect();
    for (document, locals) in documents.iter_mut().zip(locals) {
        for local in locals {
            let entity = numbers[&(local.kind, local.key)];
            document
                .mentions
                .extend(local.places.iter().map(|&(span, _)| Mention { entity, span }));
        }
        document.mentions.sort_by_key(|mention| mention.span);
    }
    let mut seen: BTreeMap<String, u32> = BTreeMap::new();
    entities
        .into_iter()
        .map(|(mut entity, _)| {
            // Two names may have the same id in plain letters; the later ones get a number.
            let count = seen.entry(entity.id.clone()).or_default();
            *count += 1;
            if *count > 1 {
                entity.id = format!("{}-{count}", entity.id);
            }
            entity
        })
        .collect()
}

/// The names in one text, each with the id of what it means there.
pub(super) fn mentions(text: &str) -> Vec<(Name, String)> {
    let document = Document { text: text.to_owned(), ..Document::default() };
    let mut mentions: Vec<(Name, String)> = locals(&document)
        .into_iter()
        .flat_map(|local| {
            let id = id(local.kind, &local.key);
            local
                .places
                .into_iter()
                .map(move |(span, _)| (Name { span, kind: local.kind }, id.clone()))
        })
        .collect();
    mentions.sort_by_key(|(name, _)| name.span);
    mentions
}

/// The id of an entity: its kind, and its plain name with hyphens between the words.
fn id(kind: EntityKind, key: &str) -> String {
    let kind = match kind {
        EntityKind::Person => "person",
        EntityKind::Organisation => "organisation",
        EntityKind::Place => "place",
    };
    let slug: Vec<&str> =
        key.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
    format!("{kind}:{}", slug.join("-"))
}

/// The forms under which one entity was named.
#[derive(Default)]
struct Forms {
    /// Each form, how often it stands, and by which rule it belongs.
    found: BTreeMap<String, (u32, &'static str)>,
    /// The name that a sidecar states.
    stated: Option<String>,
}

impl Forms {
    fn add(&mut self, form: String, rule: &'static str) {
        let form = self.found.entry(form).or_insert((0, rule));
        form.0 += 1;
        // A form that is the name itself somewhere needs no reason.
        if rule.is_empty() {
            form.1 = rule;
        }
    }

    /// The entity: its name is the form most used among those that are the name itself, rather one with small
    /// letters than "US" or a name in capitals, the first in the alphabet of equals.
    fn entity(&self, (kind, key): &(EntityKind, String)) -> Entity {
        let itself = |(_, (_, rule)): &(&String, &(u32, &str))| rule.is_empty();
        let name = self
            .found
            .iter()
            .filter(itself)
            .max_by_key(|(form, (count, _))| {
                let is_spelled = form.contains(char::is_lowercase);
                (is_spelled, *count, std::cmp::Reverse(*form))
            })
            .map(|(name, _)| name.clone())
            .or_else(|| self.stated.clone())
            .or_else(|| self.found.keys().next().cloned())
            .unwrap_or_else(|| key.clone());
        let aliases = self
            .found
            .iter()
            .filter(|(form, _)| **form != name)
            .map(|(form, (_, rule))| Alias {
                name: form.clone(),
                rule: if rule.is_empty() { "spelling" } else { rule }.to_owned(),
            })
            .collect();
        Entity { id: id(*kind, key), kind: *kind, name, aliases }
    }
}

/// The entities of one document.
fn locals(document: &Document) -> Vec<Local> {
    let text = &document.text;
    let names = without_headline_noise(document, names(text));
    let mut locals: BTreeMap<(EntityKind, String), Vec<(Span, &'static str)>> = BTreeMap::new();
    let is_person = |name: &&Name| name.kind == EntityKind::Person;
    let mut persons =
        Persons::new(names.iter().filter(is_person).map(|name| key(name.kind, name.span.of(text))));
    let organisations: BTreeSet<String> = names
        .iter()
        .filter(|name| name.kind == EntityKind::Organisation)
        .map(|name| key(name.kind, name.span.of(text)))
        .filter(|key| key.contains(' '))
        .collect();
    let regional: BTreeSet<String> = names
        .iter()
        .filter(|name| name.kind == EntityKind::Place)
        .map(|name| key(name.kind, name.span.of(text)))
        .filter(|key| key.contains(", "))
        .collect();
    let meanings: BTreeMap<String, &str> =
        correction::meanings(document).map(|(name, meaning)| (fold(name), meaning)).collect();
    let mut stated: BTreeMap<String, String> = BTreeMap::new();
    for name in &names {
        let words = name.span.of(text);
        let plain = key(name.kind, words);
        if plain.is_empty() {
            continue;
        }
        let is_written_so = meanings.get(&fold(&one_line(words))).or_else(|| meanings.get(&plain));
        let (joined, rule) = match name.kind {
            EntityKind::Person => persons.meant(&plain),
            EntityKind::Organisation => {
                organisation_of(words, &organisations).map(|full| (full, "acronym"))
            }
            EntityKind::Place => in_region(&plain, &regional).map(|full| (full, "region")),
        }
        .unwrap_or((plain, ""));
        // Who is called by a name that means another is another too.
        let meant = is_written_so.or_else(|| meanings.get(&joined));
        let (joined, rule) = match meant {
            Some(&meaning) => {
                let key = fold(meaning);
                let is_itself = fold(&one_line(words)) == key;
                stated.insert(key.clone(), meaning.to_owned());
                (key, if is_itself { "" } else { correction::RULE })
            }
            None => (joined, rule),
        };
        locals.entry((name.kind, joined)).or_default().push((name.span, rule));
    }
    locals
        .into_iter()
        .map(|((kind, key), places)| Local { kind, places, stated: stated.get(&key).cloned(), key })
        .collect()
}

/// The names outside lists of sources; of those in a headline, where every word has a capital, only the
/// ones that the text below has too.
fn without_headline_noise(document: &Document, names: Vec<Name>) -> Vec<Name> {
    let text = &document.text;
    let is_headline = |span: Span| {
        document.block_at(span.start).is_some_and(|block| {
            block.kind == BlockKind::Heading && has_capitals_throughout(block.span.of(text))
        })
    };
    let below: BTreeSet<String> = names
        .iter()
        .filter(|name| !is_headline(name.span))
        .map(|name| key(name.kind, name.span.of(text)))
        .collect();
    names
        .into_iter()
        .filter(|name| !is_apparatus(document, name.span))
        .filter(|name| {
            !is_headline(name.span) || below.contains(&key(name.kind, name.span.of(text)))
        })
        .collect()
}

/// Whether nearly every longer word begins with a capital.
fn has_capitals_throughout(line: &str) -> bool {
    let (capital, small) = line.split_whitespace().filter(|word| word.chars().count() > 3).fold(
        (0, 0),
        |(capital, small), word| {
            if word.starts_with(char::is_lowercase) {
                (capital, small + 1)
            } else {
                (capital + 1, small)
            }
        },
    );
    capital > 3 * small
}

/// The place that the same document names with its region: "Irving" is "Irving, Texas"; `None` when it
/// names two such places.
fn in_region(plain: &str, regional: &BTreeSet<String>) -> Option<String> {
    let mut fitting = regional
        .iter()
        .filter(|full| full.strip_prefix(plain).is_some_and(|rest| rest.starts_with(", ")));
    match (fitting.next(), fitting.next()) {
        (Some(full), None) => Some(full.clone()),
        _ => None,
    }
}

/// The organisation of the same document whose initials `words` are; `None` when there are none or several.
fn organisation_of(words: &str, organisations: &BTreeSet<String>) -> Option<String> {
    let letters: String = words.chars().filter(|c| c.is_alphanumeric()).collect();
    if letters.chars().count() < 2 || letters.chars().any(char::is_lowercase) || words.contains(' ')
    {
        return None;
    }
    let letters = letters.to_lowercase();
    let mut fitting = organisations.iter().filter(|full| has_initials(full, &letters));
    match (fitting.next(), fitting.next()) {
        (Some(full), None) => Some(full.clone()),
        _ => None,
    }
}

/// Whether `letters` are the initials of `name`, its small words counted or not.
fn has_initials(name: &str, letters: &str) -> bool {
    let words: Vec<&str> = name.split([' ', '-']).filter(|word| !word.is_empty()).collect();
    let initials =
        |words: &[&str]| words.iter().filter_map(|word| word.chars().next()).collect::<String>();
    let large: Vec<&str> = words
        .iter()
        .copied()
        .filter(|word| !matches!(*word, "of" | "the" | "and" | "for" | "in" | "on" | "de" | "la"))
        .collect();
    initials(&words) == letters || initials(&large) == letters
}

/// A word alone that one document takes for a place or body, and more documents use as the family name of
/// a person named in full, is a person there too, unless the lists know it as a place.
fn settle_lone_surnames(locals: &mut [Vec<Local>]) {
    let mut bearers: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    let mut others: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    for (number, locals) in locals.iter().enumerate() {
        for local in locals {
            match (local.kind, local.key.rsplit_once(' ')) {
                (EntityKind::Person, Some((_, surname))) => {
                    bearers.entry(surname.to_owned()).or_default().insert(number);
                }
                (EntityKind::Place | EntityKind::Organisation, None) => {
                    others.entry(local.key.clone()).or_default().insert(number);
                }
                _ => {}
            }
        }
    }
    let is_surname = |key: &String| {
        let count = |found: Option<&BTreeSet<usize>>| found.map_or(0, BTreeSet::len);
        let persons = count(bearers.get(key));
        persons > 1 && persons >= count(others.get(key)) && !super::is_listed(key)
    };
    for locals in locals.iter_mut() {
        for local in locals.iter_mut() {
            let is_lone = local.kind != EntityKind::Person && !local.key.contains(' ');
            let is_acronym = local.key.chars().count() < 4;
            if is_lone && !is_acronym && local.stated.is_none() && is_surname(&local.key) {
                local.kind = EntityKind::Person;
            }
        }
        merge_equal(locals);
    }
}

/// Makes one of the locals of the same kind and key.
fn merge_equal(locals: &mut Vec<Local>) {
    locals.sort_by(|a, b| (a.kind, &a.key).cmp(&(b.kind, &b.key)));
    locals.dedup_by(|next, kept| {
        let is_same = (next.kind, &next.key) == (kept.kind, &kept.key);
        if is_same {
            kept.places.append(&mut next.places);
            kept.stated = kept.stated.take().or_else(|| next.stated.take());
        }
        is_same
    });
}

/// What the documents name, to ask whether two of them speak of the same things.
struct Company {
    /// By document.
    keys: Vec<BTreeSet<String>>,
    /// By the plain name of a person, the documents that have it.
    holders: BTreeMap<String, Vec<usize>>,
}

impl Company {
    fn new(locals: &[Vec<Local>]) -> Self {
        let mut holders: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (number, locals) in locals.iter().enumerate() {
            for local in locals.iter().filter(|local| local.kind == EntityKind::Person) {
                holders.entry(local.key.clone()).or_default().push(number);
            }
        }
        let keys = locals
            .iter()
            .map(|locals| locals.iter().map(|local| local.key.clone()).collect())
            .collect();
        Self { keys, holders }
    }

    /// Whether the document `own` names two things that one with the person `full` names too.
    fn keeps(&self, own: usize, full: &str) -> bool {
        // A name that very many documents bear needs no more than the first few to compare with.
        let mut holders = self.holders.get(full).into_iter().flatten().take(50);
        holders.any(|&other| self.keys[own].intersection(&self.keys[other]).take(2).count() == 2)
    }
}

/// Makes the person of `local` the one called `full`.
fn rename(local: &mut Local, full: &str, rule: &'static str) {
    full.clone_into(&mut local.key);
    for place in &mut local.places {
        place.1 = rule;
    }
}

/// A person named in full with and without a middle name is one, when all names of these first and last
/// words in the collection agree, and the documents name two further things alike.
fn join_middle_names(locals: &mut [Vec<Local>]) {
    let company = Company::new(locals);
    let counts: BTreeMap<String, u32> = company
        .holders
        .iter()
        .filter(|(name, _)| person::is_full(name))
        .map(|(name, holders)| (name.clone(), u32::try_from(holders.len()).unwrap_or(u32::MAX)))
        .collect();
    let forms: BTreeMap<String, String> = person::variants(&counts)
        .into_iter()
        .flat_map(|(names, form)| names.into_iter().map(move |name| (name, form.clone())))
        .filter(|(name, form)| name != form)
        .collect();
    for (own, locals) in locals.iter_mut().enumerate() {
        for local in locals
            .iter_mut()
            .filter(|local| local.kind == EntityKind::Person && local.stated.is_none())
        {
            if let Some(form) = forms.get(&local.key).filter(|form| company.keeps(own, form)) {
                rename(local, form, "middle-name");
            }
        }
    }
}

/// A family name that stands alone in a document is the person of that name in other documents, when
/// the whole collection knows one only, and both documents name two further things alike.
fn join_lone_surnames(locals: &mut [Vec<Local>]) {
    let company = Company::new(locals);
    let mut bearers: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for name in company.holders.keys().filter(|name| person::is_full(name)) {
        if let Some(surname) = person::surname(name) {
            bearers.entry(surname.to_owned()).or_default().insert(name.clone());
        }
    }
    for (own, locals) in locals.iter_mut().enumerate() {
        for local in locals
            .iter_mut()
            .filter(|local| local.kind == EntityKind::Person && !local.key.contains(' '))
            .filter(|local| local.stated.is_none())
        {
            let Some(bearers) = bearers.get(&local.key).filter(|bearers| bearers.len() == 1) else {
                continue;
            };
            if let Some(full) = bearers.first().filter(|full| company.keeps(own, full)) {
                rename(local, full, "surname");
            }
        }
    }
}

/// The plain form of a name: without title, article and possessive ending, in lower case and plain letters.
fn key(kind: EntityKind, words: &str) -> String {
    let folded = fold(&one_line(words));
    let folded = folded.strip_suffix("'s").unwrap_or(&folded);
    let mut parts: Vec<&str> = folded.split(' ').filter(|part| !part.is_empty()).collect();
    if parts.len() > 1 && parts[0] == "the" {
        parts.remove(0);
    }
    match kind {
        EntityKind::Person => {
            // "U.S. President Barack Obama": the name stands behind the last title.
            let titles = parts[..parts.len().saturating_sub(1)].iter().rposition(|part| {
                super::is_title(part) || part.strip_suffix('s').is_some_and(super::is_title)
            });
            let parts = &parts[titles.map_or(0, |at| at + 1)..];
            let parts: Vec<&str> = parts
                .iter()
                .map(|part| without_article(part))
                .filter(|part| !matches!(*part, "al" | "el"))
                .collect();
            parts.join(" ")
        }
        // "U.S. Congress", "US Congress" and "United States Congress" are one.
        EntityKind::Organisation => {
            let place = parts.first().filter(|_| parts.len() > 1).and_then(|first| {
                PLACES.iter().find(|(form, _)| form == first).map(|(_, place)| *place)
            });
            place
                .into_iter()
                .chain(parts.iter().skip(usize::from(place.is_some())).copied())
                .collect::<Vec<_>>()
                .join(" ")
        }
        EntityKind::Place => {
            let plain = parts.join(" ");
            PLACES
                .iter()
                .find(|(form, _)| *form == plain)
                .map_or(plain, |(_, place)| (*place).to_owned())
        }
    }
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Names in a list of sources, and of the publication itself in the head, are not who a document speaks of.
fn is_apparatus(document: &Document, span: Span) -> bool {
    let mut metadata = document.metadata.iter();
    if metadata
        .any(|own| own.field == "publication" && own.span.is_some_and(|own| own.overlaps(span)))
    {
        return true;
    }
    let listed = document.block_at(span.start).is_some_and(|block| {
        block.span.contains(span)
            && matches!(block.kind, BlockKind::Bibliography | BlockKind::Reference)
    });
    let after = document.references.partition_point(|reference| reference.span.start <= span.start);
    listed || after.checked_sub(1).is_some_and(|at| document.references[at].span.overlaps(span))
}
