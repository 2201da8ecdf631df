//! Files to documents: one reader a format behind one trait, chosen by content before name. Reading
//! never fails; what is not read is named in a diagnostic.

mod companion;
mod decode;
mod docx;
mod fields;
mod html;
mod json;
mod mail;
#[cfg(any(feature = "pdf-in-browser", not(all(target_family = "wasm", target_os = "unknown"))))]
mod pdf;
mod table;
mod text;

use std::collections::BTreeMap;
use std::panic::{self, AssertUnwindSafe};

use dateline_corpus::{Diagnostic, Document, Metadatum};

use crate::structure::Draft;
use crate::{Source, metadata, sha};

/// The longest file that is read, in bytes.
pub const MAX_BYTES: usize = 64 << 20;
/// The longest line that is read, in bytes; prose has none such.
pub const MAX_LINE: usize = 8 << 20;

/// One format.
trait Reader: Sync {
    /// Whether the bytes are of this format.
    fn fits(&self, source: &Source) -> bool;
    /// What is in them.
    fn read(&self, source: &Source) -> Reading;
}

/// What a reader made of a file.
#[derive(Default)]
struct Reading {
    drafts: Vec<Draft>,
    diagnostics: Vec<Diagnostic>,
    /// Files within it, named below it.
    attached: Vec<Source>,
}

impl Reading {
    fn one(draft: Draft) -> Self {
        Self { drafts: vec![draft], ..Self::default() }
    }

    fn failed(diagnostic: Diagnostic) -> Self {
        Self { diagnostics: vec![diagnostic], ..Self::default() }
    }
}

/// The formats, the most particular first; the last one takes all that is text.
const READERS: &[&dyn Reader] = &[
    #[cfg(any(
        feature = "pdf-in-browser",
        not(all(target_family = "wasm", target_os = "unknown"))
    ))]
    &pdf::Pdf,
    &docx::Docx,
    &mail::Mail,
    &json::Json,
    &table::Table,
    &html::Html,
    &text::Text,
];

/// The documents of all sources, sorted by source name; byte-identical files are one document with
/// several names.
#[must_use]
pub fn read_all(sources: Vec<Source>) -> (Vec<Document>, Vec<Diagnostic>) {
    let mut pile = Pile::new(sources);
    while pile.read_next() {}
    pile.finish()
}

/// Sources of which some are read.
#[derive(Default)]
pub(crate) struct Pile {
    /// In the order of their names.
    waiting: std::vec::IntoIter<Source>,
    companions: Vec<(Source, companion::Companion)>,
    documents: Vec<Document>,
    diagnostics: Vec<Diagnostic>,
    /// Where the document of an id stands.
    seen: BTreeMap<String, usize>,
}

impl Pile {
    pub(crate) fn new(mut sources: Vec<Source>) -> Self {
        sources.sort_by(|a, b| a.name.cmp(&b.name));
        let (companions, diagnostics) = companion::take(&mut sources);
        Self {
            waiting: sources.into_iter(),
            companions,
            documents: Vec::new(),
            diagnostics,
            seen: BTreeMap::new(),
        }
    }

    /// The sources that are not read yet, in their order.
    pub(crate) fn waiting(&self) -> &[Source] {
        self.waiting.as_slice()
    }

    /// Reads one source; `false` when none was left.
    pub(crate) fn read_next(&mut self) -> bool {
        let Some(source) = self.waiting.next() else { return false };
        let (found, notes) = read(&source);
        self.diagnostics.extend(notes);
        for document in found {
            match self.seen.get(&document.id) {
                // A row that stands twice in one table is no file of another name.
                Some(&index) if self.documents[index].source == document.source => {}
                Some(&index) => self.documents[index].copies.push(document.source),
                None => {
                    self.seen.insert(document.id.clone(), self.documents.len());
                    self.documents.push(document);
                }
            }
        }
        true
    }

    pub(crate) fn finish(self) -> (Vec<Document>, Vec<Diagnostic>) {
        let Self { companions, mut documents, mut diagnostics, .. } = self;
        diagnostics.extend(companion::apply(companions, &mut documents));
        metadata::share_publications(&mut documents);
        (documents, diagnostics)
    }
}

/// The documents in one source; several when it is a table with one document a row, or a message with
/// something attached.
#[must_use]
pub fn read(source: &Source) -> (Vec<Document>, Vec<Diagnostic>) {
    read_at(source, 0)
}

/// How deep files within files are read.
const DEPTH: u32 = 4;

