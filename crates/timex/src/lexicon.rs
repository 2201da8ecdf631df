//! The words of one language with what each can mean. Holds no rules.

use crate::token::hash_word;

/// What a word can mean. The value that goes with it is stated at each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Class {
    /// A month, 1..=12.
    Month,
    /// A month whose name has no other common sense, 1..=12.
    SureMonth,
    /// An ISO weekday, 1..=7.
    Weekday,
    /// A weekday cut short, which means other things too, 1..=7.
    WeekdayShort,
    /// A weekday and a part of the day in one word, as ten times the weekday and the part.
    WeekdayPart,
    /// A weekday in the plural, or one that means recurrence, 1..=7.
    Weekdays,
    /// A [`crate::symbol::Unit`] as a number.
    Unit,
    /// A unit of time in the plural.
    Units,
    /// A cardinal number; below 0 a power of ten: -6 a million.
    Cardinal,
    /// An ordinal number.
    Ordinal,
    /// The hundreds of a year in words: "nineteen".
    YearWord,
    /// A season: 0 spring to 3 winter.
    Season,
    /// A season in a place where it can be nothing else, 0 to 3.
    AnySeason,
    /// A season whose name has no other common sense, 0 to 3.
    SureSeason,
    /// A part of the day, as an index into [`crate::symbol::PARTS`].
    Part,
    /// A part of the day that is an hour, as an index into [`crate::symbol::PARTS`].
    NamedHour,
    /// A feast, as `month * 100 + day` or one of the movable ones above 10 000.
    Feast,
    /// -1 last, 0 this, 1 next: counted from the time of writing.
    Rel,
    /// -1 previous, 0 same, 1 following: counted from the time spoken of.
    RelThen,
    /// A month counted from that of writing, after the day in it: 0 "instant", -1 "ultimo", 1 "proximo".
    Instant,
    /// A modifier of a date: an index into [`crate::symbol::MODIFIERS`].
    Pos,
    /// A modifier of an amount: an index into [`crate::symbol::MODIFIERS`].
    Approx,
    /// An amount left open: "several".
    Vague,
    /// A day counted from today: -1 yesterday.
    Today,
    /// PRESENT_REF 0, PAST_REF -1, FUTURE_REF 1.
    Ref,
    /// How often: a [`crate::symbol::Unit`] as a number.
    Adverb,
    /// -1 the sentence speaks of the past, -2 so does the perfect, -3 the expression is the beginning
    /// of something, -4 the past also of what follows "until" and "by", -5 the past but for the day it
    /// puts something off "to"; 1 of the future; 2 of the future unless a past other than the perfect
    /// stands before it; 3 of the future when the expression follows at once; 4 the verb that follows says
    /// nothing by its form; 5 nothing, though a word of it alone would; 6 of the future as it was seen
    /// in the past.
    Tense,
    /// "am" 0, "pm" 12.
    Meridiem,
    /// A zone, in minutes east of Greenwich.
    Zone,
    /// 0 after the common era began, -1 before.
    Era,
    /// What joins a part to its whole: "of".
    Of,
    /// What speaks of something beside what is told: 0 "who", "according to"; 1 a participle that has
    /// its date right behind it, "built".
    Aside,
    /// What joins a date and a time: "at", "on".
    At,
    /// What follows the digits of an ordinal: "th".
    Suffix,
    /// A part of one, in thousandths: "half".
    Fraction,
    /// What joins the parts of a number and the members of a list: 0 "and", 1 "or"; 2 what announces
    /// the two ends of a range, "between".
    And,
    /// A word after which a number is no date: "page", "Article".
    Label,
    /// A word before which a number is no year: "people", "metres".
    Counted,
    /// Somebody who has an age: "woman", "suspect".
    Person,
    /// A verb of quoting: a sign of news.
    Report,
    /// A century by name: its first year divided by a hundred.
    CenturyWord,
    /// A decade by name, within its century: "nineties" 9.
    DecadeWord,
}

/// The words of a language. One text, which is smaller than many.
pub(crate) struct Words {
    /// A line for each of `heads`: the words, apart by spaces; after a `/` the value is one more.
    /// `_` joins the words of a phrase; a leading `^` asks for a capital letter; a leading `-` means
    /// every longer word with that ending, and serves [`Class::Tense`] alone; a trailing `.` or `'`
    /// takes that mark along.
    pub(crate) text: &'static str,
    /// The class of a line and the value of its first word.
    pub(crate) heads: &'static [(Class, i16)],
}

/// Lines of a lexicon: class, value of the first word, words.
macro_rules! words {
    ($(($class:expr, $first:literal, $words:literal)),* $(,)?) => {
        crate::lexicon::Words {
            text: concat!($($words, "\n"),*),
            heads: &[$(($class, $first)),*],
        }
    };
}
pub(crate) use words;

