use std::fmt;

/// A day of the Gregorian calendar. It sorts as time goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    year: u16,
    month: u8,
    day: u8,
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

impl Day {
    /// A day from its numbers, the month and the day from 1; `None` where the calendar has no such day.
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
        (1..=length).contains(&day).then_some(Self { year, month, day })
    }

    /// The first day that a line names in full, as the press in the UK and Ireland writes it: `2 May 2025`,
    /// `Thursday 22nd of March, 2018`, `Feb 28 2025`, `2025-05-02`, `30/04/25` (the day first). `None` where
    /// it names none.
    ///
    /// ```
    /// let day = onrecord_tables::Day::find("05:30, 14 Nov 2024  Updated 15 Nov 2024").expect("a day");
    /// assert_eq!(day.to_string(), "2024-11-14");
    /// assert!(onrecord_tables::Day::find("November 2022").is_none());
    /// ```
    #[must_use]
    pub fn find(text: &str) -> Option<Self> {
        let words: Vec<Word> = text.split(is_between).filter_map(Word::read).collect();
        let trio = words.windows(3).find_map(|trio| Self::of([trio[0], trio[1], trio[2]]));
        trio.or_else(|| text.split_whitespace().find_map(Self::of_numbers))
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

    fn of(words: [Word; 3]) -> Option<Self> {
        match words {
            [Word::Number(day), Word::Month(month), Word::Number(year)]
            | [Word::Month(month), Word::Number(day), Word::Number(year)]
                if year >= 1000 =>
            {
                Self::new(year, month, u8::try_from(day).ok()?)
            }
            _ => None,
        }
    }

    /// `2025-05-02`, `2025-05-02T06:00`, `30/04/25`, `30.4.2025`.
    fn of_numbers(word: &str) -> Option<Self> {
        let word = word.trim_matches(|c: char| !c.is_ascii_digit());
        let date = word.split('T').next()?;
        let numbers: Option<Vec<u16>> = date.split(['-', '/', '.']).map(|part| part.parse().ok()).collect();
        let [first, month, last] = numbers?.try_into().ok()?;
        let (year, day) = match (first, last) {
            (1000.., _) => (first, last),
            (_, 1000..) => (last, first),
            (_, 0..100) if date.contains('/') => (2000 + last, first),
            _ => return None,
        };
        Self::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
    }
}

impl fmt::Display for Day {
    /// `2025-09-11`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// A word that may be part of a day.
#[derive(Debug, Clone, Copy)]
enum Word {
    Number(u16),
    Month(u8),
    Other,
}

impl Word {
    /// `None` for what may stand inside a day and says nothing.
    fn read(word: &str) -> Option<Self> {
        let word = word.to_lowercase();
        if word.is_empty() || word == "of" {
            return None;
        }
        let bare = ["st", "nd", "rd", "th"].iter().find_map(|end| word.strip_suffix(end)).unwrap_or(&word);
        if let Ok(number) = bare.parse() {
            return Some(Self::Number(number));
        }
        // "Sept" and "Sep"; a month is never shorter than three letters.
        let month = MONTHS.iter().position(|month| word.len() >= 3 && month.starts_with(&*word));
        Some(month.map_or(Self::Other, |index| Self::Month(index as u8 + 1)))
    }
}

fn is_between(c: char) -> bool {
    c.is_whitespace() || matches!(c, ',' | '.' | '|' | '(' | ')')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<String> {
        Day::find(text).map(|day| day.to_string())
    }

    #[test]
    fn days_as_the_press_writes_them() {
        for (text, day) in [
            ("2 May 2025 Page last updated: 3 May 2025", "2025-05-02"),
            ("21st Feb 2025, 06:00 GMT", "2025-02-21"),
            ("February 28 2025, 06:30", "2025-02-28"),
            ("15:42, 22 Jan 2026", "2026-01-22"),
            ("18:22, 9 OCT 2025", "2025-10-09"),
            ("Mon Mar 10 2025 - 11:20", "2025-03-10"),
            ("Dewi Arthog | 24 July 2025", "2025-07-24"),
            ("NEWS 30/04/25 7.00 AM BY SELWYN BLACKADDER", "2025-04-30"),
            ("Friday, 24 January, 2020", "2020-01-24"),
            ("the 3rd of Sept. 2024", "2024-09-03"),
            ("2024-02-29T06:00:00Z", "2024-02-29"),
            ("(30.4.2025)", "2025-04-30"),
        ] {
            assert_eq!(found(text).as_deref(), Some(day), "{text}");
        }
    }

    #[test]
    fn what_names_no_day_in_full_is_none() {
        for text in [
            "",
            "6 hours ago",
            "3 September",
            "November 2022",
            "31 June 2025",
            "29/02/25",
            "7.00.15",
            "may 9 99",
        ] {
            assert_eq!(found(text), None, "{text}");
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
}
