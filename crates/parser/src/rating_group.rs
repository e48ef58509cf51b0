//! Areas that are counted: `two areas`, `the remaining three`, `every category`, `everything bar its early years`.

use crate::rating_scope::{Area, Group, Scope, ScopeReading};
use crate::rating_text::RatingText;
use crate::rating_words::Role;
use crate::token::Kind;
use crate::word_class::Class;
use crate::word_list::words;

impl RatingText<'_> {
    /// `two areas`, `the remaining three`, `all five categories`, `three of its five key questions`
    pub(crate) fn group(&self, at: usize, end: usize) -> Option<(Group, usize)> {
        if self.is_word(at, "everything")
            || (self.is_word(at, "all") && at + 1 < end && self.is(at + 1, Role::Except))
        {
            return Some(self.everything(at, end));
        }
        if self.is_any(at, words!["anything", "all"]) && self.is_word(at + 1, "else") && at + 1 < end {
            return Some((Group::AllBut, at + 2));
        }
        if at + 2 < end && self.is_word(at, "the") && self.is_word(at + 1, "board") {
            return Some((Group::Throughout, at + 2));
        }
        if let Some(stop) = self.all_but_some(at, end) {
            return Some((Group::AllBut, stop));
        }
        let (mut all, mut rest, mut count, mut nouns) = (false, false, None, false);
        let fewer = self.is_any(at, words!["just", "only", "merely"]) && self.number(at + 1).is_some();
        let the = at + usize::from(self.is(at, Role::Article));
        let last = self.is_any(the, words!["last", "final"]) && self.number(the + 1).is_some();
        let mut next = if last { the + 1 } else { at + usize::from(fewer) };
        while next < end && next - at < 10 {
            if self.is(next, Role::All) {
                all = true;
            } else if (self.is(next, Role::AreaNoun) && !self.is_word(next, "one")
                || self.is(next, Role::RatingNoun)
                    && (all || rest && count.is_none())
                    && !self.is_word(next, "overall"))
                && next > at
            {
                nouns = true;
            } else if self.is(next, Role::Rest) {
                rest = true;
            } else if let Some(number) = self.number(next).filter(|&number| number > 0) {
                count = count.or(Some(number));
            } else if nouns || !self.passes_in_group(next, all || rest || count.is_some()) {
                break;
            }
            next += 1;
            if nouns && self.is_word(next, "out") && self.is(next + 1, Role::Of) && next + 2 < end {
                next += 3;
                break;
            }
            if nouns && !(next < end && self.is(next, Role::Of)) {
                break;
            }
        }
        if all
            && rest
            && let Some(noun) = self.score_noun(next, end)
        {
            return Some((Group::AllBut, noun + 1));
        }
        let of_these = next > at && self.ends_group(next, end) && self.is(next - 1, Role::Article);
        next = self.back_over_loose_ends(at, next);
        let group = match (all, rest, count) {
            (true, true, Some(count)) => Group::Rest(Some(count)),
            (true, true, None) => Group::AllBut,
            (true, false, _) if nouns || self.is_word(at, "all") && count.is_some() => Group::All,
            (false, true, count) if nouns || count.is_some() || self.ends_group(next, end) => {
                Group::Rest(count)
            }
            (false, false, Some(count)) if nouns || of_these || self.ends_group(next, end) => {
                Group::Count(count)
            }
            _ => return None,
        };
        let whole = matches!(group, Group::All | Group::Rest(Some(_)));
        let group = if self.excepts(next, end) && whole { Group::AllBut } else { group };
        Some((group, next))
    }

    /// `all but one of the five tests`
    fn all_but_some(&self, at: usize, end: usize) -> Option<usize> {
        let but = at + 2 < end
            && self.is_word(at, "all")
            && self.is_any(at + 1, words!["but", "bar"])
            && self.number(at + 2).is_some();
        let noun = (at + 3..end.min(at + 8)).find(|&index| self.is(index, Role::AreaNoun));
        let of = at + 3 < end && self.is(at + 3, Role::Of);
        but.then(|| noun.filter(|_| of).map_or(at + 3, |noun| noun + 1))
    }

    /// `every other | trust-level score`
    fn score_noun(&self, at: usize, end: usize) -> Option<usize> {
        let near = (at..end.min(at + 4)).take_while(|&index| !self.is_finite(index));
        near.into_iter().find(|&index| self.is(index, Role::RatingNoun))
    }

    fn passes_in_group(&self, at: usize, begun: bool) -> bool {
        self.is(at, Role::Article)
            || (begun
                && (self.is(at, Role::Of)
                    || self.is(at, Role::AreaAdjective)
                    || self.is_word(at, "more") && self.number(at.saturating_sub(1)).is_some()
                    || self.is_word(at, "them")
                    || self.is_word(at, "out")
                    // `seven of | the 21 regulations`
                    || self.token(at).kind == Kind::Number && self.is(at.saturating_sub(1), Role::Article)
                    || self.is(at + 1, Role::AreaNoun)
                        && ["ing", "ed"].iter().any(|ending| self.text(at).ends_with(ending))))
    }

    /// A group does not end with `of` or `the`.
    fn back_over_loose_ends(&self, start: usize, mut end: usize) -> usize {
        while end > start + 1
            && (self.is(end - 1, Role::Article)
                || self.is(end - 1, Role::Of)
                || self.is(end - 1, Role::AreaAdjective))
        {
            end -= 1;
        }
        end
    }

    /// Whether a bare number ends what it counts: `adequate in three`.
    fn ends_group(&self, at: usize, end: usize) -> bool {
        at >= end
            || self.is_mark(at)
            || self.is(at, Role::And)
            || self.is(at, Role::Boundary)
            || self.is(at, Role::Filler)
            || self.has(at, Class::Be)
            || self.has(at, Class::Coordinator)
    }

    fn excepts(&self, at: usize, end: usize) -> bool {
        let at = if at < end && self.token(at).kind == Kind::Comma { at + 1 } else { at };
        at < end
            && (self.is(at, Role::Except) && !self.is_word(at, "than")
                || self.is_word(at, "but") && at + 1 < end && self.number(at + 1).is_some())
    }

    /// `everything bar its early years`, `everything apart from adult learning`
    fn everything(&self, at: usize, end: usize) -> (Group, usize) {
        let except = at + 1 < end && (self.is(at + 1, Role::Except) || self.is_word(at + 1, "else"));
        let but = at + 1 < end && self.is_word(at + 1, "but");
        if except || but { (Group::AllBut, at + 2) } else { (Group::All, at + 1) }
    }

    /// The areas that a group names behind it: `three key questions: whether it is safe, effective and well-led`
    pub(crate) fn members(&self, at: usize, group: Group, stop: usize, end: usize) -> ScopeReading {
        let colon =
            (stop..end.min(stop + 2)).take_while(|&index| self.is(index, Role::AreaAdjective)).count() + stop;
        let looked = (stop..end.min(stop + 6)).find(|&index| self.is_mark(index));
        let looked = looked.filter(|&mark| {
            self.token(mark).kind == Kind::Colon
                && (stop..mark).all(|index| self.grade_words(index, mark).is_none())
        });
        let stop =
            if colon < end && self.token(colon).kind == Kind::Colon { colon } else { looked.unwrap_or(stop) };
        let counted = match group {
            Group::Count(count) | Group::Rest(Some(count)) => usize::from(count),
            Group::Rest(None) | Group::All | Group::AllBut | Group::Throughout => usize::MAX,
        };
        if stop < end
            && matches!(self.token(stop).kind, Kind::Colon | Kind::Dash | Kind::BracketOpen | Kind::Comma)
        {
            let strict = self.token(stop).kind == Kind::Comma;
            if let Some(list) = self.list(stop + 1, end)
                && let Scope::Areas(areas) = &list.scope
                && (areas.len() == counted
                    || group == Group::All && areas.len() > 1 && self.token(stop).kind == Kind::Colon)
                && (!strict || areas.iter().all(|area| area.known.is_some()))
            {
                return ScopeReading { tokens: at..list.tokens.end, ..list };
            }
        }
        let some = self.some_members(stop, end).map(|areas| Scope::Among(group, areas));
        ScopeReading { scope: some.unwrap_or(Scope::Group(group)), tokens: at..stop }
    }

    /// `in four areas|, leadership among them`: those that are named, before the words that say so.
    fn some_members(&self, comma: usize, end: usize) -> Option<Vec<Area>> {
        let opens = comma + 1 < end && matches!(self.token(comma).kind, Kind::Comma | Kind::Dash);
        let list = opens.then(|| self.list(comma + 1, end)).flatten()?;
        let stop = list.tokens.end;
        let among = stop + 1 < end
            && self.is_word(stop, "among")
            && self.is_any(stop + 1, words!["them", "these", "those"]);
        match list.scope {
            Scope::Areas(areas) if among => Some(areas),
            _ => None,
        }
    }

    /// `The remaining three, including leadership, | were`, `Three areas, leadership among them, | are`: so many, and
    /// some of them by name. The aside stands behind the comma at `opener`.
    pub(crate) fn group_with_members(
        &self,
        start: usize,
        opener: usize,
        close: usize,
    ) -> Option<ScopeReading> {
        let begin = self.phrase_start(start, opener);
        let (group, stop) = self.group(begin, opener).filter(|&(_, stop)| stop == opener)?;
        let including = self.is_any(opener + 1, words!["including", "notably"])
            || self.is_word(opener + 1, "among") && self.is_any(opener + 2, words!["them", "these"]);
        let led = opener + 1 + if self.is_word(opener + 1, "among") { 2 } else { 1 };
        let areas = if including {
            let list = self.list(led, close).filter(|list| list.tokens.end == close)?;
            if let Scope::Areas(areas) = list.scope { Some(areas) } else { None }
        } else {
            self.some_members(opener, close)
        };
        Some(ScopeReading { scope: Scope::Among(group, areas?), tokens: begin..stop })
    }
}
