//! What a grade is for, read backwards from the verb: `safety and leadership were both found to be …`.

use crate::rating_license::WISHES;
use crate::rating_scope::{Scope, ScopeReading};
use crate::rating_text::RatingText;
use crate::rating_words::{Role, ordinal};
use crate::token::Kind;
use crate::word_class::Class;
use crate::word_list::words;

/// What stands before the verb.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Subject {
    /// The inspected body, or areas of its work.
    Graded(ScopeReading),
    /// Somebody who grades: inspectors, Ofsted.
    Agent,
    /// Another body, some of many bodies, people: no grade of the inspected body.
    Other,
    /// The clause is denied or only wished for.
    Denied,
    /// Words that are no noun phrase: what the grade is for cannot be told.
    Unclear,
    /// Nothing, or nothing that can be told.
    None,
}

impl RatingText<'_> {
    /// The subject of the verb at `end`, not before `start`.
    pub(crate) fn subject(&self, start: usize, end: usize) -> Subject {
        let found = self.in_relative(start, self.nearest_subject(start, end));
        let told = match &found {
            Subject::Graded(reading) => match &reading.scope {
                Scope::Areas(areas) => areas.iter().any(|area| area.known.is_some()),
                _ => true,
            },
            Subject::Unclear | Subject::None => false,
            Subject::Agent | Subject::Other | Subject::Denied => true,
        };
        if found == Subject::Other
            && let Some(body) = self.body_with_tail(start, end)
        {
            return Subject::Graded(body);
        }
        if told {
            return found;
        }
        let before = self.before_clause_about_it(start, end);
        let before = before.or_else(|| self.body_with_tail(start, end));
        let before = before.or_else(|| self.counted_before_clause(start, end));
        before.or_else(|| self.known_before_participle(start, end)).map_or(found, Subject::Graded)
    }

    /// `Investigating crime, an area in which | the force was graded inadequate`: the body is the subject of a clause
    /// about the area that stands before it.
    fn in_relative(&self, start: usize, found: Subject) -> Subject {
        let Subject::Graded(ScopeReading { scope: Scope::Body, tokens }) = &found else { return found };
        let the =
            tokens.start - usize::from(tokens.start > start && self.is(tokens.start - 1, Role::Article));
        let led = the > start + 2 && self.is_word(the - 1, "which") && self.has(the - 2, Class::Preposition)
            || the > start + 1 && self.is_word(the - 1, "where");
        let before = if led { self.relative(start, the) } else { None };
        match before {
            Some(Subject::Graded(reading))
                if matches!(reading.scope, Scope::Areas(_) | Scope::Group(_) | Scope::Back) =>
            {
                Subject::Graded(reading)
            }
            _ => found,
        }
    }

    /// The words right before the verb, or what they point back to.
    fn nearest_subject(&self, start: usize, end: usize) -> Subject {
        if let Some(subject) = self.the_only_one(start, end) {
            return subject;
        }
        let (end, listed) = match self.past_auxiliaries(start, end) {
            Some(found) => found,
            None => return Subject::Denied,
        };
        if end == start {
            return Subject::None;
        }
        if let Some(looked) = self.before_stranded(start, end) {
            return self.noun_phrase(start, looked, listed);
        }
        if let Some(subject) = self.of_which(start, end) {
            return subject;
        }
        if let Some((nth, the)) = self.nth_before(start, end) {
            return Subject::Graded(ScopeReading { scope: Scope::Nth(nth), tokens: the..end });
        }
        if self.opens_inside_phrase(end) {
            let owner = (start..end).rev().take(2).find(|&index| self.token(index).kind == Kind::Clitic);
            if owner.is_some_and(|owner| owner > start && self.is_above_body(owner - 1)) {
                return Subject::Other;
            }
            return self.of_clause(start, end);
        }
        if self.is(end - 1, Role::And) || self.is_any(end - 1, words!["but", "or", "yet"]) {
            return self.shared(start, end - 1);
        }
        if self.token(end - 1).kind == Kind::BracketOpen {
            return self.noun_phrase(start, end - 1, false);
        }
        if self.token(end - 1).kind == Kind::Comma {
            return self.before_aside(start, end - 1);
        }
        if self.token(end - 1).kind == Kind::Dash
            && let Some(opener) = (start + 1..end - 1).rev().find(|&at| self.token(at).kind == Kind::Dash)
        {
            return self.named_in_dashes(opener, end - 1).unwrap_or_else(|| self.subject(start, opener));
        }
        if let Some(subject) = self.relative(start, end) {
            return subject;
        }
        if self.token(end - 1).kind == Kind::BracketClose {
            let open = (start..end).rev().find(|&index| self.token(index).kind == Kind::BracketOpen);
            return open.map_or(Subject::None, |open| self.subject(start, open));
        }
        self.noun_phrase(start, end, listed)
    }

    /// `Three of the areas – safety, caring and leadership – | are`: the list between the dashes.
    fn named_in_dashes(&self, opener: usize, end: usize) -> Option<Subject> {
        let list = self.known_list_before(opener + 1, end)?;
        let opens =
            self.past_openers(opener + 1, end) == list.tokens.start || list.tokens.start == opener + 1;
        let many = matches!(&list.scope, Scope::Areas(areas) if areas.len() > 1);
        (opens && many).then_some(Subject::Graded(list))
    }

    /// Whether `a`, `its` or a preposition stands right before the words, so that no subject does.
    fn opens_inside_phrase(&self, end: usize) -> bool {
        let word = end - 1;
        (self.is(word, Role::Article)
            || self.has(word, Class::Determiner)
            || self.has(word, Class::Preposition))
            && !self.is(word, Role::BodyPronoun)
            && !self.is(word, Role::And)
            && !self.is_any(word, words!["that", "this", "all", "each", "both"])
            || self.is_any(
                word,
                words![
                    "separate", "previous", "last", "former", "earlier", "old", "current", "overall", "new",
                    "first", "headline", "final", "latest", "main", "one-word", "own",
                ],
            )
    }

    /// The clause speaks of another body, or it does not.
    fn of_clause(&self, start: usize, end: usize) -> Subject {
        // "must improve after | being rated": what must be is not said of what stands behind "after"
        let opens = |&index: &usize| {
            self.is_mark(index) || self.is_any(index, words!["after", "since", "following", "despite"])
        };
        let from = (start..end).rev().find(opens).map_or(start, |mark| mark + 1);
        let foreign =
            (from..end).any(|index| self.is(index, Role::Foreign) && self.is_foreign_use(index, end));
        let wished = (from..end).any(|index| {
            self.has(index, Class::Modal) && !self.is_may(index) || self.has(index, Class::Negation)
        });
        let wish = (from..end).any(|index| self.is_any(index, &WISHES));
        match (foreign, wished || wish) {
            (true, _) => Subject::Other,
            (false, true) => Subject::Denied,
            (false, false) => Subject::None,
        }
    }

    /// `were not looked at and | keep`: the verb before `and` has the same subject.
    fn shared(&self, start: usize, end: usize) -> Subject {
        if let Some(list) = self.cleft(start, end) {
            return Subject::Graded(list);
        }
        let infinitive = |index: usize| index > start && self.is_word(index - 1, "to");
        let verb = (start..end)
            .rev()
            .take(30)
            .find(|&index| (self.is_finite(index) || self.has(index, Class::Do)) && !infinitive(index));
        if verb.is_none()
            && let Some(verb) = self.plain_verb(start, end)
        {
            return self.subject(start, verb);
        }
        let clause = (start..end).rev().find(|&index| self.is_mark(index)).map_or(start, |mark| mark + 1);
        let finds = |&index: &usize| {
            index > start && (self.is_word(index, "found") || index == clause && self.is(index, Role::Frame))
        };
        if verb.is_none()
            && let Some(found) = (clause..end).find(finds)
        {
            return self.subject(start, found);
        }
        match verb {
            Some(verb) if verb > start => self.subject(start, verb),
            _ => match (start..end).rev().find(|&index| self.token(index).kind == Kind::Comma) {
                Some(comma) => self.before_aside(start, comma),
                None => Subject::None,
            },
        }
    }

    /// `it was leadership that drew criticism and | was`
    fn cleft(&self, start: usize, end: usize) -> Option<ScopeReading> {
        let that = (start + 3..end).rev().find(|&index| self.is_word(index, "that"))?;
        let list = self.known_list_before(start, that)?;
        let be = list.tokens.start.checked_sub(1).filter(|&be| be > start && self.has(be, Class::Be))?;
        self.is_word(be - 1, "it").then_some(list)
    }

    /// Back over `have both been`; `None` where the clause is denied or only wished for.
    pub(crate) fn past_auxiliaries(&self, start: usize, mut end: usize) -> Option<(usize, bool)> {
        let mut listed = false;
        while end > start {
            let at = end - 1;
            let token = self.token(at);
            if self.has(at, Class::Modal) && !self.is_may(at)
                || self.has(at, Class::Negation)
                || self.is_word(at, "to") && !self.is_until_then(start, at)
            {
                return None;
            }
            let placed = at > start && self.is_word(at - 1, "the") && ordinal(self.text(at)).is_some();
            let opens = at == start || matches!(self.token(at - 1).kind, Kind::Semicolon | Kind::Colon);
            if opens && self.is_any(at, words!["both", "all"]) {
                break;
            }
            if let Some(among) = self.among_those(start, end) {
                end = among;
                continue;
            }
            let passes = self.has(at, Class::Be) && !(token.is_glued() && token.is_word())
                || self.has(at, Class::Have)
                || self.is_any(at, words!["remains", "remained", "remain", "stays", "stayed"])
                || self.has(at, Class::Adverb)
                // `Safety has seen | 'good' replaced by`
                || self.is_word(at, "seen") && at > start && self.has(at - 1, Class::Have)
                || self.is(at, Role::Filler) && !placed
                || self.is_word(at, "more") && at > start && self.is_word(at - 1, "once")
                || self.is_until_then(start, at)
                || token.is_quotation_mark()
                || token.kind == Kind::Clitic
                    && end < self.article.tokens.list.len()
                    && !self.token(end).is_capital()
                    && self.clitic_is_verb(at);
            if !passes {
                break;
            }
            listed |= self.is_any(at, words!["both", "all", "each"]);
            end = at;
        }
        // `which in 2021 | required`
        let opens =
            |at: usize| at > start && (self.has(at - 1, Class::Relative) || self.is(at - 1, Role::And));
        let dated =
            end > start + 2 && self.token(end - 1).kind == Kind::Number && self.is_time_phrase(end - 2, end);
        // `which four years ago | was`, `which last year | was`
        let ago = end > start + 3 && self.is_word(end - 1, "ago");
        let last = end > start + 2 && self.is_word(end - 2, "last");
        for (told, length) in [(dated || last, 2), (ago, 3)] {
            if told && opens(end - length) {
                return Some((end - length, listed));
            }
        }
        Some((end, listed))
    }

    /// `is | among those | rated good`, `were | among the areas | found to be good`: where the words begin.
    fn among_those(&self, start: usize, end: usize) -> Option<usize> {
        let of = |index: usize| index > start && self.is_any(index, words!["among", "amongst"]);
        let last = end.checked_sub(1)?;
        let those = self.is_any(last, words!["those", "them"]) && of(last.checked_sub(1)?);
        let counted = self.number(last).is_some() && self.is(last - 1, Role::Article);
        let areas = (counted || self.is(last, Role::AreaNoun)) && last > start + 2;
        let noun = || (last.saturating_sub(3)..last).rev().find(|&index| of(index));
        if those {
            Some(last - 1)
        } else {
            areas.then(noun).flatten().filter(|&among| self.has(among - 1, Class::Be))
        }
    }

    /// `had until then been`, `has up to now been`: both words pass.
    pub(crate) fn is_until_then(&self, start: usize, at: usize) -> bool {
        let until = |index: usize| self.is_any(index, words!["until", "till", "to", "by"]);
        let then = |index: usize| self.is_any(index, words!["then", "now"]);
        until(at) && then(at + 1)
            || then(at) && at > start && until(at - 1)
            || self.is_word(at, "up") && self.is_word(at + 1, "to") && then(at + 2)
    }

    /// `it's`, `that's` against `the home's`.
    fn clitic_is_verb(&self, at: usize) -> bool {
        at > 0 && (self.is(at - 1, Role::BodyPronoun) || self.is_word(at - 1, "that"))
    }

    /// `X, which was looked at on its own, | was`: the comma at `comma` closes an aside or an apposition.
    fn before_aside(&self, start: usize, comma: usize) -> Subject {
        if let Some(both) = self.whole_and_parts(start, comma) {
            return Subject::Graded(both);
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
    fn is_whole_above(&self, start: usize, comma: usize) -> bool {
        comma > start + 3
            && self.is_word(comma - 1, "whole")
            && self.is_word(comma - 3, "as")
            && self.play.body_name.contains(" at ")
    }

    /// `The overall rating, and those for how safe and well-led it is, | have dropped`
    fn whole_and_parts(&self, start: usize, comma: usize) -> Option<ScopeReading> {
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
    fn outer_of(&self, start: usize, at: usize) -> Option<usize> {
        let from = at.saturating_sub(4).max(start);
        (from..at).rev().find(|&index| matches!(self.token(index).kind, Kind::Comma | Kind::Dash))
    }

    /// `together with personal development`: graded as well.
    fn adds(&self, at: usize) -> bool {
        self.is_any(at, words!["together", "along", "alongside", "like"])
    }

    /// `The remaining area`, `the last of the five`, `two`: the name follows.
    fn stands_for_area(&self, start: usize, end: usize) -> bool {
        let begin = self.phrase_start(start, end);
        let last = end.checked_sub(1).filter(|&last| last >= begin);
        last.is_some_and(|last| {
            self.is(last, Role::AreaNoun) || self.number(last).is_some() && !self.token(last).is_capital()
        })
    }
}

/// Two readings as one.
pub(crate) fn joined(one: ScopeReading, other: ScopeReading) -> ScopeReading {
    let tokens = one.tokens.start..other.tokens.end;
    match (one.scope, other.scope) {
        (Scope::Areas(mut areas), Scope::Areas(more)) => {
            areas.extend(more);
            ScopeReading { scope: Scope::Areas(areas), tokens }
        }
        (_, scope) => ScopeReading { scope, tokens },
    }
}
