//! What the marks mean, the list of keys, and the switch for those of one letter.

use dateline_corpus::Precision;
use leptos::prelude::*;

use crate::browser::prefs;
use crate::marks::{glyph, precision_name, published, role, role_name};
use crate::state::{App, Role};
use crate::strings::{Text, t};

/// The keys and what each does.
const KEYS: [(&str, Text); 13] = [
    ("/", |s| s.key_search),
    ("j", |s| s.key_next),
    ("k", |s| s.key_previous),
    ("Enter", |s| s.key_open),
    ("Esc", |s| s.key_close),
    ("w", |s| s.key_why),
    ("x", |s| s.key_hide),
    ("Ctrl Z", |s| s.key_undo),
    ("c", |s| s.key_compare),
    ("[ ]", |s| s.key_zoom),
    ("g d", |s| s.key_documents),
    ("Ctrl K", |s| s.key_palette),
    ("?", |s| s.key_list),
];

/// The marks of how exactly a date is known.
const PRECISIONS: [Precision; 6] = [
    Precision::Day,
    Precision::Range,
    Precision::Month,
    Precision::Year,
    Precision::Open,
    Precision::Approximate,
];

/// The shapes of what a document does for an event.
const ROLES: [Role; 5] =
    [Role::Reports, Role::Copies, Role::Conflicts, Role::Mentions, Role::Silent];

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
        <h3>{t(|s| s.marks)}</h3>
        <dl class="keys marks">
            {PRECISIONS.into_iter().map(|precision| view! {
                <dt>{glyph(precision)}</dt>
                <dd>{move || precision_name(precision, app.strings())}</dd>
            }).collect_view()}
            <dt>{published()}</dt>
            <dd>{t(|s| s.published)}</dd>
            {ROLES.into_iter().map(|what| view! {
                <dt>{role(what)}</dt>
                <dd>{move || role_name(what, app.strings())}</dd>
            }).collect_view()}
        </dl>
    }
    .into_any()
}
