//! `cargo xtask bench-page`: what a reader waits for, in Chromium, beside a page of vis-timeline and
//! MiniSearch with the same events and documents. Measures and asserts nothing.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use dateline_bench_search::grow;
use dateline_corpus::{Corpus, Day};
use dateline_e2e::{Engine, Server, Session, Settings};
use dateline_publish::pack::{self, HostedFile, Options};
use serde_json::{Value, json};

use crate::args::Args;
use crate::proc::{root, target_dir};
use crate::tools;

/// Runs in every page before its own scripts.
const RECORD: &str = include_str!("../bench-page/record.js");
const PEER: &str = include_str!("../bench-page/peer.html");
/// Empties the search as a person does: clearing a field by WebDriver tells the page nothing.
const CLEAR: &str = "const field = document.querySelector('#q');
    field.value = '';
    field.dispatchEvent(new Event('input', { bubbles: true }))";
/// Documents of the corpora that are measured.
const SIZES: [usize; 3] = [100, 1_000, 20_000];
/// Keys that are pressed in each page.
const KEYS: usize = 200;
/// Between two keys, as from a quick hand.
const PAUSE: Duration = Duration::from_millis(60);
/// How long a page may take to get ready.
const PATIENCE: Duration = Duration::from_secs(180);

/// A page that is measured: how it is found ready, and what zooms, scrolls and brushes it once a frame.
struct Subject {
    name: &'static str,
    page: &'static str,
    ready: &'static str,
    zoom: &'static str,
    scroll: Option<&'static str>,
    brush: &'static str,
}

const SUBJECTS: [Subject; 2] = [
    Subject {
        name: "dateline",
        page: "ours/index.html",
        ready: "return !!document.querySelector('#list li[data-event]')",
        zoom: "n => document.querySelector('.draw').dispatchEvent(new KeyboardEvent('keydown',
            { key: n % 20 < 10 ? '+' : '-', bubbles: true, cancelable: true }))",
        scroll: Some("() => document.querySelector('.events').scrollBy(0, 150)"),
        // One end stands, the other is drawn over the histogram and back to it: every frame wants
        // another range, in the list and the facets too.
        brush: "n => {
            const svg = document.querySelector('svg.ov'), box = svg.getBoundingClientRect();
            const at = (type, part) => svg.dispatchEvent(new PointerEvent(type, { bubbles: true,
                cancelable: true, pointerId: 1, button: 0, buttons: 1, clientY: box.y + 20,
                clientX: box.x + box.width * part }));
            if (n === 0) at('pointerdown', 0.2);
            at('pointermove', 0.25 + 0.6 * (n % 60) / 60);
        }",
    },
    Subject {
        name: "vis + mini",
        page: "peer/index.html",
        ready: "return window.ready === true",
        zoom: "n => n % 20 < 10 ? timeline.zoomIn(0.5, { animation: false })
            : timeline.zoomOut(0.5, { animation: false })",
        scroll: None,
        // It has no brush: the drawing alone shows the same range, and nothing is filtered.
        brush: "n => {
            const { min, max } = timeline.getItemRange(), all = max - min;
            timeline.setWindow(+min + 0.2 * all, +min + (0.25 + 0.6 * (n % 60) / 60) * all,
                { animation: false });
        }",
    },
];

/// `cargo xtask bench-page [--only 100,1000]`, on the page last built.
///
/// # Errors
/// When there is no built page, no Chromium, or npm cannot get the peers.
pub(crate) fn bench_page(mut args: Args) -> Result<()> {
    let only = args.list("--only");
    args.done()?;
    let sizes = match only.is_empty() {
        true => SIZES.to_vec(),
        false => only.iter().map(|size| size.parse()).collect::<Result<_, _>>()?,
    };
    let built = root().join("dist/dateline.html");
    let built = fs::read_to_string(&built).with_context(|| built.display().to_string())?;
    let (shell, seed) = pack::unpack(&built)?;
    println!(
        "{:<11} {:>7} {:>9} {:>9}  {:<26} {:<26} {:<26} {:<26}",
        "",
        "docs",
        "load",
        "1st event",
        "key to paint",
        "zoom frame",
        "scroll frame",
        "brush frame"
    );
    for size in sizes {
        let corpus = grow(&seed, size);
        let folder = target_dir().join("bench-page").join(size.to_string());
        write_ours(&shell, &corpus, &folder.join("ours"))?;
        write_peer(&corpus, &folder.join("peer"))?;
        let words = words(&corpus);
        for subject in &SUBJECTS {
            match measure(subject, &folder, &words) {
                Ok(figures) => println!("{:<11} {size:>7} {figures}", subject.name),
                Err(why) => println!("{:<11} {size:>7} failed: {why:#}", subject.name),
            }
        }
    }
    println!(
        "p50 / p95 / p99 in milliseconds; a key under 16 ms counts as 16, as Event Timing has it"
    );
    Ok(())
}

fn write_ours(shell: &pack::Shell, corpus: &Corpus, folder: &Path) -> Result<()> {
    fs::create_dir_all(folder)?;
    let files = pack::hosted(shell, corpus, &Options::default())?;
    // The pages of single documents are for readers without scripts.
    let page = files.into_iter().filter(|file| !file.name.contains('/'));
    for HostedFile { name, bytes } in page {
        fs::write(folder.join(name), bytes)?;
    }
    Ok(())
}

