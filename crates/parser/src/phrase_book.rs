//! The phrase book, compiled: at a word, which row's template matches longest.
//!
//! Every template is a small graph ([`PhraseGraph`]); rows are found by the symbol (or slot) they may begin with,
//! so that a word no row begins with costs one look-up, and are tried only where the words they need follow.
//! Quotation marks between pieces are passed over. What a slot takes is the caller's to say ([`Slots`]).

use std::ops::Range;

use onrecord_lexicon::{Lexicon, Piece, Slot, Yield};

use crate::by_symbol::BySymbol;
use crate::phrase_graph::{On, PhraseGraph, READ};
use crate::phrase_needs::{Held, Needs, RowNeeds, TELLING, telling};
use crate::phrase_sieve::Sieve;
use crate::phrase_walk::Walk;
use crate::token::{Symbol, Token};
use crate::vocabulary::Vocabulary;

/// How the slots of a book's templates are read.
pub(crate) trait Slots {
    /// Offers every place where a slot that begins at `at` may end (never past `end`), the best first. A count takes
    /// one token.
    fn read(&self, slot: Slot, at: usize, end: usize, offer: &mut dyn FnMut(usize));

    /// Offers every place where a slot that ends at `end` may begin (never before `start`), the best first.
    fn read_back(&self, slot: Slot, start: usize, end: usize, offer: &mut dyn FnMut(usize));

    /// Whether a row that opens with `slot` is worth trying at `at`. Only asked of grades, which stands for every
    /// slot that a grade fills, and counts, and never of words that the lexicon does not hold.
    fn may_start(&self, slot: Slot, at: usize) -> bool;

    /// For each of the telling slots whether the word at `at` may be the one without which it is not filled: the
    /// first word of a grade, the number of a count. Never asked of words that the lexicon does not hold.
    fn tells(&self, token: &Token, at: usize) -> [bool; TELLING.len()];

    /// Whether a grade may begin with a token, or with what stands before grades: few do.
    fn may_lead_to_grade(&self, token: &Token) -> bool;

    /// Whether a telling slot may start at such a word, whatever stands beside it.
    fn may_open(&self, token: &Token) -> bool;
}

/// The rows of some tables, compiled.
#[derive(Debug, Default)]
pub(crate) struct PhraseBook {
    pub rows: Vec<Row>,
    pub graph: PhraseGraph,
    /// For each symbol, the rows that may begin with it; for the unknown, those that may begin with a mark.
    by_symbol: BySymbol<Openers>,
    /// The rows with an opening word that is none to the lexer, `'s`: they are tried at quotation marks.
    by_mark: Openers,
    /// For each slot that rows begin with and that only some words can fill, those rows.
    by_slot: Vec<(Slot, Openers)>,
    needs: Needs,
}

/// Rows that something opens, in the order of the lexicon.
#[derive(Debug, Default)]
struct Openers {
    all: Vec<Opener>,
    /// Those that may match without a grade, all that is tried where none follows.
    without_grade: Vec<Opener>,
    /// What may stand behind the opening word of any, and of any without a grade.
    next: Sieve,
    next_without_grade: Sieve,
}

/// A row with what must follow for it to be tried.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Opener {
    pub row: u16,
    needs: RowNeeds,
    /// What may stand behind the opening word.
    next: Sieve,
}

#[derive(Debug)]
pub(crate) struct Row {
    /// Its index among the lexicon's phrases.
    pub phrase: u16,
    pub yields: Yield,
    /// A slot before the first word, read backwards; whether it may be missing.
    pub lead: Option<(Slot, bool)>,
    pub start: u32,
}

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
    /// The slots of the reading that is being tried.
    pub stack: Vec<Filled>,
}

impl Default for PhraseMatch {
    fn default() -> Self {
        Self {
            phrase: 0,
            yields: Yield::NoRating,
            tokens: 0..0,
            words_start: 0,
            slots: Vec::new(),
            stack: Vec::new(),
        }
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
        let mut book = Self { needs: Needs::new(), ..Self::default() };
        for (index, template) in lexicon.templates(|phrase| wanted(phrase.yields)) {
            book.add(index as u16, lexicon.phrases()[index].yields, &template, vocabulary);
        }
        book
    }

    fn add(&mut self, phrase: u16, yields: Yield, pieces: &[Piece], vocabulary: &mut Vocabulary) {
        let (lead, rest) = split_lead(pieces);
        let start = self.graph.sequence(rest, READ, vocabulary);
        let row = self.rows.len() as u16;
        let needs = self.needs.of(rest, vocabulary);
        self.rows.push(Row { phrase, yields, lead, start });
        self.file(Opener { row, needs, next: Sieve::ALL }, start);
    }

    /// Notes under which symbols and slots a row is found.
    fn file(&mut self, row: Opener, start: u32) {
        let (symbols, others) = (self.graph.state(start).symbols(), &self.graph.state(start).others);
        for symbol in symbols {
            // What has no symbol is no word of the text. A row is tried there for its other openings.
            if symbol == Symbol::UNKNOWN {
                self.by_mark.add(row);
            }
            if symbol != Symbol::UNKNOWN || !others.is_empty() {
                let next = self.graph.behind(start, symbol);
                self.by_symbol.entry(symbol).add(Opener { next, ..row });
            }
        }
        for edge in others {
            if let On::Slot(slot) = edge.on
                && telling(slot).is_some()
            {
                let row = Opener { next: self.graph.behind_slot(start, slot), ..row };
                match self.by_slot.iter_mut().find(|(known, _)| *known == slot) {
                    Some((_, rows)) => rows.add(row),
                    None => {
                        let mut rows = Openers::default();
                        rows.add(row);
                        self.by_slot.push((slot, rows));
                    }
                }
            }
        }
    }

