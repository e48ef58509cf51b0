//! What may stand next, in one number: it tells at one look that nearly every row ends here.

use crate::token::{Symbol, Token};

/// Tokens, with others among them that fall on the same bits.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Sieve(u64);

/// The bit of every token that is no word, and of a few words; each word has one of all the bits.
const MARKS: u32 = 63;

impl Sieve {
    /// All tokens, and the end of the text.
    pub(crate) const ALL: Self = Self(u64::MAX);
    /// Every token that is no word.
    pub(crate) const MARK: Self = Self(1 << MARKS);

    /// The tokens of both.
    pub(crate) fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The place of a word.
    #[inline]
    pub(crate) fn of_word(symbol: Symbol) -> Self {
        Self(1 << (symbol.0 & MARKS))
    }

    /// The place of one token.
    #[inline]
    pub(crate) fn of(token: &Token) -> Self {
        let mark = u64::from(!token.is_word()) << MARKS;
        let word = if token.symbol == Symbol::UNKNOWN { 0 } else { Self::of_word(token.symbol).0 };
        Self(word | mark)
    }

    /// Whether it lets some of these pass; one for all tokens lets a text end, too.
    #[inline]
    pub(crate) fn passes(self, tokens: Self) -> bool {
        self.0 == u64::MAX || self.0 & tokens.0 != 0
    }
}
