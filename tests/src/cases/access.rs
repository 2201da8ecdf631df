//! Can everybody use it? axe-core in every view, theme, direction and width; the job by keys alone.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::{Case, HERE, journey};
use crate::engine::Engine;
use crate::keys::{CONTROL, ENTER, ESCAPE};
use crate::page::{Page, Skip};
use crate::site::Way;

pub(super) const CASES: &[Case] = &[
    Case {
        name: "axe finds nothing in the list and the timeline",
        ways: &[Way::Http],
        engines: &[Engine::Chromium],
        run: |page| everywhere(page, "", |_| Ok(())),
    },
    Case {
        name: "axe finds nothing in the reader",
        ways: &[Way::Http],
        engines: &[Engine::Chromium],
        run: |page| everywhere(page, &first_event(page)?, |page| page.see("#reader .lit")),
    },
    Case {
        name: "axe finds nothing when nothing is left",
        ways: &[Way::Http],
        engines: &[Engine::Chromium],
        run: |page| everywhere(page, "q=zzzzzz", |_| Ok(())),
    },
    Case {
        name: "axe finds nothing in any dialog and comparison",
        ways: &[Way::Http],
        engines: &[Engine::Chromium],
        run: dialogs,
    },
    Case {
        name: "axe finds nothing in the plain version",
        ways: &[Way::Http],
        engines: &[Engine::Chromium],
        run: plain,
    },
    Case {
        name: "search, open and close by keys alone",
        ways: HERE,
        engines: &Engine::ALL,
        run: by_keys,
    },
    Case {
        name: "nothing needs a sideways scroll at 320 pixels",
        ways: &[Way::Http],
        engines: &[Engine::Chromium],
        run: narrow,
    },
];

/// Widths and heights of windows: a desk, a laptop, two phones.
pub(super) const SIZES: [(u32, u32); 4] = [(1440, 900), (1000, 800), (390, 844), (320, 640)];

/// The fragment that opens the first event of the list.
pub(super) fn first_event(page: &Page<'_>) -> Result<String> {
    page.open("kind=mention")?;
    let link =
        "document.querySelector('#list li[data-event] .w a').getAttribute('href').split('#')[1]";
    page.see("#list li[data-event]")?;
    Ok(page.eval(link)?.as_str().unwrap_or_default().to_owned())
}

/// Runs axe in one view, in both themes, both directions and all widths.
fn everywhere(page: &Page<'_>, fragment: &str, come: fn(&Page<'_>) -> Result<()>) -> Result<()> {
    for theme in ["light", "dark"] {
        for language in ["en", "ar"] {
            let parts = [fragment, &format!("theme={theme}"), &format!("lang={language}")];
            let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            page.open(&parts.join("&"))?;
            for (width, height) in SIZES {
                page.viewport(width, height)?;
                come(page)
                    .and_then(|()| axe(page))
                    .with_context(|| format!("{theme}, {language}, {width}x{height}"))?;
            }
        }
    }
    Ok(())
}

