//! The row over the drawing: what the lanes stand for, what the marks mean, the range, zoom and pan.

use dateline_corpus::Precision;
use dateline_publish::Lanes;
use leptos::prelude::*;

use super::drawing::Drawing;
use super::range::RangeFields;
use crate::icons::{Icon, icon};
use crate::marks::{glyph, precision_name, published};
use crate::state::History;
use crate::strings::{Text, t};

/// How much a press of a zoom button shows less or more.
pub(super) const ZOOM: f64 = 1.5;

/// The part of the width that a press of a pan button moves.
pub(super) const PAN: f64 = 0.3;

/// The row over the drawing.
#[component]
pub(super) fn Tools() -> impl IntoView {
    let drawing: Drawing = expect_context();
    view! {
        <div class="tools">
            <h2>{t(|s| s.timeline)}</h2>
            <LaneChoice />
            <Legend />
            <RangeFields named=true />
            <span class="zoom" role="group" aria-label=t(|s| s.zoom_and_pan)>
                {button(|s| s.earlier, move || drawing.pan_part(-PAN), icon(Icon::Earlier, "14"))}
                {button(|s| s.later, move || drawing.pan_part(PAN), icon(Icon::Later, "14"))}
                {button(|s| s.zoom_out, move || drawing.zoom_selected(1.0 / ZOOM), "−".into_any())}
                {button(|s| s.zoom_in, move || drawing.zoom_selected(ZOOM), "+".into_any())}
                <button type="button" on:click=move |_| drawing.fit()>{t(|s| s.fit)}</button>
            </span>
        </div>
    }
    .into_any()
}

fn button(label: Text, press: impl Fn() + 'static, sign: AnyView) -> impl IntoView {
    view! {
        <button type="button" class="pan" aria-label=t(label) on:click=move |_| press()>
            {sign}
        </button>
    }
}

/// What the lanes stand for.
#[component]
fn LaneChoice() -> impl IntoView {
    let drawing: Drawing = expect_context();
    let app = drawing.app;
    let collection = app.collection();
    let people =
        collection.corpus.entities.iter().any(|it| it.kind == dateline_corpus::EntityKind::Person);
    let choices: [(Lanes, &str, Text); 4] = [
        (Lanes::Document, "document", |s| s.lane_document),
        (Lanes::Source, "source", |s| s.lane_source),
        (Lanes::Person, "person", |s| s.lane_person),
        (Lanes::Kind, "kind", |s| s.lane_kind),
    ];
    let chosen = move |event| {
        let name = event_target_value(&event);
        if let Some((lanes, ..)) = choices.iter().find(|(_, value, _)| *value == name) {
            app.go(History::Push, |view| view.lanes = *lanes);
        }
    };
    let options = choices.into_iter().filter(|(lanes, ..)| people || *lanes != Lanes::Person).map(
        |(lanes, value, name)| {
            let selected = move || app.view.with(|view| view.lanes == lanes);
            view! { <option value=value prop:selected=selected>{t(name)}</option> }
        },
    );
    view! {
        <label class="sel">
            <span>{t(|s| s.lanes_by)}</span>
            " "
            <select on:change=chosen>{options.collect_view()}</select>
        </label>
    }
    .into_any()
}

/// What the marks mean.
#[component]
fn Legend() -> impl IntoView {
    let app = crate::state::App::get();
    let shown = [
        Precision::Day,
        Precision::Range,
        Precision::Month,
        Precision::Year,
        Precision::Approximate,
    ];
    let item = move |precision| {
        view! {
            <li>
                {glyph(precision)}
                <span>{move || precision_name(precision, app.strings())}</span>
            </li>
        }
    };
    view! {
        <ul class="legend" aria-label=t(|s| s.precision)>
            {shown.into_iter().map(item).collect_view()}
            <li>{published()}<span>{t(|s| s.published)}</span></li>
        </ul>
    }
    .into_any()
}
