//! What a document gives as somebody's own words, and who says them: quotations between marks, and the
//! turns of a transcript. Structure alone: whether two documents quote the same is `event`'s business.

mod attribution;

use dateline_corpus::{Block, BlockKind, Document, Entity, EntityKind, Genre, Quotation, Span};

use crate::structure::span;
use crate::{metadata, report};

/// The fewest words between marks that are a quotation when the sentence says who speaks; fewer are a
/// term or a name.
const WORDS: usize = 3;
/// The fewest when nobody is named.
const UNNAMED: usize = 7;
/// The fewest turns that make a transcript.
const TURNS: usize = 3;

/// The quotations of a document whose mentions are known, in order.
pub(crate) fn quotations(
    document: &Document,
    entities: &[Entity],
    sentences: &[Span],
) -> Vec<Quotation> {
    let text = &document.text;
    let prose = |kind| matches!(kind, BlockKind::Paragraph | BlockKind::Item | BlockKind::Quote);
    let blocks = || document.blocks.iter().filter(|block| prose(block.kind));
    let turns = document.genre == Genre::Interview
        && blocks().filter(|block| metadata::turn(block.span.of(text))).take(TURNS).count()
            == TURNS;
    let mut found = Vec::new();
    for block in blocks() {
        if turns && metadata::turn(block.span.of(text)) {
            found.extend(turn(document, block.span));
        } else {
            marked(document, entities, block, sentences, &mut found);
        }
    }
    found
}

/// "HADDAD: Thank you." The label names the one person whose name holds its words.
fn turn(document: &Document, block: Span) -> Option<Quotation> {
    let words = block.of(&document.text);
    let (name, said) = words.split_once(':')?;
    let start = block.start as usize;
    let from = start + words.len() - said.trim_start().len();
    let label = span(start, start + name.trim_end().len());
    let mut own = document.mentions.iter().filter(|mention| label.contains(mention.span));
    let speaker = own.next().map(|mention| mention.entity);
    Some(Quotation { span: span(from, block.end as usize), speaker, label: Some(label) })
}

/// Adds the quotations between marks of a block.
fn marked(
    document: &Document,
    entities: &[Entity],
    block: &Block,
    sentences: &[Span],
    found: &mut Vec<Quotation>,
) {
    let text = &document.text;
    let language = block.language.as_deref().unwrap_or(&document.language);
    let block = block.span;
    // A place that speaks is where somebody else spoke: "a diplomat in Moscow said".
    let speaks = |entity: &u32| {
        let entity = usize::try_from(*entity).ok().and_then(|at| entities.get(at));
        entity.is_some_and(|entity| entity.kind != EntityKind::Place)
    };
    let mut last = None;
    for quoted in between_marks(text, block) {
        let count = quoted.of(text).split_whitespace().filter(|w| w.contains(char::is_alphabetic));
        let count = count.take(UNNAMED).count();
        if count < WORDS {
            continue;
        }
        // “…,” she said. “…” The second has no words around it: the same goes on.
        let places = around(text, quoted, block, sentences);
        let named = places
            .iter()
            .find_map(|place| report::speaker(document, *place))
            .or_else(|| attribution::attributed(document, language, quoted, &places))
            .filter(speaks);
        let speaker = named.or_else(|| last.filter(|_| alone(text, quoted, sentences)));
        last = speaker;
        if speaker.is_some() || count >= UNNAMED {
            found.push(Quotation { span: quoted, speaker, label: None });
        }
    }
}

/// Whether the sentences of a quotation hold nothing but it.
fn alone(text: &str, quoted: Span, sentences: &[Span]) -> bool {
    let first = sentences.partition_point(|sentence| sentence.end <= quoted.start);
    let last = sentences.partition_point(|sentence| sentence.start < quoted.end);
    sentences.get(first..last).is_some_and(|own| {
        let (Some(head), Some(tail)) = (own.first(), own.last()) else { return false };
        let before = Span { start: head.start, end: quoted.start };
        let after = Span { start: quoted.end, end: tail.end.max(quoted.end) };
        [before, after].iter().all(|part| !part.of(text).contains(char::is_alphanumeric))
    })
}

