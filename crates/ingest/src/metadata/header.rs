//! The lines before and after the prose: title, date line, byline, source, caption, place line.

use dateline_corpus::{Block, BlockKind, Span};

use super::dates::{self, date_line};
use super::{IMPOSSIBLE, host, labels, letter};
use crate::calendar::Written;
use crate::structure::{Draft, MarkKind, block, record, span, stamped};
use crate::{calendar, references, sentence};

/// How many blocks at the beginning may belong to the header.
const HEAD: usize = 14;
/// How many at the end may say where the document is from.
const TAIL: usize = 6;

/// What sets the parts of a header line off from one another.
const BARS: &[char] = &[' ', '\t', '\u{a0}', '|', '·', '•', '–', '—', '-', ',', ';', '/'];

/// Finds metadata in the draft's blocks, notes them, and gives those blocks their kind.
pub(super) fn find(draft: &mut Draft) {
    strong_headings(draft);
    split_header(draft);
    tail(draft);
    letter::find(draft);
    let prose = head(draft);
    late_date(draft, prose);
    held(draft, prose);
    caption_and_place(draft, prose);
    headings(draft, prose);
}

/// A date that the header does not hold: labelled among the first blocks, as that of a judgment is, or on
/// a line of its own at the very end, as agencies and letters have it.
fn late_date(draft: &mut Draft, prose: usize) {
    if draft.value("issued").is_some() {
        return;
    }
    let count = draft.blocks.len();
    for index in prose..count {
        let block = &draft.blocks[index];
        if block.kind != BlockKind::Paragraph {
            continue;
        }
        let words = draft.words(block).to_string();
        let labelled = labels::pair(&words).filter(|_| index < HEAD);
        let dated =
            labelled.filter(|(field, text, _)| *field == "issued" && date_line(text).is_some());
        if let Some((field, text, at)) = dated {
            return value(draft, index, field, text, at);
        }
        // "ENDS" may stand under it.
        let under = |next: &Block| draft.words(next).len() <= 10;
        let last = count - index <= 2 && draft.blocks[index + 1..].iter().all(under);
        if last && index > prose && date_line(&words).is_some() && !logged(draft, &words) {
            return value(draft, index, "issued", &words, 0);
        }
        // Above a letter stand the addresses of who writes it and to whom.
        let addressed = |above: &Block| draft.words(above).chars().take(60).count() < 60;
        let heading = index < HEAD && draft.blocks[..index].iter().all(addressed);
        // A letter may close with its place and day, over or under the signature.
        let signed = |next: &Block| draft.words(next).split_whitespace().take(7).count() < 7;
        let closing = count - index <= 4 && draft.blocks[index + 1..].iter().all(signed);
        if let Some(found) =
            dates::place_date(&words).filter(|_| heading || closing && index > prose)
        {
            return place_and_date(draft, index, &words, 0, found);
        }
    }
}

/// Notes the place and the date of a line that holds both.
fn place_and_date(
    draft: &mut Draft,
    index: usize,
    words: &str,
    lead: usize,
    (place, date): (usize, usize),
) {
    // "En Oviedo, a 12 de junio de 2003"
    let small =
        words[..place].split_once(' ').filter(|(first, _)| ["En", "In", "À", "A"].contains(first));
    let at = small.map_or(0, |(first, _)| first.len() + 1);
    value(draft, index, "place", &words[at..place], lead + at);
    value(draft, index, "issued", &words[date..], lead + date);
}

/// The day of the meeting, sitting, hearing or interview that a document is the record of, where nothing
/// else states a date: "Meeting held on Tuesday 9 May 2023 in the Village Hall". The line goes on being
/// text, since it reports that it was held.
fn held(draft: &mut Draft, prose: usize) {
    if draft.value("issued").is_some() {
        return;
    }
    let hearing = draft.metadata.iter().find(|datum| datum.field == "hearing");
    let lines = draft.blocks.iter().take((prose + 1).min(HEAD)).map(|block| block.span);
    let found = match hearing.and_then(|datum| datum.span) {
        Some(span) => calendar::find(span.of(&draft.text)).map(|date| (span, date)),
        None => lines.into_iter().find_map(|span| Some((span, dates::held(span.of(&draft.text))?))),
    };
    if let Some((line, date)) = found.filter(|(_, date)| date.day.is_some()) {
        let at = line.start as usize;
        draft.note("issued", &date.edtf(), span(at + date.start, at + date.end));
    }
}

