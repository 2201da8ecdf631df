//! What opens a record: the day, month, year or hour that a line of a chronology, log or chat begins with,
//! set apart from what it tells: "Feb 2016   Off sick", "1994 – The crane was built",
//! "[12/08/2021, 21:14:03] Omar: …".

use crate::calendar;

use super::stamped;

/// The length of what opens the record that `line` is, white space and separator included. `None` when the
/// line is no record, or holds nothing else.
pub(crate) fn record(line: &str) -> Option<usize> {
    let bare =
        line.trim_start_matches(['-', '*', '+', '•', '|', ' ', '\t', '\u{200e}', '\u{200f}']);
    let bracket = bare.starts_with(['[', '(']);
    let inner = bare.trim_start_matches(['[', '(', '\u{200e}']);
    let at = line.len() - inner.len();
    let dated = date(inner);
    let day = dated.filter(|_| !bracket).filter(|width| *width > 0);
    let width = day.or_else(|| stamped(inner).then(|| numbers(inner)))?;
    // The hour after a day.
    let rest = &inner[width..];
    let hour = rest.trim_start_matches([',', ' ']);
    let clock = clock(hour);
    let (end, timed) = match clock {
        0 => (at + width, false),
        clock => (line.len() - hour.len() + clock, true),
    };
    let rest = &line[end..];
    let rest = if bracket { rest.strip_prefix([']', ')'])? } else { rest };
    let told = rest.trim_start_matches([' ', '\t', '\u{a0}', ':', '-', '–', '—', '|', ',', '.']);
    let gap = &rest[..rest.len() - told.len()];
    // "4 May 2016 was a Wednesday" is a sentence.
    let is_apart = gap.contains(['\t', ':', '–', '—', '|'])
        || gap.contains("  ")
        || gap.contains(" - ")
        || !gap.is_empty() && (bracket || timed)
        // "14 May 1943. Rained all day."
        || gap.starts_with(". ") && day.is_some() && line[at..end].contains(char::is_alphabetic);
    (is_apart && told.contains(char::is_alphanumeric)).then_some(line.len() - told.len())
}

/// The halves of a day.
const HALVES: [&str; 4] = ["a.m.", "p.m.", "am", "pm"];

/// The length of the hour that opens an entry of a log, and that of all that opens it: "0400 Weighed anchor",
/// "06.20 Distress call", "8 a.m. search resumed". A line alone does not tell an hour from another number:
/// it is one of several below a day.
pub(crate) fn hour(line: &str) -> Option<(usize, usize)> {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let width = match clock(line) {
        0 if (1..=2).contains(&digits) => digits + half(&line[digits..], &HALVES)?,
        0 => return None,
        width => width + half(&line[width..], &HALVES).unwrap_or(0),
    };
    let unit = line[width..].trim_start_matches(' ');
    let after = ["hrs", "hours", "h", "Uhr"].iter().find_map(|word| unit.strip_prefix(word));
    let rest =
        after.filter(|rest| !rest.starts_with(char::is_alphanumeric)).unwrap_or(&line[width..]);
    let told = rest.trim_start_matches([' ', '\t', '\u{a0}', ':', '-', '–', '—', '|', ',', '.']);
    // "12 pm kept", but not "1914 was" or "12.30 metres".
    let is_sure = line[..width].contains(['m', 'M']) || after.is_some_and(|after| after == rest);
    let tells = told.starts_with(|c: char| {
        c.is_alphabetic() && (is_sure || !c.is_lowercase())
            || matches!(c, '"' | '“' | '«' | '(' | '[' | '<')
    });
    let is_apart = told.len() < rest.len();
    (is_apart && tells && time(&line[..width]).is_some())
        .then_some((width, line.len() - told.len()))
}

/// The length of what opens an entry: the day of a record, or the hour of a log.
pub(crate) fn entry(line: &str) -> Option<usize> {
    record(line).or_else(|| Some(hour(line)?.1))
}

