//! Compiles the patterns of rules and matches them on tokens. Knows no language and no calendar.

use crate::lexicon::{Class, Lexicon};
use crate::number;
use crate::parts::{Parts, put};
use crate::symbol::{UNITS, Unit};
use crate::token::{Gap, Kind, Token};

/// A number form a pattern can ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// A year of four digits, 1000..=2199, or in words: "nineteen ninety-six".
    Year,
    /// A year of four digits that other numbers may touch: "26.11.2014".
    FullYear,
    /// A year that needs no word beside it, 1700..=2099.
    LateYear,
    /// Any year of up to four digits.
    AnyYear,
    /// A year of two digits: the `96` of "1995-96".
    ShortYear,
    /// A year divisible by ten, of four or two digits.
    Tens,
    /// A day of a month in digits, with its suffix if it has one.
    Day,
    /// A day of a month in digits or words.
    DayNth,
    /// A month in two digits or one.
    MonthNumber,
    /// An amount in digits or words.
    N,
    /// An ordinal in digits or words.
    Nth,
    /// An ordinal in bare digits: the `20` of "20. Jahrhundert".
    Ordinal,
    /// An hour in digits, 0..=24.
    Hour,
    /// An hour in digits or words, 0..=24.
    AnyHour,
    /// Hour and minute in four digits.
    HourMinute,
    /// Day, hour and minute in six digits.
    DayTime,
    /// A minute of two digits.
    Minute,
    /// A second of two digits.
    Second,
    /// Any number in digits.
    Digits,
    /// The digit of "Q3".
    Small,
    /// Any word with a capital letter.
    Capital,
}

/// The names that patterns have for [`FORMS`], in that order: one text, smaller than many.
const FORM_NAMES: &str = "Year FullYear LateYear AnyYear ShortYear Tens Day DayNth MonthNumber N Nth Ordinary Hour \
    AnyHour HourMinute DayTime Minute Second Digits Small Capital";

const FORMS: [Form; 21] = [
    Form::Year,
    Form::FullYear,
    Form::LateYear,
    Form::AnyYear,
    Form::ShortYear,
    Form::Tens,
    Form::Day,
    Form::DayNth,
    Form::MonthNumber,
    Form::N,
    Form::Nth,
    Form::Ordinal,
    Form::Hour,
    Form::AnyHour,
    Form::HourMinute,
    Form::DayTime,
    Form::Minute,
    Form::Second,
    Form::Digits,
    Form::Small,
    Form::Capital,
];

/// The names that patterns have for [`CLASSES`], in that order.
const CLASS_NAMES: &str = "Month SureMonth Weekday WeekdayShort WeekdayPart Weekdays Unit Units Cardinal Ordinal \
    Season AnySeason SureSeason Part Feast NamedHour Rel RelThen Instant Pos Approx Vague \
    Today Ref Adverb Tense Meridiem Zone Era Fraction Label Counted Person CenturyWord \
    DecadeWord";

pub(crate) const CLASSES: [Class; 35] = [
    Class::Month,
    Class::SureMonth,
    Class::Weekday,
    Class::WeekdayShort,
    Class::WeekdayPart,
    Class::Weekdays,
    Class::Unit,
    Class::Units,
    Class::Cardinal,
    Class::Ordinal,
    Class::Season,
    Class::AnySeason,
    Class::SureSeason,
    Class::Part,
    Class::Feast,
    Class::NamedHour,
    Class::Rel,
    Class::RelThen,
    Class::Instant,
    Class::Pos,
    Class::Approx,
    Class::Vague,
    Class::Today,
    Class::Ref,
    Class::Adverb,
    Class::Tense,
    Class::Meridiem,
    Class::Zone,
    Class::Era,
    Class::Fraction,
    Class::Label,
    Class::Counted,
    Class::Person,
    Class::CenturyWord,
    Class::DecadeWord,
];

/// What an element matches.
#[derive(Clone, Debug)]
pub(crate) enum Want {
    /// One of these words, or one of these marks.
    Words(Vec<u32>, Vec<u32>),
    Class(Class),
    Form(Form),
    Mark(u32),
}

/// One element of a pattern.
#[derive(Clone, Debug)]
pub(crate) struct Element {
    pub(crate) want: Want,
    pub(crate) optional: bool,
    glued: bool,
    /// Whether it parts the two ends of a range.
    parts: bool,
}

/// A pattern ready to match.
#[derive(Clone, Debug)]
pub(crate) struct Pattern {
    before: Vec<(bool, Want)>,
    pub(crate) elements: Vec<Element>,
    after: Vec<(bool, Want)>,
}

