//! Hands a document to the temporal tagger and keeps what it found in the corpus' own terms.

use dateline_corpus::{Basis, Date, Day, Document, IssuedBasis, Span, Timex};
use dateline_timex::{Context, Domain, Language, detect_domain, detect_language};

use crate::structure::record;

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
    document.timexes = ranges_once(found)
        .filter_map(|timex| convert(timex, document.issued_basis, span.as_ref()))
        .collect();
    tag_entries(document, language, domain);
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

/// Reads what stands below a day that is a block of its own, as in diaries and minutes, or behind the day that
/// opens a record, as in chats and logs, against that day. One such day may be the date line of the whole; two
/// are those of entries.
fn tag_entries(document: &mut Document, language: Language, domain: Domain) {
    let days = |day: fn(&Document, Span) -> Option<(Span, Day)>| {
        let blocks = document.blocks.iter().filter_map(|block| day(document, block.span));
        blocks.collect::<Vec<_>>()
    };
    let records = days(opening_day);
    let are_records = records.len() > 1;
    let entries = if are_records { records } else { days(day_of) };
    if !are_records && entries.iter().all(|(_, day)| *day == entries[0].1) {
        return;
    }
    let end = Span { start: u32::try_from(document.text.len()).unwrap_or(u32::MAX), end: 0 };
    let ends = entries.iter().skip(1).map(|(heading, _)| *heading).chain([end]);
    for ((heading, day), next) in entries.iter().zip(ends) {
        // What follows the last record need not belong to it.
        let block = document.blocks.partition_point(|block| block.span.end <= heading.end);
        let own = document.blocks.get(block).filter(|_| are_records).map(|block| block.span.end);
        let body = Span { start: heading.end, end: own.unwrap_or(next.start) };
        let reference = Some(day.civil());
        let found =
            dateline_timex::tag(body.of(&document.text), &Context { reference, language, domain });
        let moved = ranges_once(found).filter_map(|timex| {
            let mut timex = convert(timex, IssuedBasis::Stated, None)?;
            timex.span.start += body.start;
            timex.span.end += body.start;
            Some(timex)
        });
        let from = document.timexes.partition_point(|timex| timex.span.start < body.start);
        let until = document.timexes.partition_point(|timex| timex.span.start < body.end);
        document.timexes.splice(from..until, moved);
    }
}

/// Where the day stands that opens the record which a block is, and the day.
fn opening_day(document: &Document, block: Span) -> Option<(Span, Day)> {
    let told = record(block.of(&document.text))?;
    let (span, day) = first_day(document, block)?;
    ((span.end as usize) <= block.start as usize + told).then_some((span, day))
}

/// The day that a block names, when it holds nothing else.
fn day_of(document: &Document, block: Span) -> Option<(Span, Day)> {
    let (span, day) = first_day(document, block).filter(|(span, _)| block.contains(*span))?;
    let before = Span { start: block.start, end: span.start }.of(&document.text);
    let after = Span { start: span.end, end: block.end }.of(&document.text);
    let is_alone = ![before, after].iter().any(|words| words.contains(char::is_alphanumeric));
    is_alone.then_some((block, day))
}

/// The first date from the beginning of `block` on, where it is a day named in full.
fn first_day(document: &Document, block: Span) -> Option<(Span, Day)> {
    let at = document.timexes.partition_point(|timex| timex.span.start < block.start);
    let timex = document.timexes.get(at).filter(|timex| timex.basis == Basis::Explicit)?;
    Some((timex.span, timex.date.as_ref()?.day()?))
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
