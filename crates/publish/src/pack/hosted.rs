//! The hosted site: the files that any static host can serve, under any path.

use std::fmt::Write;

use dateline_corpus::{Corpus, Document};
use serde_json::json;

use crate::html::{escape, without_bidi_controls};

use super::page::{self, GUARD, Page};
use super::plain::{Documents, Plain, document_page};
use super::shell::slim;
use super::{MAX_PLAIN_TEXT, Options, PackError, Shell, boot, digest, json_ld};

const ICON: (&str, &[u8]) = ("icon.svg", include_bytes!("../../../../public/icon.svg"));
const ICON_192: (&str, &[u8]) = ("icon-192.png", include_bytes!("../../../../public/icon-192.png"));
const ICON_512: (&str, &[u8]) = ("icon-512.png", include_bytes!("../../../../public/icon-512.png"));
const WORKER: &str = include_str!("../../../../public/sw.js");
const EMBED: &str = include_str!("../../../../public/embed.js");
const EMBED_DEMO: &str = include_str!("../../../../public/embed-demo.html");
const OEMBED: &str = "oembed.json";

/// A file of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HostedFile {
    /// Its name relative to the site, with `/` between folders.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// The site of `corpus`: `index.html` and all it loads, each named by its hash; a page for each
/// document when their text is too long to stand in the index; the service worker.
///
/// # Errors
/// When the corpus is too large for a WebAssembly module.
pub fn hosted(
    shell: &Shell,
    corpus: &Corpus,
    options: &Options,
) -> Result<Vec<HostedFile>, PackError> {
    let wasm = named("wasm", shell.module(corpus)?);
    let script = named("js", format!("{}{}", shell.glue, boot::hosted(&wasm.name)).into_bytes());
    let style = named("css", shell.style_with_plain().into_bytes());
    let manifest = file("manifest.webmanifest", &manifest(corpus));
    let index = file("index.html", &index(corpus, options, [&wasm, &script, &style]));
    let icons = [ICON, ICON_192, ICON_512].map(|(name, bytes)| file(name, bytes));
    let mut files = vec![index, wasm, script, style, manifest];
    files.extend(icons);
    let worker = file("sw.js", &service_worker(&files));
    files.push(worker);
    // What other pages ask for is not kept for reading offline.
    files.push(file("embed.js", &slim(EMBED)));
    files.push(file("embed-demo.html", EMBED_DEMO));
    files.extend(oembed(corpus, options).map(|json| file(OEMBED, &json)));
    if is_long(corpus) {
        let plain = Plain::new(corpus);
        let style = &files[3].name;
        let page = |document| file(&document_page(document), &article(&plain, document, style));
        let pages: Vec<_> = corpus.documents.iter().map(page).collect();
        files.extend(pages);
    }
    Ok(files)
}

fn is_long(corpus: &Corpus) -> bool {
    page::text_length(corpus) > MAX_PLAIN_TEXT
}

fn index(corpus: &Corpus, options: &Options, parts: [&HostedFile; 3]) -> String {
    let [wasm, script, style] = parts.map(|part| part.name.as_str());
    let policy = format!(
        "default-src 'none'; script-src 'self' {} 'wasm-unsafe-eval'; style-src 'self'; \
         img-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self' blob:; \
         frame-src 'self'; {GUARD} dateline-offline",
        page::hash(boot::EARLY),
    );
    let long = is_long(corpus);
    let documents = if long { Documents::Beside } else { Documents::Here };
    let description = page::description(corpus);
    let (language, title) = (page::language(corpus), page::name(corpus));
    let early = page::early();
    let canonical = page::canonical(options) + &oembed_link(options);
    let data = json_ld::element(&json_ld::collection(corpus, &description, !long));
    let head = format!(
        r##"{early}<link rel="stylesheet" href="./{style}">
<link rel="preload" href="./{wasm}" as="fetch" type="application/wasm" crossorigin>
<script type="module" src="./{script}"></script>
<link rel="icon" type="image/svg+xml" href="./icon.svg">
<link rel="apple-touch-icon" href="./icon-192.png">
<link rel="manifest" href="./manifest.webmanifest">
<meta name="theme-color" content="#1d2733">
{canonical}{data}"##
    );
    Page {
        language: &language,
        title: &title,
        description: &description,
        policy: &policy,
        head: &head,
        body: &page::body(&Plain::new(corpus).version(documents)),
    }
    .html()
}

