//! Reports: the sentence that reports something dated, with the date as the sentence means it.
//! Whether two reports speak of one happening is not decided here.

mod about;
mod dated;
mod modality;
mod speaker;
mod state;
mod title;
mod turns;
mod utterance;

use std::collections::BTreeMap;

use dateline_corpus::{BlockKind, Document, Report, Span, Timex};

use crate::tag::ENTRY_HOUR;
use crate::{identity, metadata, structure};

pub(crate) use about::fill as fill_about;
pub(crate) use modality::clause;
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
        // Who asks reports nothing, but perhaps in the clause before.
        if words.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '?').ends_with('?') {
            let asked = sentence.start + u32::try_from(words.rfind("; ").unwrap_or(0)).unwrap_or(0);
            own.retain(|timex| timex.span.end <= asked);
            if own.is_empty() {
                continue;
            }
        }
        let opening = opening(document, sentence, own[0]);
        if !says_more_than_dates(document, sentence, &own, opening.is_some())
            || opening.is_some_and(|told| is_placeholder(told.of(&document.text)))
        {
            continue;
        }
        let repeat = {
            let count = seen.entry(identity::normal_form(words)).or_default();
            *count += 1;
            *count - 1
        };
        let lead = place_line(document, sentence).or_else(|| turn(document, sentence));
        let dating = dated::dating(document, &own, is_scholarly);
        let stated = own.clone();
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
                // "London, April 9, 2014 – The Trust today …": the day of the report is told once.
                if let Some(told) = lead {
                    let again =
                        |other: &&Timex| other.span.start >= told.start && other.date == timex.date;
                    if told.contains(timex.span) {
                        report.title = title::title(&document.text, told, timex.span);
                    } else if stated.iter().any(again) {
                        continue;
                    } else {
                        report.title = shorten(told.of(&document.text));
                    }
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
    let is_apparatus = document
        .block_at(sentence.start)
        .is_some_and(|block| block.span.overlaps(sentence) && block.kind.is_apparatus());
    let next =
        document.references.partition_point(|reference| reference.span.end <= sentence.start);
    !is_apparatus
        && document.references.get(next).is_none_or(|reference| !reference.span.overlaps(sentence))
}

/// The longest place line with its date, in bytes.
const PLACE_LINE: usize = 80;

/// What a sentence tells behind the place line that opens it: "MOSCOW, 4 May – Two ships …".
fn place_line(document: &Document, sentence: Span) -> Option<Span> {
    let places = document.metadata.iter().filter(|datum| datum.field == "place");
    let mut spans = places.filter_map(|datum| datum.span);
    spans.find(|span| span.start == sentence.start && sentence.contains(*span))?;
    let words = sentence.of(&document.text);
    let dashes = [" — ", " – ", " -- ", " - ", "—"].iter();
    let (at, dash) = dashes.filter_map(|dash| Some((words.find(dash)?, *dash))).min()?;
    let start = sentence.start + u32::try_from(at + dash.len()).ok()?;
    (at <= PLACE_LINE && start < sentence.end).then_some(Span { start, ..sentence })
}

/// What a sentence tells behind the label of a turn: "A: I called the director."
fn turn(document: &Document, sentence: Span) -> Option<Span> {
    let words = sentence.of(&document.text);
    let (label, said) = words.split_once(':').filter(|_| metadata::turn(words))?;
    let gap = said.len() - said.trim_start().len();
    let start = sentence.start + u32::try_from(label.len() + 1 + gap).ok()?;
    Some(Span { start, ..sentence })
}

/// Whether an entry of a chat only holds the place of a picture or recording: "Anna: image omitted".
fn is_placeholder(told: &str) -> bool {
    let said = told.split_once(':').map_or(told, |(_, said)| said).to_lowercase();
    let said = said.trim_matches(|c: char| !c.is_alphanumeric());
    #[rustfmt::skip]
    let known = [
        "image omitted", "video omitted", "audio omitted", "sticker omitted", "gif omitted", "document omitted", "media omitted", "photo",
        "video", "sticker", "voice message", "gif", "medien ausgeschlossen", "médias omis", "multimedia omitido", "image absente",
    ];
    known.contains(&said)
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
    // The label of a turn tells nothing: "JH: In September 1949, yes."
    let mut start = turn(document, sentence).unwrap_or(sentence).start;
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
