use std::ops::Range;

use crate::text::Text;
use crate::word_class::{Class, Classes};

/// Somebody the article names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Person {
    /// The fullest name, without title.
    pub name: Range<usize>,
    /// The first role that the article gives.
    pub role: Option<Range<usize>>,
    pub gender: Option<Gender>,
}

/// What the article says of a person's sex, in titles, roles and first names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Gender {
    Male,
    Female,
}

impl Gender {
    /// The gender that a word shows, if it shows one.
    pub(crate) fn of(classes: Classes) -> Option<Self> {
        match (classes.has(Class::Male), classes.has(Class::Female)) {
            (true, false) => Some(Self::Male),
            (false, true) => Some(Self::Female),
            _ => None,
        }
    }
}

/// A place where the article names a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Mention {
    /// First token of the name.
    pub token: usize,
    /// Index into [`People::list`].
    pub person: usize,
}

/// The people of an article, and where it names them outside quotation marks.
#[derive(Debug, Default)]
pub(crate) struct People {
    pub list: Vec<Person>,
    /// In the order of the text.
    pub mentions: Vec<Mention>,
}

impl People {
    /// The person that a name at this token means.
    pub(crate) fn at(&self, token: usize) -> Option<usize> {
        let index = self.mentions.binary_search_by_key(&token, |mention| mention.token).ok()?;
        Some(self.mentions[index].person)
    }

    /// The mentions before a token, the last one first.
    pub(crate) fn before(&self, token: usize) -> impl Iterator<Item = Mention> {
        let end = self.mentions.partition_point(|mention| mention.token < token);
        self.mentions[..end].iter().rev().copied()
    }
}

/// The surname's tokens: the last word and what a hyphen joins to it.
pub(crate) fn surname(text: &Text<'_>, name: Range<usize>) -> Range<usize> {
    let mut start = name.end - 1;
    while start > name.start && text.token(start).is_glued() && text.token(start - 1).is_word() {
        start -= 1;
    }
    start..name.end
}
