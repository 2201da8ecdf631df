//! Measures baking, reading and comparing at size: `cargo run --release -p dateline-bench-bake -- FOLDER`.
//!
//! Documents of about one kilobyte are put together from the folder's sentences by a fixed seed, with a
//! title, a date and now and then a passage of their neighbour; then one text of fifty megabytes.

use std::path::Path;
use std::time::Instant;

use dateline_ingest::{Source, date_documents, ingest, passages, read, read_all, sentences};

fn main() {
    let folder = std::env::args().nth(1).expect("the folder of documents is the argument");
    let (sources, _) = dateline_folder::list(Path::new(&folder));
    let (documents, _) = read_all(sources);
    let pool: Vec<&str> = documents
        .iter()
        .flat_map(|d| sentences(d).into_iter().map(|span| span.of(&d.text)))
        .filter(|s| s.len() > 40)
        .collect();
    println!("documents       MB   bake s    events  peak MB");
    for count in [1000, 5000, 20_000, 100_000] {
        let made = make(&pool, count);
        let bytes: usize = made.iter().map(|source| source.bytes.len()).sum();
        let start = Instant::now();
        let corpus = ingest(made, Vec::new());
        let baking = start.elapsed();
        println!(
            "{count:>9}  {:>7.1}  {:>7.2}  {:>8}  {:>7}",
            bytes as f64 / 1e6,
            baking.as_secs_f64(),
            corpus.events.len(),
            peak().map_or("-".into(), |kilobytes| (kilobytes / 1000).to_string())
        );
    }
    println!("documents       MB   read s  share s  passages   date s");
    for count in [1000, 5000, 20_000] {
        let made = make(&pool, count);
        let bytes: usize = made.iter().map(|source| source.bytes.len()).sum();
        let start = Instant::now();
        let (mut documents, _) = read_all(made);
        let reading = start.elapsed();
        let start = Instant::now();
        let found = passages(&documents);
        let sharing = start.elapsed();
        let start = Instant::now();
        date_documents(&mut documents, &found);
        let dating = start.elapsed();
        println!(
            "{count:>9}  {:>7.1}  {:>7.2}  {:>7.2}  {:>8}  {:>7.2}",
            bytes as f64 / 1e6,
            reading.as_secs_f64(),
            sharing.as_secs_f64(),
            found.len(),
            dating.as_secs_f64()
        );
    }
    for megabytes in [5, 50] {
        let mut text = String::new();
        let mut random = Random(7);
        while text.len() < megabytes << 20 {
            text.push_str(pool[random.below(pool.len())]);
            text.push_str(if random.below(5) == 0 { "\n\n" } else { " " });
        }
        let start = Instant::now();
        let (documents, diagnostics) =
            read(&Source { name: "long.txt".into(), bytes: text.into_bytes() });
        assert!(diagnostics.is_empty(), "{diagnostics:?}");
        let reading = start.elapsed();
        let start = Instant::now();
        let count = documents.iter().map(|document| sentences(document).len()).sum::<usize>();
        println!(
            "one text of {megabytes} MB: read {:.2} s, {count} sentences in {:.2} s",
            reading.as_secs_f64(),
            start.elapsed().as_secs_f64()
        );
    }
}

/// The most memory the process has had so far, in kilobytes, where the system tells.
fn peak() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

fn make(pool: &[&str], count: usize) -> Vec<Source> {
    let mut random = Random(1);
    let mut last = String::new();
    (0..count)
        .map(|number| {
            let mut text = format!(
                "{}\n\n{} March {}\n\n",
                pool[random.below(pool.len())].trim_end_matches('.'),
                1 + number % 28,
                1990 + number % 30
            );
            if number % 10 == 0 {
                text.push_str(&last);
            }
            while text.len() < 1000 {
                // Sentences are mixed from halves, so that few stand in many documents.
                let (a, b) = (pool[random.below(pool.len())], pool[random.below(pool.len())]);
                let words: Vec<&str> = a.split(' ').collect();
                let other: Vec<&str> = b.split(' ').collect();
                text.push_str(&words[..words.len() / 2].join(" "));
                text.push(' ');
                text.push_str(&other[other.len() / 2..].join(" "));
                text.push_str(if random.below(4) == 0 { "\n\n" } else { " " });
            }
            last = pool[random.below(pool.len())].to_string() + " ";
            Source { name: format!("{number:06}.txt"), bytes: text.into_bytes() }
        })
        .collect()
}

/// A linear congruential generator, so that a measurement can be repeated.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((self.0 >> 33) % end as u64).unwrap_or(0)
    }
}
