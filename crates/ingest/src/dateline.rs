//! The issue date of documents that state none: inferred from the file's name, the web address, the
//! days the text names, and documents with which it shares wording. What is inferred is marked so,
//! with each reason; where the reasons do not settle a day, nothing is claimed.

mod alike;
mod clue;

use std::collections::BTreeMap;

use dateline_corpus::{Date, Day, Document, Evidence, Genre, IssuedBasis, Passage, Span};

use crate::calendar::{self, iso};
use alike::Alike;
use clue::{Clue, Named, clues};

/// How far from the date of a document with shared wording a day named in the text may lie, in days,
/// so that the two belong to the same news.
const NEAR: i32 = 10;
/// How long after the last day it names as past a weekday may follow, in days.
const FRESH: i32 = 4;
/// How many words must be shared for the other document's date to count.
const SHARED: usize = 16;
/// The share of a document's words, in percent, above which it is the same text.
const SAME: usize = 60;
/// How many documents of a collection must state their day, so that its years tell something.
const COLLECTION: usize = 10;
/// How far the date that the text's own days lead to may lie from the other document's, in days.
const AGREE: i32 = 3;

/// How far from the date of a document about the same things a day named in the text may lie, and how
/// long after both news may be issued, in days.
const SAME_NEWS: i32 = 30;

/// Fills `issued`, `issued_basis` and `issued_evidence` of the documents that state no date.
pub fn date_documents(documents: &mut [Document], passages: &[Passage]) {
    let stated: BTreeMap<&str, (Day, &str)> = documents
        .iter()
        .filter(|document| document.issued_basis == IssuedBasis::Stated)
        .filter_map(|document| {
            Some((document.id.as_str(), (day(document.issued.as_ref()?)?, document.title.as_str())))
        })
        .collect();
    let years = stated.values().map(|(day, _)| day.civil().0);
    let collection =
        (stated.len() >= COLLECTION).then(|| Some((years.clone().min()?, years.max()?))).flatten();
    let mut shared: BTreeMap<&str, Vec<Shared>> = BTreeMap::new();
    for passage in passages {
        for (own, other) in [(&passage.first, &passage.second), (&passage.second, &passage.first)] {
            if let Some(&(day, title)) = stated.get(other.document.as_str()) {
                let found = Shared { document: &other.document, title, day, span: own.span };
                shared.entry(own.document.as_str()).or_default().push(found);
            }
        }
    }
    let open = |at: &usize| {
        documents[*at].issued_basis == IssuedBasis::None && !grows(documents[*at].genre)
    };
    let open: Vec<usize> = (0..documents.len()).filter(open).collect();
    let dated = |at: &usize| stated.contains_key(documents[*at].id.as_str());
    let dated: Vec<usize> = (0..documents.len()).filter(dated).collect();
    let alike = if collection.is_some() && !open.is_empty() {
        alike::alike(documents, &dated, &open)
    } else {
        BTreeMap::new()
    };
    let inferred: Vec<Option<(String, Vec<Evidence>)>> = documents
        .iter()
        .enumerate()
        .map(|(at, document)| {
            let open = document.issued_basis == IssuedBasis::None;
            let shared = shared.get(document.id.as_str()).map_or(&[][..], Vec::as_slice);
            let same_news = || {
                let clues = clues(document);
                from_same_news(document, alike.get(&at)?, &clues, documents)
            };
            let infer = || infer(document, shared, collection).or_else(same_news);
            open.then(infer).flatten()
        })
        .collect();
    for (document, found) in documents.iter_mut().zip(inferred) {
        if let Some((edtf, evidence)) = found
            && let Some(date) = Date::parse(&edtf)
        {
            document.issued = Some(date);
            document.issued_basis = IssuedBasis::Inferred;
            document.issued_evidence = evidence;
        }
    }
}

/// Wording shared with a document that states its date.
#[derive(Debug)]
struct Shared<'a> {
    document: &'a str,
    title: &'a str,
    day: Day,
    /// The shared words in the undated document.
    span: Span,
}

fn day(date: &Date) -> Option<Day> {
    date.first().filter(|first| date.last() == Some(*first))
}

/// The EDTF value and the reasons for it.
fn infer(
    document: &Document,
    shared: &[Shared],
    collection: Option<(i32, i32)>,
) -> Option<(String, Vec<Evidence>)> {
    written_elsewhere(document).or_else(|| {
        if grows(document.genre) {
            return None;
        }
        let clues = clues(document);
        // What was copied dates the other document, not this one.
        let mut own = clues.clone();
        own.retain(|clue| !shared.iter().any(|passage| passage.span.overlaps(clue.span)));
        from_shared(document, shared, &own)
            .or_else(|| from_weekday_and_day(document, &clues))
            .or_else(|| from_collection(document, &own, collection?))
    })
}

/// A biography or an encyclopaedia's page grows over the years: no day it names is its own.
fn grows(genre: Genre) -> bool {
    matches!(genre, Genre::Biography | Genre::Reference)
}

