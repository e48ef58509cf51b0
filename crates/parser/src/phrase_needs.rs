//! What a row of the phrase book cannot match without: words and slots that every reading of it holds.
//!
//! A sentence is looked through once for all of them; a row that needs what does not follow is not tried. Most
//! words leave few rows to try.

use std::ops::Range;

use onrecord_lexicon::{Piece, Slot};
use rustc_hash::FxHashMap;

use crate::phrase_book::Slots;
use crate::token::{Symbol, Token};
use crate::vocabulary::Vocabulary;
use crate::word_class::Class;

/// Slots that only some words can fill.
const TELLING: [Slot; 2] = [Slot::Grade, Slot::Count];
/// Their places in that list, which are their numbers among the needs too.
const GRADE: usize = 0;
const COUNT: usize = 1;

/// Words of these classes stand in nearly every sentence: to need one of them rules nothing out.
const COMMON: [Class; 6] =
    [Class::Determiner, Class::Preposition, Class::Coordinator, Class::Be, Class::Have, Class::Subject];

/// The needs of a book's rows.
#[derive(Debug, Default)]
pub(crate) struct Needs {
    known: FxHashMap<Vec<Thing>, u16>,
    /// For each symbol the needs that it meets.
    by_symbol: Vec<Vec<u16>>,
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

/// Where an article last meets each need, up to the sentence that was noted last.
#[derive(Debug)]
pub(crate) struct Held {
    pub sentence: Range<usize>,
    /// For each need, one past the last token that meets it; 0 where none does.
    ends: Vec<u32>,
}

impl Held {
    /// Whether all of these needs are met at a token of the sentence or behind it.
    pub(crate) fn all_from(&self, at: usize, needs: &[u16]) -> bool {
        needs.iter().all(|&need| self.ends[usize::from(need)] as usize > at)
    }

    /// Whether a slot may be filled at a token or behind it.
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
        needs
    }

    /// What every reading of `pieces` holds, as numbers.
    pub(crate) fn of(&mut self, pieces: &[Piece], vocabulary: &mut Vocabulary) -> Vec<u16> {
        let things: Vec<_> = pieces.iter().filter_map(|piece| things(piece, vocabulary)).collect();
        let mut needs: Vec<u16> = things.into_iter().map(|things| self.number(things)).collect();
        needs.sort_unstable();
        needs.dedup();
        needs
    }

    /// Whether a grade is among what is needed.
    pub(crate) fn has_grade(&self, needs: &[u16]) -> bool {
        needs.contains(&(GRADE as u16))
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
            Thing::Word(Symbol(index)) => {
                let index = index as usize;
                if self.by_symbol.len() <= index {
                    self.by_symbol.resize_with(index + 1, Vec::new);
                }
                &mut self.by_symbol[index]
            }
        }
    }

    /// Nothing is noted yet.
    pub(crate) fn held(&self) -> Held {
        Held { sentence: 0..0, ends: vec![0; self.known.len()] }
    }

    /// Notes what the next sentence holds. What an earlier one held stays: it lies before every token that is
    /// asked about.
    pub(crate) fn note(&self, tokens: &[Token], sentence: Range<usize>, slots: &impl Slots, held: &mut Held) {
        for at in sentence.clone() {
            let mut meets = |needs: &[u16]| {
                needs.iter().for_each(|&need| held.ends[usize::from(need)] = at as u32 + 1);
            };
            if let Some(needs) = self.by_symbol.get(tokens[at].symbol.0 as usize) {
                meets(needs);
            }
            for (slot, needs) in TELLING.iter().zip(&self.by_slot) {
                if slots.tells(*slot, at) {
                    meets(needs);
                }
            }
        }
        held.sentence = sentence;
    }
}

fn telling(slot: Slot) -> Option<usize> {
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
