//! Lines of the kind "Label: value", bylines and archive numbers.

use crate::calendar;

/// Labels in lower case with the field they name.
#[rustfmt::skip]
const LABELS: &[(&str, &str)] = &[
    ("author", "author"), ("authors", "author"), ("auteur", "author"), ("autor", "author"),
    ("autore", "author"), ("автор", "author"), ("الكاتب", "author"), ("speaker", "author"),
    ("written by", "author"), ("reporter", "author"), ("from", "author"), ("to", "recipient"),
    ("cc", "recipient"), ("subject", "title"), ("title", "title"), ("headline", "title"),
    ("titre", "title"), ("titel", "title"), ("título", "title"), ("subtitle", "subtitle"),
    ("standfirst", "subtitle"), ("source", "publication"), ("publication", "publication"),
    ("publisher", "publication"), ("newspaper", "publication"), ("outlet", "publication"),
    ("المصدر", "publication"), ("источник", "publication"), ("quelle", "publication"),
    ("fuente", "publication"), ("programme", "programme"), ("program", "programme"), ("show", "programme"),
    ("émission", "programme"), ("date", "issued"), ("published", "issued"), ("published on", "issued"),
    ("publication date", "issued"), ("date published", "issued"), ("issued", "issued"),
    ("posted", "issued"), ("posted on", "issued"), ("sent", "issued"), ("datum", "issued"),
    ("fecha", "issued"), ("data", "issued"), ("дата", "issued"), ("التاريخ", "issued"),
    ("publié le", "issued"), ("broadcast", "issued"), ("air date", "issued"), ("updated", "updated"),
    ("last updated", "updated"), ("modified", "updated"), ("retrieved", "retrieved"),
    ("accessed", "retrieved"), ("url", "url"), ("link", "url"), ("original url", "url"),
    ("source url", "url"), ("original link", "url"), ("permalink", "url"), ("lien", "url"),
    ("original", "url"), ("available at", "url"), ("language", "language"), ("lang", "language"),
    ("langue", "language"), ("sprache", "language"), ("place", "place"), ("location", "place"),
    ("dateline", "place"), ("lieu", "place"), ("presenter", "presenter"), ("presented by", "presenter"),
    ("host", "presenter"), ("hosted by", "presenter"), ("présenté par", "presenter"),
    ("moderator", "presenter"), ("interviewer", "interviewer"), ("interview by", "interviewer"),
    ("interviewed by", "interviewer"), ("genre", "genre"), ("type", "genre"), ("tags", "tag"),
    ("categories", "tag"), ("keywords", "tag"), ("id", "archive-number"), ("section", "section"),
    ("caption", "caption"), ("photo", "credit"), ("photo credit", "credit"), ("credit", "credit"),
    ("image", "caption"), ("photograph", "credit"), ("photo by", "credit"), ("isbn", "isbn"),
    ("doi", "doi"), ("issn", "issn"), ("draft", "draft"), ("layout", "layout"), ("slug", "slug"),
    ("embargo", "embargo"), ("embargoed until", "embargo"), ("contact", "contact"),
    ("media contact", "contact"), ("press contact", "contact"), ("archive no", "archive-number"),
    ("archive number", "archive-number"), ("reference", "archive-number"), ("ref", "archive-number"),
    ("reference no", "archive-number"), ("case no", "archive-number"), ("docket no", "archive-number"),
    ("docket", "archive-number"), ("file no", "archive-number"), ("eds", "note"),
    ("date of judgment", "issued"), ("judgment date", "issued"), ("hearing date", "hearing"),
    ("hearing dates", "hearing"), ("date of hearing", "hearing"), ("date of report", "issued"), ("report date", "issued"),
    ("date of letter", "issued"), ("date of meeting", "issued"), ("meeting date", "issued"), ("date of interview", "issued"),
    ("interview date", "issued"), ("date of issue", "issued"), ("date issued", "issued"), ("release date", "issued"),
    ("date of publication", "issued"), ("date of statement", "issued"), ("statement date", "issued"),
    ("date of decision", "issued"), ("decision date", "issued"), ("date of sitting", "issued"), ("dated", "issued"),
    ("neutral citation number", "archive-number"), ("neutral citation", "archive-number"), ("our ref", "archive-number"), ("our reference", "archive-number"), ("your ref", "reference"),
    ("your reference", "reference"), ("request reference", "archive-number"), ("reference number", "archive-number"),
    ("foi reference", "archive-number"), ("foi ref", "archive-number"), ("ref no", "archive-number"),
    ("our date", "issued"), ("unser zeichen", "archive-number"), ("ihr zeichen", "reference"), ("betreff", "title"),
    ("objet", "title"), ("asunto", "title"), ("oggetto", "title"), ("assunto", "title"), ("тема", "title"), ("الموضوع", "title"),
    ("present", "present"), ("in attendance", "present"),
    ("apologies", "absent"), ("absent", "absent"), ("statement of", "author"),
];

