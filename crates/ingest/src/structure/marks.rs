//! Inline Markdown in a block: strong and emphasised words, links, addresses in angle brackets.
//! One pass, and at most one open delimiter of each kind, so that it is linear whatever stands there.

use std::ops::Range;

use super::{Flavour, MarkKind};

/// What stands in the place of a range of the source.
#[derive(Debug)]
pub(super) struct Edit {
    pub(super) range: Range<usize>,
    pub(super) kind: &'static str,
    pub(super) new: &'static str,
}

/// Finds inline marks in `source[range]`; delimiters become edits, the words between them marks.
/// In plain text a backslash is none of the marks, and emphasis is only what stands between spaces or
/// punctuation as prose has it.
pub(super) fn inline(
    source: &str,
    range: Range<usize>,
    flavour: Flavour,
    edits: &mut Vec<Edit>,
    marks: &mut Vec<(MarkKind, Range<usize>)>,
) {
    let mut scan = Scan {
        source,
        range: range.clone(),
        flavour,
        edits,
        marks,
        open: [const { None }; 4],
        brackets: Vec::new(),
    };
    let bytes = source.as_bytes();
    let escapes = flavour == Flavour::Markdown;
    let mut at = range.start;
    let mut address_end = at;
    while at < range.end {
        if at >= address_end && matches!(bytes[at], b'h' | b'H' | b'w' | b'W') {
            address_end = scan.address(at);
        }
        at = match bytes[at] {
            b'*' | b'_' if at < address_end => at + 1,
            b'*' | b'_' => scan.delimiter(at),
            b'[' => {
                let image = at > scan.range.start && bytes[at - 1] == b'!';
                scan.brackets.push(if image { at - 1 } else { at });
                at + 1
            }
            b']' => scan.bracket(at),
            b'<' => scan.angle(at),
            b'\\' if escapes && at + 1 < range.end && bytes[at + 1].is_ascii_punctuation() => {
                scan.drop(at..at + 1);
                at + 2
            }
            _ => at + 1,
        };
    }
}

/// What may stand before emphasis in plain text, and what after it.
const BEFORE_EMPHASIS: &str = "([{\"'“‘«„‚¿¡—–*_|>";
const AFTER_EMPHASIS: &str = ".,;:!?…)]}\"'”’»“—–*_|<";
/// Punctuation that is no part of an address when it ends in it.
const AFTER_ADDRESS: [char; 10] = ['?', '!', '.', ',', ':', ';', '*', '_', '~', '\''];

struct Scan<'a> {
    source: &'a str,
    range: Range<usize>,
    flavour: Flavour,
    edits: &'a mut Vec<Edit>,
    marks: &'a mut Vec<(MarkKind, Range<usize>)>,
    /// The open delimiter of `*`, `**`, `_`, `__`.
    open: [Option<usize>; 4],
    brackets: Vec<usize>,
}

impl Scan<'_> {
    fn drop(&mut self, range: Range<usize>) {
        self.edits.push(Edit { range, kind: "markdown", new: "" });
    }

    fn delimiter(&mut self, at: usize) -> usize {
        let byte = self.source.as_bytes()[at];
        let rest = &self.source.as_bytes()[at..self.range.end];
        let length = rest.iter().take_while(|b| **b == byte).count();
        let end = at + length;
        if length > 3 {
            return end;
        }
        let before = self.source[self.range.start..at].chars().next_back();
        let after = self.source[end..self.range.end].chars().next();
        // "__init__" is a name, in text that nobody marked.
        if self.flavour == Flavour::Plain && byte == b'_' && length > 1 {
            return end;
        }
        let outside = |c: Option<char>, punctuation: &str| {
            c.is_none_or(|c| match self.flavour {
                Flavour::Markdown => !c.is_alphanumeric(),
                Flavour::Plain => c.is_whitespace() || punctuation.contains(c),
            })
        };
        let solid = |c: Option<char>| c.is_some_and(|c| !c.is_whitespace());
        let opens = solid(after) && outside(before, BEFORE_EMPHASIS);
        let closes = solid(before) && outside(after, AFTER_EMPHASIS);
        let base = if byte == b'*' { 0 } else { 2 };
        // Three are one and two: emphasis within strong words.
        let parts: &[(usize, usize)] = match length {
            1 => &[(0, 1)],
            2 => &[(1, 2)],
            _ => &[(1, 2), (0, 1)],
        };
        let closing = closes && parts.iter().all(|(kind, _)| self.open[base + kind].is_some());
        let mut from = at;
        if closing {
            // The inner one closes first.
            for &(kind, width) in parts.iter().rev() {
                if let Some(start) = self.open[base + kind].take() {
                    self.drop(start..start + width);
                    self.drop(from..from + width);
                    let mark = if width == 2 { MarkKind::Strong } else { MarkKind::Emphasis };
                    self.marks.push((mark, start + width..from));
                    from += width;
                }
            }
        } else if opens {
            for &(kind, width) in parts {
                self.open[base + kind] = Some(from);
                from += width;
            }
        }
        end
    }

    /// The end of the address that begins here, and this place itself where none does: what looks like
    /// marks within an address is part of it.
    ///
    /// Source: GitHub Flavored Markdown, 6.9 "Autolinks (extension)".
    fn address(&self, at: usize) -> usize {
        let rest = &self.source[at..self.range.end];
        let begins = |scheme: &str| {
            rest.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
        };
        let inside = self.source[self.range.start..at].ends_with(char::is_alphanumeric);
        if inside || !["http://", "https://", "www."].into_iter().any(begins) {
            return at;
        }
        let mut depth = 0;
        let end = rest.find(|c: char| {
            depth += i32::from(c == '(') - i32::from(c == ')');
            c.is_whitespace() || matches!(c, '<' | '>' | '"' | ']') || depth < 0
        });
        at + rest[..end.unwrap_or(rest.len())].trim_end_matches(AFTER_ADDRESS).len()
    }

    /// `](target)` after an open bracket.
    fn bracket(&mut self, at: usize) -> usize {
        let Some(open) = self.brackets.pop() else { return at + 1 };
        let rest = &self.source[at + 1..self.range.end];
        if !rest.starts_with('(') {
            return at + 1;
        }
        // An address holds no line break and is not endless; brackets in it come in pairs.
        let mut depth = 0;
        let close = rest.char_indices().take(2000).find(|&(_, c)| {
            depth += i32::from(c == '(') - i32::from(c == ')');
            depth == 0 || c == '\n'
        });
        let Some((close, ')')) = close else { return at + 1 };
        let width = if self.source[open..].starts_with('!') { 2 } else { 1 };
        self.drop(open..open + width);
        self.drop(at..at + 1 + close + 1);
        self.marks.push((MarkKind::Link, open + width..at));
        at + 1 + close + 1
    }

    /// `<http://example.org>`.
    fn angle(&mut self, at: usize) -> usize {
        let rest = &self.source[at + 1..self.range.end];
        let address =
            ["http://", "https://", "mailto:"].iter().any(|scheme| rest.starts_with(scheme));
        if !address {
            return at + 1;
        }
        let close = rest.char_indices().take(2000).find(|&(_, c)| c == '>' || c.is_whitespace());
        let Some((close, '>')) = close else { return at + 1 };
        self.drop(at..at + 1);
        self.drop(at + 1 + close..at + 2 + close);
        self.marks.push((MarkKind::Link, at + 1..at + 1 + close));
        at + 2 + close
    }
}
