//! Grades that are wished for, or given by or to somebody else.

use std::ops::Range;

use onrecord_lexicon::Slot;

use crate::phrase_book::PhraseMatch;
use crate::rating_attachment::is_scope;
use crate::rating_subject::Subject;
use crate::rating_words::Role;
use crate::tokens_to_ratings::Reader;
use crate::vocabulary::Meaning;
use crate::word_class::Class;
use crate::word_list::{WordList, words};

/// Words that speak of what is wanted, not of what is.
pub(crate) static WISHES: WordList = WordList::new(&[
    "hope",
    "leapfrogging",
    "skipping",
    "hopes",
    "hoping",
    "hoped",
    "aim",
    "aims",
    "aiming",
    "aimed",
    "target",
    "expect",
    "expects",
    "strive",
    "striving",
    "towards",
    "if",
    "ambition",
    "goal",
    "nowhere",
    "aspire",
    "dream",
    "threshold",
    "short",
    "shy",
]);

/// Who gives marks and is no inspector.
const PUBLIC: &[&str] = &[
    "residents",
    "relatives",
    "families",
    "family",
    "parents",
    "pupils",
    "visitors",
    "customers",
    "patients",
    "tenants",
    "guests",
    "diners",
    "reviewers",
    "readers",
    "carers",
    "users",
    "respondents",
    "locals",
    "governors",
    "trustees",
    "leaders",
    "managers",
    "councillors",
    "bosses",
    "advisers",
    "consultants",
    "voters",
    "teachers",
];

impl Reader<'_> {
    /// `working to get back to good`, `if it improves to good`: what is wanted, not what is.
    pub(crate) fn is_wished(&self, found: &PhraseMatch, start: usize) -> bool {
        let from = start.max(found.words_start.saturating_sub(6));
        let clause = (from..found.words_start).rev().take_while(|&index| {
            !self.text.is_mark(index)
                && !self.text.has(index, Class::Relative)
                && !self.text.is_word(index, "after")
        });
        let within =
            self.text.is_word(found.tokens.end, "within") && self.text.number(found.tokens.end + 1).is_some();
        let apposed =
            found.words_start.checked_sub(2).filter(|&noun| noun >= start && self.text.is_mark(noun + 1));
        let aim = apposed
            .is_some_and(|noun| self.text.is_any(noun, words!["aim", "goal", "ambition", "target", "dream"]));
        let mut words = clause;
        within
            || aim
            || words.any(|index| {
                self.text.is_any(index, &WISHES)
                    || self.text.is_word(index, "until")
                        && (start..index).any(|before| self.text.has(before, Class::Modal))
                    || self.text.is_word(index, "to")
                        && self
                            .text
                            .is_any(index + 1, words!["get", "be", "become", "bring", "return", "move"])
                        && !self.text.reports(index.saturating_sub(1))
                        && self.text.only_phrase(start, index).is_none()
            })
    }

    /// `Residents rated the home good`: no inspectors are they.
    pub(crate) fn is_by_public(&self, found: &PhraseMatch, start: usize) -> bool {
        let passes =
            |index: &usize| self.text.has(*index, Class::Have) || self.text.has(*index, Class::Adverb);
        let last = (start..found.words_start).rev().find(|index| !passes(index));
        let object = found.slots.first().is_some_and(|filled| is_scope(filled.slot));
        object && last.is_some_and(|last| PUBLIC.iter().any(|word| self.text.is_word(last, word)))
    }

    /// `rated good by Ofsted` in an article on an inspection by another.
    pub(crate) fn is_by_another(&self, found: &PhraseMatch) -> bool {
        let Some(by) = found.slot(Slot::Inspectorate) else { return false };
        let mut starts = by.clone();
        starts.any(|at| {
            let terms = self.text.article.vocabulary.terms(&self.text.article.tokens.list[at..by.end]);
            terms.last().is_some_and(|(_, meanings)| {
                let names = |meaning: &Meaning| matches!(meaning, Meaning::Inspectorate(_));
                meanings.iter().any(names)
                    && !meanings.contains(&Meaning::Inspectorate(self.text.play.inspectorate))
            })
        })
    }

    /// `Its other home was told that it was good`: the pronoun is the other home.
    pub(crate) fn is_of_another(&self, found: &PhraseMatch, start: usize) -> bool {
        let before = found.words_start.checked_sub(1).filter(|&before| before > start);
        if self.is_any_body(found, start)
            || self.runs_more(start..found.words_start)
            || self.text.names_sister(start..found.words_start)
            || self.text.has_other_place(start.max(found.words_start.saturating_sub(16))..found.words_start)
        {
            return true;
        }
        before.is_some_and(|before| {
            let told = self.text.is(before, Role::BodyPronoun)
                || self.text.is(found.words_start + 1, Role::BodyPronoun);
            let first = (start..before).find(|&index| self.text.is_finite(index));
            told && first.is_some_and(|verb| {
                (start..verb).any(|index| self.text.is(index, Role::Foreign))
                    && self.text.subject(start, verb) == Subject::Other
            })
        })
    }

    /// `A home | rated inadequate | is visited again within a year`: any such home.
    pub(crate) fn is_any_body(&self, found: &PhraseMatch, start: usize) -> bool {
        let first = self.text.past_quotes(start, found.words_start);
        let indefinite = self.text.is_any(first, words!["a", "an", "any", "every", "each"]);
        let end = found.tokens.end;
        indefinite
            && found.words_start < first + 4
            && (self.text.has(end, Class::Modal) || self.text.is_any(end, words!["is", "gets", "faces"]))
    }

    /// `Tallis also runs Tarn View, which came out as outstanding`
    pub(crate) fn runs_more(&self, mut words: Range<usize>) -> bool {
        words.any(|index| {
            self.text.is_word(index, "also")
                && (self.text.is_any(
                    index + 1,
                    words!["runs", "owns", "operates", "manages", "run", "own", "operate", "manage"],
                ) || self.text.has(index + 1, Class::Have)
                    && self.text.is_any(index + 2, words!["a", "an", "another", "two", "three", "homes"]))
        })
    }
}
