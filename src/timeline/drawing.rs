//! What the parts of the drawing share: the scale of time, what is in the lanes, and the gestures
//! that move it.

use std::sync::Arc;

use dateline_corpus::{Date, Event, bulk};
use dateline_publish::Lanes as LaneChoice;
use dateline_timeline::{Group, LaneBy, Lanes, Layout, Measures, Overview, Scale};
use leptos::prelude::*;

use super::tip::Tip;
use crate::browser::dom;
use crate::state::{App, Found, History};

/// The handles that the parts of the drawing share.
#[derive(Clone, Copy)]
pub(super) struct Drawing {
    pub(super) app: App,
    /// Width of the drawing in pixels.
    pub(super) width: RwSignal<f64>,
    /// The histogram of all events.
    pub(super) overview: Memo<Option<Arc<Overview>>>,
    /// The days within which one can zoom and pan.
    whole: Memo<Scale>,
    /// The days that the lanes show.
    pub(super) scale: Memo<Scale>,
    /// The scale as a gesture left it, with the date by which the address names it: days are too
    /// coarse to zoom by.
    exact: RwSignal<Option<(Scale, Option<Date>)>>,
    /// For each event whether it is in the result.
    pub(super) shown: Memo<Arc<Vec<bool>>>,
    /// All events in lanes.
    pub(super) lanes: Memo<Arc<Lanes>>,
    /// Where they are.
    pub(super) layout: Memo<Arc<Layout>>,
    /// The cluster that is open, by item.
    pub(super) open: RwSignal<Option<Vec<u32>>>,
    /// How many lanes there is room for.
    pub(super) rooms: RwSignal<usize>,
    /// What is said of what lies under the pointer.
    pub(super) tip: RwSignal<Option<Tip>>,
}

/// Width of the drawing before it is measured.
const GUESS: f64 = 960.0;

/// Pixels of a bar of the histogram.
const BAR: f64 = 5.0;

impl Drawing {
    pub(super) fn new(app: App) -> Self {
        let width = RwSignal::new(GUESS);
        let collection = app.collection();
        let shown = Memo::new(move |_| {
            let mut shown = vec![false; collection.corpus.events.len()];
            app.late.with(|found| found.events.iter().for_each(|&n| shown[n as usize] = true));
            Arc::new(shown)
        });
        let collection = app.collection();
        let overview = Memo::new(move |_| {
            let shown = shown.get();
            let dates = collection.corpus.events.iter().zip(shown.iter());
            let dates = dates.map(|(event, &shown)| (&event.date, shown));
            Overview::new(dates, width.get(), BAR).map(Arc::new)
        });
        let collection = app.collection();
        let whole = Memo::new(move |_| {
            let whole =
                collection.days().map(|(first, last)| Scale::over(first, last, width.get()));
            let core = overview.with(|overview| overview.as_ref().map(|it| it.scale));
            let both = whole.zip(core).map(|(whole, core)| Scale {
                start: whole.start.min(core.start),
                end: whole.end.max(core.end),
                ..whole
            });
            both.or(whole).unwrap_or(Scale { start: 0.0, end: 1.0, width: width.get() })
        });
        let exact: RwSignal<Option<(Scale, Option<Date>)>> = RwSignal::new(None);
        let window = Memo::new(move |_| app.view.with(|view| view.window.clone()));
        let collection = app.collection();
        let scale = Memo::new(move |_| {
            let events = &collection.corpus.events;
            let (window, whole, width) = (window.get(), whole.get(), width.get());
            let kept = exact.with(|exact| {
                exact.as_ref().filter(|(_, date)| *date == window).map(|(scale, _)| *scale)
            });
            let named = || {
                let range = || app.late.with(|found| found.query().range.clone());
                let date = window.or_else(range)?;
                // An open end is that of the bulk of what the range leaves, and not of all there is.
                let open = date.first().is_none() || date.last().is_none();
                let bulk = || app.late.with(|found| bulk_of(events, found, width));
                let holds = |bulk: &Scale| {
                    let (first, last) = bulk.days();
                    date.first().is_none_or(|day| day < last)
                        && date.last().is_none_or(|day| day > first)
                };
                let bulk = open.then(bulk).flatten().filter(holds);
                Some(Scale::of_date(&date, &bulk.unwrap_or(whole)))
            };
            // What the page opens with, and more where what is wanted lies outside.
            let chosen = app.selected.get();
            let shows = |scale: &Scale| {
                let (first, last) = scale.days();
                let shows = |n: usize| events[n].date.tells_of(Some(first), Some(last));
                chosen.map_or_else(
                    || {
                        app.late.with(|found| {
                            let mut events = found.events.iter();
                            events.len() == 0 || events.any(|&n| shows(n as usize))
                        })
                    },
                    shows,
                )
            };
            let core = || {
                collection.core.map(|(first, last)| Scale::over(first, last, width)).filter(shows)
            };
            let bulk = || overview.with(|it| it.as_ref().map(|it| it.scale)).filter(shows);
            let scale = kept.or_else(named).or_else(core).or_else(bulk);
            scale.unwrap_or(whole).with_width(width)
        });
        let collection = app.collection();
        let by = Memo::new(move |_| app.view.with(|view| view.lanes));
        let lanes = Memo::new(move |_| Arc::new(Lanes::new(&collection.corpus, lane_by(by.get()))));
        let rooms = RwSignal::new(MEASURES.lanes);
        let layout = Memo::new(move |_| {
            let shown = shown.get();
            let shown = |event: u32| shown[event as usize];
            let measures = Measures { lanes: rooms.get(), ..MEASURES };
            Arc::new(Layout::new(&lanes.get(), shown, &scale.get(), &measures))
        });
        // However few lanes a result has, what is below the drawing stays where it is.
        Effect::new(move |_| {
            let height = lanes.with(|lanes| MEASURES.tallest(lanes));
            dom::root_property("--h-lanes", Some(&format!("{height:.0}px")));
        });
        let open = RwSignal::new(None);
        let tip = RwSignal::new(None);
        Self { app, width, overview, whole, scale, exact, shown, lanes, layout, open, rooms, tip }
    }

