//! The rules over names that the model found: each case gives the names as found, in order, and what the rule
//! makes of them, as `P Austin`, `O UN`, `L Rome`.

use dateline_corpus::{EntityKind, Span};

use super::token::{Token, tokens};
use super::{Guess, Name, cut, hold, join, kind, names, refuse, sure, team};

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
    check("the House and Senate met", &["O House and Senate"], &["O House", "O Senate"]);
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
fn a_body_cut_at_a_small_word_is_one() {
    let check =
        |text: &str, found: &[&str], expected: &[&str]| check(join::join, text, found, expected);
    check(
        "the Council on Rural Affairs met",
        &["O Council", "O Rural Affairs"],
        &["O Council on Rural Affairs"],
    );
    check(
        "the Supreme Court of the Gambia",
        &["O Supreme Court", "L Gambia"],
        &["O Supreme Court of the Gambia"],
    );
    check("Gazprom of Russia", &["O Gazprom", "L Russia"], &["O Gazprom", "L Russia"]);
    check(
        "a Norwegian People's Army and the People's Republic of Benin",
        &["O Norwegian People", "L Republic of Benin"],
        &["O Norwegian People's Army", "L People's Republic of Benin"],
    );
    check("the Nordic People's Party", &["O Nordic People's Party"], &["O Nordic People's Party"]);
    check("the People's hero", &["O People"], &["O People"]);
    check(
        "the Lisbon Space and Rocket Centre",
        &["L Lisbon Space", "O Rocket Centre"],
        &["O Lisbon Space and Rocket Centre"],
    );
    check(
        "between Lisbon and Rocket Centre",
        &["L Lisbon", "O Rocket Centre"],
        &["L Lisbon", "O Rocket Centre"],
    );
    check(
        "Ada \"Countess\" Lovelace, Ben \"Now\" Then, Cy said \"Oh\" Lee",
        &["P Ada", "P Ben", "P Cy"],
        &["P Ada \"Countess\" Lovelace", "P Ben", "P Cy"],
    );
}

#[test]
fn offices_and_persons_behind_a_body_are_none_of_it() {
    let check =
        |text: &str, found: &[&str], expected: &[&str]| check(cut::cut, text, found, expected);
    check("the NATO Spokesman", &["O NATO Spokesman"], &["O NATO"]);
    check("the Prime Minister", &["O the Prime Minister"], &[]);
    check("the Office of the Mayor", &["O Office of the Mayor"], &["O Office of the Mayor"]);
    check("of the Labour Party", &["O the Labour Party"], &["O Labour Party"]);
    check(
        "told the University of Oslo Ingrid Halvorsen",
        &["O University of Oslo Ingrid Halvorsen"],
        &["O University of Oslo", "P Ingrid Halvorsen"],
    );
    check(
        "President of the United States Donald Plank",
        &["L United States Donald Plank"],
        &["L United States", "P Donald Plank"],
    );
    check("Sunderland A.F.C. won", &["O Sunderland A.F.C."], &["O Sunderland A.F.C."]);
    check("the Otto Hahn Institute", &["O Otto Hahn Institute"], &["O Otto Hahn Institute"]);
}

