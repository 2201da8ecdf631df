//! What a result without events shows: which filter to lift and what each would give, and the
//! documents that hold the words where no event does.

use leptos::prelude::*;

use crate::browser::intl;
use crate::chips::Filter;
use crate::dialogs::{Press, documents, event_counts};
use crate::state::{App, History};
use crate::strings::{fill, t};

/// The most documents that are listed.
const DOCUMENTS: usize = 12;

/// The filters in force, each with the number of events that lifting it would give.
#[component]
pub(crate) fn NothingLeft() -> impl IntoView {
    let app = App::get();
    let choices = move || {
        let query = app.query.get();
        let collection = app.collection();
        Filter::all(&query)
            .into_iter()
            .map(|filter| {
                let gives = collection.index.run(&filter.lifted(&query)).events.len();
                choice(app, &filter, gives)
            })
            .collect_view()
    };
    let all = move || {
        let all = app.collection().corpus.events.len();
        intl::number(app.language.get().locale(), all)
    };
    let counts = event_counts(app);
    let sought = Memo::new(move |_| app.results.with(|found| found.best_documents(DOCUMENTS)));
    view! {
        <div class="nothing">
            <h3>{t(|s| s.nothing_left)}</h3>
            <ol id="list" role="list">
                {choices}
                <li>
                    <button type="button" on:click=move |_| app.clear()>{t(|s| s.clear_every)}</button>
                    <span>{t(|s| s.gives)} " " <b>{all}</b></span>
                </li>
            </ol>
            {move || {
                let sought = sought.get();
                (!sought.is_empty()).then(|| view! {
                    <h3>{t(|s| s.in_the_text)}</h3>
                    {documents(app, &counts, sought, Press::Open)}
                })
            }}
        </div>
    }
    .into_any()
}

fn choice(app: App, filter: &Filter, gives: usize) -> AnyView {
    let strings = app.strings();
    let (kind, value) = filter.words(app);
    let phrase = if filter.excludes() { strings.take_back } else { strings.drop_filter };
    let words = fill(phrase, &format!("{kind}: {value}"));
    let filter = filter.clone();
    let lift = move |_| {
        app.go(History::Push, |view| view.query = filter.lifted(&view.query));
    };
    let count = intl::number(app.language.get().locale(), gives);
    view! {
        <li>
            <button type="button" disabled={gives == 0} on:click=lift>{words}</button>
            <span>{strings.gives} " " <b>{count}</b></span>
        </li>
    }
    .into_any()
}
