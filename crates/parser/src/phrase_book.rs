//! The phrase book, compiled: at a word, which row's template matches longest.
//!
//! Every template is a small graph; rows are found by the symbol (or slot) they may begin with, so that a word
//! no row begins with costs one look-up. Quotation marks between pieces are passed over. What a slot takes is
//! the caller's to say ([`Slots`]).

use std::ops::Range;

use onrecord_lexicon::{Lexicon, Piece, Slot, Yield};

use crate::blocks_to_tokens::lex;
use crate::phrase_needs::{Held, Needs};
use crate::token::{Kind, Symbol, Token};
use crate::vocabulary::Vocabulary;

/// How the slots of a book's templates are read.
pub(crate) trait Slots {
    /// Offers every place where a slot that begins at `at` may end (never past `end`), the best first.
    fn read(&self, slot: Slot, at: usize, end: usize, offer: &mut dyn FnMut(usize));

    /// Offers every place where a slot that ends at `end` may begin (never before `start`), the best first.
    fn read_back(&self, slot: Slot, start: usize, end: usize, offer: &mut dyn FnMut(usize));

    /// Whether a row that opens with `slot` is worth trying at `at`; only asked of slots read forward.
    fn may_start(&self, slot: Slot, at: usize) -> bool;

    /// Whether the word at `at` may be the one without which `slot` is not filled: the number of a count, the
    /// first word of a grade. Only asked of grades and counts.
    fn tells(&self, slot: Slot, at: usize) -> bool;
}

/// The rows of some tables, compiled.
#[derive(Debug, Default)]
pub(crate) struct PhraseBook {
    rows: Vec<Row>,
    states: Vec<Vec<Edge>>,
    /// For each symbol, the rows that may begin with it.
    by_symbol: Vec<Vec<u16>>,
    /// For each slot that rows begin with and that is read forward, those rows.
    by_slot: Vec<(Slot, Vec<u16>)>,
    needs: Needs,
}

#[derive(Debug)]
struct Row {
    /// Its index among the lexicon's phrases.
    phrase: u16,
    yields: Yield,
    /// A slot before the first word, read backwards; whether it may be missing.
    lead: Option<(Slot, bool)>,
    start: u32,
    /// What every reading of it holds, by number in [`Needs`].
    needs: Vec<u16>,
}

#[derive(Debug, Clone, Copy)]
struct Edge {
    on: On,
    to: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum On {
    Symbol(Symbol),
    Mark(Kind),
    Slot(Slot),
    Nothing,
}

/// The state in which a row has been read.
const READ: u32 = 0;

/// No row may cost more steps than this at one word, whatever its template.
const MOST_STEPS: u32 = 4000;

/// One row's match; kept between calls so that matching does not allocate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PhraseMatch {
    /// Index of the row among the lexicon's phrases.
    pub phrase: u16,
    pub yields: Yield,
    /// From the first to the last matched token, a leading slot included.
    pub tokens: Range<usize>,
    /// The first token of the words themselves, behind a leading slot.
    pub words_start: usize,
    /// The slots in the order of the template.
    pub slots: Vec<Filled>,
}

impl Default for PhraseMatch {
    fn default() -> Self {
        Self { phrase: 0, yields: Yield::NoRating, tokens: 0..0, words_start: 0, slots: Vec::new() }
    }
}

impl PhraseMatch {
    /// The tokens of the first slot of this sort.
    pub(crate) fn slot(&self, slot: Slot) -> Option<Range<usize>> {
        self.slots.iter().find(|filled| filled.slot == slot).map(|filled| filled.tokens.clone())
    }
}

/// A slot and the tokens it took.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Filled {
    pub slot: Slot,
    pub tokens: Range<usize>,
}

impl PhraseBook {
    /// Compiles the phrases that yield what `wanted` asks for.
    pub(crate) fn new(lexicon: &Lexicon, vocabulary: &mut Vocabulary, wanted: fn(Yield) -> bool) -> Self {
        let mut book = Self { states: vec![Vec::new()], needs: Needs::new(), ..Self::default() };
        for (index, phrase) in (0..).zip(lexicon.phrases()) {
            if wanted(phrase.yields) {
                book.add(index, phrase.yields, &lexicon.template(phrase), vocabulary);
            }
        }
        book
    }

    fn add(&mut self, phrase: u16, yields: Yield, pieces: &[Piece], vocabulary: &mut Vocabulary) {
        let (lead, rest) = split_lead(pieces);
        let start = self.sequence(rest, READ, vocabulary);
        let row = self.rows.len() as u16;
        let needs = self.needs.of(rest, vocabulary);
        self.rows.push(Row { phrase, yields, lead, start, needs });
        self.file(row, start);
    }

    /// Adds the states that read `pieces` and go on to `to`; gives the first of them.
    fn sequence(&mut self, pieces: &[Piece], to: u32, vocabulary: &mut Vocabulary) -> u32 {
        pieces.iter().rev().fold(to, |next, piece| self.piece(piece, next, vocabulary))
    }

