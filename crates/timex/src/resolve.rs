//! Resolves symbolic values against the reference date and the dates spoken of before. Never reads
//! the clock.

use crate::calendar::Day;
use crate::choose::{Step, Tense, day_in_month, day_of_month, narrative_year, pick_year, weekday};
use crate::shift::{counted, shift, within, within_year};
use crate::symbol::{Amount, Anchor, Base, Clock, Fine, Point, Symbol, Unit};
use crate::types::{Basis, Context, Domain, Modifier, TimexType};
use crate::value::{Date, joined, timex_clock, timex_duration, uncertain};

/// What a symbolic value means in its place.
#[derive(Clone, Debug)]
pub(crate) struct Resolved {
    pub(crate) kind: TimexType,
    pub(crate) value: String,
    pub(crate) edtf: Option<String>,
    pub(crate) basis: Basis,
    pub(crate) reference: Option<String>,
    pub(crate) quant: Option<&'static str>,
    pub(crate) freq: Option<String>,
}

impl Resolved {
    fn new(kind: TimexType, value: String, basis: Basis) -> Self {
        Self { kind, value, edtf: None, basis, reference: None, quant: None, freq: None }
    }

    /// A date that is before, about or after now, and no more.
    fn vague(value: &str) -> Self {
        Self::new(TimexType::Date, value.to_owned(), Basis::Vague)
    }
}

/// What has been read so far.
#[derive(Clone, Copy, Debug)]
pub(crate) struct State {
    reference: Option<Day>,
    domain: Domain,
    /// The date last spoken of, which incomplete dates count from.
    then: Option<Date>,
    /// The quarter last spoken of, and how many dates ago.
    quarter: Option<(i32, u8, u8)>,
    /// A date far from the one before, which has yet to be confirmed by a second near it.
    aside: Option<i32>,
    /// The last dates spoken of, asides too, the newest first, each with its sentence.
    recent: [Option<(Date, u32)>; RECENT],
    /// The number of the sentence being read.
    sentence: u32,
    /// The date that opened a sentence, with its year, and that sentence.
    opening: Option<(Day, u32)>,
    /// How the expression being read stands in its sentence.
    step: Step,
    /// The sentence of the last date that is told itself.
    told_in: Option<u32>,
}

/// How many dates back "the next day" may count from in news, and how many sentences.
const RECENT: usize = 4;
const SENTENCES: u32 = 5;

/// How many dates on a report of earnings still speaks of its quarter.
const QUARTER_LASTS: u8 = 8;

/// How many years a narrative may go back or on in one step before the date counts as an aside.
const STEP_BACK: i32 = 10;
const STEP_ON: i32 = 40;

impl State {
    /// Nothing read yet.
    pub(crate) fn new(context: &Context) -> Self {
        let reference = context.reference.and_then(|(y, m, d)| Day::new(y, m, d));
        Self {
            reference,
            domain: context.domain,
            then: None,
            quarter: None,
            aside: None,
            recent: [None; RECENT],
            sentence: 0,
            opening: None,
            step: Step::default(),
            told_in: None,
        }
    }

    /// What follows stands in the sentence of this number.
    pub(crate) fn enter(&mut self, sentence: u32, step: Step) {
        (self.sentence, self.step) = (sentence, step);
    }

    /// What `symbol` means here; remembers the date it speaks of.
    pub(crate) fn resolve(
        &mut self,
        symbol: Symbol,
        modifier: Option<Modifier>,
        tense: Tense,
    ) -> Option<Resolved> {
        let plain = |kind, value| Resolved::new(kind, value, Basis::Explicit);
        Some(match symbol {
            Symbol::Prefix => return None,
            Symbol::Ref(value) => Resolved::vague(value),
            Symbol::Duration(amount, unit) => {
                let basis = if amount == Amount::Open { Basis::Vague } else { Basis::Explicit };
                Resolved::new(TimexType::Duration, timex_duration(amount, unit), basis)
            }
            Symbol::Sum([(amount, unit), (amount2, unit2)]) => {
                let (first, second) =
                    (timex_duration(amount, unit), timex_duration(amount2, unit2));
                let tail = second.trim_start_matches('P');
                let tail = if first.contains('T') { tail.trim_start_matches('T') } else { tail };
                plain(TimexType::Duration, first + tail)
            }
            Symbol::Every(amount, unit, times) => Resolved {
                quant: Some("EVERY"),
                freq: times.map(|times| times.to_string() + "X"),
                ..plain(TimexType::Set, timex_duration(amount, unit))
            },
            Symbol::EveryPoint(point) => {
                Resolved { quant: Some("EVERY"), ..plain(TimexType::Set, recurring(point)?) }
            }
            Symbol::Point(point) => self.point(point, modifier, tense)?,
            // A range is two expressions; see [`State::range`].
            Symbol::Range(..) => return None,
        })
    }

