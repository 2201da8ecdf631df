//! What the search bench runs on both machines: a large corpus made of a small one, and the queries
//! of a person at a keyboard. Reads no clock: who calls it measures.

mod grow;
mod wasm;

pub use grow::grow;

/// Searches as they stand after each keystroke, by kind. The words come from the corpus, so that the
/// bench says the same of any folder.
#[must_use]
pub fn keystrokes(words: &[String]) -> Vec<(&'static str, Vec<String>)> {
    let long: Vec<&String> = words.iter().filter(|word| word.chars().count() >= 6).collect();
    let letters = |count: usize| -> Vec<String> {
        let mut all: Vec<String> =
            words.iter().map(|word| word.chars().take(count).collect()).collect();
        all.sort();
        all.dedup();
        all.truncate(60);
        all
    };
    let slip = |word: &&String| -> String {
        let middle = word.chars().count() / 2;
        word.chars().enumerate().map(|(n, c)| if n == middle { 'q' } else { c }).collect()
    };
    let pairs = |join: &dyn Fn(&str, &str) -> String| -> Vec<String> {
        long.windows(2).take(40).map(|pair| join(pair[0], pair[1])).collect()
    };
    vec![
        ("one letter", letters(1)),
        ("two letters", letters(2)),
        ("word", long.iter().take(60).map(|word| (*word).clone()).collect()),
        ("two words", pairs(&|a, b| format!("{a} {b}"))),
        ("phrase", pairs(&|a, b| format!("\"{a} {b}\""))),
        ("excluding", pairs(&|a, b| format!("{a} -{b}"))),
        ("slip", long.iter().take(60).map(slip).collect()),
    ]
}