    /// What the sentences hold that rows need; each is to be noted before it is read.
    pub(crate) fn held(&self) -> Held {
        self.needs.held()
    }

    /// Notes what the next sentence of `tokens` holds, and the words of it from which a row may be read; from its
    /// end, so that a row's needs are asked for when all that stands behind its first word is known.
    pub(crate) fn note(&self, tokens: &[Token], sentence: Range<usize>, slots: &impl Slots, held: &mut Held) {
        held.sentence = sentence.clone();
        held.openings.clear();
        let mut next = None;
        for (at, token) in sentence.clone().zip(&tokens[sentence]).rev() {
            if !token.is_unknown_word() {
                self.needs.note(token, at, slots, held);
                if self.opens(token, at, next, held, slots) {
                    held.openings.push(at as u32);
                }
            }
            if !token.is_quotation_mark() {
                next = Some(token);
            }
        }
        held.openings.reverse();
    }

    /// Whether a row may be read from a word: it begins one whose needs are met.
    #[inline]
    fn opens(&self, token: &Token, at: usize, next: Option<&Token>, held: &Held, slots: &impl Slots) -> bool {
        let next = || next.map_or(Sieve::default(), |next| Sieve::of(next, slots));
        let met = |openers: &Openers| openers.tried(at, next(), held).next().is_some();
        self.by_word(token).is_some_and(met)
            || slots.may_open(token) && self.by_start(starts(at, held, slots)).any(met)
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
        let next = held.behind(tokens, at + 1, slots);
        let mut walk = Walk::new(self, tokens, held, slots, best);
        for openers in self.by_word(&tokens[at]).into_iter().chain(self.by_start(starts(at, held, slots))) {
            openers.tried(at, next, held).for_each(|opener| walk.row(opener.row, at));
        }
        walk.found()
    }

    /// The rows that begin with a word.
    #[inline]
    fn by_word(&self, token: &Token) -> Option<&Openers> {
        let marked = token.symbol == Symbol::UNKNOWN && token.is_quotation_mark();
        if marked { Some(&self.by_mark) } else { self.by_symbol.get(token.symbol) }
    }

    /// The rows that begin with a slot of those that may start.
    fn by_start(&self, starts: [bool; TELLING.len()]) -> impl Iterator<Item = &Openers> {
        let may = move |slot: Slot| telling(slot).is_some_and(|place| starts[place]);
        self.by_slot.iter().filter(move |(slot, _)| may(*slot)).map(|(_, openers)| openers)
    }
}

/// Whether each of the telling slots may start at a token.
#[inline]
fn starts(at: usize, held: &Held, slots: &impl Slots) -> [bool; TELLING.len()] {
    TELLING.map(|slot| held.slot_from(at, slot) && slots.may_start(slot, at))
}

impl Openers {
    fn add(&mut self, opener: Opener) {
        if self.all.last().is_none_or(|last| last.row != opener.row) {
            self.all.push(opener);
            self.next = self.next.with(opener.next);
            if !opener.needs.has_grade() {
                self.without_grade.push(opener);
                self.next_without_grade = self.next_without_grade.with(opener.next);
            }
        }
    }

    /// The rows that may match from a token, as far as its grades tell, and what the next token may be.
    #[inline]
    fn among(&self, at: usize, held: &Held) -> (&[Opener], Sieve) {
        match held.slot_from(at, Slot::Grade) {
            true => (&self.all, self.next),
            false => (&self.without_grade, self.next_without_grade),
        }
    }

    /// The rows to try at a token: those whose needs are met there and behind it, and that the next token lets
    /// go on.
    #[inline]
    fn tried<'a>(
        &'a self,
        at: usize,
        next: Sieve,
        held: &'a Held,
    ) -> impl Iterator<Item = &'a Opener> + use<'a> {
        let (rows, sieve) = self.among(at, held);
        let rows = if sieve.passes(next) { rows } else { &[] };
        rows.iter().filter(move |opener| opener.next.passes(next) && held.all_from(at, &opener.needs))
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

#[cfg(test)]
mod tests {
    use super::*;
    use onrecord_lexicon::{PhraseWord, parse_template};

    use crate::lexer::lex;

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
        fn tells(&self, _: &Token, _: usize) -> [bool; TELLING.len()] {
            [true; TELLING.len()]
        }
        fn may_lead_to_grade(&self, _: &Token) -> bool {
            true
        }
        fn may_open(&self, _: &Token) -> bool {
            true
        }
    }

    /// The row that reads `text` from the word at `at`, its tokens, and its slots.
    fn check(templates: &[&str], text: &str, at: usize) -> String {
        let words = [PhraseWord { id: "be".to_owned(), template: "(is|was)".to_owned() }];
        let mut vocabulary = Vocabulary::new(&Lexicon::default());
        let mut book = PhraseBook { needs: Needs::new(), ..PhraseBook::default() };
        for (index, template) in (0..).zip(templates) {
            let pieces = parse_template(template, &words).unwrap();
            book.add(index, Yield::Rating, &pieces, &mut vocabulary);
        }
        let mut tokens = Vec::new();
        lex(text, 0, |word| vocabulary.intern(word), &mut tokens);
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
