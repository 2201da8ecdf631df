//! `dateline bake`: the corpus of a folder, as JSON.

use std::io::{Error, Write};
use std::path::Path;
use std::process::ExitCode;

use crate::collect;

/// Writes the corpus of `folder` to `output`, or to standard output, and says on standard error what is
/// in it. Fails when nothing could be read.
pub(crate) fn run(folder: &Path, output: Option<&Path>) -> Result<ExitCode, Error> {
    let corpus = collect::corpus(folder)?;
    let json = dateline_corpus::encode(&corpus);
    match output {
        Some(path) => collect::write(path, &json)?,
        None => std::io::stdout().write_all(json.as_bytes())?,
    }
    if let Some(path) = output {
        eprintln!("{}: {}", collect::summary(&corpus), path.display());
    }
    Ok(if corpus.documents.is_empty() { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}
