//! Titles: an ordered part of a sentence's own words, with what was left out marked by "…".
//!
//! A sentence that fits is its own title. Otherwise it is cut into pieces at commas, dashes and
//! brackets, and pieces are left out, the least telling first, until it fits: never the piece with the
//! date, unless that piece is hardly more than the date, which stands beside the title anyway.

mod clause;
mod order;
mod trim;

use dateline_corpus::Span;

use crate::calendar;
use crate::entity::is_saying;
pub(super) use clause::subject_of;
use order::{ends_in_saying, first_word, main_piece, order_of_leaving_out};
pub(super) use trim::is_verb;
pub(crate) use trim::is_verb_of_doing;
use trim::{ends_in_role, head_end, take_in_antecedent, without_middle};

/// The most characters a title may have.
pub(crate) const TITLE_LENGTH: usize = 90;
/// The mark of an omission.
const OMITTED: &str = "…";

/// Those of them that also begin the subject of a sentence.
const DETERMINERS: [&str; 7] = ["a", "an", "the", "his", "her", "its", "their"];
/// Words that begin a clause within a piece.
const CLAUSES: [&str; 9] =
    ["that", "who", "which", "where", "when", "after", "because", "while", "and"];
/// Words that tie a clause to what was left out before it.
const TIES: [&str; 8] = ["although", "though", "but", "and", "or", "because", "whereas", "so"];
/// Short words that tell by themselves what happened on the date behind them.
const BORN: [&str; 8] = ["born", "b.", "d.", "né", "née", "nato", "nata", "geb."];
/// A title of fewer characters takes more.
const SHORT: usize = 45;
/// Words that may not end a title.
#[rustfmt::skip]
const DANGLING: [&str; 64] = [
    "because", "about", "when", "while", "two", "it", "a", "an", "the", "of", "in", "on", "at", "to", "for", "from", "by", "with", "and",
    "or", "but", "as", "that", "which", "who", "their", "his", "her", "its", "is", "are", "was", "were", "be", "been", "has", "have",
    "had", "will", "would", "into", "over", "under", "after", "before", "between", "more", "than", "not", "this", "some", "during",
    "according", "including", "if", "whether", "where", "without", "against", "through", "both", "he", "she", "they",
];

/// Words in "ing" that are things.
#[rustfmt::skip]
const THINGS: [&str; 18] = [
    "shooting", "bombing", "meeting", "morning", "evening", "building", "hearing", "voting", "wedding", "killing", "training", "crossing",
    "landing", "opening", "fighting", "ruling", "nothing", "anything",
];

/// A part of a sentence.
struct Piece {
    start: usize,
    end: usize,
    kept: bool,
}

/// The title of the report that `sentence` makes of the date at `timex`.
pub(super) fn title(text: &str, sentence: Span, timex: Span) -> String {
    let words = sentence.of(text);
    let start = words.len() - words.trim_start_matches(['—', '–', '-', ' ', '•']).len();
    let start = start + item_mark(&words[start..]);
    let start = u32::try_from(start).unwrap_or_default().min(timex.start - sentence.start);
    let sentence = Span { start: sentence.start + start, ..sentence };
    let words = sentence.of(text);
    if fits(&one_line(words)) {
        return shorten(words);
    }
    let (from, to) =
        ((timex.start - sentence.start) as usize, (timex.end - sentence.start) as usize);
    if let Some(title) = quotation(words, from) {
        return title;
    }
    let date = &words[from..to];
    let needs_date = clause::needed(words, from);
    let verb = clause::main_verb(words)
        .and_then(|at| words[at..].split_whitespace().next())
        .map(crate::words::bare);
    let pieces = pieces(words, (from, to));
    let dated = pieces.iter().position(|piece| piece.end > from).unwrap_or_default();
    let main = main_piece(words, &pieces, dated, (from, to));
    let clause = pieces.get(main).map_or((0, words.len()), |piece| (piece.start, piece.end));
    let first = assembled(words, pieces, (dated, main), (from, to));
    let mut best = (clause::faults(&first, date, needs_date, verb), first);
    if best.0 > 0 {
        for other in others(words, clause, (from, to)) {
            let faults = clause::faults(&other, date, needs_date, verb);
            if faults < best.0 {
                best = (faults, other);
            }
        }
    }
    best.1
}