/// The hour, 0 to 24, and minute of a clock as logs write it: "0400", "06.20", "8 a.m."; `None` when no day
/// has it.
pub(crate) fn time(clock: &str) -> Option<(u8, u8)> {
    let mut parts = clock.split(|c: char| !c.is_ascii_digit());
    let (first, second) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let (hour, minute) = if first.len() == 4 { first.split_at(2) } else { (first, second) };
    let hour: u8 = hour.parse().ok().filter(|hour| *hour < 25)?;
    let minute = if minute.is_empty() { Some(0) } else { minute.parse().ok() };
    let hour = match (hour, clock.to_ascii_lowercase()) {
        (12, clock) if clock.contains('a') => 0,
        (1..12, clock) if clock.contains('p') => hour + 12,
        _ => hour,
    };
    Some((hour, minute.filter(|minute| *minute < 60)?))
}

/// The length of one of `halves` of the day, "a.m." or "pm", at the beginning, with the space before it.
fn half(text: &str, halves: &[&str]) -> Option<usize> {
    let rest = text.trim_start_matches([' ', '\u{202f}', '\u{a0}']);
    let lower = rest.get(..4).or_else(|| rest.get(..2))?.to_ascii_lowercase();
    let width = halves.iter().find(|half| lower.starts_with(**half))?.len();
    let is_word = !rest[width..].starts_with(char::is_alphanumeric);
    is_word.then_some(text.len() - rest.len() + width)
}

/// The length of the date that `text` begins with: a day, a month or a year, or two with a dash or a stroke.
fn date(text: &str) -> Option<usize> {
    let about = ["c. ", "ca. ", "circa ", "c."].iter().find_map(|word| text.strip_prefix(word));
    let rest = about.unwrap_or(text);
    let at = text.len() - rest.len();
    let first = calendar::at_start(rest)
        .map(|date| date.end)
        .or_else(|| short_of_date(rest))
        .or_else(|| part_of_year(rest))
        .or_else(|| day_of_month(rest))?;
    let after = &rest[first..];
    let later = after.strip_prefix(['–', '-', '—']).or_else(|| after.strip_prefix(" to "));
    let second = later.and_then(|later| {
        let length = calendar::at_start(later).map(|date| date.end);
        let digits = later.bytes().take_while(u8::is_ascii_digit).count();
        let short = (digits == 2 && !later[2..].starts_with(char::is_alphanumeric)).then_some(2);
        Some(rest.len() - later.len() + length.or(short)?)
    });
    Some(at + second.unwrap_or(first))
}

/// "4/5 May 2016", "4-5 May 2016": the length of a first day that has its month with the second.
fn short_of_date(text: &str) -> Option<usize> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let later = text[digits..].strip_prefix(['/', '-', '–', '&']);
    let later = later.filter(|_| (1..=2).contains(&digits))?;
    let date = calendar::at_start(later)?;
    date.day.is_some().then_some(text.len() - later.len() + date.end)
}

/// "Spring 1983", "Late 1990": the length of a part of a year.
fn part_of_year(text: &str) -> Option<usize> {
    const PARTS: [&str; 8] =
        ["spring", "summer", "autumn", "fall", "winter", "early", "mid", "late"];
    let (part, year) = text.split_once([' ', '-'])?;
    let is_part = part.len() <= 6 && PARTS.contains(&part.to_lowercase().as_str());
    let date = calendar::at_start(year).filter(|date| is_part && date.month.is_none())?;
    Some(text.len() - year.len() + date.end)
}

/// "Thu 23 May", "May 23rd": the length of a day without its year.
fn day_of_month(text: &str) -> Option<usize> {
    let mut at = 0;
    let (mut month, mut day) = (false, false);
    loop {
        let rest = &text[at..];
        let word = &rest[..rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len())];
        let number = ["st", "nd", "rd", "th"].iter().find_map(|end| word.strip_suffix(end));
        if !month && calendar::month(word).is_some() {
            month = true;
        } else if !day && number.unwrap_or(word).parse().is_ok_and(|day: u8| day <= 31) {
            day = true;
        } else if at > 0 || calendar::weekday(word).is_none() {
            return None;
        }
        at += word.len();
        if month && day {
            return Some(at);
        }
        let rest = &text[at..];
        at += rest.len() - rest.trim_start_matches(['.', ',']).trim_start_matches(' ').len();
    }
}

