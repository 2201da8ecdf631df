//! Bakes the documents of `seeds/`, or of the folder that `DATELINE_SEEDS` names, into
//! `OUT_DIR/corpus.json`. A missing or empty folder gives an empty corpus.

use std::path::PathBuf;

const FOLDER: &str = "DATELINE_SEEDS";

fn main() {
    let variable =
        |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let folder = variable(FOLDER).unwrap_or_else(|| "seeds".into());
    println!("cargo::rerun-if-env-changed={FOLDER}");
    println!("cargo::rerun-if-changed={}", folder.display());

    let (sources, earlier) = dateline_folder::list(&folder);
    let corpus = dateline_ingest::ingest(sources, earlier);
    for diagnostic in &corpus.diagnostics {
        println!("cargo::warning={}: {}", diagnostic.source, diagnostic.message);
    }
    let out =
        variable("OUT_DIR").expect("cargo sets OUT_DIR for a build script").join("corpus.json");
    std::fs::write(&out, dateline_corpus::encode(&corpus)).expect("OUT_DIR can be written");
}
