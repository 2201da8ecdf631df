//! The clause a title stands on: where its verb is, and what of it is worth reading.

use super::order::COUNTS;
use super::trim::{ends_in_role, head_end, is_verb};
use super::{CLAUSES, DANGLING, DETERMINERS, OMITTED, Piece, TIES, fits, one_line, trim_end};
use crate::calendar;
use crate::entity::is_saying;
use crate::words::bare;

/// Words that turn a verb before them into what explains a noun: "a resolution passed in 1990".
const AFTER_PARTICIPLE: [&str; 20] = [
    "by", "in", "at", "on", "to", "from", "with", "for", "of", "as", "near", "under", "over",
    "during", "against", "after", "before", "between", "into", "through",
];
/// Past forms that are also participles and do not end in "ed".
const PARTICIPLES: [&str; 18] = [
    "held", "made", "led", "found", "built", "brought", "bought", "shot", "set", "put", "cut",
    "lost", "sent", "sold", "paid", "won", "read", "left",
];
/// Those of verbs that have an object: without one, they explain a noun.
#[rustfmt::skip]
const PASSIVES: [&str; 23] = [
    "signed", "dated", "published", "released", "issued", "founded", "built", "held", "scheduled", "planned", "expected", "anticipated",
    "adopted", "ratified", "established", "appointed", "elected", "killed", "produced", "written", "identified", "named", "described",
];
/// Words that say who or what a clause is about without saying it by name.
const BARE: [&str; 7] = ["he", "she", "it", "they", "this", "that", "these"];
/// Words, other than names and counts, that begin the subject of a later clause.
#[rustfmt::skip]
const PERSONS: [&str; 18] = [
    "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "twenty", "dozens", "all", "most", "both", "others", "nobody", "police",
    "officials", "authorities", "people",
];
/// Words that open a clause with a subject of its own.
const CONJUNCTIONS: [&str; 10] =
    ["after", "when", "while", "before", "until", "because", "that", "although", "though", "as"];

/// Whether a piece begins with a participle that explains a noun before it: "signed on 26 February".
pub(super) fn explains(piece: &str) -> bool {
    let mut words = piece.split_whitespace();
    let (first, next) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    PASSIVES.contains(&first) && AFTER_PARTICIPLE.contains(&next)
}

/// The words of `text`, each with its offset.
fn offsets(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split_whitespace().map(|word| (word.as_ptr().addr() - text.as_ptr().addr(), word))
}

/// Where the verb of `clause` begins. The verb of a clause on a noun, "which killed", and the participle in
/// "a study conducted by" are none as long as another follows.
pub(super) fn main_verb(clause: &str) -> Option<usize> {
    verb(clause).map(|(at, _)| at)
}

/// The words of `title` before its verb, without what was left out before them.
pub(in crate::report) fn subject_of(title: &str) -> &str {
    let line = title.trim_start_matches([' ', '…', '"', '“', '(']);
    main_verb(line).map_or(line, |at| &line[..at])
}

/// Whether a word behind a participle shows that it is one: "held in", "held October 8".
fn follows_participle(next: &str) -> bool {
    AFTER_PARTICIPLE.contains(&next) || calendar::month(bare(next)).is_some()
}

/// What kind of verb is found.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Verb {
    /// That of the clause.
    Main,
    /// That of a clause on a noun, for want of another.
    Relative,
    /// A participle that explains a noun, for want of another.
    Participle,
}

