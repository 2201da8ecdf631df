//! Which signs are marks of markup, to be taken out, and which belong to the words.

use dateline_ingest::{Source, read};

#[track_caller]
fn check(name: &str, text: &str, expected: &str) {
    let (documents, _) = read(&Source { name: name.into(), bytes: text.into() });
    assert_eq!(documents[0].text, expected, "{name}");
}

/// Signs that are part of words and addresses, in a text that nobody marked and in Markdown.
#[test]
fn signs_within_words_and_addresses_stay() {
    for text in [
        "See https://example.org/wiki/Mendez,_architect_of_%27Argo%27_rescue,_dies today.",
        "See https://example.org/a_(b)_c/_d_/*e*/~f~ and www.example.org/_x_.",
        "See (https://example.org/_a_) and [https://example.org/*b*].",
        "The fields first_name_of and last_name_of, 2*3*4 and a*b*c.",
        "Write to first_last_name@example.org of _ or * or ~.",
    ] {
        check("a.txt", text, text);
        check("a.md", text, text);
    }
    for text in [
        "The file /home/_x_/y, the module __init__ and C:\\_a_\\b, 100%_of_% it.",
        "A price* and the note: *as of today, 5 * 3 * 2.",
    ] {
        check("a.txt", text, text);
    }
}

#[test]
fn emphasis_is_taken_out() {
    let marked =
        "He *said* so, **loudly** and _twice_; “_thrice_” (*at* https://example.org/a_b_c).";
    let plain = "He said so, loudly and twice; “thrice” (at https://example.org/a_b_c).";
    check("a.txt", marked, plain);
    check("a.md", marked, plain);
    check(
        "a.md",
        "**https://example.org/a_b** and [a_b](https://example.org/_c_) \\_d\\_",
        "https://example.org/a_b and a_b _d_",
    );
}
