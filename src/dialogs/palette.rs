//! The command palette: events, commands and documents by a few letters.

use dateline_corpus::{Query, Span, fold, order, snippet};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::browser::dom;
use crate::marks::{document_number, glyph};
use crate::state::{App, Dialog, History, is_empty};
use crate::strings::{Text, t};
use crate::words;

/// How many events, and how many documents, are offered.
const MOST: usize = 6;

/// What can be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Choice {
    Event(usize),
    Do(Command),
    Document(usize),
}

/// What can be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Command {
    Clear,
    Compare,
    Hide,
    Open(Dialog),
}

const COMMANDS: [(Command, Text, &str); 11] = [
    (Command::Clear, |s| s.clear_every, ""),
    (Command::Compare, |s| s.key_compare, "c"),
    (Command::Hide, |s| s.key_hide, "x"),
    (Command::Open(Dialog::Documents), |s| s.documents, "g d"),
    (Command::Open(Dialog::Share), |s| s.share, ""),
    (Command::Open(Dialog::Cite), |s| s.cite, ""),
    (Command::Open(Dialog::Embed), |s| s.embed, ""),
    (Command::Open(Dialog::Export), |s| s.export, ""),
    (Command::Open(Dialog::About), |s| s.about_collection, ""),
    (Command::Open(Dialog::SearchHelp), |s| s.search_help, ""),
    (Command::Open(Dialog::Keys), |s| s.keys, "?"),
];

/// The body of the dialog.
pub(super) fn palette(app: App) -> AnyView {
    let typed = RwSignal::new(String::new());
    let at = RwSignal::new(0_usize);
    let choices = Memo::new(move |_| typed.with(|typed| choices(app, typed)));
    let choose = move |choice: Choice| {
        app.dialog.set(None);
        act(app, choice);
    };
    let pressed = move |event: KeyboardEvent| {
        let count = choices.with(Vec::len).max(1);
        match event.key().as_str() {
            "ArrowDown" => at.update(|at| *at = (*at + 1) % count),
            "ArrowUp" => at.update(|at| *at = (*at + count - 1) % count),
            "Enter" => {
                if let Some(choice) = choices.with(|choices| choices.get(at.get()).copied()) {
                    choose(choice);
                }
            }
            _ => return,
        }
        event.prevent_default();
        dom::after_paint(|| dom::reveal("#pl [aria-selected=true]", false));
    };
    let options = move || {
        let mut group: Option<&'static str> = None;
        choices
            .get()
            .into_iter()
            .enumerate()
            .map(|(place, choice)| {
                let name = group_name(choice)(app.strings());
                let head = (group.replace(name) != Some(name)).then(|| {
                    view! { <p class="pgroup" role="presentation">{name}</p> }
                });
                view! {
                    {head}
                    <div
                        role="option"
                        id=format!("po{place}")
                        aria-selected=move || (at.get() == place).to_string()
                        on:click=move |_| choose(choice)
                    >
                        {option(app, choice, &typed.get_untracked())}
                    </div>
                }
            })
            .collect_view()
    };
    view! {
        <input
            class="pq"
            role="combobox"
            autofocus
            dir="auto"
            autocomplete="off"
            aria-expanded="true"
            aria-controls="pl"
            aria-activedescendant=move || format!("po{}", at.get())
            aria-label=t(|s| s.palette_hint)
            placeholder=t(|s| s.palette_hint)
            on:input=move |event| {
                typed.set(event_target_value(&event));
                at.set(0);
            }
            on:keydown=pressed
        />
        <div id="pl" class="events" role="listbox" aria-label=t(|s| s.key_palette)>{options}</div>
    }
    .into_any()
}

fn group_name(choice: Choice) -> Text {
    match choice {
        Choice::Event(_) => |s| s.go_to_date,
        Choice::Do(_) => |s| s.do_it,
        Choice::Document(_) => |s| s.in_the_text,
    }
}

