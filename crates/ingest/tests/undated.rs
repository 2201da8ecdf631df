//! Undated documents among dated ones: what is claimed of them, and what is not.

use dateline_corpus::Date;
use dateline_ingest::{Source, date_documents, ingest, passages, read_all};

/// The inferred date of `text` in a folder of ten clippings, of these years in turn.
#[track_caller]
fn check(text: &str, years: &[i32], expected: Option<&str>) {
    let clipping = |number: usize| {
        let year = years[number % years.len()];
        let text = format!("Harbour news\n\n{} May {year}\n\nShip {number} came in.\n", number + 1);
        Source { name: format!("clipping-{number}.txt"), bytes: text.into_bytes() }
    };
    let mut sources: Vec<Source> = (0..10).map(clipping).collect();
    sources.push(Source { name: "undated.txt".into(), bytes: text.as_bytes().to_vec() });
    let (mut documents, _) = read_all(sources);
    let shared = passages(&documents);
    date_documents(&mut documents, &shared);
    let document =
        documents.iter().find(|document| document.source == "undated.txt").expect("it is read");
    assert_eq!(document.issued.as_ref().map(Date::edtf), expected);
    assert_eq!(document.issued_evidence.is_empty(), expected.is_none());
}

#[test]
fn a_weekday_and_a_day_tell_the_year_of_a_collection_of_few_years() {
    let text = "Cook missing\n\nHe was last seen on Saturday, August 17. On Wednesday the police found his coat.\n";
    check(text, &[2018, 2019, 2020], Some("2019-08-21~"));
    // 17 August was a Saturday in 2013, too.
    check(text, &[2012, 2019, 2020], None);
    check(text, &[2020, 2021], None);
}

#[test]
fn what_is_to_come_or_contradicts_itself_tells_nothing() {
    let years = [2018, 2019, 2020];
    check("Trial\n\nThe trial could open on Tuesday, January 21.\n", &years, None);
    check("Trial\n\nIt sat on Saturday, August 17, and on Monday, August 20.\n", &years, None);
    check(
        "Trial\n\nIt sat on Saturday, August 17, a year before the vote of 2020.\n",
        &years,
        None,
    );
}

#[test]
fn a_day_close_to_a_document_about_the_same_things_gives_a_span() {
    let names = "Harrow, Lindqvist, Tessaly, Ormund, Pelham, Quist, Ravensby, Stromberg and Umber";
    let dated = format!("Fire on the Aurelia\n\n8 May 2019\n\n{names} were on board.\n");
    let told = |day: &str| format!("Aurelia inquiry\n\n{names} were heard. She burnt on {day}.\n");
    let claim = |text: &str| {
        let clipping = |number: usize| {
            let text = format!(
                "Harbour news\n\n{} May 201{}\n\nShip {number} came in.\n",
                number + 1,
                3 + number % 7
            );
            Source { name: format!("clipping-{number}.txt"), bytes: text.into_bytes() }
        };
        let mut sources: Vec<Source> = (0..10).map(clipping).collect();
        sources.push(Source { name: "fire.txt".into(), bytes: dated.clone().into_bytes() });
        sources.push(Source { name: "undated.txt".into(), bytes: text.as_bytes().to_vec() });
        let corpus = ingest(sources, Vec::new());
        let document = corpus.documents.into_iter().find(|d| d.source == "undated.txt");
        let document = document.expect("it is read");
        let dates =
            document.timexes.iter().map(|timex| timex.date.as_ref().map(|d| d.edtf().to_string()));
        (document.issued.map(|date| date.edtf().to_string()), dates.collect::<Vec<_>>())
    };
    let span = Some("2019-05-07~/2019-06-07~".to_string());
    let day = Some("2019-05-07".to_string());
    assert_eq!(claim(&told("May 7")), (span.clone(), vec![day]));
    // What counts from one day of the span cannot be placed.
    let text = told("May 7") + "\nThe judge left yesterday.\n";
    assert_eq!(claim(&text).1.last(), Some(&None));
    // Another season, another year, or a day to come.
    assert_eq!(claim(&told("September 7")).0, None);
    assert_eq!(claim(&(told("May 7") + "\nIt began anew in 2021.\n")).0, None);
    assert_eq!(claim(&format!("Inquiry\n\n{names} are to be heard on May 17.\n")).0, None);
}

/// The dates of the expressions in a document that states its issue date as `stated`.
#[track_caller]
fn read_against(stated: &str, text: &str, expected: &[Option<&str>]) {
    let text = format!("---\ntitle: Notes\ndate: {stated}\n---\n\n{text}\n");
    let source = Source { name: "notes.md".into(), bytes: text.into_bytes() };
    let corpus = ingest(vec![source], Vec::new());
    let timexes = &corpus.documents[0].timexes;
    let own = timexes.iter().skip(timexes.len() - expected.len());
    let dates: Vec<_> = own.map(|timex| timex.date.as_ref().map(Date::edtf)).collect();
    assert_eq!(dates, expected);
}

#[test]
fn what_counts_from_an_uncertain_day_is_read_as_far_as_the_days_agree() {
    let text =
        "The council met yesterday. It had met in February, and last year, and on 3 March 2012.";
    let known = [Some("2015-02"), Some("2014"), Some("2012-03-03")];
    let day = Some("2015-04-04");
    read_against("2015-04-05", text, &[&[day], &known[..]].concat());
    read_against("2015-04-05/2015-04-20", text, &[&[None], &known[..]].concat());
    read_against("2015-04", text, &[&[None], &known[..]].concat());
    let year = [None, None, Some("2014"), Some("2012-03-03")];
    read_against("2015", text, &year);
}
