//! Where the sentences of a block end: at a stop that is no abbreviation's.

use std::ops::Range;

use onrecord_model::Source;

use crate::blocks_to_tokens::Sentence;
use crate::token::{Kind, Token};
use crate::vocabulary::Vocabulary;
use crate::word_class::Class;

/// A sentence that does not end is cut after so many tokens: the stages behind search through a whole one.
const LONGEST_SENTENCE: usize = 400;

/// Splits one block's tokens into sentences.
pub(crate) fn split_sentences(
    list: &[Token],
    range: Range<usize>,
    block: usize,
    source: &Source<'_>,
    vocabulary: &Vocabulary,
    sentences: &mut Vec<Sentence>,
) {
    let mut first = range.start;
    let mut index = range.start;
    while index < range.end {
        if list[index].kind == Kind::Stop {
            let next = after_closers(list, index + 1, range.end);
            if ends_sentence(list, index, next, range.end, source, vocabulary) {
                sentences.push(Sentence { tokens: first..next, block });
                first = next;
            }
            index = next.max(index + 1);
        } else {
            index += 1;
            if index - first >= LONGEST_SENTENCE
                || ends_in_its_own_stop(list, index, range.end, source, vocabulary)
            {
                sentences.push(Sentence { tokens: first..index, block });
                first = index;
            }
        }
    }
    if first < range.end {
        sentences.push(Sentence { tokens: first..range.end, block });
    }
}

/// Whether the word before `index` holds the stop that ends its sentence: at 5 p.m. | The end.
fn ends_in_its_own_stop(
    list: &[Token],
    index: usize,
    end: usize,
    source: &Source<'_>,
    vocabulary: &Vocabulary,
) -> bool {
    let last = &list[index - 1];
    index < end
        && list[index].is_capital()
        && last.is_word()
        && source.text().as_bytes()[last.end as usize - 1] == b'.'
        && vocabulary.classes(list[index].symbol).has(Class::Starter)
}

/// Past the marks that close behind a stop: they stand right beside it.
fn after_closers(list: &[Token], mut index: usize, end: usize) -> usize {
    while index < end {
        let token = &list[index];
        let closes =
            token.kind == Kind::BracketClose || (token.is_quotation_mark() && token.kind != Kind::DoubleOpen);
        if !(closes && token.is_glued()) {
            break;
        }
        index += 1;
    }
    index
}

/// Whether the stop at `index` ends a sentence that `next` would follow.
fn ends_sentence(
    list: &[Token],
    index: usize,
    next: usize,
    end: usize,
    source: &Source<'_>,
    vocabulary: &Vocabulary,
) -> bool {
    if next >= end {
        return true;
    }
    if matches!(list[next].kind, Kind::Comma | Kind::Semicolon | Kind::Clitic) {
        return false;
    }
    let follower = first_word(list, next, end);
    let starts_lower = follower.is_some_and(|token| token.is_word() && !token.is_capital());
    if starts_lower && !list[next].is_quotation_mark() {
        return false;
    }
    let plain_stop = source.get(list[index].span()) == Some(".");
    if !plain_stop || index == 0 || next > index + 1 || !list[index].is_glued() {
        return true;
    }
    let before = &list[index - 1];
    let classes = vocabulary.classes(before.symbol);
    let initial = before.is_word() && before.end - before.start == 1 && before.is_capital();
    let dotted = before.is_word() && source.get(before.span()).is_some_and(|text| text.contains('.'));
    if classes.has(Class::Abbreviation) || initial || dotted {
        return follower.is_some_and(|token| vocabulary.classes(token.symbol).has(Class::Starter))
            && !classes.has(Class::Title);
    }
    true
}

/// The first token that is no quotation mark or bracket.
fn first_word(list: &[Token], from: usize, end: usize) -> Option<&Token> {
    list[from..end].iter().find(|token| !token.is_quotation_mark() && token.kind != Kind::BracketOpen)
}
