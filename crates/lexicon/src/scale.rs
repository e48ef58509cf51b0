use onrecord_model::{ModelError, Scale};
use serde::Deserialize;

/// The grades of one inspectorate in one period, with the words the press uses for them.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScaleRow {
    /// Id used in records, such as `ofsted-report-card`.
    pub id: String,
    /// Id of the inspectorate.
    pub inspectorate: String,
    /// The programme it belongs to, where an inspectorate has several scales at a time: it counts only where
    /// the article names the programme.
    #[serde(default)]
    pub programme: Option<String>,
    /// First day on which it was used (ISO date, or only its year and month, or year); absent where not known.
    #[serde(default)]
    pub from: Option<String>,
    /// Last day on which it was used; absent where it still is.
    #[serde(default)]
    pub to: Option<String>,
    /// Whether a body gets one grade for everything.
    pub overall: bool,
    /// Whether only the areas named here have these grades: "met" is a grade of safeguarding and of nothing
    /// else.
    #[serde(default)]
    pub closed: bool,
    /// The grades, best first.
    pub grades: Vec<GradeForm>,
    /// The areas that are graded by name; empty where they vary.
    #[serde(default)]
    pub areas: Vec<Area>,
    /// Kinds of body that are graded on it; empty where that is all that no other scale of the inspectorate
    /// names.
    #[serde(default)]
    pub bodies: Vec<String>,
}

impl ScaleRow {
    /// The scale as the model knows it.
    ///
    /// # Errors
    /// [`ModelError::NotAScale`] where it has fewer than two grades or names one twice.
    pub fn scale(&self) -> Result<Scale, ModelError> {
        Scale::new(&self.id, self.overall, self.grades.iter().map(|grade| grade.label.as_str()))
    }
}

/// One grade with its forms.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GradeForm {
    /// The canonical label.
    pub label: String,
    /// Every form in which the press writes it, in lower case, the label's own words included where they are
    /// used: inflected, abbreviated, numbered ("required improvement", "ri"). What follows from its place
    /// among the grades or from `value` ("the top mark", "grade three") is none.
    pub forms: Vec<String>,
    /// Number or code on the inspectorate's own numbering ("grade three", "a four"); absent where none.
    #[serde(default)]
    pub value: Option<u8>,
}

/// One graded area with its synonyms.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Area {
    /// The canonical name, lower case.
    pub name: String,
    /// Other words for it.
    #[serde(default)]
    pub forms: Vec<String>,
    /// Whether a record uses the canonical name even where the text has another (CQC: "leadership" is
    /// `well-led`).
    #[serde(default)]
    pub fixed: bool,
}
