//! Who a phrase at a cue means: names to the fullest name; the files beside it, named `resolve_…`, read pronouns, posts
//! and bodies.

use std::ops::Range;
use std::rc::Rc;

use rustc_hash::FxHashSet;

use crate::cue::{Cue, CueSpeaker};
use crate::finding::SpeakerFinding;
use crate::noun_phrase::{Head, NounPhrase};
use crate::person::{Gender, People, surname};
use crate::resolve_body::Bodies;
use crate::text::Text;
use crate::token::Kind;
use crate::vocabulary::Meaning;
use crate::word_class::Class;
use crate::word_list::words;

/// How many sentences a pronoun or a post may reach back.
pub(crate) const REACH: usize = 8;

/// Resolves speakers in the order of the text.
pub(crate) struct Resolver<'a, 'b> {
    pub text: &'b Text<'a>,
    pub people: &'b People,
    /// What "the company" and "officers" may mean.
    pub bodies: Bodies<'a>,
    /// The usual short name of the inspectorate whose inspection the article reports.
    pub inspectorate: Option<&'b str>,
    /// Sentences with their blocks.
    pub sentences: &'b [(usize, Range<usize>)],
    /// Speakers resolved so far, one for each cue.
    pub done: Vec<Option<Rc<SpeakerFinding>>>,
    /// The full names of the people.
    pub(crate) names: FxHashSet<&'a str>,
    /// The last speaker.
    pub(crate) last: Option<Rc<SpeakerFinding>>,
    /// The last speaker that is no person.
    pub(crate) last_body: Option<Rc<SpeakerFinding>>,
}

impl<'a, 'b> Resolver<'a, 'b> {
    pub(crate) fn new(
        text: &'b Text<'a>,
        people: &'b People,
        bodies: Bodies<'a>,
        inspectorate: Option<&'b str>,
        sentences: &'b [(usize, Range<usize>)],
    ) -> Self {
        let names = people.list.iter().map(|person| text.words(person.name.clone())).collect();
        Self {
            names,
            text,
            people,
            bodies,
            inspectorate,
            sentences,
            done: Vec::new(),
            last: None,
            last_body: None,
        }
    }

    /// The speaker of the next cue; `None` where the article's own author speaks.
    pub(crate) fn speaker(&mut self, cue: &Cue) -> Option<Rc<SpeakerFinding>> {
        let found = match &cue.speaker {
            CueSpeaker::Nobody => self.inspectorate.map(|name| {
                Rc::new(SpeakerFinding {
                    tokens: None,
                    name: Some(name.to_owned()),
                    role: None,
                    organisation: None,
                    is_inspectorate: true,
                })
            }),
            CueSpeaker::SameAs(index) => self.done[*index].clone(),
            CueSpeaker::Phrase(phrase) | CueSpeaker::Main(phrase) => {
                self.speakers(phrase, cue.tokens.start).map(Rc::new)
            }
        };
        self.done.push(found.clone());
        found
    }

    /// Notes that a speaker's words were found: pronouns may mean him from here on.
    pub(crate) fn accept(&mut self, speaker: Rc<SpeakerFinding>) {
        if speaker.tokens.is_none() {
            return;
        }
        if speaker.role.is_none() && !self.names_person(&speaker) && !self.is_somebody(&speaker) {
            self.last_body = Some(Rc::clone(&speaker));
        }
        self.last = Some(speaker);
    }

    /// Whether an unnamed speaker is a person: one mother, another, a spokeswoman.
    fn is_somebody(&self, speaker: &SpeakerFinding) -> bool {
        let Some(tokens) = &speaker.tokens else { return false };
        let person = [Class::Person, Class::Role, Class::Relation, Class::Spokesperson];
        let lone = self.text.is_any(tokens.start, words!["another", "one", "some", "others"]);
        !speaker.is_inspectorate
            && (lone || tokens.clone().any(|index| self.text.classes(index).has_any(&person)))
            && !tokens.clone().any(|index| self.text.classes(index).has_any(&[Class::Group, Class::Document]))
    }

    pub(crate) fn names_person(&self, speaker: &SpeakerFinding) -> bool {
        speaker.name.as_deref().is_some_and(|name| self.names.contains(name))
    }

