//! What a mark introduces behind a verb of speech: "said: “…”", "said in an interview, “…”", "said:" and the next
//! paragraph.

use std::ops::Range;

use onrecord_lexicon::Frame;

use crate::block::BlockKind;
use crate::content::{Content, parts};
use crate::token::Kind;
use crate::word_class::Class;

impl Content<'_, '_> {
    /// "chanting “one” and *“two”*": a second quotation behind "and".
    pub(crate) fn coordinated_quotation(&self, first: Range<usize>) -> Option<Range<usize>> {
        let text = self.text;
        let end = self.cue.sentence.end;
        let closed = text.quotes.at(first.start).filter(|quote| quote.tokens == first)?;
        let skip = |index: usize| index + usize::from(index < end && text.kind(index) == Kind::Comma);
        let and = skip(closed.tokens.end);
        let second = skip(and + 1);
        let joined = second < end && text.is(and, Class::Coordinator);
        joined
            .then(|| text.quotes.at(second))
            .flatten()
            .filter(|quote| quote.tokens.start == second)
            .map(|quote| quote.tokens.clone())
    }

    /// "said quietly, “…”", "ended so simply and plainly: “…”": to the mark before the quotation.
    pub(crate) fn skip_manner_to_quotation(&self, start: usize) -> usize {
        let text = self.text;
        let end = self.cue.sentence.end;
        let manner = |index: usize| {
            text.ends_with(index, "ly") || text.is_one_of(index, &["so", "very", "rather", "and"])
        };
        let stop = (start..end.min(start + 6)).find(|&index| !manner(index)).unwrap_or(start);
        let introduced = stop > start
            && stop + 1 < end
            && matches!(text.kind(stop), Kind::Comma | Kind::Colon)
            && text.quotes.holds(stop + 1);
        if introduced { stop } else { start }
    }

    /// A quotation right behind the verb, perhaps after "in a statement:" or "that".
    pub(crate) fn introduced_quotation(&self, index: usize) -> Option<Range<usize>> {
        let text = self.text;
        let end = self.cue.sentence.end;
        let mut at = index;
        while at < end && at < index + 3 && matches!(text.kind(at), Kind::Comma | Kind::Colon | Kind::Dash) {
            at += 1;
        }
        if at >= end {
            return self.next_block_quotation(index);
        }
        if let Some(quote) = text.quotes.at(at).filter(|quote| quote.tokens.start == at) {
            let again = self.coordinated_quotation(quote.tokens.clone()).is_some();
            let shouted = !self.takes_clause() && !self.frame(Frame::Object) && quote.tokens.len() > 5;
            // "yelled “No!” at them": a cry or a question is whole, whatever follows.
            let cried = quote.closed && matches!(text.word(quote.inner().end - 1), "!" | "?");
            let whole = at > index || again || shouted || cried || self.ends_clause(quote.tokens.end);
            return (self.speaks() && whole).then(|| quote.tokens.clone());
        }
        self.quotation_behind_phrase(index).or_else(|| self.quotation_behind_insertion(index))
    }

    /// "She said: *The home was cold*.": a clause without marks behind a colon.
    pub(crate) fn clause_behind_colon(&self, colon: usize) -> Option<Range<usize>> {
        let (text, end) = (self.text, self.cue.sentence.end);
        let first = colon + 1;
        let opens = first < end && text.kind(colon) == Kind::Colon && text.token(first).is_word();
        if !opens || !self.takes_clause() || self.limit < end {
            return None;
        }
        let finite = |at: usize| self.is_finite(at) || text.contracted_pronoun(at).is_some();
        let stop = self.clause_end(first);
        let plain = !(first..stop).any(|at| text.quotes.holds(at));
        (plain && (first..stop).any(finite)).then_some(first..stop)
    }

    /// "said, and I quote, “…”": behind the second of two commas.
    pub(crate) fn quotation_behind_insertion(&self, comma: usize) -> Option<Range<usize>> {
        let text = self.text;
        let reach = self.limit.min(self.cue.sentence.end).min(comma + 8);
        let opens = comma < reach && parts(text, comma) && self.speaks();
        let second = (comma + 1..reach).find(|&index| parts(text, index)).filter(|_| opens)?;
        let quote = text.quotes.at(second + 1)?;
        (quote.tokens.start == second + 1).then(|| quote.tokens.clone())
    }

    /// "said in an interview with the Echo: “…”": a colon, or a comma before a quotation that is a sentence.
    pub(crate) fn quotation_behind_phrase(&self, index: usize) -> Option<Range<usize>> {
        let text = self.text;
        let end = self.limit.min(self.cue.sentence.end).min(index + 40);
        let about = index < end && text.is_word(index, "of");
        let colon = (index..end)
            .take_while(|&at| !text.quotes.holds(at))
            .find(|&at| text.kind(at) == Kind::Colon || about && text.kind(at) == Kind::Comma)?;
        let clause = (index..colon)
            .any(|at| text.is_word(at, "that") || text.classes(at).has_any(&[Class::Subject]) && at == index);
        if clause || !self.speaks() {
            return None;
        }
        match text.quotes.at(colon + 1) {
            Some(quote) if quote.tokens.start == colon + 1 => Some(quote.tokens.clone()),
            _ if text.kind(colon) == Kind::Comma => None,
            _ => self.next_block_quotation(colon),
        }
    }

    /// "…, said:" at the end of a paragraph; the next one is the quotation.
    pub(crate) fn next_block_quotation(&self, from: usize) -> Option<Range<usize>> {
        let text = self.text;
        let end = text.tokens.blocks[self.cue.block].end;
        let colon =
            end > 0 && end == self.cue.sentence.end && text.kind(end - 1) == Kind::Colon && from + 1 >= end;
        if !colon || !self.speaks() {
            return None;
        }
        match text.quotes.at(end) {
            Some(quote) => (quote.tokens.start == end).then(|| quote.tokens.clone()),
            None => self.next_block_without_marks(),
        }
    }

    /// "The trust said:" before a paragraph that is printed without marks and holds none.
    pub(crate) fn next_block_without_marks(&self) -> Option<Range<usize>> {
        let text = self.text;
        let said = text.is_one_of(
            self.cue.tokens.start,
            &["said", "says", "wrote", "writes", "stated", "states", "added"],
        );
        let next = self.cue.block + 1;
        let block = text.tokens.blocks.get(next).filter(|_| said)?;
        let paragraph = text.blocks[next].kind == BlockKind::Paragraph;
        let whole = block.len() > 4 && text.kind(block.end - 1) == Kind::Stop;
        let plain = !block.clone().any(|at| text.quotes.holds(at) || text.is(at, Class::Reporting));
        (paragraph && whole && plain).then(|| block.start..block.end - 1)
    }
}
