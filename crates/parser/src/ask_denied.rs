//! Words in the form of an ask that deny one, tell a finding or name a thing: "did not recommend", "could not show",
//! "calls for help", "in order to".

use std::ops::Range;

use onrecord_lexicon::Slot;

use crate::blocks_to_tokens::Sentence;
use crate::phrase_book::PhraseMatch;
use crate::token::Kind;
use crate::tokens_to_recommendations::Reader;
use crate::word_class::Class;

/// Verbs before "calls" or "call", which is then their object.
const HANDLES: &[&str] = &[
    "answers",
    "answer",
    "answered",
    "answering",
    "handles",
    "handle",
    "handling",
    "takes",
    "taking",
    "receives",
    "received",
    "gets",
    "ignored",
    "emergency",
    "phone",
    "incoming",
];

/// What somebody in need calls for.
const NEEDED: &[&str] = &["help", "assistance", "attention", "support", "ambulances"];

impl Reader<'_> {
    /// Whether a verb of asking asks nothing where it stands.
    pub(crate) fn asks_nothing(&self, sentence: &Sentence, found: &PhraseMatch) -> bool {
        let verb = found.words_start;
        self.is_negated(sentence, verb) || self.suggests_fact(found) || self.is_cry(found)
    }

    /// "did not | recommend", "Nowhere does the report | suggest", "stopped short of | recommending".
    fn is_negated(&self, sentence: &Sentence, verb: usize) -> bool {
        let start = sentence.tokens.start;
        let near = verb.saturating_sub(3).max(start)..verb;
        let helper = |index: &usize| {
            self.reading.is_word(*index)
                && [Class::Negation, Class::Be, Class::Have, Class::Do, Class::Modal, Class::Adverb]
                    .iter()
                    .any(|&class| self.reading.has(*index, class))
        };
        let denied =
            near.clone().rev().take_while(helper).any(|index| self.reading.has(index, Class::Negation));
        let inverted = self.reading.is_one_of(start, &["nowhere", "never", "nor", "neither"])
            && (start + 1..verb.min(start + 3))
                .any(|index| self.reading.has(index, Class::Do) || self.reading.has(index, Class::Have));
        let short =
            self.reading.is(verb.saturating_sub(1), "of") && self.reading.is(verb.saturating_sub(2), "short");
        denied || inverted || short
    }

    /// "suggests that | staff are kind", "suggested that | they had stopped": how things are, and not how they should
    /// be.
    fn suggests_fact(&self, found: &PhraseMatch) -> bool {
        let suggests =
            self.reading.is_one_of(found.words_start, &["suggest", "suggests", "suggested", "suggesting"]);
        let Some(clause) = found.slot(Slot::Clause).filter(|_| suggests) else { return false };
        let verb = |index: &usize| {
            [Class::Be, Class::Have, Class::Do, Class::Modal]
                .iter()
                .any(|&class| self.reading.has(*index, class))
        };
        let first = (clause.start..clause.end.min(clause.start + 12)).find(verb);
        first.is_some_and(|verb| {
            !self.reading.is_one_of(verb, &["be", "have", "do", "should", "could", "must", "ought", "need"])
        })
    }

    /// "answers | calls for help", "a man | calling for help": a cry, and nothing that an inspectorate asks.
    fn is_cry(&self, found: &PhraseMatch) -> bool {
        let verb = found.words_start;
        let calls =
            self.reading.is_one_of(verb, &["calls", "call", "calling", "called", "asks", "asking", "asked"]);
        let object = self.reading.is_one_of(verb, &["calls", "call"])
            && self.reading.is_one_of(verb.saturating_sub(1), HANDLES);
        let help = found.slot(Slot::Matter).is_some_and(|matter| {
            let last =
                matter.start + 1 >= matter.end || self.reading.has(matter.start + 1, Class::Preposition);
            self.reading.is_one_of(matter.start, NEEDED) && last
        });
        calls && self.reading.is(verb + 1, "for") && (object || help)
    }

    /// "could not show that", "might never be": what is not possible is not proposed.
    pub(crate) fn is_not_possible(&self, found: &PhraseMatch) -> bool {
        let action = found.slot(Slot::Action).map_or(found.words_start + 2, |action| action.start);
        self.reading.is_one_of(found.words_start, &["could", "might"])
            && (found.words_start + 1..action).any(|index| self.reading.has(index, Class::Negation))
    }

    /// "Nowhere does the report suggest that staff | should": the verb before is denied.
    pub(crate) fn is_in_denied_clause(&self, sentence: &Sentence, modal: usize) -> bool {
        const SAYING: &[&str] = &[
            "suggest",
            "recommend",
            "say",
            "ask",
            "propose",
            "demand",
            "require",
            "insist",
            "specify",
            "state",
        ];
        let near = modal.saturating_sub(10).max(sentence.tokens.start)..modal;
        near.rev()
            .find(|&index| self.reading.is_one_of(index, SAYING))
            .is_some_and(|verb| self.is_negated(sentence, verb))
    }

    /// "Pupils know | they should", "should they wish", "Under the rules, staff must": a rule that is known, a condition,
    /// what the law says.
    pub(crate) fn is_known_rule(
        &self,
        sentence: &Sentence,
        found: &PhraseMatch,
        subject: &Range<usize>,
    ) -> bool {
        const KNOWING: &[&str] = &[
            "know",
            "knows",
            "knew",
            "learn",
            "learns",
            "learned",
            "learnt",
            "understand",
            "understood",
            "taught",
        ];
        const RULES: &[&str] =
            &["rules", "law", "laws", "regulations", "guidelines", "guidance", "legislation"];
        let (start, modal) = (sentence.tokens.start, found.words_start);
        let they = subject.len() == 1 && self.reading.is_pronoun(subject.start, &["they", "it", "he", "she"]);
        let before = subject.start.saturating_sub(1);
        let verb = before - usize::from(before > start && self.reading.is(before, "that"));
        let known = they && self.reading.is_one_of(verb, KNOWING);
        let inverted = self.reading.is(modal, "should")
            && self
                .reading
                .is_one_of(modal + 1, &["they", "it", "he", "she", "you", "we", "anyone", "anything"]);
        let under = self.reading.is_one_of(start, &["under", "by"])
            && (start + 1..start + 4).any(|index| self.reading.is_one_of(index, RULES))
            && (start + 2..start + 5).any(|index| self.reading.is_kind(index, Kind::Comma));
        known || inverted || under || self.is_what_was_done(found)
    }

    /// "had to use force 300 times last year", "could be waiting for hours": what went on.
    fn is_what_was_done(&self, found: &PhraseMatch) -> bool {
        let Some(action) = found.slot(Slot::Action) else { return false };
        let modal = found.words_start;
        let counted = action.clone().any(|index| {
            self.reading.is(index, "times") && self.reading.is_kind(index - 1, Kind::Number)
                || self.reading.is(index, "last")
                    && self
                        .reading
                        .is_one_of(index + 1, &["year", "month", "week", "night", "winter", "summer"])
        });
        let lasting = self.reading.is(action.start, "be")
            && self.reading.is_word(action.start + 1)
            && self.reading.word(action.start + 1).ends_with("ing");
        self.reading.is(modal, "had") && counted
            || self.reading.is_one_of(modal, &["could", "might"])
                && lasting
                && !self.reading.is(action.start + 1, "doing")
    }

    /// "how far | it still | has to travel": how much is to be done, and not what.
    pub(crate) fn is_measured(&self, sentence: &Sentence, modal: usize) -> bool {
        const MEASURES: &[&str] = &["far", "much", "many", "long", "often", "little", "badly", "hard"];
        let near = modal.saturating_sub(8).max(sentence.tokens.start)..modal;
        near.into_iter()
            .any(|index| self.reading.is(index, "how") && self.reading.is_one_of(index + 1, MEASURES))
    }

    /// "came here | in order to be safe": what for.
    pub(crate) fn is_purpose(&self, words: usize) -> bool {
        self.reading.is(words, "order") && self.reading.is(words.saturating_sub(1), "in")
    }
}

