//! Sentences that explain the scale: `grades go from one, which is unsatisfactory, up to six`.

use std::ops::Range;

use crate::rating_text::RatingText;
use crate::rating_words::Role;
use crate::token::Kind;
use crate::word_class::Class;
use crate::word_list::{WordList, words};

/// What grades are called where a sentence explains their scale.
static SCALE_NOUNS: WordList = WordList::new(&[
    "grades",
    "ratings",
    "marks",
    "scores",
    "gradings",
    "judgements",
    "judgments",
    "bands",
    "levels",
    "verdicts",
]);

/// How such a sentence goes on.
static SCALE_VERBS: WordList = WordList::new(&[
    "go",
    "goes",
    "run",
    "runs",
    "running",
    "range",
    "ranges",
    "ranging",
    "start",
    "starts",
    "starting",
    "stretch",
    "stretches",
    "going",
    "extend",
    "extends",
    "rise",
    "rises",
]);

/// So many grades in a row are named as a scale, and given to nobody.
const SCALE_GRADES: usize = 3;

impl RatingText<'_> {
    /// `They mark schools on a scale of five, from …`, `Grades go from one, which is unsatisfactory, up to six`,
    /// `four being outstanding`
    pub(crate) fn explains_scale(&self, sentence: Range<usize>) -> bool {
        let end = sentence.end;
        sentence.clone().any(|index| {
            let scale = self.is_word(index, "scale")
                && (index + 1..end.min(index + 8))
                    .any(|at| self.is_word(at, "from") || self.is_any(at, &SCALE_VERBS));
            let being = self.is_word(index + 1, "being")
                && self.number(index).is_some()
                && !(index > sentence.start && self.is(index - 1, Role::Rest))
                && self.grade_words(index + 2, end).is_some();
            scale || being || self.is_any(index, &SCALE_NOUNS) && self.scale_follows(index, &sentence)
        }) || self.grades_them_all(&sentence)
    }

    /// `Ofsted gives schools a grade in each area, from … to …`: what is done with all bodies of a kind, at any time.
    fn grades_them_all(&self, sentence: &Range<usize>) -> bool {
        static NOW: WordList = WordList::new(&[
            "gives", "give", "rates", "rate", "grades", "grade", "judges", "judge", "scores", "marks",
        ]);
        let all = |index: usize| {
            self.is_any(index, &NOW)
                && self.token(index + 1).is_word()
                && self.text(index + 1).ends_with('s')
                && self.has(index + 1, Class::BodyNoun)
        };
        sentence.clone().any(all) && sentence.clone().any(|index| self.is_word(index, "from"))
    }

    /// Whether grades, named by the noun at `index`, are said to run from one to another.
    fn scale_follows(&self, index: usize, sentence: &Range<usize>) -> bool {
        let end = sentence.end;
        let owned = index > 0
            && (self.token(index - 1).kind == Kind::Clitic
                || self.is_any(index - 1, words!["its", "their", "his", "her"]));
        let grades = (!owned || self.is_agent(sentence.start..index))
            && (index + 1..end.min(index + 4))
                .any(|at| self.is_any(at, &SCALE_VERBS) && self.leads_from(at, end));
        let marks = self.is_any(index + 1, words!["of", "from", "between"])
            && self.number(index + 2).is_some()
            && self.is_any(index + 3, words!["to", "and"])
            && self.number(index + 4).is_some();
        let out_of = self.is_word(index + 1, "out")
            && self.number(index + 3).is_some()
            && self.has(index + 4, Class::Be);
        grades || marks || out_of
    }

    /// `run from`, `starting at`
    pub(crate) fn leads_from(&self, at: usize, end: usize) -> bool {
        (at + 1..end.min(at + 4)).any(|index| self.is_any(index, words!["from", "at", "with"]))
    }

    /// Three grades or more in a row are the scale: `outstanding, good, requires improvement or inadequate`
    pub(crate) fn is_scale(&self, sentence: Range<usize>) -> bool {
        // `On the six-point scale used here, | a two is weak`
        let on = self.is_word(sentence.start, "on")
            && (sentence.start + 2..sentence.end.min(sentence.start + 6))
                .any(|index| self.is_word(index, "scale"));
        if on {
            return true;
        }
        let grades = sentence.clone().filter(|&index| self.has(index, Class::GradeStart));
        if grades.take(SCALE_GRADES).count() < SCALE_GRADES {
            return self.explains_scale(sentence);
        }
        if self.explains_scale(sentence.clone()) || self.climbs_scale(sentence.clone()) {
            return true;
        }
        let mut in_row = 0;
        let mut last_end = usize::MAX;
        let mut index = sentence.start;
        while index < sentence.end {
            if let Some((_, stop)) = self.grade_words(index, sentence.end) {
                let close = last_end != usize::MAX && (last_end..index).all(|i| self.joins_scale(i));
                in_row = if close { in_row + 1 } else { 1 };
                if in_row >= SCALE_GRADES {
                    return true;
                }
                last_end = stop;
                index = stop.max(index + 1);
            } else {
                index += 1;
            }
        }
        false
    }

    /// `from urgent improvement at the bottom, through needs attention and the expected standard, to exceptional`
    pub(crate) fn climbs_scale(&self, sentence: Range<usize>) -> bool {
        let grade = |index: &usize| self.grade_words(*index, sentence.end).is_some();
        let led = |index: usize, word: &str| {
            (index.saturating_sub(3).max(sentence.start)..index).any(|at| self.is_word(at, word))
        };
        if !sentence.clone().any(|index| self.is_any(index, words!["through", "via"])) {
            return false;
        }
        let mut grades = sentence.clone().filter(grade);
        let from = grades.next().is_some_and(|first| led(first, "from"));
        from && grades.clone().count() > 1 && grades.any(|index| led(index, "to"))
    }

    pub(crate) fn joins_scale(&self, at: usize) -> bool {
        let token = self.token(at);
        matches!(token.kind, Kind::Comma | Kind::Semicolon | Kind::Dash)
            || token.is_quotation_mark()
            || self.is(at, Role::And)
            || self.is_word(at, "or")
            || self.is(at, Role::Article)
    }
}
