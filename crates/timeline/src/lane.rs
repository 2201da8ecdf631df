//! Sorts the reports of a corpus into lanes, and each lane into rows that never change with the zoom
//! or the filter, so that nothing jumps.

use std::collections::{HashMap, HashSet};

use dateline_corpus::{Corpus, Day, EntityKind, Event, EventKind, Precision, Report, order};

use crate::Scale;

/// What a lane stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it all")]
pub enum LaneBy {
    #[default]
    Document,
    /// The publication.
    Source,
    Person,
    Kind,
}

/// How an item is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "one for each precision, as the mark that the legend shows")]
pub enum Shape {
    Day,
    Range,
    Month,
    Year,
    Approximate,
    Open,
    /// The day on which a document was issued.
    Published,
    /// No words of the report give a date: it is known from elsewhere.
    Undated,
}

/// What one lane says of one event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Index into [`Corpus::events`].
    pub event: u32,
    /// Index of the report that is drawn, among the event's.
    pub report: u32,
    /// Index of its lane.
    pub lane: u32,
    /// Row in its lane, 0 and up.
    pub row: u32,
    /// The first and last day that are known; of an open date those of the end it has.
    pub known: (Day, Day),
    /// Whether the date is open towards the past.
    pub open_start: bool,
    /// Whether the date is open towards the future.
    pub open_end: bool,
    /// How it is drawn.
    pub shape: Shape,
    /// Whether the report copies another document's words.
    pub copied: bool,
    /// How much the event matters.
    pub weight: u32,
}

impl Item {
    fn new(event: (u32, &Event), report: (u32, &Report), lane: u32) -> Self {
        let date = &report.1.date;
        Self {
            event: event.0,
            report: report.0,
            lane,
            row: 0,
            known: date.known(),
            open_start: date.first().is_none(),
            open_end: date.last().is_none(),
            shape: shape(event.1.kind, report.1),
            copied: report.1.copies.is_some(),
            weight: event.1.weight,
        }
    }

    /// Where it is drawn on `scale`, as start and end in pixels: over its known days and, at an open
    /// end, [`TAIL`] pixels more.
    #[must_use]
    pub fn extent(&self, scale: &Scale) -> (f64, f64) {
        let (x0, x1) = scale.extent(Some(self.known.0), Some(self.known.1));
        let tail = |open: bool| if open { TAIL } else { 0.0 };
        (x0 - tail(self.open_start), x1 + tail(self.open_end))
    }
}

/// Pixels by which a mark goes on at an open end. How long a state lasted is not known, so that a
/// bar to the edge of the drawing would say more than the words do.
pub const TAIL: f64 = 32.0;

fn shape(kind: EventKind, report: &Report) -> Shape {
    let undated = report.timex.start == report.timex.end;
    match report.date.precision() {
        Precision::Day if kind == EventKind::Publication => Shape::Published,
        _ if undated && kind == EventKind::Mention => Shape::Undated,
        Precision::Day => Shape::Day,
        Precision::Range => Shape::Range,
        Precision::Month => Shape::Month,
        Precision::Year | Precision::Years => Shape::Year,
        Precision::Approximate => Shape::Approximate,
        Precision::Open => Shape::Open,
    }
}

/// One lane.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lane {
    /// A document's id, a publication, an entity's id, or a kind of event. Empty: what has none.
    pub key: String,
    /// How many items it has.
    pub items: u32,
    /// How many rows they take, 1 and up.
    pub rows: u32,
}

/// The lanes of a corpus.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lanes {
    /// Documents and publications in the order of the corpus, people by number of events, then what
    /// has no key.
    pub lanes: Vec<Lane>,
    /// The items by lane, row, first and last known day and event.
    pub items: Vec<Item>,
}

/// Rows a lane may have; what finds no room goes into the last.
pub const MOST_ROWS: u32 = 2;

impl Lanes {
    /// Sorts the events of `corpus` into lanes. A document that reports an event twice has one item
    /// of it.
    #[must_use]
    pub fn new(corpus: &Corpus, by: LaneBy) -> Self {
        let keys = Keys::new(corpus, by);
        let mut items = Vec::new();
        for event in (0..).zip(&corpus.events) {
            let mut seen: Vec<u32> = Vec::new();
            for report in (0..).zip(&event.1.reports) {
                for lane in keys.of(corpus, event.1, report.1) {
                    if !seen.contains(&lane) {
                        seen.push(lane);
                        items.push(Item::new(event, report, lane));
                    }
                }
            }
        }
        let mut lanes: Vec<Lane> =
            keys.keys.into_iter().map(|key| Lane { key, items: 0, rows: 1 }).collect();
        for item in &items {
            lanes[item.lane as usize].items += 1;
        }
        if by == LaneBy::Person {
            order_by_size(&mut lanes, &mut items);
        }
        drop_empty(&mut lanes, &mut items);
        order::sort_by_key(&mut items, |item| (item.lane, item.known, item.event));
        for lane in items.chunk_by_mut(|a, b| a.lane == b.lane) {
            let rows = pack(lane);
            lanes[lane[0].lane as usize].rows = rows;
        }
        order::sort_by_key(&mut items, |item| (item.lane, item.row, item.known, item.event));
        Self { lanes, items }
    }
}

