//! What `bake` and `pack` share: the corpus of a folder, what is said of it, and files written.

use std::io::Error;
use std::path::Path;

use dateline_corpus::Corpus;

/// The corpus of `folder`. Names what could not be read on standard error, one line each.
///
/// # Errors
///
/// When there is no such folder or it cannot be listed.
pub(crate) fn corpus(folder: &Path) -> Result<Corpus, Error> {
    std::fs::read_dir(folder).map_err(|error| named(folder, &error))?;
    let (sources, earlier) = dateline_folder::list(folder);
    let corpus = dateline_ingest::ingest(sources, earlier);
    for diagnostic in &corpus.diagnostics {
        eprintln!("{}: {}: {}", diagnostic.source, diagnostic.kind, diagnostic.message);
    }
    if corpus.documents.is_empty() {
        eprintln!("dateline: {}: the folder holds no document that can be read", folder.display());
    }
    Ok(corpus)
}

/// Writes `content` to `path`.
pub(crate) fn write(path: &Path, content: &str) -> Result<(), Error> {
    std::fs::write(path, content).map_err(|error| named(path, &error))
}

/// The error with what it is about before it.
pub(crate) fn named(path: &Path, error: &Error) -> Error {
    Error::new(error.kind(), format!("{}: {error}", path.display()))
}

/// "295 documents, 2,355 events".
pub(crate) fn summary(corpus: &Corpus) -> String {
    let (documents, events) = (corpus.documents.len(), corpus.events.len());
    let ending = |count: usize| if count == 1 { "" } else { "s" };
    format!(
        "{} document{}, {} event{}",
        grouped(documents),
        ending(documents),
        grouped(events),
        ending(events)
    )
}

/// The number with commas between groups of three digits.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    #[test]
    fn numbers_are_grouped_by_three_digits() {
        let shown = [0, 7, 295, 2355, 100_000, 1_234_567].map(super::grouped);
        assert_eq!(shown, ["0", "7", "295", "2,355", "100,000", "1,234,567"]);
    }
}
