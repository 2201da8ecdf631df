//! Quotes: what is made from a place finds the place, also after the text has changed.

use dateline_corpus::{Document, Span};
use dateline_publish::{Passage, quote};
use proptest::prelude::*;

fn passage(prefix: &str, exact: &str, suffix: &str) -> Passage {
    Passage { exact: exact.into(), prefix: prefix.into(), suffix: suffix.into() }
}

#[track_caller]
fn check(text: &str, passage: &Passage, expected: Option<(&str, usize, bool)>) {
    let found = quote::find(text, passage);
    let found = found.map(|f| (f.span.of(text), f.span.range().start, f.exact));
    assert_eq!(found, expected);
}

const TEXT: &str = "On Monday they met in Moscow. The talks failed. \
    On Friday they met in Moscow. The talks went on.";

#[test]
fn the_context_decides_between_equal_words() {
    let met = |prefix, suffix| passage(prefix, "they met in Moscow.", suffix);
    check(TEXT, &met("", ""), Some(("they met in Moscow.", 10, true)));
    check(TEXT, &met("On Friday", ""), Some(("they met in Moscow.", 58, true)));
    check(TEXT, &met("", "The talks went"), Some(("they met in Moscow.", 58, true)));
    check(TEXT, &met("On Sunday", "Nothing"), Some(("they met in Moscow.", 10, true)));
}

#[test]
fn spaces_case_and_marks_may_differ() {
    let quote = passage("", "they met, in «moscow»", "");
    check(
        "Then THEY met\u{a0}in\nMoscow again",
        &quote,
        Some(("THEY met\u{a0}in\nMoscow", 5, true)),
    );
}

#[test]
fn a_few_changed_words_are_forgiven() {
    let quote = passage("", "the delegation met the minister in Moscow on a cold Friday", "");
    let changed = "So the delegation met the deputy minister in Moscow on a Friday, it said.";
    let found = "the delegation met the deputy minister in Moscow on a Friday";
    check(changed, &quote, Some((found, 3, false)));
    check("The delegation met nobody and went home on Friday.", &quote, None);
    check("Three words only", &passage("", "three other words", ""), None);
}

#[test]
fn what_is_not_there_is_not_found() {
    check(TEXT, &passage("", "nothing of the kind", ""), None);
    check(TEXT, &passage("", "", "On"), None);
    check("", &passage("", "x", ""), None);
    check("a *** b", &passage("", "***", ""), Some(("***", 2, true)));
}

#[test]
fn context_ends_at_words() {
    let text = "Extraordinarily long words surround whatever is quoted here, unquestionably.";
    let start = u32::try_from(text.find("quoted").unwrap()).unwrap();
    let made = quote::of(text, Span { start, end: start + 6 }).unwrap();
    assert_eq!(made, passage("long words surround whatever is", "quoted", "here, unquestionably."));
    assert_eq!(quote::of(text, Span { start: 15, end: 16 }), None);
    assert_eq!(quote::of(text, Span { start: 15, end: 1600 }), None);
}

#[test]
fn the_named_document_comes_first_then_the_exact_one() {
    let document =
        |id: &str, text: &str| Document { id: id.into(), text: text.into(), ..Document::default() };
    let documents = [
        document("a", "The bridge over the river was at last opened on that day."),
        document("b", "They say the bridge over the river was opened on that day."),
        document("c", "Nothing."),
    ];
    let sought = passage("", "the bridge over the river was opened on that day", "");
    let place = |id| quote::locate(&documents, id, &sought).map(|(at, found)| (at, found.exact));
    assert_eq!(place(Some("a")), Some((0, false)));
    assert_eq!(place(Some("c")), Some((1, true)));
    assert_eq!(place(Some("gone")), Some((1, true)));
    assert_eq!(place(None), Some((1, true)));
    assert_eq!(quote::locate(&documents, None, &passage("", "absent words", "")), None);
}

proptest! {
    #[test]
    fn a_passage_of_a_text_is_found_in_it(text in "[a-c .,\n\u{e9}\u{645}]{1,80}", from in 0..80usize, to in 0..80usize) {
        let boundary = |at: usize| (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap();
        let (from, to) = (boundary(from.min(to)), boundary(from.max(to)));
        let span = Span { start: u32::try_from(from).unwrap(), end: u32::try_from(to).unwrap() };
        if let Some(made) = quote::of(&text, span) {
            let found = quote::find(&text, &made).unwrap();
            prop_assert!(found.exact);
            prop_assert_eq!(found.span.of(&text), made.exact.as_str());
        }
    }

    #[test]
    fn words_that_stand_once_are_found_at_their_place(at in 0..90u32, length in 1..10u32) {
        let words: Vec<_> = (0..100).map(|n| format!("w{n}")).collect();
        let text = words.join(" ");
        let quoted = words[at as usize..(at + length) as usize].join(" ");
        let found = quote::find(&text, &passage("", &quoted, "")).unwrap();
        prop_assert_eq!(found.span.of(&text), quoted);
    }

    #[test]
    fn any_texts_are_searched(text in any::<String>(), exact in any::<String>(), prefix in "\\PC{0,9}") {
        if let Some(found) = quote::find(&text, &passage(&prefix, &exact, "")) {
            prop_assert!(text.get(found.span.range()).is_some());
        }
    }
}
