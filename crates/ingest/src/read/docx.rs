//! Office documents (`.docx`): paragraphs, headings, lists, tables and notes, in their order.

mod archive;

use dateline_corpus::{BlockKind, Metadatum};
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader as Xml, XmlVersion};

use super::{Reader, Reading, left_out, partly};
use crate::Source;
use crate::structure::{Draft, MarkKind, Writer};
use archive::Failure;

/// The most bytes that one part of a document may unpack to.
const UNPACKED: usize = 64 << 20;

/// Parts whose words are not of the text, with the reason that is recorded.
const ASIDE: [(&str, &str); 3] = [
    ("word/header", "left-out-running-head"),
    ("word/footer", "left-out-footer"),
    ("word/comments", "left-out-comments"),
];

/// The reader of Office documents.
pub(super) struct Docx;

impl Reader for Docx {
    fn fits(&self, source: &Source) -> bool {
        source.bytes.starts_with(b"PK\x03\x04")
            && source.name.to_ascii_lowercase().ends_with(".docx")
            || source.bytes.starts_with(b"PK\x03\x04")
                && source.bytes.windows(17).take(1 << 16).any(|name| name == b"word/document.xml")
    }

    fn read(&self, source: &Source) -> Reading {
        let failed = |message: &str| Reading::failed(left_out(source, "bad-docx", message));
        let body = match part(&source.bytes, "word/document.xml") {
            Ok(body) => body,
            Err(message) => return failed(message),
        };
        let mut writer = Writer::default();
        let whole = words(&body, &mut writer);
        for name in ["word/footnotes.xml", "word/endnotes.xml"] {
            if let Ok(notes) = part(&source.bytes, name) {
                words(&notes, &mut writer);
            }
        }
        for name in archive::names(&source.bytes) {
            let reason = ASIDE.iter().find(|(start, _)| name.starts_with(start));
            if let Some((_, reason)) = reason.filter(|_| name.ends_with(".xml"))
                && let Ok(aside) = part(&source.bytes, name)
            {
                let mut other = Writer::default();
                words(&aside, &mut other);
                let other = other.finish();
                writer.left_out(reason, &other.text);
                for repair in other.repairs {
                    writer.left_out(&repair.kind, &repair.original);
                }
            }
        }
        let mut draft = writer.finish();
        if let Ok(core) = part(&source.bytes, "docProps/core.xml") {
            properties(&core, &mut draft);
        }
        if draft.blocks.is_empty() {
            return failed(
                "the document holds no words; it may hold pictures of pages: recognise their text first",
            );
        }
        let mut reading = Reading::one(draft);
        if !whole {
            reading.diagnostics.push(partly(
                source,
                "damaged",
                "the document is damaged; what stands behind the damage was not read",
            ));
        }
        reading
    }
}

/// The text of a part, within the limit.
fn part(archive: &[u8], name: &str) -> Result<String, &'static str> {
    let bytes = archive::take(archive, name, UNPACKED).map_err(|failure| match failure {
        Failure::Missing => "the document has no text; it may be of another kind",
        Failure::TooLarge => "the document unpacks to more than 64 MB; cut it into parts",
        Failure::Damaged => "the document is damaged; open it and save it again",
    })?;
    String::from_utf8(bytes)
        .map_err(|_| "the document's text is not UTF-8; open it and save it again")
}

