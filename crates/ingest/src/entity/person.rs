//! Who a person's name means in its document: the family name or given name alone, and a full name with or
//! without what stands in its middle.

use std::collections::BTreeMap;

/// How a person is named in full in a document.
#[derive(Clone, Copy)]
struct Named {
    /// How often.
    count: u32,
    /// The number of the first such name read, and of the last, among all names of persons.
    first: u32,
    last: u32,
}

/// For how many names of persons the one last named in full is still the one spoken of.
const SPOKEN_OF: u32 = 5;

/// Words that begin a family name, which is of several words then: "de Blasio", "Van Halen".
const PARTICLES: [&str; 19] = [
    "de", "del", "della", "di", "da", "do", "dos", "du", "des", "la", "le", "van", "von", "der",
    "den", "ter", "bin", "ibn", "ben",
];

/// The persons that a document names in full, by their plain names.
#[derive(Default)]
pub(super) struct Persons {
    /// By full name as written: the form that stands for the person.
    forms: BTreeMap<String, String>,
    /// By that form, how the person is named in full.
    named: BTreeMap<String, Named>,
    by_surname: BTreeMap<String, Vec<String>>,
    by_given: BTreeMap<String, Vec<String>>,
    read: u32,
}

/// Whether a plain name is one in full, and not of a family alone.
pub(super) fn is_full(plain: &str) -> bool {
    plain.split_once(' ').is_some_and(|(first, _)| !PARTICLES.contains(&first))
}

/// The family name of a full one, in one word: the last but for "Jr." and the like.
pub(super) fn surname(full: &str) -> Option<&str> {
    without_rank(full).rsplit_once(' ').map(|(_, surname)| surname)
}

/// A full name without "Jr." or "III" behind it.
fn without_rank(full: &str) -> &str {
    let ranks = [" jr.", " sr.", " jr", " sr", " ii", " iii", " iv"];
    let rest = ranks.iter().find_map(|rank| full.strip_suffix(rank));
    rest.map_or(full, |rest| rest.trim_end_matches(','))
}

impl Persons {
    /// Takes up the plain names of persons in a document, in any order.
    pub(super) fn new(names: impl Iterator<Item = String>) -> Self {
        let mut counts: BTreeMap<String, u32> = BTreeMap::new();
        for name in names.filter(|name| is_full(name)) {
            *counts.entry(name).or_default() += 1;
        }
        let mut persons = Self::default();
        for (variants, form) in variants(&counts) {
            let count = variants.iter().map(|name| counts[name]).sum();
            if let Some((given, _)) = form.split_once(' ') {
                persons.by_given.entry(given.to_owned()).or_default().push(form.clone());
            }
            if let Some(surname) = surname(&form) {
                persons.by_surname.entry(surname.to_owned()).or_default().push(form.clone());
            }
            persons.forms.extend(variants.into_iter().map(|name| (name, form.clone())));
            persons.named.insert(form, Named { count, first: u32::MAX, last: 0 });
        }
        persons
    }

    /// The person whom the next name of the text means, and by which rule; to be asked in the order of the
    /// text.
    pub(super) fn meant(&mut self, plain: &str) -> Option<(String, &'static str)> {
        self.read += 1;
        let (form, rule) = match self.forms.get(plain) {
            Some(form) if form == plain => (form.clone(), ""),
            Some(form) => (form.clone(), "middle-name"),
            None => self.by_part(plain)?,
        };
        if let Some(named) =
            self.named.get_mut(&form).filter(|_| matches!(rule, "" | "middle-name"))
        {
            named.first = named.first.min(self.read);
            named.last = self.read;
        }
        Some((form, rule))
    }

    /// Who bears `plain` as a family name: of several one already named in full, of those the one named so
    /// most, as relatives are named in passing; of those the one just spoken of, or else the one named first.
    /// Or who alone bears it as a given name.
    fn by_part(&self, plain: &str) -> Option<(String, &'static str)> {
        let last = plain.rsplit(' ').next()?;
        let bears = |form: &&String| {
            without_rank(form).strip_suffix(plain).is_some_and(|rest| rest.ends_with(' '))
        };
        let bearers = self.by_surname.get(last).into_iter().flatten().filter(bears);
        let rank = |form: &&String| {
            let Named { count, first, last } = self.named[*form];
            let spoken_of = if self.read - last <= SPOKEN_OF { last } else { 0 };
            (first <= self.read, count, spoken_of, std::cmp::Reverse(first))
        };
        if let Some(form) = bearers.max_by_key(rank) {
            return Some((form.clone(), "surname"));
        }
        match self.by_given.get(plain).map(Vec::as_slice) {
            Some([form]) => Some((form.clone(), "given-name")),
            _ => None,
        }
    }
}

