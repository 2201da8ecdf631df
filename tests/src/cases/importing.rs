//! A person's own documents, put in in the browser: what is made of them is what the command makes, and
//! nothing of it leaves the page.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::access::{SIZES, axe};
use super::packed::{HARBOUR, RAILWAY, nothing_left};
use super::{CHROMIUM, Case, HERE, HTTP};
use crate::engine::Engine;
use crate::keys::{ENTER, TAB};
use crate::page::Page;
use crate::site::Way;

pub(super) const CASES: &[Case] = &[
    Case {
        name: "documents that are put in become what the command makes of them",
        ways: HERE,
        engines: &Engine::ALL,
        run: same_bytes,
    },
    Case {
        name: "a folder that is chosen gives the names that the command gives",
        ways: HERE,
        engines: CHROMIUM,
        run: whole_folder,
    },
    Case {
        name: "documents that are dropped are put in, and words that are dropped are not",
        ways: HTTP,
        engines: &Engine::ALL,
        run: dropped,
    },
    Case {
        name: "a long import can be cancelled",
        ways: HERE,
        engines: &Engine::ALL,
        run: cancelled,
    },
    Case {
        name: "a file that breaks the importer is named, and the others go on",
        ways: HTTP,
        engines: &Engine::ALL,
        run: broken,
    },
    Case {
        name: "where there is no worker the page does the work",
        ways: HERE,
        engines: &Engine::ALL,
        run: without_worker,
    },
    Case {
        name: "the hosted explorer leads to the importer and back",
        ways: HTTP,
        engines: CHROMIUM,
        run: led_to,
    },
    Case {
        name: "a single file, or a page in a frame, leads to no importer",
        ways: &[Way::File, Way::Frame],
        engines: CHROMIUM,
        run: not_led_to,
    },
    Case {
        name: "documents are put in, made and opened by keys alone",
        ways: HTTP,
        engines: CHROMIUM,
        run: by_keys,
    },
    Case {
        name: "axe finds nothing in the importer, and it needs no sideways scroll",
        ways: HTTP,
        engines: CHROMIUM,
        run: accessible,
    },
];

const PDF: &[u8] =
    include_bytes!("../../../crates/ingest/tests/reading/golden/awkward/pdf/two-pages.pdf");

/// Documents of several formats, a sidecar, a hostile name, and what cannot be read.
fn files() -> Vec<(&'static str, &'static [u8])> {
    vec![
        ("harbour.txt", HARBOUR.as_bytes()),
        ("harbour.txt.toml", b"title = \"The lantern\"\ncolour = \"red\"\n"),
        ("railway.md", RAILWAY.as_bytes()),
        ("pages.pdf", PDF),
        ("<img src=x onerror=alert(1)>.txt", b"A wall was painted on 4 May 1911.\n"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0"),
    ]
}

/// Opens the importer, and has the page keep what it makes where the test can read it.
pub(crate) fn open(page: &Page<'_>, fragment: &str) -> Result<()> {
    page.go(&(page.site.importer(page.way)? + fragment))?;
    page.ready()?;
    let keep = "const make = URL.createObjectURL;
        URL.createObjectURL = (blob) => { window.madeLast = blob; return make.call(URL, blob); };";
    page.session.script(keep, &[]).map(drop)
}

/// Puts all files of a folder in, as if each were chosen.
pub(crate) fn put_in(page: &Page<'_>, folder: &Path) -> Result<()> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        paths.push(path.to_str().context("the path is UTF-8")?.to_owned());
    }
    paths.sort();
    send(page, "#files", &paths.join("\n"))
}

fn send(page: &Page<'_>, css: &str, paths: &str) -> Result<()> {
    let field = page.session.find(css)?.with_context(|| format!("no {css}"))?;
    page.session.send_keys(&field, paths).with_context(|| format!("choosing in {css}"))?;
    page.see("#make:not(:disabled)")
}

/// The explorer that was last made.
fn made(page: &Page<'_>) -> Result<String> {
    page.see("#made")?;
    let text = "const done = arguments[arguments.length - 1];
        window.madeLast.text().then(done, error => done(String(error)));";
    let text = page.session.script_async(text, &[])?;
    Ok(text.as_str().context("the explorer is text")?.to_owned())
}

/// Fails when what the page made is not, byte for byte, what the command makes of the folder.
fn as_the_command(page: &Page<'_>, folder: &Path, further: &[&str]) -> Result<()> {
    let (ours, theirs) = (made(page)?, page.site.pack_folder(folder, further)?);
    let theirs = fs::read_to_string(theirs)?;
    let at = ours.bytes().zip(theirs.bytes()).position(|(one, other)| one != other);
    ensure!(ours == theirs, "byte {at:?} differs: {} and {} bytes", ours.len(), theirs.len());
    Ok(())
}

