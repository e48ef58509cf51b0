//! One word's search through the phrase book: which row, read from there, reaches furthest.

use onrecord_lexicon::Slot;

use crate::phrase_book::{Filled, PhraseBook, PhraseMatch, Slots};
use crate::phrase_graph::{On, READ, WordEdge};
use crate::phrase_needs::Held;
use crate::token::{Symbol, Token};

/// No row may cost more steps than this at one word, whatever its template.
const MOST_STEPS: u32 = 4000;

/// One search from one word.
pub(crate) struct Walk<'a, S> {
    book: &'a PhraseBook,
    tokens: &'a [Token],
    held: &'a Held,
    slots: &'a S,
    steps: u32,
    best: &'a mut PhraseMatch,
    /// Where the best match ends, and how many tokens it covers.
    found: Option<(usize, usize)>,
}

impl<'a, S: Slots> Walk<'a, S> {
    pub(crate) fn new(
        book: &'a PhraseBook,
        tokens: &'a [Token],
        held: &'a Held,
        slots: &'a S,
        best: &'a mut PhraseMatch,
    ) -> Self {
        Self { book, tokens, held, slots, steps: 0, best, found: None }
    }

    /// Whether a row has matched; the caller's match is then the best.
    pub(crate) fn found(&self) -> bool {
        self.found.is_some()
    }

    /// Tries a row that may begin at a word.
    pub(crate) fn row(&mut self, row: u16, at: usize) {
        self.steps = 0;
        self.best.stack.clear();
        self.follow(row, self.book.rows[usize::from(row)].start, at, at);
    }

    /// Takes every edge of a state that the tokens at `at` allow.
    fn follow(&mut self, row: u16, state: u32, first: usize, at: usize) {
        self.steps += 1;
        if self.steps > MOST_STEPS {
            return;
        }
        if state == READ {
            self.finish(row, first, at);
            return;
        }
        let book = self.book;
        let state = book.graph.state(state);
        let here = self.held.past_quotation_marks(self.tokens, at);
        let token = (here < self.held.sentence.end).then(|| &self.tokens[here]);
        let known = token.map(|token| token.symbol).filter(|&symbol| symbol != Symbol::UNKNOWN);
        let words = known.map_or(&[][..], |symbol| state.on_word(symbol));
        if state.others.is_empty() {
            words.iter().for_each(|word| self.follow_word(row, word, first, here));
            return;
        }
        let mut words = words.iter().peekable();
        for edge in &state.others {
            while let Some(word) = words.next_if(|word| word.place < edge.place) {
                self.follow_word(row, word, first, here);
            }
            match edge.on {
                On::Nothing => self.finish(row, first, at),
                On::Mark(kind) if token.is_some_and(|token| token.kind == kind) => {
                    self.follow(row, edge.to, first, here + 1);
                }
                On::Mark(_) => {}
                On::Slot(slot) => self.follow_slot(row, slot, edge.to, first, here),
            }
        }
        for word in words {
            self.follow_word(row, word, first, here);
        }
    }

    /// Goes on behind a word, where the next token lets the row do so.
    #[inline]
    fn follow_word(&mut self, row: u16, word: &WordEdge, first: usize, here: usize) {
        self.follow_if_open(row, word.to, first, here + 1);
    }

    /// Most rows end right behind their first word: that costs a step, but no search.
    #[inline]
    fn follow_if_open(&mut self, row: u16, to: u32, first: usize, at: usize) {
        if self.book.graph.state(to).passes(self.held.behind(self.tokens, at, self.slots)) {
            self.follow(row, to, first, at);
        } else {
            self.steps += 1;
        }
    }

    fn follow_slot(&mut self, row: u16, slot: Slot, to: u32, first: usize, here: usize) {
        let (slots, limit) = (self.slots, self.held.sentence.end);
        if here >= limit {
            return;
        }
        slots.read(slot, here, limit, &mut |end| {
            self.best.stack.push(Filled { slot, tokens: here..end });
            self.follow_if_open(row, to, first, end);
            self.best.stack.pop();
        });
    }

    /// The words are read; a leading slot before them is still to find.
    fn finish(&mut self, row: u16, first: usize, end: usize) {
        let lead = self.book.rows[usize::from(row)].lead;
        let Some((slot, may_be_missing)) = lead else {
            self.accept(row, None, first, end);
            return;
        };
        let mut begin = None;
        let before = self.before_quotation_marks(first);
        self.slots.read_back(slot, self.held.sentence.start, before, &mut |start| {
            begin.get_or_insert(start);
        });
        match begin {
            Some(start) => self.accept(row, Some(Filled { slot, tokens: start..before }), first, end),
            None if may_be_missing => self.accept(row, None, first, end),
            None => {}
        }
    }

    /// Keeps the match that ends last; of those, the one that covers most; of those, the first.
    fn accept(&mut self, row: u16, lead: Option<Filled>, first: usize, end: usize) {
        let start = lead.as_ref().map_or(first, |lead| lead.tokens.start);
        let reach = (end, end - start);
        if self.found.is_some_and(|found| found >= reach) {
            return;
        }
        self.found = Some(reach);
        let compiled = &self.book.rows[usize::from(row)];
        self.best.phrase = compiled.phrase;
        self.best.yields = compiled.yields;
        self.best.tokens = start..end;
        self.best.words_start = first;
        self.best.slots.clear();
        self.best.slots.extend(lead);
        self.best.slots.extend_from_slice(&self.best.stack);
    }

    fn before_quotation_marks(&self, mut end: usize) -> usize {
        while end > self.held.sentence.start && self.tokens[end - 1].is_quotation_mark() {
            end -= 1;
        }
        end
    }
}
