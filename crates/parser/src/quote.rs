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
    /// For each token, whether it stands in one, as a bit.
    held: Vec<u64>,
    /// Marks that were missing or the wrong way round: the first [`Quotes::MOST_LISTED`] of them.
    pub broken: Vec<Broken>,
    /// How many more there were.
    pub broken_unlisted: usize,
}

/// A quotation whose marks had to be mended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Broken {
    /// What is wrong and what was done.
    pub message: &'static str,
    pub tokens: Range<usize>,
}

impl Quotes {
    /// A text with more that is odd about its quotations is no article, and the list would outgrow it.
    pub(crate) const MOST_LISTED: usize = 1000;

    pub(crate) fn note_broken(&mut self, broken: Broken) {
        if self.broken.len() < Self::MOST_LISTED {
            self.broken.push(broken);
        } else {
            self.broken_unlisted += 1;
        }
    }

    pub(crate) fn new(tokens: usize) -> Self {
        Self { held: vec![0; tokens.div_ceil(64)], ..Self::default() }
    }

    /// Adds a quotation that begins behind the last one.
    pub(crate) fn push(&mut self, quote: Quote) {
        for token in quote.tokens.clone() {
            self.held[token / 64] |= 1 << (token % 64);
        }
        self.list.push(quote);
    }

    /// The quotation that holds a token.
    pub(crate) fn at(&self, token: usize) -> Option<&Quote> {
        self.index_at(token).map(|index| &self.list[index])
    }

    /// The index of the quotation that holds a token.
    pub(crate) fn index_at(&self, token: usize) -> Option<usize> {
        if !self.holds(token) {
            return None;
        }
        self.list.partition_point(|quote| quote.tokens.start <= token).checked_sub(1)
    }

    /// Whether a token stands in quotation marks.
    #[inline]
    pub(crate) fn holds(&self, token: usize) -> bool {
        self.held.get(token / 64).is_some_and(|held| held & 1 << (token % 64) != 0)
    }
}