/// One document on a page of its own, which runs no script.
fn article(plain: &Plain<'_>, document: &Document, style: &str) -> String {
    let policy = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; \
        form-action 'none'";
    let head = format!(
        "<link rel=\"stylesheet\" href=\"../{style}\">\n<link rel=\"icon\" href=\"../icon.svg\">\n{}",
        json_ld::element(&json_ld::document(document))
    );
    let id = &document.id;
    let mut body = format!(
        "<main id=\"plain\">\n<p lang=\"en\"><a href=\"../#doc={id}\">Open in the explorer</a></p>\n"
    );
    plain.push_document(&mut body, document, 1);
    body.push_str("</main>\n");
    let title = without_bidi_controls(&document.title);
    Page {
        language: &document.language,
        title: &title,
        description: &title,
        policy,
        head: &head,
        body: &body,
    }
    .html()
}

fn manifest(corpus: &Corpus) -> String {
    let name = page::name(corpus);
    let icon = |name: &str, sizes: &str, kind: &str, purpose: &str| json!({ "src": format!("./{name}"), "sizes": sizes, "type": kind, "purpose": purpose });
    let manifest = json!({
        "id": "./",
        "start_url": "./",
        "scope": "./",
        "name": name,
        "short_name": "Dateline",
        "description": page::description(corpus),
        "lang": page::language(corpus),
        "display": "standalone",
        "background_color": "#ffffff",
        "theme_color": "#1d2733",
        "icons": [
            icon(ICON.0, "any", "image/svg+xml", "any"),
            icon(ICON_192.0, "192x192", "image/png", "any"),
            icon(ICON_512.0, "512x512", "image/png", "any"),
            icon(ICON_512.0, "512x512", "image/png", "maskable"),
        ],
    });
    manifest.to_string()
}

/// The file that tells other sites how to embed the page, which only has a use where the page has
/// an address.
///
/// Source: oEmbed, 2.3.4.4 "The rich type" and section 4 "Discovery".
fn oembed(corpus: &Corpus, options: &Options) -> Option<String> {
    let address = page::address(options)?;
    let title = page::name(corpus);
    let (width, height) = (800, 600);
    let html = format!(
        "<iframe src=\"{}dateline.html\" title=\"{}\" width=\"{width}\" height=\"{height}\" \
         loading=\"lazy\" sandbox=\"allow-scripts allow-downloads allow-popups \
         allow-popups-to-escape-sandbox\" referrerpolicy=\"no-referrer\"></iframe>",
        escape(&address),
        escape(&title),
    );
    let value = json!({
        "version": "1.0",
        "type": "rich",
        "provider_name": "Dateline",
        "provider_url": address,
        "title": title,
        "width": width,
        "height": height,
        "html": html,
    });
    Some(value.to_string())
}

fn oembed_link(options: &Options) -> String {
    page::address(options).map_or_else(String::new, |address| {
        format!(
            "<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{}{OEMBED}\">\n",
            escape(&address)
        )
    })
}

/// The service worker for `files`, in a cache named by all their hashes.
fn service_worker(files: &[HostedFile]) -> String {
    let mut list = serde_json::Map::new();
    let mut all = String::new();
    for HostedFile { name, bytes } in files {
        let integrity = digest::integrity(bytes);
        writeln!(all, "{name} {integrity}").expect("a string takes what is written");
        // Every host serves the index for its folder; some redirect its own name there.
        let name = if name == "index.html" { "./" } else { name };
        list.insert(name.into(), json!(integrity));
    }
    let list = serde_json::Value::Object(list).to_string();
    WORKER.replace("BUILD_ID", &digest::hex(all.as_bytes())[..16]).replace("BUILD_FILES", &list)
}

/// A file named by its hash, so that no cache can mistake it for one of another build.
fn named(extension: &str, bytes: Vec<u8>) -> HostedFile {
    let name = format!("dateline-{}.{extension}", &digest::hex(&bytes)[..16]);
    HostedFile { name, bytes }
}

fn file(name: &str, bytes: &(impl AsRef<[u8]> + ?Sized)) -> HostedFile {
    HostedFile { name: name.into(), bytes: bytes.as_ref().to_vec() }
}
