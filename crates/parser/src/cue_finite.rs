//! Whose finite verb it is: the phrase before it, behind it where it is inverted, or whatever stands at a verb that
//! means nothing but speech.

use std::ops::Range;

use onrecord_lexicon::Frame;

use crate::cue::{CueSpeaker, Order};
use crate::noun_phrase::{self, Head, NounPhrase};
use crate::quotes_to_cues::SentenceReader;
use crate::subject::{
    antecedent, is_nobody, is_plural, is_said, is_surely_plural, may_speak, parts_clause, subject_stepping,
};
use crate::token::Kind;
use crate::word_class::Class;
use crate::word_list::words;

impl SentenceReader<'_, '_> {
    /// A finite verb: its subject before it, or behind it where it is inverted.
    pub(crate) fn finite(&self, start: usize, verb: &Range<usize>) -> Option<(CueSpeaker, Order)> {
        let text = self.text;
        // A headline's "nursery told to improve": the auxiliary is left out.
        let told = text.is_any(verb.start, words!["told", "ordered", "urged", "asked", "warned", "advised"]);
        let to_do = |at: usize| {
            text.is_word(at, "to") || text.is_any(at, words!["it", "they"]) && text.is(at + 1, Class::Modal)
        };
        if told && verb.end + 1 < self.sentence.end && to_do(verb.end) && start == verb.start {
            return None;
        }
        // "Under government | rules, colleges are barred": a noun.
        let under = verb.start >= 2
            && text.is_any(verb.start, words!["rules", "plans", "claims"])
            && (verb.start.saturating_sub(4)..verb.start).any(|index| text.is_word(index, "under"));
        if under {
            return None;
        }
        if let Some(agent) = self.agent_behind_quotation(verb) {
            return Some(agent);
        }
        if start <= self.main_start() || self.is_behind_lone_word(start) {
            return self.leading_inversion(verb.end);
        }
        let last = start - 1;
        let found = self
            .noun_beside_quotation(start, verb.start)
            .or_else(|| subject_stepping(text, start, self.sentence.start))
            .or_else(|| self.beside_quotation(start, verb.start))
            .or_else(|| self.words_beside_quotation(start, verb.start))
            .or_else(|| self.subject_before_quoting_relative(start));
        let found = self.many_behind_one(start, verb).or(found);
        let stepped = found.as_ref().is_some_and(|(_, steps)| *steps > 0);
        if (text.quotes.holds(last)
            || self.follows_quotation(last)
            || (!stepped && self.ends_sentence_inverted(last, verb.end))
            || self.interrupts(last, verb.end))
            && !self.thanks(verb)
            && let Some(phrase) = self.inverted(verb.end)
        {
            return Some((CueSpeaker::Phrase(phrase), Order::VerbFirst));
        }
        if text.is(last, Class::Coordinator)
            || (text.kind(last) == Kind::Comma && text.is_word(start, "then"))
        {
            let speaker = self.shared_speaker(last).filter(|speaker| self.shares(speaker, start, verb))?;
            return Some((speaker, Order::SpeakerFirst));
        }
        let speaker = if parts_clause(text, last) && !stepped {
            self.subject_before_comma(start, verb)
        } else if let Some((phrase, _)) = found {
            self.agrees(&phrase, start, verb).then_some(CueSpeaker::Phrase(phrase))
        } else {
            let speech = is_said(text, verb.start)
                || self.that_follows(verb.end)
                || self.quote_follows(verb)
                || self.begins_with_some()
                || self.clause_of_pronoun_follows(verb);
            speech.then(|| self.any_subject(start)).flatten().map(CueSpeaker::Phrase)
        };
        speaker.map(|speaker| (speaker, Order::SpeakerFirst))
    }

    /// "…, *thanked* the inspectors": a verb that takes whom it is said to, and no speaker behind it.
    fn thanks(&self, verb: &Range<usize>) -> bool {
        let text = self.text;
        let takes_object = |row| {
            text.frame(row, Frame::Object)
                && ![Frame::Clause, Frame::That, Frame::Tell].iter().any(|&frame| text.frame(row, frame))
        };
        let reason = || {
            let phrase = noun_phrase::starting_at(text, verb.end, self.sentence.end);
            phrase.is_some_and(|phrase| {
                phrase.whole.end < self.sentence.end
                    && text.is_any(phrase.whole.end, words!["for", "over", "of"])
            })
        };
        let row = text.verb_at(verb.start, verb.end).map(|(_, row)| row);
        row.is_some_and(takes_object) && text.kind(verb.start - 1) == Kind::Comma && reason()
    }

