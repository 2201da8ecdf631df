//! What a sidecar states of names and reports: which name means whom, which reports are not one event and
//! which are. Each statement is kept in the document's metadata, so the corpus says what was corrected.

use std::collections::{BTreeMap, BTreeSet};

use dateline_corpus::{Diagnostic, Document, Event, Metadatum};

/// The field of a name that means somebody else: `NAME = MEANING`.
const MEANS: &str = "name-means";
/// The field of reports that are not one event, and that of reports that are: their ids.
const APART: &str = "apart";
const TOGETHER: &str = "together";

/// The rule by which stated names and events are joined.
pub(crate) const RULE: &str = "stated-beside";

/// What the line `key = value` of a sidecar states; `None` when it is of another kind, and the reason
/// when it says nothing.
///
/// ```toml
/// apart = [["0123456789ab", "ba9876543210"]]
/// together = [["0123456789ab", "ba9876543210"]]
///
/// [names]
/// "SNC" = "Syrian National Coalition"
/// ```
pub(crate) fn read(key: &str, value: &toml::Value) -> Option<Result<Vec<Metadatum>, &'static str>> {
    match key {
        "names" => Some(names(value).ok_or("is no table of names and who is meant")),
        APART | TOGETHER => {
            Some(reports(key, value).ok_or("is no list of lists of two or more ids of reports"))
        }
        _ => None,
    }
}

fn names(value: &toml::Value) -> Option<Vec<Metadatum>> {
    let table = value.as_table().filter(|table| !table.is_empty())?;
    let line = |(name, meaning): (&String, &toml::Value)| {
        let (name, meaning) = (one_line(name), one_line(meaning.as_str()?));
        let is_said = !name.is_empty() && !meaning.is_empty() && !name.contains('=');
        is_said.then(|| datum(MEANS, format!("{name} = {meaning}")))
    };
    table.iter().map(line).collect()
}

fn reports(key: &str, value: &toml::Value) -> Option<Vec<Metadatum>> {
    let lists = value.as_array().filter(|lists| !lists.is_empty())?;
    let line = |list: &toml::Value| {
        let ids: Vec<&str> =
            list.as_array()?.iter().map(toml::Value::as_str).collect::<Option<_>>()?;
        let is_id = |id: &&str| id.len() == 12 && id.bytes().all(|byte| byte.is_ascii_hexdigit());
        (ids.len() > 1 && ids.iter().all(is_id)).then(|| datum(key, ids.join(" ")))
    };
    lists.iter().map(line).collect()
}

fn datum(field: &str, value: String) -> Metadatum {
    Metadatum { field: field.to_owned(), value, span: None, inferred: false }
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Names in a document and who is meant by them, as stated.
pub(crate) fn meanings(document: &Document) -> impl Iterator<Item = (&str, &str)> {
    stated(document, MEANS).filter_map(|value| value.split_once(" = "))
}

/// Pairs of reports, by their places in a list whose ids are `numbers`.
pub(crate) struct Pairs {
    /// Never in one event; the smaller place first.
    pub(crate) apart: BTreeSet<(u32, u32)>,
    /// In one event, whatever their dates and words.
    pub(crate) together: BTreeSet<(u32, u32)>,
}

/// The pairs of reports that the documents' sidecars state.
pub(crate) fn pairs(documents: &[Document], numbers: &BTreeMap<&str, u32>) -> Pairs {
    let of = |field| {
        let mut pairs = BTreeSet::new();
        for ids in documents.iter().flat_map(|document| stated(document, field)) {
            let known: Vec<u32> =
                ids.split(' ').filter_map(|id| numbers.get(id).copied()).collect();
            for (at, &a) in known.iter().enumerate() {
                pairs.extend(known[at + 1..].iter().map(|&b| (a.min(b), a.max(b))));
            }
        }
        pairs
    };
    Pairs { apart: of(APART), together: of(TOGETHER) }
}

/// A diagnostic for each id that no report has, as after the document was changed.
pub(crate) fn unknown(documents: &[Document], events: &[Event]) -> Vec<Diagnostic> {
    let known: BTreeSet<&str> =
        events.iter().flat_map(|event| &event.reports).map(|report| report.id.as_str()).collect();
    let mut found = Vec::new();
    for document in documents {
        let ids = [APART, TOGETHER].into_iter().flat_map(|field| stated(document, field));
        for id in ids.flat_map(|ids| ids.split(' ')).filter(|id| !known.contains(id)) {
            found.push(Diagnostic {
                source: document.source.clone(),
                kind: "sidecar-report".to_owned(),
                message: format!(
                    "its sidecar names a report “{id}” that is not there; take it out or correct it"
                ),
                left_out: false,
            });
        }
    }
    found
}

fn stated<'d>(document: &'d Document, field: &'static str) -> impl Iterator<Item = &'d str> {
    let is_meant = move |datum: &&Metadatum| datum.field == field;
    document.metadata.iter().filter(is_meant).map(|datum| datum.value.as_str())
}