    /// Whom a phrase before or behind the token `at` means.
    pub(crate) fn phrase(&self, phrase: &NounPhrase, at: usize) -> Option<SpeakerFinding> {
        match &phrase.head {
            Head::Pronoun => self.pronoun(phrase, at),
            Head::Person { name, .. } => Some(self.named(phrase, name.clone())),
            Head::Relative => None,
            Head::Name | Head::Role | Head::Noun if self.officers(phrase).is_some() => self.officers(phrase),
            Head::Name | Head::Role | Head::Noun if self.chief_inspector(phrase).is_some() => {
                self.chief_inspector(phrase)
            }
            Head::Name | Head::Noun if self.author(phrase, at).is_some() => self.author(phrase, at),
            Head::Name if self.is_bare_regulator(phrase) => Some(self.noun(phrase, at)),
            Head::Name => Some(self.body_or_person(phrase)),
            Head::Role if !self.is_regulator(phrase) => Some(self.post(phrase, at)),
            Head::Role | Head::Noun => Some(self.noun(phrase, at)),
        }
    }

    /// "the regulator", "the care regulator": the inspectorate, though people may have that post.
    fn is_regulator(&self, phrase: &NounPhrase) -> bool {
        let text = self.text;
        let last = phrase.tokens.end - 1;
        let article = text.is_any(phrase.tokens.start, words!["the", "its", "their"]);
        let owned = phrase.tokens.clone().any(|index| text.kind(index) == Kind::Clitic);
        (article || owned) && text.is(last, Class::InspectorateNoun) && self.inspectorate.is_some()
    }

    /// "Watchdog warns of failings": a headline leaves the article out.
    fn is_bare_regulator(&self, phrase: &NounPhrase) -> bool {
        let first = phrase.tokens.start;
        phrase.tokens.len() == 1
            && self.text.token(first).is_line_start()
            && self.text.is(first, Class::InspectorateNoun)
            && self.inspectorate.is_some()
    }

    pub(crate) fn finding(&self, phrase: &NounPhrase, name: String) -> SpeakerFinding {
        SpeakerFinding {
            tokens: Some(phrase.tokens.clone()),
            name: Some(name),
            role: None,
            organisation: None,
            is_inspectorate: false,
        }
    }

    pub(crate) fn inspectorate(&self, phrase: &NounPhrase, name: &str) -> SpeakerFinding {
        SpeakerFinding { is_inspectorate: true, ..self.finding(phrase, name.to_owned()) }
    }

    pub(crate) fn person(&self, phrase: &NounPhrase, person: usize) -> SpeakerFinding {
        let person = &self.people.list[person];
        let role = person.role.clone().or_else(|| phrase.role.clone());
        SpeakerFinding {
            role: role.clone().map(|role| self.text.words(role).to_owned()),
            organisation: role.clone().and_then(|role| self.organisation(role)),
            is_inspectorate: role.is_some_and(|role| self.is_inspectors_role(role)),
            ..self.finding(phrase, self.text.words(person.name.clone()).to_owned())
        }
    }

    /// The body that a role names: chief constable *of GMP*, *CQC* director, *Wenlow Council's* leader.
    pub(crate) fn organisation(&self, role: Range<usize>) -> Option<String> {
        let text = self.text;
        let body = |index: usize| {
            text.token(index).is_all_capitals()
                || text.token(index).is_capital()
                    && text.classes(index).has_any(&[Class::Group, Class::BodyNoun])
        };
        let joint = role.clone().rev().find(|&index| text.is_any(index, words!["of", "for", "at", "from"]));
        let behind = joint.map(|joint| joint + 1..role.end).unwrap_or(role.end..role.end);
        let behind = if !behind.is_empty() && text.is_word(behind.start, "the") {
            behind.start + 1..behind.end
        } else {
            behind
        };
        if !behind.is_empty() && text.token(behind.start).is_capital() && behind.clone().any(body) {
            return Some(text.words(behind).to_owned());
        }
        let capitals = role
            .clone()
            .take_while(|&index| text.token(index).is_capital() && !text.is(index, Class::Role))
            .count();
        let front = role.start..role.start + capitals;
        front.clone().any(body).then(|| text.words(front).to_owned())
    }

    /// Whether a role belongs to an inspectorate: HM Inspector, CQC deputy director.
    fn is_inspectors_role(&self, role: Range<usize>) -> bool {
        self.inspectorate_in(role.clone()).is_some()
            || role.clone().any(|index| self.text.is_any(index, words!["inspector", "inspectors"]))
    }

