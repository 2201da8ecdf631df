//! The facets: what can be wanted or excluded, how often it occurs, and when.

mod names;
mod value;

use dateline_corpus::{Facet, HISTOGRAM, Results, ValueCount, order};
use leptos::prelude::*;

use crate::state::App;
use crate::strings::t;
use crate::timeline::RangeFields;
pub(crate) use names::{facet_name, value_name};
use value::value_row;

/// The facets in the order they are shown.
const ORDER: [Facet; 10] = [
    Facet::Document,
    Facet::Precision,
    Facet::Agreement,
    Facet::Person,
    Facet::Organisation,
    Facet::Place,
    Facet::Kind,
    Facet::Certainty,
    Facet::Modality,
    Facet::Language,
];

/// How many values a facet shows before it is unfolded.
const FEW: usize = 6;

/// The panel of facets.
#[component]
pub(crate) fn Facets() -> impl IntoView {
    let app = App::get();
    view! {
        <form class="facets" aria-label=t(|s| s.filters) on:submit=|event| event.prevent_default()>
            <div class="sheethead">
                <h2>{t(|s| s.filters)}</h2>
                <button type="button" class="primary" on:click=move |_| app.close_sheet()>
                    {t(|s| s.close)}
                </button>
            </div>
            <RangeFields named=false />
            {ORDER.into_iter().map(|facet| view! { <FacetPanel facet=facet /> }).collect_view()}
        </form>
    }
    .into_any()
}

/// One facet.
#[component]
fn FacetPanel(
    /// Which.
    facet: Facet,
) -> impl IntoView {
    let app = App::get();
    let all = app.everything.with_value(|all| values_of(all, facet));
    // A facet by which nothing can be told apart is not offered.
    let alone = matches!(facet, Facet::Modality | Facet::Language | Facet::Kind);
    if all.iter().filter(|value| !value.value.is_empty()).count() <= usize::from(alone) {
        return ().into_any();
    }
    let values = Memo::new(move |_| {
        let mut values = app.results.with(|results| values_of(results, facet));
        // What the filters leave nothing of stays in its place, with a count of nothing.
        let rest = all.iter().filter(|value| !values.iter().any(|v| v.value == value.value));
        let rest: Vec<ValueCount> = rest
            .map(|value| ValueCount { count: 0, histogram: [0; HISTOGRAM], ..value.clone() })
            .collect();
        values.extend(rest);
        if facet == Facet::Document && values.len() <= FEW + 2 {
            // A few documents stand in the order of the lanes.
            let collection = app.collection();
            order::sort_by_key(&mut values, |value| collection.document_index(&value.value));
        }
        values
    });
    let unfolded = RwSignal::new(false);
    let sought = RwSignal::new(String::new());
    let many = move || values.with(Vec::len) > FEW + 2;
    let shown = Memo::new(move |_| {
        let sought = sought.get().to_lowercase();
        let fits = |value: &ValueCount| {
            sought.is_empty()
                || value_name(app, facet, &value.value).to_lowercase().contains(&sought)
        };
        let most = if unfolded.get() || !many() { 200 } else { FEW };
        values.with(|values| {
            values.iter().filter(|v| fits(v)).take(most).cloned().collect::<Vec<_>>()
        })
    });
    let name = move || facet_name(facet, app.strings());
    view! {
        <fieldset class="f" class:fdoc={facet == Facet::Document} data-facet=names::facet_key(facet)>
            <legend>{name}</legend>
            <Show when=move || unfolded.get() && many()>
                <input
                    type="search"
                    class="fsearch"
                    aria-label=name
                    placeholder=t(|s| s.search)
                    prop:value=sought
                    on:input=move |event| sought.set(event_target_value(&event))
                />
            </Show>
            <For each=move || shown.get() key=|v| v.value.clone() let:found>
                {value_row(facet, found, shown)}
            </For>
            <Show when=many>
                <button
                    type="button"
                    class="fmore quiet"
                    aria-expanded=move || unfolded.get().to_string()
                    on:click=move |_| unfolded.update(|on| *on = !*on)
                >
                    {move || {
                        let language = app.language.get();
                        let rest = values.with(Vec::len).saturating_sub(FEW);
                        if unfolded.get() {
                            language.strings().fewer.to_owned()
                        } else {
                            language.count(&language.strings().more_values, rest)
                        }
                    }}
                </button>
            </Show>
        </fieldset>
    }
    .into_any()
}

/// The values of one facet, the missing one last.
fn values_of(results: &Results, facet: Facet) -> Vec<ValueCount> {
    let found = results.facets.iter().find(|counts| counts.facet == facet);
    found.map_or_else(Vec::new, |counts| {
        let missing = (counts.missing.count > 0).then(|| counts.missing.clone());
        counts.values.iter().cloned().chain(missing).collect()
    })
}
