//! A plain scan of all events under the rules of the search, and the proof that the index finds the
//! same.

use std::sync::Arc;

use proptest::prelude::*;

use crate::search::fold::fold_words;
use crate::search::parse::{Field, Term, Test, parse};
use crate::search::vocabulary::{near, small};
use crate::*;

/// Everything an event is found by, as lists of words.
fn texts(corpus: &Corpus, event: &Event) -> Vec<Vec<String>> {
    let mut texts = Vec::new();
    for report in &event.reports {
        let document = corpus.documents.iter().find(|it| it.id == report.document).unwrap();
        texts.push(fold_words(report.span.of(&document.text)));
        texts.extend(report.context.map(|span| fold_words(span.of(&document.text))));
        texts
            .extend(report.entities.iter().map(|&n| fold_words(&corpus.entities[n as usize].name)));
        if event.kind == EventKind::Publication {
            texts.push(fold_words(&document.title));
            texts.extend(document.publication.as_deref().map(fold_words));
        }
    }
    texts
}

fn document_texts(document: &Document) -> Vec<Vec<String>> {
    let publication = document.publication.as_deref().unwrap_or("");
    [&document.text, &document.title, publication].map(fold_words).into()
}

fn all_words(corpus: &Corpus) -> Vec<String> {
    let mut all: Vec<String> = corpus.documents.iter().flat_map(document_texts).flatten().collect();
    all.extend(corpus.documents.iter().flat_map(|it| fold_words(&it.source)));
    for entity in &corpus.entities {
        all.extend(fold_words(&entity.name));
        all.extend(entity.aliases.iter().flat_map(|alias| fold_words(&alias.name)));
    }
    all
}

/// Whether one typed word stands for a word of the text.
fn is_meant(typed: &str, prefix: bool, word: &str, all: &[String]) -> bool {
    let plain = |word: &str| if prefix { word.starts_with(typed) } else { word == typed };
    if typed.chars().count() < 5 || all.iter().any(|known| plain(known)) {
        return plain(word);
    }
    near(&typed.chars().collect::<Vec<_>>(), word, prefix)
}

fn holds(text: &[String], words: &[String], prefix: bool, all: &[String]) -> bool {
    text.windows(words.len()).any(|window| {
        window
            .iter()
            .zip(words)
            .enumerate()
            .all(|(n, (word, typed))| is_meant(typed, prefix && n + 1 == words.len(), word, all))
    })
}

fn meets(corpus: &Corpus, event: &Event, term: &Term, all: &[String]) -> bool {
    let entity = |kind: EntityKind, words: &[String], prefix: bool| {
        let mut entities = event.reports.iter().flat_map(|it| &it.entities);
        entities.any(|&n| {
            let entity = &corpus.entities[n as usize];
            let mut names =
                std::iter::once(&entity.name).chain(entity.aliases.iter().map(|alias| &alias.name));
            entity.kind == kind && names.any(|name| holds(&fold_words(name), words, prefix, all))
        })
    };
    let document = |holds: &dyn Fn(&Document) -> bool| {
        event
            .reports
            .iter()
            .any(|report| corpus.documents.iter().any(|it| it.id == report.document && holds(it)))
    };
    match (&term.test, term.field) {
        (Test::Days(first, last), _) => {
            let (a, b) = event.date.known();
            let (first, last) = (first.map(|it| it.0), last.map(|it| it.0));
            b.0 >= first.unwrap_or(i32::MIN) && last.unwrap_or(i32::MAX) >= a.0
        }
        (Test::Words { words, prefix }, None) => {
            texts(corpus, event).iter().any(|text| holds(text, words, *prefix, all))
        }
        (Test::Words { words, prefix }, Some(field)) => match field {
            Field::Person => entity(EntityKind::Person, words, *prefix),
            Field::Org => entity(EntityKind::Organisation, words, *prefix),
            Field::Place => entity(EntityKind::Place, words, *prefix),
            Field::Source => document(&|it| {
                let publication = it.publication.as_deref().unwrap_or("");
                [&it.title, publication, &it.source]
                    .iter()
                    .any(|text| holds(&fold_words(text), words, *prefix, all))
            }),
            Field::Kind => format!("{:?}", event.kind).to_lowercase().starts_with(&words.join("-")),
            _ => document(&|it| {
                it.language == words[0] || it.language.starts_with(&format!("{}-", words[0]))
            }),
        },
    }
}

