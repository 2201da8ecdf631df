//! One reference as encyclopaedias and papers write it: `Author (date). "Title". Container. Publisher.
//! ISBN …. Archived from the original on …. Retrieved ….`, or `"Title", Container, date.`
//!
//! It is read in units that end with a full stop; a quoted title is a unit of its own.

use dateline_corpus::{Date, Reference};

use crate::{calendar, language};

/// The reference at the beginning of `text` and the offset after it, white space behind it included.
/// `None` when no title can be made out.
pub(super) fn read(text: &str) -> Option<(Reference, usize)> {
    let mut found = Reference::default();
    let mut at = 0;
    if let Some((authors, date, after)) = head(text) {
        found.authors = names(authors);
        found.date = Some(date);
        at = after;
    }
    let quoted = quoted(&text[at..]);
    let book = quoted.is_none();
    if let Some((title, after)) = quoted {
        found.title = Some(title.into());
        at += after;
        at += aside(&text[at..], &mut found);
        let rest = &text[at..];
        at += rest.len() - rest.trim_start_matches(['.', ',', ';']).len();
    } else {
        found.date.as_ref()?;
        let end = unit(&text[at..]);
        let title = text[at..at + end].trim();
        // "(TOUC.ESSAIS ed.)" tells the edition, not the title.
        let title = title
            .strip_suffix(')')
            .and_then(|t| t.rsplit_once(" ("))
            .map_or(title, |(title, _)| title);
        if title.is_empty() {
            return None;
        }
        found.title = Some(title.into());
        at += end + stop(&text[at + end..]);
    }
    loop {
        at += text[at..].len() - text[at..].trim_start().len();
        let rest = &text[at..];
        if rest.is_empty() || quoted_start(rest) || head(rest).is_some() {
            break;
        }
        if rest.starts_with("{{") {
            at += template(rest, &mut found);
            continue;
        }
        let end = unit(rest);
        let words = rest[..end].trim();
        // Words that no full stop ends, after what stands last in a reference, are no part of it.
        let closed = stop(&rest[end..]) > 0;
        if !closed && (found.retrieved.is_some() || !found.identifiers.is_empty()) {
            break;
        }
        if !part(words, book, &mut found) {
            break;
        }
        at += end + stop(&rest[end..]);
    }
    Some((found, at))
}

/// Whether a reference can begin here: an author with a date, or a quoted title.
pub(super) fn starts(text: &str) -> bool {
    head(text).is_some() || quoted(text).is_some()
}

/// `Author (date).` and the offset after it.
fn head(text: &str) -> Option<(&str, Date, usize)> {
    let end = unit(text);
    let words = &text[..end];
    if end > 300 || words.contains(['"', '“', '«']) {
        return None;
    }
    let (authors, date) = words.strip_suffix(')')?.rsplit_once(" (")?;
    let written = calendar::whole(date)?;
    let date = Date::parse(&written.edtf())?;
    let capital =
        authors.trim_start().starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase());
    let after = end + stop(&text[end..]);
    let after = after + text[after..].len() - text[after..].trim_start().len();
    capital.then_some((authors.trim(), date, after))
}

fn quoted_start(text: &str) -> bool {
    text.starts_with(['"', '“', '«'])
}

/// The quoted title at the beginning and the offset after its closing mark. A mark within the title
/// is one that no full stop, comma, bracket or end follows.
fn quoted(text: &str) -> Option<(&str, usize)> {
    let open = text.chars().next()?;
    let close = match open {
        '"' => '"',
        '“' => '”',
        '«' => '»',
        _ => return None,
    };
    let start = open.len_utf8();
    let inner = &text[start..];
    inner.char_indices().take(600).filter(|&(_, c)| c == close).find_map(|(at, _)| {
        let after = start + at + close.len_utf8();
        let rest = &text[after..];
        let ends = rest.is_empty()
            || rest.starts_with(['.', ',', ';'])
            || rest.starts_with(" (")
            || rest.starts_with(" [");
        let title = inner[..at].trim().trim_end_matches([',', '.']);
        (ends && !title.is_empty()).then_some((title, after))
    })
}

/// What stands in brackets behind a title: "(PDF)", "(in French)", "[its translation]".
fn aside(text: &str, found: &mut Reference) -> usize {
    let mut at = 0;
    loop {
        let rest = text[at..].trim_start();
        let close = if rest.starts_with('(') {
            ')'
        } else if rest.starts_with('[') {
            ']'
        } else {
            return at;
        };
        let Some(end) = rest.find(close) else { return at };
        note_language(&rest[1..end], found);
        at = text.len() - rest.len() + end + 1;
    }
}

fn note_language(words: &str, found: &mut Reference) {
    if let Some(name) = words.strip_prefix("in ").or_else(|| words.strip_prefix("en ")) {
        found.language = language::code(name).or(found.language.take());
    }
}

/// A maintenance note that an encyclopaedia left: `{{cite web}}: CS1 maint: … (link)`.
fn template(text: &str, found: &mut Reference) -> usize {
    let end = text.find("(link)").filter(|end| *end < 300).map(|end| end + 6);
    let end = end.or_else(|| text.find("}}").map(|end| end + 2)).unwrap_or(text.len());
    if text[..end].contains("location missing publisher") {
        found.publisher = None;
    }
    end
}

