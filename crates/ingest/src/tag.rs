//! Hands a document to the temporal tagger and keeps what it found in the corpus' own terms.

mod part;

use dateline_corpus::{Basis, BlockKind, Date, Document, Genre, IssuedBasis, Span, Timex};
use dateline_timex::{Context, Domain, Language, detect_domain, detect_language};

pub(crate) use part::ENTRY_HOUR;

/// Fills a document's `language`, where reading left it empty, and its `timexes`.
pub(crate) fn tag(document: &mut Document) {
    let language =
        Language::from_code(&document.language).unwrap_or_else(|| detect_language(&document.text));
    if document.language.is_empty() {
        document.language = language.code().to_owned();
    }
    // Who writes a letter speaks of its day.
    let is_dated = days(document).is_some();
    let domain = match document.genre {
        Genre::Letter if is_dated => Domain::News,
        _ if is_finding(document) => Domain::Narrative,
        _ => detect_domain(&document.text),
    };
    let found = read(document, language, domain);
    let found = match domain {
        Domain::News if looks_back(document, &found) => read(document, language, Domain::Narrative),
        _ => found,
    };
    // Read against a span of days, and not against one of them.
    let span = document.issued.clone().filter(|issued| issued.first() != issued.last());
    document.timexes = ranges_once(found)
        .filter_map(|timex| convert(timex, document.issued_basis, span.as_ref()))
        .collect();
    part::tag_parts(document, language);
}

/// What the tagger finds in a document, against its issue date.
fn read(document: &Document, language: Language, domain: Domain) -> Vec<dateline_timex::Timex> {
    let tag =
        |reference| dateline_timex::tag(&document.text, &Context { reference, language, domain });
    match days(document) {
        Some((first, last)) if first == last => tag(Some(first)),
        Some((first, last)) => agreed(tag(None), &tag(Some(first)), tag(Some(last))),
        None => tag(None),
    }
}

/// The fewest days and months with their years in a text that is known to look back.
const DATED: usize = 4;
/// How many days before the issue date they are then.
const LONG_AGO: i32 = 300;

/// How rules begin that count from the day of writing.
const NOW: [&str; 7] = ["weekday", "today", "rel-", "part", "ago", "this-", "last-"];

/// Whether a text tells of a time long before its own, as reports of inquiries do: most dates that it gives in
/// full are of then, and nothing in it speaks from the day of writing.
fn looks_back(document: &Document, found: &[dateline_timex::Timex]) -> bool {
    let Some(issued) = document.issued.as_ref().and_then(Date::first) else { return false };
    let speaks_of_now = |timex: &dateline_timex::Timex| {
        timex.basis == dateline_timex::Basis::Reference
            && NOW.iter().any(|start| timex.rule.starts_with(start))
    };
    let is_told = |timex: &dateline_timex::Timex| {
        let block = u32::try_from(timex.start).ok().and_then(|start| document.block_at(start));
        block.is_some_and(|block| !block.kind.is_apparatus())
    };
    let is_full = |timex: &&dateline_timex::Timex| {
        timex.basis == dateline_timex::Basis::Explicit && timex.value.len() >= 7 && is_told(timex)
    };
    let days = found.iter().filter(is_full).filter_map(|timex| {
        let date = timex.edtf.as_deref().and_then(Date::parse)?;
        Some(issued.0 - date.last()?.0)
    });
    let full = days.clone().count();
    let old = days.filter(|days| *days > LONG_AGO).count();
    full >= DATED && old * 3 >= full * 2 && !found.iter().any(speaks_of_now)
}

/// Whether a document finds what was long before its day, as a court does.
fn is_finding(document: &Document) -> bool {
    #[rustfmt::skip]
    let known = [
        "judgment", "reserved judgment", "judgement", "reasons", "reasons for judgment", "reasons for decision", "findings of fact", "the facts",
        "verdict", "tatbestand", "entscheidungsgründe", "antecedentes de hecho", "hechos probados", "les faits", "motifs de la décision",
    ];
    let headings = document.blocks.iter().filter(|block| block.kind == BlockKind::Heading);
    let mut words = headings.map(|block| block.span.of(&document.text).to_lowercase());
    words.any(|words| known.contains(&words.trim_end_matches([':', '.'])))
}

/// A range is one span in the corpus: what opens it reaches to its end, what closes it goes.
fn ranges_once(found: Vec<dateline_timex::Timex>) -> impl Iterator<Item = dateline_timex::Timex> {
    let mut closed = 0;
    found.into_iter().filter(move |timex| {
        let closes = timex.start < closed;
        closed = timex.range_end.unwrap_or(closed);
        !closes
    })
}

/// The timexes of `body` as a part of `whole`, which begins before it or with it and ends with it.
fn tag_part(document: &Document, whole: Span, body: Span, context: &Context) -> Vec<Timex> {
    let found = dateline_timex::tag(whole.of(&document.text), context);
    let moved = ranges_once(found).filter_map(|timex| {
        let mut timex = convert(timex, IssuedBasis::Stated, None)?;
        timex.span.start += whole.start;
        timex.span.end += whole.start;
        (timex.span.start >= body.start).then_some(timex)
    });
    moved.collect()
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
