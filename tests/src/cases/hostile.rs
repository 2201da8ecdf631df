//! Hostile texts by every way in: a document, the fragment, a message. They may be shown, and run
//! nothing, load nothing and break nothing.

use std::fs;

use anyhow::{Context, Result, ensure};
use dateline_publish::pack;
use serde_json::{Value, json};

use super::{Case, FILE, HTTP};
use crate::engine::Engine;
use crate::page::Page;
use crate::site::Way;

pub(super) const CASES: &[Case] = &[
    Case {
        name: "hostile documents are only shown",
        ways: FILE,
        engines: &Engine::ALL,
        run: documents,
    },
    Case {
        name: "hostile fragments are only passed over",
        ways: HTTP,
        engines: &Engine::ALL,
        run: fragments,
    },
    Case {
        name: "hostile messages are only passed over",
        ways: &[Way::Frame],
        engines: &Engine::ALL,
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

/// Keys of a link; each payload is tried in all of them at once but the mode, which would hide what is
/// looked at afterwards.
const KEYS: [&str; 15] = [
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
    "theme",
    "lang",
];

fn fragments(page: &Page<'_>) -> Result<()> {
    page.open("")?;
    let encode = |text: &str| {
        let bytes = text.bytes().map(|byte| format!("%{byte:02X}"));
        bytes.collect::<String>()
    };
    let payloads = payloads()?;
    // Encoded as a link would be: each in all keys, or, since WebKit's driver stops answering after some
    // hundred changes of the address, each in one.
    let pairs = |batch: &[String]| {
        let pairs = KEYS.iter().zip(batch.iter().cycle());
        pairs.map(|(key, text)| format!("{key}={}", encode(text))).collect::<Vec<_>>().join("&")
    };
    let each = if page.engine == Engine::WebKit { KEYS.len() } else { 1 };
    let mut tried: Vec<_> = payloads.chunks(each).map(pairs).collect();
    // Raw as a person would paste it.
    tried.extend(payloads.chunks(KEYS.len()).map(|batch| batch.join("&")));
    // Browsers slow down a page that changes its address too often: Chromium allows 200 in ten seconds.
    let go = "const [fragments, done] = arguments;
        const next = () => {
            if (fragments.length === 0) return done(true);
            location.hash = fragments.shift();
            setTimeout(next, 55);
        };
        next();";
    for batch in tried.chunks(200) {
        page.session.script_async(go, &[json!(batch)])?;
    }
    harmless(page)?;
    page.session.script("location.hash = '';", &[])?;
    alive(page)
}

fn messages(page: &Page<'_>) -> Result<()> {
    page.open("")?;
    page.session.leave_frames()?;
    // All of them in one script, with a moment between them that lets the page answer each.
    let send = "const [texts, done] = arguments, frame = document.querySelector('#dateline');
        const say = data => frame.contentWindow.postMessage(data, '*');
        const send = (number) => {
            if (number === texts.length) return done(true);
            const text = texts[number];
            const names = ['focus', 'setState', 'ready', 'size', 'state', 'select', text];
            say(text);
            try { say(JSON.parse(text)); } catch {}
            // Each that is obeyed changes the address, so not every type each time.
            const type = names[number % names.length];
            say({ dateline: 1, type, state: text, fragment: text, id: text, event: text });
            say({ dateline: text, type, [text]: text, state: { q: text, __proto__: { a: text } } });
            say(JSON.stringify({ dateline: 1, type, state: text }));
            setTimeout(send, 20, number + 1);
        };
        send(0);";
    page.session.script_async(send, &[json!(payloads()?)])?;
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
