//! Any bytes under a name of any format: reading does not panic, says something of every file, and
//! every span fits its text.
//!
//! `cargo +nightly fuzz run read --fuzz-dir fuzz/read`; the first byte chooses the format.

#![no_main]

use dateline_ingest::{Source, read, sentences};
use libfuzzer_sys::fuzz_target;

const ENDS: [&str; 9] = ["txt", "md", "html", "eml", "docx", "pdf", "csv", "json", "tsv"];

fuzz_target!(|bytes: &[u8]| {
    let [choice, rest @ ..] = bytes else { return };
    let name = format!("file.{}", ENDS[usize::from(*choice) % ENDS.len()]);
    let (documents, diagnostics) = read(&Source { name, bytes: rest.to_vec() });
    assert!(!documents.is_empty() || !diagnostics.is_empty());
    for document in &documents {
        let fits = |span: dateline_corpus::Span| document.text.get(span.range()).is_some();
        assert!(document.blocks.iter().all(|block| fits(block.span)));
        assert!(document.blocks.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start));
        assert!(document.repairs.iter().all(|repair| fits(repair.span)));
        assert!(document.references.iter().all(|reference| fits(reference.span)));
        assert!(document.metadata.iter().filter_map(|datum| datum.span).all(fits));
        assert!(sentences(document).into_iter().all(fits));
    }
});
