//! What may stand between a cue and its content: who is told, and when or where it was said.

use onrecord_lexicon::Frame;

use crate::content::Content;
use crate::time_phrase::time_phrase_end;
use crate::token::Kind;
use crate::word_class::Class;
use crate::word_list::words;

impl Content<'_, '_> {
    /// Past whoever is told: the BBC, us, a meeting of the council on Tuesday.
    pub(crate) fn skip_addressee(&self, start: usize) -> Option<usize> {
        let text = self.text;
        if !self.frame(Frame::Tell) || start >= self.cue.sentence.end {
            return None;
        }
        // "told her staff": hers, not her.
        let next = start + 1;
        let owns = text.is_word(start, "her")
            && next < self.cue.sentence.end
            && text.token(next).is_word()
            && !text.quotes.holds(next)
            && !self.is_question(next)
            && text.contracted_pronoun(next).is_none()
            && !text.classes(next).has_any(&[
                Class::Subject,
                Class::Determiner,
                Class::Preposition,
                Class::When,
                Class::Be,
                Class::Have,
                Class::Modal,
                Class::Do,
            ])
            && !text.is_any(next, words!["that", "to"]);
        let object = text.is(start, Class::Object) || text.is_any(start, words!["us", "you", "her", "it"]);
        if object && !owns {
            let subject = start + 1 < self.cue.sentence.end
                && text.classes(start + 1).has_any(&[Class::Be, Class::Have, Class::Modal, Class::Do])
                && !text.is_any(start, words!["us", "me", "him", "them"]);
            return (!subject).then_some(start + 1);
        }
        if text.is_any(start, words!["that", "whether", "how", "why", "what", "if"])
            || text.contracted_pronoun(start).is_some()
            || text.is(start, Class::Preposition)
            || text.is(start, Class::Subject)
            || text.quotes.holds(start)
            || text.kind(start) == Kind::Colon
            || text.kind(start) == Kind::Comma
        {
            return None;
        }
        let mut index = start + 1;
        while index < self.cue.sentence.end {
            match text.quotes.at(index).map(|quote| quote.tokens.clone()) {
                // "told the station's “Morning Call” that": the name of a programme.
                Some(title) if text.kind(index - 1) == Kind::Clitic && self.is_title(title.clone()) => {
                    index = title.end
                }
                // "promising the home will reopen": a clause and nobody who is told.
                _ if self.frame(Frame::Clause) && self.is_finite(index) => return None,
                _ if self.is_finite(index) => return Some(self.subject_behind_addressee(start, index)),
                _ if self.in_addressee(index) => index += 1,
                _ => break,
            }
        }
        Some(index)
    }

    pub(crate) fn in_addressee(&self, index: usize) -> bool {
        let text = self.text;
        if text.quotes.holds(index)
            || !matches!(text.kind(index), Kind::Word | Kind::Number | Kind::Clitic | Kind::Mark)
        {
            return false;
        }
        let behind_preposition = text.is(index - 1, Class::Preposition);
        let starts_clause = text.is_word(index, "that")
            || (text.is(index, Class::Subject) && !text.is_word(index, "one"))
            || text.contracted_pronoun(index).is_some()
            || text.is_any(index, words!["how", "why", "whether", "what", "if", "to"])
            || (text.is(index, Class::Determiner) && !behind_preposition && !text.is_word(index, "last"))
            || text.is(index, Class::Coordinator) && !text.is_word(index, "and")
            || self.opens_circumstance(index);
        !starts_clause
    }

    /// "told the Echo | *staff* had left", "told inspectors | *doors* were open": the last noun that begins behind a name
    /// or a plural is the clause's subject, where its verb follows at once; else the verb's place.
    fn subject_behind_addressee(&self, start: usize, verb: usize) -> usize {
        let text = self.text;
        let noun = |index: usize| {
            text.token(index).is_word()
                && !text.token(index).is_glued()
                && !text.token(index).is_capital()
                && !text.classes(index).has_any(&[
                    Class::Preposition,
                    Class::Coordinator,
                    Class::Adverb,
                    Class::When,
                ])
        };
        let told = |index: usize| {
            text.token(index).is_word() && (text.token(index).is_capital() || text.ends_with(index, "s"))
                || text.is(index, Class::Person)
                || text.is_any(index, words!["week", "month", "year", "night"])
        };
        // "told the Echo *last summer* had been": the time is what is spoken of.
        let time = |&index: &usize| time_phrase_end(text, index..verb) == Some(verb);
        let subject = (start + 1..verb).rev().find(|&index| noun(index) && told(index - 1));
        subject.or_else(|| (start + 1..verb).find(time)).unwrap_or(verb)
    }

