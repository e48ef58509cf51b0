//! Grades that stand in no phrase of the book, but among words that speak of grading: `There was a lone four,
//! for partnerships`, `Safety, which hit rock bottom with an 'inadequate', …`.

use std::ops::Range;

use onrecord_lexicon::{Slot, Yield};

use crate::phrase_book::{Filled, PhraseMatch};
use crate::rating_scope::{Scope, ScopeReading};
use crate::rating_subject::Subject;
use crate::rating_text::RatingText;
use crate::rating_whose::WISHES;
use crate::rating_words::Role;
use crate::token::Kind;
use crate::tokens_to_ratings::Reader;
use crate::word_class::Class;
use crate::word_list::words;

/// An area further from its grade is that of something else.
const FARTHEST_AREA: usize = 24;

impl Reader<'_> {
    /// Whether the words around a grade make it one: it closes its phrase, the clause speaks of grading or
    /// names an area, and nothing in it is denied, wished for or somebody else's.
    pub(crate) fn is_framed(&self, grade: &Filled, scope: &ScopeReading, sentence: Range<usize>) -> bool {
        let text = &self.text;
        let clause = text.frame_clause(grade.tokens.clone(), sentence.clone());
        let area =
            matches!(&scope.scope, Scope::Areas(areas) if areas.iter().all(|area| area.known.is_some()));
        let speaks = clause.clone().any(|index| text.is(index, Role::Frame));
        if matches!(scope.scope, Scope::Areas(_)) && !area {
            return false;
        }
        let noun = text.stands_as_noun(grade.tokens.clone());
        let adjoins = text.adjoins(&scope.tokens, grade.tokens.start);
        let counted = matches!(scope.scope, Scope::Group(_));
        // `and behaviour better still, at | outstanding`: one verb for both.
        let prefixed = area
            && self.drafts.len() > self.places.before_sentence
            && grade.tokens.start > 0
            && text
                .is_any(text.before_quotes(sentence.start, grade.tokens.start) - 1, words!["at", "on", "as"]);
        // `A, B and C, all of them | good`
        let all_of = area && grade.tokens.start > 1 && text.is_word(grade.tokens.start - 1, "them");
        // `for safety it was good, for the other three | inadequate`
        let fronted = scope.tokens.end == text.before_quotes(sentence.start, grade.tokens.start)
            && self.drafts.len() > self.places.before_sentence
            && scope.tokens.start > 0
            && text.is(scope.tokens.start - 1, Role::AreaPreposition);
        let body = scope.scope == Scope::Body && scope.tokens.end <= grade.tokens.start;
        let licensed = speaks && (area || noun)
            || area && (noun || adjoins)
            || counted && noun
            || body && noun
            || prefixed
            || all_of
            || fronted && (area || counted);
        licensed
            && !self.places.spoke_of_others
            && text.ends_phrase(grade.tokens.end, sentence.end)
            && !text.is_doubtful(clause, grade.tokens.start)
            && !text.speaks_of_others(sentence)
    }

    /// A row that is no more than a grade, or a preposition with one: its verb may be any.
    pub(crate) fn is_loose(&self, found: &PhraseMatch) -> bool {
        found.yields == Yield::RatingPart
            && found.slots.first().is_some_and(|filled| {
                filled.slot == Slot::Grade
                    && filled.tokens.start <= found.words_start + 2
                    && !self.text.has(found.words_start, Class::Be)
                    && !self.text.is_word(found.words_start, "to")
            })
    }

    /// What a grade without a phrase of its own is for: the known areas nearest before it in its clause.
    pub(crate) fn framed_scope(&self, found: &PhraseMatch, sentence: &Range<usize>) -> Option<ScopeReading> {
        let alone = found.slots.len() == 1 && found.tokens == found.slots[0].tokens;
        let text = &self.text;
        let clause = text.frame_clause(found.words_start..found.tokens.end, sentence.clone());
        let from = clause.start.max(found.words_start.saturating_sub(FARTHEST_AREA));
        let from = from.max(text.floor.min(found.words_start));
        let near = alone.then(|| (from + 1..=found.words_start).rev());
        near?.find_map(|end| text.known_list_before(from, end))
    }
}

