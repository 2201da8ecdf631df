//! `dateline-bench-tagger FILE...`: megabytes a second of the tagger, natively.

use std::hint::black_box;
use std::time::{Duration, Instant};

use dateline_bench_tagger::count;

fn main() {
    let files = std::env::args().skip(1).collect::<Vec<_>>();
    let mut texts = Vec::new();
    for file in &files {
        match std::fs::read_to_string(file) {
            Ok(text) if file.ends_with(".jsonl") => texts.extend(text.lines().filter_map(field)),
            Ok(text) => texts.push(text),
            Err(error) => eprintln!("{file}: {error}"),
        }
    }
    let bytes = texts.iter().map(String::len).sum::<usize>();
    // The best time of each text, so that what else the machine does counts as little as can be.
    let (mut found, mut total) = (0, Duration::ZERO);
    for text in &texts {
        let time = || {
            let start = Instant::now();
            let found = black_box(count(text));
            (start.elapsed(), found)
        };
        let (best, expressions) = (0..50).map(|_| time()).min().unwrap_or_default();
        total += best;
        found += expressions;
    }
    #[expect(clippy::cast_precision_loss, reason = "file sizes are far below 2^52")]
    let speed = bytes as f64 / 1e6 / total.as_secs_f64();
    println!("native       {bytes} bytes, {found} expressions, {speed:.1} MB/s");
}

/// The `text` of one line of `docs.jsonl`, its escapes undone.
fn field(line: &str) -> Option<String> {
    let (_, rest) = line.split_once("\"text\": \"")?;
    let mut text = String::with_capacity(rest.len());
    let mut letters = rest.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '"' => return Some(text),
            '\\' => match letters.next()? {
                'n' => text.push('\n'),
                't' => text.push('\t'),
                'u' => {
                    let code = letters.by_ref().take(4).collect::<String>();
                    text.extend(u32::from_str_radix(&code, 16).ok().and_then(char::from_u32));
                }
                other => text.push(other),
            },
            other => text.push(other),
        }
    }
    None
}
