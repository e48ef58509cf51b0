//! Asks as ranges of tokens, before they are written down.

use std::ops::Range;

use onrecord_model::RecommendationKind;

/// Something an inspectorate asks for, or says is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RecommendationFinding {
    pub kind: RecommendationKind,
    /// The words that ask, with the purpose.
    pub tokens: Range<usize>,
    /// What it is for; inside `tokens`, at their end.
    pub purpose: Option<Range<usize>>,
    /// By when.
    pub deadline: Option<Range<usize>>,
    /// Who has to act, where the text says that it is not the inspected body.
    pub addressee: Option<Range<usize>>,
    /// The text names nobody who asks.
    pub implied: bool,
    /// The row that read it, among the lexicon's phrases.
    pub phrase: u16,
}

impl RecommendationFinding {
    /// What is asked, without what it is for.
    pub(crate) fn action(&self) -> Range<usize> {
        match &self.purpose {
            Some(purpose) if purpose.start > self.tokens.start => self.tokens.start..purpose.start,
            _ => self.tokens.clone(),
        }
    }
}
