//! The importer's page: one file that makes chronologies of whatever documents a person puts in. It
//! holds the explorer without documents, once, and packs it anew for each collection.

use std::io::Read;

use dateline_corpus::Corpus;
use flate2::read::GzDecoder;

use super::page::{self, GUARD, Page};
use super::shell::{is_free_of_tags, slim};
use super::single::{ICON, gzip};
use super::{Options, PackError, Shell, base64, boot, outside_references, single_file};

/// The element that holds the explorer, as [`explorer`] reads it.
pub const SHELL_ELEMENT: &str = "dateline-shell";

const TITLE: &str = "Your own documents · Dateline";
const DESCRIPTION: &str = "Makes a chronology of documents, on the reader's own machine.";
const PLAIN: &str = "<h1>Your own documents as a chronology</h1>\n<p>This page needs JavaScript and \
    WebAssembly, and Chrome 123, Firefox 125, Safari 17.5 or a later browser.</p>\n";
/// The policy by which the worker's address is made; see `import.js`.
const POLICY: &str = "dateline-worker";

/// The built importer: what wasm-bindgen wrote with `--target no-modules`, and its style sheet.
#[derive(Clone, Debug)]
pub struct Importer<'a> {
    /// The script.
    pub glue: &'a str,
    /// The module.
    pub wasm: &'a [u8],
    /// The style sheet.
    pub style: &'a str,
}

/// The importer's page around the explorer in `shell`.
///
/// # Errors
/// When the script cannot stand in a page, or the style sheet would load something from elsewhere.
pub fn import_page(shell: &Shell, importer: &Importer<'_>) -> Result<String, PackError> {
    let script = format!("{}{}", slim(importer.glue), boot::import());
    if !is_free_of_tags(&script) {
        return Err(PackError::NotGlue("script free of script tags"));
    }
    let style = Shell::with_plain(&slim(importer.style));
    let explorer = single_file(shell, &Corpus::default(), &Options::default())?.html;
    // A page opened from here has this page's policy as well as its own, so what the explorer runs is
    // allowed here too.
    let policy = format!(
        "default-src 'none'; script-src {} {} {} 'wasm-unsafe-eval'; style-src {} {}; \
         img-src data:; connect-src 'none'; worker-src blob:; {GUARD} {POLICY}",
        page::hash(boot::EARLY),
        page::hash(&script),
        page::hash(&shell.single_script()),
        page::hash(&style),
        page::hash(&shell.style_with_plain()),
    );
    let icon = base64::encode(ICON.as_bytes());
    let head = format!(
        "<link rel=\"icon\" type=\"image/svg+xml\" href=\"data:image/svg+xml;base64,{icon}\">\n\
         {}<style>{style}</style>\n",
        page::early(),
    );
    let block = |id: &str, bytes: &[u8]| {
        let text = base64::encode(&gzip(bytes));
        format!("<script id=\"{id}\" type=\"application/octet-stream\">{text}</script>\n")
    };
    let mut body = page::body(PLAIN);
    body.push_str(&block(SHELL_ELEMENT, explorer.as_bytes()));
    body.push_str(&block("dateline-wasm", importer.wasm));
    body.push_str(&format!("<script id=\"dateline-script\">{script}</script>\n"));
    let (title, description) = (TITLE, DESCRIPTION);
    let html =
        Page { language: "en", title, description, policy: &policy, head: &head, body: &body }
            .html();
    match outside_references(&html) {
        found if found.is_empty() => Ok(html),
        found => Err(PackError::Outside(found)),
    }
}

/// The explorer in the text of the page's [`SHELL_ELEMENT`], for [`pack`](super::pack).
///
/// # Errors
/// When it is not what [`import_page`] wrote.
pub fn explorer(text: &str) -> Result<String, PackError> {
    let packed = base64::decode(text).ok_or(PackError::NotPacked("base64 of the explorer"))?;
    let mut html = String::new();
    let read = GzDecoder::new(packed.as_slice()).read_to_string(&mut html);
    read.map_err(|_| PackError::NotPacked("gzip of the explorer"))?;
    Ok(html)
}
