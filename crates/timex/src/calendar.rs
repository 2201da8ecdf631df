//! Arithmetic of the proleptic Gregorian calendar. Knows no text and no format.

/// A calendar day: astronomical year, month 1..=12, day 1..=31, always a real one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Day {
    pub(crate) year: i32,
    pub(crate) month: u8,
    pub(crate) day: u8,
}

impl Day {
    /// The day, if the calendar has it.
    pub(crate) fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        let real = (1..=12).contains(&month) && day >= 1 && day <= days_in_month(year, month);
        (real && (-9999..=9999).contains(&year)).then_some(Self { year, month, day })
    }

    /// Days since 1970-01-01.
    ///
    /// Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
    pub(crate) fn number(self) -> i32 {
        let year = if self.month <= 2 { self.year - 1 } else { self.year };
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let day_of_year =
            (153 * ((i32::from(self.month) + 9) % 12) + 2) / 5 + i32::from(self.day) - 1;
        era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year
            - 719_468
    }

    /// The day `number` days after 1970-01-01.
    ///
    /// Source: as [`Day::number`].
    pub(crate) fn from_number(number: i32) -> Self {
        let days = number + 719_468;
        let era = days.div_euclid(146_097);
        let day_of_era = days.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted = (5 * day_of_year + 2) / 153;
        let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
        Self {
            year: year_of_era + era * 400 + i32::from(month <= 2),
            month: small(month),
            day: small(day_of_year - (153 * shifted + 2) / 5 + 1),
        }
    }

    /// The day `days` later; negative goes back.
    pub(crate) fn plus_days(self, days: i32) -> Self {
        Self::from_number(self.number().saturating_add(days))
    }

    /// The day `months` later, held to the last day of a shorter month.
    pub(crate) fn plus_months(self, months: i32) -> Self {
        let count = self.year * 12 + i32::from(self.month) - 1 + months;
        let (year, month) = (count.div_euclid(12), small(count.rem_euclid(12) + 1));
        Self { year, month, day: self.day.min(days_in_month(year, month)) }
    }

    /// ISO weekday: Monday 1 to Sunday 7.
    pub(crate) fn weekday(self) -> u8 {
        small((self.number() + 3).rem_euclid(7) + 1)
    }

    /// ISO year and week 1..=53.
    pub(crate) fn iso_week(self) -> (i32, u8) {
        let thursday = self.plus_days(4 - i32::from(self.weekday()));
        let first = Self { year: thursday.year, month: 1, day: 1 };
        (thursday.year, small((thursday.number() - first.number()) / 7 + 1))
    }
}

/// The Monday of an ISO week.
pub(crate) fn week_monday(year: i32, week: u8) -> Day {
    let fourth = Day { year, month: 1, day: 4 };
    fourth.plus_days(i32::from(week) * 7 - 7 - i32::from(fourth.weekday()) + 1)
}

/// The days of month 1..=12.
pub(crate) fn days_in_month(year: i32, month: u8) -> u8 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Easter Sunday of the Western churches.
///
/// Source: the anonymous Gregorian computus (Nature, 1876).
pub(crate) fn easter(year: i32) -> Day {
    let golden = year.rem_euclid(19);
    let (century, rest) = (year.div_euclid(100), year.rem_euclid(100));
    let correction = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - correction + 15).rem_euclid(30);
    let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4).rem_euclid(7);
    let late = (golden + 11 * epact + 22 * weekday) / 451;
    let sum = epact + weekday - 7 * late + 114;
    Day { year, month: small(sum / 31), day: small(sum % 31 + 1) }
}

/// A number the caller knows to be within a byte.
pub(crate) fn small(number: i32) -> u8 {
    u8::try_from(number).unwrap_or(u8::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_number_round_trip() {
        for number in (-1_000_000..1_000_000).step_by(371) {
            assert_eq!(Day::from_number(number).number(), number);
        }
    }

    #[test]
    fn weeks_and_feasts_fall_where_the_calendar_has_them() {
        let day = |y, m, d| Day::new(y, m, d).expect("a real day");
        assert_eq!(day(2015, 3, 25).weekday(), 3);
        assert_eq!(day(2016, 1, 3).iso_week(), (2015, 53));
        assert_eq!(week_monday(2015, 53), day(2015, 12, 28));
        assert_eq!(easter(2015), day(2015, 4, 5));
        assert_eq!(easter(1998), day(1998, 4, 12));
        assert_eq!(day(2015, 1, 31).plus_months(1), day(2015, 2, 28));
    }
}
