//! Sizes of files: as they are, and as a server sends them.

use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::Result;

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
    /// Measures a file.
    ///
    /// # Errors
    /// When it cannot be read.
    pub(crate) fn of(path: &Path) -> Result<Self> {
        let bytes = fs::read(path)?;
        let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        gzip.write_all(&bytes)?;
        let mut brotli = Vec::new();
        brotli::CompressorWriter::new(&mut brotli, 1 << 16, 11, 22).write_all(&bytes)?;
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

/// Prints a table of the files a reader may download.
///
/// # Errors
/// When a file cannot be read.
pub(crate) fn print(dir: &Path, names: &[String]) -> Result<()> {
    println!("{:<44} {:>10} {:>10} {:>10}", "bytes", "raw", "gzip", "brotli");
    let mut sum = Sizes::default();
    for name in names {
        let sizes = Sizes::of(&dir.join(name))?;
        row(name, sizes);
        sum = sum.plus(sizes);
    }
    if names.len() > 1 {
        row("together", sum);
    }
    Ok(())
}

fn row(name: &str, sizes: Sizes) {
    println!("{name:<44} {:>10} {:>10} {:>10}", sizes.raw, sizes.gzip, sizes.brotli);
}
