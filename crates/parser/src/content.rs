//! What a cue reports: the quotation beside it, the clause behind or before it, or the words a verb like
//! "describe" takes.

use std::ops::Range;

use onrecord_lexicon::Frame;

use crate::cue::{Cue, CueSpeaker, Order};
use crate::finite_verb::{is_past, is_surely_finite};
use crate::text::Text;
use crate::token::Kind;
use crate::word_class::Class;

/// A cue with what may limit its content.
pub(crate) struct Content<'a, 'b> {
    pub text: &'b Text<'a>,
    pub cue: &'b Cue,
    /// The start of the next cue's frame in the sentence, else the sentence's end.
    pub limit: usize,
    /// The cues that come after this one.
    pub following: &'b [Cue],
}

impl Content<'_, '_> {
    /// The pieces of the content, in order; empty where the cue reports nothing that counts.
    pub(crate) fn segments(&self) -> Vec<Range<usize>> {
        match self.cue.order {
            Order::AccordingTo => return self.according_to(),
            Order::Colon => return self.behind_colon(),
            Order::Turn => return Some(self.cue.tokens.end..self.cue.sentence.end).into_iter().collect(),
            Order::Owner => {
                let end = self.cue.sentence.end;
                let that = (self.cue.tokens.end..end).find(|&index| self.text.is_word(index, "that"));
                let start = that.map_or(end, |that| that + 1);
                return Some(start..self.end_of_named_clause(start))
                    .into_iter()
                    .filter(|range| !range.is_empty())
                    .collect();
            }
            _ => {}
        }
        if let Some(clause) = self.behind_as().or_else(|| self.before_as()) {
            return vec![clause];
        }
        if let Some(clause) = self.behind_relative() {
            return vec![clause];
        }
        let left = self.left().or_else(|| self.stopped_quotation());
        match left {
            Some(left) => [left].into_iter().chain(self.right_of_medial()).collect(),
            None => self.behind_lone_adverb().map_or_else(|| self.right(), |clause| vec![clause]),
        }
    }

    /// "Still, he said, | staff were kind": only what goes on behind the cue.
    fn behind_lone_adverb(&self) -> Option<Range<usize>> {
        let start = self.cue.frame().start;
        let lone = start >= self.cue.sentence.start + 2
            && self.clause_start(self.cue.sentence.start) + 2 >= start
            && parts(self.text, start - 1)
            && self.text.classes(start - 2).has_any(&[Class::Adverb, Class::Starter, Class::Coordinator])
            && self.cue.order == Order::SpeakerFirst
            && self.takes_clause();
        lone.then(|| self.right_of_medial()).flatten()
    }

    /// "Ada Nwosu: “…”": the quotation; "Ada Nwosu: ‘Worst’ is behind us": the clause.
    fn behind_colon(&self) -> Vec<Range<usize>> {
        let (text, start, end) = (self.text, self.cue.tokens.end, self.cue.sentence.end);
        if start >= end {
            return self.next_block_quotation(self.cue.tokens.start).into_iter().collect();
        }
        let quote = text.quotes.at(start).map(|quote| quote.tokens.clone());
        let goes_on = quote.as_ref().is_none_or(|quote| quote.end < end && text.token(quote.end).is_word());
        vec![quote.filter(|_| !goes_on).unwrap_or(start..self.cut_end(start).min(end))]
    }

    /// Where the clause behind "her claim that" ends: before a comma, else with the sentence.
    fn end_of_named_clause(&self, start: usize) -> usize {
        let end = self.clause_end(start);
        let end = (start..end).find(|&index| parts(self.text, index)).unwrap_or(end);
        self.before_predicate(start, end)
    }

    /// "Her claim that staff were kind *was* false": before the verb of the noun, the second of two that have no
    /// subject, conjunction or relative pronoun between them.
    fn before_predicate(&self, start: usize, end: usize) -> usize {
        let text = self.text;
        let opens = self.clause_start(self.cue.sentence.start);
        let subject = matches!(&self.cue.speaker, CueSpeaker::Phrase(owner) if owner.whole.start == opens);
        let verb = |index: &usize| {
            let bare = text.classes(*index).has_any(&[Class::Be, Class::Have, Class::Modal, Class::Do]);
            !text.quotes.holds(*index)
                && (bare && !text.is_one_of(*index, &["be", "been", "being", "have", "having"])
                    || is_surely_finite(text, *index, self.cue.sentence.end))
        };
        let Some(first) = (start..end).find(|index| verb(index) || is_past(text, *index)).filter(|_| subject)
        else {
            return end;
        };
        let joins = |index: usize| {
            text.classes(index).has_any(&[
                Class::Coordinator,
                Class::Relative,
                Class::Subordinator,
                Class::Subject,
            ]) && !text.is(index, Class::Preposition)
                || text.classes(index).has(Class::Question)
                || text.quotes.holds(index)
        };
        let behind = first + 2..end;
        let second = behind.into_iter().take_while(|&index| !joins(index)).find(verb);
        let apart = |&index: &usize| {
            text.token(index - 1).is_word()
                && !text.classes(index - 1).has_any(&[
                    Class::Be,
                    Class::Have,
                    Class::Modal,
                    Class::Do,
                    Class::Adverb,
                    Class::Negation,
                    Class::Preposition,
                ])
                && !text.is_word(index - 1, "to")
        };
        second.filter(apart).unwrap_or(end)
    }

