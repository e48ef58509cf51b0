//! Tokens to quotations: marks paired within each paragraph, apostrophes told from closing marks, broken
//! pairs mended and noted. A quotation never runs past its paragraph.

use std::ops::Range;

use onrecord_model::Source;

use crate::blocks_to_tokens::Tokens;
use crate::quote::{Broken, Quote, Quotes};
use crate::token::{Kind, Token};
use crate::vocabulary::Vocabulary;
use crate::word_class::Class;

const NO_CLOSER: &str = "the closing quotation mark is missing; read to where the speech seems to end";
const NO_OPENER: &str = "the opening quotation mark is missing; read from the start of the sentence";
const REVERSED: &str = "the quotation mark points the wrong way";

/// The quotations of every block.
pub(crate) fn tokens_to_quotes(source: &Source<'_>, tokens: &Tokens, vocabulary: &Vocabulary) -> Quotes {
    let mut quotes = Quotes::new(tokens.list.len());
    for (block, range) in tokens.blocks.iter().enumerate() {
        let marks = marks(source, &tokens.list, range);
        if marks.is_empty() {
            continue;
        }
        let next = tokens.blocks[block + 1..].iter().find(|next| !next.is_empty());
        let goes_on = next.is_some_and(|next| opens_with_mark(&tokens.list[next.start]));
        let mut reader = Reader {
            list: &tokens.list,
            range: range.clone(),
            block,
            vocabulary,
            quotes: &mut quotes,
            open: None,
        };
        reader.read(&marks, goes_on);
    }
    quotes
}

fn opens_with_mark(token: &Token) -> bool {
    token.is_quotation_mark()
}

/// What a mark's surroundings make of it.
#[derive(Clone, Copy)]
enum Shape {
    Opens,
    Closes,
    /// An apostrophe, or a mark for feet and inches.
    Neither,
}

/// A quotation mark of a block.
#[derive(Clone, Copy)]
struct Mark {
    index: u32,
    shape: Shape,
    /// Whether a single mark that surely closes comes behind it, before one that opens.
    single_closes_later: bool,
    /// Whether it may be a possessive's, and another mark closes the quotation.
    is_possessive: bool,
}

/// The quotation marks of a block, in order.
fn marks(source: &Source<'_>, list: &[Token], range: &Range<usize>) -> Vec<Mark> {
    let indices = range.clone().filter(|&index| list[index].is_quotation_mark());
    let mark = |index| {
        let shape = shape(list, index, range);
        Mark { index: index as u32, shape, single_closes_later: false, is_possessive: false }
    };
    let mut marks: Vec<Mark> = indices.map(mark).collect();
    let mut later = false;
    for mark in marks.iter_mut().rev() {
        let index = mark.index as usize;
        mark.single_closes_later = later;
        mark.is_possessive = later && perhaps_possessive(source, list, index, range);
        match (list[index].is_single_mark(), mark.shape) {
            (true, Shape::Closes) => later = true,
            (true, Shape::Opens) => later = false,
            _ => {}
        }
    }
    marks
}

fn shape(list: &[Token], index: usize, range: &Range<usize>) -> Shape {
    let token = &list[index];
    let next = (index + 1 < range.end).then(|| &list[index + 1]);
    let before = (index > range.start && token.is_glued()).then(|| &list[index - 1]);
    let leads = next.is_some_and(|next| next.is_glued() && !is_pause(next));
    let behind_opening = before.is_none_or(opens_something);
    match token.kind {
        Kind::DoubleOpen if leads || before.is_none() => Shape::Opens,
        Kind::DoubleOpen => Shape::Closes,
        Kind::DoubleClose if leads && before.is_none() => Shape::Opens,
        Kind::DoubleClose => Shape::Closes,
        Kind::DoubleStraight if leads && behind_opening => Shape::Opens,
        Kind::DoubleStraight if before.is_some() => Shape::Closes,
        Kind::DoubleStraight => {
            if leads {
                Shape::Opens
            } else {
                Shape::Closes
            }
        }
        Kind::SingleOpen if leads && !is_elision(list, index) => Shape::Opens,
        Kind::SingleStraight if leads && behind_opening && !is_elision(list, index) => Shape::Opens,
        Kind::SingleClose | Kind::SingleStraight | Kind::SingleOpen if before.is_some() && !leads => {
            Shape::Closes
        }
        Kind::SingleClose | Kind::SingleStraight
            if before.is_some_and(|before| before.is_quotation_mark() || is_pause(before)) =>
        {
            Shape::Closes
        }
        _ => Shape::Neither,
    }
}

