//! What the page opens with, what a narrow range puts first, and what follows from choosing: hiding
//! taken back, any two documents compared. It runs on a collection with a long past, and on the seeds.

use std::path::PathBuf;

use anyhow::{Result, ensure};

use super::journey::EVENT;
use super::{CHROMIUM, Case, FILE, HTTP};
use crate::keys::CONTROL;
use crate::page::Page;

pub(super) const CASES: &[Case] = &[
    Case {
        name: "the list opens where most happens, the past at a button",
        ways: FILE,
        engines: CHROMIUM,
        run: opening,
    },
    Case {
        name: "what is known of a day stands before what may fall on it",
        ways: FILE,
        engines: CHROMIUM,
        run: beyond,
    },
    Case {
        name: "the gaps in the list are those of the result",
        ways: FILE,
        engines: CHROMIUM,
        run: gaps,
    },
    Case { name: "a key takes back what was hidden", ways: HTTP, engines: CHROMIUM, run: undo },
    Case { name: "any two documents are compared", ways: HTTP, engines: CHROMIUM, run: any_two },
    Case {
        name: "a linked event stands above the tabs",
        ways: HTTP,
        engines: CHROMIUM,
        run: above_tabs,
    },
    Case {
        name: "a quotation without date words says whose date it has",
        ways: HTTP,
        engines: CHROMIUM,
        run: quoted,
    },
];

/// A town's history in every tenth year from 1780, and the news of forty days of 2020.
fn town(page: &Page<'_>) -> Result<PathBuf> {
    const WORKS: [&str; 16] = [
        "mill", "school", "chapel", "market", "bridge", "bakery", "tannery", "library", "theatre",
        "station", "brewery", "hospital", "museum", "cinema", "stadium", "airfield",
    ];
    let past = WORKS.iter().zip((1780..).step_by(10));
    let past: String = past.map(|(work, year)| format!("A {work} opened in {year}. ")).collect();
    let news = (0..40).map(|n| {
        let (month, day) = if n < 20 { ("March", n + 5) } else { ("April", n - 15) };
        format!("On {day} {month} 2020 the council heard report {n} on the harbour. ")
    });
    let news: String = news.collect();
    let past = format!("The town's past\n\nPort Gazette, 1 June 2020\n\n{past}\n");
    let news = format!(
        "The town's council\n\nPort Gazette, 2 June 2020\n\n{news}In April 2020 fishing stopped.\n"
    );
    page.site.pack(&[("past.txt", past.as_bytes()), ("news.txt", news.as_bytes())])
}

/// The machine value of the date of the first event in the list.
const FIRST: &str = "document.querySelector('#list li[data-event] time')?.getAttribute('datetime')";

fn opening(page: &Page<'_>) -> Result<()> {
    const EARLIER: &str = ".events > .gaprow button";
    let file = town(page)?;
    page.open_file(&file, "")?;
    page.wait(&format!("{FIRST} === '2020-03-05'"))?;
    page.see(EARLIER)?;
    let all = page.text(".chips .cnt")?;
    // The first event that is stepped to is the first that is shown; one before it opens the past.
    page.changes("the first", "location.hash", || page.session.press("j"))?;
    page.wait(
        "document.querySelector('#list .ev.sel time')?.getAttribute('datetime') === '2020-03-05'",
    )?;
    page.changes("one before it", "location.hash", || page.session.press("k"))?;
    page.wait("document.querySelector('#list .ev.sel time')?.getAttribute('datetime') === '1930'")?;
    page.wait(&format!("{FIRST} === '1780' && !document.querySelector('{EARLIER}')"))?;
    page.reload()?;
    page.wait("document.querySelector('#list .ev.sel time')?.getAttribute('datetime') === '1930'")?;
    // What is searched for is never folded away.
    page.open_file(&file, "q=mill")?;
    page.wait(&format!("{FIRST} === '1780'"))?;
    // On paper nothing is left out.
    page.open_file(&file, "")?;
    page.see(EARLIER)?;
    page.session.script("dispatchEvent(new Event('beforeprint'));", &[])?;
    page.wait(&format!("document.querySelectorAll('{EVENT}').length === {all}"))?;
    page.open_file(&file, "q=mill")?;
    page.see(EVENT)?;
    page.click(".chips > button.quiet")?;
    page.wait(&format!("{FIRST} === '2020-03-05'"))?;
    page.click(EARLIER)?;
    page.wait(&format!("{FIRST} === '1780'"))?;
    page.wait("document.activeElement?.closest('#list li[data-event]')")?;
    ensure!(page.text(".chips .cnt")? == all, "another count");
    Ok(())
}

