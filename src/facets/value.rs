//! One value of a facet: wanted by its box, excluded by the button beside it.

use dateline_corpus::{Choice, Facet, Precision, ValueCount};
use leptos::prelude::*;

use super::names::value_name;
use crate::browser::intl;
use crate::icons::{Icon, icon};
use crate::marks::{document_number, glyph, role};
use crate::state::{App, Collection, Role};
use crate::strings::fill;
use crate::words::{self, Length};

/// The row of the value that stands at `at` among those shown.
pub(super) fn value_row(facet: Facet, at: usize, shown: Memo<Vec<ValueCount>>) -> AnyView {
    let app = App::get();
    let Some(first) = shown.with_untracked(|shown| shown.get(at).cloned()) else {
        return ().into_any();
    };
    // A row that is about to go stays as it was.
    let found = Memo::new(move |before: Option<&ValueCount>| {
        let now = shown.with(|shown| shown.get(at).cloned());
        now.or_else(|| before.cloned()).unwrap_or_else(|| first.clone())
    });
    let count = move || found.with(|found| found.count) as usize;
    let wanted = move || found.with(|found| found.state == Choice::Wanted);
    let shunned = move || found.with(|found| found.state == Choice::Excluded);
    let value = Memo::new(move |_| found.with(|found| found.value.to_string()));
    let name = Memo::new(move |_| value.with(|value| value_name(app, facet, value)));
    let missing = move || value.with(String::is_empty);
    let choose = move |exclude| app.toggle(facet, &value.get_untracked(), exclude);
    view! {
        <div class="fvrow" class:shunned=shunned class:nil=move || count() == 0>
            <label class="fv" class:missing=missing>
                <input
                    type="checkbox"
                    prop:checked=wanted
                    on:change=move |_| choose(false)
                />
                {move || value.with(|value| mark(facet, value))}
                <span class="fl" dir="auto">
                    <span class="fn">{name}</span>
                    {move || value.with(|value| under(facet, value))}
                </span>
                {sparkline(found)}
                <span class="n">{move || intl::number(app.language.get().locale(), count())}</span>
            </label>
            <button
                type="button"
                class="not"
                aria-pressed=move || shunned().to_string()
                aria-label=move || fill(app.strings().exclude, &name.get())
                title=move || fill(app.strings().exclude, &name.get())
                on:click=move |_| choose(true)
            >
                {icon(Icon::Exclude, "12")}
            </button>
        </div>
    }
    .into_any()
}

/// The shape that stands for the value, where it has one.
fn mark(facet: Facet, value: &str) -> Option<AnyView> {
    // As many shapes as there are documents, each as it stands in the list.
    let roles: &[Role] = match (facet, value) {
        (Facet::Agreement, "corroborated") => &[Role::Reports, Role::Reports],
        (Facet::Agreement, "copied") => &[Role::Reports, Role::Copies],
        (Facet::Agreement, "conflicting") => &[Role::Conflicts],
        (Facet::Agreement, "single") => &[Role::Reports],
        (Facet::Precision, "day") => return Some(glyph(Precision::Day)),
        (Facet::Precision, "range") => return Some(glyph(Precision::Range)),
        (Facet::Precision, "month") => return Some(glyph(Precision::Month)),
        (Facet::Precision, "year" | "years") => return Some(glyph(Precision::Year)),
        (Facet::Precision, "open") => return Some(glyph(Precision::Open)),
        (Facet::Precision, "approximate") => return Some(glyph(Precision::Approximate)),
        (Facet::Document, id) => {
            let index = App::get().collection().document_index(id)?;
            return Some(document_number(index));
        }
        _ => return None,
    };
    let roles = roles.iter().map(|&what| role(what)).collect_view();
    Some(view! { <span class="roles">{roles}</span> }.into_any())
}

/// The second line of a document: when it was issued.
fn under(facet: Facet, value: &str) -> Option<AnyView> {
    if facet != Facet::Document {
        return None;
    }
    let app = App::get();
    let collection = app.collection();
    let document = collection.document(value)?;
    let date = document.issued.clone().filter(|_| Collection::is_dated(document));
    let words = move || match &date {
        Some(date) => words::in_words(date, None, app.language.get(), Length::Short),
        None => app.strings().undated.to_owned(),
    };
    Some(view! { <small dir="auto">{words}</small> }.into_any())
}

/// When the events with the value happened.
fn sparkline(found: Memo<ValueCount>) -> AnyView {
    let path = move || {
        found.with(|ValueCount { histogram: bins, .. }| {
            let most = bins.iter().copied().max().unwrap_or(0).max(1);
            let mut path = String::new();
            for (at, count) in bins.iter().enumerate().filter(|(_, count)| **count > 0) {
                let height = (*count * 10 / most + 3).min(13);
                path.push_str(&format!("M{} 13.5v-{height}h1.6v{height}Z", at * 2));
            }
            path
        })
    };
    view! {
        <svg class="sp" width="34" height="14" viewBox="0 0 34 14" aria-hidden="true">
            <path class="base" d={"M0 13.5H34"} />
            <path class="bins" d=path />
        </svg>
    }
    .into_any()
}
