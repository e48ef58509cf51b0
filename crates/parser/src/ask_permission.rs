//! Whether an ask that a row has read is the inspectorate's, and whom it is put to.

use std::ops::Range;

use onrecord_lexicon::{Slot, Yield};

use crate::ask_agent::Agent;
use crate::ask_extent::trimmed_end;
use crate::block::BlockKind;
use crate::blocks_to_tokens::Sentence;
use crate::cue_words::Cue;
use crate::phrase_book::PhraseMatch;
use crate::reading::Reading;
use crate::token::Kind;
use crate::tokens_to_recommendations::Reader;
use crate::voice::Voice;
use crate::word_class::Class;

/// What sort of words carry an ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Frame {
    /// must, should, needs to.
    Modal,
    /// told to, urges X to.
    Verb,
    /// "concerned that": somebody's feeling.
    Felt,
    /// "it would be wise to", "faces closure unless": an ask that only the words around it make one.
    Said,
    /// A name of an ask, a notice, a breach.
    Noun,
}

/// Verbs of wanting and asking for something.
const WISHES: &[&str] = &[
    "called", "calls", "calling", "call", "want", "wants", "wanted", "like", "expect", "expects", "expected",
    "hope", "hopes", "hoped", "keen", "asked", "asks", "asking", "pressed", "presses", "pressing", "pushed",
];

/// "has ten days to", "given a fortnight to": a stretch of time in which to act.
fn has_time(reading: &Reading<'_>, first: usize) -> bool {
    reading.is_one_of(first, &["given", "has", "have", "had", "gets", "got"])
        && (first + 2..first + 4).any(|index| reading.is_time(index))
}

