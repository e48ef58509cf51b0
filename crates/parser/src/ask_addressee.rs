//! Whom an ask is put to: the inspected body and its people, somebody else, or nobody.

use std::ops::Range;

use crate::ask_agent::Agents;
use crate::cue_words::Cue;
use crate::vocabulary::Meaning;
use crate::word_class::Class;

impl Agents<'_> {
    /// Whether a phrase means somebody who can be asked to put things right: the body, its people, "it".
    pub(crate) fn is_addressee(&self, phrase: &Range<usize>) -> bool {
        let Some(last) = phrase.clone().last() else { return false };
        let somebody = phrase.clone().any(|index| {
            self.reading.cue(index, Cue::Leaders)
                || self.is_body_noun(index, phrase.end)
                || self.is_named(index)
                || self.reading.is(index, "charge") && index > phrase.start + 1
        });
        let pronoun = self.reading.is_pronoun(last, &["it", "they", "he", "she", "them"]);
        // "the local area"
        let somebody =
            somebody || self.reading.is(last, "area") && self.reading.is(last.saturating_sub(1), "local");
        // "the Prison Service"
        let somebody = somebody || self.reading.is(last, "service") && self.reading.token(last).is_capital();
        !self.is_nobody(phrase) && (somebody || pronoun || self.is_body(phrase))
    }

    /// "home", "care home", but not "care" alone: a word for bodies of a kind, or the first of such words.
    fn is_body_noun(&self, index: usize, end: usize) -> bool {
        self.reading.has(index, Class::BodyNoun) && {
            let mut terms = self.reading.vocabulary.terms(&self.reading.tokens.list[index..end]);
            terms.any(|(_, meanings)| meanings.iter().any(|one| matches!(one, Meaning::BodyNoun(_))))
        }
    }

    /// "Copperleaf", "staff of Copperleaf", but not "residents of Copperleaf": a word of the inspected body's name.
    fn is_body(&self, phrase: &Range<usize>) -> bool {
        let mut head = phrase.clone().take_while(|&index| !self.reading.has(index, Class::Preposition));
        !head.any(|index| self.reading.cue(index, Cue::Inmates))
            && phrase.clone().any(|index| self.names_body(index))
    }

    /// Whether a token is a word of an inspected body's name.
    fn names_body(&self, index: usize) -> bool {
        self.reading.token(index).is_capital()
            && self.bodies.iter().flat_map(Clone::clone).any(|word| {
                self.reading.token(word).is_capital()
                    && self.reading.same_words(word..word + 1, index..index + 1)
            })
    }

    /// Whether a phrase names an organisation, or an authority, that is no inspected body.
    pub(crate) fn is_somebody_else(&self, phrase: &Range<usize>) -> bool {
        let own = |index: usize| self.names_body(index);
        let other = |index: usize| self.reading.cue(index, Cue::Enforcer) || self.is_named(index);
        phrase.clone().any(other) && !phrase.clone().any(own) && !self.means_inspectorate(phrase)
    }

    /// Whether an organisation's name begins at a token; a lone word that opens a sentence is one only where
    /// it has its capital elsewhere too.
    fn is_named(&self, index: usize) -> bool {
        let names = &self.organisations.names;
        let Some(name) = names.get(names.partition_point(|name| name.tokens.start < index)) else {
            return false;
        };
        let here = name.tokens.start == index && !self.reading.is_title(index);
        let opens = |index: usize| {
            let start = self.reading.tokens.sentences[self.reading.sentence_of(index)].tokens.start;
            index == start || self.reading.token(index - 1).is_quotation_mark()
        };
        let sure = !name.kinds.is_empty() || name.tokens.len() > 1 || !opens(index);
        here && (sure
            || names.iter().take(600).any(|other| {
                self.reading.same_words(other.tokens.start..other.tokens.start + 1, index..index + 1)
                    && !opens(other.tokens.start)
            }))
    }

    /// "no one", "nobody", "everybody", "each visit": the one word or determiner takes in whoever is there.
    pub(crate) fn is_anyone(&self, phrase: &Range<usize>) -> bool {
        !phrase.is_empty()
            && self.reading.is_one_of(
                phrase.start,
                &[
                    "nobody",
                    "no",
                    "no-one",
                    "none",
                    "everybody",
                    "everyone",
                    "anyone",
                    "each",
                    "every",
                    "all",
                ],
            )
    }

    pub(crate) fn is_nobody_or_empty(&self, phrase: &Range<usize>) -> bool {
        phrase.is_empty() || self.is_nobody(phrase)
    }

    /// "no one", "that", "there", "we": nobody is asked.
    pub(crate) fn is_nobody(&self, phrase: &Range<usize>) -> bool {
        let pointed = phrase
            .clone()
            .last()
            .is_some_and(|last| self.reading.is_one_of(last, &["this", "that", "these", "those", "which"]));
        pointed
            || phrase.len() <= 2
                && phrase.clone().last().is_some_and(|last| {
                    self.reading.cue(last, Cue::NoAddressee) || self.reading.is(last, "you")
                })
            || self.reading.is(phrase.start, "no")
            || self.reading.is(phrase.start, "nobody")
    }
}
