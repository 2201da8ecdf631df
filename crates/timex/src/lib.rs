//! Temporal tagger: finds dates, times, durations and sets in running text and says what each means.
//! Never reads the clock: the reference date is an argument.
//!
//! Three phases: *extract* finds expressions by the words and rules of a language, *normalise* says
//! what their words say, *resolve* reads that against the reference date and the dates spoken of
//! before. Values are those of TIMEX3 (Source: TimeML 1.2.1), dates are also EDTF (Source:
//! ISO 8601-2:2019), which needs no knowledge of TIMEX3.
//!
//! ```
//! use dateline_timex::{Context, Domain, Language, tag};
//!
//! let context = Context {
//!     reference: Some((2015, 4, 5)), // a Sunday
//!     language: Language::English,
//!     domain: Domain::News,
//! };
//! for (text, value, edtf) in [
//!     ("on April 1, 2015", "2015-04-01", Some("2015-04-01")),
//!     ("will start on Monday", "2015-04-06", Some("2015-04-06")),
//!     ("said Monday", "2015-03-30", Some("2015-03-30")),
//!     ("in February", "2015-02", Some("2015-02")),
//!     ("this week", "2015-W14", Some("2015-03-30/2015-04-05")),
//!     ("on March 25-27", "2015-03-25", Some("2015-03-25/2015-03-27")),
//!     ("in the third quarter of 2014", "2014-Q3", Some("2014-07/2014-09")),
//!     ("in the summer of 1994", "1994-SU", Some("1994-06~/1994-08~")),
//!     ("since early 2011", "2011", Some("2011-01~/2011-04~")),
//!     ("in the 1990s", "199", Some("199X")),
//!     ("in 44 BC", "BC0044", Some("-0043")),
//!     ("for about six weeks", "P6W", None),
//!     ("every Friday", "XXXX-WXX-5", None),
//!     ("recently", "PAST_REF", None),
//! ] {
//!     let found = tag(text, &context);
//!     assert_eq!(found[0].value, value);
//!     assert_eq!(found[0].edtf.as_deref(), edtf);
//! }
//! ```
//!
//! What is accepted is the rules: each stands in `src/lang/` with its pattern and an example, and
//! the grammar of patterns is that of `src/rule.rs`. Left out: dates in other calendars, dates that
//! only an event gives ("two days after the vote"), and spoken forms beyond years, hours and numbers.

mod calendar;
mod choose;
mod combine;
mod detect;
mod extract;
mod index;
mod lang;
mod lexicon;
mod list;
mod normalise;
mod number;
mod order;
mod parts;
mod pattern;
mod resolve;
mod rule;
mod shift;
mod symbol;
mod tag;
mod tense;
mod token;
mod types;
mod value;

pub use detect::{detect_domain, detect_language};
pub use tag::tag;
pub use types::{Basis, Context, Domain, Language, Modifier, Timex, TimexType};
