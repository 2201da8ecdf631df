//! Names of authors, split where a style needs the family name first. Knows no person.

/// Words that belong to the family name after them.
const PARTICLES: [&str; 26] = [
    "abu", "al", "ap", "ben", "bin", "bint", "da", "dal", "de", "del", "della", "den", "der", "di",
    "dos", "du", "el", "ibn", "la", "le", "ten", "ter", "van", "von", "zu", "y",
];

/// Words that no person is called.
const BODIES: [&str; 24] = [
    "agency",
    "and",
    "association",
    "bureau",
    "center",
    "centre",
    "committee",
    "council",
    "department",
    "editor",
    "editors",
    "for",
    "foundation",
    "government",
    "group",
    "institute",
    "ministry",
    "network",
    "news",
    "of",
    "office",
    "reporter",
    "staff",
    "university",
];

/// Family name and given names; `None` for a body and for a name of one word.
pub(super) fn split(name: &str) -> Option<(String, String)> {
    if let Some((family, given)) = name.split_once(',') {
        let (family, given) = (family.trim(), given.trim());
        let both = !family.is_empty() && !given.is_empty() && !given.contains(',');
        return both.then(|| (family.into(), given.into()));
    }
    let words: Vec<_> = name.split_whitespace().collect();
    let is_one_of = |list: &[&str], word: &str| list.iter().any(|it| it.eq_ignore_ascii_case(word));
    let is_body = |word: &&str| is_one_of(&BODIES, word) || word.chars().any(char::is_numeric);
    if words.len() < 2 || words.len() > 5 || words.iter().any(is_body) {
        return None;
    }
    let mut from = words.len() - 1;
    while from > 1 && is_one_of(&PARTICLES, words[from - 1]) {
        from -= 1;
    }
    Some((words[from..].join(" "), words[..from].join(" ")))
}

/// The initials of given names, in their own letters: `Jean-Luc Marie` is `J.-L. M.`
pub(super) fn initials(given: &str) -> String {
    let initial = |part: &str| part.chars().next().map(|c| format!("{c}."));
    let word = |word: &str| word.split('-').filter_map(initial).collect::<Vec<_>>().join("-");
    given.split_whitespace().map(word).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, expected: Option<(&str, &str)>) {
        let split = split(name);
        assert_eq!(split.as_ref().map(|(f, g)| (f.as_str(), g.as_str())), expected);
    }

    #[test]
    fn persons_are_split_and_bodies_are_not() {
        check("Randa Kassis", Some(("Kassis", "Randa")));
        check("Charles de Gaulle", Some(("de Gaulle", "Charles")));
        check("Ludwig van der Rohe", Some(("van der Rohe", "Ludwig")));
        check("Kassis, Randa", Some(("Kassis", "Randa")));
        check("Staffan de Mistura", Some(("de Mistura", "Staffan")));
        check("Plato", None);
        check("TASS News Agency", None);
        check("Office of the High Commissioner", None);
        check("", None);
    }

    #[test]
    fn initials_keep_hyphens_and_case() {
        assert_eq!(initials("Jean-Luc Marie"), "J.-L. M.");
        assert_eq!(initials("élodie"), "é.", "as the family name, which is left as written too");
    }
}
