//! The rules over names that the model found: each case gives the names as found, in order, and what the rule
//! makes of them, as `P Austin`, `O UN`, `L Rome`.

use dateline_corpus::{EntityKind, Span};

use super::token::{Token, tokens};
use super::{Name, join, names, refuse, team};

/// The names that `list` gives, each at its next place in `text`.
fn listed(text: &str, list: &[&str]) -> Vec<Name> {
    let mut at = 0;
    list.iter()
        .map(|line| {
            let (kind, words) = line.split_once(' ').expect("a kind and a name");
            let start = at + text[at..].find(words).expect("a name of the text");
            at = start + words.len();
            let kind = match kind {
                "P" => EntityKind::Person,
                "O" => EntityKind::Organisation,
                _ => EntityKind::Place,
            };
            let offset = |at: usize| u32::try_from(at).expect("a short text");
            Name { span: Span { start: offset(start), end: offset(at) }, kind }
        })
        .collect()
}

fn shown(text: &str, names: &[Name]) -> Vec<String> {
    let kind = |name: &Name| match name.kind {
        EntityKind::Person => 'P',
        EntityKind::Organisation => 'O',
        EntityKind::Place => 'L',
    };
    names.iter().map(|name| format!("{} {}", kind(name), name.span.of(text))).collect()
}

#[track_caller]
fn check(
    rule: impl Fn(&str, &[Token], &mut Vec<Name>),
    text: &str,
    found: &[&str],
    expected: &[&str],
) {
    let mut names = listed(text, found);
    rule(text, &tokens(text), &mut names);
    assert_eq!(shown(text, &names), expected, "{text}");
}

#[test]
fn parts_of_one_name_are_joined() {
    let check =
        |text: &str, found: &[&str], expected: &[&str]| check(join::join, text, found, expected);
    check(
        "their son Austin Shepherd \"Shep\" Padalecki.",
        &["P Austin Shepherd", "P Shep", "P Padalecki"],
        &["P Austin Shepherd \"Shep\" Padalecki"],
    );
    check("\"Go,\" said Ann. \"Now,\" said Bob.", &["P Ann", "P Bob"], &["P Ann", "P Bob"]);
    check("Col. Clay Tice Jr., 1957", &["P Clay Tice"], &["P Clay Tice Jr."]);
    check("and Iván DeJesús, Jr. left", &["P Iván DeJesús"], &["P Iván DeJesús, Jr."]);
    check(
        "brothers Niklaus and Johann II.",
        &["P Niklaus", "P Johann"],
        &["P Niklaus", "P Johann II"],
    );
    check("with Ann I went", &["P Ann"], &["P Ann"]);
    check("the UK Government said", &["L UK", "O Government"], &["O UK Government"]);
    check("In Russia Gazprom said", &["L Russia", "O Gazprom"], &["L Russia", "O Gazprom"]);
    check(
        "at the University of California, Berkeley in 1971",
        &["O University of California", "L Berkeley"],
        &["O University of California, Berkeley"],
    );
    check(
        "at Yale University, Paris and Rome",
        &["O Yale University", "L Paris"],
        &["O Yale University", "L Paris"],
    );
}

#[test]
fn a_town_and_its_region_are_one_place_and_a_list_stays_a_list() {
    let check = |text: &str, found: &[&str], expected: &[&str]| {
        check(join::place_in_region, text, found, expected);
    };
    check("from Irving, Texas, was", &["L Irving", "L Texas"], &["L Irving, Texas"]);
    check(
        "of Oldham, Lancashire, England.",
        &["L Oldham", "L Lancashire", "L England"],
        &["L Oldham, Lancashire, England"],
    );
    check(
        "in Paris, Syria and Iraq",
        &["L Paris", "L Syria", "L Iraq"],
        &["L Paris", "L Syria", "L Iraq"],
    );
    check(
        "Sudan, Iran, Libya",
        &["L Sudan", "L Iran", "L Libya"],
        &["L Sudan", "L Iran", "L Libya"],
    );
}

#[test]
fn a_country_that_plays_is_a_team() {
    let check = |text: &str, found: &[&str], expected: &[&str]| {
        check(|text, tokens, names| team::teams(text, tokens, names), text, found, expected);
    };
    check(
        "Sweden defeated South Korea 1 – 0 in Russia. Sweden had the ball.",
        &["L Sweden", "L South Korea", "L Russia", "L Sweden"],
        &["O Sweden", "O South Korea", "L Russia", "O Sweden"],
    );
    check("Sweden defeated Russia in 1809.", &["L Sweden", "L Russia"], &["L Sweden", "L Russia"]);
}

#[test]
fn units_numbers_and_plain_words_are_no_names() {
    let check = |text: &str, found: &[&str], expected: &[&str]| {
        check(refuse::refuse, text, found, expected);
    };
    check("at 14:00 UTC the UN met", &["O UTC", "O UN"], &["O UN"]);
    check("with IE6 users", &["O IE6"], &[]);
    check(
        "the Laboratory and the Senate",
        &["O Laboratory", "O Senate"],
        &["O Laboratory", "O Senate"],
    );
    check("the Edge of it", &["O Edge"], &[]);
}

#[test]
fn nobody_is_called_utc() {
    let text = "The quake struck at 05:41 UTC (14:41 local time). Tremors went on until 9:00 UTC.";
    let found = shown(text, &names(text));
    assert!(!found.iter().any(|name| name.contains("UTC")), "{found:?}");
}
