//! Whether words that no scale knows can name an area at all: the one place where that is decided.

use std::ops::Range;

use crate::rating_text::RatingText;
use crate::rating_words::Role;
use crate::token::Kind;
use crate::word_class::Class;
use crate::word_list::{WordList, words};

/// What a stretch or a point of time is named by.
static TIMES: WordList = WordList::new(&[
    "second",
    "seconds",
    "minute",
    "minutes",
    "hour",
    "hours",
    "day",
    "days",
    "week",
    "weeks",
    "fortnight",
    "month",
    "months",
    "year",
    "years",
    "decade",
    "decades",
    "spring",
    "summer",
    "autumn",
    "winter",
    "christmas",
    "easter",
    "term",
    "morning",
    "afternoon",
    "evening",
    "weekend",
    "moment",
    "occasion",
    "occasions",
]);

/// With a number before them these count times.
static TURNS: WordList = WordList::new(&["inspections", "visits", "times", "reports", "attempts"]);

/// With these a noun phrase does not end.
static OPEN_ENDS: WordList = WordList::new(&[
    "of", "for", "with", "by", "to", "the", "a", "an", "and", "or", "its", "their", "than", "from", "not",
    "in", "at",
]);

/// Heads of phrases that set one thing above others, or say what became of it, and name none.
static SINGLED_OUT: WordList = WordList::new(&[
    "finest",
    "largest",
    "biggest",
    "best",
    "worst",
    "smallest",
    "exception",
    "exceptions",
    "change",
    "changes",
    "improvement",
]);

/// Past tenses that no name of an area holds.
static TOLD: WordList =
    WordList::new(&["told", "said", "heard", "knew", "thought", "felt", "wrote", "spoke"]);

impl RatingText<'_> {
    /// A noun phrase or a clause with `how`; no stretch of time, no verb with its subject or its object, and not `a
    /// chimney`: an area is known before its grade.
    pub(crate) fn is_area_name(&self, tokens: Range<usize>) -> bool {
        let who =
            tokens.clone().skip(1).find(|&index| self.is_word(index, "who") && self.is_served(index - 1));
        let tokens = tokens.start..who.unwrap_or(tokens.end);
        if tokens.is_empty() {
            return false;
        }
        let asks = |index: usize| {
            self.is(index, Role::How) && !self.is_word(index, "being") || self.is_word(index, "way")
        };
        let clause = (tokens.start.saturating_sub(2)..tokens.end).any(asks);
        let verb = tokens.len() == 1 && tokens.start > 0 && self.has(tokens.start - 1, Class::Have);
        let points =
            tokens.len() == 1 && self.is_any(tokens.start, words!["this", "that", "these", "those", "such"]);
        let any_one = tokens.start.checked_sub(1).is_some_and(|at| self.is_any(at, words!["a", "an"]));
        !any_one
            && !verb
            && !points
            && !self.has_open_end(tokens.clone())
            && !self.is_of_grades(tokens.clone())
            && !self.is_time(tokens.clone())
            && !self.is_any(tokens.end - 1, &SINGLED_OUT)
            && (clause || !self.is_of_people(tokens.clone()))
            && (clause || !self.is_told(tokens.clone()) && !self.is_of_participles(tokens))
    }

    /// `the home | with`: back over words with which no noun phrase ends.
    pub(crate) fn before_open_end(&self, start: usize, mut end: usize) -> usize {
        while end > start + 1 && self.is_any(end - 1, &OPEN_ENDS) {
            end -= 1;
        }
        end
    }

    /// `not with`, `with less money`, `the work of`
    fn has_open_end(&self, tokens: Range<usize>) -> bool {
        let first = tokens.start;
        let joined = self.token(first + 1).is_glued();
        let leads = self.has(first, Class::Preposition)
            || self.has(first, Class::Negation)
            || self.has(first, Class::Coordinator)
            || self.is_finite(first);
        let pronoun = self.is_any(tokens.end - 1, words!["it", "them"]) && !self.is(first, Role::How);
        let open = self.token(tokens.end - 1).kind == Kind::Clitic || self.is_fared(tokens.end - 1);
        leads && !joined || pronoun || open || self.is_any(tokens.end - 1, &OPEN_ENDS)
    }

    /// `good to adequate`: a grade, not what it is for.
    fn is_of_grades(&self, tokens: Range<usize>) -> bool {
        let end = tokens.end;
        tokens.into_iter().any(|index| {
            let stop = self.is_grade_start(index, end).then(|| self.grade_words(index, end)).flatten();
            stop.is_some_and(|(_, stop)| stop >= end || self.is_word(stop, "to"))
        })
    }

    /// `bosses at the home`: people, not what is done for them.
    fn is_of_people(&self, tokens: Range<usize>) -> bool {
        let place = tokens.clone().skip(1).find(|&index| self.has(index, Class::Preposition));
        place.is_some_and(|place| self.is(place - 1, Role::People))
    }

    /// years, the spring.
    pub(crate) fn is_time_unit(&self, at: usize) -> bool {
        self.is_any(at, &TIMES)
    }

    /// `three years`, `spring with less money`, `last two`, `December`: the head is a time or a number.
    fn is_time(&self, tokens: Range<usize>) -> bool {
        let preposition = |index: &usize| *index > tokens.start && self.has(*index, Class::Preposition);
        let head = tokens.clone().find(preposition).unwrap_or(tokens.end) - 1;
        let early = head > tokens.start && self.is_word(head - 1, "early");
        let turns = head > tokens.start && self.number(head - 1).is_some() && self.is_any(head, &TURNS);
        !early && self.is_any(head, &TIMES)
            || turns
            || self.has(head, Class::Month)
            || self.has(head, Class::Weekday)
            || self.number(head).is_some() && !self.token(head).is_glued()
            || self.token(head).kind == Kind::Number && head == tokens.start
    }

    /// `she pointed out`, `chief told councillors`, `takes the department`: a verb with its subject or its object.
    fn is_told(&self, tokens: Range<usize>) -> bool {
        let first = tokens.start;
        tokens.clone().any(|index| {
            let subject = self.has(index, Class::Subject) && !self.is_word(index, "it");
            let behind = index > first && !self.token(index).is_glued();
            let past = self.text(index).ends_with("ed") && self.reports(index) || self.is_any(index, &TOLD);
            subject
                || self.is_finite(index) && behind
                || past && behind
                || behind && self.is_behind_verb(index)
        })
    }

    /// `takes | the department`: an article right behind a word that leads to none.
    pub(crate) fn is_behind_verb(&self, at: usize) -> bool {
        let before = at - 1;
        let leads = self.has(before, Class::Preposition)
            || self.has(before, Class::Coordinator)
            || self.is(before, Role::And)
            || self.is(before, Role::All)
            || self.is(before, Role::How)
            || self.is_mark(before)
            || self.token(before).is_quotation_mark()
            || self.text(before).ends_with("ing")
            || self.is_any(before, words!["both", "such", "that", "well", "effectively", "safe"]);
        let article = self.is_any(at, words!["a", "an", "the", "its", "their", "his", "them", "him"]);
        article && !leads && self.token(before).is_word()
    }

    /// `earned`, `washed and fed`: no noun among them.
    fn is_of_participles(&self, tokens: Range<usize>) -> bool {
        let first = tokens.start;
        let mut words = tokens.filter(|&index| !self.is(index, Role::And));
        words.all(|index| {
            let text = self.text(index);
            text.ends_with("ed")
                && text.len() > 2
                && !self.token(index).is_capital()
                && !self.token(index).is_glued()
                && !(index > first && self.token(index - 1).is_capital())
        })
    }
}
