//! The work in a worker, or on the page where none can be had; how it is told of, and stopped.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use dateline_publish::pack::SHELL_ELEMENT;
use js_sys::{Array, Uint8Array};
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, DedicatedWorkerGlobalScope, ErrorEvent, Event, MessageEvent, Worker};

use super::files::{self, File};
use super::{page, result};
use crate::work::{self, Job, Phase, Progress, Summary};

#[wasm_bindgen]
extern "C" {
    /// A worker that runs this page's script.
    #[wasm_bindgen(js_name = datelineWorker, catch)]
    fn new_worker() -> Result<Worker, JsValue>;

    /// This module.
    #[wasm_bindgen(thread_local_v2, js_name = datelineModule)]
    static MODULE: JsValue;
}

/// How long the page works before it lets the browser draw and listen, in milliseconds.
const SPELL: f64 = 40.0;

/// What is heard of the work.
pub(crate) enum Heard {
    /// A step begins.
    Step(Progress),
    /// The explorer is made.
    Made(Summary, Blob),
    /// There is none, and why.
    Failed(String),
    /// The worker broke; where in the program, as far as that is known.
    Broke(String),
}

/// What the worker tells; the explorer comes beside it.
#[derive(Serialize, Deserialize)]
enum Told {
    Started,
    Step(Progress),
    Made(Summary),
    Failed(String),
    Panicked(String),
}

thread_local! {
    static RUNNING: RefCell<Option<Running>> = const { RefCell::new(None) };
}

/// Work that is going on.
struct Running {
    worker: Option<Worker>,
    is_wanted: Rc<Cell<bool>>,
    _listeners: Vec<Closure<dyn Fn(Event)>>,
}

/// Ends the work, if any is going on.
pub(crate) fn stop() {
    if let Some(running) = RUNNING.take() {
        running.is_wanted.set(false);
        if let Some(worker) = &running.worker {
            worker.terminate();
        }
        // A listener of the worker may be what asks: it is dropped once it has returned.
        spawn_local(async move { drop(running) });
    }
}

/// Begins a job, in the place of one that is going on. What is heard of it ends with the first that is
/// no step.
pub(crate) fn start(job: Job, files: Vec<File>, hear: impl Fn(Heard) + 'static) {
    stop();
    let is_wanted = Rc::new(Cell::new(true));
    RUNNING.set(Some(Running {
        worker: None,
        is_wanted: Rc::clone(&is_wanted),
        _listeners: Vec::new(),
    }));
    let task = Task { job, files, is_wanted, hear: Rc::new(hear) };
    spawn_local(async move {
        let Some((job, buffers)) = task.open().await else { return };
        if !task.in_worker(&job, &buffers) {
            task.here(job, &buffers).await;
        }
    });
}

/// A job with its files, and who hears of it.
#[derive(Clone)]
struct Task {
    job: Job,
    files: Vec<File>,
    is_wanted: Rc<Cell<bool>>,
    hear: Rc<dyn Fn(Heard)>,
}

impl Task {
    /// Takes the files into memory, on the page: where pages are files, not every browser lets a worker
    /// read what its page was given. Nothing when it was stopped.
    async fn open(&self) -> Option<(Job, Array)> {
        let mut job = Job { names: Vec::new(), ..self.job.clone() };
        let buffers = Array::new();
        let of = self.files.len();
        for (done, (name, file)) in self.job.names.iter().zip(&self.files).enumerate() {
            let source = Some(name.clone());
            (self.hear)(Heard::Step(Progress { phase: Phase::Open, done, of, source }));
            match files::buffer(file).await {
                Some(buffer) => {
                    buffers.push(&buffer);
                    job.names.push(name.clone());
                }
                None => job.earlier.push(work::unreadable(name.clone())),
            }
            if !self.is_wanted.get() {
                return None;
            }
        }
        Some((job, buffers))
    }

