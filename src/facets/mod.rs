//! The facets: what can be wanted or excluded, how often it occurs, and when.

mod names;
mod value;

use dateline_corpus::{Choice, Facet, HISTOGRAM, Results, ValueCount, fold, order};
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

/// How many it shows then.
const MOST: usize = 200;

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
    let all = app.everything.with_value(|all| values_of(all, facet).count());
    let missing = app
        .everything
        .with_value(|all| values_of(all, facet).filter(|value| value.value.is_empty()).count());
    // A facet by which nothing can be told apart is not offered.
    let alone = matches!(facet, Facet::Modality | Facet::Language | Facet::Kind);
    if all - missing <= usize::from(alone) {
        return ().into_any();
    }
    let unfolded = RwSignal::new(false);
    let sought = RwSignal::new(String::new());
    let many = all > FEW + 2;
    let shown = Memo::new(move |_| {
        let sought = fold(&sought.get());
        let fits = |value: &&ValueCount| {
            sought.is_empty() || fold(&value_name(app, facet, &value.value)).contains(&sought)
        };
        let most = if unfolded.get() || !many { MOST } else { FEW };
        let mut shown: Vec<ValueCount> =
            app.late.with(|late| values_of(late, facet).filter(fits).take(most).cloned().collect());
        if shown.len() < most {
            // What the filters leave nothing of stays, with a count of nothing.
            let known = shown.len();
            app.everything.with_value(|all| {
                for value in values_of(all, facet).filter(fits) {
                    let there = shown[..known].iter().any(|it| it.value == value.value);
                    if !there && shown.len() < most {
                        let none =
                            ValueCount { count: 0, histogram: [0; HISTOGRAM], ..value.clone() };
                        shown.push(none);
                    }
                }
            });
        }
        if facet == Facet::Document && !many {
            // A few documents stand in the order of the lanes.
            let collection = app.collection();
            order::sort_by_key(&mut shown, |value| collection.document_index(&value.value));
        }
        shown
    });
    let name = move || facet_name(facet, app.strings());
    view! {
        <fieldset class="f" class:many=many class:fdoc={facet == Facet::Document} data-facet=names::facet_key(facet)>
            <legend>{name}</legend>
            <Show when=move || unfolded.get() && many>
                <input
                    type="search"
                    class="fsearch"
                    aria-label=name
                    placeholder=t(|s| s.search)
                    prop:value=sought
                    on:input=move |event| sought.set(event_target_value(&event))
                />
            </Show>
            // A row keeps its place and takes in what now stands there: to make rows anew for every
            // letter of a search costs more than all else in the panel.
            <For each=move || 0..shown.with(Vec::len) key=|at| *at let:at>
                {value_row(facet, at, shown)}
            </For>
            <Show when=move || many>
                <button
                    type="button"
                    class="fmore quiet"
                    aria-expanded=move || unfolded.get().to_string()
                    on:click=move |_| unfolded.update(|on| *on = !*on)
                >
                    {move || {
                        let language = app.language.get();
                        let rest = all.saturating_sub(FEW);
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

/// The values of one facet that occur or are chosen, the missing one last.
fn values_of(results: &Results, facet: Facet) -> impl Iterator<Item = &ValueCount> {
    let found = results.facets.iter().filter(move |counts| counts.facet == facet);
    found.flat_map(|counts| {
        let missing = Some(&counts.missing);
        let missing = missing.filter(|it| it.count > 0 || it.state != Choice::None);
        counts.values.iter().chain(missing)
    })
}
