use std::fmt;
use std::str::FromStr;

use crate::ModelError;

/// A day of the calendar. It sorts as time goes, and is written as `2025-05-01`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(with = "String", extend("format" = "date")))]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(try_from = "String", into = "String")
)]
pub struct Day {
    year: u16,
    month: u8,
    day: u8,
}

impl Day {
    /// From its numbers, the month and the day from 1; `None` where the calendar has no such day.
    #[must_use]
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let length = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => return None,
        };
        (year < 10_000 && (1..=length).contains(&day)).then_some(Self { year, month, day })
    }

    /// Days since 1 January 1970, below zero before it.
    #[must_use]
    pub fn since_1970(self) -> i32 {
        // March is the first month, so that the leap day is a year's last.
        let (year, month) = match self.month {
            1 | 2 => (i32::from(self.year) - 1, i32::from(self.month) + 9),
            _ => (i32::from(self.year), i32::from(self.month) - 3),
        };
        let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
        let before_1970 = 719_469;
        year * 365 + leap_days + (month * 153 + 2) / 5 + i32::from(self.day) - before_1970
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl FromStr for Day {
    type Err = ModelError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut parts = text.splitn(3, '-');
        let mut number = |digits: usize| {
            let part = parts.next().filter(|part| part.len() == digits)?;
            part.bytes().all(|byte| byte.is_ascii_digit()).then(|| part.parse::<u16>().ok())?
        };
        let numbers = (number(4), number(2), number(2));
        let (Some(year), Some(month), Some(day)) = numbers else {
            return Err(ModelError::NoDay { text: text.to_owned() });
        };
        Self::new(year, month as u8, day as u8).ok_or_else(|| ModelError::NoDay { text: text.to_owned() })
    }
}

impl TryFrom<String> for Day {
    type Error = ModelError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Day> for String {
    fn from(day: Day) -> Self {
        day.to_string()
    }
}

/// The days that words name, from the first to the last; both are the same for a single day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(description = "The days that words name.")
)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(try_from = "Written"))]
pub struct Days {
    from: Day,
    to: Day,
}

impl Days {
    /// # Errors
    /// [`ModelError::DaysReversed`] where the last day comes before the first.
    pub fn new(from: Day, to: Day) -> Result<Self, ModelError> {
        if from <= to { Ok(Self { from, to }) } else { Err(ModelError::DaysReversed { from, to }) }
    }

    /// The first day.
    #[must_use]
    pub fn from(self) -> Day {
        self.from
    }

    /// The last day.
    #[must_use]
    pub fn to(self) -> Day {
        self.to
    }
}

/// `2025-05-01`, or `2025-05-01 to 2025-05-31`.
impl fmt::Display for Days {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.from == self.to { self.from.fmt(f) } else { write!(f, "{} to {}", self.from, self.to) }
    }
}

/// Days as a record holds them, before they are checked.
#[cfg(feature = "serde")]
#[derive(serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Days"))]
struct Written {
    from: Day,
    to: Day,
}

#[cfg(feature = "serde")]
impl TryFrom<Written> for Days {
    type Error = ModelError;

    fn try_from(written: Written) -> Result<Self, Self::Error> {
        Self::new(written.from, written.to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_one_of_the_calendar() {
        for text in ["2025-05-01", "2024-02-29", "0987-12-31"] {
            assert_eq!(text.parse::<Day>().unwrap().to_string(), text);
        }
        for text in
            ["2025-02-29", "2025-13-01", "2025-5-1", "2025-05-00", "+025-05-01", "today", "2025-05-01T09"]
        {
            assert!(text.parse::<Day>().is_err(), "{text}");
        }
    }

    #[test]
    fn days_are_counted_from_1970() {
        let count = |year, month, day| Day::new(year, month, day).unwrap().since_1970();
        assert_eq!(count(1970, 1, 1), 0);
        assert_eq!(count(1969, 12, 31), -1);
        assert_eq!(count(2000, 3, 1), 11_017);
        assert_eq!(count(2024, 2, 29), 19_782);
        assert_eq!(count(2025, 9, 11), 20_342);
    }

    #[test]
    fn days_run_forward() {
        let [early, late] = ["2025-05-01", "2025-05-31"].map(|text| text.parse::<Day>().unwrap());
        assert_eq!(Days::new(early, late).unwrap().to_string(), "2025-05-01 to 2025-05-31");
        assert_eq!(Days::new(late, late).unwrap().to_string(), "2025-05-31");
        assert!(Days::new(late, early).is_err());
    }
}
