//! In somebody else's page: the element and the frame leave it as it is.

use anyhow::{Result, ensure};

use super::{Case, journey};
use crate::engine::Engine;
use crate::page::Page;
use crate::site::Way;

pub(super) const CASES: &[Case] = &[
    Case {
        name: "the element keeps the state in the host's address and leaves the host alone",
        ways: &[Way::Http],
        engines: &Engine::ALL,
        run: deep_link,
    },
    Case {
        name: "the hosted page in a sandbox shows its plain version",
        ways: &[Way::Http],
        engines: &[Engine::Firefox],
        run: hosted_in_sandbox,
    },
    Case {
        name: "modes show their part alone",
        ways: &[Way::Frame],
        engines: &[Engine::Chromium],
        run: modes,
    },
];

/// The frame inside the element with this id.
fn enter(page: &Page<'_>, id: &str) -> Result<()> {
    page.session.leave_frames()?;
    let frame = format!("document.getElementById('{id}').shadowRoot.querySelector('iframe')");
    page.wait(&format!("{frame} !== null"))?;
    page.session.script(&format!("{frame}.scrollIntoView();"), &[])?;
    page.session.enter_found_frame(&format!("return {frame};"))?;
    page.ready()
}

fn deep_link(page: &Page<'_>) -> Result<()> {
    page.go(&page.site.own.url("embed-demo.html"))?;
    // The host's style, history and globals, as they are before anything is done in the frame; names
    // that a driver adds are not the page's.
    let host = "JSON.stringify([getComputedStyle(document.body).font, document.styleSheets.length,
        history.length, Object.keys(window).filter(key => !/^(\\d+$|cdc_|ret_|se_)/.test(key)).sort()])";
    let before = page.eval(host)?;
    enter(page, "whole")?;
    page.click("#list li[data-event] .w a")?;
    page.wait(journey::LIT)?;
    let sentence = page.text("#reader .lit")?;
    page.session.leave_frames()?;
    page.wait("/dateline=/.test(location.hash)")?;
    let after = page.eval(host)?;
    ensure!(after == before, "the host has changed: {after} after {before}");

    page.session.reload()?;
    enter(page, "whole")?;
    page.wait(journey::LIT)?;
    ensure!(page.text("#reader .lit")? == sentence, "the host's address leads elsewhere");
    Ok(())
}

fn hosted_in_sandbox(page: &Page<'_>) -> Result<()> {
    let frame = format!(
        "<iframe id=\"dateline\" title=\"Dateline\" sandbox=\"allow-scripts\" src=\"{}\"></iframe>",
        page.site.own.url("")
    );
    page.go(&page.site.host_page(&frame)?)?;
    page.session.enter_frame("#dateline")?;
    page.see("#plain h1")?;
    page.see("#plain-why")
}

fn modes(page: &Page<'_>) -> Result<()> {
    for (mode, seen, absent) in
        [("list", "#list", ".facets"), ("timeline", "svg", "#list"), ("reader", ".reader", "#list")]
    {
        page.open(&format!("mode={mode}"))?;
        page.see(seen)?;
        let gone =
            format!("[...document.querySelectorAll('{absent}')].every(e => !e.checkVisibility())");
        page.wait(&gone)?;
    }
    Ok(())
}
