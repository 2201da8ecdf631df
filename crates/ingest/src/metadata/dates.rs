//! Lines of the header that hold dates: date lines, place and date, the stages of a paper, and the day on
//! which what the document records was held.

use crate::calendar::{self, Written};

/// Where the date begins in a line that is nothing but a date, perhaps with "Published" before it or
/// an hour behind it.
pub(super) fn date_line(line: &str) -> Option<usize> {
    if line.len() > 100 || line.contains('\n') {
        return None;
    }
    let leads = [
        "Published on ",
        "Published ",
        "Posted on ",
        "Posted ",
        "Updated ",
        "Issued ",
        "Publié le ",
        "Veröffentlicht am ",
        "Publicado el ",
        "Le ",
        "Am ",
        "El ",
        "On ",
        "Dated ",
    ];
    let lead = leads.iter().find(|lead| line.starts_with(**lead)).map_or(0, |lead| lead.len());
    let date = calendar::at_start(&line[lead..])?;
    let rest =
        line[lead + date.end..].trim_matches(|c: char| c.is_whitespace() || ".,|–—-г".contains(c));
    // "18:30", "10h15", "9 a.m. GMT", "Late edition"
    let clock = |word: &str| {
        word.starts_with(|c: char| c.is_ascii_digit())
            && (word.contains([':', 'h']) || word.ends_with('m'))
    };
    let lower = rest.to_lowercase();
    // "21:15 went home" is told of that hour.
    let told = |word: &str| {
        word.len() > 2 && word.chars().all(char::is_lowercase) && !BESIDE_HOURS.contains(&word)
    };
    let words = || rest.split_whitespace();
    let hour = date.day.is_some()
        && words().count() <= 5
        && (words().any(clock) && !words().any(told)
            || lower.contains("edition")
            || lower.contains(" a.m")
            || lower.contains(" p.m"));
    (rest.is_empty() || hour).then_some(lead)
}

/// Words of more than two letters, in lower case, that stand beside an hour.
#[rustfmt::skip]
const BESIDE_HOURS: &[&str] = &[
    "uhr", "hrs", "hours", "heures", "horas", "ore", "time", "local", "locale", "noon", "midnight", "and", "around", "about", "vers", "las",
    "gegen", "часов", "время", "мск",
];

/// Words that stand between a place and its date.
#[rustfmt::skip]
const ARTICLES: &[&str] = &[
    "le", "den", "dem", "am", "el", "a", "il", "li", "lì", "em", "on", "the", "this", "dated", "в", "от", "في", "بتاريخ", "ce",
];

/// Small words in the names of places: "Camp near Falmouth", "Frankfurt am Main", "Châlons-sur-Marne".
#[rustfmt::skip]
const IN_PLACES: &[&str] = &[
    "near", "of", "the", "on", "upon", "at", "in", "before", "off", "and", "de", "la", "le", "les", "du", "des", "del", "los",
    "las", "bei", "am", "an", "der", "im", "ob", "sur", "sous", "en", "près", "di", "da", "do", "dos", "das", "e", "y",
    "na", "no", "на", "под", "у", "в", "nr", "al", "el",
];

/// Words, in lower case, of which what stands before a date is the name of a text or a happening and not of a place.
#[rustfmt::skip]
const NOT_PLACES: &[&str] = &[
    "meeting", "minutes", "report", "speech", "statement", "letter", "newsletter", "notes", "note", "diary", "press", "release",
    "interview", "transcript", "agenda", "hearing", "judgment", "judgement", "order", "decision", "session", "sitting", "budget",
    "article", "edition", "issue", "volume", "vol", "no", "page", "part", "chapter", "version", "draft", "memo", "memorandum",
    "journal", "gazette", "news", "times", "post", "update", "review", "summary", "bulletin", "conference", "photo", "photograph",
    "oil", "record", "log", "debate", "debates", "hansard", "received", "accepted", "published", "updated", "posted", "born",
    "died", "réunion", "séance", "communiqué", "lettre", "rapport", "procès-verbal", "sitzung", "protokoll", "bericht", "brief",
    "reunión", "sesión", "acta", "carta", "informe", "comunicado", "riunione", "seduta", "verbale", "lettera", "comunicato",
    "reunião", "sessão", "ata", "relatório", "заседание", "протокол", "письмо", "отчет", "отчёт", "اجتماع", "محضر", "بيان",
    "تقرير", "رسالة", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
];

