//! Counts events by field, and finds those that the chosen values leave.
//!
//! Values of one facet are joined by OR, facets by AND, and an excluded value takes its events away.
//! The counts of a facet are made without its own choices, so that they say what choosing another
//! value would give.

use std::cmp::Reverse;
use std::sync::Arc;

use crate::bits::Bits;
use crate::order;
use crate::query::HISTOGRAM;
use crate::search::vocabulary::small;
use crate::table::Table;
use crate::{Choice, Corpus, EntityKind, Event, Facet, FacetCounts, Selection, ValueCount};

/// The values of all facets for all events.
#[derive(Debug)]
pub(crate) struct Facets {
    columns: Vec<Column>,
    /// For each event its bar in the histograms.
    bars: Vec<u8>,
}

/// The values of one facet.
#[derive(Debug)]
struct Column {
    facet: Facet,
    /// Value and label, by value.
    values: Vec<(Arc<str>, Arc<str>)>,
    /// For each value its place by label, then by value.
    ranks: Vec<u32>,
    /// For each event its values.
    of_event: Table,
}

impl Facets {
    /// The facets of `corpus`; `document_of` finds a document's index by its id.
    pub(crate) fn new(corpus: &Corpus, document_of: impl Fn(&str) -> Option<u32>) -> Self {
        let agreement = agreements(corpus);
        let columns = Facet::ALL.map(|facet| {
            column(corpus, facet, |number, event| {
                values(corpus, &document_of, agreement[number], facet, event)
            })
        });
        Self { columns: columns.into(), bars: bars(corpus) }
    }

    /// Takes from `events` what the selections exclude, and counts the values of each facet.
    pub(crate) fn select(&self, events: &mut Bits, selections: &[Selection]) -> Vec<FacetCounts> {
        let choices: Vec<Choices> =
            self.columns.iter().map(|column| Choices::new(column, selections)).collect();
        let chosen: Vec<usize> = (0..choices.len()).filter(|&n| choices[n].any()).collect();
        let mut counts: Vec<Counts> = self.columns.iter().map(Counts::new).collect();
        let candidates: Vec<u32> = events.iter().collect();
        for event in candidates {
            let row = |n: usize| self.columns[n].of_event.row(event as usize);
            let mut failing = chosen.iter().copied().filter(|&n| !choices[n].allow(row(n)));
            let (first, second) = (failing.next(), failing.next());
            if first.is_some() {
                events.remove(event);
            }
            // An event that only one facet refuses still counts in that facet.
            let counted = match (first, second) {
                (None, _) => 0..self.columns.len(),
                (Some(only), None) => only..only + 1,
                _ => continue,
            };
            let bar = usize::from(self.bars[event as usize]);
            for n in counted {
                counts[n].add(row(n), bar);
            }
        }
        let counted = self.columns.iter().zip(&choices).zip(&counts);
        counted.map(|((column, choices), counts)| column.counts(choices, counts)).collect()
    }

    /// How many of `events` the selections allow.
    pub(crate) fn allowed(&self, events: &Bits, selections: &[Selection]) -> u32 {
        let chosen = |column| (column, Choices::new(column, selections));
        let chosen: Vec<(&Column, Choices)> =
            self.columns.iter().map(chosen).filter(|(_, choices)| choices.any()).collect();
        let allow = |&event: &u32| {
            let row = |column: &Column| column.of_event.row(event as usize).to_vec();
            chosen.iter().all(|(column, choices)| choices.allow(&row(column)))
        };
        small(events.iter().filter(allow).count())
    }

    /// The events whose value of `facet` passes `wanted`.
    pub(crate) fn events_with(&self, facet: Facet, wanted: impl Fn(&str) -> bool) -> Bits {
        let mut events = Bits::none(self.bars.len());
        for column in self.columns.iter().filter(|column| column.facet == facet) {
            let wanted: Vec<bool> = column.values.iter().map(|(value, _)| wanted(value)).collect();
            for event in 0..self.bars.len() {
                if column.of_event.row(event).iter().any(|&value| wanted[value as usize]) {
                    events.insert(small(event));
                }
            }
        }
        events
    }
}

