//! The names in the five seeds against lists written by hand from the texts, in the order of the text. The
//! lists name what running text names, without headings and lists of sources; what may be taken for a
//! name or not ("Arab Spring") is marked `???` and does not count.

use dateline_corpus::{Document, EntityKind, Span};
use dateline_ingest::{Source, ingest};

const SEEDS: [(&str, &str); 5] = [
    (include_str!("../../../seeds/000_68db59a15e4a449f.txt"), include_str!("names/000.txt")),
    (include_str!("../../../seeds/001_21d8f490f748d773.txt"), include_str!("names/001.txt")),
    (include_str!("../../../seeds/002_e4873f99601d61b1.txt"), include_str!("names/002.txt")),
    (include_str!("../../../seeds/003_10d991a4183a8bf4.txt"), include_str!("names/003.txt")),
    (include_str!("../../../seeds/004_ea0d3afba9423dae.txt"), include_str!("names/004.txt")),
];

/// A name by hand: where it is, and of what kind; `None` for what does not count.
type Wanted = (Span, Option<EntityKind>);

/// The part of `text` that a list speaks of, and its names.
#[track_caller]
fn by_hand(text: &str, list: &str) -> (Span, Vec<Wanted>) {
    let span = |start: usize, end: usize| Span {
        start: u32::try_from(start).expect("a short text"),
        end: u32::try_from(end).expect("a short text"),
    };
    let (mut start, mut end, mut at) = (0, text.len(), 0);
    let mut names = Vec::new();
    for line in list.lines() {
        let (what, words) = line.split_once(' ').expect("a kind and a name");
        let found = |at: usize| {
            let inside = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
            let mut places = text[at..].match_indices(words).map(|(offset, _)| at + offset);
            places.find(|&place| {
                !inside(text[..place].chars().next_back())
                    && !inside(text[place + words.len()..].chars().next())
            })
        };
        let place =
            found(at).unwrap_or_else(|| panic!("{words:?} is not in the text in this order"));
        let kind = match what {
            "PER" => Some(EntityKind::Person),
            "ORG" => Some(EntityKind::Organisation),
            "LOC" => Some(EntityKind::Place),
            _ => None,
        };
        match what {
            "from" => (start, at) = (place, place),
            "until" => end = place,
            _ => {
                at = place + words.len();
                names.push((span(place, at), kind));
            }
        }
    }
    (span(start, end), names)
}

fn found(corpus: &dateline_corpus::Corpus, document: &Document) -> Vec<(Span, EntityKind)> {
    let kind = |entity: u32| corpus.entities[entity as usize].kind;
    document.mentions.iter().map(|mention| (mention.span, kind(mention.entity))).collect()
}

#[test]
fn the_names_of_the_seeds_are_found() {
    let (mut right, mut claimed, mut wanted) = (0_u32, 0_u32, 0_u32);
    let mut errors = String::new();
    for (number, (source, list)) in SEEDS.iter().enumerate() {
        let source = Source { name: format!("{number}.txt"), bytes: source.as_bytes().to_vec() };
        let corpus = ingest(vec![source], Vec::new());
        let document = &corpus.documents[0];
        let (part, names) = by_hand(&document.text, list);
        let is_heading = |span: Span| {
            let heading = dateline_corpus::BlockKind::Heading;
            document.blocks.iter().any(|b| b.kind == heading && b.span.overlaps(span))
        };
        let found: Vec<(Span, EntityKind)> = found(&corpus, document)
            .into_iter()
            .filter(|(span, _)| part.contains(*span) && !is_heading(*span))
            .filter(|(span, _)| {
                !names.iter().any(|(own, kind)| kind.is_none() && own.overlaps(*span))
            })
            .collect();
        for (span, kind) in &found {
            claimed += 1;
            if names.contains(&(*span, Some(*kind))) {
                right += 1;
            } else {
                errors += &format!("{number}: wrong {kind:?} {:?}\n", span.of(&document.text));
            }
        }
        for (span, kind) in names.iter().filter_map(|(span, kind)| Some((*span, (*kind)?))) {
            wanted += 1;
            if !found.contains(&(span, kind)) {
                errors += &format!("{number}: missed {kind:?} {:?}\n", span.of(&document.text));
            }
        }
    }
    assert!(right * 100 >= claimed * 95, "precision {right} of {claimed}\n{errors}");
    assert!(right * 100 >= wanted * 95, "recall {right} of {wanted}\n{errors}");
}
