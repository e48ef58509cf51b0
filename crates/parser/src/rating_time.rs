//! Whether a grade was given by the inspection that the article reports or by an earlier one.

use std::ops::Range;

use crate::rating_play::years;
use crate::rating_text::RatingText;
use crate::rating_words::{Role, ordinal};
use crate::token::Kind;
use crate::word_class::Class;
use crate::word_list::{WordList, words};

/// What `last`, `previous` and `earlier` stand before when they speak of an inspection.
static LAST_TIMES: WordList = WordList::new(&[
    "inspected",
    "visited",
    "inspection",
    "inspections",
    "visit",
    "rated",
    "graded",
    "time",
    "year",
    "full",
    "went",
    "called",
    "report",
    "spring",
    "summer",
    "autumn",
    "winter",
    "came",
    "assessed",
    "assessment",
    "looked",
    "graded",
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "outing",
    "check",
    "look",
    "call",
    "stayed",
    "dropped",
    "rating",
    "here",
]);

/// Words that say by themselves that a grade is an earlier one.
static EARLIER: WordList = WordList::new(&[
    "previously",
    "formerly",
    "once",
    "ago",
    "previous",
    "hitherto",
    "earlier",
    "originally",
    "until",
]);

/// Words that say so together with those beside them.
static EARLIER_BESIDE: WordList = WordList::new(&["before", "after", "time", "then", "days", "last", "old"]);

/// How a sentence opens that may speak of an earlier time.
static PAST_OPENERS: WordList = WordList::new(&[
    "when", "before", "in", "at", "back", "after", "until", "on", "three", "two", "last", "four", "five",
    "six", "seven", "eight", "a", "its", "under",
]);

/// Verbs behind which the pluperfect is what an inspection has just found.
static TELLING: WordList =
    WordList::new(&["learned", "learnt", "heard", "discovered", "told", "said", "found"]);

