//! Who speaks by a cue: the phrase before its verb, behind it, or that of an earlier cue.

use std::ops::Range;

use onrecord_lexicon::Frame;

use crate::apposition::ends_abbreviated;
use crate::cue::{CueSpeaker, Order};
use crate::noun_phrase::{self, Head, NounPhrase};
use crate::quotes_to_cues::SentenceReader;
use crate::subject::{antecedent, is_plural, may_speak, parts_clause, subject_stepping};
use crate::text::Text;
use crate::time_phrase::time_phrase_end;
use crate::token::Kind;
use crate::word_class::Class;

impl SentenceReader<'_, '_> {
    /// "the council's claim that", "her warning that", "a warning from inspectors that": whose claim it is.
    pub(crate) fn owner(&self, noun: &Range<usize>, row: u16) -> Option<(CueSpeaker, Order)> {
        let text = self.text;
        if noun.end >= self.sentence.end || !text.frame(row, Frame::Noun) {
            return None;
        }
        if text.is_one_of(noun.end, &["by", "from"]) {
            let phrase = self.phrase_behind(noun.end + 1)?;
            let that = phrase.whole.end < self.sentence.end && text.is_word(phrase.whole.end, "that");
            return (that && may_speak(text, &phrase)).then_some((CueSpeaker::Phrase(phrase), Order::Owner));
        }
        if !self.that_follows(noun.end) || noun.start <= self.sentence.start {
            return None;
        }
        let before = noun.start - 1;
        let phrase = match text.kind(before) {
            Kind::Clitic => noun_phrase::ending_at(text, before, self.sentence.start)?,
            _ if text.is_one_of(before, &["his", "her", "their", "its"]) => {
                noun_phrase::bare(before..noun.start, Head::Pronoun)
            }
            _ => return None,
        };
        may_speak(text, &phrase).then_some((CueSpeaker::Phrase(phrase), Order::Owner))
    }

    /// "…, adding that": whoever the sentence's earlier cue or its start makes speak.
    pub(crate) fn participle(&self, start: usize, verb_end: usize) -> Option<(CueSpeaker, Order)> {
        let text = self.text;
        if self.leads_sentence(start) {
            return Some((CueSpeaker::Phrase(self.subject_to_come(verb_end)?), Order::Leading));
        }
        if start == self.sentence.start {
            return None;
        }
        let last = start - 1;
        if let Some(phrase) = self.subject_behind_with(start) {
            return Some((CueSpeaker::Phrase(phrase), Order::SpeakerFirst));
        }
        let saying = text.is_word(verb_end - 1, "saying") && !text.is(last, Class::Preposition);
        let lead = text.kind(last) == Kind::Comma
            || text.kind(last) == Kind::Dash
            || text.is_one_of(last, &["while", "before", "after", "and", "but", "by", "in"])
            || text.quotes.holds(last)
            || saying
            || self.is_issued(start) && self.clause_follows(verb_end);
        if !lead {
            return None;
        }
        Some((self.shared_speaker(start)?, Order::Participle))
    }

    /// "*released* a statement | alleging", "*sent* the council a letter | complaining": a document of the
    /// subject's own right before the participle.
    fn is_issued(&self, start: usize) -> bool {
        const ISSUED: &[&str] = &[
            "released",
            "issued",
            "sent",
            "wrote",
            "published",
            "posted",
            "filed",
            "circulated",
            "signed",
            "emailed",
            "releases",
            "issues",
            "sends",
            "writes",
            "publishes",
            "posts",
            "made",
            "gave",
            "delivered",
            "put",
        ];
        let text = self.text;
        let floor = self.sentence.start.max(start.saturating_sub(10));
        let verb = (floor..start).rev().find(|&index| text.is_one_of(index, ISSUED));
        let active = verb.is_some_and(|verb| {
            verb > self.sentence.start
                && !(verb.saturating_sub(2)..verb).any(|index| text.is(index, Class::Be))
                && !(verb..start).any(|index| parts_clause(text, index) || text.is_word(index, "by"))
        });
        active && text.is(start - 1, Class::Document)
    }

    /// "that", "whether", "how" or a pronoun that is a subject behind a verb.
    fn clause_follows(&self, verb_end: usize) -> bool {
        let text = self.text;
        verb_end < self.sentence.end
            && (text.is_word(verb_end, "that")
                || text.is_one_of(verb_end, &["whether", "how", "why", "he", "she", "they", "it", "there"])
                || text.contracted_pronoun(verb_end).is_some())
    }