    /// Shows another span of days.
    fn set_scale(self, scale: Scale) {
        let date = scale.to_date();
        self.open.set(None);
        self.exact.set(Some((scale, date.clone())));
        self.app.go(History::Replace, |view| view.window = date);
    }

    /// Zooms by `factor` (above 1 shows less) about `x`.
    pub(super) fn zoom(self, factor: f64, x: f64) {
        self.set_scale(self.scale.get_untracked().zoomed(factor, x, &self.whole.get_untracked()));
    }

    /// Zooms by `factor` about the selected event, where it is drawn, or the middle.
    pub(super) fn zoom_selected(self, factor: f64) {
        let scale = self.scale.get_untracked();
        let collection = self.app.collection();
        let selected = self.app.selected.get_untracked();
        let date = selected.map(|n| &collection.corpus.events[n].date);
        let x = date.map(|date| middle(date, &scale));
        let x = x.filter(|x| (0.0..=scale.width).contains(x));
        self.zoom(factor, x.unwrap_or(scale.width / 2.0));
    }

    /// Shows days later by so many pixels; earlier when below 0.
    pub(super) fn pan(self, pixels: f64) {
        self.set_scale(self.scale.get_untracked().panned(pixels, &self.whole.get_untracked()));
    }

    /// Shows later days by a part of the width.
    pub(super) fn pan_part(self, part: f64) {
        self.pan(part * self.width.get_untracked());
    }

    /// Shows the days that hold the bulk of the result, with some space; without a filter the days
    /// that the page opens with.
    pub(super) fn fit(self) {
        let collection = self.app.collection();
        let events = &collection.corpus.events;
        let width = self.width.get_untracked();
        let result = self.app.results.with_untracked(|found| {
            let filtered = found.events.len() < events.len();
            bulk_of(events, found, width).filter(|_| filtered)
        });
        let scale = result
            .map(|result| result.zoomed(1.0 / SPACED, width / 2.0, &self.whole.get_untracked()));
        let date = scale.and_then(|scale| scale.to_date());
        self.open.set(None);
        self.exact.set(scale.map(|scale| (scale, date.clone())));
        self.app.go(History::Push, |view| view.window = date);
    }

    /// Opens the cluster that holds the selected event, or else the one nearest to the middle.
    pub(super) fn open_cluster(self) {
        let (lanes, layout) = (self.lanes.get_untracked(), self.layout.get_untracked());
        let selected = self.app.selected.get_untracked();
        let holds = |item: &u32| Some(lanes.items[*item as usize].event as usize) == selected;
        let middle = self.width.get_untracked() / 2.0;
        let away = |group: &Group| (f64::midpoint(group.x0, group.x1) - middle).abs();
        let holding = layout.groups.iter().find(|group| group.items.iter().any(holds));
        let nearest = || layout.groups.iter().min_by(|a, b| away(a).total_cmp(&away(b)));
        self.open.set(holding.or_else(nearest).map(|group| group.items.clone()));
    }

    /// Where on `scale` the reader is: the middle of what is reported at the top of the document.
    pub(super) fn read_at(self, scale: &Scale) -> Option<f64> {
        let event = self.app.reading.get().filter(|it| self.app.selected.get() != Some(*it))?;
        let collection = self.app.collection();
        let x = middle(&collection.corpus.events[event].date, scale);
        (0.0..=scale.width).contains(&x).then_some(x)
    }

    /// Whether an event is in the result.
    pub(super) fn is_shown(self, event: u32) -> bool {
        self.shown.with(|shown| shown.get(event as usize).is_some_and(|&shown| shown))
    }
}

/// The days that hold the bulk of a result.
fn bulk_of(events: &[Event], found: &Found, width: f64) -> Option<Scale> {
    let known = found.events.iter().map(|&n| events[n as usize].date.known());
    bulk(known.collect()).map(|(first, last)| Scale::over(first, last, width))
}

/// Where the middle of the known days of a date is on `scale`, in pixels.
pub(super) fn middle(date: &Date, scale: &Scale) -> f64 {
    let (first, last) = date.known();
    let (x0, x1) = scale.extent(Some(first), Some(last));
    f64::midpoint(x0, x1)
}

/// How much longer the drawing is than the result that it is fitted to.
const SPACED: f64 = 1.08;

/// Lanes stand one above the other on a laptop's screen with room for the list below.
pub(super) const MEASURES: Measures =
    Measures { top: 14.0, lane: 33.0, row: 13.0, first_row: 22.0, lanes: 6, keep_empty: true };

fn lane_by(choice: LaneChoice) -> LaneBy {
    match choice {
        LaneChoice::Document => LaneBy::Document,
        LaneChoice::Source => LaneBy::Source,
        LaneChoice::Person => LaneBy::Person,
        LaneChoice::Kind => LaneBy::Kind,
    }
}
