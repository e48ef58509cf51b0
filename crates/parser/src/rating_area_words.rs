//! Areas in other words: `investigating abuse and exploitation`, where the scale says `investigating abuse, neglect
//! and exploitation`.

use onrecord_lexicon::Lexicon;

use crate::by_symbol::BySymbol;
use crate::rating_text::RatingText;
use crate::token::Symbol;
use crate::vocabulary::Vocabulary;
use crate::word_list::WordList;

/// Which areas of each scale a word belongs to, one bit each.
#[derive(Debug, Default)]
pub(crate) struct AreaWords {
    /// For each word the scales that have it in areas; none for words that tell nothing.
    areas: BySymbol<Vec<(u16, u64)>>,
}

/// Words that stand between those of an area's name and tell nothing about it.
static LINKS: WordList =
    WordList::new(&["of", "and", "the", "to", "its", "their", "for", "with", "from", "in", "at", "a"]);

/// Words of so many areas and bodies that they tell none.
static GENERIC: WordList = WordList::new(&[
    "fire",
    "rescue",
    "service",
    "services",
    "police",
    "force",
    "children",
    "people",
    "pupils",
    "learners",
    "young",
    "adults",
    "public",
    "work",
    "quality",
    "provision",
    "care",
    "managing",
    "support",
]);

/// No area in other words is longer.
const LONGEST: usize = 10;

impl AreaWords {
    /// The words of the areas of every scale that does not fix their names.
    pub(crate) fn new(lexicon: &Lexicon, vocabulary: &mut Vocabulary) -> Self {
        let mut words = Self::default();
        for (scale, row) in (0..).zip(lexicon.scales()) {
            for (index, area) in row.areas.iter().enumerate().take(64).filter(|(_, area)| !area.fixed) {
                for name in std::iter::once(&area.name).chain(&area.forms) {
                    for symbol in vocabulary.intern_all(name) {
                        words.add(scale, symbol, 1 << index);
                    }
                }
            }
        }
        for link in LINKS.words.iter().chain(&[",", "how", "good", "well", "is", "it"]) {
            let symbol = vocabulary.symbol(*link);
            words.areas.entry(symbol).clear();
        }
        words
    }

    fn add(&mut self, scale: u16, symbol: Symbol, bit: u64) {
        let areas = self.areas.entry(symbol);
        match areas.iter_mut().find(|(known, _)| *known == scale) {
            Some((_, bits)) => *bits |= bit,
            None => areas.push((scale, bit)),
        }
    }

    #[inline]
    fn knows(&self, symbol: Symbol) -> bool {
        self.areas.get(symbol).is_some_and(|areas| !areas.is_empty())
    }

    fn of(&self, scale: u16, symbol: Symbol) -> u64 {
        let areas = self.areas.get(symbol).into_iter().flatten();
        areas.into_iter().find(|(known, _)| *known == scale).map_or(0, |(_, bits)| *bits)
    }
}

impl RatingText<'_> {
    /// A noun phrase from `at` on whose words are all those of one area: where it ends, and which area it is.
    pub(crate) fn area_in_other_words(&self, at: usize, end: usize) -> Option<(usize, u16, u16)> {
        let words = &self.words.areas;
        if !words.knows(self.token(at).symbol) || at + 1 >= end || self.fixed_areas().next().is_some() {
            return None;
        }
        let found = self.play.scales.iter().filter_map(|&scale| {
            let mut areas = Some(words.of(scale, self.token(at).symbol)).filter(|&areas| areas != 0)?;
            let tells = |index: usize| usize::from(!self.is_any(index, &GENERIC));
            let (mut stop, mut count, mut telling) = (at + 1, 1, tells(at));
            for index in at + 1..end.min(at + LONGEST) {
                let own = words.of(scale, self.token(index).symbol);
                if own & areas != 0 {
                    areas &= own;
                    (stop, count, telling) = (index + 1, count + 1, telling + tells(index));
                } else if !self.is_any(index, &LINKS) {
                    break;
                }
            }
            (count > 1 && telling > 0).then_some((stop, scale, areas.trailing_zeros() as u16))
        });
        let longest = found.max_by_key(|&(stop, ..)| stop)?;
        (self.phrase_end(at, end) <= longest.0).then_some(longest)
    }

    /// The same, read back from where it ends.
    pub(crate) fn area_in_other_words_before(&self, start: usize, end: usize) -> Option<(usize, u16, u16)> {
        let words = &self.words.areas;
        end.checked_sub(1).filter(|&last| last > start && words.knows(self.token(last).symbol))?;
        let mut starts = start.max(end.saturating_sub(LONGEST))..end - 1;
        starts.find_map(|at| {
            let (stop, scale, area) = self.area_in_other_words(at, end)?;
            (stop == end).then_some((at, scale, area))
        })
    }
}
