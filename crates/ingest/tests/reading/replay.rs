//! A sample of what fuzzing found to go new ways through the readers, read again. Each file of `replay/`
//! holds the inputs of one format, each behind its length in four bytes, the lowest first.

use crate::common;
use dateline_ingest::{Source, read, read_all, sentences};

#[test]
fn what_fuzzing_found_is_read_or_named() {
    let mut count = 0;
    for pack in common::sources(&common::golden("../replay")) {
        let format = pack.name.trim_end_matches(".bin");
        let mut rest = pack.bytes.as_slice();
        while let Some((length, more)) = rest.split_first_chunk::<4>() {
            let (bytes, more) = more.split_at(u32::from_le_bytes(*length) as usize);
            rest = more;
            count += 1;
            let source = Source { name: format!("file.{format}"), bytes: bytes.to_vec() };
            let (documents, diagnostics) = read(&source);
            assert!(!documents.is_empty() || !diagnostics.is_empty(), "{format} {count}");
            assert!(diagnostics.iter().all(|d| d.kind != "reader-failed"), "{format} {count}");
            let beside = Source { name: "file".into(), bytes: b"It opened on 3 March.".to_vec() };
            let (beside, _) = read_all(vec![beside, source]);
            for document in documents.iter().chain(&beside) {
                let fits = |span: dateline_corpus::Span| document.text.get(span.range()).is_some();
                assert!(document.blocks.iter().all(|block| fits(block.span)), "{format} {count}");
                assert!(
                    document.repairs.iter().all(|repair| fits(repair.span)),
                    "{format} {count}"
                );
                assert!(sentences(document).into_iter().all(fits), "{format} {count}");
            }
        }
    }
    assert!(count > 300, "the inputs are there");
}
