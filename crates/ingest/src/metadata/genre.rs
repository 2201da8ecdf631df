//! What sort of text a document is.

use dateline_corpus::{BlockKind, Genre};

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
    let titled = |words: &[&str]| words.iter().any(|word| title.contains(word));
    if titled(&[
        "statement",
        "press release",
        "communiqué",
        "declaration",
        "déclaration",
        "address",
        "message to",
        "remarks",
        "speech",
        "resolution",
    ]) || draft.value("embargo").is_some()
    {
        return Genre::Statement;
    }
    if ["Dear ", "Sir,", "Cher ", "Chère ", "Sehr geehrte", "Madam"]
        .iter()
        .any(|start| opening.starts_with(start))
        || draft.value("recipient").is_some()
    {
        return Genre::Letter;
    }
    if titled(&["interview", "entretien"]) {
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
    (!name.is_empty() && words <= 8 && capital && !pronoun && !name.contains(['.', '"', '“', '\n']))
        .then_some(name)
}