fn beyond(page: &Page<'_>) -> Result<()> {
    let file = town(page)?;
    page.open_file(&file, "range=2020-04-10/2020-04-12")?;
    page.see(EVENT)?;
    let order = "[...document.querySelectorAll('#list time, #list .gaprow h3')]
        .map(part => part.getAttribute('datetime') ?? 'head').join(' ')";
    let order = page.eval(order)?;
    ensure!(order == "2020-04-10 2020-04-11 2020-04-12 head 2020-04", "{order}");
    page.open_file(&file, "range=1815/1845")?;
    page.wait(&format!("{FIRST} === '1820'"))
}

fn gaps(page: &Page<'_>) -> Result<()> {
    let file = town(page)?;
    page.open_file(&file, "q=\"in 1780\" OR \"in 1930\"")?;
    page.wait("document.querySelectorAll('#list li[data-event]').length === 2")?;
    // The list says what the drawing says.
    for css in ["#list .gaprow", ".lanesvg .gapt"] {
        page.see(css)?;
        let gaps = page.texts(css)?;
        ensure!(gaps == ["no report for 149 years"], "{css}: {gaps:?}");
    }
    Ok(())
}

fn undo(page: &Page<'_>) -> Result<()> {
    page.open("")?;
    let all = page.text(".chips .cnt")?;
    for _ in 0..2 {
        page.session.press("j")?;
        page.wait("document.querySelector('#list .ev.sel') !== null")?;
        page.changes("fewer", "location.hash", || page.session.press("x"))?;
    }
    page.session.script("document.activeElement.blur();", &[])?;
    let hidden = "new URLSearchParams(location.hash.slice(1)).get('x')?.split(',').length ?? 0";
    page.wait(&format!("({hidden}) === 2"))?;
    for left in [1, 0, 0] {
        page.session.press(&format!("{CONTROL}z"))?;
        page.wait(&format!("({hidden}) === {left}"))?;
    }
    ensure!(page.text(".chips .cnt")? == all, "not all are back");
    Ok(())
}

fn any_two(page: &Page<'_>) -> Result<()> {
    page.open("")?;
    page.click(".noread .docrow")?;
    page.see(".reader header h2")?;
    let first = page.text(".reader header h2")?;
    page.session.press("c")?;
    page.see("dialog[open] .docrow")?;
    let others = page.texts("dialog[open] .docrow")?;
    ensure!(others.len() == 4, "the others are {others:?}");
    page.click("dialog[open] li:last-child .docrow")?;
    page.see(".compare .cdoc")?;
    let second = page.texts(".compare .chd h3")?;
    ensure!(second.len() == 2 && second[0] == first, "{second:?} of {first}");
    // The second document can be another one, and the link keeps both.
    page.click(".ctools button:nth-last-of-type(2)")?;
    page.click("dialog[open] .docrow")?;
    page.wait("!document.querySelector('dialog[open]')")?;
    let pair = page.texts(".compare .chd h3")?;
    ensure!(pair[0] == first && pair[1] != second[1], "{pair:?} after {second:?}");
    page.reload()?;
    page.see(".compare .cdoc")?;
    ensure!(page.texts(".compare .chd h3")? == pair, "the link shows other documents");
    Ok(())
}

fn above_tabs(page: &Page<'_>) -> Result<()> {
    page.open("")?;
    page.see(EVENT)?;
    let last = "new URLSearchParams([...document.querySelectorAll('#list .w a')].at(-1).hash.slice(1)).get('e')";
    let last = page.eval(last)?;
    page.viewport(390, 640)?;
    page.open(&format!("e={}", last.as_str().unwrap_or_default()))?;
    // Rows are measured for a while after the page has opened.
    page.wait(
        "(() => {
            const event = document.querySelector('#list .ev.sel')?.getBoundingClientRect();
            const tabs = document.querySelector('.tabs').getBoundingClientRect();
            return performance.now() > 2000 && event && event.top > 0 && event.bottom <= tabs.top;
        })()",
    )
}

fn quoted(page: &Page<'_>) -> Result<()> {
    page.open("q=\"slowly giving and taking\"")?;
    page.click(&format!("{EVENT} .why"))?;
    page.see("#why dl")?;
    let told = page.texts("#why dd")?;
    ensure!(told.iter().all(|fact| !fact.trim().is_empty()), "an empty reason: {told:?}");
    ensure!(told[1].contains("(quoted-by-issue)") && told[1].len() > 40, "no words: {told:?}");
    Ok(())
}
