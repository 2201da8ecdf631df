//! Identity: how a report's id is made. The rules stand in `docs/FORMAT.md`.

use crate::sha;

/// The id of a report: twelve hexadecimal digits of the hash of its document's id, its sentence in
/// normal form, the timex's ordinal in it, and how often that sentence stood in the document before.
pub(crate) fn report_id(document: &str, sentence: &str, ordinal: usize, repeat: usize) -> String {
    let mut id = sha::sha256(
        format!("{document}\n{}\n{ordinal}\n{repeat}", normal_form(sentence)).as_bytes(),
    );
    id.truncate(12);
    id
}

/// A sentence without what a repair or a new edition of the reader may change: letters and digits in
/// lower case, with one space between words.
pub(crate) fn normal_form(sentence: &str) -> String {
    let mut normal = String::with_capacity(sentence.len());
    for word in sentence.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        if !normal.is_empty() {
            normal.push(' ');
        }
        normal.extend(word.chars().flat_map(char::to_lowercase));
    }
    normal
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_tell_documents_ordinals_and_repeats_apart_but_not_spacing() {
        let id = report_id("d1", "It began on 3 May.", 0, 0);
        assert_eq!(id, report_id("d1", "It  began\non 3 May", 0, 0));
        for other in [
            report_id("d2", "It began on 3 May.", 0, 0),
            report_id("d1", "It ended on 3 May.", 0, 0),
            report_id("d1", "It began on 3 May.", 1, 0),
            report_id("d1", "It began on 3 May.", 0, 1),
        ] {
            assert_ne!(id, other);
        }
    }
}