impl Reader<'_> {
    pub(crate) fn frame(&self, found: &PhraseMatch) -> Frame {
        let first = found.words_start;
        let reading = &self.reading;
        let feels = [
            "concerned",
            "concern",
            "concerns",
            "worry",
            "worries",
            "worried",
            "fear",
            "fears",
            "alarmed",
            "troubled",
            "troubles",
            "alarms",
            "feared",
            "anxious",
            "uneasy",
            "disturbed",
            "dismayed",
            "unhappy",
            "perturbed",
        ];
        let asks_to = found.slot(Slot::Action).is_some()
            || self.reading.token(found.tokens.end - 1).kind == Kind::Colon;
        let remains =
            first + 1 < reading.tokens.list.len() && reading.is_one_of(first + 1, &["remain", "remains"]);
        let could = reading.is_one_of(first, &["could", "would"]) && found.slot(Slot::Matter).is_some();
        let until = reading.is_one_of(first + 1, &["until", "till"])
            || reading.is(first, "being")
            || asks_to && has_time(reading, first)
            || reading.is_one_of(first + 1, &["like"])
            || reading.is_one_of(first, &["put", "impressed", "made"]);
        let wise = reading.is_one_of(first, &["would", "might"])
            && reading.is(first + 1, "be")
            && found.slot(Slot::Body).is_none();
        if until {
            Frame::Verb
        } else if wise || found.slot(Slot::Clause).is_some() && reading.cue(first, Cue::Risk) {
            Frame::Said
        } else if asks_to && reading.is_one_of(first, &["ought", "is", "are"])
            || (asks_to || could) && reading.has(first, Class::Modal)
            || asks_to
                && ["need", "needs", "needed", "has", "have", "had"]
                    .iter()
                    .any(|word| reading.is(first, word))
        {
            Frame::Modal
        } else if !remains
            && found.yields == Yield::Concern
            && feels.iter().any(|word| reading.is(first, word))
        {
            Frame::Felt
        } else if WISHES.iter().any(|word| reading.is(first, word))
            || (asks_to || found.slot(Slot::Clause).is_some()) && reading.reports(first)
            || asks_to && reading.cue(first, Cue::Demands)
        {
            Frame::Verb
        } else {
            Frame::Noun
        }
    }

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

    /// Whether the inspectorate has the concern: "inspectors were concerned", "I have real concerns", "what
    /// worries us".
    fn feels(&self, sentence: &Sentence, found: &PhraseMatch) -> bool {
        let near = found.words_start.saturating_sub(8).max(sentence.tokens.start)
            ..found.tokens.end.min(found.words_start + 2);
        let voice = self.agents.voices.at(found.words_start);
        let own = |index: usize| self.reading.is_one_of(index, &["we", "i", "us", "our", "me", "my"]);
        let they =
            |index: usize| self.reading.is_one_of(index, &["they", "it", "them"]) && voice == Voice::Narrator;
        voice != Voice::Other && self.agents.means_inspectorate(&near)
            || voice == Voice::Inspectorate && near.clone().any(own)
            || self.agents.last == Voice::Inspectorate && near.clone().any(they)
            || self.agents.since <= 3
                && near.clone().any(|index| self.reading.is(index, "they"))
                && voice == Voice::Narrator
    }

    /// Whether the inspectorate advises this, or threatens the body that does not do it.
    fn said_so(&self, sentence: &Sentence, found: &PhraseMatch, voice: Voice) -> bool {
        let threatened = |clause: Range<usize>| {
            let head = clause.start..clause.end.min(clause.start + 3);
            voice != Voice::Other
                && (head.start..head.end).any(|end| self.agents.is_addressee(&(head.start..end + 1)))
        };
        match found.slot(Slot::Clause) {
            Some(clause) => threatened(clause),
            None => {
                voice == Voice::Inspectorate
                    || voice == Voice::Narrator && self.agents.means_inspectorate(&sentence.tokens)
            }
        }
    }

    /// Whether a modal that asks only in some surroundings stands in them: "may not" under a condition,
    /// "could" where the report suggests it, "is to" where it directs it.
    fn asks_here(&self, sentence: &Sentence, found: &PhraseMatch) -> bool {
        let first = found.words_start;
        let any = |words: &[&str]| sentence.tokens.clone().any(|index| self.reading.is_one_of(index, words));
        if found.slot(Slot::Action).is_none() {
            return true;
        }
        if self.reading.is_one_of(first, &["may", "can"]) {
            return any(&["without", "until", "before"])
                || sentence.tokens.clone().any(|index| self.reading.cue(index, Cue::Notice));
        }
        if self.reading.is_one_of(first, &["is", "are"]) {
            let behind = found.tokens.end..(found.tokens.end + 8).min(sentence.tokens.end);
            let directs = &["directs", "direct", "orders", "ordered", "requires", "instructs", "stipulates"];
            return behind.into_iter().any(|index| self.reading.is_one_of(index, directs));
        }
        let plain = self.reading.is(first, "could")
            && !sentence.tokens.clone().any(|index| index > first && self.reading.is(index, "more"));
        !plain || any(&["suggest", "suggests", "suggested", "suggesting", "recommends", "proposed"])
    }

    /// "Cllr Tippett moved that the council should", "the group says the partners must": somebody else asks.
    fn outsider_asks(&self, sentence: &Sentence, modal: usize) -> bool {
        let before = sentence.tokens.start..modal;
        let outside = |index: usize| self.reading.cue(index, Cue::Outsider) || self.reading.is_title(index);
        let moved = before.clone().any(|index| self.reading.is(index, "that"))
            && before.clone().any(outside)
            && !self.agents.means_inspectorate(&before);
        let pronoun = self.reading.is_one_of(before.start, &["it", "they", "he", "she"])
            && before.clone().any(|index| self.reading.reports(index));
        moved || pronoun && self.agents.last == Voice::Other
    }

    fn modal_permitted(&self, sentence: &Sentence, found: &PhraseMatch, voice: Voice) -> Option<bool> {
        let subject = match found.slot(Slot::Body).filter(|body| body.end <= found.words_start) {
            Some(subject) => subject,
            None => self.agents.subject(found.words_start, &sentence.tokens),
        };
        let pronoun = ["he", "she"]
            .iter()
            .any(|word| subject.clone().last().is_some_and(|last| self.reading.is(last, word)));
        if self.is_relative_clause(found, &subject) || self.is_own_plan(found.words_start, sentence) {
            return None;
        }
        if !self.asks_here(sentence, found)
            || self.reading.is(found.words_start, "ought") && self.agents.means_inspectorate(&subject)
            || voice == Voice::Narrator
                && (self.outsider_asks(sentence, found.words_start) || self.is_general(&subject))
        {
            return None;
        }
        if self.reading.is_one_of(found.words_start, &["is", "are"]) {
            return Some(false);
        }
        let passive = found.slot(Slot::Action).is_some_and(|action| self.reading.is(action.start, "be"));
        if voice == Voice::Inspectorate && passive && self.reading.is(found.words_start - 1, "there") {
            return Some(false);
        }
        let weak = !passive && self.reading.is_one_of(found.words_start, &["has", "have", "had"]);
        if self.continues(found.words_start, sentence) {
            return Some(self.found.last().is_some_and(|last| last.implied));
        }
        let open = subject.is_empty() && found.slot(Slot::Action).is_none();
        let anybody = self.block_asks(sentence) || !pronoun;
        match voice {
            _ if self.agents.is_nobody_or_empty(&subject) && !open => None,
            Voice::Inspectorate if weak && !self.agents.is_addressee(&subject) => None,
            Voice::Inspectorate => Some(false),
            Voice::Narrator if weak && !self.block_asks(sentence) => None,
            Voice::Narrator if open || anybody && self.agents.is_addressee(&subject) => {
                Some(!self.agents.means_inspectorate(&sentence.tokens))
            }
            Voice::Narrator | Voice::Other => None,
        }
    }

    /// "Premises in Wales must": a rule for everybody in a country.
    fn is_general(&self, subject: &Range<usize>) -> bool {
        subject
            .clone()
            .skip(1)
            .any(|index| self.reading.cue(index, Cue::Country) && self.reading.is(index - 1, "in"))
    }

    /// "and should publish": the subject is the one of the ask right before.
    fn continues(&self, modal: usize, sentence: &Sentence) -> bool {
        let before = modal - usize::from(modal > sentence.tokens.start);
        let joined = self.reading.is(before, "and")
            || self.reading.is(before, "also")
            || self.reading.is(before, "will");
        joined
            && self.found.last().is_some_and(|last| {
                last.tokens.start >= sentence.tokens.start && last.tokens.end + 3 >= before
            })
    }

    /// "failings which a landlord must put right", "nothing that the school needed to do".
    fn is_relative_clause(&self, found: &PhraseMatch, subject: &Range<usize>) -> bool {
        let start = if subject.is_empty() { found.words_start } else { subject.start };
        let Some(before) = start.checked_sub(1) else { return false };
        let that = self.reading.is(before, "that")
            && before > 0
            && self.reading.is_one_of(
                before - 1,
                &["nothing", "something", "anything", "things", "thing", "everything", "work"],
            );
        that || self
            .reading
            .is_one_of(before, &["which", "what", "where", "whom", "who", "if", "whether", "as", "than"])
    }

    /// "I have had to publish", "we must be clear".
    fn is_own_plan(&self, modal: usize, sentence: &Sentence) -> bool {
        let near = modal.saturating_sub(3).max(sentence.tokens.start)..modal;
        near.into_iter().any(|index| self.reading.is_one_of(index, &["i", "we", "you"]))
    }

    /// Whether the paragraph has asked something, or names asks, already.
    fn block_asks(&self, sentence: &Sentence) -> bool {
        let start = self.reading.tokens.blocks[sentence.block].start;
        self.found.last().is_some_and(|last| last.tokens.start >= start)
            || self.named.is_some_and(|named| named.block == sentence.block)
    }

    fn verb_permitted(&self, sentence: &Sentence, found: &PhraseMatch, voice: Voice) -> Option<bool> {
        let verb = found.words_start;
        if found.slot(Slot::Body).is_some_and(|body| self.reading.is(body.end - 1, "improvement")) {
            return None;
        }
        let active = found.slots.iter().any(|filled| filled.slot == Slot::Body && filled.tokens.start > verb)
            || found.slot(Slot::Clause).is_some()
            || found.slot(Slot::Matter).is_some();
        let agent = self.agent_in(sentence, verb);
        if active && self.notice_tells(sentence, verb) {
            return (voice != Voice::Other).then_some(false);
        }
        if active {
            return match agent {
                Agent::Inspectorate => Some(false),
                Agent::Enforcer if found.yields == Yield::Requirement => Some(false),
                Agent::Nobody if found.slot(Slot::Clause).is_none() => {
                    self.agents.means_inspectorate(&sentence.tokens).then_some(false)
                }
                Agent::Enforcer | Agent::Other | Agent::Nobody => None,
            };
        }
        let relative = self.reading.is_one_of(verb.saturating_sub(2), &["which", "who", "that"])
            && self.reading.has(verb - 1, Class::Be);
        let later =
            self.reading.is(verb.saturating_sub(1), "be") && self.reading.is(verb.saturating_sub(2), "will");
        if later || relative || self.reading.is(verb, "expected") && self.reading.is(verb + 2, "be") {
            return None;
        }
        let headline = self.reading.block_kind(sentence) == BlockKind::Headline;
        let subject = self.agents.subject(verb, &sentence.tokens);
        let fits = headline || self.agents.is_addressee(&subject);
        let by = self.asked_by(found);
        match (voice, by) {
            (_, Some(Agent::Inspectorate)) => Some(false),
            (_, Some(_)) | (Voice::Other, None) => None,
            (_, None) => fits.then_some(voice == Voice::Narrator),
        }
    }

    /// Who asks; "they" may be the recommendations that the paragraph has named: "They call for".
    fn agent_in(&self, sentence: &Sentence, verb: usize) -> Agent {
        let subject = self.agents.subject(verb, &sentence.tokens);
        let named = self.named.is_some_and(|named| named.block == sentence.block);
        let pronoun = subject.len() == 1 && self.reading.is_one_of(subject.start, &["they", "these", "it"]);
        if named && pronoun { Agent::Inspectorate } else { self.agents.of(verb, &sentence.tokens) }
    }

    /// Who stands behind "by" right after the verb: "told by Estyn that".
    fn asked_by(&self, found: &PhraseMatch) -> Option<Agent> {
        let by = found.slot(Slot::Inspectorate)?;
        Some(self.agents.class(&by))
    }

    /// "a warning notice telling the provider to": the notice asks.
    fn notice_tells(&self, sentence: &Sentence, verb: usize) -> bool {
        let near = verb.saturating_sub(3).max(sentence.tokens.start)..verb;
        near.into_iter().any(|index| self.reading.cue(index, Cue::Notice))
    }

    /// "a notice for | the service at X": who gets it is not what it is about.
    pub(crate) fn is_receiver(&self, matter: &Range<usize>) -> bool {
        let head = matter.start..matter.end.min(matter.start + 3);
        self.reading.is(matter.start - 1, "for") && self.agents.is_addressee(&head)
    }

    /// Whether the sentence of a notice goes on to say what it asks.
    pub(crate) fn gives_action(&self, sentence: &Sentence, found: &PhraseMatch) -> bool {
        let rest = found.words_start..sentence.tokens.end;
        rest.into_iter().any(|index| {
            ["telling", "requiring", "ordering", "instructing"]
                .iter()
                .any(|word| self.reading.is(index, word))
        })
    }
}
