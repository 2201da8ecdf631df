//! Why an event is here: the words, the rule that read them, what they were read against, and where.

mod facts;
mod rules;

use dateline_publish::cite::{Style, cite, event_items};
use leptos::html;
use leptos::prelude::*;

use crate::browser::{clipboard, dom};
use crate::icons::{Icon, icon};
use crate::marks::{document_number, role_name};
use crate::state::{App, History};
use crate::strings::t;
use facts::facts;

/// The pop-up with the reasons of one event.
#[component]
pub(crate) fn Why() -> impl IntoView {
    let app = App::get();
    let popup = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        let open = app.why.get().is_some();
        if let Some(popup) = popup.get() {
            dom::set_popover(&popup, open);
        }
    });
    let toggled = move |_| {
        // Pressing beside it closes it.
        if popup.get_untracked().is_some_and(|popup| !dom::is_popover_open(&popup)) {
            app.why.set(None);
        }
    };
    view! {
        <div
            id="why"
            popover="auto"
            role="dialog"
            aria-labelledby="why-h"
            node_ref=popup
            on:toggle=toggled
        >
            {move || app.why.get().map(|event| reasons(app, event))}
        </div>
    }
    .into_any()
}

fn reasons(app: App, event: usize) -> AnyView {
    let collection = app.collection();
    let Some(found) = collection.corpus.events.get(event) else { return ().into_any() };
    let open = app.document.get_untracked().map(|at| collection.corpus.documents[at].id.clone());
    let first = collection.report_in(found, open.as_deref()).map(|report| report.id.clone());
    let chosen = RwSignal::new(first);
    let roles = collection.roles(found);
    let report = {
        let collection = app.collection();
        move || {
            let event = &collection.corpus.events[event];
            let chosen = chosen.get();
            event.reports.iter().find(|r| Some(&r.id) == chosen.as_ref()).cloned()
        }
    };
    let shown = report.clone();
    let link = {
        let report = report.clone();
        move |_| {
            if let Some(report) = report() {
                let link = app.link_to(&report);
                clipboard::copy(link, move |copied| app.said_copied(copied));
            }
        }
    };
    let citation = move |_| {
        let collection = app.collection();
        let found = &collection.corpus.events[event];
        let link = report().map(|report| app.link_to(&report));
        let items = event_items(&collection.corpus, found, link.as_deref());
        clipboard::copy(cite(&items, Style::Chicago), move |copied| app.said_copied(copied));
    };
    let documents = roles
        .into_iter()
        .map(|(document, role)| {
            let id = collection.corpus.documents[document].id.clone();
            let name = collection.short_name(document).to_owned();
            let choose = move |_| {
                let collection = app.collection();
                let event = &collection.corpus.events[event];
                let report = event.reports.iter().find(|report| report.document == id);
                chosen.set(report.map(|report| report.id.clone()));
            };
            let chosen = {
                let report = shown.clone();
                let id = collection.corpus.documents[document].id.clone();
                move || report().is_some_and(|report| report.document == id).to_string()
            };
            view! {
                <button
                    type="button"
                    class="wdoc"
                    title=name
                    aria-pressed=chosen
                    on:click=choose
                >
                    {document_number(document)}
                    <i class=role.class()></i>
                    <span>{move || role_name(role, app.strings())}</span>
                </button>
            }
        })
        .collect_view();
    view! {
        <div class="phead">
            <h2 id="why-h">{t(|s| s.why_title)}</h2>
            <button
                type="button"
                class="icn"
                aria-label=t(|s| s.close)
                on:click=move |_| app.why.set(None)
            >
                {icon(Icon::Close, "16")}
            </button>
        </div>
        <div class="whybody">
            {move || shown().map(|report| facts(app, event, &report))}
            <div class="wdocs" role="group" aria-label=t(|s| s.documents)>{documents}</div>
        </div>
        <div class="pfoot">
            <button type="button" on:click=citation>{t(|s| s.copy_citation)}</button>
            <button type="button" on:click=link>{t(|s| s.copy_link)}</button>
            <button
                type="button"
                on:click=move |_| {
                    app.why.set(None);
                    app.open(event, History::Push);
                }
            >
                {t(|s| s.key_open)}
            </button>
            <button
                type="button"
                class="quiet"
                on:click=move |_| {
                    app.why.set(None);
                    app.hide(event);
                }
            >
                {t(|s| s.hide_as_wrong)}
            </button>
        </div>
    }
    .into_any()
}
