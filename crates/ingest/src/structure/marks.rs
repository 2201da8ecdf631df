//! Inline Markdown in a block: strong and emphasised words, links, addresses in angle brackets.
//! One pass, and at most one open delimiter of each kind, so that it is linear whatever stands there.

use std::ops::Range;

use super::MarkKind;

/// What stands in the place of a range of the source.
#[derive(Debug)]
pub(super) struct Edit {
    pub(super) range: Range<usize>,
    pub(super) kind: &'static str,
    pub(super) new: &'static str,
}

/// Finds inline marks in `source[range]`; delimiters become edits, the words between them marks.
/// `escapes` says whether a backslash before punctuation is one of the marks.
pub(super) fn inline(
    source: &str,
    range: Range<usize>,
    escapes: bool,
    edits: &mut Vec<Edit>,
    marks: &mut Vec<(MarkKind, Range<usize>)>,
) {
    let mut scan = Scan {
        source,
        range: range.clone(),
        edits,
        marks,
        open: [const { None }; 4],
        brackets: Vec::new(),
    };
    let bytes = source.as_bytes();
    let mut at = range.start;
    while at < range.end {
        at = match bytes[at] {
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

struct Scan<'a> {
    source: &'a str,
    range: Range<usize>,
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
        let outside = |c: Option<char>| c.is_none_or(|c| c.is_whitespace() || !c.is_alphanumeric());
        let solid = |c: Option<char>| c.is_some_and(|c| !c.is_whitespace());
        let (opens, closes) = (solid(after) && outside(before), solid(before) && outside(after));
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
