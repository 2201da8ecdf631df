//! Citations to be read: Chicago, APA, Markdown.

use dateline_corpus::Date;

use super::{Item, date_parts, is_approximate, name, one_line};
use crate::date_in_words;
use crate::words::month_name;

/// A note: names in natural order, the parts joined by commas.
///
/// Source: *The Chicago Manual of Style*, 17th edition, 14.191 "Basic structure of a newspaper
/// citation" and 14.44 on dates that are inferred.
pub(super) fn chicago(item: &Item<'_>) -> String {
    let document = item.document;
    // A comma stands inside the closing mark, unless the title ends in a mark of its own.
    let title = one_line(&document.title).replace('“', "‘").replace('”', "’");
    let comma = if ends_itself(&title) { "" } else { "," };
    let mut line = format!("“{title}{comma}” ");
    if !document.authors.is_empty() {
        line = format!("{}, {line}", natural(&document.authors));
    }
    let mut parts: Vec<_> = document.publication.as_deref().map(one_line).into_iter().collect();
    parts.push(match &document.issued {
        None => "n.d.".into(),
        Some(date) => inferred(american(date), item.is_inferred()),
    });
    parts.extend(item.address());
    line += &parts.join(", ");
    finish(item, &line)
}

/// A reference: family names first, the year before the title.
///
/// Source: *Publication Manual of the American Psychological Association*, 7th edition, 9.7 to
/// 9.17 and 10.1.
pub(super) fn apa(item: &Item<'_>) -> String {
    let document = item.document;
    let date = match &document.issued {
        None => "n.d.".into(),
        Some(date) => inferred(year_first(date), item.is_inferred()),
    };
    let title = one_line(&document.title);
    let stop = |text: String| if ends_itself(&text) { text } else { text + "." };
    let mut parts = match inverted(&document.authors) {
        Some(authors) => vec![stop(authors), format!("({date})."), stop(title)],
        None => vec![stop(title), format!("({date}).")],
    };
    parts.extend(document.publication.as_deref().map(|name| stop(one_line(name))));
    parts.extend(item.address());
    finish(item, &parts.join(" "))
}

/// The title as a link, and the quote as such.
pub(super) fn markdown(item: &Item<'_>) -> String {
    let document = item.document;
    let title = markdown_text(&one_line(&document.title));
    let mut out = match item.link.map(str::to_owned).or_else(|| item.address()) {
        Some(link) => format!("[{title}](<{}>)", link.replace(['<', '>', '\n'], "")),
        None => title,
    };
    if !document.authors.is_empty() {
        out = format!("{}, {out}", markdown_text(&natural(&document.authors)));
    }
    if let Some(publication) = &document.publication {
        out += &format!(", *{}*", markdown_text(&one_line(publication)));
    }
    if let Some(date) = &document.issued {
        let words = inferred(date_in_words(date), item.is_inferred());
        out += &format!(", {} (`{}`)", markdown_text(&words), date.edtf());
    }
    match item.quote() {
        Some(quote) => format!("> {}\n>\n> — {out}", markdown_text(&quote)),
        None => out,
    }
}

/// The characters of Markdown that would mean something, held harmless.
pub(crate) fn markdown_text(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let marks = matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&');
        let opens_block = at == 0 && matches!(c, '#' | '+' | '-' | '=' | ':');
        if marks || opens_block {
            out.push('\\');
        }
        out.push(c);
        // `12. ` at the beginning of a line would be a list.
        if at == 0 && c.is_ascii_digit() && is_numbered(text) {
            out.push('\u{2060}');
        }
    }
    out
}

fn is_numbered(text: &str) -> bool {
    text.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with(['.', ')'])
}

/// The quote before the citation and the link behind it.
fn finish(item: &Item<'_>, line: &str) -> String {
    let mut out = match item.quote() {
        Some(quote) => format!("“{quote}” {line}"),
        None => line.to_owned(),
    };
    if !out.ends_with('.') && item.address().is_none() {
        out.push('.');
    }
    if let Some(link) = item.link {
        out += &format!(" {link}");
    }
    out
}

fn inferred(date: String, is_inferred: bool) -> String {
    if is_inferred { format!("[{date}]") } else { date }
}

fn ends_itself(text: &str) -> bool {
    text.ends_with(['.', '?', '!', '…'])
}

fn natural(names: &[String]) -> String {
    let in_order = |name: &String| match name::split(name) {
        Some((family, given)) => format!("{given} {family}"),
        None => one_line(name),
    };
    let names: Vec<_> = names.iter().map(in_order).collect();
    match names.split_last() {
        None => String::new(),
        Some((last, [])) => last.clone(),
        Some((last, [first])) => format!("{first} and {last}"),
        Some((last, rest)) => format!("{}, and {last}", rest.join(", ")),
    }
}

fn inverted(names: &[String]) -> Option<String> {
    let family_first = |name: &String| match name::split(name) {
        Some((family, given)) => format!("{family}, {}", name::initials(&given)),
        None => one_line(name),
    };
    let names: Vec<_> = names.iter().map(family_first).collect();
    match names.split_last()? {
        (last, []) => Some(last.clone()),
        (last, rest) => Some(format!("{}, & {last}", rest.join(", "))),
    }
}

/// Month, day, year, where the date is one day; otherwise as in words.
fn american(date: &Date) -> String {
    match plain(date).as_deref() {
        Some([year, month, day]) => format!("{} {day}, {year}", month_name(*month)),
        _ => date_in_words(date),
    }
}

/// Year, then month and day; otherwise as in words.
fn year_first(date: &Date) -> String {
    match plain(date).as_deref() {
        Some([year, month, day]) => format!("{year}, {} {day}", month_name(*month)),
        Some([year, month]) => format!("{year}, {}", month_name(*month)),
        _ => date_in_words(date).replace("about ", "ca. "),
    }
}

/// Year, month and day as far as they are given, of a date after the year 0 without a reserve.
fn plain(date: &Date) -> Option<Vec<i32>> {
    let mut ends = date_parts(date).filter(|_| !is_approximate(date))?;
    let only = ends.pop().filter(|parts| parts[0] > 0)?;
    ends.is_empty().then_some(only)
}
