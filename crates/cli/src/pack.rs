//! `dateline pack`: the explorer of a folder in one file, made from another such file.

use std::io::{Error, ErrorKind};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use dateline_publish::pack::{Options, pack};

/// What `dateline pack` is asked.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The folder of documents.
    folder: PathBuf,
    /// Where to write the explorer; its SHA-256 is written beside it.
    #[arg(short, long)]
    output: PathBuf,
    /// The explorer to make it from; its own documents are left out.
    #[arg(long, default_value = "dist/dateline.html")]
    shell: PathBuf,
    /// The name of the collection.
    #[arg(long)]
    title: Option<String>,
    /// The address at which it will be published.
    #[arg(long)]
    address: Option<String>,
}

/// Packs the folder; names what could not be read on standard error, one line each. Fails when
/// nothing could be read or the shell is no explorer.
pub(crate) fn run(arguments: Arguments) -> Result<ExitCode, Error> {
    let Arguments { folder, output, shell, title, address } = arguments;
    let html = std::fs::read_to_string(&shell)
        .map_err(|error| Error::new(error.kind(), format!("{}: {error}", shell.display())))?;
    let (sources, earlier) = dateline_folder::list(&folder);
    let mut corpus = dateline_ingest::ingest(sources, earlier);
    for diagnostic in &corpus.diagnostics {
        eprintln!("{}: {}: {}", diagnostic.source, diagnostic.kind, diagnostic.message);
    }
    corpus.title = title.unwrap_or(corpus.title);
    let packed = pack(&html, &corpus, &Options { address }).map_err(|error| {
        Error::new(ErrorKind::InvalidData, format!("{}: {error}", shell.display()))
    })?;
    std::fs::write(&output, &packed.html)?;
    let name = output.file_name().unwrap_or_default().to_string_lossy();
    // The form that `sha256sum --check` reads.
    let line = format!("{}  {name}\n", packed.sha256);
    std::fs::write(beside(&output), &line)?;
    print!("{line}");
    Ok(if corpus.documents.is_empty() { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// The file that holds the hash of `output`.
fn beside(output: &Path) -> PathBuf {
    let mut name = output.as_os_str().to_owned();
    name.push(".sha256");
    name.into()
}
