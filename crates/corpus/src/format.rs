//! The corpus as JSON: encode and decode stand side by side. The fields are described in
//! `docs/FORMAT.md`.

use crate::Corpus;

/// The version of the format that this crate writes. A reader accepts every version up to its own;
/// within one version fields are only ever added, and unknown fields are ignored.
pub const FORMAT: u32 = 1;

/// Why a corpus could not be decoded.
#[derive(Debug)]
pub enum DecodeError {
    /// The bytes are not the JSON of a corpus.
    Json(serde_json::Error),
    /// The corpus was written by a later version of the format.
    Newer(u32),
}

impl std::fmt::Display for DecodeError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Json(error) => write!(f, "expected a corpus in JSON: {error}"),
            Self::Newer(found) => write!(f, "expected format {FORMAT} or older, found {found}"),
        }
    }
}

impl std::error::Error for DecodeError {}

/// The corpus as JSON, the same bytes for the same corpus.
#[must_use]
pub fn encode(corpus: &Corpus) -> String {
    serde_json::to_string(corpus).expect("a corpus holds only strings, numbers and lists")
}

/// The corpus in `json`.
///
/// # Errors
/// When `json` is no corpus, or one of a later format.
// Inlined, and with it what is derived for every type, into a page that is compiled for size.
#[inline]
pub fn decode(json: &str) -> Result<Corpus, DecodeError> {
    let corpus: Corpus = serde_json::from_str(json).map_err(DecodeError::Json)?;
    if corpus.format > FORMAT {
        return Err(DecodeError::Newer(corpus.format));
    }
    Ok(corpus)
}
