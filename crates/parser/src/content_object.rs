//! The words that verbs like "describe", "call", "promise" and "praise" take, which count only with quoted words.

use std::ops::Range;

use onrecord_lexicon::Frame;

use crate::content::{Content, is_term_of_art};
use crate::cue::{CueSpeaker, Order};
use crate::finite_verb::is_past;
use crate::token::Kind;
use crate::word_class::Class;
use crate::word_list::words;

impl Content<'_, '_> {
    /// "described X as Y", "called it Y": only Y, and only with quoted words.
    pub(crate) fn as_what(&self, start: usize) -> Option<Range<usize>> {
        let text = self.text;
        let end = self.clause_end(start);
        let quote = self.own_quote(start, end)?;
        let end = self.before_when(quote, end);
        if self.frame(Frame::As) {
            let link = (start..quote + 1).rev().find(|&index| {
                !text.quotes.holds(index)
                    && text.is_any(index, words!["as", "to"])
                    && (text.is_word(index, "as") || self.links_with_to())
            });
            if let Some(link) = link.filter(|&link| quote - link <= 6) {
                return Some(link + 1..self.end_of_name(quote, end));
            }
        }
        (self.frame(Frame::Name) && quote - start <= 14).then(|| {
            let article = quote > start
                && text.is(quote - 1, Class::Determiner)
                && !text.is_any(quote - 1, words!["his", "her", "its", "their"]);
            let stop = self.end_of_name(quote, end);
            let goes_on = stop > text.quotes.at(quote).map_or(quote, |found| found.tokens.end);
            quote - usize::from(article && goes_on)..stop
        })
    }

    /// "was branded *“chaotic”* by inspectors", "praised for *their “warmth”* by Ofsted": between the verb and "by".
    pub(crate) fn before_agent(&self) -> Option<Range<usize>> {
        let text = self.text;
        let CueSpeaker::Phrase(agent) = &self.cue.speaker else { return None };
        let (start, by) = (self.cue.tokens.end, agent.whole.start.checked_sub(1)?);
        if self.cue.order != Order::Passive || by <= start || !text.is_word(by, "by") {
            return None;
        }
        let quote = self.quote_between(start, by)?;
        let link = (start..quote).find(|&index| text.is_any(index, words!["as", "for", "over", "of"]));
        let from = link.map_or(quote, |link| link + 1);
        Some(from..by)
    }

    /// "“sorry” | after inspectors found that": another's report behind the quotation is no part of the words.
    fn before_when(&self, quote: usize, end: usize) -> usize {
        let text = self.text;
        let close = text.quotes.at(quote).map_or(end, |found| found.tokens.end).min(end);
        let tells = |index: usize| {
            (index + 1..end.min(index + 12)).any(|at| is_past(text, at) && text.is(at, Class::Reporting))
        };
        let tells_when = |&index: &usize| {
            !text.quotes.holds(index) && text.is_any(index, words!["after", "when"]) && tells(index)
        };
        (close..end.min(close + 8)).find(tells_when).unwrap_or(end)
    }

    /// The end of what something is called: with its quotation, unless words of its own follow.
    pub(crate) fn end_of_name(&self, quote: usize, end: usize) -> usize {
        let text = self.text;
        let close = text.quotes.at(quote).map_or(end, |found| found.tokens.end).min(end);
        let parted = close < end
            && (matches!(text.kind(close), Kind::Comma | Kind::Dash) || text.is(close, Class::Coordinator));
        let again = parted && (close + 1..end.min(close + 5)).any(|index| text.quotes.holds(index));
        let ends = parted && !again || self.ends_with_comma(quote) || self.is_what_is_called();
        if ends { close } else { end }
    }

    /// “a stain,” | a word she took back: a comma inside the marks parts what follows from the quotation, unless
    /// that is coordinated with it.
    fn ends_with_comma(&self, quote: usize) -> bool {
        let text = self.text;
        let Some(quote) = text.quotes.at(quote).filter(|quote| quote.closed) else { return false };
        let behind = quote.tokens.end;
        let goes_on = behind < self.cue.sentence.end
            && (text.quotes.holds(behind) || text.is(behind, Class::Coordinator));
        text.kind(quote.inner().end - 1) == Kind::Comma && !goes_on
    }

    /// "what she *called* “a stain” | was a spot": the words name a thing of which more is said.
    fn is_what_is_called(&self) -> bool {
        let start = self.cue.frame().start;
        start > self.cue.sentence.start && self.text.is_word(start - 1, "what")
    }

    /// The first quotation in a range that belongs to this cue and is more than a grade.
    pub(crate) fn own_quote(&self, start: usize, end: usize) -> Option<usize> {
        self.quote_between(start, end.min(self.limit.max(start)))
    }

    /// liken X to Y, compare X to Y
    pub(crate) fn links_with_to(&self) -> bool {
        let lemma = &self.text.lexicon.verbs()[usize::from(self.cue.verb)].lemma;
        matches!(lemma.as_str(), "liken" | "compare")
    }

    /// "promised to “fix it”", "urged the council to “act”": with quoted words only.
    pub(crate) fn infinitive(&self, start: usize) -> Option<Range<usize>> {
        let text = self.text;
        if !self.frame(Frame::Infinitive) {
            return None;
        }
        let end = self.clause_end(start);
        let quote = self.own_quote(start, end)?;
        let end = self.before_when(quote, end);
        // "offered “an apology” to parents": the words come first, so there is nothing to do behind "to".
        let reach = end.min(start + 12).min(text.quotes.at(quote).map_or(end, |quote| quote.tokens.end));
        let to = (start..reach).find(|&index| !text.quotes.holds(index) && text.is_word(index, "to"))?;
        (to + 1 < end).then_some(to + 1..end)
    }

    /// "praised the “warmth” of staff": the whole object, with quoted words only.
    pub(crate) fn object(&self, start: usize) -> Option<Range<usize>> {
        if !self.frame(Frame::Object) {
            return None;
        }
        let end = self.clause_end(start);
        let quote = self.own_quote(start, end)?;
        let close = self.text.quotes.at(quote).map_or(end, |quote| quote.tokens.end).min(end);
        let end = if self.ends_with_comma(quote) { close } else { self.before_when(quote, end) };
        let own = self.text.is(start, Class::Preposition) && !self.text.is_word(start, "as");
        Some(start + usize::from(own && self.drops_preposition(start))..end)
    }

    /// cautioned against "…": the preposition belongs to the verb.
    pub(crate) fn drops_preposition(&self, start: usize) -> bool {
        self.text.is_any(start, words!["against", "of", "to", "for", "about", "on"])
            && self.text.lexicon.verbs()[usize::from(self.cue.verb)].lemma.split(' ').count() == 1
            && !self.text.is_any(self.cue.tokens.start, words!["accused", "accuses", "accusing"])
    }

    /// The first token of a quotation in a range that is more than a grade.
    pub(crate) fn quote_between(&self, start: usize, end: usize) -> Option<usize> {
        (start..end).find(|&index| {
            self.text.quotes.at(index).is_some_and(|quote| !is_term_of_art(self.text, quote.tokens.clone()))
        })
    }
}
