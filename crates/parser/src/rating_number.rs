//! Grades that are numbers: `grade three`, `a four`, `one out of five`, and what tells them from what is counted.

use crate::rating_grade::GradeReading;
use crate::rating_text::RatingText;
use crate::rating_words::Role;
use crate::token::Kind;
use crate::word_class::Class;
use crate::word_list::{WordList, words};

/// Verbs with a number behind them, as for points.
static GIVES: WordList = WordList::new(&[
    "gave",
    "give",
    "gives",
    "given",
    "giving",
    "awarded",
    "awards",
    "awarding",
    "got",
    "gets",
    "getting",
    "graded",
    "grades",
    "grading",
    "marked",
    "rated",
    "scored",
    "scores",
    "scoring",
    "received",
    "receives",
    "earned",
    "handed",
    "managed",
    "took",
    "collected",
]);

impl RatingText<'_> {
    /// `grade three`, `a four`, `zero`, `one out of five`: a number that nothing is counted with.
    pub(crate) fn grade_number(&self, at: usize, start: usize, end: usize) -> Option<(GradeReading, usize)> {
        if start >= end || !self.play.has_numbers {
            return None;
        }
        let noun = self.is(start, Role::RatingNoun);
        let place = start + usize::from(noun);
        let value = (place < end).then(|| self.number(place)).flatten()?;
        if !self.play.scales.iter().any(|&scale| self.numbered(scale, value).is_some()) {
            return None;
        }
        // `the one for leadership`: a pronoun
        let the =
            place > 0 && self.is_any(place - 1, words!["the", "that", "this", "every", "each", "which"]);
        if the && self.is_word(place, "one") && !self.is_scored(place, end) {
            return None;
        }
        // `the little ones`, `no one`
        if place > 0 && self.is_word(place - 1, "no")
            || self.is_word(place, "ones") && self.number(place.saturating_sub(1)).is_none()
        {
            return None;
        }
        let stop = self.past_quotes(place + 1, end);
        let behind_article = start > at || noun || self.is(place, Role::Plural);
        if !(behind_article || value == 0 || self.is_scored(place, end) || self.has_gloss(stop, end))
            || !(self.is(place, Role::Plural) || self.counts_nothing(stop, end))
        {
            return None;
        }
        let stop = self.past_score(stop, end);
        Some((GradeReading::Number(value), self.past_words_of_number(stop, end)))
    }

    /// Whether a rating verb stands right before a bare number (rated two) .
    pub(crate) fn is_scored(&self, at: usize, end: usize) -> bool {
        // `one for leadership, | two for the setting and three for staffing`
        let listed = at > 0
            && (self.token(at - 1).kind == Kind::Comma || self.is(at - 1, Role::And))
            && at + 2 < end
            && self.is_word(at + 1, "for");
        if listed {
            let area = self.past_openers(at + 2, end);
            if area < end && self.known_area(area, end).is_some() {
                return true;
            }
        }
        at + 1 < end && self.is(at + 1, Role::Score)
            || self.is_given_for(at)
            || self.is_had_before(at)
            || at > 1 && self.has(at - 1, Class::Be) && self.is(at - 2, Role::RatingNoun)
            || at > 0
                && self.is_any(
                    at - 1,
                    words!["rated", "graded", "scored", "marked", "of", "to", "from", "at", "on"],
                )
    }

    /// `graded it | three for safety`, `got | two for the setting`: given to the body, for an area that a scale knows.
    pub(crate) fn is_given_for(&self, at: usize) -> bool {
        let pronoun = at > 1 && (self.is(at - 1, Role::BodyPronoun) || self.is_word(at - 1, "them"));
        let verb = at.checked_sub(1 + usize::from(pronoun));
        let given = verb.is_some_and(|verb| self.is_any(verb, &GIVES));
        let end = self.article.tokens.list.len().min(at + 12);
        let area = at + 2 < end && self.is(at + 1, Role::AreaPreposition);
        given && area && self.known_area(self.past_openers(at + 2, end).min(end - 1), end).is_some()
    }

    /// `had | four before`, `got | two last time`: a number that the body had, and when.
    pub(crate) fn is_had_before(&self, at: usize) -> bool {
        let had = at > 0 && (self.is_any(at - 1, &GIVES) || self.has(at - 1, Class::Have));
        let then = self.is_any(at + 1, words!["before", "previously"])
            || self.is_word(at + 1, "last") && self.is_any(at + 2, words!["time", "year"]);
        let ends = self.is_mark(at + 2) || self.is_word(at + 1, "last");
        had && then && ends
    }

    /// `3 (adequate)`: the number's words stand behind it.
    pub(crate) fn has_gloss(&self, at: usize, end: usize) -> bool {
        at + 1 < end && self.token(at).kind == Kind::BracketOpen && self.grade_words(at + 1, end).is_some()
    }

    /// Whether what follows a number is no noun that it counts.
    pub(crate) fn counts_nothing(&self, at: usize, end: usize) -> bool {
        if at >= end || self.is_mark(at) {
            return true;
        }
        let word = self.token(at);
        self.is(at, Role::Score)
            || self.is(at, Role::AreaPreposition)
            || self.is(at, Role::Boundary)
            || self.is(at, Role::Filler)
            || self.has(at, Class::When)
            || self.has(at, Class::Be)
            || self.is_any(at, words!["it", "they"])
            || self.is_any(
                at,
                words![
                    "to",
                    "and",
                    "or",
                    "by",
                    "hygiene",
                    "rating",
                    "ratings",
                    "score",
                    "as",
                    "apiece",
                    "each",
                    "means",
                    "meaning",
                    "meant",
                    "indicates",
                    "up",
                    "down",
                    "then",
                    "with",
                ],
            )
            || word.is_quotation_mark()
    }

    /// `-star`, `out of five`
    pub(crate) fn past_score(&self, at: usize, end: usize) -> usize {
        if at + 2 < end && self.is_word(at, "out") && self.is(at + 1, Role::Of) {
            return at + 3;
        }
        if at < end && (self.is_word(at, "star") || self.is_word(at, "stars")) {
            return at + 1;
        }
        at
    }

    /// `a four (good)`, `two, or weak,`: the number's own words behind it.
    pub(crate) fn past_words_of_number(&self, at: usize, end: usize) -> usize {
        let mut next = at;
        if next >= end || !matches!(self.token(next).kind, Kind::Comma | Kind::BracketOpen | Kind::Dash) {
            return at;
        }
        next = self.past_gloss_words(next + 1, end);
        match self.grade_words(next, end) {
            Some((_, stop)) if stop < end && self.token(stop).kind == Kind::BracketOpen => stop,
            Some((_, stop)) if stop >= end || self.is_mark(stop) => (stop + 1).min(end),
            _ => at,
        }
    }
}
