//! Two who speak together: "the council and the union said", "Ada Nwosu and Leo Marsh warned".

use crate::finding::SpeakerFinding;
use crate::finite_verb::is_past;
use crate::noun_phrase::{self, Head, NounPhrase};
use crate::resolve::Resolver;
use crate::subject::may_speak;
use crate::token::Kind;
use crate::word_class::Class;

impl Resolver<'_, '_> {
    /// Whom a phrase before or behind the token `at` means, and who speaks with them.
    pub(crate) fn speakers(&self, phrase: &NounPhrase, at: usize) -> Option<SpeakerFinding> {
        let found = self.phrase(phrase, at)?;
        let partner =
            self.partner(phrase, at).and_then(|first| Some((first.clone(), self.phrase(&first, at)?)));
        let Some((first, SpeakerFinding { name: Some(name), .. })) = partner else { return Some(found) };
        let both = found.name.map(|second| format!("{name} and {second}"));
        let tokens = Some(first.tokens.start..phrase.tokens.end);
        Some(SpeakerFinding { tokens, name: both, role: None, organisation: None, is_inspectorate: false })
    }

    /// "*The council* and the union said": who stands before the subject at the start of the sentence, and is no
    /// clause of its own.
    fn partner(&self, phrase: &NounPhrase, at: usize) -> Option<NounPhrase> {
        let text = self.text;
        let sentence = self.sentences.partition_point(|(_, range)| range.end <= at);
        let start = self.sentences.get(sentence)?.1.start;
        let is_and = |&and: &usize| and > start && text.is_word(and, "and") && !text.quotes.holds(and);
        let inside =
            phrase.tokens.start.checked_sub(1).filter(|and| *and > phrase.whole.start && is_and(and));
        let and =
            inside.or_else(|| phrase.whole.start.checked_sub(1).filter(|and| at > *and && is_and(and)))?;
        let floor = if inside.is_some() { phrase.whole.start } else { start };
        let first = noun_phrase::ending_at(text, and, floor).filter(|first| may_speak(text, first))?;
        let names = |phrase: &NounPhrase| match phrase.head {
            Head::Pronoun | Head::Relative => false,
            // "Leo Marsh, *director of care and* Ada Nwosu": a post without article is somebody's.
            Head::Role => text.is(phrase.whole.start, Class::Determiner),
            Head::Person { .. } | Head::Name | Head::Noun => true,
        };
        let clause =
            first.whole.clone().any(|index| is_past(text, index) || text.is(index, Class::Reporting));
        let opens = first.whole.start == floor || {
            let before = first.whole.start - 1;
            text.kind(before) == Kind::Comma
                || text.classes(before).has_any(&[Class::Subordinator, Class::Coordinator])
        };
        (opens && !clause && names(&first) && names(phrase)).then_some(first)
    }
}
