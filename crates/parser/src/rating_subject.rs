//! What a grade is for, read backwards from the verb: `safety and leadership were both found to be …`.

use crate::rating_scope::{Scope, ScopeReading};
use crate::rating_text::RatingText;
use crate::rating_whose::WISHES;
use crate::rating_words::Role;
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
        let both = self.says_both(end);
        let (end, listed) = match self.past_auxiliaries(start, end) {
            Some(found) => found,
            None => return Subject::Denied,
        };
        let listed = listed || both;
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
        if self.is(end - 1, Role::And) || self.is_any(end - 1, words!["but", "or", "yet", "so"]) {
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

    /// `surgery and maternity | are both good`: two things, whatever they are.
    fn says_both(&self, verb: usize) -> bool {
        let last = self.article.tokens.list.len();
        let passes = |&index: &usize| self.has(index, Class::Be) || self.has(index, Class::Adverb);
        let at = (verb..last).take(3).find(|index| !passes(index));
        at.is_some_and(|at| self.is_any(at, words!["both", "each"]))
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
