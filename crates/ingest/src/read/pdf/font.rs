//! The fonts of a page: how the bytes of a string become text, and how far they move the pen. Draws
//! nothing: outlines are not looked at.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Encoding, Object};

use super::unicode::ToUnicode;
use super::{UNPACKED, standard};

/// What a string shows.
#[derive(Debug, Default)]
pub(super) struct Glyphs {
    pub(super) text: String,
    /// The sum of the glyphs' widths, in parts of the font's size.
    pub(super) width: f32,
    /// Character codes, each of which is followed by the character spacing.
    pub(super) codes: f32,
    /// Codes that are the single byte 32, each of which is followed by the word spacing.
    pub(super) spaces: f32,
    /// Codes that the file maps to no character.
    pub(super) unmapped: usize,
}

/// A font of the page.
pub(super) struct Font<'a> {
    name: &'a [u8],
    unicode: Option<ToUnicode>,
    encoding: Option<Encoding<'a>>,
    codes: Codes,
    widths: Widths,
}

/// How a string is cut into codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Codes {
    /// A simple font: one byte each.
    Byte,
    /// A composite font: two bytes each, which are the glyph's number.
    Identity,
    /// A composite font whose codes are UTF-16.
    Utf16,
    /// A composite font with another table of codes; nearly all of them have two bytes.
    Other,
}

/// The widths of glyphs, in parts of the font's size.
enum Widths {
    /// By code from the first one on, and that of the others.
    Codes { first: usize, widths: Vec<f32>, missing: f32 },
    /// By glyph number, and that of the others.
    Glyphs { widths: BTreeMap<u32, f32>, others: f32 },
    /// Those of the standard font of this name.
    Standard,
}

impl<'a> Font<'a> {
    pub(super) fn of(pdf: &'a Document, font: &'a Dictionary) -> Self {
        let name = |key: &[u8]| font.get_deref(key, pdf).and_then(Object::as_name).ok();
        let codes = match (name(b"Subtype"), name(b"Encoding")) {
            (Some(b"Type0"), Some(b"Identity-H" | b"Identity-V")) => Codes::Identity,
            (Some(b"Type0"), Some(table))
                if [&b"UCS2"[..], b"UTF16"]
                    .iter()
                    .any(|unicode| table.windows(unicode.len()).any(|part| part == *unicode)) =>
            {
                Codes::Utf16
            }
            (Some(b"Type0"), _) => Codes::Other,
            _ => Codes::Byte,
        };
        Self {
            name: name(b"BaseFont").unwrap_or_default(),
            unicode: to_unicode(pdf, font),
            encoding: font.get_font_encoding_with_limit(pdf, UNPACKED).ok(),
            codes,
            widths: if codes == Codes::Byte {
                simple_widths(pdf, font)
            } else {
                composite_widths(pdf, font)
            },
        }
    }

    /// What stands for a font that the file does not have: Latin text in a common face.
    pub(super) fn missing() -> Self {
        Self {
            name: b"Helvetica",
            unicode: None,
            encoding: None,
            codes: Codes::Byte,
            widths: Widths::Standard,
        }
    }

    /// What a string of this font shows.
    pub(super) fn show(&self, bytes: &[u8]) -> Glyphs {
        let mut shown = Glyphs::default();
        let size = if self.codes == Codes::Byte { 1 } else { 2 };
        for code in bytes.chunks(size) {
            let number = code.iter().fold(0, |number, byte| number << 8 | u32::from(*byte));
            let text = self.text(code, number);
            shown.width += self.width(number, &text);
            shown.codes += 1.0;
            if code == [b' '] {
                shown.spaces += 1.0;
            }
            if text.contains(char::REPLACEMENT_CHARACTER) {
                shown.unmapped += 1;
            }
            text.chars().for_each(|c| push_unligated(&mut shown.text, c));
        }
        shown
    }

    /// The characters of a code. What the file says for the purpose of being read goes before what its
    /// encoding says, whose names of glyphs are often made up.
    fn text(&self, code: &[u8], number: u32) -> String {
        let unicode = self.unicode.as_ref().and_then(|table| match code {
            // Some writers give the codes of simple fonts two bytes.
            [_] => table.get(number, 1).or_else(|| table.get(number, 2)),
            _ => table.get(number, 2),
        });
        if let Some(text) = unicode {
            return text;
        }
        let encoded = match (self.codes, &self.encoding) {
            (Codes::Byte, Some(encoding)) => encoding.bytes_to_string(code).ok(),
            (Codes::Byte, None) => Some(code.iter().map(|byte| char::from(*byte)).collect()),
            (Codes::Utf16, _) => {
                u16::try_from(number).ok().map(|unit| String::from_utf16_lossy(&[unit]))
            }
            (Codes::Identity | Codes::Other, _) => None,
        };
        encoded.unwrap_or_else(|| char::REPLACEMENT_CHARACTER.into())
    }

