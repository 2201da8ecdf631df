//! What is read from the five seeds: metadata with spans, blocks, repairs, and every reference of the
//! biography.

use crate::common;
use dateline_ingest::{date_documents, passages, read_all};
use expect_test::expect_file;

#[test]
fn seeds_are_read_as_expected() {
    let (mut documents, diagnostics) = read_all(common::seeds());
    assert_eq!(diagnostics, []);
    assert_eq!(documents.len(), 5);
    let passages = passages(&documents);
    date_documents(&mut documents, &passages);
    for document in &documents {
        let path = common::golden("seeds").join(format!("{}.golden", document.source));
        expect_file![path].assert_eq(&common::print(document));
    }
}

/// `biography-references.txt` was made by hand from the text, one reference a line.
#[test]
fn every_reference_of_the_biography_is_read() {
    let (documents, _) = read_all(common::seeds());
    let biography = documents.iter().find(|document| document.title == "Randa Kassis").unwrap();
    let found: Vec<String> = biography.references.iter().map(common::fields).collect();
    let expected: Vec<&str> =
        include_str!("golden/seeds/biography-references.txt").lines().collect();
    for (number, (found, expected)) in found.iter().zip(&expected).enumerate() {
        assert_eq!(found, expected, "reference {number}");
    }
    assert_eq!(found.len(), expected.len());
}