#[test]
fn a_name_shows_of_what_kind_it_is() {
    let check =
        |text: &str, found: &[&str], expected: &[&str]| check(kind::settle, text, found, expected);
    check("at Tim Stadium and Wexcombe Park", &["P Tim Stadium"], &["L Tim Stadium"]);
    check("with Tim Bay and Ann Hill", &["P Tim Bay", "P Ann Hill"], &["P Tim Bay", "P Ann Hill"]);
    check("the Duchy of Parma", &["O Duchy of Parma"], &["L Duchy of Parma"]);
    check("the Bank of Parma", &["O Bank of Parma"], &["O Bank of Parma"]);
    check("the village of Tindal lies near Tindal Hall", &["P Tindal"], &["L Tindal"]);
    check(
        "to Tindal and from Tindal, said Tindal",
        &["P Tindal", "P Tindal", "P Tindal"],
        &["P Tindal", "P Tindal", "P Tindal"],
    );
    check("The Kodak broke. A Kodak clicks.", &["P Kodak", "P Kodak"], &[]);
    check(
        "Ann Baker came. The Baker trial of the Baker family",
        &["P Ann Baker", "P Baker", "P Baker"],
        &["P Ann Baker", "P Baker", "P Baker"],
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
    check("in Washington, D.C. today", &["L Washington", "L D.C."], &["L Washington, D.C."]);
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
    check("Jon Tester (D-MT) paid US$ 5", &["P Jon Tester", "P D-MT", "L US"], &["P Jon Tester"]);
    check("Hurricane Dorian hit. Dorian left.", &["P Hurricane Dorian", "P Dorian"], &[]);
    check("Space Shuttle Orka flew. Orka fell.", &["O Space Shuttle Orka", "L Orka"], &[]);
    check(
        "Seit Oktober ruht Ida Mai im Juli",
        &["P Seit Oktober", "P Ida Mai", "P Juli"],
        &["P Ida Mai"],
    );
    check("the Board of Directors", &["O Board of Directors"], &[]);
    check("the MV Alan Kurdi, USS Cole", &["P MV Alan Kurdi", "O USS Cole"], &[]);
    check("Mr. Vice President, Mr. Lee", &["P Mr. Vice President", "P Mr. Lee"], &["P Mr. Lee"]);
    check(
        "at https://a.org/Hong_Kong_protests says _The Times_ of Rome",
        &["P Kong", "O The Times", "L Rome"],
        &["O The Times", "L Rome"],
    );
    check("All of Us in the US", &["L Us", "L US"], &["L US"]);
    check("So.\n((WN)) How? The WN asked", &["O WN", "O WN"], &["O WN"]);
    check("the PML (N) in the US", &["O PML", "O N", "L US"], &["O PML", "L US"]);
}

#[test]
fn what_stands_before_a_person_or_happened_is_no_name() {
    let check = |text: &str, found: &[&str], expected: &[&str]| {
        check(hold::trim, text, found, expected);
    };
    check("Meanwhile Euler left.", &["P Meanwhile Euler"], &["P Euler"]);
    check("In 2007 Watson left.", &["P 2007 Watson"], &["P Watson"]);
    check("the Google Science Fair", &["O Google Science Fair"], &[]);
    check("the Marshall Plan", &["P Marshall Plan"], &[]);
    check("Members of the Senate", &["O Members of the Senate"], &["O Senate"]);
    check("the Institute of", &["O Institute of"], &[]);
    check("a Department of Justice", &["O Department of"], &["O Department of Justice"]);
    check(
        "chief of Hong Kong Carrie Lam and MSNBC Cummings",
        &["P Hong Kong Carrie Lam", "P MSNBC Cummings"],
        &["L Hong Kong", "P Carrie Lam", "O MSNBC", "P Cummings"],
    );
    check("Young Thug sang.", &["P Young Thug"], &["P Young Thug"]);
}

#[test]
fn all_places_of_a_name_decide_its_kind_together() {
    let guess = |start, end, better| Guess {
        name: Name { span: Span { start, end }, kind: EntityKind::Person },
        better,
    };
    let text = "Orka Orka Orka Nord Sund";
    let kinds = |guesses| shown(text, &sure(text, guesses));
    // The first two alone would be a person, the third outweighs them.
    let orka = || {
        vec![
            guess(0, 4, [1200, 0, 1100]),
            guess(5, 9, [1200, 0, 1100]),
            guess(10, 14, [0, 0, 3000]),
        ]
    };
    assert_eq!(kinds(orka()), ["L Orka", "L Orka", "L Orka"]);
    // Too little better than none, and too near to another kind.
    assert_eq!(kinds(vec![guess(15, 19, [800, 0, 0])]), [""; 0]);
    assert_eq!(kinds(vec![guess(20, 24, [2000, 1800, 0])]), [""; 0]);
}

#[test]
fn nobody_is_called_utc() {
    let text = "The quake struck at 05:41 UTC (14:41 local time). Tremors went on until 9:00 UTC.";
    let found = shown(text, &names(text));
    assert!(!found.iter().any(|name| name.contains("UTC")), "{found:?}");
}
