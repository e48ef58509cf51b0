//! What is called for, or worried about, without a verb of its own: one thing or several.

use std::ops::Range;

use crate::ask_parts::split_things;
use crate::token::Kind;
use crate::tokens_to_recommendations::{Ask, Reader};
use crate::word_class::Class;

impl Reader<'_> {
    /// What is called for, each thing behind its own "for": "for the gate to be locked and | for a new roof".
    pub(crate) fn wishes(&mut self, matter: Range<usize>, ask: Ask) {
        let to_see = self.reading.is(matter.start, "to") && self.reading.is(matter.start + 1, "see");
        let matter = matter.start + if to_see { 2 } else { 0 }..matter.end;
        if !self.reading.token(matter.start).is_word()
            && !self.reading.token(matter.start).is_quotation_mark()
            || self.reading.has(matter.start, Class::Coordinator)
            || self.is_vague_thing(&matter)
            || self.reading.is_one_of(matter.start, &["that", "to"])
        {
            return;
        }
        if self.is_plain_list(&matter) {
            split_things(&self.reading, matter).into_iter().for_each(|part| self.push(part, ask));
            return;
        }
        let is_for = |index: &usize| {
            self.reading.is(*index, "for")
                && (self.reading.is(index - 1, "and") || self.reading.token(index - 1).kind == Kind::Comma)
                || self.reading.is(*index, "and") && self.joins_wishes(&matter, *index)
        };
        let cuts: Vec<usize> = (matter.start + 1..matter.end).filter(is_for).collect();
        let mut start = matter.start;
        for cut in cuts {
            self.push(start..cut, ask);
            start = cut + 1;
        }
        self.push(start..matter.end, ask);
    }

    /// "a review of medicines, a new rota and training for every carer": things without a verb, in a row.
    fn is_plain_list(&self, matter: &Range<usize>) -> bool {
        let commas = matter.clone().filter(|&index| self.reading.token(index).kind == Kind::Comma).count();
        let verb = |index: usize| {
            self.reading.has(index, Class::Be)
                || self.reading.has(index, Class::Have)
                || self.reading.has(index, Class::Modal)
                || self.reading.has(index, Class::Relative)
                || self.reading.is(index, "to") && !self.reading.is_participle(index + 1)
                || self.reading.is_participle(index)
                    && !self.reading.has(index - 1, Class::Preposition)
                    && !self.reading.is(index - 1, "to")
        };
        let last = matter.clone().rfind(|&index| self.reading.is(index, "and"));
        commas > 0
            && last.is_some_and(|and| matter.clone().take_while(|&index| index < and).count() > 2)
            && !matter.clone().any(verb)
    }

    /// "the laundry and a smell in the east wing": two things, each with its article, and no clause.
    fn is_pair(&self, felt: &Range<usize>) -> bool {
        let article = |index: usize| self.reading.is_one_of(index, &["a", "an", "the"]);
        let clause = |index: usize| {
            self.reading.has(index, Class::Be)
                || self.reading.has(index, Class::Have)
                || self.reading.has(index, Class::Modal)
                || self.reading.has(index, Class::Relative)
                || self.reading.is_kind(index, Kind::Comma)
        };
        let mut ands = felt.clone().filter(|&index| self.reading.is(index, "and"));
        let one = ands.next().filter(|_| ands.next().is_none());
        article(felt.start)
            && one.is_some_and(|and| article(and + 1) && !self.reading.has(and - 1, Class::Preposition))
            && !felt.clone().any(clause)
    }

    /// "the lift mended and | every door checked": each thing has its own participle.
    fn joins_wishes(&self, matter: &Range<usize>, and: usize) -> bool {
        let done = |range: Range<usize>| range.into_iter().any(|index| self.reading.is_participle(index));
        let article = |index: usize| self.reading.is_one_of(index, &["a", "an", "the"]);
        let gerund = |index: usize| self.reading.is_word(index) && self.reading.word(index).ends_with("ing");
        let better = self
            .reading
            .is_one_of(matter.start, &["better", "more", "improved", "extra", "clearer", "regular"])
            && self.reading.is_one_of(and + 1, &["a", "an"]);
        let things =
            article(matter.start) && article(and + 1) || better || gerund(matter.start) && gerund(and + 1);
        // "plans rewritten and | families offered a meeting"
        let behind_noun = self.reading.is_word(and + 1)
            && !self.reading.is_participle(and + 1)
            && !self.reading.has(and + 1, Class::Preposition)
            && self.reading.is_participle(and - 1)
            && done(and + 2..matter.end.min(and + 5));
        self.reading.has(and + 1, Class::Determiner) && done(matter.start..and) && done(and + 1..matter.end)
            || behind_noun
            || things
    }

    /// What is worrying, each thing behind its own "that" or "about": "that … | and that …", "about … | and about …".
    pub(crate) fn feelings(&mut self, felt: Range<usize>, ask: Ask) -> usize {
        // "dismayed by what she saw": it is told elsewhere
        if felt.len() < 5
            && self.reading.is(felt.start, "what")
            && self.reading.has(felt.start + 1, Class::Subject)
        {
            return felt.end;
        }
        if self.is_pair(&felt) {
            split_things(&self.reading, felt.clone()).into_iter().for_each(|part| self.push(part, ask));
            return felt.end;
        }
        let leads = |index: usize| self.reading.same_words(index..index + 1, felt.start - 1..felt.start);
        let cuts: Vec<usize> = (felt.start + 2..felt.end)
            .filter(|&index| self.reading.is(index - 1, "and") && leads(index))
            .collect();
        let mut start = felt.start;
        for cut in cuts {
            self.push(start..cut - 1, ask);
            start = cut + 1;
        }
        self.push(start..felt.end, ask);
        felt.end
    }
}
