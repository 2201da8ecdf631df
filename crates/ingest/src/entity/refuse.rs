//! Refuses what looks like a name and is none: units and abbreviations, products by their number, plain
//! words, works.

use dateline_corpus::EntityKind;

use super::Name;
use super::lexicon::{self, Lexicon};
use super::token::{Token, within};

/// Abbreviations in capitals that name nobody: time zones, units, money, degrees, offices, things.
const ABBREVIATIONS: &str = "utc gmt est edt cst cdt cet cest bst pst pdt mst mdt eet msk ist jst am pm ad bc ce bce \
    usd eur gbp rub tv dvd cd lp ep pc ceo cfo cto coo mp mps mep vp pm phd md ba bs ma bsc msc mba llb qc kc obe mbe cbe \
    dbe id faq pdf html xml http https url isbn issn doi dna rna hiv aids gdp gnp vat suv atm gps usb lgbt lgbtq lgbti \
    covid sars mvp rbi era ngo ngos ip ai vr ar ufo ww1 ww2 wwi wwii ii iii iv vi vii viii ix xi xii xiii xiv xv xvi \
    xvii xviii xix xx xxi nb ps jr sr ok diy hq qr sms rsvp asap vip";

/// Takes out of `names` what is no name.
pub(super) fn refuse(text: &str, tokens: &[Token], names: &mut Vec<Name>) {
    let lexicon = Lexicon::get();
    names.retain(|name| {
        let [only] = &tokens[within(tokens, name.span)] else { return true };
        let word = only.of(text);
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
