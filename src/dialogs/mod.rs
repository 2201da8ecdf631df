//! The dialogs: one at a time, over everything else.

mod about;
mod cite;
mod documents;
mod embed;
mod export;
mod hidden;
mod keys;
mod palette;
mod search_help;
mod share;

use leptos::html;
use leptos::prelude::*;

use crate::browser::dom;
use crate::icons::{Icon, icon};
use crate::state::{App, Dialog};
use crate::strings::{Text, t};
pub(crate) use about::diagnostics;
pub(crate) use documents::{Press, documents, event_counts};

/// The open dialog, if any.
#[component]
pub(crate) fn Dialogs() -> impl IntoView {
    let app = App::get();
    move || {
        let dialog = app.dialog.get()?;
        let (title, body): (Text, AnyView) = match dialog {
            Dialog::Keys => (|s| s.keys, keys::keys(app)),
            Dialog::SearchHelp => (|s| s.search_help, search_help::search_help()),
            Dialog::Documents => (|s| s.documents, documents::choice(app, Press::Open)),
            Dialog::Compare => (|s| s.compare_choose, documents::choice(app, Press::Compare)),
            Dialog::Hidden => (|s| s.hidden_title, hidden::hidden(app)),
            Dialog::About => (|s| s.about_collection, about::about(app)),
            Dialog::Cite => (|s| s.cite, cite::citations(app)),
            Dialog::Export => (|s| s.export, export::exports(app)),
            Dialog::Palette => (|s| s.key_palette, palette::palette(app)),
            Dialog::Embed => (|s| s.embed, embed::embed(app)),
            Dialog::Share => (|s| s.share_title, share::share(app)),
        };
        Some(view! { <Modal title=title body=body /> })
    }
}

/// A dialog that the rest of the page waits for.
#[component]
fn Modal(
    /// Its heading.
    title: Text,
    /// What it holds.
    body: AnyView,
) -> impl IntoView {
    let app = App::get();
    let dialog = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        if let Some(dialog) = dialog.get() {
            // Fails only when it is open already.
            let _ = dialog.show_modal();
        }
    });
    let pressed = move |event: leptos::ev::MouseEvent| {
        // The dialog itself is hit only where its content is not: beside it.
        if dom::is_target(&event, dialog.get_untracked()) {
            app.dialog.set(None);
        }
    };
    view! {
        <dialog
            class="modal"
            aria-labelledby="dialog-h"
            node_ref=dialog
            on:close=move |_| app.dialog.set(None)
            on:click=pressed
        >
            <div class="modalbox">
                <div class="phead">
                    <h2 id="dialog-h">{t(title)}</h2>
                    <button
                        type="button"
                        class="icn"
                        aria-label=t(|s| s.close)
                        on:click=move |_| app.dialog.set(None)
                    >
                        {icon(Icon::Close, "16")}
                    </button>
                </div>
                <div class="modalbody">{body}</div>
            </div>
        </dialog>
    }
    .into_any()
}
