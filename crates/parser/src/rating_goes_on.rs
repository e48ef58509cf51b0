//! A grade that goes on with what the words before it were for: `…, down from good`, `leadership, good in 2021,`.

use std::ops::Range;

use onrecord_lexicon::{Slot, Yield};
use onrecord_model::Time;

use crate::phrase_book::{Filled, PhraseMatch};
use crate::rating_scope::{Scope, ScopeReading};
use crate::rating_subject::Subject;
use crate::rating_words::Role;
use crate::token::Kind;
use crate::tokens_to_ratings::Reader;
use crate::word_class::Class;
use crate::word_list::words;

impl Reader<'_> {
    /// `its leadership, good in 2021, was raised`: the grade stands between commas behind its area.
    pub(crate) fn apposed(&self, found: &PhraseMatch, sentence: &Range<usize>) -> Option<ScopeReading> {
        let dated = found.yields == Yield::RatingPart
            && (found.slots.iter().any(|filled| filled.slot == Slot::When)
                || self.id(found) == "grade-when-called");
        if let Some(body) =
            self.text.body_behind_opening(found.words_start, found.tokens.end, sentence).filter(|_| dated)
        {
            return Some(body);
        }
        let mut before = self.text.before_quotes(sentence.start, found.words_start).checked_sub(1)?;
        while before > sentence.start
            && self.text.is_any(before, words!["both", "all", "each", "once", "itself", "also"])
        {
            before -= 1;
        }
        if let Some(again) = self.and_before_that(before).filter(|_| dated) {
            return Some(again);
        }
        let comma = dated && before > sentence.start && self.text.token(before).kind == Kind::Comma;
        let subject = comma.then(|| self.text.subject(sentence.start, before))?;
        match subject {
            Subject::Graded(reading) => Some(reading),
            Subject::Agent | Subject::Other | Subject::Denied | Subject::Unclear | Subject::None => None,
        }
    }

    /// `had been good in 2020 and | outstanding in 2015`: what the earlier grade right before `and` was for.
    pub(crate) fn and_before_that(&self, before: usize) -> Option<ScopeReading> {
        let last = self.drafts[self.places.before_sentence..].last()?;
        let between = last.grade_tokens.end..before;
        let near = !between.is_empty() && between.len() < 14;
        let plain = between.clone().all(|index| {
            (!self.text.is_mark(index) || self.text.token(index).kind == Kind::Comma)
                && !self.text.is_finite(index)
        });
        // `poor for safety, which had been good in 2020, and | weak for care`: the aside has ended.
        let led = last.grade_tokens.start.saturating_sub(6)..last.grade_tokens.start;
        let aside = before > 0 && self.text.token(before - 1).kind == Kind::Comma;
        let aside =
            aside && led.clone().any(|index| self.text.is_any(index, words!["which", "where", "who"]));
        let earlier = !aside && last.time == Time::Previous && self.text.is(before, Role::And);
        (near && plain && earlier).then(|| last.scope.clone())
    }

    /// `…, down from good`: an earlier grade behind a mark is for what the words before it were for.
    pub(crate) fn goes_on(&self, found: &PhraseMatch, grades: &[&Filled]) -> Option<ScopeReading> {
        let earlier = grades.iter().all(|filled| filled.slot == Slot::Prior);
        let each = found.words_start.saturating_sub(1);
        let words =
            if self.text.is_any(each, words!["each", "both", "all"]) { each } else { found.words_start };
        let before = self.text.before_quotes(0, words).checked_sub(1)?;
        let marked = matches!(self.text.token(before).kind, Kind::Comma | Kind::Dash | Kind::BracketOpen)
            || self.text.is_any(
                before,
                words!["steps", "grades", "notches", "step", "grade", "notch", "places", "levels"],
            )
            || self.text.floor == found.words_start
            || self.text.has(before, Class::Be)
                && self.text.is_any(before.saturating_sub(1), words!["which", "that"]);
        let last = self.drafts[self.places.before_sentence..].last()?;
        let parted =
            (last.grade_tokens.end..before).any(|index| self.text.token(index).kind == Kind::Semicolon);
        if parted {
            let start = last.grade_tokens.end;
            return self.text.known_list_before(start, before).filter(|_| earlier && marked);
        }
        let unread = self.text.floor.max(last.grade_tokens.end)..before;
        if earlier
            && marked
            && let Some(own) = self.new_subject(unread)
        {
            return Some(own);
        }
        (earlier && marked).then(|| last.scope.clone())
    }

    /// `leadership, inadequate last March and | now good`: the area of the grade right before.
    pub(crate) fn goes_on_now(&self, found: &PhraseMatch) -> Option<ScopeReading> {
        let and = found.words_start.checked_sub(1).filter(|&and| self.text.is(and, Role::And))?;
        let last = self.drafts[self.places.before_sentence..].last()?;
        let area = matches!(last.scope.scope, Scope::Areas(_)) && last.time == Time::Previous;
        (area && self.text.floor == and && self.text.is_word(found.words_start, "now"))
            .then(|| last.scope.clone())
    }

    /// `…, but purposeful activity|, dropping from`: an area between the last grade and the mark.
    pub(crate) fn new_subject(&self, unread: Range<usize>) -> Option<ScopeReading> {
        if let Some(list) = self.text.known_list_before(unread.start, unread.end) {
            return Some(list);
        }
        let link = unread.clone().find(|&index| {
            self.text.has(index, Class::Coordinator) || self.text.is_any(index, words!["while", "whereas"])
        })?;
        // `and responsiveness, the one area to rise|, moves up from`
        let comma = (link + 1..unread.end).find(|&index| self.text.token(index).kind == Kind::Comma);
        if let Some(list) = comma.and_then(|comma| self.text.known_list_before(link + 1, comma)) {
            return Some(list);
        }
        match self.text.noun_phrase(link + 1, unread.end, false) {
            Subject::Graded(reading) if matches!(reading.scope, Scope::Areas(_)) => Some(reading),
            _ => None,
        }
    }

    /// `Neighbourhood policing – up one from 'adequate' – was …`: an earlier grade in an aside behind its area.
    pub(crate) fn opens_aside(
        &self,
        found: &PhraseMatch,
        grades: &[&Filled],
        sentence: &Range<usize>,
    ) -> Option<ScopeReading> {
        let earlier = grades.iter().all(|filled| filled.slot == Slot::Prior);
        let before = found.words_start.checked_sub(1).filter(|&before| before > sentence.start)?;
        let marked = matches!(self.text.token(before).kind, Kind::Dash | Kind::BracketOpen);
        let subject = (earlier && marked).then(|| self.text.noun_phrase(sentence.start, before, false))?;
        match subject {
            Subject::Graded(reading) => self.named(reading),
            Subject::Agent | Subject::Other | Subject::Denied | Subject::Unclear | Subject::None => None,
        }
    }
}
