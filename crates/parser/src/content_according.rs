//! The content beside "according to": behind it, before it, or on both sides.

use std::ops::Range;

use crate::content::{Content, parts};
use crate::finite_verb::is_past;
use crate::token::Kind;
use crate::verb_form::ONLY_PARTICIPLES;
use crate::word_class::Class;

impl Content<'_, '_> {
    /// "According to X, …" and "…, according to X, and …".
    pub(crate) fn according_to(&self) -> Vec<Range<usize>> {
        let text = self.text;
        let (start, end) = (self.cue.sentence.start, self.cue.sentence.end);
        let frame = self.cue.frame();
        let comma = (frame.end..end.min(frame.end + 40))
            .find(|&index| text.kind(index) == Kind::Comma && !text.quotes.holds(index));
        let behind_colon =
            frame.start > start && matches!(text.kind(frame.start - 1), Kind::Colon | Kind::Semicolon);
        let leads = behind_colon
            || frame.start <= start + 2
                && (start..frame.start).all(|index| {
                    !matches!(text.kind(index), Kind::Number)
                        && (text.kind(index) == Kind::Comma
                            || text.classes(index).has_any(&[Class::Coordinator, Class::Adverb]))
                });
        if leads {
            if let Some(quote) = self.quotation_behind_source(frame.end) {
                return vec![quote];
            }
            let Some(comma) = comma.map(|comma| self.past_relative(comma)) else { return Vec::new() };
            return Some(comma + 1..self.clause_end(comma + 1))
                .into_iter()
                .filter(|range| !range.is_empty())
                .collect();
        }
        let left = self.clause_start(start)..frame.start;
        let right =
            comma.filter(|&comma| comma + 1 < end).and_then(|comma| self.behind_according(&left, comma + 1));
        Some(left).into_iter().chain(right).filter(|range| !range.is_empty()).collect()
    }

    /// "According to the report: *“…”*".
    fn quotation_behind_source(&self, colon: usize) -> Option<Range<usize>> {
        let text = self.text;
        let introduced = colon < self.cue.sentence.end && text.kind(colon) == Kind::Colon;
        let quote = text.quotes.at(colon + 1).filter(|quote| quote.tokens.start == colon + 1);
        quote.filter(|_| introduced).map(|quote| quote.tokens.clone())
    }

    /// "According to Maud Lissett, whose father waited, | …", "According to the report, published on Monday, | …": past
    /// what is said of whoever speaks, to the comma behind it.
    pub(crate) fn past_relative(&self, comma: usize) -> usize {
        let text = self.text;
        let (first, end) = (comma + 1, self.cue.sentence.end);
        let participle = || {
            (is_past(text, first) || text.is_one_of(first, ONLY_PARTICIPLES))
                && first + 1 < end
                && text.classes(first + 1).has_any(&[Class::Preposition, Class::When, Class::Adverb])
        };
        let relative = first < end && text.is_one_of(first, &["who", "whose", "which"]);
        let told_of = relative || first < end && participle();
        let behind = || (first..end).find(|&index| parts(text, index));
        told_of.then(behind).flatten().unwrap_or(comma)
    }

    /// What goes on behind ", according to X,": ", and …", or the verb that the clause before waits for.
    pub(crate) fn behind_according(&self, left: &Range<usize>, index: usize) -> Option<Range<usize>> {
        let text = self.text;
        let finite =
            |index: usize| text.classes(index).has_any(&[Class::Be, Class::Have, Class::Modal, Class::Do]);
        let whole = left.clone().any(finite);
        let start = if text.is(index, Class::Coordinator) { index + 1 } else { index };
        let waits =
            !whole && !text.classes(index).has_any(&[Class::Relative]) && !text.ends_with(index, "ing");
        (text.is(index, Class::Coordinator) || finite(index) || waits).then(|| start..self.clause_end(start))
    }
}
