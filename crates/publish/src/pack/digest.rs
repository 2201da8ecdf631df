//! SHA-256, as people compare it and as policies name it.

use std::fmt::Write;

use sha2::{Digest, Sha256};

use super::base64;

/// SHA-256 in lower-case hexadecimal.
pub(super) fn hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut out, byte| {
        write!(out, "{byte:02x}").expect("a string takes what is written");
        out
    })
}

/// SHA-256 as an integrity value: `sha256-` and base64.
pub(super) fn integrity(bytes: &[u8]) -> String {
    format!("sha256-{}", base64::encode(&Sha256::digest(bytes)))
}