/// A date in the web address or in the file's name.
fn written_elsewhere(document: &Document) -> Option<(String, Vec<Evidence>)> {
    let places = [
        ("url", "web address", document.url.as_deref()),
        ("file-name", "file name", Some(document.source.as_str())),
    ];
    places.into_iter().find_map(|(kind, name, text)| {
        let found = calendar::find(text?).filter(|found| found.day.is_some())?;
        let edtf = found.edtf();
        let note = format!("Its {name} holds the date {edtf}.");
        let span = document
            .metadata
            .iter()
            .find(|datum| kind == "url" && datum.field == "url")
            .and_then(|datum| datum.span);
        Some((edtf, vec![Evidence { kind: kind.into(), note, span, document: None }]))
    })
}

/// The document shares wording with a dated one; and either it is the same text, or days that it names
/// in words of its own lead to the same date. Shared wording alone does not tell: a later article
/// repeats the background of an earlier one.
fn from_shared(
    document: &Document,
    shared: &[Shared],
    clues: &[Clue],
) -> Option<(String, Vec<Evidence>)> {
    // The dated document with which it shares most; of several the first by id.
    let mut amounts: BTreeMap<&str, usize> = BTreeMap::new();
    for passage in shared {
        *amounts.entry(passage.document).or_default() +=
            passage.span.of(&document.text).split_whitespace().count();
    }
    let (&other, &amount) =
        amounts.iter().max_by_key(|&(id, amount)| (*amount, std::cmp::Reverse(*id)))?;
    let own: Vec<&Shared> = shared.iter().filter(|passage| passage.document == other).collect();
    let longest = own.iter().max_by_key(|passage| passage.span.end - passage.span.start)?;
    let anchor = longest.day;
    let mut evidence = vec![Evidence {
        kind: "shared-passage".into(),
        note: format!(
            "It shares {} with “{}”, which is dated {}.",
            if own.len() == 1 { "a passage".into() } else { format!("{} passages", own.len()) },
            longest.title,
            iso(anchor)
        ),
        span: Some(longest.span),
        document: Some(other.into()),
    }];
    let words = document.text.split_whitespace().count();
    if amount >= SHARED && amount * 100 >= words * SAME {
        return Some((format!("{}~", iso(anchor)), evidence));
    }
    // The last day named as past, read in the year that brings it closest to the anchor.
    let past = clues
        .iter()
        .filter(|clue| !clue.ahead)
        .filter_map(|clue| Some((clue.closest(anchor)?, clue)));
    let (last, named) =
        past.filter(|(day, _)| (day.0 - anchor.0).abs() <= NEAR).max_by_key(|(day, _)| *day)?;
    let (issued, clue) = last_weekday(last, clues)?;
    if amount < SHARED || (issued.0 - anchor.0).abs() > AGREE {
        return None;
    }
    let quote = |clue: &Clue| clue.span.of(&document.text).to_string();
    evidence.push(Evidence {
        kind: "latest-date".into(),
        note: format!(
            "The last day it names as past is “{}”, which close to that date is {}.",
            quote(named),
            iso(last)
        ),
        span: Some(named.span),
        document: None,
    });
    evidence.push(Evidence {
        kind: "weekday".into(),
        note: format!(
            "It speaks of “{}” as past; the first from {} on is {}.",
            quote(clue),
            iso(last),
            iso(issued)
        ),
        span: Some(clue.span),
        document: None,
    });
    Some((format!("{}~", iso(issued.max(anchor))), evidence))
}

/// The weekday named as past that comes last in the week from `last` on, `last` included.
fn last_weekday(last: Day, clues: &[Clue]) -> Option<(Day, &Clue)> {
    clues
        .iter()
        .filter(|clue| !clue.ahead)
        .filter_map(|clue| match clue.named {
            Named::Weekday(weekday) => {
                let wait = (i32::from(weekday) - i32::from(last.weekday())).rem_euclid(7);
                (wait <= FRESH).then_some((Day(last.0 + wait), clue))
            }
            _ => None,
        })
        .max_by_key(|(day, _)| *day)
}

/// A day named with its weekday but without its year, "Sunday, April 5", fits few years; the years the
/// text names decide between them.
fn from_weekday_and_day(document: &Document, clues: &[Clue]) -> Option<(String, Vec<Evidence>)> {
    let latest = clues.iter().filter_map(|clue| match clue.named {
        Named::Year(year) => Some(year),
        Named::Day(day) => Some(day.civil().0),
        _ => None,
    });
    let latest = latest.max()?;
    let fitting = |clue: &Clue| match clue.named {
        Named::MonthDay(month, number, Some(weekday)) => [latest, latest + 1]
            .into_iter()
            .filter(|&year| number <= calendar::days_in_month(year, month))
            .map(|year| Day::from_civil(year, month, number))
            .find(|day| day.weekday() == weekday),
        _ => None,
    };
    let (day, clue) = clues
        .iter()
        .filter(|clue| !clue.ahead)
        .filter_map(|clue| Some((fitting(clue)?, clue)))
        .max_by_key(|(day, _)| *day)?;
    let note = format!(
        "It names “{}” as past; with the year {latest} in the text that is {}.",
        clue.span.of(&document.text),
        iso(day)
    );
    let evidence =
        Evidence { kind: "weekday-date".into(), note, span: Some(clue.span), document: None };
    Some((format!("{}~", iso(day)), vec![evidence]))
}

