use jiff::Span;
use jiff::civil::{Date, Weekday};

use crate::Days;
use crate::grammar::phrase;
use crate::phrase::{Order, Phrase, Side, Unit, Year};

/// Where a day lies that the words leave open: `in May` is the May gone by, or the May to come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Towards {
    /// What is reported has happened.
    Past,
    /// What is announced or asked for is to come.
    Future,
}

/// Stands in for a day of publication that is not known, where a phrase does not need it.
const ANY_DAY: Date = Date::constant(2000, 1, 1);

/// The days that a phrase names, seen from the day of publication. `None` where the phrase is no date, or
/// where the two do not fix it: without a day of publication only a whole date is fixed.
///
/// ```
/// use onrecord_dates::{Towards, resolve};
///
/// let days = resolve("on 3 March 2024", None, Towards::Past).expect("fixed");
/// assert_eq!(days.to_string(), "2024-03-03");
/// assert!(resolve("on 3 March", None, Towards::Past).is_none());
/// ```
#[must_use]
pub fn resolve(words: &str, published: impl Into<Option<Date>>, towards: Towards) -> Option<Days> {
    let words: String = words.replace(['’', '‘'], "'").to_lowercase();
    let words = words.split_whitespace().collect::<Vec<&str>>().join(" ");
    let words = words.trim_matches([',', '.', ';', ':', '(', ')', '-', ' ']);
    days_of(&phrase(words)?, published.into(), towards)
}

/// The days of a phrase that has been read.
pub(crate) fn days_of(phrase: &Phrase, published: Option<Date>, towards: Towards) -> Option<Days> {
    let from = published.or_else(|| phrase.is_absolute().then_some(ANY_DAY))?;
    Seen { from, towards }.days(phrase)
}

/// The point of view from which phrases are understood.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Seen {
    pub from: Date,
    pub towards: Towards,
}

/// What comes once a year.
#[derive(Debug, Clone, Copy)]
enum Yearly {
    Day {
        day: i8,
        month: i8,
    },
    Easter,
    Month(i8),
    /// By its last month. A winter belongs to the year in which it begins.
    Season(i8),
}

const WINTER_ENDS: i8 = 2;

impl Seen {
    pub(crate) fn days(self, phrase: &Phrase) -> Option<Days> {
        match phrase {
            Phrase::Shift(days) => Some(Days::one(self.away(*days, Unit::Day)?)),
            Phrase::Away(count, unit) => self.about(*count, *unit),
            Phrase::Stretch(count, unit) => {
                let end = self.away(*count, *unit)?;
                Days::new(self.from.min(end), self.from.max(end))
            }
            Phrase::Period(order, unit) => self.period(*order, *unit),
            Phrase::Part(side, unit) => {
                let whole = self.period(Order::This, *unit)?;
                match side {
                    Side::Earlier => Days::new(whole.from(), self.from),
                    Side::Later => Days::new(self.from, whole.to()),
                }
            }
            Phrase::Weekday(weekday, order) => self.weekday(*weekday, *order).map(Days::one),
            Phrase::Day { weekday, day, month, year } => {
                let days = self.yearly(Yearly::Day { day: *day, month: *month }, *year, None)?;
                weekday.is_none_or(|weekday| days.from().weekday() == weekday).then_some(days)
            }
            Phrase::Feast { day, month, year } => {
                self.yearly(Yearly::Day { day: *day, month: *month }, *year, None)
            }
            Phrase::Easter(year) => self.yearly(Yearly::Easter, *year, None),
            Phrase::Month { month, year, order } => self.yearly(Yearly::Month(*month), *year, *order),
            Phrase::Season { ends, year, order } => self.yearly(Yearly::Season(*ends), *year, *order),
            Phrase::Year(year) => months(self.year(*year), 1, 12),
            Phrase::Twelve { year, month } => months(*year, *month, 12),
            Phrase::Quarter(quarter, year) => months(self.year(*year), quarter * 3 - 2, 3),
            Phrase::End(whole) => Some(Days::one(self.days(whole)?.to())),
            Phrase::Start(whole) => Some(Days::one(self.days(whole)?.from())),
            Phrase::Between(first, last) => {
                let last = self.days(last)?;
                // "between March and May 2024": the first leans on the last.
                let first = Seen { from: last.from(), towards: Towards::Past }.days(first)?;
                Days::new(first.from(), last.to())
            }
        }
    }

    /// So many units on from the day of publication.
    fn away(self, count: i64, unit: Unit) -> Option<Date> {
        let span = match unit {
            Unit::Day => Span::new().try_days(count),
            Unit::Week => Span::new().try_weeks(count),
            Unit::Fortnight => Span::new().try_weeks(count * 2),
            Unit::Month => Span::new().try_months(count),
            Unit::Year => Span::new().try_years(count),
        };
        self.from.checked_add(span.ok()?).ok()
    }