/// Whether the date at `from` is that of a birth: "Born in Enugu on 3 February 1934, she …".
fn is_born(words: &str, from: usize) -> bool {
    let clause = words[..from].rsplit([',', ';']).next().unwrap_or_default();
    let first = clause.split_whitespace().next().unwrap_or_default();
    BORN.contains(&first.to_lowercase().as_str())
}

/// The length of the number of an item, "4. She was suspended".
fn item_mark(words: &str) -> usize {
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    let rest = words[digits..].strip_prefix(['.', ')']).unwrap_or_default();
    let told = rest.trim_start();
    let is_mark = (1..=3).contains(&digits)
        && told.len() < rest.len()
        && told.starts_with(char::is_uppercase)
        && calendar::at_start(words).is_none();
    if is_mark { words.len() - told.len() } else { 0 }
}

/// Other titles of a sentence, for when its pieces lack something. `start` and `end` are those of its main
/// piece.
fn others(
    words: &str,
    (start, end): (usize, usize),
    (from, to): (usize, usize),
) -> impl Iterator<Item = String> {
    // What opens with its date can do without.
    let undated =
        opens_with_date(words, start, from) && to < end && words[to..].starts_with([' ', ',']);
    let start = if undated { to.max(start) } else { start };
    let told = &words[start..];
    let told = told.trim_start_matches([',', ' ']);
    let told = told
        .split_once(' ')
        .filter(|(first, _)| TIES.contains(&first.to_lowercase().as_str()))
        .map_or(told, |(_, rest)| rest);
    let start = words.len() - told.len();
    let lead = if words[..start].contains(char::is_alphanumeric) { "… " } else { "" };
    // What is dated in a clause that hangs on a later one, or is a birth, is not that one.
    let hangs = clause::hangs(words) && clause::main_verb(&words[..from]).is_some();
    let is_other = is_born(words, from) || hangs;
    let later = clause::later_clauses(words).filter(move |at| *at <= from || !is_other);
    [
        Some(shorten(&format!("{lead}{told}"))),
        clause::headed(words, (start, words.len()), cut),
        clause::headed(words, (start, end), cut),
        clause::dated_clause(words, 0, (from, to)),
        clause::with_subject(words, start, cut),
        Some(shorten(words)),
    ]
    .into_iter()
    .flatten()
    .chain(later.map(|at| shorten(&format!("{OMITTED} {}", &words[at..]))))
}

