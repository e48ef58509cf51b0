//! Whom "he", "she", "it" and "they" mean.

use std::ops::Range;

use crate::finding::SpeakerFinding;
use crate::noun_phrase::{self, Head, NounPhrase};
use crate::person::Gender;
use crate::resolve::{REACH, Resolver};
use crate::word_class::Class;

impl Resolver<'_, '_> {
    pub(crate) fn pronoun(&self, phrase: &NounPhrase, at: usize) -> Option<SpeakerFinding> {
        let text = self.text;
        let word = phrase.tokens.start;
        let pronoun = text.pronoun_at(word).unwrap_or_else(|| text.word(word)).to_lowercase();
        let found = match pronoun.as_str() {
            "he" | "his" => self.recent_person(phrase, at, Gender::Male),
            "she" | "her" => self.recent_person(phrase, at, Gender::Female),
            "it" | "they" | "its" | "their" => Some(self.thing(phrase, at)),
            _ => return None,
        };
        Some(found.unwrap_or_else(|| self.finding(phrase, pronoun)))
    }

    /// he, she: the nearest person it may be; else the last speaker who is no person ("A spokeswoman said …
    /// she said").
    pub(crate) fn recent_person(
        &self,
        phrase: &NounPhrase,
        at: usize,
        gender: Gender,
    ) -> Option<SpeakerFinding> {
        if let Some(last) =
            self.last.as_ref().filter(|last| self.unnamed_person(last, gender) && self.is_near(last, at))
        {
            return Some(SpeakerFinding {
                tokens: Some(phrase.tokens.clone()),
                ..SpeakerFinding::clone(last)
            });
        }
        if let Some(found) = self.unnamed_subject(phrase, at, gender) {
            return Some(found);
        }
        let person = self.recent(at, |own| own.is_none_or(|own| own == gender));
        person.map(|person| self.person(phrase, person))
    }

    /// "A parent of two boys at the school laughed. … she said": an unnamed person whom a sentence just before
    /// starts with.
    pub(crate) fn unnamed_subject(
        &self,
        phrase: &NounPhrase,
        at: usize,
        gender: Gender,
    ) -> Option<SpeakerFinding> {
        let text = self.text;
        let current = self.sentences.partition_point(|(_, range)| range.start <= at);
        let earlier = self.sentences[current.saturating_sub(3)..current.saturating_sub(1)].iter().rev();
        for (_, sentence) in earlier {
            let found = noun_phrase::ending_before_verb(text, sentence.start, sentence.end)?;
            let indefinite = text.is_one_of(found.tokens.start, &["a", "an", "one", "another"]);
            let head = noun_phrase::head_word(text, found.tokens.clone());
            let person = text.classes(head).has_any(&[Class::Person, Class::Relation, Class::Role]);
            let suits = Gender::of(text.classes(head)).is_none_or(|own| own == gender);
            let named_since =
                self.people.before(at).next().is_some_and(|mention| mention.token >= sentence.start);
            if indefinite && person && suits && !named_since && matches!(found.head, Head::Noun | Head::Role)
            {
                return Some(self.finding(phrase, self.plain_name(&found)));
            }
        }
        None
    }

