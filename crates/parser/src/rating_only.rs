//! Areas set apart from the rest: `Attendance was the only area to reach …`, `its services, the only one that was …`.

use std::ops::Range;

use crate::rating_scope::{Area, Scope, ScopeReading};
use crate::rating_subject::Subject;
use crate::rating_text::RatingText;
use crate::rating_words::Role;
use crate::token::Kind;
use crate::word_class::Class;
use crate::word_list::{WordList, words};

/// What sets one apart.
static ONLY: WordList = WordList::new(&["only", "sole", "lone", "first", "last", "single", "one"]);

/// No such phrase has more words: `the only one of the four tests`.
const LONGEST: usize = 10;

/// Words of a sentence that sets one area apart without saying its grade.
static SET_APART: WordList = WordList::new(&[
    "only",
    "exception",
    "exceptions",
    "leaves",
    "lags",
    "lagged",
    "spot",
    "blot",
    "outlier",
    "alone",
    "escaping",
]);

impl RatingText<'_> {
    /// `Only the sixth form lags behind`, `Which leaves purposeful activity`: the one area of a scale that the words
    /// name, where they set it apart.
    pub(crate) fn set_apart(&self, words: Range<usize>) -> Option<ScopeReading> {
        let apart = words.clone().any(|index| self.is_any(index, &SET_APART));
        let mut areas = Vec::new();
        let mut at = words.start;
        while apart && at < words.end {
            let known = self.known_area(at, words.end);
            if let Some((stop, scale, area)) = known {
                areas.push(Area { tokens: at..stop, known: Some((scale, area)) });
            }
            at = known.map_or(at + 1, |(stop, ..)| stop);
        }
        let tokens = areas.first()?.tokens.clone();
        let graded = words.clone().any(|index| self.grade_words(index, words.end).is_some());
        (areas.len() == 1 && !graded).then_some(ScopeReading { scope: Scope::Areas(areas), tokens })
    }

    /// The subject before `was the only area to | be rated`.
    pub(crate) fn the_only_one(&self, start: usize, end: usize) -> Option<Subject> {
        let mut near = (end.saturating_sub(6).max(start + 2)..end).rev();
        let to = near.find(|&index| self.is_word(index, "to"))?;
        let helps = |index: usize| {
            self.has(index, Class::Be)
                || self.has(index, Class::Have)
                || self.is(index, Role::Filler)
                || self.is(index, Role::And)
                || self.text(index).ends_with("ed")
        };
        (to + 1..end).all(helps).then(|| self.before_only_one(start, to)).flatten()
    }

    /// What `the only area` is, where these words end at `end`: what stands before `was` or before the comma.
    pub(crate) fn before_only_one(&self, start: usize, end: usize) -> Option<Subject> {
        let the = self.only_phrase(start, end)?;
        let before = the.checked_sub(1).filter(|&before| before > start)?;
        if self.has(before, Class::Be) {
            return Some(self.subject(start, before));
        }
        if self.is_word(before, "as") {
            return self.known_list_before(start, before).map(Subject::Graded);
        }
        let comma = matches!(self.token(before).kind, Kind::Comma | Kind::Dash);
        comma.then(|| self.noun_phrase(start, before, false))
    }

    /// Where `the only area of the four` begins.
    pub(crate) fn only_phrase(&self, start: usize, end: usize) -> Option<usize> {
        let mut near = (end.saturating_sub(LONGEST).max(start)..end.saturating_sub(1)).rev();
        let the = near.find(|&index| {
            self.is_word(index, "the") && self.is_any(index + 1, &ONLY)
                || self.is_word(index, "one") && self.is(index + 1, Role::Of)
        })?;
        let noun = (the + 1..end).any(|index| {
            self.is(index, Role::AreaNoun)
                || self.is_any(index, words!["one", "ones", "thing", "part", "bit"])
                || self.body_noun_before(the + 2, index + 1)
                || self.is(index, Role::People)
        });
        let plain = (the..end).all(|index| !self.is_mark(index) && !self.is_finite(index));
        (noun && plain).then_some(the)
    }
}
