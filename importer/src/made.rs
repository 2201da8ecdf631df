//! How far the work is, and what it made.

use dateline_corpus::Diagnostic;
use leptos::prelude::*;

use crate::state::{App, Made, Work, phase};
use crate::strings::fill;
use crate::work::Progress;

/// How far the work is, with the button that ends it.
#[component]
pub(crate) fn Going() -> impl IntoView {
    let app = App::get();
    let (language, s) = (app.language, app.strings());
    let now = Memo::new(move |_| {
        app.work.with(|work| match work {
            Work::Going(progress) => Some(progress.clone()),
            _ => None,
        })
    });
    let of = move |take: fn(&Progress) -> usize| now.with(|now| now.as_ref().map_or(0, take));
    // What is done at once has no measure.
    let value = move || (of(|it| it.of) > 1).then(|| of(|it| it.done).to_string());
    let name = move || now.with(|now| now.as_ref().map(|it| phase(s, it.phase)));
    let count = move || {
        (of(|it| it.of) > 1).then(|| {
            let done = fill(s.done_of, &language.number(of(|it| it.done)));
            fill(&done, &language.number(of(|it| it.of)))
        })
    };
    let source = move || now.with(|now| now.as_ref().and_then(|it| it.source.clone()));
    view! {
        <section class="impart imgoing" aria-labelledby="phase">
            <p><b id="phase">{name}</b> " " <span class="tn">{count}</span></p>
            <progress
                aria-labelledby="phase"
                max=move || of(|it| it.of).max(1).to_string()
                value=value
            ></progress>
            <p class="fine imname"><bdi dir="auto">{source}</bdi></p>
            <button id="cancel" type="button" on:click=move |_| app.cancel()>{s.cancel}</button>
        </section>
    }
    .into_any()
}

/// What was made: its numbers, how to open and save it, and what could not be read.
#[component]
pub(crate) fn Result(
    /// What was made.
    made: Made,
) -> impl IntoView {
    let app = App::get();
    let (language, s) = (app.language, app.strings());
    let Made { summary, address, name } = made;
    let numbers = format!(
        "{} · {} · {}",
        language.count(&s.documents_count, summary.documents),
        language.count(&s.events_count, summary.events),
        language.bytes(summary.bytes)
    );
    let without = match (summary.documents, summary.events) {
        (0, _) => Some(s.no_documents),
        (_, 0) => Some(s.no_events),
        _ => None,
    };
    let repairs = (summary.repairs > 0).then(|| language.count(&s.repairs_count, summary.repairs));
    // What was not taken is said where it was not taken.
    let (_, before) = app.judged.get_untracked();
    let part = |lost: bool, head: &'static str| {
        let notes = summary.diagnostics.iter().filter(|it| !before.contains(it));
        let notes: Vec<_> = notes.filter(|it| it.loses_words() == lost).map(note).collect();
        (!notes.is_empty()).then(|| view! { <h3>{head}</h3><ul class="imnotes">{notes}</ul> })
    };
    let (lost, noticed) = (part(true, s.could_not_read), part(false, s.noticed));
    let saved = address.clone();
    view! {
        <section class="impart immade" aria-labelledby="made">
            <h2 id="made" tabindex="-1">{s.made} " " <small>{numbers}</small></h2>
            {without.map(|without| view! { <p>{without}</p> })}
            <p class="imbuttons">
                <a id="open" class="primary" href=address target="_blank" rel="noopener">{s.open}</a>
                <a id="save" href=saved download=name>{s.save}</a>
            </p>
            <p class="fine">{s.save_how}</p>
            {lost}
            {noticed}
            {repairs.map(|repairs| view! { <p class="fine">{repairs}</p> })}
            <p class="fine">{s.fingerprint} ": " <code>{summary.sha256.clone()}</code></p>
        </section>
    }
    .into_any()
}

/// What is said of one file, as the explorer says it.
pub(crate) fn note(note: &Diagnostic) -> AnyView {
    let (source, message) = (note.source.clone(), note.message.clone());
    // What is said is English in every language of the page.
    view! { <li><code><bdi dir="auto">{source}</bdi></code><p lang="en" dir="ltr">{message}</p></li> }
        .into_any()
}
