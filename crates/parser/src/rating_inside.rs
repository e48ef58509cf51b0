//! Areas inside a longer noun phrase: `the home's leadership`, `its rating for safety`, `two areas of its work`.

use std::ops::Range;

use crate::rating_scope::{Area, Scope, ScopeReading};
use crate::rating_subject::Subject;
use crate::rating_text::RatingText;
use crate::rating_words::Role;
use crate::token::Kind;
use crate::word_class::Class;
use crate::word_list::words;

impl RatingText<'_> {
    /// `the home's leadership`: an area of whoever stands before the possessive.
    pub(crate) fn possessed_area(&self, tokens: Range<usize>) -> Option<Subject> {
        let owner = tokens.clone().rev().find(|&index| self.token(index).kind == Kind::Clitic)?;
        let (stop, scale, area) = self.known_area(owner + 1, tokens.end)?;
        let other = owner > tokens.start && self.as_body(tokens.start..owner) == Some(false);
        if other && !self.is_served(owner - 1) {
            return Some(Subject::Other);
        }
        let area = Area { tokens: owner + 1..stop, known: Some((scale, area)) };
        Some(Subject::Graded(ScopeReading { scope: Scope::Areas(vec![area]), tokens }))
    }

    /// `inspected the arrangements for organisational delivery at X`: an area behind an article.
    pub(crate) fn area_inside(&self, tokens: Range<usize>) -> Option<Area> {
        let mut starts = (tokens.start + 1..tokens.end).filter(|&index| self.is(index - 1, Role::Article));
        starts.find_map(|index| {
            let (stop, scale, area) = self.known_area(index, tokens.end)?;
            let ends = stop == tokens.end || self.has(stop, Class::Preposition);
            let ends = ends && !self.text(tokens.start).to_ascii_lowercase().ends_with("ing");
            ends.then_some(Area { tokens: index..stop, known: Some((scale, area)) })
        })
    }

    /// `the inspection of youth justice work`, `the last visit under the old system`: the head is the inspection.
    pub(crate) fn is_inspection_of(&self, tokens: Range<usize>) -> bool {
        let head = (tokens.start + 1..tokens.end).find(|&index| self.has(index, Class::Preposition));
        let noun = head.map_or(tokens.start, |head| head - 1);
        self.is_any(noun, words!["inspection", "inspections", "visit"])
    }

    /// `its rating for how safe the service is`, `the governance grade`, `the overall rating`
    pub(crate) fn rating_of(&self, tokens: Range<usize>) -> Option<Subject> {
        let noun = tokens.clone().find(|&index| {
            self.is(index, Role::RatingNoun) || self.is_any(index, words!["outcomes", "outcome"])
        })?;
        let outcome = !self.is(noun, Role::RatingNoun);
        let many = (tokens.start..noun).any(|index| self.is(index, Role::All) || self.is(index, Role::Rest));
        if many && (self.text(noun).ends_with('s') || self.is_any(tokens.start, words!["every", "each"])) {
            return None;
        }
        let rest = noun + 1;
        let leads = rest < tokens.end && (self.is(rest, Role::AreaPreposition) || self.is(rest, Role::Of));
        if leads && self.is_host(self.past_openers(rest + 1, tokens.end)..tokens.end) {
            return Some(Subject::Other);
        }
        if leads
            && let Some(scope) = self.scope(rest + 1, tokens.end)
            && (!outcome
                || matches!(&scope.scope, Scope::Group(_))
                || matches!(&scope.scope, Scope::Areas(areas) if areas.iter().all(|area| area.known.is_some())))
        {
            return Some(Subject::Graded(scope));
        }
        if leads
            && self.as_body(self.past_openers(rest + 1, tokens.end).min(tokens.end - 1)..tokens.end)
                == Some(false)
        {
            return Some(Subject::Other);
        }
        if outcome {
            return None;
        }
        if let Some((begin, scale, area)) = self.known_area_before(tokens.start, noun) {
            let area = Area { tokens: begin..noun, known: Some((scale, area)) };
            return Some(Subject::Graded(ScopeReading { scope: Scope::Areas(vec![area]), tokens }));
        }
        let owner = (tokens.start..noun).rev().find(|&index| self.token(index).kind == Kind::Clitic);
        if let Some(owner) = owner
            && owner > tokens.start
            && (self.as_body(tokens.start..owner) == Some(false) || self.is_above_body(owner - 1))
        {
            return Some(Subject::Other);
        }
        Some(Subject::Graded(ScopeReading { scope: Scope::Body, tokens }))
    }

    /// `the overall rating for | Queen Adela Hospital`, where maternity services there are inspected.
    fn is_host(&self, name: Range<usize>) -> bool {
        let host =
            self.play.body_name.rsplit(" at ").next().filter(|host| host.len() < self.play.body_name.len());
        !name.is_empty() && host.is_some_and(|host| self.name(name) == host)
    }

    /// `the hospital's rating`, where one department there is inspected.
    pub(crate) fn is_above_body(&self, noun: usize) -> bool {
        self.play.body_name.contains(" at ") && self.is_any(noun, words!["hospital", "trust", "infirmary"])
    }

    /// `two areas | of the work of Oxmoor Fire Service`, `three areas | of its performance`
    pub(crate) fn is_of_body(&self, at: usize, end: usize) -> bool {
        let leads = self.is(at, Role::Of) || self.is(at, Role::AreaPreposition);
        let work = ["work", "performance", "service", "provision", "activity", "practice"];
        leads
            && self.is(at - 1, Role::AreaNoun)
            && (self.names_body(at..end)
                || (at + 1..end).any(|index| work.iter().any(|word| self.is_word(index, word)))
                || self.as_body(self.past_openers(at + 1, end).min(end - 1)..end) == Some(true))
    }

    /// `children's personal development`: those the body serves own an area with it.
    pub(crate) fn is_served(&self, at: usize) -> bool {
        self.is_any(
            at,
            words![
                "children",
                "pupils",
                "students",
                "patients",
                "residents",
                "people",
                "learners",
                "apprentices",
                "prisoners",
                "tenants",
                "babies",
                "toddlers",
                "users",
                "young",
                "youngsters",
            ],
        )
    }

    /// The same, read forward: behind a comma or `and`, and with one of them behind it or nothing.
    pub(crate) fn short_area(&self, at: usize, end: usize) -> Option<(usize, u16, u16)> {
        let joins = |index: usize| self.token(index).kind == Kind::Comma || self.is(index, Role::And);
        let alone = at > 0 && joins(at - 1) && (at + 1 >= end || joins(at + 1));
        let named = self.is_word(at, "care") && alone;
        let (scale, area) = named.then(|| self.fixed_area("caring")).flatten()?;
        Some((at + 1, scale, area))
    }

    /// `effectiveness, | care | and responsiveness`: a word that is an area's name only in a list of them.
    pub(crate) fn short_area_before(&self, start: usize, end: usize) -> Option<(usize, u16, u16)> {
        let at = end.checked_sub(1).filter(|&at| at >= start && self.is_word(at, "care"))?;
        let alone = at == start || self.is_mark(at - 1) || self.is(at - 1, Role::And);
        let (scale, area) = alone.then(|| self.fixed_area("caring")).flatten()?;
        Some((at, scale, area))
    }
}
