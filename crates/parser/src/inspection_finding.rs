//! Inspections as ranges of tokens, before they are written down.

use std::ops::Range;

use onrecord_model::Status;

/// An inspection that the article reports.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct InspectionFinding {
    pub inspectorate: Option<InspectorateFinding>,
    pub body: Option<BodyFinding>,
    /// What it looks at.
    pub topic: Option<Range<usize>>,
    /// The lexicon's name of its programme, and where the text names it.
    pub programme: Option<(String, Range<usize>)>,
    pub status: Status,
    /// The lexicon's name of the regime, and where the text says so.
    pub regime: Option<(String, Range<usize>)>,
    pub commissioned_by: Option<CommissionerFinding>,
    /// When it is due.
    pub due: Option<Range<usize>>,
    /// The blocks in which it is reported: ratings and asks found there belong to it. Empty for a second
    /// inspection that was commissioned or is to come, which has none yet.
    pub blocks: Range<usize>,
}

impl InspectionFinding {
    /// An inspection that is over, before its details are read.
    pub(crate) fn completed(
        inspectorate: Option<InspectorateFinding>,
        body: Option<BodyFinding>,
        blocks: Range<usize>,
    ) -> Self {
        Self {
            inspectorate,
            body,
            topic: None,
            programme: None,
            status: Status::Completed,
            regime: None,
            commissioned_by: None,
            due: None,
            blocks,
        }
    }
}

/// Who inspects.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct InspectorateFinding {
    /// Its place in the lexicon's table.
    pub row: u16,
    /// The fullest form in the text.
    pub tokens: Range<usize>,
}

/// Who is inspected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct BodyFinding {
    pub name: String,
    /// The fullest form in the text.
    pub tokens: Range<usize>,
    /// The kinds that it may be, by place in the lexicon's table; empty where its name does not tell.
    pub kinds: Vec<u16>,
    pub rule: &'static str,
}

/// Who asked for an inspection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct CommissionerFinding {
    pub tokens: Range<usize>,
    pub name: String,
    pub role: Option<String>,
}
