//! What the tests share: files to sources, and documents as text that a person can check.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use dateline_corpus::{Date, Diagnostic, Document, Reference};
use dateline_ingest::Source;

/// The seeds. They are compiled in: in WebAssembly a test sees only its own package's folder.
pub(crate) fn seeds() -> Vec<Source> {
    macro_rules! seed {
        ($name:literal) => {
            Source {
                name: $name.into(),
                bytes: include_bytes!(concat!("../../../../seeds/", $name)).to_vec(),
            }
        };
    }
    vec![
        seed!("000_68db59a15e4a449f.txt"),
        seed!("001_21d8f490f748d773.txt"),
        seed!("002_e4873f99601d61b1.txt"),
        seed!("003_10d991a4183a8bf4.txt"),
        seed!("004_ea0d3afba9423dae.txt"),
    ]
}

/// A folder of the golden files, as a full path: a relative one needs variables of cargo's, which
/// WebAssembly does not see.
pub(crate) fn golden(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reading/golden").join(folder)
}

/// The files of a folder, by name, but for those that hold expected results.
pub(crate) fn sources(folder: &Path) -> Vec<Source> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)
        .expect("the folder is there")
        .filter_map(|entry| Some(entry.ok()?.path()))
        .collect();
    paths.retain(|path| path.is_file() && path.extension().is_none_or(|end| end != "golden"));
    paths.sort();
    paths
        .iter()
        .map(|path| Source {
            name: path.file_name().unwrap_or_default().to_string_lossy().into(),
            bytes: fs::read(path).expect("the file is there"),
        })
        .collect()
}

/// Everything that was read of a document but its text, one fact a line.
pub(crate) fn print(document: &Document) -> String {
    let mut out = String::new();
    let date =
        |date: &Option<Date>| date.as_ref().map_or("-".to_string(), |date| date.edtf().to_string());
    let d = document;
    let _ = writeln!(out, "title      {}", d.title);
    let _ = writeln!(out, "issued     {} {:?}", date(&d.issued), d.issued_basis);
    let _ = writeln!(out, "document   {:?}, {}", d.genre, d.language);
    for datum in &d.metadata {
        let place = datum.span.map_or("-".into(), |span| format!("{}..{}", span.start, span.end));
        let inferred = if datum.inferred { ", inferred" } else { "" };
        let _ = writeln!(out, "metadata   {} = {:?} ({place}{inferred})", datum.field, datum.value);
    }
    for evidence in &d.issued_evidence {
        let words = evidence.span.map(|span| span.of(&d.text)).unwrap_or_default();
        let _ = writeln!(out, "evidence   {}: {} {words:?}", evidence.kind, evidence.note);
    }
    for block in &d.blocks {
        let level = block.level.map(|level| format!(" {level}")).unwrap_or_default();
        let language =
            block.language.as_deref().map(|code| format!(" [{code}]")).unwrap_or_default();
        let page = block.page.map(|page| format!(" p. {page}")).unwrap_or_default();
        let kind = format!("{:?}", block.kind).to_lowercase();
        let _ =
            writeln!(out, "{kind}{level}{language}{page} {:?}", shorten(block.span.of(&d.text)));
    }
    for reference in &d.references {
        let _ = writeln!(out, "ref        {}", fields(reference));
    }
    for repair in &d.repairs {
        let now = repair.span.of(&d.text);
        let _ = writeln!(
            out,
            "repair     {} at {}: {:?} was {:?}",
            repair.kind,
            repair.span.start,
            shorten(now),
            shorten(&repair.original)
        );
    }
    out
}

/// The fields of a reference, each with its name.
pub(crate) fn fields(reference: &Reference) -> String {
    let date = |name: &str, date: &Option<Date>| {
        date.as_ref().map(|date| format!("{name}={}", date.edtf()))
    };
    let text = |name: &str, text: &Option<String>| {
        text.as_ref().map(|text| format!("{name}={}", text.replace('\u{a0}', " ")))
    };
    let mut all: Vec<String> = Vec::new();
    all.extend(
        (!reference.authors.is_empty())
            .then(|| format!("authors={}", reference.authors.join("; "))),
    );
    all.extend(text("title", &reference.title));
    all.extend(text("container", &reference.container));
    all.extend(text("publisher", &reference.publisher));
    all.extend(date("date", &reference.date));
    all.extend(text("language", &reference.language));
    all.extend(reference.identifiers.iter().map(|(scheme, value)| format!("{scheme}={value}")));
    all.extend(text("pages", &reference.pages));
    all.extend(text("url", &reference.url));
    all.extend(date("archived", &reference.archived));
    all.extend(date("retrieved", &reference.retrieved));
    all.join(" | ")
}

/// A diagnostic on one line.
pub(crate) fn complaint(diagnostic: &Diagnostic) -> String {
    let left_out = if diagnostic.left_out { " (left out)" } else { "" };
    format!(
        "diagnostic {} {}: {}{left_out}\n",
        diagnostic.source, diagnostic.kind, diagnostic.message
    )
}

/// The beginning and the end of long words.
fn shorten(words: &str) -> String {
    let count = words.chars().count();
    if count <= 100 {
        return words.into();
    }
    let head: String = words.chars().take(70).collect();
    let tail: String = words.chars().skip(count - 25).collect();
    format!("{head} … {tail}")
}
