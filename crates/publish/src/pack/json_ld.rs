//! The documents and events as JSON-LD in the words of schema.org, for search engines and archives.

use dateline_corpus::{Corpus, Date, Document, Event, EventKind, Genre};
use serde_json::{Map, Value, json};

use crate::{event_date_in_words, outward_link};

use super::page::{language, name};
use super::plain::html_date;

/// The collection, with its documents and events when `whole`.
pub(super) fn collection(corpus: &Corpus, description: &str, whole: bool) -> String {
    let mut graph = vec![json!({
        "@type": "Collection",
        "@id": "#collection",
        "name": name(corpus),
        "description": description,
        "inLanguage": language(corpus),
        "size": corpus.documents.len(),
    })];
    if whole {
        graph.extend(corpus.documents.iter().map(|document| article(document, "#collection")));
        let mentions = corpus.events.iter().filter(|event| event.kind == EventKind::Mention);
        graph.extend(mentions.map(event));
    }
    script(&json!({ "@context": "https://schema.org", "@graph": graph }))
}

/// One document alone, for its own page.
pub(super) fn document(document: &Document) -> String {
    let mut value = article(document, "../#collection");
    value["@context"] = json!("https://schema.org");
    script(&value)
}

fn article(document: &Document, collection: &str) -> Value {
    let kind = match document.genre {
        Genre::Article | Genre::Interview | Genre::Summary => "NewsArticle",
        Genre::Letter | Genre::Statement | Genre::Biography | Genre::Reference | Genre::Other => {
            "CreativeWork"
        }
    };
    let mut value = Map::new();
    let mut set = |key: &str, it: Value| value.insert(key.into(), it);
    set("@type", json!(kind));
    set("@id", json!(format!("#plain-{}", document.id)));
    set("headline", json!(document.title));
    set("inLanguage", json!(document.language));
    set("identifier", json!(format!("sha256:{}", document.sha256)));
    set("isPartOf", json!({ "@id": collection }));
    if let Some(issued) = &document.issued {
        set_date(&mut value, "datePublished", issued);
    }
    if !document.authors.is_empty() {
        let person = |name: &String| json!({ "@type": "Person", "name": name });
        value.insert("author".into(), document.authors.iter().map(person).collect());
    }
    if let Some(publication) = &document.publication {
        let publisher = json!({ "@type": "Organization", "name": publication });
        value.insert("publisher".into(), publisher);
    }
    if let Some(address) = document.url.as_deref().and_then(outward_link) {
        value.insert("url".into(), json!(address));
    }
    Value::Object(value)
}

fn event(event: &Event) -> Value {
    let mut value = Map::new();
    value.insert("@type".into(), json!("Event"));
    value.insert("name".into(), json!(event.title));
    value.insert("identifier".into(), json!(event.id));
    // What ISO 8601 cannot say, such as a season, is said here alone.
    value.insert("description".into(), json!(event_date_in_words(event)));
    set_date(&mut value, "startDate", &event.date);
    if let Some((_, end)) = event.date.edtf().split_once('/')
        && let Some(end) = Date::parse(end)
    {
        set_date(&mut value, "endDate", &end);
    }
    let mut documents: Vec<_> = event.reports.iter().map(|report| &report.document).collect();
    documents.dedup();
    let about = documents.into_iter().map(|id| json!({ "@id": format!("#plain-{id}") }));
    value.insert("subjectOf".into(), about.collect());
    Value::Object(value)
}

/// The date, or the first day of its interval, as far as ISO 8601 can say it; else nothing.
fn set_date(value: &mut Map<String, Value>, key: &str, date: &Date) {
    let start = date.edtf().split_once('/').and_then(|(start, _)| Date::parse(start));
    if let Some(iso) = html_date(start.as_ref().unwrap_or(date)) {
        value.insert(key.into(), json!(iso));
    }
}

/// The element that holds what this module makes.
pub(super) fn element(json: &str) -> String {
    format!("<script type=\"application/ld+json\">{json}</script>\n")
}

/// The value as the content of a script element: no `<` can end it.
fn script(value: &Value) -> String {
    value.to_string().replace('<', "\\u003c")
}