impl Pattern {
    /// Compiles `source`, whose grammar [`crate::rule`] states. Words go into the lexicon.
    pub(crate) fn new(source: &str, lexicon: &mut Lexicon) -> Self {
        let mut pattern = Self { before: Vec::new(), elements: Vec::new(), after: Vec::new() };
        for item in source.split(' ').filter(|item| !item.is_empty()) {
            if let Some(rest) = item.strip_prefix('<').filter(|rest| !rest.is_empty()) {
                pattern.before.push(look(rest, lexicon));
            } else if let Some(rest) = item.strip_prefix('>').filter(|rest| !rest.is_empty()) {
                pattern.after.push(look(rest, lexicon));
            } else {
                let (parts, item) =
                    item.strip_prefix('=').map_or((false, item), |rest| (true, rest));
                let (glued, rest) =
                    item.strip_prefix('~').map_or((false, item), |rest| (true, rest));
                let (optional, rest) =
                    rest.strip_suffix('?').map_or((false, rest), |rest| (true, rest));
                pattern.elements.push(Element {
                    want: want(rest, lexicon),
                    optional,
                    glued,
                    parts,
                });
            }
        }
        pattern
    }

    /// The token after the match that begins at `at`, and what was matched.
    pub(crate) fn matches(&self, reader: &Reader<'_>, at: usize) -> Option<(usize, Parts)> {
        for (back, (wanted, want)) in (1..).zip(self.before.iter().rev()) {
            let near = |at: usize| reader.tokens[at].gap < Gap::Paragraph;
            // A paragraph begins as if a full stop stood before it.
            let found = if at >= back && (at - back + 1..=at).all(near) {
                reader.looks(want, at - back)
            } else {
                matches!(want, Want::Words(_, marks) if marks.contains(&u32::from(b'.')))
            };
            if found != *wanted {
                return None;
            }
        }
        let mut parts = Parts::default();
        let mut end = self.walk(reader, 0, at, at, &mut parts)?;
        // A comma that nothing follows is not part of the expression.
        while end > at + 1 && reader.mark(end - 1, b',') {
            end -= 1;
        }
        for (wanted, want) in &self.after {
            let found = reader.tokens.get(end).is_some_and(|next| next.gap < Gap::Paragraph)
                && reader.looks(want, end);
            if found != *wanted {
                return None;
            }
        }
        (end > at).then_some((end, parts))
    }

    /// The token after the elements from `element` on, at `at`. What they matched is in `parts`,
    /// which is worth nothing when they did not match.
    fn walk(
        &self,
        reader: &Reader<'_>,
        element: usize,
        start: usize,
        at: usize,
        parts: &mut Parts,
    ) -> Option<usize> {
        let Some(wanted) = self.elements.get(element) else { return Some(at) };
        // Only an optional element can be taken back, so only there a copy is kept; words and marks
        // leave nothing in the parts.
        let keeps = matches!(wanted.want, Want::Class(_) | Want::Form(_));
        let saved = if wanted.optional && keeps { Some(*parts) } else { None };
        if let Some(token) = reader.tokens.get(at) {
            // A number that begins a line is that of no noun which ends the line above.
            let number = matches!(wanted.want, Want::Form(Form::Digits)) && token.opens;
            let reachable = at == start
                || token.gap == Gap::Glued
                || (!wanted.glued && !number && token.gap == Gap::Space);
            if reachable {
                if wanted.parts {
                    parts.split = Some((at, at + 1));
                }
                if let Some(next) = reader.take(&wanted.want, at, parts)
                    && let Some(found) = self.walk(reader, element + 1, start, next, parts)
                {
                    return Some(found);
                }
            }
        }
        if !wanted.optional {
            return None;
        }
        if let Some(saved) = saved {
            *parts = saved;
        }
        self.walk(reader, element + 1, start, at, parts)
    }
}

/// Tokens with the lexicon that numbered their words.
#[derive(Clone, Copy)]
pub(crate) struct Reader<'a> {
    pub(crate) tokens: &'a [Token],
    pub(crate) lexicon: &'a Lexicon,
}

