//! Who says what a sentence reports: "Kassis said", "said Kassis", "according to Interfax", "Selon Kassis".

use dateline_corpus::{Document, Mention, Span};

use crate::entity::is_saying;

/// The entity that says it; `None` when the sentence has no verb of saying with a name at it.
pub(crate) fn speaker(document: &Document, sentence: Span) -> Option<u32> {
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
        if is_source_word(&lower, Span { start: sentence.start, end: word.start }.of(text)) {
            return source(text, &named, word);
        }
        if !is_saying(&lower) {
            return None;
        }
        let text_before = Span { start: sentence.start, end: word.start }.of(text);
        let after = named
            .iter()
            .find(|mention| mention.span.start >= word.end && mention.span.start <= word.end + 2);
        // "…, said Kassis": after a quotation or a comma the name may follow its verb.
        if text_before.trim_end().ends_with([',', '”', '"', '»']) && after.is_some() {
            return after.map(|mention| mention.entity);
        }
        subject(text, &named, word).or(after).map(|mention| mention.entity)
    })
}

/// Whether `word` names a source by what follows it, in languages whose verbs of saying are not known here:
/// "Selon", "D'après", "Según"; at the start of a sentence also "Laut", "Secondo" and "Segundo", which elsewhere
/// mean "loud" and "second".
fn is_source_word(word: &str, before: &str) -> bool {
    let before = before.trim_start_matches(['"', '«', '“', ' ', '*', '_', '>', '-']);
    match word {
        "selon" | "según" => true,
        "après" => {
            let before = before.trim_end_matches(['\'', '’']);
            before.ends_with(['d', 'D'])
        }
        "laut" | "gemäß" | "secondo" | "segundo" => before.is_empty(),
        _ => false,
    }
}

/// The name that follows a source word in its clause. Behind a preposition stands what the source is of: nobody
/// speaks in "selon le traité de Lisbonne".
fn source(text: &str, named: &[&Mention], word: Span) -> Option<u32> {
    const OF: [&str; 14] =
        ["de", "du", "des", "d", "del", "della", "do", "da", "von", "der", "des", "di", "dem", "à"];
    let name = named.iter().find(|mention| mention.span.start >= word.end)?;
    let between = Span { start: word.end, end: name.span.start }.of(text);
    let last = between.split(|c: char| !c.is_alphabetic()).rfind(|word| !word.is_empty());
    let is_near =
        between.chars().count() <= 60 && !between.contains([',', ';', ':', '"', '«', '“']);
    (is_near && !last.is_some_and(|last| OF.contains(&last))).then_some(name.entity)
}

/// The name that is the subject of a verb: the one nearest before it in its clause, or, when a clause in
/// commas stands between, the one before that: "Kassis, who now heads the Movement, said".
fn subject<'m, 'd>(text: &str, named: &'m [&'d Mention], verb: Span) -> Option<&'m &'d Mention> {
    let nearest = named.iter().rev().find(|mention| mention.span.end <= verb.start)?;
    let between = Span { start: nearest.span.end, end: verb.start }.of(text);
    if between.trim_end().ends_with(',') {
        // The nearest name may itself be part of the clause in commas, or the one it explains.
        let head =
            named.iter().rev().skip_while(|mention| mention.span.end >= nearest.span.end).find(
                |mention| {
                    let after = Span { start: mention.span.end, end: verb.start }.of(text);
                    after.starts_with(',') && is_one_clause(after)
                },
            );
        return Some(head.unwrap_or(nearest));
    }
    (is_one_clause(between) && !between.contains(',')).then_some(nearest)
}

/// Whether no quotation or stop comes between a name and its verb.
fn is_one_clause(between: &str) -> bool {
    between.chars().count() <= 90 && !between.contains(['"', '“', '”', ';', ':', '—'])
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
