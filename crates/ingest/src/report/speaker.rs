//! Who says what a sentence reports: "Kassis said", "said Kassis", "according to Interfax".

use dateline_corpus::{Document, Mention, Span};

use crate::entity::is_saying;

/// The entity that says it; `None` when the sentence has no verb of saying with a name at it.
pub(super) fn speaker(document: &Document, sentence: Span) -> Option<u32> {
    let text = &document.text;
    let from = document.mentions.partition_point(|mention| mention.span.start < sentence.start);
    let named: Vec<&Mention> = document.mentions[from..]
        .iter()
        .take_while(|mention| mention.span.end <= sentence.end)
        .collect();
    if named.is_empty() {
        return None;
    }
    words_outside_quotes(text, sentence).into_iter().find_map(|word| {
        let lower = word.of(text).to_lowercase();
        if lower == "according" {
            return named
                .iter()
                .find(|mention| mention.span.start >= word.end)
                .map(|mention| mention.entity);
        }
        if !is_saying(&lower) {
            return None;
        }
        let before = named.iter().rev().find(|mention| mention.span.end <= word.start);
        let after = named.iter().find(|mention| mention.span.start >= word.end);
        let is_near = |mention: &&&Mention| {
            let between = Span {
                start: mention.span.end.min(word.end),
                end: mention.span.start.max(word.start),
            };
            is_one_clause(between.of(text))
        };
        // "X said" comes before "said X": English puts the name first unless a quotation stood there.
        let follows = after.filter(|mention| mention.span.start <= word.end + 2);
        before.filter(is_near).or(follows).map(|mention| mention.entity)
    })
}

/// Whether no comma pair, quotation or stop comes between a name and its verb.
fn is_one_clause(between: &str) -> bool {
    between.chars().count() <= 80 && !between.contains(['"', '“', '”', ';', ':', '—'])
}

/// The words of a sentence that stand outside quotation marks.
fn words_outside_quotes(text: &str, sentence: Span) -> Vec<Span> {
    let mut words = Vec::new();
    let mut quoted = false;
    let mut start = None;
    let end = sentence.of(text).len();
    for (at, c) in sentence.of(text).char_indices().chain([(end, ' ')]) {
        if c.is_alphabetic() {
            start.get_or_insert(at);
            continue;
        }
        if let Some(from) = start.take()
            && !quoted
            && let (Ok(from), Ok(at)) = (u32::try_from(from), u32::try_from(at))
        {
            words.push(Span { start: sentence.start + from, end: sentence.start + at });
        }
        match c {
            '"' => quoted = !quoted,
            '“' | '«' | '„' => quoted = true,
            '”' | '»' => quoted = false,
            _ => {}
        }
    }
    words
}
