//! Content in a list: "Inspectors found:" and one item after the other.

use std::ops::Range;

use crate::block::BlockKind;
use crate::content::Content;
use crate::token::Kind;
use crate::word_class::Class;

impl Content<'_, '_> {
    /// "Inspectors found:" and a list: one segment for each item.
    pub(crate) fn list(&self) -> Option<Vec<Range<usize>>> {
        let text = self.text;
        let end = text.tokens.blocks[self.cue.block].end;
        let introduces = self.takes_clause()
            && self.cue.sentence.end == end
            && text.kind(end - 1) == Kind::Colon
            && self.limit >= end;
        let behind = self.cue.tokens.end..end - 1;
        if !introduces
            || behind.clone().any(|index| text.quotes.holds(index))
            || !self.leads_into_list(behind)
        {
            return None;
        }
        let rest = text.blocks[self.cue.block + 1..]
            .iter()
            .enumerate()
            .map(|(offset, block)| (self.cue.block + 1 + offset, block));
        let listed = rest
            .filter(|(_, block)| block.kind.is_text())
            .take_while(|(_, block)| block.kind == BlockKind::Item);
        let items: Vec<Range<usize>> = listed
            .map(|(index, _)| self.item(text.tokens.blocks[index].clone()))
            .filter(|range| !range.is_empty())
            .collect();
        (!items.is_empty()).then_some(items)
    }

    /// Nothing, "that the force", "it must": what may stand between the verb and the colon.
    pub(crate) fn leads_into_list(&self, range: Range<usize>) -> bool {
        let text = self.text;
        range.len() <= 14
            && !range.clone().any(|index| text.kind(index) == Kind::Stop)
            && (range.is_empty()
                || range.clone().any(|index| text.is_word(index, "that") || text.is(index, Class::Modal))
                || text.is(range.start, Class::When))
    }

    /// An item without what closes it.
    pub(crate) fn item(&self, range: Range<usize>) -> Range<usize> {
        let text = self.text;
        let mut end = range.end;
        while end > range.start
            && (matches!(text.kind(end - 1), Kind::Semicolon | Kind::Comma | Kind::Stop)
                && !text.quotes.holds(end - 1)
                || text.is(end - 1, Class::Coordinator))
        {
            end -= 1;
        }
        range.start..end
    }
}
