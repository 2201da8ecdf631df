//! CSL-JSON: what citation processors and reference managers exchange.

use dateline_corpus::{Date, Genre};
use serde_json::{Map, Value, json};

use super::{Item, date_parts, is_approximate, name, one_line};
use crate::date_in_words;

/// Source: Citation Style Language, JSON schema of input data, version 1.0.2.
pub(super) fn list(items: &[Item<'_>]) -> String {
    let list: Vec<_> = items.iter().map(entry).collect();
    serde_json::to_string_pretty(&list).expect("names and strings are JSON") + "\n"
}

fn entry(item: &Item<'_>) -> Value {
    let document = item.document;
    let mut entry = Map::new();
    let mut set = |key: &str, value: Value| entry.insert(key.into(), value);
    set("id", json!(document.id));
    set("type", json!(kind(document.genre, document.publication.is_some())));
    set("title", json!(one_line(&document.title)));
    if !document.authors.is_empty() {
        set("author", document.authors.iter().map(|name| author(name)).collect());
    }
    if let Some(publication) = &document.publication {
        set("container-title", json!(one_line(publication)));
    }
    if let Some(issued) = &document.issued {
        set("issued", date(issued));
    }
    if !document.language.is_empty() {
        set("language", json!(document.language));
    }
    if let Some(address) = item.address().or_else(|| item.link.map(str::to_owned)) {
        set("URL", json!(address));
    }
    if let Some(quote) = item.quote() {
        set("annote", json!(quote));
    }
    set("note", json!(item.remarks().join("\n")));
    Value::Object(entry)
}

fn kind(genre: Genre, is_published: bool) -> &'static str {
    match genre {
        Genre::Letter => "personal_communication",
        _ if is_published => "article-newspaper",
        _ => "document",
    }
}

fn author(name: &str) -> Value {
    match name::split(name) {
        Some((family, given)) => json!({ "family": family, "given": given }),
        None => json!({ "literal": one_line(name) }),
    }
}

/// The plain ends where there are any, otherwise words; a reserve as `circa`.
fn date(date: &Date) -> Value {
    let mut value = match date_parts(date) {
        Some(parts) => json!({ "date-parts": parts }),
        None => json!({ "literal": date_in_words(date) }),
    };
    if is_approximate(date) {
        value["circa"] = json!(true);
    }
    value
}