/// The same, with its kind.
fn verb(clause: &str) -> Option<(usize, Verb)> {
    let mut relative = false;
    let mut before = "";
    let mut determined = false;
    let mut passed = None;
    let mut words = offsets(clause).peekable();
    while let Some((at, word)) = words.next() {
        let plain = bare(word);
        let previous = std::mem::replace(&mut before, plain);
        // "A fully staffed home".
        let was_determined = determined;
        determined = DETERMINERS.contains(&plain) || determined && plain.ends_with("ly");
        if CLAUSES[..5].contains(&plain) && !previous.is_empty()
            || matches!(plain, "whose" | "whom")
        {
            relative = true;
            continue;
        }
        let is_finite =
            is_verb(plain) && !was_determined && !matches!(previous, "to" | "be" | "being");
        if !is_finite {
            continue;
        }
        if relative {
            // "Which had been built": all of it.
            relative = words.peek().is_some_and(|(_, next)| is_verb(bare(next)) || *next == "been");
            passed = passed.or(Some((at, Verb::Relative)));
            continue;
        }
        let explains = (plain.ends_with("ed") || PARTICIPLES.contains(&plain))
            && words.peek().is_some_and(|(_, next)| follows_participle(next))
            && !previous.is_empty()
            && !BARE.contains(&previous.to_lowercase().as_str());
        if explains {
            passed = passed.or(Some((at, Verb::Participle)));
            let rest = &clause[at + word.len()..];
            // "The attacker, identified as John Doe, was": what is set in commas.
            let is_aside = clause[..at].trim_end().ends_with(',');
            let until = rest.find([',', ';']).filter(|_| !is_aside).unwrap_or(rest.len());
            let mut joins = false;
            let goes_on = offsets(&rest[..until])
                .map(|(_, word)| word)
                .take_while(|word| {
                    // "Was built in 1990 and became": the second verb has the same subject.
                    let acts = std::mem::replace(&mut joins, *word == "and") && is_verb(bare(word));
                    !acts && *word != "but" && !CLAUSES[..5].contains(word)
                })
                .any(|word| is_verb(bare(word)));
            if goes_on {
                continue;
            }
        }
        return Some((at, Verb::Main));
    }
    passed
}

/// What a reader lacks in `title`, the less the better. `date` are the words that carry the date, which
/// the title `needs` when they belong to a later verb than the first.
pub(super) fn faults(title: &str, date: &str, needs: Option<&str>, main: Option<&str>) -> u32 {
    let begins_within = title.starts_with(OMITTED);
    let line = title.trim_start_matches([' ', '…']);
    let first = bare(line.split_whitespace().next().unwrap_or_default()).to_lowercase();
    let is_other = needs.is_some_and(|verb| !title.contains(date) && !title.contains(verb));
    let mut faults = if is_other { 5 } else { 0 };
    // "While all agreed, artist Jane Doe …": the clause behind the comma counts.
    let hangs = hangs(line);
    let has_no_subject = main_verb(line).is_some_and(|at| !has_subject(&line[..at]));
    let told = match line.find(", ") {
        Some(comma) if (hangs || has_no_subject) && !begins_within => &line[comma + 2..],
        _ => line,
    };
    match verb(told) {
        None => faults += 4,
        // "A wreck that they found last June": the clause is what is dated.
        Some((_, Verb::Relative)) => {}
        Some((_, Verb::Participle)) if title.ends_with(OMITTED) => faults += 3,
        Some((at, _)) => {
            // "A fire in a mine, followed by a fall of rocks …": what it did is lost.
            let mut own = told[at..].split_whitespace();
            let (verb, next) = (own.next().map(bare), own.next().unwrap_or_default());
            let is_participle =
                verb.is_some_and(|verb| verb.ends_with("ed") || PARTICIPLES.contains(&verb));
            let is_lost = !begins_within
                && !hangs
                && is_participle
                && title.ends_with(OMITTED)
                && follows_participle(next)
                && main.is_some_and(|main| verb != Some(main) && !title.contains(main));
            faults += if is_lost { 3 } else { 0 };
            let undated = told[at..].replace(date, " ");
            let after = undated
                .split_whitespace()
                .skip(1)
                .map(bare)
                .filter(|word| !word.is_empty() && !DANGLING.contains(word) && !is_verb(word))
                .count();
            if title.ends_with(OMITTED) && after < 2 {
                // "Was expected to end on 15 December" is whole, "announced on 15 December" is not.
                let is_whole = title.contains(date);
                faults += if after == 0 { 3 } else { u32::from(!is_whole) };
            }
            if !has_subject(&told[..at]) {
                faults += 4;
            }
            // "Revealed that in December, the prince …": what was revealed is lost.
            let said = told[at..].split_once(" that ").map(|(_, said)| said);
            if title.ends_with(OMITTED) && said.is_some_and(|said| main_verb(said).is_none()) {
                faults += 2;
            }
            let last = told[..at].split_whitespace().next_back().map(bare).unwrap_or_default();
            faults += u32::from(BARE.contains(&last.to_lowercase().as_str()));
        }
    }
    // "On Monday … giving them leave": what was done to give it is lost.
    if let Some((_, rest)) = line.split_once(" … ")
        && main_verb(&line[..line.len() - rest.len()]).is_none()
        && rest.split_whitespace().next().is_some_and(|word| {
            word.ends_with("ing") && word.starts_with(char::is_lowercase) && word.len() > 5
        })
    {
        faults += 3;
    }
    if begins_within {
        let is_lost = matches!(
            first.as_str(),
            "by" | "of"
                | "with"
                | "into"
                | "through"
                | "to"
                | "which"
                | "who"
                | "whose"
                | "where"
                | "s"
        ) || (first.ends_with("ing") && first != "during")
            || line.starts_with('(');
        faults += if is_lost { 2 } else { 0 };
    }
    faults
}

