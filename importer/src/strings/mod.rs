//! The texts of the importer. One table, filled once for each language of the explorer.

mod ar;
mod en;
mod fr;
mod ru;
mod table;

pub(crate) use table::{Plural, Strings};

use crate::browser::{intl, page};

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Language {
    #[default]
    English,
    French,
    Arabic,
    Russian,
}

impl Language {
    /// The language that the address asks for, else the one that the reader chose in the explorer, else
    /// the best of those the reader prefers.
    pub(crate) fn wanted() -> Self {
        let named = page::asked("lang").as_deref().and_then(Self::of);
        named
            .or_else(|| page::kept_language().as_deref().and_then(Self::of))
            .or_else(|| page::preferred_languages().iter().find_map(|code| Self::of(code)))
            .unwrap_or_default()
    }

    /// The language of a BCP 47 code.
    fn of(code: &str) -> Option<Self> {
        let all = [Self::English, Self::French, Self::Arabic, Self::Russian];
        let primary = code.split('-').next()?;
        all.into_iter().find(|language| language.code() == primary)
    }

    /// Its BCP 47 code.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::French => "fr",
            Self::Arabic => "ar",
            Self::Russian => "ru",
        }
    }

    /// The code by which its numbers are written.
    pub(crate) fn locale(self) -> &'static str {
        match self {
            Self::English => "en-GB",
            Self::Arabic => "ar-u-nu-latn",
            other => other.code(),
        }
    }

    /// `ltr` or `rtl`.
    pub(crate) fn direction(self) -> &'static str {
        if self == Self::Arabic { "rtl" } else { "ltr" }
    }

    /// Its texts.
    pub(crate) fn strings(self) -> &'static Strings {
        match self {
            Self::English => &en::STRINGS,
            Self::French => &fr::STRINGS,
            Self::Arabic => &ar::STRINGS,
            Self::Russian => &ru::STRINGS,
        }
    }

    /// `n` things, in the form of the phrase that the number wants.
    pub(crate) fn count(self, forms: &Plural, n: usize) -> String {
        let form = match intl::plural(self.locale(), n).as_str() {
            "zero" => forms.zero,
            "one" => forms.one,
            "two" => forms.two,
            "few" => forms.few,
            "many" => forms.many,
            _ => forms.other,
        };
        fill(form, &self.number(n))
    }

    /// The number as it is written.
    pub(crate) fn number(self, n: usize) -> String {
        intl::number(self.locale(), n)
    }

    /// The length in bytes as it is written.
    pub(crate) fn bytes(self, n: u64) -> String {
        intl::bytes(self.locale(), n)
    }
}

/// `phrase` with `value` where its first `{}` stands.
pub(crate) fn fill(phrase: &str, value: &str) -> String {
    phrase.replacen("{}", value, 1)
}