    /// "*Describing* it as “cold”, …", "After *announcing* that …, …": a participle that the subject follows.
    fn leads_sentence(&self, start: usize) -> bool {
        const BEFORE: &[&str] =
            &["after", "before", "while", "when", "since", "by", "in", "without", "despite", "besides"];
        let first = self.main_start();
        start == first || start == first + 1 && self.text.is_one_of(first, BEFORE)
    }

    /// The phrase behind the comma that closes a leading participle: "Calling it “cold”, | Ada Nwosu said".
    fn subject_to_come(&self, verb_end: usize) -> Option<NounPhrase> {
        let text = self.text;
        let end = self.sentence.end;
        let closes = |&index: &usize| {
            let inside = text.kind(index) == Kind::Comma && text.quotes.holds(index);
            parts_clause(text, index)
                || inside && text.quotes.at(index).is_some_and(|quote| quote.tokens.end <= index + 2)
        };
        let commas = (verb_end..end).filter(closes).take(3);
        let starts = commas.map(|comma| text.quotes.at(comma).map_or(comma + 1, |quote| quote.tokens.end));
        starts.filter(|&start| start < end).find_map(|start| self.subject_at(start))
    }

    /// A phrase that may speak, with a verb behind it or an apposition.
    fn subject_at(&self, start: usize) -> Option<NounPhrase> {
        let text = self.text;
        let phrase = noun_phrase::starting_at(text, start, self.sentence.end)?;
        let behind = phrase.whole.end;
        let predicate = behind < self.sentence.end
            && (parts_clause(text, behind)
                || text.classes(behind).has_any(&[
                    Class::Be,
                    Class::Have,
                    Class::Do,
                    Class::Modal,
                    Class::Reporting,
                    Class::Adverb,
                ])
                || text.ends_with(behind, "ed"));
        (predicate && may_speak(text, &phrase)).then_some(phrase)
    }

    /// "*Mr Vane* was blunt: “…”": a person, or a post or body that may speak, with what it does.
    pub(crate) fn subject_of_clause(&self, end: usize) -> Option<NounPhrase> {
        let text = self.text;
        // "Home “cold” - Ada Nwosu: “It is.”"
        let behind_dash = noun_phrase::ending_at(text, end, self.sentence.start)
            .filter(|phrase| matches!(phrase.head, Head::Person { .. }))
            .filter(|phrase| {
                phrase.whole.start > self.sentence.start && parts_clause(text, phrase.whole.start - 1)
            });
        if behind_dash.is_some() {
            return behind_dash;
        }
        let commas = (self.sentence.start..end).filter(|&index| parts_clause(text, index));
        let starts = [self.main_start()].into_iter().chain(commas.map(|comma| comma + 1)).take(6);
        let mut starts = starts.filter(|&start| start < end);
        let phrase =
            starts.find_map(|start| self.doer_at(start, end)).or_else(|| self.doer_before_verb(end))?;
        let speaks = match phrase.head {
            Head::Pronoun => text.is_one_of(phrase.tokens.start, &["he", "she", "they"]),
            Head::Name => {
                let first = phrase.tokens.start;
                phrase.tokens.len() > 1
                    || text.token(first).is_all_capitals()
                    || first > self.main_start()
                    || self.is_surname(first)
            }
            _ => true,
        };
        speaks.then_some(phrase)
    }

    /// "*Mr Vane's* answer was blunt: “…”", "*Her* message to parents: “…”": whose words they are.
    pub(crate) fn owner_of_words(&self, end: usize) -> Option<NounPhrase> {
        const WORDS: &[&str] = &[
            "answer",
            "response",
            "reply",
            "message",
            "reaction",
            "words",
            "verdict",
            "advice",
            "explanation",
            "comment",
            "statement",
            "conclusion",
            "argument",
            "view",
            "tweet",
            "post",
            "warning",
            "question",
        ];
        let text = self.text;
        let start = self.main_start();
        let word = (start + 1..end.min(start + 8)).find(|&index| text.is_one_of(index, WORDS))?;
        let owned = (start..word).rev().find(|&index| {
            text.kind(index) == Kind::Clitic || text.is_one_of(index, &["his", "her", "their"])
        })?;
        let near = word - owned <= 3;
        if text.kind(owned) != Kind::Clitic {
            return (near && owned == start).then(|| noun_phrase::bare(owned..owned + 1, Head::Pronoun));
        }
        let phrase = noun_phrase::ending_at(text, owned, start)?;
        (near && phrase.whole.start == start && may_speak(text, &phrase)).then_some(phrase)
    }

