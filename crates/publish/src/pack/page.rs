//! The frame around every page: head, policy, title, language, description.

use std::collections::BTreeMap;

use dateline_corpus::{Corpus, Day, core};

use crate::html::{escape, without_bidi_controls};
use crate::outward_link;

use super::{Options, boot, digest};

/// What differs between the pages made.
pub(super) struct Page<'a> {
    /// BCP 47 code.
    pub(super) language: &'a str,
    pub(super) title: &'a str,
    pub(super) description: &'a str,
    /// The directives that hold what the page may do.
    pub(super) policy: &'a str,
    /// Further elements of the head.
    pub(super) head: &'a str,
    pub(super) body: &'a str,
}

impl Page<'_> {
    pub(super) fn html(&self) -> String {
        let Self { policy, head, body, .. } = self;
        let language = escape(self.language);
        let title = escape(self.title);
        let description = escape(self.description);
        format!(
            r#"<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Dateline {version}">
<meta name="description" content="{description}">
<title>{title}</title>
{head}</head>
<body>
{body}</body>
</html>
"#,
            version = env!("CARGO_PKG_VERSION"),
        )
    }
}

/// The name of the collection; what it holds, when nobody gave it one.
pub(super) fn name(corpus: &Corpus) -> String {
    let title = without_bidi_controls(&corpus.title);
    match (title.trim(), corpus.documents.len()) {
        ("", 0) => "Dateline".into(),
        ("", 1) => "A chronology of one document".into(),
        ("", count) => format!("A chronology of {count} documents"),
        (title, _) => title.into(),
    }
}

/// One sentence on what the collection holds.
pub(super) fn description(corpus: &Corpus) -> String {
    let (documents, events) = (corpus.documents.len(), corpus.events.len());
    let plural = |count: usize, one: &str| match count {
        1 => format!("1 {one}"),
        count => format!("{count} {one}s"),
    };
    let year = |day: Day| day.civil().0;
    let days = core(corpus.events.iter().map(|event| event.date.known()).collect());
    let years = match days.map(|(first, last)| (year(first), year(last))) {
        Some((first, last)) if first > 0 && first < last => format!(" from {first} to {last}"),
        Some((first, last)) if first > 0 && first == last => format!(" of {first}"),
        _ => String::new(),
    };
    format!(
        "{} with {}{years}, each tied to the sentence that reports it.",
        plural(documents, "document"),
        plural(events, "dated event")
    )
}

/// The language that most of the text is in; English when there is none.
pub(super) fn language(corpus: &Corpus) -> String {
    let mut lengths = BTreeMap::<&str, usize>::new();
    for document in corpus.documents.iter().filter(|d| !d.language.is_empty()) {
        *lengths.entry(&document.language).or_default() += document.text.len();
    }
    // Of equal lengths the first code in the alphabet.
    let most = lengths.iter().rev().max_by_key(|(_, length)| **length);
    most.map_or("en", |(code, _)| code).to_owned()
}

/// The bytes of text in all documents.
pub(super) fn text_length(corpus: &Corpus) -> usize {
    corpus.documents.iter().map(|document| document.text.len()).sum()
}

/// Where the page is published, ending in `/`, when that is known and an address of the web.
pub(super) fn address(options: &Options) -> Option<String> {
    let address = outward_link(options.address.as_deref()?)?;
    let folder = address.starts_with("http").then(|| address.trim_end_matches('/'))?;
    Some(format!("{folder}/"))
}

/// The link that names where the page is published.
pub(super) fn canonical(options: &Options) -> String {
    address(options).map_or_else(String::new, |address| {
        format!("<link rel=\"canonical\" href=\"{}\">\n", escape(&address))
    })
}

/// The source expression of an inline script or style.
pub(super) fn hash(inline: &str) -> String {
    format!("'{}'", digest::integrity(inline.as_bytes()))
}

/// The elements in which the explorer opens, with the plain version it takes the place of.
pub(super) fn body(plain: &str) -> String {
    format!("<div id=\"app\"></div>\n<main id=\"plain\">\n{plain}</main>\n")
}

/// The script that runs before anything is drawn.
pub(super) fn early() -> String {
    format!("<script>{}</script>\n", boot::EARLY)
}

/// What both policies say of what runs.
pub(super) const GUARD: &str = "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; \
     trusted-types dateline";
