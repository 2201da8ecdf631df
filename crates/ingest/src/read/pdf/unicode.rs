//! The table from character codes to characters that a font carries to be searched and copied. Lenient:
//! what is no entry of it is passed over.
//!
//! Source: ISO 32000-1, 9.10.3; Adobe Technical Note 5411, "ToUnicode Mapping File Tutorial".

use std::collections::BTreeMap;

/// Runs of codes by their length in bytes and their first: the last, and the UTF-16 of the first, whose
/// last unit goes up with the code.
#[derive(Debug, Default)]
pub(super) struct ToUnicode(BTreeMap<(usize, u32), (u32, Vec<u16>)>);

/// What is being listed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum List {
    Neither,
    Characters,
    Ranges,
}

enum Token<'a> {
    Hex(Vec<u8>),
    Mark(u8),
    Word(&'a [u8]),
}

impl ToUnicode {
    /// The table that this text holds; `None` when it holds no entry.
    pub(super) fn parse(text: &[u8]) -> Option<Self> {
        let mut table = Self::default();
        let mut list = List::Neither;
        let mut open: Option<usize> = None;
        let mut codes: Vec<Vec<u8>> = Vec::new();
        let mut rest = text;
        while let Some(token) = next(&mut rest) {
            match (token, list) {
                (Token::Word(b"beginbfchar"), _) => (list, open) = (List::Characters, None),
                (Token::Word(b"beginbfrange"), _) => (list, open) = (List::Ranges, None),
                (Token::Word(word), _) if word.starts_with(b"end") => list = List::Neither,
                (Token::Mark(b'['), List::Ranges) if codes.len() == 2 => open = Some(codes.len()),
                (Token::Mark(b']'), List::Ranges) => open = None,
                (Token::Hex(code), List::Characters | List::Ranges) => {
                    codes.push(code);
                    match (list, open, codes.as_slice()) {
                        (List::Characters, _, [code, to]) => table.add(code, 0, 0, to),
                        (List::Ranges, None, [first, last, to]) => {
                            let run = number(last).saturating_sub(number(first));
                            table.add(first, 0, run, to);
                        }
                        (List::Ranges, Some(_), [first, _, .., to]) if codes.len() > 2 => {
                            let at = u32::try_from(codes.len() - 3).unwrap_or(u32::MAX);
                            table.add(first, at, 0, to);
                            continue;
                        }
                        _ => continue,
                    }
                }
                _ => continue,
            }
            if open.is_none() {
                codes.clear();
            }
        }
        (!table.0.is_empty()).then_some(table)
    }

    /// Adds the run of codes that begins `at` codes after `first` and has `run` more.
    fn add(&mut self, first: &[u8], at: u32, run: u32, to: &[u8]) {
        let units = match to {
            [one] => vec![u16::from(*one)],
            to => to.chunks_exact(2).map(|unit| u16::from_be_bytes([unit[0], unit[1]])).collect(),
        };
        if let (1..=4, Some(code)) = (first.len(), number(first).checked_add(at)) {
            self.0.insert((first.len(), code), (code.saturating_add(run), units));
        }
    }

    /// The characters of a code of so many bytes.
    pub(super) fn get(&self, code: u32, bytes: usize) -> Option<String> {
        let (&(length, first), (last, units)) = self.0.range(..=(bytes, code)).next_back()?;
        if length != bytes || code > *last {
            return None;
        }
        let mut units = units.clone();
        if let (Some(unit), Ok(further)) = (units.last_mut(), u16::try_from(code - first)) {
            *unit = unit.wrapping_add(further);
        }
        Some(String::from_utf16_lossy(&units))
    }
}

/// The number that bytes write, the first the highest.
fn number(bytes: &[u8]) -> u32 {
    bytes.iter().take(4).fold(0, |number, byte| number << 8 | u32::from(*byte))
}

/// Takes the next token off the text.
fn next<'a>(rest: &mut &'a [u8]) -> Option<Token<'a>> {
    loop {
        let (&first, after) = rest.split_first()?;
        match first {
            b'%' => *rest = &after[length(after, |byte| !matches!(byte, b'\r' | b'\n'))..],
            b'<' if !after.starts_with(b"<") => {
                let end = length(after, |byte| byte != b'>');
                *rest = after.get(end + 1..).unwrap_or_default();
                return Some(Token::Hex(hex(&after[..end])));
            }
            b'[' | b']' => {
                *rest = after;
                return Some(Token::Mark(first));
            }
            _ if first.is_ascii_alphanumeric() => {
                let (word, after) =
                    rest.split_at(length(rest, |byte| byte.is_ascii_alphanumeric()));
                *rest = after;
                return Some(Token::Word(word));
            }
            b'<' => *rest = &after[1..],
            _ => *rest = after,
        }
    }
}

fn length(bytes: &[u8], belongs: impl Fn(u8) -> bool) -> usize {
    bytes.iter().take_while(|byte| belongs(**byte)).count()
}

fn hex(digits: &[u8]) -> Vec<u8> {
    let digits: Vec<u8> = digits
        .iter()
        .filter_map(|digit| char::from(*digit).to_digit(16))
        .filter_map(|digit| u8::try_from(digit).ok())
        .collect();
    digits.chunks(2).map(|pair| pair[0] << 4 | pair.get(1).copied().unwrap_or(0)).collect()
}

#[cfg(test)]
mod tests {
    use super::ToUnicode;

    #[test]
    fn every_form_of_entry_is_read() {
        let text = b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap
            1 begincodespacerange <0000><FFFF> endcodespacerange % <0001> <0041>
            2 beginbfchar <0003> <0020> <0856><00660069> endbfchar
            3 beginbfrange<0024><0026><0041> <0030> <0032> [<0078> <D83DDE00><007A>]
            <0040> <0041> <D83DDE00> endbfrange 1 beginbfchar <41> <0042> endbfchar endcmap";
        let table = ToUnicode::parse(text).unwrap();
        for (code, bytes, to) in [
            (0x03, 2, Some(" ")),
            (0x856, 2, Some("fi")),
            (0x24, 2, Some("A")),
            (0x26, 2, Some("C")),
            (0x27, 2, None),
            (0x30, 2, Some("x")),
            (0x31, 2, Some("😀")),
            (0x32, 2, Some("z")),
            (0x33, 2, None),
            (0x41, 2, Some("😁")),
            (0x41, 1, Some("B")),
            (0x01, 2, None),
        ] {
            assert_eq!(table.get(code, bytes).as_deref(), to, "{code:x}");
        }
    }

    #[test]
    fn junk_has_no_entries() {
        for junk in [&b""[..], b"<", b"beginbfchar <", b"beginbfrange <00> [", b"%", b"<<"] {
            assert!(ToUnicode::parse(junk).is_none());
        }
    }
}
