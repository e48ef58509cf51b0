//! What stands before or behind a match and says what its grade is for: `Crime recording earned the force an
//! outstanding`, `to good, for leadership`, `A, where the grade has not changed`.

use std::ops::Range;

use onrecord_lexicon::Slot;
use onrecord_model::Time;

use crate::phrase_book::{Filled, PhraseMatch};
use crate::rating_rows::Draft;
use crate::rating_scope::{Area, Scope, ScopeReading};
use crate::rating_subject::Subject;
use crate::rating_words::Role;
use crate::token::Kind;
use crate::tokens_to_ratings::Reader;

/// The row that says of the area before `where` that its grade is no other than the last time.
const WHERE_UNCHANGED: &str = "where-unchanged";

impl Reader<'_> {
    /// `good (safe and effective)`: the areas that a bracket right behind a grade lists.
    pub(crate) fn bracketed_behind(&self, at: usize, end: usize) -> Option<ScopeReading> {
        let opens = at < end && self.text.token(at).kind == Kind::BracketOpen;
        let close = (at + 1..end.min(at + 30))
            .find(|&index| self.text.token(index).kind == Kind::BracketClose)
            .filter(|_| opens)?;
        let list = self.text.list(at + 1, close).filter(|list| list.tokens.end == close)?;
        let known = |areas: &[Area]| areas.iter().all(|area| area.known.is_some());
        matches!(&list.scope, Scope::Areas(areas) if known(areas)).then_some(list)
    }

    /// `Crime recording | earned the force an outstanding`: the areas that win the body its grade.
    pub(crate) fn earner(&self, found: &PhraseMatch, start: usize) -> Option<ScopeReading> {
        let given = found.slots.iter().any(|filled| filled.slot == Slot::Body);
        match self.text.subject(start, found.words_start) {
            Subject::Graded(reading) => match &reading.scope {
                Scope::Areas(areas) if given && areas.iter().all(|area| area.known.is_some()) => {
                    Some(reading)
                }
                _ => None,
            },
            Subject::Agent | Subject::Other | Subject::Denied | Subject::Unclear | Subject::None => None,
        }
    }

    /// `went down a grade, to good|, for leadership`: known areas between commas right behind the grade.
    pub(crate) fn behind_comma(
        &self,
        found: &PhraseMatch,
        grades: &[&Filled],
        end: usize,
    ) -> Option<ScopeReading> {
        let at = found.tokens.end;
        let closes =
            grades.last().is_some_and(|last| last.tokens.end == at) || self.text.is(at - 1, Role::RatingNoun);
        let marked = at + 2 < end && matches!(self.text.token(at).kind, Kind::Comma | Kind::Dash);
        let leads = closes && marked && self.text.is(at + 1, Role::AreaPreposition);
        let list = leads.then(|| self.text.list(at + 2, end)).flatten()?;
        let Scope::Areas(areas) = &list.scope else { return None };
        let stop = list.tokens.end;
        let whole = stop >= end || self.text.is_mark(stop) || self.text.is(stop, Role::And);
        let fronts = whole
            && stop < end
            && self.text.token(stop).kind == Kind::Comma
            && self.opens_clause(stop + 1, end);
        (whole && !fronts && areas.iter().all(|area| area.known.is_some())).then_some(list)
    }

    /// `…, for safety, | it was good`: a clause of its own, to which the words before the comma belong.
    fn opens_clause(&self, at: usize, end: usize) -> bool {
        let joins =
            self.text.is(at, Role::And) || self.text.is_word(at, "but") || self.text.is_word(at, "while");
        let mut near = (at..end.min(at + 6)).take_while(|&index| !self.text.is_mark(index));
        !joins && near.any(|index| self.text.is_finite(index))
    }

    /// `A, where the grade has not changed, and B`: only A's grade was the same the last time.
    pub(crate) fn where_unchanged(&self, found: &PhraseMatch, sentence: &Range<usize>) -> Vec<Draft> {
        let end = found.words_start - usize::from(self.text.is_mark(found.words_start.saturating_sub(1)));
        let Some(reading) = self.text.known_list_before(sentence.start, end) else { return Vec::new() };
        let Scope::Areas(named) = &reading.scope else { return Vec::new() };
        let own = |draft: &&Draft| match &draft.scope.scope {
            Scope::Areas(areas) => {
                areas.iter().any(|area| named.last().is_some_and(|n| n.known == area.known))
            }
            _ => false,
        };
        let last = self.drafts[self.places.before_sentence..].iter().rev().find(own);
        let area = named.last().map(|area| ScopeReading {
            scope: Scope::Areas(vec![area.clone()]),
            tokens: area.tokens.clone(),
        });
        let draft = last.zip(area).map(|(last, scope)| Draft {
            scope,
            time: Time::Previous,
            phrase: Some(found.phrase),
            ..last.clone()
        });
        draft.into_iter().collect()
    }

    pub(crate) fn is_where_unchanged(&self, found: &PhraseMatch) -> bool {
        self.id(found) == WHERE_UNCHANGED
    }
}
