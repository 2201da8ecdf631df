//! The names under which formats state metadata, and what their values mean.

use dateline_corpus::{Date, Day, Metadatum, Span};

use crate::structure::Draft;
use crate::{calendar, language, metadata};

/// Names in lower case, with the field they mean.
#[rustfmt::skip]
const NAMES: &[(&str, &str)] = &[
    ("title", "title"), ("headline", "title"), ("name", "title"), ("subject", "title"), ("og:title", "title"), ("twitter:title", "title"), ("dc.title", "title"), ("citation_title", "title"),
    ("subtitle", "subtitle"), ("alternativeheadline", "subtitle"), ("standfirst", "subtitle"),
    ("author", "author"), ("authors", "author"), ("creator", "author"), ("byline", "author"), ("by", "author"), ("dc.creator", "author"), ("article:author", "author"), ("citation_author", "author"), ("speaker", "author"), ("parsely-author", "author"),
    ("presenter", "presenter"), ("interviewer", "interviewer"),
    ("date", "issued"), ("issued", "issued"), ("published", "issued"), ("pubdate", "issued"), ("publishdate", "issued"), ("publish_date", "issued"), ("publication_date", "issued"), ("publication date", "issued"), ("date published", "issued"), ("datepublished", "issued"), ("article:published_time", "issued"), ("og:article:published_time", "issued"), ("article.published", "issued"), ("dc.date", "issued"), ("dc.date.issued", "issued"), ("dcterms.created", "issued"), ("sailthru.date", "issued"), ("citation_publication_date", "issued"), ("parsely-pub-date", "issued"), ("created", "issued"), ("created_at", "issued"), ("timestamp", "issued"), ("posted", "issued"), ("date_utc", "issued"), ("ts", "issued"), ("created_utc", "issued"), ("date_unixtime", "issued"),
    ("modified", "updated"), ("updated", "updated"), ("datemodified", "updated"), ("article:modified_time", "updated"),
    ("publication", "publication"), ("publisher", "publication"), ("source", "publication"), ("newspaper", "publication"), ("outlet", "publication"), ("container-title", "publication"), ("containertitle", "publication"), ("site", "publication"), ("og:site_name", "publication"), ("dc.publisher", "publication"), ("citation_journal_title", "publication"), ("publicationtitle", "publication"), ("journal", "publication"), ("website", "publication"),
    ("programme", "programme"), ("program", "programme"),
    ("url", "url"), ("link", "url"), ("original_url", "url"), ("original url", "url"), ("og:url", "url"), ("permalink", "url"), ("source_url", "url"),
    ("language", "language"), ("lang", "language"), ("og:locale", "language"), ("dc.language", "language"), ("inlanguage", "language"),
    ("place", "place"), ("location", "place"), ("genre", "genre"), ("type", "genre"), ("og:type", "genre"), ("tags", "tag"), ("tag", "tag"), ("keywords", "tag"), ("news_keywords", "tag"), ("categories", "tag"), ("section", "section"), ("article:section", "section"),
    ("description", "description"), ("abstract", "description"), ("abstractnote", "description"), ("og:description", "description"), ("summary", "description"),
    ("doi", "doi"), ("isbn", "isbn"), ("issn", "issn"), ("archive number", "archive-number"), ("archive-number", "archive-number"), ("call-number", "archive-number"), ("id", "archive-number"), ("caption", "caption"), ("credit", "credit"),
    ("titel", "title"), ("titre", "title"), ("título", "title"), ("titolo", "title"), ("заголовок", "title"), ("autor", "author"), ("auteur", "author"), ("autore", "author"), ("автор", "author"), ("datum", "issued"), ("fecha", "issued"), ("data", "issued"), ("дата", "issued"), ("quelle", "publication"), ("fuente", "publication"), ("fonte", "publication"), ("источник", "publication"), ("sprache", "language"), ("langue", "language"),
    ("collection", "collection"), ("rights", "rights"), ("license", "rights"), ("to", "recipient"), ("recipient", "recipient"), ("from", "author"), ("sent", "issued"),
];

