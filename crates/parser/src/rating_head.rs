//! What a clause is about, read forward from its first word: where a verb that nobody listed stands before a grade.

use std::ops::Range;

use crate::phrase_book::PhraseMatch;
use crate::rating_scope::{Scope, ScopeReading};
use crate::rating_text::RatingText;
use crate::rating_words::Role;
use crate::token::Kind;
use crate::tokens_to_ratings::Reader;
use crate::word_class::Class;
use crate::word_list::{WordList, words};

/// The head of a clause further from its grade is that of something else.
const FARTHEST_HEAD: usize = 40;

/// What joins a clause to the one before.
static PARTS: WordList = WordList::new(&["but", "while", "although", "whereas", "though", "whilst"]);

impl Reader<'_> {
    /// `The unit, which looks after 870 people, has come out of its first inspection as | requiring improvement`
    pub(crate) fn clause_head(&self, found: &PhraseMatch, sentence: &Range<usize>) -> Option<ScopeReading> {
        let words = found.words_start;
        let unread = self.text.floor.min(words);
        // `Caring, where it had been good, | tipped the balance by being`: the aside has been read, its noun has not.
        let aside = self.text.token(unread).kind == Kind::Comma
            && (sentence.start + 1..unread).rev().take(FARTHEST_HEAD / 2).any(|index| {
                self.text.is_any(index, words!["where", "which"])
                    && self.text.token(index - 1).kind == Kind::Comma
            });
        let unread = if aside { sentence.start } else { unread };
        let from = words.saturating_sub(FARTHEST_HEAD).max(sentence.start).max(unread);
        let parts = |&index: &usize| {
            self.text.token(index).kind == Kind::Semicolon || self.text.is_any(index, &PARTS)
        };
        let start = (from..words).rev().find(parts).map_or(from, |at| at + 1);
        let opens = start > from || from == sentence.start || from == unread;
        let head = opens.then(|| self.text.head(start, words)).flatten();
        // `Caring, where it had been good, | tipped the balance by being marked outstanding`: over the aside.
        let aside = unread > sentence.start && self.text.token(unread).kind == Kind::Comma;
        let whole = || {
            let start = (sentence.start..words).rev().find(parts).map_or(sentence.start, |at| at + 1);
            let list = self.text.head(start, unread).filter(|list| matches!(list.scope, Scope::Areas(_)))?;
            let opener = list.tokens.end + usize::from(self.text.token(list.tokens.end).kind == Kind::Comma);
            let over = self.text.has(opener, Class::Relative) || list.tokens.end >= unread;
            over.then_some(list)
        };
        head.or_else(|| aside.then(whole).flatten())
    }
}

impl RatingText<'_> {
    /// The areas or the body with which a clause begins, behind links and a time.
    fn head(&self, start: usize, end: usize) -> Option<ScopeReading> {
        let mut at = self.past_links(start, end);
        let comma = (at..end.min(at + 6)).find(|&index| self.token(index).kind == Kind::Comma);
        let fronts = self.has(at, Class::Preposition)
            || self.has(at, Class::When)
            || self.has(at, Class::Adverb)
            || self.is_any(at, words!["this", "last", "two", "three", "four", "five"]);
        if let Some(comma) =
            comma.filter(|_| fronts && self.known_area(self.past_openers(at, end), end).is_none())
        {
            at = comma + 1;
        }
        if self.is_any(at, words!["only", "just", "even"]) {
            at += 1;
        }
        let list = self.list(at, end).filter(
            |list| matches!(&list.scope, Scope::Areas(areas) if areas.iter().all(|area| area.known.is_some())),
        );
        if let Some(list) = list.filter(|list| !self.is_mark_of_name(list.tokens.end)) {
            return Some(list);
        }
        if self.is(at, Role::BodyPronoun) && !self.is_any(at, words!["we", "he", "she"]) {
            return Some(ScopeReading { scope: Scope::Body, tokens: at..at + 1 });
        }
        let stop = (at..end)
            .find(|&index| self.is_mark(index) || self.is_finite(index) || self.is(index, Role::Boundary))?;
        let noun = self.past_openers(at, stop)..stop;
        let body = !noun.is_empty() && noun.len() < 9 && self.as_body(noun) == Some(true);
        body.then_some(ScopeReading { scope: Scope::Body, tokens: at..stop })
    }

    /// `by being | marked outstanding`, `after | landing a three`
    pub(crate) fn follows_preposition(&self, words: usize) -> bool {
        let at = words.saturating_sub(1 + usize::from(self.has(words.saturating_sub(1), Class::Be)));
        self.is_any(at, words!["by", "for", "in", "with"])
    }

    /// `Safety's …`: the words go on.
    fn is_mark_of_name(&self, at: usize) -> bool {
        self.token(at).kind == Kind::Clitic
    }
}
