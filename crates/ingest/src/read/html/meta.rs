//! What a page states of itself: `meta`, `link`, `time`, `lang`, the title and JSON-LD.

use html5ever::tokenizer::Tag;
use serde_json::Value;

use super::attribute;
use crate::read::fields;
use crate::structure::Draft;

/// The field of the `title` element, until it is clear that nothing better states the title.
pub(super) const PAGE_TITLE: &str = "page-title";

/// Notes what a tag states.
pub(super) fn from_tag(tag: &Tag, found: &mut Draft) {
    match &*tag.name {
        "html" => {
            if let Some(language) = attribute(tag, "lang").or_else(|| attribute(tag, "xml:lang")) {
                fields::note(found, "language", language, None);
            }
        }
        "meta" => {
            let name = attribute(tag, "property")
                .or_else(|| attribute(tag, "name"))
                .or_else(|| attribute(tag, "itemprop"));
            let field = name.and_then(fields::named);
            if let (Some(field), Some(content)) = (field, attribute(tag, "content")) {
                fields::note(found, field, content, None);
            }
        }
        "link"
            if attribute(tag, "rel").is_some_and(|rel| rel.eq_ignore_ascii_case("canonical")) =>
        {
            if let Some(address) =
                attribute(tag, "href").filter(|address| address.starts_with("http"))
            {
                fields::note(found, "url", address, None);
            }
        }
        "time" => {
            let published = attribute(tag, "itemprop") == Some("datePublished")
                || attribute(tag, "pubdate").is_some()
                || attribute(tag, "class")
                    .is_some_and(|class| class.to_ascii_lowercase().contains("publish"));
            if let (true, Some(date)) = (published, attribute(tag, "datetime")) {
                fields::note(found, "issued", date, None);
            }
        }
        _ => {}
    }
}

/// Notes what an element's words state: `title`, or JSON-LD.
pub(super) fn from_data(kind: &str, data: &str, found: &mut Draft) {
    if kind == "title" {
        // "Headline - The Publication": what stands behind the last bar names the page.
        let title = data.trim();
        let short = [" | ", " – ", " — ", " - "].iter().filter_map(|bar| title.rfind(bar)).max();
        let title = short.filter(|at| *at * 2 > title.len()).map_or(title, |at| &title[..at]);
        // Everything else that states a title states it better.
        return fields::note(found, PAGE_TITLE, title, None);
    }
    if let Ok(value) = serde_json::from_str::<Value>(data) {
        walk(&value, found, 0);
    }
}

fn walk(value: &Value, found: &mut Draft, depth: u32) {
    if depth > 8 {
        return;
    }
    match value {
        Value::Array(values) => values.iter().for_each(|value| walk(value, found, depth + 1)),
        Value::Object(object) => {
            if let Some(graph) = object.get("@graph") {
                walk(graph, found, depth + 1);
            }
            let kind = object.get("@type").map(ToString::to_string).unwrap_or_default();
            if !["Article", "Posting", "Report", "Review", "Interview", "Statement"]
                .iter()
                .any(|name| kind.contains(name))
            {
                return;
            }
            for (name, value) in object {
                let Some(field) = fields::named(name)
                    .filter(|field| *field != "archive-number" && *field != "genre")
                else {
                    continue;
                };
                names(value, &mut |value| fields::note(found, field, value, None), 0);
            }
        }
        _ => {}
    }
}

/// The texts a value stands for: itself, its `name`, or those of its members.
fn names(value: &Value, note: &mut dyn FnMut(&str), depth: u32) {
    match value {
        Value::String(text) => note(text),
        Value::Array(values) if depth < 4 => {
            for value in values {
                names(value, note, depth + 1);
            }
        }
        Value::Object(object) => {
            if let Some(Value::String(name)) = object.get("name") {
                note(name);
            }
        }
        _ => {}
    }
}
