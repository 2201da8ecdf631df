//! Messages between an embedded explorer and the page around it, as JSON. Sends and receives none,
//! and judges no origin: `docs/EMBED.md` says who may be told and who is listened to.

use serde::{Deserialize, Serialize};

use crate::link;

/// The version that every message carries as `dateline`. Within one, fields and types are only
/// added; an unknown type is passed over.
pub const VERSION: u32 = 1;

/// What the explorer tells the page around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ToHost<'a> {
    /// It listens.
    Ready,
    /// It would need so many CSS pixels to show all of itself.
    Size(u32),
    /// Its state is now this fragment, without `#`.
    State(&'a str),
    /// A reader chose the event that holds this report.
    Select(&'a str),
}

/// What the page around it asks of the explorer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FromHost {
    /// To show the state of this fragment.
    SetState(String),
    /// To choose the event that holds this report.
    Focus(String),
}

#[derive(Serialize)]
struct Message<'a> {
    dateline: u32,
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    event: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fragment: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    height: Option<u32>,
}

#[derive(Deserialize)]
struct Request {
    dateline: u32,
    #[serde(rename = "type")]
    kind: String,
    fragment: Option<String>,
    event: Option<String>,
}

/// The message as JSON.
///
/// ```
/// use dateline_publish::message::{ToHost, write};
///
/// assert_eq!(write(ToHost::Size(480)), r#"{"dateline":1,"type":"size","height":480}"#);
/// ```
#[must_use]
pub fn write(message: ToHost<'_>) -> String {
    let mut written =
        Message { dateline: VERSION, kind: "", event: None, fragment: None, height: None };
    match message {
        ToHost::Ready => written.kind = "ready",
        ToHost::Size(height) => (written.kind, written.height) = ("size", Some(height)),
        ToHost::State(fragment) => (written.kind, written.fragment) = ("state", Some(fragment)),
        ToHost::Select(report) => (written.kind, written.event) = ("select", Some(report)),
    }
    serde_json::to_string(&written).expect("strings and numbers are JSON")
}

/// A height as AMP reads it, in JSON.
///
/// Source: AMP, "amp-iframe: iframe resizing".
#[must_use]
pub fn amp_size(height: u32) -> String {
    format!(r#"{{"sentinel":"amp","type":"embed-size","height":{height}}}"#)
}

/// A height as pym.js reads it, for the frame that it knows as `child`.
///
/// Source: pym.js 1.3, `_makeMessage`.
#[must_use]
pub fn pym_size(child: &str, height: u32) -> String {
    format!("pymxPYMx{child}xPYMxheightxPYMx{height}")
}

/// What `json` asks; `None` for anything but a message of this version that is within the bounds of
/// a link.
#[must_use]
pub fn read(json: &str) -> Option<FromHost> {
    // JSON may spell a character with six.
    if json.len() > link::MAX_FRAGMENT * 6 {
        return None;
    }
    let request: Request = serde_json::from_str(json).ok()?;
    let within = |text: Option<String>, bound: usize| text.filter(|text| text.len() <= bound);
    match request.kind.as_str() {
        _ if request.dateline != VERSION => None,
        "setState" => within(request.fragment, link::MAX_FRAGMENT).map(FromHost::SetState),
        "focus" => within(request.event, link::MAX_VALUE).map(FromHost::Focus),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(json: &str, expected: Option<&FromHost>) {
        assert_eq!(read(json).as_ref(), expected, "{json}");
    }

    #[test]
    fn requests_are_read() {
        let state = FromHost::SetState("q=a".into());
        check(r#"{"dateline":1,"type":"setState","fragment":"q=a","more":[]}"#, Some(&state));
        let focus = FromHost::Focus("r1".into());
        check(r#"{"dateline":1,"type":"focus","event":"r1"}"#, Some(&focus));
    }

    #[test]
    fn anything_else_is_passed_over() {
        check(r#"{"dateline":2,"type":"focus","event":"r1"}"#, None);
        check(r#"{"dateline":"1","type":"focus","event":"r1"}"#, None);
        check(r#"{"dateline":1,"type":"focus","event":{}}"#, None);
        check(r#"{"dateline":1,"type":"state","fragment":"q=a"}"#, None);
        check(r#"{"type":"focus","event":"r1"}"#, None);
        check("\"pym\"", None);
        check("[1]", None);
        check("", None);
        let long = "a".repeat(link::MAX_FRAGMENT + 1);
        check(&format!(r#"{{"dateline":1,"type":"setState","fragment":"{long}"}}"#), None);
    }

    #[test]
    fn what_is_told_is_one_json_object() {
        for message in
            [ToHost::Ready, ToHost::Size(9), ToHost::State("q=\"</script>"), ToHost::Select("r")]
        {
            let value: serde_json::Value = serde_json::from_str(&write(message)).expect("JSON");
            assert_eq!(value["dateline"], 1);
            assert!(value["type"].is_string());
        }
        assert_eq!(pym_size("graphic", 300), "pymxPYMxgraphicxPYMxheightxPYMx300");
        assert_eq!(amp_size(300), r#"{"sentinel":"amp","type":"embed-size","height":300}"#);
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_passed_over(text in any::<String>()) {
            let _ = read(&text);
        }
    }
}
