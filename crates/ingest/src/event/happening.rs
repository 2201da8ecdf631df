//! What kind of thing a report tells: a death, an arrest, a vote. Two newsrooms use different words for one
//! happening, but words of one kind. The kinds are after the types of events of ACE 2005.
//! Source: Linguistic Data Consortium, ACE English Annotation Guidelines for Events, version 5.4.3.

use std::collections::BTreeMap;

use dateline_corpus::{Document, Span};

use super::facts::hash;
use crate::{report, words};

/// Verbs and nouns of one kind of happening, a line each.
#[rustfmt::skip]
const KINDS: [&[&str]; 21] = [
    &["die", "dies", "died", "dying", "death", "deaths", "dead", "kill", "killing", "murder", "fatal", "assassinate", "assassination", "slain"],
    &["resign", "resigns", "resignation", "quit", "quits", "stepped", "leave", "leaves", "left", "leaving", "dismiss", "sacked", "ousted"],
    &["sworn", "inaugurate", "inauguration", "appoint", "appointment", "appoints"],
    &["election", "elect", "vote", "voted", "votes", "poll", "polls", "primary", "caucus", "caucuses", "referendum", "won", "wins", "winning"],
    &["arrest", "detain", "detention", "custody", "apprehend", "imprison", "jailed"],
    &["charge", "indict", "indictment", "accused", "impeach", "impeaches", "impeachment"],
    &["trial", "hearing", "tried", "court", "ruled", "ruling", "verdict", "judgment", "judgement"],
    &["convict", "conviction", "guilty", "sentenced", "sentence"],
    &["attack", "bomb", "bombed", "bombing", "explode", "explosion", "blast", "strike", "struck", "shot", "shooting", "airstrike", "missile",
      "offensive", "invaded", "invasion"],
    &["crash", "crashes", "collide", "collision", "derail", "derailment"],
    &["met", "meet", "meets", "meeting", "summit", "talks", "negotiation", "conference"],
    &["signed", "signing", "agreement", "deal", "accord", "treaty", "pact"],
    &["arrive", "arrival", "visit", "landed", "landfall", "withdraw", "withdrew", "withdrawal", "depart", "departure", "airlift", "flown"],
    &["start", "begin", "begins", "began", "begun", "launch", "launches", "open", "opens", "opened", "opening", "commence"],
    &["ends", "ended", "ending", "close", "closed", "finish", "finishes", "expire", "conclude"],
    &["suspend", "suspension", "prorogue", "prorogation", "halt", "cancel", "cancelled", "postpone", "block", "banned", "bans"],
    &["declare", "declaration"],
    &["publish", "publishes", "publication", "release"],
    &["endorse", "endorsement"],
    &["married", "marry", "marries", "wedding", "marriage"],
    &["earthquake", "quake", "tremor"],
];

/// The kinds, by the hash of a word without its ending.
pub(super) struct Happenings(BTreeMap<u64, u32>);

/// What is told around a date.
#[derive(Default)]
pub(super) struct Told {
    /// A bit for each kind.
    pub(super) kinds: u32,
    /// The words that say so, as hashes, sorted, each once.
    pub(super) words: Vec<u64>,
}

impl Happenings {
    pub(super) fn new() -> Self {
        let mut kinds = BTreeMap::new();
        for (kind, words) in (0..).zip(KINDS) {
            for word in words {
                *kinds.entry(hash(&words::stem(word))).or_default() |= 1_u32 << kind;
            }
        }
        Self(kinds)
    }

    /// What the clause around the date at `timex` tells, or, where it has no verb known here, all of `part`.
    pub(super) fn told(&self, document: &Document, part: Span, timex: Span) -> Told {
        if !document.language.starts_with("en") {
            return Told::default();
        }
        let near = self.of(&report::clause(&document.text, part, timex));
        if near.kinds > 0 { near } else { self.of(part.of(&document.text)) }
    }

    fn of(&self, text: &str) -> Told {
        let mut told = Told::default();
        for (_, word) in words::split(text) {
            let word = hash(&words::stem(&word.to_lowercase()));
            if let Some(kinds) = self.0.get(&word) {
                told.kinds |= kinds;
                told.words.push(word);
            }
        }
        told.words.sort_unstable();
        told.words.dedup();
        told
    }
}