/// A short line of its own that is no sentence, with prose or a list under it, is a heading.
fn headings(draft: &mut Draft, prose: usize) {
    let plain = |draft: &Draft, index: usize| {
        let block = &draft.blocks[index];
        let words = draft.words(block);
        block.kind == BlockKind::Paragraph
            && words.len() <= 90
            && words.split_whitespace().take(10).count() < 10
            && !words.contains('\n')
            && words.starts_with(|c: char| c.is_alphanumeric() && !c.is_lowercase())
            && !words.ends_with(['.', '!', '?', ',', ';', ':', '…', '”', '"', '»', '؟', ')', ']'])
            && !labels::address(words)
            && !labels::slug(words)
            && !labels::picture(words)
            && date_line(words).is_none()
            && record(words).is_none()
            && labels::pair(words).is_none_or(|(_, value, _)| value.is_empty())
    };
    for index in prose.max(1)..draft.blocks.len() {
        let words = draft.words(&draft.blocks[index]);
        let caption = labels::picture(words) || labels::captioned(words);
        if caption && draft.blocks[index].kind == BlockKind::Paragraph {
            draft.blocks[index].kind = BlockKind::Caption;
        }
    }
    for index in prose.max(1)..draft.blocks.len().saturating_sub(1) {
        let next = &draft.blocks[index + 1];
        let under = match next.kind {
            BlockKind::Item => true,
            BlockKind::Paragraph => {
                draft.words(next).ends_with(['.', '!', '?', '"', '”', '»', '؟', ')', ']'])
                    || draft.words(next).len() > 120
            }
            _ => false,
        };
        let known = references::is_heading(draft.words(&draft.blocks[index]));
        let above =
            index > 0 && draft.blocks[index - 1].kind == BlockKind::Heading && index > prose;
        // "My fellow citizens:" opens what follows and is no heading; "References:" is known to be one.
        let heading = known && draft.blocks[index].kind == BlockKind::Paragraph
            || plain(draft, index) && under && !above && !draft.structured;
        if heading {
            draft.blocks[index].kind = BlockKind::Heading;
            draft.blocks[index].level = Some(2);
        }
    }
}

/// A short paragraph that is strong throughout is a heading.
fn strong_headings(draft: &mut Draft) {
    for index in 0..draft.blocks.len() {
        let found = draft.blocks[index].clone();
        let (kind, length) = (found.kind, found.span.end - found.span.start);
        let strong = draft.marks_in(found.span).any(|mark| {
            mark.kind == MarkKind::Strong && mark.span.end - mark.span.start + 1 >= length
        });
        if kind == BlockKind::Paragraph && strong && length <= 200 {
            draft.blocks[index].kind = BlockKind::Heading;
            draft.blocks[index].level = Some(if index == 0 { 1 } else { 2 });
        }
    }
}