/// Where the speaker may be named: in the sentences of the quotation, or in the one that leads up to it
/// with a colon.
fn around(text: &str, quoted: Span, block: Span, sentences: &[Span]) -> Vec<Span> {
    // The mark that opens stands before the words and may begin the sentence.
    let first = sentences.partition_point(|sentence| sentence.end <= quoted.start);
    let last = sentences.partition_point(|sentence| sentence.start < quoted.end);
    // What follows in lower case goes on with the sentence: “…!” he said.
    let goes_on = sentences.get(last).is_some_and(|next| {
        block.contains(*next) && next.of(text).starts_with(|c: char| c.is_lowercase())
    });
    let led = first.checked_sub(1).is_some_and(|before| {
        block.contains(sentences[before]) && sentences[before].of(text).trim_end().ends_with(':')
    });
    let lead = led.then(|| sentences[first - 1]);
    let next = goes_on.then(|| sentences[last]);
    let own = sentences.get(first..last).unwrap_or_default();
    // Of several sentences, what stands before and behind the quotation: within it nobody else speaks.
    let around = match own {
        [one] => [Some(*one), None],
        [head, .., tail] => {
            let tail = Span { start: behind(text, quoted).min(tail.end), end: tail.end };
            [Some(Span { start: head.start, end: quoted.start }), Some(tail)]
        }
        [] => [None, None],
    };
    around.into_iter().chain([next, lead]).flatten().collect()
}

/// The offset behind the mark that closes a quotation; a space may stand before it.
fn behind(text: &str, quoted: Span) -> u32 {
    let rest = &text[quoted.end as usize..];
    let mark = rest.trim_start();
    let width = rest.len() - mark.len() + mark.chars().next().map_or(0, char::len_utf8);
    quoted.end + span(0, width).end
}

/// What stands between pairs of marks in a block. A straight mark opens before a word and closes behind
/// one; what is not closed is no quotation, but for a paragraph of a longer one: there the next opens
/// with a mark of its own.
fn between_marks(text: &str, block: Span) -> Vec<Span> {
    let words = block.of(text);
    let base = block.start as usize;
    let mut parts = Vec::new();
    let mut open: Option<Open> = None;
    let mut before = ' ';
    for (at, c) in words.char_indices() {
        let behind = at + c.len_utf8();
        let next = words[behind..].chars().next().unwrap_or(' ');
        match &mut open {
            None => {
                open = opens(c, before, next).map(|close| Open { start: behind, close, depth: 0 });
            }
            // The same marks again, within: « … « … » … »
            Some(open) if c == '«' && open.close == '»' => open.depth += 1,
            Some(open) if open.closes(c, before, next) && open.depth > 0 => open.depth -= 1,
            Some(found) if found.closes(c, before, next) => {
                parts.push((found.start, at));
                open = None;
            }
            Some(_) => {}
        }
        before = c;
    }
    if let Some(Open { start, close, .. }) = open
        && !matches!(close, '"' | '’' | '\'')
        && text[block.end as usize..].trim_start().starts_with(['“', '„', '«', '»'])
    {
        parts.push((start, words.len()));
    }
    let trim = |(start, end): (usize, usize)| {
        let part = &words[start..end];
        let from = start + part.len() - part.trim_start().len();
        span(base + from, base + from + part.trim().len())
    };
    parts.into_iter().map(trim).filter(|part| part.start < part.end).collect()
}

/// A mark that opened and is not closed yet.
struct Open {
    /// Offset behind the mark.
    start: usize,
    /// The mark that closes.
    close: char,
    /// How many of the same were opened within.
    depth: u32,
}

impl Open {
    fn closes(&self, c: char, before: char, next: char) -> bool {
        match self.close {
            // A single mark is an apostrophe, too: it closes behind a stop, before no letter.
            '’' | '\'' => {
                c == self.close
                    && matches!(before, ',' | '.' | '!' | '?' | '…')
                    && !next.is_alphanumeric()
            }
            '“' => matches!(c, '“' | '”' | '"'),
            close => c == close,
        }
    }
}

/// The mark that closes what `c` opens, between these two characters; `None` when it opens nothing.
fn opens(c: char, before: char, next: char) -> Option<char> {
    let free = !before.is_alphanumeric();
    match c {
        '"' if free => Some('"'),
        '“' => Some('”'),
        '„' => Some('“'),
        '«' => Some('»'),
        '「' => Some('」'),
        // »So«, as German books have it, and ”so”, as Swedish ones.
        '»' if free && next.is_alphabetic() => Some('«'),
        '”' if free && next.is_alphabetic() => Some('”'),
        '‘' if free => Some('’'),
        '\'' if before.is_whitespace() && next.is_uppercase() => Some('\''),
        _ => None,
    }
}
