use crate::{Evidence, Noted};

/// Something somebody is reported to have said or written.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Statement {
    /// `s1`, `s2`, …: unique in one article.
    pub id: String,
    /// Whether the words stand in quotation marks.
    pub kind: StatementKind,
    /// Who said it.
    pub speaker: Speaker,
    /// The words that report it ("said"); `None` where the text has none.
    pub cue: Option<Cue>,
    /// When it was said ("on Tuesday"); `None` where the text does not say beside it.
    pub date: Option<Noted>,
    /// The content, one for each contiguous piece, in order.
    pub segments: Vec<Segment>,
    /// The segments joined by a space, without the outer quotation marks.
    pub text: String,
    /// Ids of the inspections, ratings and recommendations that it speaks of.
    pub about: Vec<String>,
}

/// Whether the words of a [`Statement`] stand in quotation marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum StatementKind {
    /// All of them.
    Direct,
    /// Some of them.
    Mixed,
    /// None of them.
    Indirect,
}

impl StatementKind {
    /// `direct`, `mixed` or `indirect`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Mixed => "mixed",
            Self::Indirect => "indirect",
        }
    }
}

/// Who said something, or who commissioned it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Speaker {
    /// The fullest name in the article, without title; an inspectorate by its usual short name; `None` where
    /// the text names nobody.
    pub name: Option<String>,
    /// Post, affiliation or relation as the article gives it anywhere; `None` for bodies or where not given.
    pub role: Option<String>,
    /// The organisation the speaker belongs to, where the text gives it.
    pub organisation: Option<String>,
    /// True where the text names no speaker ("has been praised for …").
    pub implied: bool,
    /// The words beside the content that name the speaker; `None` where the speaker is implied.
    pub evidence: Option<Evidence>,
}

/// The words that report a statement, such as `said` or `according to`.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Cue {
    /// The exact words.
    pub text: String,
    /// First byte in the file.
    pub start: u32,
    /// One past the last byte in the file.
    pub end: u32,
    /// 1-based line.
    #[cfg_attr(feature = "schema", schemars(range(min = 1)))]
    pub line: u32,
}

impl From<Evidence> for Cue {
    fn from(evidence: Evidence) -> Self {
        Self {
            start: evidence.start(),
            end: evidence.end(),
            line: evidence.line(),
            text: evidence.into_text(),
        }
    }
}

/// One contiguous piece of a statement's content, with its quotation marks as printed.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Segment {
    /// First byte in the file.
    pub start: u32,
    /// One past the last byte in the file.
    pub end: u32,
    /// 1-based line on which it starts.
    #[cfg_attr(feature = "schema", schemars(range(min = 1)))]
    pub line: u32,
    /// The exact words.
    pub text: String,
}

impl From<Evidence> for Segment {
    fn from(evidence: Evidence) -> Self {
        Self {
            start: evidence.start(),
            end: evidence.end(),
            line: evidence.line(),
            text: evidence.into_text(),
        }
    }
}