fn choices(app: App, typed: &str) -> Vec<Choice> {
    let sought = fold(typed.trim());
    let collection = app.collection();
    let mut choices = Vec::new();
    let mut documents = Vec::new();
    if !sought.is_empty() {
        let language = app.language.get();
        let dated = (0..collection.corpus.events.len()).filter(|&event| {
            let event = &collection.corpus.events[event];
            fold(&words::event_date(&event.date, None, language)).contains(&sought)
        });
        let query = Query { text: typed.to_owned(), ..Query::default() };
        let found = collection.index.run(&query);
        // What weighs most in the collection first: the first in time are seldom what is meant.
        let mut told: Vec<usize> = found.events.iter().map(|event| *event as usize).collect();
        order::sort_by_key(&mut told, |&event| {
            (std::cmp::Reverse(collection.corpus.events[event].weight), event)
        });
        for event in dated.take(MOST).chain(told.into_iter().take(MOST)) {
            if !choices.contains(&Choice::Event(event)) {
                choices.push(Choice::Event(event));
            }
        }
        documents.extend(found.documents.iter().take(MOST).map(|hit| hit.document as usize));
    }
    let strings = app.strings();
    let possible = |command: Command| match command {
        Command::Clear => app.query.with(|query| !is_empty(query)),
        Command::Compare => app.document.get().is_some(),
        Command::Hide => app.selected.get().is_some(),
        Command::Open(_) => true,
    };
    let called = |command: &(Command, Text, &str), begins: bool| {
        let name = fold(command.1(strings));
        name.contains(&sought)
            && (!sought.is_empty() && name.starts_with(&sought)) == begins
            && possible(command.0)
    };
    let commands = |begins: bool| {
        let found = COMMANDS.into_iter().filter(move |command| called(command, begins));
        found.map(|(command, ..)| Choice::Do(command))
    };
    // Whoever begins to type what is to be done means that, whatever the documents say.
    choices.splice(0..0, commands(true));
    choices.extend(commands(false));
    choices.extend(documents.into_iter().map(Choice::Document));
    choices
}

fn option(app: App, choice: Choice, typed: &str) -> AnyView {
    let collection = app.collection();
    match choice {
        Choice::Event(event) => {
            let event = &collection.corpus.events[event];
            let date = words::event_date(&event.date, event.lead(), app.language.get());
            view! {
                <span class="pad">{glyph(event.date.precision())}</span>
                <span>{date}</span>
                <em dir="auto">{event.title.clone()}</em>
            }
            .into_any()
        }
        Choice::Do(command) => {
            let known = COMMANDS.iter().find(|(known, ..)| *known == command);
            let (name, key) = known.map_or(("", ""), |(_, name, key)| (name(app.strings()), *key));
            view! {
                <span class={"pad"}></span>
                <span>{name}</span>
                <em>{""}</em>
                {(!key.is_empty()).then(|| view! { <kbd>{key}</kbd> })}
            }
            .into_any()
        }
        Choice::Document(index) => {
            let document = &collection.corpus.documents[index];
            let query = Query { text: typed.to_owned(), ..Query::default() };
            let words = collection.index.run(&query).words;
            let whole =
                Span { start: 0, end: u32::try_from(document.text.len()).unwrap_or(u32::MAX) };
            let hits = collection.index.hits(&words, u32::try_from(index).unwrap_or(0), whole);
            let part = snippet(&document.text, whole, &hits, 80).span.of(&document.text).to_owned();
            view! {
                <span class="pad">{document_number(index)}</span>
                <span dir="auto">{collection.short_name(index).to_owned()}</span>
                <em dir="auto">{part}</em>
            }
            .into_any()
        }
    }
}

fn act(app: App, choice: Choice) {
    match choice {
        Choice::Event(event) => app.open(event, History::Push),
        Choice::Document(index) => app.open_document(index, History::Push),
        Choice::Do(Command::Clear) => app.clear(),
        Choice::Do(Command::Compare) => app.compare_selected(),
        Choice::Do(Command::Hide) => {
            if let Some(event) = app.selected.get_untracked() {
                app.hide(event);
            }
        }
        Choice::Do(Command::Open(dialog)) => app.dialog.set(Some(dialog)),
    }
}
