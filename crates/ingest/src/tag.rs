//! Hands a document to the temporal tagger and keeps what it found in the corpus' own terms.

use dateline_corpus::{Basis, Date, Document, IssuedBasis, Span, Timex};
use dateline_timex::{Context, Language, detect_domain, detect_language};

/// An issue date may be this much uncertain, in days, and still be a date to count from.
const REFERENCE_UNCERTAINTY: i32 = 14;

/// Fills a document's `language`, where reading left it empty, and its `timexes`.
pub(crate) fn tag(document: &mut Document) {
    let language =
        Language::from_code(&document.language).unwrap_or_else(|| detect_language(&document.text));
    if document.language.is_empty() {
        document.language = language.code().to_owned();
    }
    let context =
        Context { reference: reference(document), language, domain: detect_domain(&document.text) };
    // A range is one span here: what opens it reaches to its end, what closes it goes.
    let mut closed = 0;
    document.timexes = dateline_timex::tag(&document.text, &context)
        .into_iter()
        .filter(|timex| {
            let closes = timex.start < closed;
            closed = timex.range_end.unwrap_or(closed);
            !closes
        })
        .filter_map(|timex| convert(timex, document.issued_basis))
        .collect();
}

/// The day that "today" is, as far as the issue date tells.
fn reference(document: &Document) -> Option<(i32, u8, u8)> {
    let issued = document.issued.as_ref()?;
    let (first, last) = (issued.first()?, issued.last()?);
    (last.0 - first.0 <= REFERENCE_UNCERTAINTY).then(|| last.civil())
}

fn convert(timex: dateline_timex::Timex, issued: IssuedBasis) -> Option<Timex> {
    let date = |edtf: Option<String>| edtf.as_deref().and_then(Date::parse);
    let basis = match (timex.basis, issued) {
        (dateline_timex::Basis::Explicit, _) => Basis::Explicit,
        (dateline_timex::Basis::Reference, IssuedBasis::Inferred) => Basis::AnchoredInferred,
        (dateline_timex::Basis::Reference, _) => Basis::AnchoredStated,
        (dateline_timex::Basis::Narrative, _) => Basis::Narrative,
        (dateline_timex::Basis::Vague, _) => Basis::Vague,
    };
    let end = timex.range_end.unwrap_or(timex.end);
    Some(Timex {
        span: Span { start: u32::try_from(timex.start).ok()?, end: u32::try_from(end).ok()? },
        kind: timex.kind.name().to_owned(),
        value: timex.value,
        modifier: timex.modifier.map(|modifier| modifier.name().to_owned()),
        date: date(timex.edtf),
        rule: timex.rule.to_owned(),
        basis,
        reference: date(timex.reference),
    })
}
