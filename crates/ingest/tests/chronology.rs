//! The chronology of the five seeds, written by hand from the documents, and laws that hold for any
//! folder.

use dateline_corpus::{Corpus, Event, EventKind, Report};
use dateline_ingest::{Source, ingest};
use proptest::prelude::*;

const SEEDS: [(&str, &str); 5] = [
    ("summary", include_str!("../../../seeds/000_68db59a15e4a449f.txt")),
    ("talks", include_str!("../../../seeds/001_21d8f490f748d773.txt")),
    ("push", include_str!("../../../seeds/002_e4873f99601d61b1.txt")),
    ("biography", include_str!("../../../seeds/003_10d991a4183a8bf4.txt")),
    ("undated", include_str!("../../../seeds/004_ea0d3afba9423dae.txt")),
];

/// What happened, by hand: date, the documents that report it, names among its participants, words of
/// its title.
#[rustfmt::skip]
const HAPPENINGS: [(&str, &[&str], &[&str], &str); 27] = [
    ("2006", &["biography"], &["Fabien Baussart", "Center of Political and Foreign Affairs"], "think tank"),
    ("2011-01~/..", &["talks"], &["Syria"], "conflict that has killed more than 220,000 people"),
    ("../2012-08", &["biography"], &["Syrian National Council"], "member of the Syrian National Council"),
    ("2013", &["biography"], &["Randa Kassis"], "importance of involving Kurds"),
    ("2014-02", &["push"], &["Moscow", "Geneva"], "collapsed in Geneva"),
    ("2014-05~/..", &["summary"], &["Geneva", "Randa Kassis"], "Geneva process to have effectively collapsed"),
    ("2014-09", &["push"], &["Islamic State"], "strikes on Islamic State"),
    ("2014-11", &["push"], &["Moaz Alkhatib", "Moscow"], "visited Moscow for talks"),
    ("2014-11", &["push"], &["Walid al-Moualem"], "former Syrian opposition chief"),
    ("2014-11-24", &["push"], &["Mikhail Bogdanov", "Interfax"], "Mikhail Bogdanov said"),
    ("2014-11-24/2014-11-30", &["push"], &["Walid al-Moualem", "Moscow"], "invited Syrian Foreign Minister"),
    ("2014-11-25", &["push"], &["Raqqa Museum"], "Raqqa Museum"),
    ("2014-11-26/2014-11-27", &["push"], &["Russia", "Vladimir Putin"], "Moualem will be in Russia"),
    ("2015", &["biography"], &["Randa Kassis", "Astana"], "initiated the Astana platform"),
    ("2015-01", &["talks"], &["Moscow", "Syrian National Coalition"], "first round of consultations"),
    ("2015-03", &["undated"], &["Syria"], "fourth year of the civil war"),
    ("2015-03-25/2015-03-27", &["talks", "undated"], &["Syrian Observatory for Human Rights", "Damascus"], "650 prisoners"),
    ("2015-04-01", &["undated"], &["ISIS"], "Clashes between ISIS and Palestinian militants"),
    ("2015-04-05", &["undated"], &[], "the fighting died down"),
    ("2015-04-05~", &["talks", "undated"], &["Randa Kassis"], "slowly giving"),
    ("2015-04-06/2015-04-09", &["talks"], &["Moscow"], "second round of talks"),
    ("2016", &["biography"], &["Randa Kassis"], "2016 Geneva Peace Talks"),
    ("2017", &["biography"], &["Randa Kassis", "Xavier Latour", "Giulio Terzi"], "Kassis invited"),
    ("2018-01-30", &["biography"], &["Randa Kassis", "Syrian National Congress"], "participated in the Syrian National Congress"),
    ("2018-10", &["biography"], &["Randa Kassis"], "Kassis worked to include"),
    ("2014-10-13/2014-10-19", &["push"], &["Mikhail Bogdanov", "Istanbul", "Anas Abdah"], "Bogdanov did meet"),
    ("2011-03-15", &["biography"], &["Middle East"], "leading commentator"),
];

fn bake(documents: &[(&str, &str)]) -> Corpus {
    let source = |(name, text): &(&str, &str)| Source {
        name: format!("{name}.txt"),
        bytes: text.as_bytes().to_vec(),
    };
    ingest(documents.iter().map(source).collect(), Vec::new())
}

fn source<'c>(corpus: &'c Corpus, report: &Report) -> &'c str {
    let document = corpus.documents.iter().find(|document| document.id == report.document);
    document.map_or("", |document| document.source.trim_end_matches(".txt"))
}

