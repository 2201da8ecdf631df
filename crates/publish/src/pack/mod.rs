//! Pages out of a built explorer and a corpus: the hosted site and the single file. Bytes in,
//! bytes out; reads and writes no file.
//!
//! The corpus stands in one place: the custom section `dateline-corpus` of the WebAssembly
//! module. Everything else that depends on documents (title, description, language, plain HTML,
//! JSON-LD) is made anew from it each time, so packing another folder leaves nothing behind.

mod base64;
mod boot;
mod check;
mod digest;
mod hosted;
mod import;
mod json_ld;
mod page;
mod plain;
mod shell;
mod single;
mod wasm;

pub use check::outside_references;
pub use hosted::{HostedFile, hosted};
pub use import::{Importer, SHELL_ELEMENT, explorer, import_page};
pub use shell::Shell;
pub use single::{Packed, single_file, unpack};

use dateline_corpus::{Corpus, DecodeError};

/// The name of the custom section that holds the corpus as JSON.
pub const CORPUS_SECTION: &str = "dateline-corpus";

/// Text up to this many bytes, all documents together, stands in the page as plain HTML.
pub const MAX_PLAIN_TEXT: usize = 1_000_000;

/// What the corpus does not say about the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The address at which the page will be published, ending in `/`, when that is known.
    pub address: Option<String>,
}

/// Why a page could not be made.
#[derive(Debug)]
pub enum PackError {
    /// The bytes are no WebAssembly module; what was expected and not found.
    NotWasm(&'static str),
    /// The script is not what wasm-bindgen writes for the web; what was expected and not found.
    NotGlue(&'static str),
    /// The file is no packed explorer; what was expected and not found.
    NotPacked(&'static str),
    /// The module holds no corpus that this version reads.
    Corpus(DecodeError),
    /// The module holds its corpus a second time, where it cannot be taken out.
    SecondCopy,
    /// The corpus is larger than a WebAssembly module can hold.
    TooLarge,
    /// The file would load something from elsewhere.
    Outside(Vec<String>),
}

impl std::fmt::Display for PackError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NotWasm(what) => write!(f, "expected a WebAssembly module, found no {what}"),
            Self::NotGlue(what) => write!(f, "expected a script of wasm-bindgen, found no {what}"),
            Self::NotPacked(what) => write!(f, "expected a packed explorer, found no {what}"),
            Self::Corpus(error) => write!(f, "{error}"),
            Self::SecondCopy => {
                write!(f, "expected the corpus in its own section, found it among the data as well")
            }
            Self::TooLarge => write!(f, "expected a corpus of less than 4 GB"),
            Self::Outside(found) => {
                write!(f, "expected a self-contained file, found {}", found.join(", "))
            }
        }
    }
}

impl std::error::Error for PackError {}

/// The explorer of `corpus` made from another single file, with no compiler at work.
///
/// # Errors
/// When `html` is no packed explorer.
pub fn pack(html: &str, corpus: &Corpus, options: &Options) -> Result<Packed, PackError> {
    let (shell, _) = unpack(html)?;
    single_file(&shell, corpus, options)
}

/// The corpus in the section of that name.
fn decoded(section: Option<Vec<u8>>) -> Result<Corpus, PackError> {
    let bytes = section.ok_or(PackError::NotPacked("corpus"))?;
    let json = String::from_utf8(bytes).map_err(|_| PackError::NotPacked("UTF-8 corpus"))?;
    dateline_corpus::decode(&json).map_err(PackError::Corpus)
}
