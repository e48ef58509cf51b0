//! Lists of areas, read back from where they end: `safety, care and leadership | were`.

use crate::rating_scope::{Area, Scope, ScopeReading};
use crate::rating_subject::Subject;
use crate::rating_text::RatingText;
use crate::rating_words::Role;
use crate::token::Kind;
use crate::word_class::Class;
use crate::word_list::words;

/// No area with what it is for has more words.
const LONGEST_TAIL: usize = 7;

impl RatingText<'_> {
    /// Known areas with commas and `and` between them, ending right at `end`.
    pub(crate) fn known_list_before(&self, start: usize, end: usize) -> Option<ScopeReading> {
        let (mut begin, scale, area) = self.known_area_before(start, end)?;
        let mut areas = vec![Area { tokens: begin..end, known: Some((scale, area)) }];
        loop {
            let mut at = begin;
            while at > start && (self.is(at - 1, Role::Article) || self.is(at - 1, Role::AreaPreposition)) {
                at -= 1;
            }
            let and = at > start && self.is(at - 1, Role::And);
            at -= usize::from(and);
            let linked = self.link_before(start, at);
            let and = and || linked < at;
            at = linked;
            let comma = at > start && self.token(at - 1).kind == Kind::Comma;
            at -= usize::from(comma);
            if !(and || comma) {
                break;
            }
            // A list before an aside that has been read stands whole before the words that are not read yet.
            let from = if self.floor > end { start } else { start.max(self.floor.min(at)) };
            let next = self.known_area_before(from, at).or_else(|| self.short_area_before(from, at));
            let next = next.or_else(|| self.area_with_tail_before(from, at));
            let Some((next, scale, area)) = next else { break };
            areas.insert(0, Area { tokens: next..at, known: Some((scale, area)) });
            begin = next;
        }
        if self.is_possessed_by_other(start, begin)
            || self.is_counted_noun(start, begin)
            || self.ends_a_name(start, begin)
            || self.ends_a_pair(start, begin)
            || begin > start && self.is_word(begin - 1, "overall")
        {
            return None;
        }
        if let [area] = areas.as_mut_slice()
            && let Some(start) = self.longer_name(start, begin, end)
        {
            area.tokens.start = start;
        }
        Some(ScopeReading { scope: Scope::Areas(areas), tokens: begin..end })
    }

    /// `its | partnerships with other organisations | and its governance`: a known name, what it is with or for, and
    /// where it begins.
    fn area_with_tail_before(&self, start: usize, end: usize) -> Option<(usize, u16, u16)> {
        if self.fixed_areas().next().is_some() {
            return None;
        }
        let from = start.max(end.saturating_sub(LONGEST_TAIL));
        let opens = |at: usize| {
            at == start || self.is(at - 1, Role::Article) || self.token(at - 1).kind == Kind::Clitic
        };
        (from..end).filter(|&at| opens(at)).find_map(|at| {
            let (stop, scale, area) = self.known_area(at, end)?;
            let led = stop + 1 < end && self.is_any(stop, words!["with", "for", "to", "of", "between"]);
            let plain = (stop..end).all(|index| self.token(index).is_word() && !self.is_finite(index));
            (led && plain).then_some((at, scale, area))
        })
    }

    /// `safety, | together with | leadership`: where words that join like `and` begin, else `at`.
    fn link_before(&self, start: usize, at: usize) -> usize {
        const LINKS: &[&[&str]] =
            &[&["together", "with"], &["along", "with"], &["as", "well", "as"], &["alongside"]];
        let ends = |link: &&&[&str]| {
            let from = at.checked_sub(link.len()).filter(|&from| from > start);
            from.is_some_and(|from| link.iter().zip(from..).all(|(word, index)| self.is_word(index, word)))
        };
        at - LINKS.iter().find(ends).map_or(0, |link| link.len())
    }

    /// `work with children on | court orders`: where the whole name begins whose last words a scale knows.
    fn longer_name(&self, start: usize, begin: usize, end: usize) -> Option<usize> {
        let led = begin > start + 1 && self.is_any(begin - 1, words!["on", "with", "for"]);
        if !led || self.fixed_areas().next().is_some() {
            return None;
        }
        let first = self.past_openers(self.phrase_start(start, end), begin);
        let plain = |index: usize| {
            self.token(index).is_word()
                && ![Role::RatingNoun, Role::AreaNoun, Role::Frame, Role::And]
                    .iter()
                    .any(|&role| self.is(index, role))
                && !self.has(index, Class::BodyNoun)
                && !self.has(index, Class::InspectorNoun)
        };
        let named = first < begin - 1 && self.is_area_name(first..end) && (first..begin - 1).all(plain);
        let heads = self
            .is_any(first, words!["work", "joint", "casework", "its", "policy", "policies", "provision"])
            || self.is_served(first);
        (named && heads).then_some(first)
    }

    /// `Lowmere Sixth Form`: the area's words are the end of another body's name.
    pub(crate) fn ends_a_name(&self, start: usize, begin: usize) -> bool {
        begin > start
            && self.token(begin).is_capital()
            && !self.token(begin).is_all_capitals()
            && (self.is_name_word(begin - 1)
                || self.token(begin - 1).is_capital() && !self.has(begin - 1, Class::Starter))
            && !self.names_body(begin - 1..begin)
    }

    /// `its use of money and | people`: half of what one phrase names.
    pub(crate) fn ends_a_pair(&self, start: usize, begin: usize) -> bool {
        if begin < start + 4 || !self.is(begin - 1, Role::And) || self.fixed_areas().next().is_some() {
            return false;
        }
        let near = start.max(begin.saturating_sub(7))..begin - 1;
        let plain = |&index: &usize| {
            self.token(index).is_word() && !self.is_finite(index) && !self.is_boundary(index)
        };
        let phrase: Vec<usize> = near.rev().take_while(plain).collect();
        let the = phrase.iter().position(|&index| self.is(index, Role::Article));
        let phrase = &phrase[..the.unwrap_or(0)];
        phrase.iter().any(|&index| self.is(index, Role::Of))
            && phrase.iter().all(|&index| self.known_area(index, begin - 1).is_none())
    }

    /// `55 services`: many bodies, not an area.
    pub(crate) fn is_counted_noun(&self, start: usize, begin: usize) -> bool {
        // `In 2022 | leadership`
        let dated = begin > start + 1 && self.is_time_phrase(begin - 2, begin);
        begin > start
            && !dated
            && !self.is_word(begin - 1, "both")
            && (self.token(begin - 1).kind == Kind::Number || self.number(begin - 1).is_some_and(|n| n > 1))
    }

    /// Whether a name of another body stands right before the area: `Oxmoor Police's leadership`.
    pub(crate) fn is_possessed_by_other(&self, start: usize, begin: usize) -> bool {
        begin > start + 1
            && self.token(begin - 1).kind == Kind::Clitic
            && !self.is_served(begin - 2)
            && self.classify(self.phrase_start(start, begin - 1)..begin - 1) == Subject::Other
    }

    /// `surgery and maternity there | both dropped`: pieces of any words.
    pub(crate) fn free_list_before(&self, start: usize, begin: usize, end: usize) -> Option<ScopeReading> {
        let mut from = begin;
        while from > start && self.token(from - 1).kind == Kind::Comma && from - 1 > start {
            let piece = self.phrase_start(start, from - 1);
            // `At Sefholme General, | surgery and outpatients`: where they are.
            let place = piece < from - 1 && self.has(piece, Class::Preposition);
            if place
                || piece + 6 < from
                || (piece..from - 1).any(|index| self.is_finite(index))
                || piece == from - 1
            {
                break;
            }
            from = piece;
        }
        let mut areas: Vec<Area> = Vec::new();
        let mut at = from;
        for index in from..=end {
            let cuts = index == end || self.token(index).kind == Kind::Comma || self.is(index, Role::And);
            if cuts {
                let first = self.past_openers(at, index);
                if first < index {
                    areas.push(Area { tokens: first..index, known: None });
                }
                at = index + 1;
            }
        }
        let (others, own): (Vec<&Area>, Vec<&Area>) =
            areas.iter().partition(|area| matches!(self.classify(area.tokens.clone()), Subject::Other));
        let departments = !own.is_empty() && others.iter().all(|area| self.is_bare_noun(area));
        let list = areas.len() > 1 && (others.is_empty() || departments);
        list.then_some(ScopeReading { scope: Scope::Areas(areas), tokens: from..end })
    }

    /// `surgery` and no `the surgery`: without an article it is a department and no building.
    pub(crate) fn is_bare_noun(&self, area: &Area) -> bool {
        let at = area.tokens.start;
        let opened = at > 0 && (self.is(at - 1, Role::Article) || self.token(at - 1).kind == Kind::Clitic);
        area.tokens.len() == 1 && !opened && (!self.token(at).is_capital() || self.token(at).is_line_start())
    }
}