/// Whether the event is the happening of that line of the list.
fn is(
    corpus: &Corpus,
    event: &Event,
    (_, documents, participants, words): &(&str, &[&str], &[&str], &str),
) -> bool {
    let mut sources: Vec<&str> =
        event.reports.iter().map(|report| source(corpus, report)).collect();
    sources.sort_unstable();
    sources.dedup();
    let names: Vec<&str> = event
        .reports
        .iter()
        .flat_map(|report| &report.entities)
        .map(|&entity| corpus.entities[entity as usize].name.as_str())
        .collect();
    let has_words = event.reports.iter().any(|report| report.title.contains(words));
    event.kind == EventKind::Mention
        && sources == *documents
        && has_words
        && participants.iter().all(|participant| names.contains(participant))
}

#[test]
fn every_happening_of_the_seeds_is_there_once_with_its_date_reports_and_participants() {
    let corpus = bake(&SEEDS);
    for line in &HAPPENINGS {
        let found: Vec<&str> = corpus
            .events
            .iter()
            .filter(|event| is(&corpus, event, line))
            .map(|event| event.date.edtf())
            .collect();
        assert_eq!(
            found.iter().filter(|date| **date == line.0).count(),
            1,
            "{line:?}: found {found:?}"
        );
    }
}

#[test]
fn copied_wording_is_marked_and_a_utterance_is_joined_by_its_words() {
    let corpus = bake(&SEEDS);
    let event =
        |line: usize| corpus.events.iter().find(|event| is(&corpus, event, &HAPPENINGS[line]));
    let release = event(16).expect("the release is in the list");
    let copied: Vec<bool> = release.reports.iter().map(|report| report.copies.is_some()).collect();
    assert_eq!(copied, [false, true]);
    let utterance = event(19).expect("the utterance is in the list");
    assert!(utterance.joined.iter().any(|rule| rule == "same-utterance"));
    let speakers: Vec<&str> = utterance
        .reports
        .iter()
        .filter_map(|report| report.speaker)
        .map(|speaker| corpus.entities[speaker as usize].id.as_str())
        .collect();
    assert_eq!(speakers, ["person:randa-kassis"; 2]);
}

#[test]
fn the_two_dates_of_the_collapse_are_shown_as_a_difference() {
    let corpus = bake(&SEEDS);
    let dates: Vec<Vec<&str>> = corpus
        .conflicts
        .iter()
        .map(|conflict| {
            let reports = corpus.events.iter().flat_map(|event| &event.reports);
            let mut dates: Vec<&str> = reports
                .filter(|report| conflict.reports.contains(&report.id))
                .map(|report| report.date.edtf())
                .collect();
            dates.sort_unstable();
            dates
        })
        .collect();
    assert_eq!(dates, [["2014-02", "2014-05~/.."]]);
}

#[test]
fn no_event_is_made_of_a_date_of_retrieval_or_archiving() {
    let corpus = bake(&SEEDS);
    let apparatus = [
        "2019-07-06",
        "2019-10-25",
        "2020-10-06",
        "2021-09-04",
        "2021-09-08",
        "2022-07-07",
        "2024-03-27",
    ];
    for event in &corpus.events {
        assert!(!apparatus.contains(&event.date.edtf()), "{} {}", event.date.edtf(), event.title);
    }
}

#[test]
fn a_work_that_is_named_several_times_is_one() {
    let corpus = bake(&SEEDS);
    let works: Vec<(&str, usize)> = corpus
        .events
        .iter()
        .filter(|event| event.kind == EventKind::Work)
        .map(|event| (event.date.edtf(), event.reports.len()))
        .collect();
    assert_eq!(works, [("2013", 2), ("2014", 2), ("2016-06-08", 2), ("2018", 2)]);
}

#[test]
fn the_same_acronym_means_different_bodies_in_different_documents() {
    let corpus = bake(&SEEDS);
    let names: Vec<&str> = corpus.entities.iter().map(|entity| entity.id.as_str()).collect();
    assert!(names.contains(&"organisation:syrian-national-coalition"));
    assert!(names.contains(&"organisation:syrian-national-council"));
    assert!(!names.contains(&"organisation:snc"));
}

/// Two articles, issued on 3 and on 5 March 2020, with these sentences: whether their reports of `date`
/// are one event.
#[track_caller]
fn check_joined(a: &str, b: &str, date: &str, joined: bool) {
    let article = |day: u32, sentence: &str| {
        format!("# Article of the {day}th\n\nMarch {day}, 2020\n\n{sentence}")
    };
    let corpus = bake(&[("a", &article(3, a)), ("b", &article(5, b))]);
    let of_date = |event: &&Event| event.kind == EventKind::Mention && event.date.edtf() == date;
    let found: Vec<usize> =
        corpus.events.iter().filter(of_date).map(|event| event.reports.len()).collect();
    let wanted: &[usize] = if joined { &[2] } else { &[1, 1] };
    assert_eq!(found, wanted, "{a} / {b}");
}

