//! What the elements of one pattern matched.

use crate::symbol::{Amount, Unit};

/// Hour, minute and second.
pub(crate) type Time = (u8, Option<u8>, Option<u8>);

/// The values a match collected. Pairs hold the first and the second of their class.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Parts {
    pub(crate) year: [Option<i32>; 2],
    pub(crate) month: [Option<u8>; 2],
    pub(crate) day: [Option<u8>; 2],
    pub(crate) weekday: [Option<u8>; 2],
    pub(crate) decade: Option<i32>,
    pub(crate) century: Option<i32>,
    pub(crate) season: Option<u8>,
    pub(crate) feast: Option<i32>,
    pub(crate) unit: [Option<Unit>; 2],
    pub(crate) plural: bool,
    pub(crate) amount: [Option<Amount>; 2],
    pub(crate) nth: Option<u32>,
    pub(crate) part: Option<u8>,
    pub(crate) clock: [Option<Time>; 2],
    pub(crate) meridiem: Option<u8>,
    pub(crate) zone: Option<i16>,
    pub(crate) rel: Option<i8>,
    pub(crate) rel_then: Option<i8>,
    pub(crate) position: Option<u8>,
    pub(crate) approx: Option<u8>,
    pub(crate) today: Option<i8>,
    pub(crate) reference: Option<i8>,
    pub(crate) adverb: Option<Unit>,
    pub(crate) era: Option<i8>,
    /// The token that parts a range, and the one after it.
    pub(crate) split: Option<(usize, usize)>,
}

/// Puts a value into the first free place of a pair.
pub(crate) fn put<T>(pair: &mut [Option<T>; 2], value: T) {
    let place = usize::from(pair[0].is_some());
    pair[place] = Some(value);
}

impl Parts {
    /// The time of day being read: in a range the second after what parts it.
    pub(crate) fn clock(&mut self) -> &mut Option<Time> {
        &mut self.clock[usize::from(self.split.is_some())]
    }

    /// Adds thousandths to the first amount: the half of "one and a half".
    ///
    /// After an hour it is the minutes: "à trois heures et demie".
    pub(crate) fn add_thousandths(&mut self, more: u64) {
        if let Some((hour, None, None)) = *self.clock() {
            *self.clock() = Some((hour, u8::try_from(more * 60 / 1000).ok(), None));
            return;
        }
        let before = match self.amount[0] {
            Some(Amount::Thousandths(n)) => n,
            // "A year and a half" is one and a half.
            _ => 1000,
        };
        self.amount[0] = Some(Amount::Thousandths(before + more));
    }
}
