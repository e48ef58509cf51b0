//! What a row of the phrase book cannot match without: words and slots that every reading of it holds.
//!
//! A sentence is looked through once for all of them; a row that needs what does not follow is not tried. Most
//! words leave few rows to try.

use std::ops::Range;

use onrecord_lexicon::{Piece, Slot};
use rustc_hash::FxHashMap;

use crate::by_symbol::BySymbol;
use crate::phrase_book::Slots;
use crate::phrase_sieve::Sieve;
use crate::token::{Symbol, Token};
use crate::vocabulary::Vocabulary;
use crate::word_class::Class;

/// Slots that only some words can fill; others have the place of one that is filled by the same words.
pub(crate) const TELLING: [Slot; 2] = [Slot::Grade, Slot::Count];
/// Their places in that list, which are their numbers among the needs too.
const GRADE: usize = 0;
const COUNT: usize = 1;
/// The number of a need that is always met.
const ALWAYS: usize = 2;

/// More needs than these would rule out hardly any row that these let pass.
const MOST: usize = 3;

/// Words of these classes stand in nearly every sentence: to need one of them rules nothing out.
const COMMON: [Class; 6] =
    [Class::Determiner, Class::Preposition, Class::Coordinator, Class::Be, Class::Have, Class::Subject];

/// The needs of a book's rows.
#[derive(Debug, Default)]
pub(crate) struct Needs {
    known: FxHashMap<Vec<Thing>, u16>,
    /// For each symbol the needs that it meets.
    by_symbol: BySymbol<Vec<u16>>,
    /// For each telling slot the needs that it meets; its own is the one of the same place.
    by_slot: [Vec<u16>; TELLING.len()],
}

/// One of the things that meet a need.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Thing {
    /// A slot, by its place in [`TELLING`].
    Slot(usize),
    Word(Symbol),
}

/// What one row needs, by number; [`ALWAYS`] fills the rest.
#[derive(Debug, Clone, Copy)]
pub(crate) struct RowNeeds([u16; MOST]);

impl RowNeeds {
    /// Whether a grade is among it.
    pub(crate) fn has_grade(self) -> bool {
        self.0[0] == GRADE as u16
    }
}

/// Where an article last meets each need, up to the sentence that was noted last.
#[derive(Debug)]
pub(crate) struct Held {
    pub sentence: Range<usize>,
    /// For each need, one past the last token that meets it; 0 where none does.
    ends: Vec<u32>,
    /// The words of the sentence from which a row may be read, in order.
    pub openings: Vec<u32>,
}

impl Held {
    /// The first word from `at` on from which a row may be read.
    pub(crate) fn opening_from(&self, at: usize) -> Option<usize> {
        let passed = self.openings.partition_point(|&opening| (opening as usize) < at);
        self.openings.get(passed).map(|&opening| opening as usize)
    }

    /// Past quotation marks from a token on.
    #[inline]
    pub(crate) fn past_quotation_marks(&self, tokens: &[Token], mut at: usize) -> usize {
        while at < self.sentence.end && tokens[at].is_quotation_mark() {
            at += 1;
        }
        at
    }

    /// What stands at a place or behind its quotation marks; nothing at the end of the sentence.
    #[inline]
    pub(crate) fn behind(&self, tokens: &[Token], at: usize, slots: &impl Slots) -> Sieve {
        let at = self.past_quotation_marks(tokens, at);
        if at < self.sentence.end { Sieve::of(&tokens[at], slots) } else { Sieve::default() }
    }

    /// Whether all of these needs are met at a token of the sentence or behind it.
    #[inline]
    pub(crate) fn all_from(&self, at: usize, needs: &RowNeeds) -> bool {
        needs.0.iter().all(|&need| self.ends[usize::from(need)] as usize > at)
    }

    /// Whether a slot may be filled at a token or behind it.
    #[inline]
    pub(crate) fn slot_from(&self, at: usize, slot: Slot) -> bool {
        telling(slot).is_none_or(|place| self.ends[place] as usize > at)
    }
}

