//! Measures the inferred dates: `cargo run --release --example undated -- FOLDER`, a folder of articles
//! that state their dates.
//!
//! A second argument, 0 or 1, takes one half of the documents by the hash of their names.
//!
//! Once with every date line, address and file name taken away from all documents, and once from one
//! document at a time, with the others as they are.

use dateline_corpus::{Day, Document, IssuedBasis};
use dateline_ingest::{Source, date_documents, passages, read_all};

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
    let (documents, _) = read_all(sources);
    let passages = passages(&documents);
    let dated: Vec<usize> =
        (0..documents.len()).filter(|&at| stated(&documents[at]).is_some()).collect();
    println!("{} documents, {} of them state a day", documents.len(), dated.len());

    // One half by the hash of the name is for developing, the other for stating.
    let half = std::env::args().nth(2).and_then(|half| half.parse::<u64>().ok());
    let dated: Vec<usize> = dated
        .into_iter()
        .filter(|&at| half.is_none_or(|half| hash(&documents[at].source) % 2 == half))
        .collect();
    let mut all = documents.clone();
    dated.iter().for_each(|&at| hide(&mut all[at]));
    date_documents(&mut all, &passages);
    let mut together = Score::default();
    for &at in &dated {
        together.add(&documents[at], &all[at]);
    }
    together.print("all undated");

    let mut alone = Score::default();
    for &at in &dated {
        let mut one = documents.clone();
        hide(&mut one[at]);
        date_documents(&mut one, &passages);
        alone.add(&documents[at], &one[at]);
    }
    alone.print("one undated");
}

/// The 64-bit FNV-1a hash.
fn hash(name: &str) -> u64 {
    name.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
    })
}

fn stated(document: &Document) -> Option<Day> {
    let date = document.issued.as_ref().filter(|_| document.issued_basis == IssuedBasis::Stated)?;
    date.first().filter(|first| date.last() == Some(*first))
}

fn hide(document: &mut Document) {
    document.issued = None;
    document.issued_basis = IssuedBasis::None;
    document.url = None;
    document.source = String::new();
}

#[derive(Default)]
struct Score {
    right: u32,
    week: u32,
    /// The lengths, in days, of longer spans that the date lies in.
    spans: Vec<i32>,
    wrong: u32,
    none: u32,
}

impl Score {
    fn add(&mut self, truth: &Document, found: &Document) {
        let Some(day) = stated(truth) else { return };
        let Some(claim) = found.issued.as_ref() else {
            self.none += 1;
            return;
        };
        let (first, last) = (claim.first().unwrap_or(day), claim.last().unwrap_or(day));
        let length = last.0 - first.0 + 1;
        // A day is right within two days and near within a week; a span has to hold the date.
        match (length, (first.0 - day.0).abs()) {
            (1, 0..=2) => self.right += 1,
            (1, 3..=7) => self.week += 1,
            (2.., _) if (first..=last).contains(&day) => match length {
                2..=5 => self.right += 1,
                6..=15 => self.week += 1,
                _ => self.spans.push(length),
            },
            _ => self.wrong += 1,
        }
        println!(
            "  {} of {} is read as {}",
            truth.source,
            truth.issued.as_ref().map_or("-", |date| date.edtf()),
            claim.edtf()
        );
        found.issued_evidence.iter().for_each(|evidence| println!("      {}", evidence.note));
    }

    fn print(mut self, name: &str) {
        self.spans.sort_unstable();
        let Self { right, week, spans, wrong, none } = self;
        let middle = spans.get(spans.len() / 2).copied().unwrap_or(0);
        println!(
            "{name}: right {right}, within a week {week}, in a span of {middle} days (median) {}, wrong {wrong}, not claimed {none}",
            spans.len()
        );
    }
}
