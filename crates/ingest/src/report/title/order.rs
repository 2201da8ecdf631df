//! Which pieces of a sentence a title needs: the one that says what happened, its subject, and the order
//! in which the others are left out.

use super::trim::is_verb;
use super::{CLAUSES, DANGLING, DETERMINERS, Piece, TITLE_LENGTH};
use crate::entity::is_saying;

/// Words with which a piece begins that explains a name before it, or adds to it.
const EXPLAINS: [&str; 30] = [
    "who",
    "which",
    "whose",
    "whom",
    "where",
    "including",
    "along",
    "together",
    "such",
    "a",
    "an",
    "the",
    "formerly",
    "also",
    "known",
    "one",
    "his",
    "her",
    "its",
    "their",
    "both",
    "with",
    "as",
    "now",
    "then",
    "like",
    "aged",
    "born",
    "qui",
    "dont",
];
/// Words with which a clause begins that hangs on another.
const SUBORDINATE: [&str; 22] = [
    "although",
    "though",
    "while",
    "because",
    "as",
    "since",
    "when",
    "if",
    "unless",
    "whereas",
    "but",
    "and",
    "or",
    "despite",
    "amid",
    "after",
    "before",
    "following",
    "adding",
    "saying",
    "according",
    "so",
];
/// Words with which a sentence opens on when or where, before it says what.
const OPENINGS: [&str; 14] = [
    "in",
    "on",
    "at",
    "during",
    "after",
    "before",
    "since",
    "following",
    "by",
    "with",
    "while",
    "when",
    "as",
    "until",
];
/// Words with which a piece begins that says when, where or how, and names no subject.
const ADVERBIAL: [&str; 14] = [
    "under",
    "late",
    "early",
    "earlier",
    "later",
    "yesterday",
    "today",
    "tomorrow",
    "first",
    "second",
    "also",
    "within",
    "despite",
    "unlike",
];
/// Words that count persons: "two candidates".
pub(super) const COUNTS: [&str; 9] =
    ["two", "three", "four", "five", "several", "many", "some", "hundreds", "thousands"];
/// Words that open a clause with a verb of its own, whatever comes behind its comma.
const CLAUSE_OPENINGS: [&str; 12] = [
    "although", "though", "while", "because", "as", "since", "when", "if", "unless", "whereas",
    "after", "before",
];
/// Words that are a subject by themselves.
const PRONOUNS: [&str; 8] = ["he", "she", "it", "they", "we", "i", "you", "there"];

