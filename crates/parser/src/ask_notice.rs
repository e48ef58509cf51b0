//! How far notices and breaches reach: from their article to what became of them.

use std::ops::Range;

use crate::token::Kind;
use crate::tokens_to_recommendations::Reader;
use crate::word_class::Class;

impl Reader<'_> {
    /// "over medicines | in January by the watchdog": when and by whom a notice was served is not its matter.
    pub(crate) fn notice_end(&self, words: Range<usize>, matter: Option<Range<usize>>) -> usize {
        let leaves = |index: usize| {
            let dated = self.reading.has(index, Class::Preposition)
                && (self.reading.has(index + 1, Class::Month) || self.reading.has(index + 1, Class::Weekday));
            let by = index + 1..words.end.min(index + 8);
            dated
                || self.reading.is_one_of(index, &["when", "while", "after", "amid"])
                || self.reading.is_kind(index, Kind::Comma)
                    && (index + 1..index + 3).any(|next| self.reading.is(next, "which"))
                || self.reading.is(index, "having") && self.reading.is_kind(index - 1, Kind::Comma)
                || self.reading.is_one_of(index, &["issued", "served", "imposed"])
                    && self.reading.is_kind(index - 1, Kind::Comma)
                || self.is_done_with(index)
                || self.reading.is(index, "by") && self.agents.means_inspectorate(&by)
        };
        // "five breaches were found, | including": what is done with them stands before what they are
        let from = matter.map_or(words.start, |matter| matter.start).max(words.start + 2);
        (from..words.end).find(|&index| leaves(index)).unwrap_or(words.end)
    }

    /// "has been lifted", "have been slapped on its owner", "runs until May", "expires": what became of a notice or
    /// a breach is no part of it.
    fn is_done_with(&self, index: usize) -> bool {
        const DONE: &[&str] = &[
            "lifted",
            "served",
            "issued",
            "slapped",
            "withdrawn",
            "put",
            "removed",
            "handed",
            "met",
            "imposed",
            "resolved",
            "identified",
            "found",
        ];
        let been = self.reading.is(index + 1, "been") || self.reading.is_one_of(index, &["was", "were"]);
        let helper = self.reading.has(index, Class::Have) || self.reading.has(index, Class::Be);
        self.reading.is_one_of(index, &["runs", "expires", "expired", "remains", "remain"])
            || helper && been && (index + 1..index + 4).any(|verb| self.reading.is_one_of(verb, DONE))
    }

    /// "a | warning notice", "two | failure to comply notices", "a hygiene | improvement notice": where its article
    /// or number stands.
    pub(crate) fn with_article(&self, start: usize) -> usize {
        let opens = |&index: &usize| {
            self.reading.is_one_of(index, &["a", "an"]) || self.reading.has(index, Class::Number)
        };
        let plain = |index: usize| {
            (self.reading.is_word(index) || self.reading.is_kind(index, Kind::Number))
                && !self.reading.has(index, Class::Preposition)
                && !self.reading.has(index, Class::Coordinator)
        };
        let near = (start.saturating_sub(3)..start).rev();
        near.take_while(|&index| plain(index)).find(opens).unwrap_or(start)
    }
}
