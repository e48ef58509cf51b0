use crate::Day;

/// Why a value of the model could not be built.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ModelError {
    /// The end of a span lies before its start.
    #[error("a span cannot end at byte {end} when it starts at byte {start}")]
    BackwardSpan {
        /// First byte.
        start: u32,
        /// One past the last byte.
        end: u32,
    },
    /// A scale needs at least two different grades.
    #[error("scale `{scale}` needs at least two grades, each named once")]
    NotAScale {
        /// Id of the scale.
        scale: String,
    },
    /// A position outside its scale.
    #[error("grade `{grade}` has position {position} of {of}")]
    PositionOutsideScale {
        /// Label of the grade.
        grade: String,
        /// 1 is the best.
        position: u8,
        /// Number of grades on the scale.
        of: u8,
    },
    /// An overall rating names no area and counts none.
    #[error("an overall rating has no area and no count")]
    OverallWithArea,
    /// Not a day of the calendar.
    #[error("`{text}` is no day; write it as 2025-05-01")]
    NoDay {
        /// What was given.
        text: String,
    },
    /// The last day comes before the first.
    #[error("days cannot end on {to} when they begin on {from}")]
    DaysReversed {
        /// The first day.
        from: Day,
        /// The last day.
        to: Day,
    },
    /// A line number starts at 1.
    #[error("line numbers start at 1")]
    LineZero,
}