    /// "She admitted A, thanked B and said C": a comma alone parts the verbs of one subject.
    fn subject_before_comma(&self, start: usize, verb: &Range<usize>) -> Option<CueSpeaker> {
        if let Some(phrase) = self.subject_with_examples(start, verb) {
            return Some(CueSpeaker::Phrase(phrase));
        }
        let shared = self.cues.len() > self.first && !self.text.is_word(start - 1, "–");
        shared.then(|| CueSpeaker::SameAs(self.cues.len() - 1))
    }

    /// Whether a verb may have this subject: they say, she says, and not nobody.
    fn agrees(&self, phrase: &NounPhrase, start: usize, verb: &Range<usize>) -> bool {
        let text = self.text;
        let singular = self.is_third_person(verb.start);
        let plural = !self.is_base_form(verb) || self.is_helped(start, verb.start) || is_plural(text, phrase);
        plural
            && !(singular && is_surely_plural(text, phrase))
            && !is_nobody(text, phrase, self.sentence.start)
    }

    /// A headline's "home branded “chaotic” *by inspectors*": the auxiliary is left out.
    fn agent_behind_quotation(&self, verb: &Range<usize>) -> Option<(CueSpeaker, Order)> {
        let text = self.text;
        let reach = self.sentence.end.min(verb.end + 4);
        let quote = (verb.end..reach).find_map(|index| text.quotes.at(index))?;
        let row = text.verb_at(verb.start, verb.end)?.1;
        let past = text.ends_with(verb.start, "ed") && self.is_by(quote.tokens.end);
        past.then(|| self.agent(quote.tokens.end, row)).flatten()
    }

    /// "yelled “…”", "yelled: “…”", of a verb that means speech and nothing else.
    fn quote_follows(&self, verb: &Range<usize>) -> bool {
        let text = self.text;
        let introduced =
            verb.end < self.sentence.end && matches!(text.kind(verb.end), Kind::Colon | Kind::Comma);
        let start = verb.end + usize::from(introduced);
        let quote = text.quotes.at(start).is_some_and(|quote| quote.tokens.start == start);
        let speech = |row| {
            text.means_speech(row)
                && ![Frame::Name, Frame::As, Frame::Object].iter().any(|&frame| text.frame(row, frame))
        };
        quote && text.verb_at(verb.start, verb.end).is_some_and(|(_, row)| speech(row))
    }

    /// "predicted *that*", "predicted in March *that*".
    pub(crate) fn that_follows(&self, verb_end: usize) -> bool {
        let text = self.text;
        let reach = self.sentence.end.min(verb_end + 7);
        let that = (verb_end..reach).find(|&index| text.is_word(index, "that"));
        that.is_some_and(|that| {
            let circumstance = text.classes(verb_end).has_any(&[Class::Preposition, Class::When])
                && !text.is(verb_end, Class::Subordinator)
                && !text.is_any(verb_end, words!["of", "to", "for", "by"]);
            let plain = |index: usize| {
                matches!(text.kind(index), Kind::Word | Kind::Number | Kind::Clitic)
                    && !text.quotes.holds(index)
                    && text.verb_at(index, that).is_none()
            };
            // "started in 2017 that has": a relative clause of the year.
            let relative = that + 1 < self.sentence.end
                && text.classes(that + 1).has_any(&[Class::Be, Class::Have, Class::Modal, Class::Do]);
            that == verb_end || circumstance && !relative && (verb_end..that).all(plain)
        })
    }

    /// "“…,” | Jun wrote": whatever phrase stands between a quotation and a verb of speech.
    fn beside_quotation(&self, start: usize, verb: usize) -> Option<(NounPhrase, usize)> {
        let text = self.text;
        let phrase = noun_phrase::ending_at(text, start, self.sentence.start)?;
        let before = phrase.whole.start.checked_sub(1)?;
        let past = text.ends_with(verb, "ed") || is_said(text, verb) || text.is_word(verb, "wrote");
        let beside = past && text.quotes.holds(before) && !text.ends_with(before + 1, "ing");
        (beside && phrase.head != Head::Relative).then_some((phrase, 0))
    }

