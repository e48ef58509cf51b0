use serde::Deserialize;

/// A row of the phrase book: how the press words one kind of fact.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phrase {
    /// Name of the rule; it stands in the evidence of every fact the row reads.
    pub id: String,
    /// The words, with slots in braces, alternatives in brackets, and `?` behind what may be missing:
    /// `{be}? (rated|judged|graded) {grade} in {count} areas`.
    pub template: String,
    /// What a match is.
    pub yields: Yield,
    /// Read only where the inspectorate speaks: in its own words, or in a sentence that names it. For words
    /// that anybody uses: `a requirement to`, `it is vital that`.
    #[serde(default)]
    pub inspectorate_only: bool,
    /// Sentences it must read.
    #[serde(default)]
    pub reads: Vec<String>,
    /// Sentences it must not read.
    #[serde(default)]
    pub skips: Vec<String>,
}

/// What a match of a [`Phrase`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Yield {
    /// A rating.
    Rating,
    /// A rating where the words around it are about ratings too: `good for leadership`.
    RatingPart,
    /// Words that look like a rating and are none.
    NoRating,
    /// A recommendation of the kind that its own words name.
    Recommendation,
    /// An area for improvement.
    AreaForImprovement,
    /// A requirement.
    Requirement,
    /// A breach of a rule.
    Breach,
    /// A concern.
    Concern,
}