fn same_bytes(page: &Page<'_>) -> Result<()> {
    let folder = page.site.folder(&files())?;
    open(page, "")?;
    put_in(page, &folder)?;
    ensure!(page.texts(".imlist li")?.len() == 6, "listed: {:?}", page.texts(".imlist li")?);
    page.fill("#title", "Port & <b>light</b>")?;
    page.click("#make")?;
    as_the_command(page, &folder, &["--title", "Port & <b>light</b>"])?;
    let numbers = page.text("#made small")?;
    ensure!(numbers.starts_with("4 documents · "), "{numbers}");
    let named = page.texts(".immade .imnotes li")?;
    ensure!(named.iter().any(|it| it.starts_with("picture.txt")), "{named:?}");
    ensure!(named.iter().any(|it| it.starts_with("harbour.txt.toml")), "{named:?}");
    let page_in_file = folder.with_extension("html");
    nothing_left(&page.site.single_file(), &page_in_file)?;
    let saved = page.eval("document.querySelector('#save').download")?;
    ensure!(saved == "port-b-light-b.html", "saved as {saved}");

    let here = page.session.windows()?;
    page.click("#open")?;
    let opened = opened(page, &here)?;
    page.session.switch(&opened)?;
    let seen = page.ready().and_then(|()| {
        page.see("#list li[data-event] time[datetime='1911-05-02']")?;
        ensure!(page.text("h1 .title")? == "Port & <b>light</b>", "{:?}", page.texts("h1"));
        // What the explorer asks of its address works in memory too.
        page.click("#list li[data-event] .w a")?;
        page.see("#reader .lit")?;
        let links = page.eval("[...document.querySelectorAll('#reader a')].every(a => a.href)")?;
        ensure!(links == true, "a link of the reader leads nowhere");
        Ok(())
    });
    page.session.close_window()?;
    page.session.switch(&here[0])?;
    seen
}

/// The window that was not there before.
fn opened(page: &Page<'_>, before: &[String]) -> Result<String> {
    for _ in 0..100 {
        if let Some(new) = page.session.windows()?.into_iter().find(|it| !before.contains(it)) {
            return Ok(new);
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    anyhow::bail!("nothing was opened")
}

fn whole_folder(page: &Page<'_>) -> Result<()> {
    let folder = page.site.folder(&[
        ("a/harbour.txt", HARBOUR.as_bytes()),
        ("railway.txt", RAILWAY.as_bytes()),
        (".hidden/secret.txt", b"It was hidden on 3 May 1911.\n"),
        ("notes.txt~", b"It was saved on 3 May 1911.\n"),
    ])?;
    open(page, "")?;
    send(page, "#folder", folder.to_str().context("the path is UTF-8")?)?;
    let listed = page.texts(".imlist .imname")?;
    ensure!(listed == ["a/harbour.txt", "railway.txt"], "{listed:?}");
    page.click("#make")?;
    as_the_command(page, &folder, &[])
}

fn dropped(page: &Page<'_>) -> Result<()> {
    let folder = page.site.folder(&[("harbour.txt", HARBOUR.as_bytes())])?;
    open(page, "")?;
    let drop = "const [kind, text] = arguments, data = new DataTransfer();
        if (kind === 'file') data.items.add(new File([text], 'harbour.txt', { type: 'text/plain' }));
        else data.setData('text/plain', text);
        const drop = new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true });
        document.querySelector('h1').dispatchEvent(drop);
        return drop.defaultPrevented;";
    let taken = |kind: &str| page.session.script(drop, &[json!(kind), json!(HARBOUR)]);
    ensure!(taken("words")? == false, "dropped words are taken from the browser");
    ensure!(taken("file")? == true, "the browser opens what is dropped in the page's place");
    page.click("#make:not(:disabled)")?;
    as_the_command(page, &folder, &[])
}

/// So much text that it takes a while in any browser.
fn long() -> String {
    let line =
        "On 3 May 1911 the council of Port heard report NUMBER on the harbour and the railway. ";
    (0..60_000).map(|number: u32| line.replace("NUMBER", &number.to_string())).collect()
}

fn cancelled(page: &Page<'_>) -> Result<()> {
    let long = long();
    let folder = page.site.folder(&[("long.txt", long.as_bytes())])?;
    open(page, "")?;
    let count = "const end = Worker.prototype.terminate; window.ended = 0;
        Worker.prototype.terminate = function () { window.ended += 1; end.call(this); };";
    page.session.script(count, &[])?;
    put_in(page, &folder)?;
    page.click("#make")?;
    page.see(".imgoing progress")?;
    page.click("#cancel")?;
    page.see("#make:not(:disabled)")?;
    ensure!(page.eval("window.ended")? == 1, "the worker goes on");
    ensure!(page.text("[role=status]")? == "Stopped. Nothing was made.", "nothing was said");
    page.wait("document.activeElement.id === 'make'")?;
    // What was cancelled does not come after all, and the page still works.
    page.click(".imlist li button")?;
    page.wait("!document.querySelector('.imlist')")?;
    let folder = page.site.folder(&[("harbour.txt", HARBOUR.as_bytes())])?;
    put_in(page, &folder)?;
    page.click("#make")?;
    as_the_command(page, &folder, &[])
}

