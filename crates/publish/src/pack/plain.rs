//! The plain version: the events and the documents as semantic HTML, for where no script runs,
//! for printing, for search engines and archives. Needs no style and no script.

use std::collections::BTreeMap;
use std::fmt::Write;

use dateline_corpus::{
    Block, BlockKind, Corpus, Date, Document, Event, IssuedBasis, Report, Span, Timex,
};

use crate::html::escape;
use crate::{date_in_words, event_date_in_words, outward_link};

use super::page::{language, name};

const WHY: &str = "This is the plain version. The explorer, with its timeline, search and \
    comparison, needs JavaScript and WebAssembly, and Chrome 123, Firefox 125, Safari 17.5 or a \
    later browser.";
const NOTHING: &str = "There is nothing here yet: no document was read.";

/// Where the documents of a plain version stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Documents {
    /// In the page itself.
    Here,
    /// Each on a page of its own, beside it.
    Beside,
    /// Nowhere but in the explorer.
    Absent,
}

impl Documents {
    /// The address of the part `id` of `document`; empty when it is nowhere.
    fn address(self, document: &Document, id: &str) -> String {
        let id = escape(id);
        match self {
            Self::Here => format!("#plain-{id}"),
            Self::Beside => format!("{}#plain-{id}", document_page(document)),
            Self::Absent => String::new(),
        }
    }
}

/// A corpus with what its plain version looks up in it.
pub(super) struct Plain<'a> {
    corpus: &'a Corpus,
    documents: BTreeMap<&'a str, &'a Document>,
    /// By document, report ids after the offset at which their sentence begins, in order.
    anchors: BTreeMap<&'a str, Vec<(u32, &'a str)>>,
    /// What marks the page's own English where the page is in another language.
    english: &'static str,
}

impl<'a> Plain<'a> {
    pub(super) fn new(corpus: &'a Corpus) -> Self {
        let documents = corpus.documents.iter().map(|d| (d.id.as_str(), d)).collect();
        let mut anchors = BTreeMap::<_, Vec<_>>::new();
        for report in corpus.events.iter().flat_map(|event| &event.reports) {
            let anchor = (report.span.start, report.id.as_str());
            anchors.entry(report.document.as_str()).or_default().push(anchor);
        }
        for list in anchors.values_mut() {
            list.sort_unstable();
            list.dedup();
        }
        let english = if language(corpus) == "en" { "" } else { " lang=\"en\"" };
        Self { corpus, documents, anchors, english }
    }

    /// The whole plain version, without the element around it.
    pub(super) fn version(&self, documents: Documents) -> String {
        let Self { corpus, english, .. } = self;
        let mut out = format!(
            "<header><h1>{}</h1>\n<p id=\"plain-why\"{english}>{WHY}</p></header>\n",
            escape(&name(corpus))
        );
        if corpus.documents.is_empty() {
            put(&mut out, format_args!("<p{english}>{NOTHING}</p>\n"));
            return out;
        }
        put(
            &mut out,
            format_args!(
                "<section aria-labelledby=\"plain-events\"><h2 id=\"plain-events\"{english}>Events</h2>\n<ol>\n"
            ),
        );
        for event in &corpus.events {
            self.push_event(&mut out, event, documents);
        }
        put(
            &mut out,
            format_args!(
                "</ol></section>\n<section aria-labelledby=\"plain-documents\"><h2 id=\"plain-documents\"{english}>Documents</h2>\n"
            ),
        );
        match documents {
            Documents::Here => {
                for document in &corpus.documents {
                    self.push_document(&mut out, document, 3);
                }
            }
            Documents::Beside | Documents::Absent => {
                out.push_str("<ul>\n");
                for document in &corpus.documents {
                    let place = documents.address(document, &document.id);
                    put(&mut out, format_args!("<li>{}</li>\n", source(document, &place)));
                }
                out.push_str("</ul>\n");
            }
        }
        out.push_str("</section>\n");
        out
    }

    fn push_event(&self, out: &mut String, event: &Event, documents: Documents) {
        let place = |report: &Report| self.documents.get(report.document.as_str()).copied();
        let lead = event.lead().and_then(|report| Some((report, place(report)?)));
        let spoken = lead.map_or("", |(_, document)| document.language.as_str());
        let title = lead.map(|(report, document)| report.titled(&document.text));
        let title = escape(title.as_deref().unwrap_or(&event.title));
        put(
            out,
            format_args!(
                "<li>{} <bdi{}>{title}</bdi><ul>",
                time(&event.date, &event_date_in_words(event)),
                tongue(spoken)
            ),
        );
        for report in &event.reports {
            if let Some(document) = place(report) {
                let address = documents.address(document, &report.id);
                put(out, format_args!("<li>{}</li>", source(document, &address)));
            }
        }
        out.push_str("</ul></li>\n");
    }

