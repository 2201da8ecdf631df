//! JSON: TimelineJS's events, lists of documents, and bibliographies (CSL-JSON, Zotero), which are
//! metadata of the documents beside them and no documents themselves.

use dateline_corpus::{BlockKind, Metadatum};
use serde_json::{Map, Value};

use super::companion::Companion;
use super::table::{Entry, leaves_of, timeline};
use super::{Reader, Reading, decode, fields, left_out, partly};
use crate::Source;
use crate::structure::{Draft, Writer, span};

/// The reader of JSON.
pub(super) struct Json;

impl Reader for Json {
    fn fits(&self, source: &Source) -> bool {
        source.name.to_ascii_lowercase().ends_with(".json")
            || source.name.to_ascii_lowercase().ends_with(".geojson")
            || source.name.to_ascii_lowercase().ends_with(".js")
                && source.bytes.starts_with(b"window.")
    }

    fn read(&self, source: &Source) -> Reading {
        let value = match parse(source) {
            Ok(value) => value,
            Err(message) => return Reading::failed(left_out(source, "bad-json", &message)),
        };
        if let Some(events) = value["events"].as_array() {
            let eras = match &value["eras"] {
                Value::Array(eras) => eras.as_slice(),
                Value::Null => &[],
                one => std::slice::from_ref(one),
            };
            let entries: Vec<Entry> = value
                .get("title")
                .map(|slide| Entry::of_slide(slide, true))
                .into_iter()
                .chain(eras.iter().map(|slide| Entry::of_slide(slide, false)))
                .chain(events.iter().map(|slide| Entry::of_slide(slide, false)))
                .collect();
            let mut draft = timeline(&entries);
            let mut leaves = Vec::new();
            for (key, rest) in value.as_object().into_iter().flatten() {
                if !matches!(key.as_str(), "title" | "eras" | "events") {
                    leaves_of(rest, key.clone(), &mut leaves);
                }
            }
            leaves.iter().for_each(|(path, leaf)| {
                draft.left_out("left-out-field", &format!("{path}: {leaf}"));
            });
            return Reading::one(draft);
        }
        let listed = listed(&value);
        let rows = match (&value, listed) {
            (Value::Array(values), _) => values.as_slice(),
            (_, Some((_, values))) => values,
            (one, None) => std::slice::from_ref(one),
        };
        let mut reading = Reading::default();
        for (number, row) in rows.iter().enumerate() {
            match row.as_object().and_then(document) {
                Some(mut draft) => {
                    if value.is_array() || listed.is_some() {
                        draft.part = Some(row.to_string());
                        title(&mut draft);
                    }
                    reading.drafts.push(draft);
                }
                None => reading.diagnostics.push(partly(
                    source,
                    "no-text",
                    &format!("entry {} has no “text” and was not read", number + 1),
                )),
            }
        }
        if reading.drafts.is_empty() {
            let message =
                "the file holds neither events, nor documents with a “text”, nor a bibliography";
            return Reading::failed(left_out(source, "unknown-json", message));
        }
        if let Some((name, _)) = listed {
            let mut leaves = Vec::new();
            for (key, rest) in
                value.as_object().into_iter().flatten().filter(|(key, _)| *key != name)
            {
                leaves_of(rest, key.clone(), &mut leaves);
            }
            for (path, leaf) in leaves {
                reading.drafts[0].left_out("left-out-field", &format!("{path}: {leaf}"));
            }
        }
        reading
    }
}

/// The list of documents in an object that is none itself, with its name: `{"data": […]}` of an
/// interface, `{"messages": […]}` of a chat.
fn listed(value: &Value) -> Option<(&String, &[Value])> {
    let object = value.as_object().filter(|object| text_of(object).is_none())?;
    object.iter().find_map(|(name, value)| {
        let values = value.as_array()?;
        let holds = |row: &Value| row.as_object().is_some_and(|row| text_of(inner(row)).is_some());
        values.iter().any(holds).then_some((name, values.as_slice()))
    })
}

/// The object in an object that holds nothing else: `{"tweet": {…}}`.
fn inner(object: &Map<String, Value>) -> &Map<String, Value> {
    match object.values().next().and_then(Value::as_object) {
        Some(inner) if object.len() == 1 => inner,
        _ => object,
    }
}

