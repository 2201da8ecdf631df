//! Custom sections of a WebAssembly module: taking one out and putting one in. Reads section
//! headers alone and validates nothing.
//!
//! Source: WebAssembly Core Specification 2.0, 5.5.2 "Sections" and 5.5.3 "Custom Section".

use super::PackError;

const HEADER: &[u8] = b"\0asm\x01\0\0\0";

/// The module without its custom sections called `name`, and the contents of the first of them.
pub(super) fn take(module: &[u8], name: &str) -> Result<(Vec<u8>, Option<Vec<u8>>), PackError> {
    let mut rest = module.strip_prefix(HEADER).ok_or(PackError::NotWasm("the header"))?;
    let mut kept = HEADER.to_vec();
    let mut taken = None;
    while let Some((&id, tail)) = rest.split_first() {
        let (size, body) = leb128(tail).ok_or(PackError::NotWasm("a section's size"))?;
        let (content, after) =
            body.split_at_checked(size as usize).ok_or(PackError::NotWasm("a whole section"))?;
        match custom(id, content, name) {
            Some(data) => taken = taken.or_else(|| Some(data.to_vec())),
            None => kept.extend_from_slice(&rest[..rest.len() - after.len()]),
        }
        rest = after;
    }
    Ok((kept, taken))
}

/// The module with one custom section called `name` at its end, and no other of that name.
pub(super) fn put(module: &[u8], name: &str, data: &[u8]) -> Result<Vec<u8>, PackError> {
    let (mut out, _) = take(module, name)?;
    let mut content = Vec::with_capacity(data.len() + name.len() + 5);
    push_leb128(&mut content, name.len())?;
    content.extend_from_slice(name.as_bytes());
    content.extend_from_slice(data);
    out.push(0);
    push_leb128(&mut out, content.len())?;
    out.append(&mut content);
    Ok(out)
}

/// What a section holds when it is the custom section called `name`.
fn custom<'a>(id: u8, content: &'a [u8], name: &str) -> Option<&'a [u8]> {
    let (length, rest) = leb128(content).filter(|_| id == 0)?;
    let (found, data) = rest.split_at_checked(length as usize)?;
    (found == name.as_bytes()).then_some(data)
}

/// An unsigned LEB128 number of 32 bits, and what follows it.
fn leb128(bytes: &[u8]) -> Option<(u32, &[u8])> {
    let mut value = 0u32;
    for (index, &byte) in bytes.iter().take(5).enumerate() {
        let part = u32::from(byte & 0x7f);
        value |= part.checked_shl(7 * u32::try_from(index).ok()?)?;
        if byte < 0x80 {
            return Some((value, &bytes[index + 1..]));
        }
    }
    None
}

fn push_leb128(out: &mut Vec<u8>, value: usize) -> Result<(), PackError> {
    let mut value = u32::try_from(value).map_err(|_| PackError::TooLarge)?;
    loop {
        let [low, ..] = value.to_le_bytes();
        value >>= 7;
        if value == 0 {
            out.push(low & 0x7f);
            return Ok(());
        }
        out.push(low | 0x80);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn module(sections: &[(u8, Vec<u8>)]) -> Vec<u8> {
        let mut out = HEADER.to_vec();
        for (id, content) in sections {
            out.push(*id);
            push_leb128(&mut out, content.len()).unwrap();
            out.extend_from_slice(content);
        }
        out
    }

    proptest! {
        #[test]
        fn what_is_put_is_taken(
            data in prop::collection::vec(any::<u8>(), 0..70_000),
            sections in prop::collection::vec((1..12u8, prop::collection::vec(any::<u8>(), 0..200)), 0..4),
        ) {
            let bare = module(&sections);
            let with = put(&put(&bare, "corpus", b"old").unwrap(), "corpus", &data).unwrap();
            prop_assert_eq!(take(&with, "corpus").unwrap(), (bare, Some(data)));
        }

        #[test]
        fn junk_is_refused_or_read(junk in prop::collection::vec(any::<u8>(), 0..60)) {
            let mut bytes = HEADER.to_vec();
            bytes.extend_from_slice(&junk);
            let _ = take(&bytes, "corpus");
        }
    }

    #[test]
    fn every_copy_is_taken_out_and_others_stay() {
        let section = |data: &[u8]| [b"\x06corpus".as_slice(), data].concat();
        let other = [b"\x04name".as_slice(), b"kept"].concat();
        let bytes =
            module(&[(0, section(b"one")), (1, vec![1]), (0, section(b"two")), (0, other.clone())]);
        let (rest, found) = take(&bytes, "corpus").unwrap();
        assert_eq!(rest, module(&[(1, vec![1]), (0, other)]));
        assert_eq!(found.as_deref(), Some(b"one".as_slice()));
    }

    #[test]
    fn what_is_no_module_is_refused() {
        assert!(take(b"<html>", "corpus").is_err());
        assert!(take(b"\0asm\x01\0\0\0\x00\x50cut", "corpus").is_err());
    }
}
