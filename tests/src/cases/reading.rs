//! Reading and using what was found: why, the reader, the comparison, citations, exports, the
//! palette, corrections, looks. It runs on the seeds.

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use super::journey::{EVENT, LIT};
use super::{CHROMIUM, Case, HTTP};
use crate::engine::Engine;
use crate::keys::{CONTROL, DOWN, ENTER, ESCAPE, TAB};
use crate::page::Page;

pub(super) const CASES: &[Case] = &[
    Case { name: "why tells the reasons", ways: HTTP, engines: CHROMIUM, run: why },
    Case { name: "hidden as wrong, and shown again", ways: HTTP, engines: CHROMIUM, run: hide },
    Case {
        name: "the reader finds, turns and shows the original",
        ways: HTTP,
        engines: CHROMIUM,
        run: reader,
    },
    Case {
        name: "what is marked in the text can be followed",
        ways: HTTP,
        engines: CHROMIUM,
        run: follow,
    },
    Case { name: "a link to a passage lands on it", ways: HTTP, engines: CHROMIUM, run: passage },
    Case { name: "two documents side by side", ways: HTTP, engines: CHROMIUM, run: compare },
    Case { name: "citations in every style", ways: HTTP, engines: CHROMIUM, run: cite },
    Case { name: "exports in every format", ways: HTTP, engines: CHROMIUM, run: export },
    Case {
        name: "the palette goes to a date and does what it names",
        ways: HTTP,
        engines: CHROMIUM,
        run: palette,
    },
    Case {
        name: "keys of one letter, and without them",
        ways: HTTP,
        engines: CHROMIUM,
        run: letters,
    },
    Case {
        name: "looks and language are chosen and kept",
        ways: HTTP,
        engines: CHROMIUM,
        run: looks,
    },
    Case {
        name: "print holds every event and its sources",
        ways: HTTP,
        engines: CHROMIUM,
        run: print,
    },
    Case {
        name: "print of a search names it, and only the sources it cites",
        ways: HTTP,
        engines: CHROMIUM,
        run: print_found,
    },
    Case {
        name: "the whole job by keys alone",
        ways: HTTP,
        engines: &Engine::ALL,
        run: job_by_keys,
    },
];

/// From here on the page's copies land in `copied`: a browser under test may refuse its clipboard.
fn catch_copies(page: &Page<'_>) -> Result<()> {
    let caught = "window.copied = null;
        const writeText = text => { window.copied = text; return Promise.resolve(); };
        Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });";
    page.session.script(caught, &[]).map(drop)
}

/// What was copied last.
fn copied(page: &Page<'_>) -> Result<String> {
    let text = page.until("a copy", "return window.copied;", &[])?;
    page.session.script("window.copied = null;", &[])?;
    Ok(text.as_str().unwrap_or_default().to_owned())
}

/// Opens the first event that two documents report.
fn open_shared(page: &Page<'_>) -> Result<()> {
    page.open("q=prisoners")?;
    page.click(&format!("{EVENT} .w a"))?;
    page.wait(LIT)
}

/// Clicks the button whose words begin so, within `css`.
fn button(page: &Page<'_>, css: &str, words: &str) -> Result<()> {
    let find = "return [...document.querySelectorAll(arguments[0] + ' button')]
        .find(button => button.textContent.trim().startsWith(arguments[1]) && button.checkVisibility())
        ?.setAttribute('data-wanted', '') === undefined
        && document.querySelector('[data-wanted]') !== null;";
    page.until(words, find, &[css.into(), words.into()])?;
    page.click("[data-wanted]")?;
    page.session
        .script("document.querySelector('[data-wanted]')?.removeAttribute('data-wanted');", &[])
        .map(drop)
}

fn why(page: &Page<'_>) -> Result<()> {
    page.open("q=prisoners")?;
    page.click(&format!("{EVENT} .why"))?;
    page.see("#why")?;
    let told = page.text("#why .whybody")?;
    for part in ["2015-03-25/2015-03-27", "March 25-27", "DATE"] {
        ensure!(told.contains(part), "the reasons do not name {part}: {told}");
    }
    // The other document gives its own words.
    page.changes("other reasons", "document.querySelector('#why .whybody').textContent", || {
        page.click("#why .wdocs button:not([aria-pressed=true])")
    })?;
    page.session.press(ESCAPE)?;
    page.wait("!document.querySelector('#why').checkVisibility()")
}

