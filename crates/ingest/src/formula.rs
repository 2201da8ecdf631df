//! Formulas: sentences that documents use again and again with another date in them, such as "Article last
//! amended: 3 May". They tell nothing of the world, whatever their words.

use std::collections::BTreeMap;

use dateline_corpus::{Date, Document, Event, Report, Span};

use crate::words;

/// So many documents make a sentence a formula.
const DOCUMENTS: usize = 3;
/// With so many words besides dates and numbers, two are enough.
const LONG: usize = 6;

/// For each event whether all that reports it are formulas. `texts` are the documents by id.
pub(crate) fn formulas(texts: &BTreeMap<&str, &Document>, events: &[Event]) -> Vec<bool> {
    let mut uses: Vec<(u64, usize, &str, &Date, usize)> = events
        .iter()
        .enumerate()
        .flat_map(|(at, event)| event.reports.iter().map(move |report| (at, report)))
        .filter_map(|(at, report)| {
            let (form, words) = form(texts.get(report.document.as_str())?, report.span);
            Some((form, words, report.document.as_str(), &report.date, at))
        })
        .collect();
    uses.sort_unstable();
    let mut others: Vec<usize> = events.iter().map(|event| event.reports.len()).collect();
    for uses in uses.chunk_by(|a, b| a.0 == b.0) {
        let documents = uses.chunk_by(|a, b| a.2 == b.2).count();
        let differs = uses.iter().any(|own| !own.3.meets(uses[0].3));
        if differs && (documents >= DOCUMENTS || (documents == 2 && uses[0].1 >= LONG)) {
            uses.iter().for_each(|own| others[own.4] -= 1);
        }
    }
    others.into_iter().map(|count| count == 0).collect()
}

/// Whether two reports are the same sentence with other dates or numbers in it.
pub(crate) fn are_one(a: (&Document, &Report), b: (&Document, &Report)) -> bool {
    form(a.0, a.1.span) == form(b.0, b.1.span)
}

/// A sentence without dates and numbers, as a hash, and how many words it then has.
fn form(document: &Document, sentence: Span) -> (u64, usize) {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut count = 0;
    for (_, word) in words::outside(&document.text, sentence, &document.timexes) {
        if word.contains(|c: char| c.is_numeric()) {
            continue;
        }
        count += 1;
        // FNV-1a, with a byte between words that is in none.
        for byte in word.bytes().chain([0xff]) {
            hash = (hash ^ u64::from(byte.to_ascii_lowercase())).wrapping_mul(0x100_0000_01b3);
        }
    }
    (hash, count)
}

#[cfg(test)]
mod tests {
    use dateline_corpus::{Corpus, EventKind};

    fn bake(texts: &[&str]) -> Corpus {
        let source = |(number, text): (usize, &&str)| crate::Source {
            name: format!("{number}.txt"),
            bytes: text.as_bytes().to_vec(),
        };
        crate::ingest(texts.iter().enumerate().map(source).collect(), Vec::new())
    }

    /// The weight of the event whose title begins with `title`.
    fn weight(corpus: &Corpus, title: &str) -> u32 {
        let mut events = corpus.events.iter().filter(|event| event.kind == EventKind::Mention);
        events.find(|event| event.title.starts_with(title)).map_or(0, |event| event.weight)
    }

    #[test]
    fn a_sentence_used_with_other_dates_is_no_happening_and_no_contradiction() {
        let corpus = bake(&[
            "Randa Kassis was in Geneva.\n\nThe Geneva page was last amended by Randa Kassis on 3 May 2014.",
            "Randa Kassis was in Moscow.\n\nThe Geneva page was last amended by Randa Kassis on 9 July 2014.",
            "Randa Kassis opened the talks in Geneva on 3 May 2014 and left the city.",
        ]);
        assert!(corpus.conflicts.is_empty(), "{:?}", corpus.conflicts);
        let (formula, talks) =
            (weight(&corpus, "The Geneva page"), weight(&corpus, "Randa Kassis opened"));
        assert!(0 < formula && formula * 5 < talks, "{formula} and {talks}");
    }

    #[test]
    fn what_is_so_weighs_less_than_what_was_done() {
        let corpus = bake(&[
            "Prices are now lower than in May 2014 in the city.\n\nThe ministry raised prices in May 2014.",
        ]);
        let (state, deed) = (weight(&corpus, "Prices"), weight(&corpus, "The ministry"));
        assert!(0 < state && state < deed, "{state} and {deed}");
    }
}
