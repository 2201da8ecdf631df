//! Years that belong to a reference in running text: "(Abbott, 2012)", "Smith et al. (2009)",
//! "see Brown & Lee 1998". A year in brackets beside a happening, "the Smith report (2009)" or
//! "(Auschwitz, 1944)", is no reference; where one name stands beside a year, the text must cite others
//! beyond doubt.

use dateline_corpus::{Document, Timex};

use crate::calendar;

/// Words that join or introduce names in a reference.
const JOINS: [&str; 16] = [
    "and", "&", "et", "al", "al.", "und", "y", "e", "see", "See", "cf", "cf.", "also", "e.g.",
    "in", "by",
];

/// Whether a document cites by name and year beyond doubt: "Smith et al. (2009)", "(Brown & Lee, 1998)".
pub(in crate::report) fn is_scholarly(text: &str) -> bool {
    let year = |rest: &str| {
        let rest = rest.trim_start_matches(['.', ',', ' ', '(', '\u{a0}']);
        rest.len() >= 4 && rest.bytes().take(4).all(|byte| byte.is_ascii_digit())
    };
    text.match_indices(" et al").any(|(at, found)| year(&text[at + found.len()..]))
        || text.match_indices(" & ").any(|(at, found)| {
            let rest = &text[at + found.len()..];
            let name = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
            name > 1 && rest.starts_with(char::is_uppercase) && {
                let rest = &rest[name..];
                rest.starts_with([',', ' ']) && year(rest) && text[..at].rfind('(').is_some()
            }
        })
}

/// Whether the year is one of a reference.
pub(super) fn is_cited(document: &Document, timex: &Timex, is_scholarly: bool) -> bool {
    let text = &document.text;
    let words = timex.span.of(text);
    if is_law_report(text, timex) {
        return true;
    }
    if !is_scholarly || words.len() != 4 || !words.bytes().all(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let before = text.get(..timex.span.start as usize).unwrap_or_default();
    let before = before.rsplit('\n').next().unwrap_or_default();
    let open = before.rfind('(').filter(|at| !before[*at..].contains(')'));
    let inside = open.map(|at| &before[at + 1..]);
    match inside {
        // "Smith et al. (2009)", "Brown and Lee (1998)"
        Some(inside) if inside.trim().is_empty() => {
            let head = before[..before.len() - inside.len() - 1].trim_end();
            head.ends_with("et al.") || head.ends_with("et al") || paired(head)
        }
        // "(see Abbott, 2012; Brown & Lee 1998, 2003a)"
        Some(inside) => {
            let part = inside.rsplit(';').next().unwrap_or_default();
            let mut names = 0;
            let plain =
                part.split([' ', ',', '\u{a0}']).filter(|word| !word.is_empty()).all(|word| {
                    let year = word.trim_end_matches(|c: char| c.is_ascii_lowercase());
                    let is_year = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
                    let is_name = named(word);
                    names += usize::from(is_name);
                    is_year || is_name || JOINS.contains(&word)
                });
            plain && names > 0
        }
        // "Smith et al. (2009) and Jones 2011"
        None => {
            let mut back = before.split_whitespace().rev();
            let (name, join) = (back.next().unwrap_or_default(), back.next().unwrap_or_default());
            let beside = back.next().unwrap_or_default();
            name == "al."
                || named(name)
                    && (matches!(join, "see" | "See" | "cf." | "also" | "&")
                        || join == "and" && beside.ends_with(')'))
        }
    }
}

/// Whether the year is that of a law report: `[2009] 1 AC 61`, `[2019] EWHC 412`.
fn is_law_report(text: &str, timex: &Timex) -> bool {
    let before = text.get(..timex.span.start as usize).unwrap_or_default();
    let after = text.get(timex.span.end as usize..).unwrap_or_default();
    let report = after.strip_prefix("] ").unwrap_or_default();
    let report = report.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ');
    before.ends_with('[') && report.bytes().take_while(u8::is_ascii_uppercase).count() > 1
}

/// Whether a text ends with two joined names: "Brown and Lee".
fn paired(head: &str) -> bool {
    let mut back = head.split_whitespace().rev();
    let (last, join, first) = (back.next(), back.next(), back.next());
    join.is_some_and(|join| matches!(join, "and" | "&" | "et" | "und" | "y" | "e"))
        && last.is_some_and(named)
        && first.is_some_and(named)
}

/// Whether a word may be a family name.
fn named(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
        && word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’'))
        && word.chars().any(char::is_lowercase)
        && calendar::month(word).is_none()
}

#[cfg(test)]
mod tests {
    /// The years of `text` that make reports.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let bytes = format!("A title\n\n{text}\n").into_bytes();
        let corpus = crate::ingest(vec![crate::Source { name: "a.txt".into(), bytes }], Vec::new());
        let document = &corpus.documents[0];
        let reports = corpus.events.iter().flat_map(|event| &event.reports);
        let mut found: Vec<&str> = reports.map(|report| report.timex.of(&document.text)).collect();
        found.sort_unstable();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn years_of_references_are_no_events() {
        check(
            "The assay (Abbott, 2012) was done twice. See also Smith et al. (2009) and Jones 2011.",
            &[],
        );
        check(
            "This was shown before (see Brown & Lee 1998, 2003a). Others said no (Moss, 2004).",
            &[],
        );
        check("The crane fell in 2012, as Smith et al. (2009) had said it would.", &["2012"]);
    }

    #[test]
    fn years_of_law_reports_are_no_events() {
        check("The rule was laid down in Moss v Lind [2009] 1 AC 61 and not since.", &[]);
    }

    #[test]
    fn years_of_happenings_are_events() {
        check("The Smith report (2009) found that the crane was old.", &["2009"]);
        check("Her mother (born 1944) died at home. Smith et al. (2009) met her once.", &["1944"]);
        check("He was shot with two others (Auschwitz, 1944) by the guards.", &["1944"]);
        check(
            "The Treaty of Versailles (1919) was signed. Smith et al. (2009) deny it.",
            &["1919"],
        );
    }
}