/// How many events each value has, the last being "missing", and when.
struct Counts {
    totals: Vec<u32>,
    bars: Vec<[u32; HISTOGRAM]>,
}

impl Counts {
    fn new(column: &Column) -> Self {
        let values = column.values.len() + 1;
        Self { totals: vec![0; values], bars: vec![[0; HISTOGRAM]; values] }
    }

    fn add(&mut self, values: &[u32], bar: usize) {
        let missing = self.totals.len() - 1;
        if values.is_empty() {
            self.totals[missing] += 1;
            self.bars[missing][bar] += 1;
        }
        for &value in values {
            self.totals[value as usize] += 1;
            self.bars[value as usize][bar] += 1;
        }
    }
}

impl Column {
    fn counts(&self, choices: &Choices, counts: &Counts) -> FacetCounts {
        let value = |n: usize, (value, label): &(Arc<str>, Arc<str>)| ValueCount {
            value: value.clone(),
            label: label.clone(),
            count: counts.totals[n],
            state: choices.states[n],
            histogram: counts.bars[n],
        };
        let shown = |&n: &usize| counts.totals[n] > 0 || choices.states[n] != Choice::None;
        let mut shown: Vec<usize> = (0..self.values.len()).filter(shown).collect();
        order::sort_by_key(&mut shown, |&n| (Reverse(counts.totals[n]), self.ranks[n]));
        let nothing: Arc<str> = "".into();
        FacetCounts {
            facet: self.facet,
            values: shown.into_iter().map(|n| value(n, &self.values[n])).collect(),
            missing: value(self.values.len(), &(nothing.clone(), nothing)),
        }
    }
}

/// What is chosen in one facet: a state for each value, and the last for "missing".
struct Choices {
    states: Vec<Choice>,
    any_wanted: bool,
    any_excluded: bool,
}

impl Choices {
    fn new(column: &Column, selections: &[Selection]) -> Self {
        let mut choices = Self {
            states: vec![Choice::None; column.values.len() + 1],
            any_wanted: false,
            any_excluded: false,
        };
        for selection in selections.iter().filter(|selection| selection.facet == column.facet) {
            // A wanted value that the corpus lacks leaves nothing: a link must not show more than
            // it says.
            choices.any_wanted |= !selection.exclude;
            choices.any_excluded |= selection.exclude;
            let place = if selection.value.is_empty() {
                Some(column.values.len())
            } else {
                column.values.binary_search_by(|(value, _)| (**value).cmp(&selection.value)).ok()
            };
            if let Some(place) = place {
                choices.states[place] =
                    if selection.exclude { Choice::Excluded } else { Choice::Wanted };
            }
        }
        choices
    }

    fn any(&self) -> bool {
        self.any_wanted || self.any_excluded
    }

    fn allow(&self, values: &[u32]) -> bool {
        let missing = self.states.len() - 1;
        let any = |state| {
            values.iter().any(|&value| self.states[value as usize] == state)
                || values.is_empty() && self.states[missing] == state
        };
        (!self.any_wanted || any(Choice::Wanted)) && !(self.any_excluded && any(Choice::Excluded))
    }
}

