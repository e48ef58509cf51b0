//! What may stand next, in one number: it tells at one look that nearly every row ends here.

use crate::phrase_book::Slots;
use crate::token::{Symbol, Token};

/// Tokens, with others among them that fall on the same bits.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Sieve(u64);

/// The bit of every token that is no word.
const MARKS: u32 = 63;
/// The bit of every token that a grade may begin with.
const GRADES: u32 = 62;
/// Each word has one of the other bits.
const WORDS: u32 = 62;

impl Sieve {
    /// All tokens, and the end of the text.
    pub(crate) const ALL: Self = Self(u64::MAX);
    /// Every token that is no word.
    pub(crate) const MARK: Self = Self(1 << MARKS);
    /// Every token that a grade may begin with.
    pub(crate) const GRADE: Self = Self(1 << GRADES);

    /// The tokens of both.
    pub(crate) fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The place of a word.
    #[inline]
    pub(crate) fn of_word(symbol: Symbol) -> Self {
        Self(1 << (symbol.0 % WORDS))
    }

    /// The places of one token.
    #[inline]
    pub(crate) fn of(token: &Token, slots: &impl Slots) -> Self {
        let mark = u64::from(!token.is_word()) << MARKS;
        let grade = u64::from(slots.may_lead_to_grade(token)) << GRADES;
        let word = if token.symbol == Symbol::UNKNOWN { 0 } else { Self::of_word(token.symbol).0 };
        Self(word | mark | grade)
    }

    /// Whether it lets some of these pass; one for all tokens lets a text end, too.
    #[inline]
    pub(crate) fn passes(self, tokens: Self) -> bool {
        self.0 == u64::MAX || self.0 & tokens.0 != 0
    }
}