/// The length of the place and where the date begins, in a line that is nothing but the two: "Madrid, 3 de
/// octubre de 2017", "Berlin, den 3. Oktober 2017", "Camp near Falmouth, Va., Dec. 16, 1862".
pub(super) fn place_date(line: &str) -> Option<(usize, usize)> {
    if line.len() > 140 || line.contains('\n') {
        return None;
    }
    let is_end = |at: usize| {
        let after = line[at..].trim_end_matches(|c: char| c.is_whitespace() || ".,г".contains(c));
        after.is_empty()
    };
    let mut date = calendar::next_word(line, 0);
    let found = loop {
        if date >= line.len() {
            return None;
        }
        if let Some(found) = calendar::at_start(&line[date..]) {
            break found;
        }
        date = calendar::next_word(line, date);
    };
    if found.day.is_none() || !is_end(date + found.end) {
        return None;
    }
    let before = line[..date].trim_end();
    let (bare, article) = match before.rsplit_once([' ', '\u{a0}']) {
        Some((head, last)) if ARTICLES.contains(&last) => (head.trim_end(), true),
        _ => (before, false),
    };
    let place = bare.trim_end_matches([',', '،', ';', ' ', '–', '—', '-']);
    // "Paris le 3 octobre 2017" does without the comma.
    if place.len() == bare.len() && !article {
        return None;
    }
    let mut words = place.split(|c: char| c.is_whitespace() || ",،.".contains(c));
    let named = words.clone().filter(|word| !word.is_empty()).count();
    let is_named = words.all(|word| {
        let lower = word.to_lowercase();
        word.is_empty()
            || !NOT_PLACES.contains(&lower.as_str())
                && calendar::month(word).is_none_or(|_| word.len() <= 3)
                && (word.starts_with(|c: char| c.is_alphanumeric() && !c.is_lowercase())
                    || IN_PLACES.contains(&word))
    });
    let capital = place.starts_with(|c: char| c.is_alphanumeric() && !c.is_lowercase());
    (capital && is_named && (1..=9).contains(&named) && !place.contains(['(', ':', '"', '“']))
        .then_some((place.len(), date))
}

/// The length of the place and the place of the date that open running text, "Paris, le 3 octobre 2017 – …".
pub(super) fn dated_place(words: &str) -> Option<(usize, std::ops::Range<usize>)> {
    let head_end = words.char_indices().nth(100).map_or(words.len(), |(at, _)| at);
    let dash = [" — ", " – ", " -- ", " - "]
        .iter()
        .filter_map(|dash| words[..head_end].find(dash))
        .min()?;
    let (place, date) = place_date(&words[..dash])?;
    Some((place, date..dash))
}

/// What is said of the stages of a paper, in lower case, with the field. The longer come first.
#[rustfmt::skip]
const STAGES: &[(&str, &str)] = &[
    ("received in revised form", "revised"), ("received", "received"), ("submitted", "received"), ("revised", "revised"),
    ("accepted for publication", "accepted"), ("accepted", "accepted"), ("first published online", "issued"),
    ("first published", "issued"), ("published online", "issued"), ("published", "issued"),
    ("available online", "issued"), ("version of record", "issued"), ("reçu", "received"), ("accepté", "accepted"),
    ("publié en ligne", "issued"), ("publié", "issued"), ("eingegangen", "received"), ("angenommen", "accepted"),
    ("online veröffentlicht", "issued"), ("veröffentlicht", "issued"), ("recibido", "received"), ("aceptado", "accepted"),
    ("publicado", "issued"), ("ricevuto", "received"), ("accettato", "accepted"), ("pubblicato", "issued"),
    ("recebido", "received"), ("aceito", "accepted"), ("поступила", "received"), ("принята", "accepted"),
    ("опубликована", "issued"),
];

