//! Whether a match gives an earlier inspection's grade, by what the sentences around it say.

use std::ops::Range;

use onrecord_lexicon::{Slot, Yield};
use onrecord_model::Time;

use crate::phrase_book::PhraseMatch;
use crate::rating_grade::GradeReading;
use crate::rating_rows::Draft;
use crate::rating_words::Role;
use crate::token::Kind;
use crate::tokens_to_ratings::Reader;
use crate::word_class::Class;
use crate::word_list::{WordList, words};

impl Reader<'_> {
    /// `, and 'requires improvement' in six others` right behind an earlier grade is an earlier one, too.
    pub(crate) fn follows_previous(&self, found: &PhraseMatch) -> bool {
        let Some(last) = self.drafts[self.places.before_sentence..].last() else { return false };
        let between = self.text.floor.min(found.tokens.start)..found.tokens.start;
        let opens = found.slots.first().is_some_and(|filled| filled.tokens.start == found.words_start);
        // `where last year it was inadequate for A and good for B`: one verb for both.
        let joined = between.len() <= 3
            && between.clone().any(|index| self.text.is(index, Role::And))
            && between
                .clone()
                .all(|index| self.text.is(index, Role::And) || self.text.token(index).is_quotation_mark());
        // `each of them good before, | require improvement`: the main verb behind an aside.
        let comma = between.len() == 1 && self.text.token(between.start).kind == Kind::Comma;
        if comma && found.slots.first().is_some_and(|filled| self.text.is_verb_grade(filled.tokens.clone())) {
            return false;
        }
        if opens && self.and_before_that(between.end.saturating_sub(1)).is_some() {
            return true;
        }
        found.yields == Yield::RatingPart
            && opens
            && last.time == Time::Previous
            && between.len() <= 3
            && (joined && !self.text.is_word(found.tokens.end, "now")
                || self.drafts[self.places.before_sentence..]
                    .iter()
                    .all(|draft| draft.time == Time::Previous))
    }

    /// `up two grades, to good`: the earlier grade follows from the steps.
    pub(crate) fn add_steps(&mut self, found: &PhraseMatch) {
        let count = found.slots.iter().find(|filled| filled.slot == Slot::Count);
        let id = self.text.article.lexicon.phrases()[usize::from(found.phrase)].id.as_str();
        let steps = count.and_then(|filled| self.text.number(filled.tokens.start));
        let above = match (id, steps) {
            ("moved-steps-up" | "steps-above" | "steps-alone-up" | "steps-of-up", Some(steps)) => {
                -(steps as i8)
            }
            ("moved-steps-down" | "steps-below" | "steps-alone-down" | "steps-of-down", Some(steps)) => {
                steps as i8
            }
            ("moved-step-up" | "moved-one-up", _) => -1,
            ("moved-step-down" | "moved-one-down", _) => 1,
            _ => return,
        };
        let Some(last) = self.drafts[self.places.before_sentence..].last().cloned() else { return };
        let grade = match last.grade {
            GradeReading::Words { at, length } => GradeReading::Beside { at, length, above },
            GradeReading::Number(value) => GradeReading::NumberBeside { value, above },
            _ => return,
        };
        self.drafts.push(Draft { grade, time: Time::Previous, phrase: Some(found.phrase), ..last });
    }

    pub(crate) fn is_previous(&self, found: &PhraseMatch, sentence: Range<usize>) -> bool {
        // `Safety had slumped to poor`: by the time of this inspection; a cue of its own makes it earlier.
        let id = self.text.article.lexicon.phrases()[usize::from(found.phrase)].id.as_str();
        let moved = ["moved-to", "moved-object-to"].contains(&id);
        let aside = self.text.aside_from(found.words_start, found.tokens.end);
        let words = found.words_start..aside.map_or(found.tokens.end, |aside| aside - 1);
        // `Safety had declined to poor | since the last inspection`: what it is now.
        if moved && self.text.is_word(found.tokens.end, "since") {
            return false;
        }
        if moved && self.text.has_had(words.start, sentence.start) {
            return self.text.is_previous_beside_had(words, sentence);
        }
        self.text.is_previous(words, sentence.clone())
            || self.places.last_was_past
                && (self.text.is(self.text.past_quotes(sentence.start, sentence.end), Role::BodyPronoun)
                    && !self.speaks_of_now(sentence.start..found.tokens.end)
                    || self.goes_on_in_the_past(sentence))
    }

    /// `It has now been rated inadequate`
    pub(crate) fn speaks_of_now(&self, mut words: Range<usize>) -> bool {
        words.any(|index| {
            self.text.is_any(index, words!["now", "has", "have", "is", "are", "today", "latest"])
        })
    }

    /// `Seven months ago it was on zero. | Officers put …`: nothing says that the visit is another one.
    pub(crate) fn goes_on_in_the_past(&self, sentence: Range<usize>) -> bool {
        static NOW: WordList = WordList::new(&[
            "now", "this", "latest", "new", "today", "has", "have", "is", "are", "since", "but", "again",
            "however", "second",
        ]);
        let last = &self.drafts[self.places.before_last..self.places.before_sentence];
        let earlier = !last.is_empty() && last.iter().all(|draft| draft.time == Time::Previous);
        let team = self.text.has(sentence.start, Class::InspectorNoun)
            || self.text.is_any(sentence.start, words!["officers", "inspectors", "officials"]);
        earlier && team && !sentence.clone().any(|index| self.text.is_any(index, &NOW))
    }
}
