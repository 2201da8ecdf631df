//! What a page would load from elsewhere: a reading of its tags and style sheets. Runs no script.

/// Elements whose content is text up to their own end tag.
const RAW: [&str; 4] = ["script", "style", "textarea", "title"];

/// Attributes by which an element loads something. `href` loads from `link`, `base`, `image` and `use`
/// alone: on `a` and `area` it is only followed when a reader asks.
const LOADING: [&str; 14] = [
    "src",
    "srcset",
    "data",
    "poster",
    "background",
    "action",
    "formaction",
    "ping",
    "manifest",
    "codebase",
    "archive",
    "classid",
    "longdesc",
    "srcdoc",
];

/// Every reference in `html` that is not a part of it, as `element attribute=value`. A fragment and
/// a `data:` address are parts of it; so are links that only a reader follows.
#[must_use]
pub fn outside_references(html: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = html;
    while let Some((_, after)) = rest.split_once('<') {
        rest = after;
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
            continue;
        }
        if !rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
            continue;
        }
        let (name, attributes, after) = tag(rest);
        rest = after;
        for (key, value) in &attributes {
            let linked = matches!(key.as_str(), "href" | "xlink:href")
                && !matches!(name.as_str(), "a" | "area")
                && !is_canonical(&attributes);
            if (linked || LOADING.contains(&key.as_str())) && !is_inside(value) {
                found.push(format!("{name} {key}={value}"));
            }
            if key == "style" {
                found.extend(style_references(value));
            }
            let refreshes = name == "meta" && value.eq_ignore_ascii_case("refresh");
            if refreshes {
                found.push("meta http-equiv=refresh".into());
            }
        }
        if RAW.contains(&name.as_str()) {
            let end = find_ignoring_case(rest, &format!("</{name}")).unwrap_or(rest.len());
            if name == "style" {
                found.extend(style_references(&rest[..end]));
            }
            rest = &rest[end..];
        }
    }
    found
}

/// Whether a link only says where the page is published; nothing is loaded from there.
fn is_canonical(attributes: &[(String, String)]) -> bool {
    attributes.iter().any(|(key, value)| key == "rel" && value == "canonical")
}

fn is_inside(value: &str) -> bool {
    let value = value.trim();
    value.is_empty() || value.starts_with('#') || value.to_ascii_lowercase().starts_with("data:")
}

fn style_references(style: &str) -> Vec<String> {
    let lower = style.to_ascii_lowercase();
    let mut found: Vec<_> = lower
        .split("url(")
        .skip(1)
        .map(|after| after.split(')').next().unwrap_or_default().trim_matches([' ', '"', '\'']))
        .filter(|value| !is_inside(value))
        .map(|value| format!("style url({value})"))
        .collect();
    if lower.contains("@import") {
        found.push("style @import".into());
    }
    found
}

/// The name and attributes of the tag that begins at `rest`, in lower case, and what follows it.
pub(super) fn tag(rest: &str) -> (String, Vec<(String, String)>, &str) {
    let end = |c: char| c.is_ascii_whitespace() || matches!(c, '>' | '/');
    let (name, mut rest) = rest.split_at(rest.find(end).unwrap_or(rest.len()));
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        if rest.is_empty() || rest.starts_with('>') {
            let after = rest.strip_prefix('>').unwrap_or(rest);
            return (name.to_ascii_lowercase(), attributes, after);
        }
        // An equals sign in the first place is a part of the name.
        let skip = rest.chars().next().map_or(0, char::len_utf8);
        let stop = |c: char| end(c) || c == '=';
        let length = rest[skip..].find(stop).map_or(rest.len(), |at| at + skip);
        let key = rest[..length].to_ascii_lowercase();
        rest = rest[length..].trim_start_matches(|c: char| c.is_ascii_whitespace());
        let mut value = "";
        if let Some(after) = rest.strip_prefix('=') {
            (value, rest) = attribute_value(after.trim_start());
        }
        attributes.push((key, value.to_owned()));
    }
}

fn attribute_value(rest: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        if let Some(quoted) = rest.strip_prefix(quote) {
            return quoted.split_once(quote).unwrap_or((quoted, ""));
        }
    }
    rest.split_at(rest.find(|c: char| c.is_ascii_whitespace() || c == '>').unwrap_or(rest.len()))
}

fn find_ignoring_case(haystack: &str, needle: &str) -> Option<usize> {
    let windows = haystack.as_bytes().windows(needle.len());
    windows.enumerate().find(|(_, w)| w.eq_ignore_ascii_case(needle.as_bytes())).map(|(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(html: &str, expected: &[&str]) {
        assert_eq!(outside_references(html), expected, "{html}");
    }

    #[test]
    fn what_loads_is_found() {
        check("<script src=a.js></script>", &["script src=a.js"]);
        check("<SCRIPT\nSRC = 'a.js'>", &["script src=a.js"]);
        check("<link rel=icon href=\"i.png\"/>", &["link href=i.png"]);
        check("<img/src=x srcset=\"y 2x\">", &["img src=x", "img srcset=y 2x"]);
        check("<svg><image xlink:href=x></svg>", &["image xlink:href=x"]);
        check(
            "<style>a{background:url( 'x.png' )} @import 'b'</style>",
            &["style url(x.png)", "style @import"],
        );
        check("<p style=\"background:url(//e)\">", &["style url(//e)"]);
        check("<meta http-equiv=refresh content=0>", &["meta http-equiv=refresh"]);
    }

    #[test]
    fn what_is_a_part_is_not() {
        check("<a href='https://example.org'>x</a><a href='#x'>", &[]);
        check("<link rel=icon href='data:image/svg+xml,x'>", &[]);
        check("<script>let a = '<img src=x>';</script><!-- <img src=x> -->", &[]);
        check("<title><img src=x></title>a < b &lt;img src=x>", &[]);
        check("<style>a{background:url(data:x)}</style>", &[]);
        check("<link rel=canonical href='https://example.org/'>", &[]);
    }

    proptest! {
        #[test]
        fn any_text_is_read(html in "(<|>|=|\"|'|/|script|img|src| |\\PC){0,60}") {
            let _ = outside_references(&html);
        }
    }
}
