//! The single file: an explorer that opens by double click, loads nothing and may be sent about.

use std::io::{Read, Write};

use dateline_corpus::Corpus;
use flate2::{Compression, read::GzDecoder, write::GzEncoder};

use super::page::{self, GUARD, Page};
use super::plain::{Documents, Plain};
use super::{
    CORPUS_SECTION, MAX_PLAIN_TEXT, Options, PackError, Shell, base64, boot, digest, json_ld,
    outside_references, wasm,
};

const WASM: (&str, &str) =
    ("<script id=\"dateline-wasm\" type=\"application/octet-stream\">", "</script>");
const SCRIPT: (&str, &str) = ("<script id=\"dateline-script\" type=\"module\">", "</script>");
const STYLE: (&str, &str) = ("<style id=\"dateline-style\">", "</style>");

/// The icon of the page, which a file can only carry in itself.
pub(super) const ICON: &str = include_str!("../../../../public/icon.svg");

/// A packed file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Packed {
    /// The file.
    pub html: String,
    /// SHA-256 of the file's bytes, in lower-case hexadecimal.
    pub sha256: String,
}

/// The explorer of `corpus` in one file.
///
/// # Errors
/// When the corpus is too large, or the shell's style sheet would load something from elsewhere.
pub fn single_file(shell: &Shell, corpus: &Corpus, options: &Options) -> Result<Packed, PackError> {
    let script = shell.single_script();
    let style = shell.style_with_plain();
    let policy = format!(
        "default-src 'none'; script-src {} {} 'wasm-unsafe-eval'; style-src {}; img-src data:; \
         connect-src 'none'; worker-src blob:; {GUARD}",
        page::hash(boot::EARLY),
        page::hash(&script),
        page::hash(&style),
    );
    let whole = page::text_length(corpus) <= MAX_PLAIN_TEXT;
    let documents = if whole { Documents::Here } else { Documents::Absent };
    let description = page::description(corpus);
    let mut head = format!(
        "<link rel=\"icon\" type=\"image/svg+xml\" href=\"data:image/svg+xml;base64,{}\">\n",
        base64::encode(ICON.as_bytes())
    );
    head.push_str(&page::canonical(options));
    head.push_str(&page::early());
    head.push_str(&format!("{}{style}{}\n", STYLE.0, STYLE.1));
    head.push_str(&json_ld::element(&json_ld::collection(corpus, &description, whole)));
    let module = base64::encode(&gzip(&shell.module(corpus)?));
    let mut body = page::body(&Plain::new(corpus).version(documents));
    body.push_str(&format!("{}{module}{}\n", WASM.0, WASM.1));
    body.push_str(&format!("{}{script}{}\n", SCRIPT.0, SCRIPT.1));
    let (language, title) = (page::language(corpus), page::name(corpus));
    let html = Page {
        language: &language,
        title: &title,
        description: &description,
        policy: &policy,
        head: &head,
        body: &body,
    }
    .html();
    match outside_references(&html) {
        found if found.is_empty() => Ok(Packed { sha256: digest::hex(html.as_bytes()), html }),
        found => Err(PackError::Outside(found)),
    }
}

/// The shell and the corpus in a single file.
///
/// # Errors
/// When `html` is no packed explorer, or its corpus is of a later format.
pub fn unpack(html: &str) -> Result<(Shell, Corpus), PackError> {
    let module = between(html, WASM).ok_or(PackError::NotPacked("module"))?;
    let script = between(html, SCRIPT).ok_or(PackError::NotPacked("script"))?;
    let style = between(html, STYLE).ok_or(PackError::NotPacked("style sheet"))?;
    let glue = script.split_once(boot::SEAM).ok_or(PackError::NotPacked("start"))?.0;
    let packed = base64::decode(module).ok_or(PackError::NotPacked("base64 of the module"))?;
    let mut module = Vec::new();
    let read = GzDecoder::new(packed.as_slice()).read_to_end(&mut module);
    read.map_err(|_| PackError::NotPacked("gzip of the module"))?;
    let (wasm, corpus) = wasm::take(&module, CORPUS_SECTION)?;
    let corpus = super::decoded(corpus)?;
    let style = Shell::style_without_plain(style).to_owned();
    Ok((Shell { glue: glue.to_owned(), style, wasm }, corpus))
}

/// The same bytes for the same bytes: no time and no name is in the header.
pub(super) fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    let written = encoder.write_all(bytes).and_then(|()| encoder.finish());
    written.expect("a vector takes what is written")
}

/// What stands between two marks. No document can hold either: in the page its `<` is escaped.
fn between<'a>(html: &'a str, (open, close): (&str, &str)) -> Option<&'a str> {
    let (_, after) = html.split_once(open)?;
    Some(after.split_once(close)?.0)
}
