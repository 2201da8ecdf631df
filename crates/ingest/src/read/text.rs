//! Plain text and Markdown.

use crate::Source;
use crate::structure::{Flavour, structure};

use super::{MAX_LINE, Reader, Reading, left_out, not_text};

/// The reader of everything that is text.
pub(super) struct Text;

impl Reader for Text {
    fn fits(&self, _: &Source) -> bool {
        true
    }

    fn read(&self, source: &Source) -> Reading {
        let none = |diagnostic| Reading { drafts: Vec::new(), diagnostics: vec![diagnostic] };
        let bytes = source.bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&source.bytes);
        if bytes.iter().take(4096).any(|byte| *byte == 0) {
            return none(not_text(source));
        }
        let Ok(text) = std::str::from_utf8(bytes) else {
            let message = "the file is not UTF-8; save it as UTF-8 and try again";
            return none(left_out(source, "not-utf8", message));
        };
        if let Some(line) = text.split('\n').find(|line| line.len() > MAX_LINE) {
            let message = format!(
                "one line has {} MB and the limit is {} MB; break it into paragraphs",
                line.len() >> 20,
                MAX_LINE >> 20
            );
            return none(left_out(source, "line-too-long", &message));
        }
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let flavour = if source.name.ends_with(".md") || source.name.ends_with(".markdown") {
            Flavour::Markdown
        } else {
            Flavour::Plain
        };
        Reading { drafts: vec![structure(&text, flavour)], diagnostics: Vec::new() }
    }
}
