//! Reports: the sentence that reports something dated, with the date as the sentence means it.
//! Whether two reports speak of one happening is not decided here.

mod about;
mod dated;
mod modality;
mod speaker;
mod state;
mod title;
mod utterance;

use std::collections::BTreeMap;

use dateline_corpus::{BlockKind, Document, Report, Span, Timex};

use crate::tag::ENTRY_HOUR;
use crate::{identity, structure};

pub(crate) use about::fill as fill_about;
pub(crate) use speaker::speaker;
pub(crate) use title::{is_verb_of_doing, shorten};
pub(crate) use utterance::{Quotation, quotations};

/// What a document's sentences report, in the order of their dates in the text.
pub(crate) fn reports(document: &Document, sentences: &[Span]) -> Vec<Report> {
    let is_scholarly = dated::is_scholarly(&document.text);
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut reports = Vec::new();
    let mut timexes = document.timexes.iter().peekable();
    for (number, &sentence) in sentences.iter().enumerate() {
        let mut own = Vec::new();
        while let Some(timex) = timexes.next_if(|timex| timex.span.start < sentence.end) {
            if sentence.contains(timex.span) {
                own.push(timex);
            }
        }
        if own.is_empty() || !is_running_text(document, sentence) {
            continue;
        }
        let words = sentence.of(&document.text);
        // Who asks reports nothing.
        if words.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '?').ends_with('?') {
            continue;
        }
        let opening = opening(document, sentence, own[0]);
        if !says_more_than_dates(document, sentence, &own, opening.is_some()) {
            continue;
        }
        let repeat = {
            let count = seen.entry(identity::normal_form(words)).or_default();
            *count += 1;
            *count - 1
        };
        let dating = dated::dating(document, &own, is_scholarly);
        for ((ordinal, timex), is_dating) in own.into_iter().enumerate().zip(dating) {
            if let Some(mut report) = report(document, sentence, timex).filter(|_| is_dating) {
                // The row of a chronology is called by what it tells.
                if let Some(told) = opening {
                    report.title = if told.contains(timex.span) {
                        title::title(&document.text, told, timex.span)
                    } else {
                        shorten(told.of(&document.text))
                    };
                }
                report.context = context(document, sentences, number);
                report.id = identity::report_id(&document.id, words, ordinal, repeat);
                reports.push(report);
            }
        }
    }
    reports
}

/// The report of one timex, still without its id.
fn report(document: &Document, sentence: Span, timex: &Timex) -> Option<Report> {
    let is_point = matches!(timex.kind.as_str(), "DATE" | "TIME") && !timex.value.ends_with("_REF");
    let date = state::date(&document.text, sentence, timex).filter(|_| is_point)?;
    Some(Report {
        id: String::new(),
        document: document.id.clone(),
        span: sentence,
        timex: timex.span,
        kind: timex.kind.clone(),
        value: timex.value.clone(),
        modifier: timex.modifier.clone(),
        rule: timex.rule.clone(),
        basis: timex.basis,
        title: title::title(&document.text, sentence, timex.span),
        modality: modality::modality(
            &document.text,
            sentence,
            timex.span,
            &date,
            document.issued.as_ref(),
        ),
        date,
        reference: timex.reference.clone(),
        entities: entities(document, sentence),
        speaker: speaker(document, sentence),
        copies: None,
        context: None,
        about: None,
    })
}

/// The sentences after the one at `number` that carry no date and continue it: those of its block, three
/// at most, up to the next with a date.
fn context(document: &Document, sentences: &[Span], number: usize) -> Option<Span> {
    let own = sentences[number];
    let block = document.blocks.partition_point(|block| block.span.end < own.end);
    let block = document.blocks.get(block).filter(|block| block.span.contains(own))?;
    let mut following = sentences[number + 1..].iter().take(3).take_while(|sentence| {
        let next = document.timexes.partition_point(|timex| timex.span.start < sentence.start);
        let is_dated =
            document.timexes.get(next).is_some_and(|timex| timex.span.start < sentence.end);
        block.span.contains(**sentence) && !is_dated
    });
    let first = following.next()?;
    Some(Span { start: first.start, end: following.last().unwrap_or(first).end })
}

/// Whether a sentence is part of what the document tells, and not of its header or its sources.
fn is_running_text(document: &Document, sentence: Span) -> bool {
    let is_apparatus = document.block_at(sentence.start).is_some_and(|block| {
        block.span.overlaps(sentence)
            && matches!(
                block.kind,
                BlockKind::Metadata | BlockKind::Bibliography | BlockKind::Reference
            )
    });
    let next =
        document.references.partition_point(|reference| reference.span.end <= sentence.start);
    !is_apparatus
        && document.references.get(next).is_none_or(|reference| !reference.span.overlaps(sentence))
}

/// What a record tells behind the date or hour that opens it; `None` for other sentences, and for those of
/// a record that follow its first.
fn opening(document: &Document, sentence: Span, first: &Timex) -> Option<Span> {
    let block = document.block_at(sentence.start)?;
    let is_first = block.span.start == sentence.start && block.kind != BlockKind::Heading;
    let words = sentence.of(&document.text);
    let logged = || structure::hour(words).filter(|_| first.rule == ENTRY_HOUR).map(|hour| hour.1);
    let at = structure::record(words).or_else(logged).filter(|_| is_first)?;
    // The bar that closes the row of a table.
    let end = words.trim_end_matches(['|', ' ', '\t']).len().max(at);
    let place = |at: usize| Some(sentence.start + u32::try_from(at).ok()?);
    Some(Span { start: place(at)?, end: place(end)? })
}

/// A date line or a heading that is only a date reports nothing: three words must be left over, two in an
/// item of a list, "Next meeting: 13 June", and one behind the date that opens a record.
fn says_more_than_dates(
    document: &Document,
    sentence: Span,
    timexes: &[&Timex],
    is_record: bool,
) -> bool {
    let text = &document.text;
    let is_item = document
        .block_at(sentence.start)
        .is_some_and(|block| block.kind == BlockKind::Item && block.span.contains(sentence));
    let least = if is_record {
        1
    } else if is_item {
        2
    } else {
        3
    };
    let mut start = sentence.start;
    let mut words = 0;
    let ends = timexes
        .iter()
        .map(|timex| timex.span)
        .chain([Span { start: sentence.end, end: sentence.end }]);
    for timex in ends {
        let between = Span { start, end: timex.start.max(start) };
        words += between
            .of(text)
            .split_whitespace()
            .filter(|word| word.contains(char::is_alphabetic))
            .count();
        start = timex.end;
    }
    words >= least
}

/// Who and where: the entities named in `span`, in order of first mention.
pub(crate) fn entities(document: &Document, span: Span) -> Vec<u32> {
    let from = document.mentions.partition_point(|mention| mention.span.start < span.start);
    let mut entities = Vec::new();
    for mention in
        document.mentions[from..].iter().take_while(|mention| mention.span.end <= span.end)
    {
        if !entities.contains(&mention.entity) {
            entities.push(mention.entity);
        }
    }
    entities
}