fn broken(page: &Page<'_>) -> Result<()> {
    let folder = page.site.folder(&files())?;
    open(page, "")?;
    // No file is known that breaks it: a worker that reads this one is made to fail.
    let fail = "const Real = Worker;
        window.Worker = function (address) {
            const worker = new Real(address);
            // After the page's own listener.
            setTimeout(() => worker.addEventListener('message', ({ data }) => {
                const step = JSON.parse(data[0]).Step;
                if (step?.phase === 'Read' && step.source === 'railway.md') {
                    worker.dispatchEvent(new ErrorEvent('error', { message: 'unreachable' }));
                }
            }));
            return worker;
        };";
    page.session.script(fail, &[])?;
    put_in(page, &folder)?;
    page.click("#make")?;
    let html = made(page)?;
    let named = page.texts(".immade .imnotes li")?;
    let left_out = |it: &String| it.starts_with("railway.md") && it.contains("broke its reader");
    ensure!(named.iter().any(left_out), "{named:?}");
    let (_, corpus) = dateline_publish::pack::unpack(&html)?;
    ensure!(corpus.documents.len() == 3, "{} documents", corpus.documents.len());
    Ok(())
}

fn without_worker(page: &Page<'_>) -> Result<()> {
    let folder = page.site.folder(&files())?;
    open(page, "")?;
    page.session.script("window.Worker = undefined;", &[])?;
    put_in(page, &folder)?;
    page.click("#make")?;
    as_the_command(page, &folder, &[])
}

/// The link in the menu of more actions.
const LINK: &str = ".moresheet a.entry";

fn led_to(page: &Page<'_>) -> Result<()> {
    page.open("lang=fr")?;
    page.session.script("document.querySelector('.actions .icn').click();", &[])?;
    page.click(LINK)?;
    page.wait("location.pathname.endsWith('/import.html')")?;
    page.ready()?;
    ensure!(page.eval("document.documentElement.lang")? == "fr", "in another language");
    page.click(".imfoot a")?;
    page.wait("!location.pathname.endsWith('/import.html')")?;
    page.ready()
}

fn not_led_to(page: &Page<'_>) -> Result<()> {
    page.open("")?;
    page.session.script("document.querySelector('.actions .icn').click();", &[])?;
    page.see(".moresheet")?;
    ensure!(page.session.find(LINK)?.is_none(), "there is no importer beside it");
    Ok(())
}

fn by_keys(page: &Page<'_>) -> Result<()> {
    let folder = page.site.folder(&[("harbour.txt", HARBOUR.as_bytes())])?;
    open(page, "")?;
    page.session.press(TAB)?;
    page.wait("document.activeElement.id === 'files'")?;
    // The system's own dialog is not the page's.
    put_in(page, &folder)?;
    page.session.script("document.querySelector('#files').focus();", &[])?;
    for at in ["'folder'", "''", "''", "'title'"] {
        page.session.press(TAB)?;
        page.wait(&format!("document.activeElement.id === {at}"))?;
    }
    page.session.press("P")?;
    page.session.press(ENTER)?;
    page.wait("document.activeElement.id === 'made'")?;
    page.session.press(TAB)?;
    page.wait("document.activeElement.id === 'open'")?;
    page.session.press(TAB)?;
    page.wait("document.activeElement.id === 'save'")
}

fn accessible(page: &Page<'_>) -> Result<()> {
    let folder = page.site.folder(&files())?;
    let slow =
        "const post = Worker.prototype.postMessage; Worker.prototype.postMessage = function () {};
        window.goOn = () => { Worker.prototype.postMessage = post; };";
    for (theme, language) in [("light", "en"), ("dark", "ar"), ("dark", "ru"), ("light", "fr")] {
        open(page, &format!("#lang={language}&theme={theme}"))?;
        everywhere(page, &format!("empty, {language}"))?;
        put_in(page, &folder)?;
        everywhere(page, &format!("full, {language}"))?;
        page.session.script(slow, &[])?;
        page.click("#make")?;
        page.see(".imgoing")?;
        everywhere(page, &format!("going, {language}"))?;
        page.click("#cancel")?;
        page.session.script("window.goOn();", &[])?;
        page.click("#make")?;
        page.see("#made")?;
        everywhere(page, &format!("made, {language}"))?;
        page.viewport(1440, 900)?;
    }
    Ok(())
}

fn everywhere(page: &Page<'_>, what: &str) -> Result<()> {
    for (width, height) in SIZES {
        page.viewport(width, height)?;
        let wide = page.eval("document.documentElement.scrollWidth > innerWidth")?;
        ensure!(wide == Value::Bool(false), "{what}: wider than {width}");
        if width == SIZES[0].0 || width == 320 {
            axe(page).with_context(|| format!("{what}, {width}"))?;
        }
    }
    Ok(())
}
