//! Where another cue or the author cuts a reported clause off.

use onrecord_lexicon::Frame;

use crate::content::{Content, parts};
use crate::cue::{Cue, CueSpeaker, Order};
use crate::noun_phrase::{self, Head};
use crate::subject::is_said;
use crate::token::Kind;
use crate::word_class::Class;
use crate::word_list::{WordList, words};

/// Words that set what somebody else says against a clause.
static CONTRASTING: WordList = WordList::new(&["while", "although", "though", "whereas"]);

impl Content<'_, '_> {
    /// Where the next cue or the author takes over, else the sentence's end.
    pub(crate) fn cut_end(&self, start: usize) -> usize {
        let end = self.before_main_clause().unwrap_or(self.cue.sentence.end).max(start);
        let mut following = self.following.iter().take_while(|next| next.sentence == self.cue.sentence);
        let cut =
            following.find_map(|next| (next.tokens.start > start).then(|| self.cut_before(next, start))?);
        match cut {
            Some(cut) => cut.min(end),
            None => self.before_but(start, end),
        }
    }

    /// "Describing it as cold*,* she left": the comma before the subject that a leading participle waits for.
    fn before_main_clause(&self) -> Option<usize> {
        match &self.cue.speaker {
            CueSpeaker::Phrase(phrase) if self.cue.order == Order::Leading => {
                let subject = phrase.whole.start;
                let parted =
                    self.text.kind(subject - 1) == Kind::Comma && !self.text.quotes.holds(subject - 1);
                Some(subject - usize::from(parted))
            }
            _ => None,
        }
    }

    /// Where the next cue cuts this clause off, if it does: "…, but he admitted", "… and said", "…, adding".
    fn cut_before(&self, next: &Cue, start: usize) -> Option<usize> {
        let text = self.text;
        let mut lead = next.frame().start;
        if let Some(quote) = self.quotation_of(next, start) {
            return Some(quote);
        }
        let comma_before = parts(text, next.tokens.start - 1);
        if next.order == Order::SpeakerFirst && comma_before && matches!(next.speaker, CueSpeaker::SameAs(_))
        {
            return Some(next.tokens.start - 1);
        }
        if next.order == Order::SpeakerFirst
            && matches!(next.speaker, CueSpeaker::SameAs(_) | CueSpeaker::Main(_))
        {
            lead = self.back_to_coordinator(next.tokens.start)?;
            if text.is_word(lead, "and") && !self.says(next, lead) {
                return None;
            }
            return Some(self.before_comma(lead));
        }
        if lead <= start {
            return None;
        }
        match next.order {
            Order::Participle if self.is_coordinated_doing(next) => None,
            Order::Participle => Some(self.before_comma(self.back_over_adverbs(lead))),
            // The comma may stand inside quotation marks: “… like me,” | according to a poll.
            Order::AccordingTo => match text.quotes.at(lead - 1) {
                Some(quote) => {
                    (text.kind(lead - 2) == Kind::Comma && quote.tokens.end == lead).then_some(lead)
                }
                None => (text.kind(lead - 1) == Kind::Comma).then_some(lead - 1),
            },
            Order::SpeakerFirst => self.cut_before_subject(next, lead, start),
            Order::VerbFirst
            | Order::Passive
            | Order::Colon
            | Order::Turn
            | Order::Owner
            | Order::Leading => None,
        }
    }

    /// "drafting a plan and *holding* a vote would take time": what the clause is about, and no report.
    fn is_coordinated_doing(&self, next: &Cue) -> bool {
        let (text, verb) = (self.text, &next.tokens);
        let behind = verb.end < self.cue.sentence.end;
        let clause = behind && (text.is_word(verb.end, "that") || self.is_question(verb.end));
        !text.ends_with(self.cue.tokens.start, "ing")
            && text.is_word(verb.start - 1, "and")
            && !parts(text, verb.start - 2)
            && !clause
            && !text.frame(next.verb, Frame::Clause)
    }