fn is_pause(token: &Token) -> bool {
    matches!(
        token.kind,
        Kind::Comma | Kind::Stop | Kind::Semicolon | Kind::Colon | Kind::BracketClose | Kind::Dash
    )
}

fn opens_something(token: &Token) -> bool {
    token.is_quotation_mark() || matches!(token.kind, Kind::BracketOpen | Kind::Dash)
}

/// 'em, '90s: an apostrophe in front of a word.
fn is_elision(list: &[Token], index: usize) -> bool {
    let next = &list[index + 1];
    next.kind == Kind::Number && next.end - next.start <= 3
}

/// the officers’ shifts: an apostrophe behind an s, a word behind it.
fn perhaps_possessive(source: &Source<'_>, list: &[Token], index: usize, range: &Range<usize>) -> bool {
    let beside_words = list[index].is_single_mark()
        && index > range.start
        && index + 1 < range.end
        && list[index].is_glued()
        && list[index - 1].is_word()
        && list[index + 1].is_word()
        && !list[index + 1].is_glued();
    beside_words && source.get(list[index - 1].span()).is_some_and(|word| word.ends_with(['s', 'S']))
}

/// A quotation being read.
#[derive(Clone, Copy)]
struct Open {
    index: usize,
    single: bool,
    /// Marks of its own shape opened inside it and not closed yet.
    inner: u32,
    opened: bool,
}

struct Reader<'a> {
    list: &'a [Token],
    range: Range<usize>,
    block: usize,
    vocabulary: &'a Vocabulary,
    quotes: &'a mut Quotes,
    open: Option<Open>,
}

