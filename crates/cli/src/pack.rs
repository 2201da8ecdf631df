//! `dateline pack`: the explorer of a folder in one file, made from another such file.

use std::io::{Error, ErrorKind};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use dateline_publish::pack::{Options, pack};

use crate::collect;

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

/// Packs the folder. Standard output has the file's hash in the form of `sha256sum`, and standard error
/// all else: what could not be read, what the explorer holds, and the hash of its documents. Fails when
/// nothing could be read; writes nothing when the folder is missing or the shell is no explorer.
pub(crate) fn run(arguments: Arguments) -> Result<ExitCode, Error> {
    let Arguments { folder, output, shell, title, address } = arguments;
    let html = std::fs::read_to_string(&shell).map_err(|error| collect::named(&shell, &error))?;
    let mut corpus = collect::corpus(&folder)?;
    corpus.title = title.unwrap_or(corpus.title);
    let packed = pack(&html, &corpus, &Options { address }).map_err(|error| {
        Error::new(ErrorKind::InvalidData, format!("{}: {error}", shell.display()))
    })?;
    collect::write(&output, &packed.html)?;
    let name = output.file_name().unwrap_or_default().to_string_lossy();
    // The form that `sha256sum --check` reads.
    let line = format!("{}  {name}\n", packed.sha256);
    let beside = beside(&output);
    collect::write(&beside, &line)?;
    eprintln!("{}: {}", collect::summary(&corpus), output.display());
    eprintln!("Fingerprint of the documents, which the page shows: {}", corpus.sha256);
    eprintln!("Fingerprint of the file, also in {}:", beside.display());
    print!("{line}");
    Ok(if corpus.documents.is_empty() { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// The file that holds the hash of `output`.
fn beside(output: &Path) -> PathBuf {
    let mut name = output.as_os_str().to_owned();
    name.push(".sha256");
    name.into()
}
