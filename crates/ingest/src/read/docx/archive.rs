//! Takes one file out of a ZIP archive. Only what Office documents need: stored and deflated files, by
//! name, from the central directory; no encryption, no ZIP64.
//!
//! Source: PKWARE, APPNOTE.TXT, 4.3 (general format) and 4.4 (fields).

use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};

/// Why a file could not be taken out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Failure {
    /// No file of this name is in the archive.
    Missing,
    /// It unpacks to more than the limit.
    TooLarge,
    /// The archive is damaged.
    Damaged,
}

/// The bytes of the file `name` in `archive`, at most `limit`.
pub(super) fn take(archive: &[u8], name: &str, limit: usize) -> Result<Vec<u8>, Failure> {
    let found = entries(archive, |entry, own| (own == name.as_bytes()).then_some(entry))?;
    let entry = *found.first().ok_or(Failure::Missing)?;
    let field = |offset| short(entry, offset).ok_or(Failure::Damaged);
    let wide = |offset| long(entry, offset).ok_or(Failure::Damaged);
    unpack(archive, field(10)?, wide(20)?, wide(42)?, limit)
}

/// The names of the files in `archive`, in their order; those that are UTF-8.
pub(super) fn names(archive: &[u8]) -> Vec<&str> {
    entries(archive, |_, name| std::str::from_utf8(name).ok()).unwrap_or_default()
}

/// What `pick` takes of the entries of the central directory, given each entry's bytes and name.
fn entries<'a, T>(
    archive: &'a [u8],
    mut pick: impl FnMut(&'a [u8], &'a [u8]) -> Option<T>,
) -> Result<Vec<T>, Failure> {
    let mut found = Vec::new();
    let end = end_record(archive).ok_or(Failure::Damaged)?;
    let count = short(archive, end + 10).ok_or(Failure::Damaged)?;
    let mut at = long(archive, end + 16).ok_or(Failure::Damaged)?;
    for _ in 0..count {
        let entry = archive
            .get(at..)
            .filter(|entry| entry.starts_with(b"PK\x01\x02"))
            .ok_or(Failure::Damaged)?;
        let field = |offset| short(entry, offset).ok_or(Failure::Damaged);
        let (length, extra, comment) = (field(28)?, field(30)?, field(32)?);
        found.extend(entry.get(46..46 + length).and_then(|name| pick(entry, name)));
        at += 46 + length + extra + comment;
    }
    Ok(found)
}

fn unpack(
    archive: &[u8],
    method: usize,
    packed: usize,
    header: usize,
    limit: usize,
) -> Result<Vec<u8>, Failure> {
    let local = archive
        .get(header..)
        .filter(|local| local.starts_with(b"PK\x03\x04"))
        .ok_or(Failure::Damaged)?;
    let field = |offset| short(local, offset).ok_or(Failure::Damaged);
    let start = 30 + field(26)? + field(28)?;
    let data = local.get(start..start + packed).ok_or(Failure::Damaged)?;
    match method {
        0 if data.len() > limit => Err(Failure::TooLarge),
        0 => Ok(data.to_vec()),
        8 => decompress_to_vec_with_limit(data, limit).map_err(|error| match error.status {
            TINFLStatus::HasMoreOutput => Failure::TooLarge,
            _ => Failure::Damaged,
        }),
        _ => Err(Failure::Damaged),
    }
}

/// Where the end record begins: it stands last, before a comment of at most 64 KiB.
fn end_record(archive: &[u8]) -> Option<usize> {
    let first = archive.len().saturating_sub(22 + 0xffff);
    (first..archive.len().checked_sub(21)?)
        .rev()
        .find(|&at| archive[at..].starts_with(b"PK\x05\x06"))
}

fn short(bytes: &[u8], at: usize) -> Option<usize> {
    let bytes = bytes.get(at..at + 2)?;
    Some(usize::from(u16::from_le_bytes([bytes[0], bytes[1]])))
}

fn long(bytes: &[u8], at: usize) -> Option<usize> {
    let bytes = bytes.get(at..at + 4)?;
    usize::try_from(u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]])).ok()
}
