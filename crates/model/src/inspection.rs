use crate::{Days, Evidence, Rating, Recommendation, Speaker};

/// One inspection that an article reports, finished or not.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Inspection {
    /// From inspectorate, body and topic, such as `hmicfrs/greater-manchester-police/child-protection`; the
    /// same from run to run. A second one of the same in an article ends with `/2`.
    pub id: String,
    /// Who inspects; `None` where the text does not let one tell.
    pub inspectorate: Option<Inspectorate>,
    /// Who or what is inspected; `None` where the text does not let one tell.
    pub body: Option<Body>,
    /// What it looks at ("child protection"); `None` where the text names none.
    pub topic: Option<String>,
    /// The programme it belongs to (PEEL, ILACS), only where the text names it.
    pub programme: Option<String>,
    /// How far it has come.
    pub status: Status,
    /// Special measures, Engage, Urgent Notification: a status of the body, never a grade.
    pub regime: Option<String>,
    /// Who asked for it, where the text says so.
    pub commissioned_by: Option<Speaker>,
    /// When it took place ("in March"); `None` where the text does not say beside it.
    pub date: Option<Noted>,
    /// When it is due, as written ("summer next year"); `None` where the text does not say, and for one that is
    /// over: the next, which the article announces, is an inspection of its own.
    pub due: Option<Noted>,
    /// The grades given.
    pub ratings: Vec<Rating>,
    /// What has to improve.
    pub recommendations: Vec<Recommendation>,
    /// The words that report the inspection, its topic, programme and regime.
    pub evidence: Vec<Evidence>,
}

/// Who inspects.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Inspectorate {
    /// The official name, from the lexicon.
    pub name: String,
    /// The usual abbreviation; `None` where there is none.
    pub abbreviation: Option<String>,
    /// The fullest form in the text.
    pub evidence: Evidence,
}

/// Who or what is inspected.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Body {
    /// The canonical name where the lexicon knows it, else as the text has it.
    pub name: String,
    /// The fullest form in the text.
    pub evidence: Evidence,
}

/// How far an inspection has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Status {
    /// Its findings are reported.
    Completed,
    /// Under way.
    InProgress,
    /// Not begun.
    Announced,
}

impl Status {
    /// `completed`, `in_progress` or `announced`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Completed => "completed",
            Self::InProgress => "in_progress",
            Self::Announced => "announced",
        }
    }
}

/// Something kept as written, with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Noted {
    /// The words, such as `summer next year`.
    pub text: String,
    /// The days that they name. A whole date (`3 March 2024`) fixes them itself, other words only together with
    /// the day of publication (`in March`); `None` where nothing fixes them (`within six months`).
    pub days: Option<Days>,
    /// Where they stand.
    pub evidence: Evidence,
}
