//! The events of a cluster, opened by a press on its count.

use leptos::html;
use leptos::prelude::*;

use super::drawing::Drawing;
use super::lanes::open_item;
use crate::browser::dom;
use crate::strings::t;
use crate::words;

/// The list of the events in the open cluster.
#[component]
pub(super) fn ClusterList() -> impl IntoView {
    let drawing: Drawing = expect_context();
    let node: NodeRef<html::Div> = NodeRef::new();
    Effect::new(move |_| {
        let Some(element) = node.get() else { return };
        let open = drawing.open.with(Option::is_some);
        if open != dom::is_popover_open(&element) {
            dom::set_popover(&element, open);
        }
        if open {
            dom::after_paint(|| dom::focus("#cluster button"));
        }
    });
    // Where it was pressed; a finger leaves no trace, for which the style sheet has a place.
    let place = Memo::new(move |_| {
        let open = drawing.open.with(Option::is_some);
        let tip = drawing.tip.get_untracked().filter(|_| open);
        tip.map(|tip| tip.below()).unwrap_or_default()
    });
    let closed = move |_| {
        if node.get_untracked().is_some_and(|element| !dom::is_popover_open(&element)) {
            drawing.open.set(None);
        }
    };
    view! {
        <div
            id="cluster"
            node_ref=node
            popover="auto"
            role="dialog"
            aria-label=t(|s| s.events)
            style:left=move || place.get().0
            style:top=move || place.get().1
            on:toggle=closed
        >
            <ol>{move || rows(drawing)}</ol>
        </div>
    }
    .into_any()
}

fn rows(drawing: Drawing) -> AnyView {
    let app = drawing.app;
    let collection = app.collection();
    let lanes = drawing.lanes.get();
    let language = app.language.get();
    let items = drawing.open.get().unwrap_or_default();
    let rows = items.into_iter().map(|item| {
        let item = &lanes.items[item as usize];
        let happened = &collection.corpus.events[item.event as usize];
        let report = happened.reports.get(item.report as usize);
        let date = words::event_date(&happened.date, report, language);
        let title = report
            .map_or_else(|| happened.title.clone(), |report| words::titled(&collection, report));
        let item = item.clone();
        let open = move |_| open_item(drawing, &item);
        view! {
            <li>
                <button type="button" on:click=open>
                    <b>{date}</b>
                    <span dir="auto">{title}</span>
                </button>
            </li>
        }
    });
    rows.collect_view().into_any()
}
