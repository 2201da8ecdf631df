//! The search field, and the keys that work anywhere in the page.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::browser::dom;
use crate::icons::{Icon, icon};
use crate::state::{App, Dialog, History, Sheet};
use crate::strings::t;

/// The search field: every change filters at once.
#[component]
pub(crate) fn SearchField() -> impl IntoView {
    let app = App::get();
    let text = move || app.query.with(|query| query.text.clone());
    let typed = move |event| {
        let text = event_target_value(&event);
        app.go(History::Replace, |view| view.query.text = text);
    };
    view! {
        <search>
            <form on:submit=|event| event.prevent_default()>
                <label for="q" class="vh">{t(|s| s.search)}</label>
                {icon(Icon::Search, "16")}
                <input
                    id="q"
                    type="search"
                    dir="auto"
                    autocomplete="off"
                    spellcheck="false"
                    enterkeyhint="search"
                    placeholder=t(|s| s.search_hint)
                    prop:value=text
                    on:input=typed
                />
                <kbd aria-hidden="true">{"/"}</kbd>
            </form>
        </search>
    }
    .into_any()
}

/// Answers a key pressed anywhere in the page.
pub(crate) fn keys(app: App, event: &KeyboardEvent) {
    if event.key() == "Escape" {
        escape(app, event);
        return;
    }
    if event.ctrl_key() || event.meta_key() {
        let done = match event.key().as_str() {
            "k" | "K" => {
                app.dialog.set(Some(Dialog::Palette));
                true
            }
            // In a field it takes back what was typed.
            "z" => !dom::is_typing() && app.undo_hide(),
            _ => false,
        };
        if done {
            event.prevent_default();
        }
        return;
    }
    let plain = !event.alt_key();
    let letters = app.single_keys.get_untracked() && app.dialog.get_untracked().is_none();
    if !plain || !letters || dom::is_typing() {
        return;
    }
    match event.key().as_str() {
        "/" => dom::focus("#q"),
        "j" => in_list(|| app.step(true)),
        "k" => in_list(|| app.step(false)),
        "c" => app.compare_selected(),
        "Enter" if dom::nothing_focused() => dom::focus(".reader .scroll"),
        "?" => app.dialog.set(Some(Dialog::Keys)),
        "w" => app.why.set(app.selected.get_untracked()),
        "x" => {
            if let Some(selected) = app.selected.get_untracked() {
                in_list(|| app.hide(selected));
            }
        }
        "d" if dom::pressed_before("g") => app.dialog.set(Some(Dialog::Documents)),
        "g" => dom::remember_key("g"),
        _ => return,
    }
    event.prevent_default();
}

/// Goes to another event; a focus in the list goes along, so that Enter opens what is selected.
fn in_list(go: impl FnOnce()) {
    let there = dom::focus_is_in("#list");
    go();
    if there {
        dom::after_paint(|| dom::focus("#list .ev.sel a"));
    }
}

fn escape(app: App, event: &KeyboardEvent) {
    if app.dialog.get_untracked().is_some() {
        // The dialog closes itself.
    } else if app.why.get_untracked().is_some() {
        app.why.set(None);
    } else if app.sheet.get_untracked() != Sheet::None {
        app.close_sheet();
    } else if dom::is_typing() {
        // Firefox would empty the field.
        event.prevent_default();
        dom::focus("#list a");
    } else if app.view.with_untracked(|view| view.compare.is_some()) {
        app.go(History::Push, |view| view.compare = None);
    } else if app.view.with_untracked(|view| view.document.is_some()) {
        app.close_reader();
    }
}
