use crate::{Days, Evidence};

/// Something an inspectorate asks for, or says is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Recommendation {
    /// `a1`, `a2`, …: unique in one article.
    pub id: String,
    /// How it is asked.
    pub kind: RecommendationKind,
    /// What is asked, in the article's words.
    pub text: String,
    /// What it is for ("which would help it to assess risks"); `None` where the text does not say.
    pub purpose: Option<String>,
    /// By when, as written ("within six months"); `None` where the text does not say.
    pub deadline: Option<String>,
    /// The days that `deadline` names. A whole date (`by 1 May 2025`) fixes them itself, other words only together
    /// with the day of publication (`by 1 May`); `None` where nothing fixes them (`within six months`).
    pub deadline_days: Option<Days>,
    /// Who has to act, where that is not the inspected body.
    pub addressee: Option<String>,
    /// True where the text names nobody who asks.
    pub implied: bool,
    /// The words that ask.
    pub evidence: Evidence,
}

/// How an inspectorate asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum RecommendationKind {
    /// Should, asked, wants, recommended.
    Recommendation,
    /// Needs to; what the text calls an area for improvement.
    AreaForImprovement,
    /// Must, ordered, told to; notices.
    Requirement,
    /// A rule said to be broken.
    Breach,
    /// What the inspectorate itself calls a concern, worry or fear.
    Concern,
}

impl RecommendationKind {
    /// Every kind, in the order of the documentation.
    pub const ALL: [Self; 5] =
        [Self::Recommendation, Self::AreaForImprovement, Self::Requirement, Self::Breach, Self::Concern];

    /// The name in a record, such as `area_for_improvement`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Recommendation => "recommendation",
            Self::AreaForImprovement => "area_for_improvement",
            Self::Requirement => "requirement",
            Self::Breach => "breach",
            Self::Concern => "concern",
        }
    }
}
