//! Calendar days.

use alloc::string::String;
use core::fmt;
use core::str::FromStr;

use serde::Serialize;

use crate::json::Json;
use crate::shape::{FromJson, Reader};

/// A day of the Gregorian calendar, from 0001-01-01 to 9999-12-31; as text `2021-05-17`.
///
/// # Example
///
/// ```
/// use mingbai_core::Date;
///
/// let date: Date = "2021-05-17".parse().unwrap();
/// assert_eq!((date.year(), date.month(), date.day()), (2021, 5, 17));
/// assert_eq!(date.to_string(), "2021-05-17");
/// assert!("2021-02-30".parse::<Date>().is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(into = "String")]
pub struct Date(time::Date);

impl Date {
    /// 0001-01-01.
    pub const MIN: Self = Self::constant(1, 1, 1);
    /// 9999-12-31.
    pub const MAX: Self = Self::constant(9999, 12, 31);

    /// A day by its year, month (1 to 12) and day of the month.
    ///
    /// # Errors
    ///
    /// The calendar has no such day between [`Self::MIN`] and [`Self::MAX`].
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::Date;
    /// assert!(Date::new(2024, 2, 29).is_ok());
    /// assert!(Date::new(2026, 2, 29).is_err());
    /// ```
    pub fn new(year: i16, month: i8, day: i8) -> Result<Self, DateError> {
        let date = u8::try_from(month).ok().zip(u8::try_from(day).ok());
        let date = date.and_then(|(month, day)| calendar(year, month, day));
        date.map(Self).ok_or(DateError)
    }

    /// A day known when the program is written; another one stands in for a day that the
    /// calendar does not have: [`time::Date::MIN`].
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::Date;
    /// const NOVEMBER: Date = Date::constant(2026, 11, 22);
    /// assert_eq!(Date::new(2026, 11, 22).ok(), Some(NOVEMBER));
    /// ```
    pub const fn constant(year: i16, month: u8, day: u8) -> Self {
        match calendar(year, month, day) {
            Some(date) => Self(date),
            None => Self(time::Date::MIN),
        }
    }

    /// The year.
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::Date;
    /// assert_eq!(Date::constant(2026, 11, 22).year(), 2026);
    /// ```
    pub fn year(self) -> i16 {
        i16::try_from(self.0.year()).unwrap_or(i16::MAX)
    }

    /// The month, 1 to 12.
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::Date;
    /// assert_eq!(Date::constant(2026, 11, 22).month(), 11);
    /// ```
    pub fn month(self) -> u8 {
        self.0.month().into()
    }

    /// The day of the month, from 1.
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::Date;
    /// assert_eq!(Date::constant(2026, 11, 22).day(), 22);
    /// ```
    pub fn day(self) -> u8 {
        self.0.day()
    }

    /// The day after, where the calendar has one.
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::Date;
    /// let last = Date::constant(2026, 2, 28);
    /// assert_eq!(last.tomorrow(), Some(Date::constant(2026, 3, 1)));
    /// ```
    pub fn tomorrow(self) -> Option<Self> {
        Self::from_number(self.number() + 1)
    }

    /// The day before, where the calendar has one.
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::Date;
    /// let first = Date::constant(2026, 1, 1);
    /// assert_eq!(first.yesterday(), Some(Date::constant(2025, 12, 31)));
    /// ```
    pub fn yesterday(self) -> Option<Self> {
        Self::from_number(self.number() - 1)
    }

    /// Days since 1970-01-01.
    pub(crate) fn number(self) -> i64 {
        i64::from(self.0.to_julian_day() - EPOCH)
    }

    /// The day so many days after 1970-01-01, where the calendar has it.
    pub(crate) fn from_number(days: i64) -> Option<Self> {
        let day = i32::try_from(days).ok()?.checked_add(EPOCH)?;
        let date = Self(time::Date::from_julian_day(day).ok()?);
        (Self::MIN <= date && date <= Self::MAX).then_some(date)
    }
}

/// The Julian day of 1970-01-01.
const EPOCH: i32 = 2_440_588;

const fn calendar(year: i16, month: u8, day: u8) -> Option<time::Date> {
    use time::Month::*;
    const MONTHS: [time::Month; 12] = [
        January, February, March, April, May, June, July, August, September, October,
        November, December,
    ];
    if year < 1 || month < 1 || month > 12 {
        return None;
    }
    #[expect(clippy::indexing_slicing, reason = "1 to 12; `get` is not const")]
    let month = MONTHS[month as usize - 1];
    match time::Date::from_calendar_date(year as i32, month, day) {
        Ok(date) => Some(date),
        Err(_) => None,
    }
}

/// The text or the numbers name no day.
///
/// # Example
///
/// ```
/// use mingbai_core::{Date, DateError};
///
/// assert_eq!(Date::new(2021, 2, 30), Err(DateError));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateError;

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no day of the calendar: expected one such as 2021-05-17")
    }
}

impl core::error::Error for DateError {}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut parts = text.split('-');
        let mut part = |width: usize| {
            let part = parts.next().filter(|part| part.len() == width)?;
            part.bytes().all(|byte| byte.is_ascii_digit()).then_some(part)?.parse().ok()
        };
        let date = (|| Some((part(4)?, part(2)?, part(2)?)))();
        match (date, parts.next()) {
            (Some((year, month, day)), None) => {
                let small = |part: i16| i8::try_from(part).map_err(|_| DateError);
                Self::new(year, small(month)?, small(day)?)
            }
            _ => Err(DateError),
        }
    }
}

impl FromJson for Date {
    fn take<'j>(json: &'j Json, reader: &mut Reader<'j>) -> Self {
        let it = json.as_str().and_then(|text| text.parse().ok());
        if it.is_none() {
            reader.expected(json, "a day such as \"2021-05-17\"");
        }
        it.unwrap_or(Self::constant(2000, 1, 1))
    }
}

impl From<Date> for String {
    fn from(date: Date) -> Self {
        alloc::format!("{date}")
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, valid: bool) {
        let date: Result<Date, _> = text.parse();
        assert_eq!(date.is_ok(), valid, "{text}");
        if let Ok(date) = date {
            assert_eq!(alloc::format!("{date}"), text);
            assert_eq!(Date::from_number(date.number()), Some(date));
        }
    }

    #[test]
    fn days_are_days_of_the_calendar() {
        for text in ["1970-01-01", "2024-02-29", "0001-01-01", "9999-12-31"] {
            check(text, true);
        }
        for text in ["2023-02-29", "2021-5-17", "2021-13-01", "0000-01-01", "", "2021-05"]
        {
            check(text, false);
        }
        for text in ["+021-05-17", "2021-05-17-01", "2021/05/17", "二〇二一-05-17"] {
            check(text, false);
        }
        assert_eq!(Date::constant(1970, 1, 1).number(), 0);
    }
}