/// The names of `counts` by person: those that share the first and last word and differ in the middle only
/// as "R." does from "Robert" or from nothing, with the form that stands for them: the one used most, the
/// shortest and first of equals. Where two differ otherwise, each name stays by itself.
pub(super) fn variants(counts: &BTreeMap<String, u32>) -> Vec<(Vec<String>, String)> {
    let mut alike: BTreeMap<(&str, &str), Vec<&String>> = BTreeMap::new();
    for name in counts.keys() {
        let Some((given, rest)) = name.split_once(' ') else { continue };
        alike.entry((given, rest.rsplit(' ').next().unwrap_or(rest))).or_default().push(name);
    }
    let mut found = Vec::new();
    for names in alike.into_values() {
        // A document seldom names more than a few of one given and family name.
        let is_one = names.len() < 9
            && names.iter().enumerate().all(|(at, a)| names[..at].iter().all(|b| agree(a, b)));
        if is_one {
            let form = names
                .iter()
                .max_by(|a, b| (counts[**a], b.len(), *b).cmp(&(counts[**b], a.len(), *a)));
            if let Some(form) = form {
                found.push((names.iter().copied().cloned().collect(), (*form).clone()));
            }
        } else {
            found.extend(names.into_iter().map(|name| (vec![name.clone()], name.clone())));
        }
    }
    found
}

/// Whether two names of the same first and last word may be one person's, by what is in the middle.
fn agree(a: &str, b: &str) -> bool {
    let middle = |name: &str| -> Vec<String> {
        let words: Vec<&str> = name.split(' ').collect();
        let inner = words.get(1..words.len() - 1).unwrap_or_default();
        inner.iter().map(|word| word.trim_end_matches('.').to_owned()).collect()
    };
    let (a, b) = (middle(a), middle(b));
    let is_initial =
        |short: &str, long: &str| short.chars().count() == 1 && long.starts_with(short);
    a.is_empty()
        || b.is_empty()
        || a.len() == b.len()
            && a.iter().zip(&b).all(|(a, b)| a == b || is_initial(a, b) || is_initial(b, a))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each name of a document in the order of the text, whom it means there and why.
    #[track_caller]
    fn check(names: &[&str], expected: &[&str]) {
        let mut persons = Persons::new(names.iter().map(|name| (*name).to_owned()));
        let meant: Vec<String> = names
            .iter()
            .map(|name| match persons.meant(name) {
                Some((form, rule)) => format!("{form} {rule}").trim_end().to_owned(),
                None => "-".to_owned(),
            })
            .collect();
        assert_eq!(meant, expected);
    }

    #[test]
    fn a_family_name_is_whom_the_text_is_about() {
        check(
            &["ginger baker", "ginger baker", "nettie baker", "baker"],
            &["ginger baker", "ginger baker", "nettie baker", "ginger baker surname"],
        );
        check(
            &["franklin roosevelt", "roosevelt", "theodore roosevelt", "roosevelt"],
            &[
                "franklin roosevelt",
                "franklin roosevelt surname",
                "theodore roosevelt",
                "theodore roosevelt surname",
            ],
        );
        // Who is named later is not yet spoken of.
        check(
            &[
                "roosevelt",
                "franklin roosevelt",
                "roosevelt",
                "theodore roosevelt",
                "theodore roosevelt",
            ],
            &[
                "theodore roosevelt surname",
                "franklin roosevelt",
                "franklin roosevelt surname",
                "theodore roosevelt",
                "theodore roosevelt",
            ],
        );
        let (ann, joe) = ("ann lee", "joe lee");
        let far = ["bo", "bo", "bo", "bo", "bo"];
        let names = [&[joe, ann, "lee"][..], &far, &["lee"]].concat();
        let no = ["-"; 5];
        let meant = [&[joe, ann, "ann lee surname"][..], &no, &["joe lee surname"]].concat();
        check(&names, &meant);
        check(&["bill de blasio", "de blasio"], &["bill de blasio", "bill de blasio surname"]);
        check(&["martin king jr.", "king"], &["martin king jr.", "martin king jr. surname"]);
        check(&["ann lee", "ann", "bob"], &["ann lee", "ann lee given-name", "-"]);
        check(&["ann lee", "ann poe", "ann"], &["ann lee", "ann poe", "-"]);
    }

    #[test]
    fn a_middle_name_may_be_missing_and_not_differ() {
        check(
            &["john r. bolton", "john bolton", "john robert bolton", "john bolton"],
            &["john bolton middle-name", "john bolton", "john bolton middle-name", "john bolton"],
        );
        check(
            &["george w. bush", "george h. bush", "george bush"],
            &["george w. bush", "george h. bush", "george bush"],
        );
    }
}
