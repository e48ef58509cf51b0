//! What a later stage reads: the article's tokens beside everything that tells what they mean.

use std::ops::Range;

use onrecord_lexicon::{Frame, Lexicon};
use onrecord_model::Source;

use crate::block::{Block, BlockKind};
use crate::blocks_to_tokens::{Sentence, Tokens};
use crate::cue_words::{Cue, CueWords, Cues};
use crate::token::{Kind, Symbol, Token};
use crate::vocabulary::{Meaning, Vocabulary};
use crate::word_class::Class;
use crate::word_list::{Mark, WordList};

/// How many tokens a search for an opening quotation mark goes back; longer paragraphs are none of a newspaper's.
const FAR: usize = 400;

/// An article's tokens, the blocks they stand in, and the compiled lexicon.
#[derive(Clone, Copy)]
pub(crate) struct Reading<'a> {
    pub source: &'a Source<'a>,
    pub blocks: &'a [Block],
    pub tokens: &'a Tokens,
    pub vocabulary: &'a Vocabulary,
    pub cues: &'a CueWords,
    /// For each sentence, the lists of cue words that it holds words of.
    pub sentence_cues: &'a [Cues],
    pub lexicon: &'a Lexicon,
}

impl<'a> Reading<'a> {
    #[inline]
    pub(crate) fn token(&self, index: usize) -> &'a Token {
        &self.tokens.list[index]
    }

    /// The token before one, in the same sentence.
    pub(crate) fn before(&self, index: usize, sentence: &Sentence) -> Option<&'a Token> {
        (index > sentence.tokens.start).then(|| self.token(index - 1))
    }

    /// The words of a range as the file has them.
    pub(crate) fn text(&self, range: Range<usize>) -> &'a str {
        self.source.get(self.tokens.span(range)).unwrap_or_default()
    }

    /// One token as the file has it; empty behind the last one.
    pub(crate) fn word(&self, index: usize) -> &'a str {
        let token = self.tokens.list.get(index);
        token.and_then(|token| self.source.get(token.span())).unwrap_or_default()
    }

    /// Whether a token is of this kind; false behind the last one.
    pub(crate) fn is_kind(&self, index: usize, kind: Kind) -> bool {
        self.tokens.list.get(index).is_some_and(|token| token.kind == kind)
    }

    /// Whether a token is a word; false behind the last one.
    pub(crate) fn is_word(&self, index: usize) -> bool {
        self.tokens.list.get(index).is_some_and(Token::is_word)
    }

    /// Whether a token is a word of this class; false behind the last one.
    #[inline]
    pub(crate) fn has(&self, index: usize, class: Class) -> bool {
        self.tokens.list.get(index).is_some_and(|token| self.vocabulary.classes(token.symbol).has(class))
    }

    /// Whether a token is on a list of cue words; false behind the last one.
    #[inline]
    pub(crate) fn cue(&self, index: usize, cue: Cue) -> bool {
        self.tokens.list.get(index).is_some_and(|token| self.cues.at(token, cue))
    }

    /// Whether a sentence holds a word of a list.
    #[inline]
    pub(crate) fn sentence_has(&self, sentence: usize, cue: Cue) -> bool {
        self.sentence_cues[sentence].has(cue)
    }

    /// Whether a token is this word, in any case; false behind the last one.
    #[inline]
    pub(crate) fn is(&self, index: usize, word: &str) -> bool {
        let mark = Mark::of(word.as_bytes());
        self.tokens.list.get(index).is_some_and(|token| self.mark(token) == mark && self.reads(token, word))
    }

    /// How a token's word is written in the lexicon, or in the text where the lexicon does not hold it.
    #[inline]
    fn mark(&self, token: &Token) -> Mark {
        if token.symbol == Symbol::UNKNOWN { token.mark() } else { self.vocabulary.mark(token.symbol) }
    }

    #[inline(never)]
    fn reads(&self, token: &Token, word: &str) -> bool {
        match token.symbol {
            // No list of the lexicon holds the word: the grammar alone asks for it.
            Symbol::UNKNOWN => token.is_word() && token.reads(self.source.text(), word),
            symbol => self.vocabulary.is(symbol, word),
        }
    }

    /// A word of a post: manager, constable. Words that only join one ("head of") are none.
    pub(crate) fn is_post(&self, index: usize) -> bool {
        self.has(index, Class::Role) && !self.joins(index)
    }

    /// Mr, Dr, Cllr.
    pub(crate) fn is_title(&self, index: usize) -> bool {
        self.has(index, Class::Title) && !self.joins(index)
    }

    fn joins(&self, index: usize) -> bool {
        let classes = self.vocabulary.classes(self.token(index).symbol);
        classes.has_any(&[Class::Preposition, Class::Determiner, Class::Coordinator])
    }

    /// months, Easter: a word of time that is no month or weekday.
    pub(crate) fn is_time(&self, index: usize) -> bool {
        self.cue(index, Cue::Time)
    }

    /// Whether the word before does not need this one: "look | after" is one verb.
    pub(crate) fn before_is_no_verb(&self, index: usize) -> bool {
        let before = index.wrapping_sub(1);
        before >= self.tokens.list.len() || !(self.is(before, "look") || self.is(before, "looking"))
    }

    /// Whether "the", "this" or a possessive stands right before a token.
    pub(crate) fn is_the(&self, index: usize) -> bool {
        index > 0 && (self.has(index - 1, Class::Determiner) || self.token(index - 1).kind == Kind::Clitic)
    }

    /// Whether a reporting verb or phrase begins at a token.
    pub(crate) fn reports(&self, index: usize) -> bool {
        self.has(index, Class::Reporting) && {
            let rest = &self.tokens.list[index..self.tokens.list.len().min(index + 6)];
            let mut terms = self.vocabulary.terms(rest);
            terms.any(|(_, meanings)| meanings.iter().any(|meaning| matches!(meaning, Meaning::Verb(_))))
        }
    }

    /// "complaints": a noun that reports, and no verb.
    pub(crate) fn is_noun_of_speech(&self, index: usize) -> bool {
        let one = self.vocabulary.longest_term(&self.tokens.list[index..=index]);
        let noun = |meaning: &Meaning| match meaning {
            Meaning::Verb(verb) => self.lexicon.verbs()[usize::from(*verb)].frames == [Frame::Noun],
            _ => false,
        };
        one.is_some_and(|(_, meanings)| meanings.iter().any(noun))
    }

    /// Whether a token is one of these words.
    pub(crate) fn is_one_of(&self, index: usize, words: &[&str]) -> bool {
        self.tokens.list.get(index).is_some_and(|token| self.reads_one_of(token, words))
    }

    fn reads_one_of(&self, token: &Token, words: &[&str]) -> bool {
        match token.symbol {
            Symbol::UNKNOWN => token.is_word() && token.reads_one_of(self.source.text(), words),
            symbol => self.vocabulary.is_one_of(symbol, words),
        }
    }

    /// Whether a token is a word on a list; false behind the last one.
    #[inline]
    pub(crate) fn is_any(&self, index: usize, list: &WordList) -> bool {
        let tokens = &self.tokens.list;
        tokens
            .get(index)
            .is_some_and(|token| list.may_hold(self.mark(token)) && self.reads_one_of(token, list.words))
    }

    /// Whether a token is one of these pronouns, with an auxiliary in it or without: "we", "we'd", "we’ve".
    pub(crate) fn is_pronoun(&self, index: usize, words: &[&str]) -> bool {
        let word = self.word(index).split(['\'', '’']).next().unwrap_or_default();
        words.iter().any(|pronoun| word.eq_ignore_ascii_case(pronoun))
    }

    /// The number that a word or digits say, up to twelve.
    pub(crate) fn small_number(&self, index: usize) -> Option<usize> {
        const WORDS: &[&str] = &[
            "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        ];
        let word = WORDS.iter().position(|word| self.is(index, word)).map(|place| place + 1);
        word.or_else(|| self.word(index).parse().ok().filter(|number| *number <= WORDS.len()))
    }

    /// mended, brought: a past participle, by its ending or one of the common ones without it.
    pub(crate) fn is_participle(&self, index: usize) -> bool {
        const IRREGULAR: &[&str] = &[
            "brought",
            "built",
            "cut",
            "done",
            "given",
            "held",
            "kept",
            "made",
            "met",
            "put",
            "read",
            "seen",
            "sent",
            "set",
            "shut",
            "taken",
            "taught",
            "told",
            "written",
            "rewritten",
            "rebuilt",
            "drawn",
        ];
        self.is_word(index) && (self.word(index).ends_with("ed") || self.is_one_of(index, IRREGULAR))
    }

    /// Whether a token alone is a term with such a meaning.
    pub(crate) fn is_term(&self, index: usize, wanted: fn(&Meaning) -> bool) -> bool {
        let one = self.vocabulary.longest_term(&self.tokens.list[index..=index]);
        one.is_some_and(|(_, meanings)| meanings.iter().any(wanted))
    }

    /// The index of the sentence that holds a token.
    pub(crate) fn sentence_of(&self, index: usize) -> usize {
        self.tokens.sentences.partition_point(|sentence| sentence.tokens.end <= index)
    }

    pub(crate) fn block_kind(&self, sentence: &Sentence) -> BlockKind {
        self.blocks[sentence.block].kind
    }

    /// Whether two ranges read the same, in any case.
    pub(crate) fn same_words(&self, one: Range<usize>, other: Range<usize>) -> bool {
        one.len() == other.len()
            && one.zip(other).all(|(a, b)| {
                self.token(a).kind == self.token(b).kind
                    && (self.word(a).eq_ignore_ascii_case(self.word(b)) || self.same_symbol(a, b))
            })
    }

    /// Whether two words are perhaps the same, in any case; most others are not.
    #[inline]
    pub(crate) fn may_be_same(&self, a: usize, b: usize) -> bool {
        self.token(a).mark() == self.token(b).mark() || self.same_symbol(a, b)
    }

    fn same_symbol(&self, a: usize, b: usize) -> bool {
        let (a, b) = (self.token(a).symbol, self.token(b).symbol);
        a != Symbol::UNKNOWN && a == b
    }

    /// Past quotation marks from `index` on, at most to `end`.
    pub(crate) fn skip_marks(&self, mut index: usize, end: usize) -> usize {
        while index < end && self.token(index).is_quotation_mark() {
            index += 1;
        }
        index
    }

    /// Whether a token stands in quotation marks that open in its block.
    pub(crate) fn is_quoted(&self, index: usize) -> bool {
        let mut closed = false;
        for at in (index.saturating_sub(FAR)..index).rev() {
            let token = self.token(at);
            let apostrophe =
                token.is_single_mark() && token.is_glued() && at > 0 && self.token(at - 1).is_word();
            if token.is_quotation_mark() && !apostrophe {
                let opens = token.is_line_start() || !token.is_glued();
                return opens && !(closed && token.is_single_mark());
            }
            closed |= apostrophe;
            if token.is_line_start() {
                return false;
            }
        }
        false
    }

    /// The end of a bracket that opens at `index`; `index` where none does.
    pub(crate) fn skip_bracket(&self, index: usize, end: usize) -> usize {
        if index >= end || self.token(index).kind != Kind::BracketOpen {
            return index;
        }
        let close = (index..end.min(index + 12)).find(|&at| self.token(at).kind == Kind::BracketClose);
        close.map_or(index, |close| close + 1)
    }
}
