//! Every temporal expression of the five seeds, read by hand: `text | type | value | mod | edtf`.

use dateline_timex::{Context, Language, detect_domain, detect_language, tag};

#[track_caller]
fn check(text: &str, reference: Option<(i32, u8, u8)>, expected: &str) {
    assert_eq!(detect_language(text), Language::English);
    let context = Context { reference, language: Language::English, domain: detect_domain(text) };
    let found = tag(text, &context).into_iter().map(|timex| {
        let modifier = timex.modifier.map_or("-", |modifier| modifier.name());
        let edtf = timex.edtf.as_deref().unwrap_or("-");
        let (words, kind) = (&text[timex.start..timex.end], timex.kind.name());
        format!("{words} | {kind} | {} | {modifier} | {edtf}", timex.value)
    });
    let expected = expected.lines().filter(|line| !line.starts_with('#')).collect::<Vec<_>>();
    pretty_assert(&found.collect::<Vec<_>>(), &expected);
}

#[track_caller]
fn pretty_assert(found: &[String], expected: &[&str]) {
    for (at, pair) in found.iter().zip(expected).enumerate() {
        assert_eq!(pair.0, pair.1, "expression {at}");
    }
    assert_eq!(found.len(), expected.len(), "{found:#?}");
}

#[test]
fn interview_summary() {
    let text = include_str!("../../../seeds/000_68db59a15e4a449f.txt");
    check(text, Some((2015, 4, 3)), include_str!("seeds/000.txt"));
}

#[test]
fn article_of_april_2015() {
    let text = include_str!("../../../seeds/001_21d8f490f748d773.txt");
    check(text, Some((2015, 4, 5)), include_str!("seeds/001.txt"));
}

#[test]
fn article_of_november_2014() {
    let text = include_str!("../../../seeds/002_e4873f99601d61b1.txt");
    check(text, Some((2014, 11, 26)), include_str!("seeds/002.txt"));
}

#[test]
fn biography_in_one_line() {
    let text = include_str!("../../../seeds/003_10d991a4183a8bf4.txt");
    check(text, None, include_str!("seeds/003.txt"));
}

#[test]
fn undated_article() {
    let text = include_str!("../../../seeds/004_ea0d3afba9423dae.txt");
    check(text, Some((2015, 4, 6)), include_str!("seeds/004.txt"));
    check(text, None, include_str!("seeds/004-undated.txt"));
}
