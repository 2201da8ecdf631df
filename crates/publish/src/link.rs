//! The view state as the fragment of an address, and back. Knows no address and no browser.
//!
//! A fragment is a list of `key=value` joined by `&`, percent-encoded UTF-8 with `+` for a space:
//!
//! | key | value |
//! |---|---|
//! | `q` | what was typed, in the search grammar |
//! | `source` `precision` `agreement` `person` `org` `place` `kind` `certainty` `modality` `text-lang` | one wanted value of a facet, empty for "missing"; may repeat |
//! | the same with `not-` in front | one excluded value |
//! | `range` | EDTF: only events whose interval meets it |
//! | `x` | report ids hidden as wrong, joined by `,` |
//! | `e` | the selected event: the id of one of its reports |
//! | `doc` | the open document's id |
//! | `quote` `before` `after` | the passage lit in it, with the words around it |
//! | `compare` | two documents' ids, joined by `,` |
//! | `zoom` | EDTF: what the timeline shows |
//! | `lanes` | `source` `person` `kind`; by document without it |
//! | `mode` | `timeline` `reader` `event` `list`; all of it without it |
//! | `theme` | `light` `dark` `contrast`; the system's without it |
//! | `lang` | BCP 47 code of the interface |
//!
//! Decoding is total: unknown keys, values that are none of these and values beyond the bounds
//! below are passed over, and of a key that may not repeat the first good value counts.

use dateline_corpus::{Date, Facet, Selection};

use crate::percent;
use crate::{Compare, Lanes, Mode, Passage, Theme, ViewState};

/// The longest fragment that is read, in bytes; a longer one is the default state.
pub const MAX_FRAGMENT: usize = 64 * 1024;
/// The longest typed query and the longest quote, in bytes.
pub const MAX_TEXT: usize = 4096;
/// The longest of all other values, in bytes.
pub const MAX_VALUE: usize = 512;
/// The most facet values, and the most hidden reports.
pub const MAX_ITEMS: usize = 256;

const FACETS: [(Facet, &str); 10] = [
    (Facet::Document, "source"),
    (Facet::Precision, "precision"),
    (Facet::Agreement, "agreement"),
    (Facet::Person, "person"),
    (Facet::Organisation, "org"),
    (Facet::Place, "place"),
    (Facet::Kind, "kind"),
    (Facet::Certainty, "certainty"),
    (Facet::Modality, "modality"),
    (Facet::Language, "text-lang"),
];

const LANES: [(Lanes, &str); 4] = [
    (Lanes::Document, "document"),
    (Lanes::Source, "source"),
    (Lanes::Person, "person"),
    (Lanes::Kind, "kind"),
];

const MODES: [(Mode, &str); 5] = [
    (Mode::Full, "full"),
    (Mode::Timeline, "timeline"),
    (Mode::Reader, "reader"),
    (Mode::Event, "event"),
    (Mode::List, "list"),
];

const THEMES: [(Theme, &str); 4] = [
    (Theme::System, "system"),
    (Theme::Light, "light"),
    (Theme::Dark, "dark"),
    (Theme::HighContrast, "contrast"),
];

/// The fragment of `state`, without `#`; empty for the default state.
///
/// ```
/// use dateline_publish::{ViewState, link};
///
/// let mut state = ViewState::default();
/// state.query.text = "prisoners release".into();
/// state.document = Some("21d8f490f748d773".into());
/// let fragment = link::encode(&state);
/// assert_eq!(fragment, "q=prisoners+release&doc=21d8f490f748d773");
/// assert_eq!(link::decode(&fragment), state);
/// ```
#[must_use]
pub fn encode(state: &ViewState) -> String {
    let mut out = String::new();
    let query = &state.query;
    if !query.text.is_empty() {
        push(&mut out, "q", &query.text);
    }
    for Selection { facet, value, exclude } in &query.selections {
        let key = name(&FACETS, *facet);
        push(&mut out, &if *exclude { format!("not-{key}") } else { key.into() }, value);
    }
    push_some(&mut out, "range", query.range.as_ref().map(Date::edtf));
    push_list(&mut out, "x", query.hidden.iter().map(String::as_str));
    push_some(&mut out, "e", state.event.as_deref());
    push_some(&mut out, "doc", state.document.as_deref());
    if let Some(passage) = &state.passage {
        push(&mut out, "quote", &passage.exact);
        push_some(&mut out, "before", Some(&*passage.prefix).filter(|words| !words.is_empty()));
        push_some(&mut out, "after", Some(&*passage.suffix).filter(|words| !words.is_empty()));
    }
    if let Some(Compare { first, second }) = &state.compare {
        push_list(&mut out, "compare", [first.as_str(), second.as_str()].into_iter());
    }
    push_some(&mut out, "zoom", state.window.as_ref().map(Date::edtf));
    push_named(&mut out, "lanes", &LANES, state.lanes);
    push_named(&mut out, "mode", &MODES, state.mode);
    push_named(&mut out, "theme", &THEMES, state.theme);
    push_some(&mut out, "lang", state.language.as_deref());
    out
}