#[test]
fn reports_of_one_happening_are_joined_and_those_of_one_mould_are_not() {
    check_joined(
        "Nevada held its caucuses on February 22, and South Carolina held its primary on Saturday.",
        "On February 29, Joe Biden won the South Carolina primary election by a wide margin.",
        "2020-02-29",
        true,
    );
    check_joined(
        "In 2016 Bernie Sanders endorsed Hillary Clinton in the United States presidential election.",
        "In 2016 Elizabeth Warren endorsed Hillary Clinton in the United States presidential election.",
        "2016",
        false,
    );
    check_joined(
        "In 2019 the team of Springfield won the third round of the Tasmania Rugby Union season.",
        "In 2019 the team of Springfield won the fourth round of the Tasmania Rugby Union season.",
        "2019",
        false,
    );
    // One mould with other names and numbers in it.
    check_joined(
        "In composite trading on the Springfield Exchange on 28 February, Alpha Mining closed at 12.50.",
        "In composite trading on the Springfield Exchange on 28 February, Beta Foods closed at 60.",
        "2020-02-28",
        false,
    );
    // A count as it stood on a day is not what happened on it.
    check_joined(
        "The number of infections in Springfield passed one million on 28 February, data showed.",
        "As of 28 February, the number of infections in Springfield was one of the highest, data showed.",
        "2020-02-28",
        false,
    );
}

#[test]
fn one_story_told_in_other_words_is_one_happening() {
    // Both documents are about the same two people and the same body.
    let join = |a: &str, b: &str, date: &str, joined: bool| {
        let story = |tail: &str| {
            format!(
                "{tail} Governor Ramona Quintero leads the Council of Bellavista. Her rival is Tobias Lindqvist."
            )
        };
        check_joined(&story(a), &story(b), date, joined);
    };
    join(
        "Quintero said that she would leave office on 28 February.",
        "On 28 February, Quintero resigned from her office after months of protests in all of the country.",
        "2020-02-28",
        true,
    );
    // A month beside a day is the same when they share more.
    join(
        "Last month Lindqvist withdrew from the race for reasons of health, his party said.",
        "On 14 February, Lindqvist withdrew from the race without any reasons.",
        "2020-02-14",
        true,
    );
    // One day of one story has several happenings.
    join(
        "Quintero said that she would leave office on 28 February.",
        "On 28 February, the court published its opinion on the office that Quintero leads.",
        "2020-02-28",
        false,
    );
}

#[test]
fn a_long_shared_passage_joins_each_report_with_its_own_copy() {
    const COPIED: &str = "In the letter, dated Monday, the father said that he rejected all that the court had done. \
        Lawyers of the relatives filed a brief in a federal court on Monday and asked for a hearing.";
    let article = |day: u32| format!("# Article of the {day}th\n\nMarch {day}, 2020\n\n{COPIED}");
    let corpus = bake(&[("a", &article(4)), ("b", &article(5))]);
    let events = corpus.events.iter().filter(|event| event.kind == EventKind::Mention);
    let found: Vec<(&str, usize)> =
        events.map(|event| (event.date.edtf(), event.reports.len())).collect();
    assert_eq!(found, [("2020-03-02", 2), ("2020-03-02", 2)]);
}

/// What must hold in any corpus.
fn assert_sound(corpus: &Corpus) {
    let mut ids: Vec<&str> = Vec::new();
    for event in &corpus.events {
        assert!(!event.reports.is_empty());
        assert!(event.title.chars().count() <= 90, "{:?}", event.title);
        for report in &event.reports {
            ids.push(&report.id);
            let document = corpus.documents.iter().find(|document| document.id == report.document);
            let text = &document.expect("a report's document is in the corpus").text;
            assert!(text.get(report.span.range()).is_some());
            assert!(text.get(report.timex.range()).is_some());
            assert!(report.span.contains(report.timex), "{:?} {:?}", report.span, report.timex);
        }
    }
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all, "two reports have one id");
}

#[test]
fn the_seeds_are_sound() {
    assert_sound(&bake(&SEEDS));
}

