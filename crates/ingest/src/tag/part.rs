//! Parts of a document that are read against a day of their own, or against none: the entries of diaries, logs
//! and chats, what stands below the years of a chronicle, and what a message quotes of an earlier one.

use dateline_corpus::{Basis, Block, BlockKind, Date, Day, Document, IssuedBasis, Span, Timex};
use dateline_timex::{Context, Domain, Language};

use super::tag_part;
use crate::calendar;
use crate::structure::{hour, record, time};

/// The rule of an hour that opens an entry of a log, on the day that the entry stands below.
pub(crate) const ENTRY_HOUR: &str = "entry-hour";

/// Reads the parts of a document, whose timexes are those of the whole, against their own days.
pub(super) fn tag_parts(document: &mut Document, language: Language) {
    tag_entries(document, language);
    tag_quoted(document, language);
}

fn on(day: Day, language: Language) -> Context {
    Context { reference: Some(day.civil()), language, domain: Domain::News }
}

/// Reads what stands below a day that is a block of its own, as in diaries and minutes, or behind the day that
/// opens a record, as in chats and logs, against that day. One such day may be the date line of the whole; two
/// are those of entries.
fn tag_entries(document: &mut Document, language: Language) {
    let days = |day: fn(&Document, Span) -> Option<(Span, Day)>| {
        let blocks = document.blocks.iter().filter_map(|block| day(document, block.span));
        blocks.collect::<Vec<_>>()
    };
    let records = days(opening_day);
    let are_records = records.len() > 1;
    let entries = if are_records { records } else { days(day_of) };
    if !are_records && entries.iter().all(|(_, day)| *day == entries[0].1) {
        match log_of_a_day(document) {
            Some(day) => {
                let found = hours(document, Span { start: 0, end: u32::MAX }, day);
                replace(document, found);
            }
            None => tag_years(document, language),
        }
        return;
    }
    let end = Span { start: u32::try_from(document.text.len()).unwrap_or(u32::MAX), end: 0 };
    let ends = entries.iter().skip(1).map(|(heading, _)| *heading).chain([end]);
    let mut parts = Vec::new();
    let mut timed = Vec::new();
    for ((heading, day), next) in entries.iter().zip(ends) {
        // What follows the last record need not belong to it.
        let block = document.blocks.partition_point(|block| block.span.end <= heading.end);
        let own = document.blocks.get(block).filter(|_| are_records).map(|block| block.span.end);
        let body = Span { start: heading.end, end: own.unwrap_or(next.start) };
        parts.push((body, tag_part(document, body, body, &on(*day, language))));
        if !are_records {
            timed.extend(hours(document, body, *day));
        }
    }
    replace(document, parts);
    replace(document, timed);
}

/// The stated day of a document in which most paragraphs open with an hour.
fn log_of_a_day(document: &Document) -> Option<Day> {
    let day = document.issued.as_ref().filter(|_| document.issued_basis == IssuedBasis::Stated);
    let kinds = [BlockKind::Paragraph, BlockKind::Item];
    let told = document.blocks.iter().filter(|block| kinds.contains(&block.kind));
    let is_timed = |block: &&Block| hour(block.span.of(&document.text)).is_some();
    let timed = told.clone().filter(is_timed).count();
    day?.day().filter(|_| timed > 1 && timed * 2 > told.count())
}

/// The hours that open the paragraphs of `body`, on that day. One may be another number.
fn hours(document: &Document, body: Span, day: Day) -> Vec<(Span, Vec<Timex>)> {
    let from = document.blocks.partition_point(|block| block.span.start < body.start);
    let opening = |block: &Block| {
        let (clock, _) = hour(block.span.of(&document.text))?;
        let end = block.span.start + u32::try_from(clock).ok()?;
        Some(Span { end, ..block.span })
    };
    let blocks = document.blocks[from..].iter();
    let blocks = blocks.take_while(|block| block.span.end <= body.end);
    let found: Vec<Span> = blocks.filter_map(opening).collect();
    if found.len() < 2 {
        return Vec::new();
    }
    let day = calendar::iso(day);
    let own = |span: Span| Timex {
        span,
        kind: "TIME".into(),
        value: time(span.of(&document.text))
            .map_or_else(|| day.clone(), |(hour, minute)| format!("{day}T{hour:02}:{minute:02}")),
        modifier: None,
        date: Date::parse(&day),
        rule: ENTRY_HOUR.into(),
        basis: Basis::AnchoredStated,
        reference: Date::parse(&day),
    };
    found.into_iter().map(|span| (span, vec![own(span)])).collect()
}