/// The piece that must stay: the dated one, or its neighbour when it holds little but the date.
pub(super) fn main_piece(
    words: &str,
    pieces: &[Piece],
    dated: usize,
    (from, to): (usize, usize),
) -> usize {
    let Some(piece) = pieces.get(dated) else { return 0 };
    let count = |part: &str| {
        part.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
    };
    let besides = count(&words[piece.start..from.max(piece.start)])
        + count(&words[to.min(piece.end)..piece.end]);
    let has_verb = |at: &usize| has_main_verb(words, &pieces[*at]);
    let attributes = |at: &usize| first_word(words, &pieces[*at]) == "according";
    // "PBS revealed that in December, the prince …": what was revealed stands behind the comma.
    let before = words[piece.start..from.max(piece.start)].trim_end();
    let before =
        before.rsplit_once(' ').filter(|(_, last)| OPENINGS.contains(last) || *last == "from");
    if before.is_some_and(|(before, _)| before.ends_with(" that"))
        && words[to..piece.end].trim() == ","
        && pieces.get(dated + 1).is_some()
    {
        return dated + 1;
    }
    // "…, according to police on Thursday", "…, police said on Thursday": what they say stands before.
    let says = |at: usize| {
        let mut verbs = words[pieces[at].start..pieces[at].end].split_whitespace();
        verbs
            .any(|word| is_saying(&word.to_lowercase()) || matches!(word, "revealed" | "confirmed"))
    };
    if dated > 0
        && (attributes(&dated) || (dated + 1 == pieces.len() && besides <= 3 && says(dated)))
        && let Some(said) = (0..dated).rev().find(has_verb)
    {
        return said;
    }
    // "Born on 3 May": what happened then, whatever follows.
    if first_word(words, piece) == "born" {
        return dated;
    }
    let first = first_word(words, piece);
    let is_bracketed = |at: usize| {
        pieces.get(at).is_some_and(|piece| words[piece.start..].trim_start().starts_with('('))
    };
    let opens = (OPENINGS.contains(&first.as_str()) || first == "according")
        && (words[..piece.end].ends_with(',') || is_bracketed(dated + 1));
    // "When he took office in 1987, he …": what happened then is what opens.
    let opens_clause = |first: &str| CLAUSE_OPENINGS.contains(&first);
    let tells_itself = has_verb(&dated)
        && !says(dated)
        && (opens_clause(&first) || opens_clause(&first_word(words, &pieces[0])));
    let hangs_before = |at: usize| {
        let first = first_word(words, &pieces[at]);
        besides <= 2 && SUBORDINATE.contains(&first.as_str())
    };
    // "In findings published last month, researchers …", "On Sunday in London, England, a man …": what
    // happened stands behind the commas.
    if (opens || besides <= 2)
        && !tells_itself
        && (0..dated).all(|at| attributes(&at) || hangs_before(at) || !has_verb(&at))
        && (dated > 0 || !SUBORDINATE[..8].contains(&first_word(words, &pieces[0]).as_str()))
        && let Some(happened) = (dated + 1..pieces.len()).find(|at| {
            let first = first_word(words, &pieces[*at]);
            let explains =
                EXPLAINS.contains(&first.as_str()) && !DETERMINERS.contains(&first.as_str());
            // "They had arrested a man" needs to know who said so.
            let only_says = ends_in_saying(words, &pieces[*at])
                && pieces
                    .get(at + 1)
                    .is_some_and(|next| !PRONOUNS.contains(&first_word(words, next).as_str()));
            has_verb(at)
                && !attributes(at)
                && !explains
                && !only_says
                && !SUBORDINATE.contains(&first.as_str())
        })
    {
        return happened;
    }
    // "…, died on 3 May, according to …".
    if dated > 0 && has_verb(&dated) {
        return dated;
    }
    let follows_opening = dated == 1 && pieces.len() > 2 && {
        let first = first_word(words, &pieces[0]);
        OPENINGS.contains(&first.as_str()) && !SUBORDINATE.contains(&first.as_str())
    };
    let goes_on = dated == 0
        && opens
        && pieces.get(1).is_some_and(|next| {
            let next = first_word(words, next);
            DETERMINERS.contains(&next.as_str()) || !EXPLAINS.contains(&next.as_str())
        });
    // "…, graduating in 1953 with honours", "…, with the highest figure since 2006": who, stands before.
    let acts = words[piece.start..piece.end].split_whitespace().any(is_verb);
    let fit = |before: &Piece| before.end - before.start + piece.end - piece.start < TITLE_LENGTH;
    if !acts && let Some(before) = (0..dated).rev().find(has_verb).filter(|at| fit(&pieces[*at])) {
        return before;
    }
    match besides {
        0..=2 if follows_opening => 2,
        0..=2 if dated > 0 => dated - 1,
        _ if (besides <= 2 || goes_on) && dated + 1 < pieces.len() => dated + 1,
        _ => dated,
    }
}

