//! A page while its tags and words go by.

use dateline_corpus::BlockKind;
use html5ever::tokenizer::Tag;

use super::{attribute, kind_of, meta};
use crate::read::fields;
use crate::structure::{Draft, MarkKind, Writer};

/// Elements of which no word belongs to an article, with the reason that is recorded.
#[rustfmt::skip]
const FRAME: &[(&str, &str)] = &[
    ("nav", "left-out-navigation"), ("footer", "left-out-footer"), ("aside", "left-out-aside"), ("form", "left-out-form"), ("button", "left-out-form"),
    ("select", "left-out-form"), ("dialog", "left-out-dialog"), ("menu", "left-out-navigation"),
];

/// Elements whose words a page does not show as its own.
const EMBEDDED: &[&str] = &[
    "template", "svg", "math", "noscript", "iframe", "object", "noembed", "noframes", "xmp",
    "textarea", "head",
];

/// Words in the class or id of elements around an article, with the reason.
#[rustfmt::skip]
const CLASSES: &[(&str, &str)] = &[
    ("cookie", "left-out-consent"), ("consent", "left-out-consent"), ("gdpr", "left-out-consent"), ("nav", "left-out-navigation"), ("navbar", "left-out-navigation"),
    ("menu", "left-out-navigation"), ("breadcrumb", "left-out-navigation"), ("breadcrumbs", "left-out-navigation"), ("sidebar", "left-out-aside"), ("related", "left-out-aside"),
    ("share", "left-out-share"), ("sharing", "left-out-share"), ("social", "left-out-share"), ("newsletter", "left-out-promotion"), ("subscribe", "left-out-promotion"),
    ("promo", "left-out-promotion"), ("advert", "left-out-promotion"), ("advertisement", "left-out-promotion"), ("ad", "left-out-promotion"), ("ads", "left-out-promotion"),
    ("comments", "left-out-comments"), ("comment", "left-out-comments"), ("footer", "left-out-footer"), ("skip", "left-out-navigation"), ("editsection", "left-out-navigation"),
    ("noprint", "left-out-navigation"), ("toc", "left-out-navigation"),
];

/// Elements that have no end tag.
const VOID: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
];

/// Elements that begin and end a block of their own.
#[rustfmt::skip]
const BLOCKS: &[&str] = &[
    "p", "div", "section", "article", "main", "header", "ul", "ol", "dl", "dt", "dd", "table", "tbody", "thead", "tr", "figure", "pre", "hr", "address",
    "body", "html", "details", "summary", "center", "fieldset",
];

/// The deepest nesting of headings, items and quotations that is kept account of.
const DEPTH: usize = 256;

