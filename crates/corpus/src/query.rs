//! What a reader asks of a corpus.

use crate::Date;

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
    /// Only events whose interval meets this one.
    pub range: Option<Date>,
    /// Report ids whose events were hidden as wrong.
    pub hidden: Vec<String>,
}
