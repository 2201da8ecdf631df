//! Addresses that documents name: which may become links, and how they are shown before they are
//! followed. Fetches nothing.

use std::fmt::Write;

use crate::html::is_bidi_control;

/// The longest address that becomes a link, in bytes.
const MAX_ADDRESS: usize = 2048;

/// An address as a link holds it and as a reader sees it: ASCII alone, so that neither look-alike
/// letters nor direction marks can pass for something else. `None` for anything but `http`,
/// `https` and `mailto`, and for an address with a user name or with white space in it.
///
/// ```
/// use dateline_publish::outward_link;
///
/// assert_eq!(outward_link("https://example.org/é").as_deref(), Some("https://example.org/%C3%A9"));
/// assert_eq!(outward_link("javascript:alert(1)"), None);
/// ```
#[must_use]
pub fn outward_link(address: &str) -> Option<String> {
    let address = address.trim();
    let (scheme, rest) = address.split_once(':')?;
    let scheme = scheme.to_ascii_lowercase();
    let plain = |c: char| !(c.is_whitespace() || c.is_control() || is_bidi_control(c) || c == '\\');
    if address.len() > MAX_ADDRESS || !rest.chars().all(plain) {
        return None;
    }
    match scheme.as_str() {
        "http" | "https" => {
            let host = rest.strip_prefix("//")?.split(['/', '?', '#']).next()?;
            // What stands before an @ is made to look like the host.
            let named = !host.is_empty() && !host.contains('@');
            named.then(|| format!("{scheme}:{}", ascii(rest)))
        }
        "mailto" => (!rest.is_empty()).then(|| format!("mailto:{}", ascii(rest))),
        _ => None,
    }
}

fn ascii(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii_graphic() && !matches!(c, '"' | '<' | '>' | '`' | '{' | '}' | '|' | '^') {
            out.push(c);
        } else {
            for byte in c.encode_utf8(&mut [0; 4]).bytes() {
                write!(out, "%{byte:02X}").expect("a string takes what is written");
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(address: &str, expected: Option<&str>) {
        assert_eq!(outward_link(address).as_deref(), expected, "{address:?}");
    }

    #[test]
    fn three_schemes_pass() {
        check("https://example.org/a?b=c#d", Some("https://example.org/a?b=c#d"));
        check(" HTTP://example.org ", Some("http://example.org"));
        check("mailto:a@example.org", Some("mailto:a@example.org"));
        check("ftp://example.org", None);
        check("data:text/html,x", None);
        check("vbscript:x", None);
        check("//example.org", None);
        check("example.org", None);
        check("blob:https://example.org/x", None);
    }

    #[test]
    fn tricks_do_not_pass() {
        check("java\nscript:alert(1)", None);
        check("https:example.org", None);
        check("https://", None);
        check("https://bank.example@evil.example/", None);
        check("https://example.org\\@evil.example", None);
        check("https://example.org/\u{202E}gpj.exe", None);
        check("https://ex ample.org", None);
        check(&format!("https://example.org/{}", "a".repeat(3000)), None);
    }

    #[test]
    fn look_alikes_are_shown_as_what_they_are() {
        check("https://аpple.com/", Some("https://%D0%B0pple.com/"));
        check("https://example.org/\"><script>", Some("https://example.org/%22%3E%3Cscript%3E"));
    }
}
