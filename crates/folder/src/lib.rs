//! Lists a folder of documents on disk, within limits, and judges by the same rules what is offered in
//! a browser. The only file access beside the tools; it reads bytes and judges nothing by content.

mod offered;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use dateline_corpus::Diagnostic;
use dateline_ingest::{MAX_BYTES, Source};

pub use offered::{MAX_OFFERED, Offered, free_path, offered};

/// The most files of one folder that are read.
pub const MAX_FILES: usize = 100_000;
/// The most bytes of one folder that are read.
pub const MAX_TOTAL: u64 = 4 << 30;
/// The deepest folder in a folder that is read.
pub const MAX_DEPTH: usize = 32;

/// The files under `folder`, sorted by name, and what was not taken and why. Hidden files are passed
/// over and counted; what programs leave beside documents is passed over and named. A missing folder is
/// an empty one, with a diagnostic.
#[must_use]
pub fn list(folder: &Path) -> (Vec<Source>, Vec<Diagnostic>) {
    let mut listing = Listing {
        sources: Vec::new(),
        diagnostics: Vec::new(),
        trail: BTreeSet::new(),
        total: 0,
        hidden: 0,
    };
    listing.folder(folder, "", 0);
    listing.diagnostics.extend(hidden(listing.hidden));
    listing.sources.sort_by(|a, b| a.name.cmp(&b.name));
    listing.diagnostics.sort_by(|a, b| (&a.source, &a.kind).cmp(&(&b.source, &b.kind)));
    (listing.sources, listing.diagnostics)
}

struct Listing {
    sources: Vec<Source>,
    diagnostics: Vec<Diagnostic>,
    /// The real paths of the folders that lead here: a link back to one of them is a loop.
    trail: BTreeSet<PathBuf>,
    total: u64,
    hidden: usize,
}

/// Why a file is none of the documents, by what its name says: it is a trace of another program.
fn leftover(name: &str) -> Option<&'static str> {
    let lower = name.to_ascii_lowercase();
    if name.starts_with("~$") || name.starts_with(".~lock.") {
        Some("it is the mark of a document that is open in an office program; it was passed over")
    } else if name.ends_with('~') || name.starts_with('#') && name.ends_with('#') {
        Some("it is an editor's backup; it was passed over: rename it if it is a document")
    } else if matches!(lower.as_str(), "thumbs.db" | "ehthumbs.db" | "desktop.ini" | "__macosx") {
        Some("it belongs to the file manager; it was passed over")
    } else {
        None
    }
}

/// Hidden files are counted and not named: what is hidden should not be told of in what is published.
fn hidden(count: usize) -> Option<Diagnostic> {
    let files = match count {
        0 => return None,
        1 => "1 file or folder is".into(),
        hidden => format!("{hidden} files or folders are"),
    };
    Some(Diagnostic {
        source: ".".into(),
        kind: "hidden".into(),
        message: format!("{files} hidden, with a dot before the name, and passed over"),
        left_out: false,
    })
}

/// Why a file of so many bytes is not read, if it is not.
fn too_large(bytes: u64) -> Option<String> {
    (bytes > MAX_BYTES as u64).then(|| {
        format!(
            "the file has {} MB and the limit is {} MB; cut it into parts",
            bytes >> 20,
            MAX_BYTES >> 20
        )
    })
}

fn too_deep() -> String {
    format!("folders lie more than {MAX_DEPTH} deep; move these files up")
}

impl Listing {
    fn refuse(&mut self, name: &str, kind: &str, message: String) {
        let source = if name.is_empty() { ".".into() } else { name.into() };
        self.diagnostics.push(Diagnostic { source, kind: kind.into(), message, left_out: true });
    }

    fn folder(&mut self, path: &Path, name: &str, depth: usize) {
        let entries = match fs::read_dir(path) {
            Ok(entries) => entries,
            Err(error) => {
                return self.refuse(
                    name,
                    "unreadable",
                    format!(
                        "the folder cannot be read ({}); check that it is there and yours to read",
                        why(&error)
                    ),
                );
            }
        };
        if depth > MAX_DEPTH {
            return self.refuse(name, "too-deep", too_deep());
        }
        let Ok(real) = fs::canonicalize(path) else {
            return self.refuse(name, "unreadable", "the folder cannot be read".into());
        };
        if !self.trail.insert(real.clone()) {
            return self.refuse(
                name,
                "link-loop",
                "the link leads back to a folder it stands in; it was not followed".into(),
            );
        }
        let mut paths: Vec<PathBuf> =
            entries.filter_map(Result::ok).map(|entry| entry.path()).collect();
        paths.sort();
        for path in paths {
            let Some(own) = path.file_name() else { continue };
            let own = own.to_string_lossy();
            let name = if name.is_empty() { own.to_string() } else { format!("{name}/{own}") };
            if let Some(why) = leftover(&own) {
                self.refuse(&name, "leftover", why.into());
                continue;
            }
            if own.starts_with('.') {
                self.hidden += 1;
                continue;
            }
            self.entry(&path, &name, depth);
        }
        self.trail.remove(&real);
    }

    fn entry(&mut self, path: &Path, name: &str, depth: usize) {
        let metadata = match fs::metadata(path) {
            Ok(metadata) => metadata,
            Err(error) => {
                return self.refuse(name, "unreadable", format!("the file cannot be read ({}); a broken link, a link to itself, or not yours to read", why(&error)));
            }
        };
        if metadata.is_dir() {
            return self.folder(path, name, depth + 1);
        }
        if !metadata.is_file() {
            return self.refuse(
                name,
                "not-a-file",
                "it is neither a file nor a folder; it was passed over".into(),
            );
        }
        let length = metadata.len();
        if let Some(why) = too_large(length) {
            return self.refuse(name, "too-large", why);
        }
        if self.sources.len() >= MAX_FILES || self.total + length > MAX_TOTAL {
            let message = format!(
                "the folder holds more than {MAX_FILES} files or {} GB; make several folders of it",
                MAX_TOTAL >> 30
            );
            return self.refuse(name, "too-many", message);
        }
        match fs::read(path) {
            Ok(bytes) => {
                self.total += length;
                self.sources.push(Source { name: name.into(), bytes });
            }
            Err(error) => self.refuse(
                name,
                "unreadable",
                format!(
                    "the file cannot be read ({}); check that it is yours to read",
                    why(&error)
                ),
            ),
        }
    }
}

/// What went wrong, without the path of this machine.
fn why(error: &std::io::Error) -> String {
    error.kind().to_string()
}