impl RatingText<'_> {
    /// The stretch between semicolons, colons and stops, and where they part clauses, `but` and `while`.
    fn frame_clause(&self, words: Range<usize>, sentence: Range<usize>) -> Range<usize> {
        let parts = |index: usize| {
            self.token(index).kind == Kind::Semicolon
                || self.is_any(index, words!["but", "while", "although", "whereas", "though"])
        };
        let before = (sentence.start..words.start).rev().find(|&index| parts(index));
        let behind = (words.end..sentence.end).find(|&index| parts(index));
        before.map_or(sentence.start, |at| at + 1)..behind.unwrap_or(sentence.end)
    }

    /// `an 'inadequate'`, `two goods`, `requiring improvement`: not an adjective of everyday speech.
    pub(crate) fn stands_as_noun(&self, grade: Range<usize>) -> bool {
        let behind = self.past_quotes(grade.end, self.article.tokens.list.len());
        let opens = |index: usize| self.is_any(index, words!["a", "an", "another"]);
        let article = opens(grade.start) || grade.start > 0 && opens(grade.start - 1);
        article
            || self.is(grade.start, Role::Plural) && !self.is_word(grade.start, "ones")
            || self.is_plural_grade(grade.clone())
            || self.is_quoted_grade(grade.clone())
            || grade.clone().any(|index| {
                self.is_any(
                    index,
                    words![
                        "improvement",
                        "inadequate",
                        "unsatisfactory",
                        "compliant",
                        "standard",
                        "attention",
                        "sufficiently",
                        "reasonably",
                    ],
                )
            })
            || self.is(behind, Role::RatingNoun)
    }

    /// `Caring and responsive: 'good'`, `Personal development, good`: only marks stand between.
    fn adjoins(&self, scope: &Range<usize>, grade: usize) -> bool {
        let between = scope.end..grade;
        scope.end < grade
            && between.len() < 5
            && self.is_mark(scope.end)
            && between.into_iter().all(|index| self.is_mark(index) || self.token(index).is_quotation_mark())
    }

    /// `wellbeing, which the inspectors | marked`, `caring, for which crews | were given`: the noun before
    /// `which`, where no other verb stands between.
    pub(crate) fn antecedent(&self, start: usize, words: usize, of_area: bool) -> Option<ScopeReading> {
        let from = words.saturating_sub(6).max(start + 1);
        let which = (from..words).rev().find(|&index| self.is_word(index, "which"))?;
        let placed = which > start && self.has(which - 1, Class::Preposition);
        if of_area && !placed {
            return None;
        }
        let verbless = (which + 1..words).all(|index| !self.is_mark(index) && !self.reports(index));
        let mut end = which;
        while end > start
            && (self.has(end - 1, Class::Preposition) || self.token(end - 1).kind == Kind::Comma)
        {
            end -= 1;
        }
        let list = verbless.then(|| self.known_list_before(start, end)).flatten()?;
        Some(list)
    }

    /// `Only caring held its ground, | staying`, `both fared worst, each | landing`: the areas that the verb
    /// before the comma speaks of.
    pub(crate) fn before_participle(&self, start: usize, words: usize) -> Option<ScopeReading> {
        let participle = ["ing", "ed"].iter().any(|ending| self.text(words).ends_with(ending));
        let mut comma = words.checked_sub(1)?;
        comma -= usize::from(comma > start && self.has(comma, Class::Be));
        if comma > start && self.is_any(comma, words!["each", "both", "all"]) {
            comma -= 1;
        }
        let marked = participle && comma > start && self.token(comma).kind == Kind::Comma;
        let from = comma.saturating_sub(FARTHEST_AREA).max(start);
        let near = marked.then(|| (from + 1..comma).rev());
        near?.find_map(|end| self.known_list_before(from, end))
    }

    /// Denied, wished for, or only possible.
    fn is_doubtful(&self, clause: Range<usize>, grade: usize) -> bool {
        let mut before = clause.start..grade;
        before.any(|index| {
            self.has(index, Class::Negation) && grade - index < 6
                || self.has(index, Class::Modal)
                || index + 1 == grade && self.is_word(index, "or")
                || self.is_word(index, "such")
                || self.is_any(index, &WISHES)
        })
    }

    /// `neighbouring`, `its sister home`, `homes in the region`: the sentence is not on the inspected body alone.
    fn speaks_of_others(&self, sentence: Range<usize>) -> bool {
        let end = sentence.end;
        sentence.into_iter().any(|index| {
            self.is(index, Role::Foreign)
                && !self.is_word(index, "other")
                && !self.is_word(index, "others")
                && !self.is_word(index, "another")
                && self.is_foreign_use(index, end)
                || self.is(index, Role::Share)
        })
    }

    /// Whether a subject leaves open what the grade is for.
    pub(crate) fn leaves_open(&self, subject: &Subject) -> bool {
        match subject {
            Subject::Agent | Subject::Unclear | Subject::None => true,
            Subject::Graded(reading) => match &reading.scope {
                Scope::Areas(areas) => areas.iter().all(|area| area.known.is_none()),
                Scope::Body => true,
                Scope::Group(_) | Scope::Whole(_) | Scope::Among(..) | Scope::Back | Scope::Nth(_) => false,
            },
            Subject::Other | Subject::Denied => false,
        }
    }
}
