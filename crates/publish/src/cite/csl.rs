//! CSL-JSON: what citation processors and reference managers exchange.

use dateline_corpus::{Date, Genre};
use serde::Serialize;

use super::{Item, date_parts, is_approximate, name, one_line};
use crate::{date_in_words, export::pretty};

/// Source: Citation Style Language, JSON schema of input data, version 1.0.2.
#[derive(Serialize)]
struct Entry<'a> {
    id: &'a str,
    #[serde(rename = "type")]
    kind: &'static str,
    title: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    author: Vec<Name>,
    #[serde(rename = "container-title", skip_serializing_if = "Option::is_none")]
    container_title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    issued: Option<Issued>,
    #[serde(skip_serializing_if = "str::is_empty")]
    language: &'a str,
    #[serde(rename = "URL", skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    annote: Option<String>,
    note: String,
}

#[derive(Default, Serialize)]
struct Name {
    #[serde(skip_serializing_if = "Option::is_none")]
    family: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    given: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    literal: Option<String>,
}

/// The plain ends where there are any, otherwise words; a reserve as `circa`.
#[derive(Serialize)]
struct Issued {
    #[serde(rename = "date-parts", skip_serializing_if = "Option::is_none")]
    date_parts: Option<Vec<Vec<i32>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    literal: Option<String>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    circa: bool,
}

pub(super) fn list(items: &[Item<'_>]) -> String {
    pretty(&items.iter().map(entry).collect::<Vec<_>>())
}

fn entry<'a>(item: &Item<'a>) -> Entry<'a> {
    let document = item.document;
    Entry {
        id: &document.id,
        kind: kind(document.genre, document.publication.is_some()),
        title: one_line(&document.title),
        author: document.authors.iter().map(|name| author(name)).collect(),
        container_title: document.publication.as_deref().map(one_line),
        issued: document.issued.as_ref().map(issued),
        language: &document.language,
        url: item.address().or_else(|| item.link.map(str::to_owned)),
        annote: item.quote(),
        note: item.remarks().join("\n"),
    }
}

fn kind(genre: Genre, is_published: bool) -> &'static str {
    match genre {
        Genre::Letter => "personal_communication",
        _ if is_published => "article-newspaper",
        _ => "document",
    }
}

fn author(name: &str) -> Name {
    match name::split(name) {
        Some((family, given)) => {
            Name { family: Some(family), given: Some(given), ..Name::default() }
        }
        None => Name { literal: Some(one_line(name)), ..Name::default() },
    }
}

fn issued(date: &Date) -> Issued {
    let date_parts = date_parts(date);
    let literal = date_parts.is_none().then(|| date_in_words(date));
    Issued { date_parts, literal, circa: is_approximate(date) }
}
