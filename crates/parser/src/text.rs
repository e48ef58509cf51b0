use std::ops::Range;

use onrecord_lexicon::{Frame, Lexicon};
use onrecord_model::Source;
use rustc_hash::FxHashMap;

use crate::block::Block;
use crate::blocks_to_tokens::Tokens;
use crate::organisation::{Form, Organisations};
use crate::quote::Quotes;
use crate::token::{Kind, Token};
use crate::vocabulary::{Meaning, Vocabulary, has_frame};
use crate::word_class::{Class, Classes};
use crate::word_list::WordList;

/// An article as the grammar reads it: its tokens and quotations, and what the words mean.
#[derive(Clone, Copy)]
pub(crate) struct Text<'a> {
    pub source: &'a Source<'a>,
    pub blocks: &'a [Block],
    pub tokens: &'a Tokens,
    pub quotes: &'a Quotes,
    pub vocabulary: &'a Vocabulary,
    pub lexicon: &'a Lexicon,
    pub names: &'a InspectorateNames,
    /// Row of the inspectorate whose inspection is reported; its grades are terms of art here.
    pub inspectorate: Option<u16>,
}

/// Where the names of inspectorates begin and end.
#[derive(Debug, Default)]
pub(crate) struct InspectorateNames {
    by_start: FxHashMap<usize, usize>,
    by_end: FxHashMap<usize, usize>,
}

impl InspectorateNames {
    /// Of the inspectorates that an article names in full.
    pub(crate) fn of(organisations: &Organisations) -> Self {
        let full = organisations.inspectorates.iter().filter(|mention| mention.form == Form::Name);
        let names = full.map(|mention| &mention.tokens).filter(|name| name.len() > 1);
        let (by_start, by_end) = names.map(|name| ((name.start, name.end), (name.end, name.start))).unzip();
        Self { by_start, by_end }
    }
}

impl<'a> Text<'a> {
    #[inline]
    pub(crate) fn token(&self, index: usize) -> &'a Token {
        &self.tokens.list[index]
    }

    /// What the word of a token is to the grammar; nothing behind the last one.
    #[inline]
    pub(crate) fn classes(&self, index: usize) -> Classes {
        let token = self.tokens.list.get(index);
        token.map_or_else(Classes::default, |token| self.vocabulary.classes(token.symbol))
    }

    #[inline]
    pub(crate) fn is(&self, index: usize, class: Class) -> bool {
        self.classes(index).has(class)
    }

    #[inline]
    pub(crate) fn kind(&self, index: usize) -> Kind {
        self.token(index).kind
    }

    /// The start of an inspectorate's name of several words that ends before a token.
    pub(crate) fn name_ending_at(&self, end: usize) -> Option<usize> {
        self.names.by_end.get(&end).copied()
    }

    /// The end of an inspectorate's name of several words that begins at a token.
    pub(crate) fn name_starting_at(&self, start: usize) -> Option<usize> {
        self.names.by_start.get(&start).copied()
    }

    /// The words of a range as printed; empty for an empty range.
    pub(crate) fn words(&self, range: Range<usize>) -> &'a str {
        if range.is_empty() {
            return "";
        }
        self.source.get(self.tokens.span(range)).unwrap_or_default()
    }

    /// One token as printed; empty behind the last one.
    pub(crate) fn word(&self, index: usize) -> &'a str {
        let token = self.tokens.list.get(index);
        token.and_then(|token| self.source.get(token.span())).unwrap_or_default()
    }

    /// Whether a token is this word, in any case.
    #[inline]
    pub(crate) fn is_word(&self, index: usize, word: &str) -> bool {
        self.token(index).reads(self.source.text(), word)
    }

    /// Whether a token is one of these words, in any case.
    pub(crate) fn is_one_of(&self, index: usize, words: &[&str]) -> bool {
        self.token(index).reads_one_of(self.source.text(), words)
    }

    /// Whether a token is a word on a list, in any case.
    #[inline]
    pub(crate) fn is_any(&self, index: usize, list: &WordList) -> bool {
        self.token(index).reads_any(self.source.text(), list)
    }

    /// The pronoun a token is, perhaps with its auxiliary: *she*, *they*'ve.
    pub(crate) fn pronoun_at(&self, index: usize) -> Option<&'a str> {
        if self.is(index, Class::Subject) { Some(self.word(index)) } else { self.contracted_pronoun(index) }
    }

    /// The pronoun in front of its auxiliary: *they*'ve, *he*'ll, *we*'re.
    pub(crate) fn contracted_pronoun(&self, index: usize) -> Option<&'a str> {
        let (pronoun, rest) = self.word(index).split_once(['\'', '’'])?;
        let known = ["he", "she", "they", "it", "we", "you", "i", "there"];
        let contracted = known.iter().any(|own| pronoun.eq_ignore_ascii_case(own));
        (contracted && matches!(rest, "ve" | "d" | "ll" | "re" | "m")).then_some(pronoun)
    }

    /// Whether the word ends so: an -ly adverb, an -ing form.
    pub(crate) fn ends_with(&self, index: usize, ending: &str) -> bool {
        let word = self.word(index);
        word.len() > ending.len() + 1 && word.as_bytes().ends_with(ending.as_bytes())
    }

    /// The reporting verb or phrase at a token: how many tokens it takes, and its row.
    #[inline]
    pub(crate) fn verb_at(&self, index: usize, end: usize) -> Option<(usize, u16)> {
        if self.is(index, Class::Reporting) { self.longest_verb(index, end) } else { None }
    }

    fn longest_verb(&self, index: usize, end: usize) -> Option<(usize, u16)> {
        let terms = self.vocabulary.terms(&self.tokens.list[index..end]);
        let verbs = terms.filter_map(|(length, meanings)| {
            meanings.iter().find_map(|meaning| match meaning {
                Meaning::Verb(verb) => Some((length, *verb)),
                _ => None,
            })
        });
        verbs.last()
    }

    /// Whether a reporting verb may have this sort of content.
    pub(crate) fn frame(&self, verb: u16, frame: Frame) -> bool {
        has_frame(self.lexicon, verb, frame)
    }

    /// Whether a reporting verb may stand beside a clause or a quotation of its own.
    pub(crate) fn means_speech(&self, verb: u16) -> bool {
        [Frame::Clause, Frame::That, Frame::Tell, Frame::Quotation]
            .iter()
            .any(|&frame| self.frame(verb, frame))
    }

    /// Whether a scale belongs to the inspectorate in play.
    fn uses_scale(&self, scale: u16) -> bool {
        let scale = &self.lexicon.scales()[usize::from(scale)];
        let own = self.inspectorate.map(|row| &self.lexicon.inspectorates()[usize::from(row)].id);
        own.is_none_or(|own| *own == scale.inspectorate)
    }

    /// Whether the run at a token means a grade, a regime or a programme: how many tokens it takes.
    pub(crate) fn term_of_art_at(&self, index: usize, end: usize) -> Option<usize> {
        let terms = self.vocabulary.terms(&self.tokens.list[index..end]);
        let of_art = terms.filter(|(_, meanings)| {
            meanings.iter().any(|meaning| match meaning {
                Meaning::Grade { scale, .. } => self.uses_scale(*scale),
                Meaning::Regime(..) | Meaning::Programme(..) => true,
                _ => false,
            })
        });
        of_art.last().map(|(length, _)| length)
    }
}
