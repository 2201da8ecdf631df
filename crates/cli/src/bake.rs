//! `dateline bake`: the corpus of a folder, as JSON.

use std::io::{Error, Write};
use std::path::Path;
use std::process::ExitCode;

/// Writes the corpus of `folder` to `output`, or to standard output; names what could not be read on
/// standard error, one line each. Fails when nothing could be read.
pub(crate) fn run(folder: &Path, output: Option<&Path>) -> Result<ExitCode, Error> {
    let (sources, earlier) = dateline_folder::list(folder);
    let corpus = dateline_ingest::ingest(sources, earlier);
    for diagnostic in &corpus.diagnostics {
        eprintln!("{}: {}: {}", diagnostic.source, diagnostic.kind, diagnostic.message);
    }
    let json = dateline_corpus::encode(&corpus);
    match output {
        Some(path) => std::fs::write(path, json)?,
        None => std::io::stdout().write_all(json.as_bytes())?,
    }
    Ok(if corpus.documents.is_empty() { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}