fn write_peer(corpus: &Corpus, folder: &Path) -> Result<()> {
    fs::create_dir_all(folder)?;
    let [vis, mini] = tools::peers()?;
    let vis = vis.join("standalone/umd");
    let script = "vis-timeline-graph2d.min.js";
    fs::copy(vis.join(script), folder.join(script))?;
    let style = "vis-timeline-graph2d.min.css";
    fs::copy(vis.join("../../styles").join(style), folder.join(style))?;
    fs::copy(mini.join("dist/umd/index.js"), folder.join("minisearch.js"))?;
    fs::write(folder.join("index.html"), PEER)?;
    let day = |day: Day| {
        let (year, month, day) = day.civil();
        format!("{year:04}-{month:02}-{day:02}")
    };
    let events = corpus.events.iter().enumerate().filter_map(|(n, event)| {
        let start = event.date.first().or(event.date.last())?;
        let end = event.date.last().filter(|end| *end > start).map(day);
        let kind = if end.is_some() { "range" } else { "box" };
        Some(json!({ "id": n, "content": event.title, "start": day(start), "end": end, "type": kind }))
    });
    let documents = corpus
        .documents
        .iter()
        .map(|it| json!({ "id": it.id, "title": it.title, "text": it.text }));
    let data = json!({
        "events": events.collect::<Vec<_>>(),
        "documents": documents.collect::<Vec<_>>(),
    });
    fs::write(folder.join("data.json"), data.to_string())?;
    Ok(())
}

/// Words of the documents, as they come, each once: what is typed.
fn words(corpus: &Corpus) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for document in &corpus.documents {
        for word in document.text.split(|c: char| !c.is_ascii_alphabetic()) {
            let word = word.to_lowercase();
            if word.len() >= 5 && !words.contains(&word) {
                words.push(word);
            }
        }
        if words.len() * 5 >= KEYS {
            break;
        }
    }
    words
}

/// What came of one page, in words.
fn measure(subject: &Subject, folder: &Path, words: &[String]) -> Result<String> {
    let server = Server::start(Settings { folder: PathBuf::from(folder), ..Settings::default() })?;
    let browser = Engine::Chromium.start(&server.authority(), None)?;
    let session = browser.session();
    let every = json!({ "source": RECORD });
    session.devtools("Page.addScriptToEvaluateOnNewDocument", &every)?;
    session.open(&server.url(subject.page))?;
    let start = Instant::now();
    while session.script(subject.ready, &[])? != Value::Bool(true) {
        ensure!(start.elapsed() < PATIENCE, "not ready after {PATIENCE:?}");
        std::thread::sleep(Duration::from_millis(100));
    }
    let times = session.script(
        "return [performance.getEntriesByType('navigation')[0].loadEventEnd, bench.first]",
        &[],
    )?;
    let millis = |time: &Value| time.as_f64().map_or("–".to_owned(), |time| format!("{time:.0}"));
    let (load, first) = (millis(&times[0]), millis(&times[1]));
    let keys = type_words(session, words)?;
    let zoom = frames(session, subject.zoom)?;
    // All events are in the list again.
    session.script(CLEAR, &[])?;
    std::thread::sleep(Duration::from_millis(500));
    let scroll = subject.scroll.map(|step| frames(session, step)).transpose()?.unwrap_or_default();
    let brush = frames(session, subject.brush)?;
    let [keys, zoom, scroll, brush] = [keys, zoom, scroll, brush].map(percentiles);
    Ok(format!("{load:>9} {first:>9}  {keys:<26} {zoom:<26} {scroll:<26} {brush:<26}"))
}

/// Types the beginnings of words key by key; the time from each key to the next paint.
fn type_words(session: &Session, words: &[String]) -> Result<Vec<f64>> {
    let field = session.find("#q")?.context("a search field")?;
    let mut pressed = 0;
    for word in words {
        session.clear(&field)?;
        for letter in word.chars().take(5).take(KEYS - pressed) {
            session.send_keys(&field, &letter.to_string())?;
            pressed += 1;
            std::thread::sleep(PAUSE);
        }
        if pressed == KEYS {
            break;
        }
    }
    std::thread::sleep(Duration::from_secs(1));
    let slow = session.script("return [...bench.keys.values()]", &[])?;
    let mut times = numbers(&slow);
    times.resize(times.len().max(pressed), 16.0);
    Ok(times)
}

/// The times between frames while `step` runs once in each.
fn frames(session: &Session, step: &str) -> Result<Vec<f64>> {
    let body = format!("const done = arguments[0]; bench.frames(120, {step}).then(done, done)");
    let times = session.script_async(&body, &[])?;
    ensure!(times.is_array(), "a frame failed");
    Ok(numbers(&times))
}

fn numbers(list: &Value) -> Vec<f64> {
    list.as_array().into_iter().flatten().filter_map(Value::as_f64).collect()
}

/// "16 / 24 / 40 (200)": the fiftieth, ninety-fifth and ninety-ninth hundredth, and of how many.
fn percentiles(mut times: Vec<f64>) -> String {
    if times.is_empty() {
        return "–".to_owned();
    }
    times.sort_by(f64::total_cmp);
    let at = |hundredth: usize| times[(times.len() - 1) * hundredth / 100];
    format!("{:.0} / {:.0} / {:.0} ({})", at(50), at(95), at(99), times.len())
}
