//! One row of the list.

use std::collections::HashMap;

use dateline_corpus::{Date, EntityKind, Event, EventKind, Report, Span, excerpt};
use dateline_publish::{ViewState, link};
use leptos::prelude::*;

use super::rows::{Key, Month, Row};
use crate::browser::{dom, location};
use crate::marks::{glyph, precision_name, strip};
use crate::state::{App, Collection, History, opens_here};
use crate::strings::t;
use crate::words::{self, Length};

/// The rows that are drawn, each with its place among all rows.
pub(super) type Drawn = Memo<HashMap<Key, (usize, Row)>>;

/// One row among those drawn. What changes around it changes its numbers, not the row.
#[derive(Clone, Copy)]
pub(super) struct Place {
    /// The rows that are drawn.
    pub(super) drawn: Drawn,
    /// Which of them it is.
    pub(super) key: Key,
    /// How many characters of its sentence find room.
    pub(super) room: RwSignal<u32>,
}

impl Place {
    /// Its place among all rows; `None` once it has gone.
    fn at(self) -> Option<String> {
        self.drawn.with(|drawn| drawn.get(&self.key).map(|(at, _)| at.to_string()))
    }

    /// What `part` reads from the row as it now is.
    fn part<T>(self, part: impl FnOnce(&Row) -> Option<T>) -> Option<T> {
        self.drawn.with(|drawn| drawn.get(&self.key).and_then(|(_, row)| part(row)))
    }
}

/// Draws the row that stands at `place`.
pub(super) fn row(place: Place, row: &Row) -> AnyView {
    match row {
        Row::Month { event, .. } => month(place, *event as usize),
        Row::Gap(_) => gap(place),
        Row::Beyond => beyond(place),
        Row::Event { index, .. } => event(place, *index as usize),
    }
}

fn month(place: Place, event: usize) -> AnyView {
    let app = App::get();
    let edtf = Month::of(&app.collection().corpus.events[event]).edtf();
    let count = move || {
        place.part(|row| if let Row::Month { count, .. } = row { Some(*count) } else { None })
    };
    let name = move || {
        Date::parse(&edtf).map_or_else(
            || edtf.clone(),
            |date| words::in_words(&date, None, app.language.get(), Length::Long),
        )
    };
    view! {
        <li class="mh" data-row=move || place.at()>
            <h3>{name}</h3>
            <span class="mc">{count}</span>
        </li>
    }
    .into_any()
}

fn gap(place: Place) -> AnyView {
    let app = App::get();
    let words = move || {
        let days = place.part(|row| if let Row::Gap(days) = row { Some(*days) } else { None });
        days.map(|days| words::gap_days(days, app.language.get())).unwrap_or_default()
    };
    view! { <li class="gaprow" data-row=move || place.at()><span>{words}</span></li> }.into_any()
}

fn beyond(place: Place) -> AnyView {
    view! { <li class="gaprow" data-row=move || place.at()><h3>{t(|s| s.beyond_range)}</h3></li> }
        .into_any()
}

fn event(place: Place, index: usize) -> AnyView {
    let app = App::get();
    let collection = app.collection();
    let event = &collection.corpus.events[index];
    let Some(report) = collection.report_in(event, None) else { return ().into_any() };
    let precision = event.date.precision();
    let date = {
        let (date, report) = (event.date.clone(), report.clone());
        move || words::event_date(&date, Some(&report), app.language.get())
    };
    let selected = move || app.selected.get() == Some(index);
    let number = move |all: bool| {
        place.part(|row| match row {
            Row::Event { place, of, .. } => Some(if all { *of } else { *place }),
            _ => None,
        })
    };
    view! {
        <li
            class="ev"
            class:sel=selected
            data-row=move || place.at()
            data-event=event.id.clone()
            aria-current=move || selected().then_some("true")
            aria-posinset=move || number(false)
            aria-setsize=move || number(true)
        >
            <article on:click=move |_| app.open(index, History::Push)>
                <time class="d" datetime=event.date.edtf().to_owned()>{date}</time>
                <span class="pr">
                    {glyph(precision)}
                    <span class="prn">{move || precision_name(precision, app.strings())}</span>
                </span>
                {sentence(place, &collection, index, report)}
                {who(&collection, event, report)}
                {strip(index)}
                <sup class="refs">{sources(&collection, event)}</sup>
                <button
                    class="why"
                    class:on=move || app.why.get() == Some(index)
                    type="button"
                    aria-haspopup="dialog"
                    on:click=move |click| {
                        click.stop_propagation();
                        app.why.set(Some(index));
                    }
                >
                    {t(|s| s.why)}
                </button>
            </article>
        </li>
    }
    .into_any()
}