    /// "“…,” *the ever-cheerful Nwosu* said", "“…,” *Fight for 15 director Ada Nwosu* told": all words between a
    /// quotation and a verb of speech, where they end with a name.
    fn words_beside_quotation(&self, end: usize, verb: usize) -> Option<(NounPhrase, usize)> {
        let text = self.text;
        let floor = self.sentence.start.max(end.saturating_sub(14));
        let start = (floor..end).rev().find(|&index| text.quotes.holds(index))? + 1;
        let name = start < end && is_said(text, verb) && text.token(end - 1).is_capital();
        let inside = |index: usize| {
            matches!(text.kind(index), Kind::Word | Kind::Number | Kind::Clitic | Kind::Mark)
                && !text.classes(index).has_any(&[
                    Class::Be,
                    Class::Have,
                    Class::Do,
                    Class::Reporting,
                    Class::Subordinator,
                ])
        };
        let phrase = noun_phrase::ending_at(text, end, start).filter(|_| name && (start..end).all(inside))?;
        let named = matches!(phrase.head, Head::Person { .. } | Head::Name);
        let whole = start..end;
        named.then_some((NounPhrase { whole, ..phrase }, 0))
    }

    /// "*Ada Nwosu*, who calls it a “farce,” | said she would": the relative clause ends with words in marks, which
    /// hold its comma.
    fn subject_before_quoting_relative(&self, verb: usize) -> Option<(NounPhrase, usize)> {
        let text = self.text;
        let quote = text.quotes.at(verb - 1).filter(|quote| quote.tokens.end == verb && verb > 1)?;
        let floor = self.sentence.start.max(quote.tokens.start.saturating_sub(20));
        let ends = text.kind(verb - 2) == Kind::Comma || text.kind(verb - 1) == Kind::Comma;
        let clause = (floor..quote.tokens.start).rev().take_while(|&index| !parts_clause(text, index));
        let who =
            clause.into_iter().find(|&index| text.is_any(index, words!["who", "which"])).filter(|_| ends)?;
        let phrase = antecedent(text, who, self.sentence.start).filter(|phrase| phrase.relative)?;
        let whole = phrase.whole.start..verb;
        Some((NounPhrase { whole, relative: false, ..phrase }, 1))
    }

    /// "“…,” *the note on the door* said": a phrase with what it is on, of or in.
    fn noun_beside_quotation(&self, end: usize, verb: usize) -> Option<(NounPhrase, usize)> {
        let text = self.text;
        let past = text.ends_with(verb, "ed") || is_said(text, verb) || text.is_word(verb, "wrote");
        let floor = self.sentence.start.max(end.saturating_sub(12));
        let start = (floor..end).rev().find(|&index| text.quotes.holds(index))? + 1;
        let inside = |index: usize| {
            text.token(index).is_word()
                && !text.classes(index).has_any(&[
                    Class::Be,
                    Class::Have,
                    Class::Modal,
                    Class::Do,
                    Class::Reporting,
                ])
        };
        let begins = past && start < end && text.is(start, Class::Determiner) && (start..end).all(inside);
        let tied = (start..end).any(|index| text.is_any(index, words!["on", "in", "at"]));
        let phrase = noun_phrase::starting_at(text, start, end).filter(|_| begins && tied)?;
        Some((NounPhrase { whole: start..end, ..phrase }, 0))
    }

    /// "did note", "continues to note": the base form of any subject.
    fn is_helped(&self, start: usize, verb: usize) -> bool {
        (start..verb).any(|index| self.text.classes(index).has_any(&[Class::Do, Class::Modal]))
            || self.lead_verb(verb, verb).is_some()
    }

    /// "Still, | said Nwosu".
    fn is_behind_lone_word(&self, start: usize) -> bool {
        let (text, first) = (self.text, self.sentence.start);
        start == first + 2
            && text.kind(first + 1) == Kind::Comma
            && text.classes(first).has_any(&[Class::Coordinator, Class::Adverb])
    }

    /// "Said Nwosu, “…”": a verb that begins its sentence.
    fn leading_inversion(&self, verb_end: usize) -> Option<(CueSpeaker, Order)> {
        let phrase = self.phrase_behind(verb_end)?;
        let comma = phrase.whole.end;
        let who =
            comma + 1 < self.sentence.end && self.text.is_any(comma + 1, words!["who", "whose", "which"]);
        let closing =
            (comma + 1..self.sentence.end.min(comma + 20)).find(|&index| parts_clause(self.text, index));
        let comma = closing.filter(|_| who).unwrap_or(comma);
        let leads = comma + 1 < self.sentence.end
            && matches!(self.text.kind(comma), Kind::Comma | Kind::Colon)
            && self.text.quotes.holds(comma + 1);
        leads.then_some((CueSpeaker::Phrase(phrase), Order::VerbFirst))
    }

