//! Two who speak together: "the council and the union said", "Ada Nwosu and Leo Marsh warned".

use std::ops::Range;

use crate::finding::SpeakerFinding;
use crate::finite_verb::is_past;
use crate::noun_phrase::{self, Head, NounPhrase};
use crate::resolve::Resolver;
use crate::subject::may_speak;
use crate::token::Kind;
use crate::word_class::Class;
use crate::word_list::words;

impl Resolver<'_, '_> {
    /// Whom a phrase before or behind the token `at` means, and who speaks with them.
    pub(crate) fn speakers(&self, phrase: &NounPhrase, at: usize) -> Option<SpeakerFinding> {
        let found = self.phrase(phrase, at)?;
        let (first, second) = match (self.partner_before(phrase, at), self.partner_behind(phrase, at)) {
            (Some(first), _) => (first, phrase.clone()),
            (None, Some(second)) => (phrase.clone(), second),
            (None, None) => return Some(found),
        };
        let names = [&first, &second].map(|phrase| self.phrase(phrase, at).and_then(|found| found.name));
        let [Some(one), Some(other)] = names else { return Some(found) };
        Some(SpeakerFinding {
            tokens: Some(first.tokens.start..second.tokens.end),
            name: Some(format!("{one} and {other}")),
            role: None,
            organisation: None,
            is_inspectorate: false,
        })
    }

    /// "*The council* and the union said": who stands before the subject at the start of the sentence, and is no
    /// clause of its own.
    fn partner_before(&self, phrase: &NounPhrase, at: usize) -> Option<NounPhrase> {
        let text = self.text;
        let start = self.sentence_at(at)?.start;
        let is_and = |&and: &usize| and > start && text.is_word(and, "and") && !text.quotes.holds(and);
        let inside =
            phrase.tokens.start.checked_sub(1).filter(|and| *and > phrase.whole.start && is_and(and));
        let outside = || phrase.whole.start.checked_sub(1).filter(|and| at > *and && is_and(and));
        let and = inside.or_else(outside)?;
        let floor = if inside.is_some() { phrase.whole.start } else { start };
        let first = noun_phrase::ending_at(text, and, floor).filter(|first| may_speak(text, first))?;
        let opens = first.whole.start == floor || {
            let before = first.whole.start - 1;
            text.kind(before) == Kind::Comma
                || text.classes(before).has_any(&[Class::Subordinator, Class::Coordinator])
        };
        (opens && self.names(&first) && self.names(phrase)).then_some(first)
    }

    /// "Ada Nwosu and *Leo Marsh* left, saying", "said Ada Nwosu and *the council*": who stands behind the phrase, with
    /// an article or a name.
    fn partner_behind(&self, phrase: &NounPhrase, at: usize) -> Option<NounPhrase> {
        let text = self.text;
        let (and, end) = (phrase.whole.end, self.sentence_at(at)?.end);
        let joined = and + 1 < end && and != at && text.is_word(and, "and") && !text.quotes.holds(and);
        let second = noun_phrase::starting_at(text, and + 1, end).filter(|_| joined)?;
        let told = text.is_any(and + 1, words!["the", "his", "her", "its", "their"])
            || matches!(second.head, Head::Person { .. });
        // "Ada Nwosu, an owner and *the founder* of": what she is.
        let told = told && !phrase.whole.clone().any(|index| text.kind(index) == Kind::Comma);
        let closed =
            at > second.whole.end || second.whole.end >= end || !text.token(second.whole.end).is_word();
        (told && closed && may_speak(text, &second) && self.names(&second) && self.names(phrase))
            .then_some(second)
    }

    fn sentence_at(&self, at: usize) -> Option<Range<usize>> {
        let number = self.sentences.partition_point(|(_, range)| range.end <= at);
        self.sentences.get(number).map(|(_, range)| range.clone())
    }

    /// Whether a phrase names somebody, and is no clause: "staff left".
    fn names(&self, phrase: &NounPhrase) -> bool {
        let text = self.text;
        let named = match phrase.head {
            Head::Pronoun | Head::Relative => false,
            // "Leo Marsh, *director of care and* Ada Nwosu": a post without article is somebody's.
            Head::Role => text.is(phrase.whole.start, Class::Determiner),
            Head::Person { .. } | Head::Name | Head::Noun => true,
        };
        let verb = |index: usize| {
            is_past(text, index) || text.is(index, Class::Reporting) && !text.token(index).is_capital()
        };
        named && !phrase.whole.clone().any(verb)
    }

    /// Whether two people spoke together: "they" are these.
    pub(crate) fn are_people(&self, speaker: &SpeakerFinding) -> bool {
        let names = speaker.name.as_deref().and_then(|name| name.split_once(" and "));
        names.is_some_and(|(one, other)| self.names.contains(one) || self.names.contains(other))
    }
}
