//! The list of the files that were put in, and of what was not taken.

use leptos::prelude::*;

use crate::state::{App, Taken};
use crate::strings::fill;

/// The most files that are listed: who puts in thousands reads their number.
const LISTED: usize = 100;

/// The drawing on the buttons that take a file off.
const CROSS: &str = "M5 5l10 10M15 5L5 15";

/// The files, each with its size and a button that takes it off.
#[component]
pub(crate) fn List() -> impl IntoView {
    let app = App::get();
    let (language, s) = (app.language, app.strings());
    let sum = move || {
        let count = app.files.with(Vec::len);
        let bytes = app.files.with(|files| files.iter().map(|it| it.offered.bytes).sum());
        format!("{} · {}", language.count(&s.files_count, count), language.bytes(bytes))
    };
    let listed = move || {
        let (names, _) = app.judged.get();
        let files = app.files.get();
        let named = files.into_iter().zip(names).filter_map(|(it, name)| Some((it, name?)));
        named.take(LISTED).collect::<Vec<_>>()
    };
    let more = move || {
        let taken = app.judged.with(|(names, _)| names.iter().flatten().count());
        (taken > LISTED).then(|| {
            let more = language.count(&s.more_files, taken - LISTED);
            view! { <p class="fine">{more}</p> }
        })
    };
    view! {
        <section class="impart" aria-labelledby="taken">
            <h2 id="taken">{s.files} " " <small>{sum}</small></h2>
            <ul class="imlist">
                <For
                    each=listed
                    key=|(file, name)| (file.number, name.clone())
                    children=move |(file, name)| row(app, &file, &name)
                />
            </ul>
            {more}
            {move || not_taken(app)}
            <button
                type="button"
                class="quiet"
                disabled=move || app.is_going()
                on:click=move |_| app.take_all_off()
            >
                {s.remove_all}
            </button>
        </section>
    }
    .into_any()
}

fn row(app: App, file: &Taken, name: &str) -> AnyView {
    let number = file.number;
    view! {
        <li>
            <bdi class="imname" dir="auto">{name.to_owned()}</bdi>
            <span class="tn">{app.language.bytes(file.offered.bytes)}</span>
            <button
                type="button"
                class="icn"
                aria-label=fill(app.strings().remove, name)
                disabled=move || app.is_going()
                on:click=move |_| app.take_off(number)
            >
                <svg class="ic" viewBox="0 0 20 20" width="16" height="16" aria-hidden="true">
                    <path d=CROSS></path>
                </svg>
            </button>
        </li>
    }
    .into_any()
}

/// What is no document, and why.
fn not_taken(app: App) -> Option<AnyView> {
    let (_, notes) = app.judged.get();
    let rows = notes.iter().take(LISTED).map(crate::made::note).collect_view();
    (!notes.is_empty()).then(|| {
        view! {
            <h3>{app.strings().not_taken}</h3>
            <ul class="imnotes">{rows}</ul>
        }
        .into_any()
    })
}