/// The stages in a line that tells nothing else, each with its field and offset: "Received 14 June 2019;
/// accepted 2 November 2019; published online 6 January 2020".
pub(super) fn stages(line: &str) -> Option<Vec<(&'static str, &str, usize)>> {
    if line.len() > 300 {
        return None;
    }
    let mut found = Vec::new();
    let mut at = 0;
    while at < line.len() {
        let rest = &line[at..];
        let (label, field) = STAGES.iter().find(|(label, _)| {
            rest.get(..label.len()).is_some_and(|head| head.to_lowercase() == *label)
        })?;
        let mut value = rest[label.len()..].trim_start_matches([':', ' ', '\t', '\u{a0}']);
        for small in ["on ", "le ", "am ", "el ", "il ", "em "] {
            value = value.strip_prefix(small).unwrap_or(value);
        }
        let date = calendar::at_start(value).filter(|date| date.month.is_some())?;
        let start = line.len() - value.len();
        found.push((*field, &value[..date.end], start));
        let after = &value[date.end..];
        let next = after.trim_start_matches(|c: char| c.is_whitespace() || ";,.|·•–—/".contains(c));
        let next = next.strip_prefix("and ").unwrap_or(next);
        if next.len() == after.len() && !after.is_empty() {
            return None;
        }
        at = line.len() - next.len();
    }
    let is_paper = found.iter().any(|(field, ..)| matches!(*field, "received" | "accepted"));
    (is_paper || found.len() > 1).then_some(found)
}

/// What is held on a day and has a record, in lower case.
#[rustfmt::skip]
const HELD: &[&str] = &[
    "meeting", "minutes", "sitting", "session", "hearing", "hearings", "interview", "interviewed", "assembly", "conference", "debate",
    "inquest", "deposition", "recorded", "réunion", "séance", "audience", "entretien", "procès-verbal", "sitzung", "versammlung", "besprechung",
    "verhandlung", "gespräch", "protokoll", "reunión", "sesión", "audiencia", "entrevista", "acta", "riunione", "seduta", "udienza",
    "intervista", "verbale", "reunião", "sessão", "audiência", "ata", "заседание", "заседания", "собрание", "собрания", "совещание",
    "совещания", "интервью", "протокол", "اجتماع", "جلسة", "مقابلة", "محضر",
];

/// The day in a line that says when a meeting, hearing or the like was held: "Sitting of Monday 4 June 2001".
pub(super) fn held(line: &str) -> Option<Written> {
    let count = line.split_whitespace().take(31).count();
    if line.len() > 300 || count > 30 || line.contains('\n') {
        return None;
    }
    let date = calendar::find(line).filter(|date| date.day.is_some())?;
    let before = &line[..date.start];
    let mut words = before.split(|c: char| !(c.is_alphanumeric() || c == '-'));
    let is_record = words.any(|word| HELD.contains(&word.to_lowercase().as_str()));
    let lower = before.to_lowercase();
    let lower = lower.trim_end();
    // "The meeting was put off on 3 May 2023." is a sentence of the text.
    let is_held = [
        "held on",
        "held at",
        "held in",
        "conducted on",
        "took place on",
        "tenue le",
        "abgehalten am",
        "celebrada el",
    ]
    .iter()
    .any(|phrase| lower.contains(phrase));
    let is_line = !line.ends_with(['.', '!', '?', ':', ';']);
    // A second date says that the line tells of something else.
    let is_alone = calendar::find(&line[date.end..]).is_none_or(|other| other.day.is_none());
    (is_record && is_alone && (is_held || is_line)).then_some(date)
}

#[cfg(test)]
mod tests {
    use super::{date_line, held, place_date, stages};

    #[track_caller]
    fn place(line: &str, expected: Option<(&str, &str)>) {
        let found = place_date(line).map(|(place, date)| (&line[..place], &line[date..]));
        assert_eq!(found, expected, "{line}");
    }

