//! What a grade is for, read forward from a preposition: `for safety and for leadership`, `in the other two`.

use std::ops::Range;

use crate::rating_text::RatingText;
use crate::rating_words::Role;
use crate::token::Kind;
use crate::word_class::Class;
use crate::word_list::words;

/// What a grade is for, as the text puts it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Scope {
    /// it, the home, Brindlecote Hall.
    Body,
    /// safety and leadership.
    Areas(Vec<Area>),
    /// The body, and some of its areas by name: the overall rating and those for safety and leadership.
    Whole(Vec<Area>),
    /// two areas, the remaining three, every category.
    Group(Group),
    /// three areas, including leadership: so many, and some of them by name.
    Among(Group, Vec<Area>),
    /// there, in that area: one named before.
    Back,
    /// the first, the second: by its place in the list named last, from 1.
    Nth(u8),
}

/// One area by its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Area {
    pub tokens: Range<usize>,
    /// Scale and area in the lexicon, where it is one of those.
    pub known: Option<(u16, u16)>,
}

/// Areas that are counted, not named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Group {
    /// two areas
    Count(u8),
    /// the other two, the rest
    Rest(Option<u8>),
    /// every category
    All,
    /// all areas except two, everything bar its early years
    AllBut,
    /// throughout, across the board: the whole and all areas.
    Throughout,
}

/// A scope and the tokens it takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ScopeReading {
    pub scope: Scope,
    pub tokens: Range<usize>,
}

/// No area's name is longer.
pub(crate) const LONGEST_AREA: usize = 16;

