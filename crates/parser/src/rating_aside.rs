//! Asides between a subject and its verb: `X, which was looked at on its own, | was`, `the one area to rise, | moves`.

use crate::rating_scope::{LONGEST_AREA, Scope, ScopeReading};
use crate::rating_subject::{Subject, joined};
use crate::rating_text::RatingText;
use crate::rating_words::Role;
use crate::token::Kind;
use crate::word_class::Class;
use crate::word_list::words;

impl RatingText<'_> {
    /// `X, which was looked at on its own, | was`: the comma at `comma` closes an aside or an apposition.
    pub(crate) fn before_aside(&self, start: usize, comma: usize) -> Subject {
        if let Some(both) = self.whole_and_parts(start, comma) {
            return Subject::Graded(both);
        }
        let members = (start..comma)
            .rev()
            .take(LONGEST_AREA)
            .filter(|&index| matches!(self.token(index).kind, Kind::Comma | Kind::Dash))
            .find_map(|opener| self.group_with_members(start, opener, comma));
        if let Some(members) = members {
            return Subject::Graded(members);
        }
        // `quality of education, and leadership and management, | were`: the comma before `and` opens no aside.
        let before = (start..comma).rev().find(|&index| self.token(index).kind == Kind::Comma);
        if let Some(list) = self.known_list_before(start, comma)
            && before.is_some_and(|before| list.tokens.start < before)
        {
            return Subject::Graded(list);
        }
        if let Some(list) = self.known_list_before(start, comma)
            && let Some(outer) = self.outer_of(start, list.tokens.start)
        {
            if self.stands_for_area(start, outer) {
                return Subject::Graded(list);
            }
            if self.adds(outer + 1)
                && let Subject::Graded(reading) = self.noun_phrase(start, outer, false)
            {
                return Subject::Graded(joined(reading, list));
            }
        }
        let opener = (start..comma).rev().find(|&i| matches!(self.token(i).kind, Kind::Comma | Kind::Dash));
        let Some(opener) = opener else {
            if self.is_whole_above(start, comma) {
                return Subject::Other;
            }
            return self.known_list_before(start, comma).map_or(Subject::None, Subject::Graded);
        };
        let mut inner = opener + 1;
        while inner + 1 < comma
            && (self.is(inner, Role::And) || self.is_any(inner, words!["but", "only", "while"]))
        {
            inner += 1;
        }
        let first = self.past_quotes(inner, comma);
        let outer = self.phrase_start(start, opener);
        let named = self.token(first).is_capital()
            && comma - first <= 6
            && (!self.names_body(first..comma) || self.names_another(first..comma));
        let indefinite = self.is_any(outer, words!["a", "an", "another"])
            || (outer..opener).any(|index| self.is(index, Role::Foreign));
        if named
            && indefinite
            && outer > start.saturating_sub(1)
            && self.known_area(self.past_openers(inner, comma), comma).is_none()
        {
            return Subject::Other;
        }
        // `responsiveness, the one area to rise, | moves`
        let the_one = self.is_word(inner, "the")
            && self.is_any(inner + 1, words!["one", "only", "sole", "single", "lone"])
            && self.known_area(inner + 1, comma).is_none();
        let among = the_one
            || self.is_any(comma - 1, words!["them", "included", "these", "those", "instance", "example"]);
        let aside = among
            || self.is(first, Role::Aside)
            || self.token(first).kind == Kind::Number
            || self.has(first, Class::Adverb);
        if !aside {
            let opened = self.past_openers(inner, comma);
            let known = self.known_area(opened, comma).is_some();
            let placed = self.stands_for_area(start, opener);
            if (known || placed)
                && let Some(list) = self.list(inner, comma)
            {
                return Subject::Graded(list);
            }
        }
        let relative = self.relative_opener(start, opener);
        if let Some(body) = relative.and_then(|relative| self.before_further_asides(start, relative)) {
            return Subject::Graded(body);
        }
        let from = relative.unwrap_or(opener);
        if self.runs_the_body(from + 1..comma) && !self.shares_last_word(start, from) {
            return Subject::Other;
        }
        if self.is_sister_aside(from + 1..comma) {
            return Subject::Other;
        }
        self.subject(start, relative.unwrap_or(opener))
    }

    /// `The rating of the trust as a whole, | requires improvement`, where one department is inspected.
    pub(crate) fn is_whole_above(&self, start: usize, comma: usize) -> bool {
        comma > start + 3
            && self.is_word(comma - 1, "whole")
            && self.is_word(comma - 3, "as")
            && self.play.body_name.contains(" at ")
    }

    /// `The overall rating, and those for how safe and well-led it is, | have dropped`
    pub(crate) fn whole_and_parts(&self, start: usize, comma: usize) -> Option<ScopeReading> {
        let opener = (start + 1..comma).rev().find(|&index| {
            self.token(index).kind == Kind::Comma
                && index + 1 < comma
                && (self.is(index + 1, Role::And)
                    || self.is_any(index + 1, words!["as", "along", "together"])
                        && self.is_any(index + 2, words!["well", "with"]))
        })?;
        let links = match () {
            () if self.is(opener + 1, Role::And) => 1,
            () if self.is_word(opener + 1, "as") => 3,
            () => 2,
        };
        let parts = self.scope(opener + 1 + links, comma)?;
        let Subject::Graded(whole) = self.noun_phrase(start, opener, false) else { return None };
        match (whole.scope, parts.scope) {
            (Scope::Body, Scope::Areas(areas)) if areas.iter().all(|area| area.known.is_some()) => {
                Some(ScopeReading { scope: Scope::Whole(areas), tokens: whole.tokens.start..comma })
            }
            _ => None,
        }
    }

    /// The comma or dash before an aside whose area begins at `at`.
    pub(crate) fn outer_of(&self, start: usize, at: usize) -> Option<usize> {
        let from = at.saturating_sub(4).max(start);
        (from..at).rev().find(|&index| matches!(self.token(index).kind, Kind::Comma | Kind::Dash))
    }

    /// `together with personal development`: graded as well.
    pub(crate) fn adds(&self, at: usize) -> bool {
        self.is_any(at, words!["together", "along", "alongside", "like"])
    }

    /// `The remaining area`, `the last of the five`, `two`: the name follows.
    pub(crate) fn stands_for_area(&self, start: usize, end: usize) -> bool {
        let begin = self.phrase_start(start, end);
        let last = end.checked_sub(1).filter(|&last| last >= begin);
        last.is_some_and(|last| {
            self.is(last, Role::AreaNoun) || self.number(last).is_some() && !self.token(last).is_capital()
        })
    }
}
