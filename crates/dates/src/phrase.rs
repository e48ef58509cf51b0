//! What a phrase says, before the day of publication says when that is.

use jiff::civil::Weekday;

/// A phrase that names days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Phrase {
    /// `yesterday`, `tomorrow`: so many days on.
    Shift(i64),
    /// `three weeks ago` (below zero), `in two weeks' time`.
    Away(i64, Unit),
    /// `in the next six months`, `over the past year` (below zero): all days from then to now.
    Stretch(i64, Unit),
    /// `this week`, `last year`.
    Period(Order, Unit),
    /// `earlier this year`, `later this month`.
    Part(Side, Unit),
    /// `on Tuesday`, `last Tuesday`.
    Weekday(Weekday, Option<Order>),
    /// `1 May`, `Tuesday 3 June 2025`.
    Day { weekday: Option<Weekday>, day: i8, month: i8, year: Option<Year> },
    /// `in May`, `in March 2024`, `May next year`, `last May`.
    Month { month: i8, year: Option<Year>, order: Option<Order> },
    /// `in summer next year`; the last month of the season, which has three.
    Season { ends: i8, year: Option<Year>, order: Option<Order> },
    /// `2024`, `next year` where a month stands before it.
    Year(Year),
    /// `2023/24`: the first of twelve months that begin in a year.
    Twelve { year: i16, month: i8 },
    /// `the first quarter of 2025`.
    Quarter(i8, Year),
    /// `Christmas`: a day that every year has.
    Feast { day: i8, month: i8, year: Option<Year> },
    /// `the end of March`: the last day.
    End(Box<Phrase>),
    /// `the start of June`: the first day.
    Start(Box<Phrase>),
    /// `between March and May`, `28 February to 3 March`.
    Between(Box<Phrase>, Box<Phrase>),
}

/// A year, by its number or from the year of publication.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Year {
    Number(i16),
    Relative(Order),
}

/// `last`, `this`, `next`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    Last,
    This,
    Next,
}

/// Which side of today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    Earlier,
    Later,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unit {
    Day,
    Week,
    Fortnight,
    Month,
    Year,
}
