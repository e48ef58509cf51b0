//! A noun phrase before a verb of grading: where it begins, and whether it is the body, areas, or somebody else.

use std::ops::Range;

use crate::rating_scope::{Area, Group, LONGEST_AREA, Scope, ScopeReading};
use crate::rating_subject::Subject;
use crate::rating_text::RatingText;
use crate::rating_words::{Role, ordinal};
use crate::token::Kind;
use crate::word_class::Class;
use crate::word_list::words;

impl RatingText<'_> {
    /// The noun phrase, or list of them, that ends at `end`.
    pub(crate) fn noun_phrase(&self, start: usize, end: usize, listed: bool) -> Subject {
        let end = self.before_quotes(start, end);
        if end == start {
            return Subject::None;
        }
        let how =
            self.is(end - 1, Role::BodyPronoun).then(|| self.phrase_start(start, end)).filter(|&begin| {
                (begin..end).any(|index| self.is(index, Role::How)) && self.knows_area(begin..end)
            });
        if let Some(begin) = how {
            return self.classify(begin..end);
        }
        if let Some(list) = self.how_list_before(start, end) {
            return Subject::Graded(list);
        }
        if let Some(way) = self.way_before(start, end) {
            return Subject::Graded(way);
        }
        let of_owner = |from: usize| self.runs_the_body(from..end) && !self.shares_last_word(start, from);
        if (start + 1..end.saturating_sub(2)).rev().take(4).any(of_owner) {
            return Subject::Other;
        }
        if self.is(end - 1, Role::BodyPronoun) {
            return Subject::Graded(ScopeReading { scope: Scope::Body, tokens: end - 1..end });
        }
        if self.token(end - 1).kind == Kind::BracketClose {
            let open = (start..end).rev().find(|&index| self.token(index).kind == Kind::BracketOpen);
            return open.map_or(Subject::None, |open| self.noun_phrase(start, open, listed));
        }
        if let Some(list) = self.known_list_before(start, end) {
            return Subject::Graded(self.all_but(start, list));
        }
        // `The trust as a whole`
        if end > start + 3 && self.is_word(end - 1, "whole") && self.is_word(end - 3, "as") {
            let department = self.play.body_name.contains(" at ");
            return if department { Subject::Other } else { self.noun_phrase(start, end - 3, listed) };
        }
        let begin = self.phrase_start(start, end);
        let came_to = (begin + 1..end).rev().find(|&index| {
            self.is_word(index, "to") && self.is_any(index - 1, words!["came", "comes", "come"])
        });
        let begin = came_to.map_or(begin, |to| to + 1);
        let begin = self.past_time_front(self.past_nth_time(begin, end), end);
        if begin >= end {
            return Subject::None;
        }
        if listed && let Some(list) = self.free_list_before(start, begin, end) {
            return Subject::Graded(list);
        }
        if self.is(begin, Role::Aside) && begin > start + 1 && self.token(begin - 1).kind == Kind::Comma {
            return self.subject(start, begin - 1);
        }
        if let Some(list) = self.how_clause_before(start, begin, end) {
            return Subject::Graded(list);
        }
        if let Some(before) = self.before_predicate(start, begin, end) {
            return self.subject(start, before);
        }
        if begin > start && self.is_word(begin - 1, "who") && !self.knows_area(begin..end) {
            let body = ScopeReading { scope: Scope::Body, tokens: begin..end };
            return if self.names_body(begin..end) { Subject::Graded(body) } else { Subject::Unclear };
        }
        if begin > start && self.is_word(begin - 1, "whose") {
            return self.classify(begin..end);
        }
        if let Some(before) = self.before_relative(start, begin) {
            if self.runs_the_body(before..begin) && !self.shares_last_word(start, before) {
                return Subject::Other;
            }
            return self.noun_phrase(start, before, false);
        }
        self.classify(begin..end)
    }

    /// Where the noun phrase that ends at `end` begins.
    pub(crate) fn phrase_start(&self, start: usize, end: usize) -> usize {
        let mut at = end;
        while at > start {
            let index = at - 1;
            let stops = self.is_mark(index) && !self.token(index).is_glued()
                || self.is_mark(index)
                    && matches!(
                        self.token(index).kind,
                        Kind::Comma
                            | Kind::Semicolon
                            | Kind::Colon
                            | Kind::Stop
                            | Kind::BracketOpen
                            | Kind::BracketClose
                    )
                || self.is_finite(index)
                || self.is_boundary(index) && !self.is_listed_gerund(start, index)
                || self.is_word(index, "with")
                    && !(index > start
                        && self.is_any(index - 1, words!["working", "dealing", "work", "engaging"]))
                || self.reports(index)
                    && index + 1 < end
                    && !self.is(index, Role::RatingNoun)
                    && !self.is(index, Role::AreaNoun)
                || self.is(index, Role::And) && self.joins_clauses(start, index);
            if stops {
                break;
            }
            at = index;
            if index > start && self.is_behind_verb(index) && !self.is_in_how(start, index) {
                break;
            }
        }
        at
    }

    /// `The way food is handled | was`: a clause with its own verb, where a scale does not fix what areas are called.
    fn way_before(&self, start: usize, end: usize) -> Option<ScopeReading> {
        let from = start.max(end.saturating_sub(LONGEST_AREA));
        let way = (from + 1..end)
            .rev()
            .find(|&index| self.is_word(index, "way") && self.is(index - 1, Role::Article))?;
        let plain =
            (way..end).all(|index| self.token(index).is_word() || self.token(index).is_quotation_mark());
        let clause = (way + 2..end).any(|index| self.is_finite(index));
        let free = self.fixed_areas().next().is_none() && way + 2 < end;
        let area = Area { tokens: way..end, known: None };
        (plain && clause && free)
            .then_some(ScopeReading { scope: Scope::Areas(vec![area]), tokens: way..end })
    }

    /// `how the force | the …`, `the way it treats | its people`
    fn is_in_how(&self, start: usize, at: usize) -> bool {
        (at.saturating_sub(8).max(start)..at)
            .any(|index| self.is(index, Role::How) || self.is_word(index, "way"))
    }

    /// `All but | behaviour`: what is named is taken out.
    fn all_but(&self, start: usize, list: ScopeReading) -> ScopeReading {
        let mut at = list.tokens.start;
        while at > start && self.is(at - 1, Role::Article) {
            at -= 1;
        }
        let taken = at > start + 1
            && self.is_any(at - 1, words!["but", "bar", "except"])
            && self.is_any(at - 2, words!["all", "everything"]);
        if taken {
            ScopeReading { scope: Scope::Group(Group::AllBut), tokens: at - 2..list.tokens.end }
        } else {
            list
        }
    }

    /// `In the space of eighteen months | Pendle Court`: a stretch of time, and behind it a name or an article.
    fn past_time_front(&self, begin: usize, end: usize) -> usize {
        let opens = |index: usize| {
            self.is(index, Role::Article)
                || self.is(index, Role::BodyPronoun)
                || self.token(index).is_capital()
        };
        let mut near = (begin..end.saturating_sub(1)).rev();
        let time = near.find(|&index| self.is_time_unit(index) && opens(index + 1));
        time.filter(|&time| time == begin || !self.is_word(time - 1, "early")).map_or(begin, |time| time + 1)
    }

    /// `For the second time in 18 months | the home`
    fn past_nth_time(&self, begin: usize, end: usize) -> usize {
        let year = end > begin + 2
            && self.has(begin, Class::Preposition)
            && self.token(begin + 1).kind == Kind::Number
            && self.is_time_phrase(begin, end);
        if year {
            return begin + 2;
        }
        let time = (begin..end.min(begin + 5)).find(|&index| self.is_word(index, "time"));
        let nth = time.filter(|&time| ordinal(self.text(time - usize::from(time > 0))).is_some());
        let the = nth.and_then(|time| (time + 1..end).find(|&index| self.is(index, Role::Article)));
        the.unwrap_or(begin)
    }

    /// A word that ends a noun phrase; no `children | leaving custody`.
    pub(crate) fn is_boundary(&self, at: usize) -> bool {
        let inside = at > 0 && self.is_word(at, "leaving") && self.token(at - 1).is_word();
        self.is(at, Role::Boundary) && !inside
    }

    /// `assessing risk and | making referrals`
    fn is_listed_gerund(&self, start: usize, at: usize) -> bool {
        at > start && self.is_word(at, "making") && self.is(at - 1, Role::And)
    }

    /// Whether a verb or a grade stands shortly before `and`, so that it joins clauses.
    fn joins_clauses(&self, start: usize, and: usize) -> bool {
        let near = start.max(and.saturating_sub(9));
        let from = (near..and)
            .rev()
            .find(|&index| self.is_mark(index) || self.is_boundary(index))
            .map_or(near, |at| at + 1);
        (from..and).any(|index| self.is_finite(index) && !self.is_word(index, "being"))
            || (from..and).any(|index| self.grade_words(index, and).is_some())
    }

    /// What a noun phrase means.
    pub(crate) fn classify(&self, tokens: Range<usize>) -> Subject {
        let and = tokens.len() > 1 && self.is(tokens.start, Role::And);
        let opened = tokens.start + usize::from(and);
        let just = self.is_any(opened, words!["just", "only", "merely"])
            && opened + 1 < tokens.end
            && self.number(opened + 1).is_some();
        let opened = opened + usize::from(just);
        let tokens = opened..tokens.end;
        let start = self.past_openers(tokens.start, tokens.end);
        let start = start.min(tokens.end - 1);
        let tokens = start..tokens.end;
        if (opened..start).any(|index| self.is(index, Role::How))
            && self.known_area(start, tokens.end).is_some()
            && let Some(list) = self.list(opened, tokens.end)
            && matches!(&list.scope, Scope::Areas(areas) if areas.len() > 1)
        {
            return Subject::Graded(list);
        }
        let how = (opened..start).find(|&index| self.is_any(index, words!["how", "whether"]));
        if let Some(how) = how.filter(|_| tokens.len() > 2 && self.fixed_areas().next().is_none())
            && self.known_area(start, tokens.end).is_none()
        {
            let area = Area { tokens: how..tokens.end, known: None };
            return Subject::Graded(ScopeReading {
                scope: Scope::Areas(vec![area]),
                tokens: how..tokens.end,
            });
        }
        // `Last year’s | rating`, `The home’s | rating`
        let last = tokens.end - 1;
        if self.token(last).kind == Kind::Clitic && last > tokens.start {
            let body = self.is_time_unit(last - 1) || self.as_body(tokens.start..last) == Some(true);
            let body = body.then_some(ScopeReading { scope: Scope::Body, tokens: tokens.clone() });
            if let Some(body) = body {
                return Subject::Graded(body);
            }
        }
        if self.denies(opened) {
            return Subject::Denied;
        }
        if self.is_share(opened, tokens.end + 6) {
            return Subject::Other;
        }
        if self.is_any(
            tokens.start,
            words![
                "no",
                "none",
                "neither",
                "nobody",
                "few",
                "only",
                "most",
                "many",
                "some",
                "half",
                "almost",
                "third",
                "quarter",
                "fifth",
                "more",
                "fewer",
                "several",
                "others",
                "what",
                "nobody",
                "two-thirds",
            ],
        ) && !self.knows_area(tokens.clone())
        {
            return Subject::Other;
        }
        let that =
            opened > 0 && self.is_any(opened - 1, words!["that", "this"]) && self.is(opened, Role::AreaNoun);
        let back = that
            .then_some(opened + 1)
            .or_else(|| self.back(opened, tokens.end))
            .or_else(|| self.back(tokens.start, tokens.end));
        if back.is_some_and(|stop| stop == tokens.end || self.is_of_body(stop, tokens.end))
            || self.is(start, Role::Back) && tokens.len() == 1
        {
            return Subject::Graded(ScopeReading { scope: Scope::Back, tokens });
        }
        if tokens.len() == 1 && self.is(start, Role::BodyPronoun) {
            return Subject::Graded(ScopeReading { scope: Scope::Body, tokens });
        }
        if let Some(fronted) = self.fronted_inside(opened, tokens.end) {
            return Subject::Graded(fronted);
        }
        if let Some(group) = self.fronted_group(opened, tokens.clone()) {
            return Subject::Graded(group);
        }
        if let Some(area) = self.area_inside(tokens.clone()) {
            return Subject::Graded(ScopeReading { scope: Scope::Areas(vec![area]), tokens });
        }
        if let Some(area) = self.possessed_area(tokens.clone()) {
            return area;
        }
        if let Some(judgements) = self.counted_judgements(tokens.clone()) {
            return Subject::Graded(judgements);
        }
        let rating = self.is(tokens.end - 1, Role::RatingNoun);
        if self.is_agent(tokens.clone()) && !rating || self.is_inspection_of(tokens.clone()) {
            return Subject::Agent;
        }
        if let Some(found) = self.rating_of(tokens.clone()) {
            return found;
        }
        if self.is_word(tokens.start, "one") && tokens.len() > 2 && self.is(tokens.start + 1, Role::Of) {
            return Subject::Graded(ScopeReading { scope: Scope::Body, tokens });
        }
        if let Some((group, stop)) = self.group(tokens.start, tokens.end)
            && (stop == tokens.end
                || self.is(stop, Role::BodyPronoun)
                || self.is_agent_word(stop)
                || self.is_of_body(stop, tokens.end))
        {
            return Subject::Graded(ScopeReading { scope: Scope::Group(group), tokens });
        }
        if let Some((stop, scale, area)) =
            self.known_area(start, tokens.end).filter(|_| !self.is_word(start, "overall"))
        {
            if let Some(list) = self.list(start, tokens.end)
                && matches!(&list.scope, Scope::Areas(areas) if areas.len() > 1 && areas.iter().all(|area| area.known.is_some()))
            {
                return Subject::Graded(list);
            }
            let stop = self.past_own_tail(stop, tokens.end, (scale, area));
            let area = Area { tokens: start..stop, known: Some((scale, area)) };
            return Subject::Graded(ScopeReading { scope: Scope::Areas(vec![area]), tokens });
        }
        match self.as_body(tokens.clone()) {
            Some(true) => Subject::Graded(ScopeReading { scope: Scope::Body, tokens }),
            Some(false) => Subject::Other,
            None if self.points_back(tokens.clone()) => Subject::Other,
            None if !self.is_noun_phrase(tokens.start, tokens.end) || !self.is_area_name(tokens.clone()) => {
                Subject::Unclear
            }
            None => {
                let area = Area { tokens: tokens.clone(), known: None };
                Subject::Graded(ScopeReading { scope: Scope::Areas(vec![area]), tokens })
            }
        }
    }

    /// `the five other judgements`: so many areas, not a rating of the whole.
    fn counted_judgements(&self, tokens: Range<usize>) -> Option<ScopeReading> {
        let last = tokens.end - 1;
        let count = self.number(tokens.start).filter(|&count| count > 1)?;
        let rest = (tokens.start + 1..last).any(|index| self.is(index, Role::Rest));
        let passes = |index: usize| self.is(index, Role::Rest) || self.is(index, Role::AreaAdjective);
        let plain = self.is(last, Role::RatingNoun) && (tokens.start + 1..last).all(passes);
        let group = if rest { Group::Rest(Some(count)) } else { Group::Count(count) };
        plain.then_some(ScopeReading { scope: Scope::Group(group), tokens })
    }

    /// `On safety and on leadership | the home`, `For everything else the school`: what stands before the body.
    fn fronted_inside(&self, opened: usize, end: usize) -> Option<ScopeReading> {
        let leads = self.is(opened, Role::AreaPreposition) && opened + 2 < end;
        let reading = leads.then(|| self.scope(opened + 1, end)).flatten()?;
        let stop = reading.tokens.end;
        let body = self.past_openers(stop, end);
        let known = match &reading.scope {
            Scope::Areas(areas) => areas.iter().all(|area| area.known.is_some()),
            Scope::Group(_) => true,
            _ => false,
        };
        (known && body < end && stop < end && self.as_body(body..end) == Some(true)).then_some(reading)
    }

    /// `Every other score`; `On two of the five tests the home`: areas by their number before the body.
    fn fronted_group(&self, opened: usize, tokens: Range<usize>) -> Option<ScopeReading> {
        let (group, stop) = self.group(tokens.start, tokens.end)?;
        let rest = stop == tokens.end && group == Group::AllBut;
        let fronted = opened < tokens.start
            && self.is(opened, Role::AreaPreposition)
            && stop < tokens.end
            && self.is(stop - 1, Role::AreaNoun)
            && self.as_body(stop + usize::from(self.is(stop, Role::Article))..tokens.end) == Some(true);
        (rest || fronted).then_some(ScopeReading { scope: Scope::Group(group), tokens })
    }

    /// `every one of them`, `all bar the last`, `the fifth`: no name of an area.
    fn points_back(&self, tokens: Range<usize>) -> bool {
        let placed = ordinal(self.text(tokens.start)).is_some() || self.is_word(tokens.start, "last");
        let them = tokens.clone().any(|index| self.is_word(index, "them") || self.is(index, Role::Except));
        self.is(tokens.start, Role::All) && them || placed && tokens.len() == 1
    }

    /// `areas inspectors | looked at`
    fn is_agent_word(&self, at: usize) -> bool {
        self.is_any(at, words!["inspectors", "inspected", "looked", "examined", "assessed"])
    }

    fn denies(&self, at: usize) -> bool {
        self.is_any(at, words!["no", "none", "neither", "nobody"])
    }

    fn knows_area(&self, tokens: Range<usize>) -> bool {
        tokens.clone().any(|index| self.known_area(index, tokens.end).is_some())
    }
}