/// The length of the numbers of a day or an hour, "12/08/2021" or "21:14".
fn numbers(text: &str) -> usize {
    text.find(|c: char| !(c.is_ascii_digit() || ".:/-".contains(c))).unwrap_or(text.len())
}

/// The length of an hour at the beginning: "21:14:03", "9:05 PM", "0800"; 0 when there is none.
fn clock(text: &str) -> usize {
    let end = numbers(text);
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &text[digits..];
    let parted = (1..=2).contains(&digits) && rest.starts_with([':', '.']) && end >= digits + 3;
    if !(parted || digits == 4 && end == 4) {
        return 0;
    }
    let end = text[..end].trim_end_matches([':', '.', '-', '/']).len();
    end + half(&text[end..], &["am", "pm"]).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::{hour, record};

    #[track_caller]
    fn check(line: &str, told: Option<&str>) {
        assert_eq!(record(line).map(|at| &line[at..]), told, "{line}");
    }

    #[test]
    fn records_open_with_their_date() {
        check("12.03.14   Claimant signs the contract.", Some("Claimant signs the contract."));
        check("Feb 2016   Claimant off sick", Some("Claimant off sick"));
        check("4/5 May 2016   Disciplinary hearing", Some("Disciplinary hearing"));
        check("2 Aug 2016\tET1 presented.", Some("ET1 presented."));
        check("1994: The crane was built", Some("The crane was built"));
        check("1994 – The crane was built", Some("The crane was built"));
        check("- c. 1894: The quay", Some("The quay"));
        check("Thu 23 May - Sports day", Some("Sports day"));
        check("May 23rd: Sports day", Some("Sports day"));
        check("| Spring 1983 | Residents report smell |", Some("Residents report smell |"));
        check("| 3 March 2012 | Inquiry opened |", Some("Inquiry opened |"));
        check("1914–18   War", Some("War"));
        check("[12/08/2021, 21:14:03] Omar: at the gate", Some("Omar: at the gate"));
        check("\u{200e}[28/02/12, 18:41:09] Anna: no", Some("Anna: no"));
        check("12.08.21, 21:14 - Anna: no", Some("Anna: no"));
        check("8/12/21, 9:14 PM - Anna: no", Some("Anna: no"));
        check("2021-08-12 21:14 <anna> no", Some("<anna> no"));
        check("28.02.2012 18:43 Call from watchman", Some("Call from watchman"));
        check("14 May 1943. Rained all day.", Some("Rained all day."));
        check("Monday, 17 May. Walked.", Some("Walked."));
        check("[21:14] <anna> no", Some("<anna> no"));
    }

    #[test]
    fn entries_of_a_log_open_with_their_hour() {
        let opens =
            |line: &'static str| hour(line).map(|(clock, told)| (&line[..clock], &line[told..]));
        for (line, clock, told) in [
            ("0400 Weighed anchor.", "0400", "Weighed anchor."),
            ("2000 Snaefell bore W.", "2000", "Snaefell bore W."),
            ("06.20 Distress call", "06.20", "Distress call"),
            ("8 a.m. search resumed", "8 a.m.", "search resumed"),
            ("11.40 a.m. Body found", "11.40 a.m.", "Body found"),
            ("2pm - Called off", "2pm", "Called off"),
            ("0815 hrs bell rung", "0815", "bell rung"),
            ("21:14 Omar: at the gate", "21:14", "Omar: at the gate"),
        ] {
            assert_eq!(opens(line), Some((clock, told)), "{line}");
        }
        for line in
            ["1914 was cold.", "2500 Men came", "12.30 metres", "1880 Cattle", "8 men", "0400", ""]
        {
            assert_eq!(opens(line), None, "{line}");
        }
    }

    #[test]
    fn sentences_are_no_records() {
        check("4 May 2016 was a Wednesday.", None);
        check("1994 was cold.", None);
        check("12 men came in.", None);
        check("May the best man win", None);
        check("3 May 2016", None);
        check("Monday was cold - and May warm", None);
        check("1994, when the crane was built, was cold.", None);
        check("1994. The crane was built.", None);
        check("12.3. The crane was built.", None);
        check("", None);
    }
}
