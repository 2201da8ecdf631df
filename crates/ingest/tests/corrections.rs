//! What a sidecar states of names and reports.

use dateline_corpus::{Corpus, EventKind};
use dateline_ingest::{Source, ingest};

const FIRST: &str = "# A Meeting\n\nMarch 3, 2020\n\nOn Monday, Maria Lopez met the Syrian National Council (SNC) in \
    Geneva. Lopez said the SNC had agreed to a truce.";
const SECOND: &str = "# After the Meeting\n\nMarch 5, 2020\n\nOn Monday, Maria Lopez met the Syrian National Council in \
    Geneva again.";

fn bake(sidecar: &str) -> Corpus {
    let files = [("first.txt", FIRST), ("second.txt", SECOND), ("first.toml", sidecar)];
    let source = |(name, text): (&str, &str)| Source {
        name: name.to_owned(),
        bytes: text.as_bytes().to_vec(),
    };
    ingest(files.into_iter().map(source).collect(), Vec::new())
}

/// How many reports each happening has.
fn reports(corpus: &Corpus) -> Vec<usize> {
    let mentions = corpus.events.iter().filter(|event| event.kind == EventKind::Mention);
    mentions.map(|event| event.reports.len()).collect()
}

/// The ids of what the words of the first document mean, in order.
fn meant<'c>(corpus: &'c Corpus, words: &str) -> Vec<&'c str> {
    let document = &corpus.documents[0];
    let mentions =
        document.mentions.iter().filter(|mention| mention.span.of(&document.text) == words);
    mentions.map(|mention| corpus.entities[mention.entity as usize].id.as_str()).collect()
}

#[test]
fn reports_that_are_stated_to_be_apart_are_two_events_and_can_be_joined_again() {
    let corpus = bake("");
    assert_eq!(reports(&corpus), [2]);
    let event = corpus.events.iter().find(|event| event.reports.len() == 2).expect("one is joined");
    let ids = format!("[[\"{}\", \"{}\"]]", event.reports[0].id, event.reports[1].id);
    assert_eq!(reports(&bake(&format!("apart = {ids}"))), [1, 1]);
    let again = bake(&format!("together = {ids}"));
    assert_eq!(reports(&again), [2]);
    assert!(
        again.events.iter().any(|event| event.joined.iter().any(|rule| rule == "stated-beside"))
    );
}

#[test]
fn a_report_that_is_not_there_is_named() {
    let corpus = bake("apart = [[\"000000000000\", \"111111111111\"]]");
    let kinds: Vec<&str> = corpus.diagnostics.iter().map(|found| found.kind.as_str()).collect();
    assert_eq!(kinds, ["sidecar-report"; 2]);
    assert!(corpus.diagnostics[0].message.contains("000000000000"));
}

#[test]
fn a_line_that_states_nothing_is_named() {
    for line in [
        "apart = \"000000000000\"",
        "together = [[\"one\", \"two\"]]",
        "names = 3",
        "[names]\nSNC = 3",
    ] {
        let corpus = bake(line);
        let kinds: Vec<&str> = corpus.diagnostics.iter().map(|found| found.kind.as_str()).collect();
        assert_eq!(kinds, ["sidecar-line"], "{line}");
    }
}

#[test]
fn a_name_means_what_is_stated() {
    let corpus = bake("");
    assert_eq!(meant(&corpus, "SNC"), ["organisation:syrian-national-council"; 2]);
    assert_eq!(meant(&corpus, "Lopez"), ["person:maria-lopez"]);

    let apart = bake("[names]\nSNC = \"SNC\"");
    assert_eq!(meant(&apart, "SNC"), ["organisation:snc"; 2]);

    let other = bake("[names]\n\"Maria Lopez\" = \"Maria Lopez (envoy)\"");
    assert_eq!(meant(&other, "Maria Lopez"), ["person:maria-lopez-envoy"]);
    assert_eq!(meant(&other, "Lopez"), ["person:maria-lopez-envoy"]);
    let names: Vec<&str> = other.entities.iter().map(|entity| entity.name.as_str()).collect();
    assert!(names.contains(&"Maria Lopez (envoy)") && names.contains(&"Maria Lopez"));
    assert_eq!(reports(&other).iter().sum::<usize>(), 2);
}

#[test]
fn an_impossible_date_in_a_sidecar_is_told_and_loses_no_words() {
    let source = |name: &str, bytes: &[u8]| Source { name: name.into(), bytes: bytes.to_vec() };
    let sources = vec![
        source("a.txt", b"The crane fell onto the quay on 4 May 2019."),
        source("a.toml", b"date = \"2019-02-31\"\n"),
        source("b.bin", &[0, 1, 2, 3, 0, 255, 254, 0]),
    ];
    let corpus = ingest(sources, Vec::new());
    let told: Vec<(&str, bool)> =
        corpus.diagnostics.iter().map(|told| (told.source.as_str(), told.loses_words())).collect();
    assert_eq!(told, [("a.toml", false), ("b.bin", true)], "{:?}", corpus.diagnostics);
    assert!(corpus.diagnostics[0].message.contains("2019-02-31"));
}