/// The sentence with its date words marked, as a link to it.
fn sentence(place: Place, collection: &Collection, index: usize, report: &Report) -> AnyView {
    let app = App::get();
    let Some(document) = collection.document(&report.document) else { return ().into_any() };
    let state = ViewState {
        event: Some(report.id.clone()),
        document: Some(report.document.clone()),
        ..ViewState::default()
    };
    let open = move |click: leptos::ev::MouseEvent| {
        click.stop_propagation();
        if opens_here(&click) {
            // Enter on the event that is open already goes on into its document.
            if click.detail() == 0 && app.selected.get_untracked() == Some(index) {
                dom::focus(".reader .scroll");
            }
            app.open(index, History::Push);
        }
    };
    // A date line says nothing alone: what was published stands before it.
    let published = collection.corpus.events[index].kind == EventKind::Publication;
    let alone = published && !report.span.of(&document.text).contains(&report.title);
    let subject = alone.then(|| format!("{} ", report.title));
    // "She was elected": who she is, from the same document.
    let about = report.subject(&document.text);
    let before = u32::try_from(about.chars().count()).unwrap_or_default();
    // A keystroke draws only those rows anew in which other words are lit.
    let hits = Memo::new(move |_| hits(app, index));
    view! {
        <p class="w" lang=document.language.clone() dir="auto">
            <a href=location::href(&link::encode(&state)) on:click=open>
                {subject}
                {(!about.is_empty()).then(|| view! { <span class="about">{about}</span> })}
                {move || hits.with(|hits| words(app, index, hits, place.room.get().saturating_sub(before)))}
            </a>
        </p>
    }
    .into_any()
}

/// The numbers of the documents that report the event, as they stand in the printed list of sources.
fn sources(collection: &Collection, event: &Event) -> String {
    let roles = collection.roles(event);
    roles.iter().map(|(index, _)| (index + 1).to_string()).collect::<Vec<_>>().join(", ")
}

/// Where words that are searched for stand in the sentence of a row.
fn hits(app: App, index: usize) -> Vec<Span> {
    let collection = app.collection();
    let Some(report) = collection.report_in(&collection.corpus.events[index], None) else {
        return Vec::new();
    };
    let document = collection.index.document(&report.document).unwrap_or_default();
    app.results.with(|found| collection.index.hits(&found.words, document, report.span))
}

/// As much of the sentence of a row as there is room for: its date words marked, `hits` lit, and what
/// was left out for the printer.
fn words(app: App, index: usize, hits: &[Span], room: u32) -> AnyView {
    let collection = app.collection();
    let report = collection.report_in(&collection.corpus.events[index], None);
    let Some(report) = report else { return ().into_any() };
    let Some(document) = collection.document(&report.document) else { return ().into_any() };
    let (text, timex) = (&document.text, report.timex);
    let mut marked: Vec<Span> = hits.iter().copied().filter(|hit| !hit.overlaps(timex)).collect();
    marked.insert(marked.partition_point(|hit| hit.start < timex.start), timex);
    let mut at = report.span.start;
    let mut pieces: Vec<AnyView> = Vec::new();
    for run in excerpt(text, report.span, &report.title, &marked, room) {
        pieces.push(left_out(Span { start: at, end: run.start }.of(text)).into_any());
        at = run.start;
        for &mark in marked.iter().filter(|&&mark| run.contains(mark)) {
            pieces.push(Span { start: at, end: mark.start }.of(text).to_owned().into_any());
            let words = mark.of(text).to_owned();
            pieces.push(if mark == timex {
                view! { <mark class="dw">{words}</mark> }.into_any()
            } else {
                view! { <b class="hit">{words}</b> }.into_any()
            });
            at = mark.end;
        }
        pieces.push(Span { start: at, end: run.end }.of(text).to_owned().into_any());
        at = run.end;
    }
    pieces.push(left_out(Span { start: at, end: report.span.end }.of(text)).into_any());
    pieces.into_any()
}

/// The words that a row has no room for: dots on the screen, the words themselves on paper. White
/// space between two runs stays.
fn left_out(words: &str) -> AnyView {
    if words.trim().is_empty() {
        return words.to_owned().into_any();
    }
    let words = words.to_owned();
    view! {
        <span class={"screen"}>{" … "}</span>
        <span class={"paper"}>{words}</span>
    }
    .into_any()
}

/// Up to two people or organisations that the report names.
fn who(collection: &Collection, event: &Event, report: &Report) -> AnyView {
    let mut names: Vec<String> = Vec::new();
    let entities = event.reports.iter().flat_map(|r| &r.entities);
    for index in report.entities.iter().chain(entities) {
        let Some(entity) = collection.corpus.entities.get(*index as usize) else { continue };
        if entity.kind != EntityKind::Place && !names.contains(&entity.name) && names.len() < 2 {
            names.push(entity.name.clone());
        }
    }
    let nobody = names.is_empty();
    view! {
        <span class="who">
            {names.into_iter().map(|name| {
                let title = name.clone();
                view! { <span class="p" dir="auto" title=title>{name}</span> }
            }).collect_view()}
            {nobody.then(|| view! { <span class="nobody">{t(|s| s.nobody)}</span> })}
        </span>
    }
    .into_any()
}
