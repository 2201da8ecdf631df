//! A BibTeX entry. Classic BibTeX reads `year` and `month`, biblatex the EDTF value in `date`.

use super::{Item, date_parts, name, one_line};

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Source: Patashnik, "BibTeXing" (1988); Kime, Wemheuer and Lehman, "The biblatex Package",
/// 2.3.8 "Date and Time Specifications".
pub(super) fn entry(item: &Item<'_>) -> String {
    let document = item.document;
    let kind = if document.publication.is_some() { "article" } else { "misc" };
    let mut out = format!("@{kind}{{d{},\n", document.id);
    let mut field = |name: &str, value: String| out += &format!("  {name} = {value},\n");
    if !document.authors.is_empty() {
        let names = document.authors.iter().map(|name| author(name)).collect::<Vec<_>>();
        field("author", format!("{{{}}}", names.join(" and ")));
    }
    // The second pair of braces keeps the title's capitals.
    field("title", format!("{{{{{}}}}}", latex(&document.title)));
    if let Some(publication) = &document.publication {
        field("journal", format!("{{{}}}", latex(publication)));
    }
    if let Some(date) = &document.issued {
        field("date", format!("{{{}}}", date.edtf()));
        if let Some([first, ..]) = date_parts(date).as_deref() {
            field("year", format!("{{{}}}", first[0]));
            let month = first.get(1).and_then(|month| usize::try_from(*month).ok());
            if let Some(name) = month.and_then(|month| MONTHS.get(month.wrapping_sub(1))) {
                field("month", (*name).to_owned());
            }
        }
    }
    if let Some(address) = item.address().or_else(|| item.link.map(str::to_owned)) {
        // The name of a field is read before its value, so braces alone must be kept out.
        field("url", format!("{{{}}}", address.replace(['{', '}'], "")));
    }
    if !document.language.is_empty() {
        field("langid", format!("{{{}}}", latex(&document.language)));
    }
    if let Some(quote) = item.quote() {
        field("annotation", format!("{{{}}}", latex(&quote)));
    }
    field("note", format!("{{{}}}", latex(&item.remarks().join("; "))));
    out + "}\n"
}

/// A body's name stands in braces of its own, so that no reader takes it apart.
fn author(name: &str) -> String {
    match name::split(name) {
        Some((family, given)) => format!("{}, {}", latex(&family), latex(&given)),
        None => format!("{{{}}}", latex(name)),
    }
}

/// Text in which TeX finds no command.
fn latex(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in one_line(text).chars() {
        match c {
            '&' | '%' | '$' | '#' | '_' | '{' | '}' => out.extend(['\\', c]),
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}
