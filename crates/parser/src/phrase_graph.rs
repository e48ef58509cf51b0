//! The graph that templates of the phrase book are compiled to: from each state, what a row may go on with.
//!
//! Templates are compiled from their ends, so that every edge leads to a state that is there already.

use onrecord_lexicon::{Piece, Slot};

use crate::phrase_sieve::Sieve;
use crate::token::{Kind, Symbol};
use crate::vocabulary::Vocabulary;

/// The states of all rows; the first is the one in which a row has been read.
#[derive(Debug)]
pub(crate) struct PhraseGraph {
    states: Vec<State>,
}

/// How a row goes on from some place. The edges keep their order, whatever list they are on.
#[derive(Debug, Default)]
pub(crate) struct State {
    /// Edges on words, by symbol.
    words: Vec<WordEdge>,
    pub others: Vec<Edge>,
    /// The tokens that the row may go on with.
    next: Sieve,
}

#[derive(Debug, Clone, Copy)]
pub(crate) struct Edge {
    pub place: u16,
    pub on: On,
    pub to: u32,
}

#[derive(Debug, Clone, Copy)]
pub(crate) struct WordEdge {
    symbol: Symbol,
    pub place: u16,
    pub to: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum On {
    Mark(Kind),
    Slot(Slot),
    Nothing,
}

/// The state in which a row has been read.
pub(crate) const READ: u32 = 0;

impl Default for PhraseGraph {
    fn default() -> Self {
        Self { states: vec![State::read()] }
    }
}

impl PhraseGraph {
    /// A state, by its number.
    #[inline]
    pub(crate) fn state(&self, state: u32) -> &State {
        &self.states[state as usize]
    }

    /// Adds the states that read `pieces` and go on to `to`; gives the first of them.
    pub(crate) fn sequence(&mut self, pieces: &[Piece], to: u32, vocabulary: &mut Vocabulary) -> u32 {
        pieces.iter().rev().fold(to, |next, piece| self.piece(piece, next, vocabulary))
    }

    fn piece(&mut self, piece: &Piece, to: u32, vocabulary: &mut Vocabulary) -> u32 {
        match piece {
            Piece::Word(word) => {
                let symbols = vocabulary.intern_all(word);
                symbols.into_iter().rev().fold(to, |next, symbol| self.on_word(symbol, next))
            }
            Piece::Mark(mark) => self.on(On::Mark(mark_kind(*mark)), to),
            Piece::Slot(slot) => self.on(On::Slot(*slot), to),
            Piece::OneOf(choices) => {
                let mut state = State::default();
                for choice in choices {
                    self.enter_choice(choice, to, &mut state, vocabulary);
                }
                self.add_state(state)
            }
            Piece::Maybe(inner) => {
                let mut state = State::default();
                self.enter_choice(std::slice::from_ref(inner), to, &mut state, vocabulary);
                self.enter(to, &mut state);
                self.add_state(state)
            }
        }
    }

    /// Adds the edges that begin one of several sequences. Nearly all begin with a word, which needs no state
    /// of its own.
    fn enter_choice(&mut self, choice: &[Piece], to: u32, state: &mut State, vocabulary: &mut Vocabulary) {
        if let [Piece::Word(word), rest @ ..] = choice
            && let [symbol, behind @ ..] = &vocabulary.intern_all(word)[..]
        {
            let rest = self.sequence(rest, to, vocabulary);
            let next = behind.iter().rev().fold(rest, |next, &symbol| self.on_word(symbol, next));
            let place = state.next_place();
            state.words.push(WordEdge { symbol: *symbol, place, to: next });
        } else {
            let start = self.sequence(choice, to, vocabulary);
            self.enter(start, state);
        }
    }

    /// The edges that lead into a state's own: no state needs an edge on nothing, but to the end.
    fn enter(&self, entered: u32, state: &mut State) {
        let first = state.next_place();
        if entered == READ {
            state.others.push(Edge { place: first, on: On::Nothing, to: READ });
            return;
        }
        let State { words, others, .. } = &self.states[entered as usize];
        state.words.extend(words.iter().map(|edge| WordEdge { place: first + edge.place, ..*edge }));
        state.others.extend(others.iter().map(|edge| Edge { place: first + edge.place, ..*edge }));
    }

    fn on_word(&mut self, symbol: Symbol, to: u32) -> u32 {
        self.add_state(State { words: vec![WordEdge { symbol, place: 0, to }], ..State::default() })
    }

    fn on(&mut self, on: On, to: u32) -> u32 {
        self.add_state(State { others: vec![Edge { place: 0, on, to }], ..State::default() })
    }

    fn add_state(&mut self, mut state: State) -> u32 {
        state.words.sort_unstable_by_key(|edge| (edge.symbol, edge.place));
        state.next = state.sieve();
        self.states.push(state);
        self.states.len() as u32 - 1
    }

    /// What may stand behind a word that leads on from a state, by itself or as the beginning of a slot.
    pub(crate) fn behind(&self, state: u32, symbol: Symbol) -> Sieve {
        let state = self.state(state);
        let words = state.on_word(symbol).iter().map(|edge| self.state(edge.to).next);
        let others = state.others.iter().map(|edge| self.behind_first(edge));
        words.chain(others).fold(Sieve::default(), Sieve::with)
    }

    /// What may stand behind the first word of a slot that leads on from a state.
    pub(crate) fn behind_slot(&self, state: u32, slot: Slot) -> Sieve {
        let edges = self.state(state).others.iter().filter(|edge| edge.on == On::Slot(slot));
        edges.map(|edge| self.behind_first(edge)).fold(Sieve::default(), Sieve::with)
    }

    /// What may stand behind the first word that an edge takes: a count is one word, others may go on with any.
    fn behind_first(&self, edge: &Edge) -> Sieve {
        if edge.on == On::Slot(Slot::Count) { self.state(edge.to).next } else { Sieve::ALL }
    }
}

impl State {
    fn next_place(&self) -> u16 {
        (self.words.len() + self.others.len()) as u16
    }

    fn sieve(&self) -> Sieve {
        let words = self.words.iter().map(|edge| Sieve::of_word(edge.symbol));
        let others = self.others.iter().map(|edge| match edge.on {
            On::Mark(_) => Sieve::MARK,
            On::Slot(Slot::Grade | Slot::Prior | Slot::Same) => Sieve::GRADE,
            On::Slot(_) | On::Nothing => Sieve::ALL,
        });
        words.chain(others).fold(Sieve::default(), Sieve::with)
    }

    /// Where a row has been read: whatever follows.
    fn read() -> Self {
        Self { next: Sieve::ALL, ..Self::default() }
    }

    /// Whether the row may go on from here with one of these tokens.
    #[inline]
    pub(crate) fn passes(&self, tokens: Sieve) -> bool {
        self.next.passes(tokens)
    }

    /// The symbols that the row may go on with, each once.
    pub(crate) fn symbols(&self) -> Vec<Symbol> {
        let mut symbols: Vec<Symbol> = self.words.iter().map(|edge| edge.symbol).collect();
        symbols.dedup();
        symbols
    }

    /// The edges on a symbol, in order.
    #[inline]
    pub(crate) fn on_word(&self, symbol: Symbol) -> &[WordEdge] {
        if let [one] = &self.words[..] {
            return if one.symbol == symbol { &self.words } else { &[] };
        }
        let from = self.words.partition_point(|edge| edge.symbol < symbol);
        let size = self.words[from..].iter().take_while(|edge| edge.symbol == symbol).count();
        &self.words[from..from + size]
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