/// The title made of the pieces of a sentence, of which one is dated and one is the main one.
fn assembled(
    words: &str,
    mut pieces: Vec<Piece>,
    (dated, main): (usize, usize),
    (from, to): (usize, usize),
) -> String {
    take_in_antecedent(words, &mut pieces, main, dated);
    // What opens with its date can do without.
    if let Some(piece) = pieces.get_mut(dated)
        && opens_with_date(words, piece.start, from)
        && words[to.min(piece.end)..piece.end].starts_with(char::is_whitespace)
        && words[to.min(piece.end)..piece.end].split_whitespace().count() > 1
    {
        piece.start = to;
    }
    let order = order_of_leaving_out(words, &pieces, dated, main);
    for &at in &order {
        if fits(&assemble(words, &pieces)) {
            break;
        }
        pieces[at].kept = false;
    }
    // What still finds room comes back, the most telling first.
    for &at in order.iter().rev() {
        if !pieces[at].kept {
            pieces[at].kept = true;
            pieces[at].kept = fits(&assemble(words, &pieces));
        }
    }
    let mut assembled = assemble(words, &pieces);
    if !fits(&assembled) {
        // "Jane Doe of the Office of …, announced": a subject in two pieces gives up what hangs on it.
        let kept: Vec<usize> = (0..pieces.len()).filter(|&at| pieces[at].kept).collect();
        for &at in kept.iter().take(kept.len().saturating_sub(1)) {
            let piece = &pieces[at];
            let head = head_end(words, piece);
            // Without its verb, a subject would seem to do what another does.
            let has_verb = words[piece.start..piece.end].split_whitespace().any(is_verb);
            if !has_verb
                && !ends_in_role(&words[piece.start..head])
                && (head <= from || to < piece.start)
            {
                pieces[at].end = head;
            }
        }
        assembled = assemble(words, &pieces);
    }
    if !fits(&assembled) && pieces.iter().filter(|piece| piece.kept).count() > 1 {
        return cut(&assembled);
    }
    if !fits(&assembled) {
        if let Some(title) =
            pieces.get(main).and_then(|piece| without_middle(words, piece, (from, to)))
        {
            return title;
        }
        let (start, end) =
            pieces.get(main).map_or((0, words.len()), |piece| (piece.start, piece.end));
        return window(words, start, to, end).unwrap_or_else(|| cut(&assembled));
    }
    let last = pieces.iter().rposition(|piece| piece.kept).unwrap_or_default();
    // "She told the press, …": what she told is what there is to know.
    if let Some(next) = pieces.get(last + 1)
        && (ends_in_saying(words, &pieces[last])
            || words[next.start..].trim_start().starts_with(['"', '“', '«'])
                && words[pieces[last].start..pieces[last].end].split_whitespace().any(is_saying))
        && assembled.chars().count() + 20 <= TITLE_LENGTH
    {
        pieces[last + 1].kept = true;
        return cut(&assemble(words, &pieces));
    }
    if assembled.chars().count() < SHORT {
        // A title of few words takes the beginning of the piece that goes on.
        if let Some(next) = order.iter().rev().find(|&&at| at > last) {
            pieces[*next].kept = true;
            return cut(&assemble(words, &pieces));
        }
    }
    trim_end(&assembled).to_owned()
}