fn column(
    corpus: &Corpus,
    facet: Facet,
    values_of: impl Fn(usize, &Event) -> Vec<(Arc<str>, Arc<str>)>,
) -> Column {
    let rows: Vec<Vec<(Arc<str>, Arc<str>)>> =
        corpus.events.iter().enumerate().map(|(number, event)| values_of(number, event)).collect();
    let mut values: Vec<(Arc<str>, Arc<str>)> = rows.iter().flatten().cloned().collect();
    order::sort(&mut values);
    values.dedup_by(|a, b| a.0 == b.0);
    let place = |value: &str| values.partition_point(|(known, _)| **known < *value);
    let of_event = Table::from_rows(rows.iter().map(|row| {
        let mut row: Vec<u32> = row.iter().map(|(value, _)| small(place(value))).collect();
        order::sort(&mut row);
        row.dedup();
        row
    }));
    let mut by_label: Vec<usize> = (0..values.len()).collect();
    order::sort_by(&mut by_label, |&a, &b| {
        let (a, b) = (&values[a], &values[b]);
        (&a.1, &a.0).cmp(&(&b.1, &b.0))
    });
    let mut ranks = vec![0; values.len()];
    for (rank, n) in (0..).zip(by_label) {
        ranks[n] = rank;
    }
    Column { facet, values, ranks, of_event }
}

fn values(
    corpus: &Corpus,
    document_of: &impl Fn(&str) -> Option<u32>,
    agreement: &'static str,
    facet: Facet,
    event: &Event,
) -> Vec<(Arc<str>, Arc<str>)> {
    let word = |word: &str| -> (Arc<str>, Arc<str>) { (word.into(), word.into()) };
    let documents = || {
        let found = event.reports.iter().filter_map(|report| document_of(&report.document));
        found.map(|n| &corpus.documents[n as usize])
    };
    let entities = |kind: EntityKind| {
        let all = event.reports.iter().flat_map(|report| &report.entities);
        let known = all.filter_map(|&n| corpus.entities.get(n as usize));
        let known = known.filter(|entity| entity.kind == kind);
        known.map(|entity| (entity.id.as_str().into(), entity.name.as_str().into())).collect()
    };
    match facet {
        Facet::Document => {
            documents().map(|it| (it.id.as_str().into(), it.title.as_str().into())).collect()
        }
        Facet::Precision => vec![word(event.date.precision().name())],
        Facet::Agreement => vec![word(agreement)],
        Facet::Person => entities(EntityKind::Person),
        Facet::Organisation => entities(EntityKind::Organisation),
        Facet::Place => entities(EntityKind::Place),
        Facet::Kind => vec![word(event.kind.name())],
        Facet::Certainty => event.reports.iter().map(|it| word(it.basis.name())).collect(),
        Facet::Modality => event.reports.iter().map(|it| word(it.modality.name())).collect(),
        Facet::Language => {
            documents().filter(|it| !it.language.is_empty()).map(|it| word(&it.language)).collect()
        }
    }
}

/// The value of [`Facet::Agreement`] for each event. Documents that only copy do not corroborate.
fn agreements(corpus: &Corpus) -> Vec<&'static str> {
    let mut conflicting: Vec<&str> =
        corpus.conflicts.iter().flat_map(|it| &it.reports).map(String::as_str).collect();
    order::sort(&mut conflicting);
    let distinct = |mut documents: Vec<&str>| {
        order::sort(&mut documents);
        documents.dedup();
        documents.len()
    };
    let agreement = |event: &Event| {
        let reports = &event.reports;
        let own = reports.iter().filter(|it| it.copies.is_none());
        if reports.iter().any(|it| conflicting.binary_search(&it.id.as_str()).is_ok()) {
            "conflicting"
        } else if distinct(own.map(|it| it.document.as_str()).collect()) > 1 {
            "corroborated"
        } else if distinct(reports.iter().map(|it| it.document.as_str()).collect()) > 1 {
            "copied"
        } else {
            "single"
        }
    };
    corpus.events.iter().map(agreement).collect()
}

