//! The texts of the interface. One table, filled once for each language.

mod ar;
mod en;
mod fr;
mod ru;
mod table;

pub(crate) use table::{Plural, Strings};

use crate::browser::{dom, intl, prefs};
use crate::state::App;

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
    /// All of them.
    pub(crate) const ALL: [Self; 4] = [Self::English, Self::French, Self::Arabic, Self::Russian];

    /// The language for links that name none: the one kept, else the best of those the reader prefers.
    pub(crate) fn preferred() -> Self {
        prefs::get("language")
            .as_deref()
            .and_then(Self::of)
            .or_else(|| dom::preferred_languages().iter().find_map(|code| Self::of(code)))
            .unwrap_or_default()
    }

    /// The language of a BCP 47 code.
    pub(crate) fn of(code: &str) -> Option<Self> {
        let primary = code.split('-').next()?;
        Self::ALL.into_iter().find(|language| language.code() == primary)
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

    /// The code by which its dates and numbers are written.
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
        fill(form, &intl::number(self.locale(), n))
    }
}

/// A text of the interface: how it is taken from the table.
pub(crate) type Text = fn(&Strings) -> &'static str;

/// The text that `choose` takes from the table, in the present language: for use inside a view.
pub(crate) fn t(choose: Text) -> impl Fn() -> &'static str + Copy + Send {
    let app = App::get();
    move || choose(app.strings())
}

/// `phrase` with `value` where its first `{}` stands.
pub(crate) fn fill(phrase: &str, value: &str) -> String {
    phrase.replacen("{}", value, 1)
}
