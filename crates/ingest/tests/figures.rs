//! Figures that documents agree or differ on, with the words that bound them.

use std::fmt::Write as _;

use dateline_corpus::Corpus;
use dateline_ingest::{Source, ingest};
use expect_test::{Expect, expect};

fn bake(texts: &[&[u8]]) -> Corpus {
    let source =
        |(n, bytes): (usize, &&[u8])| Source { name: format!("{n}.txt"), bytes: bytes.to_vec() };
    ingest(texts.iter().enumerate().map(source).collect(), Vec::new())
}

/// The figures, one a line: how they relate, what is counted, the words of each place; below them
/// what is said of contradictions.
#[track_caller]
fn check(texts: &[&[u8]], expected: &Expect) {
    let corpus = bake(texts);
    let mut out = String::new();
    for figure in &corpus.figures {
        let words = figure.places.iter().map(|place| {
            let document = corpus.documents.iter().find(|it| it.id == place.document);
            place.span.of(&document.expect("a document of the corpus").text)
        });
        let words: Vec<_> = words.collect();
        let _ = writeln!(out, "{} | {} | {}", figure.relation, figure.subject, words.join(" | "));
    }
    for conflict in corpus.conflicts.iter().filter(|conflict| conflict.kind == "figure") {
        let _ = writeln!(out, "{}", conflict.note);
    }
    expected.assert_eq(&out);
}

#[test]
fn the_seeds_count_these() {
    check(
        &[
            include_bytes!("../../../seeds/001_21d8f490f748d773.txt"),
            include_bytes!("../../../seeds/004_ea0d3afba9423dae.txt"),
        ],
        &expect![[r#"
            agree | people | more than 220,000 people | over 220,000 people
            agree | prisoners | 650 prisoners | 650 prisoners
        "#]],
    );
}

#[test]
fn bounds_belong_to_their_figures() {
    let first =
        b"Over 1,250 prisoners left the camp at Kardam on 4 March 2015, the Red Cross said.";
    let second =
        b"The Red Cross said at least 1,250 prisoners left the camp at Kardam on 4 March 2015.";
    let third = b"The Red Cross said 900 prisoners left the camp at Kardam on 4 March 2015.";
    check(
        &[first, second],
        &expect![[r#"
            agree | prisoners | Over 1,250 prisoners | at least 1,250 prisoners
        "#]],
    );
    check(
        &[first, third],
        &expect![[r#"
            conflict | prisoners | Over 1,250 prisoners | 900 prisoners
            One document has over 1,250 prisoners, another 900 prisoners.
        "#]],
    );
}
