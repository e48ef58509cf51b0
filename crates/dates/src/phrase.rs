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
    /// `Easter`, its Sunday.
    Easter(Option<Year>),
    /// `the end of March`: the last day.
    End(Box<Phrase>),
    /// `the start of June`: the first day.
    Start(Box<Phrase>),
    /// `between March and May`, `28 February to 3 March`.
    Between(Box<Phrase>, Box<Phrase>),
}

impl Phrase {
    /// Whether it names the same days whenever it is written: `3 March 2024`, `between March and May 2024`.
    pub(crate) fn is_absolute(&self) -> bool {
        match self {
            Self::Day { year, .. }
            | Self::Easter(year)
            | Self::Feast { year, .. }
            | Self::Month { year, .. }
            | Self::Season { year, .. } => matches!(year, Some(Year::Number(_))),
            Self::Year(year) | Self::Quarter(_, year) => matches!(year, Year::Number(_)),
            Self::Twelve { .. } => true,
            Self::End(whole) | Self::Start(whole) => whole.is_absolute(),
            Self::Between(first, last) => last.is_absolute() && (first.is_absolute() || first.leans()),
            Self::Shift(_)
            | Self::Away(..)
            | Self::Stretch(..)
            | Self::Period(..)
            | Self::Part(..)
            | Self::Weekday(..) => false,
        }
    }

    /// Whether it takes its year from the date behind it.
    fn leans(&self) -> bool {
        matches!(
            self,
            Self::Day { year: None, .. }
                | Self::Easter(None)
                | Self::Feast { year: None, .. }
                | Self::Month { year: None, order: None, .. }
                | Self::Season { year: None, order: None, .. }
        )
    }

    /// Whether it names a single day, whichever that is.
    pub(crate) fn is_day(&self) -> bool {
        matches!(
            self,
            Self::Shift(_) | Self::Weekday(..) | Self::Day { .. } | Self::Easter(_) | Self::Feast { .. }
        )
    }
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