/// The name and the text of an object that is a document. A text may come in parts, with the marked ones
/// as objects.
fn text_of(object: &Map<String, Value>) -> Option<(&String, String)> {
    let named = |name: &&str| object.iter().find(|(key, _)| key.to_lowercase() == **name);
    let (body, text) =
        ["text", "body", "content", "fulltext", "full_text", "full text", "transcript", "message"]
            .iter()
            .find_map(named)?;
    let text = match text {
        Value::Array(parts) => {
            let part = |part: &Value| part.as_str().or(part["text"].as_str()).map(str::to_string);
            parts.iter().map(part).collect::<Option<Vec<_>>>()?.concat()
        }
        // The one service that has this name writes its three reserved characters as those of HTML.
        text if body == "full_text" => {
            let text = text.as_str()?;
            text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
        }
        text => text.as_str()?.to_string(),
    };
    Some((body, text))
}

/// The most characters of a title that is made of the first words.
const TITLE: usize = 80;

/// Gives a document of many a title of its first words when it states none.
fn title(draft: &mut Draft) {
    if draft.value("title").is_some() {
        return;
    }
    let Some(first) = draft.blocks.first().map(|block| block.span) else { return };
    let words = first.of(&draft.text).lines().next().unwrap_or_default();
    let cut = words
        .char_indices()
        .nth(TITLE)
        .map_or(words.len(), |(at, _)| words[..at].rfind(char::is_whitespace).unwrap_or(at));
    let value = words[..cut].trim_end().to_string();
    if !value.is_empty() {
        let at = span(first.start as usize, first.start as usize + value.len());
        draft.metadata.push(Metadatum {
            field: "title".into(),
            value,
            span: Some(at),
            inferred: true,
        });
    }
}

fn parse(source: &Source) -> Result<Value, String> {
    let decoded = decode::decode(&source.bytes, None).ok_or("the file is not text")?;
    // `window.YTD.tweets.part0 = […]`: a script that sets one value.
    let script = decoded.text.strip_prefix("window.").and_then(|rest| rest.split_once('='));
    let text =
        script.map_or(decoded.text.as_str(), |(_, value)| value.trim_end().trim_end_matches(';'));
    // The library bounds the nesting.
    serde_json::from_str(text).map_err(|error| {
        format!("the file is not JSON (line {}); mend it or rename it to .txt", error.line())
    })
}

/// The document of an object that has a text.
fn document(object: &Map<String, Value>) -> Option<Draft> {
    let object = inner(object);
    let (body, text) = text_of(object)?;
    let mut writer = Writer::default();
    let mut stated = Vec::new();
    for (key, value) in object.iter().filter(|(key, _)| *key != body) {
        let words: Vec<String> = match value {
            Value::String(text) => vec![text.clone()],
            Value::Number(number) => vec![number.to_string()],
            Value::Array(values) if values.iter().all(Value::is_string) => {
                values.iter().filter_map(|value| value.as_str().map(str::to_string)).collect()
            }
            Value::Null => Vec::new(),
            other => {
                let mut leaves = Vec::new();
                leaves_of(other, key.clone(), &mut leaves);
                for (path, leaf) in leaves {
                    writer.left_out("left-out-field", &format!("{path}: {leaf}"));
                }
                continue;
            }
        };
        match fields::named(key) {
            Some(field) => stated.extend(words.into_iter().map(|word| (field, key, word))),
            None => words
                .iter()
                .for_each(|word| writer.left_out("left-out-field", &format!("{key}: {word}"))),
        }
    }
    for paragraph in text.split('\n') {
        writer.block(BlockKind::Paragraph, None, paragraph);
    }
    let mut draft = writer.finish();
    for (field, key, value) in stated {
        fields::note_whole(&mut draft, field, key, &value);
    }
    (!draft.blocks.is_empty()).then_some(draft)
}