/// Whether a line begins with a clause that hangs on a later one: "While all agreed, …".
pub(super) fn hangs(line: &str) -> bool {
    let first = bare(line.split_whitespace().next().unwrap_or_default()).to_lowercase();
    CONJUNCTIONS.contains(&first.as_str()) || matches!(first.as_str(), "since" | "if")
}

/// Whether words before a verb name its subject: "initially" does not.
fn has_subject(before: &str) -> bool {
    before.split_whitespace().map(bare).any(|word| {
        word.contains(char::is_alphabetic)
            && !AFTER_PARTICIPLE.contains(&word)
            && !word.ends_with("ly")
            && !matches!(word, "and" | "also" | "then" | "later" | "first")
    })
}

/// What a title needs when another verb than the first of the sentence has its own clause around the date
/// at `from`: that verb, or the words before the date.
pub(super) fn needed(words: &str, from: usize) -> Option<&str> {
    let first = main_verb(&words[..from])?;
    let between = &words[first..from];
    offsets(between)
        .skip(1)
        .filter_map(|(at, word)| {
            let rest = &between[at + word.len()..];
            let opens =
                CONJUNCTIONS.contains(&word) || CLAUSES.contains(&word) || word.ends_with(',');
            if let Some(verb) = main_verb(rest).filter(|_| opens) {
                return rest[verb..].split_whitespace().next().map(bare);
            }
            // "After a trip by the chief earlier this month": a doing without a verb.
            (matches!(word, "after" | "before" | "following")
                && rest.split_whitespace().count() > 3)
                .then(|| rest.trim())
        })
        .last()
}

/// `clause` with its subject shortened to its head, and then from the verb on, cut to `room` by `cut`:
/// "… a study … reported signs of a planet". `None` when the subject is short as it is.
pub(super) fn headed(
    words: &str,
    (start, end): (usize, usize),
    cut: impl Fn(&str) -> String,
) -> Option<String> {
    let clause = words.get(start..end)?;
    let verb = start + main_verb(clause)?;
    let piece = Piece { start, end: verb, kept: true };
    let subject_and_more = &words[start..verb];
    let aside =
        [", ", " (", " —", " – ", " ["].iter().filter_map(|mark| subject_and_more.find(mark)).min();
    let mut head = head_end(words, &piece).min(aside.map_or(verb, |at| start + at));
    // "The number of cases", "a team of scientists": the second noun is what is meant.
    if words[head..verb].starts_with("of ") && is_amount(&words[start..head]) {
        let rest = Piece { start: head + 3, ..piece };
        head = head_end(words, &rest).min(aside.map_or(verb, |at| start + at)).max(head);
    }
    // "Center for Biological Diversity" is one name.
    while is_within_name(&words[start..head], &words[head..verb]) {
        let next = head + words[head..verb].find(' ')? + 1;
        head = head_end(words, &Piece { start: next, ..piece });
        head = aside.map_or(head, |at| head.min(start + at));
        if head < next {
            return None;
        }
    }
    let subject = one_line(&words[start..head]);
    let says_who = subject.split(' ').any(|word| {
        !DETERMINERS.contains(&word.to_lowercase().as_str()) && word.contains(char::is_alphabetic)
    });
    let is_named = subject.split(' ').next().is_some_and(|word| !word.ends_with("ing"));
    let middle = &words[head..verb];
    // Behind a comma the verb may belong to another subject.
    let is_plain = !middle.contains(',') || middle.trim_end().ends_with([',', ')', '—']);
    let follows = words[verb..].split_whitespace().count() > 2;
    if head + 3 >= verb
        || !says_who
        || !is_named
        || !is_plain
        || !follows
        || offsets(subject_and_more).skip(1).any(|(_, word)| may_be_verb(bare(word)))
        || offsets(middle)
            .any(|(_, word)| word.ends_with("ing") && word.starts_with(char::is_lowercase))
        || may_have_acted(subject_and_more)
        || loses_name(&subject, middle)
        || ends_in_role(&subject)
    {
        return None;
    }
    let lead = if words[..start].contains(char::is_alphanumeric) { "… " } else { "" };
    let line = format!("{lead}{} {OMITTED} {}", trim_end(&subject), one_line(&words[verb..end]));
    let goes_on = words[end..].contains(char::is_alphanumeric);
    Some(match (fits(&line), goes_on) {
        (true, false) => trim_end(&line).to_owned(),
        _ => cut(&line),
    })
}

