//! Whose inspection is to come: that of the reported body by its inspectorate, and nobody else's.

use std::ops::Range;

use crate::cue_words::Cue;
use crate::inspection_due::{BEHIND_TIME, NOUNS, Plan};
use crate::token::Kind;
use crate::word_class::Class;
use crate::word_list::words;

impl Plan<'_, '_> {
    /// Whether the subject may be the body that is inspected, or its inspectors, and nobody else.
    pub(crate) fn is_own(&self, start: usize, subject: Range<usize>, inspects: bool) -> bool {
        let reading = self.reading;
        if self.names_another(subject.clone()) || subject.len() > BEHIND_TIME {
            return false;
        }
        let inspector = |index: usize| reading.cue(index, Cue::Inspectors) || self.is_of_inspectorate(index);
        if inspects {
            return subject.into_iter().any(inspector);
        }
        let Some(last) = subject.clone().last() else {
            // "Larchfield House, across the road, | will be inspected"
            return !self.names_another(start..subject.start);
        };
        // "the home's | next inspection"
        let last = last - usize::from(last > subject.start && reading.is_kind(last, Kind::Clitic));
        let owned = (subject.start..last).any(|index| reading.is_kind(index, Kind::Clitic));
        let first = subject.start;
        reading.is_any(first, words!["it", "they"]) && first == last
            || self.is_of_body(last)
            || reading.has(first, Class::Determiner) && reading.has(last, Class::BodyNoun) && !owned
    }

    /// Whether nobody else does it: "will be inspected | by an engineer", "is due a visit | from the mayor"; a visit
    /// is one of inspectors where the sentence tells of them.
    pub(crate) fn is_by_inspectors(
        &self,
        mut near: Range<usize>,
        anchor: usize,
        between: Range<usize>,
    ) -> bool {
        let reading = self.reading;
        let inspector = |index: usize| reading.cue(index, Cue::Inspectors) || self.is_of_inspectorate(index);
        let agent = between.clone().find(|&index| reading.is_any(index, words!["by", "from"]));
        let visit = reading.is(anchor, "visit") && !near.any(inspector);
        !visit && agent.is_none_or(|by| (by + 1..between.end).any(inspector))
    }

    /// Whether a name stands there that is neither the body's nor the inspectorate's.
    pub(crate) fn names_another(&self, mut range: Range<usize>) -> bool {
        let reading = self.reading;
        range.any(|index| {
            let token = reading.token(index);
            let time = reading.vocabulary.classes(token.symbol).has_any(&[Class::Month, Class::Weekday])
                || reading.is_time(index);
            let small = reading.has(index, Class::Determiner)
                || reading
                    .is_any(index, words!["it", "they", "another", "inspectors", "inspector", "a", "an"]);
            let first = reading.tokens.sentences[reading.sentence_of(index)].tokens.start == index;
            token.is_word()
                && token.is_capital()
                && !time
                && !(first && small)
                && !(first && reading.is_any(index, &NOUNS))
                && !reading.cue(index, Cue::Inspectors)
                && !self.is_of_body(index)
                && !self.is_of_inspectorate(index)
        })
    }

    fn is_of_body(&self, index: usize) -> bool {
        let word = self.reading.word(index);
        self.inspection
            .body
            .as_ref()
            .is_some_and(|body| body.name.split([' ', ',', '-']).any(|part| part == word))
    }

    fn is_of_inspectorate(&self, index: usize) -> bool {
        let word = self.reading.word(index);
        let row = self.inspection.inspectorate.as_ref();
        row.is_some_and(|one| {
            let row = &self.reading.lexicon.inspectorates()[usize::from(one.row)];
            let abbreviation =
                row.abbreviation.as_deref().is_some_and(|short| short.eq_ignore_ascii_case(word));
            abbreviation
                || row.name.split(' ').any(|part| part == word && part.starts_with(char::is_uppercase))
        })
    }
}