    /// Both ends of a range. The first has the interval, the second none.
    pub(crate) fn range(
        &mut self,
        first: Point,
        second: Point,
        modifier: Option<Modifier>,
        tense: Tense,
    ) -> Option<(Resolved, Resolved)> {
        // "Between January 12 and January 16, 1936": the year of the second is that of the first.
        let first = match (first.base, second.base) {
            (Base::Open, Base::Year(_)) => Point { base: second.base, ..first },
            _ => first,
        };
        let (opens, basis, reference) = self.place(first, tense)?;
        // "From November to February" is one winter: where nothing was told before, its end is dated
        // as a date alone would be.
        let month = |point: Point| match point.fine {
            Fine::Month(month) => Some((month, 0)),
            Fine::MonthDay(month, day) => Some((month, day)),
            _ => None,
        };
        let (from, to) = (month(first), month(second));
        let open = first.base == Base::Open && second.base == Base::Open;
        let wraps = i32::from(from > to);
        let year = match opens.first().filter(|_| open && from.is_some() && to.is_some()) {
            Some(_) if basis == Basis::Reference => {
                let (closes, ..) = self.place(second, tense)?;
                closes.first().map(|day| day.year - wraps)
            }
            told => told.map(|day| day.year),
        };
        // The 29th of February is not in every year.
        let real = |year: &i32| {
            within_year(*year, first.fine).and(within_year(year + wraps, second.fine)).is_some()
        };
        let year = year.filter(real);
        let (first, second) = match year {
            Some(year) => (
                Point { base: Base::Year(year), ..first },
                Point { base: Base::Year(year + wraps), ..second },
            ),
            None => (first, second),
        };
        let (opens, ..) = self.place(first, tense)?;
        let before = self.then;
        // "July 13 to 17 of last year": counted once.
        let second = match (second.base, opens.first()) {
            (Base::Shift(Unit::Year, ..), Some(day)) => {
                Point { base: Base::Year(day.year), ..second }
            }
            _ => second,
        };
        let mut head = self.point(first, modifier, tense)?;
        if year.is_some() {
            (head.basis, head.reference) = (basis, reference.and_then(|date| date.edtf(None)));
        }
        // The second counts from the first, or from as little as the first.
        let domain = if head.edtf.is_some() { Domain::Narrative } else { self.domain };
        self.then = opens.first().map(|_| opens).or(self.then);
        // "Monday to Friday" goes on, whatever the tense.
        let tense = if second.base == Base::Open && matches!(second.fine, Fine::Weekday(_)) {
            Tense::Future
        } else {
            tense
        };
        let domain = std::mem::replace(&mut self.domain, domain);
        let placed = self.place(second, tense);
        let tail = self.point(second, modifier, tense);
        self.domain = domain;
        let ((closes, ..), mut tail) = placed.zip(tail)?;
        if self.is_aside() {
            self.then = before;
        }
        let days = opens.first().zip(closes.first());
        if let (Some(from), Some(to), Some((a, b))) = (&head.edtf, &tail.edtf, days)
            && a < b
            && !from.contains('/')
            && !to.contains('/')
        {
            head.edtf = Some(joined(&[from, "/", to]));
            tail.edtf = None;
        }
        (tail.basis, tail.reference) = (head.basis, head.reference.clone());
        Some((head, tail))
    }

    fn point(
        &mut self,
        point: Point,
        modifier: Option<Modifier>,
        tense: Tense,
    ) -> Option<Resolved> {
        if let (Base::Open, Fine::Nth(unit, _)) = (point.base, point.fine) {
            return self.resolve(Symbol::Duration(Amount::whole(1), unit), modifier, tense);
        }
        if let Base::Vague(_, sign) = point.base {
            return Some(Resolved::vague(if sign < 0 { "PAST_REF" } else { "FUTURE_REF" }));
        }
        let (date, basis, reference) = match self.place(point, tense) {
            Some(placed) => placed,
            None => return Self::nowhere(point, tense),
        };
        let dated = matches!(point.base, Base::Year(_) | Base::Shift(Unit::Year, ..));
        if let Some(day) = date.first().filter(|_| self.step.opens && dated) {
            self.opening = Some((day, self.sentence));
        }
        self.remember(date, point.then);
        let kind = if point.clock.is_some() { TimexType::Time } else { TimexType::Date };
        let value = match point.clock {
            Some(clock) => date.timex() + &timex_clock(clock),
            None => date.timex(),
        };
        let mut edtf = date.edtf(modifier.filter(|_| kind == TimexType::Date));
        if basis == Basis::Vague {
            edtf = edtf.map(|edtf| uncertain(&edtf));
        }
        let basis = if edtf.is_none() { Basis::Vague } else { basis };
        let reference = reference.and_then(|date| date.edtf(None));
        Some(Resolved { edtf, reference, ..Resolved::new(kind, value, basis) })
    }

