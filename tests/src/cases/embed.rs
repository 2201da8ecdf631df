//! In somebody else's page: the element and the frame leave it as it is.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

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
        name: "the element sizes its frame, takes a state and chooses an event",
        ways: &[Way::Http],
        engines: &Engine::ALL,
        run: element,
    },
    Case {
        name: "a host that is named hears of it and is listened to",
        ways: &[Way::Frame, Way::Sandbox],
        engines: &Engine::ALL,
        run: named_host,
    },
    Case {
        name: "a host that is not named hears nothing of the reader",
        ways: &[Way::Frame, Way::Sandbox],
        engines: &Engine::ALL,
        run: other_host,
    },
    Case {
        name: "the code of the dialog shows the view in another page, and the preview shows it before",
        ways: &[Way::Http],
        engines: &Engine::ALL,
        run: dialog,
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

/// The frame inside the element with this id, as an expression.
fn frame_in(id: &str) -> String {
    format!("document.getElementById('{id}').shadowRoot.querySelector('iframe')")
}

/// Goes into the frame inside the element with this id. It may still be on its way from its empty
/// first document to the explorer, and then it is looked up again.
fn enter(page: &Page<'_>, id: &str) -> Result<()> {
    let frame = frame_in(id);
    let start = Instant::now();
    let once = || {
        page.session.leave_frames()?;
        page.session.script(&format!("{frame}.scrollIntoView();"), &[])?;
        page.session.enter_found_frame(&format!("return {frame};"))?;
        page.is_ready()
    };
    loop {
        match once() {
            Ok(true) => return Ok(()),
            last if start.elapsed() > Duration::from_secs(20) => {
                ensure!(last?, "the explorer in {id} did not start");
            }
            _ => std::thread::sleep(Duration::from_millis(100)),
        }
    }
}

/// Looks into the frame inside an element. WebKit's driver loses its way into a frame when the page around
/// changes its own address; then it goes in again.
fn within<T>(page: &Page<'_>, id: &str, look: impl Fn() -> Result<T>) -> Result<T> {
    let start = Instant::now();
    loop {
        let seen = enter(page, id).and_then(|()| look());
        if seen.is_ok() || start.elapsed() > Duration::from_secs(20) {
            return seen;
        }
        std::thread::sleep(Duration::from_millis(100));
    }
}

fn deep_link(page: &Page<'_>) -> Result<()> {
    page.go(&page.site.own.url("embed-demo.html"))?;
    // The host's style, history and globals, as they are before anything is done in the frame; names
    // that a driver adds are not the page's.
    let host = "JSON.stringify([getComputedStyle(document.body).font, document.styleSheets.length,
        history.length, Object.keys(window).filter(key => !/^(\\d+$|cdc_|ret_|se_)/.test(key)).sort()])";
    let before = page.eval(host)?;
    let lit = || {
        page.wait(journey::LIT)?;
        page.text("#reader .lit")
    };
    enter(page, "whole")?;
    page.click("#list li[data-event] .w a")?;
    page.session.leave_frames()?;
    page.wait("/dateline=/.test(location.hash)")?;
    let sentence = within(page, "whole", lit)?;
    page.session.leave_frames()?;
    let after = page.eval(host)?;
    ensure!(after == before, "the host has changed: {after} after {before}");

    page.load_again()?;
    ensure!(within(page, "whole", lit)? == sentence, "the host's address leads elsewhere");
    Ok(())
}

