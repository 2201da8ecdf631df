//! What a reader asks of a corpus.

use std::sync::Arc;

use crate::Date;
use crate::index::SearchWords;
pub use crate::search::parse::{FIELDS, Field, Note};

/// A field by which events are counted and filtered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// The document that reports it, by id.
    Document,
    /// How exactly its date is known.
    Precision,
    /// Whether documents agree: `corroborated`, `copied`, `conflicting`, `single`.
    Agreement,
    /// Entity id of a person.
    Person,
    /// Entity id of an organisation.
    Organisation,
    /// Entity id of a place.
    Place,
    /// [`crate::EventKind`].
    Kind,
    /// [`crate::Basis`].
    Certainty,
    /// [`crate::Modality`].
    Modality,
    /// BCP 47 code of the reporting document's language.
    Language,
}

/// One chosen value of a facet.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Selection {
    /// Which facet.
    pub facet: Facet,
    /// Which value; empty for "missing".
    pub value: String,
    /// Whether events with it are excluded rather than wanted.
    pub exclude: bool,
}

/// Everything that decides which events are shown. Values of one facet are joined by OR, facets by AND.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// What was typed, in the search grammar.
    pub text: String,
    /// The chosen facet values, sorted, without duplicates.
    pub selections: Vec<Selection>,
    /// Only events whose date tells of this interval: see [`Date::tells_of`].
    pub range: Option<Date>,
    /// Report ids whose events were hidden as wrong.
    pub hidden: Vec<String>,
}

/// What a query leaves of a corpus.
#[derive(Clone, Debug, Default)]
pub struct Results {
    /// Indices into [`crate::Corpus::events`], ascending, which is in order of date. With a range
    /// those that lie within it stand before those that reach beyond it, the shortest of which
    /// tells most.
    pub events: Vec<u32>,
    /// How many of them, at the end, reach beyond the range.
    pub beyond: u32,
    /// The documents whose text the search meets, best first. Empty when nothing is searched for.
    pub documents: Vec<DocumentHit>,
    /// The facets in the order of [`Facet::ALL`].
    pub facets: Vec<FacetCounts>,
    /// What of the search was ignored or read differently, in order.
    pub notes: Vec<Note>,
    /// How many events are hidden as wrong that the query would otherwise leave.
    pub hidden: u32,
    /// The words to be lit.
    pub words: SearchWords,
}

/// A document that a search meets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DocumentHit {
    /// Index into [`crate::Corpus::documents`].
    pub document: u32,
    /// How well it meets the search; larger is better. Only good for comparing within one result.
    pub score: u32,
}

/// The values of one facet among the results.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetCounts {
    /// Which facet.
    pub facet: Facet,
    /// Its values that occur or are chosen, by count, largest first, then by label.
    pub values: Vec<ValueCount>,
    /// Events in which the field is absent; its value is the empty string.
    pub missing: ValueCount,
}

/// One value of a facet and how many events it has. A facet's own choices do not change its counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValueCount {
    /// The value, as in [`Selection::value`].
    pub value: Arc<str>,
    /// What to call it: a title, a name. For values that are words of this program, the value again.
    pub label: Arc<str>,
    /// Events that have it.
    pub count: u32,
    /// Whether it is chosen.
    pub state: Choice,
    /// The same events by time, in equal spans of time from the corpus' first date to its last.
    pub histogram: [u32; HISTOGRAM],
}

/// Bars in the miniature histogram of a facet's value.
pub const HISTOGRAM: usize = 16;

/// Whether a facet's value is chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it all")]
pub enum Choice {
    #[default]
    None,
    Wanted,
    Excluded,
}

impl Facet {
    /// Every facet, in the order in which they are counted.
    pub const ALL: [Self; 10] = [
        Self::Document,
        Self::Person,
        Self::Organisation,
        Self::Place,
        Self::Kind,
        Self::Agreement,
        Self::Certainty,
        Self::Precision,
        Self::Modality,
        Self::Language,
    ];
}
