use std::ops::Range;

use onrecord_model::Time;

/// A grade given to a body, as ranges of tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RatingFinding {
    /// Index of the scale in the lexicon.
    pub scale: u16,
    /// Index of the grade on it; 0 is the best.
    pub grade: u8,
    pub scope: RatingScope,
    /// The area on its scale in the lexicon, where it is one of those: two names of one area are one entry.
    pub area: Option<(u16, u16)>,
    pub time: Time,
    /// The words that give it; never empty.
    pub evidence: Range<usize>,
    /// Index of the phrase that read it among the lexicon's phrases; `None` for a row of a list or table.
    pub phrase: Option<u16>,
    /// Index of the block it stands in: in a round-up, that tells whose it is.
    pub block: usize,
}

/// What a grade is for.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum RatingScope {
    /// The body as a whole.
    Overall,
    /// An area by its name, in lower case and without article.
    Area(String),
    /// So many areas that the text does not name.
    Count(u32),
}

impl RatingFinding {
    /// The name of the rule, for its evidence.
    pub(crate) fn rule<'l>(&self, lexicon: &'l onrecord_lexicon::Lexicon) -> &'l str {
        self.phrase.map_or("rating-row", |phrase| lexicon.phrases()[usize::from(phrase)].id.as_str())
    }
}