    /// "…*, but* he admitted", "…*;* she said": before the next cue's subject and what joins it to the clause.
    fn cut_before_subject(&self, next: &Cue, lead: usize, start: usize) -> Option<usize> {
        let text = self.text;
        // "Staff said they were tired*,* the report said.": whoever tells all of it.
        let closes = next.tokens.end >= self.cue.sentence.end || text.kind(next.tokens.end) == Kind::Stop;
        if closes && parts(text, lead - 1) && matches!(next.speaker, CueSpeaker::Phrase(_)) {
            return Some(lead - 1);
        }
        let lead = self.start_of_pair(lead, start);
        let conjunction = text.is(lead - 1, Class::Coordinator) || text.is_any(lead - 1, &CONTRASTING);
        let comma = conjunction && lead >= 2 && text.kind(lead - 2) == Kind::Comma;
        let but = text.is_word(lead - 1, "but");
        let own =
            matches!(next.speaker, CueSpeaker::Phrase(_)) && text.is_one_of(lead - 1, &["while", "whereas"]);
        if own && lead > start + 2 {
            return Some(self.before_comma(lead - 1));
        }
        let named = text.is_word(lead - 1, "and")
            && matches!(&next.speaker, CueSpeaker::Phrase(phrase) if matches!(phrase.head, Head::Person { .. }))
            && is_said(text, next.tokens.start)
            && is_said(text, self.cue.tokens.start)
            && lead > start + 3;
        if named {
            return Some(self.before_comma(lead - 1));
        }
        let others = ["others", "another", "some", "he", "she", "they"];
        let another = !self.takes_clause() || text.is_one_of(lead, &others);
        if comma || but || conjunction && another {
            return Some(self.before_comma(lead - 1));
        }
        self.conjunction_before_when(lead, start)
            .or_else(|| self.comma_before_when(lead, start))
            .or_else(|| self.comma_before_quoting(next, lead))
            .or_else(|| (text.kind(lead - 1) == Kind::Semicolon).then_some(lead - 1))
    }

    /// ", while *Mr Vane and Ms Teale* suggested", ", but *only* two said": where the whole subject begins.
    fn start_of_pair(&self, lead: usize, floor: usize) -> usize {
        static LIMITS: WordList = WordList::new(&[
            "only", "just", "even", "more", "fewer", "less", "than", "about", "nearly", "almost", "roughly",
        ]);
        let text = self.text;
        let mut first = match text.is_word(lead - 1, "and") && lead > floor + 2 {
            true => noun_phrase::ending_at(text, lead - 1, floor).map_or(lead, |phrase| phrase.whole.start),
            false => lead,
        };
        while first > floor + 1 && text.is_any(first - 1, &LIMITS) {
            first -= 1;
        }
        let led = first > floor + 1
            && parts(text, first - 2)
            && (text.is(first - 1, Class::Coordinator) || text.is_any(first - 1, &CONTRASTING));
        if led { first } else { lead }
    }

    /// "… for long: | “It won't make it,” Mr Vane predicted": where the quotation of a cue of its own begins.
    fn quotation_of(&self, next: &Cue, start: usize) -> Option<usize> {
        let text = self.text;
        let lead = next.frame().start;
        let own = matches!(next.order, Order::SpeakerFirst | Order::VerbFirst)
            && matches!(next.speaker, CueSpeaker::Phrase(_));
        let quote = [lead.checked_sub(1), lead.checked_sub(2)]
            .into_iter()
            .flatten()
            .find_map(|at| text.quotes.at(at))?;
        let first = quote.tokens.start;
        let apart =
            first > start + 1 && matches!(text.kind(first - 1), Kind::Dash | Kind::Colon | Kind::Semicolon);
        (own && apart).then(|| first - 1)
    }

    /// "As she said it was late*,* a man yelled “No!”": the comma before a cue with a quotation of its own.
    fn comma_before_quoting(&self, next: &Cue, lead: usize) -> Option<usize> {
        let text = self.text;
        let end = self.cue.sentence.end;
        let behind = next.tokens.end;
        let quote = behind + usize::from(behind < end && text.kind(behind) == Kind::Colon);
        let own = quote < end && text.quotes.at(quote).is_some_and(|found| found.tokens.start == quote);
        (own && text.means_speech(next.verb) && parts(text, lead - 1)).then(|| lead - 1)
    }

