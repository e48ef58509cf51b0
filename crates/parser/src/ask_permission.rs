//! Whether an ask that a row has read is the inspectorate's, and whom it is put to.

use std::ops::Range;

use onrecord_lexicon::{Phrase, Slot, Yield};
use onrecord_model::RecommendationKind;

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
    /// "it would be wise to", "faces closure unless": an ask only where the inspectorate says so.
    Said,
    /// A name of an ask, a notice, a breach.
    Noun,
}

/// Verbs of wanting and asking for something.
const WISHES: &[&str] = &[
    "called",
    "calls",
    "calling",
    "call",
    "want",
    "wants",
    "wanted",
    "like",
    "expect",
    "expects",
    "expected",
    "hope",
    "hopes",
    "hoped",
    "keen",
    "asked",
    "asks",
    "asking",
    "pressed",
    "presses",
    "pressing",
    "pushed",
    "demanded",
    "demands",
    "ordered",
    "orders",
    "ordering",
    "recommended",
    "recommends",
    "recommend",
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
            "shocked",
            "appalled",
        ];
        let asks_to = found.slot(Slot::Action).is_some()
            || self.reading.token(found.tokens.end - 1).kind == Kind::Colon;
        let remains =
            first + 1 < reading.tokens.list.len() && reading.is_one_of(first + 1, &["remain", "remains"]);
        let could = reading.is_one_of(first, &["could", "would"]) && found.slot(Slot::Matter).is_some();
        let asked_for = reading.is(first + 1, "asked") && found.slot(Slot::Matter).is_some();
        let until = asked_for
            || reading.is_one_of(first + 1, &["until", "till"])
            || reading.is(first, "being")
            || asks_to && has_time(reading, first)
            || (first + 1..first + 3).any(|index| reading.is(index, "like"))
            || reading.is_one_of(first, &["put", "impressed", "made", "gave", "gives", "giving", "allowed"]);
        if self.row(found).inspectorate_only {
            Frame::Said
        } else if until {
            Frame::Verb
        } else if found.slot(Slot::Clause).is_some_and(|clause| reading.is(clause.start - 1, "unless")) {
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
            ..self.felt_by(found).max(found.tokens.end.min(found.words_start + 2));
        let near = near.start..near.end.max(found.slot(Slot::Clause).map_or(0, |clause| clause.start));
        let voice = self.agents.voices.at(found.words_start);
        let own = |index: usize| self.reading.is_one_of(index, &["we", "i", "us", "our", "me", "my"]);
        let they = |index: usize| {
            self.reading.is_one_of(index, &["they", "it", "them", "their", "its"]) && voice == Voice::Narrator
        };
        let subject = self.agents.subject(found.words_start, &sentence.tokens);
        voice != Voice::Other && self.agents.means_inspectorate(&near)
            || voice == Voice::Inspectorate && near.clone().any(own)
            || voice == Voice::Inspectorate && near.clone().any(|index| self.reading.is(index, "they"))
            || self.agents.last == Voice::Inspectorate && near.clone().any(they)
            || self.agents.since <= 3
                && near.clone().any(|index| self.reading.is(index, "they"))
                && voice == Voice::Narrator
            || voice == Voice::Narrator && self.agents.class(&subject) == Agent::Inspectorate
            || voice == Voice::Narrator && self.goes_on_feeling(sentence, found.words_start)
    }

    /// "It urged the school to act, and was | worried", "Another | fear was": whoever the sentence is about, or
    /// the one before it where it has no subject of its own.
    fn goes_on_feeling(&self, sentence: &Sentence, feeling: usize) -> bool {
        let outside = sentence.tokens.clone().any(|index| self.reading.cue(index, Cue::Outsider));
        if outside || self.agents.since > 2 && self.agents.last != Voice::Inspectorate {
            return false;
        }
        let another =
            self.reading.is_one_of(feeling.saturating_sub(1), &["another", "other", "second", "third"]);
        let joined = (feeling.saturating_sub(3).max(sentence.tokens.start)..feeling)
            .any(|index| self.reading.is(index, "and"));
        let voiced = self.reading.reports(feeling - 1);
        let superlative = self.reading.is_one_of(
            feeling,
            &[
                "key",
                "main",
                "leading",
                "most",
                "primary",
                "overarching",
                "biggest",
                "greatest",
                "gravest",
                "chief",
            ],
        );
        let there = self.reading.is(sentence.tokens.start, "there");
        (another || superlative || there) && self.agents.last == Voice::Inspectorate
            || (joined || voiced) && self.agents.opens(&sentence.tokens) == Agent::Inspectorate
    }

    /// Past whoever is named behind the feeling: "the worry for the inspectors | was".
    fn felt_by(&self, found: &PhraseMatch) -> usize {
        let filled =
            found.slots.iter().filter(|filled| matches!(filled.slot, Slot::Gap | Slot::Inspectorate));
        filled.map(|filled| filled.tokens.end).max().unwrap_or(0)
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
            return self.is_under_heading(sentence, first)
                || behind.into_iter().any(|index| self.reading.is_one_of(index, directs));
        }
        let better =
            ["more", "better", "clearer", "further", "stronger", "sharper", "quicker", "faster", "wider"];
        let plain = self.reading.is(first, "could")
            && !sentence.tokens.clone().any(|index| index > first && self.reading.is_one_of(index, &better));
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
        if self.is_past_regret(found)
            || self.is_relative_clause(found, &subject)
            || self.is_own_plan(found.words_start, sentence)
        {
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
        if voice == Voice::Narrator && passive && self.is_under_heading(sentence, found.words_start) {
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

    /// "One area for improvement: doors need to be checked", "Under a separate requirement, families must be
    /// told": the words before name the ask.
    fn is_under_heading(&self, sentence: &Sentence, modal: usize) -> bool {
        let named = self
            .named
            .is_some_and(|named| named.block == sentence.block && named.kind != RecommendationKind::Concern);
        let opener = sentence.tokens.start..modal.min(sentence.tokens.start + 6);
        let under = self.reading.is(opener.start, "under")
            && opener.into_iter().any(|index| {
                self.reading.cue(index, Cue::Notice)
                    || self.reading.is_one_of(index, &["requirement", "requirements"])
            });
        named || under
    }

    /// "should have told families", "were needed to use a hoist": what was not done, what was done.
    fn is_past_regret(&self, found: &PhraseMatch) -> bool {
        let modal = found.words_start;
        let regret = self.reading.is_one_of(modal, &["should", "ought"])
            && found.slot(Slot::Action).is_some_and(|action| {
                self.reading.is(action.start, "have") && action.len() > 1 && {
                    let next = action.start + 1;
                    self.reading.is_participle(next)
                        || self.reading.is_one_of(next, &["been", "had", "gone", "known"])
                }
            });
        let passive =
            self.reading.is(modal, "needed") && self.reading.has(modal.saturating_sub(1), Class::Be);
        regret || passive
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
        let what = subject.clone().any(|index| self.reading.is(index, "what"));
        that || what
            || self
                .reading
                .is_one_of(before, &["which", "what", "where", "whom", "who", "if", "whether", "as", "than"])
    }

    /// "I have had to publish", "we must be clear".
    fn is_own_plan(&self, modal: usize, sentence: &Sentence) -> bool {
        let near = modal.saturating_sub(3).max(sentence.tokens.start)..modal;
        near.into_iter().any(|index| self.reading.is_pronoun(index, &["i", "we", "you"]))
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
            || found.slot(Slot::Matter).is_some() && !self.reading.has(verb, Class::Be);
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
        if self.is_no_passive(verb) {
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

    /// "who were told to", "will be asked to", "who asked not to be named", "carers being asked to": nobody is
    /// asked here and now.
    fn is_no_passive(&self, verb: usize) -> bool {
        let [before, earlier] = [1, 2].map(|steps| verb.saturating_sub(steps));
        let relative = self.reading.is_one_of(earlier, &["which", "who", "that"])
            && self.reading.has(before, Class::Be)
            && self.reading.token(verb.saturating_sub(3)).kind != Kind::Comma;
        let later = self.reading.is(before, "be") && self.reading.is(earlier, "will");
        let asks = self.reading.has(verb, Class::Reporting);
        let active = asks
            && (self.reading.has(before, Class::Relative)
                || self.reading.is_pronoun(before, &["he", "she", "they", "it", "we", "i"]));
        let suffered = self.reading.is(before, "being") && !self.reading.has(earlier, Class::Be);
        let foreseen = self.reading.is(verb, "expected") && self.reading.is(verb + 2, "be");
        relative || later || active || suffered || foreseen
    }

    /// Who asks; "they" may be the recommendations that the paragraph has named: "They call for".
    fn agent_in(&self, sentence: &Sentence, verb: usize) -> Agent {
        let subject = self.agents.subject(verb, &sentence.tokens);
        let named = self.named.is_some_and(|named| named.block == sentence.block);
        let pronoun = subject.len() == 1 && self.reading.is_one_of(subject.start, &["they", "these", "it"]);
        let participle = self.reading.word(verb).ends_with("ing");
        match self.agents.of(verb, &sentence.tokens) {
            _ if named && pronoun => Agent::Inspectorate,
            Agent::Other | Agent::Nobody if participle => self.agents.opens(&sentence.tokens),
            agent => agent,
        }
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
        self.reading.is_one_of(matter.start - 1, &["for", "on"]) && self.agents.is_addressee(&head)
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
