//! What a reader sees when something is refused or breaks: the explorer works on without it, or says
//! what happened and shows the plain version.

use std::fs;

use anyhow::{Context, Result, ensure};
use dateline_publish::pack;
use serde_json::json;

use super::{Case, FILE, HERE, HTTP};
use crate::engine::Engine;
use crate::page::{Page, STOPPED};
use crate::server::{Server, Settings};
use crate::site::Way;

pub(super) const CASES: &[Case] = &[
    Case {
        name: "a page that breaks says so, keeps its address and tells nothing of a document",
        ways: HERE,
        engines: &Engine::ALL,
        run: broken,
    },
    Case {
        name: "a file that lost a part leaves the plain version",
        ways: FILE,
        engines: &Engine::ALL,
        run: damaged,
    },
    Case {
        name: "without WebAssembly the plain version says why",
        ways: HTTP,
        engines: &Engine::ALL,
        run: no_wasm,
    },
    Case {
        name: "a browser that is too old gets the plain version alone",
        ways: HERE,
        engines: &[Engine::Chromium],
        run: too_old,
    },
    Case {
        name: "without script the plain version stands alone",
        ways: HTTP,
        engines: &Engine::ALL,
        run: no_script,
    },
    Case {
        name: "without a worker all but offline reading works",
        ways: HTTP,
        engines: &Engine::ALL,
        run: no_worker,
    },
    Case {
        name: "without storage the looks can still be chosen",
        ways: &[Way::Sandbox],
        engines: &Engine::ALL,
        run: no_storage,
    },
    Case {
        name: "with storage full the looks can still be chosen",
        ways: HTTP,
        engines: &Engine::ALL,
        run: full_storage,
    },
    Case {
        name: "preferences are all that is stored",
        ways: HTTP,
        engines: &Engine::ALL,
        run: only_preferences,
    },
];

/// The browser refuses, once, to make an element, which nothing in the page reckons with.
fn broken(page: &Page<'_>) -> Result<()> {
    page.open("q=Moscow")?;
    page.see("#list li[data-event]")?;
    let refuse =
        "const makers = [[Document.prototype, 'createElement'], [Node.prototype, 'cloneNode']]
            .map(([owner, name]) => [owner, name, owner[name]]);
        for (const [owner, name] of makers) owner[name] = () => {
            for (const [owner, name, maker] of makers) owner[name] = maker;
            throw new Error('refused');
        };
        location.hash = '#q=Damascus';";
    page.session.script(refuse, &[])?;
    page.see(STOPPED)?;
    let report = stopped(page)?;
    ensure!(report.contains("panicked at "), "no place in the report: {report}");
    ensure!(report.contains("view: q"), "no view in the report: {report}");
    ensure!(!report.contains("Damascus"), "what was searched for is in the report: {report}");
    ensure!(page.fragment()? == "q=Damascus", "the address has changed");
    page.click(&format!("{STOPPED} button"))?;
    page.ready()?;
    page.wait("document.querySelector('#q').value === 'Damascus'")?;
    quiet(page)
}

/// A file that lost a part of its module on the way.
fn damaged(page: &Page<'_>) -> Result<()> {
    let html = fs::read_to_string(page.site.single_file())?;
    let (_, corpus) = pack::unpack(&html)?;
    let (before, module) = html.split_once("id=\"dateline-wasm\"").context("a module")?;
    let (module, after) = module.split_once("</script>").context("the module's end")?;
    let cut = &module[..module.len() / 8 * 4];
    let file = page.site.scratch("damaged")?.join("damaged.html");
    fs::write(&file, format!("{before}id=\"dateline-wasm\"{cut}</script>{after}"))?;
    page.go(&crate::site::file_url(&file)?)?;
    page.see(STOPPED)?;
    let report = stopped(page)?;
    ensure!(!report.contains("damaged.html"), "a path is in the report: {report}");
    for document in &corpus.documents {
        let shown = page.text(&format!("[id='plain-{}']", document.id))?;
        ensure!(shown.contains(&document.sha256), "{} is not in the plain version", document.id);
    }
    quiet(page)
}

/// What holds of every notice; returns its report.
fn stopped(page: &Page<'_>) -> Result<String> {
    page.see("#plain h1")?;
    let count = page.eval(&format!("document.querySelectorAll('{STOPPED}').length"))?;
    ensure!(count == 1, "{count} notices");
    ensure!(page.text("#app")?.is_empty(), "something is left of the page that broke");
    page.click(&format!("{STOPPED} summary"))?;
    page.click(&format!("{STOPPED} details button"))?;
    page.wait(&format!(
        "/Copied|selected/.test(document.querySelector('{STOPPED} [role=status]').textContent)"
    ))?;
    let report = page.eval(&format!("document.querySelector('{STOPPED} textarea').value"))?;
    Ok(report.as_str().context("a report is text")?.to_owned())
}