/// `words` on one line, cut after a whole word when longer than a title may be, without the final stop.
pub(crate) fn shorten(words: &str) -> String {
    let line = one_line(words);
    if fits(&line) { trim_end(&line).to_owned() } else { cut(&line) }
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn fits(title: &str) -> bool {
    title.chars().count() <= TITLE_LENGTH
}

fn trim_end(title: &str) -> &str {
    title.trim_end_matches(['.', ',', ';', ' '])
}

/// `line`, cut after a word that can end a title.
fn cut(line: &str) -> String {
    let mut kept: Vec<&str> = Vec::new();
    let mut length = 2;
    for word in line.split(' ') {
        length += word.chars().count() + 1;
        if length > TITLE_LENGTH + 1 {
            break;
        }
        kept.push(word);
    }
    // "He won the seat and finished …": a second verb without what it needs goes, too.
    let is_lone = |kept: &[&str]| {
        let [before @ .., joint, last] = kept else { return false };
        let is_aside = last.ends_with("ing")
            && last.len() > 5
            && !THINGS.contains(last)
            && !matches!(
                *joint,
                "is" | "are" | "was" | "were" | "be" | "been" | "a" | "an" | "the"
            );
        let acts =
            is_aside || is_verb(last) && matches!(*joint, "and" | "or" | "who" | "that" | "which");
        acts && last.starts_with(char::is_lowercase)
            && clause::main_verb(&before.join(" ")).is_some()
    };
    while kept.len() > 3 && ends_in_dangling(&kept) || kept.len() > 5 && is_lone(&kept) {
        kept.pop();
    }
    let kept = kept.join(" ");
    format!("{} {OMITTED}", kept.trim_end_matches([',', ';', ':', '-', '—', '–', ' ', '…']))
}

fn ends_in_dangling(words: &[&str]) -> bool {
    words.last().is_some_and(|word| DANGLING.contains(&word.to_lowercase().as_str()))
}

/// The clause that ends with the date, with the noun it hangs on where that fits: for a date so late
/// that the beginning of the sentence tells of something else. `None` when no clause begins before it.
fn window(words: &str, start: usize, date_end: usize, end: usize) -> Option<String> {
    if date_end <= start || date_end > end {
        return None;
    }
    let upto = one_line(&words[start..date_end]);
    let total = upto.chars().count();
    if total < TITLE_LENGTH + 15 {
        return None;
    }
    let (mut noun, mut before, mut clause, mut says) = (None, 0, None, false);
    let mut at = 0;
    // Where the last two words begin: "eleven migrants who".
    let mut last = [0; 2];
    for word in upto.split(' ') {
        // "Health and Human Services" is one name and no place to begin.
        let is_within_name = word == "and"
            && upto[at..]
                .split(' ')
                .nth(1)
                .is_some_and(|next| next.starts_with(char::is_uppercase));
        let lower = word.to_lowercase();
        says |= is_saying(&lower);
        if !is_within_name && total - before + 4 <= TITLE_LENGTH {
            // "Announced on Sunday that a wreck …": what was announced is whole by itself.
            let next = upto[at..].split(' ').nth(1).unwrap_or_default();
            let has_subject = DETERMINERS.contains(&next) || next.starts_with(char::is_uppercase);
            if lower == "that" && says && has_subject {
                clause = Some(at + word.len() + 1);
                break;
            }
            if CLAUSES.contains(&lower.as_str()) {
                let is_relative = CLAUSES[..4].contains(&lower.as_str());
                let left = upto[last[0]..].chars().count() + 4;
                let near = if is_relative && left <= TITLE_LENGTH { last[0] } else { at };
                clause = Some(noun.unwrap_or(near));
                break;
            }
            if matches!(lower.as_str(), "a" | "an" | "the") || word.starts_with(char::is_uppercase)
            {
                noun = noun.or(Some(at));
            }
        }
        last = [last[1], at];
        at += word.len() + 1;
        before += word.chars().count() + 1;
    }
    let mark = if words[date_end..].contains(char::is_alphanumeric) { " …" } else { "" };
    Some(format!("{OMITTED} {}{mark}", trim_end(&upto[clause?..])))
}

/// The title of a sentence that begins with a quotation and then says whose it is: the beginning of the
/// one and the end of the other. `None` when the sentence is not of that kind.
fn quotation(words: &str, from: usize) -> Option<String> {
    let open = words.chars().next().filter(|c| matches!(c, '"' | '“' | '«'))?;
    let close = match open {
        '“' => '”',
        '«' => '»',
        _ => '"',
    };
    let end = open.len_utf8() + words[open.len_utf8()..].find(close)?;
    if from < end {
        return None;
    }
    let after = one_line(words[end + close.len_utf8()..].split([',', ';', '"', '“']).next()?);
    let after: Vec<&str> = trim_end(&after).split(' ').filter(|word| !word.is_empty()).collect();
    let verb = after.iter().position(|word| is_saying(&word.to_lowercase()))?;
    // The name stands before the verb or behind it; of a long title the last words are enough.
    let kept = &after[verb.saturating_sub(2)..after.len().min(verb + 4)];
    let speaker = kept.join(" ");
    let room = TITLE_LENGTH.checked_sub(speaker.chars().count() + 4).filter(|room| *room > 30)?;
    let mut said = String::new();
    for word in words[..end].split_whitespace() {
        if said.chars().count() + word.chars().count() + 1 > room {
            break;
        }
        if !said.is_empty() {
            said.push(' ');
        }
        said.push_str(word);
    }
    Some(format!("{} {OMITTED} {speaker}", said.trim_end_matches([',', ';', ':'])))
}

/// Cuts a sentence at commas, semicolons, colons, dashes and brackets outside quotations, and after
/// "X said that".
fn pieces(words: &str, (from, to): (usize, usize)) -> Vec<Piece> {
    let mut borders = vec![0];
    let mut quoted = false;
    let mut depth = 0_usize;
    let mut last = ' ';
    let mut chars = words.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map_or(' ', |(_, c)| *c);
        match c {
            '"' => quoted = !quoted,
            '“' | '«' => quoted = true,
            '”' | '»' => quoted = false,
            '(' | '[' => {
                if depth == 0 && !quoted {
                    borders.push(at);
                }
                depth += 1;
            }
            ')' | ']' => {
                depth = depth.saturating_sub(1);
                // The comma behind a bracket goes with it.
                if depth == 0 && !quoted && !matches!(next, ',' | ';' | ':') {
                    borders.push(at + 1);
                }
            }
            _ if quoted || depth > 0 => {}
            // "March 9, 2011" is one date.
            ',' if last.is_ascii_digit() && is_year(&words[at + 1..]) => {}
            ',' | ';' | ':' if next.is_whitespace() => borders.push(at + 1),
            '—' => borders.push(at),
            '–' if last.is_whitespace() => borders.push(at),
            _ => {}
        }
        last = c;
    }
    borders.extend(after_attribution(words));
    borders.retain(|&at| at <= from || to <= at);
    borders.push(words.len());
    borders.sort_unstable();
    borders.dedup();
    let pieces = borders
        .windows(2)
        .map(|ends| Piece { start: ends[0], end: ends[1], kept: true })
        .filter(|piece| words[piece.start..piece.end].contains(char::is_alphanumeric));
    order::without_lists(words, pieces.collect())
}