/// The field that a name means.
pub(super) fn named(name: &str) -> Option<&'static str> {
    let lower = name.trim().trim_matches('"').to_lowercase();
    NAMES.iter().find(|(known, _)| *known == lower).map(|(_, field)| *field)
}

/// Notes a value that stands nowhere in the text; what is not kept as it was written is recorded as left
/// out, under the name it had.
pub(super) fn note_whole(draft: &mut Draft, field: &str, name: &str, value: &str) {
    note(draft, field, value, None);
    let words = value.split_whitespace().collect::<Vec<_>>().join(" ");
    if !draft.metadata.iter().any(|datum| datum.field == field && datum.value == words) {
        draft.left_out("left-out-field", &format!("{name}: {words}"));
    }
}

fn is_date(field: &str) -> bool {
    matches!(field, "issued" | "updated")
}

/// Notes a value under its field; a date is noted as EDTF, a language as its code. A field that holds
/// one value keeps the first.
pub(super) fn note(draft: &mut Draft, field: &str, value: &str, span: Option<Span>) {
    let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
    let Some(value) = meant(field, &value) else {
        if let Some(day) = calendar::impossible(&value).filter(|_| is_date(field)) {
            note(draft, metadata::IMPOSSIBLE, day, span);
        }
        return;
    };
    let several = matches!(field, "author" | "tag" | "recipient" | "presenter" | "interviewer");
    let known = draft
        .metadata
        .iter()
        .any(|datum| datum.field == field && (!several || datum.value == value));
    if !known && !value.is_empty() {
        draft.metadata.push(Metadatum { field: field.into(), value, span, inferred: false });
    }
}

/// What is kept of a value; `None` when it does not mean what its field says.
pub(super) fn meant(field: &str, value: &str) -> Option<String> {
    match field {
        _ if is_date(field) => {
            // "2015-04-05T10:30:00Z": the day stands in front.
            let hour =
                |&(at, _): &(usize, &str)| value[..at].ends_with(|c: char| c.is_ascii_digit());
            let cut = value.match_indices('T').find(hour).map_or(value.len(), |(at, _)| at);
            let day = &value[..cut];
            // "2014-05~/2014-07": an EDTF value stays what it is.
            if let Some(date) = Date::parse(day) {
                return Some(date.edtf().to_string());
            }
            month_and_year(day)
                .or_else(|| seconds(day))
                .or_else(|| calendar::find(&without_hour(day)).map(|date| date.edtf()))
                .map(|date| {
                    let about = ["circa ", "ca. ", "c. "]
                        .iter()
                        .any(|sign| day.to_lowercase().starts_with(sign));
                    if about { date + "~" } else { date }
                })
        }
        "language" => language::code(value),
        // Pages state "article" or "website" of themselves whatever they hold.
        "genre" if matches!(value.to_lowercase().as_str(), "website" | "object" | "webpage") => {
            None
        }
        _ => Some(value.to_string()),
    }
}

/// "Tue Feb 28 2012" of "Tue Feb 28 18:44:10 +0000 2012", as Twitter and Unix write a date.
fn without_hour(value: &str) -> String {
    let hour = |word: &&str| {
        !word.contains(':') && !word.starts_with('+') && !matches!(*word, "UTC" | "GMT")
    };
    value.split_whitespace().filter(hour).collect::<Vec<_>>().join(" ")
}

/// The day, in UTC, of a number of seconds since 1970: "1561017600.000100", as chats write it.
fn seconds(value: &str) -> Option<String> {
    let (whole, part) = value.split_once('.').unwrap_or((value, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let seconds: u32 = whole.parse().ok().filter(|_| whole.len() == 10 && digits(part))?;
    Some(calendar::iso(Day(i32::try_from(seconds / 86_400).ok()?)))
}

/// "03/2012", as Zotero and others write a month.
fn month_and_year(value: &str) -> Option<String> {
    let (month, year) = value.split_once('/')?;
    let month = month.parse::<u8>().ok().filter(|month| (1..=12).contains(month))?;
    let digits = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| format!("{year}-{month:02}"))
}
