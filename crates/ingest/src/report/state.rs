//! "Since 2011" begins a state and "until Thursday" ends one: neither is a day.

use dateline_corpus::{Date, Span, Timex};

/// Words after which a date begins what then goes on.
const SINCE: [&str; 9] =
    ["since", "ever since", "depuis", "seit", "desde", "dal", "dalla", "с", "منذ"];
/// Words after which a date ends what went on before.
#[rustfmt::skip]
const UNTIL: [&str; 17] = [
    "until", "till", "up until", "jusqu'en", "jusqu'au", "jusqu'à", "bis", "bis zum", "bis zur", "hasta", "hasta el", "fino al", "fino a", "até",
    "até o", "до", "حتى",
];
/// Words that turn what goes on until a day into what happens on it: "was not sent until 14 January".
const NOT: [&str; 9] = ["not", "n't", "n’t", "no", "never", "nothing", "nobody", "neither", "nor"];

/// The date of what the sentence reports: the timex's own, or an interval with one open end where the
/// word before it says so.
pub(super) fn date(text: &str, sentence: Span, timex: &Timex) -> Option<Date> {
    let own = timex.date.as_ref()?;
    let before = Span { start: sentence.start, end: timex.span.start }.of(text);
    let within = timex.span.of(text);
    let edtf = own.edtf();
    let open = if follows(before, &SINCE) || starts_with(within, &SINCE) {
        Date::parse(&format!("{}/..", edtf.split('/').next().unwrap_or(edtf)))
    } else if (follows(before, &UNTIL) || starts_with(within, &UNTIL)) && !is_negated(before) {
        Date::parse(&format!("../{}", edtf.rsplit('/').next().unwrap_or(edtf)))
    } else {
        None
    };
    open.or_else(|| Some(own.clone()))
}

/// Whether the clause that leads up to a date says that something was not so before it.
fn is_negated(before: &str) -> bool {
    let clause = before.rsplit([',', ';', ':', '—', '(']).next().unwrap_or(before).to_lowercase();
    let own = clause.rsplit(" and ").next().unwrap_or(&clause);
    own.split_whitespace().any(|word| {
        // "Didn't" ends in "n't".
        NOT.iter().any(|not| word == *not || not.contains(['\'', '’']) && word.ends_with(not))
    })
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
