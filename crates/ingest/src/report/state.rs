//! "Since 2011" begins a state and "until Thursday" ends one: neither is a day.

use dateline_corpus::{Date, Span, Timex};

/// Words after which a date begins what then goes on.
const SINCE: [&str; 9] =
    ["since", "ever since", "depuis", "seit", "desde", "dal", "dalla", "с", "منذ"];
/// Words after which a date ends what went on before.
const UNTIL: [&str; 10] =
    ["until", "till", "up until", "jusqu'en", "jusqu'au", "bis", "hasta", "fino al", "до", "حتى"];

/// The date of what the sentence reports: the timex's own, or an interval with one open end where the
/// word before it says so.
pub(super) fn date(text: &str, sentence: Span, timex: &Timex) -> Option<Date> {
    let own = timex.date.as_ref()?;
    let before = Span { start: sentence.start, end: timex.span.start }.of(text);
    let within = timex.span.of(text);
    let edtf = own.edtf();
    let open = if follows(before, &SINCE) || starts_with(within, &SINCE) {
        Date::parse(&format!("{}/..", edtf.split('/').next().unwrap_or(edtf)))
    } else if follows(before, &UNTIL) || starts_with(within, &UNTIL) {
        Date::parse(&format!("../{}", edtf.rsplit('/').next().unwrap_or(edtf)))
    } else {
        None
    };
    open.or_else(|| Some(own.clone()))
}

/// Whether `before` ends with one of `words`, as words.
fn follows(before: &str, words: &[&str]) -> bool {
    let before = before.trim_end().to_lowercase();
    let before =
        before.strip_suffix(" the").or_else(|| before.strip_suffix(" about")).unwrap_or(&before);
    words.iter().any(|word| {
        before
            .strip_suffix(word)
            .is_some_and(|rest| rest.is_empty() || rest.ends_with(|c: char| !c.is_alphanumeric()))
    })
}

/// Whether `within` starts with one of `words`, as words.
fn starts_with(within: &str, words: &[&str]) -> bool {
    let within = within.to_lowercase();
    words.iter().any(|word| {
        within.strip_prefix(word).is_some_and(|rest| rest.starts_with(char::is_whitespace))
    })
}
