//! Quotations that no cue reports: they go on with the speech before them, or with what comes after.

use std::collections::BTreeMap;

use crate::block::BlockKind;
use crate::cues_to_statements::Writer;
use crate::quote::Quote;
use crate::token::Kind;
use crate::word_class::Class;

use onrecord_model::StatementKind;

/// Segments by their first token: where each ends and whose it is.
type Segments = BTreeMap<usize, (usize, usize)>;

impl Writer<'_, '_> {
    /// Quotations that no cue reports join the speech before them, or what comes after where they run on.
    pub(crate) fn join_quotations(&mut self) {
        // No two statements share a token, so none are equal: a sort that takes no memory keeps their order.
        self.statements.sort_unstable_by_key(|statement| statement.segments[0].start);
        let segments = self.statements.iter().enumerate().flat_map(|(number, statement)| {
            statement.segments.iter().map(move |range| (range.start, (range.end, number)))
        });
        let mut spoken: Segments = segments.collect();
        let quotes = &self.text.quotes.list;
        for (index, next) in quotes.iter().enumerate().skip(1).rev() {
            if self.runs_on_free(index - 1) {
                let owner = spoken.get(&next.tokens.start).map(|&(_, number)| number);
                self.join(&quotes[index - 1], owner, &mut spoken);
            }
        }
        for quote in quotes {
            if self.is_free(&quote.tokens) && self.is_whole(quote) && !self.is_introduced(quote) {
                let owner = self.speech_before(quote, &spoken);
                self.join(quote, owner, &mut spoken);
            }
        }
    }

    /// A quotation without closing mark, whose next paragraph goes on with it.
    fn runs_on_free(&self, index: usize) -> bool {
        let quotes = &self.text.quotes.list;
        let quote = &quotes[index];
        let Some(next) = quotes.get(index + 1) else { return false };
        let starts_block = next.tokens.start == self.text.tokens.blocks[next.block].start;
        let own_start = self.text.tokens.blocks[quote.block].start;
        !quote.closed
            && quote.tokens.start == own_start
            && starts_block
            && next.block > quote.block
            && self.is_free(&quote.tokens)
            && self.is_whole(quote)
            && self.text_between(quote.block, next.block) == 0
    }

    /// Whether a quotation is a sentence of its own and not words picked out by the author.
    pub(crate) fn is_whole(&self, quote: &Quote) -> bool {
        let text = self.text;
        let kind = text.blocks[quote.block].kind;
        if !matches!(kind, BlockKind::Paragraph | BlockKind::Item) {
            return false;
        }
        let block = text.tokens.blocks[quote.block].clone();
        let start = quote.tokens.start;
        let opens = start == block.start
            || matches!(text.kind(start - 1), Kind::Stop | Kind::Colon)
            || text.quotes.holds(start - 1)
            || self.goes_on_behind_word(start);
        let end = quote.tokens.end;
        let closes = end >= block.end
            || matches!(text.kind(end - 1), Kind::Stop)
            || (quote.closed && matches!(text.kind(end - 2), Kind::Stop))
            || text.kind(end) == Kind::Stop && end + 1 >= block.end;
        opens && closes
    }

    /// "“One,” she said. *But* “two.”": a word alone between the end of a sentence and a quotation.
    fn goes_on_behind_word(&self, start: usize) -> bool {
        let text = self.text;
        let comma = usize::from(text.kind(start - 1) == Kind::Comma);
        let Some(word) = start.checked_sub(1 + comma) else { return false };
        let alone = text.classes(word).has_any(&[Class::Coordinator, Class::Adverb]);
        alone && word > 0 && (text.kind(word - 1) == Kind::Stop || text.quotes.holds(word - 1))
    }

    /// "Kasich resisted: “…”": whoever the words before the colon speak of, it need not be who spoke last.
    fn is_introduced(&self, quote: &Quote) -> bool {
        let start = quote.tokens.start;
        start > self.text.tokens.blocks[quote.block].start && self.text.kind(start - 1) == Kind::Colon
    }

    /// The statement that a quotation goes on with: the last before it, in this or the paragraph before.
    fn speech_before(&self, quote: &Quote, spoken: &Segments) -> Option<usize> {
        let (_, &(end, number)) = spoken.range(..quote.tokens.start).next_back()?;
        let cue = &self.statements[number].cue;
        let end = if cue.end <= quote.tokens.start { end.max(cue.end) } else { end };
        let block = self.block_of(end - 1);
        (self.text_between(block, quote.block) == 0).then_some(number)
    }

    fn block_of(&self, token: usize) -> usize {
        self.text.tokens.blocks.partition_point(|range| range.end <= token)
    }

    /// Number of blocks of running text between two blocks.
    fn text_between(&self, first: usize, last: usize) -> usize {
        let between = self.text.blocks.get(first + 1..last).unwrap_or_default();
        between.iter().filter(|block| matches!(block.kind, BlockKind::Paragraph | BlockKind::Item)).count()
    }

    fn join(&mut self, quote: &Quote, statement: Option<usize>, spoken: &mut Segments) {
        let Some(number) = statement else { return };
        let tokens = quote.tokens.clone();
        self.taken[tokens.clone()].fill(true);
        spoken.insert(tokens.start, (tokens.end, number));
        let statement = &mut self.statements[number];
        let place = statement.segments.partition_point(|range| range.start < tokens.start);
        statement.segments.insert(place, tokens.clone());
        let joined = self.kind(&[tokens]);
        let statement = &mut self.statements[number];
        if statement.kind != joined {
            statement.kind = StatementKind::Mixed;
        }
    }
}
