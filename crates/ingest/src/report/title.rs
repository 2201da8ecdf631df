//! Titles: an ordered part of a sentence's own words, with what was left out marked.

use dateline_corpus::Span;

/// The most characters a title may have.
pub(crate) const TITLE_LENGTH: usize = 90;

/// The title of the report that `sentence` makes of the date at `timex`.
pub(super) fn title(text: &str, sentence: Span, timex: Span) -> String {
    let _ = timex;
    shorten(sentence.of(text))
}

/// `words` on one line, cut after a whole word when longer than a title may be, without the final stop.
pub(crate) fn shorten(words: &str) -> String {
    let mut title = String::new();
    for word in words.split_whitespace() {
        let length = title.chars().count() + word.chars().count();
        if length + 2 > TITLE_LENGTH {
            return format!("{}…", title.trim_end_matches([',', ';', ':', '-', '—', '.']));
        }
        if !title.is_empty() {
            title.push(' ');
        }
        title.push_str(word);
    }
    title.truncate(title.trim_end_matches(['.', ',', ';']).len());
    title
}
