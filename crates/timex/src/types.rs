//! What a caller gives the tagger and gets back.

/// What the text is read against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Context {
    /// The document's own date as (astronomical year, month 1..=12, day 1..=31); `None` when unknown:
    /// then what can be known stays known and nothing is made up.
    pub reference: Option<(i32, u8, u8)>,
    /// Which lexicon and rules to use.
    pub language: Language,
    /// What an incomplete date counts from.
    pub domain: Domain,
}

/// What an incomplete date counts from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Domain {
    /// The document's own date.
    News,
    /// The date last spoken of.
    Narrative,
}

/// A language the tagger has a folder for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it all")]
pub enum Language {
    Arabic,
    English,
    French,
    German,
    Italian,
    Portuguese,
    Russian,
    Spanish,
}

impl Language {
    /// The BCP 47 code, such as `en`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Arabic => "ar",
            Self::English => "en",
            Self::French => "fr",
            Self::German => "de",
            Self::Italian => "it",
            Self::Portuguese => "pt",
            Self::Russian => "ru",
            Self::Spanish => "es",
        }
    }

    /// The language of a BCP 47 tag such as `fr` or `pt-BR`; `None` when there is no folder for it.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let primary = code.split(['-', '_']).next()?.to_ascii_lowercase();
        Some(match primary.as_str() {
            "ar" => Self::Arabic,
            "en" => Self::English,
            "fr" => Self::French,
            "de" => Self::German,
            "it" => Self::Italian,
            "pt" => Self::Portuguese,
            "ru" => Self::Russian,
            "es" => Self::Spanish,
            _ => return None,
        })
    }
}

/// The type of a TIMEX3. Source: TimeML 1.2.1 annotation guidelines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TimexType {
    /// A calendar date of any granularity of a day or more.
    Date,
    /// A time of day.
    Time,
    /// A length of time.
    Duration,
    /// Something that recurs.
    Set,
}

impl TimexType {
    /// The name TIMEX3 gives it: `DATE`, `TIME`, `DURATION`, `SET`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Date => "DATE",
            Self::Time => "TIME",
            Self::Duration => "DURATION",
            Self::Set => "SET",
        }
    }
}

/// The `mod` attribute of a TIMEX3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names are those of TIMEX3")]
pub enum Modifier {
    Before,
    After,
    OnOrBefore,
    OnOrAfter,
    LessThan,
    MoreThan,
    EqualOrLess,
    EqualOrMore,
    Start,
    Mid,
    End,
    Approx,
}

impl Modifier {
    /// The name TIMEX3 gives it, such as `ON_OR_BEFORE`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Before => "BEFORE",
            Self::After => "AFTER",
            Self::OnOrBefore => "ON_OR_BEFORE",
            Self::OnOrAfter => "ON_OR_AFTER",
            Self::LessThan => "LESS_THAN",
            Self::MoreThan => "MORE_THAN",
            Self::EqualOrLess => "EQUAL_OR_LESS",
            Self::EqualOrMore => "EQUAL_OR_MORE",
            Self::Start => "START",
            Self::Mid => "MID",
            Self::End => "END",
            Self::Approx => "APPROX",
        }
    }
}

/// What the value of a timex rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Basis {
    /// The words alone give it: "26 November 2014".
    Explicit,
    /// It was counted from the document's date: "said Monday".
    Reference,
    /// It was counted from another date in the text: "two days later".
    Narrative,
    /// The words leave it open: "recently", "in those years", or no reference was there to count from.
    Vague,
}

/// One temporal expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timex {
    /// Byte offset of the first byte in the UTF-8 text.
    pub start: usize,
    /// Byte offset after the last byte.
    pub end: usize,
    /// Where a range that begins with this expression ends, as a byte offset after its last byte:
    /// "March 25" in "March 25-27". Its [`edtf`](Timex::edtf) has both ends then, and the expression
    /// that closes the range, "27", has none.
    pub range_end: Option<usize>,
    /// DATE, TIME, DURATION or SET.
    pub kind: TimexType,
    /// The TIMEX3 `value`, such as `2014-11-26`, `P3Y`, `PRESENT_REF`, `XXXX-WXX-1`.
    pub value: String,
    /// The TIMEX3 `mod`.
    pub modifier: Option<Modifier>,
    /// The TIMEX3 `quant` of a SET, such as `EVERY`.
    pub quant: Option<&'static str>,
    /// The TIMEX3 `freq` of a SET, such as `2X`.
    pub freq: Option<String>,
    /// The date as an EDTF value that needs no TIMEX knowledge: a week is the interval of its days,
    /// "early 2011" an interval of approximate months, "March 25-27" has both ends (see [`Timex::range_end`]). `None` for what
    /// is no date, and where the calendar year is unknown (see [`Timex::value`], such as `XXXX-03-25`).
    pub edtf: Option<String>,
    /// What the value rests on.
    pub basis: Basis,
    /// The date the value was counted from, as EDTF; `None` when the words alone give it.
    pub reference: Option<String>,
    /// The stable name of the rule that read it, such as `month-day-range`.
    pub rule: &'static str,
}