    fn named(&self, phrase: &NounPhrase, name: Range<usize>) -> SpeakerFinding {
        match self.people.at(name.start) {
            Some(person) => self.person(phrase, person),
            None => SpeakerFinding {
                role: phrase.role.clone().map(|role| self.text.words(role).to_owned()),
                organisation: phrase.role.clone().and_then(|role| self.organisation(role)),
                is_inspectorate: phrase.role.clone().is_some_and(|role| self.is_inspectors_role(role)),
                ..self.finding(phrase, self.text.words(name).to_owned())
            },
        }
    }

    /// The short name of an inspectorate that a range names.
    pub(crate) fn inspectorate_in(&self, range: Range<usize>) -> Option<&'a str> {
        let text = self.text;
        range.clone().find_map(|index| {
            let terms = text.vocabulary.terms(&text.tokens.list[index..range.end]);
            let named = terms.filter_map(|(_, meanings)| {
                meanings.iter().find_map(|meaning| match meaning {
                    Meaning::Inspectorate(row) => Some(*row),
                    _ => None,
                })
            });
            named.last().map(|row| text.lexicon.inspectorates()[usize::from(row)].short_name())
        })
    }

    /// A name that is no person's by its shape: an inspectorate, a person by surname, else a body.
    fn body_or_person(&self, phrase: &NounPhrase) -> SpeakerFinding {
        let named = self.inspectorate_in(phrase.tokens.clone()).filter(|_| self.is_whole_name(phrase));
        let inspectors =
            phrase.tokens.clone().any(|index| self.text.is_any(index, words!["inspector", "inspectors"]));
        match (named, self.inspectorate) {
            (Some(name), Some(own)) if name == own => return self.inspectorate(phrase, own),
            (None, Some(own)) if inspectors => return self.inspectorate(phrase, own),
            _ => {}
        }
        if let Some(person) =
            self.people.at(phrase.tokens.end - surname(self.text, phrase.tokens.clone()).len())
        {
            return self.person(phrase, person);
        }
        self.finding(phrase, self.plain_name(phrase))
    }

    /// Whether an inspectorate's name is all that a phrase holds, and not part of another body's.
    fn is_whole_name(&self, phrase: &NounPhrase) -> bool {
        let last = phrase.tokens.end - 1;
        let spokesperson = phrase.tokens.clone().any(|index| self.text.is(index, Class::Spokesperson));
        !spokesperson && !self.text.is(last, Class::Role)
    }

    /// The words as printed: a proper name without "the", anything else with a small first letter.
    pub(crate) fn plain_name(&self, phrase: &NounPhrase) -> String {
        let text = self.text;
        let mut range = phrase.tokens.clone();
        let article = range.len() > 1 && text.is_word(range.start, "the");
        if article && text.token(range.start + 1).is_capital() {
            range.start += 1;
        } else if !self.is_modal_name(phrase)
            && (text.is(range.start, Class::Starter) || phrase.head != Head::Name)
        {
            return lower_first(text.words(range), text.token(phrase.tokens.start).is_all_capitals());
        }
        text.words(range).to_owned()
    }

    /// Will, May: a modal that names somebody.
    fn is_modal_name(&self, phrase: &NounPhrase) -> bool {
        let first = phrase.tokens.start;
        phrase.tokens.len() == 1 && self.text.token(first).is_capital() && self.text.is(first, Class::Modal)
    }

    /// The people named in the sentences before a token, most likely first: the first one of each sentence,
    /// the nearest sentence first.
    pub(crate) fn recent(&self, at: usize, suits: impl Fn(Option<Gender>) -> bool) -> Option<usize> {
        let current = self.sentences.partition_point(|(_, range)| range.start <= at);
        for (_, sentence) in self.sentences[current.saturating_sub(REACH)..current].iter().rev() {
            let mentions = self
                .people
                .before(at.min(sentence.end))
                .take_while(|mention| mention.token >= sentence.start);
            let suiting = mentions.filter(|mention| suits(self.people.list[mention.person].gender));
            if let Some(first) = suiting.last() {
                return Some(first.person);
            }
        }
        None
    }
}

fn lower_first(words: &str, shouted: bool) -> String {
    let mut characters = words.chars();
    match characters.next() {
        Some(first) if !shouted => first.to_lowercase().chain(characters).collect(),
        _ => words.to_owned(),
    }
}