/// Reads one unit behind the title; `false` when it does not belong to a reference.
fn part(words: &str, book: bool, found: &mut Reference) -> bool {
    let date = |text: &str| calendar::whole(text).and_then(|written| Date::parse(&written.edtf()));
    for lead in [
        "Retrieved ",
        "Accessed ",
        "Consulté le ",
        "Abgerufen am ",
        "Consultado el ",
        "Last accessed ",
    ] {
        if let Some(rest) = words.strip_prefix(lead) {
            found.retrieved = date(rest.strip_prefix("on ").unwrap_or(rest));
            return found.retrieved.is_some();
        }
    }
    for lead in [
        "Archived from the original on ",
        "Archived from the original (PDF) on ",
        "Archived on ",
        "Archived ",
    ] {
        if let Some(rest) = words.strip_prefix(lead) {
            found.archived = date(rest);
            return true;
        }
    }
    if let Some((scheme, value)) = identifier(words) {
        found.identifiers.push((scheme.into(), value.into()));
        return true;
    }
    for lead in ["pp.", "p."] {
        if let Some(rest) = words.strip_prefix(lead) {
            found.pages = Some(rest.trim().into());
            return true;
        }
    }
    if let Some(date) = date(words) {
        found.date = found.date.take().or(Some(date));
        return true;
    }
    if let Some(at) = words.find("http://").or_else(|| words.find("https://")) {
        let url = words[at..].split_whitespace().next().unwrap_or_default();
        found.url = Some(url.trim_end_matches(['.', ',', ')', '>']).into());
        return true;
    }
    // "France Soir, 11 November 2011": a container with its date.
    if let Some((name, last)) = words.rsplit_once(", ")
        && let Some((name, when)) =
            date(last).map(|when| (name, when)).or_else(|| comma_date(words))
    {
        found.container = Some(name.trim().into());
        found.date = found.date.take().or(Some(when));
        return true;
    }
    let (name, aside) = match words.strip_suffix(')').and_then(|words| words.rsplit_once(" (")) {
        Some((name, aside)) => (name, Some(aside)),
        None => (words, None),
    };
    if let Some(aside) = aside {
        note_language(aside, found);
    }
    if words.len() > 200 {
        return false;
    }
    match (book, words.split_once(": ")) {
        (true, Some((_, publisher))) => found.publisher = Some(publisher.trim().into()),
        (true, None) if found.publisher.is_none() => found.publisher = Some(name.into()),
        (false, _) if found.container.is_none() => found.container = Some(name.into()),
        (false, _) if found.publisher.is_none() => found.publisher = Some(name.into()),
        _ => {}
    }
    true
}

/// "The Times, March 3, 2016": the date has a comma of its own.
fn comma_date(words: &str) -> Option<(&str, Date)> {
    let (rest, _) = words.rsplit_once(", ")?;
    let (name, _) = rest.rsplit_once(", ")?;
    let written = calendar::whole(&words[name.len() + 2..])?;
    Some((name, Date::parse(&written.edtf())?))
}

/// An identifier with its scheme.
pub(super) fn identifier(words: &str) -> Option<(&'static str, &str)> {
    ["ISBN", "ISSN", "OCLC", "DOI", "doi", "JSTOR", "S2CID", "PMID"].iter().find_map(|scheme| {
        let value = words.strip_prefix(scheme)?.trim_start_matches([':', ' ', '\u{a0}']).trim();
        let digits = value.chars().filter(char::is_ascii_digit).count();
        (digits >= 4).then_some((if *scheme == "doi" { "DOI" } else { *scheme }, value))
    })
}

/// The authors of a head: separated by semicolons, or one with a comma between family and given name.
fn names(authors: &str) -> Vec<String> {
    if authors.contains(|c: char| c.is_ascii_digit()) {
        // "May 2015, Malika Orazgaliyeva in International on 29": a scraped line stands for the name.
        let name = authors.split(", ").find(|part| {
            !part.starts_with(|c: char| c.is_ascii_digit()) && calendar::at_start(part).is_none()
        });
        let name = name.map(|part| part.split(" in ").next().unwrap_or(part).trim());
        return name
            .filter(|name| !name.contains(|c: char| c.is_ascii_digit()))
            .map(String::from)
            .into_iter()
            .collect();
    }
    authors.split(';').map(str::trim).filter(|name| !name.is_empty()).map(str::to_string).collect()
}

/// The length of the unit at the beginning: up to a full stop that ends it, outside brackets.
fn unit(text: &str) -> usize {
    let mut depth = 0_i32;
    let mut word = 0;
    for (at, c) in text.char_indices() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth -= 1,
            '\n' if text[at..].starts_with("\n\n") => return at,
            '.' if depth <= 0 => {
                let rest = &text[at + 1..];
                let ends = rest.is_empty()
                    || rest.starts_with(char::is_whitespace)
                    || rest.starts_with("{{");
                if ends && !abbreviation(&text[word..at], rest) {
                    return at;
                }
            }
            _ => {}
        }
        if c.is_whitespace() || c == '(' {
            word = at + c.len_utf8();
        }
        // An unclosed bracket must not swallow the rest.
        if at > 2000 {
            return at;
        }
    }
    text.len()
}

/// The length of the full stop, if one stands here.
fn stop(text: &str) -> usize {
    usize::from(text.starts_with('.'))
}

fn abbreviation(word: &str, rest: &str) -> bool {
    let known = [
        "p", "pp", "vol", "no", "ed", "eds", "coll", "St", "Dr", "Mr", "Mrs", "vs", "trans", "et",
        "al", "Vol", "No", "Jr", "Inc",
    ];
    let initial = word.chars().count() == 1
        && word.chars().all(char::is_uppercase)
        && !rest.trim_start().starts_with(['"', '“', '«']);
    initial || known.contains(&word)
}