fn hide(page: &Page<'_>) -> Result<()> {
    page.open("")?;
    let title = page.text(&format!("{EVENT} .w"))?;
    // The rows beyond what can be seen are drawn later: the page says how many there are.
    let all: usize = page.text(".chips .cnt")?.parse()?;
    let shown =
        |count: usize| format!("document.querySelector('.chips .cnt').textContent === '{count}'");
    page.click(&format!("{EVENT} .why"))?;
    button(page, "#why", "Hide")?;
    let fewer = shown(all - 1);
    page.wait(&fewer)?;
    page.reload()?;
    page.wait(&fewer)?;
    page.click(".chips .chip.not")?;
    page.see("dialog[open] .hiddenrow")?;
    page.click("dialog[open] .hiddenrow button")?;
    page.wait(&shown(all))?;
    page.session.press(ESCAPE)?;
    ensure!(page.text(&format!("{EVENT} .w"))? == title, "another event came back");
    Ok(())
}

fn reader(page: &Page<'_>) -> Result<()> {
    open_shared(page)?;
    button(page, ".reader", "Find")?;
    page.wait("document.activeElement.id === 'find'")?;
    page.fill("#find", "Syrian")?;
    page.wait("document.querySelectorAll('#reader .hit').length > 2")?;
    page.changes(
        "the next hit",
        "document.querySelector('.findbar [role=status]').textContent",
        || page.session.press(ENTER),
    )?;
    page.session.press(ESCAPE)?;
    page.wait("!document.querySelector('#find')")?;

    let marked = page.eval("document.querySelectorAll('#reader .lit').length")?;
    ensure!(marked != 0, "nothing is lit");
    button(page, ".reader", "Original")?;
    page.wait("document.querySelector('#reader pre, #reader .original') !== null || document.querySelectorAll('#reader p').length < 2")?;
    button(page, ".reader", "Original")?;
    page.wait(LIT)?;

    page.changes(
        "another document",
        "document.querySelector('.reader header h2').textContent",
        || page.click(".pager button:enabled"),
    )?;
    page.click(".reader .rb button.icn")?;
    page.wait("!document.querySelector('#reader')")
}

fn follow(page: &Page<'_>) -> Result<()> {
    open_shared(page)?;
    let date = "[...document.querySelectorAll('#reader mark.date:not(.on) a')][0]";
    page.changes("another event", "location.hash", || {
        page.session.script(&format!("{date}.click();"), &[]).map(drop)
    })?;
    page.wait(LIT)?;
    // A name narrows the list to the events that name it.
    let name = page.text("#reader a.per")?;
    page.session.script("document.querySelector('#reader a.per').click();", &[])?;
    page.wait("location.hash.includes('person=')")?;
    page.see(".chipset li")?;
    let last = name.split(' ').next_back().unwrap_or_default();
    ensure!(page.text(".chipset")?.contains(last), "the chip does not name {name}");
    Ok(())
}

/// Selects the first words of the second paragraph, as a reader would by dragging.
const SELECT: &str = "const block = [...document.querySelectorAll('#reader p')].find(p => p.textContent.length > 80);
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT), range = document.createRange();
    const nodes = []; while (walker.nextNode()) nodes.push(walker.currentNode);
    range.setStart(nodes[0], 0);
    let left = 40, at = 0;
    while (nodes[at].length < left) { left -= nodes[at].length; at += 1; }
    range.setEnd(nodes[at], left);
    const selection = getSelection(); selection.removeAllRanges(); selection.addRange(range);
    return String(range);";

fn passage(page: &Page<'_>) -> Result<()> {
    open_shared(page)?;
    catch_copies(page)?;
    let words = page.session.script(SELECT, &[])?;
    let words = words.as_str().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
    page.see("footer.passage")?;
    page.click("footer.passage button:nth-of-type(2)")?;
    let citation = copied(page)?;
    ensure!(citation.contains(&words), "the citation does not quote {words}: {citation}");
    page.click("footer.passage button:nth-of-type(1)")?;
    let link = copied(page)?;
    let fragment = link.split_once('#').context("a link without a fragment")?.1;
    page.open(fragment)?;
    page.wait(LIT)?;
    let lit = page.texts("#reader .lit")?.join("");
    let start: String = words.chars().take(20).collect();
    ensure!(lit.contains(&start), "lit: {lit}");
    Ok(())
}

