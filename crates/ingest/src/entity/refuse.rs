//! Refuses what looks like a name and is none: units and abbreviations, products by their number, plain
//! words, works.

use std::collections::BTreeSet;

use dateline_corpus::{EntityKind, Span};

use super::Name;
use super::lexicon::{self, Lexicon};
use super::token::{Token, within};

/// Abbreviations in capitals that name nobody: time zones, units, money, degrees, offices, things.
const ABBREVIATIONS: &str = "utc gmt est edt cst cdt cet cest bst pst pdt mst mdt eet msk ist jst am pm ad bc ce bce \
    usd eur gbp rub tv dvd cd lp ep pc ceo cfo cto coo mp mps mep vp pm phd md ba bs ma bsc msc mba llb qc kc obe mbe cbe \
    dbe id faq pdf html xml http https url isbn issn doi dna rna hiv aids gdp gnp vat suv atm gps usb lgbt lgbtq lgbti \
    covid sars mvp rbi era ngo ngos ip ai vr ar ufo ww1 ww2 wwi wwii ii iii iv vi vii viii ix xi xii xiii xiv xv xvi \
    xvii xviii xix xx xxi nb ps jr sr ok diy hq qr sms rsvp asap vip";

/// Words that a person's title may hold besides titles.
const OFFICE: [&str; 9] =
    [".", "vice", "chief", "prime", "foreign", "madam", "defence", "defense", "interior"];

/// What the name of a storm or of a spacecraft follows.
const STORMS: [&str; 6] = ["hurricane", "typhoon", "cyclone", "storm", "superstorm", "shuttle"];

/// What stands before the name of a ship.
const SHIPS: [&str; 8] = ["MV", "MS", "MT", "SS", "USS", "HMS", "RMS", "USNS"];

/// What every body or state has, and which says nothing of whose it is.
const PARTS: [&str; 7] = [
    "board of directors",
    "board of governors",
    "board of trustees",
    "member of parliament",
    "members of parliament",
    "prime minister",
    "state of the union",
];

/// Months and weekdays of German, which have a capital there, and what opens a sentence before them.
const GERMAN_DAYS: &str = "januar februar märz april mai juni juli august september oktober november dezember \
    montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag ab am im seit bis von vom nach vor \
    anfang mitte ende";

/// Takes out of `names` what is no name.
pub(super) fn refuse(text: &str, tokens: &[Token], names: &mut Vec<Name>) {
    let lexicon = Lexicon::get();
    let lower = |token: &Token| token.of(text).to_lowercase();
    let storms: BTreeSet<String> = tokens
        .windows(2)
        .filter(|pair| pair.iter().all(|token| token.capital))
        .filter(|pair| STORMS.contains(&lower(&pair[0]).as_str()))
        .map(|pair| lower(&pair[1]))
        .collect();
    names.retain(|name| {
        let own = &tokens[within(tokens, name.span)];
        let is_storm = own.last().is_some_and(|last| storms.contains(&lower(last)))
            && own[..own.len() - 1].iter().all(|token| {
                let lower = lower(token);
                STORMS.contains(&lower.as_str()) || lower == "space"
            });
        let is_ship = matches!(own, [first, _, ..] if SHIPS.contains(&first.of(text)));
        let is_day =
            own.iter().all(|token| GERMAN_DAYS.split_whitespace().any(|day| day == lower(token)));
        let is_board = PARTS.contains(&name.span.of(text).to_lowercase().as_str());
        let is_title = |token: &Token| {
            const NAMES: u16 = lexicon::GIVEN | lexicon::SURNAME;
            let lower = lower(token);
            lexicon.word(&lower) & (lexicon::TITLE | NAMES) == lexicon::TITLE
                || OFFICE.contains(&lower.as_str())
        };
        let is_office = name.kind == EntityKind::Person && own.iter().all(is_title);
        if is_storm
            || is_ship
            || is_board
            || is_day
            || is_office
            || is_address(text, name.span)
            || is_label(text, tokens, name)
        {
            return false;
        }
        let [only] = own else { return true };
        let word = only.of(text);
        // "Us" is a word where "US" is a country.
        if word == "Us" {
            return false;
        }
        let lower = word.to_lowercase();
        let lists = lexicon.word(&lower);
        // "US$" is money.
        if text.get(name.span.end as usize..).is_some_and(|rest| rest.starts_with('$')) {
            return false;
        }
        if lists & (lexicon::ORGANISATION | lexicon::PLACE) != 0 {
            return true;
        }
        // A letter of a faction, "(N)", or a party's and a state's, "(R-OK)".
        let is_letter = word.len() == 1 || word.len() == 4 && word.as_bytes()[1] == b'-';
        let is_abbreviation = !word.contains(char::is_lowercase)
            && (is_letter || ABBREVIATIONS.split_whitespace().any(|own| own == lower));
        let is_numbered = word.ends_with(|c: char| c.is_ascii_digit());
        const NAMES: u16 = lexicon::GIVEN | lexicon::SURNAME | lexicon::CITY | lexicon::BODY;
        let is_plain = word.contains(char::is_lowercase)
            && lists & (lexicon::WORD | lexicon::COMMON | lexicon::CALENDAR) != 0
            && lists & NAMES == 0
            && name.kind != EntityKind::Person;
        !is_abbreviation && !is_numbered && !is_plain
    });
}

/// Whether a span lies in the address of a page, or in words joined by lines below as in one.
fn is_address(text: &str, span: Span) -> bool {
    let (before, rest) = text.split_at(span.start as usize);
    let length = |chars: &mut dyn Iterator<Item = char>| -> usize {
        chars.take(300).take_while(|c| !c.is_whitespace()).map(char::len_utf8).sum()
    };
    let start = before.len() - length(&mut before.chars().rev());
    let end = before.len() + length(&mut rest.chars());
    let chunk = text.get(start..end.max(span.end as usize)).unwrap_or_default();
    let is_joined = |(at, _): (usize, &str)| {
        chunk[..at].ends_with(char::is_alphanumeric)
            && chunk[at + 1..].starts_with(char::is_alphanumeric)
    };
    chunk.contains("://") || chunk.contains("www.") || chunk.match_indices('_').any(is_joined)
}

/// Whether a name in capitals is a label at the start of a line, which says whose words follow: "((WN))".
fn is_label(text: &str, tokens: &[Token], name: &Name) -> bool {
    let is_acronym = name.kind != EntityKind::Person
        && !name.span.of(text).contains(char::is_lowercase)
        && tokens[within(tokens, name.span)].len() == 1;
    let before = text[..name.span.start as usize].trim_end_matches(['(', '[']);
    let after = text[name.span.end as usize..].trim_start_matches([')', ']']);
    let is_closed = after.len() < text.len() - name.span.end as usize
        && after.starts_with([' ', ':', '\u{a0}', '\n']);
    is_acronym
        && (before.is_empty() || before.ends_with('\n'))
        && before.len() < name.span.start as usize
        && is_closed
}