/// What opens a byline, with the field.
#[rustfmt::skip]
const BYLINES: &[(&str, &str)] = &[
    ("By ", "author"), ("BY ", "author"), ("by ", "author"), ("Written by ", "author"),
    ("Reported by ", "author"), ("Par ", "author"), ("Von ", "author"), ("Por ", "author"),
    ("Автор ", "author"), ("بقلم ", "author"), ("Text by ", "author"), ("Presented by ", "presenter"),
    ("Hosted by ", "presenter"), ("Présenté par ", "presenter"), ("Moderated by ", "presenter"),
    ("Interview by ", "interviewer"), ("Interviewed by ", "interviewer"),
    ("Propos recueillis par ", "interviewer"), ("Translated by ", "translator"), ("Photo by ", "credit"),
    ("Photographs by ", "credit"), ("Edited by ", "editor"),
];

/// Words that stand in archive numbers: "Video 71".
#[rustfmt::skip]
const CARRIERS: &[&str] = &[
    "video", "tape", "reel", "cassette", "clip", "file", "item", "box", "folder", "disc", "disk", "record",
    "document", "doc", "exhibit", "annex", "film", "roll", "audio", "recording", "fol", "ms", "vidéo",
];

/// The field and the value of a line "Label: value"; the value is empty when the label stands alone.
/// The value's place is its offset in `line`.
pub(super) fn pair(line: &str) -> Option<(&'static str, &str, usize)> {
    let colon = line.char_indices().take(40).find(|&(_, c)| c == ':' || c == '\n')?;
    let (label, rest) = line.split_at(colon.0);
    let rest = rest.strip_prefix(':')?;
    let value = rest.trim();
    if value.contains('\n') {
        return None;
    }
    let label = label.trim().trim_end_matches('.').to_lowercase();
    let field = LABELS.iter().find(|(name, _)| *name == label)?.1;
    let at = line.len() - rest.trim_start().len();
    // Names end no sentence: "HOST: What came of it?" is spoken.
    let person = matches!(field, "author" | "presenter" | "interviewer");
    let sentence = value.ends_with(['.', '?', '!']) && value.split_whitespace().count() > 4;
    (!person || !(sentence || value.len() > 200)).then_some((field, value, at))
}

/// Whether the line says what sort of text follows: "PRESS RELEASE".
pub(super) fn genre_line(line: &str) -> bool {
    let kinds = [
        "press release",
        "news release",
        "media release",
        "press statement",
        "statement",
        "media advisory",
        "communiqué",
        "communiqué de presse",
        "for immediate release",
        "interview",
        "transcript",
        "letter to the editor",
        "pressemitteilung",
        "comunicado de prensa",
        "comunicato stampa",
    ];
    line.len() <= 40 && kinds.contains(&line.trim_end_matches(':').to_lowercase().as_str())
}

