//! Any bytes under a name of any format: reading does not panic, says something of every file, and
//! every span fits its text. Sidecars and bibliographies are read beside a document.
//!
//! `cargo +nightly fuzz run read --fuzz-dir fuzz/read`: the first byte chooses the format. With
//! `FORMAT=html` all bytes are of that one, and any file is a seed. A sample of what it found is read
//! again by the tests of `ingest`, on the stable compiler.

#![no_main]

use std::sync::LazyLock;

use dateline_corpus::{Document, Span};
use dateline_ingest::{Source, read, read_all, sentences};
use libfuzzer_sys::fuzz_target;

const ENDS: [&str; 10] = ["txt", "md", "html", "eml", "docx", "pdf", "csv", "json", "tsv", "toml"];

static FORMAT: LazyLock<Option<String>> = LazyLock::new(|| std::env::var("FORMAT").ok());

fuzz_target!(|bytes: &[u8]| {
    let (end, bytes) = match (&*FORMAT, bytes) {
        (Some(format), bytes) => (format.as_str(), bytes),
        (None, [choice, rest @ ..]) => (ENDS[usize::from(*choice) % ENDS.len()], rest),
        (None, []) => return,
    };
    let source = Source { name: format!("file.{end}"), bytes: bytes.to_vec() };
    let (documents, diagnostics) = read(&source);
    assert!(!documents.is_empty() || !diagnostics.is_empty());
    documents.iter().for_each(check);
    if matches!(end, "json" | "toml") {
        let beside = Source { name: "file".into(), bytes: b"It opened on 3 March 2012.".to_vec() };
        let (documents, _) = read_all(vec![beside, source]);
        assert!(documents.iter().any(|document| document.source == "file"));
        documents.iter().for_each(check);
    }
});

fn check(document: &Document) {
    let fits = |span: Span| document.text.get(span.range()).is_some();
    assert!(document.blocks.iter().all(|block| fits(block.span)));
    assert!(document.blocks.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start));
    assert!(document.repairs.iter().all(|repair| fits(repair.span)));
    assert!(document.references.iter().all(|reference| fits(reference.span)));
    assert!(document.metadata.iter().filter_map(|datum| datum.span).all(fits));
    assert!(sentences(document).into_iter().all(fits));
}
