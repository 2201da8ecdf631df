//! Text as HTML: escaping alone. Builds no page.

use std::borrow::Cow;

/// `text` for the content of an element or a double-quoted attribute. Characters that no HTML may
/// hold become U+FFFD.
#[must_use]
pub fn escape(text: &str) -> Cow<'_, str> {
    if !text.contains(|c| matches!(c, '&' | '<' | '>' | '"') || is_forbidden(c)) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c if is_forbidden(c) => out.push(char::REPLACEMENT_CHARACTER),
            c => out.push(c),
        }
    }
    Cow::Owned(out)
}

/// `text` without the characters that turn the direction of what follows them, for places where
/// no element can hold them in, such as a page's title.
#[must_use]
pub fn without_bidi_controls(text: &str) -> String {
    text.chars().filter(|c| !is_bidi_control(*c)).collect()
}

/// Whether it is one of the explicit directional characters.
///
/// Source: Unicode Standard Annex 9, section 2.
pub(crate) fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Controls and noncharacters.
///
/// Source: HTML Standard, "Preprocessing the input stream".
fn is_forbidden(c: char) -> bool {
    (c.is_control() && !matches!(c, '\t' | '\n'))
        || matches!(c, '\u{FDD0}'..='\u{FDEF}')
        || u32::from(c) & 0xFFFE == 0xFFFE
}
