//! Nothing of a text is lost: every character that is not white space is in a block or in a recorded
//! repair, and with the repairs undone the text is the file again.

use crate::common;
use dateline_corpus::{Document, Timex};
use dateline_ingest::{Source, ingest, read, read_all, sentences};
use proptest::prelude::*;

fn check(document: &Document, file: &str) {
    assert_eq!(
        original(document),
        file.replace("\r\n", "\n").replace('\r', "\n"),
        "repairs undone"
    );
    let mut covered = 0;
    for block in &document.blocks {
        let (start, end) = (block.span.start as usize, block.span.end as usize);
        assert!(covered <= start && start < end, "blocks are in order and hold something");
        assert!(
            document.text[covered..start].trim().is_empty(),
            "lost: {:?}",
            &document.text[covered..start]
        );
        covered = end;
    }
    assert!(document.text[covered..].trim().is_empty(), "lost: {:?}", &document.text[covered..]);
    for span in document.metadata.iter().filter_map(|datum| datum.span) {
        assert!(document.text.get(span.range()).is_some(), "a metadatum's span fits the text");
    }
    for reference in &document.references {
        assert!(document.blocks.iter().any(|block| block.span.contains(reference.span)));
    }
    let sentences = sentences(document);
    assert!(
        sentences
            .iter()
            .all(|span| document.text.get(span.range()).is_some_and(|words| !words.is_empty()))
    );
    assert!(
        sentences.windows(2).all(|pair| pair[0].end <= pair[1].start),
        "sentences are in order"
    );
    assert!(
        sentences.iter().all(|span| document.blocks.iter().any(|block| block.span.contains(*span)))
    );
}

/// A list whose lines and stops were lost: its parts hold every word once, and every date whole.
#[test]
fn what_never_ends_is_cut_between_words_and_dates() {
    let rows = (0..400).map(|n| format!("row {n} on 4 May {} and then ", 1900 + n % 100));
    let text = rows.collect::<String>();
    let source = Source { name: "list.txt".into(), bytes: text.clone().into_bytes() };
    let corpus = ingest(vec![source], Vec::new());
    let document = &corpus.documents[0];
    let parts = sentences(document);
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(
        parts.iter().flat_map(|part| words(part.of(&document.text))).collect::<Vec<_>>(),
        words(&text)
    );
    assert!(parts.iter().all(|part| part.end - part.start < 3_000), "{parts:?}");
    assert_eq!(document.timexes.len(), 400);
    let is_whole = |date: &Timex| parts.iter().any(|part| part.contains(date.span));
    assert!(document.timexes.iter().all(is_whole));
}

/// The file's text, from the document's text and what was changed in it.
fn original(document: &Document) -> String {
    let mut out = String::new();
    let mut at = 0;
    for repair in &document.repairs {
        out.push_str(&document.text[at..repair.span.start as usize]);
        out.push_str(&repair.original);
        at = repair.span.end as usize;
    }
    out + &document.text[at..]
}

#[test]
fn the_seeds_lose_nothing() {
    for source in common::seeds() {
        let file = String::from_utf8(source.bytes.clone()).unwrap();
        check(&read_all(vec![source]).0[0], &file);
    }
}

/// Pieces of which awkward texts are made.
fn piece() -> impl Strategy<Value = String> {
    let known = [
        "\n",
        "\n\n",
        "\r\n",
        " ",
        "  ",
        "\t",
        "# ",
        "## ",
        "**",
        "*",
        "_",
        "__",
        "***",
        "> ",
        "- ",
        "* ",
        "1. ",
        "☒ ",
        "• ",
        "---",
        "===",
        "[",
        "](",
        ")",
        "](#)",
        "![",
        "<https://example.org/2015/04/05/a>",
        "<",
        "\\*",
        "Summary:",
        "By ",
        "Date: ",
        "Original url:",
        "3 April 2015",
        "April 05, 2015",
        "2015-04-05",
        "(2015)",
        "\"Title\". Site. Retrieved 2020-10-06. ",
        "Smith, J. (2014). ",
        "References",
        "Bibliography",
        ", Paris, 2013 (FR) ",
        "because of the",
        "rise of radical Islamists",
        "Mr. ",
        "U.S. ",
        ". ",
        "? ",
        "! ",
        "قال الرئيس. ",
        "Он сказал. ",
        "“",
        "”",
        "é",
        "\u{feff}",
        "\u{a0}",
        "\u{202e}",
        "🇸🇾",
        "MOSCOW — ",
        "Randa Kassis (born 1970) is a politician. ",
        "\u{c}",
        "\n\u{c}GAZETTE 3\n",
        "har-\nbour",
        "pass-\n\u{c}GAZETTE 4\n\ned ",
        "\n1\n00:00:01,000 --> 00:00:03,500\n",
        "<v Anna Lind>",
        "</i>",
        "WEBVTT",
        "\n^",
        "<\n",
        "(a) ",
        "28.02.2012 18:43 ",
        "photo.jpg",
        "Video 71",
        "Presented by Hassan",
        "A plain sentence that goes on for a good while and then some more",
    ];
    prop_oneof![8 => proptest::sample::select(known.map(String::from).to_vec()), 1 => any::<String>()]
}

/// Pieces of subtitles and of recognised pages.
fn cue() -> impl Strategy<Value = String> {
    let known = [
        "\n\n1\n00:00:01,000 --> 00:00:03,500\n",
        "\n00:00:01.000 --> 00:00:03.500 align:start\n",
        "\n2\n00:00:01,000 --> 00:00:03,500\n\n",
        "12\n",
        "<v Anna Lind>",
        "<v >",
        "<i>",
        "</i>",
        "<",
        ">",
        "- ",
        "WEBVTT - ",
        "NOTE seen\n",
        "It was the crane ",
        "that fell. ",
        "nobody came because of the har-\n",
        "bour was closed\n",
        "\u{c}",
        "\u{c}GAZETTE Page 3\n\n",
        "\n",
        "\n\n",
        "> ",
        "**",
        "é",
    ];
    proptest::sample::select(known.map(String::from).to_vec())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2000) })]

    #[test]
    fn texts_lose_nothing(pieces in proptest::collection::vec(piece(), 1..60), markdown: bool) {
        let file = pieces.concat();
        prop_assume!(!file.starts_with('\u{feff}') && !file.contains('\0'));
        let name = if markdown { "a.md" } else { "a.txt" };
        let (documents, diagnostics) = read(&Source { name: name.into(), bytes: file.clone().into_bytes() });
        prop_assert_eq!(documents.len() + diagnostics.len(), 1);
        for document in &documents {
            check(document, &file);
        }
    }

    #[test]
    fn cues_and_pages_lose_nothing(pieces in proptest::collection::vec(cue(), 1..40), markdown: bool) {
        let file = pieces.concat();
        let name = if markdown { "a.md" } else { "a.srt" };
        let (documents, _) = read(&Source { name: name.into(), bytes: file.clone().into_bytes() });
        for document in &documents {
            check(document, &file);
        }
    }

    #[test]
    fn bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400), name in "[a-z]{1,3}\\.(txt|md|html|eml|docx|pdf|csv|json|toml)") {
        let (documents, diagnostics) = read(&Source { name, bytes });
        prop_assert!(!documents.is_empty() || !diagnostics.is_empty());
        prop_assert!(diagnostics.iter().all(|diagnostic| diagnostic.kind != "reader-failed"));
    }
}
