//! The issue date of documents that state none: inferred from their address, and marked as inferred
//! with its evidence.

use dateline_corpus::{Date, Document, Evidence, IssuedBasis, Passage};

use crate::calendar;

/// Fills `issued`, `issued_basis` and `issued_evidence` of the documents that state no date.
pub fn date_documents(documents: &mut [Document], passages: &[Passage]) {
    let _ = passages;
    for document in documents.iter_mut().filter(|document| document.issued.is_none()) {
        let Some(edtf) = document.url.as_deref().and_then(in_url) else { continue };
        document.issued = Date::parse(&edtf);
        document.issued_basis = IssuedBasis::Inferred;
        document.issued_evidence.push(Evidence {
            kind: "url".into(),
            note: format!("Its web address holds the date {edtf}."),
            span: None,
            document: None,
        });
    }
}

/// The date in a web address such as `/2015/04/05/`.
fn in_url(url: &str) -> Option<String> {
    let found = calendar::find(url)?;
    found.day.map(|_| found.edtf())
}