impl Reader<'_> {
    fn looks(&self, want: &Want, at: usize) -> bool {
        self.take(want, at, &mut Parts::default()).is_some()
    }

    /// The token after what `want` matches at `at`.
    fn take(&self, want: &Want, at: usize, parts: &mut Parts) -> Option<usize> {
        let token = &self.tokens[at];
        match want {
            Want::Words(words, marks) => {
                let list = match token.kind {
                    Kind::Word => words,
                    Kind::Mark => marks,
                    Kind::Number => return None,
                };
                list.contains(&token.value).then_some(at + 1)
            }
            Want::Mark(mark) => {
                (token.kind == Kind::Mark && token.value == *mark).then_some(at + 1)
            }
            Want::Class(class) => {
                let (end, value) = self.class(*class, at)?;
                keep(*class, value, parts)?;
                Some(end)
            }
            Want::Form(form) => number::take(self, *form, at, parts),
        }
    }

    /// The token after the words of `class` at `at`, and their value.
    pub(crate) fn class(&self, class: Class, at: usize) -> Option<(usize, i32)> {
        let token = self.tokens.get(at)?;
        if token.kind != Kind::Word || !self.lexicon.is(token.value, class) {
            return None;
        }
        for sense in self.lexicon.senses(token.value) {
            if sense.class != class || (sense.capital && !token.capital) {
                continue;
            }
            let mut end = at + 1;
            let whole = sense.rest.iter().all(|word| {
                // Hyphens, apostrophes and full stops join the words of a phrase as spaces do.
                while self.mark(end, b'-') || self.mark(end, b'\'') || self.mark(end, b'.') {
                    end += 1;
                }
                let found = self.tokens.get(end).is_some_and(|next| {
                    next.kind == Kind::Word && next.value == *word && next.gap < Gap::Paragraph
                });
                end += 1;
                found
            });
            if !whole {
                continue;
            }
            end += usize::from(sense.mark.is_some_and(|mark| self.mark(end, mark)));
            return Some((end, sense.value));
        }
        None
    }

    /// Whether the token at `at` is this mark, with no white space before it.
    pub(crate) fn mark(&self, at: usize, mark: u8) -> bool {
        self.tokens.get(at).is_some_and(|token| {
            token.kind == Kind::Mark && token.value == u32::from(mark) && token.gap == Gap::Glued
        })
    }
}

fn look(source: &str, lexicon: &mut Lexicon) -> (bool, Want) {
    match source.strip_prefix('!') {
        Some(rest) if !rest.is_empty() => (false, want(rest, lexicon)),
        _ => (true, want(source, lexicon)),
    }
}

fn want(source: &str, lexicon: &mut Lexicon) -> Want {
    let place = |names: &str| names.split(' ').position(|name| name == source);
    if let Some(form) = place(FORM_NAMES).and_then(|at| FORMS.get(at)) {
        return Want::Form(*form);
    }
    if let Some(class) = place(CLASS_NAMES).and_then(|at| CLASSES.get(at)) {
        return Want::Class(*class);
    }
    if source.len() == 1 && source.as_bytes()[0].is_ascii_punctuation() {
        return Want::Mark(u32::from(source.as_bytes()[0]));
    }
    let (mut words, mut marks) = (Vec::new(), Vec::new());
    for item in source.split('|') {
        match item.as_bytes() {
            [mark] if mark.is_ascii_punctuation() => marks.push(u32::from(*mark)),
            _ => words.push(lexicon.intern(item)),
        }
    }
    Want::Words(words, marks)
}

/// Puts the value of a class where [`Parts`] keeps it. `None` when the value has no place there.
fn keep(class: Class, value: i32, parts: &mut Parts) -> Option<()> {
    let byte = || u8::try_from(value).ok();
    let signed = || i8::try_from(value).ok();
    match class {
        Class::Month | Class::SureMonth => put(&mut parts.month, byte()?),
        Class::Weekday | Class::WeekdayShort | Class::Weekdays => put(&mut parts.weekday, byte()?),
        Class::WeekdayPart => {
            put(&mut parts.weekday, byte()? / 10);
            parts.part = Some(byte()? % 10);
        }
        Class::Unit | Class::Units => {
            parts.plural |= class == Class::Units;
            put(&mut parts.unit, *UNITS.get(usize::try_from(value).ok()?)?);
        }
        Class::Season | Class::AnySeason | Class::SureSeason => parts.season = Some(byte()?),
        Class::Part | Class::NamedHour => parts.part = Some(byte()?),
        Class::Feast => parts.feast = Some(value),
        Class::Rel => parts.rel = Some(signed()?),
        Class::Instant => {
            parts.rel = Some(signed()?);
            put(&mut parts.unit, Unit::Month);
        }
        Class::RelThen => parts.rel_then = Some(signed()?),
        Class::Pos => parts.position = Some(byte()?),
        Class::Approx => parts.approx = Some(byte()?),
        Class::Vague => put(&mut parts.amount, crate::symbol::Amount::Open),
        Class::Today => parts.today = Some(signed()?),
        Class::Ref => parts.reference = Some(signed()?),
        Class::Adverb => parts.adverb = Some(*UNITS.get(usize::try_from(value).ok()?)?),
        Class::Meridiem => parts.meridiem = Some(byte()?),
        Class::Zone => parts.zone = i16::try_from(value).ok().filter(|east| *east < 9999),
        Class::Era => parts.era = Some(signed()?),
        Class::Fraction => parts.add_thousandths(u64::try_from(value).ok()?),
        Class::DecadeWord => parts.decade = Some(value),
        Class::CenturyWord => parts.century = Some(value),
        Class::Cardinal
        | Class::Ordinal
        | Class::Tense
        | Class::Suffix
        | Class::YearWord
        | Class::Of
        | Class::Report
        | Class::At
        | Class::And
        | Class::Aside
        | Class::Label
        | Class::Counted
        | Class::Person => {}
    }
    Some(())
}