    /// Keeps the date as what incomplete ones count from, unless it is an aside: "as in 1812".
    fn remember(&mut self, date: Date, year_before: bool) {
        let Some(first) = date.first() else { return };
        // What is said beside what is told moves no story.
        if self.is_aside() {
            return;
        }
        if !self.step.aside {
            self.told_in = Some(self.sentence);
        }
        self.recent.rotate_right(1);
        self.recent[0] = Some((date, self.sentence));
        self.quarter = match (date, self.quarter) {
            (Date::Quarter(Some(year), quarter), _) if !year_before => Some((year, quarter, 0)),
            (_, Some((year, quarter, age))) if age < QUARTER_LASTS => {
                Some((year, quarter, age + 1))
            }
            _ => None,
        };
        let far = self.then.and_then(Date::first).is_some_and(|then| {
            let step = first.year - then.year;
            !(-STEP_BACK..=STEP_ON).contains(&step)
        });
        let confirmed = self.aside.is_some_and(|year| (first.year - year).abs() <= STEP_BACK);
        if far && !confirmed {
            self.aside = Some(first.year);
        } else {
            self.then = Some(date);
            self.aside = None;
        }
    }

    /// Whether the expression stands beside a date of its sentence that is told.
    fn is_aside(&self) -> bool {
        self.step.aside && self.told_in == Some(self.sentence)
    }

    /// A date that nothing is there to count from. `None` when the calendar has no such date.
    fn nowhere(point: Point, tense: Tense) -> Option<Resolved> {
        let Base::Shift(_, n, anchor) = point.base else { return None };
        Some(match point.clock {
            Some(clock) => {
                let value = Date::Unknown.timex() + &timex_clock(clock);
                Resolved::new(TimexType::Time, value, Basis::Vague)
            }
            None if n == 0 => Resolved::vague("PRESENT_REF"),
            // "Six minutes later, it fell": later than what is told, and past all the same.
            None if n < 0 || anchor == Anchor::Then && tense == Tense::Past => {
                Resolved::vague("PAST_REF")
            }
            None => Resolved::vague("FUTURE_REF"),
        })
    }

    /// Where a point lies, what that rests on and the date it was counted from.
    fn place(&self, point: Point, tense: Tense) -> Option<(Date, Basis, Option<Date>)> {
        let explicit = |date| Some((date, Basis::Explicit, None));
        match point.base {
            Base::Year(year) => explicit(within_year(year, point.fine)?),
            Base::Decade(decade) => explicit(Date::Decade(decade)),
            Base::Century(century) => explicit(Date::Century(century)),
            Base::Vague(..) => None,
            Base::Shift(unit, n, anchor) => {
                // "By the end of the month" in the past is the month last spoken of.
                let told = point.then && n == 0 && tense == Tense::Past;
                let anchor = if told { self.told(unit) } else { None }
                    .or_else(|| self.anchor(anchor, unit, n, tense));
                let (from, basis) = anchor?;
                if let Fine::Counted(weekday) = point.fine {
                    let day = counted(from.first()?, unit, n, weekday)?;
                    return Some((Date::Day(day), basis, Some(from)));
                }
                // In a report on a quarter, "a year earlier" is that quarter a year earlier.
                let date = match (self.quarter, unit, point.fine) {
                    (Some((year, quarter, _)), Unit::Year, Fine::None)
                        if point.then && n == -1 && basis == Basis::Reference =>
                    {
                        Date::Quarter(Some(year + n), quarter)
                    }
                    _ => shift(from, unit, n)?,
                };
                let date = within(date, point.fine)?;
                Some((date, basis, Some(from)))
            }
            Base::Open => self.open(point, tense),
        }
    }