/// The clause at `start`, which begins with its verb, with the subject that it shares with the first verb of the
/// sentence: "Hurricane Lorenzo … was downgraded". `None` when the sentence begins with another subject.
pub(super) fn with_subject(
    words: &str,
    start: usize,
    cut: impl Fn(&str) -> String,
) -> Option<String> {
    let told = words.get(start..)?;
    is_verb(bare(told.split_whitespace().next()?)).then_some(())?;
    let mut before = &words[..start];
    let (mut verb, kind) = verb(before)?;
    // "That had, by reports, infected": only behind "and" or a clause on the subject it is of this subject.
    let first = before[verb..].split_whitespace().next()?;
    let joins = before.trim_end().rsplit(' ').next();
    let joins = joins.is_some_and(|word| matches!(word, "and" | "but" | "then" | "or"));
    let is_aside = kind == Verb::Relative || explains(&before[verb..]) || is_saying(first);
    if !joins && !is_aside {
        return None;
    }
    // "Reports said O'Rourke, a former representative, does not plan": who is spoken of.
    if is_saying(first) {
        before = before[verb + first.len()..].trim_start();
        before = before.strip_prefix("that ").unwrap_or(before);
        verb = main_verb(before).unwrap_or(before.len());
    }
    let subject = before[..verb].split([',', '(', '—']).map(str::trim).find(|part| {
        let first = part.split_whitespace().next().unwrap_or_default();
        let is_named = first.starts_with(char::is_uppercase) || DETERMINERS.contains(&first);
        let lower = first.to_lowercase();
        let opens = [&AFTER_PARTICIPLE[..], &CONJUNCTIONS, &TIES]
            .iter()
            .any(|list| list.contains(&lower.as_str()))
            || matches!(first, "Since" | "If" | "Despite" | "Following" | "According");
        is_named && !opens && !first.ends_with("ing") && !first.ends_with("ly")
    })?;
    let is_short = subject.split_whitespace().count() <= 8 && main_verb(subject).is_none();
    let line = format!("{subject} {OMITTED} {}", one_line(told));
    is_short.then(|| if fits(&line) { trim_end(&line).to_owned() } else { cut(&line) })
}

