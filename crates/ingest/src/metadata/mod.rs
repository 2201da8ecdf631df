//! What a document says about itself: title, date, authors, publication, address, genre, language.
//! Reads the draft's own words; each value keeps the span it was read from, and what was concluded
//! rather than read is marked as inferred.

mod dates;
mod genre;
mod header;
mod labels;
mod letter;

use std::collections::BTreeMap;

use dateline_corpus::{Block, BlockKind, Date, Document, IssuedBasis, Metadatum, Reference, Span};

use crate::structure::{Draft, entry};
use crate::{language, references, sentence, sha};

pub(crate) use genre::turn;

/// The field of a day that no calendar has, where a document states its date.
pub(crate) const IMPOSSIBLE: &str = "impossible-date";

/// The document that a draft makes.
pub(crate) fn describe(mut draft: Draft, source: &str, sha256: &str) -> Document {
    header::find(&mut draft);
    infer(&mut draft);
    references::find(&mut draft);
    let genre = genre::genre(&draft);
    let language = match draft.value("language").and_then(language::code) {
        Some(stated) => stated,
        None => language::detect(&draft.text).unwrap_or("und").to_string(),
    };
    let own = |field: &str| draft.value(field).map(str::to_string);
    let issued = draft.value("issued").and_then(Date::parse);
    let mut document = Document {
        id: sha::document_id(sha256),
        source: source.into(),
        sha256: sha256.into(),
        title: own("title").unwrap_or_else(|| source.rsplit('/').next().unwrap_or(source).into()),
        subtitle: own("subtitle"),
        issued_basis: if issued.is_some() { IssuedBasis::Stated } else { IssuedBasis::None },
        issued,
        publication: own("publication"),
        authors: people(&draft.metadata),
        url: own("url"),
        genre,
        ..Document::default()
    };
    block_languages(&mut draft, &language);
    document.language = language;
    document.text = draft.text;
    document.blocks = draft.blocks;
    document.repairs = draft.repairs;
    document.metadata = draft.metadata;
    document.references = draft.references;
    document
}

/// Marks the blocks whose language is not the document's. A reference has the language it states, or
/// else that of its title.
fn block_languages(draft: &mut Draft, language: &str) {
    let Draft { text, blocks, references, .. } = draft;
    let mut references = references.iter().peekable();
    for block in blocks.iter_mut().filter(|block| block.language.is_none()) {
        while references.next_if(|reference| reference.span.start < block.span.start).is_some() {}
        let reference = references.next_if(|reference| reference.span.start == block.span.start);
        let found = match reference {
            Some(Reference { language: Some(stated), .. }) => Some(stated.as_str()),
            Some(Reference { title: Some(title), .. }) => language::detect(title),
            _ if block.span.end - block.span.start >= 60 => language::detect(block.span.of(text)),
            _ => None,
        };
        let primary = |code: &str| code.split('-').next().map(str::to_string);
        block.language =
            found.filter(|code| primary(code) != primary(language)).map(str::to_string);
    }
}

/// Reads the document's own fields anew from its metadata.
pub(crate) fn restate(document: &mut Document) {
    let own = |field: &str| {
        document.metadata.iter().find(|datum| datum.field == field).map(|datum| datum.value.clone())
    };
    let (title, language) = (own("title"), own("language").as_deref().and_then(language::code));
    let (subtitle, publication, url) = (own("subtitle"), own("publication"), own("url"));
    let issued = own("issued").as_deref().and_then(Date::parse);
    let genre = own("genre").as_deref().and_then(genre::named);
    if let Some(title) = title {
        document.title = title;
    }
    if let Some(language) = language {
        document.language = language;
    }
    if let Some(genre) = genre {
        document.genre = genre;
    }
    if issued.is_some() {
        document.issued = issued;
        document.issued_basis = IssuedBasis::Stated;
    }
    (document.subtitle, document.publication, document.url) = (subtitle, publication, url);
    document.authors = people(&document.metadata);
}

