//! `dateline tag`: temporal expressions of texts, JSON lines in and out.

use std::io::Error;
use std::process::ExitCode;

use dateline_timex::{Context, Domain, Language};
use serde::{Deserialize, Serialize};

use crate::lines;

#[derive(Deserialize)]
struct Text {
    doc: serde_json::Value,
    #[serde(default)]
    dct: Option<String>,
    text: String,
    #[serde(default)]
    lang: Option<String>,
    #[serde(default)]
    domain: Option<String>,
}

#[derive(Serialize)]
struct Found<'a> {
    doc: &'a serde_json::Value,
    start: usize,
    end: usize,
    #[serde(rename = "type")]
    kind: &'a str,
    value: &'a str,
    #[serde(rename = "mod")]
    modifier: Option<&'a str>,
    edtf: Option<&'a str>,
    rule: &'a str,
}

/// Tags every text on standard input.
pub(crate) fn run() -> Result<ExitCode, Error> {
    lines::each("tag", |text: Text, out| {
        let context = context(&text)?;
        Ok(dateline_timex::tag(&text.text, &context).into_iter().try_for_each(|timex| {
            let found = Found {
                doc: &text.doc,
                start: timex.start,
                end: timex.end,
                kind: timex.kind.name(),
                value: &timex.value,
                modifier: timex.modifier.map(dateline_timex::Modifier::name),
                edtf: timex.edtf.as_deref(),
                rule: timex.rule,
            };
            lines::write(out, &found)
        }))
    })
}

fn context(text: &Text) -> Result<Context, String> {
    let reference = text.dct.as_deref().filter(|dct| !dct.is_empty()).map(day).transpose()?;
    let language = match text.lang.as_deref() {
        None => dateline_timex::detect_language(&text.text),
        Some(code) => Language::from_code(code)
            .ok_or_else(|| format!("expected a language there are rules for, found {code:?}"))?,
    };
    let domain = match text.domain.as_deref() {
        None => dateline_timex::detect_domain(&text.text),
        Some("news") => Domain::News,
        Some("narrative") => Domain::Narrative,
        Some(other) => {
            return Err(format!("expected the domain `news` or `narrative`, found {other:?}"));
        }
    };
    Ok(Context { reference, language, domain })
}

/// The day of an ISO 8601 date, with or without a time behind it.
fn day(dct: &str) -> Result<(i32, u8, u8), String> {
    let expected = || format!("expected dct as YYYY-MM-DD, found {dct:?}");
    let date = dct.split(['T', ' ']).next().unwrap_or_default();
    let (rest, day) = date.rsplit_once('-').ok_or_else(expected)?;
    let (year, month) = rest.rsplit_once('-').ok_or_else(expected)?;
    match (year.parse(), month.parse(), day.parse()) {
        (Ok(year), Ok(month @ 1..=12), Ok(day @ 1..=31)) => Ok((year, month, day)),
        _ => Err(expected()),
    }
}
