//! Whether an ask that a row has read is the inspectorate's, and whom it is put to.

use std::ops::Range;

use onrecord_lexicon::{Carrier, Phrase, Slot, Yield};

use crate::ask_agent::Agent;
use crate::ask_extent::trimmed_end;
use crate::block::BlockKind;
use crate::blocks_to_tokens::Sentence;
use crate::cue_words::Cue;
use crate::phrase_book::PhraseMatch;
use crate::token::Kind;
use crate::tokens_to_recommendations::Reader;
use crate::voice::Voice;
use crate::word_class::Class;

/// Verbs of holding something to be so that are no reporting verbs.
const OPINIONS: &[&str] = &[
    "goes",
    "went",
    "adds",
    "added",
    "thought",
    "think",
    "thinks",
    "felt",
    "feel",
    "feels",
    "believed",
    "believe",
    "believes",
    "considered",
    "reckoned",
    "reckon",
    "continues",
    "continued",
    "clear",
    "adamant",
    "insistent",
    "explicit",
];

/// How many words away the one who holds a clause is looked for.
const FAR: usize = 60;

impl Reader<'_> {
    /// Who is asked, where the text names somebody other than the inspected body: "the Prison Service must".
    pub(crate) fn somebody_else(
        &self,
        sentence: &Sentence,
        found: &PhraseMatch,
        carrier: Carrier,
    ) -> Option<Range<usize>> {
        let asked = match (carrier, found.slot(Slot::Body)) {
            (Carrier::Modal | Carrier::Verb, Some(body)) => body,
            (Carrier::Modal, None) => self.agents.subject(found.words_start, &sentence.tokens),
            _ => return None,
        };
        let end = trimmed_end(&self.reading, asked.start, asked.end);
        self.agents.is_somebody_else(&asked).then_some(asked.start..end)
    }

    /// Whether the inspectorate asks this; `Some(true)` where the text names nobody who does.
    pub(crate) fn permitted(
        &self,
        sentence: &Sentence,
        found: &PhraseMatch,
        carrier: Carrier,
    ) -> Option<bool> {
        let voice = self.voice(sentence, found.words_start);
        let said = self.said_so(sentence, found, carrier, voice);
        let retold = said.is_none() && voice == Voice::Other && self.retells(sentence, found, carrier);
        said.or(retold.then_some(false))
    }

    fn said_so(
        &self,
        sentence: &Sentence,
        found: &PhraseMatch,
        carrier: Carrier,
        voice: Voice,
    ) -> Option<bool> {
        match carrier {
            Carrier::Modal => self.modal_permitted(sentence, found, voice),
            Carrier::Verb => self.verb_permitted(sentence, found, voice),
            Carrier::Feeling => self.feels(sentence, found).then_some(false),
            Carrier::Advice => self.advises(sentence, found, voice).then_some(false),
            Carrier::Threat => self.threatens(found, voice).then_some(false),
            Carrier::Headline => self.heads(sentence, found).then_some(true),
            Carrier::Continuation => (voice != Voice::Other && self.names_here(sentence)).then_some(false),
            Carrier::Name
                if voice == Voice::Other || self.is_dated(found) || self.is_hygiene_grade(found) =>
            {
                None
            }
            Carrier::Name => {
                Some(voice == Voice::Narrator && !self.agents.means_inspectorate(&sentence.tokens))
            }
        }
    }

    /// "major | improvement was needed in": a grade of food hygiene, and no ask.
    fn is_hygiene_grade(&self, found: &PhraseMatch) -> bool {
        let first = found.words_start;
        self.agents.by_council
            && self.reading.is(first, "improvement")
            && first > 0
            && self.reading.is_one_of(first - 1, &["major", "urgent"])
    }

    /// "a warning notice on | Friday": when it was served, and nothing that it is about.
    fn is_dated(&self, found: &PhraseMatch) -> bool {
        let matter = found.slot(Slot::Matter).filter(|matter| matter.start >= found.words_start);
        matter.is_some_and(|matter| {
            self.reading.has(matter.start, Class::Weekday) || self.reading.has(matter.start, Class::Month)
        })
    }

    /// Whose words a token is: those of a statement, or of a clause that the inspectorate is said to think.
    fn voice(&self, sentence: &Sentence, at: usize) -> Voice {
        let voice = self.agents.voices.at(at);
        if voice != Voice::Narrator || !self.is_held_by_inspectorate(sentence, at) {
            return voice;
        }
        Voice::Inspectorate
    }

    /// "Inspectors thought | the garden could be used more", "The report is blunt: | “Plans need to be”",
    /// "Calls must be answered, says the 61-page report": who holds it is named around the words.
    fn is_held_by_inspectorate(&self, sentence: &Sentence, at: usize) -> bool {
        let opinion = |index: usize| {
            self.reading.is_one_of(index, OPINIONS) && !self.reading.has(index - 1, Class::Determiner)
        };
        let start = sentence.tokens.start.max(at.saturating_sub(FAR));
        let before = (start + 1..at).rev().find(|&index| opinion(index));
        let colon = (start..at).rev().find(|&index| self.reading.token(index).kind == Kind::Colon);
        before.is_some_and(|verb| self.agents.of(verb, &sentence.tokens) == Agent::Inspectorate)
            || colon.is_some_and(|colon| self.agents.opens(&(start..colon)) == Agent::Inspectorate)
            || self.is_reported_behind(at..sentence.tokens.end.min(at + FAR))
    }

    /// ", says the 61-page report".
    fn is_reported_behind(&self, rest: Range<usize>) -> bool {
        rest.clone().skip(1).any(|index| {
            let inspectors =
                |from: usize, to: usize| self.agents.means_inspectorate(&(from..to.min(rest.end)));
            self.reading.token(index - 1).kind == Kind::Comma
                && self.reading.reports(index)
                && inspectors(index + 1, index + 6)
        })
    }

    /// Whether asks are named in this paragraph.
    pub(crate) fn names_here(&self, sentence: &Sentence) -> bool {
        self.named.is_some_and(|named| named.block == sentence.block)
    }

    /// "Weekly fire drills | ordered at Brook House": a headline, about a thing and not about who is asked.
    fn heads(&self, sentence: &Sentence, found: &PhraseMatch) -> bool {
        let thing = found.slot(Slot::Matter).filter(|thing| !self.agents.is_addressee(thing));
        let headline = self.reading.block_kind(sentence) == BlockKind::Headline;
        headline && thing.is_some() && !self.is_of_no_thing(found)
    }

    /// Whether the body is threatened with something unless it acts.
    fn threatens(&self, found: &PhraseMatch, voice: Voice) -> bool {
        let clause = found.slot(Slot::Clause).unwrap_or_else(|| found.tokens.clone());
        let head = clause.start..clause.end.min(clause.start + 3);
        voice != Voice::Other && head.clone().any(|end| self.agents.is_addressee(&(head.start..end + 1)))
    }

    /// Whether the inspectorate advises this.
    fn advises(&self, sentence: &Sentence, found: &PhraseMatch, voice: Voice) -> bool {
        let by_other = self.asked_by(found).is_some_and(|agent| agent != Agent::Inspectorate);
        let led = found.yields == Yield::Concern && self.is_what_led_to_it(sentence, found.words_start);
        !by_other
            && !led
            && !self.is_denied_or_doubted(found.words_start)
            && !self.is_purpose(found.words_start)
            && (self.inspectorate_speaks(sentence, voice) || self.is_an_area(sentence, found, voice))
            && !self.is_of_no_thing(found)
    }

    /// "was listed as | an area for improvement": the words of an inspectorate, in the article's own voice.
    fn is_an_area(&self, sentence: &Sentence, found: &PhraseMatch, voice: Voice) -> bool {
        let named = (found.words_start..found.tokens.end).any(|index| {
            self.reading.is_one_of(index, &["area", "areas"])
                && self.reading.is(index + 1, "for")
                && self.reading.is(index + 2, "improvement")
        });
        let outside = sentence.tokens.clone().any(|index| self.reading.cue(index, Cue::Outsider));
        let passive = self.reading.has(found.words_start, Class::Be)
            || self.reading.has(found.words_start, Class::Have);
        named && passive && voice == Voice::Narrator && !outside
    }

    pub(crate) fn row(&self, found: &PhraseMatch) -> &Phrase {
        &self.reading.lexicon.phrases()[usize::from(found.phrase)]
    }

    /// Whether the words are the inspectorate's own, or those of a sentence about what it does, or right behind
    /// one.
    fn inspectorate_speaks(&self, sentence: &Sentence, voice: Voice) -> bool {
        let outside = || sentence.tokens.clone().any(|index| self.reading.cue(index, Cue::Outsider));
        let near = || self.agents.last == Voice::Inspectorate && self.agents.since <= 4;
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
            // "The watchdog can | require a provider to close"
            if self.reading.has(matter.end - 1, Class::Modal) {
                return true;
            }
            let goes_on = found.tokens.end..(found.tokens.end + 2).min(self.reading.tokens.list.len());
            self.reading.is_pronoun(
                matter.end - 1,
                &["it", "they", "this", "that", "he", "she", "which", "who", "there", "you", "we", "i"],
            ) || matter.len() <= 2 && self.reading.cue(matter.end - 1, Cue::Inmates)
                || self.reading.is_pronoun(matter.start, &["which", "that", "who"])
                || goes_on.into_iter().any(|index| self.reading.is(index, "to"))
        })
    }
}
