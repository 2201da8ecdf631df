//! A RIS record.

use dateline_corpus::Genre;

use super::{Item, date_parts, name, one_line};

/// Source: "RIS Format Specifications", Research Information Systems (2001, as kept by its
/// successors): a tag of two characters, two spaces, a hyphen, a space; lines end in CR LF.
pub(super) fn record(item: &Item<'_>) -> String {
    let document = item.document;
    let kind = match (document.genre, &document.publication) {
        (Genre::Letter, _) => "PCOMM",
        (_, Some(_)) => "NEWS",
        (_, None) => "GEN",
    };
    let mut out = String::new();
    let mut line = |tag: &str, value: &str| out += &format!("{tag}  - {}\r\n", one_line(value));
    line("TY", kind);
    line("ID", &document.id);
    line("TI", &document.title);
    for author in &document.authors {
        match name::split(author) {
            Some((family, given)) => line("AU", &format!("{family}, {given}")),
            // A comma at the end says that it is to be taken whole.
            None => line("AU", &format!("{},", one_line(author))),
        }
    }
    if let Some(publication) = &document.publication {
        line("T2", publication);
    }
    if let Some([first, ..]) = document.issued.as_ref().and_then(date_parts).as_deref() {
        let [year, month, day] = [0, 1, 2].map(|index| first.get(index).copied());
        let two = |number: Option<i32>| number.map_or(String::new(), |n| format!("{n:02}"));
        line("PY", &format!("{:04}", year.unwrap_or_default()));
        let year = format!("{:04}", year.unwrap_or_default());
        line("DA", &format!("{year}/{}/{}/", two(month), two(day)));
    }
    if !document.language.is_empty() {
        line("LA", &document.language);
    }
    if let Some(address) = item.address().or_else(|| item.link.map(str::to_owned)) {
        line("UR", &address);
    }
    if let Some(quote) = item.quote() {
        line("AB", &quote);
    }
    for remark in item.remarks() {
        line("N1", &remark);
    }
    // The end of a record has a tag and no value.
    out + "ER  - \r\n\r\n"
}
