//! Hands a document to the temporal tagger and keeps what it found in the corpus' own terms.

use dateline_corpus::{Basis, Date, Document, IssuedBasis, Span, Timex};
use dateline_timex::{Context, Language, detect_domain, detect_language};

/// Fills a document's `language`, where reading left it empty, and its `timexes`.
pub(crate) fn tag(document: &mut Document) {
    let language =
        Language::from_code(&document.language).unwrap_or_else(|| detect_language(&document.text));
    if document.language.is_empty() {
        document.language = language.code().to_owned();
    }
    let domain = detect_domain(&document.text);
    let tag =
        |reference| dateline_timex::tag(&document.text, &Context { reference, language, domain });
    let found = match days(document) {
        Some((first, last)) if first == last => tag(Some(first)),
        Some((first, last)) => agreed(tag(None), &tag(Some(first)), tag(Some(last))),
        None => tag(None),
    };
    // Read against a span of days, and not against one of them.
    let span = document.issued.clone().filter(|issued| issued.first() != issued.last());
    // A range is one span here: what opens it reaches to its end, what closes it goes.
    let mut closed = 0;
    document.timexes = found
        .into_iter()
        .filter(|timex| {
            let closes = timex.start < closed;
            closed = timex.range_end.unwrap_or(closed);
            !closes
        })
        .filter_map(|timex| convert(timex, document.issued_basis, span.as_ref()))
        .collect();
}

/// The first and the last day that "today" may be, as far as the issue date tells.
fn days(document: &Document) -> Option<(Civil, Civil)> {
    let issued = document.issued.as_ref()?;
    Some((issued.first()?.civil(), issued.last()?.civil()))
}

type Civil = (i32, u8, u8);

/// What a text says when it was written on some day of a span: what its first and its last day agree on,
/// since what lies between then agrees, too; and else what it says when nothing is known.
fn agreed(
    unknown: Vec<dateline_timex::Timex>,
    first: &[dateline_timex::Timex],
    last: Vec<dateline_timex::Timex>,
) -> Vec<dateline_timex::Timex> {
    let mut first = first.iter().peekable();
    let mut last = last.into_iter().peekable();
    let mut one = |timex: dateline_timex::Timex| {
        while first.next_if(|other| other.start < timex.start).is_some() {}
        while last.next_if(|other| other.start < timex.start).is_some() {}
        let (Some(one), Some(other)) = (first.peek(), last.peek()) else { return timex };
        let place = |found: &dateline_timex::Timex| (found.start, found.end, found.range_end);
        let said =
            |found: &dateline_timex::Timex| (place(found), found.value.clone(), found.edtf.clone());
        let same = said(one) == said(other) && place(one) == place(&timex);
        if same { last.next().unwrap_or(timex) } else { timex }
    };
    unknown.into_iter().map(&mut one).collect()
}

fn convert(
    timex: dateline_timex::Timex,
    issued: IssuedBasis,
    span: Option<&Date>,
) -> Option<Timex> {
    let date = |edtf: Option<String>| edtf.as_deref().and_then(Date::parse);
    let basis = match (timex.basis, issued) {
        (dateline_timex::Basis::Explicit, _) => Basis::Explicit,
        (dateline_timex::Basis::Reference, IssuedBasis::Inferred) => Basis::AnchoredInferred,
        (dateline_timex::Basis::Reference, _) => Basis::AnchoredStated,
        (dateline_timex::Basis::Narrative, _) => Basis::Narrative,
        (dateline_timex::Basis::Vague, _) => Basis::Vague,
    };
    let counted = span.filter(|_| timex.basis == dateline_timex::Basis::Reference).cloned();
    let end = timex.range_end.unwrap_or(timex.end);
    Some(Timex {
        span: Span { start: u32::try_from(timex.start).ok()?, end: u32::try_from(end).ok()? },
        kind: timex.kind.name().to_owned(),
        value: timex.value,
        modifier: timex.modifier.map(|modifier| modifier.name().to_owned()),
        date: date(timex.edtf),
        rule: timex.rule.to_owned(),
        basis,
        reference: date(timex.reference).map(|day| counted.unwrap_or(day)),
    })
}
