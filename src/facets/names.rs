//! Facets and their values in words.

use dateline_corpus::Facet;
use leptos::prelude::Get;

use crate::state::App;
use crate::strings::Strings;

/// A stable name of a facet, for tests and style.
pub(crate) fn facet_key(facet: Facet) -> &'static str {
    match facet {
        Facet::Document => "document",
        Facet::Precision => "precision",
        Facet::Agreement => "agreement",
        Facet::Person => "person",
        Facet::Organisation => "organisation",
        Facet::Place => "place",
        Facet::Kind => "kind",
        Facet::Certainty => "certainty",
        Facet::Modality => "modality",
        Facet::Language => "language",
    }
}

/// A facet's name in the language of the page.
pub(crate) fn facet_name(facet: Facet, strings: &Strings) -> &'static str {
    match facet {
        Facet::Document => strings.documents,
        Facet::Precision => strings.precision,
        Facet::Agreement => strings.agreement,
        Facet::Person => strings.people,
        Facet::Organisation => strings.organisations,
        Facet::Place => strings.places,
        Facet::Kind => strings.kind,
        Facet::Certainty => strings.certainty,
        Facet::Modality => strings.modality,
        Facet::Language => strings.text_language,
    }
}

/// The name of a facet's value in the language of the page.
pub(crate) fn value_name(app: App, facet: Facet, value: &str) -> String {
    let strings = app.strings();
    let collection = app.collection();
    let fixed = match (facet, value) {
        (Facet::Person, "") => strings.no_person,
        (Facet::Organisation, "") => strings.no_organisation,
        (Facet::Place, "") => strings.no_place,
        (_, "") => strings.missing,
        (Facet::Document, id) => {
            return collection
                .document_index(id)
                .map_or_else(|| id.to_owned(), |index| collection.short_name(index).to_owned());
        }
        (Facet::Person | Facet::Organisation | Facet::Place, id) => {
            let entity = collection.corpus.entities.iter().find(|entity| entity.id == id);
            return entity.map_or_else(|| id.to_owned(), |entity| entity.name.clone());
        }
        (Facet::Language, code) => {
            return crate::browser::intl::language_name(app.language.get().locale(), code);
        }
        (Facet::Precision, "day") => strings.day,
        (Facet::Precision, "range") => strings.range,
        (Facet::Precision, "month") => strings.month,
        (Facet::Precision, "year") => strings.year,
        (Facet::Precision, "years") => strings.years,
        (Facet::Precision, "open") => strings.open_ended,
        (Facet::Precision, "approximate") => strings.approximate,
        (Facet::Agreement, "corroborated") => strings.corroborated,
        (Facet::Agreement, "copied") => strings.copied,
        (Facet::Agreement, "conflicting") => strings.conflicting,
        (Facet::Agreement, "single") => strings.one_document,
        (Facet::Kind, "publication") => strings.kind_publication,
        (Facet::Kind, "mention") => strings.kind_mention,
        (Facet::Kind, "work") => strings.kind_work,
        (Facet::Kind, "reference") => strings.kind_reference,
        (Facet::Certainty, value) => return certainty_name(value, strings).to_owned(),
        (Facet::Modality, "reported") => strings.reported,
        (Facet::Modality, "expected") => strings.expected,
        (Facet::Modality, "denied") => strings.denied,
        (Facet::Modality, "conditional") => strings.conditional,
        _ => return value.to_owned(),
    };
    fixed.to_owned()
}

/// The name of a class of certainty, given as it stands in the corpus.
fn certainty_name(value: &str, strings: &Strings) -> &'static str {
    match value {
        "explicit" => strings.explicit,
        "anchored-stated" => strings.anchored_stated,
        "anchored-inferred" => strings.anchored_inferred,
        "narrative" => strings.narrative,
        _ => strings.vague,
    }
}