/// Puts the timexes of parts, which stand in order, in the place of those that begin there; all at once, since
/// one by one takes time that grows with the square of their number.
fn replace(document: &mut Document, parts: Vec<(Span, Vec<Timex>)>) {
    let mut merged = Vec::with_capacity(document.timexes.len() + parts.len());
    let mut old = std::mem::take(&mut document.timexes).into_iter().peekable();
    for (part, own) in parts {
        while let Some(before) = old.next_if(|timex| timex.span.start < part.start) {
            merged.push(before);
        }
        while old.next_if(|timex| timex.span.start < part.end).is_some() {}
        merged.extend(own);
    }
    merged.extend(old);
    document.timexes = merged;
}

/// Reads what stands below a year or month that is a block of its own, or opens a heading, as told in that time
/// and not in that of the document. One such year may be the date of the whole; two are those of parts.
fn tag_years(document: &mut Document, language: Language) {
    let part = |block: &Block| {
        let at = document.timexes.partition_point(|timex| timex.span.start < block.span.start);
        let timex =
            document.timexes.get(at).filter(|timex| timex.span.start == block.span.start)?;
        let after = Span { start: timex.span.end.min(block.span.end), ..block.span };
        let after = after.of(&document.text).trim_start();
        let is_apart = after.starts_with([':', '.', ',', '–', '—', '-', '(']);
        let is_date = timex.basis == Basis::Explicit && timex.date.as_ref()?.day().is_none();
        (is_date && (after.is_empty() || is_apart && block.kind == BlockKind::Heading))
            .then(|| (*block).clone())
    };
    let parts: Vec<Block> = document.blocks.iter().filter_map(part).collect();
    if parts.len() < 2 {
        return;
    }
    let ends = |block: &Block| {
        parts.binary_search_by_key(&block.span, |part| part.span).is_ok()
            || block.kind == BlockKind::Heading && block.level <= parts[0].level
    };
    let borders: Vec<Span> =
        document.blocks.iter().filter(|block| ends(block)).map(|block| block.span).collect();
    let end = u32::try_from(document.text.len()).unwrap_or(u32::MAX);
    let context = Context { reference: None, language, domain: Domain::Narrative };
    let read = |part: &Block| {
        let next = borders.partition_point(|border| border.start <= part.span.start);
        let end = borders.get(next).map_or(end, |border| border.start);
        let body = Span { start: part.span.end, end };
        (body, tag_part(document, Span { start: part.span.start, end }, body, &context))
    };
    let read = parts.iter().map(read).collect();
    replace(document, read);
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

/// Reads what a message quotes of an earlier one against the day that the line above it gives:
/// "On Tue, 26 Feb 2019 at 17:40, Anna Lind wrote:".
fn tag_quoted(document: &mut Document, language: Language) {
    let is_quote = |block: &Block| block.kind == BlockKind::Quote;
    let mut bodies = Vec::new();
    for (at, pair) in document.blocks.windows(2).enumerate() {
        if is_quote(&pair[0]) || !is_quote(&pair[1]) {
            continue;
        }
        let quotes = document.blocks[at + 1..].iter().take_while(|block| is_quote(block));
        let end = quotes.last().map_or(pair[1].span.end, |last| last.span.end);
        if let Some(day) = introducing(document, pair[0].span) {
            bodies.push((Span { start: pair[1].span.start, end }, day));
        }
        // A quotation within: its line stands above one that is marked.
        let quoted = Span { start: pair[1].span.start, end };
        let mut start = quoted.start;
        for line in quoted.of(&document.text).split_inclusive('\n') {
            let own = Span { start, end: start + u32::try_from(line.len()).unwrap_or(0) };
            let rest = Span { start: own.end, end };
            start = own.end;
            if rest.of(&document.text).trim_start().starts_with('>')
                && let Some(day) = introducing(document, own)
            {
                bodies.push((rest, day));
            }
        }
    }
    // Each ends where one within it begins.
    let ends: Vec<u32> =
        bodies.iter().skip(1).map(|(next, _)| next.start).chain([u32::MAX]).collect();
    let parts = bodies.iter().zip(ends).map(|((body, day), end)| {
        let body = Span { end: body.end.min(end), ..*body };
        (body, tag_part(document, body, body, &on(*day, language)))
    });
    let parts = parts.collect();
    replace(document, parts);
}

/// The day in words that introduce a quoted message.
fn introducing(document: &Document, words: Span) -> Option<Day> {
    let own = document.timexes_in(words).iter();
    let mut days = own.filter(|timex| timex.basis == Basis::Explicit);
    let is_lead = words.of(&document.text).trim_end().ends_with([':', '：']);
    days.find_map(|timex| timex.date.as_ref()?.day()).filter(|_| is_lead)
}
