//! The filters in force, one chip each, and how many events they leave.

use dateline_corpus::{Note, Query, Selection};
use leptos::prelude::*;

use crate::browser::intl;
use crate::facets::{facet_name, value_name};
use crate::state::{App, Dialog, History, Sheet, is_empty};
use crate::strings::{Strings, fill, t};

/// One filter in force.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Filter {
    /// The words that were typed.
    Text(String),
    /// A facet's value.
    Value(Selection),
    /// The range, as EDTF.
    Range(String),
}

impl Filter {
    /// The filters of `query`.
    pub(crate) fn all(query: &Query) -> Vec<Self> {
        let text = query.text.trim();
        let text = (!text.is_empty()).then(|| Self::Text(text.to_owned()));
        let values = query.selections.iter().cloned().map(Self::Value);
        let range = query.range.as_ref().map(|range| Self::Range(range.edtf().to_owned()));
        text.into_iter().chain(values).chain(range).collect()
    }

    /// What sort of filter it is, and its value, in words.
    pub(crate) fn words(&self, app: App) -> (String, String) {
        let strings = app.strings();
        match self {
            Self::Text(text) => (strings.words.to_owned(), text.clone()),
            Self::Value(selection) => (
                facet_name(selection.facet, strings).to_owned(),
                value_name(app, selection.facet, &selection.value),
            ),
            Self::Range(edtf) => (strings.date.to_owned(), edtf.replace('/', " / ")),
        }
    }

    /// Whether it excludes rather than wants.
    pub(crate) fn excludes(&self) -> bool {
        matches!(self, Self::Value(selection) if selection.exclude)
    }

    /// `query` without it.
    pub(crate) fn lifted(&self, query: &Query) -> Query {
        let mut query = query.clone();
        match self {
            Self::Text(_) => query.text.clear(),
            Self::Value(selection) => query.selections.retain(|s| s != selection),
            Self::Range(_) => query.range = None,
        }
        query
    }
}

/// The row of chips with the count of events.
#[component]
pub(crate) fn Chips() -> impl IntoView {
    let app = App::get();
    let count =
        move || intl::number(app.language.get().locale(), app.results.with(|r| r.events.len()));
    let whole = move || {
        let language = app.language.get();
        language.count(&language.strings().of_events, app.collection().corpus.events.len())
    };
    let filters = move || app.query.with(Filter::all);
    let hidden_count = move || app.query.with(|query| query.hidden.len());
    let any = move || app.query.with(|query| !is_empty(query));
    let notes = move || {
        let strings = app.strings();
        app.results.with(|results| {
            results
                .notes
                .iter()
                .map(|note| note_words(note, strings))
                .collect::<Vec<_>>()
                .join(" · ")
        })
    };
    view! {
        <section class="chips" aria-label=t(|s| s.filters_in_force)>
            <button
                type="button"
                class="filterbtn"
                on:click=move |_| app.open_sheet(Sheet::Filters)
            >
                {t(|s| s.filters)}
            </button>
            <output role="status"><b class="cnt">{count}</b>" "<span>{whole}</span></output>
            <ul class="chipset" class:none=move || !any()>
                {move || filters().into_iter().map(|filter| chip(app, filter)).collect_view()}
            </ul>
            <span class="notes" role="status">{notes}</span>
            <Show when=move || hidden_count() != 0>
                <button
                    type="button"
                    class="chip not"
                    on:click=move |_| app.dialog.set(Some(Dialog::Hidden))
                >
                    <span class="k">{t(|s| s.hidden_title)}</span>
                    " "
                    {hidden_count}
                </button>
            </Show>
            <Show when=any>
                <button type="button" class="quiet" on:click=move |_| app.clear()>
                    {t(|s| s.clear_all)}
                </button>
            </Show>
        </section>
    }
    .into_any()
}

/// What of the search was ignored or read differently.
fn note_words(note: &Note, strings: &Strings) -> String {
    match note {
        Note::UnknownField(field) => fill(strings.note_field, field),
        Note::NoValue(what) | Note::NotADate(what) | Note::Dangling(what) | Note::Unread(what) => {
            fill(strings.note_ignored, what)
        }
        Note::Corrected(word, instead) => {
            fill(&fill(strings.note_corrected, word), &instead.join(", "))
        }
    }
}

fn chip(app: App, filter: Filter) -> AnyView {
    let (kind, value) = filter.words(app);
    let label = fill(app.strings().remove_filter, &format!("{kind}: {value}"));
    let excludes = filter.excludes();
    let drop = move |_| {
        app.go(History::Push, |view| view.query = filter.lifted(&view.query));
    };
    view! {
        <li>
            <button type="button" class="chip" class:not=excludes aria-label=label on:click=drop>
                <span class="k">{kind}</span>
                " "
                {if excludes {
                    view! { <s dir="auto">{value}</s> }.into_any()
                } else {
                    view! { <bdi>{value}</bdi> }.into_any()
                }}
                <span class="x" aria-hidden="true">{"×"}</span>
            </button>
        </li>
    }
    .into_any()
}
