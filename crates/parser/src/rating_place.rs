//! The name of an area with its place: `surgery there`, `At Lutterham General, surgery`, `its emergency department`.

use std::ops::Range;

use crate::rating_scope::Area;
use crate::rating_text::RatingText;
use crate::rating_words::Role;
use crate::token::Kind;

impl RatingText<'_> {
    /// An area's name with its place: `surgery there`, `At Lutterham General, surgery`.
    pub(crate) fn placed_name(&self, area: &Area) -> String {
        let there = area.tokens.len() > 1 && self.is_word(area.tokens.end - 1, "there");
        let owner = area.tokens.clone().take(4).rfind(|&index| self.token(index).kind == Kind::Clitic);
        let owner = owner.filter(|&owner| owner > area.tokens.start && owner + 1 < area.tokens.end);
        let of_body = owner.filter(|&owner| {
            self.as_body(area.tokens.start..owner) == Some(true)
                || self.is_plain_owner(area.tokens.start..owner)
        });
        let start = of_body.map_or(area.tokens.start, |owner| owner + 1);
        let own = start..area.tokens.end - usize::from(there);
        let fixed = area.known.is_some_and(|(scale, index)| self.fixed_name(scale, index).is_some());
        let its = own.start > 0 && self.is_word(own.start - 1, "its");
        let place = if there || self.shares_there(area) {
            self.place_before(own.start).or_else(|| self.site_before(own.start))
        } else if its && !fixed {
            self.site_before(own.start)
        } else if let Some(place) = of_body.and_then(|owner| self.place_of_owner(area.tokens.start..owner)) {
            Some(place)
        } else if !fixed {
            self.opening_place(own.start).or_else(|| self.site_of_clause(area))
        } else {
            None
        };
        match place {
            Some(place) => format!("{} at {}", self.name(own), self.article.words(place)),
            None => self.name(own),
        }
    }

    /// `the hospital | 's emergency department`: a common noun with its article.
    pub(crate) fn is_plain_owner(&self, owner: Range<usize>) -> bool {
        let the = owner.start > 0 && self.is(owner.start - 1, Role::Article);
        the && owner.len() == 1 && !self.token(owner.start).is_capital()
    }

    /// The place named last, where `the hospital's` can mean it: St Botolph's Hospital.
    pub(crate) fn place_of_owner(&self, owner: Range<usize>) -> Option<Range<usize>> {
        let place = self.is_plain_owner(owner.clone()).then(|| self.place_before(owner.start)).flatten()?;
        self.is_word(owner.start, &self.text(place.end - 1).to_lowercase()).then_some(place)
    }

    /// `surgery | and maternity there`: the place behind the last of a list is that of each.
    pub(crate) fn shares_there(&self, area: &Area) -> bool {
        let and = area.tokens.end;
        let near = and + 2..and + 5;
        self.is(and, Role::And)
            && near
                .take_while(|&index| self.token(index).is_word() && !self.is_finite(index))
                .any(|index| self.is_word(index, "there"))
    }

    /// The last place named before `at`: `at Lutterham General`.
    pub(crate) fn place_before(&self, at: usize) -> Option<Range<usize>> {
        (at.saturating_sub(40)..at).rev().find_map(|index| self.place_at(index, at))
    }

    /// A place that opens the sentence: `At Sandlow Infirmary, …`.
    pub(crate) fn opening_place(&self, at: usize) -> Option<Range<usize>> {
        let start = (at.saturating_sub(40)..at).rev().find(|&index| {
            self.token(index).is_line_start() || index > 0 && self.token(index - 1).kind == Kind::Stop
        })?;
        self.place_at(start, at)
            .filter(|place| self.token(place.end).kind == Kind::Comma && !self.is_body_itself(place.clone()))
    }

    /// `Skelby Infirmary was rated good for | surgery`: the place whose services are graded one by one.
    fn site_of_clause(&self, area: &Area) -> Option<Range<usize>> {
        let own = area.tokens.clone().any(|index| self.token(index).is_capital());
        let site = self.site_before(area.tokens.start).filter(|site| !own && self.is_finite(site.end))?;
        let ends = |index: usize| matches!(self.token(index).kind, Kind::Stop | Kind::Semicolon);
        (!(site.end..area.tokens.start).any(ends)).then_some(site)
    }

    /// `At HMP Skelbrook, …` where that is the inspected body.
    pub(crate) fn is_body_itself(&self, place: Range<usize>) -> bool {
        !self.has_sites() && self.names_body(place)
    }

    pub(crate) fn place_at(&self, at: usize, end: usize) -> Option<Range<usize>> {
        let opens = self.is_word(at, "at") && at + 1 < end && self.token(at + 1).is_capital();
        let named = |index: usize| {
            let token = self.token(index);
            token.is_capital()
                || token.kind == Kind::Clitic && index + 1 < end && self.token(index + 1).is_capital()
        };
        let stop = (at + 1..end).take_while(|&index| named(index)).last()?;
        opens.then_some(at + 1..stop + 1)
    }
}
