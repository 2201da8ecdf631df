//! Pictures of the page in its main states, for the documentation.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use dateline_corpus::{Corpus, Event, EventKind};
use dateline_publish::pack;

use crate::cases::importing;
use crate::engine::Engine;
use crate::page::Page;
use crate::run::Options;
use crate::site::{Site, Way};

/// Sizes of the window, in CSS pixels.
const SIZES: [(u32, u32); 4] = [(1440, 900), (1000, 800), (390, 844), (320, 640)];
/// What is put into the importer.
const SEEDS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../seeds");

/// Draws every state in Chromium and writes `STATE-WIDTH-THEME.png` into `folder`.
///
/// # Errors
/// When there is no built page, no Chromium, or a state does not come.
pub fn screens(options: &Options, folder: &Path) -> Result<()> {
    let site = Site::start(options)?;
    let (_, corpus) = pack::unpack(&fs::read_to_string(site.single_file())?)?;
    let browser = Engine::Chromium.start(&site.witness.authority(), None)?;
    let page = Page::new(browser.session(), Engine::Chromium, Way::Http, &site);
    fs::create_dir_all(folder)?;
    for (name, fragment, then, seen) in states(&corpus)? {
        for (width, height) in SIZES {
            for theme in ["light", "dark"] {
                let hash = format!("{fragment}&theme={theme}");
                page.viewport(width, height)?;
                page.open(hash.trim_start_matches('&'))?;
                if !then.is_empty() {
                    page.see(LISTED)?;
                    page.session.script(then, &[])?;
                }
                page.see(seen).with_context(|| format!("{name} {width}x{height}"))?;
                draw(&page, folder, &format!("{name}-{width}-{theme}"))?;
            }
        }
    }
    for (width, height) in SIZES {
        for theme in ["light", "dark"] {
            page.viewport(width, height)?;
            importing::open(&page, &format!("#theme={theme}"))?;
            importing::put_in(&page, &Path::new(SEEDS).canonicalize()?)?;
            page.click("#make")?;
            page.see("#made")?;
            draw(&page, folder, &format!("importer-{width}-{theme}"))?;
        }
    }
    Ok(())
}

fn draw(page: &Page<'_>, folder: &Path, name: &str) -> Result<()> {
    // What moves has come to rest.
    std::thread::sleep(std::time::Duration::from_millis(300));
    let picture = BASE64_STANDARD.decode(page.session.screenshot()?)?;
    fs::write(folder.join(format!("{name}.png")), picture).map_err(Into::into)
}

/// The list, or what stands in its place.
const LISTED: &str = "#list li:not(.pad)";

/// Name, fragment, what is done then, and what can be seen after that.
type State = (&'static str, String, &'static str, &'static str);

/// The main states of the page.
fn states(corpus: &Corpus) -> Result<Vec<State>> {
    let mentions = corpus.events.iter().filter(|event| event.kind == EventKind::Mention);
    let documents = |event: &&Event| {
        event.reports.iter().map(|report| &report.document).collect::<BTreeSet<_>>().len()
    };
    // The first of those that most documents report.
    let most = mentions.rev().max_by_key(documents).context("no event to show")?;
    let report = most.reports.first().context("an event has a report")?;
    let event = format!("e={}&doc={}", report.id, report.document);
    let other = most.reports.iter().find(|other| other.document != report.document);
    let press = "document.querySelector('#list .ev.sel .why').click();";
    let filters = "document.querySelector('.filterbtn').click();";
    let call = "document.dispatchEvent(new KeyboardEvent('keydown', { key: 'k', ctrlKey: true }));";
    let mut states = vec![
        ("main", String::new(), "", LISTED),
        ("reader", event.clone(), "", "#reader .lit"),
        ("why", format!("e={}", report.id), press, "#why .whybody"),
        ("empty", "q=nowhere&range=2014".to_owned(), "", LISTED),
        ("filters", "kind=mention".to_owned(), filters, ".facets"),
        ("palette", String::new(), call, "#pl"),
        ("arabic", format!("{event}&lang=ar"), "", "#reader .lit"),
    ];
    if let Some(other) = other {
        let compare = format!("{event}&compare={},{}", report.document, other.document);
        states.push(("compare", compare, "", ".compare .cdoc"));
    }
    Ok(states)
}