/// The field, the names and their offset in a byline.
pub(super) fn byline(line: &str) -> Option<(&'static str, &str, usize)> {
    let (lead, field) = BYLINES.iter().find(|(lead, _)| line.starts_with(lead))?;
    let rest = line[lead.len()..].trim_start();
    let at = line.len() - rest.len();
    let short = line.chars().take(161).count() <= 160 && !line.contains('\n');
    let name = rest
        .chars()
        .next()
        .is_some_and(|c| c.is_uppercase() || (c.is_alphabetic() && !c.is_lowercase()));
    // "By the end of the day they had left." is a sentence.
    let sentence = rest.ends_with(['.', '!', '?', ':']) && rest.split_whitespace().count() > 6;
    (short && name && !sentence).then(|| (*field, rest.trim(), at))
}

/// The people in a byline, each with its offset in it. What stands after a bar or a dash is no name.
pub(super) fn names(list: &str) -> Vec<(&str, usize)> {
    let end = [" | ", " – ", " — ", " - ", " • ", " for ", " / ", " in "]
        .iter()
        .filter_map(|bar| list.find(bar))
        .min();
    let list = &list[..end.unwrap_or(list.len())];
    // "Anna Lind <anna@example.org>"
    let list = list.split_once('<').map_or(list, |(name, _)| name);
    let mut found = Vec::new();
    let mut start = 0;
    let separators =
        [", and ", ", ", "; ", " and ", " & ", " et ", " und ", " y ", " e ", " и ", " و "];
    while start < list.len() {
        let rest = &list[start..];
        let cut = separators
            .iter()
            .filter_map(|mark| rest.find(mark).map(|at| (at, mark.len())))
            .min_by_key(|&(at, width)| (at, usize::MAX - width));
        let (length, skip) = cut.unwrap_or((rest.len(), 0));
        let name = rest[..length].trim();
        if name.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase()) {
            let offset = start + length - rest[..length].trim_start().len();
            found.push((name.trim_end_matches([',', '.']), offset));
        }
        start += length + skip;
    }
    found.retain(|(name, _)| !name.is_empty());
    found
}

/// Whether the line is nothing but an archive number, such as "Video 71" or "Tape no. 12/3".
pub(super) fn archive_number(line: &str) -> bool {
    let mut words = line.split_whitespace();
    let Some(first) = words.next() else { return false };
    let rest: Vec<&str> = words.collect();
    let number = rest.last().is_some_and(|word| {
        word.chars().any(|c| c.is_ascii_digit())
            && word.chars().all(|c| c.is_ascii_alphanumeric() || "-/.".contains(c))
    });
    let between = rest.len() == 1
        || (rest.len() == 2
            && ["no.", "no", "n°", "nr.", "nr", "№", "#", "number"]
                .contains(&rest[0].to_lowercase().as_str()));
    number
        && between
        && line.len() < 40
        && CARRIERS.contains(&first.trim_end_matches('.').to_lowercase().as_str())
}

/// Whether a line is nothing but a few words in brackets: "(Criminal Procedure Rules, r. 16.2)".
pub(super) fn aside(line: &str) -> bool {
    let inner = line.strip_prefix('(').and_then(|line| line.strip_suffix(')'));
    let is_short = line.chars().nth(140).is_none();
    inner
        .is_some_and(|inner| is_short && !inner.contains(['(', ')', '\n']) && !inner.ends_with('.'))
}

/// Words, in lower case, that open the salutation of a letter.
#[rustfmt::skip]
const SALUTATIONS: &[&str] = &[
    "dear", "sir", "sirs", "madam", "gentlemen", "cher", "chère", "chers", "chères", "monsieur", "madame", "messieurs", "sehr", "liebe",
    "lieber", "querido", "querida", "queridos", "estimado", "estimada", "estimados", "muy", "caro", "cara", "cari", "gentile", "egregio",
    "prezado", "prezada", "дорогой", "дорогая", "дорогие", "уважаемый", "уважаемая", "милый", "милая", "عزيزي", "عزيزتي",
];