    fn piece(&mut self, piece: &Piece, to: u32, vocabulary: &mut Vocabulary) -> u32 {
        match piece {
            Piece::Word(word) => {
                let mut tokens = Vec::new();
                lex(word, 0, |word| vocabulary.intern(word), &mut tokens);
                let symbols = tokens.iter().rev().map(|token| On::Symbol(token.symbol));
                symbols.fold(to, |next, on| self.state(vec![Edge { on, to: next }]))
            }
            Piece::Mark(mark) => self.state(vec![Edge { on: On::Mark(mark_kind(*mark)), to }]),
            Piece::Slot(slot) => self.state(vec![Edge { on: On::Slot(*slot), to }]),
            Piece::OneOf(choices) => {
                let mut edges = Vec::new();
                for choice in choices {
                    let start = self.sequence(choice, to, vocabulary);
                    self.enter(start, &mut edges);
                }
                self.state(edges)
            }
            Piece::Maybe(inner) => {
                let start = self.piece(inner, to, vocabulary);
                let mut edges = Vec::new();
                self.enter(start, &mut edges);
                self.enter(to, &mut edges);
                self.state(edges)
            }
        }
    }

    /// The edges that lead into a state's own: no state needs an edge on nothing, but to the end.
    fn enter(&self, state: u32, edges: &mut Vec<Edge>) {
        if state == READ {
            edges.push(Edge { on: On::Nothing, to: READ });
        } else {
            edges.extend_from_slice(&self.states[state as usize]);
        }
    }

    fn state(&mut self, edges: Vec<Edge>) -> u32 {
        self.states.push(edges);
        self.states.len() as u32 - 1
    }

    /// Notes under which symbols and slots a row is found.
    fn file(&mut self, row: u16, start: u32) {
        for edge in self.states[start as usize].clone() {
            match edge.on {
                On::Symbol(symbol) => {
                    let index = symbol.0 as usize;
                    if self.by_symbol.len() <= index {
                        self.by_symbol.resize_with(index + 1, Vec::new);
                    }
                    if !self.by_symbol[index].contains(&row) {
                        self.by_symbol[index].push(row);
                    }
                }
                On::Slot(slot) => match self.by_slot.iter_mut().find(|(known, _)| *known == slot) {
                    Some((_, rows)) => rows.push(row),
                    None => self.by_slot.push((slot, vec![row])),
                },
                On::Mark(_) | On::Nothing => {}
            }
        }
    }

    /// What the sentences hold that rows need; each is to be noted before it is read.
    pub(crate) fn held(&self) -> Held {
        self.needs.held()
    }

    /// Notes what the next sentence of `tokens` holds.
    pub(crate) fn note(&self, tokens: &[Token], sentence: Range<usize>, slots: &impl Slots, held: &mut Held) {
        self.needs.note(tokens, sentence, slots, held);
    }

    /// The row that matches longest from the word at `at`, in the sentence of `tokens` that was noted last. A
    /// row with a leading slot matches where its first word stands.
    pub(crate) fn longest(
        &self,
        tokens: &[Token],
        at: usize,
        held: &Held,
        slots: &impl Slots,
        best: &mut PhraseMatch,
    ) -> bool {
        let rows = self.by_symbol.get(tokens[at].symbol.0 as usize).map_or(&[][..], Vec::as_slice);
        let sentence = held.sentence.clone();
        let mut walk =
            Walk { book: self, tokens, sentence, slots, steps: 0, stack: Vec::new(), best, found: None };
        let holds = |row: &&u16| held.all_from(at, &self.rows[usize::from(**row)].needs);
        for &row in rows.iter().filter(holds) {
            walk.row(row, at);
        }
        for (slot, rows) in &self.by_slot {
            if held.slot_from(at, *slot) && slots.may_start(*slot, at) {
                rows.iter().filter(holds).for_each(|&row| walk.row(row, at));
            }
        }
        walk.found.is_some()
    }
}

/// `{scope}` before the first word is read backwards.
fn split_lead(pieces: &[Piece]) -> (Option<(Slot, bool)>, &[Piece]) {
    match pieces {
        [Piece::Slot(slot), rest @ ..] if slot.reads_back() && !rest.is_empty() => {
            (Some((*slot, false)), rest)
        }
        [Piece::Maybe(inner), rest @ ..] if !rest.is_empty() => match **inner {
            Piece::Slot(slot) if slot.reads_back() => (Some((slot, true)), rest),
            _ => (None, pieces),
        },
        _ => (None, pieces),
    }
}

fn mark_kind(mark: char) -> Kind {
    match mark {
        ',' => Kind::Comma,
        ':' => Kind::Colon,
        ';' => Kind::Semicolon,
        '[' => Kind::BracketOpen,
        ']' => Kind::BracketClose,
        '–' => Kind::Dash,
        _ => Kind::Stop,
    }
}

/// One search from one word.
struct Walk<'a, S> {
    book: &'a PhraseBook,
    tokens: &'a [Token],
    sentence: Range<usize>,
    slots: &'a S,
    steps: u32,
    stack: Vec<Filled>,
    best: &'a mut PhraseMatch,
    /// Where the best match ends, and how many tokens it covers.
    found: Option<(usize, usize)>,
}

