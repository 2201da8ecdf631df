//! Bytes to text: by byte order mark, as UTF-8, as UTF-16 by its zeros, and otherwise by a guess over
//! the bytes, as browsers do for pages that do not say.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// A decoded text.
#[derive(Debug)]
pub(super) struct Decoded {
    /// The text; line ends are `\n`.
    pub(super) text: String,
    /// The encoding, when it was not UTF-8.
    pub(super) encoding: Option<&'static str>,
}

/// The text in `bytes`; `stated` is the encoding that the file itself names. `None` when the bytes are
/// no text.
pub(super) fn decode(bytes: &[u8], stated: Option<&str>) -> Option<Decoded> {
    let encoding = |encoding: &'static Encoding, bytes: &[u8]| {
        let (text, _) = encoding.decode_without_bom_handling(bytes);
        done(&text, (encoding != UTF_8).then_some(encoding.name()))
    };
    if let Some((found, width)) = Encoding::for_bom(bytes) {
        return encoding(found, &bytes[width..]);
    }
    if let Some(found) = wide(bytes) {
        return encoding(found, bytes);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return done(text, None);
    }
    if let Some(text) = mixed(bytes) {
        return done(&text, Some("UTF-8 with windows-1252"));
    }
    if let Some(found) = stated
        .and_then(|label| Encoding::for_label(label.as_bytes()))
        .filter(|found| *found != UTF_8)
    {
        return encoding(found, bytes);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    encoding(detector.guess(None, Utf8Detection::Deny), bytes)
}

/// Text unless too much of it is control characters.
fn done(text: &str, encoding: Option<&'static str>) -> Option<Decoded> {
    let head = || text.chars().take(4096);
    let control = head()
        .filter(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{c}' | '\u{85}'))
        .count();
    if control * 20 > head().count() || head().take(512).any(|c| c == '\0') {
        return None;
    }
    let text = if text.contains('\r') {
        text.replace("\r\n", "\n").replace('\r', "\n")
    } else {
        text.into()
    };
    Some(Decoded { text, encoding })
}

/// UTF-16 without a mark: every other byte of Latin text is zero.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(512)];
    let zeros = |odd: usize| head.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd, half) = (zeros(0), zeros(1), head.len() / 2);
    if bytes.len() < 4 || bytes.len() % 2 == 1 {
        None
    } else if odd * 10 > half * 7 && even * 10 < half {
        Some(UTF_16LE)
    } else if even * 10 > half * 7 && odd * 10 < half {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// UTF-8 into which somebody pasted single bytes of another encoding: nearly all that is not ASCII is
/// valid, and the rest is read as windows-1252.
fn mixed(bytes: &[u8]) -> Option<String> {
    let (mut valid, mut invalid) = (0, 0);
    let mut text = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        valid += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        text.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            invalid += 1;
            text.push_str(&WINDOWS_1252.decode_without_bom_handling(chunk.invalid()).0);
        }
    }
    (valid >= 4 * invalid).then_some(text)
}
