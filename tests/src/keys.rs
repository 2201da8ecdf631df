//! Keys that have no letter, as WebDriver writes them.
//!
//! Source: <https://www.w3.org/TR/webdriver2/#keyboard-actions>.

/// Enter.
pub const ENTER: &str = "\u{e007}";
/// Tab.
pub const TAB: &str = "\u{e004}";
/// Escape.
pub const ESCAPE: &str = "\u{e00c}";
/// Backspace.
pub const BACKSPACE: &str = "\u{e003}";
/// Shift, held until the last key of a press.
pub const SHIFT: &str = "\u{e008}";
/// Control, held until the last key of a press.
pub const CONTROL: &str = "\u{e009}";
/// Arrow up.
pub const UP: &str = "\u{e013}";
/// Arrow down.
pub const DOWN: &str = "\u{e015}";
/// Arrow left.
pub const LEFT: &str = "\u{e012}";
/// Arrow right.
pub const RIGHT: &str = "\u{e014}";
