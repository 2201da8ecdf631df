//! Finding: the search, the facets and their chips, the timeline. It runs on the seeds and asks for
//! relations between results, not for the seeds' own numbers.

use anyhow::{Context, Result, ensure};

use super::journey::{EVENT, LIT};
use super::{CHROMIUM, Case, HTTP};
use crate::keys::ENTER;
use crate::page::Page;

pub(super) const CASES: &[Case] = &[
    Case { name: "the search grammar", ways: HTTP, engines: CHROMIUM, run: grammar },
    Case { name: "what of a query is not understood", ways: HTTP, engines: CHROMIUM, run: notes },
    Case {
        name: "facets widen within and narrow between",
        ways: HTTP,
        engines: CHROMIUM,
        run: facets,
    },
    Case { name: "a value can be excluded", ways: HTTP, engines: CHROMIUM, run: exclusion },
    Case { name: "an empty result offers a way out", ways: HTTP, engines: CHROMIUM, run: way_out },
    Case { name: "the drawing zooms, pans and fits", ways: HTTP, engines: CHROMIUM, run: zoom },
    Case { name: "a mark and a cluster open", ways: HTTP, engines: CHROMIUM, run: marks },
    Case { name: "lanes by what is chosen", ways: HTTP, engines: CHROMIUM, run: lanes },
    Case { name: "an end beyond the other opens it", ways: HTTP, engines: CHROMIUM, run: ends },
    Case { name: "documents answer without an event", ways: HTTP, engines: CHROMIUM, run: undated },
    Case { name: "the focus follows the selection", ways: HTTP, engines: CHROMIUM, run: focus },
    Case {
        name: "a drawing that changes holds nothing old",
        ways: HTTP,
        engines: CHROMIUM,
        run: drawn,
    },
    Case { name: "the brush narrows the range", ways: HTTP, engines: CHROMIUM, run: brush },
];

/// How many events the page says it shows.
fn count(page: &Page<'_>) -> Result<u64> {
    let shown = page.text(".chips .cnt")?;
    shown.replace(',', "").parse().with_context(|| format!("a count: {shown}"))
}

/// How many events a query leaves.
fn search(page: &Page<'_>, query: &str) -> Result<u64> {
    page.fill("#q", query)?;
    let ready = "return document.querySelector('#q').value === arguments[0]
        && new URLSearchParams(location.hash.slice(1)).get('q') === arguments[0];";
    page.until(query, ready, &[query.into()])?;
    count(page)
}

fn grammar(page: &Page<'_>) -> Result<()> {
    page.open("")?;
    let all = count(page)?;
    let n = |query: &str| search(page, query);
    let moscow = n("Moscow")?;
    ensure!(0 < moscow && moscow < all, "Moscow leaves {moscow} of {all}");
    let (both, without) = (n("Moscow Damascus")?, n("Moscow -Damascus")?);
    ensure!(both + without == moscow, "and, not: {both} + {without} of {moscow}");
    let (other, either) = (n("Damascus")?, n("Moscow OR Damascus")?);
    ensure!(either == moscow + other - both, "or: {either}");
    ensure!(n("moscow")? == moscow && n("MOSCÓW")? == moscow, "case and accents");
    ensure!(n("mosc")? >= moscow, "a prefix");
    let prisoners = n("prisoners")?;
    ensure!(n("prisomers")? == prisoners, "one wrong letter");
    ensure!(n("\"650 prisoners\"")? >= 1 && n("\"prisoners 650\"")? == 0, "a phrase");
    let (before, after) = (n("before:2015")?, n("after:2014")?);
    ensure!(before > 0 && after > 0 && before < all && after < all, "{before} {after}");
    ensure!(n("date:2018-01")? >= 1, "a month");
    ensure!(n("kind:publication")? < all, "a kind");
    let person = n("person:bogdanov")?;
    ensure!(0 < person && person < all, "a person: {person}");
    Ok(())
}

fn notes(page: &Page<'_>) -> Result<()> {
    page.open("")?;
    let all = count(page)?;
    for query in ["nofield:Moscow", "before:someday", "Moscow OR"] {
        search(page, query)?;
        page.see(".chips .notes")?;
        page.wait("document.querySelector('.chips .notes').textContent.length > 0")?;
    }
    ensure!(search(page, "before:someday")? == all, "what is ignored leaves something out");
    Ok(())
}