    /// "told her staff *as she left*", "told us *when inspectors called*": when it was said.
    fn opens_circumstance(&self, index: usize) -> bool {
        let (text, next) = (self.text, index + 1);
        text.is_any(index, words!["as", "when", "while", "after", "before", "because"])
            && next < self.cue.sentence.end
            && text.is(next, Class::Subject)
    }

    /// Past "on Monday", "in a statement", "at the time", "later".
    pub(crate) fn skip_when(&self, start: usize) -> usize {
        let text = self.text;
        let end = self.cue.sentence.end;
        let mut index = start;
        while index < end && !text.quotes.holds(index) {
            let time = time_phrase_end(text, index..end);
            // "claimed nine minutes *would* soon be twelve": the time is what is spoken of.
            if time.is_some_and(|behind| {
                behind < end && text.classes(behind).has_any(&[Class::Modal, Class::Have, Class::Be])
            }) {
                break;
            }
            if let Some(behind) = time {
                index = behind;
            } else if text.is(index, Class::When) && !text.is(index, Class::Subject) {
                index += 1;
            } else if let Some(behind) = self.time_behind_adverb(index) {
                index = behind;
            } else if let Some(behind) = self.when_phrase(index) {
                index = behind;
            } else {
                break;
            }
        }
        index
    }

    /// "just a few years earlier".
    fn time_behind_adverb(&self, index: usize) -> Option<usize> {
        let near = self.text.is_any(index, words!["just", "only", "barely", "nearly"]);
        near.then(|| time_phrase_end(self.text, index + 1..self.cue.sentence.end)).flatten()
    }

    /// A preposition with a time, a place or a document: "in her report", "at a news conference on Friday".
    pub(crate) fn when_phrase(&self, start: usize) -> Option<usize> {
        let text = self.text;
        let end = self.cue.sentence.end.min(start + 14);
        if !text.is(start, Class::Preposition) || text.is_any(start, words!["of", "that", "to", "against"]) {
            return None;
        }
        let mut index = start + 1;
        while index < end && !text.quotes.holds(index) && self.in_phrase(index, start) {
            index += 1;
        }
        if index < self.cue.sentence.end
            && text.classes(index).has_any(&[Class::Be, Class::Have, Class::Modal])
        {
            let subject = self.subject_behind_addressee(start + 1, index);
            return (subject < index && self.is_time_phrase(start, subject)).then_some(subject);
        }
        let stops = index >= self.cue.sentence.end
            || text.is_word(index, "that")
            || self.is_question(index)
            || text.quotes.holds(index)
            || matches!(text.kind(index), Kind::Colon | Kind::Stop)
            || matches!(text.kind(index), Kind::Comma)
            || (text.is(index, Class::Subject) && index > start + 1)
            || (self.is_time_phrase(start, index) && index > start + 1);
        stops.then_some(index)
    }

    pub(crate) fn in_phrase(&self, index: usize, start: usize) -> bool {
        let text = self.text;
        if !matches!(text.kind(index), Kind::Word | Kind::Number | Kind::Clitic)
            || text.is_any(index, words!["that", "whether", "why", "how"])
        {
            return false;
        }
        let fresh_determiner =
            text.is(index, Class::Determiner) && index > start + 1 && !text.is(index - 1, Class::Preposition);
        let month = text.is(index, Class::Month) && text.token(index).is_capital();
        let clause = text.is(index, Class::Subject) && !text.is_word(index, "one")
            || text.classes(index).has_any(&[Class::Be, Class::Modal, Class::Have]) && !month;
        !fresh_determiner && !clause
    }

    pub(crate) fn is_time_phrase(&self, start: usize, end: usize) -> bool {
        (start..end).any(|index| {
            self.text.classes(index).has_any(&[Class::Month, Class::Weekday, Class::Document])
                || self.text.is_any(
                    index,
                    words![
                        "time",
                        "statement",
                        "interview",
                        "conference",
                        "email",
                        "week",
                        "month",
                        "year",
                        "morning",
                        "evening",
                        "afternoon",
                        "day",
                        "speech",
                        "hearing",
                        "meeting",
                        "programme",
                        "program",
                        "show",
                        "podcast",
                        "debate",
                        "rally",
                    ],
                )
        })
    }
}
