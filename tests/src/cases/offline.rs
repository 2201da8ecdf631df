//! What is kept for reading offline: exactly one build, and never two mixed.

use std::fs;

use anyhow::{Context, Result, ensure};
use dateline_publish::pack;
use serde_json::json;

use super::Case;
use crate::engine::Engine;
use crate::page::Page;
use crate::server::{Server, Settings};
use crate::site::Way;

pub(super) const CASES: &[Case] = &[
    Case {
        name: "the page can be installed",
        ways: &[Way::Http],
        engines: &[Engine::Chromium],
        run: installable,
    },
    Case {
        name: "a new build waits, is told of, and comes whole",
        ways: &[Way::Offline],
        engines: &Engine::ALL,
        run: update_beside_another_tab,
    },
    Case {
        name: "nothing is kept in a frame",
        ways: &[Way::Frame],
        engines: &Engine::ALL,
        run: not_kept,
    },
];

fn installable(page: &Page<'_>) -> Result<()> {
    page.open("")?;
    let found = page.session.devtools("Page.getInstallabilityErrors", &json!({}))?;
    let errors = found["installabilityErrors"].as_array().context("a list of errors")?;
    // A headless browser of a test has no profile into which to install.
    let real = errors.iter().find(|error| error["errorId"] != "in-incognito");
    ensure!(real.is_none(), "{real:?}");
    Ok(())
}

fn not_kept(page: &Page<'_>) -> Result<()> {
    // A server whose worker no other test has met.
    let folder = page.site.dist().to_path_buf();
    let server = Server::start(Settings { folder, ..Settings::default() })?;
    let frame =
        format!("<iframe id=\"dateline\" title=\"Dateline\" src=\"{}\"></iframe>", server.url(""));
    page.go(&page.site.host_page(&frame)?)?;
    page.session.enter_frame("#dateline")?;
    page.ready()?;
    let registered = "const done = arguments[arguments.length - 1];
        if (!('serviceWorker' in navigator)) { done(false); return; }
        navigator.serviceWorker.getRegistration().then(found => done(Boolean(found)), () => done(false));";
    ensure!(page.session.script_async(registered, &[])? == false, "a worker is registered");
    let asked = server.take_log();
    ensure!(asked.iter().any(|asked| asked.target.ends_with(".wasm")), "not this server's page");
    ensure!(!asked.iter().any(|asked| asked.target.ends_with("sw.js")), "asked for the worker");
    Ok(())
}

/// A second tab stays on the old build. Without one Firefox takes a page that is loaded again for one that
/// has gone, so that the new build need not wait; and its driver loses a lone tab.
fn update_beside_another_tab(page: &Page<'_>) -> Result<()> {
    let own = page.session.windows()?.into_iter().next().context("there is a window")?;
    let other = page.session.new_tab()?;
    page.session.switch(&other)?;
    page.open("")?;
    let first = title(page)?;
    page.session.switch(&own)?;
    let updated = update(page);
    page.session.switch(&other)?;
    let still = title(page)?;
    page.session.close_window()?;
    page.session.switch(&own)?;
    ensure!(still == first, "the other tab changed under its reader");
    updated
}

fn update(page: &Page<'_>) -> Result<()> {
    let (shell, mut corpus) = pack::unpack(&fs::read_to_string(page.site.single_file())?)?;
    corpus.title = "The second build".to_owned();
    let next = page.site.scratch("next")?;
    for file in pack::hosted(&shell, &corpus, &pack::Options::default())? {
        let path = next.join(&file.name);
        fs::create_dir_all(path.parent().context("a file lies in a folder")?)?;
        fs::write(path, file.bytes)?;
    }
    page.open("")?;
    let first = title(page)?;
    ensure!(first != "The second build", "the first build has the second's title");

    page.site.kept.set_folder(&next);
    page.site.kept.set_down(false);
    let told = update_and_tell(page);
    let settled = told.and_then(|()| {
        ensure!(title(page)? == first, "the open page changed under its reader");
        page.reload()?;
        ensure!(title(page)? == first, "a reload took the new build before the reader chose");
        page.wait("document.documentElement.dataset.update === 'ready'")?;
        page.session.script("dispatchEvent(new Event('dateline-activate'));", &[])?;
        page.until("the second build", "return document.title.includes('The second build');", &[])?;
        page.ready()?;
        // The new build stands alone now, with the server gone.
        page.site.kept.set_down(true);
        page.reload()?;
        ensure!(title(page)? == "The second build", "the two builds are mixed");
        let caches = "const done = arguments[arguments.length - 1];
            caches.keys().then(names => done(names.length));";
        let count = page.session.script_async(caches, &[]).context("counting what is kept")?;
        ensure!(count == 1, "{count} builds are kept");
        Ok(())
    });
    page.site.kept.set_folder(page.site.dist());
    page.site.kept.set_down(false);
    let forget = "const done = arguments[arguments.length - 1];
        navigator.serviceWorker.getRegistration().then(found => found?.unregister())
            .then(() => caches.keys()).then(names => Promise.all(names.map(n => caches.delete(n))))
            .then(() => done(true));";
    let forgotten = page.session.script_async(forget, &[]).context("forgetting what was kept");
    settled.and(forgotten.map(drop))
}

fn update_and_tell(page: &Page<'_>) -> Result<()> {
    let look = "const done = arguments[arguments.length - 1];
        navigator.serviceWorker.getRegistration().then(found => found.update())
            .then(() => done('asked'), error => done(String(error)));";
    let asked = page.session.script_async(look, &[]).context("looking for a new build")?;
    ensure!(asked == "asked", "the update failed: {asked}");
    page.wait("document.documentElement.dataset.update === 'ready'")
}

fn title(page: &Page<'_>) -> Result<String> {
    page.text("h1 .title")
}
