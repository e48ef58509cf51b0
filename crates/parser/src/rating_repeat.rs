//! Grades that are said again without their words: `as was leadership`, `no different from before`.

use std::ops::Range;

use onrecord_model::Time;

use crate::phrase_book::PhraseMatch;
use crate::rating_back::FARTHEST;
use crate::rating_back::is_named;
use crate::rating_rows::Draft;
use crate::rating_scope::{Group, Scope, ScopeReading};
use crate::rating_words::Role;
use crate::token::Kind;
use crate::tokens_to_ratings::Reader;
use crate::word_class::Class;
use crate::word_list::{WordList, words};

/// Rows that say that the words right before them were true the last time, too.
const AS_THEN: &[&str] =
    &["as-it-was", "same-as-at", "did-so-then", "also-received", "no-different", "grade-has-not-changed"];

/// Rows that pass on what is given now, and not the grade that it was before.
const NOW: &[&str] = &["same-for", "attached-to", "carry-that", "puts-there"];

/// What a grade is passed on with where both ends of a move are meant.
static STEPS: WordList = WordList::new(&[
    "cut",
    "drop",
    "fall",
    "slide",
    "rise",
    "climb",
    "leap",
    "step",
    "move",
    "change",
    "downgrade",
    "upgrade",
]);

impl Reader<'_> {
    /// `good in three areas. They were | A, B and C`: as many as the last grade was given for.
    pub(crate) fn members_of_last(&self, at: usize, sentence: &Range<usize>) -> Option<ScopeReading> {
        let last = self.drafts[self.recent()..].last()?;
        let Scope::Group(Group::Count(count)) = last.scope.scope else { return None };
        let list = self.text.scope(at, sentence.end)?;
        let whole = matches!(&list.scope, Scope::Areas(areas) if areas.len() == usize::from(count));
        whole.then_some(list)
    }

    /// `the same conclusion on safety` passes on what is given now, `the same cut` the grade before it as well.
    fn passes_on_now(&self, phrase: u16, reading: &ScopeReading) -> bool {
        let id = self.text.article.lexicon.phrases()[usize::from(phrase)].id.as_str();
        let mut near = reading.tokens.start.saturating_sub(9)..reading.tokens.start;
        NOW.contains(&id) && !near.any(|index| self.text.is_any(index, &STEPS))
    }

    /// Whether a row reads one grade, so that another one before it is a clause of its own.
    fn is_said_apart(&self, phrase: Option<u16>) -> bool {
        let id = phrase.map(|phrase| self.text.article.lexicon.phrases()[usize::from(phrase)].id.as_str());
        id.is_some_and(|id| ["bare", "be-grade", "rated"].contains(&id))
    }

    pub(crate) fn repeated(
        &self,
        reading: ScopeReading,
        phrase: u16,
        block: usize,
        sentence: &Range<usize>,
    ) -> Vec<Draft> {
        let past = self.text.opens_in_the_past(sentence.start, sentence.end);
        let from = if past { self.recent() } else { self.recent_or_last(&reading.tokens) };
        let recent = &self.drafts[from..];
        let current = recent.iter().rev().find(|draft| draft.time == Time::Current);
        let Some(last) = current.or(recent.last()) else { return Vec::new() };
        let same_words = |draft: &&Draft| draft.phrase == last.phrase && draft.scope == last.scope;
        let source = self.drafts[from..].iter().filter(same_words);
        let copies: Vec<&Draft> = source.collect();
        // `remains good and so does X`: both, now and before.
        let stays = (reading.tokens.start.saturating_sub(4)..reading.tokens.start)
            .any(|index| self.text.has(index, Class::Do));
        let only_now =
            self.passes_on_now(phrase, &reading) && copies.iter().any(|draft| draft.time == Time::Current);
        // `where adequate was the verdict, requires improvement; so does B`: two clauses, and only one is said again.
        let apart = |draft: &Draft| draft.grade != last.grade && self.is_said_apart(last.phrase);
        let given_now = |grade| copies.iter().any(|d| d.time == Time::Current && d.grade == grade);
        copies
            .iter()
            .filter(|draft| !apart(draft))
            .filter(|draft| draft.time == Time::Current || stays || !only_now && !given_now(draft.grade))
            .map(|draft| Draft { scope: reading.clone(), phrase: Some(phrase), block, ..(*draft).clone() })
            .collect()
    }

    pub(crate) fn unchanged(&self, found: &PhraseMatch) -> Vec<Draft> {
        let words = found.words_start;
        let earlier =
            |draft: &Draft| Draft { time: Time::Previous, phrase: Some(found.phrase), ..draft.clone() };
        let adjoins = self.text.floor + 1 >= words && self.id(found) == "no-change-alone";
        if adjoins || AS_THEN.contains(&self.id(found)) {
            let here = &self.drafts[self.places.before_sentence..];
            let Some(last) = here.last() else { return Vec::new() };
            let same = |draft: &&Draft| {
                draft.phrase == last.phrase && draft.grade == last.grade && draft.time == Time::Current
            };
            return here.iter().filter(same).map(earlier).collect();
        }
        if self.text.token(found.tokens.end).kind == Kind::Colon {
            return Vec::new();
        }
        let bracket = words > 0 && self.text.token(words - 1).kind == Kind::BracketOpen;
        if bracket {
            return self.drafts[self.recent()..].last().map(earlier).into_iter().collect();
        }
        let semicolon = |index: &usize| self.text.token(*index).kind == Kind::Semicolon;
        let clause = (words.saturating_sub(FARTHEST / 2)..words).rev().find(semicolon).unwrap_or(0);
        let own = |draft: &&Draft| draft.time == Time::Current && draft.grade_tokens.start > clause;
        let current = self.drafts[self.recent()..].iter().filter(own);
        current.map(earlier).collect()
    }

    /// `slid to weak | and the second to good`: the verb before is meant again, and its subject stands right here.
    pub(crate) fn is_gapped(&self, found: &PhraseMatch, scope: &ScopeReading) -> bool {
        let moved = |draft: &Draft| {
            let id = draft.phrase.map(|phrase| &self.text.article.lexicon.phrases()[usize::from(phrase)].id);
            id.is_some_and(|id| id.starts_with("moved") || id.starts_with("from"))
        };
        let last = self.drafts[self.places.before_sentence..].last();
        let between = self.text.floor.min(scope.tokens.start)..scope.tokens.start;
        let joins = |index: usize| {
            self.text.token(index).kind == Kind::Comma
                || self.text.is(index, Role::And)
                || self.text.is(index, Role::Article)
                || self.text.is_any(index, words!["while", "but"])
        };
        last.is_some_and(moved)
            && between.len() < 4
            && between.into_iter().all(joins)
            && is_named(scope)
            && scope.tokens.end >= found.words_start.saturating_sub(1)
    }
}