fn facets(page: &Page<'_>) -> Result<()> {
    page.open("")?;
    let row = |n: u8| format!("[data-facet=document] .fvrow:nth-of-type({n})");
    let number = |n: u8| -> Result<u64> {
        let text = page.text(&format!("{} .n", row(n)))?;
        text.parse().with_context(|| text.clone())
    };
    let (first, second) = (number(1)?, number(2)?);
    let firsts = page.text(&format!("{} .fn", row(1)))?;
    page.click(&format!("{} input", row(1)))?;
    page.wait(&format!("document.querySelector('.chips .cnt').textContent === '{first}'"))?;
    // A chosen value may move; the second is found by what it is not.
    page.click("[data-facet=document] .fvrow:not(:has(input:checked)) input")?;
    page.wait("document.querySelectorAll('.chipset li').length === 2")?;
    ensure!(count(page)? >= first.max(second), "two values of one facet are either");
    let either = count(page)?;
    page.click("[data-facet=precision] .fvrow input")?;
    page.wait("document.querySelectorAll('.chipset li').length === 3")?;
    ensure!(count(page)? < either, "a second facet narrows");
    page.click(".chipset li button")?;
    page.wait("document.querySelectorAll('.chipset li').length === 2")?;
    page.click(".chips > button.quiet")?;
    page.wait("document.querySelectorAll('.chipset li').length === 0")?;
    ensure!(page.text(&format!("{} .fn", row(1)))? == firsts, "clearing brings all back");
    Ok(())
}

fn exclusion(page: &Page<'_>) -> Result<()> {
    page.open("")?;
    let all = count(page)?;
    let row = "[data-facet=kind] .fvrow:first-of-type";
    let those: u64 = page.text(&format!("{row} .n"))?.parse()?;
    // The button shows itself under the pointer or the focus.
    page.session.script(&format!("document.querySelector('{row} .not').click();"), &[])?;
    page.see(".chipset .not")?;
    ensure!(count(page)? == all - those, "{} of {all} without {those}", count(page)?);
    page.reload()?;
    page.see(".chipset .not")?;
    ensure!(count(page)? == all - those, "the link keeps what is excluded");
    Ok(())
}

fn way_out(page: &Page<'_>) -> Result<()> {
    page.open("q=zzzzzz&range=2014")?;
    page.wait(&format!("document.querySelectorAll('{EVENT}').length === 0"))?;
    // Every filter in force can be lifted from here.
    page.see(".nothing button:enabled")?;
    page.changes("another state", "location.hash", || page.click(".nothing button:enabled"))
}

/// Every shape and word of the drawing, once it has not changed for a while.
fn drawing(page: &Page<'_>) -> Result<String> {
    let read = "return [...document.querySelectorAll('.draw svg :is(path, rect, text)')]
        .map(part => [...part.attributes].map(it => it.value).join(' ') + part.textContent).sort().join(' | ');";
    let still = format!(
        "const now = (() => {{ {read} }})();
         const same = window.drawnBefore === now;
         window.drawnBefore = now;
         return same && now !== '' && performance.now() > (window.drawnAt ??= performance.now() + 1000);"
    );
    page.until("a drawing that rests", &still, &[])?;
    Ok(page.session.script(read, &[])?.to_string())
}

fn drawn(page: &Page<'_>) -> Result<()> {
    page.open("")?;
    search(page, "moscow")?;
    search(page, "prisoners")?;
    let changed = drawing(page)?;
    page.reload()?;
    ensure!(changed == drawing(page)?, "a new page draws otherwise");
    Ok(())
}

/// The days that the address says the drawing shows; `null` where it says nothing.
const ZOOM: &str = "new URLSearchParams(location.hash.slice(1)).get('zoom')";

/// The days that the address says the drawing shows.
fn window(page: &Page<'_>) -> Result<String> {
    page.wait(&format!("{ZOOM} !== null"))?;
    let zoom = page.eval(ZOOM)?;
    Ok(zoom.as_str().unwrap_or_default().to_owned())
}

fn zoom(page: &Page<'_>) -> Result<()> {
    page.open("")?;
    let changes = |act: &dyn Fn() -> Result<()>| page.changes("another window", ZOOM, act);
    page.click(".zoom button:nth-of-type(4)")?;
    let closer = window(page)?;
    changes(&|| page.click(".zoom button:nth-of-type(2)"))?;
    let later = window(page)?;
    ensure!(later > closer, "later is {later} after {closer}");
    changes(&|| page.session.press("["))?;
    page.reload()?;
    window(page)?;
    page.click(".zoom button:nth-of-type(5)")?;
    page.wait(&format!("{ZOOM} === null"))?;
    // The wheel alone scrolls the page; with Ctrl it zooms.
    let wheel = |control: bool| {
        let turn = "const [ctrlKey] = arguments, svg = document.querySelector('.lanesvg');
            const box = svg.getBoundingClientRect(), event = new WheelEvent('wheel', { ctrlKey,
                deltaY: -300, bubbles: true, cancelable: true, clientX: box.x + 200, clientY: box.y + 20 });
            return svg.dispatchEvent(event);";
        page.session.script(turn, &[control.into()])
    };
    ensure!(wheel(false)? == true, "the wheel alone was taken from the page");
    ensure!(wheel(true)? == false, "the wheel with Ctrl zoomed the page too");
    window(page).map(drop)
}

