use std::ops::Range;

use onrecord_model::Span;

use crate::word_list::{Mark, WordList};

/// A word or mark of the article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Token {
    pub start: u32,
    pub end: u32,
    /// The known word that it is, in any spelling; [`Symbol::UNKNOWN`] for all others.
    pub symbol: Symbol,
    pub kind: Kind,
    flags: u8,
    /// How it is written, in short.
    mark: Mark,
}

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    /// Letters, perhaps with an apostrophe or full stops inside: `don't`, `U.S.`.
    Word,
    /// Digits, with the marks inside them: `1,150`, `2.5`, `16-year-old` is three tokens.
    Number,
    /// `'s` behind a word.
    Clitic,
    /// `“` or `„` or `«`.
    DoubleOpen,
    /// `”` or `»`.
    DoubleClose,
    /// `"`, which may open or close.
    DoubleStraight,
    /// `‘`.
    SingleOpen,
    /// `’`, which may close or be an apostrophe.
    SingleClose,
    /// `'`, which may open, close or be an apostrophe.
    SingleStraight,
    /// Full stop, question mark, exclamation mark or ellipsis.
    Stop,
    /// `,`.
    Comma,
    /// `:`.
    Colon,
    /// `;`.
    Semicolon,
    /// A dash between words: `–`, `—`, or a hyphen with a space beside it.
    Dash,
    /// `(` or `[`.
    BracketOpen,
    /// `)` or `]`.
    BracketClose,
    /// Any other mark.
    Mark,
}

/// A known word; two spellings of one word have the same symbol.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Symbol(pub u32);

impl Symbol {
    pub(crate) const UNKNOWN: Self = Self(0);
}

/// A full stop without words: what stands behind the last token.
pub(crate) static NOTHING: Token =
    Token { start: 0, end: 0, symbol: Symbol::UNKNOWN, kind: Kind::Stop, flags: 0, mark: Mark::of(&[]) };

const CAPITAL: u8 = 1;
const ALL_CAPITALS: u8 = 2;
const GLUED: u8 = 4;
const LINE_START: u8 = 8;

impl Token {
    /// The token that stands so in a line, `at` bytes into its file.
    pub(crate) fn new(line: &str, range: Range<usize>, at: usize, symbol: Symbol, kind: Kind) -> Self {
        let mark = Mark::of(&line.as_bytes()[range.clone()]);
        Self { start: (at + range.start) as u32, end: (at + range.end) as u32, symbol, kind, flags: 0, mark }
    }

    /// Whether it is this word of `text`, in any case.
    #[inline]
    pub(crate) fn reads(&self, text: &str, word: &str) -> bool {
        self.mark == Mark::of(word.as_bytes()) && self.is_spelt(text, word)
    }

    /// Whether it is one of these words of `text`, in any case.
    #[inline]
    pub(crate) fn reads_one_of(&self, text: &str, words: &[&str]) -> bool {
        let length = self.len();
        words.iter().any(|word| word.len() == length && self.reads(text, word))
    }

    /// Whether it is on a list of words of `text`, in any case.
    #[inline]
    pub(crate) fn reads_any(&self, text: &str, list: &WordList) -> bool {
        list.may_hold(self.mark) && self.reads_one_of(text, list.words)
    }

    fn is_spelt(&self, text: &str, word: &str) -> bool {
        let letters = &text.as_bytes()[self.start as usize..self.end as usize];
        letters.eq_ignore_ascii_case(word.as_bytes())
    }

    /// How it is written, in short.
    #[inline]
    pub(crate) fn mark(&self) -> Mark {
        self.mark
    }

    pub(crate) fn with_case(mut self, capital: bool, all_capitals: bool) -> Self {
        self.flags |= if capital { CAPITAL } else { 0 } | if all_capitals { ALL_CAPITALS } else { 0 };
        self
    }

    pub(crate) fn with_place(mut self, glued: bool, line_start: bool) -> Self {
        self.flags |= if glued { GLUED } else { 0 } | if line_start { LINE_START } else { 0 };
        self
    }

    /// Length in bytes.
    #[inline]
    pub(crate) fn len(&self) -> usize {
        (self.end - self.start) as usize
    }

    #[inline]
    pub(crate) fn span(&self) -> Span {
        Span::new(self.start, self.end).unwrap_or_else(|_| unreachable!("tokens run forward"))
    }

    /// Its first letter is a capital.
    #[inline]
    pub(crate) fn is_capital(&self) -> bool {
        self.flags & CAPITAL != 0
    }

    /// It has two letters or more, all of them capitals.
    #[inline]
    pub(crate) fn is_all_capitals(&self) -> bool {
        self.flags & ALL_CAPITALS != 0
    }

    /// No white space (but perhaps a hyphen) stands between it and the token before.
    #[inline]
    pub(crate) fn is_glued(&self) -> bool {
        self.flags & GLUED != 0
    }

    /// It is the first of its block.
    #[inline]
    pub(crate) fn is_line_start(&self) -> bool {
        self.flags & LINE_START != 0
    }

    #[inline]
    pub(crate) fn is_word(&self) -> bool {
        self.kind == Kind::Word
    }

    /// A word that the lexicon does not hold.
    #[inline]
    pub(crate) fn is_unknown_word(&self) -> bool {
        self.symbol == Symbol::UNKNOWN && self.is_word()
    }

    /// Any mark that may open or close a quotation.
    #[inline]
    pub(crate) fn is_quotation_mark(&self) -> bool {
        Kind::DoubleOpen <= self.kind && self.kind <= Kind::SingleStraight
    }

    #[inline]
    pub(crate) fn is_single_mark(&self) -> bool {
        Kind::SingleOpen <= self.kind && self.kind <= Kind::SingleStraight
    }
}
