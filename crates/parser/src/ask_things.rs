//! Whether what stands where a row has a thing is one.

use std::ops::Range;

use onrecord_lexicon::{Carrier, Slot};

use crate::cue_words::Cue;
use crate::phrase_book::PhraseMatch;
use crate::token::Kind;
use crate::tokens_to_recommendations::Reader;
use crate::word_class::Class;

impl Reader<'_> {
    /// "are | set out in the report", "are | listed below": what is named is told elsewhere.
    pub(crate) fn is_set_out(&self, at: usize) -> bool {
        if !self.reading.is_word(at) {
            return false;
        }
        let word = self.reading.word(at);
        if self.reading.has(at, Class::Adverb) && !self.reading.has(at, Class::Number) {
            return self.is_set_out(at + 1);
        }
        let participle =
            word.ends_with("ed") || self.reading.is_one_of(at, &["set", "made", "given", "laid"]);
        let ends = !self.reading.is_word(at + 1);
        participle
            && (ends
                || self.reading.is_one_of(at + 1, &["forward", "over"])
                || (self.reading.has(at + 1, Class::Preposition) || self.reading.is(at + 1, "out"))
                || self.reading.is(at + 1, "and") && self.reading.is_participle(at + 2))
    }

    /// "including that | the unit should check records | and that | managers should be brought in": each clause.
    pub(crate) fn that_clauses(&self, list: &Range<usize>) -> Option<Vec<Range<usize>>> {
        let that = |index: usize| {
            self.reading.is(index, "that")
                && (self.reading.is(index - 1, "and") || self.reading.is_kind(index - 1, Kind::Comma))
        };
        let mut starts = vec![list.start];
        starts.extend((list.start + 1..list.end).filter(|&index| that(index)).map(|index| index + 1));
        let several = starts.len() > 1 && self.reading.is(list.start - 1, "that");
        let ends = starts[1..].iter().map(|&start| start - 1).chain([list.end]);
        several.then(|| starts.iter().zip(ends).map(|(&start, end)| start..end).collect())
    }

    /// "recorded, including | the way tests are filed": those that are told at once of what is told elsewhere.
    pub(crate) fn some_of_what_is_set_out(&self, list: &Range<usize>) -> Option<Range<usize>> {
        let comma = (list.start + 1..list.end.min(list.start + 8))
            .find(|&index| self.reading.is_kind(index, Kind::Comma))
            .filter(|_| self.is_set_out(list.start))?;
        let among = self.reading.is(comma + 1, "among") && self.reading.is(comma + 2, "them");
        let some = match (self.reading.is_one_of(comma + 1, &["including", "notably"]), among) {
            (true, _) => comma + 2,
            (false, true) => comma + 3,
            (false, false) => return None,
        };
        (some < list.end).then_some(some..list.end)
    }

    /// "two areas for improvement, | the report says", "as an area for improvement | by inspectors": no thing
    /// begins here.
    pub(crate) fn begins_no_thing(&self, at: usize) -> bool {
        const ELSE: &[&str] = &[
            "by", "since", "after", "before", "from", "to", "until", "as", "when", "where", "but", "who",
            "which",
        ];
        let told = (at..at + 3).any(|index| self.reading.cue(index, Cue::Inspectors));
        let apposed = self.reading.token(at - 1).kind == Kind::Comma;
        let opens = self.reading.has(at, Class::Determiner)
            || self.reading.has(at, Class::Question)
            || self.reading.word(at).ends_with("ing");
        self.reading.is_one_of(at, ELSE) || apposed && (told || !opens)
    }

    /// The thing that is named before the words ("X | needs tightening"), with what it lacks where the words go on
    /// to say so ("X needs a named doctor").
    pub(crate) fn named_thing(&self, found: &PhraseMatch, matter: Range<usize>) -> Range<usize> {
        if matter.start > found.words_start {
            return matter;
        }
        let lacks =
            found.slots.iter().any(|filled| filled.slot == Slot::Matter && filled.tokens.start > matter.end);
        if lacks { matter.start..found.tokens.end } else { matter }
    }

    /// "wants | caseloads to be capped": where the thing begins that is to be done something with.
    pub(crate) fn wished_for(
        &self,
        found: &PhraseMatch,
        carrier: Carrier,
        action: &Range<usize>,
    ) -> Option<usize> {
        const WISHES: &[&str] =
            &["want", "wants", "wanted", "wanting", "expect", "expects", "expected", "would", "we'd", "i'd"];
        let wishes = carrier == Carrier::Verb && self.reading.is_one_of(found.words_start, WISHES);
        let thing = found.slot(Slot::Body).filter(|body| wishes && body.start > found.words_start)?;
        let done = self.reading.is(action.start, "be")
            && (action.start + 1..action.end.min(action.start + 4)).any(|at| self.reading.is_participle(at));
        done.then_some(thing.start)
    }

    /// "the quality | of care plans": a phrase up to its first preposition.
    fn head(&self, phrase: &Range<usize>) -> Range<usize> {
        let stop = phrase.clone().skip(1).find(|&index| self.reading.has(index, Class::Preposition));
        phrase.start..stop.unwrap_or(phrase.end)
    }

    /// "record keeping | needs to improve": a thing is to improve, and not the body as a whole.
    pub(crate) fn is_of_a_thing(&self, found: &PhraseMatch, carrier: Carrier, action: &Range<usize>) -> bool {
        let Some(subject) = found.slot(Slot::Body).filter(|body| body.end <= found.words_start) else {
            return false;
        };
        let last = subject.end - 1;
        carrier == Carrier::Modal
            && self.reading.is_one_of(action.start, &["improve", "change"])
            && !self.agents.is_addressee(&self.head(&subject))
            && !self.agents.is_nobody(&subject)
            && !self.reading.cue(last, Cue::VagueObject)
            && !self.reading.has(last, Class::Subject)
            && !self.reading.is_one_of(last, &["standards", "care"])
    }
}