    /// "two days ago" is a day; "six months ago" is a month.
    fn about(self, count: i64, unit: Unit) -> Option<Days> {
        let there = self.away(count, unit)?;
        match unit {
            Unit::Day | Unit::Week | Unit::Fortnight => Some(Days::one(there)),
            Unit::Month | Unit::Year => Seen { from: there, ..self }.period(Order::This, unit),
        }
    }

    fn period(self, order: Order, unit: Unit) -> Option<Days> {
        let there = self.away(steps(order), unit)?;
        match unit {
            Unit::Week => {
                let monday = monday(there)?;
                Days::new(monday, Seen { from: monday, ..self }.away(6, Unit::Day)?)
            }
            Unit::Month => Days::new(there.first_of_month(), there.last_of_month()),
            Unit::Year => Days::new(there.first_of_year(), there.last_of_year()),
            Unit::Day | Unit::Fortnight => None,
        }
    }

    fn year(self, year: Year) -> i16 {
        match year {
            Year::Number(number) => number,
            Year::Relative(order) => self.from.year() + steps(order) as i16,
        }
    }

    /// "last" and "next" are taken as the nearest by some and as those of the year or week before or after
    /// by others; only where both are the same day is it fixed.
    fn yearly(self, what: Yearly, year: Option<Year>, order: Option<Order>) -> Option<Days> {
        let of_year = |year: i16| what.in_year(year);
        let here = self.from.year();
        let near = || (here - 1..=here + 1).filter_map(of_year);
        let last = |days: &Days| days.to() < self.from;
        let next = |days: &Days| days.from() > self.from;
        match (year, order) {
            (Some(_), Some(_)) => None,
            // Nobody knows whether "winter 2025" begins or ends it.
            (Some(_), None) if matches!(what, Yearly::Season(WINTER_ENDS)) => None,
            (Some(year), None) => of_year(self.year(year)),
            (None, Some(Order::This)) => of_year(here),
            (None, Some(Order::Last)) => near().rfind(last).filter(|days| of_year(here - 1) == Some(*days)),
            (None, Some(Order::Next)) => near().find(next).filter(|days| of_year(here + 1) == Some(*days)),
            (None, None) => match self.towards {
                Towards::Past => near().rfind(|days| days.from() <= self.from),
                Towards::Future => near().find(|days| days.to() >= self.from),
            },
        }
    }

    fn weekday(self, weekday: Weekday, order: Option<Order>) -> Option<Date> {
        let in_week = |order: Order| {
            let days = self.period(order, Unit::Week)?;
            Seen { from: days.from(), ..self }.away(i64::from(weekday.to_monday_zero_offset()), Unit::Day)
        };
        let nearest = |count: i32| self.from.nth_weekday(count, weekday).ok();
        let today = self.from.weekday() == weekday;
        match (order, self.towards) {
            (Some(Order::This), _) => in_week(Order::This),
            (Some(Order::Last), _) => nearest(-1).filter(|day| in_week(Order::Last) == Some(*day)),
            (Some(Order::Next), _) => nearest(1).filter(|day| in_week(Order::Next) == Some(*day)),
            (None, Towards::Past) if today => Some(self.from),
            (None, Towards::Past) => nearest(-1),
            // Today, or in a week.
            (None, Towards::Future) if today => None,
            (None, Towards::Future) => nearest(1),
        }
    }
}

impl Yearly {
    fn in_year(self, year: i16) -> Option<Days> {
        match self {
            Self::Day { day, month } => Date::new(year, month, day).ok().map(Days::one),
            Self::Easter => easter(year).map(Days::one),
            Self::Month(month) => months(year, month, 1),
            Self::Season(WINTER_ENDS) => months(year, 12, 3),
            Self::Season(ends) => months(year, ends - 2, 3),
        }
    }
}

/// Easter Sunday in the Gregorian calendar, by the method of Meeus, Jones and Butcher.
fn easter(year: i16) -> Option<Date> {
    let year = i32::from(year);
    let (century, rest) = (year / 100, year % 100);
    let golden = year % 19;
    let skipped = (century - (century + 8) / 25 + 1) / 3;
    let moon = (19 * golden + century - century / 4 - skipped + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7;
    let late = (golden + 11 * moon + 22 * weekday) / 451;
    let day = moon + weekday - 7 * late + 114;
    Date::new(i16::try_from(year).ok()?, i8::try_from(day / 31).ok()?, i8::try_from(day % 31 + 1).ok()?).ok()
}

fn steps(order: Order) -> i64 {
    match order {
        Order::Last => -1,
        Order::This => 0,
        Order::Next => 1,
    }
}

fn monday(day: Date) -> Option<Date> {
    let back = i64::from(day.weekday().to_monday_zero_offset());
    day.checked_sub(Span::new().try_days(back).ok()?).ok()
}

/// So many months from the first of one on.
fn months(year: i16, month: i8, count: i64) -> Option<Days> {
    let first = Date::new(year, month, 1).ok()?;
    let last = first.checked_add(Span::new().try_months(count - 1).ok()?).ok()?;
    Days::new(first, last.last_of_month())
}
