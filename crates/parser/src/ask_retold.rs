//! Asks that somebody of the body retells: "They've told us we must", "We've been asked to".

use std::ops::Range;

use onrecord_lexicon::{Carrier, Slot};

use crate::ask_agent::Agent;
use crate::blocks_to_tokens::Sentence;
use crate::cue_words::Cue;
use crate::phrase_book::PhraseMatch;
use crate::tokens_to_recommendations::Reader;
use crate::voice::Voice;

/// How many sentences before the one that retells name who "they" are.
const NEAR: usize = 8;

/// Words behind which a clause says what is asked, beside the verbs of reporting.
const HOLDING: &[&str] = &[
    "feel",
    "feels",
    "felt",
    "think",
    "thinks",
    "thought",
    "clear",
    "plain",
    "blunt",
    "adamant",
    "firm",
    "explicit",
    "insistent",
];

/// Those who answer for a body when they speak.
const OWN: &[&str] = &["we", "us", "they", "it"];

impl Reader<'_> {
    /// Whether what somebody else says only retells what the inspectorate asks of those he or she answers for.
    pub(crate) fn retells(&self, sentence: &Sentence, found: &PhraseMatch, carrier: Carrier) -> bool {
        let first = found.words_start;
        let by_other = self.asked_by(found).is_some_and(|agent| agent != Agent::Inspectorate);
        if by_other || self.is_denied_or_doubted(first) || !self.is_about_inspectors(first) {
            return false;
        }
        match carrier {
            Carrier::Modal => self.retells_duty(sentence, found),
            Carrier::Verb => self.retells_verb(sentence, found),
            Carrier::Name => found.slot(Slot::Matter).is_some(),
            _ => false,
        }
    }

    /// "They expect | us | to", "We've been | asked | to".
    fn retells_verb(&self, sentence: &Sentence, found: &PhraseMatch) -> bool {
        let verb = found.words_start;
        let asked = found.slot(Slot::Body).filter(|body| body.start > verb);
        let subject = self.agents.subject(verb, &sentence.tokens);
        match asked {
            Some(asked) => self.is_own(&asked) && self.are_inspectors(&subject),
            None => self.is_asked_passively(verb) && self.is_own(&subject),
        }
    }

    /// "have been | told": not "were | told", which may be anything that happened.
    fn is_asked_passively(&self, verb: usize) -> bool {
        let near = verb.saturating_sub(4)..verb;
        near.into_iter().any(|index| self.reading.is(index, "been"))
    }

    /// "They've said | we must", "according to them | we need to".
    fn retells_duty(&self, sentence: &Sentence, found: &PhraseMatch) -> bool {
        let first = found.words_start;
        let start = found.tokens.start.min(first);
        let head = sentence.tokens.start.max(first.saturating_sub(30))..start;
        let quotes = |index: usize| (index..start).any(|index| self.reading.token(index).is_quotation_mark());
        let tells = |index: usize| {
            !quotes(index)
                && (self.reading.reports(index) || self.reading.is_one_of(index, HOLDING))
                && self.are_inspectors(&self.agents.subject(index, &sentence.tokens))
                && !self.reading.is_pronoun(index - 1, &["it", "he", "she"])
        };
        let according = |index: usize| {
            self.reading.is(index, "according")
                && self.reading.is(index + 1, "to")
                && self.are_inspectors(&(index + 2..index + 3))
        };
        !self.is_past_regret(found)
            && (self.reaches_inspectors(found)
                || head.into_iter().any(|index| tells(index) || according(index)))
    }

    /// "A plan has to | be with them", "must be sent to inspectors".
    fn reaches_inspectors(&self, found: &PhraseMatch) -> bool {
        found.slot(Slot::Action).filter(|action| self.reading.is(action.start, "be")).is_some_and(|action| {
            (action.start + 1..action.end.min(action.start + 3)).any(|index| {
                self.reading.is_one_of(index, &["with", "to"]) && self.are_inspectors(&(index + 1..index + 2))
            })
        })
    }

    /// Whether somebody else says that it is the inspectorate who worries: "CIW had voiced | concern", "they were |
    /// concerned", "worry on the inspectors' part".
    pub(crate) fn retells_feeling(&self, sentence: &Sentence, feeling: Range<usize>) -> bool {
        let they = |index: usize| self.reading.is_pronoun(index, &["they"]);
        let before = feeling.start.saturating_sub(2).max(sentence.tokens.start)..feeling.start + 1;
        before.into_iter().any(|verb| {
            let subject = self.agents.subject(verb, &sentence.tokens);
            self.agents.class(&subject) == Agent::Inspectorate
                || subject.last().is_some_and(they) && self.is_about_inspectors(verb)
        }) || self.agents.means_inspectorate(&feeling)
    }

    /// "they", "the inspectors", in what somebody else says.
    fn are_inspectors(&self, phrase: &Range<usize>) -> bool {
        let last = phrase.clone().last();
        last.is_some_and(|last| self.reading.is_pronoun(last, &["they", "them"]))
            || self.agents.class(phrase) == Agent::Inspectorate
    }

    fn is_own(&self, phrase: &Range<usize>) -> bool {
        phrase.clone().find(|&index| self.reading.is_word(index)).is_some_and(|head| {
            phrase.clone().last().is_some_and(|last| last <= head + 1) && self.reading.is_pronoun(head, OWN)
        })
    }

    /// Whether the inspectorate is what the talk is about: it, or its notice, was named last, and no one from
    /// outside, who would have their own "they", speaks since.
    pub(crate) fn is_about_inspectors(&self, at: usize) -> bool {
        let here = self.reading.sentence_of(at);
        for index in (here.saturating_sub(NEAR)..=here).rev() {
            let tokens = &self.reading.tokens.sentences[index].tokens;
            let notice = |index: usize| self.reading.is_one_of(index, &["notice", "notices"]);
            let told = |at: usize| index < here || self.agents.voices.at(at) == Voice::Narrator;
            let any = |cue: Cue| tokens.clone().any(|at| told(at) && self.reading.cue(at, cue));
            if self.agents.means_inspectorate(tokens) || index < here && tokens.clone().any(notice) {
                return true;
            }
            let councillor = tokens.clone().any(|index| self.reading.is(index, "cllr"));
            if councillor || any(Cue::Outsider) || any(Cue::Enforcer) {
                return false;
            }
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use crate::test_text::asks;

    /// The asks in what is said of an inspected council, one a line.
    fn check(said: &str) -> String {
        asks(&format!(
            "The Care Quality Commission (CQC) inspected Isleby Council.\n\nThe report was put to members.\n\n{said}"
        ))
    }

    #[test]
    fn retold_worries_are_the_inspectorates() {
        let said = "“They were worried that plans were late,” Ms Orr said.";
        assert_eq!(check(said), "plans were late\n");
    }

    #[test]
    fn what_is_asked_of_us_is_the_inspectorates() {
        for (said, ask) in [
            ("“They want us to check every plan,” Ms Orr said.", "check every plan\n"),
            ("“They’ve told us we must check every plan,” Ms Orr said.", "we must check every plan\n"),
            (
                "“According to them we need to check every plan,” Ms Orr said.",
                "we need to check every plan\n",
            ),
            ("“We’ve been asked to make payments simpler,” Ms Orr said.", "make payments simpler\n"),
        ] {
            assert_eq!(check(said), ask, "{said}");
        }
    }

    #[test]
    fn what_others_want_is_not_retold() {
        for said in [
            "“They want us to check every plan,” said the union's secretary, Ann Orr.",
            "Families had written in. “They want us to check every plan,” Ms Orr said.",
            "Cllr Orr had been to see ministers. “They’ve told us we must check every plan,” he said.",
            "“They want to check every plan,” said the director, Ann Orr.",
            "“We must check every plan,” said the director, Ann Orr.",
            "“We were asked by residents to make payments simpler,” Ms Orr said.",
        ] {
            assert_eq!(check(said), "", "{said}");
        }
    }
}