/// Whether at most a preposition stands between `start` and the date.
fn opens_with_date(words: &str, start: usize, from: usize) -> bool {
    let before = words[start..from.max(start)].trim();
    before.len() <= 4 && !is_verb(before) && !BORN.contains(&before.to_lowercase().as_str())
}

/// Whether `words` begin with a number of four digits.
fn is_year(words: &str) -> bool {
    let words = words.trim_start();
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    digits == 4
}

/// The offset after "X said" or "X reported that" at the beginning of a sentence.
fn after_attribution(words: &str) -> Option<usize> {
    let mut offset = 0;
    let mut verb = String::new();
    for word in words.split_inclusive(char::is_whitespace).take(16) {
        let bare = word.trim().to_lowercase();
        if is_saying(&verb) {
            if matches!(bare.as_str(), "that" | "que" | "dass") {
                return Some(offset + word.len());
            }
            // Other verbs may have an object: "announced a new law".
            return matches!(verb.as_str(), "said" | "says" | "say").then_some(offset);
        }
        verb = bare;
        offset += word.len();
    }
    None
}

/// The kept pieces, with a mark for each omission.
fn assemble(words: &str, pieces: &[Piece]) -> String {
    let mut title = String::new();
    let mut end = 0;
    for piece in pieces.iter().filter(|piece| piece.kept) {
        let part = one_line(&words[piece.start..piece.end]);
        let skipped = words[end..piece.start].contains(char::is_alphanumeric);
        let tied = part
            .split_once(' ')
            .filter(|(first, _)| skipped && TIES.contains(&first.to_lowercase().as_str()));
        let part = tied.map_or(part.as_str(), |(_, rest)| rest);
        if skipped {
            title.truncate(title.trim_end_matches([',', ';', ':', '—', '–', '(', '[', ' ']).len());
            title.push_str(if title.is_empty() { "… " } else { " … " });
        } else if words[..piece.start].ends_with(char::is_whitespace)
            || words[piece.start..].starts_with(char::is_whitespace)
        {
            title.push_str(if title.is_empty() { "" } else { " " });
        }
        title.push_str(part);
        end = piece.end;
    }
    if words[end..].contains(char::is_alphanumeric) {
        title.truncate(title.trim_end_matches([',', ';', ':', '—', '–', '(', '[', ' ', '.']).len());
        title.push_str(" …");
    }
    one_line(&title).replace("… …", "…")
}

#[cfg(test)]
mod tests;