    /// Whether the last speaker is an unnamed man or woman: "one mother", "a spokeswoman".
    pub(crate) fn unnamed_person(&self, speaker: &SpeakerFinding, gender: Gender) -> bool {
        let Some(tokens) = &speaker.tokens else { return false };
        let unnamed = tokens.clone().all(|index| self.people.at(index).is_none());
        // "More than half of relatives", "two mothers": no man and no woman.
        let head = noun_phrase::head_word(self.text, tokens.clone());
        let head_is = self.text.classes(head);
        let one = !self.text.ends_with(head, "s")
            && head_is.has_any(&[Class::Person, Class::Role, Class::Relation, Class::Spokesperson]);
        let several = tokens.len() > 1
            && !one
            && tokens
                .clone()
                .any(|index| self.text.is(index, Class::Number) || self.text.is_word(index, "half"));
        let shows = tokens.clone().filter_map(|index| Gender::of(self.text.classes(index))).next_back();
        let lone_name = tokens.len() == 1
            && !speaker.is_inspectorate
            && self.text.token(tokens.start).is_capital()
            && !self.text.token(tokens.start).is_all_capitals();
        let person = lone_name
            || tokens.clone().any(|index| {
                self.text.classes(index).has_any(&[
                    Class::Person,
                    Class::Role,
                    Class::Relation,
                    Class::Spokesperson,
                ])
            });
        unnamed
            && !several
            && person
            && shows.is_none_or(|own| own == gender)
            && !self.text.is(tokens.start, Class::Subject)
            && !speaker.is_inspectorate
    }

    /// Whether no person was named since a speaker's words.
    pub(crate) fn is_near(&self, speaker: &SpeakerFinding, at: usize) -> bool {
        let from = speaker.tokens.as_ref().map_or(0, |tokens| tokens.end);
        self.people.before(at).next().is_none_or(|mention| mention.token < from)
    }

    /// it, they: the body or the inspectors that the sentences before start with, else the last such speaker.
    pub(crate) fn thing(&self, phrase: &NounPhrase, at: usize) -> SpeakerFinding {
        let word = phrase.tokens.start;
        let pronoun = self.text.pronoun_at(word).unwrap_or_else(|| self.text.word(word)).to_lowercase();
        let plural = matches!(pronoun.as_str(), "they" | "their");
        if plural && let Some(last) = self.last_they(at) {
            return SpeakerFinding { tokens: Some(phrase.tokens.clone()), ..last };
        }
        let current = self.sentences.partition_point(|(_, range)| range.start <= at);
        let mut looked = 0;
        for (_, sentence) in self.sentences[current.saturating_sub(REACH)..current].iter().rev() {
            if looked > 2 {
                break;
            }
            looked += usize::from(!self.text.is_one_of(sentence.start, &["they", "it"]));
            if let Some(found) = self.sentence_subject(sentence.clone(), at, plural) {
                return SpeakerFinding { tokens: Some(phrase.tokens.clone()), ..found };
            }
            if let Some(last) = self.last_body.as_ref().filter(|last| self.spoke_in(last, sentence)) {
                return SpeakerFinding { tokens: Some(phrase.tokens.clone()), ..SpeakerFinding::clone(last) };
            }
        }
        let fits = |last: &&SpeakerFinding| !plural || last.is_inspectorate || self.is_plural(last);
        if let Some(last) = self.last_body.as_deref().filter(fits) {
            return SpeakerFinding { tokens: Some(phrase.tokens.clone()), ..SpeakerFinding::clone(last) };
        }
        match self.inspected_by() {
            Some(name) => self.inspectorate(phrase, name),
            None => self.finding(phrase, pronoun),
        }
    }

    /// "Ada Nwosu and Leo Marsh said … *they* added", "A spokesperson said … *they* added": two people, or in the
    /// sentence before one of whom no word says whether it is a man or a woman.
    fn last_they(&self, at: usize) -> Option<SpeakerFinding> {
        let last = self.last.as_deref().filter(|last| self.is_near(last, at))?;
        let current = self.sentences.partition_point(|(_, range)| range.start <= at);
        let from = self.sentences[current.saturating_sub(3)].1.start;
        let tokens = last.tokens.clone().filter(|tokens| tokens.start >= from);
        let mut words = tokens.into_iter().flatten().map(|index| self.text.classes(index));
        let spokesperson =
            words.any(|classes| classes.has(Class::Spokesperson) && Gender::of(classes).is_none());
        (self.are_people(last) || spokesperson).then(|| last.clone())
    }