impl<S: Slots> Walk<'_, S> {
    fn row(&mut self, row: u16, at: usize) {
        self.steps = 0;
        self.stack.clear();
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
        let here = self.past_quotation_marks(at);
        for edge in &book.states[state as usize] {
            match edge.on {
                On::Nothing => self.finish(row, first, at),
                On::Symbol(symbol) => {
                    if here < self.sentence.end
                        && self.tokens[here].symbol == symbol
                        && symbol != Symbol::UNKNOWN
                    {
                        self.follow(row, edge.to, first, here + 1);
                    }
                }
                On::Mark(kind) => {
                    if here < self.sentence.end && self.tokens[here].kind == kind {
                        self.follow(row, edge.to, first, here + 1);
                    }
                }
                On::Slot(slot) => self.follow_slot(row, slot, edge.to, first, here),
            }
        }
    }

    fn follow_slot(&mut self, row: u16, slot: Slot, to: u32, first: usize, here: usize) {
        let (slots, limit) = (self.slots, self.sentence.end);
        if here >= limit {
            return;
        }
        slots.read(slot, here, limit, &mut |end| {
            self.stack.push(Filled { slot, tokens: here..end });
            self.follow(row, to, first, end);
            self.stack.pop();
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
        self.slots.read_back(slot, self.sentence.start, before, &mut |start| {
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
        self.best.slots.extend_from_slice(&self.stack);
    }

    fn past_quotation_marks(&self, mut at: usize) -> usize {
        while at < self.sentence.end && self.tokens[at].is_quotation_mark() {
            at += 1;
        }
        at
    }

    fn before_quotation_marks(&self, mut end: usize) -> usize {
        while end > self.sentence.start && self.tokens[end - 1].is_quotation_mark() {
            end -= 1;
        }
        end
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use onrecord_lexicon::{PhraseWord, parse_template};

    /// A slot takes one word.
    struct Words;

    impl Slots for Words {
        fn read(&self, _: Slot, at: usize, end: usize, offer: &mut dyn FnMut(usize)) {
            (at + 1..=end.min(at + 1)).for_each(offer);
        }
        fn read_back(&self, _: Slot, start: usize, end: usize, offer: &mut dyn FnMut(usize)) {
            (start.max(end.saturating_sub(1))..end).for_each(offer);
        }
        fn may_start(&self, slot: Slot, at: usize) -> bool {
            slot == Slot::Count && at == 0
        }
        fn tells(&self, _: Slot, _: usize) -> bool {
            true
        }
    }

    /// The row that reads `text` from the word at `at`, its tokens, and its slots.
    fn check(templates: &[&str], text: &str, at: usize) -> String {
        let words = [PhraseWord { id: "be".to_owned(), template: "(is|was)".to_owned() }];
        let mut vocabulary = Vocabulary::new(&Lexicon::default());
        let mut book = PhraseBook { states: vec![Vec::new()], needs: Needs::new(), ..PhraseBook::default() };
        for (index, template) in (0..).zip(templates) {
            let pieces = parse_template(template, &words).unwrap();
            book.add(index, Yield::Rating, &pieces, &mut vocabulary);
        }
        let mut tokens = Vec::new();
        lex(text, 0, |word| vocabulary.symbol(word), &mut tokens);
        let show = |range: &Range<usize>| {
            text[tokens[range.start].start as usize..tokens[range.end - 1].end as usize].to_owned()
        };
        let mut found = PhraseMatch::default();
        let mut held = book.held();
        book.note(&tokens, 0..tokens.len(), &Words, &mut held);
        if !book.longest(&tokens, at, &held, &Words, &mut found) {
            return "nothing".to_owned();
        }
        let slots = found.slots.iter().map(|filled| format!(" {:?}={}", filled.slot, show(&filled.tokens)));
        format!("{}: {}{}", found.phrase, show(&found.tokens), slots.collect::<String>())
    }

    #[test]
    fn the_longest_row_wins_and_quotation_marks_are_passed_over() {
        let rows = ["rated {grade}", "rated {grade} for {scope}", "rated"];
        assert_eq!(
            check(&rows, "rated 'good' for care", 0),
            "1: rated 'good' for care Grade=good Scope=care"
        );
        assert_eq!(check(&rows, "rated", 0), "2: rated");
        assert_eq!(check(&rows, "was rated good", 0), "nothing");
    }

    #[test]
    fn a_leading_slot_is_read_backwards() {
        let rows = ["{scope} {be} rated? {grade}"];
        assert_eq!(check(&rows, "its care was good", 2), "0: care was good Scope=care Grade=good");
        assert_eq!(check(&rows, "was rated good", 0), "nothing");
    }

    #[test]
    fn marks_stand_where_the_template_has_them() {
        assert_eq!(
            check(&["fell ,? [ from {prior} ]"], "fell (from good)", 0),
            "0: fell (from good) Prior=good"
        );
        assert_eq!(check(&["{count} to one"], "ten to one", 0), "0: ten to one Count=ten");
    }
}
