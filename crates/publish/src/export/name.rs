//! What an exported file is called.

use super::Format;

/// The most characters of a title or a query in a file's name.
const LENGTH: usize = 40;

/// A name that says of which collection the events are and what was searched for: both in small letters
/// and digits of any script, joined by hyphens. Without either it is `chronology`.
///
/// ```
/// use dateline_publish::export::{Format, file_name};
///
/// assert_eq!(file_name("Moscow talks, 2014", "Kassis \"peace\"", Format::Csv), "moscow-talks-2014-kassis-peace.csv");
/// assert_eq!(file_name("", "", Format::Calendar), "chronology.ics");
/// ```
#[must_use]
pub fn file_name(title: &str, query: &str, format: Format) -> String {
    format!("{}.{}", file_stem(title, query), format.extension())
}

/// The part of [`file_name`] before the extension.
#[must_use]
pub fn file_stem(title: &str, query: &str) -> String {
    let parts: Vec<_> =
        [title, query].map(slug).into_iter().filter(|part| !part.is_empty()).collect();
    if parts.is_empty() { "chronology".into() } else { parts.join("-") }
}

fn slug(text: &str) -> String {
    let mut out = String::new();
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let between = usize::from(!out.is_empty());
        let room = LENGTH.saturating_sub(out.chars().count() + between);
        // A word that does not fit is left out, but for the first.
        if room == 0 || between == 1 && word.chars().count() > room {
            break;
        }
        if between == 1 {
            out.push('-');
        }
        out.extend(word.chars().take(room).flat_map(char::to_lowercase));
    }
    out
}