/// Cuts a first line that holds the whole header, "**Title** _Publication_ date …", into its parts.
fn split_header(draft: &mut Draft) {
    let Some(first) = draft.blocks.first().cloned() else { return };
    let title =
        draft.marks_in(first.span).find(|mark| mark.kind == MarkKind::Strong).map(|mark| mark.span);
    let Some(title) = title.filter(|title| title.start == first.span.start) else { return };
    let length = first.span.end - first.span.start;
    if first.kind != BlockKind::Paragraph || length > 600 {
        return;
    }
    let mut parts: Vec<Block> = vec![Block { level: Some(1), ..block(BlockKind::Heading, title) }];
    let rest = Span { start: title.end, end: first.span.end };
    let mut cuts: Vec<Span> = draft
        .marks_in(rest)
        .filter(|mark| mark.kind == MarkKind::Emphasis)
        .map(|mark| mark.span)
        .collect();
    if let Some(date) = calendar::find(rest.of(&draft.text)) {
        let at = rest.start as usize;
        cuts.push(span(at + date.start, at + date.end));
    }
    if cuts.is_empty() {
        return;
    }
    cuts.sort();
    cuts.push(Span { start: rest.end, end: rest.end });
    let mut at = rest.start;
    for cut in cuts.into_iter().filter(|cut| cut.start >= title.end) {
        for end in [cut.start, cut.end] {
            // A bar or a dash between two parts goes with the one behind it, or with the last.
            let words = Span { start: at, end: end.max(at) }.of(&draft.text);
            if words.contains(char::is_alphanumeric) {
                let start = end as usize - words.trim_start().len();
                parts.push(block(BlockKind::Metadata, span(start, start + words.trim().len())));
                at = end;
            }
        }
    }
    if let Some(last) = parts.last_mut() {
        let left = Span { start: at, end: rest.end }.of(&draft.text).trim_end().len();
        last.span.end = last.span.end.max(at + u32::try_from(left).unwrap_or(0));
    }
    draft.blocks.splice(0..1, parts);
}

/// Source lines after the prose.
fn tail(draft: &mut Draft) {
    let from = draft.blocks.len().saturating_sub(TAIL).max(1);
    let mut pending: Option<&'static str> = None;
    for index in from..draft.blocks.len() {
        let found = draft.blocks[index].clone();
        let words = draft.words(&found).to_string();
        let short = words.len() <= 400 && !words.contains('\n');
        if !short || !matches!(found.kind, BlockKind::Paragraph | BlockKind::Item) {
            pending = None;
            continue;
        }
        if let Some(field) = pending.take() {
            value(draft, index, field, &words, 0);
        } else if let Some((field, text, at)) =
            labels::pair(&words).filter(|_| !spoken(draft, &words))
        {
            if text.is_empty() {
                draft.blocks[index].kind = BlockKind::Metadata;
                pending = Some(field);
            } else {
                value(draft, index, field, text, at);
            }
        } else if labels::archive_number(&words) {
            value(draft, index, "archive-number", &words, 0);
        } else if labels::address(&words) {
            value(draft, index, "url", &words, 0);
        }
    }
}

/// Notes a value that stands at `at` in block `index`.
pub(super) fn value(draft: &mut Draft, index: usize, field: &str, text: &str, at: usize) {
    let start = draft.blocks[index].span.start as usize + at;
    let place = span(start, start + text.len());
    draft.blocks[index].kind = BlockKind::Metadata;
    match field {
        "issued" => {
            // "Sunday, 5 April 2015, 10:30 GMT": the date counts, the hour does not.
            if let Some(date) = calendar::find(text) {
                draft.note(field, &date.edtf(), span(start + date.start, start + date.end));
            } else if let Some(day) = calendar::impossible(text) {
                draft.note(IMPOSSIBLE, day, place);
            }
        }
        "author" | "presenter" | "interviewer" => {
            let host = draft.value("url").and_then(host).map(str::to_string);
            if labels::names(text).is_empty() {
                draft.note(field, text, place);
            }
            for (name, offset) in labels::names(text) {
                let at = span(start + offset, start + offset + name.len());
                let publication = labels::is_publication(name, host.as_deref());
                draft.note(if publication { "publication" } else { field }, name, at);
            }
        }
        "publication" if labels::address(text) => draft.note("url", text, place),
        _ => draft.note(field, text, place),
    }
}

