//! Undated documents among dated ones: what is claimed of them, and what is not.

use dateline_corpus::Date;
use dateline_ingest::{Source, date_documents, passages, read_all};

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