    /// One document as an article, its title a heading of `level`.
    pub(super) fn push_document(&self, out: &mut String, document: &Document, level: u8) {
        let Document { id, title, text, .. } = document;
        let (id, tongue, shown) = (escape(id), tongue(&document.language), escape(title));
        put(
            out,
            format_args!("<article id=\"plain-{id}\"{tongue}>\n<h{level}>{shown}</h{level}>\n"),
        );
        if let Some(subtitle) = &document.subtitle {
            put(out, format_args!("<p>{}</p>\n", escape(subtitle)));
        }
        push_about(out, document);
        let anchors = self.anchors.get(document.id.as_str()).map_or(&[][..], Vec::as_slice);
        let mut body = Body { out, document, anchors, next: 0, heading: None, list: None };
        let mut titled = false;
        for block in &document.blocks {
            body.rest_until(block.span.start);
            let is_title = block.kind == BlockKind::Heading
                && !std::mem::replace(&mut titled, true)
                && block.span.of(text).trim() == title.trim();
            if is_title {
                // It stands above the article already; only its anchors are needed here.
                body.anchors_until(block.span.end);
                body.next = block.span.end;
            } else {
                body.block(block, level);
            }
        }
        body.rest_until(u32::try_from(text.len()).unwrap_or(u32::MAX));
        body.close_list();
        out.push_str("</article>\n");
    }
}

/// The file of one document's own page, relative to the index.
pub(super) fn document_page(document: &Document) -> String {
    format!("documents/{}.html", document.id)
}

/// A document named in a list, as a link where there is an address.
fn source(document: &Document, address: &str) -> String {
    let title = escape(&document.title);
    let tongue = tongue(&document.language);
    let mut out = match address {
        "" => format!("<cite{tongue}>{title}</cite>"),
        _ => format!("<a href=\"{address}\"{tongue}><cite>{title}</cite></a>"),
    };
    if let Some(publication) = &document.publication {
        put(&mut out, format_args!(", <bdi>{}</bdi>", escape(publication)));
    }
    if let Some(issued) = &document.issued {
        put(&mut out, format_args!(", {}", time(issued, &date_in_words(issued))));
    }
    out
}

fn push_about(out: &mut String, document: &Document) {
    out.push_str("<dl class=\"plain-about\" lang=\"en\" dir=\"ltr\">");
    let mut row = |name: &str, value: &str| {
        put(out, format_args!("<dt>{name}</dt><dd>{value}</dd>"));
    };
    let bdi = |value: &str| format!("<bdi>{}</bdi>", escape(value));
    if let Some(publication) = &document.publication {
        row("Published in", &bdi(publication));
    }
    if !document.authors.is_empty() {
        row("By", &document.authors.iter().map(|name| bdi(name)).collect::<Vec<_>>().join(", "));
    }
    if let Some(issued) = &document.issued {
        let inferred = match document.issued_basis {
            IssuedBasis::Inferred => " (inferred)",
            IssuedBasis::Stated | IssuedBasis::None => "",
        };
        row("Date", &format!("{}{inferred}", time(issued, &date_in_words(issued))));
    }
    if let Some(address) = document.url.as_deref().and_then(outward_link) {
        let shown = escape(&address);
        row("Address", &format!("<a href=\"{shown}\" rel=\"noopener noreferrer\">{shown}</a>"));
    }
    row("File", &bdi(&document.source));
    row("SHA-256", &escape(&document.sha256));
    out.push_str("</dl>\n");
}

/// The text of one document on its way into `out`.
struct Body<'a> {
    out: &'a mut String,
    document: &'a Document,
    /// Report ids by the offset at which their sentence begins.
    anchors: &'a [(u32, &'a str)],
    /// The first byte that has not been written.
    next: u32,
    /// The level of the last heading.
    heading: Option<u8>,
    /// The list that is open, by the kind of its items.
    list: Option<BlockKind>,
}