/// Header lines before the prose; gives back the index of the first block that is prose.
fn head(draft: &mut Draft) -> usize {
    let mut pending: Option<&'static str> = None;
    let mut index = 0;
    while index < draft.blocks.len().min(HEAD) {
        let found = draft.blocks[index].clone();
        let words = draft.words(&found).to_string();
        // The bar or dash that set this part of a header line off is not its value.
        let part = found.kind == BlockKind::Metadata;
        let lead = if part { words.len() - words.trim_start_matches(BARS).len() } else { 0 };
        let words = if part { words.trim_matches(BARS).to_string() } else { words };
        let at = found.span;
        if found.kind == BlockKind::Metadata && known(draft, at) {
            index += 1;
            continue;
        }
        if let Some(field) = pending.take() {
            value(draft, index, field, &words, lead);
        } else if let Some(stages) = dates::stages(&words) {
            for (field, stage, at) in stages {
                value(draft, index, field, stage, lead + at);
            }
        } else if found.kind == BlockKind::Heading {
            let first = draft.blocks[..index].iter().all(|block| block.kind != BlockKind::Heading);
            if draft.value("title").is_none() {
                draft.note("title", &words, at);
            } else if !first {
                return index;
            }
            draft.blocks[index].level = Some(1);
        } else if let Some(date) = date_line(&words).filter(|_| !logged(draft, &words)) {
            value(draft, index, "issued", &words[date..], lead + date);
        } else if let Some(found) =
            dates::place_date(&words).filter(|_| draft.value("issued").is_none())
        {
            place_and_date(draft, index, &words, lead, found);
        } else if let Some((field, text, at)) =
            labels::pair(&words).filter(|_| !spoken(draft, &words))
        {
            if text.is_empty() {
                draft.blocks[index].kind = BlockKind::Metadata;
                pending = Some(field);
            } else {
                value(draft, index, field, text, lead + at);
            }
        } else if let Some((field, text, at)) = labels::byline(&words) {
            value(draft, index, field, text, lead + at);
        } else if labels::archive_number(&words) {
            value(draft, index, "archive-number", &words, lead);
        } else if labels::address(&words) {
            value(draft, index, "url", &words, lead);
        } else if index > 0 && labels::aside(&words) {
            value(draft, index, "note", &words, lead);
        } else if found.kind == BlockKind::Metadata || (index > 0 && emphasised(draft, at)) {
            publication(draft, index, &words, lead);
        } else if labels::genre_line(&words) {
            value(draft, index, "genre", &words, lead);
        } else if draft.value("title").is_none() && slugged(draft, index, &words) {
            value(draft, index, "slug", &words, lead);
        } else if index > 0
            && (named_publication(draft, &words) || above_date(draft, index, &words))
        {
            value(draft, index, "publication", &words, lead);
        } else if draft.value("title").is_none() && title_like(draft, index, &words) {
            draft.note("title", &words, at);
            draft.blocks[index].kind = BlockKind::Heading;
            draft.blocks[index].level = Some(1);
        } else if subtitle(draft, index, &words) {
            value(draft, index, "subtitle", &words, lead);
            // What tells of something dated is text, too.
            if calendar::find(&words).is_some() && date_line(&words).is_none() {
                draft.blocks[index].kind = BlockKind::Paragraph;
            }
        } else {
            return index;
        }
        index += 1;
    }
    index
}

/// Whether a line is one of several records, or the first of several days or years that stand alone above what
/// is told of them: none of them is the date line of the whole.
fn logged(draft: &Draft, words: &str) -> bool {
    if let Some(own) = calendar::whole(words.trim_end_matches([':', '.'])) {
        let precision = |date: &Written| (date.month.is_some(), date.day.is_some());
        let alone =
            |block: &Block| calendar::whole(draft.words(block).trim_end_matches([':', '.']));
        let other =
            |found: &Written| precision(found) == precision(&own) && found.edtf() != own.edtf();
        return draft.blocks.windows(2).any(|pair| {
            alone(&pair[0]).is_some_and(|found| other(&found)) && alone(&pair[1]).is_none()
        });
    }
    let records = || draft.blocks.iter().filter(|block| record(draft.words(block)).is_some());
    record(words).is_some() && records().take(2).count() == 2
}

