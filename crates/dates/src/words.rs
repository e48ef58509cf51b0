//! The words of dates, as tables.

use jiff::civil::Weekday;

use crate::phrase::{Order, Unit};

/// Words that stand before a date and do not change which days it names.
pub(crate) const LEADS: [&str; 20] = [
    "by",
    "before",
    "until",
    "till",
    "from",
    "since",
    "on",
    "at",
    "in",
    "during",
    "over",
    "throughout",
    "due",
    "no later than",
    "as of",
    "back in",
    "early",
    "late",
    "mid",
    "some time",
];

/// The first words of what is read as a date in a running text, beside figures. A text is searched at each of its
/// words, and nearly none of them begins a date. Sorted.
pub(crate) const STARTS: [&str; 33] = [
    "a",
    "about",
    "around",
    "between",
    "couple",
    "during",
    "earlier",
    "eight",
    "eighteen",
    "eleven",
    "five",
    "four",
    "from",
    "in",
    "last",
    "later",
    "nine",
    "on",
    "one",
    "over",
    "seven",
    "six",
    "ten",
    "this",
    "three",
    "throughout",
    "today",
    "tomorrow",
    "tonight",
    "twelve",
    "two",
    "within",
    "yesterday",
];

/// Behind a day: they do not change it.
pub(crate) const TIMES_OF_DAY: [&str; 5] = ["morning", "afternoon", "evening", "night", "lunchtime"];

pub(crate) const MONTHS: [(&str, i8); 24] = [
    ("january", 1),
    ("february", 2),
    ("march", 3),
    ("april", 4),
    ("may", 5),
    ("june", 6),
    ("july", 7),
    ("august", 8),
    ("september", 9),
    ("october", 10),
    ("november", 11),
    ("december", 12),
    ("jan", 1),
    ("feb", 2),
    ("mar", 3),
    ("apr", 4),
    ("jun", 6),
    ("jul", 7),
    ("aug", 8),
    ("sept", 9),
    ("sep", 9),
    ("oct", 10),
    ("nov", 11),
    ("dec", 12),
];

pub(crate) const WEEKDAYS: [(&str, Weekday); 14] = [
    ("monday", Weekday::Monday),
    ("tuesday", Weekday::Tuesday),
    ("wednesday", Weekday::Wednesday),
    ("thursday", Weekday::Thursday),
    ("friday", Weekday::Friday),
    ("saturday", Weekday::Saturday),
    ("sunday", Weekday::Sunday),
    ("mon", Weekday::Monday),
    ("tue", Weekday::Tuesday),
    ("wed", Weekday::Wednesday),
    ("thu", Weekday::Thursday),
    ("fri", Weekday::Friday),
    ("sat", Weekday::Saturday),
    ("sun", Weekday::Sunday),
];

/// Seasons, with their last month.
pub(crate) const SEASONS: [(&str, i8); 4] = [("spring", 5), ("summer", 8), ("autumn", 11), ("winter", 2)];

pub(crate) const ORDERS: [(&str, Order); 5] = [
    ("last", Order::Last),
    ("this", Order::This),
    ("current", Order::This),
    ("next", Order::Next),
    ("previous", Order::Last),
];

pub(crate) const UNITS: [(&str, Unit); 10] = [
    ("days", Unit::Day),
    ("day", Unit::Day),
    ("weeks", Unit::Week),
    ("week", Unit::Week),
    ("fortnight", Unit::Fortnight),
    ("months", Unit::Month),
    ("month", Unit::Month),
    ("years", Unit::Year),
    ("year", Unit::Year),
    ("fortnights", Unit::Fortnight),
];

pub(crate) const NUMBERS: [(&str, i64); 15] = [
    ("a", 1),
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
    ("eighteen", 18),
    ("couple of", 2),
];

pub(crate) const QUARTERS: [(&str, i8); 8] = [
    ("first quarter", 1),
    ("second quarter", 2),
    ("third quarter", 3),
    ("fourth quarter", 4),
    ("final quarter", 4),
    ("q1", 1),
    ("q2", 2),
    ("q3", 3),
];

/// Feasts that have one day: day and month.
pub(crate) const FEASTS: [(&str, (i8, i8)); 9] = [
    ("christmas eve", (24, 12)),
    ("christmas day", (25, 12)),
    ("christmas", (25, 12)),
    ("new year's eve", (31, 12)),
    ("hogmanay", (31, 12)),
    ("new year's day", (1, 1)),
    ("st patrick's day", (17, 3)),
    ("midsummer's day", (24, 6)),
    ("boxing day", (26, 12)),
];

/// What begins twelve months, with the month of their first day.
pub(crate) const TWELVES: [(&str, i8); 4] =
    [("academic year", 9), ("school year", 9), ("financial year", 4), ("tax year", 4)];

#[cfg(test)]
mod tests {
    use super::{NUMBERS, STARTS};

    /// A phrase for each word that may begin one.
    const BEGUN: [&str; 33] = [
        "a week ago",
        "about two weeks ago",
        "around two weeks ago",
        "between March and May",
        "couple of weeks ago",
        "during March",
        "earlier this month",
        "eight weeks ago",
        "eighteen months ago",
        "eleven days ago",
        "five weeks ago",
        "four weeks ago",
        "from March to May",
        "in March",
        "last week",
        "later this year",
        "nine weeks ago",
        "on Tuesday",
        "one week ago",
        "over the past year",
        "seven weeks ago",
        "six weeks ago",
        "ten weeks ago",
        "this week",
        "three weeks ago",
        "throughout March",
        "today",
        "tomorrow",
        "tonight",
        "twelve weeks ago",
        "two weeks ago",
        "within the next six months",
        "yesterday",
    ];

    #[test]
    fn each_start_begins_a_date() {
        for (start, phrase) in STARTS.iter().zip(BEGUN) {
            assert_eq!(phrase.split(' ').next(), Some(*start));
            let found = crate::find::words(phrase);
            assert_eq!(found.first().map(|words| words.range.start), Some(0), "{phrase}");
        }
    }

    #[test]
    fn what_may_begin_a_date_is_sorted() {
        assert!(STARTS.is_sorted());
    }

    #[test]
    fn a_number_may_begin_a_date() {
        for (number, _) in NUMBERS {
            let first = number.split(' ').next();
            assert!(first.is_some_and(|first| STARTS.contains(&first)), "{number}");
        }
    }
}
