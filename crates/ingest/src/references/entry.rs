//! One entry of a list of works: `Title, Author, Publisher, year (LANGUAGE)`.

use dateline_corpus::{Date, Reference};

use super::cite;
use crate::{calendar, language};

/// The work that `text` names; `subject` is whom or what the document is about, a likely author.
/// `None` when it does not end with a year.
pub(super) fn read(text: &str, subject: Option<&str>) -> Option<Reference> {
    let text = text.trim().trim_end_matches('.');
    let mut found = Reference::default();
    let mut parts: Vec<&str> = text.split(", ").map(str::trim).collect();
    // Identifiers may stand behind the year.
    while let Some((scheme, value)) = parts.last().and_then(|part| cite::identifier(part)) {
        found.identifiers.push((scheme.into(), value.into()));
        parts.pop();
    }
    let last = parts.pop()?;
    let (year, code) = match last.strip_suffix(')').and_then(|last| last.rsplit_once(" (")) {
        Some((year, code)) => (year, Some(code)),
        None => (last, None),
    };
    found.date = Some(Date::parse(&calendar::whole(year)?.edtf())?);
    found.language = code.and_then(language::code);
    if parts.len() > 1
        && parts.last().is_some_and(|part| part.starts_with("coll.") || part.starts_with("series "))
    {
        found.container = parts.pop().map(|part| {
            part.trim_start_matches("coll.").trim_start_matches("series ").trim().to_string()
        });
    }
    if parts.len() > 1 {
        found.publisher = parts.pop().map(str::to_string);
    }
    let author = (1..parts.len())
        .find(|&at| subject.is_some_and(|subject| parts[at].contains(subject)) || name(parts[at]));
    if let Some(at) = author {
        found.authors = parts[at]
            .split(" and ")
            .flat_map(|part| part.split(" et "))
            .map(|part| part.trim().to_string())
            .collect();
        parts.truncate(at);
    }
    let title = parts.join(", ");
    found.title = (!title.is_empty()).then_some(title);
    found.title.is_some().then_some(found)
}

/// Whether words read as the name of a person: two to four, each with a capital.
fn name(words: &str) -> bool {
    let count = words.split(' ').count();
    let capital = |word: &str| {
        word.starts_with(char::is_uppercase)
            || ["de", "del", "al", "von", "van", "bin", "and", "et"].contains(&word)
    };
    let house =
        ["Editions", "Éditions", "Verlag", "Press", "University", "Books", "Publishing", "House"];
    (2..=8).contains(&count)
        && words.split(' ').all(capital)
        && !house.iter().any(|word| words.contains(word))
}