/// Whether a first line is the slug of an agency, with the title under it.
fn slugged(draft: &Draft, index: usize, words: &str) -> bool {
    let titled = |next: &Block| title_like(draft, index + 1, draft.words(next));
    labels::slug(words)
        && index < 2
        && words.split_whitespace().nth(1).is_some()
        && draft.blocks.get(index + 1).is_some_and(titled)
}

/// Whether a line of the header is nothing but the name of a publication: "Associated Press".
fn named_publication(draft: &Draft, words: &str) -> bool {
    draft.value("publication").is_none()
        && draft.value("author").is_some()
        && words.split_whitespace().count() <= 4
        && words.split_whitespace().all(|word| word.starts_with(char::is_uppercase))
        && !words.ends_with(['.', ':', '!', '?'])
        && labels::is_publication(words, None)
}

/// Whether a line under the title names who published it, with nothing but the date below: "Agência Norte".
fn above_date(draft: &Draft, index: usize, words: &str) -> bool {
    let dated =
        |next: &Block| date_line(draft.words(next)).is_some() && !logged(draft, draft.words(next));
    draft.value("publication").is_none()
        && draft.value("title").is_some()
        && draft.blocks[index].kind == BlockKind::Paragraph
        && words.split_whitespace().take(5).count() < 5
        && words.starts_with(char::is_uppercase)
        && words.ends_with(char::is_alphabetic)
        && draft.blocks.get(index + 1).is_some_and(dated)
}

pub(super) fn one_sentence(words: &str) -> bool {
    let mut sentences = Vec::new();
    sentence::split(words, span(0, words.len()), &mut sentences);
    sentences.len() < 2
}

/// Whether a line such as "PRESENTER: What came of it?" is a turn of a conversation: its label stands
/// before other blocks too.
fn spoken(draft: &Draft, words: &str) -> bool {
    let Some((speaker, _)) = words.split_once(':') else { return false };
    let label = |block: &&Block| {
        draft.words(block).strip_prefix(speaker).is_some_and(|rest| rest.starts_with(':'))
    };
    draft.blocks.iter().filter(label).take(2).count() == 2
}

/// Whether the line stands right under the title and reads like a part of it.
fn subtitle(draft: &Draft, index: usize, words: &str) -> bool {
    index > 0
        && draft.blocks[index - 1].kind == BlockKind::Heading
        && draft.value("subtitle").is_none()
        && title_like(draft, index, words)
        && words.chars().count() >= 15
        && !references::is_heading(words)
        && !labels::slug(words)
        && !labels::bare_day(words)
        && !labels::picture(words)
        && draft.blocks.get(index + 1).is_some_and(|next| next.kind != BlockKind::Item)
        && words.starts_with(|c: char| !c.is_lowercase())
}

/// Whether a datum was already read from within `at`.
fn known(draft: &Draft, at: Span) -> bool {
    draft.metadata.iter().any(|datum| datum.span.is_some_and(|span| at.contains(span)))
}

fn emphasised(draft: &Draft, at: Span) -> bool {
    let length = at.end - at.start;
    length <= 100
        && draft.marks_in(at).any(|mark| {
            mark.kind == MarkKind::Emphasis && mark.span.end - mark.span.start == length
        })
}

/// "Al Arabiya – Nuqtat Nizam": the publication and its programme.
fn publication(draft: &mut Draft, index: usize, words: &str, lead: usize) {
    let cut = [" – ", " — ", " - ", " | ", " / "]
        .iter()
        .find_map(|bar| words.find(bar).map(|at| (at, bar.len())));
    let (name, programme) = match cut {
        Some((at, width)) => (&words[..at], Some(at + width)),
        None => (words, None),
    };
    if draft.value("publication").is_none()
        && name.split_whitespace().count() <= 6
        && !name.ends_with('.')
    {
        // "Rights Monitor, June 2015": the date goes with it.
        let dated =
            name.split_once(", ").and_then(|(own, rest)| Some((own, calendar::whole(rest)?)));
        if let Some((own, date)) = dated.filter(|_| draft.value("issued").is_none()) {
            value(draft, index, "publication", own, lead);
            let gap = name[own.len()..].trim_start_matches(|c: char| c == ',' || c.is_whitespace());
            let before = lead + name.len() - gap.len();
            let start = draft.blocks[index].span.start as usize + before;
            draft.note("issued", &date.edtf(), span(start, start + date.end));
        } else {
            value(draft, index, "publication", name, lead);
        }
        if let Some(at) = programme {
            value(draft, index, "programme", &words[at..], lead + at);
        }
    } else {
        let field = if draft.value("subtitle").is_none() { "subtitle" } else { "note" };
        value(draft, index, field, words, lead);
    }
}