    /// Hands the job to a worker; `false` when none can be had, and then the buffers are still here.
    fn in_worker(&self, job: &Job, buffers: &Array) -> bool {
        let Ok(worker) = new_worker() else { return false };
        let text = serde_json::to_string(job).unwrap_or_default();
        let shell = page::text_of(SHELL_ELEMENT);
        let message =
            Array::of4(&MODULE.with(JsValue::clone), &text.into(), buffers, &shell.into());
        if worker.post_message_with_transfer(&message, buffers).is_err() {
            worker.terminate();
            return false;
        }
        let has_started = Rc::new(Cell::new(false));
        let on_message = {
            let (task, has_started) = (self.clone(), Rc::clone(&has_started));
            Closure::<dyn Fn(Event)>::new(move |event: Event| {
                has_started.set(true);
                if let Some(heard) = heard(&event).filter(|_| task.is_wanted.get()) {
                    (task.hear)(heard);
                }
            })
        };
        let task = self.clone();
        let on_error = Closure::<dyn Fn(Event)>::new(move |event: Event| {
            event.prevent_default();
            if !task.is_wanted.get() {
                return;
            }
            if has_started.get() {
                let message = event.dyn_ref::<ErrorEvent>().map(ErrorEvent::message);
                return (task.hear)(Heard::Broke(message.unwrap_or_default()));
            }
            // It is refused, or the module cannot go there; the buffers are gone with it.
            let task = task.clone();
            spawn_local(async move {
                if let Some((job, buffers)) = task.open().await {
                    task.here(job, &buffers).await;
                }
            });
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        worker.set_onmessageerror(Some(on_error.as_ref().unchecked_ref()));
        RUNNING.set(Some(Running {
            worker: Some(worker),
            is_wanted: Rc::clone(&self.is_wanted),
            _listeners: vec![on_message, on_error],
        }));
        true
    }

    /// Does the job on the page, and lets the browser draw between its steps.
    async fn here(&self, job: Job, buffers: &Array) {
        let since = Cell::new(page::now());
        let rest = async || {
            if page::now() - since.get() > SPELL {
                page::draw().await;
                since.set(page::now());
            }
            self.is_wanted.get()
        };
        let shell = page::text_of(SHELL_ELEMENT);
        let tell = |progress| (self.hear)(Heard::Step(progress));
        let heard = match work::run(job, bytes(buffers), &shell, tell, rest).await {
            None => return,
            Some(Ok((summary, html))) => match result::page(&html) {
                Some(blob) => Heard::Made(summary, blob),
                None => Heard::Failed("there is no memory for the page".into()),
            },
            Some(Err(why)) => Heard::Failed(why),
        };
        (self.hear)(heard);
    }
}

/// The bytes of buffers, each let go of when it is taken.
fn bytes(buffers: &Array) -> impl Iterator<Item = Vec<u8>> {
    (0..buffers.length()).map(|index| {
        let bytes = Uint8Array::new(&buffers.get(index)).to_vec();
        buffers.set(index, JsValue::NULL);
        bytes
    })
}

/// What a message of the worker says to the page.
fn heard(event: &Event) -> Option<Heard> {
    let parts = Array::from(&event.dyn_ref::<MessageEvent>()?.data());
    let told = serde_json::from_str(&parts.get(0).as_string()?).ok()?;
    Some(match told {
        Told::Started => return None,
        Told::Step(progress) => Heard::Step(progress),
        Told::Made(summary) => Heard::Made(summary, parts.get(1).dyn_into().ok()?),
        Told::Failed(why) => Heard::Failed(why),
        Told::Panicked(place) => Heard::Broke(place),
    })
}

/// Does the job in a worker; called by the script that starts it.
#[wasm_bindgen]
pub fn work(job: &str, buffers: Array, shell: String) {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        tell(&Told::Panicked(place), None);
    }));
    tell(&Told::Started, None);
    let Ok(job) = serde_json::from_str(job) else { return };
    spawn_local(async move {
        let step = |progress| tell(&Told::Step(progress), None);
        match work::run(job, bytes(&buffers), &shell, step, async || true).await {
            Some(Ok((summary, html))) => {
                let blob = result::page(&html);
                tell(&Told::Made(summary), blob.as_ref());
            }
            Some(Err(why)) => tell(&Told::Failed(why), None),
            None => {}
        }
    });
}

/// Sends a message to the page.
fn tell(told: &Told, blob: Option<&Blob>) {
    let text = serde_json::to_string(told).unwrap_or_default();
    let message = Array::of2(&text.into(), &blob.into());
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let _ = scope.post_message(&message);
}
