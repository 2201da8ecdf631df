//! The way of a reader: search, filter, open, read, follow a link. It runs on the seeds.

use anyhow::{Result, ensure};
use serde_json::json;

use super::{Case, EVERYWHERE, HERE};
use crate::engine::Engine;
use crate::page::Page;
use crate::site::Way;

pub(super) const CASES: &[Case] = &[
    Case {
        name: "events of all documents are listed",
        ways: HERE,
        engines: &[Engine::Chromium],
        run: all_documents,
    },
    Case {
        name: "searching leaves the event that two documents report",
        ways: HERE,
        engines: &[Engine::Chromium],
        run: prisoners,
    },
    Case {
        name: "a range leaves what meets it, and the event opens at its sentence",
        ways: HERE,
        engines: &Engine::ALL,
        run: congress,
    },
    Case {
        name: "search, filter, open, read, follow a link",
        ways: EVERYWHERE,
        engines: &Engine::ALL,
        run: job,
    },
    Case {
        name: "back and forward walk through the states",
        ways: &[Way::Http, Way::File],
        engines: &Engine::ALL,
        run: history,
    },
    Case {
        name: "what has closed does not answer any more",
        ways: &[Way::Http],
        engines: &Engine::ALL,
        run: closed,
    },
];

/// An event in the list.
pub(super) const EVENT: &str = "#list li[data-event]";
/// The lit sentence can be seen in its document.
pub(super) const LIT: &str = "(() => {
    const lit = document.querySelector('#reader .lit');
    if (!lit) return false;
    const box = lit.getBoundingClientRect();
    const pane = document.querySelector('#reader').parentElement.getBoundingClientRect();
    return box.height > 0 && box.top < Math.min(pane.bottom, innerHeight)
        && box.bottom > Math.max(pane.top, 0);
})()";

fn all_documents(page: &Page<'_>) -> Result<()> {
    page.open("")?;
    page.see(EVENT)?;
    let counts = page.texts("[data-facet=document] .fv .n")?;
    ensure!(counts.len() == 5, "the facet of sources lists {counts:?}");
    ensure!(!counts.contains(&"0".to_owned()), "a document without events: {counts:?}");
    // Those beyond what can be seen come a moment later.
    page.wait(&format!("document.querySelectorAll('{EVENT}').length >= 30"))
}

fn prisoners(page: &Page<'_>) -> Result<()> {
    page.open("")?;
    page.fill("#q", "prisoners")?;
    page.wait(&format!(
        "[...document.querySelectorAll('{EVENT}')].every(e => /prisoner/i.test(e.textContent))"
    ))?;
    // A strip names each document that reports the event.
    let both = "[...document.querySelectorAll('#list li[data-event]')].some(e =>
        e.querySelector('time').getAttribute('datetime') === '2015-03-25/2015-03-27'
        && e.querySelector('.strip').getAttribute('aria-label').split(';').length === 2)";
    page.wait(both)
}

fn congress(page: &Page<'_>) -> Result<()> {
    page.open("")?;
    narrow_to_2018(page)?;
    page.click("#list li[data-event]:has(time[datetime='2018-01-30']) .w a")?;
    page.wait(LIT)?;
    let sentence = page.text("#reader .lit")?;
    ensure!(sentence.contains("30 January 2018"), "lit: {sentence}");
    let title = page.text(".reader header h2")?;
    ensure!(title.contains("Randa Kassis"), "opened: {title}");

    page.reload()?;
    page.wait(LIT)?;
    ensure!(page.text("#reader .lit")? == sentence, "another sentence is lit after reloading");
    only_2018(page)
}

fn narrow_to_2018(page: &Page<'_>) -> Result<()> {
    page.fill("#from", "2018")?;
    page.fill("#to", "2018")?;
    page.session.press(crate::keys::ENTER)?;
    only_2018(page)
}

fn only_2018(page: &Page<'_>) -> Result<()> {
    let meets = "const years = [...document.querySelectorAll('#list li[data-event] time')]
            .map(time => time.getAttribute('datetime'))
            .map(edtf => edtf.replace(/^\\.\\.\\/|\\/\\.\\.$/, ''))
            .map(edtf => edtf.match(/[0-9]{4}(?=$|[^0-9])/g).map(Number));
        const meet = years.every(all => Math.min(...all) <= 2018 && Math.max(...all) >= 2018);
        return meet && years.length > 0;";
    page.until("a list of 2018 alone", meets, &[])?;
    page.see("#list li[data-event] time[datetime='2018-01-30']")
}

fn job(page: &Page<'_>) -> Result<()> {
    page.open("")?;
    page.see(EVENT)?;
    let all = page.texts(EVENT)?.len();
    page.fill("#q", "Moscow")?;
    page.until("fewer events", FEWER, &[json!(EVENT), json!(all)])?;
    let found = page.texts(EVENT)?.len();
    page.click("[data-facet=document] .fv input")?;
    page.until("fewer events still", FEWER, &[json!(EVENT), json!(found)])?;
    page.click(&format!("{EVENT} .w a"))?;
    page.wait(LIT)?;
    let (sentence, fragment) = (page.text("#reader .lit")?, page.fragment()?);

    page.open(&fragment)?;
    page.wait(LIT)?;
    ensure!(page.text("#reader .lit")? == sentence, "the link lights another sentence");
    let typed = page.eval("document.querySelector('#q').value")?;
    ensure!(typed == "Moscow", "the link searches {typed}");
    let chips = page.texts(".chipset li")?;
    ensure!(chips.len() == 2, "the link filters by {chips:?}");
    Ok(())
}

fn history(page: &Page<'_>) -> Result<()> {
    page.open("")?;
    page.click(&format!("{EVENT} .w a"))?;
    page.wait(LIT)?;
    let fragment = page.fragment()?;
    page.session.back()?;
    page.wait("!document.querySelector('#reader')")?;
    page.session.forward()?;
    page.wait(LIT)?;
    ensure!(page.fragment()? == fragment, "forward leads elsewhere");
    Ok(())
}

const FEWER: &str = "const now = document.querySelectorAll(arguments[0]).length;
    return now > 0 && now < arguments[1];";

fn closed(page: &Page<'_>) -> Result<()> {
    let stir = "document.dispatchEvent(new Event('scroll'));
        for (const type of ['resize', 'beforeprint', 'afterprint']) dispatchEvent(new Event(type));
        return document.documentElement.dataset.explorer === 'open';";
    page.open("")?;
    page.fill("#q", "zzzzzz")?;
    page.wait(&format!("document.querySelectorAll('{EVENT}').length === 0"))?;
    page.until("a page that still runs", stir, &[])?;
    page.fill("#q", "prisoners")?;
    page.click(&format!("{EVENT} .w a"))?;
    page.wait(LIT)?;
    page.session.press("c")?;
    page.see(".compare")?;
    page.session.press(crate::keys::ESCAPE)?;
    page.wait("!document.querySelector('.compare')")?;
    page.until("a page that still runs", stir, &[])?;
    page.see(EVENT)
}