fn element(page: &Page<'_>) -> Result<()> {
    page.go(&page.site.own.url("embed-demo.html"))?;
    let listen = "window.heard = [];
        for (const kind of ['ready', 'size', 'state', 'select'])
            addEventListener('dateline-' + kind, event => heard.push([kind, event.target.id, event.detail]), true);";
    page.session.script(listen, &[])?;
    enter(page, "list")?;
    page.session.leave_frames()?;
    let high = "const frame = document.getElementById('list').shadowRoot.querySelector('iframe');
        const sizes = heard.filter(([kind, id]) => kind === 'size' && id === 'list');
        return sizes.length > 0 && frame.style.height === `${sizes.at(-1)[2].height}px`;";
    page.until("a frame as high as the list in it", high, &[])?;

    enter(page, "whole")?;
    let event = page.eval(&report("document.querySelectorAll('#list li[data-event]')[3]"))?;
    page.session.leave_frames()?;
    let before = page.eval("[scrollY, history.length]")?;
    page.session.script("document.getElementById('whole').setState('q=Moscow');", &[])?;
    enter_again(page, "whole", "document.querySelector('#q').value === 'Moscow'")?;
    page.session.leave_frames()?;
    let focus = "document.getElementById('whole').setState('');
        document.getElementById('whole').focusEvent(arguments[0]);";
    page.session.script(focus, std::slice::from_ref(&event))?;
    let chosen = chosen(&event);
    enter_again(page, "whole", &chosen)?;
    page.session.leave_frames()?;
    let after = page.eval("[scrollY, history.length]")?;
    ensure!(after == before, "the host has moved: {after} after {before}");
    Ok(())
}

/// The report that a row of the list quotes, named by its link.
fn report(row: &str) -> String {
    format!("new URLSearchParams({row}?.querySelector('.w a').hash.slice(1)).get('e')")
}

/// Whether the event of this report is chosen.
fn chosen(event: &Value) -> String {
    format!("{} === {event}", report("document.querySelector('#list .sel')"))
}

/// Goes into a frame without moving the page around it, and waits there.
fn enter_again(page: &Page<'_>, id: &str, expression: &str) -> Result<()> {
    page.session.enter_found_frame(&format!("return {};", frame_in(id)))?;
    page.wait(expression)
}

/// A page from elsewhere that keeps all it is told, with the explorer in a frame and a stranger in
/// another. `host` is the origin that the frame's address names.
fn listening(page: &Page<'_>, host: &str) -> Result<()> {
    let (file, sandbox) = match page.way {
        Way::Sandbox => ("dateline.html", " sandbox=\"allow-scripts\""),
        _ => ("", ""),
    };
    let address = page.site.own.url(&format!("{file}?childId=graphic#host={host}"));
    let stranger =
        "addEventListener('message', ({ data }) => parent.frames[0].postMessage(data, '*'))";
    page.go(&page.site.host_page(&format!(
        "<script>var heard = [];
        addEventListener('message', ({{ data, source, origin }}) =>
            heard.push({{ data, origin, own: source === frames[0] }}));
        </script>
        <iframe id=\"dateline\" title=\"Dateline\"{sandbox} src=\"{address}\"></iframe>
        <iframe id=\"stranger\" title=\"Stranger\" srcdoc=\"<script>{stranger}</script>\"></iframe>"
    ))?)?;
    page.session.enter_frame("#dateline")?;
    page.ready()
}

/// Sends the explorer a message from its host, and goes into it again.
fn send(page: &Page<'_>, to: usize, message: &Value) -> Result<()> {
    page.session.leave_frames()?;
    let script = "frames[arguments[0]].postMessage(arguments[1], '*');";
    page.session.script(script, &[json!(to), message.clone()])?;
    page.session.enter_frame("#dateline")
}

/// Waits until the host has heard a message of which `holds` is true.
fn heard(page: &Page<'_>, holds: &str) -> Result<()> {
    page.session.leave_frames()?;
    let found = format!("heard.some(({{ data, origin, own }}) => {holds})");
    page.wait(&found).with_context(|| format!("heard: {:?}", page.eval("heard")))?;
    page.session.enter_frame("#dateline")
}

