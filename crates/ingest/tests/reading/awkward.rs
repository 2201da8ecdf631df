//! Made-up awkward files, by format: each beside what is read from it. One folder a format; to write
//! the expected results anew, run with `UPDATE_EXPECT=1` and read the difference.

use std::fs;

use crate::common;
use dateline_corpus::{Date, Diagnostic};
use dateline_ingest::{Source, read, read_all, sentences};
use expect_test::expect_file;

#[test]
fn awkward_files_are_read_as_expected() {
    let folder = common::golden("awkward");
    let mut formats: Vec<_> =
        fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    formats.sort();
    let mut count = 0;
    for format in formats {
        for source in common::sources(&format) {
            let (documents, diagnostics) = read(&source);
            let mut found = String::new();
            for document in &documents {
                if document.source != source.name {
                    found += &format!("file       {}\n", document.source);
                }
                found += &common::print(document);
                for span in
                    sentences(document).iter().filter(|_| source.name.starts_with("sentences"))
                {
                    found += &format!("sentence   {:?}\n", span.of(&document.text));
                }
            }
            diagnostics.iter().for_each(|diagnostic| found += &common::complaint(diagnostic));
            let path = format!("{}.golden", format.join(&source.name).display());
            expect_file![path].assert_eq(&found);
            count += 1;
        }
    }
    assert!(count > 0, "there are awkward files");
}

/// Folders of documents with files that tell of them: sidecars and bibliographies.
#[test]
fn what_stands_beside_documents_is_read_as_expected() {
    let mut folders: Vec<_> = fs::read_dir(common::golden("beside"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    folders.retain(|path| path.is_dir());
    folders.sort();
    assert!(!folders.is_empty(), "there are folders");
    for folder in folders {
        let (documents, diagnostics) = read_all(common::sources(&folder));
        let mut found = String::new();
        for document in &documents {
            found += &format!("file       {}\n{}", document.source, common::print(document));
        }
        diagnostics.iter().for_each(|diagnostic| found += &common::complaint(diagnostic));
        expect_file![folder.with_extension("golden")].assert_eq(&found);
    }
}

/// Every awkward file with bytes changed, cut and repeated by a fixed seed: nothing panics, something is
/// said of each, and all spans fit.
#[test]
fn damaged_files_are_read_or_named() {
    let folder = common::golden("awkward");
    let mut random = 1_u64;
    let mut below = |end: usize| {
        random =
            random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(random >> 33).unwrap() % end.max(1)
    };
    for format in fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()) {
        for source in
            common::sources(&format).into_iter().filter(|source| source.bytes.len() < 50_000)
        {
            for _ in 0..12 {
                let mut damaged = source.clone();
                for _ in 0..=below(4) {
                    let (at, other) = (below(damaged.bytes.len()), below(damaged.bytes.len()));
                    match below(4) {
                        0 => damaged.bytes.truncate(at),
                        1 if at < damaged.bytes.len() => {
                            damaged.bytes[at] = u8::try_from(below(256)).unwrap();
                        }
                        2 => damaged.bytes.extend_from_within(at.min(other)..at.max(other)),
                        _ => drop(
                            damaged
                                .bytes
                                .drain(at.min(other)..at.max(other).min(at.min(other) + 9)),
                        ),
                    }
                }
                let (documents, diagnostics) = read(&damaged);
                assert!(!documents.is_empty() || !diagnostics.is_empty(), "{}", source.name);
                let failed = |diagnostic: &Diagnostic| diagnostic.kind == "reader-failed";
                assert!(!diagnostics.iter().any(failed), "{}", source.name);
                for document in &documents {
                    assert!(
                        document
                            .blocks
                            .iter()
                            .all(|block| !block.span.of(&document.text).is_empty()),
                        "{}",
                        source.name
                    );
                    assert!(
                        document
                            .repairs
                            .iter()
                            .all(|repair| document.text.get(repair.span.range()).is_some()),
                        "{}",
                        source.name
                    );
                    assert!(
                        document
                            .metadata
                            .iter()
                            .filter_map(|datum| datum.span)
                            .all(|span| document.text.get(span.range()).is_some()),
                        "{}",
                        source.name
                    );
                }
            }
        }
    }
}

/// A table and a list hold several documents in one file: all of them are kept, each with an identity of
/// its own that does not depend on its neighbours.
#[test]
fn every_document_of_a_file_is_kept() {
    let of = |name: &str, text: &str| {
        let source = Source { name: name.into(), bytes: text.as_bytes().to_vec() };
        let (documents, diagnostics) = read_all(vec![source]);
        assert_eq!(diagnostics, []);
        documents.into_iter().map(|document| (document.title, document.id)).collect::<Vec<_>>()
    };
    let table = of("a.csv", "title,text\nOne,The first.\nTwo,The second.\nTwo,The second.\n");
    assert_eq!(table.len(), 2, "a row that stands twice is one document");
    assert_ne!(table[0].1, table[1].1);
    assert_eq!(of("b.csv", "title,text\nTwo,\"The second.\"\n"), table[1..]);
    let list = of(
        "a.json",
        r#"[{"title":"One","text":"The first."},{"title":"Two","text":"The second."}]"#,
    );
    assert_eq!(list.len(), 2);
    assert_ne!(list[0].1, list[1].1);
    assert_eq!(of("b.json", r#"[{"text":"The second.","title":"Two"}]"#), list[1..]);
}

/// Two folders with the same names in them: a bibliography tells of the documents in its own.
#[test]
fn a_bibliography_tells_of_its_own_folder() {
    let source = |name: &str, text: &str| Source { name: name.into(), bytes: text.into() };
    let (documents, diagnostics) = read_all(vec![
        source("one/a.txt", "Minutes\n\nThe first were read.\n"),
        source("two/a.txt", "Minutes\n\nThe second were read.\n"),
        source("two/lib.json", r#"[{"type":"report","title":"Minutes","issued":{"raw":"2012"}}]"#),
    ]);
    assert_eq!(diagnostics, []);
    let issued = documents.iter().map(|document| document.issued.as_ref().map(Date::edtf));
    assert_eq!(issued.collect::<Vec<_>>(), [None, Some("2012")]);
}
