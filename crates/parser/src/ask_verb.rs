//! Whether a verb of asking is the inspectorate's: "the report orders", "the home was told to"; and what notices ask.

use std::ops::Range;

use onrecord_lexicon::{Slot, Yield};

use crate::ask_agent::Agent;
use crate::block::BlockKind;
use crate::blocks_to_tokens::Sentence;
use crate::cue_words::Cue;
use crate::phrase_book::PhraseMatch;
use crate::token::Kind;
use crate::tokens_to_recommendations::Reader;
use crate::voice::Voice;
use crate::word_class::Class;

impl Reader<'_> {
    pub(crate) fn verb_permitted(
        &self,
        sentence: &Sentence,
        found: &PhraseMatch,
        voice: Voice,
    ) -> Option<bool> {
        let verb = found.words_start;
        if self.asks_nothing(sentence, found)
            || found.slot(Slot::Body).is_some_and(|body| self.reading.is(body.end - 1, "improvement"))
        {
            return None;
        }
        let active = found.slots.iter().any(|filled| filled.slot == Slot::Body && filled.tokens.start > verb)
            || found.slot(Slot::Clause).is_some()
            || found.slot(Slot::Count).is_some() && self.reading.is_kind(found.tokens.end - 1, Kind::Colon)
            || found.slot(Slot::Matter).is_some() && !self.reading.has(verb, Class::Be);
        if active {
            return self.active_permitted(sentence, found, voice);
        }
        let headline = self.reading.block_kind(sentence) == BlockKind::Headline;
        if self.is_no_passive(verb, headline) {
            return None;
        }
        let subject = self.agents.subject(verb, &sentence.tokens);
        // "Staff had been told to record every wait, and did": how the house is run.
        let custom = self.reading.is(verb.saturating_sub(2), "had")
            && subject.clone().any(|index| self.reading.is_one_of(index, &["staff", "nurses", "carers"]));
        // "was forced to close", "Neighbouring Beck House was told to"
        let closed = self.reading.is_one_of(verb, &["forced", "compelled"])
            && self.reading.is_one_of(verb + 2, &["close", "shut"]);
        let elsewhere = subject
            .clone()
            .any(|index| self.reading.is_one_of(index, &["neighbouring", "nearby", "sister", "rival"]));
        // "ordered to pay £40,000 by a court"
        let fined = self.reading.is(verb, "ordered") && self.reading.is(verb + 2, "pay");
        if closed || elsewhere || fined {
            return None;
        }
        // "The department is expected to appoint an adviser": what others will do.
        let foreseen = self.reading.is(verb, "expected") && self.agents.is_somebody_else(&subject);
        if (custom || foreseen) && voice == Voice::Narrator
            || self.is_general(&subject)
            || self.is_finding(found, &subject, voice)
        {
            return None;
        }
        let fits = headline || self.agents.is_addressee(&subject) || self.opens_lede(sentence, verb);
        let by = self.asked_by(found);
        match (voice, by) {
            (_, Some(Agent::Inspectorate)) => Some(false),
            (_, Some(_)) | (Voice::Other, None) => None,
            (_, None) => fits.then_some(voice == Voice::Narrator),
        }
    }

    /// "Nurses were | told to record fluids, inspectors found": how the house is run, in a finding.
    fn is_finding(&self, found: &PhraseMatch, subject: &Range<usize>, voice: Voice) -> bool {
        let verb = found.words_start;
        let past = self.reading.is_one_of(verb.saturating_sub(1), &["was", "were"])
            || self.reading.is(verb.saturating_sub(1), "been")
                && self.reading.is(verb.saturating_sub(2), "had");
        let crew = |index: usize| {
            self.reading
                .is_one_of(index, &["staff", "nurses", "carers", "workers", "cooks", "assistants", "care"])
        };
        voice == Voice::Inspectorate
            && past
            && found.slot(Slot::Inspectorate).is_none()
            && subject.clone().last().is_some_and(crew)
    }

    /// "A primary where pupils are often absent | has been told to": the body that opens the sentence, with a clause
    /// about it.
    fn opens_lede(&self, sentence: &Sentence, verb: usize) -> bool {
        let start = sentence.tokens.start;
        let about = (start + 2..verb.min(start + 12))
            .find(|&index| self.reading.is_one_of(index, &["where", "whose", "which", "that"]));
        let passive = self.reading.has(verb.saturating_sub(1), Class::Be);
        let one = passive
            && (verb.saturating_sub(2)..verb)
                .any(|index| self.reading.is_one_of(index, &["has", "was", "is"]));
        let body = |about: usize| {
            self.reading.is_one_of(start, &["a", "an", "the"])
                && !(start..about).any(|index| self.reading.has(index, Class::Preposition))
                && self.agents.is_addressee(&(start..about))
        };
        one && about.is_some_and(body)
    }

    /// "the report | orders", "a notice | telling the provider to"
    fn active_permitted(&self, sentence: &Sentence, found: &PhraseMatch, voice: Voice) -> Option<bool> {
        let verb = found.words_start;
        let wished = self.reading.has(verb.saturating_sub(1), Class::Modal);
        if wished && self.reading.is_one_of(verb, &["want", "ask"]) {
            return None;
        }
        // "Inspectors had to ask staff to help", "asked for the records": what went on during the visit
        // "Inspectors were told residents wanted to": what they heard
        let heard = self.reading.has(verb.saturating_sub(1), Class::Be)
            && self.reading.is_one_of(verb, &["told", "asked", "warned", "advised"])
            && found.slot(Slot::Body).is_some_and(|body| body.start == verb + 1);
        let had_to = self.reading.is(verb.saturating_sub(1), "to")
            && self.reading.has(verb.saturating_sub(2), Class::Have);
        let visiting = self.reading.is(sentence.tokens.start, "during");
        if heard || had_to || visiting || self.is_of_papers(found) {
            return None;
        }
        if self.notice_tells(sentence, verb) {
            return (voice != Voice::Other).then_some(false);
        }
        let enforced = found.yields == Yield::Requirement && found.slot(Slot::Body).is_some();
        match self.agent_in(sentence, verb) {
            Agent::Inspectorate => Some(false),
            Agent::Enforcer if enforced => Some(false),
            Agent::Nobody if found.slot(Slot::Clause).is_none() && !self.trails(verb) => {
                self.agents.means_inspectorate(&sentence.tokens).then_some(false)
            }
            Agent::Enforcer | Agent::Other | Agent::Nobody => None,
        }
    }

    /// "who were told to", "will be asked to", "who asked not to be named", "carers being asked to": nobody is
    /// asked here and now.
    fn is_no_passive(&self, verb: usize, headline: bool) -> bool {
        let [before, earlier] = [1, 2].map(|steps| verb.saturating_sub(steps));
        let relative = self.reading.is_one_of(earlier, &["which", "who", "that"])
            && self.reading.has(before, Class::Be)
            && self.reading.token(verb.saturating_sub(3)).kind != Kind::Comma;
        let later = self.reading.is(before, "be") && self.reading.is(earlier, "will");
        let asks = self.reading.has(verb, Class::Reporting);
        let active = asks
            && (self.reading.has(before, Class::Relative)
                || self.reading.is_pronoun(before, &["he", "she", "they", "it", "we", "i"]));
        // "nurses asked to speak in private", "the prison is being asked to do": a wish of their own, a plight.
        let asked = self.reading.is(verb, "asked");
        let own = asked
            && self.reading.token(before).is_word()
            && !self.reading.has(before, Class::Be)
            && !self.reading.has(before, Class::Adverb)
            && !(self.reading.is(before, "and")
                && self.found.last().is_some_and(|last| last.tokens.end + 2 >= verb));
        let suffered = self.reading.is(before, "being") && (asked || !self.reading.has(earlier, Class::Be));
        // "Officers were expected to carry out checks but did not": how the house is run
        let was = self.reading.is_one_of(before, &["was", "were"]);
        let foreseen = self.reading.is(verb, "expected") && self.reading.is(verb + 2, "be")
            || self.reading.is_one_of(verb, &["expected", "required"]) && was && self.is_undone(verb);
        relative || later || active || own && !headline || suffered || foreseen
    }

    /// "asked for | the training records": what inspectors read on their visit.
    fn is_of_papers(&self, found: &PhraseMatch) -> bool {
        const PAPERS: &[&str] = &[
            "records",
            "record",
            "log",
            "logs",
            "files",
            "documents",
            "paperwork",
            "evidence",
            "proof",
            "copy",
            "copies",
        ];
        let asked = self.reading.is(found.words_start, "asked");
        let thing = found.slot(Slot::Matter).filter(|thing| asked && thing.start > found.words_start);
        thing.is_some_and(|thing| {
            let near = thing.start..thing.end.min(thing.start + 4);
            self.reading.is(thing.start, "the")
                && near.into_iter().any(|index| self.reading.is_one_of(index, PAPERS))
        })
    }

    /// "but often did not": what was expected was not done.
    fn is_undone(&self, verb: usize) -> bool {
        let end = self.reading.tokens.sentences[self.sentence].tokens.end;
        (verb..end).any(|index| {
            self.reading.is(index, "but")
                && (index + 1..end.min(index + 4)).any(|next| {
                    self.reading.has(next, Class::Do)
                        || self.reading.has(next, Class::Have) && self.reading.has(next + 1, Class::Negation)
                })
        })
    }

    /// Who asks; "they" may be the recommendations that the paragraph has named: "They call for".
    fn agent_in(&self, sentence: &Sentence, verb: usize) -> Agent {
        let subject = self.agents.subject(verb, &sentence.tokens);
        let named = self.named.is_some_and(|named| named.block == sentence.block);
        let pronoun = subject.len() == 1 && self.reading.is_one_of(subject.start, &["they", "these", "it"]);
        let participle = self.reading.word(verb).ends_with("ing") && !self.trails(verb);
        // "The regulator used its powers to | order the firm to"
        let by_powers = self.reading.is(verb.saturating_sub(1), "to")
            && (verb.saturating_sub(5)..verb)
                .any(|index| self.reading.is_one_of(index, &["powers", "moved", "acted"]));
        match self.agents.of(verb, &sentence.tokens) {
            Agent::Other | Agent::Nobody if by_powers => self.agents.opens(&sentence.tokens),
            _ if named && pronoun => Agent::Inspectorate,
            Agent::Other | Agent::Nobody if participle => self.agents.opens(&sentence.tokens),
            agent => agent,
        }
    }

    /// "some of them | asking for": a participle with a subject of its own; not ", | telling the home to".
    fn trails(&self, verb: usize) -> bool {
        let before = verb.saturating_sub(1);
        let apart = self.reading.is_kind(before, Kind::Comma) || self.reading.has(before, Class::Coordinator);
        self.reading.word(verb).ends_with("ing") && self.reading.is_word(before) && !apart
    }

    /// Who stands behind "by" right after the verb: "told by Estyn that".
    pub(crate) fn asked_by(&self, found: &PhraseMatch) -> Option<Agent> {
        let by = found.slot(Slot::Inspectorate)?;
        Some(self.agents.class(&by))
    }

    /// "a warning notice telling the provider to": the notice asks.
    fn notice_tells(&self, sentence: &Sentence, verb: usize) -> bool {
        let near = verb.saturating_sub(3).max(sentence.tokens.start)..verb;
        let issued = self.trails(verb)
            && self.reading.is_one_of(verb - 1, &["issued", "served", "imposed"])
            && (sentence.tokens.start..verb)
                .any(|index| self.reading.is_one_of(index, &["notice", "notices"]));
        // "a warning notice has been served | which requires the provider to"
        let which = self.reading.is_one_of(verb.saturating_sub(1), &["which", "that"])
            && (verb.saturating_sub(7).max(sentence.tokens.start)..verb)
                .any(|index| self.reading.is_one_of(index, &["notice", "notices"]));
        issued || which || near.into_iter().any(|index| self.reading.cue(index, Cue::Notice))
    }

    /// "a notice for | the service at X": who gets it is not what it is about.
    pub(crate) fn is_receiver(&self, matter: &Range<usize>) -> bool {
        let stops = |index: usize| {
            self.reading.is(index, "of")
                || index > matter.start && self.reading.is_one_of(index, &["that", "which"])
        };
        let stop = matter.clone().find(|&index| stops(index)).unwrap_or(matter.end);
        // "notices on | the management of falls": what is managed, not who manages.
        let head = matter.start..stop.min(matter.start + 3);
        if stop < matter.end && self.reading.is(stop - 1, "management") {
            return false;
        }
        matter.start > 0
            && self.reading.is_one_of(matter.start - 1, &["for", "on"])
            && self.agents.is_addressee(&head)
    }

    /// Whether the sentence of a notice goes on to say what it asks.
    pub(crate) fn gives_action(&self, sentence: &Sentence, found: &PhraseMatch) -> bool {
        let rest = found.words_start..sentence.tokens.end;
        rest.into_iter().any(|index| {
            ["telling", "requiring", "ordering", "instructing", "giving"]
                .iter()
                .any(|word| self.reading.is(index, word))
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::test_text::asks_of_home as check;

    #[test]
    fn what_went_on_in_the_house_is_no_ask() {
        for said in [
            "Nurses were told to record fluids, inspectors found.",
            "Officers were expected to carry out hourly checks but often did not.",
            "Inspectors had to ask staff to help a man who was choking.",
            "Inspectors asked for the training records but none could be found.",
            "Inspectors found staff had to share one thermometer.",
            "According to the report, residents who pressed their buzzers waited for an average of 23 minutes.",
            "Residents told inspectors they wanted more trips out.",
            "Prisoners need to apply a week ahead to see a dentist, inspectors noted.",
        ] {
            assert_eq!(check(said), "", "{said}");
        }
    }

    #[test]
    fn what_the_law_asks_of_everybody_or_of_others_is_no_ask() {
        for said in [
            "Providers must display their ratings by law.",
            "It was last inspected two years before services in Wales were obliged to publish their ratings.",
            "Neighbouring Beck House was told to improve its kitchen.",
            "The home was forced to close in 2019.",
            "The home requires improvement at responding to residents at risk, the CQC said.",
            "The CQC can require a provider to close.",
        ] {
            assert_eq!(check(said), "", "{said}");
        }
    }

    #[test]
    fn notices_and_powers_ask() {
        for (said, ask) in [
            ("A warning notice served in August told the home to mend the lift.", "mend the lift\n"),
            (
                "A notice has been issued requiring the home to keep accurate records.",
                "keep accurate records\n",
            ),
            (
                "A warning notice has been served which requires the home to keep accurate records.",
                "keep accurate records\n",
            ),
            ("The CQC used its powers to require the home to report weekly.", "report weekly\n"),
        ] {
            assert_eq!(check(said), ask, "{said}");
        }
    }

    #[test]
    fn concerns_that_led_to_a_visit_are_not_the_inspectorates() {
        assert_eq!(check("The CQC visited after receiving concerns about medicines and falls."), "");
        assert_eq!(check("The CQC had concerns about medicines."), "medicines\n");
    }

    #[test]
    fn what_an_ask_is_called_behind_it_is_no_part_of_it() {
        let said = "The home was asked to offer more trips, one of two areas for improvement in the report.";
        assert_eq!(check(said), "offer more trips\n");
    }
}