fn named_host(page: &Page<'_>) -> Result<()> {
    listening(page, &page.site.elsewhere.origin())?;
    let origin = match page.way {
        Way::Sandbox => "null".to_owned(),
        _ => page.site.own.origin(),
    };
    let from = format!("own && origin === '{origin}' && data.dateline === 1 && data.type");
    heard(page, &format!("{from} === 'ready'"))?;
    heard(page, &format!("{from} === 'size' && data.height > 0"))?;
    heard(page, "own && /^pymxPYMxgraphicxPYMxheightxPYMx[1-9][0-9]*$/.test(data)")?;
    heard(page, "own && data.sentinel === 'amp' && data.type === 'embed-size' && data.height > 0")?;

    send(page, 0, &json!({ "dateline": 1, "type": "setState", "fragment": "q=Moscow" }))?;
    page.wait("document.querySelector('#q').value === 'Moscow'")?;
    page.click("#list li[data-event] .w a")?;
    page.wait(journey::LIT)?;
    let event = page.eval("new URLSearchParams(location.hash.slice(1)).get('e')")?;
    heard(page, &format!("{from} === 'select' && data.event === {event}"))?;
    let state = format!("{from} === 'state' && /q=Moscow/.test(data.fragment)");
    heard(page, &format!("{state} && data.fragment.includes({event})"))?;

    let other = "[...document.querySelectorAll('#list li[data-event]:not(.sel)')].at(-1)";
    let other = page.eval(&report(other))?;
    send(page, 0, &json!({ "dateline": 1, "type": "focus", "event": other }))?;
    page.wait(&chosen(&other))?;
    page.wait("document.querySelector('#q').value === 'Moscow'")?;

    // A window that is not around the explorer is not its host, whatever it says.
    let state = json!({ "dateline": 1, "type": "setState", "fragment": "q=stranger" });
    send(page, 1, &state)?;
    std::thread::sleep(Duration::from_millis(300));
    let typed = page.eval("document.querySelector('#q').value")?;
    ensure!(typed == "Moscow", "a stranger was listened to: {typed}");
    Ok(())
}

fn other_host(page: &Page<'_>) -> Result<()> {
    for host in ["https://other.example", "*", ""] {
        listening(page, host)?;
        let state = json!({ "dateline": 1, "type": "setState", "fragment": "q=Moscow" });
        send(page, 0, &state)?;
        page.click("#list li[data-event] .w a")?;
        page.wait(journey::LIT)?;
        std::thread::sleep(Duration::from_millis(300));
        let typed = page.eval("document.querySelector('#q').value")?;
        ensure!(typed == "", "a host that is not the one named was listened to");
        page.session.leave_frames()?;
        let told =
            page.eval("heard.filter(({ data }) => ['state', 'select'].includes(data.type))")?;
        ensure!(told == json!([]), "{host} was named, and another was told {told}");
        let sizes = page.eval("heard.filter(({ data }) => data.type === 'size').length")?;
        ensure!(sizes != 0, "no size was told");
    }
    // The browser itself complains that nobody of that name is there.
    if page.engine == Engine::Chromium {
        page.session.chromium_log("browser")?;
    }
    Ok(())
}

fn dialog(page: &Page<'_>) -> Result<()> {
    page.open("q=Moscow")?;
    page.click(".actions button:nth-child(3)")?;
    page.see(".out")?;
    page.session.script("document.querySelectorAll('[name=mode]')[2].click();", &[])?;
    page.click(".modal .buttons button:nth-child(2)")?;
    page.see(".preview")?;
    let list = |frame: &str| {
        page.session.enter_frame(frame)?;
        page.ready()?;
        page.wait("document.documentElement.dataset.mode === 'list'")?;
        page.see("#list li[data-event]")?;
        page.session.leave_frames()
    };
    list(".preview")?;
    let code = page.eval("document.querySelector('.out').textContent")?;
    let code = code.as_str().context("code is text")?;
    page.go(&page.site.host_page(code)?)?;
    list("iframe")?;

    page.open("q=Moscow")?;
    page.click(".actions button:nth-child(3)")?;
    page.see(".out")?;
    page.session.script("document.querySelectorAll('[name=code]')[1].click();", &[])?;
    page.wait("document.querySelector('.out').textContent.includes('<dateline-explorer')")?;
    let code = page.text(".out")?;
    page.go(&page
        .site
        .host_page(&code.replace("<dateline-explorer", "<dateline-explorer id=it"))?)?;
    enter(page, "it")?;
    page.wait("document.querySelector('#q').value === 'Moscow'")
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