/// The entries of a bibliography, when the file is one.
pub(super) fn bibliography(source: &Source) -> Option<Vec<Companion>> {
    if !Json.fits(source) {
        return None;
    }
    let value = parse(source).ok()?;
    let items = value.as_array().or_else(|| value["items"].as_array())?;
    let mut entries: Vec<Companion> = items.iter().filter_map(entry).collect();
    // Zotero lists the files of an item as items of their own, below it.
    for item in items.iter().map(|item| item.get("data").unwrap_or(item)) {
        if let (Some(parent), Some(file)) = (item["parentItem"].as_str(), item["filename"].as_str())
            && let Some(entry) =
                entries.iter_mut().find(|entry| entry.keys.iter().any(|key| key == parent))
        {
            entry.keys.push(file.into());
        }
    }
    (!entries.is_empty() && entries.len() * 2 >= items.len()).then_some(entries)
}

/// Those of a Zotero item's people who did not make it.
const HELPERS: [&str; 6] =
    ["contributor", "editor", "seriesEditor", "translator", "reviewedAuthor", "commenter"];

/// One entry; source: the CSL-JSON schema, and Zotero's item fields.
fn entry(item: &Value) -> Option<Companion> {
    let item = item.get("data").unwrap_or(item);
    let object = item.as_object()?;
    let zotero = object.contains_key("itemType");
    let csl =
        object.contains_key("type") && object.contains_key("title") && !object.contains_key("text");
    let below = matches!(
        object.get("itemType").and_then(Value::as_str),
        Some("note" | "attachment" | "annotation")
    );
    if below || !zotero && !csl {
        return None;
    }
    let mut companion = Companion::default();
    let text = |value: &Value| value.as_str().map(str::to_string);
    for (key, value) in object {
        match key.as_str() {
            "author" | "creators" => {
                let made = |person: &&Value| {
                    !HELPERS.contains(&person["creatorType"].as_str().unwrap_or_default())
                };
                for person in value.as_array().into_iter().flatten().filter(made) {
                    let part = |names: [&str; 2]| {
                        names.iter().find_map(|name| person[name].as_str()).unwrap_or_default()
                    };
                    let full = format!(
                        "{} {}",
                        part(["given", "firstName"]),
                        part(["family", "lastName"])
                    );
                    let full = if full.trim().is_empty() {
                        part(["literal", "name"]).to_string()
                    } else {
                        full
                    };
                    companion.fields.push(("author", full.trim().to_string()));
                }
            }
            "issued" => {
                // One date, or the first and the last of an interval.
                let ends: Vec<String> =
                    value["date-parts"].as_array().into_iter().flatten().map(parts).collect();
                let date = Some(ends.join("/"))
                    .filter(|date| !date.is_empty())
                    .or_else(|| text(&value["raw"]))
                    .or_else(|| text(&value["literal"]))
                    .or_else(|| text(value));
                companion.fields.extend(date.map(|date| ("issued", date)));
            }
            "id" | "citation-key" | "citationKey" | "citekey" | "key" => {
                companion.keys.extend(text(value));
            }
            "extra" => {
                let lines = value.as_str().unwrap_or_default().lines();
                let keys = lines.filter_map(|line| line.strip_prefix("Citation Key:"));
                companion.keys.extend(keys.map(|key| key.trim().to_string()));
            }
            "attachments" => {
                let paths = value.as_array().into_iter().flatten().filter_map(|attachment| {
                    attachment["path"].as_str().or(attachment["filename"].as_str())
                });
                companion.keys.extend(
                    paths.map(|path| path.rsplit(['/', '\\']).next().unwrap_or(path).to_string()),
                );
            }
            "type" | "itemType" => {}
            _ => {
                let field = if key == "URL" {
                    Some("url")
                } else if key == "DOI" {
                    Some("doi")
                } else {
                    fields::named(key)
                };
                if let (Some(field), Some(value)) = (field, text(value)) {
                    companion.fields.push((field, value));
                }
            }
        }
    }
    Some(companion)
}

/// "2012-03-03", of year, month and day as numbers or texts.
fn parts(date: &Value) -> String {
    let part = |part: &Value| {
        let number = part.as_i64().or_else(|| part.as_str()?.parse().ok());
        number.map(|number| format!("{number:02}"))
    };
    date.as_array().into_iter().flatten().map_while(part).collect::<Vec<_>>().join("-")
}