impl RatingText<'_> {
    /// The scope that begins at `at`, right behind its preposition; read anew.
    pub(crate) fn read_scope(&self, at: usize, end: usize) -> Option<ScopeReading> {
        let at = self.past_quotes(at, end);
        if at >= end {
            return None;
        }
        if let Some((group, stop)) = self.group(at, end) {
            return Some(self.members(at, group, stop, end));
        }
        if self.is(at, Role::BodyPronoun) || self.is_word(at, "them") {
            return Some(ScopeReading { scope: Scope::Body, tokens: at..at + 1 });
        }
        if let Some(stop) = self.own_name(at, end) {
            return Some(ScopeReading { scope: Scope::Body, tokens: at..stop });
        }
        if let Some(stop) = self.back(at, end) {
            return Some(ScopeReading { scope: Scope::Back, tokens: at..stop });
        }
        if let Some(of) = self.of_rating(at, end) {
            return Some(of);
        }
        if let Some(named) = self.nth(at, end) {
            return Some(named);
        }
        self.list(at, end)
    }

    /// `a three for | Bella Forno |.`: the inspected body's name, and nothing behind it.
    fn own_name(&self, at: usize, end: usize) -> Option<usize> {
        let start = at + usize::from(self.is(at, Role::Article));
        let stop = (start..end).find(|&index| !self.token(index).is_capital()).unwrap_or(end);
        let name = start..stop;
        let own = |index: usize| self.names_body(index..index + 1);
        let ends = stop >= end || self.is_mark(stop);
        (!name.is_empty() && ends && name.into_iter().all(own)).then_some(stop)
    }

    /// Past `for the`, `how`, `whether it is`, `its`: what stands before an area's name.
    pub(crate) fn past_openers(&self, mut at: usize, end: usize) -> usize {
        let first = at;
        while at < end && at - first < 6 {
            let opens = self.token(at).is_quotation_mark()
                || self.is(at, Role::Article)
                || self.is(at, Role::How)
                || self.is_any(at, words!["providing", "delivering", "offering"])
                    && self
                        .known_area(at + 1 + usize::from(self.is(at + 1, Role::Article)), end.max(at + 2))
                        .is_some()
                || self.is(at, Role::AreaPreposition)
                || self.is_how_good(at)
                || (self.is(at, Role::BodyPronoun) && at + 1 < end && self.has(at + 1, Class::Be))
                || (self.has(at, Class::Be) && at > first && self.is(at - 1, Role::BodyPronoun))
                || self.has(at, Class::Be) && self.is_any(at + 1, words!["it", "they"])
                || self.is(at, Role::BodyPronoun) && at > first && self.has(at - 1, Class::Be)
                || self.is_served_clause(at, first, end)
                || self.token(at).kind == Kind::Clitic;
            if !opens || self.known_area(at, end).is_some() {
                break;
            }
            at += 1;
        }
        at
    }

    /// `whether | services are | responsive`: who or what is meant, and its verb.
    fn is_served_clause(&self, at: usize, first: usize, end: usize) -> bool {
        let noun =
            |index: usize| self.is_any(index, words!["services", "service", "care", "treatment", "patients"]);
        let led =
            at > first && (self.is_any(at - 1, words!["whether", "how"]) || self.is(at - 1, Role::Article));
        let verb = |index: usize| {
            self.has(index, Class::Be) && self.known_area(index + 1, end.max(index + 2)).is_some()
        };
        led && noun(at) && verb(at + 1) || at > first && noun(at - 1) && verb(at)
    }

    /// One area, known to a scale or any noun phrase up to the next boundary.
    pub(crate) fn element(&self, at: usize, end: usize, in_how: bool) -> Option<(Area, usize)> {
        let both = self.past_quotes(at, end);
        let at = if self.is_word(both, "both") { both + 1 } else { at };
        let start = self.past_openers(at, end);
        if start >= end || self.is_mark(start) {
            return None;
        }
        if self.grade_words(start, end).is_some() {
            return None;
        }
        let indefinite =
            (at.saturating_sub(1)..start).any(|index| self.is_word(index, "a") || self.is_word(index, "an"));
        if indefinite && self.known_area(start, end).is_none() {
            return None;
        }
        if let Some(stop) = self.way_clause(start, end) {
            return Some((Area { tokens: start..stop, known: None }, stop));
        }
        if let Some((stop, scale, area)) = self.short_caring(start, end) {
            return Some((Area { tokens: start..stop, known: Some((scale, area)) }, stop));
        }
        let how = in_how
            || (at.saturating_sub(1)..start)
                .any(|index| self.is(index, Role::How) && !self.is_word(index, "being"));
        if let Some((stop, scale, area)) = self.known_area(start, end).or_else(|| self.short_area(start, end))
        {
            let stop = self.past_quotes(stop, end);
            let stop = if how { stop } else { self.past_own_tail(stop, end, (scale, area)) };
            let services = self.fixed_name(scale, area).is_some()
                && stop < end
                && self.is_any(stop, words!["services", "service", "care", "treatment"]);
            let stop = stop + usize::from(services);
            let after = if how { self.past_how_clause(stop, end) } else { self.past_tail(stop, end) };
            return Some((Area { tokens: start..stop, known: Some((scale, area)) }, after));
        }
        let stop = if how {
            self.past_how_clause(start, end).max(self.phrase_end(start, end))
        } else {
            self.phrase_end(start, end)
        };
        if stop <= start || self.token(start).kind == Kind::Number {
            return None;
        }
        let begin = if how { self.how_before(start) } else { start };
        let stop = self.before_open_end(start, stop);
        let area = Area { tokens: begin..self.before_quotes(begin, stop), known: None };
        self.is_area_name(area.tokens.clone()).then_some((area, stop))
    }

    /// `in the | way it responds to the public`: up to the next mark, grade or clause.
    pub(crate) fn way_clause(&self, at: usize, end: usize) -> Option<usize> {
        let free = self.is_word(at, "way") && self.fixed_areas().next().is_none();
        let who = self.is(at + 1, Role::BodyPronoun) || self.is(at + 1, Role::Article);
        let stop = (at + 2..end.min(at + LONGEST_AREA)).find(|&index| {
            self.is_mark(index)
                || self.is_any(index, words!["but", "while", "after", "when", "although"])
                || self.is(index, Role::And)
                    && (self.grade_words(index + 1, end).is_some()
                        || self.is(index + 1, Role::AreaPreposition))
        });
        (free && who && at + 3 < end).then(|| stop.unwrap_or(end.min(at + LONGEST_AREA)))
    }

    /// `a good for | care |.`, where a scale fixes `caring`.
    fn short_caring(&self, at: usize, end: usize) -> Option<(usize, u16, u16)> {
        let alone = at > 0
            && self.is_word(at, "care")
            && self.is_any(at - 1, words!["for", "on", "and"])
            && (at + 1 >= end || self.is_mark(at + 1) || self.is_any(at + 1, words!["and", "but"]));
        let (scale, area) = alone.then(|| self.fixed_area("caring")).flatten()?;
        Some((at + 1, scale, area))
    }

    /// `assessment | in court cases`, `planning | for out-of-court disposals`: the sort of casework.
    fn is_in_cases(&self, at: usize, end: usize) -> bool {
        let cases = words!["cases", "disposals", "casework", "orders"];
        self.is_any(at, words!["in", "for", "on", "with"])
            && (at + 2..end.min(at + 7))
                .take_while(|&index| self.token(index).is_word() && !self.is_finite(index))
                .any(|index| self.is_any(index, cases))
    }

    fn how_before(&self, start: usize) -> usize {
        (start.saturating_sub(3)..start).find(|&index| self.is(index, Role::How)).unwrap_or(start)
    }

    /// `how safe | the service is`: the rest of the clause.
    fn past_how_clause(&self, at: usize, end: usize) -> usize {
        for index in at..end.min(at + 9) {
            if self.has(index, Class::Be) && !self.token(index).is_glued() {
                let done = self.text(index + 1).ends_with("ed")
                    || self.is_any(index + 1, words!["met", "kept", "run", "led"]);
                return index + 1 + usize::from(done && index + 1 < end);
            }
            if self.is_mark(index) || (self.is(index, Role::And) && self.known_area(index + 1, end).is_some())
            {
                return at;
            }
        }
        at
    }

    /// `planning | of court orders`, `response | to children in danger`: part of the name, where the scale does not
    /// fix it; no `leadership | of the force`.
    pub(crate) fn past_own_tail(&self, at: usize, end: usize, area: (u16, u16)) -> usize {
        let given = self
            .is_any(at, words!["given", "offered", "provided", "done", "delivered", "shown", "available"])
            && self.has(at + 1, Class::Preposition);
        let leads = at + 1 < end
            && (self.is(at, Role::Of) || self.is_word(at, "to") || given || self.is_in_cases(at, end));
        if !leads || self.fixed_name(area.0, area.1).is_some() || self.leads_to_grade(at + 1, end) {
            return at;
        }
        let stop = self.phrase_end(at + 1, end);
        let next = |&index: &usize| {
            self.is(index, Role::And) && self.known_area(self.past_openers(index + 1, stop), stop).is_some()
        };
        let stop = self.before_open_end(at + 1, (at + 1..stop).find(next).unwrap_or(stop));
        let first = self.past_openers(at + 1, stop);
        let plain = first < stop
            && self.token(first).kind != Kind::Number
            && (given || !(self.is_served(first) && (first > at + 1 || first + 1 == stop)))
            && self.group(at + 1, stop).is_none()
            && self.as_body(first..stop) != Some(true);
        if plain { stop } else { at }
    }

    /// `leadership | at the school`, `personal development | of the 52 children`: no part of the area's name.
    fn past_tail(&self, at: usize, end: usize) -> usize {
        let leads = at < end && (self.is(at, Role::Of) || self.is(at, Role::AreaPreposition));
        let grade_next = leads
            && self
                .grade_words((at + 1 + usize::from(self.is(at + 1, Role::Article))).min(end), end)
                .is_some();
        // `inclusion | on that rung`: the grade said before.
        let rung = leads
            && (self.is_word(at + 1, "that") || self.is_word(at + 2, "same"))
            && (at + 2..end.min(at + 4))
                .any(|index| self.is(index, Role::RatingNoun) || self.is(index, Role::Frame));
        if !leads
            || rung
            || grade_next
            || at + 1 >= end
            || self.has(at + 1, Class::When)
            || self.has(at + 1, Class::Month)
            || self.token(at + 1).kind == Kind::Number
        {
            return at;
        }
        let start = self.past_openers(at + 1, end);
        if self.known_area(start, end).is_some() || self.group(at + 1, end).is_some() {
            return at;
        }
        self.phrase_end(at + 1, end)
    }

    /// Where a noun phrase that begins at `at` ends: at a mark, a verb, a grade, or a word that leads on.
    pub(crate) fn phrase_end(&self, at: usize, end: usize) -> usize {
        let mut index = at;
        while index < end.min(at + LONGEST_AREA) {
            if let Some(past) = self.past_who(index, end) {
                index = past;
                continue;
            }
            let ends = self.is_mark(index) && !self.is_slash(index)
                || self.is_finite(index)
                || self.is_boundary(index) && !self.is_run_by(index) && !self.is_of_that(index)
                || self.is_word(index, "to") && self.leads_to_grade(index + 1, end)
                || index > at
                    && self.is_any(index, words!["down", "up", "back"])
                    && self.is_any(index + 1, words!["to", "from", "as", "at", "a", "one", "two"])
                || index > at && self.number(index).is_some() && self.grade_words(index + 1, end).is_some()
                || (self.is(index, Role::And) && self.separates(index, end))
                || (index > at && self.is_time_phrase(index, end))
                || (index > at && self.grade_words(index, end).is_some())
                || (index > at && self.is(index, Role::Article) && self.grade(index, end).is_some());
            if ends {
                break;
            }
            index += 1;
        }
        index
    }

    /// `to good`, `to be good`: no part of the phrase before.
    fn leads_to_grade(&self, at: usize, end: usize) -> bool {
        at < end && (self.has(at, Class::Be) || self.grade(at, end).is_some())
    }

    /// `run by Wolds Trust`, `looking after its people`: the word goes on with the phrase.
    fn is_run_by(&self, at: usize) -> bool {
        if at > 0 && self.is_word(at, "after") {
            return self.is_any(at - 1, words!["looking", "looks", "look"]);
        }
        self.is_word(at, "by")
            && at > 0
            && self
                .is_any(at - 1, words!["run", "owned", "managed", "operated", "provided", "offered", "led"])
    }

    /// `children | who have been to court`: past the verb that says which of those the body serves.
    fn past_who(&self, at: usize, end: usize) -> Option<usize> {
        let who = at > 0 && self.is_word(at, "who") && self.is_served(at - 1) && at + 2 < end;
        let verb = (at + 1..end.min(at + 4)).take_while(|&index| self.is_finite(index)).count();
        who.then_some(at + 1 + verb)
    }

    /// `assessment of that risk`: the word points at what follows.
    fn is_of_that(&self, at: usize) -> bool {
        at > 0 && self.is_word(at, "that") && self.is(at - 1, Role::Of)
    }

    fn is_slash(&self, at: usize) -> bool {
        self.token(at).kind == Kind::Mark && self.token(at).is_glued()
    }

    /// Whether `and` joins something new: another preposition, a grade, a clause.
    fn separates(&self, at: usize, end: usize) -> bool {
        let next = self.past_quotes(at + 1, end);
        next >= end
            || self.is(next, Role::AreaPreposition)
            || self.grade_words(next, end).is_some()
            || self.begins_clause(next, end)
            || self.has(next, Class::Be)
            || self.has(next, Class::Modal)
    }

    /// `in 2019`, `last year`, `on Tuesday`
    pub(crate) fn is_time_phrase(&self, at: usize, end: usize) -> bool {
        let next = at + 1;
        if self.has(at, Class::Preposition) && next < end {
            return self.token(next).kind == Kind::Number && self.text(next).len() == 4
                || self.has(next, Class::Month)
                || self.has(next, Class::Weekday)
                || self.is_word(next, "last");
        }
        (self.is_word(at, "last") || self.is_word(at, "this") || self.is_word(at, "next"))
            && next < end
            && self
                .is_any(next, words!["year", "month", "week", "time", "spring", "summer", "autumn", "winter"])
    }
}