#[derive(Debug)]
pub(super) struct Page {
    writer: Writer,
    /// Whether the page marks its article, and whether its frame is left out.
    framed: bool,
    strict: bool,
    /// How many `article` and `main` are open.
    inside: u32,
    /// The element that is being left out, how often its name is open, and the reason.
    skipped: Option<(String, u32, &'static str)>,
    skipped_words: String,
    /// Open headings, items, quotations and captions.
    context: Vec<(String, BlockKind, Option<u8>)>,
    lists: u8,
    breaks: u8,
    /// The words of the element whose words are data: `title`, JSON-LD, code.
    data: Option<(&'static str, String)>,
    titles: Vec<String>,
    found: Draft,
}

impl Page {
    pub(super) fn new(framed: bool, strict: bool) -> Self {
        Self {
            writer: Writer::default(),
            framed,
            strict,
            inside: 0,
            skipped: None,
            skipped_words: String::new(),
            context: Vec::new(),
            lists: 0,
            breaks: 0,
            data: None,
            titles: Vec::new(),
            found: Draft::default(),
        }
    }

    pub(super) fn words(&mut self, words: &str) {
        if let Some((_, data)) = &mut self.data {
            data.push_str(words);
        } else if self.skipped.is_some() || self.framed && self.inside == 0 {
            self.skipped_words.push_str(words);
        } else {
            if !words.trim().is_empty() {
                self.breaks = 0;
            }
            self.writer.words(words);
        }
    }

    pub(super) fn start(&mut self, tag: &Tag) {
        let name = &*tag.name;
        meta::from_tag(tag, &mut self.found);
        match name {
            "title" if self.data.is_none() && !self.skipped_by("svg") => {
                self.data = Some(("title", String::new()));
            }
            "script" | "style" if self.data.is_none() && !tag.self_closing => {
                let json = attribute(tag, "type")
                    .is_some_and(|kind| kind.eq_ignore_ascii_case("application/ld+json"));
                self.data = Some((if json { "json" } else { "code" }, String::new()));
                return;
            }
            _ => {}
        }
        if let Some((skipped, depth, _)) = &mut self.skipped {
            if skipped == name && !tag.self_closing {
                *depth += 1;
            }
            if BLOCKS.contains(&name) || kind_of(name).is_some() || name == "br" {
                self.skipped_words.push(' ');
            }
            if let Some(words) = attribute(tag, "alt").filter(|_| name == "img") {
                self.skipped_words.push_str(words);
            }
            // A head that is never closed ends where the body begins.
            if name == "body" {
                self.unskip();
            } else {
                return;
            }
        }
        if VOID.contains(&name) {
            return self.void(tag);
        }
        if matches!(name, "article" | "main") || attribute(tag, "role") == Some("main") {
            if self.inside == 0 {
                self.leave_frame();
            }
            self.inside += 1;
        }
        if let Some(reason) = self.reason(tag).filter(|_| !tag.self_closing) {
            self.boundary();
            self.skipped = Some((name.into(), 1, reason));
        } else if let Some((kind, level)) = kind_of(name) {
            self.boundary();
            let level = if kind == BlockKind::Item { Some(self.lists.max(1)) } else { level };
            if self.context.len() < DEPTH {
                self.context.push((name.into(), kind, level));
            }
        } else if BLOCKS.contains(&name) {
            self.boundary();
            self.lists = self.lists.saturating_add(u8::from(matches!(name, "ul" | "ol")));
        } else if let Some(mark) = mark(name) {
            self.writer.open_mark(mark);
        } else if matches!(name, "td" | "th") {
            self.writer.words(" ");
        }
    }

    /// Why an element is left out; `None` for one that is read.
    fn reason(&self, tag: &Tag) -> Option<&'static str> {
        let name = &*tag.name;
        if EMBEDDED.contains(&name) {
            return Some("left-out-embedded");
        }
        if !self.strict {
            return None;
        }
        let frame = FRAME.iter().find(|(element, _)| *element == name).map(|(_, reason)| *reason);
        let style = attribute(tag, "style").unwrap_or_default().replace(' ', "");
        let hidden = tag.attrs.iter().any(|attribute| &*attribute.name.local == "hidden")
            || style.to_ascii_lowercase().contains("display:none")
            || attribute(tag, "aria-hidden") == Some("true") && name != "span";
        frame.or(hidden.then_some("left-out-hidden")).or_else(|| {
            // The whole page may carry such a class, an article or a paragraph hardly.
            let part = matches!(
                name,
                "div" | "section" | "ul" | "ol" | "header" | "a" | "span" | "table" | "figure"
            );
            let classes = [attribute(tag, "class"), attribute(tag, "id")];
            let mut tokens = classes
                .iter()
                .flatten()
                .flat_map(|names| names.split(|c: char| !c.is_ascii_alphanumeric()));
            tokens.find_map(|token| {
                let lower = token.to_ascii_lowercase();
                CLASSES.iter().find(|(known, _)| part && *known == lower).map(|(_, reason)| *reason)
            })
        })
    }

    fn skipped_by(&self, name: &str) -> bool {
        self.skipped.as_ref().is_some_and(|(skipped, ..)| skipped == name)
    }

    fn void(&mut self, tag: &Tag) {
        match &*tag.name {
            "br" => {
                self.breaks += 1;
                if self.breaks >= 2 { self.boundary() } else { self.writer.line() }
            }
            "hr" => self.boundary(),
            "img" => {
                if let Some(words) = attribute(tag, "alt") {
                    self.writer.left_out("left-out-image-text", words);
                }
            }
            _ => {}
        }
    }

    pub(super) fn end(&mut self, name: &str) {
        if let Some((kind, data)) =
            self.data.take_if(|(kind, _)| (*kind == "title") == (name == "title"))
        {
            return self.datum(kind, data);
        }
        if let Some((skipped, depth, _)) = &mut self.skipped {
            if skipped == name {
                *depth -= 1;
                if *depth == 0 {
                    self.unskip();
                }
            }
            return;
        }
        if let Some(mark) = mark(name) {
            return self.writer.close_mark(mark);
        }
        if kind_of(name).is_some() {
            self.boundary();
            if let Some(at) = self.context.iter().rposition(|(open, ..)| open == name) {
                self.context.truncate(at);
            }
        } else if BLOCKS.contains(&name) {
            self.boundary();
            self.lists = self.lists.saturating_sub(u8::from(matches!(name, "ul" | "ol")));
        }
        if matches!(name, "article" | "main") {
            self.inside = self.inside.saturating_sub(1);
        }
    }

    fn datum(&mut self, kind: &'static str, data: String) {
        match kind {
            "code" => {}
            "title" => {
                meta::from_data(kind, &data, &mut self.found);
                self.titles.push(data);
            }
            _ => meta::from_data(kind, &data, &mut self.found),
        }
    }

    fn unskip(&mut self) {
        if let Some((_, _, reason)) = self.skipped.take() {
            let words = std::mem::take(&mut self.skipped_words);
            self.writer.left_out(reason, &words);
        }
    }

    /// Records what stood outside of the article.
    fn leave_frame(&mut self) {
        let words = std::mem::take(&mut self.skipped_words);
        self.writer.left_out("left-out-page", &words);
    }

    /// Ends the open block.
    fn boundary(&mut self) {
        if self.framed && self.inside == 0 {
            self.skipped_words.push(' ');
        }
        let (kind, level) = self
            .context
            .last()
            .map_or((BlockKind::Paragraph, None), |(_, kind, level)| (*kind, *level));
        self.writer.close(kind, level);
        self.breaks = 0;
    }

    pub(super) fn finish(mut self) -> Draft {
        if let Some((kind, data)) = self.data.take() {
            self.datum(kind, data);
        }
        self.boundary();
        self.unskip();
        self.leave_frame();
        let mut draft = self.writer.finish();
        let top = draft
            .blocks
            .iter()
            .any(|block| block.kind == BlockKind::Heading && block.level == Some(1));
        let page_title =
            self.found.metadata.iter().position(|datum| datum.field == meta::PAGE_TITLE);
        let page_title = page_title.map(|at| self.found.metadata.remove(at).value);
        let titled = top || self.found.value("title").is_some();
        if let Some(title) = page_title.filter(|_| !titled) {
            fields::note(&mut draft, "title", &title, None);
        }
        for datum in self.found.metadata {
            // A heading of the text is the better title: it has a place.
            if !(top && datum.field == "title") {
                fields::note(&mut draft, &datum.field, &datum.value, None);
            }
        }
        for title in self.titles {
            let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
            let read = draft.text.contains(&title) || draft.value("title") == Some(&title);
            if !read {
                draft.left_out("left-out-page-title", &title);
            }
        }
        draft
    }
}

fn mark(name: &str) -> Option<MarkKind> {
    Some(match name {
        "b" | "strong" => MarkKind::Strong,
        "i" | "em" | "cite" => MarkKind::Emphasis,
        "a" => MarkKind::Link,
        _ => return None,
    })
}