fn compare(page: &Page<'_>) -> Result<()> {
    open_shared(page)?;
    page.click("footer .cmp")?;
    page.see(".compare .find")?;
    page.wait("document.querySelectorAll('.ties path').length > 0")?;
    page.wait(
        "document.querySelector('.finds [aria-current=true] q')?.textContent.includes('prisoners')",
    )?;
    // What is named is seen, on a phone too.
    let seen = "(() => {
        const [finding, panel] = ['.finds [aria-current]', '.finds'].map(css =>
            document.querySelector(css).getBoundingClientRect());
        return finding.top > panel.top - 1 && finding.top < panel.bottom - 20;
    })()";
    for (width, height) in [(390, 844), (1440, 900)] {
        page.viewport(width, height)?;
        page.reload()?;
        page.wait(seen)?;
        page.changes(
            "the next finding",
            "document.querySelector('.ctools .tn').textContent",
            || button(page, ".ctools", "Next"),
        )?;
        page.wait(seen)?;
    }
    page.reload()?;
    page.see(".compare .find")?;
    button(page, ".ctools", "Close")?;
    page.wait("!document.querySelector('.compare')")?;
    page.wait(LIT)
}

fn cite(page: &Page<'_>) -> Result<()> {
    open_shared(page)?;
    catch_copies(page)?;
    button(page, ".reader", "Cite")?;
    page.see("dialog[open] .out")?;
    let styles = page.texts("dialog[open] .choices label")?.len();
    ensure!(styles >= 6, "only {styles} styles");
    let mut seen: Vec<String> = Vec::new();
    for style in 1..=styles {
        page.click(&format!("dialog[open] .choices label:nth-of-type({style}) input"))?;
        page.click("dialog[open] .primary")?;
        let text = copied(page)?;
        ensure!(text.contains("Moscow"), "a citation without its document: {text}");
        ensure!(!text.contains("file:"), "a path in a citation: {text}");
        ensure!(!seen.contains(&text), "two styles are the same: {text}");
        seen.push(text);
    }
    page.session.press(ESCAPE)?;
    page.wait("!document.querySelector('dialog[open]')")
}

fn export(page: &Page<'_>) -> Result<()> {
    page.open("q=prisoners")?;
    catch_copies(page)?;
    button(page, "header.bar", "Export")?;
    page.see("dialog[open] .primary")?;
    let formats = page.texts("dialog[open] fieldset:nth-of-type(2) label")?;
    ensure!(formats.len() >= 6, "formats: {formats:?}");
    for (at, format) in formats.iter().enumerate() {
        page.click(&format!(
            "dialog[open] fieldset:nth-of-type(2) label:nth-of-type({}) input",
            at + 1
        ))?;
        button(page, "dialog[open] .buttons", "Copy")?;
        let text = copied(page)?;
        ensure!(text.contains("prisoners"), "{format} lacks the event: {text}");
        ensure!(text.contains("2015-03-25/2015-03-27"), "{format} lacks the EDTF value");
        if text.starts_with(['{', '[']) {
            serde_json::from_str::<Value>(&text).with_context(|| format.clone())?;
        }
        let shown = text.len();
        page.click("dialog[open] fieldset:nth-of-type(1) label:nth-of-type(2) input")?;
        button(page, "dialog[open] .buttons", "Copy")?;
        ensure!(copied(page)?.len() > shown, "all events are no more than one");
        page.click("dialog[open] fieldset:nth-of-type(1) label:nth-of-type(1) input")?;
    }
    Ok(())
}

fn palette(page: &Page<'_>) -> Result<()> {
    page.open("")?;
    page.see(EVENT)?;
    let call = || -> Result<()> {
        page.session.press(&format!("{CONTROL}k"))?;
        page.see("#pl")?;
        page.wait("document.activeElement.classList.contains('pq')")
    };
    let say = |words: &str| words.chars().try_for_each(|it| page.session.press(&it.to_string()));
    call()?;
    let all = page.texts("#pl [role=option]")?;
    let hides = |it: &String| it.starts_with("Hide");
    ensure!(!all.is_empty() && !all.iter().any(hides), "hides though nothing is selected: {all:?}");
    say("30 January 2018")?;
    page.see("#pl [aria-selected=true]")?;
    page.session.press(ENTER)?;
    page.wait(LIT)?;
    ensure!(page.text("#reader .lit")?.contains("30 January 2018"), "another date");
    call()?;
    say("a")?;
    page.session.press(DOWN)?;
    page.wait("document.querySelector('#po1')?.getAttribute('aria-selected') === 'true'")?;
    page.session.press(ESCAPE)?;
    page.wait("!document.querySelector('#pl')")?;
    // Accents are for who has them on the keyboard.
    page.open("lang=fr")?;
    page.see(EVENT)?;
    call()?;
    say("a propos")?;
    page.wait("document.querySelector('#po0')?.textContent.includes('À propos')")?;
    page.session.press(ESCAPE)?;
    page.wait("!document.querySelector('#pl')")?;
    call()?;
    say("export")?;
    page.see("#pl [aria-selected=true]")?;
    page.session.press(ENTER)?;
    page.see("dialog[open] fieldset:nth-of-type(2)")
}

