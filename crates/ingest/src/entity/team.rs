//! Tells a country or town from the team that plays under its name: "Sweden defeated South Korea 1–0" names
//! two teams and no place.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use dateline_corpus::EntityKind;

use super::Name;
use super::token::{Token, within};

/// What a team does to another.
const PLAYS: [&str; 22] = [
    "defeated",
    "beat",
    "faced",
    "drew",
    "thrashed",
    "scored",
    "equalised",
    "equalized",
    "trailed",
    "conceded",
    "won",
    "lost",
    "played",
    "faces",
    "play",
    "hosted",
    "met",
    "qualified",
    "advanced",
    "reached",
    "took",
    "started",
];
/// Words before a place that is meant as one.
const WHERE: [&str; 9] =
    ["in", "from", "near", "across", "throughout", "visited", "outside", "around", "at"];

/// Makes organisations of the places of `names` that are teams in this text: a score must stand beside one of
/// them.
pub(super) fn teams(text: &str, tokens: &[Token], names: &mut [Name]) {
    let mut scored: BTreeSet<String> = BTreeSet::new();
    let mut played: BTreeMap<String, u32> = BTreeMap::new();
    for name in names.iter().filter(|name| name.kind == EntityKind::Place) {
        let Range { start: first, end } = within(tokens, name.span);
        let key = || name.span.of(text).to_lowercase();
        if is_score(text, &tokens[end..]) || first >= 3 && is_score(text, &tokens[first - 3..first])
        {
            scored.insert(key());
        }
        let plays = |at: Option<usize>| {
            at.and_then(|at| tokens.get(at)).is_some_and(|token| PLAYS.contains(&token.of(text)))
        };
        if plays(Some(end)) || plays(first.checked_sub(1)) {
            *played.entry(key()).or_default() += 1;
        }
    }
    if scored.is_empty() {
        return;
    }
    scored.extend(played.into_keys());
    for name in names.iter_mut().filter(|name| name.kind == EntityKind::Place) {
        let first = within(tokens, name.span).start;
        let before = first.checked_sub(1).map_or("", |at| tokens[at].of(text));
        if !WHERE.contains(&before) && scored.contains(&name.span.of(text).to_lowercase()) {
            name.kind = EntityKind::Organisation;
        }
    }
}

/// Whether `tokens` begin with a score, "1 – 0" or "1-0".
fn is_score(text: &str, tokens: &[Token]) -> bool {
    let is_count = |token: &Token| {
        let word = token.of(text);
        word.len() < 4 && word.bytes().all(|byte| byte.is_ascii_digit())
    };
    match tokens {
        [a, dash, b, ..] => {
            is_count(a) && is_count(b) && matches!(dash.of(text), "–" | "-" | "—" | ":" | "−")
        }
        _ => false,
    }
}
