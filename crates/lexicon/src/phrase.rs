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
    /// What carries an ask, and with it how it is decided whose ask it is; rows of ratings have none.
    #[serde(default)]
    pub carrier: Carrier,
    /// Sentences it must read.
    #[serde(default)]
    pub reads: Vec<String>,
    /// Sentences it must not read.
    #[serde(default)]
    pub skips: Vec<String>,
}

/// What carries an ask: by it the parser decides whether the inspectorate asks, and how far the ask reaches.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Carrier {
    /// A name of an ask, a notice, a breach: `area for improvement in`. Read unless somebody else says it.
    #[default]
    Name,
    /// `must`, `should`, `needs to`: read where the one who must is the body or its people, or where the
    /// inspectorate speaks. The ask is a clause with its subject.
    Modal,
    /// `told to`, `urges X to`: read where the inspectorate tells, or the body is told.
    Verb,
    /// `concerned that`: read where the inspectorate has the feeling.
    Feeling,
    /// Words that anybody uses, `a requirement to`, `it is vital that`: read only where the inspectorate
    /// speaks, in its own words or in a sentence that names it.
    Advice,
    /// `faces closure unless`: read where the body is threatened.
    Threat,
    /// `ordered at`: a participle without its verb, read in headlines, where the thing before it is no body.
    Headline,
    /// `namely`: read behind the name of an ask, whose kind it takes.
    Continuation,
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
