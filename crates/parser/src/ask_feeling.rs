//! Whether a worry is the inspectorate's.

use onrecord_lexicon::Slot;

use crate::ask_agent::Agent;
use crate::blocks_to_tokens::Sentence;
use crate::cue_words::Cue;
use crate::phrase_book::PhraseMatch;
use crate::tokens_to_recommendations::Reader;
use crate::voice::Voice;

impl Reader<'_> {
    /// Whether the inspectorate has the concern: "inspectors were concerned", "I have real concerns", "what
    /// worries us".
    pub(crate) fn feels(&self, sentence: &Sentence, found: &PhraseMatch) -> bool {
        let near = found.words_start.saturating_sub(8).max(sentence.tokens.start)
            ..self.felt_by(found).max(found.tokens.end.min(found.words_start + 2));
        let near = near.start..near.end.max(found.slot(Slot::Clause).map_or(0, |clause| clause.start));
        if self.is_denied(sentence, found.words_start)
            || self.is_what_led_to_it(sentence, found.words_start)
            || self.is_felt_by_others(sentence, found.words_start)
        {
            return false;
        }
        let voice = self.agents.voices.at(found.words_start);
        let own = |index: usize| self.reading.is_one_of(index, &["we", "i", "us", "our", "me", "my", "team"]);
        let they = |index: usize| {
            self.reading.is_one_of(index, &["they", "it", "them", "their", "its"]) && voice == Voice::Narrator
        };
        let subject = self.agents.subject(found.words_start, &sentence.tokens);
        let words = found.words_start..felt_from(found);
        voice == Voice::Other && self.retells_feeling(sentence, words)
            || voice != Voice::Other && self.agents.means_inspectorate(&near)
            || voice == Voice::Inspectorate && near.clone().any(own)
            || voice == Voice::Inspectorate
                && near.clone().any(|index| self.reading.is_one_of(index, &["they", "them", "it"]))
            || self.agents.last == Voice::Inspectorate && near.clone().any(they)
            || self.agents.since <= 3
                && near.clone().any(|index| self.reading.is(index, "they"))
                && voice == Voice::Narrator
            || voice == Voice::Narrator && self.agents.class(&subject) == Agent::Inspectorate
            || voice == Voice::Narrator
                && near.clone().any(they)
                && self.agents.means_inspectorate(&(sentence.tokens.start..found.words_start))
            || voice != Voice::Other && self.is_of_self(sentence, found.words_start)
            || voice == Voice::Narrator && self.goes_on_feeling(sentence, found.words_start)
    }

    /// "Inspector Priscilla Maddock said she had | serious worries".
    fn is_of_self(&self, sentence: &Sentence, feeling: usize) -> bool {
        let near = feeling.saturating_sub(4).max(sentence.tokens.start + 1)..feeling;
        near.into_iter().any(|index| {
            self.reading.is_pronoun(index, &["he", "she", "they"]) && self.reading.reports(index - 1)
        }) && self.agents.opens(&sentence.tokens) == Agent::Inspectorate
    }

    /// "inspected after receiving | concerns about medicines", "The visit was prompted by | concerns": those of others,
    /// for which the inspectors came.
    pub(crate) fn is_what_led_to_it(&self, sentence: &Sentence, feeling: usize) -> bool {
        const LEADS: &[&str] = &[
            "after",
            "following",
            "prompted",
            "triggered",
            "sparked",
            "because",
            "response",
            "due",
            "receiving",
            "received",
        ];
        let start = sentence.tokens.start;
        let near = feeling.saturating_sub(4).max(start)..feeling;
        let Some(lead) = near.clone().find(|&index| self.reading.is_one_of(index, LEADS)) else {
            return false;
        };
        let inspected = |index: usize| {
            self.reading.is_one_of(
                index,
                &[
                    "inspected",
                    "inspection",
                    "visit",
                    "visited",
                    "visits",
                    "assessment",
                    "assessed",
                    "check",
                    "review",
                ],
            )
        };
        (start..lead).any(inspected)
            && !self.agents.means_inspectorate(&(lead..feeling))
            && !(start..lead)
                .any(|index| self.reading.is_one_of(index, &["rated", "downgraded", "told", "ordered"]))
    }

    /// "relatives’ | concerns", "knew how to raise | concerns", "staff recorded their | concerns", "People said they were |
    /// worried".
    fn is_felt_by_others(&self, sentence: &Sentence, feeling: usize) -> bool {
        const OTHERS: &[&str] =
            &["staff", "nurses", "carers", "families", "relatives", "officers", "neighbours"];
        let start = sentence.tokens.start;
        let back = |steps: usize| feeling.saturating_sub(steps).max(start);
        let others = |index: usize| {
            self.reading.is_one_of(index, OTHERS) && !self.agents.by_council
                || self.reading.cue(index, Cue::Inmates)
        };
        let mark = self.reading.token(back(1));
        let owned = mark.is_single_mark() && mark.is_glued() && others(back(2));
        let raised = (back(2)..feeling)
            .find(|&index| self.reading.is_one_of(index, &["raise", "report", "voice", "express", "share"]))
            .is_some_and(|verb| self.reading.is_one_of(verb.saturating_sub(1), &["to", "could", "can"]));
        let their = self.reading.is(back(1), "their") && (back(4)..back(1)).any(others);
        let said = self.agents.opens(&sentence.tokens) != Agent::Inspectorate
            && (back(4)..feeling).any(|index| {
                self.reading.is_pronoun(index, &["they", "he", "she"]) && self.agents.is_of_outsiders(index)
            });
        owned || raised || their || said
    }

    /// "no concerns about", "if they had concerns": nobody has the feeling.
    fn is_denied(&self, sentence: &Sentence, feeling: usize) -> bool {
        let near = feeling.saturating_sub(4).max(sentence.tokens.start)..feeling;
        near.clone().any(|index| self.reading.is_one_of(index, &["if", "whether", "any", "without"]))
            || near
                .into_iter()
                .skip(1)
                .any(|index| self.reading.is(index, "no") && !self.reading.is(index + 1, "longer"))
    }

    /// "It urged the school to act, and was | worried", "Another | fear was": whoever the sentence is about, or
    /// the one before it where it has no subject of its own.
    fn goes_on_feeling(&self, sentence: &Sentence, feeling: usize) -> bool {
        let outside = sentence.tokens.clone().any(|index| self.reading.cue(index, Cue::Outsider));
        if outside || self.agents.since > 2 && self.agents.last != Voice::Inspectorate {
            return false;
        }
        let another = self.reading.is_one_of(
            feeling.saturating_sub(1),
            &["another", "other", "second", "third", "further", "final", "one"],
        );
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
}

/// Where what is felt begins.
fn felt_from(found: &PhraseMatch) -> usize {
    let felt = [Slot::Matter, Slot::Clause, Slot::List].into_iter().find_map(|slot| found.slot(slot));
    felt.map_or(found.tokens.end, |felt| felt.start).max(found.words_start)
}

#[cfg(test)]
mod tests {
    use crate::test_text::asks_of_home as check;

    #[test]
    fn worries_of_others_are_not_the_inspectorates() {
        for said in [
            "Inspectors found relatives’ concerns about missing clothes had been dealt with.",
            "Inspectors said staff knew how to raise concerns about abuse.",
            "People told the CQC they were worried about the food.",
            "The report notes that staff recorded their concerns about a woman’s weight.",
        ] {
            assert_eq!(check(said), "", "{said}");
        }
    }

    #[test]
    fn worries_that_the_inspectors_voice_are() {
        for (said, ask) in [
            ("Inspectors said they were worried about the food.", "the food\n"),
            ("The inspectors, who met 71 people there, said they were worried about the food.", "the food\n"),
            ("Inspectors’ concerns about the food remain.", "the food\n"),
        ] {
            assert!(check(said).starts_with(ask.trim()), "{said}");
        }
    }
}
