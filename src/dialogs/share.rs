//! A link to exactly what is shown.

use leptos::prelude::*;

use crate::browser::{clipboard, location};
use crate::state::App;
use crate::strings::t;

/// The body of the dialog.
pub(super) fn share(app: App) -> AnyView {
    let link = move || app.link();
    let from_file = !location::has_public_address();
    let copy = move |_| clipboard::copy(app.link(), move |copied| app.said_copied(copied));
    let fingerprint = app.collection().corpus.sha256.clone();
    view! {
        <p>{t(|s| s.share_hint)}</p>
        <p class="copyrow">
            <input readonly dir="ltr" aria-label=t(|s| s.link) prop:value=link />
            <button type="button" class="primary" on:click=copy>{t(|s| s.copy_link)}</button>
        </p>
        {from_file.then(|| view! {
            <p class="fine">{t(|s| s.share_file)}</p>
            <p class="fine">{t(|s| s.fingerprint)} ": " <code>{fingerprint}</code></p>
        })}
    }
    .into_any()
}