    /// A phrase that may speak, and a verb of any kind behind it.
    fn doer_at(&self, start: usize, end: usize) -> Option<NounPhrase> {
        let text = self.text;
        let phrase = noun_phrase::starting_at(text, start, end)?;
        let behind = phrase.whole.end;
        let acts = behind < end
            && text.token(behind).is_word()
            && !text.token(behind).is_capital()
            && !text.classes(behind).has_any(&[Class::Preposition, Class::Coordinator, Class::Relative])
            && matches!(phrase.head, Head::Pronoun | Head::Person { .. });
        (acts || self.subject_at(start).is_some()).then_some(phrase).filter(|phrase| may_speak(text, phrase))
    }

    /// "*The manager* resisted: “…”": a post or noun that speaks, up to the first verb in -ed of its sentence.
    fn doer_before_verb(&self, end: usize) -> Option<NounPhrase> {
        let text = self.text;
        let start = self.main_start();
        let past = |&index: &usize| {
            text.ends_with(index, "ed")
                && !text.token(index).is_capital()
                && !text.is(index - 1, Class::Determiner)
        };
        let verb = (start + 1..end.min(start + 14)).find(past)?;
        let (phrase, _) = subject_stepping(text, verb, self.sentence.start)?;
        (phrase.whole.start == start && may_speak(text, &phrase)).then_some(phrase)
    }

    /// "with the mayor *telling* the Echo that …": who does what the participle says.
    fn subject_behind_with(&self, start: usize) -> Option<NounPhrase> {
        let text = self.text;
        let phrase = noun_phrase::ending_at(text, start, self.sentence.start)?;
        let before = phrase.whole.start.checked_sub(1).filter(|&before| before >= self.sentence.start)?;
        (text.is_word(before, "with") && may_speak(text, &phrase)).then_some(phrase)
    }

    /// The phrase at `start`, with the name or role that an apposition gives.
    pub(crate) fn phrase_behind(&self, start: usize) -> Option<NounPhrase> {
        let end = self.sentence.end;
        let mut phrase = noun_phrase::starting_at(self.text, start, end)?;
        let comma = phrase.whole.end;
        if comma + 1 >= end || self.text.kind(comma) != Kind::Comma || self.text.quotes.holds(comma) {
            return Some(phrase);
        }
        let Some(apposition) = noun_phrase::starting_at(self.text, comma + 1, end) else {
            return Some(phrase);
        };
        match (&phrase.head, &apposition.head) {
            (Head::Role, Head::Person { .. }) => {
                let role = noun_phrase::role_in(self.text, phrase.whole.clone());
                let whole = phrase.whole.start..apposition.whole.end;
                phrase = NounPhrase { whole, role: apposition.role.clone().or(role), ..apposition };
            }
            (Head::Person { .. }, Head::Role) if phrase.role.is_none() => {
                phrase.role = noun_phrase::role_in(self.text, apposition.whole.clone());
                phrase.whole.end = apposition.whole.end;
            }
            _ => {}
        }
        Some(phrase)
    }

    /// "was described by inspectors as": the phrase behind "by".
    pub(crate) fn agent(&self, verb_end: usize, row: u16) -> Option<(CueSpeaker, Order)> {
        let text = self.text;
        let reach = self.sentence.end.min(verb_end + 12);
        let by = (verb_end..reach)
            .take_while(|&index| text.kind(index) != Kind::Comma)
            .find(|&index| text.is_word(index, "by"))?;
        let near = by == verb_end || !text.frame(row, Frame::Tell);
        let phrase = self.phrase_behind(by + 1)?;
        (near && may_speak(text, &phrase)).then_some((CueSpeaker::Phrase(phrase), Order::Passive))
    }

    /// "has been praised for …": praise and criticism by nobody named.
    pub(crate) fn nobody(&self, verb_end: usize, row: u16) -> Option<(CueSpeaker, Order)> {
        let text = self.text;
        let plain = text.frame(row, Frame::Object)
            && ![Frame::Clause, Frame::Tell, Frame::That].iter().any(|&frame| text.frame(row, frame));
        let reason = verb_end < self.sentence.end && text.is_one_of(verb_end, &["for", "over"]);
        (plain && reason).then_some((CueSpeaker::Nobody, Order::Passive))
    }

