//! Whether an ask that a row has read is the inspectorate's, and whom it is put to.

use std::ops::Range;

use onrecord_lexicon::{Phrase, Slot};

use crate::ask_agent::Agent;
use crate::ask_extent::trimmed_end;
use crate::ask_frame::Frame;
use crate::blocks_to_tokens::Sentence;
use crate::cue_words::Cue;
use crate::phrase_book::PhraseMatch;
use crate::tokens_to_recommendations::Reader;
use crate::voice::Voice;

impl Reader<'_> {
    /// Who is asked, where the text names somebody other than the inspected body: "the Prison Service must".
    pub(crate) fn somebody_else(
        &self,
        sentence: &Sentence,
        found: &PhraseMatch,
        frame: Frame,
    ) -> Option<Range<usize>> {
        let asked = match (frame, found.slot(Slot::Body)) {
            (Frame::Modal | Frame::Verb, Some(body)) => body,
            (Frame::Modal, None) => self.agents.subject(found.words_start, &sentence.tokens),
            _ => return None,
        };
        let end = trimmed_end(&self.reading, asked.start, asked.end);
        self.agents.is_somebody_else(&asked).then_some(asked.start..end)
    }

    /// Whether the inspectorate asks this; `Some(true)` where the text names nobody who does.
    pub(crate) fn permitted(&self, sentence: &Sentence, found: &PhraseMatch, frame: Frame) -> Option<bool> {
        let voice = self.agents.voices.at(found.words_start);
        match frame {
            Frame::Modal => self.modal_permitted(sentence, found, voice),
            Frame::Verb => self.verb_permitted(sentence, found, voice),
            Frame::Felt => self.feels(sentence, found).then_some(false),
            Frame::Said => self.said_so(sentence, found, voice).then_some(false),
            Frame::Noun if voice == Voice::Other => None,
            Frame::Noun => {
                Some(voice == Voice::Narrator && !self.agents.means_inspectorate(&sentence.tokens))
            }
        }
    }

    /// Whether the inspectorate advises this, or threatens the body that does not do it.
    fn said_so(&self, sentence: &Sentence, found: &PhraseMatch, voice: Voice) -> bool {
        let threatens = |clause: Range<usize>| {
            let head = clause.start..clause.end.min(clause.start + 3);
            voice != Voice::Other && head.clone().any(|end| self.agents.is_addressee(&(head.start..end + 1)))
        };
        let row = self.row(found);
        match found.slot(Slot::Clause).filter(|_| !row.inspectorate_only) {
            Some(clause) => threatens(clause),
            None => {
                let by_other = self.asked_by(found).is_some_and(|agent| agent != Agent::Inspectorate);
                !by_other && self.inspectorate_speaks(sentence, voice) && !self.is_of_no_thing(found)
            }
        }
    }

    pub(crate) fn row(&self, found: &PhraseMatch) -> &Phrase {
        &self.reading.lexicon.phrases()[usize::from(found.phrase)]
    }

    /// Whether the words are the inspectorate's own, or those of a sentence about what it does, or right behind
    /// one.
    fn inspectorate_speaks(&self, sentence: &Sentence, voice: Voice) -> bool {
        let outside = || sentence.tokens.clone().any(|index| self.reading.cue(index, Cue::Outsider));
        let near = || self.agents.last == Voice::Inspectorate && self.agents.since <= 2;
        match voice {
            Voice::Inspectorate => true,
            Voice::Narrator => self.agents.means_inspectorate(&sentence.tokens) || near() && !outside(),
            Voice::Other => false,
        }
    }

    /// "It was suggested", "leaders were advised to": what stands before the words is no thing that is asked for.
    fn is_of_no_thing(&self, found: &PhraseMatch) -> bool {
        let before = found.slot(Slot::Matter).filter(|matter| matter.end <= found.words_start);
        before.is_some_and(|matter| {
            let goes_on = found.tokens.end..(found.tokens.end + 2).min(self.reading.tokens.list.len());
            self.reading.is_pronoun(matter.end - 1, &["it", "they", "this", "that", "he", "she", "which"])
                || self.reading.is_pronoun(matter.start, &["which", "that", "who"])
                || goes_on.into_iter().any(|index| self.reading.is(index, "to"))
        })
    }
}