    #[test]
    fn a_place_and_a_date_are_told_apart() {
        place("Madrid, 3 de octubre de 2017", Some(("Madrid", "3 de octubre de 2017")));
        place("Paris, le 3 octobre 2017", Some(("Paris", "3 octobre 2017")));
        place("Paris le 1er octobre 2017", Some(("Paris", "1er octobre 2017")));
        place("Berlin, den 3. Oktober 2017", Some(("Berlin", "3. Oktober 2017")));
        place("Frankfurt am Main, 3.10.2017", Some(("Frankfurt am Main", "3.10.2017")));
        place("Roma, 3 ottobre 2017", Some(("Roma", "3 ottobre 2017")));
        place("Lisboa, 3 de outubro de 2017", Some(("Lisboa", "3 de outubro de 2017")));
        place("Москва, 3 октября 2017 г.", Some(("Москва", "3 октября 2017 г.")));
        place("القاهرة، 3 أكتوبر 2017", Some(("القاهرة", "3 أكتوبر 2017")));
        place("London, 4th May 1871", Some(("London", "4th May 1871")));
        place(
            "12 High Street, Leeds, Monday 4 May 1871",
            Some(("12 High Street, Leeds", "Monday 4 May 1871")),
        );
        place(
            "Camp near Falmouth, Va., Dec. 16, 1862",
            Some(("Camp near Falmouth, Va.", "Dec. 16, 1862")),
        );
    }

    #[test]
    fn a_title_with_a_date_is_no_place() {
        place("Council Meeting, 4 May 2021", None);
        place("Interview with the mayor, 4 May 2021", None);
        place("Berlin, 1989", None);
        place("Minutes of 4 May 2021", None);
        place("Paris, le 3 octobre 2017, le gouvernement a dit non", None);
        place("4 May 2021", None);
        place("Budget Speech, 3 March 2010", None);
    }

    #[test]
    fn what_is_told_of_an_hour_is_no_date_line() {
        for line in ["5 April 2015, 10:30 GMT", "2015-04-05 18:30", "Am 5. April 2015, 18:30 Uhr"] {
            assert!(date_line(line).is_some(), "{line}");
        }
        assert_eq!(date_line("2021-08-13 21:15 y went home"), None);
    }

    #[test]
    fn the_stages_of_a_paper_are_read() {
        let line =
            "Received 14 June 2019; accepted 2 November 2019; published online 6 January 2020";
        let found = stages(line).expect("these are stages");
        let fields: Vec<_> = found.iter().map(|(field, value, _)| (*field, *value)).collect();
        assert_eq!(
            fields,
            [
                ("received", "14 June 2019"),
                ("accepted", "2 November 2019"),
                ("issued", "6 January 2020")
            ]
        );
        assert!(found.iter().all(|(_, value, at)| line[*at..].starts_with(value)));
        assert_eq!(stages("Received 14 June 2019 by the clerk"), None);
        assert_eq!(stages("Published 14 June 2019"), None);
    }

    #[test]
    fn the_day_of_a_meeting_is_read() {
        let day = |line: &str| held(line).map(|date| date.edtf());
        let may = Some("2023-05-09".to_owned());
        assert_eq!(day("Meeting held on Tuesday 9 May 2023 at 7.30 pm in the Village Hall"), may);
        assert_eq!(day("Sitting of Tuesday 9 May 2023"), may);
        assert_eq!(day("Interview conducted on May 9, 2023 in Leeds."), may);
        assert_eq!(day("Séance du mardi 9 mai 2023"), may);
        assert_eq!(day("Sitzung vom 9. Mai 2023"), may);
        assert_eq!(day("Заседание 9 мая 2023 г., Москва"), may);
        assert_eq!(day("The meeting was put off on 9 May 2023."), None);
        assert_eq!(day("The fair of 9 May 2023"), None);
        assert_eq!(day("Meetings between 9 May 2023 and 10 May 2023"), None);
    }
}
