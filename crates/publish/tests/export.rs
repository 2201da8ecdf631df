//! Exports: what each format holds, and what it must never do.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use dateline_corpus::{
    Basis, Corpus, Date, Day, Document, Entity, EntityKind, Event, EventKind, IssuedBasis,
    Modality, Report, Span,
};
use dateline_publish::export::{Export, Format, Source, export, file_name};
use expect_test::expect;

const ADDRESS: &str = "https://example.org/talks/";

fn document() -> Document {
    Document {
        id: "d1".into(),
        source: "talks.txt".into(),
        title: "Talks, \"day\" one".into(),
        publication: Some("=The Daily".into()),
        url: Some("https://example.org/a,b".into()),
        issued: Date::parse("2015-04-02"),
        issued_basis: IssuedBasis::Inferred,
        text: "They met\nin Moscow; all of them, <b>at once</b>.".into(),
        language: "en".into(),
        ..Document::default()
    }
}

fn event(edtf: &str, title: &str) -> Event {
    let date = Date::parse(edtf).unwrap();
    let report = Report {
        id: format!("r{edtf}"),
        document: "d1".into(),
        span: Span { start: 0, end: 48 },
        timex: Span { start: 0, end: 4 },
        kind: "DATE".into(),
        value: edtf.into(),
        modifier: None,
        rule: "day".into(),
        basis: Basis::AnchoredStated,
        date: date.clone(),
        reference: None,
        title: title.into(),
        entities: vec![0, 1, 0],
        modality: Modality::Expected,
        speaker: None,
        copies: None,
        context: None,
        about: None,
    };
    Event {
        id: format!("er{edtf}"),
        date,
        kind: EventKind::Mention,
        title: title.into(),
        reports: vec![report],
        weight: 1,
        joined: Vec::new(),
    }
}

fn corpus(events: Vec<Event>) -> Corpus {
    let entity = |kind, name: &str| Entity {
        id: name.to_lowercase(),
        kind,
        name: name.into(),
        aliases: Vec::new(),
    };
    Corpus {
        documents: vec![document()],
        events,
        entities: vec![entity(EntityKind::Person, "Ada"), entity(EntityKind::Place, "Moscow")],
        ..Corpus::default()
    }
}

fn write(corpus: &Corpus, format: Format) -> Export {
    let events: Vec<_> = corpus.events.iter().collect();
    let source = Source {
        corpus,
        events: &events,
        title: "Talks & more",
        address: Some(ADDRESS),
        today: Some(Day::from_civil(2020, 2, 3)),
    };
    export(&source, format)
}

fn one(edtf: &str, format: Format) -> String {
    write(&corpus(vec![event(edtf, "They met")]), format).text
}

