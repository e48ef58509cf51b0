//! From a verb of grading back to its subject: past auxiliaries, adverbs and `among those`.

use crate::rating_text::RatingText;
use crate::rating_words::{Role, ordinal};
use crate::token::Kind;
use crate::word_class::Class;
use crate::word_list::words;

impl RatingText<'_> {
    /// Back over `have both been`; `None` where the clause is denied or only wished for.
    pub(crate) fn past_auxiliaries(&self, start: usize, mut end: usize) -> Option<(usize, bool)> {
        let mut listed = false;
        while end > start {
            let at = end - 1;
            let token = self.token(at);
            if self.has(at, Class::Modal) && !self.is_may(at)
                || self.has(at, Class::Negation)
                || self.is_word(at, "to") && !self.is_until_then(start, at)
            {
                return None;
            }
            let placed = at > start && self.is_word(at - 1, "the") && ordinal(self.text(at)).is_some();
            let opens = at == start || matches!(self.token(at - 1).kind, Kind::Semicolon | Kind::Colon);
            if opens && self.is_any(at, words!["both", "all"]) {
                break;
            }
            if let Some(among) = self.among_those(start, end) {
                end = among;
                continue;
            }
            let passes = self.has(at, Class::Be) && !(token.is_glued() && token.is_word())
                || self.has(at, Class::Have)
                || self.is_any(at, words!["remains", "remained", "remain", "stays", "stayed"])
                || self.has(at, Class::Adverb)
                // `Safety has seen | 'good' replaced by`
                || self.is_word(at, "seen") && at > start && self.has(at - 1, Class::Have)
                || self.is(at, Role::Filler) && !placed
                || self.is_word(at, "more") && at > start && self.is_word(at - 1, "once")
                || self.is_until_then(start, at)
                || token.is_quotation_mark()
                || token.kind == Kind::Clitic
                    && end < self.article.tokens.list.len()
                    && !self.token(end).is_capital()
                    && self.clitic_is_verb(at);
            if !passes {
                break;
            }
            listed |= self.is_any(at, words!["both", "all", "each"]);
            end = at;
        }
        // `which in 2021 | required`
        let opens =
            |at: usize| at > start && (self.has(at - 1, Class::Relative) || self.is(at - 1, Role::And));
        let dated =
            end > start + 2 && self.token(end - 1).kind == Kind::Number && self.is_time_phrase(end - 2, end);
        // `which four years ago | was`, `which last year | was`
        let ago = end > start + 3 && self.is_word(end - 1, "ago");
        let last = end > start + 2 && self.is_word(end - 2, "last");
        for (told, length) in [(dated || last, 2), (ago, 3)] {
            if told && opens(end - length) {
                return Some((end - length, listed));
            }
        }
        Some((end, listed))
    }

    /// `is | among those | rated good`, `were | among the areas | found to be good`: where the words begin.
    pub(crate) fn among_those(&self, start: usize, end: usize) -> Option<usize> {
        let of = |index: usize| index > start && self.is_any(index, words!["among", "amongst"]);
        let last = end.checked_sub(1)?;
        let those = self.is_any(last, words!["those", "them"]) && of(last.checked_sub(1)?);
        let counted = last > start && self.number(last).is_some() && self.is(last - 1, Role::Article);
        let areas = (counted || self.is(last, Role::AreaNoun)) && last > start + 2;
        let noun = || (last.saturating_sub(3)..last).rev().find(|&index| of(index));
        if those {
            Some(last - 1)
        } else {
            areas.then(noun).flatten().filter(|&among| self.has(among - 1, Class::Be))
        }
    }

    /// `had until then been`, `has up to now been`: both words pass.
    pub(crate) fn is_until_then(&self, start: usize, at: usize) -> bool {
        let until = |index: usize| self.is_any(index, words!["until", "till", "to", "by"]);
        let then = |index: usize| self.is_any(index, words!["then", "now"]);
        until(at) && then(at + 1)
            || then(at) && at > start && until(at - 1)
            || self.is_word(at, "up") && self.is_word(at + 1, "to") && then(at + 2)
    }

    /// `it's`, `that's` against `the home's`.
    pub(crate) fn clitic_is_verb(&self, at: usize) -> bool {
        at > 0 && (self.is(at - 1, Role::BodyPronoun) || self.is_word(at - 1, "that"))
    }
}
