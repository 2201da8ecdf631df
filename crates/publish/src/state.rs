//! The plain view state: all that a link carries.

use dateline_corpus::{Date, Query};

/// What a reader sees: which events, which document, how drawn.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ViewState {
    /// Which events are shown.
    pub query: Query,
    /// The selected event, named by the id of one of its reports.
    pub event: Option<String>,
    /// The document open in the reader, by id.
    pub document: Option<String>,
    /// The passage lit in it.
    pub passage: Option<Passage>,
    /// Two documents side by side.
    pub compare: Option<Compare>,
    /// What the timeline is zoomed to.
    pub window: Option<Date>,
    /// What the timeline's lanes stand for.
    pub lanes: Lanes,
    /// Which parts of the page are shown.
    pub mode: Mode,
    /// Light, dark or the system's.
    pub theme: Theme,
    /// BCP 47 code of the interface, when the link names one.
    pub language: Option<String>,
}

/// A quoted passage: it survives edits to the document around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The quoted words.
    pub exact: String,
    /// Words before it.
    pub prefix: String,
    /// Words after it.
    pub suffix: String,
}

/// Two documents side by side, by id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compare {
    /// The one at the start.
    pub first: String,
    /// The one at the end.
    pub second: String,
}

/// What the timeline's lanes stand for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it all")]
pub enum Lanes {
    #[default]
    Document,
    Source,
    Person,
    Kind,
}

/// Which parts of the page are shown; an embed may show one alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it all")]
pub enum Mode {
    #[default]
    Full,
    Timeline,
    Reader,
    Event,
    List,
}

/// Light, dark or the system's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it all")]
pub enum Theme {
    #[default]
    System,
    Light,
    Dark,
    HighContrast,
}
