//! The list of keys, and the switch for those of one letter.

use leptos::prelude::*;

use crate::browser::prefs;
use crate::state::App;
use crate::strings::{Text, t};

/// The keys and what each does.
const KEYS: [(&str, Text); 12] = [
    ("/", |s| s.key_search),
    ("j", |s| s.key_next),
    ("k", |s| s.key_previous),
    ("Enter", |s| s.key_open),
    ("Esc", |s| s.key_close),
    ("w", |s| s.key_why),
    ("x", |s| s.key_hide),
    ("c", |s| s.key_compare),
    ("[ ]", |s| s.key_zoom),
    ("g d", |s| s.key_documents),
    ("Ctrl K", |s| s.key_palette),
    ("?", |s| s.key_list),
];

/// The body of the dialog.
pub(super) fn keys(app: App) -> AnyView {
    let toggle = move |event| {
        let on = event_target_checked(&event);
        prefs::set("keys", if on { "on" } else { "off" });
        app.single_keys.set(on);
    };
    view! {
        <dl class="keys">
            {KEYS.into_iter().map(|(keys, what)| view! {
                <dt>{keys.split(' ').map(|key| view! { <kbd>{key}</kbd>" " }).collect_view()}</dt>
                <dd>{t(what)}</dd>
            }).collect_view()}
        </dl>
        <label class="switch">
            <input type="checkbox" prop:checked=app.single_keys on:change=toggle />
            <span>{t(|s| s.single_keys)}</span>
        </label>
    }
    .into_any()
}
