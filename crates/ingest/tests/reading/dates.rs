//! Dates that documents state of themselves and that no calendar has: said, and not made years of.

use dateline_corpus::Date;
use dateline_ingest::{Source, read};

#[track_caller]
fn check(name: &str, text: &str, issued: Option<&str>, impossible: &[&str]) {
    let (documents, diagnostics) = read(&Source { name: name.into(), bytes: text.into() });
    let document = &documents[0];
    assert_eq!(document.issued.as_ref().map(Date::edtf), issued, "{text}");
    let told = document.metadata.iter().filter(|datum| datum.field == "impossible-date");
    assert_eq!(told.map(|datum| datum.value.as_str()).collect::<Vec<_>>(), impossible, "{text}");
    let kinds: Vec<_> = diagnostics.iter().map(|it| (it.kind.as_str(), it.left_out)).collect();
    assert_eq!(kinds, vec![("impossible-date", false); impossible.len()], "{text}");
    assert!(impossible.iter().all(|day| diagnostics[0].message.contains(day)));
}

#[test]
fn a_day_that_no_calendar_has_is_said_and_is_no_year() {
    for day in [
        "31/02/2021",
        "2021-02-31",
        "31 February 2021",
        "April 31, 2021",
        "29.02.2021",
        "2021-13-01",
    ] {
        let text = "The harbour burnt and nobody knew why it did.";
        check("a.csv", &format!("date,text\n\"{day}\",{text}\n"), None, &[day]);
        check("a.md", &format!("---\ndate: {day}\n---\n\n{text}\n"), None, &[day]);
        check("a.txt", &format!("The fire\n\nDate: {day}\n\n{text}\n"), None, &[day]);
    }
}

#[test]
fn days_that_a_calendar_has_are_dates() {
    for (day, edtf) in [
        ("29/02/2020", "2020-02-29"),
        ("02/28/2021", "2021-02-28"),
        ("12-30-2021", "2021-12-30"),
        ("28 February 2021, not 31 February 2021", "2021-02-28"),
        ("2021", "2021"),
        ("02/2021", "2021-02"),
    ] {
        check("a.csv", &format!("date,text\n\"{day}\",It burnt.\n"), Some(edtf), &[]);
    }
}
