//! Lists of areas, read forward: `safety, for leadership and at how it responds`.

use std::ops::Range;

use crate::rating_scope::{Area, LONGEST_AREA, Scope, ScopeReading};
use crate::rating_subject::Subject;
use crate::rating_text::RatingText;
use crate::rating_words::Role;
use crate::token::Kind;
use crate::word_class::Class;
use crate::word_list::words;

/// Nouns that follow a preposition and name no area: in the wake of, on the basis of.
const IDIOMS: &[&str] = &[
    "wake",
    "account",
    "spite",
    "basis",
    "light",
    "view",
    "aftermath",
    "face",
    "response",
    "result",
    "meantime",
    "process",
    "past",
    "hands",
    "beginning",
    "start",
    "absence",
    "middle",
    "case",
    "front",
    "line",
    "charge",
    "addition",
    "conjunction",
    "part",
    "place",
    "number",
    "fact",
    "future",
    "order",
    "return",
    "advance",
    "recent",
    "total",
];

impl RatingText<'_> {
    /// `in the wake of`, `at the end`, and where a scale fixes its areas, `for failing to`: a reason, no area.
    pub(crate) fn is_no_area(&self, tokens: Range<usize>, end: usize) -> bool {
        let start = self.past_openers(tokens.start, tokens.end).min(tokens.end - 1);
        let first = self.text(start).to_lowercase();
        if !self.is_noun_phrase(start, tokens.end) {
            return true;
        }
        let ending = first == "end"
            && (tokens.end - start == 1 || start + 2 < end && self.is(start + 2, Role::Article));
        let reason = first.ends_with("ing") && self.fixed_areas().next().is_some();
        let named = first == "response" && start > 0 && self.is(start - 1, Role::Article);
        // `for | case supervision`: the noun is only a part of the name
        let part = start + 1 < tokens.end
            && self.token(start + 1).is_word()
            && !self.has(start + 1, Class::Preposition)
            && !self.is_any(start + 1, words!["to", "that"]);
        ending || reason || IDIOMS.contains(&first.as_str()) && !named && !part
    }

    /// `for the second time`: a grade is for no such thing.
    pub(crate) fn is_time_noun(&self, area: &Area) -> bool {
        let mut tokens = area.tokens.clone();
        tokens.any(|index| self.is(index, Role::TimeNoun)) && area.known.is_none()
    }

    /// Areas with commas, `and` and repeated prepositions between them.
    pub(crate) fn list(&self, at: usize, end: usize) -> Option<ScopeReading> {
        let (first, mut stop) = self.element(at, end, false)?;
        let how = (at..first.tokens.start + 1)
            .any(|index| self.is(index, Role::How) && !self.is_word(index, "being"));
        let mut areas = vec![first];
        stop = self.past_where_aside(stop, end);
        while let Some(next) =
            self.past_separator(stop, end, areas.last().is_some_and(|a| a.known.is_some()), how)
        {
            let Some((area, after)) = self.element(next, end, how) else { break };
            let way = area.tokens.clone().any(|index| self.is_word(index, "way"));
            if !way && self.is_time_noun(&area) {
                break;
            }
            let (area, after) = self.cut_at_and(area, after);
            areas.push(area);
            stop = self.past_where_aside(after, end);
        }
        let way = self.way_clause(areas[0].tokens.start, end).is_some();
        if areas.len() == 1 && areas[0].known.is_none() && !way {
            let Subject::Graded(reading) = self.classify(areas[0].tokens.clone()) else { return None };
            let open = matches!(&reading.scope, Scope::Areas(found) if found.iter().all(|area| area.known.is_none()));
            let timed = self.is_time_noun(&areas[0]) || open && self.is_no_area(areas[0].tokens.clone(), end);
            let scope = if open { Scope::Areas(areas) } else { reading.scope };
            return (!timed).then_some(ScopeReading { scope, tokens: at..stop });
        }
        Some(ScopeReading { scope: Scope::Areas(areas), tokens: at..stop })
    }

    /// In a list of pieces, `and` joins the last two, where no scale knows them as one.
    pub(crate) fn cut_at_and(&self, area: Area, after: usize) -> (Area, usize) {
        let and = area.tokens.clone().skip(1).find(|&index| self.is(index, Role::And));
        let own = area.tokens.start > 0 && self.is(area.tokens.start - 1, Role::AreaPreposition);
        match and.filter(|_| area.known.is_none() && !own) {
            Some(and) => (Area { tokens: area.tokens.start..and, known: None }, and),
            None => (area, after),
        }
    }

    /// Past `, and for`, `and`, `, in`, `as well as`, where another area follows.
    pub(crate) fn past_separator(&self, at: usize, end: usize, known: bool, how: bool) -> Option<usize> {
        let mut next = self.past_quotes(at, end);
        let comma = next < end && matches!(self.token(next).kind, Kind::Comma | Kind::Semicolon);
        next += usize::from(comma);
        let and = next < end && self.is(next, Role::And);
        next += usize::from(and);
        let as_well = next + 2 < end && self.is_word(next, "as") && self.is_word(next + 1, "well");
        next += if as_well { 3 } else { 0 };
        let along = next + 1 < end
            && (self.is_word(next, "along") || self.is_word(next, "together"))
            && self.is_word(next + 1, "with");
        next += if along { 2 } else { 0 };
        if !(comma || and || as_well || along) || next >= end {
            return None;
        }
        if comma && self.token(next - 1).kind == Kind::Semicolon && self.has_verb_before_stop(next, end) {
            return None;
        }
        let to = self.is_word(next, "to")
            && next + 1 < end
            && self.known_area(self.past_openers(next + 1, end).min(end - 1), end).is_some();
        // `in terms of safety and | of leadership`
        let of = and && self.is(next, Role::Of) && self.is_of_area(next, end);
        let preposition = self.is(next, Role::AreaPreposition) || to || of;
        next += usize::from(preposition);
        let start = self.past_openers(next, end);
        if start >= end || self.grade_words(start, end).is_some() {
            return None;
        }
        // `; and | earned a solitary good`
        if self.text(start).ends_with("ed")
            && (self.is(start + 1, Role::Article) || self.has(start + 1, Class::Preposition))
        {
            return None;
        }
        if let Some((stop, ..)) = self.known_area(start, end).or_else(|| self.short_area(start, end)) {
            let new_phrase = stop < end && self.is(stop, Role::Article);
            if comma && and && self.moves_on(stop, end) {
                return None;
            }
            return (how || new_phrase || preposition && and || !self.begins_clause(start, end))
                .then_some(next);
        }
        let open = (!known || preposition) && !self.token(start).is_capital();
        // `at preventing crime and | looking after its workforce`
        let parallel = and
            && self.text(start).ends_with("ing")
            && self.fixed_areas().next().is_none()
            && (at.saturating_sub(LONGEST_AREA)..at).any(|i| self.text(i).ends_with("ing"));
        // `visits, | end-of-life care | and complaints`
        let free = comma
            && !self.token(start).is_capital()
            && self.fixed_areas().next().is_none()
            && self.ends_with_known(start, end);
        ((open || parallel || free)
            && !self.begins_clause(start, end)
            && (preposition || parallel || self.closes_list(start, end)))
        .then_some(next)
    }

    fn is_of_area(&self, of: usize, end: usize) -> bool {
        of + 1 < end && self.known_area(self.past_openers(of + 1, end).min(end - 1), end).is_some()
    }

    /// `as did care, and leadership | climbed from good`: a verb of moving makes what stands before it a subject.
    fn moves_on(&self, at: usize, end: usize) -> bool {
        at + 1 < end
            && self.is_any(at + 1, words!["from", "to", "up", "down", "by", "back"])
            && self.token(at).is_word()
            && !self.has(at, Class::Preposition)
    }

    /// Whether a list that goes on at `at` ends with `and` and an area that a scale knows.
    pub(crate) fn ends_with_known(&self, at: usize, end: usize) -> bool {
        let stop = (at..end)
            .find(|&index| self.token(index).kind == Kind::Semicolon || self.token(index).kind == Kind::Stop);
        let and = (at..stop.unwrap_or(end)).rev().find(|&index| self.is(index, Role::And));
        and.is_some_and(|and| {
            let last = self.past_openers(and + 1, end);
            last < end && self.known_area(last, end).is_some_and(|(after, ..)| after >= stop.unwrap_or(end))
        })
    }

    /// Whether the stretch up to the next semicolon is a clause of its own.
    pub(crate) fn has_verb_before_stop(&self, at: usize, end: usize) -> bool {
        let mut near = (at..end).take_while(|&index| self.token(index).kind != Kind::Semicolon);
        near.any(|index| self.is_finite(index))
    }

    /// Whether a verb or a grade follows so close that the words at `at` are the subject of something new.
    pub(crate) fn begins_clause(&self, at: usize, end: usize) -> bool {
        let until = end.min(at + LONGEST_AREA);
        for index in at..until {
            let infinitive = index > at && self.is_word(index - 1, "to");
            if self.is_finite(index)
                && !infinitive
                && !self.in_how_clause(at, index)
                && !self.is_word(index, "being")
            {
                return true;
            }
            if self.is_mark(index) || self.is_boundary(index) {
                return false;
            }
        }
        false
    }

    pub(crate) fn in_how_clause(&self, at: usize, index: usize) -> bool {
        at > 0 && (at.saturating_sub(1)..index).any(|i| self.is(i, Role::How))
    }

    /// Whether short pieces without a verb go on to the last one behind `and`: `planning, reviewing and delivery`
    pub(crate) fn closes_list(&self, at: usize, end: usize) -> bool {
        let mut length = 0;
        for index in at..end.min(at + 40) {
            let token = self.token(index);
            match token.kind {
                Kind::Comma => length = 0,
                Kind::Stop | Kind::Semicolon => return true,
                _ if self.is_finite(index)
                    || self.is_boundary(index)
                    || self.has(index, Class::InspectorNoun)
                    || token.kind == Kind::Dash =>
                {
                    return false;
                }
                _ => length += 1,
            }
            if length > 7 {
                return false;
            }
        }
        true
    }
}