/// The clauses behind the commas of `words` that begin with a subject and have a verb of their own: "as a
/// result, by reports, twenty persons were arrested". Where each begins.
pub(super) fn later_clauses(words: &str) -> impl Iterator<Item = usize> {
    let mut quoted = false;
    let mut depth = 0_u32;
    words.char_indices().filter_map(move |(at, c)| {
        match c {
            '"' => quoted = !quoted,
            '“' => quoted = true,
            '”' => quoted = false,
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let is_border = c == ',' && !quoted && depth == 0 && words[at + 1..].starts_with(' ');
        let told = words.get(at + 2..).filter(|_| is_border)?;
        let first = told.split_whitespace().next()?;
        let is_capital = |word: &str| word.starts_with(char::is_uppercase);
        // "Springfield, Illinois" is one place.
        let is_named = is_capital(first)
            && !words[..at].split_whitespace().next_back().is_some_and(is_capital);
        let begins = is_named
            || DETERMINERS.contains(&first)
            || COUNTS.contains(&first)
            || BARE[..4].contains(&first)
            || PERSONS.contains(&first)
            || first.bytes().all(|byte| byte.is_ascii_digit());
        let own = told.split([',', ';']).next()?;
        let (verb, _) = verb(own).filter(|(at, kind)| begins && *kind == Verb::Main && *at > 1)?;
        let mut told = own[verb..].split_whitespace();
        // What "officials said" stands before it.
        let verb = bare(told.next()?);
        let says = is_saying(verb) || matches!(verb, "indicated" | "showed" | "suggests");
        (!says || told.count() > 4).then_some(at + 2)
    })
}

/// The clause with a verb of its own that ends with the date at `from..to`, which lies too late for the
/// beginning of the sentence: "… Turkey began an offensive on Wednesday".
pub(super) fn dated_clause(
    words: &str,
    start: usize,
    (from, to): (usize, usize),
) -> Option<String> {
    let mut found = None;
    for (at, word) in offsets(words.get(start..from)?) {
        let rest = &words[start + at + word.len()..from];
        let next = rest.split_whitespace().next().unwrap_or_default();
        let has_subject = DETERMINERS.contains(&next) || next.starts_with(char::is_uppercase);
        if CONJUNCTIONS.contains(&word) && has_subject && main_verb(rest).is_some_and(|at| at > 1) {
            found = Some(start + at + word.len());
        }
    }
    let clause = one_line(&words[found?..to]);
    let after = words[to..].contains(char::is_alphanumeric);
    let title = format!("{OMITTED} {}{}", trim_end(&clause), if after { " …" } else { "" });
    (fits(&title) && title.chars().count() > 30).then_some(title)
}

/// Whether `words` end in a noun that only counts what follows it.
fn is_amount(words: &str) -> bool {
    const AMOUNTS: [&str; 24] = [
        "number",
        "majority",
        "group",
        "team",
        "total",
        "series",
        "rest",
        "part",
        "most",
        "one",
        "two",
        "three",
        "some",
        "many",
        "all",
        "several",
        "dozens",
        "hundreds",
        "thousands",
        "millions",
        "couple",
        "pair",
        "half",
        "percent",
    ];
    words
        .split_whitespace()
        .last()
        .is_some_and(|word| AMOUNTS.contains(&word.to_lowercase().as_str()))
}

/// Whether what is left out of a subject has the name that its head is about: "the death of Walter Munk".
fn loses_name(subject: &str, middle: &str) -> bool {
    let is_name = |word: &str| word.starts_with(char::is_uppercase);
    ["of ", "for ", "between ", "against "].iter().any(|word| middle.starts_with(word))
        && !subject.split(' ').skip(1).any(is_name)
        && middle.split_whitespace().any(is_name)
}

/// Whether a participle before the verb could be the verb itself: "indicated on Monday the chances were".
fn may_have_acted(subject: &str) -> bool {
    let mut words = subject.split_whitespace().map(bare).peekable();
    let mut relative = false;
    while let Some(word) = words.next() {
        relative |= CLAUSES[..5].contains(&word);
        if is_verb(word) && !std::mem::take(&mut relative) && words.peek() != Some(&"by") {
            return true;
        }
    }
    false
}

/// Whether a word in the middle of a subject may be its verb after all: "scientists report".
fn may_be_verb(word: &str) -> bool {
    let stem = word.strip_suffix('s').unwrap_or(word);
    matches!(stem, "think" | "know" | "believe" | "show" | "see" | "hope" | "want" | "find" | "say")
        || is_saying(word)
        || is_saying(&format!("{stem}ed"))
        || is_saying(&format!("{stem}d"))
}

/// Whether the border after `subject` lies within a name: "Center for Biological Diversity".
fn is_within_name(subject: &str, middle: &str) -> bool {
    let is_capital =
        |word: Option<&str>| word.is_some_and(|word| word.starts_with(char::is_uppercase));
    (middle.starts_with("for ") || middle.starts_with("of "))
        && is_capital(subject.split_whitespace().next_back())
        && is_capital(middle.split_whitespace().nth(1))
}
