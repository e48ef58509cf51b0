//! Blocks to tokens: words and marks, known words interned, sentences found.
//!
//! Case, non-breaking spaces, curly and straight apostrophes, `&` and hyphens are settled here; no later
//! stage looks at characters to know a word. Words that a hyphen joins are tokens of their own, glued.

use std::ops::Range;

use onrecord_model::{Source, Span};

use crate::block::Block;
use crate::lexer::lex;
use crate::sentence_ends::split_sentences;
use crate::token::{Kind, Token};
use crate::vocabulary::Vocabulary;

/// The tokens of an article.
#[derive(Debug, Default)]
pub(crate) struct Tokens {
    pub list: Vec<Token>,
    /// For each block, its tokens; empty for a block that is no text of the article.
    pub blocks: Vec<Range<usize>>,
    /// The sentences, in order, each within one block.
    pub sentences: Vec<Sentence>,
}

/// Tokens from a sentence's first word to its final stop and what closes behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sentence {
    pub tokens: Range<usize>,
    /// Index of its block.
    pub block: usize,
}

/// The tokens of every block that is text.
pub(crate) fn blocks_to_tokens(source: &Source<'_>, blocks: &[Block], vocabulary: &Vocabulary) -> Tokens {
    let mut tokens = Tokens::default();
    tokens.list.reserve(source.text().len() / 5);
    for (index, block) in blocks.iter().enumerate() {
        let first = tokens.list.len();
        if block.kind.is_text() {
            let text = source.get(block.span).unwrap_or_default();
            lex(text, block.span.start() as usize, |word| vocabulary.symbol(word), &mut tokens.list);
            drop_link_notes(source, first, &mut tokens.list);
        }
        let range = first..tokens.list.len();
        split_sentences(&tokens.list, range.clone(), index, source, vocabulary, &mut tokens.sentences);
        tokens.blocks.push(range);
    }
    // They stay to the end.
    tokens.list.shrink_to_fit();
    tokens.sentences.shrink_to_fit();
    tokens
}

/// What pages put behind a link that leads away from them, between commas: no word of the article.
const LINK_NOTE: &str = "external";

/// `three areas|, external|.`, `in its report|, external|, Ofsted said`; no `internal, external and …`
fn drop_link_notes(source: &Source<'_>, first: usize, list: &mut Vec<Token>) {
    if !list[first..].iter().any(|token| token.reads(source.text(), LINK_NOTE)) {
        return;
    }
    let is_note = |pair: &[Token]| {
        pair[0].kind == Kind::Comma && pair[1].is_word() && source.get(pair[1].span()) == Some(LINK_NOTE)
    };
    let mut kept = first;
    let mut at = first;
    while at < list.len() {
        let ends = list.get(at + 2).is_none_or(|next| matches!(next.kind, Kind::Stop | Kind::Comma));
        let listed = at > first && source.get(list[at - 1].span()) == Some("internal");
        if at > first && ends && !listed && list.get(at..at + 2).is_some_and(is_note) {
            at += 2;
        } else {
            list[kept] = list[at];
            (kept, at) = (kept + 1, at + 1);
        }
    }
    list.truncate(kept);
}

impl Tokens {
    /// From the first to the last token of a range that is not empty.
    pub(crate) fn span(&self, range: Range<usize>) -> Span {
        debug_assert!(!range.is_empty(), "a span needs a token");
        self.list[range.start].span().cover(self.list[range.end - 1].span())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source_to_blocks::source_to_blocks;
    use insta::assert_snapshot;
    use onrecord_lexicon::Lexicon;

    /// One line for each sentence: its tokens between bars; `~` before one that is glued.
    fn check(text: &str) -> String {
        let lexicon = Lexicon::standard();
        let source = Source::from_utf8(text);
        let blocks =
            source_to_blocks(&source, &crate::furniture_lines::FurnitureLines::new(lexicon.furniture()));
        let tokens = blocks_to_tokens(&source, &blocks, &Vocabulary::new(lexicon));
        let show = |token: &Token| {
            format!("{}{}", if token.is_glued() { "~" } else { "" }, source.get(token.span()).unwrap())
        };
        let line = |sentence: &Sentence| {
            tokens.list[sentence.tokens.clone()].iter().map(show).collect::<Vec<_>>().join("|") + "\n"
        };
        tokens.sentences.iter().map(line).collect()
    }

    #[test]
    fn apostrophes_clitics_and_hyphens() {
        assert_snapshot!(check("The force’s well-led team don’t say ‘it’s the officers’ job’ at 9 o'clock."), @"The|force|~’s|well|~led|team|don’t|say|‘|~it|~’s|the|officers|~’|job|~’|at|9|o'clock|~.");
    }

    #[test]
    fn notes_behind_links_are_no_words() {
        assert_snapshot!(check("In its report, external, Ofsted said so, external. No internal, external review."), @"
        In|its|report|~,|Ofsted|said|so|~.
        No|internal|~,|external|review|~.
        ");
    }

    #[test]
    fn stops_that_end_no_sentence() {
        assert_snapshot!(check("Mr. J. Smith of the U.S. said so. He left at 5 p.m. The end? “Yes!” he said."), @"
        Mr|~.|J|~.|Smith|of|the|U.S.|said|so|~.
        He|left|at|5|p.m.
        The|end|~?
        “|~Yes|~!|~”|he|said|~.
        ");
    }

    #[test]
    fn numbers_dashes_and_doubled_marks() {
        assert_snapshot!(check("It cost £1,150.50 – or 4.99% - he said ``no'' in 2023/24 -- twice."), @"It|cost|£|~1,150.50|–|or|4.99|~%|-|he|said|``|~no|~''|in|2023/24|--|twice|~.");
    }
}