/// The same, for a file that lies `depth` files deep.
fn read_at(source: &Source, depth: u32) -> (Vec<Document>, Vec<Diagnostic>) {
    if let Some(diagnostic) = refuse(source) {
        return (Vec::new(), vec![diagnostic]);
    }
    let Some(reader) = READERS.iter().find(|reader| reader.fits(source)) else {
        return (Vec::new(), vec![not_text(source)]);
    };
    // The readers build on parsers by others: a file that breaks one must not stop the rest. The tests
    // assert that this does not happen.
    let reading = panic::catch_unwind(AssertUnwindSafe(|| reader.read(source)));
    let Reading { mut drafts, mut diagnostics, attached } = reading.unwrap_or_else(|_| {
        let message = "the file is damaged in a way that broke its reader; save it anew from the program that made it";
        Reading::failed(left_out(source, "reader-failed", message))
    });
    drafts.retain(|draft| !draft.blocks.is_empty());
    if drafts.is_empty() && diagnostics.is_empty() && attached.is_empty() {
        diagnostics.push(left_out(source, "empty", "the file holds no words; nothing was read"));
    }
    let sha256 = sha::sha256(&source.bytes);
    let describe = |mut draft: Draft| match draft.part.take() {
        Some(part) => metadata::describe(draft, &source.name, &sha::sha256(part.as_bytes())),
        None => metadata::describe(draft, &source.name, &sha256),
    };
    let mut documents: Vec<Document> = drafts.into_iter().map(describe).collect();
    for day in documents.iter().flat_map(|document| &document.metadata) {
        if day.field == metadata::IMPOSSIBLE {
            let message = format!(
                "the date “{}” is on no calendar; correct it, or the document has no date of its own",
                day.value
            );
            diagnostics.push(partly(source, metadata::IMPOSSIBLE, &message));
        }
    }
    for inner in attached {
        if depth == DEPTH {
            let message = "files are nested too deep here; save it beside the others";
            diagnostics.push(left_out(&inner, "too-deep", message));
            continue;
        }
        let (mut found, notes) = read_at(&inner, depth + 1);
        found.iter_mut().for_each(|document| belongs(document, source));
        documents.extend(found);
        diagnostics.extend(notes);
    }
    (documents, diagnostics)
}

/// Says to which file a document was attached.
fn belongs(document: &mut Document, source: &Source) {
    if document.metadata.iter().any(|datum| datum.field == "attached-to") {
        return;
    }
    document.metadata.push(Metadatum {
        field: "attached-to".into(),
        value: source.name.clone(),
        span: None,
        inferred: false,
    });
}

fn refuse(source: &Source) -> Option<Diagnostic> {
    let bytes = &source.bytes;
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Some(left_out(source, "empty", "the file is empty; nothing was read"));
    }
    if bytes.len() > MAX_BYTES {
        let message = format!(
            "the file has {} MB and the limit is {} MB; cut it into parts",
            bytes.len() >> 20,
            MAX_BYTES >> 20
        );
        return Some(left_out(source, "too-large", &message));
    }
    // A PDF is refused where its reader is not built in: its objects are no text for people.
    let reads = cfg!(feature = "pdf-in-browser")
        || !cfg!(all(target_family = "wasm", target_os = "unknown"));
    if !reads && bytes.starts_with(b"%PDF-") {
        return Some(not_text(source));
    }
    None
}

fn not_text(source: &Source) -> Diagnostic {
    let bytes = &source.bytes;
    let known: &[(&[u8], &str)] = &[
        (b"\x89PNG", "a PNG image"),
        (b"\xff\xd8\xff", "a JPEG image"),
        (b"GIF8", "a GIF image"),
        (b"%PDF", "a PDF"),
        (b"PK\x03\x04", "a ZIP archive or an Office document"),
        (b"\xd0\xcf\x11\xe0", "an old Office document"),
        (b"\x1f\x8b", "a gzip archive"),
        (b"Rar!", "a RAR archive"),
        (b"7z\xbc\xaf", "a 7z archive"),
        (b"OggS", "an Ogg recording"),
        (b"ID3", "an MP3 recording"),
        (b"RIFF", "a recording or an image"),
        (b"{\\rtf", "an RTF document"),
        (b"SQLite format 3", "a database"),
    ];
    let what = known
        .iter()
        .find(|(magic, _)| bytes.starts_with(magic))
        .map_or("binary data", |(_, what)| what);
    let message = format!("the file is {what} and not text; export its text and put that here");
    left_out(source, "not-text", &message)
}

/// A diagnostic for a file that is not in the corpus.
fn left_out(source: &Source, kind: &str, message: &str) -> Diagnostic {
    Diagnostic {
        source: source.name.clone(),
        kind: kind.into(),
        message: message.into(),
        left_out: true,
    }
}

/// A diagnostic for something of a file that was not read; the rest of it is in the corpus.
fn partly(source: &Source, kind: &str, message: &str) -> Diagnostic {
    Diagnostic { left_out: false, ..left_out(source, kind, message) }
}
