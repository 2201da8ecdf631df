//! Sizes of files: as they are, and as a server sends them.

use std::collections::BTreeMap;
use std::io::Write;

use anyhow::{Result, ensure};

/// The brotli bytes that the hosted page of `seeds/` may take; the aim is 260,000. Lower it when
/// [`ratchet`] says so.
const MOST: usize = 451_000;

/// How far below [`MOST`] the page may be before that must be lowered: the documents' own part moves
/// with every change in what is read from them.
const SLACK: usize = 10_000;

/// Bytes of one file.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Sizes {
    /// As it lies on the disk.
    pub(crate) raw: usize,
    /// gzip, level 9.
    pub(crate) gzip: usize,
    /// brotli, quality 11.
    pub(crate) brotli: usize,
}

impl Sizes {
    /// Measures the bytes of a file.
    ///
    /// # Errors
    /// Never in practice: a vector takes what is written.
    pub(crate) fn of(bytes: &[u8]) -> Result<Self> {
        let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        gzip.write_all(bytes)?;
        let mut brotli = Vec::new();
        brotli::CompressorWriter::new(&mut brotli, 1 << 16, 11, 22).write_all(bytes)?;
        Ok(Self { raw: bytes.len(), gzip: gzip.finish()?.len(), brotli: brotli.len() })
    }

    /// The sum of two.
    pub(crate) fn plus(self, other: Self) -> Self {
        Self {
            raw: self.raw + other.raw,
            gzip: self.gzip + other.gzip,
            brotli: self.brotli + other.brotli,
        }
    }
}

/// Prints a table of the files of a build, and what a visitor of the hosted page downloads of them.
///
/// # Errors
/// As [`Sizes::of`].
pub(crate) fn print(files: &BTreeMap<String, Vec<u8>>) -> Result<()> {
    println!("{:<44} {:>10} {:>10} {:>10}", "bytes", "raw", "gzip", "brotli");
    let mut sum = Sizes::default();
    for (name, bytes) in files {
        let sizes = Sizes::of(bytes)?;
        row(name, sizes);
        if is_page(name) {
            sum = sum.plus(sizes);
        }
    }
    row("the hosted page: html, css, js, wasm", sum);
    Ok(())
}

/// Holds what a visitor of the hosted page downloads to its limit, and the limit to what is needed.
///
/// # Errors
/// When the page has outgrown the limit, or the limit can be lowered.
pub(crate) fn ratchet(files: &BTreeMap<String, Vec<u8>>) -> Result<()> {
    let mut brotli = 0;
    for (_, bytes) in files.iter().filter(|(name, _)| is_page(name)) {
        brotli += Sizes::of(bytes)?.brotli;
    }
    eprintln!("==> the hosted page: {brotli} bytes of brotli, of {MOST}");
    ensure!(brotli <= MOST, "the page has outgrown its limit in xtask/src/sizes.rs");
    ensure!(brotli + SLACK > MOST, "the page is smaller: lower its limit in xtask/src/sizes.rs");
    Ok(())
}

/// Whether opening the hosted page downloads this file; icons and what serves offline come later.
fn is_page(name: &str) -> bool {
    let part = [".css", ".js", ".wasm"].iter().any(|extension| name.ends_with(extension));
    name == "index.html" || (part && !["embed.js", "sw.js"].contains(&name))
}

fn row(name: &str, sizes: Sizes) {
    println!("{name:<44} {:>10} {:>10} {:>10}", sizes.raw, sizes.gzip, sizes.brotli);
}