#[test]
fn a_document_that_shares_nothing_changes_no_event() {
    const OTHER: &str = "# A Bridge Opens\n\nMarch 9, 1932\n\nIn Tasmania the ferrymen lost their trade on 7 March 1932, \
        when Lorna Quigley cut a ribbon.";
    let corpus = bake(&SEEDS);
    let mut more = SEEDS.to_vec();
    more.push(("other", OTHER));
    let larger = bake(&more);
    assert!(larger.events.len() > corpus.events.len());
    for event in &corpus.events {
        let same = larger.events.iter().find(|other| other.id == event.id);
        let same = same.expect("an event is still there");
        assert_eq!(
            (&same.date, &same.title, &same.joined),
            (&event.date, &event.title, &event.joined)
        );
        let ids = |event: &Event| {
            event.reports.iter().map(|report| report.id.clone()).collect::<Vec<_>>()
        };
        assert_eq!(ids(same), ids(event));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_documents_changes_nothing(order in Just((0..SEEDS.len()).collect::<Vec<_>>()).prop_shuffle()) {
        let sources: Vec<(&str, &str)> = order.into_iter().map(|at| SEEDS[at]).collect();
        prop_assert_eq!(dateline_corpus::encode(&bake(&sources)), dateline_corpus::encode(&bake(&SEEDS)));
    }

    #[test]
    fn any_text_gives_a_sound_corpus(
        paragraphs in prop::collection::vec(
            "(On |In |Since |said |\"|“|Mr Smith |Paris |3 May 2019|Monday|2011|, |\\. |\\(SNC\\) |650 |people |é|—|\\n){0,40}",
            1..6,
        ),
    ) {
        let texts: Vec<(String, &String)> = paragraphs.iter().enumerate().map(|(at, text)| (format!("d{at}"), text)).collect();
        let documents: Vec<(&str, &str)> = texts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        assert_sound(&bake(&documents));
    }
}

/// The days of the expressions of a text, each with the words.
fn read_days(text: &str) -> Vec<String> {
    let corpus = bake(&[("entries", text)]);
    let document = &corpus.documents[0];
    let shown = |timex: &dateline_corpus::Timex| {
        let date = timex.date.as_ref().map_or("-", |date| date.edtf());
        format!("{}: {date}", timex.span.of(&document.text))
    };
    document.timexes.iter().map(shown).collect()
}

#[test]
fn what_stands_below_the_day_of_an_entry_is_read_against_that_day() {
    let minutes = "Minutes of the board\n\nMonday 3 March 1941\n\nThe board met. The crane fell yesterday, Mr Hall said.\n\nTuesday 8 April 1941\n\nThe board met again. The crane was mended on 2-3 April and used yesterday.\n";
    let found = read_days(minutes);
    for wanted in
        ["yesterday: 1941-03-02", "2-3 April: 1941-04-02/1941-04-03", "yesterday: 1941-04-07"]
    {
        assert!(found.iter().any(|found| found == wanted), "{wanted}: {found:?}");
    }
    let diary = "# Diary of a clerk\n\n## 12 May 2020\n\nThe letters came today.\n\n## 30 May 2020\n\nTomorrow I go to London.\n";
    let found = read_days(diary);
    for wanted in ["today: 2020-05-12", "Tomorrow: 2020-05-31"] {
        assert!(found.iter().any(|found| found == wanted), "{wanted}: {found:?}");
    }
}

/// The mentions of a text: date and title.
fn mentions(text: &str) -> Vec<String> {
    let corpus = bake(&[("records", text)]);
    let mentions = corpus.events.iter().filter(|event| event.kind == EventKind::Mention);
    mentions.map(|event| format!("{} {}", event.date.edtf(), event.title)).collect()
}

#[test]
fn each_message_is_read_against_its_own_day() {
    let chats = [
        "[12/08/2021, 21:15:40] Omar: leave now. the bus goes tomorrow\n[13/08/2021, 06:20:11] Leila: we are on it\n",
        "12/08/2021, 21:15 - Omar: leave now. the bus goes tomorrow\n13/08/2021, 06:20 - Leila: we are on it\n",
        "2021-08-12 21:15 <Omar> leave now. the bus goes tomorrow\n2021-08-13 06:20 <Leila> we are on it\n",
    ];
    for chat in chats {
        let found = read_days(chat);
        assert!(found.contains(&"tomorrow: 2021-08-13".to_owned()), "{chat}: {found:?}");
    }
}

#[test]
fn the_row_of_a_chronology_is_an_event_without_a_verb() {
    let text = "CHRONOLOGY\n\nFeb 2016   Claimant off sick for three weeks.\n4/5 May 2016   Hearing.\n2 Aug 2016   ET1 presented.\n";
    assert_eq!(
        mentions(text),
        [
            "2016-02 Claimant off sick for three weeks",
            "2016-05-04/2016-05-05 Hearing",
            "2016-08-02 ET1 presented"
        ]
    );
}

#[test]
fn a_line_under_the_title_that_tells_of_something_dated_is_an_event() {
    let text = "# Minutes\n\nMeeting held on Tuesday 9 May 2023 in the Village Hall\n\n1. The play area will be closed from 5 to 9 June.\n2. Next meeting: 13 June.\n";
    let found = mentions(text);
    for wanted in ["2023-05-09 Meeting held", "2023-06-05/2023-06-09 ", "2023-06-13 "] {
        assert!(found.iter().any(|found| found.starts_with(wanted)), "{wanted}: {found:?}");
    }
}
