use crate::{Evidence, Grade};

/// A grade given to a body, for everything or for one area.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(try_from = "Written", into = "Written")
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Rating {
    /// `r1`, `r2`, …: unique in one article.
    pub id: String,
    /// The grade on its scale.
    pub grade: Grade,
    /// What the grade is for.
    pub scope: Scope,
    /// Whether this inspection gave it or an earlier one.
    pub time: Time,
    /// The words that give it.
    pub evidence: Evidence,
}

impl Rating {
    /// A rating; the grade comes from [`Scale::grade`](crate::Scale::grade) only.
    #[must_use]
    pub fn new(id: impl Into<String>, grade: Grade, scope: Scope, time: Time, evidence: Evidence) -> Self {
        Self { id: id.into(), grade, scope, time, evidence }
    }
}

/// What a rating is for.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Scope {
    /// The body as a whole.
    Overall,
    /// Part of its work.
    Area {
        /// The area's name; `None` where the text only counts or does not say.
        area: Option<String>,
        /// How many unnamed areas share the grade; `None` where one is named.
        count: Option<u32>,
    },
}

impl Scope {
    /// `overall` or `area`.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Overall => "overall",
            Self::Area { .. } => "area",
        }
    }

    /// The area's name; `None` for the whole body, or where the text does not name it.
    #[must_use]
    pub fn area(&self) -> Option<&str> {
        match self {
            Self::Overall => None,
            Self::Area { area, .. } => area.as_deref(),
        }
    }

    /// How many unnamed areas share the grade.
    #[must_use]
    pub fn count(&self) -> Option<u32> {
        match self {
            Self::Overall => None,
            Self::Area { count, .. } => *count,
        }
    }
}

/// When a grade was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Time {
    /// By the inspection that the article reports.
    Current,
    /// By anything earlier.
    Previous,
}

impl Time {
    /// `current` or `previous`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Current => "current",
            Self::Previous => "previous",
        }
    }
}

// A rating as a record holds it: flat.
/// A grade given to a body, for everything or for one area.
#[cfg(feature = "serde")]
#[derive(serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Rating"))]
struct Written {
    /// `r1`, `r2`, …: unique in one article.
    id: String,
    #[serde(flatten)]
    grade: Grade,
    /// What the grade is for.
    scope: WrittenScope,
    /// The area's name; null for the whole body, or where the text only counts or does not say.
    area: Option<String>,
    /// How many unnamed areas share the grade; null where one is named.
    count: Option<u32>,
    /// Whether this inspection gave it or an earlier one.
    time: Time,
    /// The words that give it.
    evidence: Evidence,
}

/// What a rating is for.
#[cfg(feature = "serde")]
#[derive(serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Scope"))]
#[serde(rename_all = "snake_case")]
enum WrittenScope {
    /// The body as a whole.
    Overall,
    /// Part of its work.
    Area,
}

#[cfg(feature = "serde")]
impl From<Rating> for Written {
    fn from(rating: Rating) -> Self {
        let (scope, area, count) = match rating.scope {
            Scope::Overall => (WrittenScope::Overall, None, None),
            Scope::Area { area, count } => (WrittenScope::Area, area, count),
        };
        let Rating { id, grade, time, evidence, .. } = rating;
        Self { id, grade, scope, area, count, time, evidence }
    }
}

#[cfg(feature = "serde")]
impl TryFrom<Written> for Rating {
    type Error = crate::ModelError;

    fn try_from(written: Written) -> Result<Self, Self::Error> {
        let scope = match (written.scope, written.area, written.count) {
            (WrittenScope::Overall, None, None) => Scope::Overall,
            (WrittenScope::Overall, _, _) => return Err(crate::ModelError::OverallWithArea),
            (WrittenScope::Area, area, count) => Scope::Area { area, count },
        };
        Ok(Self::new(written.id, written.grade, scope, written.time, written.evidence))
    }
}