/// The bar of each event: its middle, between the second and the ninety-eighth hundredth of all, so
/// that one far date does not flatten the rest.
fn bars(corpus: &Corpus) -> Vec<u8> {
    let middle = |event: &Event| {
        let (first, last) = event.date.known();
        first.0.midpoint(last.0)
    };
    let middles: Vec<i32> = corpus.events.iter().map(middle).collect();
    let mut sorted = middles.clone();
    order::sort(&mut sorted);
    let at = |hundredth: usize| sorted.get(sorted.len() * hundredth / 100).copied().unwrap_or(0);
    let (first, last) = (i64::from(at(2)), i64::from(at(98)));
    let width = (last - first).max(1);
    let bar = |&day: &i32| {
        let bars = i64::from(small(HISTOGRAM));
        let bar = ((i64::from(day) - first) * bars / width).clamp(0, bars - 1);
        u8::try_from(bar).expect("a bar's number is below sixteen")
    };
    middles.iter().map(bar).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::search::scan::corpus;
    use crate::{Index, Query};

    fn selections() -> impl Strategy<Value = Vec<Selection>> {
        let choice = (0..4usize, 0..5usize, any::<bool>()).prop_map(|(facet, value, exclude)| {
            let facet = [Facet::Document, Facet::Person, Facet::Kind, Facet::Precision][facet];
            let value = match facet {
                Facet::Document => ["d0", "d1", "d2", "gone", ""][value],
                Facet::Person => ["0", "0", "", "", "gone"][value],
                Facet::Kind => ["publication", "mention", "work", "reference", ""][value],
                _ => ["day", "year", "open", "range", "approximate"][value],
            };
            Selection { facet, value: value.into(), exclude }
        });
        prop::collection::vec(choice, 0..5).prop_map(|mut all| {
            all.sort();
            all.dedup_by(|a, b| (a.facet, &a.value) == (b.facet, &b.value));
            all
        })
    }

    /// The values of an event, missing being the empty one.
    fn plain(corpus: &Corpus, event: &Event, facet: Facet) -> Vec<String> {
        let report = &event.reports[0];
        let named = |kind| {
            let all = report.entities.iter().map(|&n| &corpus.entities[n as usize]);
            all.filter(|it| it.kind == kind).map(|it| it.id.clone()).collect::<Vec<_>>()
        };
        let values = match facet {
            Facet::Document => vec![report.document.clone()],
            Facet::Person => named(EntityKind::Person),
            Facet::Kind => vec![event.kind.name().to_owned()],
            _ => vec![event.date.precision().name().to_owned()],
        };
        if values.is_empty() { vec![String::new()] } else { values }
    }

    fn allowed(corpus: &Corpus, event: &Event, facet: Facet, selections: &[Selection]) -> bool {
        let values = plain(corpus, event, facet);
        let own = || selections.iter().filter(|it| it.facet == facet);
        let wanted =
            own().all(|it| it.exclude) || own().any(|it| !it.exclude && values.contains(&it.value));
        wanted && !own().any(|it| it.exclude && values.contains(&it.value))
    }

    proptest! {
        #[test]
        fn counts_say_what_choosing_would_give(corpus in corpus(), selections in selections()) {
            let facets = [Facet::Document, Facet::Person, Facet::Kind, Facet::Precision];
            let index = Index::new(Arc::new(corpus.clone()));
            let query = Query { selections: selections.clone(), ..Query::default() };
            let results = index.run(&query);
            let left = |others: &[Facet]| {
                let passes = |event: &&Event| {
                    others.iter().all(|&facet| allowed(&corpus, event, facet, &selections))
                };
                corpus.events.iter().filter(passes).collect::<Vec<_>>()
            };
            prop_assert_eq!(results.events.len(), left(&facets).len());
            for facet in facets {
                let others: Vec<Facet> = facets.into_iter().filter(|&it| it != facet).collect();
                let counted = results.facets.iter().find(|it| it.facet == facet).unwrap();
                let events = left(&others);
                for value in counted.values.iter().chain([&counted.missing]) {
                    let has = |event: &&&Event| {
                        plain(&corpus, event, facet).contains(&value.value.to_string())
                    };
                    let expected = events.iter().filter(has).count();
                    prop_assert_eq!(value.count as usize, expected, "{:?} {}", facet, value.value);
                    prop_assert_eq!(value.histogram.iter().sum::<u32>(), value.count);
                }
            }
        }
    }
}
