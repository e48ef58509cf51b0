use crate::Evidence;

/// What the program saw and could not place.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Diagnostic {
    /// What sort of thing it is.
    pub kind: DiagnosticKind,
    /// One sentence: what was seen and what was done about it.
    pub message: String,
    /// Where; `None` where it concerns the whole file.
    pub evidence: Option<Evidence>,
}

/// The sorts of [`Diagnostic`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum DiagnosticKind {
    /// The bytes are not UTF-8 text.
    Encoding,
    /// The file holds no text, or no sentence.
    Empty,
    /// A quotation mark is missing, doubled or the wrong way round.
    Quotation,
    /// A quotation that nobody is said to have spoken.
    Unattributed,
    /// A grade that could not be tied to a scale, a body or an area.
    Grade,
    /// An inspection whose inspectorate or body the text does not name.
    Inspection,
}

impl DiagnosticKind {
    /// The name in a record, such as `quotation`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Encoding => "encoding",
            Self::Empty => "empty",
            Self::Quotation => "quotation",
            Self::Unattributed => "unattributed",
            Self::Grade => "grade",
            Self::Inspection => "inspection",
        }
    }
}