/// The events that `text` finds, by a plain scan.
fn scan(corpus: &Corpus, text: &str) -> Vec<u32> {
    let search = parse(text);
    let all = all_words(corpus);
    let found = |event: &Event| {
        search.clauses.iter().all(|clause| {
            clause.iter().any(|term| meets(corpus, event, term, &all) != term.exclude)
        })
    };
    (0..).zip(&corpus.events).filter(|(_, event)| found(event)).map(|(n, _)| n).collect()
}

/// A corpus of sentences made of few words, so that searches meet.
pub(crate) fn corpus() -> impl Strategy<Value = Corpus> {
    const WORDS: [&str; 14] = [
        "prisoners",
        "prisons",
        "prison",
        "released",
        "Élysée",
        "talks",
        "in",
        "Moscow",
        "Geneva",
        "al-Assad",
        "220,000",
        "МОСКВА",
        "السورية",
        "莫斯科",
    ];
    const DATES: [&str; 6] =
        ["2014", "2014-06~", "2015-03-25/2015-03-27", "2018-01-30", "../2011", "2015-04/.."];
    let sentence = prop::collection::vec(prop::sample::select(&WORDS[..]), 1..7);
    let event = (0..3usize, 0..3u32, prop::sample::select(&DATES[..]), 0..4usize);
    let documents = prop::collection::vec(prop::collection::vec(sentence, 1..5), 3);
    (documents, prop::collection::vec(event, 0..8)).prop_map(|(texts, events)| {
        let mut corpus = Corpus { format: FORMAT, ..Corpus::default() };
        let kinds = [EntityKind::Person, EntityKind::Organisation, EntityKind::Place];
        for (n, name) in ["Randa Kassis", "Moscow Talks", "Geneva"].into_iter().enumerate() {
            let alias = Alias { name: "Prisoner".into(), rule: "test".into() };
            corpus.entities.push(Entity {
                id: format!("{n}"),
                kind: kinds[n],
                name: name.into(),
                aliases: if n == 0 { vec![alias] } else { Vec::new() },
            });
        }
        let mut spans = Vec::new();
        for (n, sentences) in texts.iter().enumerate() {
            let mut document = Document { id: format!("d{n}"), ..Document::default() };
            document.title = ["The Moscow Times", "Prisons", "Talks"][n].into();
            document.source = format!("file{n}.txt");
            document.language = ["en", "en-GB", "fr"][n].into();
            let mut places = Vec::new();
            for sentence in sentences {
                let start = small(document.text.len());
                document.text.push_str(&sentence.join(" "));
                places.push(Span { start, end: small(document.text.len()) });
                document.text.push_str(". ");
            }
            spans.push(places);
            corpus.documents.push(document);
        }
        for (n, (document, entity, date, kind)) in events.into_iter().enumerate() {
            let places = &spans[document];
            let date = Date::parse(date).unwrap();
            let report = Report {
                id: format!("r{n}"),
                document: format!("d{document}"),
                span: places[n % places.len()],
                timex: Span::default(),
                kind: "DATE".into(),
                value: String::new(),
                modifier: None,
                rule: String::new(),
                basis: Basis::Explicit,
                date: date.clone(),
                reference: None,
                title: String::new(),
                entities: vec![entity],
                modality: Modality::Reported,
                speaker: None,
                copies: None,
                context: places.get(n % places.len() + 1).copied(),
                about: None,
            };
            let kinds =
                [EventKind::Publication, EventKind::Mention, EventKind::Work, EventKind::Reference];
            corpus.events.push(Event {
                id: format!("e{n}"),
                date,
                kind: kinds[kind],
                title: String::new(),
                reports: vec![report],
                weight: 0,
                joined: Vec::new(),
            });
        }
        corpus
    })
}