    fn width(&self, code: u32, text: &str) -> f32 {
        match &self.widths {
            Widths::Codes { first, widths, missing } => usize::try_from(code)
                .ok()
                .and_then(|code| widths.get(code.checked_sub(*first)?))
                .copied()
                .unwrap_or(*missing),
            Widths::Glyphs { widths, others } if self.codes == Codes::Identity => {
                widths.get(&code).copied().unwrap_or(*others)
            }
            // Which glyph a code of another table shows is not known here.
            Widths::Glyphs { others, .. } => *others,
            Widths::Standard => text.chars().map(|c| standard::width(self.name, c) / 1000.0).sum(),
        }
    }
}

fn to_unicode(pdf: &Document, font: &Dictionary) -> Option<ToUnicode> {
    let stream = font.get_deref(b"ToUnicode", pdf).and_then(Object::as_stream).ok()?;
    ToUnicode::parse(&stream.get_plain_content_with_limit(UNPACKED).ok()?)
}

/// Source: ISO 32000-1, 9.6.2 (simple fonts) and 9.6.5 (Type 3, whose glyphs have a space of their own).
fn simple_widths(pdf: &Document, font: &Dictionary) -> Widths {
    let Ok(widths) = font.get_deref(b"Widths", pdf).and_then(Object::as_array) else {
        return Widths::Standard;
    };
    let own = font.get_deref(b"FontMatrix", pdf).and_then(Object::as_array).ok();
    let unit = own.and_then(|matrix| number(pdf, matrix.first()?)).map_or(0.001, f32::abs);
    let first = font.get_deref(b"FirstChar", pdf).and_then(Object::as_i64).ok();
    let missing = font
        .get_deref(b"FontDescriptor", pdf)
        .and_then(Object::as_dict)
        .and_then(|about| about.get_deref(b"MissingWidth", pdf))
        .ok()
        .and_then(|width| number(pdf, width));
    Widths::Codes {
        first: first.and_then(|first| usize::try_from(first).ok()).unwrap_or(0),
        widths: widths.iter().map(|width| number(pdf, width).unwrap_or(0.0) * unit).collect(),
        missing: missing.unwrap_or(0.0) * unit,
    }
}

/// The default width and the runs of widths, `c [w1 w2 …]` or `first last w`.
///
/// Source: ISO 32000-1, 9.7.4.3.
fn composite_widths(pdf: &Document, font: &Dictionary) -> Widths {
    let descendant = font
        .get_deref(b"DescendantFonts", pdf)
        .and_then(Object::as_array)
        .ok()
        .and_then(|all| pdf.dereference(all.first()?).ok()?.1.as_dict().ok());
    let entry = |key: &[u8]| descendant?.get_deref(key, pdf).ok();
    let others = entry(b"DW").and_then(|width| number(pdf, width)).unwrap_or(1000.0) / 1000.0;
    let mut widths = BTreeMap::new();
    let mut rest = entry(b"W").and_then(|all| all.as_array().ok()).map_or(&[][..], Vec::as_slice);
    while let [first, second, after @ ..] = rest {
        let Some(first) = glyph(pdf, first) else { break };
        if let Ok((_, Object::Array(run))) = pdf.dereference(second) {
            for (glyph, width) in (first..=GLYPHS).zip(run) {
                widths.insert(glyph, number(pdf, width).unwrap_or(0.0) / 1000.0);
            }
            rest = after;
        } else if let (Some(last), [width, after @ ..]) = (glyph(pdf, second), after) {
            let width = number(pdf, width).unwrap_or(0.0) / 1000.0;
            widths.extend((first..=last).map(|glyph| (glyph, width)));
            rest = after;
        } else {
            break;
        }
    }
    Widths::Glyphs { widths, others }
}

/// The greatest number of a glyph.
const GLYPHS: u32 = 0xFFFF;

fn glyph(pdf: &Document, object: &Object) -> Option<u32> {
    let number = pdf.dereference(object).ok()?.1.as_i64().ok()?;
    u32::try_from(number).ok().filter(|number| *number <= GLYPHS)
}

fn number(pdf: &Document, object: &Object) -> Option<f32> {
    pdf.dereference(object).ok()?.1.as_float().ok()
}

/// Adds a character; a ligature of type becomes the letters it shows.
fn push_unligated(text: &mut String, c: char) {
    match c {
        'ﬀ' => text.push_str("ff"),
        'ﬁ' => text.push_str("fi"),
        'ﬂ' => text.push_str("fl"),
        'ﬃ' => text.push_str("ffi"),
        'ﬄ' => text.push_str("ffl"),
        'ﬅ' | 'ﬆ' => text.push_str("st"),
        _ => text.push(c),
    }
}
