//! Web pages: the words of the article without the page around it. What is left out is recorded with
//! its reason. Nothing in a page is run or fetched; its tags are read by the HTML standard's tokenizer
//! and no tree is built, so that nesting costs nothing.

mod meta;
mod page;

use dateline_corpus::BlockKind;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::{RawKind, Rawtext, Rcdata, ScriptData};
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use std::cell::RefCell;

use super::{Reader, Reading, decode, left_out, not_text, text};
use crate::Source;
use crate::structure::Draft;
use page::Page;

/// The reader of web pages.
pub(super) struct Html;

impl Reader for Html {
    fn fits(&self, source: &Source) -> bool {
        let head: String = source
            .bytes
            .iter()
            .take(1000)
            .map(|byte| char::from(byte.to_ascii_lowercase()))
            .collect();
        let head = head.trim_start_matches(|c: char| !c.is_ascii() || c.is_whitespace());
        let named = [".html", ".htm", ".xhtml"]
            .iter()
            .any(|end| source.name.to_ascii_lowercase().ends_with(end));
        let starts = ["<!doctype html", "<html", "<head", "<body", "<!--"]
            .iter()
            .any(|tag| head.starts_with(tag));
        starts || (named && head.contains('<'))
    }

    fn read(&self, source: &Source) -> Reading {
        let Some(decoded) = decode::decode(&source.bytes, charset(&source.bytes).as_deref()) else {
            return Reading::failed(not_text(source));
        };
        let Some(mut draft) = draft(&decoded.text) else {
            let message = "the page holds no words; it may be made by a script: save it from a browser as a complete page";
            return Reading::failed(left_out(source, "no-text", message));
        };
        text::note_encoding(&mut draft, decoded.encoding);
        Reading::one(draft)
    }
}

/// The draft of a page; `None` when it holds no words.
pub(super) fn draft(html: &str) -> Option<Draft> {
    let lower = html.to_ascii_lowercase();
    let framed =
        lower.contains("<article") || lower.contains("<main") || lower.contains("role=\"main\"");
    let strict = tokenize(html, Page::new(framed, true));
    // A page whose own frame swallows its words, such as one with an element never closed, is read
    // without regard to the frame.
    let words = |draft: &Draft| draft.text.len();
    let left: usize = strict.repairs.iter().map(|repair| repair.original.len()).sum();
    let chosen = if words(&strict) < 200 && left > 4 * words(&strict) {
        let loose = tokenize(html, Page::new(false, false));
        if words(&loose) > words(&strict) { loose } else { strict }
    } else {
        strict
    };
    (!chosen.blocks.is_empty()).then_some(chosen)
}

fn tokenize(html: &str, page: Page) -> Draft {
    let tokenizer = Tokenizer::new(Sink { page: RefCell::new(page) }, TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(html));
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink.page.into_inner().finish()
}

struct Sink {
    page: RefCell<Page>,
}

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut page = self.page.borrow_mut();
        match token {
            Token::CharacterTokens(words) => page.words(&words),
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => {
                page.start(&tag);
                if let Some(kind) = raw(&tag) {
                    return TokenSinkResult::RawData(kind);
                }
            }
            Token::TagToken(tag) => page.end(&tag.name),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

/// How the tokenizer has to go on behind a tag whose content is no markup.
fn raw(tag: &Tag) -> Option<RawKind> {
    Some(match &*tag.name {
        "title" | "textarea" => Rcdata,
        "style" | "xmp" | "iframe" | "noembed" | "noframes" => Rawtext,
        "script" => ScriptData,
        _ => return None,
    })
}

/// The value of an attribute, trimmed.
fn attribute<'a>(tag: &'a Tag, name: &str) -> Option<&'a str> {
    tag.attrs
        .iter()
        .find(|attribute| &*attribute.name.local == name)
        .map(|attribute| attribute.value.trim())
}

/// The encoding that a page names in its first bytes.
fn charset(bytes: &[u8]) -> Option<String> {
    let head: String =
        bytes.iter().take(2048).map(|byte| char::from(byte.to_ascii_lowercase())).collect();
    let at = head.find("charset=")? + "charset=".len();
    let label: String = head[at..]
        .trim_start_matches(['"', '\''])
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c))
        .collect();
    (!label.is_empty()).then_some(label)
}

/// What a tag says of the block that its words make.
fn kind_of(tag: &str) -> Option<(BlockKind, Option<u8>)> {
    Some(match tag {
        "h1" => (BlockKind::Heading, Some(1)),
        "h2" => (BlockKind::Heading, Some(2)),
        "h3" => (BlockKind::Heading, Some(3)),
        "h4" => (BlockKind::Heading, Some(4)),
        "h5" => (BlockKind::Heading, Some(5)),
        "h6" => (BlockKind::Heading, Some(6)),
        "li" => (BlockKind::Item, None),
        "blockquote" => (BlockKind::Quote, None),
        "figcaption" | "caption" => (BlockKind::Caption, None),
        _ => return None,
    })
}
