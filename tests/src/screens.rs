//! Pictures of the page in its main states, for the documentation.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use dateline_corpus::{Corpus, Event, EventKind};
use dateline_publish::pack;

use crate::engine::Engine;
use crate::page::Page;
use crate::run::Options;
use crate::site::{Site, Way};

/// Sizes of the window, in CSS pixels.
const SIZES: [(u32, u32); 4] = [(1440, 900), (1000, 800), (390, 844), (320, 640)];
/// The sizes at which every state is drawn; the others show the first state alone.
const MAIN_SIZES: usize = 3;

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
    for (name, fragment, click) in states(&corpus)? {
        for (at, (width, height)) in SIZES.into_iter().enumerate() {
            if at >= MAIN_SIZES && name != "main" {
                continue;
            }
            for theme in ["light", "dark"] {
                let hash = format!("{fragment}&theme={theme}");
                page.viewport(width, height)?;
                page.open(hash.trim_start_matches('&'))?;
                if let Some(css) = click {
                    page.see(css)?;
                    let middle =
                        "document.querySelector(arguments[0]).scrollIntoView({ block: 'center' });";
                    page.session.script(middle, &[css.into()])?;
                    page.click(css).with_context(|| format!("{name} {width}x{height}"))?;
                }
                // What moves has come to rest.
                std::thread::sleep(std::time::Duration::from_millis(300));
                let picture = BASE64_STANDARD.decode(page.session.screenshot()?)?;
                fs::write(folder.join(format!("{name}-{width}-{theme}.png")), picture)?;
            }
        }
    }
    Ok(())
}

type State = (&'static str, String, Option<&'static str>);

/// Names, fragments, and what is clicked then.
fn states(corpus: &Corpus) -> Result<Vec<State>> {
    let mentions = corpus.events.iter().filter(|event| event.kind == EventKind::Mention);
    let documents = |event: &&Event| {
        event.reports.iter().map(|report| &report.document).collect::<BTreeSet<_>>().len()
    };
    let most = mentions.max_by_key(documents).context("no event to show")?;
    let report = most.reports.first().context("an event has a report")?;
    let event = format!("e={}&doc={}", report.id, report.document);
    let other = most.reports.iter().find(|other| other.document != report.document);
    let mut states = vec![
        ("main", String::new(), None),
        ("reader", event.clone(), None),
        ("why", format!("e={}", report.id), Some("#list .ev.sel .why")),
        ("empty", "q=nowhere&range=2014".to_owned(), None),
    ];
    if let Some(other) = other {
        states.push((
            "compare",
            format!("{event}&compare={},{}", report.document, other.document),
            None,
        ));
    }
    Ok(states)
}
