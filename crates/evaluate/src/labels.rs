use onrecord_model::{RecommendationKind, StatementKind, Time};
use serde::Deserialize;

/// What an article should yield: the content of one label file.
///
/// Every surface and segment is an exact piece of the article.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Labels {
    /// Where the article was published; not scored.
    pub url: Option<String>,
    /// How it was found; not scored.
    pub query: Option<String>,
    /// Where it comes from; not scored.
    pub source: Option<String>,
    /// What its writing is like; not scored.
    pub layout_modelled_on: Option<String>,
    /// Who inspects; `None` where the article is not about an inspection.
    pub inspectorate: Option<InspectorateLabel>,
    /// What is inspected; `None` where the article is not about an inspection.
    pub subject: Option<SubjectLabel>,
    /// Its grades.
    #[serde(default)]
    pub ratings: Vec<RatingLabel>,
    /// What has to improve.
    #[serde(default)]
    pub recommendations: Vec<RecommendationLabel>,
    /// Who said what.
    #[serde(default)]
    pub statements: Vec<StatementLabel>,
    /// In a round-up, the bodies after the first.
    #[serde(default)]
    pub other_inspections: Vec<OtherInspection>,
}

/// An inspectorate.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InspectorateLabel {
    /// The official name.
    pub name: String,
    /// The usual abbreviation; `None` where there is none.
    pub abbreviation: Option<String>,
    /// The first mention of the fullest form.
    pub surface: String,
}

/// An inspected body.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SubjectLabel {
    /// The fullest name in the text, without "the".
    pub name: String,
    /// Where that stands.
    pub surface: String,
}

/// A grade.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RatingLabel {
    /// The scale's own words.
    pub grade: String,
    /// Whether it is for the whole body.
    pub scope: ScopeLabel,
    /// The area; `None` for the whole body, or where the text does not name it.
    pub area: Option<String>,
    /// How many unnamed areas share the grade.
    pub count: Option<u32>,
    /// Whether this inspection gave it.
    #[serde(default = "current")]
    pub time: Time,
    /// The words that give it.
    pub surface: String,
    /// Other places that say the same.
    #[serde(default)]
    pub also_surfaces: Vec<String>,
}

/// What a grade is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ScopeLabel {
    /// The whole body.
    Overall,
    /// Part of its work.
    Area,
}

/// Something that is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecommendationLabel {
    /// How it is asked.
    pub kind: RecommendationKind,
    /// The words that ask.
    pub surface: String,
}

/// Something said.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StatementLabel {
    /// Whether the words stand in quotation marks.
    pub kind: StatementKind,
    /// Who says it, by the fullest name in the text.
    pub speaker: String,
    /// The words beside the content that name the speaker.
    pub speaker_surface: String,
    /// Post, affiliation or relation; not scored.
    pub role: Option<String>,
    /// The reporting verb; not scored.
    pub cue: String,
    /// The content, one for each unbroken piece.
    pub segments: Vec<String>,
}

/// A body of a round-up, with its own grades.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OtherInspection {
    /// The body; not scored.
    pub subject: SubjectLabel,
    /// Its grades, scored with those of the first body.
    #[serde(default)]
    pub ratings: Vec<RatingLabel>,
}

impl Labels {
    /// The grades of every body.
    pub fn all_ratings(&self) -> impl Iterator<Item = &RatingLabel> {
        self.ratings.iter().chain(self.other_inspections.iter().flat_map(|other| &other.ratings))
    }

    /// Every piece of the article that the labels quote and the scores look up.
    pub(crate) fn surfaces(&self) -> impl Iterator<Item = &str> {
        let ratings =
            self.all_ratings().flat_map(|rating| [&rating.surface].into_iter().chain(&rating.also_surfaces));
        let asks = self.recommendations.iter().map(|ask| &ask.surface);
        let said = self.statements.iter().flat_map(|statement| &statement.segments);
        ratings.chain(asks).chain(said).map(String::as_str)
    }
}

fn current() -> Time {
    Time::Current
}