/// One meaning of a word.
#[derive(Clone, Debug)]
pub(crate) struct Sense {
    pub(crate) class: Class,
    pub(crate) value: i32,
    /// The numbers of the words that must follow.
    pub(crate) rest: Vec<u32>,
    /// Whether it must begin with a capital letter.
    pub(crate) capital: bool,
    /// The mark that belongs to it where it follows: a full stop or an apostrophe.
    pub(crate) mark: Option<u8>,
}

/// A table from words to senses. Words have numbers from 1.
#[derive(Debug)]
pub(crate) struct Lexicon {
    /// The upper half of a hash and the word's number; the lower half says where.
    slots: Vec<(u32, u32)>,
    senses: Vec<Vec<Sense>>,
    masks: Vec<u64>,
    /// Endings of verbs with the tense they show.
    endings: Vec<(&'static str, i32)>,
}

impl Lexicon {
    /// The table of `words`.
    pub(crate) fn new(words: &Words) -> Self {
        let mut lexicon = Self {
            slots: vec![(0, 0); 1 << 12],
            senses: vec![Vec::new()],
            masks: vec![0],
            endings: Vec::new(),
        };
        for (&(class, first), words) in words.heads.iter().zip(words.text.lines()) {
            let mut value = match (class, first) {
                (Class::Cardinal, ..0) => 10_i32.pow(u32::from(first.unsigned_abs())),
                _ => i32::from(first),
            };
            for word in words.split_whitespace() {
                match (word, word.strip_prefix('-')) {
                    ("/", _) => value += 1,
                    (_, Some(ending)) => lexicon.endings.push((ending, value)),
                    (_, None) => lexicon.add(class, value, word),
                }
            }
        }
        lexicon
    }

    fn add(&mut self, class: Class, value: i32, word: &str) {
        let (capital, word) = word.strip_prefix('^').map_or((false, word), |rest| (true, rest));
        let bare = word.strip_suffix(['.', '\'']);
        let mark = bare.and(word.as_bytes().last().copied());
        let word = bare.unwrap_or(word);
        let mut numbers =
            word.split(['_', '.', '\'']).map(|part| self.intern(part)).collect::<Vec<_>>();
        let first = numbers.remove(0) as usize;
        self.masks[first] |= 1 << class as u64;
        let sense = Sense { class, value, rest: numbers, capital, mark };
        let senses = &mut self.senses[first];
        // Longer phrases stand first, so that the longest reading is tried first.
        let at = senses.iter().take_while(|other| other.rest.len() >= sense.rest.len()).count();
        senses.insert(at, sense);
    }

    /// The number of `word`, given one if it had none.
    pub(crate) fn intern(&mut self, word: &str) -> u32 {
        let hash = hash_word(word);
        let found = self.find(hash);
        if found > 0 {
            return found;
        }
        let number = u32::try_from(self.senses.len()).unwrap_or(0);
        self.senses.push(Vec::new());
        self.masks.push(0);
        let mut slot = self.slot(hash);
        while self.slots[slot].1 != 0 {
            slot = (slot + 1) & (self.slots.len() - 1);
        }
        self.slots[slot] = (upper(hash), number);
        number
    }

    /// The number of the word with this hash, 0 for none.
    pub(crate) fn find(&self, hash: u64) -> u32 {
        let mut slot = self.slot(hash);
        loop {
            let (found, number) = self.slots[slot];
            if number == 0 || found == upper(hash) {
                return number;
            }
            slot = (slot + 1) & (self.slots.len() - 1);
        }
    }

    fn slot(&self, hash: u64) -> usize {
        let bits = self.slots.len() as u64 - 1;
        usize::try_from(hash & bits).unwrap_or(0)
    }

    /// How many numbers are given, counting 0.
    pub(crate) fn len(&self) -> usize {
        self.senses.len()
    }

    /// What word `number` can mean.
    pub(crate) fn senses(&self, number: u32) -> &[Sense] {
        self.senses.get(number as usize).map_or(&[], Vec::as_slice)
    }

    /// Whether word `number` can begin something of `class`.
    pub(crate) fn is(&self, number: u32, class: Class) -> bool {
        self.masks.get(number as usize).is_some_and(|mask| mask >> class as u64 & 1 == 1)
    }

    /// The tense that the ending of a word shows, as [`Class::Tense`] has it.
    pub(crate) fn tense_by_ending(&self, word: &str) -> Option<i32> {
        let shows = |(ending, _): &&(&str, i32)| word.len() > 4 && word.ends_with(ending);
        self.endings.iter().find(shows).map(|(_, value)| *value)
    }

    /// The value of word `number` as a `class`, alone.
    pub(crate) fn value(&self, number: u32, class: Class) -> Option<i32> {
        let senses = self.senses(number).iter();
        senses.filter(|s| s.class == class && s.rest.is_empty()).map(|s| s.value).next()
    }
}

fn upper(hash: u64) -> u32 {
    u32::try_from(hash >> 32).unwrap_or(0)
}
