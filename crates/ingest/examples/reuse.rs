//! Measures how well shared passages are found: `cargo run --release --example reuse -- FOLDER`.
//!
//! Passages of 8 to 60 words are copied from one document of the folder into another, with a share of
//! their words edited, by a fixed seed; then it is counted which characters of them are found again.

use std::collections::{BTreeMap, BTreeSet};

use dateline_corpus::{BlockKind, Document, Passage, Place};
use dateline_ingest::{Source, passages, read_all};

/// How many passages are planted for each share of edits.
const PLANTS: usize = 300;

fn main() {
    let folder = std::env::args().nth(1).expect("the folder of documents is the argument");
    let mut sources: Vec<Source> = std::fs::read_dir(folder)
        .expect("the folder can be read")
        .filter_map(|entry| {
            let path = entry.ok()?.path();
            Some(Source {
                name: path.file_name()?.to_string_lossy().into(),
                bytes: std::fs::read(&path).ok()?,
            })
        })
        .collect();
    sources.sort_by(|a, b| a.name.cmp(&b.name));
    let clean = read_all(sources.clone()).0;
    let before = pairs(&clean, &passages(&clean));
    println!(
        "{} documents; {} pairs share wording before anything is planted",
        clean.len(),
        before.len()
    );
    println!("edits  planted  whole>=12w  char recall  char precision  other new pairs");
    for percent in [0, 5, 10, 20] {
        measure(&sources, &clean, &before, percent);
    }
}

type Pairs = BTreeSet<(String, String)>;

fn pairs(documents: &[Document], passages: &[Passage]) -> Pairs {
    let names: BTreeMap<&str, &str> =
        documents.iter().map(|d| (d.id.as_str(), d.source.as_str())).collect();
    let pair = |p: &Passage| {
        let (a, b) = (names[p.first.document.as_str()], names[p.second.document.as_str()]);
        if a < b { (a.to_string(), b.to_string()) } else { (b.to_string(), a.to_string()) }
    };
    passages.iter().map(pair).collect()
}

struct Plant {
    from: String,
    to: String,
    copied: String,
    edited: String,
}

fn measure(sources: &[Source], clean: &[Document], before: &Pairs, percent: u64) {
    let mut random = Random(42 + percent);
    let mut sources = sources.to_vec();
    let vocabulary: Vec<&str> = clean.iter().flat_map(|d| d.text.split_whitespace()).collect();
    let mut plants: Vec<Plant> = Vec::new();
    while plants.len() < PLANTS {
        let (from, to) = (random.below(clean.len()), random.below(clean.len()));
        let prose: Vec<&str> = prose(&clean[from]).collect();
        if from == to || prose.is_empty() {
            continue;
        }
        let paragraph: Vec<&str> = prose[random.below(prose.len())].split_whitespace().collect();
        let length = 8 + random.below(53);
        if paragraph.len() < length {
            continue;
        }
        let start = random.below(paragraph.len() - length + 1);
        // Marks before the first and behind the last word are not words.
        let copied = paragraph[start..start + length].join(" ");
        let copied = copied.trim_matches(|c: char| !c.is_alphanumeric()).to_string();
        let edited = edit(&paragraph[start..start + length], percent, &vocabulary, &mut random);
        let target = &mut sources
            .iter_mut()
            .find(|s| s.name == clean[to].source)
            .expect("it is there")
            .bytes;
        target.extend_from_slice(
            format!("\n\nUnder this line somebody wrote again {edited} and so it ends.\n")
                .as_bytes(),
        );
        plants.push(Plant {
            from: clean[from].source.clone(),
            to: clean[to].source.clone(),
            copied,
            edited,
        });
    }
    let documents = read_all(sources).0;
    let found = passages(&documents);
    score(&documents, &found, &plants, before, percent);
}

fn prose(document: &Document) -> impl Iterator<Item = &str> {
    document
        .blocks
        .iter()
        .filter(|b| b.kind == BlockKind::Paragraph)
        .map(|b| b.span.of(&document.text))
}

fn edit(words: &[&str], percent: u64, vocabulary: &[&str], random: &mut Random) -> String {
    let mut out: Vec<&str> = Vec::new();
    for word in words {
        if random.next() % 100 >= percent {
            out.push(word);
            continue;
        }
        let other = vocabulary[random.below(vocabulary.len())];
        match random.next() % 3 {
            0 => out.push(other),
            1 => out.extend([*word, other]),
            _ => {}
        }
    }
    out.join(" ")
}

