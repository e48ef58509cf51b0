//! Findings: facts as ranges of tokens, before they are written down.

use std::ops::Range;

use onrecord_model::StatementKind;

/// Somebody's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct StatementFinding {
    pub kind: StatementKind,
    pub speaker: SpeakerFinding,
    /// The reporting words.
    pub cue: Range<usize>,
    /// The pieces of the content with their quotation marks, in order; never empty.
    pub segments: Vec<Range<usize>>,
    /// The rule that found it.
    pub rule: &'static str,
}

/// Who said it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SpeakerFinding {
    /// The words at the cue that name the speaker; `None` where the text names nobody.
    pub tokens: Option<Range<usize>>,
    /// The resolved name; `None` where the text names nobody.
    pub name: Option<String>,
    pub role: Option<String>,
    pub organisation: Option<String>,
    /// An inspectorate speaks, itself or through its people, reports or visits.
    pub is_inspectorate: bool,
}
