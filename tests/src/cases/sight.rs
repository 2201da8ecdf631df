//! What can be seen: nothing unseen in imposed colours, nothing cut or covered, nothing pulled away
//! from under the reader. It runs on the seeds, and on folders that are packed for it.

use anyhow::{Context, Result, ensure};
use serde_json::json;

use super::journey::EVENT;
use super::{CHROMIUM, Case, FILE, HTTP};
use crate::engine::Engine;
use crate::keys::{ENTER, ESCAPE};
use crate::page::Page;

pub(super) const CASES: &[Case] = &[
    Case {
        name: "imposed colours leave nothing unseen",
        ways: HTTP,
        engines: CHROMIUM,
        run: imposed,
    },
    Case { name: "no control is cut or broken", ways: HTTP, engines: CHROMIUM, run: controls },
    Case { name: "the close-up names what it shows", ways: HTTP, engines: CHROMIUM, run: close_up },
    Case {
        name: "a cluster opens by the keyboard",
        ways: HTTP,
        engines: &Engine::ALL,
        run: cluster,
    },
    Case {
        name: "rows on a phone stay where they are drawn",
        ways: HTTP,
        engines: CHROMIUM,
        run: still,
    },
    Case {
        name: "who scrolls on is not pulled back",
        ways: HTTP,
        engines: CHROMIUM,
        run: scrolled,
    },
    Case { name: "hiding goes on to what follows", ways: HTTP, engines: CHROMIUM, run: next },
    Case {
        name: "an open range is drawn as far as most of it reaches",
        ways: FILE,
        engines: CHROMIUM,
        run: open_range,
    },
    Case {
        name: "a sentence runs as its language does",
        ways: FILE,
        engines: CHROMIUM,
        run: directions,
    },
];

/// What cannot be seen or does not stand out in the colours that the system imposes.
const UNSEEN: &str = "(() => {
    const looks = (css, part) => getComputedStyle(document.querySelector(css))[part];
            const ink = css => looks(css, 'color'), ground = css => looks(css, 'backgroundColor');
            const paper = ground('html'), found = [];
            for (const css of ['#list .dw', '#reader .date:not(.on) *', '#reader .date.on *']) {
                const mark = css.replace(/ \\*$/, '');
                if (ink(css) === ground(mark) || ground(mark) === paper) found.push(css);
            }
            if (ground('.strip .c.r') === paper) found.push('a report');
            for (const css of ['.ev.sel', '#reader .lit'])
                if (looks(css, 'outlineStyle') === 'none') found.push(css);
            return found;
        })()";

fn imposed(page: &Page<'_>) -> Result<()> {
    let media = |forced: &str, scheme: &str| {
        let features = json!({ "features": [{ "name": "forced-colors", "value": forced },
            { "name": "prefers-color-scheme", "value": scheme }] });
        page.session.devtools("Emulation.setEmulatedMedia", &features)
    };
    let checked = ["light", "dark"].into_iter().try_for_each(|scheme| {
        media("active", scheme)?;
        page.open("q=prisoners")?;
        page.click(&format!("{EVENT} .w a"))?;
        page.see("#reader .date.on")?;
        let unseen = page.eval(UNSEEN)?;
        ensure!(unseen == json!([]), "cannot be told from the paper, {scheme}: {unseen}");
        Ok(())
    });
    media("none", "")?;
    checked
}

fn controls(page: &Page<'_>) -> Result<()> {
    for language in ["en", "fr", "ar", "ru"] {
        for (width, height) in [(1440, 900), (1000, 800), (390, 844), (320, 640)] {
            page.viewport(width, height)?;
            page.open(&format!("q=moscow&kind=mention&lang={language}"))?;
            page.see(EVENT)?;
            let cut = "[...document.querySelectorAll('.zoom button, .tabs button, .filterbtn, .chip, .chips .quiet, .actions button, .facets .fn')]
                .filter(it => it.checkVisibility())
                // A name of several words may end in dots.
                .filter(it => !it.matches('.fn') || !/\\s/.test(it.textContent))
                .filter(it => {
                    const box = it.getBoundingClientRect();
                    const high = [...it.querySelectorAll('span')].some(span => span.getBoundingClientRect().height > 26);
                    return box.left < 0 || box.right > innerWidth + 0.5 || it.scrollWidth > it.clientWidth + 1 || high;
                })
                .map(it => it.textContent)";
            let cut = page.eval(cut)?;
            ensure!(cut == json!([]), "{language}, {width}: {cut}");
        }
    }
    Ok(())
}

fn close_up(page: &Page<'_>) -> Result<()> {
    // A state that began in a month fills the drawing: its name has no room beside it.
    page.open("q=\"220,000\"")?;
    page.click(&format!("{EVENT} .w a"))?;
    let named = "const close = document.querySelector('.plot.close');
        if (!close) return false;
        const axis = close.querySelector('.base').getBoundingClientRect().top;
        const names = [...close.querySelectorAll('text.lb')].map(it => it.getBoundingClientRect());
        return names.length > 0 && names.every(it => it.top > axis - 1);";
    page.until("names under the axis", named, &[]).map(drop)
}

