//! SHA-256 of bytes, and the identity of a document made of it.

use sha2::{Digest, Sha256};

/// SHA-256 of `bytes` in lower-case hexadecimal, 64 digits.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    let mut hex = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        hex.push(char::from_digit(u32::from(byte >> 4), 16).unwrap_or('0'));
        hex.push(char::from_digit(u32::from(byte & 15), 16).unwrap_or('0'));
    }
    hex
}

/// A document's id: the first 16 digits of its SHA-256.
pub(crate) fn document_id(sha256: &str) -> String {
    sha256.chars().take(16).collect()
}
