//! The places of a body that has several: a trust's hospitals and wards, each of which gets grades of its own.

use std::ops::Range;

use crate::rating_text::RatingText;
use crate::token::Kind;
use crate::word_class::Class;
use crate::word_list::{WordList, words};

/// The last word of such a place's name.
static PLACES: WordList =
    WordList::new(&["hospital", "infirmary", "general", "clinic", "campus", "centre", "unit"]);

/// What has several places.
const WHOLES: &[&str] = &["trust", "health board", "hospitals"];

/// No name is longer.
const LONGEST: usize = 6;

/// A place is meant by `its` and `there` no further on.
const FARTHEST: usize = 40;

impl RatingText<'_> {
    /// Whether the inspected body has several places with grades of their own.
    pub(crate) fn has_sites(&self) -> bool {
        let name = &self.play.body_name;
        !name.contains(" at ") && WHOLES.iter().any(|whole| name.contains(whole))
    }

    /// `Hawkswell General`, `Princess Ida Hospital`: the whole phrase is the name of a trust's place. `Lark ward`: of a
    /// hospital's, too.
    pub(crate) fn is_site(&self, tokens: Range<usize>) -> bool {
        let last = tokens.end - 1;
        let own = self.play.body_name.contains(&self.text(tokens.start).to_lowercase());
        let ward = !own && self.is_any(last, words!["ward", "wing"]) && self.has_departments();
        let place = self.is_any(last, &PLACES) && self.token(last).is_capital() && self.has_sites();
        let named = |index: usize| self.token(index).is_capital() || self.token(index).kind == Kind::Clitic;
        (ward || place) && (2..=LONGEST).contains(&tokens.len()) && (tokens.start..last).all(named)
    }

    /// The trust's place that is named last before `at`, in the same paragraph.
    pub(crate) fn site_before(&self, at: usize) -> Option<Range<usize>> {
        let near = at.saturating_sub(FARTHEST)..at;
        let last = near
            .rev()
            .take_while(|&index| !self.token(index + 1).is_line_start())
            .find(|&index| self.is_any(index, &PLACES) && self.token(index).is_capital())?;
        let named = |&index: &usize| {
            self.token(index).is_word()
                && self.token(index).is_capital()
                && !self.has(index, Class::Preposition)
        };
        let start = (last.saturating_sub(LONGEST)..last).rev().take_while(named).last()?;
        let site = start..last + 1;
        self.is_site(site.clone()).then_some(site)
    }
}
