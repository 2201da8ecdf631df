//! What a rule does, in words. Rules of one family share a sentence; their names come from the
//! tagger and from the ingest, and one that has no sentence is shown by its name alone.

use crate::strings::Text;

/// Parts of the names of rules that count from another date.
const COUNTED: [&str; 31] = [
    "ago",
    "later",
    "earlier",
    "before",
    "rel",
    "then",
    "this",
    "that",
    "next",
    "last",
    "latest",
    "unit",
    "units",
    "week",
    "weekend",
    "today",
    "tonight",
    "part",
    "clock",
    "hour",
    "hours",
    "oclock",
    "noon",
    "dawn",
    "dusk",
    "morning",
    "afternoon",
    "night",
    "overnight",
    "past",
    "now",
];

/// Parts of the names of rules that read a name in the calendar.
const NAMED: [&str; 12] = [
    "month", "months", "day", "iso", "numbers", "feast", "season", "quarter", "quarters", "half",
    "nth", "attacks",
];

/// The sentence about `rule`.
pub(super) fn sentence(rule: &str) -> Option<Text> {
    let has = |words: &[&str]| rule.split('-').any(|part| words.contains(&part));
    Some(match rule {
        "issue-date" => |s| s.rule_issue,
        "issue-date-inferred" => |s| s.rule_issue_inferred,
        "quoted-by-issue" => |s| s.rule_quoted,
        "same-quotation" => |s| s.rule_same_quotation,
        "quarter-to" | "day-after" => |s| s.rule_counted,
        "year-to-year" => |s| s.rule_range,
        _ if has(&["range", "between"]) => |s| s.rule_range,
        _ if has(&["weekday", "weekdays"]) && !has(&["month"]) => |s| s.rule_weekday,
        _ if has(&COUNTED) => |s| s.rule_counted,
        _ if has(&NAMED) => |s| s.rule_named,
        _ if has(&["year", "decade", "century"]) => |s| s.rule_year,
        _ => return None,
    })
}
