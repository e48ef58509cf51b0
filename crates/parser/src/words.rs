use std::ops::Range;

use nom::{IResult, Input, Needed, Parser};

use crate::text::Text;
use crate::word_list::WordList;

/// A run of an article's tokens that nom can read. An item is a token's index, so that a grammar can ask the
/// text what the token is.
#[derive(Clone, Copy)]
pub(crate) struct Words<'t, 'a> {
    text: &'t Text<'a>,
    start: usize,
    end: usize,
}

impl<'t, 'a> Words<'t, 'a> {
    pub(crate) fn new(text: &'t Text<'a>, range: Range<usize>) -> Self {
        Self { text, start: range.start, end: range.end.max(range.start) }
    }

    /// The first token that is still to be read.
    pub(crate) fn start(&self) -> usize {
        self.start
    }
}

impl Input for Words<'_, '_> {
    type Item = usize;
    type Iter = Range<usize>;
    type IterIndices = std::iter::Enumerate<Range<usize>>;

    fn input_len(&self) -> usize {
        self.end - self.start
    }

    fn take(&self, index: usize) -> Self {
        Self { end: self.start + index, ..*self }
    }

    fn take_from(&self, index: usize) -> Self {
        Self { start: self.start + index, ..*self }
    }

    fn take_split(&self, index: usize) -> (Self, Self) {
        (self.take_from(index), self.take(index))
    }

    fn position<P: Fn(Self::Item) -> bool>(&self, predicate: P) -> Option<usize> {
        self.iter_elements().position(predicate)
    }

    fn iter_elements(&self) -> Self::Iter {
        self.start..self.end
    }

    fn iter_indices(&self) -> Self::IterIndices {
        self.iter_elements().enumerate()
    }

    fn slice_index(&self, count: usize) -> Result<usize, Needed> {
        if count <= self.input_len() { Ok(count) } else { Err(Needed::new(count - self.input_len())) }
    }
}

/// One token that the test accepts.
pub(crate) fn token<'t, 'a: 't>(
    accept: impl Fn(&Text<'a>, usize) -> bool,
) -> impl Parser<Words<'t, 'a>, Output = usize, Error = ()> {
    move |input: Words<'t, 'a>| -> IResult<Words<'t, 'a>, usize, ()> {
        let index = input.start;
        if index < input.end && accept(input.text, index) {
            Ok((input.take_from(1), index))
        } else {
            Err(nom::Err::Error(()))
        }
    }
}

/// One of these words, in any case.
pub(crate) fn word<'t, 'a: 't>(
    list: &'static WordList,
) -> impl Parser<Words<'t, 'a>, Output = usize, Error = ()> {
    token(move |text, index| text.is_any(index, list))
}
