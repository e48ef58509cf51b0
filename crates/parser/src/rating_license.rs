//! Whether a match is a rating of the inspected body: not wished for, not by or of somebody else, and where its
//! words are short, in talk of ratings.

use std::ops::Range;

use onrecord_lexicon::{Slot, Yield};

use crate::phrase_book::{Filled, PhraseMatch};
use crate::rating_attachment::is_scope;
use crate::rating_grade::GradeReading;
use crate::rating_rows::Draft;
use crate::rating_scope::{Group, Scope, ScopeReading};
use crate::rating_whose::WISHES;
use crate::rating_words::Role;
use crate::token::Kind;
use crate::tokens_to_ratings::Reader;
use crate::word_class::Class;
use crate::word_list::{WordList, words};

/// What a hospital, a trust or a council has that gets grades of its own.
static DEPARTMENTS: WordList = WordList::new(&[
    "service",
    "services",
    "care",
    "department",
    "departments",
    "unit",
    "units",
    "ward",
    "wards",
    "surgery",
    "maternity",
    "medicine",
    "outpatients",
    "gynaecology",
    "paediatrics",
    "neonatal",
    "diagnostics",
    "imaging",
    "team",
    "teams",
    "theatres",
    "provision",
    "hospice",
    "hospital",
    "clinic",
    "clinics",
    "school",
    "infirmary",
    "111",
    "999",
    "resilience",
    "control",
]);