    /// "…*, and* when asked about it, | she said": the comma before a conjunction that an aside parts from a new
    /// cue.
    fn conjunction_before_when(&self, lead: usize, start: usize) -> Option<usize> {
        let text = self.text;
        if !parts(text, lead - 1) {
            return None;
        }
        let floor = start.max(lead.saturating_sub(16));
        let leads = |&comma: &usize| {
            let aside = comma + 2;
            parts(text, comma)
                && text.is(comma + 1, Class::Coordinator)
                && text.classes(aside).has_any(&[Class::Subordinator, Class::Preposition, Class::When])
        };
        (floor..lead.saturating_sub(2)).rev().find(leads)
    }

    /// "…, at a meeting this week | she said": the comma before a phrase of time or place that leads a new cue.
    fn comma_before_when(&self, lead: usize, start: usize) -> Option<usize> {
        let text = self.text;
        let comma = (start.max(lead.saturating_sub(9))..lead).rev().find(|&index| parts(text, index))?;
        let phrase = comma + 1..lead;
        let led =
            !phrase.is_empty() && text.classes(phrase.start).has_any(&[Class::Preposition, Class::When]);
        (led && self.is_time_phrase(phrase.start, phrase.end)).then_some(comma)
    }

    /// Whether a coordinated verb surely reports speech again.
    fn says(&self, next: &Cue, and: usize) -> bool {
        let text = self.text;
        if (and + 1..next.tokens.start).any(|index| text.classes(index).has_any(&[Class::Have, Class::Be])) {
            return false;
        }
        let frames = &text.lexicon.verbs()[usize::from(next.verb)].frames;
        let plain = frames.first().is_some_and(|frame| matches!(frame, Frame::Object))
            && text.ends_with(next.tokens.start, "ed");
        let speech = frames.first().is_some_and(|frame| matches!(frame, Frame::Clause | Frame::That));
        let quoted = next.tokens.end + 8 >= self.cue.sentence.end
            || (next.tokens.end..next.tokens.end + 8).any(|index| text.quotes.holds(index));
        let that = next.tokens.end < self.cue.sentence.end && text.is_word(next.tokens.end, "that");
        let infinitive = text.frame(next.verb, Frame::Infinitive);
        speech || plain || that || infinitive || (quoted && !frames.is_empty())
    }

    /// The comma where the author speaks again: before "but has since closed" and "as have others".
    pub(crate) fn before_but(&self, start: usize, end: usize) -> usize {
        let text = self.text;
        let relative = matches!(&self.cue.speaker, CueSpeaker::Phrase(phrase) if phrase.relative);
        let again = |comma: &usize| {
            let at = *comma + 2;
            if at >= end || relative || !parts(text, *comma) || !text.is_any(at - 1, words!["but", "as"]) {
                return false;
            }
            let finite = |at: usize| {
                at < end && text.classes(at).has_any(&[Class::Modal, Class::Be, Class::Have, Class::Do])
            };
            // "but she has since left": the author goes on with the same person.
            let same =
                at < end && text.is_any(at, words!["he", "she", "they"]) && text.is_word(at - 1, "but");
            finite(at) || same && (finite(at + 1) || at + 1 < end && text.ends_with(at + 1, "ed"))
        };
        (start..end).find(again).unwrap_or(end)
    }

    fn back_to_coordinator(&self, verb: usize) -> Option<usize> {
        (verb.saturating_sub(5)..verb).rev().find(|&index| self.text.is(index, Class::Coordinator))
    }

    fn back_over_adverbs(&self, mut index: usize) -> usize {
        while index > 0
            && (self.text.is(index - 1, Class::Adverb)
                || self.text.is_any(index - 1, words!["while", "before", "after", "and", "but", "by"]))
        {
            index -= 1;
        }
        index
    }

    fn before_comma(&self, index: usize) -> usize {
        if index > 0 && self.text.kind(index - 1) == Kind::Comma && !self.text.quotes.holds(index - 1) {
            index - 1
        } else {
            index
        }
    }
}