fn cluster(page: &Page<'_>) -> Result<()> {
    page.open("")?;
    page.see(EVENT)?;
    page.session.script("document.querySelector('.draw').focus()", &[])?;
    page.session.press(ENTER)?;
    page.wait("!!document.activeElement.closest('#cluster:popover-open')")?;
    page.session.press(ESCAPE)?;
    page.wait("document.activeElement === document.querySelector('.draw')")?;
    page.session.press(ENTER)?;
    page.wait("!!document.activeElement.closest('#cluster:popover-open')")?;
    let title = page.text("#cluster li span")?;
    page.session.press(ENTER)?;
    page.see("#reader .lit")?;
    let lit = page.text("#reader .lit")?;
    // A title leaves words out, and says so.
    let begins =
        title.split('…').map(str::trim).find(|part| !part.is_empty() && !part.starts_with('['));
    ensure!(begins.is_some_and(|part| lit.contains(part)), "{title:?} opened {lit:?}");
    Ok(())
}

fn still(page: &Page<'_>) -> Result<()> {
    page.viewport(390, 844)?;
    page.open("")?;
    page.see(EVENT)?;
    let shifts = "new Promise(done => {
        let sum = 0;
        new PerformanceObserver(list => list.getEntries().forEach(it => sum += it.value))
            .observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => done(sum), 1500);
    })";
    let moved = page.eval(shifts)?;
    ensure!(moved.as_f64().is_some_and(|moved| moved < 0.01), "moved by {moved}");
    Ok(())
}

fn scrolled(page: &Page<'_>) -> Result<()> {
    page.viewport(1440, 900)?;
    page.open("")?;
    page.see(EVENT)?;
    page.session.press("j")?;
    page.see("#list .ev.sel")?;
    let on = "const panel = document.querySelector('.events');
        panel.dispatchEvent(new WheelEvent('wheel', { bubbles: true, deltaY: 900 }));
        panel.scrollTop = 900;
        window.scrolledAt = performance.now();";
    page.session.script(on, &[])?;
    page.wait("performance.now() > window.scrolledAt + 1000")?;
    let top = page.eval("document.querySelector('.events').scrollTop")?;
    ensure!(top.as_f64() > Some(600.0), "pulled back to {top}");
    Ok(())
}

fn next(page: &Page<'_>) -> Result<()> {
    page.open("")?;
    page.see(EVENT)?;
    let title = "document.querySelector('#list .ev.sel .w')?.textContent";
    let mut titles = Vec::new();
    for _ in 0..3 {
        page.changes("another event", title, || page.session.press("j"))?;
        titles.push(page.eval(title)?);
    }
    page.session.press("k")?;
    page.until("the second again", &format!("return ({title}) === arguments[0];"), &titles[1..2])?;
    page.session.press("x")?;
    page.until("the third", &format!("return ({title}) === arguments[0];"), &titles[2..])
        .context("after the second was hidden")?;
    page.wait("document.querySelector('#reader .lit') !== null")
}

fn open_range(page: &Page<'_>) -> Result<()> {
    let days = (1..29).map(|day| format!("On {day} May 2020 the council heard report {day}. "));
    let days: String = days.collect();
    let text =
        format!("The council\n\nPort Gazette, 2 June 2020\n\n{days}The lease ends in 2090.\n");
    let file = page.site.pack(&[("council.txt", text.as_bytes())])?;
    page.open_file(&file, "range=2020-05-10/..")?;
    page.see(EVENT)?;
    page.wait("document.querySelector('.plot.axis text') !== null")?;
    let names = page.texts(".plot.axis text")?;
    let far = |name: &String| name.parse().is_ok_and(|year: u32| year > 2020);
    ensure!(!names.is_empty() && !names.iter().any(far), "the axis goes on to {names:?}");
    Ok(())
}

fn directions(page: &Page<'_>) -> Result<()> {
    let english = "The harbour\n\nPort Gazette, 2 June 2020\n\nOn 5 May 2020 the harbour opened.\n";
    let arabic = "الميناء\n\nالجريدة، 2 يونيو 2020\n\nافتتح الميناء في 5 مايو 2020 بحضور الوزير.\n";
    let file = page.site.pack(&[("en.txt", english.as_bytes()), ("ar.txt", arabic.as_bytes())])?;
    for language in ["en", "ar"] {
        page.open_file(&file, &format!("lang={language}"))?;
        page.see(EVENT)?;
        let wrong = "[...document.querySelectorAll('#list .w')].filter(it =>
            getComputedStyle(it).direction !== (/^\\W*[a-z]/i.test(it.textContent) ? 'ltr' : 'rtl'))
            .map(it => it.textContent)";
        let wrong = page.eval(wrong)?;
        ensure!(wrong == json!([]), "{language}: {wrong}");
        let both = "[/[a-z]/i, /[\\u0600-\\u06ff]/].every(letter =>
            [...document.querySelectorAll('#list .w')].some(it => letter.test(it.textContent)))";
        ensure!(page.eval(both)? == true, "{language}: not both languages have an event");
    }
    Ok(())
}