fn marks(page: &Page<'_>) -> Result<()> {
    page.open("")?;
    page.click(".lanesvg .cl")?;
    page.see("#cluster button")?;
    // It opens beside what was pressed.
    let near = "(() => {
        const [pressed, list] = ['.lanesvg .cl', '#cluster'].map(css =>
            document.querySelector(css).getBoundingClientRect());
        return list.left < pressed.right && list.right > pressed.left
            && Math.abs(list.top - pressed.bottom) < 40;
    })()";
    page.wait(near)?;
    page.click("#cluster button")?;
    page.wait(LIT)?;
    page.wait("!document.querySelector('#cluster button')?.checkVisibility()")?;
    // Its days are lit in the drawing, and the row in the list.
    page.see("#list .ev.sel")?;
    page.wait("document.querySelector('.lanesvg .needle, .lanesvg .sel') !== null")
}

fn lanes(page: &Page<'_>) -> Result<()> {
    page.open("")?;
    let names = || page.texts(".lanelabels li");
    let documents = names()?;
    for by in ["kind", "source", "person"] {
        let choose = "const select = document.querySelector('.tools select');
            select.value = arguments[0];
            select.dispatchEvent(new Event('change', { bubbles: true }));";
        page.session.script(choose, &[by.into()])?;
        page.wait(&format!("location.hash.includes('lanes={by}')"))?;
        page.see(".lanelabels li")?;
        ensure!(names()? != documents, "the lanes by {by} are those of documents");
    }
    page.session.back()?;
    page.wait("location.hash.includes('lanes=source')")
}

fn ends(page: &Page<'_>) -> Result<()> {
    let holds = |from: &str, to: &str| {
        page.until(
            &format!("from {from} to {to}"),
            "return ['#from', '#to'].every((field, at) =>
                document.querySelector(field).value === arguments[at]);",
            &[from.into(), to.into()],
        )
    };
    page.open("range=2012/2014")?;
    holds("2012", "2014")?;
    page.fill("#from", "2017-05-01")?;
    page.session.press(ENTER)?;
    holds("2017-05-01", "")?;
    // What is no date stays to be mended, and says that it is none.
    page.fill("#to", "someday")?;
    page.session.press(ENTER)?;
    page.see("#to[aria-invalid=true]")?;
    page.fill("#to", "2018")?;
    page.session.press(ENTER)?;
    page.see("#to[aria-invalid=false]")?;
    holds("2017-05-01", "2018")?;
    page.wait("location.hash.includes('range=')")
}

fn undated(page: &Page<'_>) -> Result<()> {
    page.open("q=prisoners&range=1700")?;
    page.click(".nothing .docrow")?;
    page.see("#reader .hit")
}

fn focus(page: &Page<'_>) -> Result<()> {
    page.open("q=moscow")?;
    page.session.script("document.querySelector('#list a').focus();", &[])?;
    for _ in 0..2 {
        page.changes("another event", "location.hash", || page.session.press("j"))?;
    }
    page.wait("document.activeElement.closest('.ev.sel') !== null")?;
    let selected = page.text("#list .ev.sel .w")?;
    page.session.press(ENTER)?;
    page.wait("document.activeElement.matches('.reader .scroll')")?;
    ensure!(page.text("#list .ev.sel .w")? == selected, "Enter opened another event");
    Ok(())
}

fn brush(page: &Page<'_>) -> Result<()> {
    page.open("")?;
    let all = count(page)?;
    let pull = "const svg = document.querySelector('svg.ov');
        const box = svg.getBoundingClientRect(), y = box.y + box.height / 2;
        const at = (type, part, buttons) => svg.dispatchEvent(new PointerEvent(type, { bubbles: true,
            cancelable: true, pointerId: 1, button: 0, buttons, clientX: box.x + box.width * part, clientY: y }));
        at('pointerdown', 0.4, 1); at('pointermove', 0.5, 1); at('pointermove', 0.6, 1); at('pointerup', 0.6, 0);";
    page.session.script(pull, &[])?;
    page.wait("location.hash.includes('range=')")?;
    ensure!(count(page)? < all, "the brush leaves everything");
    ensure!(page.eval("document.querySelector('#from').value !== ''")? == true, "no first day");
    page.fill("#from", "")?;
    page.fill("#to", "")?;
    page.session.press(ENTER)?;
    page.wait("!location.hash.includes('range=')")?;
    ensure!(count(page)? == all, "without a range all are there");
    Ok(())
}