/// Takes what was provoked out of the console, and leaves the page.
fn quiet(page: &Page<'_>) -> Result<()> {
    if page.engine == Engine::Chromium {
        page.session.chromium_log("browser")?;
    }
    page.session.open("about:blank")
}

/// Opens the hosted page from a server that adds a policy to the page's own.
fn under_policy(page: &Page<'_>, policy: &str) -> Result<Server> {
    let server = Server::start(Settings {
        folder: page.site.dist().to_path_buf(),
        headers: vec![format!("content-security-policy: {policy}")],
        ..Settings::default()
    })?;
    page.go(&server.url(""))?;
    Ok(server)
}

fn no_wasm(page: &Page<'_>) -> Result<()> {
    let _server = under_policy(page, "script-src 'self' 'unsafe-inline'")?;
    page.see(STOPPED)?;
    let heading = page.text(&format!("{STOPPED} h2"))?;
    ensure!(heading.contains("could not start"), "{heading}");
    page.see("#plain h1")?;
    quiet(page)
}

/// Takes away the feature that came last to Firefox, before the page's first script runs.
fn too_old(page: &Page<'_>) -> Result<()> {
    let older = json!({ "source": "delete HTMLElement.prototype.popover;" });
    let added = page.session.devtools("Page.addScriptToEvaluateOnNewDocument", &older)?;
    let shown = page.load("").and_then(|()| page.see("#plain h1"));
    let empty = page.text("#app");
    page.session.devtools("Page.removeScriptToEvaluateOnNewDocument", &added)?;
    shown?;
    ensure!(empty?.is_empty(), "the explorer has started");
    let why = page.text("#plain-why")?;
    ensure!(why.contains("Firefox 125"), "{why}");
    quiet(page)
}

fn no_script(page: &Page<'_>) -> Result<()> {
    let _server = under_policy(page, "script-src 'none'")?;
    page.see("#plain h1")?;
    let why = page.text("#plain-why")?;
    ensure!(why.contains("JavaScript"), "{why}");
    quiet(page)
}

fn no_worker(page: &Page<'_>) -> Result<()> {
    let server = under_policy(page, "worker-src 'none'")?;
    page.ready()?;
    page.fill("#q", "Moscow")?;
    page.wait("location.hash.includes('Moscow')")?;
    page.see("#list li[data-event]")?;
    let asked = server.take_log();
    ensure!(!asked.iter().any(|asked| asked.target.ends_with("sw.js")), "asked for the worker");
    quiet(page)
}

/// Chooses dark looks by hand, and sees them.
fn choose_dark(page: &Page<'_>) -> Result<()> {
    page.click(".actions .icn")?;
    page.see("[name=theme]")?;
    page.session.script("document.querySelectorAll('[name=theme]')[2].click();", &[])?;
    page.wait("document.documentElement.dataset.theme === 'dark'")
}

fn no_storage(page: &Page<'_>) -> Result<()> {
    page.open("")?;
    let refused = "try { return !window.localStorage; } catch { return true; }";
    ensure!(page.session.script(refused, &[])? == true, "there is storage in a sandbox");
    choose_dark(page)
}

fn full_storage(page: &Page<'_>) -> Result<()> {
    page.open("")?;
    let fill = "let size = 1 << 20;
        for (let number = 0; size > 0; number++)
            try { localStorage.setItem('full' + number, 'x'.repeat(size)); } catch { size >>= 1; }
        try { localStorage.setItem('one more', ''); return false; } catch { return true; }";
    let full = page.session.script(fill, &[])?;
    let chosen = choose_dark(page);
    page.session.script("localStorage.clear();", &[])?;
    ensure!(full == true, "storage has no end");
    chosen
}

fn only_preferences(page: &Page<'_>) -> Result<()> {
    page.open("")?;
    page.session.script("localStorage.clear();", &[])?;
    page.fill("#q", "Moscow")?;
    page.click("#list li[data-event] .w a")?;
    page.wait(super::journey::LIT)?;
    choose_dark(page)?;
    let stored = "const done = arguments[arguments.length - 1];
        Promise.resolve(indexedDB.databases?.() ?? []).then(databases => done({
            local: Object.entries(localStorage), session: sessionStorage.length,
            cookies: document.cookie, databases: databases.length }));";
    let stored = page.session.script_async(stored, &[])?;
    page.session.script("localStorage.clear();", &[])?;
    let only = json!({ "local": [["dateline.theme", "dark"]], "session": 0, "cookies": "", "databases": 0 });
    ensure!(stored == only, "stored: {stored}");
    Ok(())
}
