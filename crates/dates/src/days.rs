use std::fmt;

use jiff::civil::Date;

/// The days from one to another, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Days {
    from: Date,
    to: Date,
}

impl Days {
    /// `None` where the last comes before the first.
    #[must_use]
    pub fn new(from: Date, to: Date) -> Option<Self> {
        (from <= to).then_some(Self { from, to })
    }

    /// One day.
    #[must_use]
    pub fn one(day: Date) -> Self {
        Self { from: day, to: day }
    }

    /// The first.
    #[must_use]
    pub fn from(self) -> Date {
        self.from
    }

    /// The last; the first again for a single day.
    #[must_use]
    pub fn to(self) -> Date {
        self.to
    }
}

/// ISO 8601: `2025-05-01`, or `2025-05-01/2025-05-31` for several days.
impl fmt::Display for Days {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.from == self.to { write!(f, "{}", self.from) } else { write!(f, "{}/{}", self.from, self.to) }
    }
}
