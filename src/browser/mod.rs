//! The only place that touches the browser's own interfaces: location, storage, clipboard, Intl, scrolling.

pub(crate) mod clipboard;
pub(crate) mod dom;
pub(crate) mod download;
pub(crate) mod failure;
pub(crate) mod frame;
pub(crate) mod intl;
pub(crate) mod location;
pub(crate) mod pointer;
pub(crate) mod prefs;
pub(crate) mod section;
pub(crate) mod selection;
pub(crate) mod sketch;