impl Needs {
    pub(crate) fn new() -> Self {
        let mut needs = Self::default();
        for place in 0..TELLING.len() {
            needs.number(vec![Thing::Slot(place)]);
        }
        needs.number(Vec::new());
        needs
    }

    /// What every reading of `pieces` holds, as numbers: those that fewest words meet.
    pub(crate) fn of(&mut self, pieces: &[Piece], vocabulary: &mut Vocabulary) -> RowNeeds {
        let mut all: Vec<_> = pieces.iter().filter_map(|piece| things(piece, vocabulary)).collect();
        all.sort_by_key(|things| (!matches!(things[..], [Thing::Slot(GRADE)]), things.len()));
        all.dedup();
        let mut needs = RowNeeds([ALWAYS as u16; MOST]);
        for (place, things) in needs.0.iter_mut().zip(all) {
            *place = self.number(things);
        }
        needs
    }

    fn number(&mut self, things: Vec<Thing>) -> u16 {
        let new = self.known.len() as u16;
        let number = *self.known.entry(things.clone()).or_insert(new);
        if number == new {
            things.iter().for_each(|thing| self.meets(*thing).push(new));
        }
        number
    }

    fn meets(&mut self, thing: Thing) -> &mut Vec<u16> {
        match thing {
            Thing::Slot(place) => &mut self.by_slot[place],
            Thing::Word(symbol) => self.by_symbol.entry(symbol),
        }
    }

    /// Nothing is noted yet.
    pub(crate) fn held(&self) -> Held {
        let mut ends = vec![0; self.known.len()];
        ends[ALWAYS] = u32::MAX;
        Held { sentence: 0..0, ends, openings: Vec::new() }
    }

    /// Notes what a word meets, unless a later one of its sentence does. What an earlier sentence met stays: it lies
    /// before every token that is asked about.
    #[inline]
    pub(crate) fn note(&self, token: &Token, at: usize, slots: &impl Slots, held: &mut Held) {
        let mut meets = |needs: &[u16]| {
            for &need in needs {
                let end = &mut held.ends[usize::from(need)];
                *end = (*end).max(at as u32 + 1);
            }
        };
        if let Some(needs) = self.by_symbol.get(token.symbol) {
            meets(needs);
        }
        let [grade, count] = slots.tells(token, at);
        if grade {
            meets(&self.by_slot[GRADE]);
        }
        if count {
            meets(&self.by_slot[COUNT]);
        }
    }
}

/// The place in [`TELLING`] of a slot that only some words can fill.
pub(crate) fn telling(slot: Slot) -> Option<usize> {
    match slot {
        Slot::Grade | Slot::Prior | Slot::Same => Some(GRADE),
        Slot::Count => Some(COUNT),
        _ => None,
    }
}

/// The things one of which stands in every reading of a piece; `None` where there may be others, or where
/// nearly every sentence holds one.
fn things(piece: &Piece, vocabulary: &mut Vocabulary) -> Option<Vec<Thing>> {
    match piece {
        Piece::Maybe(_) | Piece::Mark(_) => None,
        Piece::Slot(slot) => telling(*slot).map(|place| vec![Thing::Slot(place)]),
        Piece::Word(word) => {
            let symbols = vocabulary.intern_all(word);
            let telling = |symbol: &Symbol| !vocabulary.classes(*symbol).has_any(&COMMON);
            symbols.into_iter().find(telling).map(|symbol| vec![Thing::Word(symbol)])
        }
        Piece::OneOf(choices) => {
            let mut all = Vec::new();
            for choice in choices {
                let fewest = choice.iter().filter_map(|piece| things(piece, vocabulary));
                all.extend(fewest.min_by_key(Vec::len)?);
            }
            all.sort_unstable();
            all.dedup();
            Some(all)
        }
    }
}