    /// What a date `n` units on counts from.
    fn anchor(&self, anchor: Anchor, unit: Unit, n: i32, tense: Tense) -> Option<(Date, Basis)> {
        let speech = self.reference.map(|day| (Date::Day(day), Basis::Reference));
        let then =
            self.then.filter(|date| fine_enough(*date, unit)).map(|date| (date, Basis::Narrative));
        match (anchor, self.domain) {
            (Anchor::Speech, Domain::News) => speech,
            (Anchor::Then, Domain::News) if self.reference.is_some() => {
                let reach = if unit <= Unit::Day { SENTENCES } else { u32::MAX };
                let spoken = self.spoken(tense, reach, &|date| {
                    fine_enough(date, unit).then(|| shift(date, unit, n)).flatten()
                });
                // "The next day" of no day named is not the one after the document's.
                let past = matches!(tense, Tense::Past | Tense::Since);
                let first = self.recent[0].is_none() && !(past && n > 0);
                let coarse = unit > Unit::Day && (n < 0 || tense == Tense::Future);
                let speech = speech.filter(|_| first || coarse);
                spoken.map(|date| (date, Basis::Narrative)).or(speech)
            }
            (Anchor::Speech, Domain::Narrative) | (Anchor::Then, _) => then.or(speech),
        }
    }

    /// The date last spoken of just before, in news.
    fn told(&self, unit: Unit) -> Option<(Date, Basis)> {
        self.reference.filter(|_| self.domain == Domain::News)?;
        let date = self.spoken(Tense::Past, 2, &|date| fine_enough(date, unit).then_some(date))?;
        Some((date, Basis::Narrative))
    }

    /// The date last spoken of, at most so many sentences before, from which `count` gives a date. In
    /// the past tense it is none after the document's own, but for one in the same sentence.
    fn spoken(
        &self,
        tense: Tense,
        reach: u32,
        count: &dyn Fn(Date) -> Option<Date>,
    ) -> Option<Date> {
        let past = matches!(tense, Tense::Past | Tense::Since);
        let is_late = |date: Date| date.first() > self.reference;
        let found = self.recent.iter().flatten().find(|(date, sentence)| {
            let away = self.sentence - sentence;
            let fits = |counted| !past || !is_late(counted) || away == 0 && is_late(*date);
            away <= reach && count(*date).is_some_and(fits)
        });
        found.map(|(date, _)| *date)
    }

    /// The date that opened the sentence, where its year is that of the part of a year: "in 2019 ...
    /// on February 6".
    fn framed(&self, fine: Fine, tense: Tense) -> Option<Day> {
        let (day, sentence) = self.opening?;
        let part = matches!(fine, Fine::Month(_) | Fine::MonthDay(..) | Fine::Season(_));
        let told = matches!(tense, Tense::Past | Tense::Unknown) && sentence == self.sentence;
        let (year, _) = narrative_year(day, fine, self.step, self.reference);
        let first = within_year(year, fine)?.first();
        (part && told && first <= self.reference).then_some(day)
    }