/// "Saturday, April 27" without any year, among documents of a few years: when it fell on that weekday in
/// one of those years alone, and every such day in the text agrees, that is the year. The document is
/// then about as old as the last weekday it names from there on.
fn from_collection(
    document: &Document,
    clues: &[Clue],
    (first, last): (i32, i32),
) -> Option<(String, Vec<Evidence>)> {
    let named = |clue: &Clue| match clue.named {
        Named::MonthDay(month, number, Some(weekday)) => Some((month, number, weekday)),
        _ => None,
    };
    // No text is older than the years it names.
    let latest = clues.iter().filter_map(|clue| match clue.named {
        Named::Year(year) => Some(year),
        Named::Day(day) => Some(day.civil().0),
        _ => None,
    });
    let first = latest.max().map_or(first, |latest| latest.max(first));
    let fits = |year: &i32| {
        clues.iter().filter_map(named).all(|(month, number, weekday)| {
            number <= calendar::days_in_month(*year, month)
                && Day::from_civil(*year, month, number).weekday() == weekday
        })
    };
    let mut years = (first..=last).filter(fits);
    let (year, None) = (years.next()?, years.next()) else { return None };
    let (day, clue) = clues
        .iter()
        .filter(|clue| !clue.ahead)
        .filter_map(|clue| {
            let (month, number, _) = named(clue)?;
            Some((Day::from_civil(year, month, number), clue))
        })
        .max_by_key(|(day, _)| *day)?;
    let (issued, then) = last_weekday(day, clues).unwrap_or((day, clue));
    let quote = |clue: &Clue| clue.span.of(&document.text);
    let mut evidence = vec![Evidence {
        kind: "weekday-date".into(),
        note: format!(
            "It names “{}” as past; in the years of this collection, {first} to {last}, that was {} alone.",
            quote(clue),
            iso(day)
        ),
        span: Some(clue.span),
        document: None,
    }];
    if issued > day {
        evidence.push(Evidence {
            kind: "weekday".into(),
            note: format!(
                "It speaks of “{}” as past; the first from then on is {}.",
                quote(then),
                iso(issued)
            ),
            span: Some(then.span),
            document: None,
        });
    }
    Some((format!("{}~", iso(issued)), evidence))
}

/// A document that shares rare names with a dated one, and names a day as past that was close to that
/// date: both tell of the same news. It was issued from that day on, and not long after it or after the
/// others about the same things; how long is not known, so that the claim is a span of days.
fn from_same_news(
    document: &Document,
    alike: &[Alike],
    clues: &[Clue],
    documents: &[Document],
) -> Option<(String, Vec<Evidence>)> {
    let dated = |alike: &Alike| day(documents[alike.at].issued.as_ref()?);
    let (other, anchor, last, named) = alike.iter().find_map(|alike| {
        let anchor = dated(alike)?;
        let (last, named) = clues
            .iter()
            .filter(|clue| !clue.ahead)
            .filter_map(|clue| Some((clue.closest(anchor)?, clue)))
            .filter(|(day, _)| (day.0 - anchor.0).abs() <= SAME_NEWS)
            .max_by_key(|(day, _)| *day)?;
        Some((alike, anchor, last, named))
    })?;
    // No text is older than the years it names.
    let years = clues.iter().filter(|clue| !clue.ahead).filter_map(|clue| match clue.named {
        Named::Year(year) => Some(year),
        Named::Day(day) => Some(day.civil().0),
        _ => None,
    });
    if years.max().is_some_and(|year| year > last.civil().0) {
        return None;
    }
    let close = |day: &Day| (day.0 - last.0).abs() <= 2 * SAME_NEWS;
    // Things go on for years: where the most alike document is of another time, nothing is told.
    if !alike.first().and_then(dated).is_some_and(|day| close(&day)) {
        return None;
    }
    let end = Day(alike.iter().filter_map(dated).filter(close).max()?.max(last).0 + SAME_NEWS);
    let other = (&documents[other.at], &other.names);
    let names: Vec<String> = other.1.iter().map(|name| format!("“{name}”")).collect();
    let evidence = vec![
        Evidence {
            kind: "same-news".into(),
            note: format!(
                "It speaks of {}, as does “{}”, which is dated {}.",
                names.join(", "),
                other.0.title,
                iso(anchor)
            ),
            span: None,
            document: Some(other.0.id.clone()),
        },
        Evidence {
            kind: "latest-date".into(),
            note: format!(
                "The last day it names as past is “{}”, which close to that date is {}.",
                named.span.of(&document.text),
                iso(last)
            ),
            span: Some(named.span),
            document: None,
        },
    ];
    Some((format!("{}~/{}~", iso(last), iso(end)), evidence))
}
