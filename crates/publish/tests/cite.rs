//! Citations, word for word.

use dateline_corpus::{Date, Document, Genre, IssuedBasis};
use dateline_publish::cite::{Item, Style, cite};
use expect_test::{Expect, expect};

const LINK: &str = "https://example.org/talks/#doc=21d8f490f748d773";

fn interview() -> Document {
    Document {
        id: "21d8f490f748d773".into(),
        source: "talks/interview.txt".into(),
        sha256: "21d8f490f748d773aa".into(),
        title: "Who speaks for “the opposition”?".into(),
        issued: Date::parse("2015-03-25"),
        issued_basis: IssuedBasis::Stated,
        publication: Some("The Daily & Weekly".into()),
        authors: vec!["Randa Kassis".into(), "Charles de Gaulle".into(), "News Agency".into()],
        url: Some("https://example.org/a_b?c=1#d".into()),
        language: "en".into(),
        genre: Genre::Interview,
        ..Document::default()
    }
}

fn undated() -> Document {
    Document {
        id: "00ff".into(),
        source: "note.txt".into(),
        sha256: "00ff11".into(),
        title: "A note".into(),
        ..Document::default()
    }
}

fn inferred() -> Document {
    Document { issued: Date::parse("2014-06~"), issued_basis: IssuedBasis::Inferred, ..undated() }
}

#[track_caller]
fn check(document: &Document, quote: Option<&str>, style: Style, expected: &Expect) {
    let item = Item { document, quote, link: Some(LINK) };
    expected.assert_eq(&cite(&[item], style));
}

#[test]
fn chicago() {
    let style = Style::Chicago;
    check(
        &interview(),
        None,
        style,
        &expect![
            "Randa Kassis, Charles de Gaulle, and News Agency, “Who speaks for ‘the opposition’?” The Daily & Weekly, March 25, 2015, https://example.org/a_b?c=1#d https://example.org/talks/#doc=21d8f490f748d773"
        ],
    );
    check(
        &undated(),
        Some("They\n met."),
        style,
        &expect!["“They met.” “A note,” n.d. https://example.org/talks/#doc=21d8f490f748d773"],
    );
    check(
        &inferred(),
        None,
        style,
        &expect!["“A note,” [about June 2014]. https://example.org/talks/#doc=21d8f490f748d773"],
    );
}

#[test]
fn apa() {
    let style = Style::Apa;
    check(
        &interview(),
        None,
        style,
        &expect![
            "Kassis, R., de Gaulle, C., & News Agency. (2015, March 25). Who speaks for “the opposition”? The Daily & Weekly. https://example.org/a_b?c=1#d https://example.org/talks/#doc=21d8f490f748d773"
        ],
    );
    check(
        &undated(),
        None,
        style,
        &expect!["A note. (n.d.). https://example.org/talks/#doc=21d8f490f748d773"],
    );
    check(
        &inferred(),
        None,
        style,
        &expect!["A note. ([ca. June 2014]). https://example.org/talks/#doc=21d8f490f748d773"],
    );
}

