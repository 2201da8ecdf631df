//! What the page knows: the files put in, and what is made of them.

use std::cell::RefCell;
use std::collections::BTreeSet;

use dateline_corpus::Diagnostic;
use dateline_folder::{Offered, free_path, offered};
use dateline_publish::export::file_stem;
use leptos::prelude::*;

use crate::browser::files::{self, Found};
use crate::browser::worker::{self, Heard};
use crate::browser::{page, result};
use crate::strings::{Language, Strings};
use crate::work::{self, Job, Phase, Progress, Summary};

/// A file that was put in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Taken {
    /// The number under which the browser keeps it.
    pub(crate) number: u32,
    pub(crate) offered: Offered,
    changed: u64,
}

/// What is made of the files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Work {
    /// Nothing yet, or no more.
    Nothing,
    /// It was ended before it was made.
    Cancelled,
    /// It is being made.
    Going(Progress),
    /// It is made.
    Made(Made),
    /// It cannot be made: why, and the file that it was at.
    Broke(String, Option<String>),
}

/// A chronology that can be opened and saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Made {
    pub(crate) summary: Summary,
    /// The address of the page in memory.
    pub(crate) address: String,
    /// The name under which it is saved.
    pub(crate) name: String,
}

/// How often what is being done is told anew, in milliseconds.
const TOLD_EVERY: f64 = 60.0;
/// So many files may break the importer before it gives up.
const MOST_BROKEN: usize = 20;

thread_local! {
    /// The step last heard of: what breaks the worker is what it was at.
    static LAST: RefCell<Option<Progress>> = const { RefCell::new(None) };
}

/// The page's state; every copy is the same.
#[derive(Clone, Copy)]
pub(crate) struct App {
    pub(crate) language: Language,
    pub(crate) files: RwSignal<Vec<Taken>>,
    /// The name of each file, nothing when it is none of the documents; and why it is not.
    pub(crate) judged: Memo<(Vec<Option<String>>, Vec<Diagnostic>)>,
    pub(crate) title: RwSignal<String>,
    pub(crate) work: RwSignal<Work>,
    /// What was last said to whoever cannot see the page.
    pub(crate) said: RwSignal<String>,
    /// Whether folders are being looked into.
    pub(crate) is_looking: RwSignal<bool>,
    told: StoredValue<f64>,
    next: StoredValue<u32>,
}

impl App {
    pub(crate) fn new() -> Self {
        let files = RwSignal::new(Vec::<Taken>::new());
        let judge = move || files.with(|files| files.iter().map(|it| it.offered.clone()).collect());
        Self {
            language: Language::wanted(),
            files,
            judged: Memo::new(move |_| {
                let files: Vec<Offered> = judge();
                offered(&files)
            }),
            title: RwSignal::default(),
            work: RwSignal::new(Work::Nothing),
            said: RwSignal::default(),
            is_looking: RwSignal::new(false),
            told: StoredValue::new(0.0),
            next: StoredValue::new(0),
        }
    }

    /// The state, inside a component.
    pub(crate) fn get() -> Self {
        expect_context()
    }