/// The name of a publication that one document states is that of all documents from the same host.
pub(crate) fn share_publications(documents: &mut [Document]) {
    let mut names: BTreeMap<String, String> = BTreeMap::new();
    for document in documents.iter() {
        let stated =
            document.metadata.iter().find(|datum| datum.field == "publication" && !datum.inferred);
        if let (Some(stated), Some(host)) = (stated, document.url.as_deref().and_then(host)) {
            names.entry(host.into()).or_insert_with(|| stated.value.clone());
        }
    }
    for document in documents {
        let Some(name) = document.url.as_deref().and_then(host).and_then(|host| names.get(host))
        else {
            continue;
        };
        for datum in document
            .metadata
            .iter_mut()
            .filter(|datum| datum.field == "publication" && datum.inferred)
        {
            datum.value.clone_from(name);
            document.publication = Some(name.clone());
        }
    }
}

/// Who wrote it, or else who presented it.
fn people(metadata: &[Metadatum]) -> Vec<String> {
    let of = |field: &str| -> Vec<String> {
        metadata
            .iter()
            .filter(|datum| datum.field == field)
            .map(|datum| datum.value.clone())
            .collect()
    };
    ["author", "presenter", "interviewer"]
        .into_iter()
        .map(of)
        .find(|found| !found.is_empty())
        .unwrap_or_default()
}

/// What can be concluded when the text does not state it.
fn infer(draft: &mut Draft) {
    let inferred = |field: &str, value: String, span| Metadatum {
        field: field.into(),
        value,
        span,
        inferred: true,
    };
    if draft.value("publication").is_none()
        && let Some(url) = draft.metadata.iter().find(|datum| datum.field == "url")
        && let Some(host) = host(&url.value)
    {
        let datum = inferred("publication", host.to_string(), url.span);
        draft.metadata.push(datum);
    }
    if draft.value("title").is_none()
        && let Some(first) = draft.blocks.first()
        && let Some(subject) = genre::subject(draft.words(first))
    {
        let start = first.span.start;
        let end = start + u32::try_from(subject.len()).unwrap_or(0);
        let datum = inferred("title", subject.to_string(), Some(Span { start, end }));
        draft.metadata.push(datum);
    }
    if draft.value("title").is_none()
        && let Some(span) = first_sentence(draft)
    {
        let title = crate::report::shorten(span.of(&draft.text));
        draft.metadata.push(inferred("title", title, Some(span)));
    }
}

/// The first sentence that tells something, for a document that nothing gives a title: not a salutation, and
/// of a record what stands behind its date. One of many records, of a chat or a table, is no title of all.
fn first_sentence(draft: &Draft) -> Option<Span> {
    let opens = |block: &&Block| entry(draft.words(block)).is_some();
    if draft.blocks.iter().filter(opens).take(2).count() == 2 {
        return None;
    }
    let told = [BlockKind::Paragraph, BlockKind::Item, BlockKind::Quote];
    let blocks = draft.blocks.iter().take(12).filter(|block| told.contains(&block.kind));
    blocks.filter(|block| !labels::salutation(draft.words(block))).find_map(|block| {
        let words = draft.words(block);
        let start = block.span.start + u32::try_from(entry(words).unwrap_or(0)).ok()?;
        let mut sentences = Vec::new();
        sentence::split(&draft.text, Span { start, ..block.span }, &mut sentences);
        let first = *sentences.first()?;
        let letters = |word: &&str| word.contains(char::is_alphabetic);
        let is_told = first.of(&draft.text).split_whitespace().filter(letters).take(3).count() == 3;
        is_told.then_some(first)
    })
}

/// The host of a web address, without `www.`.
pub(crate) fn host(url: &str) -> Option<&str> {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#', ':']).next()?;
    let host = host.strip_prefix("www.").unwrap_or(host);
    (host.contains('.') && !host.contains(char::is_whitespace)).then_some(host)
}