fn letters(page: &Page<'_>) -> Result<()> {
    page.open("")?;
    page.see(EVENT)?;
    page.session.press("j")?;
    page.wait(LIT)?;
    // The address follows a moment later.
    page.wait("location.hash.includes('e=')")?;
    let first = page.eval("location.hash")?;
    page.changes("the next event", "location.hash", || page.session.press("j"))?;
    page.session.press("k")?;
    page.until(
        "the event before",
        "return location.hash === arguments[0];",
        std::slice::from_ref(&first),
    )?;
    page.session.press("?")?;
    page.see("dialog[open]")?;
    page.click("dialog[open] .switch input")?;
    page.session.press(ESCAPE)?;
    page.wait("!document.querySelector('dialog[open]')")?;
    page.session.press("j")?;
    std::thread::sleep(std::time::Duration::from_millis(300));
    ensure!(page.eval("location.hash")? == first, "a letter still works");
    page.session.press("?")?;
    ensure!(
        page.eval("document.querySelector('dialog[open]') === null")? == true,
        "a letter still works"
    );
    // Kept on this machine; the next test must find the letters again.
    page.session.script("localStorage.clear();", &[]).map(drop)
}

fn looks(page: &Page<'_>) -> Result<()> {
    page.open("")?;
    let more = || page.click("header.bar .actions button.icn");
    more()?;
    page.click(".moresheet fieldset:nth-of-type(1) label:nth-of-type(3) input")?;
    page.wait("document.documentElement.dataset.theme === 'dark'")?;
    let dark = page.eval("getComputedStyle(document.body).color")?;
    page.click(".moresheet label:has([lang=ar]) input")?;
    page.wait("document.documentElement.dir === 'rtl' && document.documentElement.lang === 'ar'")?;
    let title = page.text(".facets legend, .facets h3")?;
    ensure!(!title.is_ascii(), "not in Arabic: {title}");
    // The axis runs from the right.
    let axis = "const years = [...document.querySelectorAll('svg.ov text')]
            .filter(text => /[0-9\\u0660-\\u0669]{4}/.test(text.textContent))
            .map(text => text.getBoundingClientRect().x);
        return years.length > 2 && years.every((x, at) => at === 0 || x < years[at - 1]);";
    page.until("an axis from the right", axis, &[])?;
    page.reload()?;
    page.wait("document.documentElement.dir === 'rtl'")?;
    ensure!(page.eval("getComputedStyle(document.body).color")? == dark, "not dark any more");
    // A link that asks for none has the looks that were kept, and says which they are.
    page.open("")?;
    more()?;
    page.wait("document.querySelector('.moresheet fieldset label:nth-of-type(3) input').checked")?;
    page.changes("a light page", "getComputedStyle(document.body).color", || {
        page.open("lang=en&theme=light")?;
        page.wait("document.documentElement.lang === 'en'")
    })?;
    page.session.script("localStorage.clear();", &[]).map(drop)
}

fn print(page: &Page<'_>) -> Result<()> {
    page.open("")?;
    page.see(EVENT)?;
    let all = page.text(".chips .cnt")?;
    page.session
        .devtools("Emulation.setEmulatedMedia", &serde_json::json!({ "media": "print" }))?;
    page.session.script("dispatchEvent(new Event('beforeprint'));", &[])?;
    let checked = (|| {
        let seen = format!(
            "[...document.querySelectorAll('{EVENT}')].filter(e => e.checkVisibility()).length === {all}"
        );
        page.wait(&seen)?;
        page.wait("[...document.querySelectorAll('.facets, .timeline, .tabs, header.bar .actions')].every(e => !e.checkVisibility())")?;
        let notes = "const notes = [...document.querySelectorAll('#list .refs')].filter(e => e.checkVisibility());
            return notes.length > 0 && notes.every(note => note.textContent.trim() !== '');";
        page.until("notes that name sources", notes, &[])?;
        page.until(
            "the list of sources",
            "return document.body.innerText.includes('The Moscow Times');",
            &[],
        )
    })();
    page.session.script("dispatchEvent(new Event('afterprint'));", &[])?;
    page.session.devtools("Emulation.setEmulatedMedia", &serde_json::json!({ "media": "" }))?;
    checked.map(drop)
}

