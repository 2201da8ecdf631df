//! Made-up awkward files, by format: each beside what is read from it. One folder a format; to write
//! the expected results anew, run with `UPDATE_EXPECT=1` and read the difference.

use std::fs;
use std::path::Path;

use crate::common;
use dateline_ingest::{read, sentences};
use expect_test::expect_file;

#[test]
fn awkward_files_are_read_as_expected() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reading/golden/awkward");
    let mut formats: Vec<_> =
        fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    formats.sort();
    let mut count = 0;
    for format in formats {
        for source in common::sources(&format) {
            let (documents, diagnostics) = read(&source);
            let mut found = String::new();
            for document in &documents {
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