    /// "As the report notes, | staff were kind", "As noted by inspectors, | …".
    fn behind_as(&self) -> Option<Range<usize>> {
        let (text, sentence) = (self.text, &self.cue.sentence);
        let index = self.skip_when(self.cue.frame().end.max(self.cue.tokens.end));
        let first = self.clause_start(sentence.start);
        let led = matches!(self.cue.order, Order::SpeakerFirst | Order::Passive)
            && text.is_word(first, "as")
            && self.cue.frame().start == first + 1
            && (self.takes_clause() || self.speaks());
        let clause = led && index + 1 < sentence.end && text.kind(index) == Kind::Comma;
        // The clause may begin with a subordinate one of its own: it ends with the sentence all the same.
        clause.then(|| index + 1..self.cut_end(index + 1))
    }

    /// "Staff were kind, as the report notes".
    fn before_as(&self) -> Option<Range<usize>> {
        let (text, sentence) = (self.text, &self.cue.sentence);
        let start = self.cue.frame().start;
        let led = matches!(self.cue.order, Order::SpeakerFirst | Order::Passive)
            && start >= sentence.start + 3
            && text.is_word(start - 1, "as")
            && parts(text, start - 2)
            && self.takes_clause();
        // "However, as she told us, it was cold": a word alone in front is no clause.
        let states = |clause: &Range<usize>| clause.len() > 1 || !self.is_adverb(clause.start);
        (led && self.is_parenthetical()).then(|| self.clause_start(sentence.start)..start - 2).filter(states)
    }

    pub(crate) fn frame(&self, frame: Frame) -> bool {
        self.text.frame(self.cue.verb, frame)
    }

    /// Whether the verb may stand beside a clause or quotation of its own.
    pub(crate) fn takes_clause(&self) -> bool {
        [Frame::Clause, Frame::That, Frame::Tell].iter().any(|&frame| self.frame(frame))
    }

    pub(crate) fn speaks(&self) -> bool {
        self.takes_clause() || self.frame(Frame::Quotation)
    }

    /// A verb that agrees with its subject: is, has, will, does.
    pub(crate) fn is_finite(&self, index: usize) -> bool {
        self.text.classes(index).has_any(&[Class::Be, Class::Have, Class::Modal, Class::Do])
    }

    pub(crate) fn is_adverb(&self, index: usize) -> bool {
        self.text.classes(index).has_any(&[Class::Adverb, Class::When])
    }

    /// "that will": the pronoun, whose verb follows at once.
    pub(crate) fn is_relative_that(&self, index: usize) -> bool {
        let next = index + 1;
        self.text.is_word(index, "that")
            && next < self.cue.sentence.end
            && self.text.classes(next).has_any(&[Class::Modal, Class::Be, Class::Have, Class::Do])
            && index > self.cue.tokens.end
    }
}

/// A comma outside quotation marks.
pub(crate) fn parts(text: &Text<'_>, index: usize) -> bool {
    text.kind(index) == Kind::Comma && !text.quotes.holds(index)
}

pub(crate) fn is_pause(text: &Text<'_>, index: usize) -> bool {
    matches!(text.kind(index), Kind::Comma | Kind::Dash)
}

/// Whether a range is a grade, a regime or a programme, quotation marks and stops aside.
pub(crate) fn is_term_of_art(text: &Text<'_>, range: Range<usize>) -> bool {
    let is_word = |index: &usize| matches!(text.kind(*index), Kind::Word | Kind::Number);
    let Some(first) = range.clone().find(is_word) else { return false };
    let Some(last) = range.clone().rev().find(is_word) else { return false };
    last - first <= 6 && text.term_of_art_at(first, range.end).is_some_and(|length| first + length > last)
}
