//! What sort of text a document is.

use dateline_corpus::{BlockKind, Genre};

use super::letter;
use crate::structure::Draft;

/// The genre of a draft.
pub(super) fn genre(draft: &Draft) -> Genre {
    if let Some(stated) = draft.value("genre").and_then(named) {
        return stated;
    }
    let title = draft.value("title").unwrap_or_default().to_lowercase();
    let headings = || {
        draft
            .blocks
            .iter()
            .filter(|block| block.kind == BlockKind::Heading)
            .map(|block| draft.words(block).trim_end_matches(':').to_lowercase())
    };
    let prose = draft.blocks.iter().find(|block| block.kind == BlockKind::Paragraph);
    let opening = prose.map(|block| draft.words(block)).unwrap_or_default();
    let about = [
        "In this interview",
        "In this video",
        "In this programme",
        "In this episode",
        "This interview",
        "Dans cet entretien",
        "Dans cette interview",
    ];
    if headings().any(|heading| {
        ["summary", "résumé", "abstract", "zusammenfassung", "resumen"].contains(&heading.as_str())
    }) || about.iter().any(|start| opening.starts_with(start))
    {
        return Genre::Summary;
    }
    let turns = draft.blocks.iter().filter(|block| turn(draft.words(block))).count();
    if turns >= 4 && turns * 3 >= draft.blocks.len() {
        return Genre::Interview;
    }
    if statement(draft.value("title").unwrap_or_default()) || draft.value("embargo").is_some() {
        return Genre::Statement;
    }
    if ["Dear ", "Sir,", "Cher ", "Chère ", "Sehr geehrte", "Madam"]
        .iter()
        .any(|start| opening.starts_with(start))
        || draft.value("recipient").is_some()
        || letter::salutation(draft).is_some()
    {
        return Genre::Letter;
    }
    if ["interview", "entretien"].iter().any(|word| title.contains(word)) {
        return Genre::Interview;
    }
    if subject(opening).is_some() {
        let person =
            [" He ", " She ", " he ", " she ", " his ", " her ", " Il ", " Elle ", " born "];
        let count: usize = person.iter().map(|word| draft.text.matches(word).count()).sum();
        return if count >= 2 { Genre::Biography } else { Genre::Reference };
    }
    Genre::Article
}

/// Words that call a text a statement, in lower case.
const STATEMENTS: &[&str] = &[
    "statement",
    "communiqué",
    "declaration",
    "déclaration",
    "address",
    "message",
    "remarks",
    "speech",
    "resolution",
];

/// Whether a title calls its text a statement: "Inaugural Address of …", "Final statement". "States sue
/// to stop declaration of emergency" tells of one: what stands before the word is not part of its name.
fn statement(title: &str) -> bool {
    let lower = title.to_lowercase();
    if lower.contains("press release") {
        return true;
    }
    let words = |text: &str| -> Vec<String> {
        text.split_whitespace()
            .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_string())
            .collect()
    };
    let (plain, lower) = (words(title), words(&lower));
    let small = ["of", "the", "by", "and", "on", "for", "in", "a", "an", "from", "at", ""];
    lower.iter().enumerate().any(|(at, word)| {
        let name =
            |word: &String| !word.starts_with(char::is_lowercase) || small.contains(&word.as_str());
        STATEMENTS.contains(&word.as_str())
            && (at < 2 || plain[..at].iter().all(name))
            && (at == 0 || lower[at - 1] != "to")
    })
}

/// The genre that a stated one means.
pub(super) fn named(word: &str) -> Option<Genre> {
    Some(match word.trim().to_lowercase().as_str() {
        "article" | "news" | "newsarticle" | "report" => Genre::Article,
        "interview" | "transcript" => Genre::Interview,
        "summary" => Genre::Summary,
        "biography" => Genre::Biography,
        "reference" | "encyclopedia" | "encyclopaedia" => Genre::Reference,
        "statement"
        | "press release"
        | "news release"
        | "media release"
        | "press statement"
        | "communiqué"
        | "for immediate release"
        | "media advisory"
        | "speech" => Genre::Statement,
        "letter" | "letter to the editor" | "email" | "e-mail" => Genre::Letter,
        "other" => Genre::Other,
        _ => return None,
    })
}

/// Whether a block is a turn of a conversation: "Q: …", "KASSIS: …".
pub(crate) fn turn(words: &str) -> bool {
    let Some((speaker, rest)) = words.split_once(':') else { return false };
    let short =
        speaker.len() <= 40 && speaker.split_whitespace().count() <= 4 && !rest.trim().is_empty();
    short && speaker.chars().any(char::is_alphabetic) && !speaker.chars().any(char::is_lowercase)
        || matches!(speaker, "Q" | "A" | "Question" | "Answer" | "Interviewer")
}

/// The subject of an opening that defines it: "Randa Kassis (…) is a …". `None` when it does not.
pub(super) fn subject(opening: &str) -> Option<&str> {
    let head_end = opening.char_indices().nth(200).map_or(opening.len(), |(at, _)| at);
    let head = &opening[..head_end];
    let verbs = [
        " is a ",
        " is an ",
        " is the ",
        " was a ",
        " was an ",
        " was the ",
        " est un ",
        " est une ",
        " ist ein ",
        " ist eine ",
        " es un ",
        " es una ",
        " è un ",
        " è una ",
    ];
    let verb = verbs.iter().filter_map(|verb| head.find(verb)).min()?;
    let end = head.find([',', '(']).filter(|at| *at < verb).unwrap_or(verb);
    let name = head[..end].trim_end();
    let words = name.split(' ').count();
    let particles = [
        "al", "de", "la", "von", "van", "bin", "ibn", "of", "del", "the", "and", "for", "du", "des",
    ];
    let capital = name.split(' ').all(|word| {
        word.starts_with(|c: char| c.is_uppercase() || c.is_numeric()) || particles.contains(&word)
    });
    let pronoun = [
        "He", "She", "It", "This", "That", "There", "They", "Il", "Elle", "Er", "Sie", "Here",
        "What",
    ]
    .contains(&name);
    // "On Thursday, …": when, and not who.
    let when = [
        "On",
        "In",
        "At",
        "After",
        "Before",
        "During",
        "Since",
        "Yesterday",
        "Today",
        "Last",
        "Earlier",
    ];
    let pronoun = pronoun || name.split(' ').next().is_some_and(|first| when.contains(&first));
    (!name.is_empty() && words <= 8 && capital && !pronoun && !name.contains(['.', '"', '“', '\n']))
        .then_some(name)
}