#[test]
fn markdown() {
    let style = Style::Markdown;
    check(
        &interview(),
        Some("Yes_we [met] <b>"),
        style,
        &expect![[r#"
        > Yes\_we \[met\] \<b\>
        >
        > — Randa Kassis, Charles de Gaulle, and News Agency, [Who speaks for “the opposition”?](<https://example.org/talks/#doc=21d8f490f748d773>), *The Daily \& Weekly*, 25 March 2015 (`2015-03-25`)"#]],
    );
    check(
        &inferred(),
        None,
        style,
        &expect![[
            r#"[A note](<https://example.org/talks/#doc=21d8f490f748d773>), \[about June 2014\] (`2014-06~`)"#
        ]],
    );
}

#[test]
fn bibtex() {
    let style = Style::Bibtex;
    check(
        &interview(),
        Some("100% {sure}"),
        style,
        &expect![[r#"
        @article{d21d8f490f748d773,
          author = {Kassis, Randa and de Gaulle, Charles and {News Agency}},
          title = {{Who speaks for “the opposition”?}},
          journal = {The Daily \& Weekly},
          date = {2015-03-25},
          year = {2015},
          month = mar,
          url = {https://example.org/a_b?c=1#d},
          langid = {en},
          annotation = {100\% \{sure\}},
          note = {EDTF: 2015-03-25; File: talks/interview.txt; SHA-256: 21d8f490f748d773aa; Explorer: https://example.org/talks/\#doc=21d8f490f748d773},
        }
    "#]],
    );
    check(
        &inferred(),
        None,
        style,
        &expect![[r#"
        @misc{d00ff,
          title = {{A note}},
          date = {2014-06~},
          year = {2014},
          month = jun,
          url = {https://example.org/talks/#doc=21d8f490f748d773},
          note = {EDTF: 2014-06\textasciitilde{} (inferred); File: note.txt; SHA-256: 00ff11},
        }
    "#]],
    );
}

#[test]
fn ris() {
    let written = |document: &Document| {
        let item = Item { document, quote: Some("They\n met."), link: None };
        let record = cite(&[item], Style::Ris);
        assert_eq!(record.matches('\n').count(), record.matches("\r\n").count());
        record.replace('\r', "")
    };
    expect![[r#"
        TY  - NEWS
        ID  - 21d8f490f748d773
        TI  - Who speaks for “the opposition”?
        AU  - Kassis, Randa
        AU  - de Gaulle, Charles
        AU  - News Agency,
        T2  - The Daily & Weekly
        PY  - 2015
        DA  - 2015/03/25/
        LA  - en
        UR  - https://example.org/a_b?c=1#d
        AB  - They met.
        N1  - EDTF: 2015-03-25
        N1  - File: talks/interview.txt
        N1  - SHA-256: 21d8f490f748d773aa
        ER  - 

    "#]]
    .assert_eq(&written(&interview()));
    assert!(written(&inferred()).contains("DA  - 2014/06//\n"));
}

#[test]
fn csl_json() {
    check(
        &interview(),
        None,
        Style::CslJson,
        &expect![[r#"
            [
              {
                "id": "21d8f490f748d773",
                "type": "article-newspaper",
                "title": "Who speaks for “the opposition”?",
                "author": [
                  {
                    "family": "Kassis",
                    "given": "Randa"
                  },
                  {
                    "family": "de Gaulle",
                    "given": "Charles"
                  },
                  {
                    "literal": "News Agency"
                  }
                ],
                "container-title": "The Daily & Weekly",
                "issued": {
                  "date-parts": [
                    [
                      2015,
                      3,
                      25
                    ]
                  ]
                },
                "language": "en",
                "URL": "https://example.org/a_b?c=1#d",
                "note": "EDTF: 2015-03-25\nFile: talks/interview.txt\nSHA-256: 21d8f490f748d773aa\nExplorer: https://example.org/talks/#doc=21d8f490f748d773"
              }
            ]
        "#]],
    );
    let issued = |document: &Document| -> serde_json::Value {
        let list = cite(&[Item { document, quote: None, link: None }], Style::CslJson);
        let list: serde_json::Value = serde_json::from_str(&list).unwrap();
        list[0]["issued"].clone()
    };
    assert_eq!(issued(&inferred()).to_string(), r#"{"circa":true,"date-parts":[[2014,6]]}"#);
    let season = Document { issued: Date::parse("2014-21"), ..undated() };
    assert_eq!(issued(&season).to_string(), r#"{"literal":"spring 2014"}"#);
    let range = Document { issued: Date::parse("2014-03-01/2014-03-03"), ..undated() };
    assert_eq!(issued(&range).to_string(), r#"{"date-parts":[[2014,3,1],[2014,3,3]]}"#);
    assert!(issued(&undated()).is_null());
}

#[test]
fn several_sources_follow_one_another() {
    let (first, second) = (interview(), undated());
    let items = [&first, &second].map(|document| Item { document, quote: None, link: None });
    assert_eq!(cite(&items, Style::Ris).matches("TY  - ").count(), 2);
    assert_eq!(cite(&items, Style::Bibtex).matches("\n@").count(), 1);
    assert_eq!(cite(&items, Style::Apa).matches("\n\n").count(), 1);
}