impl RatingText<'_> {
    /// Whether the words around a match say that its grade is an earlier one.
    pub(crate) fn is_previous(&self, words: Range<usize>, sentence: Range<usize>) -> bool {
        let still = words.start.saturating_sub(2).max(sentence.start)..words.end;
        if still.clone().any(|index| self.is_word(index, "still"))
            && !still.into_iter().any(|index| self.is_any(index, words!["had", "was", "were"]))
        {
            return false;
        }
        if self.was_before_now(&words, &sentence) {
            return true;
        }
        let clause = self.clause(words.clone(), sentence.clone());
        // `is now good, where last year it was inadequate`: the first clause's `now` is not the second's.
        let relative = |index: &usize| self.is_any(*index, words!["where", "when", "which", "having"]);
        let own = (clause.start..words.start).rev().find(relative).unwrap_or(clause.start);
        let now = (own..clause.end).find(|&index| self.is_word(index, "now"));
        if now.is_some_and(|now| now < words.end + 2) {
            return false;
        }
        let clause = clause.start..now.unwrap_or(clause.end);
        let had_been = |index: usize| {
            self.is_word(index, "had")
                && self.is_word(index + 1, "been")
                && !self.is_reported(words.start, sentence.start)
        };
        words.clone().any(had_been)
            || self.has_had(words.start, sentence.start)
            || self.is_cued(words, clause, sentence)
    }

    /// The same, where `had` alone does not tell.
    pub(crate) fn is_previous_beside_had(&self, words: Range<usize>, sentence: Range<usize>) -> bool {
        let clause = self.clause(words.clone(), sentence.clone());
        self.is_cued(words, clause, sentence)
    }

    /// `last year`, `in 2019`, `previously` around the words.
    fn is_cued(&self, words: Range<usize>, clause: Range<usize>, sentence: Range<usize>) -> bool {
        let mut own = clause.start.max(self.floor.min(words.start))..clause.end;
        own.any(|index| self.is_earlier_cue(index, sentence.end, words.start))
            || self.year_behind(clause.end, sentence.end)
            || self.when_behind(clause.end, sentence.end)
            || self.opens_in_the_past(self.past_but(sentence.start, words.start), words.start)
                && !(self.is_any(sentence.start, words!["after", "before"]) && self.is_present(words.start))
    }

    /// `gives no grades now, but | when it last went there, in 2016, the school was good`: the clause that opens anew.
    fn past_but(&self, start: usize, words: usize) -> usize {
        let opens = |&index: &usize| {
            self.is_word(index, "but")
                && self.is_any(index + 1, words!["when", "in", "at", "before", "until"])
        };
        let parts = |&index: &usize| opens(&index) || self.token(index).kind == Kind::Semicolon;
        (start + 1..words.saturating_sub(1)).rev().find(parts).map_or(start, |but| but + 1)
    }

    /// `was good and is now outstanding`, `safety, which was poor, has been found not sufficiently good`
    fn was_before_now(&self, words: &Range<usize>, sentence: &Range<usize>) -> bool {
        let past = (words.start.saturating_sub(1).max(sentence.start)..words.end)
            .any(|index| self.is_any(index, words!["was", "were"]));
        let next = words.end;
        let present = |index: usize| self.is_any(index, words!["is", "are", "has", "have"]);
        let relative = (words.start.saturating_sub(2).max(sentence.start)..words.start)
            .any(|index| self.is_any(index, words!["which", "that"]));
        past && (self.is(next, Role::And) && self.is_word(next + 1, "now")
            || self.is(next, Role::And) && present(next + 1) && self.is_word(next + 2, "now")
            || relative && self.token(next).kind == Kind::Comma && present(next + 1))
    }

    /// `has | climbed`, `is now | rated`: what holds at this time.
    fn is_present(&self, words: usize) -> bool {
        (words.saturating_sub(3)..=words)
            .any(|index| self.is_any(index, words!["has", "have", "is", "are", "now"]))
    }

    /// The stretch between the marks around a match.
    fn clause(&self, words: Range<usize>, sentence: Range<usize>) -> Range<usize> {
        let parts = |index: usize| {
            matches!(self.token(index).kind, Kind::Comma | Kind::Semicolon | Kind::Dash | Kind::Colon)
                || self.is_any(index, words!["but", "while", "although", "whereas"])
                || self.joins_grade(index, sentence.end)
        };
        let mark_before = |from: usize| (sentence.start..from).rev().find(|&index| parts(index));
        let mut start = mark_before(words.start).map_or(sentence.start, |at| at + 1);
        let goes_on = start > sentence.start && self.is_any(start, words!["when", "where", "which"]);
        if goes_on {
            start = mark_before(start - 1).map_or(sentence.start, |at| at + 1);
        }
        if start > sentence.start && start == words.start && self.token(start - 1).kind == Kind::Comma {
            let opener = mark_before(start - 1).filter(|&opener| self.token(opener).kind == Kind::Comma);
            let plain = |opener: usize| {
                start - opener < 7
                    && !(opener + 1..start).any(|index| {
                        self.is_finite(index)
                            || self.has(index, Class::Relative)
                            || self.grade_words(index, start).is_some()
                    })
            };
            // `which was good when last graded, in 2014, | took`: the year is that of the clause before.
            let stretch = |opener: usize| mark_before(opener).map_or(sentence.start, |at| at + 1);
            let of_relative =
                |opener: usize| self.is_any(stretch(opener), words!["which", "that", "who", "whose"]);
            if let Some(opener) = opener.filter(|&opener| plain(opener) && !of_relative(opener)) {
                start = stretch(opener);
            }
        }
        let end = (words.end..sentence.end).find(|&index| parts(index)).unwrap_or(sentence.end);
        start..end
    }

    /// `… to require improvement | and was good in 2021`: a second verb with a grade of its own.
    fn joins_grade(&self, at: usize, end: usize) -> bool {
        let relative = self.is_any(at + 1, words!["where", "which"]);
        self.is(at, Role::And) && relative
            || self.is(at, Role::And)
                && self.is_finite(at + 1)
                && (at + 2..end.min(at + 5)).any(|index| self.is_grade_start(index, end))
    }

    /// `had been rated`, `having been judged`: the pluperfect right before the words.
    pub(crate) fn has_had(&self, words: usize, from: usize) -> bool {
        let mut at = words;
        while at > from && words - at < 8 {
            at -= 1;
            if self.is_any(at, words!["had", "having", "hadn't"]) {
                // `has had two good grades`
                let perfect = at > from && self.is_any(at - 1, words!["has", "have", "'ve", "now"]);
                return !perfect && !self.is_reported(at, from);
            }
            // `went from being rated good`
            if self.is_word(at, "being") && at > from && self.is_word(at - 1, "from") {
                return true;
            }
            if !(self.has(at, Class::Be)
                || self.has(at, Class::Adverb)
                || self.is(at, Role::Filler)
                || self.is_until_then(from, at)
                || self.token(at).kind == Kind::Comma && at > from && self.is_until_then(from, at - 1)
                || self.token(at).kind == Kind::Comma && self.is_until_then(from, at + 1)
                || self.token(at).is_quotation_mark())
            {
                return false;
            }
        }
        false
    }

    /// `learned it had been awarded`: in reported speech the pluperfect says nothing of an earlier time.
    fn is_reported(&self, had: usize, from: usize) -> bool {
        let tells = |index: usize| self.reports(index) || self.is_any(index, &TELLING);
        let that = (from..had).rev().find(|&index| self.is_word(index, "that"));
        let team =
            |index: usize| self.has(index, Class::InspectorNoun) || self.has(index, Class::InspectorateNoun);
        let found = had > from && team(had - 1) && (from..had - 1).any(tells);
        let heard = found || that.is_some_and(|that| (from.max(that.saturating_sub(9))..that).any(tells));
        heard || (from.max(had.saturating_sub(8))..had).any(tells)
    }

    /// `last inspected`, `previously`, `in 2019`
    fn is_earlier_cue(&self, at: usize, end: usize, words: usize) -> bool {
        if self.is_any(at, &EARLIER) {
            // "whose staff once rescued a dog | has been judged good": the verb stands between.
            let of_clause = at > words || (at + 1..words).any(|index| self.is_finite(index));
            let until = self.is_word(at, "until");
            let then =
                || at > words && self.is_any(at + 1, words!["last", "recently", "then", "now", "this"]);
            return if until { then() } else { !(self.is_word(at, "once") && of_clause) };
        }
        if !self.is_any(at, &EARLIER_BESIDE) {
            return self.is_past_year(at);
        }
        if self.is_word(at, "before") && at >= words {
            let compares = self.is_any(at - 1, words!["as", "than", "from", "like"]);
            return !compares && self.is_mark(at + 1);
        }
        if self.is_word(at, "after") && at < words && at > 0 {
            let half = self.is_word(at - 1, "half") && at > 2 && self.is_word(at - 2, "a");
            return half || self.is_any(at - 1, words!["years", "months", "year"]);
        }
        if self.is_word(at, "before") && self.is_any(at + 1, words!["that", "then"]) {
            return true;
        }
        if self.is_word(at, "time") && at > 1 && self.is_any(at - 1, words!["that", "the"]) {
            let bare = self.is_word(at - 1, "that") && at > words && self.is_mark(at + 1);
            return self.is_word(at - 2, "at") || bare;
        }
        if self.is_word(at, "then")
            && at > words
            && self.is_mark(at + 1)
            && self.token(at + 1).kind == Kind::Comma
        {
            return true;
        }
        if self.is_word(at, "then") && at > 0 {
            let too = at > words && self.is_any(at + 1, words!["too", "as", "also", "and", "but"]);
            // `Its rating | then | was good`
            let rating = self.is(at - 1, Role::RatingNoun) && self.is_any(at + 1, words!["was", "were"]);
            return too
                || rating
                || self.is_word(at - 1, "back")
                || self.token(at + 1).kind == Kind::BracketClose;
        }
        // `in the days of one-word verdicts`
        if self.is_word(at, "days") && at > 0 && self.is_word(at - 1, "the") {
            return self.is(at + 1, Role::Of) || self.is_word(at + 1, "when");
        }
        if self.is_word(at, "last") {
            // `last year`, `when it | last went there`
            let when = (at.saturating_sub(3)..at).any(|index| self.is_word(index, "when"));
            return when || at + 1 < end && self.is_any(at + 1, &LAST_TIMES);
        }
        if (self.is_word(at, "old") || self.is_word(at, "earlier")) && at + 1 < end {
            return self.is_word(at + 1, "system") || self.is(at + 1, Role::RatingNoun);
        }
        self.is_past_year(at)
    }

    /// `For the second time in a year the home was rated inadequate`
    pub(crate) fn opens_again(&self, start: usize) -> bool {
        let start = self.past_quotes(start, start + 2);
        let cleft = self.is_word(start, "it") && self.has(start + 1, Class::Be);
        let the = start + if cleft { 2 } else { 1 };
        (cleft || self.is_word(start, "for"))
            && self.is_word(the, "the")
            && ordinal(self.text(the + 1)).is_some_and(|nth| nth > 1)
            && (the + 2..the + 4).any(|index| self.is_word(index, "time"))
    }

    /// `good | in 2019`, `good | when Ofsted last called`, `good | on both of its earlier inspections`: a grade's word
    /// with a time is a grade.
    pub(crate) fn is_timed(&self, at: usize, end: usize) -> bool {
        let mut near = (at..end.min(at + 9)).take_while(|&index| !self.is_mark(index));
        let first = self.has(at, Class::Preposition) || self.is_any(at, words!["when", "last", "the"]);
        first
            && near.any(|index| {
                self.token(index).kind == Kind::Number && years(self.text(index)).next().is_some()
                    || self.is_any(index, words!["last", "previous", "earlier"])
                        && (index + 1..index + 3).any(|at| self.is_any(at, &LAST_TIMES))
            })
    }

    /// A year before that of the article.
    fn is_past_year(&self, at: usize) -> bool {
        let token = self.token(at);
        if token.kind != Kind::Number || at == 0 {
            return false;
        }
        // `its first inspection since 2017`
        let since = self.is_word(at - 1, "since")
            && (at.saturating_sub(14)..at)
                .any(|index| self.is_any(index, words!["first", "best", "worst", "only", "every"]));
        let future = since || self.is_any(at - 1, words!["by", "until"]);
        let year = self.text(at).parse::<u32>().ok().filter(|year| (1990..=2040).contains(year));
        let report = (at.saturating_sub(4)..at)
            .any(|index| self.is_any(index, words!["published", "report", "following", "since"]))
            && self.play.byline_year.is_none()
            && !(at > 0 && self.is_word(at - 1, "since"));
        !future
            && !report
            && year.is_some_and(|year| self.play.byline_year.is_none_or(|written| year < written))
    }

    /// `…, in 2019,`: a year between commas right behind the clause.
    fn year_behind(&self, at: usize, end: usize) -> bool {
        at + 2 < end
            && self.token(at).kind == Kind::Comma
            && self.has(at + 1, Class::Preposition)
            && self.is_past_year(at + 2)
    }

    /// `…, when it was last visited`
    fn when_behind(&self, at: usize, end: usize) -> bool {
        at + 2 < end
            && self.token(at).kind == Kind::Comma
            && self.is_word(at + 1, "when")
            && (at + 2..end.min(at + 7))
                .any(|index| self.is_word(index, "last") && self.is_any(index + 1, &LAST_TIMES))
    }

    /// `When it was last inspected, in 2018, …`, `Before that, …`, `In 2022 …`
    pub(crate) fn opens_in_the_past(&self, start: usize, words: usize) -> bool {
        let start = self.past_quotes(start, words);
        if self.is_about_the_last_inspection(start, words) {
            return true;
        }
        if !self.is_any(start, &PAST_OPENERS) {
            return false;
        }
        let comma = (start..words).find(|&index| self.token(index).kind == Kind::Comma);
        let verb = || (start + 2..words).find(|&index| self.is_finite(index));
        let comma = comma.or_else(verb);
        let Some(comma) = comma else { return false };
        if self.is_word(start, "before") && comma - start <= 2 {
            return true;
        }
        (start..comma).any(|index| self.is_earlier_cue(index, words, words)) || self.year_behind(comma, words)
    }

    /// `The school's last inspection, in 2019, | saw it rated good`
    fn is_about_the_last_inspection(&self, start: usize, words: usize) -> bool {
        let last = |index: usize| {
            self.is_any(index, words!["last", "previous"])
                && self.is_any(index + 1, words!["inspection", "visit", "report"])
        };
        let named = (start..words.min(start + 6)).find(|&index| last(index));
        named.is_some_and(|named| !(start..=named).any(|index| self.is_finite(index)))
            && !self.has(start, Class::Preposition)
            && !self.has(start, Class::Subordinator)
    }
}
