//! Makes a large corpus of a small one: its sentences, recombined in an order that a fixed seed
//! gives, so that words are as frequent as in the original and every run makes the same corpus.

use dateline_corpus::{Corpus, Document, Event, Report, Span};

/// Sentences of a made document that report something, and that do not.
const REPORTS: usize = 3;
const OTHERS: usize = 4;

/// A corpus of so many documents made of the sentences of `seed`. Empty when `seed` has no events.
#[must_use]
pub fn grow(seed: &Corpus, documents: usize) -> Corpus {
    let reports = report_sentences(seed);
    let others = other_sentences(seed);
    let mut grown =
        Corpus { format: seed.format, entities: seed.entities.clone(), ..Corpus::default() };
    if reports.is_empty() || others.is_empty() {
        return grown;
    }
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    for n in 0..documents {
        let model = &seed.documents[random.below(seed.documents.len())];
        let mut document = Document {
            id: format!("{n:016x}"),
            source: format!("{n}.txt"),
            title: model.title.clone(),
            issued: model.issued.clone(),
            publication: model.publication.clone(),
            language: model.language.clone(),
            ..Document::default()
        };
        for place in 0..REPORTS + OTHERS {
            if place % 2 == 1 && place / 2 < REPORTS {
                let (event, report, text) = reports[random.below(reports.len())];
                let start = document.text.len();
                let moved = move_report(report, &document.id, start, place);
                document.text.push_str(text);
                grown.events.push(Event { reports: vec![moved], ..event.clone() });
            } else {
                document.text.push_str(others[random.below(others.len())]);
            }
            document.text.push('\n');
        }
        grown.documents.push(document);
    }
    grown
        .events
        .sort_by(|a, b| a.date.cmp(&b.date).then_with(|| a.reports[0].id.cmp(&b.reports[0].id)));
    for (n, event) in grown.events.iter_mut().enumerate() {
        event.id = format!("e{n}");
    }
    grown
}

fn report_sentences(seed: &Corpus) -> Vec<(&Event, &Report, &str)> {
    let text = |report: &Report| {
        let document = seed.documents.iter().find(|document| document.id == report.document)?;
        document.text.get(report.span.range())
    };
    let reports = seed.events.iter().flat_map(|event| {
        event.reports.iter().filter_map(move |report| Some((event, report, text(report)?)))
    });
    reports.collect()
}

fn other_sentences(seed: &Corpus) -> Vec<&str> {
    let texts = seed.documents.iter().flat_map(|document| document.text.split_inclusive(". "));
    texts.map(str::trim).filter(|text| (40..400).contains(&text.len())).collect()
}

fn move_report(report: &Report, document: &str, start: usize, place: usize) -> Report {
    let shift = |span: Span| {
        let place = |at: u32| at - report.span.start + u32::try_from(start).unwrap_or(0);
        Span {
            start: place(span.start.max(report.span.start)),
            end: place(span.end.max(report.span.start)),
        }
    };
    Report {
        id: format!("{document}-{place}"),
        document: document.to_owned(),
        span: shift(report.span),
        timex: shift(report.timex),
        context: None,
        about: None,
        copies: None,
        ..report.clone()
    }
}

/// Source: Marsaglia, "Xorshift RNGs" (2003), the 64-bit generator 13, 7, 17.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % limit as u64).unwrap_or(0)
    }
}
