//! A fact as a page shows it: in the article and in the record.

use std::ops::Range;

use onrecord_model::{
    Body, Diagnostic, Evidence, Inspection, Inspectorate, Noted, Rating, Recommendation, Speaker, Statement,
};

/// What a reader can step to, filter and point at.
pub(crate) struct Fact<'a> {
    pub item: Item<'a>,
    /// What stands beside it in the article and on its card: the id in the record where it has one.
    pub label: String,
    /// Where its words stand in the text, in the order of the record.
    pub places: Vec<Place>,
}

/// One thing of the record that has evidence.
#[derive(Clone, Copy)]
pub(crate) enum Item<'a> {
    Inspectorate(&'a Inspectorate),
    Body(&'a Body),
    Commissioner(&'a Speaker),
    /// When it took place.
    Date(&'a Noted),
    Due(&'a Noted),
    /// The words that report the inspection, its topic, programme and regime.
    Report(&'a Inspection),
    Rating(&'a Rating),
    Recommendation(&'a Recommendation),
    Statement(&'a Statement),
    Diagnostic(&'a Diagnostic),
}

/// A stretch of the article's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Place {
    pub range: Range<usize>,
    pub part: Part,
}

/// What a stretch is to its fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    Content,
    Speaker,
    Cue,
    Date,
}

/// The kinds a reader can show and hide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Kind {
    Diagnostic,
    Statement,
    Inspection,
    Recommendation,
    Rating,
}

impl Kind {
    /// In the order of the record.
    pub(crate) const ALL: [Self; 5] =
        [Self::Inspection, Self::Rating, Self::Recommendation, Self::Statement, Self::Diagnostic];

    /// Its class in the style sheet.
    pub(crate) fn class(self) -> &'static str {
        match self {
            Self::Inspection => "i",
            Self::Rating => "r",
            Self::Recommendation => "a",
            Self::Statement => "s",
            Self::Diagnostic => "d",
        }
    }

    /// Its name where it is shown and hidden.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Inspection => "Inspection",
            Self::Rating => "Grades",
            Self::Recommendation => "To improve",
            Self::Statement => "Statements",
            Self::Diagnostic => "Not placed",
        }
    }
}

impl<'a> Item<'a> {
    pub(crate) fn kind(self) -> Kind {
        match self {
            Self::Inspectorate(_)
            | Self::Body(_)
            | Self::Commissioner(_)
            | Self::Date(_)
            | Self::Due(_)
            | Self::Report(_) => Kind::Inspection,
            Self::Rating(_) => Kind::Rating,
            Self::Recommendation(_) => Kind::Recommendation,
            Self::Statement(_) => Kind::Statement,
            Self::Diagnostic(_) => Kind::Diagnostic,
        }
    }

    /// The evidence that says it first; a statement has segments instead.
    pub(crate) fn evidence(self) -> Option<&'a Evidence> {
        match self {
            Self::Inspectorate(by) => Some(&by.evidence),
            Self::Body(body) => Some(&body.evidence),
            Self::Commissioner(by) => by.evidence.as_ref(),
            Self::Date(when) | Self::Due(when) => Some(&when.evidence),
            Self::Report(inspection) => inspection.evidence.first(),
            Self::Rating(rating) => Some(&rating.evidence),
            Self::Recommendation(asked) => Some(&asked.evidence),
            Self::Statement(_) => None,
            Self::Diagnostic(diagnostic) => diagnostic.evidence.as_ref(),
        }
    }

    /// The line on which it starts.
    pub(crate) fn line(self) -> Option<u32> {
        match self {
            Self::Statement(statement) => statement.segments.first().map(|segment| segment.line),
            other => other.evidence().map(Evidence::line),
        }
    }
}