/// Writes the words of a part; `false` when it broke off.
///
/// Source: ECMA-376, part 1, 17.3 (paragraphs and runs), 17.9 (numbering).
fn words(xml: &str, writer: &mut Writer) -> bool {
    let mut reader = Xml::from_str(xml);
    let (mut kind, mut level) = (BlockKind::Paragraph, None);
    let (mut text, mut deleted, mut bold, mut italic) = (false, false, false, false);
    let mut tables = 0_u32;
    loop {
        match reader.read_event() {
            // What older programs show in place of the choice before it says the same again.
            Ok(Event::Start(tag)) if tag.local_name().as_ref() == "Fallback" => {
                if reader.read_to_end(tag.name()).is_err() {
                    return false;
                }
            }
            Ok(Event::Start(tag)) => match tag.local_name().as_ref() {
                "p" => (kind, level) = (BlockKind::Paragraph, None),
                "t" => {
                    text = true;
                    if bold {
                        writer.open_mark(MarkKind::Strong);
                    }
                    if italic {
                        writer.open_mark(MarkKind::Emphasis);
                    }
                }
                "delText" => deleted = true,
                "tbl" => tables += 1,
                "rPr" => (bold, italic) = (false, false),
                _ => {}
            },
            Ok(Event::Empty(tag)) => match tag.local_name().as_ref() {
                "pStyle" => (kind, level) = style(&value(&tag)),
                "ilvl" => {
                    (kind, level) = (
                        BlockKind::Item,
                        value(&tag).parse::<u8>().ok().map(|depth| depth.saturating_add(1).min(9)),
                    );
                }
                "b" => bold = on(&tag),
                "i" => italic = on(&tag),
                "tab" => writer.words(" "),
                "br" | "cr" => writer.line(),
                "noBreakHyphen" => writer.words("-"),
                _ => {}
            },
            Ok(Event::Text(words)) => {
                let words = words.xml_content(XmlVersion::Explicit1_0);
                if text {
                    writer.words(&words);
                } else if deleted {
                    writer.left_out("left-out-deleted", &words);
                }
            }
            Ok(Event::GeneralRef(name)) => {
                let plain = match name.as_ref() {
                    "amp" => Some('&'),
                    "lt" => Some('<'),
                    "gt" => Some('>'),
                    "quot" => Some('"'),
                    "apos" => Some('\''),
                    _ => name.resolve_char_ref().ok().flatten(),
                };
                if let Some(c) = plain.filter(|_| text) {
                    writer.words(c.encode_utf8(&mut [0; 4]));
                }
            }
            Ok(Event::End(tag)) => match tag.local_name().as_ref() {
                // A row of a table is one block.
                "p" if tables > 0 => writer.words(" "),
                "p" => writer.close(kind, level),
                "tr" => writer.close(BlockKind::Paragraph, None),
                "tbl" => tables = tables.saturating_sub(1),
                "t" => {
                    text = false;
                    if italic {
                        writer.close_mark(MarkKind::Emphasis);
                    }
                    if bold {
                        writer.close_mark(MarkKind::Strong);
                    }
                }
                "delText" => deleted = false,
                "r" => (bold, italic) = (false, false),
                _ => {}
            },
            Ok(Event::Eof) => return true,
            Err(_) => {
                writer.close(kind, level);
                return false;
            }
            Ok(_) => {}
        }
    }
}

fn value(tag: &BytesStart) -> String {
    let found =
        tag.attributes().flatten().find(|attribute| attribute.key.local_name().as_ref() == "val");
    found.map(|attribute| attribute.value.into_owned()).unwrap_or_default()
}

/// Whether a property is switched on: it is, unless its value says no.
fn on(tag: &BytesStart) -> bool {
    !matches!(value(tag).as_str(), "0" | "false" | "off" | "none")
}

/// What a paragraph's style makes of it.
fn style(name: &str) -> (BlockKind, Option<u8>) {
    let lower = name.to_lowercase();
    let level = lower
        .chars()
        .next_back()
        .and_then(|c| c.to_digit(10))
        .and_then(|level| u8::try_from(level).ok())
        .filter(|level| (1..=6).contains(level));
    match lower.as_str() {
        "title" => (BlockKind::Heading, Some(1)),
        "subtitle" => (BlockKind::Heading, Some(2)),
        "caption" => (BlockKind::Caption, None),
        _ if lower.starts_with("heading")
            || lower.starts_with("titre")
            || lower.starts_with("berschrift")
            || lower.starts_with("überschrift") =>
        {
            (BlockKind::Heading, level.or(Some(2)))
        }
        _ if lower.contains("quote") => (BlockKind::Quote, None),
        _ if lower.starts_with("list") => (BlockKind::Item, Some(level.unwrap_or(1))),
        _ => (BlockKind::Paragraph, None),
    }
}

/// Title, author and language from the document's properties. When the file was made is no date of issue.
fn properties(xml: &str, draft: &mut Draft) {
    let mut reader = Xml::from_str(xml);
    let mut field = None;
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag)) => {
                field = match tag.local_name().as_ref() {
                    "title" => Some("title"),
                    "creator" => Some("file-author"),
                    "language" => Some("language"),
                    "created" => Some("file-created"),
                    _ => None,
                }
            }
            Ok(Event::Text(words)) => {
                let value = words.xml_content(XmlVersion::Explicit1_0).trim().to_string();
                let heading = draft
                    .blocks
                    .iter()
                    .any(|block| block.kind == BlockKind::Heading && block.level == Some(1));
                if let Some(field) =
                    field.filter(|field| !(value.is_empty() || heading && *field == "title"))
                {
                    draft.metadata.push(Metadatum {
                        field: field.into(),
                        value,
                        span: None,
                        inferred: false,
                    });
                }
            }
            Ok(Event::End(_)) => field = None,
            Ok(Event::Eof) | Err(_) => return,
            Ok(_) => {}
        }
    }
}