#[test]
fn csv_holds_one_event_a_row() {
    let text = one("2015-03-25/2015-03-27", Format::Csv).replace('\r', "");
    expect![[r#"
        ﻿date,edtf,first_day,last_day,precision,title,sentence,sources,publications,issued,issued_basis,urls,reports,kind,certainty,modality,people,organisations,places,id,link
        25–27 March 2015,2015-03-25/2015-03-27,2015-03-25,2015-03-27,range,They met,"They met in Moscow; all of them, <b>at once</b>.","Talks, ""day"" one",'=The Daily,2015-04-02,inferred,"https://example.org/a,b",1,mention,anchored-stated,expected,Ada,,Moscow,er2015-03-25/2015-03-27,https://example.org/talks/#e=r2015-03-25/2015-03-27
    "#]]
    .assert_eq(&text);
}

#[test]
fn no_cell_is_a_formula() {
    for start in ["=", "+", "-", "@", "\t", "＝", "－1", "-1+1"] {
        let title = format!("{start}cmd|' /C calc'!A0");
        for format in [Format::Csv, Format::TimelineCsv] {
            let text = write(&corpus(vec![event("2015", &title)]), format).text;
            let cells = text.split([',', '\n']).map(|cell| cell.trim_start_matches('"'));
            let reckons = |cell: &&str| {
                cell.starts_with(['=', '+', '-', '@', '\t', '＝', '－']) && cell.contains("cmd")
            };
            assert_eq!(cells.filter(reckons).count(), 0, "{text}");
            assert!(text.contains("cmd|"));
        }
    }
}

#[test]
fn every_format_keeps_the_edtf_value() {
    for edtf in
        ["2015-03-25", "2014-06~", "2014-11", "2014", "199X", "2011/..", "../2012-05", "2014-21"]
    {
        for format in Format::ALL {
            let text = one(edtf, format).replace("\r\n ", "");
            assert!(text.contains(edtf), "{edtf} in {}", format.name());
        }
    }
}

#[test]
fn timeline_dates_are_no_more_exact_than_they_are() {
    let dates = |edtf: &str| {
        let value: serde_json::Value =
            serde_json::from_str(&one(edtf, Format::TimelineJson)).unwrap();
        let event = &value["events"][0];
        format!("{} {} {}", event["start_date"], event["end_date"], event["display_date"])
    };
    let seen: Vec<_> = [
        "2015-03-25",
        "2015-03-25/2015-03-27",
        "2014-11",
        "2014",
        "199X",
        "2011/..",
        "2014-06~",
        "-0043",
    ]
    .iter()
    .map(|edtf| dates(edtf))
    .collect();
    expect![[r#"
        {"day":25,"month":3,"year":2015} null "25 March 2015"
        {"day":25,"month":3,"year":2015} {"day":27,"month":3,"year":2015} "25–27 March 2015"
        {"month":11,"year":2014} null "November 2014"
        {"year":2014} null "2014"
        {"year":1990} {"year":1999} "1990s"
        {"year":2011} null "since 2011"
        {"month":6,"year":2014} null "about June 2014"
        {"year":-43} null "44 BCE""#]]
    .assert_eq(&seen.join("\n"));
}

#[test]
fn timeline_text_is_html_and_holds_none_of_the_documents() {
    for format in [Format::TimelineCsv, Format::TimelineJson] {
        let text = write(&corpus(vec![event("2015", "<img src=x>")]), format).text;
        assert!(!text.contains("<img") && !text.contains("<b>"), "{text}");
        assert!(text.contains("&lt;b&gt;at once&lt;/b&gt;"));
    }
}

#[test]
fn a_calendar_has_whole_days_and_short_lines() {
    let text = one("2015-03-25/2015-03-27", Format::Calendar);
    assert!(text.lines().all(|line| line.len() <= 75));
    expect![[r"
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Dateline//Chronology//EN
        CALSCALE:GREGORIAN
        X-WR-CALNAME:Talks & more
        BEGIN:VEVENT
        UID:er2015-03-25/2015-03-27@dateline
        DTSTAMP:20200203T000000Z
        DTSTART;VALUE=DATE:20150325
        DTEND;VALUE=DATE:20150328
        SUMMARY:They met
        DESCRIPTION:25–27 March 2015 (EDTF 2015-03-25/2015-03-27)\n\n“They met in Moscow\; all of them\, <b>at once</b>.” Talks\, \x22day\x22 one\, =The Daily\, [2 April 2015]\nhttps://example.org/a\,b
        CATEGORIES:mention
        STATUS:TENTATIVE
        URL:https://example.org/talks/#e=r2015-03-25/2015-03-27
        TRANSP:TRANSPARENT
        X-DATELINE-EDTF:2015-03-25/2015-03-27
        END:VEVENT
        END:VCALENDAR
    "]]
    .assert_eq(&text.replace("\r\n ", "").replace('\r', "").replace('"', "\\x22"));
}

#[test]
fn a_calendar_leaves_out_what_it_cannot_hold_and_says_so() {
    let events = ["-0043", "2015", "Y17000"].map(|edtf| event(edtf, "They met"));
    let written = write(&corpus(events.into()), Format::Calendar);
    assert_eq!(written.left_out, 2);
    assert_eq!(written.text.matches("BEGIN:VEVENT").count(), 1);
}

#[test]
fn markdown_is_a_chronology_by_year() {
    let events = ["-0043", "2014-06~", "2014-11"].map(|edtf| event(edtf, "They *met*"));
    let text = write(&corpus(events.into()), Format::Markdown).text;
    let lines: Vec<_> = text.lines().filter(|line| !line.is_empty()).take(7).collect();
    expect![[r#"
        # Talks \& more
        ## 44 BCE
        - **44 BCE** (`-0043`): [They \*met\*](<https://example.org/talks/#e=r-0043>)
          > They met in Moscow; all of them, \<b\>at once\</b\>.
          >
          > — [Talks, "day" one](<https://example.org/a,b>), *\=The Daily*, \[2 April 2015\] (expected)
        ## 2014"#]]
    .assert_eq(&lines.join("\n"));
}

#[test]
fn without_an_address_no_link_is_made_up() {
    let corpus = corpus(vec![event("2015", "They met")]);
    let events: Vec<_> = corpus.events.iter().collect();
    let source =
        Source { corpus: &corpus, events: &events, title: "x", address: None, today: None };
    for format in Format::ALL {
        let text = export(&source, format).text;
        assert!(!text.contains("#e="), "{}", format.name());
        let without = format == Format::Csv && text.lines().next().unwrap().contains("link");
        assert!(!without, "a column without a value in it");
    }
}

#[test]
fn every_format_names_the_source_with_its_address_and_date() {
    for format in Format::ALL {
        let text = one("2015-03-25", format).replace("\r\n ", "").replace("\\,", ",");
        assert!(text.contains("https://example.org/a,b"), "{}:\n{text}", format.name());
        let dated = text.contains("2 April 2015") || text.contains("2015-04-02");
        assert!(dated, "{}:\n{text}", format.name());
    }
}

/// What is said of several sources stands in their order, and what is not known of one stays empty.
#[test]
fn sources_of_one_event_keep_their_order() {
    let mut event = event("2015", "They met");
    let report = Report { id: "r2".into(), document: "d2".into(), ..event.reports[0].clone() };
    event.reports.insert(0, report);
    let mut corpus = corpus(vec![event]);
    corpus.documents.push(Document {
        id: "d2".into(),
        title: "Two".into(),
        text: document().text,
        ..Document::default()
    });
    let text = write(&corpus, Format::Csv).text;
    assert!(text.contains("\"Two; Talks, \"\"day\"\" one\""), "{text}");
    assert!(
        text.contains("\"; 2015-04-02\",\"; inferred\",\"; https://example.org/a,b\","),
        "{text}"
    );
}

/// A year before the common era is written as it is; a month or a day of one would be reckoned with.
#[test]
fn years_before_the_common_era_are_cells_like_others() {
    for (edtf, cell) in [
        ("-0663", ",-0663,"),
        ("-0663~", ",-0663~,"),
        ("-0663-05", ",'-0663-05,"),
        ("-0663%", ",'-0663%,"),
        ("-0663/-0660", ",'-0663/-0660,"),
    ] {
        let text = one(edtf, Format::Csv);
        assert!(text.contains(cell), "{text}");
    }
}

#[test]
fn a_file_is_named_after_its_collection_and_query() {
    for (title, query, name) in [
        ("Moscow talks, 2014–2015", "", "moscow-talks-2014-2015.csv"),
        ("Talks", "person:\"Ada L.\" -peace", "talks-person-ada-l-peace.csv"),
        ("", "überall", "überall.csv"),
        ("../.. \\ :*?", "<>|", "chronology.csv"),
        ("Переговоры", "محادثات", "переговоры-محادثات.csv"),
    ] {
        assert_eq!(file_name(title, query, Format::Csv), name);
    }
    let long = file_name(&"word ".repeat(50), &"x".repeat(500), Format::TimelineJson);
    assert_eq!(long.chars().count(), 39 + 1 + 40 + ".timeline.json".len(), "{long}");
}
