//! How to search, by examples.

use leptos::prelude::*;

use crate::strings::{Text, t};

const EXAMPLES: [(&str, Text); 7] = [
    ("prisoners released", |s| s.help_words),
    ("\"second round\"", |s| s.help_phrase),
    ("Moscow OR Geneva", |s| s.help_or),
    ("talks -Geneva", |s| s.help_not),
    ("prison*", |s| s.help_prefix),
    ("person:kassis", |s| s.help_person),
    ("date:2014-11/2015-04", |s| s.help_date),
];

/// The body of the dialog.
pub(super) fn search_help() -> AnyView {
    view! {
        <dl class="keys">
            {EXAMPLES.into_iter().map(|(example, what)| view! {
                <dt><code dir="ltr">{example}</code></dt>
                <dd>{t(what)}</dd>
            }).collect_view()}
        </dl>
        <p class="fine">{t(|s| s.help_typo)}</p>
    }
    .into_any()
}
