//! Measures natively, and writes the grown corpus for the script that measures as WebAssembly.
//!
//! `dateline-bench-search CORPUS.json DOCUMENTS [OUT.json]`: CORPUS.json is what `dateline bake` writes.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Instant;

use dateline_bench_search::{grow, keystrokes};
use dateline_corpus::{Corpus, Index, Query, decode, encode};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [from, documents, to @ ..] = &arguments[..] else {
        return Err("expected CORPUS.json and a number of documents".into());
    };
    let corpus = grow(&decode(&std::fs::read_to_string(from)?)?, documents.parse()?);
    let queries = keystrokes(&frequent_words(&corpus));
    if let [to] = to {
        std::fs::write(to, encode(&corpus))?;
        std::fs::write(format!("{to}.queries"), serde_json::to_string(&queries)?)?;
    }
    let megabytes = corpus.documents.iter().map(|it| it.text.len()).sum::<usize>() as f64 / 1e6;
    let (documents, events) = (corpus.documents.len(), corpus.events.len());
    println!("{documents} documents, {events} events, {megabytes:.1} MB of text");
    let start = Instant::now();
    let index = Index::new(Arc::new(corpus));
    let bytes = index.bytes() as f64 / 1e6;
    println!("index: {:.0} ms, {bytes:.1} MB", start.elapsed().as_secs_f64() * 1e3);
    for (kind, texts) in &queries {
        let mut times: Vec<f64> = texts.iter().map(|text| measure(&index, text)).collect();
        times.sort_by(f64::total_cmp);
        let at = |hundredths: usize| times[(times.len() - 1) * hundredths / 100];
        println!("{kind:12} p50 {:6.2} p95 {:6.2} p99 {:6.2} ms", at(50), at(95), at(99));
    }
    Ok(())
}

fn measure(index: &Index, text: &str) -> f64 {
    let query = Query { text: text.to_owned(), ..Query::default() };
    let start = Instant::now();
    let results = index.run(&query);
    let time = start.elapsed().as_secs_f64() * 1e3;
    drop(results);
    time
}

/// The words of the corpus, commonest first.
fn frequent_words(corpus: &Corpus) -> Vec<String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for document in corpus.documents.iter().take(2000) {
        for word in document.text.split(|c: char| !c.is_alphanumeric()).filter(|it| !it.is_empty())
        {
            *counts.entry(word.to_lowercase()).or_default() += 1;
        }
    }
    let mut words: Vec<(String, usize)> = counts.into_iter().collect();
    words.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    words.into_iter().map(|(word, _)| word).take(600).collect()
}