/// The state of `fragment`, with or without `#`. Never fails: junk is the default state.
#[must_use]
pub fn decode(fragment: &str) -> ViewState {
    let mut state = ViewState::default();
    let mut quote = None;
    let (mut before, mut after) = (None, None);
    for (key, value) in pairs(fragment) {
        match key {
            "q" => first(&mut state.query.text, value.text(MAX_TEXT)),
            "range" => first(&mut state.query.range, value.date().map(Some)),
            "x" => first(&mut state.query.hidden, value.list()),
            "e" => first(&mut state.event, value.some()),
            "doc" => first(&mut state.document, value.some()),
            "quote" => first(&mut quote, value.text(MAX_TEXT).map(Some)),
            "before" => first(&mut before, value.text(MAX_VALUE).map(Some)),
            "after" => first(&mut after, value.text(MAX_VALUE).map(Some)),
            "compare" => first(&mut state.compare, value.compare().map(Some)),
            "zoom" => first(&mut state.window, value.date().map(Some)),
            "lanes" => first(&mut state.lanes, value.named(&LANES)),
            "mode" => first(&mut state.mode, value.named(&MODES)),
            "theme" => first(&mut state.theme, value.named(&THEMES)),
            "lang" => first(&mut state.language, value.language().map(Some)),
            _ => state.query.selections.extend(selection(key, value)),
        }
    }
    state.passage = quote.map(|exact| Passage {
        exact,
        prefix: before.unwrap_or_default(),
        suffix: after.unwrap_or_default(),
    });
    state.query.selections.truncate(MAX_ITEMS);
    dateline_corpus::order::sort(&mut state.query.selections);
    state.query.selections.dedup();
    state
}

/// The first value of `key` in `fragment`, for what is no part of the state, such as how an embed
/// is to be sized; `None` when it is absent or longer than [`MAX_VALUE`].
#[must_use]
pub fn parameter(fragment: &str, key: &str) -> Option<String> {
    pairs(fragment).find(|(name, _)| *name == key).and_then(|(_, value)| value.any(MAX_VALUE))
}

/// A value as it stands in the fragment.
#[derive(Clone, Copy)]
struct Raw<'a>(&'a str);

impl Raw<'_> {
    /// The value, if it is within `bound` bytes.
    fn any(self, bound: usize) -> Option<String> {
        // An encoded byte takes three at most: what is longer than that need not be decoded.
        let value = (self.0.len() <= bound * 3).then(|| percent::decode(self.0))?;
        (value.len() <= bound).then_some(value)
    }

    fn text(self, bound: usize) -> Option<String> {
        self.any(bound).filter(|value| !value.is_empty())
    }

    fn some(self) -> Option<Option<String>> {
        self.text(MAX_VALUE).map(Some)
    }

    fn date(self) -> Option<Date> {
        self.text(MAX_VALUE).and_then(|value| Date::parse(&value))
    }

    fn list(self) -> Option<Vec<String>> {
        let items = self.0.split(',').take(MAX_ITEMS);
        Some(items.filter_map(|item| Raw(item).text(MAX_VALUE)).collect())
    }

    fn compare(self) -> Option<Compare> {
        let (first, second) = self.0.split_once(',')?;
        let id = |raw| Raw(raw).text(MAX_VALUE);
        Some(Compare { first: id(first)?, second: id(second)? })
    }

    fn named<T: Copy>(self, names: &[(T, &str)]) -> Option<T> {
        let value = self.text(MAX_VALUE)?;
        names.iter().find(|(_, name)| *name == value).map(|(item, _)| *item)
    }

    fn language(self) -> Option<String> {
        let code = |c: char| c.is_ascii_alphanumeric() || c == '-';
        self.text(MAX_VALUE).filter(|value| value.len() <= 35 && value.chars().all(code))
    }
}

fn pairs(fragment: &str) -> impl Iterator<Item = (&str, Raw<'_>)> {
    let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
    let read = if fragment.len() <= MAX_FRAGMENT { fragment } else { "" };
    read.split('&').filter_map(|pair| pair.split_once('=')).map(|(key, value)| (key, Raw(value)))
}

/// Puts `value` into `slot` unless an earlier pair has filled it.
fn first<T: Default + PartialEq>(slot: &mut T, value: Option<T>) {
    if let Some(value) = value
        && *slot == T::default()
    {
        *slot = value;
    }
}

fn selection(key: &str, value: Raw<'_>) -> Option<Selection> {
    let (name, exclude) = match key.strip_prefix("not-") {
        Some(name) => (name, true),
        None => (key, false),
    };
    let (facet, _) = FACETS.iter().find(|(_, known)| *known == name)?;
    Some(Selection { facet: *facet, value: value.any(MAX_VALUE)?, exclude })
}

fn name<T: Copy + PartialEq>(names: &[(T, &'static str)], item: T) -> &'static str {
    let found = names.iter().find(|(known, _)| *known == item);
    found.expect("the tables of this module name every variant").1
}

fn push(out: &mut String, key: &str, value: &str) {
    push_list(out, key, std::iter::once(value));
}

fn push_some(out: &mut String, key: &str, value: Option<&str>) {
    if let Some(value) = value {
        push(out, key, value);
    }
}

fn push_named<T: Copy + Default + PartialEq>(
    out: &mut String,
    key: &str,
    names: &[(T, &'static str)],
    item: T,
) {
    if item != T::default() {
        push(out, key, name(names, item));
    }
}

fn push_list<'a>(out: &mut String, key: &str, values: impl Iterator<Item = &'a str>) {
    for (index, value) in values.enumerate() {
        if index > 0 {
            out.push(',');
        } else {
            if !out.is_empty() {
                out.push('&');
            }
            out.push_str(key);
            out.push('=');
        }
        percent::encode(value, out);
    }
}