fn score(
    documents: &[Document],
    found: &[Passage],
    plants: &[Plant],
    before: &Pairs,
    percent: u64,
) {
    let by_name: BTreeMap<&str, &Document> =
        documents.iter().map(|d| (d.source.as_str(), d)).collect();
    // Bytes of planted words, in both documents of a pair.
    let mut planted: BTreeMap<(String, String), BTreeSet<(bool, usize)>> = BTreeMap::new();
    let (mut long, mut whole) = (0, 0);
    for plant in plants {
        let (a, b) = (by_name[plant.from.as_str()], by_name[plant.to.as_str()]);
        let swap = plant.from > plant.to;
        let key = if swap {
            (plant.to.clone(), plant.from.clone())
        } else {
            (plant.from.clone(), plant.to.clone())
        };
        let set = planted.entry(key).or_default();
        let mut all = BTreeSet::new();
        for (document, words, second) in [(a, &plant.copied, swap), (b, &plant.edited, !swap)] {
            let flat: Vec<&str> = words.split_whitespace().collect();
            if let Some(at) = find(&document.text, &flat, second != swap) {
                all.extend((at.0..at.1).map(|byte| (second, byte)));
            }
        }
        set.extend(&all);
        if percent == 0 && plant.copied.split(' ').count() >= 12 {
            long += 1;
            let hit = found.iter().any(|p| {
                let cover = |place: &Place, d: &Document, words: &str| {
                    let flat: Vec<&str> = words.split_whitespace().collect();
                    find(&d.text, &flat, false).or(find(&d.text, &flat, true)).is_some_and(
                        |(s, e)| {
                            place.document == d.id
                                && place.span.start as usize <= s + 8
                                && place.span.end as usize + 8 >= e
                        },
                    )
                };
                (cover(&p.first, a, &plant.copied) && p.second.document == b.id)
                    || (cover(&p.second, a, &plant.copied) && p.first.document == b.id)
            });
            whole += usize::from(hit);
            if !hit {
                println!("missed: {} -> {}: {}", plant.from, plant.to, plant.copied);
            }
        }
    }
    let names: BTreeMap<&str, &Document> = documents.iter().map(|d| (d.id.as_str(), d)).collect();
    let (mut hit, mut extra, mut others) = (0, 0, 0);
    let mut covered: BTreeMap<(String, String), BTreeSet<(bool, usize)>> = BTreeMap::new();
    for passage in found {
        let (mut a, mut b) = (&passage.first, &passage.second);
        if names[a.document.as_str()].source > names[b.document.as_str()].source {
            (a, b) = (b, a);
        }
        let key =
            (names[a.document.as_str()].source.clone(), names[b.document.as_str()].source.clone());
        if planted.contains_key(&key) {
            let set = covered.entry(key).or_default();
            set.extend((a.span.start as usize..a.span.end as usize).map(|byte| (false, byte)));
            set.extend((b.span.start as usize..b.span.end as usize).map(|byte| (true, byte)));
        } else if !before.contains(&key) {
            others += 1;
        }
    }
    let mut total = 0;
    for (key, bytes) in &planted {
        total += bytes.len();
        let found = covered.get(key).cloned().unwrap_or_default();
        hit += bytes.intersection(&found).count();
        if !before.contains(key) {
            extra += found.difference(bytes).count();
        }
    }
    let share =
        |part: usize, of: usize| if of == 0 { 100.0 } else { 100.0 * part as f64 / of as f64 };
    println!(
        "{percent:>4}%  {:>7}  {whole:>4}/{long:<5}  {:>10.1}%  {:>13.1}%  {others:>15}",
        plants.len(),
        share(hit, total),
        share(hit, hit + extra)
    );
}

/// The bytes of these words in a text, whatever white space stands between them; the last or first place.
fn find(text: &str, words: &[&str], last: bool) -> Option<(usize, usize)> {
    let first = words.first()?;
    let fits = |at: usize| {
        let mut end = at;
        for word in words {
            end += text[end..].len() - text[end..].trim_start().len();
            if !text[end..].starts_with(word) {
                return None;
            }
            end += word.len();
        }
        Some((at, end))
    };
    if last {
        text.rmatch_indices(first).find_map(|(at, _)| fits(at))
    } else {
        text.match_indices(first).find_map(|(at, _)| fits(at))
    }
}

/// A linear congruential generator, so that a measurement can be repeated.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.0 >> 33
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end as u64).unwrap_or(0)
    }
}
