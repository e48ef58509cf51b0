//! Reading a grade: by its words, by its number, by its place on the scale.

use crate::rating_text::RatingText;
use crate::rating_words::{Role, ordinal};
use crate::token::{Kind, Token};
use crate::vocabulary::Meaning;
use crate::word_class::Class;
use crate::word_list::words;

/// A grade as the text puts it, before it is known on which scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum GradeReading {
    /// Words of at least one scale in play, which stand from this token and take so many.
    Words { at: usize, length: usize },
    /// A number that only some scales have.
    Number(u8),
    /// So many places above (below where negative) another reading's words.
    Beside { at: usize, length: usize, above: i8 },
    /// So many places above a number.
    NumberBeside { value: u8, above: i8 },
    /// So many places from the best (1 is the best), or from the worst.
    Place { from_best: bool, nth: u8 },
}

/// A scale's grade: indexes into the lexicon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ScaleGrade {
    pub scale: u16,
    pub grade: u8,
}

impl RatingText<'_> {
    /// The grade that stands at `at`, perhaps behind an article, and where its words end.
    ///
    /// `'requires improvement'`, `a three`, `grade two, or good,`, `the lowest of its four grades`
    pub(crate) fn grade(&self, at: usize, end: usize) -> Option<(GradeReading, usize)> {
        if !self.is_grade_lead(self.token(at)) {
            return None;
        }
        let start = self.past_determiners(at, end);
        if let Some((reading, stop)) = self.grade_words(start, end) {
            return Some((reading, self.past_gloss(stop, end)));
        }
        self.place(start, end).or_else(|| self.grade_number(at, start, end))
    }

    /// Whether a grade may begin with a word, or with what stands before grades: few words do.
    #[inline]
    pub(crate) fn is_grade_lead(&self, token: &Token) -> bool {
        self.words.is(token.symbol, Role::GradeLead) || token.is_quotation_mark()
    }

    /// The longest grade of a scale in play that begins right at `at`.
    #[inline]
    pub(crate) fn grade_words(&self, at: usize, end: usize) -> Option<(GradeReading, usize)> {
        let at = self.past_quotes(at, end);
        let opens = at < end && self.has(at, Class::GradeStart) && !self.is_how_good(at);
        if opens { self.grade_term(at, end) } else { None }
    }

    /// `how | good | its leadership is`: what is graded, no grade.
    pub(crate) fn is_how_good(&self, at: usize) -> bool {
        at > 0 && self.is_word(at - 1, "how") && self.is_word(at, "good")
    }

    // Few words begin a grade: only the look at a word's class is worth being inlined.
    #[inline(never)]
    fn grade_term(&self, at: usize, end: usize) -> Option<(GradeReading, usize)> {
        let terms = self.article.vocabulary.terms(&self.article.tokens.list[at..end]);
        let grades = terms.filter(|(_, meanings)| self.meant(meanings).next().is_some());
        let (length, _) = grades.last()?;
        Some((GradeReading::Words { at, length }, self.past_quotes(at + length, end)))
    }

    fn meant<'t>(&'t self, meanings: &'t [Meaning]) -> impl Iterator<Item = ScaleGrade> + 't {
        self.play.scales.iter().flat_map(move |&wanted| {
            meanings.iter().filter_map(move |meaning| match *meaning {
                Meaning::Grade { scale, grade } if scale == wanted => Some(ScaleGrade { scale, grade }),
                _ => None,
            })
        })
    }

    /// The grades of scales in play that a reading may be, the likeliest first.
    pub(crate) fn candidates(&self, reading: GradeReading) -> Vec<ScaleGrade> {
        match reading {
            GradeReading::Words { at, length } => {
                let tokens = &self.article.tokens.list[at..at + length];
                let whole = self.article.vocabulary.terms(tokens).filter(|&(taken, _)| taken == length);
                whole.flat_map(|(_, meanings)| self.meant(meanings).collect::<Vec<_>>()).collect()
            }
            GradeReading::Beside { at, length, above } => {
                let words = self.candidates(GradeReading::Words { at, length });
                words.into_iter().filter_map(|grade| self.beside(grade, above)).collect()
            }
            GradeReading::NumberBeside { value, above } => {
                let numbers = self.candidates(GradeReading::Number(value));
                numbers.into_iter().filter_map(|grade| self.beside(grade, above)).collect()
            }
            GradeReading::Number(value) => {
                self.play.scales.iter().filter_map(|&s| self.numbered(s, value)).collect()
            }
            GradeReading::Place { from_best, nth } => {
                self.play.scales.iter().filter_map(|&s| self.placed(s, from_best, nth)).collect()
            }
        }
    }

    /// The grade so many places above another.
    fn beside(&self, grade: ScaleGrade, above: i8) -> Option<ScaleGrade> {
        let grades = self.article.lexicon.scales()[usize::from(grade.scale)].grades.len();
        let place = i16::from(grade.grade) - i16::from(above);
        let place = usize::try_from(place).ok().filter(|&place| place < grades)?;
        Some(ScaleGrade { grade: place as u8, ..grade })
    }

    pub(crate) fn numbered(&self, scale: u16, value: u8) -> Option<ScaleGrade> {
        let grades = &self.article.lexicon.scales()[usize::from(scale)].grades;
        let grade = grades.iter().position(|grade| grade.value == Some(value))?;
        Some(ScaleGrade { scale, grade: grade as u8 })
    }

    fn placed(&self, scale: u16, from_best: bool, nth: u8) -> Option<ScaleGrade> {
        let row = &self.article.lexicon.scales()[usize::from(scale)];
        let place = usize::from(nth);
        let grade = if from_best { place.checked_sub(1)? } else { row.grades.len().checked_sub(place)? };
        (grade < row.grades.len() && !row.closed).then_some(ScaleGrade { scale, grade: grade as u8 })
    }

    /// `a`, `an overall`, `the new`, `its previous`: what may stand before a grade.
    fn past_determiners(&self, mut at: usize, end: usize) -> usize {
        let first = at;
        while at < end && at - first < 4 {
            let token = self.token(at);
            let passes = token.is_quotation_mark()
                || self.is(at, Role::Article)
                || self.has(at, Class::Determiner)
                || (self.is(at, Role::Filler) && !self.is_number_word(at))
                || self.is_any(at, words!["top", "compliant"]) && self.text(at + 1).len() == 2
                || self.is(at, Role::BeforeGrade);
            if !passes || self.number(at).is_some() || self.is_grade_start(at, end) {
                break;
            }
            at += 1;
        }
        at
    }

    fn is_number_word(&self, at: usize) -> bool {
        self.number(at).is_some()
    }

    pub(crate) fn is_grade_start(&self, at: usize, end: usize) -> bool {
        self.has(at, Class::TermStart) && self.grade_words(at, end).is_some()
    }

    /// The same grade said again: `good (four)`, `adequate, or three,`, `weak, the second-lowest grade`
    fn past_gloss(&self, at: usize, end: usize) -> usize {
        let mut next = at;
        if next < end && matches!(self.token(next).kind, Kind::Comma | Kind::BracketOpen | Kind::Dash) {
            next = self.past_gloss_words(next + 1, end);
            let number = next < end && self.number(next).is_some();
            let stop = if number { self.past_score(next + 1, end) } else { end };
            if stop < end && matches!(self.token(stop).kind, Kind::Comma | Kind::BracketClose | Kind::Dash) {
                return stop + 1;
            }
            return self.past_prior_gloss(self.past_place_gloss(at, end), end);
        }
        at
    }

    /// `from C4|, which it was handed in October 2024,| to C3`, `from inadequate|, its rating in 2023,| to good`: since
    /// when.
    fn past_prior_gloss(&self, mark: usize, end: usize) -> usize {
        const LONGEST: usize = 12;
        let comma = mark + 3 < end && self.token(mark).kind == Kind::Comma;
        let close = (mark + 2..end.min(mark + LONGEST)).find(|&index| self.is_mark(index));
        let close = close.filter(|&close| {
            self.token(close).kind == Kind::Comma
                && self.is_word(close + 1, "to")
                && self.grade_words(close + 2, end).is_some()
                && (mark + 1..close)
                    .any(|index| self.is(index, Role::RatingNoun) || self.has(index, Class::Relative))
        });
        close.filter(|_| comma).map_or(mark, |close| close + 1)
    }

    /// `inadequate|, the lowest possible rating,| for safety`, `needs attention| – that's the second lowest of the
    /// five grades –| in two areas`: its place on the scale, told before what it is for.
    fn past_place_gloss(&self, mark: usize, end: usize) -> usize {
        let leads = |index: usize| {
            self.is_any(index, words!["that", "which", "this"])
                || self.has(index, Class::Be)
                || self.token(index).kind == Kind::Clitic
        };
        let lead = (mark + 1..end.min(mark + 3)).take_while(|&index| leads(index)).count();
        let start = mark + 1 + lead;
        let the = start + usize::from(start < end && self.is(start, Role::Article));
        let closes = |close: usize| {
            matches!(self.token(close).kind, Kind::Comma | Kind::BracketClose | Kind::Dash)
                && close + 2 < end
                && self.is(close + 1, Role::AreaPreposition)
                && !self.is_time_phrase(close + 1, end)
                && self.scope_end(close + 2, end).is_some()
        };
        match self.place(the, end) {
            Some((GradeReading::Place { .. }, close)) if close < end && closes(close) => close + 1,
            _ => mark,
        }
    }

    /// `the lowest possible rating`, `top marks`, `the second-lowest of five grades`, `the lowest score, poor`
    fn place(&self, at: usize, end: usize) -> Option<(GradeReading, usize)> {
        let mut next = at;
        let nth = if next < end { ordinal(self.text(next)) } else { None };
        next += usize::from(nth.is_some());
        if next >= end {
            return None;
        }
        let (top, bottom) = (self.is(next, Role::Top), self.is(next, Role::Bottom));
        if !top && !bottom {
            return None;
        }
        next += 1;
        if next < end && self.is_word(next, "rated") {
            return Some((GradeReading::Place { from_best: top, nth: nth.unwrap_or(1) }, next + 1));
        }
        let noun = (next..end.min(next + 5)).find(|&index| {
            self.is(index, Role::RatingNoun)
                || self.is(index, Role::PlaceNoun) && !self.is(index, Role::Possible)
        });
        let stop = match noun {
            Some(noun) if (next..noun).all(|index| self.passes_in_place(index)) => noun + 1,
            _ => self.value_of_place(next, end)?,
        };
        let stop = self.past_range_of_place(stop, end);
        if let Some((reading, stop)) = self.named_place(stop, end) {
            return Some((reading, stop));
        }
        Some((GradeReading::Place { from_best: top, nth: nth.unwrap_or(1) }, stop))
    }

    fn passes_in_place(&self, at: usize) -> bool {
        self.is(at, Role::Possible)
            || !self.is_mark(at) && !self.is_finite(at) && !self.is(at, Role::Boundary)
    }

    /// `maximum five`, `lowest of three outcomes`: no noun of rating right behind.
    fn value_of_place(&self, at: usize, end: usize) -> Option<usize> {
        if at < end && self.number(at).is_some() && self.play.has_numbers {
            return Some(at + 1);
        }
        let closes = at >= end || self.is_mark(at);
        (closes && self.is_extreme(at - 1) || at < end && self.is(at, Role::Of)).then_some(at)
    }

    /// `all got the lowest.`: the noun is left out.
    fn is_extreme(&self, at: usize) -> bool {
        self.is_any(at, words!["lowest", "highest"])
    }

    /// `… there is`, `… of its four grades`, `… of five`
    fn past_range_of_place(&self, mut at: usize, end: usize) -> usize {
        if at + 1 < end && self.is_word(at, "there") && self.is_word(at + 1, "is") {
            at += 2;
        }
        if at + 1 < end && self.is_word(at, "on") && self.is_word(at + 1, "offer") {
            at += 2;
        }
        if at + 2 < end
            && (self.is_word(at, "open") && self.is_word(at + 1, "to")
                || self.is_word(at, "at")
                    && self.is(at + 1, Role::Article)
                    && self.is_word(at + 2, "disposal"))
        {
            at += 3;
        }
        while at < end && self.is(at, Role::Possible) {
            at += 1;
        }
        if at < end && self.is(at, Role::Of) {
            let noun = (at..end.min(at + 7)).take_while(|&index| !self.is_mark(index));
            let last = noun
                .filter(|&index| {
                    self.is(index, Role::RatingNoun)
                        || self.is(index, Role::PlaceNoun)
                        || self.number(index).is_some()
                })
                .last();
            return last.map_or(at, |last| last + 1);
        }
        at
    }

    /// `the lowest score, poor`: the place and the name.
    fn named_place(&self, at: usize, end: usize) -> Option<(GradeReading, usize)> {
        let mark = at < end
            && matches!(self.token(at).kind, Kind::Comma | Kind::Colon | Kind::Dash | Kind::BracketOpen);
        let (reading, stop) = mark.then(|| self.grade_words(at + 1, end)).flatten()?;
        // `the lowest score, poor, | in safety`
        let aside = stop + 1 < end
            && matches!(self.token(stop).kind, Kind::Comma | Kind::Dash | Kind::BracketClose)
            && self.is(stop + 1, Role::AreaPreposition);
        Some((reading, stop + usize::from(aside)))
    }

    /// `two, | meaning | weak`, `two (| that is, | weak)`: what leads to the same grade in other words.
    pub(crate) fn past_gloss_words(&self, at: usize, end: usize) -> usize {
        const LEADS: &[&[&str]] = &[
            &["or"],
            &["meaning"],
            &["meaning", "it", "was"],
            &["which", "means"],
            &["which", "is"],
            &["that", "is"],
            &["equivalent", "to"],
            &["in", "other", "words"],
            &["known", "as"],
            &["i.e."],
        ];
        let opens = |words: &&&[&str]| {
            words.iter().zip(at..end).filter(|(word, index)| self.is_word(*index, word)).count()
                == words.len()
        };
        let next = at + LEADS.iter().filter(opens).map(|words| words.len()).max().unwrap_or(0);
        next + usize::from(next > at && next < end && self.token(next).kind == Kind::Comma)
    }
}