/// Runs axe on the page as it stands.
///
/// # Errors
/// Names the first violation; what axe cannot judge is printed.
pub(super) fn axe(page: &Page<'_>) -> Result<()> {
    let Some(path) = &page.site.axe else { return Err(Skip("axe-core is not installed").into()) };
    let source = std::fs::read_to_string(path)?;
    page.session.script(&format!("{source}; window.axe = window.axe ?? axe; return true;"), &[])?;
    let run = "const done = arguments[arguments.length - 1];
        // To axe every link within the page near its top is one that skips; here they are states.
        axe.run(document, { resultTypes: ['violations', 'incomplete'], runOnly: ['wcag2a', 'wcag2aa',
            'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], rules: { 'skip-link': { enabled: false } } })
        .then(({ violations, incomplete }) => {
            const brief = found => found.map(({ id, nodes }) =>
                ({ id, count: nodes.length, first: nodes[0].html.slice(0, 160),
                   why: (nodes[0].any[0] ?? nodes[0].all[0] ?? nodes[0].none[0])?.message,
                   beside: (nodes[0].any[0]?.relatedNodes ?? []).map(n => n.html.slice(0, 100)) }));
            done({ violations: brief(violations), incomplete: brief(incomplete) });
        }, error => done({ error: String(error) }));";
    let found = page.session.script_async(run, &[])?;
    ensure!(found["violations"] == json!([]), "axe: {}", found["violations"]);
    ensure!(found["error"] == Value::Null, "axe: {}", found["error"]);
    Ok(())
}

/// Every dialog, the sheet of more actions, the reasons of an event, and two documents side by side.
fn dialogs(page: &Page<'_>) -> Result<()> {
    let more = || page.session.script("document.querySelector('.actions .icn').click();", &[]);
    let event = first_event(page)?;
    for (theme, language, width, height) in [("light", "en", 1440, 900), ("dark", "ar", 390, 844)] {
        page.viewport(width, height)?;
        page.open(&format!("{event}&theme={theme}&lang={language}"))?;
        let checked = |what: &str, css: &str| {
            page.see(css)
                .and_then(|()| axe(page))
                .with_context(|| format!("{what}, {language}"))?;
            page.session.press(ESCAPE)?;
            page.wait(&format!("!document.querySelector('{css}')?.checkVisibility()"))
        };
        more()?;
        checked("more", ".moresheet")?;
        for entry in 1..=8 {
            more()?;
            page.click(&format!(".moresheet .entry:nth-of-type({entry})"))?;
            checked(&format!("entry {entry}"), "dialog[open]")?;
        }
        page.session.press(&format!("{CONTROL}k"))?;
        checked("the palette", "#pl")?;
        page.session.press("w")?;
        checked("why", "#why .whybody")?;
        page.session.press("x")?;
        // On a phone the reader covers it.
        page.session.script("document.querySelector('.chips > .chip.not').click();", &[])?;
        checked("what is hidden", "dialog[open] .hiddenrow")?;
        page.open(&format!("q=prisoners&theme={theme}&lang={language}"))?;
        page.session.press("j")?;
        page.see("#reader .lit")?;
        page.session.press("c")?;
        page.see(".compare .cdoc")?;
        axe(page).with_context(|| format!("compare, {language}"))?;
    }
    Ok(())
}

fn plain(page: &Page<'_>) -> Result<()> {
    let scripts = |off: bool| {
        let off = json!({ "value": off });
        page.session.devtools("Emulation.setScriptExecutionDisabled", &off)
    };
    scripts(true)?;
    page.go(&page.site.address(Way::Http, "")?)?;
    // The page's own scripts did not run; the checker's may now.
    let checked = page.see("#plain h1").and_then(|()| scripts(false)).and_then(|_| axe(page));
    scripts(false)?;
    checked
}

fn by_keys(page: &Page<'_>) -> Result<()> {
    page.open("")?;
    page.see("#list li[data-event]")?;
    page.session.press("/")?;
    page.wait("document.activeElement.id === 'q'")?;
    for letter in "prisoners".chars() {
        page.session.press(&letter.to_string())?;
    }
    let found = "[...document.querySelectorAll('#list li[data-event]')].every(e => /prisoner/i.test(e.textContent))";
    page.wait(found)?;
    page.wait("location.hash.includes('prisoners')")?;
    page.session.press(ESCAPE)?;
    page.wait("document.activeElement.closest('#list li[data-event]') !== null").with_context(
        || {
            format!(
                "the focus is on {:?}",
                page.eval("document.activeElement.outerHTML.slice(0, 200)")
            )
        },
    )?;
    page.session.press(ENTER)?;
    page.wait(journey::LIT)?;
    page.session.press("j")?;
    page.wait(journey::LIT)?;
    page.session.press(ESCAPE)?;
    page.wait("!document.querySelector('#reader')")
}

fn narrow(page: &Page<'_>) -> Result<()> {
    let event = first_event(page)?;
    let russian = format!("{event}&lang=ru");
    for fragment in [String::new(), event, russian, "q=zzzzzz".to_owned()] {
        page.open(&fragment)?;
        page.viewport(320, 640)?;
        let wide = "[...document.querySelectorAll('body *')].filter(e => !e.closest('svg') && e.checkVisibility()
            && getComputedStyle(e).position !== 'absolute' && e.getBoundingClientRect().right > 321
            && e.getBoundingClientRect().width > 0).map(e => e.outerHTML.slice(0, 80)).slice(0, 3)";
        let scrolls = page.eval("document.documentElement.scrollWidth > 320")?;
        let wide = if scrolls == true { page.eval(wide)? } else { Value::Null };
        ensure!(scrolls == false, "#{fragment} is wider than the window: {wide}");
        // The reader covers the page, and what lies beside it cannot be scrolled to.
        let beside = "[...document.querySelectorAll('.reader :is(button, p, h2)')]
            .filter(e => e.checkVisibility() && e.getBoundingClientRect().right > 321).map(e => e.textContent)";
        let beside = page.eval(beside)?;
        ensure!(beside == json!([]), "#{fragment} shows beside the window: {beside}");
    }
    Ok(())
}