/// Joins the pieces of an enumeration: "Kurdi, his brother, and his mother were", "Greece, Cyprus and Israel".
pub(super) fn without_lists(words: &str, pieces: Vec<Piece>) -> Vec<Piece> {
    let part = |piece: &Piece| words[piece.start..piece.end].trim();
    let is_item = |piece: &Piece| {
        let part = part(piece);
        part.ends_with(',')
            && part.split_whitespace().count() <= 5
            && !part.contains(['(', '—', '–'])
            && !has_main_verb(words, piece)
            && ![&SUBORDINATE[..], &OPENINGS, &ADVERBIAL]
                .iter()
                .any(|list| list.contains(&first_word(words, piece).as_str()))
    };
    let mut joined: Vec<Piece> = Vec::with_capacity(pieces.len());
    for piece in pieces {
        let ends_list = matches!(first_word(words, &piece).as_str(), "and" | "or");
        let acts = has_main_verb(words, &piece);
        let items = joined.iter().rev().take_while(|last| ends_list && is_item(last)).count();
        let start =
            |items: usize| joined.get(joined.len() - items).map_or(piece.start, |item| item.start);
        let head = (joined.len() - items).checked_sub(1).and_then(|at| joined.get(at));
        // Of a list that something is done to, the verb stands before.
        let is_head = |head: &Piece| {
            let first = first_word(words, head);
            let opens = SUBORDINATE.contains(&first.as_str()) || OPENINGS.contains(&first.as_str());
            part(head).ends_with(',') && (!acts || (!opens && !has_main_verb(words, head)))
        };
        let items = match head {
            _ if items == 0 => 0,
            Some(head) if is_head(head) => items + 1,
            Some(head) if acts && has_main_verb(words, head) => 0,
            _ => items,
        };
        let start = start(items);
        joined.truncate(joined.len() - items);
        joined.push(Piece { start, ..piece });
    }
    joined
}

/// Whether a piece has a verb that is not within a clause on its noun: "a politician who served" has none.
fn has_main_verb(words: &str, piece: &Piece) -> bool {
    words[piece.start..piece.end]
        .split_whitespace()
        .take_while(|word| !CLAUSES[..3].contains(word) && *word != "whose")
        .any(is_verb)
}

pub(super) fn ends_in_saying(words: &str, piece: &Piece) -> bool {
    words[piece.start..piece.end]
        .split_whitespace()
        .rfind(|word| *word != "that")
        .is_some_and(|word| is_saying(&word.to_lowercase()))
}

/// The piece with the subject of the verb in `main`: the first of those from `from` on without a verb
/// between that names something and opens no phrase of when and where.
fn subject(words: &str, pieces: &[Piece], from: usize, main: usize) -> Option<usize> {
    let has_no_verb = |at: &usize| !has_main_verb(words, &pieces[*at]);
    (from..main)
        .rev()
        .take_while(has_no_verb)
        .filter(|&at| {
            let piece = &words[pieces[at].start..pieces[at].end];
            let first = first_word(words, &pieces[at]);
            let explains =
                EXPLAINS.contains(&first.as_str()) && !DETERMINERS.contains(&first.as_str());
            let is_named = DETERMINERS.contains(&first.as_str())
                || COUNTS.contains(&first.as_str())
                || piece.split_whitespace().any(|word| word.starts_with(char::is_uppercase));
            let is_adverbial = (first.ends_with("ly") && piece.split_whitespace().count() < 4)
                || first.ends_with("ing")
                || ADVERBIAL.contains(&first.as_str());
            is_named
                && !explains
                && !is_adverbial
                && !piece.trim_start().starts_with(['(', '[', '—', '–'])
                && ![&SUBORDINATE[..], &OPENINGS].iter().any(|list| list.contains(&first.as_str()))
        })
        .last()
}

/// The first word of a piece, in lower case.
pub(super) fn first_word(words: &str, piece: &Piece) -> String {
    let piece = &words[piece.start..piece.end];
    let first = piece
        .split_whitespace()
        .find(|word| word.contains(char::is_alphanumeric))
        .unwrap_or_default();
    first.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
}