    /// Whether the last speaker is the inspectorate, whose words stand in a sentence: "Letters are read, *the report*
    /// says. … it adds".
    fn spoke_in(&self, last: &SpeakerFinding, sentence: &Range<usize>) -> bool {
        let speaks = last.tokens.as_ref().is_some_and(|tokens| sentence.contains(&tokens.start));
        speaks && last.is_inspectorate
    }

    /// Whether a speaker's words are a plural or name a group.
    pub(crate) fn is_plural(&self, speaker: &SpeakerFinding) -> bool {
        let Some(tokens) = &speaker.tokens else { return false };
        let head = noun_phrase::head_word(self.text, tokens.clone());
        self.text.ends_with(head, "s") || self.text.is(head, Class::Group) || self.text.is_word(head, "they")
    }

    /// The body or group that a sentence starts with.
    pub(crate) fn sentence_subject(
        &self,
        sentence: Range<usize>,
        at: usize,
        plural: bool,
    ) -> Option<SpeakerFinding> {
        let text = self.text;
        let mut start = sentence.start;
        while start < sentence.end
            && (text.classes(start).has_any(&[Class::Coordinator, Class::Adverb])
                || text.kind(start) == crate::token::Kind::Comma)
        {
            start += 1;
        }
        // "*The regulator* gave the council a C3": whatever the words behind it are.
        let regulator = start + 1 < sentence.end
            && text.is_word(start, "the")
            && text.is(start + 1, Class::InspectorateNoun);
        if regulator
            && !plural
            && let Some(name) = self.inspected_by()
        {
            return Some(self.inspectorate(&noun_phrase::bare(start..start + 2, Head::Noun), name));
        }
        let phrase = noun_phrase::starting_at(text, start, sentence.end.min(at))?;
        let head = noun_phrase::head_word(text, phrase.tokens.clone());
        let many =
            text.ends_with(head, "s") || text.classes(head).has_any(&[Class::Group, Class::InspectorNoun]);
        let inspectors = phrase.tokens.clone().find(|&index| text.is_word(index, "inspectors"));
        if plural
            && inspectors.is_some()
            && let Some(name) = self.inspected_by()
        {
            return Some(self.inspectorate(&phrase, name));
        }
        // "Hospital letters are read …": they are many, and "it" is none of them.
        let many_documents = text.is(head, Class::Document) && text.ends_with(head, "s");
        // "Plan for the development of …": a task; what is spoken of has an article or an owner.
        let determined = text.is(phrase.tokens.start, Class::Determiner)
            || text.is(head, Class::InspectorNoun)
            || phrase.tokens.clone().any(|index| text.kind(index) == crate::token::Kind::Clitic);
        if !plural && phrase.head == Head::Noun && (many_documents || !determined) {
            return None;
        }
        if text.is(head, Class::BodyNoun) && phrase.head != Head::Name && self.inspectorate.is_some() {
            return None;
        }
        let speaks = match phrase.head {
            Head::Name => !plural && self.is_body_name(&phrase),
            Head::Noun => text.classes(head).has_any(&[
                Class::Group,
                Class::InspectorNoun,
                Class::InspectorateNoun,
                Class::Document,
            ]),
            _ => false,
        };
        (speaks && (!plural || many)).then(|| self.phrase(&phrase, at)).flatten()
    }

    /// Whether a capitalised phrase at the start of a sentence surely names a body.
    pub(crate) fn is_body_name(&self, phrase: &NounPhrase) -> bool {
        let text = self.text;
        let several = phrase.tokens.len() > 1 && text.token(phrase.tokens.end - 1).is_capital();
        let spoke = self
            .last_body
            .as_ref()
            .is_some_and(|body| body.name.as_deref() == Some(text.words(phrase.tokens.clone())));
        let shouts = text.token(phrase.tokens.start).is_all_capitals();
        self.people.at(phrase.tokens.start).is_none()
            && (several || spoke || shouts || self.inspectorate_in(phrase.tokens.clone()).is_some())
    }
}