    /// Whether a coordinated verb agrees with the speaker it shares: in "she said they could meet and *find* it"
    /// the finding is theirs.
    pub(crate) fn shares(&self, speaker: &CueSpeaker, start: usize, verb: &Range<usize>) -> bool {
        if !self.is_base_form(verb) || start < verb.start {
            return true;
        }
        match speaker {
            CueSpeaker::SameAs(index) => self.is_base_form(&self.cues[*index].tokens),
            CueSpeaker::Phrase(phrase) | CueSpeaker::Main(phrase) => is_plural(self.text, phrase),
            CueSpeaker::Nobody => false,
        }
    }

    /// The earlier cue's speaker, else the phrase that the sentence starts with.
    pub(crate) fn shared_speaker(&self, before: usize) -> Option<CueSpeaker> {
        let text = self.text;
        if let Some(phrase) = self.relative_owner(before) {
            return Some(CueSpeaker::Phrase(phrase));
        }
        if self.cues.len() > self.first {
            let last = self.cues.len() - 1;
            return Some(CueSpeaker::SameAs(last));
        }
        let commas = (self.sentence.start..before)
            .filter(|&index| text.kind(index) == Kind::Comma && !text.quotes.holds(index));
        let main = self.main_start();

        let first = [main, self.behind_time(main)].into_iter().chain(self.behind_dateline());
        let starts = first.chain(commas.map(|comma| comma + 1)).take(6);
        let dateline = self.behind_dateline();
        let phrases = starts
            .filter(|&start| dateline.is_none_or(|behind| start >= behind))
            .filter_map(|start| noun_phrase::starting_at(text, start, before));
        let adverb = |phrase: &NounPhrase| {
            let last = phrase.whole.end - 1;
            phrase.whole.len() == 1
                && (text.ends_with(last, "ly")
                    || text.is(last, Class::Adverb)
                    || ends_abbreviated(text, last))
                && !text.classes(last).has_any(&[Class::Male, Class::Female])
        };
        phrases.into_iter().find(|phrase| may_speak(text, phrase) && !adverb(phrase)).map(CueSpeaker::Main)
    }

    /// "…, Demelza, who is 70 and | says": whom the relative clause that is still open speaks of.
    fn relative_owner(&self, before: usize) -> Option<NounPhrase> {
        let text = self.text;
        let clause = (self.sentence.start..before).rev().take_while(|&index| !parts_clause(text, index));
        let who = clause
            .into_iter()
            .find(|&index| text.is_one_of(index, &["who", "which"]) && !text.quotes.holds(index))?;
        let cue_inside = self.cues.last().is_some_and(|cue| cue.tokens.start > who);
        (!cue_inside).then(|| antecedent(text, who, self.sentence.start)).flatten()
    }

    /// "On Sunday morning | Mr Vane made": behind a phrase of time that no comma closes.
    fn behind_time(&self, start: usize) -> usize {
        let end = self.sentence.end;
        let phrase = start + usize::from(self.text.is(start, Class::Preposition));
        time_phrase_end(self.text, phrase..end).filter(|&behind| behind < end).unwrap_or(start)
    }

    /// "LONDON, England - | Mr Vane met": behind the dash of a dateline.
    fn behind_dateline(&self) -> Option<usize> {
        dateline_end(self.text, self.sentence.clone())
    }

    /// Behind "But", "And" at the start of the sentence.
    pub(crate) fn main_start(&self) -> usize {
        let start = self.sentence.start;
        if self.text.is(start, Class::Coordinator) { start + 1 } else { start }
    }
}

/// "LONDON, England - | Mr Vane met", "Leeds (Reuters) - | Mr Vane met": behind the dash of a dateline.
pub(crate) fn dateline_end(text: &Text<'_>, sentence: Range<usize>) -> Option<usize> {
    let reach = sentence.end.min(sentence.start + 12);
    let dash = sentence.clone().take(reach - sentence.start).find(|&index| text.kind(index) == Kind::Dash)?;
    let agency = dash > sentence.start && text.kind(dash - 1) == Kind::BracketClose;
    let dated = text.token(sentence.start).is_all_capitals() || agency && dash <= sentence.start + 8;
    (dated && dash + 1 < sentence.end).then_some(dash + 1)
}