/// The pieces other than the main one, the least telling first.
pub(super) fn order_of_leaving_out(
    words: &str,
    pieces: &[Piece],
    dated: usize,
    main: usize,
) -> Vec<usize> {
    let first_word =
        |at: usize| pieces.get(at).map_or_else(String::new, |piece| first_word(words, piece));
    let rank = |at: usize| {
        let piece = &words[pieces[at].start..pieces[at].end];
        let first = first_word(at);
        let is_bracketed = piece.trim_start().starts_with(['(', '[', '—', '–']);
        let says = piece.split_whitespace().any(|word| is_saying(&word.to_lowercase()));
        match () {
            () if at == dated => 8,
            () if is_bracketed => 0,
            () if first == "according" || (says && at > main) => 1,
            () if at > 0 && EXPLAINS.contains(&first.as_str()) => 2,
            () if at > main && SUBORDINATE.contains(&first.as_str()) => 3,
            () if at < main && says => 4,
            () if at > main => 5,
            // The subject may stand in the piece before: "Randa Kassis, …, participated".
            () if at < main
                && !SUBORDINATE.contains(&first.as_str())
                && !OPENINGS.contains(&first.as_str()) =>
            {
                7
            }
            () => 6,
        }
    };
    // "Jane, a doctor, won the prize": subject and verb stay together, whichever of the two has the date.
    let begins_with_verb = |at: usize| {
        let first = first_word(at);
        let piece = pieces.get(at).map_or("", |piece| words[piece.start..piece.end].trim_start());
        let second = piece.split_whitespace().nth(1).unwrap_or_default();
        // "Police were investigating" has a subject of its own, "also won" has none.
        let has_subject = is_verb(second)
            && !is_verb(&first)
            && !first.ends_with("ly")
            && !["also", "then", "later", "now", "never", "still"].contains(&first.as_str());
        piece.starts_with(char::is_lowercase)
            && !has_subject
            && ![&SUBORDINATE[..], &EXPLAINS, &OPENINGS, &DANGLING[..12]]
                .iter()
                .any(|list| list.contains(&first.as_str()))
    };
    let is_bracketed = |at: usize| {
        pieces.get(at).is_some_and(|piece| words[piece.start..].trim_start().starts_with('('))
    };
    let begins_anew = |at: usize| {
        let first = first_word(at);
        DETERMINERS.contains(&first.as_str()) || PRONOUNS.contains(&first.as_str())
    };
    let from = if dated < main { dated + 1 } else { 0 };
    let may_lack_subject = dated < main && !begins_anew(main) || is_verb(&first_word(main));
    let before =
        Some(from).filter(|_| may_lack_subject).and_then(|from| subject(words, pieces, from, main));
    // "A launch on Monday, local time, was …": the verb comes later; "the seat has, since 1950, …": earlier.
    let acts = pieces
        .get(main)
        .is_some_and(|piece| words[piece.start..piece.end].split_whitespace().any(is_verb));
    let later = |may_explain: bool| {
        (main + 1..pieces.len().min(main + 5)).find(|&at| {
            let first = first_word(at);
            is_verb(&first) && begins_with_verb(at) && (may_explain || !first.ends_with("ed"))
        })
    };
    let later = if acts { None } else { later(false).or_else(|| later(true)) };
    // "Months after his death in 1925, Chiang, as commander, set out": with its subject.
    let between = later
        .and_then(|later| subject(words, pieces, main, later))
        .filter(|&between| between != main);
    let is_helping = |at: usize| {
        let part = pieces.get(at).map_or("", |piece| &words[piece.start..piece.end]);
        let last = part.trim_end_matches([',', ' ']).rsplit(' ').next().unwrap_or_default();
        matches!(last, "has" | "have" | "had" | "was" | "were" | "will" | "would")
    };
    let earlier = (0..main).rev().take(3).find(|&at| is_helping(at));
    let partner = if before.is_some() {
        before
    } else if later.is_some() || earlier.is_some() {
        later.or(earlier)
    } else if main >= 2 && begins_with_verb(main) {
        Some(main - 2)
    } else {
        Some(main + 2).filter(|&at| {
            begins_with_verb(at)
                && (EXPLAINS.contains(&first_word(main + 1).as_str())
                    || first_word(main + 1) == "about"
                    || is_bracketed(main + 1))
        })
    };
    let mut order: Vec<usize> = (0..pieces.len())
        .filter(|&at| at != main && Some(at) != partner && Some(at) != between)
        .collect();
    order.sort_by_key(|&at| (rank(at), std::cmp::Reverse(at)));
    order
}
