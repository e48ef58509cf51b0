use std::ops::Range;

/// A stretch of one paragraph that stands in quotation marks, broken ones mended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Quote {
    /// From the opening to the closing mark, both included where they are there.
    pub tokens: Range<usize>,
    /// Index of its block.
    pub block: usize,
    /// Its first token is an opening mark.
    pub opened: bool,
    /// Its last token is a closing mark.
    pub closed: bool,
}

impl Quote {
    /// The tokens between the marks.
    pub(crate) fn inner(&self) -> Range<usize> {
        let start = self.tokens.start + usize::from(self.opened);
        let end = self.tokens.end - usize::from(self.closed);
        start..end.max(start)
    }
}

/// The quotations of an article, in order, none inside another.
#[derive(Debug, Default)]
pub(crate) struct Quotes {
    pub list: Vec<Quote>,
    /// For each token, one more than the index of its quotation; 0 outside all.
    at: Vec<u32>,
    /// Marks that were missing or the wrong way round.
    pub broken: Vec<Broken>,
}

/// A quotation whose marks had to be mended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Broken {
    /// What is wrong and what was done.
    pub message: &'static str,
    pub tokens: Range<usize>,
}

impl Quotes {
    pub(crate) fn new(tokens: usize) -> Self {
        Self { at: vec![0; tokens], ..Self::default() }
    }

    pub(crate) fn push(&mut self, quote: Quote) {
        let number = self.list.len() as u32 + 1;
        self.at[quote.tokens.clone()].fill(number);
        self.list.push(quote);
    }

    /// The quotation that holds a token.
    pub(crate) fn at(&self, token: usize) -> Option<&Quote> {
        self.index_at(token).map(|index| &self.list[index])
    }

    /// The index of the quotation that holds a token.
    pub(crate) fn index_at(&self, token: usize) -> Option<usize> {
        (*self.at.get(token)? as usize).checked_sub(1)
    }

    /// Whether a token stands in quotation marks.
    #[inline]
    pub(crate) fn holds(&self, token: usize) -> bool {
        self.at.get(token).is_some_and(|&number| number > 0)
    }
}