fn print_found(page: &Page<'_>) -> Result<()> {
    page.open("q=prisoners")?;
    page.see(EVENT)?;
    let media = |media: &str| {
        let media = serde_json::json!({ "media": media });
        page.session.devtools("Emulation.setEmulatedMedia", &media)
    };
    media("print")?;
    page.session.script("dispatchEvent(new Event('beforeprint'));", &[])?;
    let checked = page.see(".chipset .chip").and_then(|()| {
        let sources = "const cited = [...document.querySelectorAll('#list .refs')]
                .flatMap(note => note.textContent.split(', '));
            const listed = [...document.querySelectorAll('.sources li')].map(it => `${it.value}`);
            return cited.length > 0 && listed.length < 5
                && [...new Set(cited)].sort().join() === listed.join();";
        page.until("the sources that are cited and no other", sources, &[])
    });
    page.session.script("dispatchEvent(new Event('afterprint'));", &[])?;
    media("")?;
    checked.map(drop)
}

/// Presses Tab until the element with the focus passes.
fn tab_to(page: &Page<'_>, what: &str, passes: &str) -> Result<()> {
    for _ in 0..80 {
        if page.eval(&format!("(e => Boolean({passes}))(document.activeElement)"))? == true {
            return Ok(());
        }
        page.session.press(TAB)?;
    }
    anyhow::bail!("Tab does not reach {what}")
}

fn job_by_keys(page: &Page<'_>) -> Result<()> {
    page.open("")?;
    page.see(EVENT)?;
    catch_copies(page)?;
    page.session.press("/")?;
    page.wait("document.activeElement.id === 'q'")?;
    "prisoners".chars().try_for_each(|letter| page.session.press(&letter.to_string()))?;
    page.wait(&format!("document.querySelectorAll('{EVENT}').length === 1"))?;
    page.session.press(ESCAPE)?;
    page.wait("document.activeElement.closest('#list li[data-event]') !== null")?;
    page.session.press(ENTER)?;
    page.wait(LIT)?;
    let sentence = page.text("#reader .lit")?;
    // Both documents, by their numbers in the foot of the reader.
    page.see("footer .cmp")?;
    page.session.press("c")?;
    page.see(".compare .find")?;
    page.session.press(ESCAPE)?;
    page.wait("!document.querySelector('.compare')")?;
    page.wait(LIT)?;
    let by_palette = |words: &str, name: &str| -> Result<()> {
        page.session.press(&format!("{CONTROL}k"))?;
        page.wait("document.activeElement.classList.contains('pq')")?;
        words.chars().try_for_each(|letter| page.session.press(&letter.to_string()))?;
        page.see("#pl [aria-selected=true]")?;
        page.session.press(ENTER)?;
        page.see("dialog[open] .primary")?;
        tab_to(page, name, &format!("e.textContent.trim() === '{name}'"))?;
        page.session.press(ENTER)
    };
    by_palette("cite", "Copy citation")?;
    let citation = copied(page)?;
    ensure!(citation.contains("Moscow"), "the citation: {citation}");
    page.session.press(ESCAPE)?;
    page.wait("!document.querySelector('dialog[open]')")?;
    by_palette("share", "Copy link")?;
    let link = copied(page)?;
    // What WebKit's driver opens in a new tab is never drawn, so there it follows in the same one.
    let apart = page.engine != Engine::WebKit;
    let home = page.session.windows()?;
    if apart {
        let tab = page.session.new_tab()?;
        page.session.switch(&tab)?;
    } else {
        page.session.open("about:blank")?;
    }
    let landed = page.session.open(&link).and_then(|()| page.ready()).and_then(|()| page.wait(LIT));
    let lit = landed.and_then(|()| page.text("#reader .lit"));
    if apart {
        page.session.close_window()?;
        page.session.switch(home.first().context("the first window")?)?;
    }
    ensure!(lit? == sentence, "the link leads elsewhere");
    Ok(())
}