/// A search of a few pieces.
fn search() -> impl Strategy<Value = String> {
    const PIECES: [&str; 34] = [
        "prisoners",
        "Prisonors",
        "prsion",
        "prison",
        "pri",
        "p",
        "released",
        "elysee",
        "ÉLYSÉE",
        "talks",
        "moscow",
        "\"in moscow\"",
        "\"talks in",
        "-geneva",
        "-\"prison talks\"",
        "OR",
        "assad",
        "al-assad",
        "220,000",
        "москва",
        "السوريّة",
        "莫斯",
        "person:kassis",
        "-person:prisoner",
        "person:\"randa k",
        "place:gen",
        "source:times",
        "-source:file1",
        "kind:pub",
        "lang:en",
        "date:2014",
        "before:2015",
        "after:2014-05",
        "nonsense:",
    ];
    prop::collection::vec(prop::sample::select(&PIECES[..]), 0..4)
        .prop_map(|pieces| pieces.join(" "))
}

proptest! {
    #[test]
    fn the_index_finds_what_a_plain_scan_finds(corpus in corpus(), text in search()) {
        let index = Index::new(Arc::new(corpus.clone()));
        let found = index.run(&Query { text: text.clone(), ..Query::default() });
        prop_assert_eq!(found.events, scan(&corpus, &text), "{}", text);
    }

    #[test]
    fn hits_are_where_a_plain_scan_finds_the_words(corpus in corpus(), text in search()) {
        let index = Index::new(Arc::new(corpus.clone()));
        let words = index.run(&Query { text: text.clone(), ..Query::default() }).words;
        let all = all_words(&corpus);
        let search = parse(&text);
        for (n, document) in (0..).zip(&corpus.documents) {
            let whole = Span { start: 0, end: small(document.text.len()) };
            let hits = index.hits(&words, n, whole);
            let lit: Vec<String> = hits.iter().flat_map(|hit| fold_words(hit.of(&document.text))).collect();
            let mut expected = Vec::new();
            let text = fold_words(&document.text);
            let mut lit_to = 0;
            for at in 0..text.len() {
                for term in search.clauses.iter().flatten() {
                    let Test::Words { words, prefix } = &term.test else { continue };
                    if term.exclude || term.field.is_some() || at + words.len() > text.len() {
                        continue;
                    }
                    if holds(&text[at..at + words.len()], words, *prefix, &all) {
                        lit_to = lit_to.max(at + words.len());
                    }
                }
                if at < lit_to {
                    expected.push(text[at].clone());
                }
            }
            prop_assert_eq!(lit, expected);
        }
    }

    #[test]
    fn what_lies_within_a_range_stands_first(
        corpus in corpus(),
        range in prop::sample::select(&["2014", "2014-11/2015-04", "2015-03-26", "../2014", "2014-05/.."][..]),
    ) {
        let range = Date::parse(range);
        let ends = range.as_ref().map(|it| (it.first(), it.last())).unwrap();
        let dates: Vec<&Date> = corpus.events.iter().map(|event| &event.date).collect();
        let met = (0..small(dates.len())).filter(|&n| dates[n as usize].tells_of(ends.0, ends.1));
        let beyond = |n: &u32| {
            let (first, last) = dates[*n as usize].known();
            ends.0.is_some_and(|start| first < start) || ends.1.is_some_and(|end| end < last)
        };
        let (mut beyond, mut expected): (Vec<u32>, Vec<u32>) = met.partition(beyond);
        beyond.sort_by_key(|&n| dates[n as usize].known().1.0 - dates[n as usize].known().0.0);
        expected.extend(&beyond);
        let found = Index::new(Arc::new(corpus.clone())).run(&Query { range, ..Query::default() });
        prop_assert_eq!(found.events, expected);
        prop_assert_eq!(found.beyond as usize, beyond.len());
    }

    #[test]
    fn anything_typed_is_a_search(text in ".{0,40}") {
        let index = Index::new(Arc::new(Corpus::default()));
        let found = index.run(&Query { text, ..Query::default() });
        prop_assert!(found.events.is_empty());
    }
}
