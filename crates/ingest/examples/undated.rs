//! Measures the inferred dates: `cargo run --release --example undated -- FOLDER`, a folder of articles
//! that state their dates.
//!
//! Once with every date line, address and file name taken away from all documents, and once from one
//! document at a time, with the others as they are.

use dateline_corpus::{Day, Document, IssuedBasis};
use dateline_ingest::{Source, date_documents, passages, read_all};

fn main() {
    let folder = std::env::args().nth(1).expect("the folder of documents is the argument");
    let sources: Vec<Source> = std::fs::read_dir(folder)
        .expect("the folder can be read")
        .filter_map(|entry| {
            let path = entry.ok()?.path();
            Some(Source {
                name: path.file_name()?.to_string_lossy().into(),
                bytes: std::fs::read(&path).ok()?,
            })
        })
        .collect();
    let (documents, _) = read_all(sources);
    let passages = passages(&documents);
    let dated: Vec<usize> =
        (0..documents.len()).filter(|&at| stated(&documents[at]).is_some()).collect();
    println!("{} documents, {} of them state a day", documents.len(), dated.len());

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
        let off = claim.first().map_or(i32::MAX, |first| (first.0 - day.0).abs());
        let place = match off {
            0..=2 => &mut self.right,
            3..=7 => &mut self.week,
            _ => &mut self.wrong,
        };
        *place += 1;
        if off > 2 {
            println!(
                "  {} is {} but read as {}",
                truth.source,
                truth.issued.as_ref().map_or("-", |d| d.edtf()),
                claim.edtf()
            );
            found.issued_evidence.iter().for_each(|evidence| println!("      {}", evidence.note));
        }
    }

    fn print(&self, name: &str) {
        let Self { right, week, wrong, none } = self;
        println!("{name}: right {right}, within a week {week}, wrong {wrong}, not claimed {none}");
    }
}