    pub(crate) fn strings(self) -> &'static Strings {
        self.language.strings()
    }

    pub(crate) fn say(self, text: impl Into<String>) {
        self.said.set(text.into());
    }

    pub(crate) fn is_going(self) -> bool {
        self.work.with(|work| matches!(work, Work::Going(_)))
    }

    /// Puts files in. One that is in already stays; another of the same path gets a number.
    pub(crate) fn put_in(self, found: Vec<Found>) {
        if found.is_empty() || self.is_going() {
            return;
        }
        self.clear_work();
        self.files.update(|files| {
            let mut paths: BTreeSet<_> = files.iter().map(|it| it.offered.path.clone()).collect();
            for file in found {
                let same = |it: &Taken| {
                    (it.offered.path.as_str(), it.offered.bytes, it.changed)
                        == (file.path.as_str(), file.bytes, file.changed)
                };
                if paths.contains(&file.path) && files.iter().any(same) {
                    continue;
                }
                let path = free_path(&file.path, |path| paths.contains(path));
                paths.insert(path.clone());
                let number = self.next.get_value();
                self.next.set_value(number + 1);
                let offered = Offered { path, bytes: file.bytes };
                files.push(Taken { number, offered, changed: file.changed });
                file.keep(number);
            }
            files.sort_by(|a, b| a.offered.path.cmp(&b.offered.path));
        });
        let count = self.files.with(Vec::len);
        self.say(self.language.count(&self.strings().files_count, count));
    }

    /// Takes a file off the list.
    pub(crate) fn take_off(self, number: u32) {
        self.clear_work();
        files::forget(number);
        self.files.update(|files| files.retain(|it| it.number != number));
    }

    /// Takes all files off the list.
    pub(crate) fn take_all_off(self) {
        self.clear_work();
        for file in self.files.get() {
            files::forget(file.number);
        }
        self.files.set(Vec::new());
    }

    /// Begins to make the chronology.
    pub(crate) fn make(self) {
        if self.is_going() || self.judged.with(|(names, _)| names.iter().flatten().count() == 0) {
            return;
        }
        self.clear_work();
        self.make_without(Vec::new());
        page::focus("#cancel");
    }

    /// Ends what is being made.
    pub(crate) fn cancel(self) {
        worker::stop();
        self.work.set(Work::Cancelled);
        self.say(self.strings().cancelled);
        page::focus("#make");
    }

    /// Gives up what was made, which the files no longer agree with.
    fn clear_work(self) {
        if let Work::Made(made) = self.work.get_untracked() {
            result::release(&made.address);
        }
        self.work.set(Work::Nothing);
        self.say("");
    }

    /// Makes the chronology without the files that break the importer.
    fn make_without(self, broken: Vec<String>) {
        let (names, mut earlier) = self.judged.get_untracked();
        earlier.extend(broken.iter().cloned().map(work::broke));
        let title = self.title.with_untracked(|title| title.trim().to_owned());
        let mut job =
            Job { title: Some(title).filter(|it| !it.is_empty()), names: Vec::new(), earlier };
        let mut from = Vec::new();
        for (file, name) in self.files.get_untracked().iter().zip(names) {
            let wanted = name.filter(|name| !broken.contains(name));
            if let Some((name, file)) = wanted.zip(files::kept(file.number)) {
                job.names.push(name);
                from.push(file);
            }
        }
        let of = job.names.len();
        self.work.set(Work::Going(Progress { phase: Phase::Open, done: 0, of, source: None }));
        worker::start(job, from, move |heard| self.hear(heard, &broken));
    }

    fn hear(self, heard: Heard, broken: &[String]) {
        match heard {
            Heard::Step(progress) => self.step(progress),
            Heard::Made(summary, blob) => match result::address(&blob) {
                Some(address) => self.made(summary, address),
                None => self.broke(String::new(), None),
            },
            Heard::Failed(why) => self.broke(why, None),
            Heard::Broke(why) => {
                // What the page itself did last says nothing of the worker.
                let last = LAST.take().filter(|progress| progress.phase != Phase::Open);
                let at = last.and_then(|progress| progress.source);
                match at {
                    // What breaks one reader is no reason to lose the rest.
                    Some(at) if broken.len() < MOST_BROKEN && !broken.contains(&at) => {
                        let broken = broken.iter().cloned().chain([at]).collect();
                        self.make_without(broken);
                    }
                    at => self.broke(why, at),
                }
            }
        }
    }

    fn step(self, progress: Progress) {
        let before = LAST.replace(Some(progress.clone()));
        let is_new = before.is_none_or(|before| before.phase != progress.phase);
        if is_new {
            self.say(phase(self.strings(), progress.phase));
        }
        let now = page::now();
        if is_new || now - self.told.get_value() > TOLD_EVERY {
            self.told.set_value(now);
            self.work.set(Work::Going(progress));
        }
    }

    fn made(self, summary: Summary, address: String) {
        worker::stop();
        let name = format!("{}.html", file_stem(&self.title.get_untracked(), ""));
        self.say(self.strings().made);
        self.work.set(Work::Made(Made { summary, address, name }));
        page::focus("#made");
    }

    fn broke(self, why: String, at: Option<String>) {
        worker::stop();
        self.work.set(Work::Broke(why, at));
    }
}

/// What is done in a phase, in words.
pub(crate) fn phase(strings: &Strings, phase: Phase) -> &'static str {
    match phase {
        Phase::Open => strings.opening,
        Phase::Read => strings.reading,
        Phase::Compare => strings.comparing,
        Phase::Date => strings.dating,
        Phase::Tag => strings.tagging,
        Phase::Name => strings.naming,
        Phase::Report => strings.reporting,
        Phase::Merge => strings.merging,
        Phase::Pack => strings.packing,
    }
}