/// Whether the line stands where a title stands and does not read as a sentence.
fn title_like(draft: &Draft, index: usize, words: &str) -> bool {
    let length = words.chars().take(221).count();
    let kind = draft.blocks[index].kind;
    let alone = draft.blocks.len() == 1;
    // The line above a date, a byline or a source is a title even where it ends like a sentence.
    let stated = |next: &Block| {
        let next = draft.words(next);
        let label =
            labels::pair(next).is_some_and(|(field, value, _)| field != "url" && !value.is_empty());
        date_line(next).is_some() || label || labels::byline(next).is_some()
    };
    let crowned = index == 0 && length <= 160 && draft.blocks.get(1).is_some_and(stated);
    let open = !words.ends_with(['.', ',', ';', ':', ']']) && one_sentence(words);
    kind == BlockKind::Paragraph
        && !alone
        && !labels::salutation(words)
        && !words.starts_with('|')
        && !labels::slug(words)
        && !labels::picture(words)
        && !stamped(words)
        && length <= 220
        && !words.contains('\n')
        && (open || crowned)
        && index < 6
}

/// The caption before, and the place line that opens, the prose.
fn caption_and_place(draft: &mut Draft, prose: usize) {
    for index in prose..draft.blocks.len().min(prose + 3) {
        let found = draft.blocks[index].clone();
        if found.kind != BlockKind::Paragraph {
            return;
        }
        let words = draft.words(&found);
        let at = found.span.start as usize;
        if let Some((place, date)) = dates::dated_place(words) {
            // "Paris, le 3 octobre 2017 – …"
            let (place, date) = (span(at, at + place), span(at + date.start, at + date.end));
            let (name, day) = (place.of(&draft.text).to_string(), date.of(&draft.text).to_string());
            draft.note("place", &name, place);
            if let Some(day) = calendar::find(&day).filter(|_| draft.value("issued").is_none()) {
                draft.note("issued", &day.edtf(), date);
            }
            return;
        }
        let Some(place) = place_line(words) else { continue };
        let place_span = span(at, at + place);
        let value = words[..place].to_string();
        draft.note("place", &value, place_span);
        // What stands between the header and the place line belongs to a picture.
        for before in prose..index {
            let caption = draft.blocks[before].clone();
            let words = draft.words(&caption).to_string();
            if words.len() <= 500 {
                draft.note("caption", &words, caption.span);
                draft.blocks[before].kind = BlockKind::Caption;
            }
        }
        return;
    }
}

/// The length of the place in "MOSCOW/BEIRUT — Fresh Russian efforts …".
fn place_line(words: &str) -> Option<usize> {
    let head_end = words.char_indices().nth(80).map_or(words.len(), |(at, _)| at);
    let head = &words[..head_end];
    let dash = [" — ", " – ", " -- ", " - ", " _ ", "—"]
        .iter()
        .filter_map(|dash| head.find(dash))
        .min()?;
    let lead = &head[..dash];
    // The agency in brackets and the day after the place are not the place.
    let end = lead.find([',', '(']).unwrap_or(lead.len());
    let place = lead[..end].trim_end();
    let letters = place.chars().filter(|c| c.is_alphabetic());
    let capital = place.chars().any(char::is_uppercase) && !letters.clone().any(char::is_lowercase);
    (capital && letters.count() >= 3).then_some(place.len())
}