    /// "…, says minister": a comma or dash before the verb, and a phrase that ends the sentence behind it.
    fn ends_sentence_inverted(&self, last: usize, verb_end: usize) -> bool {
        if !matches!(self.text.kind(last), Kind::Comma | Kind::Dash) {
            return false;
        }
        let phrase = noun_phrase::starting_at(self.text, verb_end, self.sentence.end);
        let introduced = is_said(self.text, verb_end - 1) && self.ends_with_apposition(verb_end);
        introduced
            || phrase.is_some_and(|phrase| {
                let behind = phrase.whole.end;
                let person = matches!(phrase.head, Head::Person { .. });
                behind >= self.sentence.end
                    || self.text.kind(behind) == Kind::Stop
                    || phrase.head == Head::Name
                        && behind + 1 < self.sentence.end
                        && self.text.kind(behind) == Kind::Comma
                        && self.text.quotes.holds(behind + 1)
                    || person && self.text.kind(behind) == Kind::Comma
                    || is_said(self.text, verb_end - 1) && self.goes_on(behind) && phrase.head == Head::Name
                    || person && self.text.classes(behind).has_any(&[Class::Preposition, Class::Relative])
                    || may_speak(self.text, &phrase)
                        && is_said(self.text, verb_end - 1)
                        && self.text.is_any(behind, words!["like", "of", "in", "at", "from", "who", "with"])
            })
    }

    /// "…, said *the council's director, Ada Nwosu*, on Monday": a post and a name that nothing but a circumstance
    /// follows.
    fn ends_with_apposition(&self, start: usize) -> bool {
        let text = self.text;
        let phrase = self.phrase_behind(start).filter(|phrase| matches!(phrase.head, Head::Person { .. }));
        phrase.is_some_and(|phrase| {
            let behind = phrase.whole.end;
            phrase.whole.start < phrase.tokens.start
                && (behind >= self.sentence.end
                    || matches!(text.kind(behind), Kind::Stop | Kind::Comma)
                    || text.classes(behind).has_any(&[Class::Preposition, Class::When]))
        })
    }

    /// ", said Nwosu, *but* it was late": the clause goes on behind the comma.
    fn goes_on(&self, comma: usize) -> bool {
        comma + 1 < self.sentence.end
            && parts_clause(self.text, comma)
            && self.text.is(comma + 1, Class::Coordinator)
    }

    /// "The school, *says the report*, has improved", "Pupils are happy, *says the report*, but parents are not": a
    /// clause goes on behind whoever says it.
    fn interrupts(&self, last: usize, verb_end: usize) -> bool {
        let text = self.text;
        if text.kind(last) != Kind::Comma || !is_said(text, verb_end - 1) {
            return false;
        }
        let behind = self.inverted(verb_end).map(|phrase| phrase.whole.end);
        let next = behind.filter(|&comma| comma + 2 < self.sentence.end && parts_clause(text, comma));
        next.is_some_and(|comma| {
            let finite = [Class::Be, Class::Have, Class::Modal, Class::Do];
            text.classes(comma + 1).has_any(&finite)
                || text.is_any(comma + 1, words!["but", "it", "they", "he", "she"])
        })
    }

    /// Whether a comma stands behind a quotation.
    fn follows_quotation(&self, last: usize) -> bool {
        matches!(self.text.kind(last), Kind::Comma | Kind::Dash)
            && last > self.sentence.start
            && self.text.quotes.holds(last - 1)
    }

    /// The phrase behind an inverted verb, unless it is told somebody.
    fn inverted(&self, start: usize) -> Option<NounPhrase> {
        let phrase = self.phrase_behind(start)?;
        let speaks = match phrase.head {
            Head::Pronoun => {
                phrase.whole.end >= self.sentence.end || self.text.kind(phrase.whole.end) != Kind::Word
            }
            Head::Relative => false,
            _ if start >= 2 && self.text.quotes.holds(start - 2) => !self.text.is(start, Class::Object),
            _ => !self.text.is(start, Class::Object) && may_speak(self.text, &phrase),
        };
        speaks.then_some(phrase)
    }
}