impl Body<'_> {
    fn block(&mut self, block: &Block, level: u8) {
        let listed = match block.kind {
            BlockKind::Item | BlockKind::Bibliography | BlockKind::Reference => Some(block.kind),
            _ => None,
        };
        if self.list != listed {
            self.close_list();
            if listed.is_some() {
                self.out.push_str("<ul>\n");
            }
            self.list = listed;
        }
        // A heading may lie one below the one before it, and no deeper.
        let deepest = self.heading.map_or(level, |before| before.max(level)) + 1;
        let own = (level + block.level.unwrap_or(1)).clamp(level + 1, deepest.min(6));
        let heading = format!("h{own}");
        if block.kind == BlockKind::Heading {
            self.heading = Some(own);
        }
        let tag = match block.kind {
            BlockKind::Heading => heading.as_str(),
            BlockKind::Quote => "blockquote",
            BlockKind::Item | BlockKind::Bibliography | BlockKind::Reference => "li",
            BlockKind::Paragraph | BlockKind::Caption | BlockKind::Metadata => "p",
        };
        let own = block.language.as_deref().map(tongue).unwrap_or_default();
        put(self.out, format_args!("<{tag}{own}>"));
        self.text(block.span);
        put(self.out, format_args!("</{tag}>\n"));
    }

    /// Text between blocks, so that none is lost.
    fn rest_until(&mut self, end: u32) {
        let span = Span { start: self.next, end };
        if !span.of(&self.document.text).trim().is_empty() {
            self.close_list();
            self.out.push_str("<p>");
            self.text(span);
            self.out.push_str("</p>\n");
        }
        self.next = self.next.max(end);
    }

    fn close_list(&mut self) {
        if self.list.take().is_some() {
            self.out.push_str("</ul>\n");
        }
    }

    fn anchors_until(&mut self, end: u32) {
        while let Some(((_, id), rest)) = self.anchors.split_first().filter(|(a, _)| a.0 < end) {
            put(self.out, format_args!("<span id=\"plain-{}\"></span>", escape(id)));
            self.anchors = rest;
        }
    }

    /// The words of `span`, with its dates marked and an anchor where each report begins.
    fn text(&mut self, span: Span) {
        let text = &self.document.text;
        let mut at = span.start;
        let timexes = &self.document.timexes;
        let from = timexes.partition_point(|timex| timex.span.start < span.start);
        for timex in timexes[from..].iter().take_while(|timex| span.contains(timex.span)) {
            let Some(date) = machine_date(timex).filter(|_| timex.span.start >= at) else {
                continue;
            };
            self.words(Span { start: at, end: timex.span.start });
            self.anchors_until(timex.span.start + 1);
            put(
                self.out,
                format_args!("<time datetime=\"{date}\">{}</time>", escape(timex.span.of(text))),
            );
            at = timex.span.end;
        }
        self.words(Span { start: at, end: span.end });
        self.next = span.end;
    }

    fn words(&mut self, span: Span) {
        let mut at = span.start;
        while let Some((start, _)) = self.anchors.first().copied().filter(|(s, _)| *s < span.end) {
            let here = Span { start: at, end: start.max(at) };
            self.out.push_str(&escape(here.of(&self.document.text)));
            at = here.end;
            self.anchors_until(start + 1);
        }
        self.out.push_str(&escape(Span { start: at, end: span.end }.of(&self.document.text)));
    }
}

fn machine_date(timex: &Timex) -> Option<&str> {
    timex.date.as_ref().and_then(html_date)
}

/// The date as the `datetime` of HTML, which knows a year, a month and a day alone.
pub(super) fn html_date(date: &Date) -> Option<&str> {
    let edtf = date.edtf();
    let digits =
        |text: &str, count| text.len() == count && text.bytes().all(|b| b.is_ascii_digit());
    let mut fields = edtf.split('-');
    let year = fields.next().is_some_and(|year| digits(year, 4) && year != "0000");
    // EDTF writes seasons as months from 21 up.
    let month = fields.next().is_none_or(|month| digits(month, 2) && month <= "12");
    let day = fields.next().is_none_or(|day| digits(day, 2));
    (year && month && day && fields.next().is_none()).then_some(edtf)
}

/// A date in words with its machine value.
fn time(date: &Date, words: &str) -> String {
    let edtf = escape(date.edtf());
    match html_date(date) {
        Some(value) => format!("<time datetime=\"{value}\" lang=\"en\">{words}</time>"),
        None => format!("<span data-edtf=\"{edtf}\" lang=\"en\">{}</span>", escape(words)),
    }
}

/// The attributes of text in `language`.
pub(super) fn tongue(language: &str) -> String {
    let code = |c: char| c.is_ascii_alphanumeric() || c == '-';
    if language.is_empty() || !language.chars().all(code) {
        return " dir=\"auto\"".into();
    }
    let dir = if is_right_to_left(language) { "rtl" } else { "ltr" };
    format!(" lang=\"{language}\" dir=\"{dir}\"")
}

fn is_right_to_left(language: &str) -> bool {
    let primary = language.split('-').next().unwrap_or_default();
    ["ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"].contains(&primary)
}

fn put(out: &mut String, what: std::fmt::Arguments<'_>) {
    out.write_fmt(what).expect("a string takes what is written");
}