impl Reader<'_> {
    fn read(&mut self, marks: &[Mark], goes_on: bool) {
        for mark in marks {
            self.mark(*mark);
        }
        if let Some(open) = self.open.take() {
            self.end_of_block(open, goes_on);
        }
    }

    fn mark(&mut self, mark: Mark) {
        let index = mark.index as usize;
        let single = self.list[index].is_single_mark();
        match (self.open, mark.shape) {
            (_, Shape::Neither) => {}
            (None, Shape::Opens) => self.open_at(index, single),
            (None, Shape::Closes) => self.close_unopened(index, single),
            (Some(open), Shape::Opens) if open.single == single => self.open_again(open, index, single),
            (Some(open), Shape::Opens) if self.was_apostrophe(open, mark) => self.open_at(index, single),
            (Some(_), Shape::Opens) => {}
            (Some(open), Shape::Closes) if open.single == single => self.close(open, mark),
            (Some(_), Shape::Closes) => {}
        }
    }

    /// A straight single mark within a line that never closes: the double mark behind it counts.
    fn was_apostrophe(&self, open: Open, mark: Mark) -> bool {
        self.list[open.index].kind == Kind::SingleStraight
            && open.index > self.range.start
            && !mark.single_closes_later
    }

    fn open_at(&mut self, index: usize, single: bool) {
        if self.list[index].kind == Kind::DoubleClose {
            self.note(REVERSED, index..index + 1);
        }
        self.open = Some(Open { index, single, inner: 0, opened: true });
    }

    /// An opening mark inside a quotation of the same mark: a quotation in it, or the first never closed.
    fn open_again(&mut self, open: Open, index: usize, single: bool) {
        let new_sentence = index > open.index + 1 && self.list[index - 1].kind == Kind::Stop;
        let curly = matches!(self.list[index].kind, Kind::DoubleOpen | Kind::SingleOpen);
        if new_sentence || (curly && !single) {
            let end = self.end_of_speech(open.index, index);
            self.note(NO_CLOSER, open.index..end);
            self.push(open, end, false);
            self.open_at(index, single);
        } else {
            self.open = Some(Open { inner: open.inner + 1, ..open });
        }
    }

    fn close(&mut self, open: Open, mark: Mark) {
        let index = mark.index as usize;
        if open.single && mark.is_possessive {
            return;
        }
        if open.inner > 0 {
            self.open = Some(Open { inner: open.inner - 1, ..open });
            return;
        }
        if self.list[index].kind == Kind::DoubleOpen {
            self.note(REVERSED, index..index + 1);
        }
        self.open = None;
        self.push(open, index + 1, true);
    }

    /// A closing mark without an opening one: the speech began with its sentence.
    fn close_unopened(&mut self, index: usize, single: bool) {
        let behind_pause = index > self.range.start && is_pause(&self.list[index - 1]);
        if single || !behind_pause {
            return;
        }
        let last = self.quotes.list.last().filter(|quote| quote.block == self.block);
        let from = last.map_or(self.range.start, |quote| quote.tokens.end);
        let start = if last.is_none() { from } else { self.sentence_start(from, index) };
        if start < index {
            self.note(NO_OPENER, start..index + 1);
            self.push(Open { index: start, single, inner: 0, opened: false }, index + 1, true);
        }
    }

    /// Behind the last stop between two tokens that leaves something to quote.
    fn sentence_start(&self, from: usize, to: usize) -> usize {
        (from..to.saturating_sub(1))
            .rev()
            .find(|&at| self.list[at].kind == Kind::Stop)
            .map_or(from, |at| at + 1)
    }

    fn end_of_block(&mut self, open: Open, goes_on: bool) {
        let straight = self.list[open.index].kind == Kind::SingleStraight;
        let at_start = open.index == self.range.start;
        if straight && !at_start && !goes_on {
            return;
        }
        if goes_on {
            self.push(open, self.range.end, false);
            return;
        }
        let end = self.end_of_speech(open.index, self.range.end);
        self.note(NO_CLOSER, open.index..end);
        self.push(open, end, false);
    }

    /// Where a quotation without closing mark ends: before ", he said", else at `limit`.
    fn end_of_speech(&self, from: usize, limit: usize) -> usize {
        for comma in from + 2..limit {
            if self.list[comma].kind != Kind::Comma {
                continue;
            }
            let tail = &self.list[comma + 1..limit.min(comma + 5)];
            let cue =
                tail.iter().position(|token| self.vocabulary.classes(token.symbol).has(Class::Reporting));
            if cue.is_some_and(|cue| cue <= 2 && self.cue_ends(comma + 1 + cue, limit)) {
                return comma + 1;
            }
        }
        limit
    }

    /// Whether a reporting verb is followed by the end of its sentence, as in ", he said."
    fn cue_ends(&self, cue: usize, limit: usize) -> bool {
        self.list[cue + 1..limit.min(cue + 4)].iter().any(|token| token.kind == Kind::Stop)
    }

    fn push(&mut self, open: Open, end: usize, closed: bool) {
        let quote = Quote { tokens: open.index..end, block: self.block, opened: open.opened, closed };
        if !quote.inner().is_empty() {
            self.quotes.push(quote);
        }
    }

    fn note(&mut self, message: &'static str, tokens: Range<usize>) {
        self.quotes.note_broken(Broken { message, tokens });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_text::with_text;
    use insta::assert_snapshot;

    /// One line for each quotation; `!` and the message before those that were mended.
    fn check(text: &str) -> String {
        with_text(text, |text| {
            let show = |range: &Range<usize>| text.words(range.clone()).to_owned();
            let quotes = text.quotes.list.iter().map(|quote| show(&quote.tokens));
            let broken = text.quotes.broken.iter();
            let broken = broken.map(|broken| format!("! {}: {}", broken.message, show(&broken.tokens)));
            quotes.chain(broken).collect::<Vec<_>>().join("\n")
        })
    }

    #[test]
    fn double_single_and_nested_marks() {
        assert_snapshot!(check("“One ‘two’ three,” he said. 'Four \"five\" six.' It was ‘seven’ and \"eight\"."), @r#"
        “One ‘two’ three,”
        'Four "five" six.'
        ‘seven’
        "eight"
        "#);
    }

    #[test]
    fn apostrophes_are_no_quotation_marks() {
        assert_snapshot!(check("The officers’ shifts and the ’90s don't end. He would ‘hold its partners’ feet to the fire’, it's 'pupils' first answers' now."), @"
        ‘hold its partners’ feet to the fire’
        'pupils' first answers'
        ");
    }

    #[test]
    fn speech_over_paragraphs() {
        assert_snapshot!(check("He said: “One.\n\n“Two.\n\n“Three.”"), @"
        “One.
        “Two.
        “Three.”
        ");
    }

    #[test]
    fn broken_marks_are_mended() {
        assert_snapshot!(check("“One, he said.\nThe end.\nWe never did,” he went on, “and will not.”\n”Two.”\n\"We are sorry, she said. \"It is over.\"\nHe told us to \"keep \"one\" diary\" now."), @r#"
        “One,
        We never did,”
        “and will not.”
        ”Two.”
        "We are sorry,
        "It is over."
        "keep "one" diary"
        ! the closing quotation mark is missing; read to where the speech seems to end: “One,
        ! the opening quotation mark is missing; read from the start of the sentence: We never did,”
        ! the quotation mark points the wrong way: ”
        ! the closing quotation mark is missing; read to where the speech seems to end: "We are sorry,
        "#);
    }
}