#[cfg(test)]
mod tests {
    use crate::test_text::asks_of_home as check;

    #[test]
    fn what_is_denied_is_not_asked() {
        for said in [
            "The report did not recommend that the home close.",
            "Nowhere does the report suggest that staff should be sacked.",
            "Inspectors stopped short of recommending that the home close.",
            "The regulator said the home could not show that more than 40 alarms worked.",
            "Inspectors said women who came in order to be safe were not.",
        ] {
            assert_eq!(check(said), "", "{said}");
        }
    }

    #[test]
    fn findings_are_not_asked() {
        for said in [
            "The report suggests that staff are kind and that residents were happy.",
            "Inspectors suggested that staff had stopped trying.",
            "Inspectors answer calls for help from families within a day.",
            "The report says leaders know how far the home still has to travel.",
        ] {
            assert_eq!(check(said), "", "{said}");
        }
    }

    #[test]
    fn rules_that_are_known_and_what_was_done_are_not_asked() {
        for said in [
            "Residents know they should ring if they fall, inspectors said.",
            "The report said people could choose their meals and should they wish could cook.",
            "Under the rules, staff must be checked before they start, inspectors said.",
            "The service was required to send reports to the CQC but had not done so.",
            "Inspectors found that nurses had been asked to work double shifts.",
            "Inspectors were told residents wanted to go out more.",
            "The owner has been ordered to pay £40,000 by a court.",
            "The home must legally have a manager.",
            "Staff had to use force 300 times last year, inspectors reported.",
        ] {
            assert_eq!(check(said), "", "{said}");
        }
    }

    #[test]
    fn what_is_suggested_or_called_for_is() {
        for (said, ask) in [
            ("Inspectors suggested that the home be painted.", "the home be painted\n"),
            ("The report suggests that staff should wear badges.", "staff should wear badges\n"),
            ("The report calls for support plans to be rewritten.", "support plans to be rewritten\n"),
        ] {
            assert_eq!(check(said), ask, "{said}");
        }
    }
}