impl Reader<'_> {
    /// `“On culture we were inadequate in 2023”`: in speech only what no everyday words say, for areas of a scale.
    pub(crate) fn may_be_spoken(
        &self,
        found: &PhraseMatch,
        grades: &[&Filled],
        scope: &ScopeReading,
        start: usize,
    ) -> bool {
        let known = match &scope.scope {
            Scope::Areas(areas) => areas.iter().all(|area| area.known.is_some()),
            Scope::Group(_) => true,
            Scope::Body | Scope::Whole(_) | Scope::Among(..) | Scope::Back | Scope::Nth(_) => false,
        };
        let end = found.tokens.end;
        let hedged = |index: usize| {
            self.text.has(index, Class::Modal)
                || self.text.has(index, Class::Negation)
                || self.text.is_any(index, &WISHES)
                || self.text.is_any(index, words!["every", "want", "wants", "determined", "whether", "back"])
                || ["'d", "’d", "'ll", "’ll"].iter().any(|ending| self.text.text(index).ends_with(ending))
        };
        if (start..found.tokens.end).any(hedged) {
            return false;
        }
        let plain = |filled: &&Filled| self.text.stands_as_noun(filled.tokens.clone());
        known
            && (grades.iter().all(plain) || self.text.is_timed(end, end + 9) || found.yields == Yield::Rating)
    }

    /// `recording crime, good | at preventing it`, `the same, at | good`: what the grade is for stands behind it and
    /// cannot be told, or before it and is no part of the words.
    fn is_cut_off(&self, found: &PhraseMatch, scope: &ScopeReading, sentence: &Range<usize>) -> bool {
        let end = found.tokens.end;
        let behind = self.text.is(end, Role::AreaPreposition)
            && !self.text.is_timed(end, sentence.end)
            && !self.text.is_time_phrase(end, sentence.end);
        let at = found.words_start.checked_sub(1).filter(|&at| at >= sentence.start);
        behind
            || scope.scope == Scope::Body
                && at.is_some_and(|at| self.text.is_any(at, words!["at", "on", "in"]))
    }

    /// Whether what only looks like a rating is one here.
    pub(crate) fn may_be_part(
        &self,
        found: &PhraseMatch,
        grades: &[&Filled],
        scope: &ScopeReading,
        sentence: Range<usize>,
    ) -> bool {
        let verb_alone = found.slots.iter().all(|filled| !is_scope(filled.slot))
            && self.text.is_verb_grade(grades[0].tokens.clone());
        if self.id(found) == "grade-when-called" {
            return true;
        }
        // `with caring singled out as good`: whose grade that is must stand in the words.
        if self.text.is_word(found.words_start, "as") && scope.scope == Scope::Body {
            return scope.tokens.end <= found.words_start && self.is_framed(grades[0], scope, sentence);
        }
        if self.text.is_told_by_another(found.words_start..found.tokens.end, &sentence) {
            return false;
        }
        // `requires improvement | in the fifth`: for an area that cannot be told.
        if verb_alone && scope.scope == Scope::Body && self.text.is(found.tokens.end, Role::AreaPreposition) {
            return false;
        }
        let loose = self.is_loose(found) && found.slots.len() == 1;
        if loose && self.is_cut_off(found, scope, &sentence) {
            return false;
        }
        if loose && self.is_framed(grades[0], scope, sentence.clone()) {
            return true;
        }
        if found.slots.len() == 1 && found.tokens == grades[0].tokens || verb_alone {
            return self.may_be_bare(grades[0], scope, sentence.clone())
                || self.is_framed(grades[0], scope, sentence);
        }
        if self.text.is_word(found.words_start, "to") {
            return self.is_gapped(found, scope);
        }
        let in_sentence = self.drafts.len() > self.places.before_sentence;
        if self.places.spoke_of_others && !in_sentence || self.is_everyday(grades, scope) {
            return false;
        }
        let quoted = grades.iter().any(|filled| self.text.is_quoted_grade(filled.tokens.clone()));
        let known = match &scope.scope {
            Scope::Areas(areas) => {
                areas.iter().all(|area| area.known.is_some() || self.text.is_site(area.tokens.clone()))
            }
            Scope::Group(_) | Scope::Whole(_) | Scope::Among(..) => true,
            Scope::Body | Scope::Back | Scope::Nth(_) => false,
        };
        if found.slots.iter().any(|filled| filled.slot == Slot::Count) {
            return self.may_be_counted(found, grades, quoted || known && is_areas(scope));
        }
        // `rated good, | with outstanding leadership`
        if self.id(found) == "with-area" {
            return known && in_sentence;
        }
        known
            || quoted
            || in_sentence
            || self.is_strong(found, grades, scope)
            || scope.scope == Scope::Body
                && grades.len() == 1
                && self.is_of_whole(found, grades[0], scope, &sentence)
            || self.is_short_clause(found, grades, scope)
    }

    /// `one 'outstanding', two goods, three of adequate`: no `two good meals`.
    fn may_be_counted(&self, found: &PhraseMatch, grades: &[&Filled], sure: bool) -> bool {
        let here = &self.drafts[self.places.before_sentence..];
        let counted = |draft: &Draft| matches!(draft.scope.scope, Scope::Group(Group::Count(_)));
        let plural = grades.iter().any(|filled| self.text.is_plural_grade(filled.tokens.clone()));
        // `third time lucky, after two inadequates`: an earlier time.
        if self.text.is_any(found.words_start.saturating_sub(1), words!["after", "since"]) {
            return false;
        }
        let of = grades.len() == 1 && self.text.is(grades[0].tokens.start - 1, Role::Of);
        // `has given way to one of good`: the number is a pronoun.
        let one = found
            .slots
            .iter()
            .any(|filled| filled.slot == Slot::Count && self.text.number(filled.tokens.start) == Some(1));
        sure || plural || of && !one && !here.is_empty() || here.last().is_some_and(counted)
    }

    /// Words that grade wherever they stand, and what they are for in the words.
    fn is_strong(&self, found: &PhraseMatch, grades: &[&Filled], scope: &ScopeReading) -> bool {
        let strong = grades.iter().all(|filled| self.text.stands_as_noun(filled.tokens.clone()));
        strong
            && match &scope.scope {
                // `A three for Bella Forno.`
                Scope::Body => {
                    scope.tokens.end <= found.words_start
                        || scope.tokens.start >= grades[0].tokens.end
                            && self.text.names_body(scope.tokens.clone())
                }
                Scope::Areas(_) => self.text.fixed_areas().next().is_none(),
                Scope::Group(_) | Scope::Whole(_) | Scope::Among(..) | Scope::Back | Scope::Nth(_) => false,
            }
    }

    /// `is good overall`, `had been good`, `has been good since 2019`, `was good when inspectors last called`.
    fn is_of_whole(
        &self,
        found: &PhraseMatch,
        grade: &Filled,
        scope: &ScopeReading,
        sentence: &Range<usize>,
    ) -> bool {
        let (words, end) = (found.words_start, found.tokens.end);
        let near = self.drafts.len() > self.places.before_last;
        if near && self.text.has_had(words + 1, sentence.start) && self.ends_shortly(found) {
            return true;
        }
        let now = self.text.is_word(grade.tokens.start.saturating_sub(1), "now") && self.ends_shortly(found);
        let since = self.text.is_word(end, "since") && self.text.token(end + 1).kind == Kind::Number;
        let timed = scope.tokens.end <= words
            && (self.text.is_timed(end, sentence.end) || self.text.opens_in_the_past(sentence.start, words));
        self.text.has(words, Class::Be) && (now || since || timed || self.text.is_word(end - 1, "overall"))
    }

    /// An area with a grade in words near another rating, and nothing behind it.
    fn is_short_clause(&self, found: &PhraseMatch, grades: &[&Filled], scope: &ScopeReading) -> bool {
        let near = self.drafts.len() > self.places.before_last;
        let number = |filled: &&Filled| {
            let grade = self.text.grade(filled.tokens.start, filled.tokens.end);
            matches!(grade, Some((GradeReading::Number(_), _)))
        };
        near && is_areas(scope) && !grades.iter().any(number) && self.ends_shortly(found)
    }

    /// `Morale is good`, `the lift required improvement`: what no scale knows, by a word of everyday speech, or in a
    /// service that has no parts with grades of their own.
    fn is_everyday(&self, grades: &[&Filled], scope: &ScopeReading) -> bool {
        let Scope::Areas(areas) = &scope.scope else { return false };
        let unknown = areas.iter().all(|area| area.known.is_none());
        let quoted = grades.iter().any(|filled| self.text.is_quoted_grade(filled.tokens.clone()));
        let here = self.drafts[self.places.before_sentence..].iter().any(|draft| {
            matches!(&draft.scope.scope, Scope::Areas(areas) if areas.iter().any(|area| area.known.is_none()))
        });
        let fixed = self.text.fixed_areas().next().is_some();
        let single = areas.len() == 1 && areas[0].tokens.len() == 1;
        let department = || {
            areas.iter().any(|area| {
                self.text.is_site(area.tokens.clone())
                    || area.tokens.clone().any(|index| self.text.is_any(index, &DEPARTMENTS))
            })
        };
        unknown
            && !quoted
            && !here
            && if fixed { !(self.text.has_departments() && department()) } else { single }
    }

    /// A grade alone: a verb (`both required improvement`), in brackets behind its area, or behind an area
    /// whose verb was said before (`and leadership outstanding`).
    fn may_be_bare(&self, grade: &Filled, scope: &ScopeReading, sentence: Range<usize>) -> bool {
        // `safety was inadequate and the rest | good`
        let in_sentence = self.drafts.len() > self.places.before_sentence;
        if matches!(scope.scope, Scope::Group(Group::Rest(_))) {
            return in_sentence && scope.tokens.end == self.before_adverbs(grade, &sentence);
        }
        let Scope::Areas(areas) = &scope.scope else {
            let near = self.places.before_sentence > self.places.before_last || in_sentence;
            let verb = self.text.past_quotes(grade.tokens.start, grade.tokens.end)..grade.tokens.end;
            let told = self.text.is_told_by_inspectorate(&grade.tokens, &sentence);
            let led = grade.tokens.start > 0 && self.text.has(grade.tokens.start - 1, Class::Preposition);
            return scope.scope == Scope::Body
                && !led
                && (near && self.text.is_verb_grade(grade.tokens.clone())
                    || told && scope.tokens.end <= verb.start && self.text.is_verb_grade(verb));
        };
        let known = areas.iter().all(|area| area.known.is_some());
        if self.is_everyday(&[grade], scope) {
            return false;
        }
        if self.text.is_verb_grade(grade.tokens.clone()) {
            let short =
                areas.iter().all(|area| area.tokens.len() <= 5 && area.tokens.start <= sentence.start + 2);
            let free = self.text.fixed_areas().next().is_none();
            let here = self.drafts.len() > self.places.before_sentence;
            return known
                || free && here
                || short && (free || self.places.before_sentence > self.places.before_last);
        }
        let before = self.before_adverbs(grade, &sentence);
        let bracket = before > sentence.start && self.text.token(before - 1).kind == Kind::BracketOpen;
        let adjoins = areas.iter().any(|area| area.tokens.end == before);
        bracket && self.text.is_quoted_grade(grade.tokens.clone())
            || (adjoins && in_sentence && known)
            || (adjoins
                && in_sentence
                && self.text.is_elided(scope.tokens.start, sentence.start, grade.tokens.end, sentence.end))
    }

    /// Where what stands before a grade ends: back over `“`, `now`, `only`.
    fn before_adverbs(&self, grade: &Filled, sentence: &Range<usize>) -> usize {
        let mut before = self.text.before_quotes(sentence.start, grade.tokens.start);
        while before > sentence.start
            && self.text.is_any(before - 1, words!["even", "now", "only", "also", "still"])
        {
            before -= 1;
        }
        before
    }

    /// `care and welfare was outstanding.`: nothing else follows that the grade word could belong to.
    fn ends_shortly(&self, found: &PhraseMatch) -> bool {
        let end = found.tokens.end;
        end >= self.text.article.tokens.list.len() || self.text.is_mark(end)
    }
}

/// Whether a scope names areas, known or not.
fn is_areas(scope: &ScopeReading) -> bool {
    matches!(scope.scope, Scope::Areas(_))
}