    /// A date whose coarse end the words leave to the context.
    fn open(&self, point: Point, tense: Tense) -> Option<(Date, Basis, Option<Date>)> {
        let unknown = |date| Some((date, Basis::Vague, None));
        // A time of day is of the day last spoken of, in news too.
        let hour = point.fine == Fine::None;
        let day = matches!(self.then, Some(Date::Day(_)));
        let narrative = if hour { day } else { self.domain == Domain::Narrative || point.then };
        let news = self.domain == Domain::News && self.reference.is_some();
        // "They left on 3 May. On the 5th": of the month spoken of.
        let numbered = matches!(point.fine, Fine::DayOfMonth(_));
        let spoken = if news && (hour || numbered) {
            let reach = if hour { u32::MAX } else { SENTENCES };
            self.spoken(tense, reach, &|date| {
                let month = numbered && matches!(date, Date::Month(..));
                (month || matches!(date, Date::Day(_))).then_some(date)
            })
        } else {
            self.then.filter(|_| narrative)
        };
        let then = spoken.and_then(|date| match date {
            // "In 1943 … the following spring" is after that year.
            Date::Year(year) if point.rel == Some(1) => Day::new(year, 12, 31),
            date => date.first(),
        });
        let anchored = hour || point.then || point.rel.is_some();
        let plain = news && !hour && !anchored;
        let then = then.or_else(|| self.framed(point.fine, tense).filter(|_| plain));
        // "It said on Thursday that the road would open on Monday": the one after that Thursday.
        let said = plain && then.is_none() && tense == Tense::FutureInPast;
        let told = if said {
            let day = self.spoken(tense, 0, &|date| matches!(date, Date::Day(_)).then_some(date));
            day.and_then(Date::first).filter(|day| Some(*day) < self.reference)
        } else {
            None
        };
        let (then, tense) = told.map_or((then, tense), |day| (Some(day), Tense::Future));
        let (from, mut basis) = match (then, self.reference) {
            (Some(then), _) => (then, Basis::Narrative),
            // A narrative tells of another time than that of its writing.
            (None, Some(reference)) if !narrative || anchored => (reference, Basis::Reference),
            (None, _) => {
                return match point.fine {
                    Fine::None if point.clock.is_some() => unknown(Date::Unknown),
                    Fine::Month(m) => unknown(Date::Month(None, m)),
                    Fine::MonthDay(m, d) => {
                        Day::new(2000, m, d)?;
                        unknown(Date::MonthDay(m, d))
                    }
                    Fine::DayOfMonth(d) => unknown(Date::DayOfMonth(d)),
                    Fine::Weekday(n) | Fine::NthWeekday(_, n) => unknown(Date::Weekday(n)),
                    Fine::Season(n) => unknown(Date::Season(None, n)),
                    Fine::Quarter(n) => unknown(Date::Quarter(None, n)),
                    Fine::Half(n) => unknown(Date::Half(None, n)),
                    Fine::Feast(_)
                    | Fine::Counted(_)
                    | Fine::Weekend
                    | Fine::Nth(..)
                    | Fine::NthOfMonth(..)
                    | Fine::UnitOf(..)
                    | Fine::Numbers(..)
                    | Fine::None => unknown(Date::Unknown),
                };
            }
        };
        let date = match point.fine {
            Fine::None => {
                point.clock?;
                Date::Day(from)
            }
            Fine::Weekday(n) | Fine::NthWeekday(_, n) => {
                Date::Day(weekday(from, n, point.rel, tense))
            }
            Fine::Weekend => {
                // On a Monday or Tuesday "this weekend" is the one just over.
                let over = tense == Tense::Unknown && from.weekday() <= 2;
                let tense = if over { Tense::Past } else { tense };
                let saturday = weekday(from, 6, point.rel, tense);
                let (year, week) = saturday.iso_week();
                Date::Weekend(year, week)
            }
            // A story goes on: "the 5th" after the 28th is of the next month.
            Fine::DayOfMonth(d) if basis == Basis::Narrative && point.weekday.is_none() => {
                let ahead = matches!(tense, Tense::Future | Tense::FutureInPast) && d < from.day;
                let on = i32::from(ahead || d + 14 < from.day);
                let late = |day: &Day| tense == Tense::Past && Some(*day) > self.reference;
                let date = day_in_month(from, on, d)?;
                Date::Day(if news && late(&date) { day_in_month(from, on - 1, d)? } else { date })
            }
            Fine::DayOfMonth(d) => day_of_month(from, d, tense, point.weekday)?,
            Fine::Nth(..) | Fine::Counted(_) | Fine::Numbers(..) => return None,
            fine => {
                let story = basis == Basis::Narrative && !point.then && point.rel != Some(1);
                let year = if story && told.is_none() {
                    let (year, sure) = narrative_year(from, fine, self.step, self.reference);
                    if !sure {
                        basis = Basis::Vague;
                    }
                    Some(year)
                } else {
                    pick_year(from, fine, point.rel, tense, point.weekday)
                }?;
                within_year(year, fine)?
            }
        };
        Some((date, basis, Some(Date::Day(from))))
    }
}

/// Whether a date says enough to count such units from it.
fn fine_enough(date: Date, unit: Unit) -> bool {
    match unit {
        Unit::Year | Unit::Decade | Unit::Century | Unit::Millennium => true,
        Unit::Month | Unit::Quarter | Unit::Season | Unit::Half => {
            matches!(date, Date::Month(..) | Date::Day(_) | Date::Quarter(..) | Date::Week(..))
        }
        _ => matches!(date, Date::Day(_) | Date::Week(..)),
    }
}

/// The TIMEX3 value of what recurs.
fn recurring(point: Point) -> Option<String> {
    let date = match point.fine {
        Fine::Weekday(n) => Date::Weekday(n),
        Fine::MonthDay(m, d) => Date::MonthDay(m, d),
        Fine::Month(m) => Date::Month(None, m),
        Fine::Season(n) => Date::Season(None, n),
        Fine::Quarter(n) => Date::Quarter(None, n),
        Fine::Weekend => return Some("XXXX-WXX-WE".to_owned()),
        Fine::None => Date::Unknown,
        _ => return None,
    };
    Some(match point.clock {
        Some(Clock::Part(_) | Clock::At { .. }) => date.timex() + &timex_clock(point.clock?),
        None => date.timex(),
    })
}