/// Whether a line is the salutation of a letter: "Dear Mr Penrose,", "Дорогая Вера!".
pub(super) fn salutation(line: &str) -> bool {
    let first = line.split_whitespace().next().unwrap_or_default();
    let first = first.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let named = || line.split_whitespace().nth(1).is_some();
    line.split_whitespace().take(9).count() < 9
        && SALUTATIONS.contains(&first.as_str())
        && (line.ends_with([',', '،']) || named() && line.ends_with([':', '!']))
}

/// Whether most of a line's words hold digits or no letters: the slug of an agency, a counter, an hour.
pub(super) fn slug(line: &str) -> bool {
    let word =
        |word: &&str| word.chars().any(char::is_alphabetic) && !word.chars().any(char::is_numeric);
    let all = line.split_whitespace().count();
    let marked = line.chars().any(char::is_numeric);
    marked && line.split_whitespace().filter(word).count() * 2 < all
}

/// Whether a line is nothing but the name of a picture's file.
pub(super) fn picture(line: &str) -> bool {
    let lower = line.to_lowercase();
    line.len() <= 160
        && !line.contains('\n')
        && [".jpg", ".jpeg", ".png", ".gif", ".svg", ".tif", ".tiff", ".webp"]
            .iter()
            .any(|end| lower.ends_with(end))
}

/// Whether a line is a caption that names who made its picture: "The crane. Image: Karl Moss."
pub(super) fn captioned(line: &str) -> bool {
    let marks = [
        " Image: ",
        " Photo: ",
        " Photograph: ",
        " Picture: ",
        " Photo by ",
        " (Photo: ",
        " Foto: ",
    ];
    let credit = marks
        .iter()
        .filter_map(|mark| line.rfind(mark).map(|at| &line[at + mark.len()..]))
        .min_by_key(|credit| credit.len());
    line.len() <= 400
        && !line.contains('\n')
        && credit.is_some_and(|credit| {
            credit.len() <= 60 && !credit.trim_end_matches(['.', ')']).contains(". ")
        })
}

/// Whether a line is a day without its year: "Tuesday 28 February".
pub(super) fn bare_day(line: &str) -> bool {
    let mut words =
        line.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).peekable();
    let mut month = false;
    let ends = ["st", "nd", "rd", "th", "er"];
    words.peek().is_some()
        && words.all(|word| {
            let number = ends.iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word);
            let named = calendar::month(word).is_some();
            month |= named;
            named
                || calendar::weekday(word).is_some()
                || number.parse::<u8>().is_ok_and(|day| day <= 31)
        })
        && month
}

/// Whether the line is nothing but a web address.
pub(super) fn address(line: &str) -> bool {
    let line = line.trim();
    (line.starts_with("http://") || line.starts_with("https://"))
        && !line.contains(char::is_whitespace)
}

/// Words in the names of newspapers, agencies and institutions that stand in no person's name.
#[rustfmt::skip]
const PUBLISHERS: &[&str] = &[
    "times", "post", "news", "herald", "guardian", "press", "agency", "reuters", "tribune", "journal",
    "gazette", "telegraph", "staff", "editors", "newsroom", "desk", "magazine", "review", "daily", "weekly",
    "monitor", "network", "media", "bbc", "cnn", "afp", "ap", "tass", "interfax", "bureau", "team",
    "correspondent", "correspondents", "agencies", "wire", "service", "observer", "chronicle", "editorial",
    "monde", "figaro", "zeitung", "spiegel",
];

/// Whether a byline names a publication rather than a person; `host` is that of the document's address.
pub(super) fn is_publication(name: &str, host: Option<&str>) -> bool {
    let squeezed: String =
        name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    if host.is_some_and(|host| {
        squeezed.len() > 3 && host.replace(['-', '.'], "").starts_with(&squeezed)
    }) {
        return true;
    }
    name.split_whitespace().any(|word| PUBLISHERS.contains(&word.to_lowercase().as_str()))
}
