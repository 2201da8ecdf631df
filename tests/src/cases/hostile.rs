//! Hostile texts by every way in: a document, the fragment, a message. They may be shown, and run
//! nothing, load nothing and break nothing.

use std::fs;

use anyhow::{Context, Result, ensure};
use dateline_publish::pack;
use serde_json::{Value, json};

use super::Case;
use crate::engine::Engine;
use crate::page::Page;
use crate::site::Way;

/// WebKit's driver stops answering after some hundred changes of the address, or messages.
const ENGINES: &[Engine] = &[Engine::Chromium, Engine::Firefox];

pub(super) const CASES: &[Case] = &[
    Case {
        name: "hostile documents are only shown",
        ways: &[Way::File],
        engines: &Engine::ALL,
        run: documents,
    },
    Case {
        name: "hostile fragments are only passed over",
        ways: &[Way::Http],
        engines: ENGINES,
        run: fragments,
    },
    Case {
        name: "hostile messages are only passed over",
        ways: &[Way::Frame],
        engines: ENGINES,
        run: messages,
    },
];

fn payloads() -> Result<Vec<String>> {
    let lines = include_str!("../../data/payloads.txt").lines();
    let payloads = lines.filter(|line| !line.starts_with('#') && !line.is_empty());
    payloads.map(|line| serde_json::from_str(line).with_context(|| line.to_owned())).collect()
}

fn documents(page: &Page<'_>) -> Result<()> {
    let payloads = payloads()?;
    let mut files = Vec::new();
    for (number, batch) in payloads.chunks(10).enumerate() {
        let mut text = format!("{}\n\n{} May 1911\n\n", batch[0], number + 1);
        for payload in batch {
            text.push_str(&format!("On 3 May 1911 a hand wrote {payload} upon the wall.\n\n"));
        }
        files.push((format!("wall-{number}.txt"), text));
    }
    // A file's name is a way in, too.
    files.push((
        "<img src=x onerror=alert(1)>.txt".to_owned(),
        "It was seen on 4 May 1911 by two keepers.\n".to_owned(),
    ));
    let files: Vec<_> = files.iter().map(|(name, text)| (name.as_str(), text.as_bytes())).collect();
    let file = page.site.pack(&files)?;
    page.open_file(&file, "")?;
    page.see("#list li[data-event]")?;
    let (_, corpus) = pack::unpack(&fs::read_to_string(&file)?)?;
    ensure!(corpus.documents.len() == files.len(), "not every document was read");
    for document in &corpus.documents {
        page.session
            .script("location.hash = arguments[0];", &[json!(format!("doc={}", document.id))])?;
        let shown = "return document.querySelector('.reader')?.textContent.includes(arguments[0])
            && document.querySelector('#reader').textContent.length > 20;";
        page.until(&document.source, shown, &[json!(document.id)])?;
        harmless(page)?;
    }
    alive(page)
}

fn fragments(page: &Page<'_>) -> Result<()> {
    const KEYS: [&str; 16] = [
        "q",
        "source",
        "not-person",
        "range",
        "x",
        "e",
        "doc",
        "quote",
        "before",
        "after",
        "compare",
        "zoom",
        "lanes",
        "mode",
        "theme",
        "lang",
    ];
    page.open("")?;
    for (number, payload) in payloads()?.iter().enumerate() {
        // Encoded as a link would be, and raw as a person would paste it. Browsers slow down a page
        // that changes its address too often, so each payload is tried in some keys only.
        let go = "const [text, all, one] = arguments, code = encodeURIComponent(text);
            const others = all.filter(key => key !== 'mode');
            location.hash = one + '=' + code + '&q=' + code;
            location.hash = others.map(key => key + '=' + code).join('&');
            location.hash = text;";
        let one = KEYS[number % KEYS.len()];
        page.session.script(go, &[json!(payload), json!(KEYS), json!(one)])?;
        // A moment between them lets the page answer each.
        page.session.script_async("setTimeout(arguments[arguments.length - 1], 20);", &[])?;
        if number % 50 == 49 {
            std::thread::sleep(std::time::Duration::from_secs(8));
        }
    }
    harmless(page)?;
    page.session.script("location.hash = '';", &[])?;
    alive(page)
}

fn messages(page: &Page<'_>) -> Result<()> {
    page.open("")?;
    page.session.leave_frames()?;
    for (number, payload) in payloads()?.iter().enumerate() {
        let send = "const [text, number] = arguments, frame = document.querySelector('#dateline');
            const names = ['focus', 'setState', 'ready', 'size', 'state', 'select', text];
            const say = data => frame.contentWindow.postMessage(data, '*');
            say(text);
            try { say(JSON.parse(text)); } catch {}
            // Browsers slow down a page that changes its address too often: one of them each time.
            const type = names[number % names.length];
            say({ dateline: 1, type, state: text, fragment: text, id: text, event: text });
            say({ dateline: text, type, [text]: text, state: { q: text, __proto__: { a: text } } });
            say(JSON.stringify({ dateline: 1, type, state: text }));";
        page.session.script(send, &[json!(payload), json!(number)])?;
    }
    page.session.enter_frame("#dateline")?;
    harmless(page)?;
    alive(page)
}

/// Nothing came of it but text.
fn harmless(page: &Page<'_>) -> Result<()> {
    let found = page.session.script(TRACES, &[])?;
    ensure!(found == Value::Array(Vec::new()), "traces in the page: {found}");
    let asked = page.site.witness.take_log();
    ensure!(!asked.iter().any(|asked| asked.target.contains("hostile")), "asked for {asked:?}");
    Ok(())
}

/// The page still does its work.
fn alive(page: &Page<'_>) -> Result<()> {
    page.see("#q")?;
    // Chromium takes the focus away at the first frame after the fragment has changed.
    page.session.script_async("setTimeout(arguments[0], 100);", &[])?;
    page.fill("#q", "zzzzzz")?;
    page.wait("document.querySelectorAll('#list li[data-event]').length === 0")?;
    let field = page.session.find("#q")?.context("the field is gone")?;
    page.session.send_keys(&field, &crate::keys::BACKSPACE.repeat(6))?;
    page.wait("document.querySelector('#q').value === ''")?;
    page.see("#list li[data-event]")
}

/// Attributes that would run or load something, and elements no part of the page has.
const TRACES: &str = "const bad = [];
    if (Object.prototype.polluted || window.polluted) bad.push('a polluted prototype');
    for (const element of document.querySelectorAll('*')) {
        if (/^(iframe|object|embed|base|portal|frame|math|foreignobject|video|audio)$/i.test(element.localName))
            bad.push(element.localName);
        for (const { name, value } of element.attributes) {
            if (/^on/i.test(name)) bad.push(element.localName + ' ' + name);
            if (/^(src|srcset|action|formaction|poster|data|ping|background)$/i.test(name)
                && /hostile|alert/.test(value)) bad.push(element.localName + ' ' + name + '=' + value);
            if (/href$/i.test(name) && !(element.localName === 'link')
                && !/^([\\w.-]*#|https?:|mailto:|\\.\\/|\\.\\.\\/|documents\\/)/i.test(value)) bad.push(name + '=' + value);
        }
    }
    return bad.slice(0, 5);";
