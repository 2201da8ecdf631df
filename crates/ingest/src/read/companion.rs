//! Metadata that stand in files of their own beside the documents: a sidecar `NAME.toml`, and the
//! entries of a bibliography. A sidecar overrides what was read; a bibliography completes it.

use std::collections::BTreeMap;

use dateline_corpus::{Diagnostic, Document, Metadatum};

use super::{fields, json, left_out, partly};
use crate::structure::Draft;
use crate::{Source, correction, metadata};

/// What a file beside the documents states of one of them.
#[derive(Clone, Debug, Default)]
pub(super) struct Companion {
    /// Names of the file meant: with or without its ending, or an identifier that is such a name.
    pub(super) keys: Vec<String>,
    /// Fields with their values.
    pub(super) fields: Vec<(&'static str, String)>,
    /// What it corrects of names and reports.
    corrections: Vec<Metadatum>,
    /// Whether it overrides what the document states.
    overrides: bool,
}

/// Takes sidecars and bibliographies out of the sources.
pub(super) fn take(sources: &mut Vec<Source>) -> (Vec<(Source, Companion)>, Vec<Diagnostic>) {
    let mut found = Vec::new();
    let mut diagnostics = Vec::new();
    sources.retain(|source| {
        if let Some(name) = source.name.strip_suffix(".toml") {
            match sidecar(source, name) {
                Ok((companion, notes)) => {
                    found.push((bare(source), companion));
                    diagnostics.extend(notes);
                }
                Err(diagnostic) => diagnostics.push(*diagnostic),
            }
            return false;
        }
        match json::bibliography(source) {
            Some(entries) => {
                found.extend(entries.into_iter().map(|entry| (bare(source), entry)));
                false
            }
            None => true,
        }
    });
    (found, diagnostics)
}

/// The source without its bytes.
fn bare(source: &Source) -> Source {
    Source { name: source.name.clone(), bytes: Vec::new() }
}

/// What a sidecar states, and a diagnostic for each line of it that says nothing.
fn sidecar(source: &Source, name: &str) -> Result<(Companion, Vec<Diagnostic>), Box<Diagnostic>> {
    let bad = |message: &str| Box::new(left_out(source, "bad-sidecar", message));
    let text =
        std::str::from_utf8(&source.bytes).map_err(|_| bad("the file is not UTF-8; save it so"))?;
    let table: toml::Table = text.parse().map_err(|error: toml::de::Error| {
        bad(&format!("the file is not TOML: {}", error.message()))
    })?;
    let mut companion =
        Companion { keys: vec![name.into()], overrides: true, ..Companion::default() };
    let mut diagnostics = Vec::new();
    let mut useless = |key: &str, why: &str| {
        let message = format!("“{key}” {why}; the line was left out");
        diagnostics.push(partly(source, "sidecar-line", &message));
    };
    for (key, value) in &table {
        match correction::read(key, value) {
            Some(Ok(corrections)) => {
                companion.corrections.extend(corrections);
                continue;
            }
            Some(Err(why)) => {
                useless(key, why);
                continue;
            }
            None => {}
        }
        let Some(field) = fields::named(key) else {
            useless(key, "is no field that is known");
            continue;
        };
        let values = match value {
            toml::Value::Array(values) => values.iter().map(written).collect(),
            value => vec![written(value)],
        };
        for value in values {
            if fields::meant(field, &value).is_some() {
                companion.fields.push((field, value));
            } else {
                useless(key, &format!("is stated as “{value}”, which is none"));
            }
        }
    }
    Ok((companion, diagnostics))
}

fn written(value: &toml::Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_string)
}

/// Gives the documents what stands beside them; a diagnostic names what belongs to none.
pub(super) fn apply(
    companions: Vec<(Source, Companion)>,
    documents: &mut [Document],
) -> Vec<Diagnostic> {
    let mut places: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (number, document) in documents.iter().enumerate() {
        for name in names(document) {
            places.entry(name).or_default().push(number);
        }
    }
    let mut diagnostics = Vec::new();
    for (source, companion) in companions {
        let title = companion
            .fields
            .iter()
            .find(|(field, _)| *field == "title")
            .map(|(_, title)| title.to_lowercase());
        let url =
            companion.fields.iter().find(|(field, _)| *field == "url").map(|(_, url)| url.clone());
        // Of documents of one name those in the same folder are meant, where there are any.
        let at = |key: &String| -> Option<Vec<usize>> {
            let all = places.get(key)?;
            let near =
                |number: &&usize| folder(&documents[**number].source) == folder(&source.name);
            let near: Vec<usize> = all.iter().filter(near).copied().collect();
            Some(if near.is_empty() { all.clone() } else { near })
        };
        let beside = || {
            // A title that several documents bear tells none of them.
            let unique = |key: String| at(&key).filter(|numbers| numbers.len() == 1);
            title.into_iter().chain(url).find_map(unique)
        };
        let meant = companion.keys.iter().find_map(at);
        match meant.or_else(|| (!companion.overrides).then(beside).flatten()) {
            Some(numbers) => {
                for number in numbers {
                    give(&companion, &mut documents[number]);
                }
            }
            None if companion.overrides => {
                diagnostics.push(left_out(
                    &source,
                    "sidecar-alone",
                    "no document of that name stands beside it",
                ));
            }
            None => {
                let what = companion
                    .fields
                    .iter()
                    .find(|(field, _)| *field == "title")
                    .map_or("an entry", |(_, title)| title.as_str());
                let several = places.contains_key(&what.to_lowercase());
                let message = if several {
                    format!(
                        "“{what}” is the title of several documents; name the file in the entry"
                    )
                } else {
                    format!("“{what}” is none of the documents beside it")
                };
                diagnostics.push(left_out(&source, "entry-alone", &message));
            }
        }
    }
    diagnostics
}

/// The folder of a file, empty at the top.
fn folder(name: &str) -> &str {
    name.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// The names under which a document is meant.
fn names(document: &Document) -> Vec<String> {
    let mut names = Vec::new();
    for source in std::iter::once(&document.source).chain(&document.copies) {
        let file = source.rsplit('/').next().unwrap_or(source);
        for name in [source.as_str(), file] {
            names.push(name.to_string());
            names.extend(name.rsplit_once('.').map(|(stem, _)| stem.to_string()));
        }
    }
    names.push(document.title.to_lowercase());
    names.extend(document.url.clone());
    names.sort();
    names.dedup();
    names
}

fn give(companion: &Companion, document: &mut Document) {
    let mut draft = Draft { metadata: std::mem::take(&mut document.metadata), ..Draft::default() };
    let mut fresh = Draft::default();
    companion.fields.iter().for_each(|(field, value)| fields::note(&mut fresh, field, value, None));
    for datum in fresh
        .metadata
        .iter()
        .map(|datum| datum.field.clone())
        .collect::<std::collections::BTreeSet<_>>()
    {
        let stated = draft.metadata.iter().any(|known| known.field == datum && !known.inferred);
        if companion.overrides || !stated {
            draft.metadata.retain(|known| known.field != datum);
            draft.metadata.extend(fresh.metadata.iter().filter(|new| new.field == datum).cloned());
        }
    }
    document.metadata = draft.metadata;
    document.metadata.extend(companion.corrections.iter().cloned());
    metadata::restate(document);
}