/// Gives each of the items of a lane, sorted by first known day, the first row in which no known day
/// of it is taken, and returns how many rows that makes.
fn pack(items: &mut [Item]) -> u32 {
    let mut ends: Vec<Day> = Vec::new();
    for item in &mut *items {
        let row = match ends.iter().position(|&end| end < item.known.0) {
            Some(row) => row,
            None if ends.len() < MOST_ROWS as usize => {
                ends.push(item.known.1);
                ends.len() - 1
            }
            None => ends.len() - 1,
        };
        // In the last row items may overlap, so that the row is free after the latest of them.
        ends[row] = ends[row].max(item.known.1);
        item.row = u32::try_from(row).expect("there are few rows");
    }
    u32::try_from(ends.len()).expect("there are few rows").max(1)
}

/// The keys of the lanes, and how to find those of a report.
struct Keys {
    by: LaneBy,
    keys: Vec<String>,
    places: HashMap<String, u32>,
    documents: HashMap<String, u32>,
}

impl Keys {
    fn new(corpus: &Corpus, by: LaneBy) -> Self {
        let mut keys: Vec<String> = match by {
            LaneBy::Document => corpus.documents.iter().map(|it| it.id.clone()).collect(),
            LaneBy::Source => {
                let all = corpus.documents.iter().filter_map(|it| it.publication.clone());
                let mut seen = HashSet::new();
                all.filter(|name| seen.insert(name.clone())).collect()
            }
            LaneBy::Person => {
                let people = corpus.entities.iter().filter(|it| it.kind == EntityKind::Person);
                people.map(|it| it.id.clone()).collect()
            }
            LaneBy::Kind => KINDS.iter().map(|(_, name)| (*name).to_owned()).collect(),
        };
        keys.push(String::new());
        let places = keys.iter().cloned().zip(0..).collect();
        let documents = corpus.documents.iter().map(|it| it.id.clone()).zip(0..).collect();
        Self { by, keys, places, documents }
    }

    fn of(&self, corpus: &Corpus, event: &Event, report: &Report) -> Vec<u32> {
        let document = self.documents.get(&report.document).map(|&n| &corpus.documents[n as usize]);
        let place = |key: &str| self.places.get(key).copied();
        let found: Vec<u32> = match self.by {
            LaneBy::Document => place(&report.document).into_iter().collect(),
            LaneBy::Source => document
                .and_then(|it| it.publication.as_deref())
                .and_then(place)
                .into_iter()
                .collect(),
            LaneBy::Person => {
                let entities =
                    report.entities.iter().filter_map(|&n| corpus.entities.get(n as usize));
                entities
                    .filter(|it| it.kind == EntityKind::Person)
                    .filter_map(|it| place(&it.id))
                    .collect()
            }
            LaneBy::Kind => {
                let name = KINDS.iter().find(|(kind, _)| *kind == event.kind);
                name.and_then(|(_, name)| place(name)).into_iter().collect()
            }
        };
        if found.is_empty() { place("").into_iter().collect() } else { found }
    }
}

/// The kinds of events in the order of their lanes, with the keys of these.
const KINDS: [(EventKind, &str); 4] = [
    (EventKind::Mention, "mention"),
    (EventKind::Publication, "publication"),
    (EventKind::Work, "work"),
    (EventKind::Reference, "reference"),
];

/// Puts the lanes with most items first, and the one without a key last.
fn order_by_size(lanes: &mut Vec<Lane>, items: &mut [Item]) {
    let mut order: Vec<usize> = (0..lanes.len()).collect();
    order::sort_by_key(&mut order, |&n| {
        (lanes[n].key.is_empty(), std::cmp::Reverse(lanes[n].items), lanes[n].key.clone())
    });
    renumber(lanes, items, &order);
}

fn drop_empty(lanes: &mut Vec<Lane>, items: &mut [Item]) {
    let order: Vec<usize> = (0..lanes.len()).filter(|&n| lanes[n].items > 0).collect();
    renumber(lanes, items, &order);
}

/// Keeps the lanes in `order`, which names all that have items.
fn renumber(lanes: &mut Vec<Lane>, items: &mut [Item], order: &[usize]) {
    let mut places = vec![0u32; lanes.len()];
    for (&old, new) in order.iter().zip(0..) {
        places[old] = new;
    }
    for item in items {
        item.lane = places[item.lane as usize];
    }
    *lanes = order.iter().map(|&n| lanes[n].clone()).collect();
}
