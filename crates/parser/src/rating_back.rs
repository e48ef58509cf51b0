//! Words that mean what was named before: `the first … and the second`, `all three`, `them`, `in that area`; and
//! rows that pass on a grade: `now carry that grade too`, `along with leadership`, `as it had been in 2022`.

use std::ops::Range;

use onrecord_lexicon::Slot;

use crate::phrase_book::PhraseMatch;
use crate::rating_scope::{Area, Group, Scope, ScopeReading};
use crate::rating_subject::Subject;
use crate::rating_text::RatingText;
use crate::rating_words::{Role, ordinal};
use crate::token::Kind;
use crate::tokens_to_ratings::Reader;
use crate::word_class::Class;
use crate::word_list::words;

/// Pronouns reach no further back than this.
pub(crate) const FARTHEST: usize = 120;

/// The row that names what was counted in the sentence before.
const THEY_WERE: &str = "they-were";

/// The place of the last in a list, however long that is.
const LAST: u8 = u8::MAX;

/// Rows that pass a grade on to areas named right behind it.
const JOINED: &[&str] = &["named-among", "along-with", "another-for"];

/// Rows whose last word must end its clause: `was too`, no `was too slow`.
const CLOSING: &[&str] = &["was-too", "fared-alike", "likewise"];

impl Reader<'_> {
    /// A scope with its pronouns resolved; `None` where nothing was named that they could mean.
    pub(crate) fn named(&self, reading: ScopeReading) -> Option<ScopeReading> {
        let areas = match reading.scope {
            Scope::Group(group) => match self.counted_before(group, &reading.tokens) {
                Some(areas) => areas,
                None => return Some(self.no_more_than_counted(reading)),
            },
            Scope::Nth(nth) => {
                let near = self.listed_shortly_before(&reading.tokens);
                let list = self.last_list(&reading.tokens).map(<[Area]>::to_vec).or(near)?;
                let place = if nth == LAST { list.len() } else { usize::from(nth) };
                vec![list.get(place.checked_sub(1)?)?.clone()]
            }
            Scope::Back if self.text.is_word(reading.tokens.start, "that") && reading.tokens.len() == 1 => {
                self.area_graded_last()?
            }
            Scope::Back => self.last_area(&reading.tokens)?,
            Scope::Body if self.text.is_word(reading.tokens.start, "them") => {
                let last = self.drafts[self.recent()..].last();
                match last.map(|last| &last.scope.scope) {
                    Some(Scope::Areas(areas)) => areas.clone(),
                    _ => return Some(reading),
                }
            }
            // On a scale without a grade for the whole, `it` is the area graded last.
            Scope::Body
                if self.text.is_word(reading.tokens.start, "it")
                    && !self.text.grades_the_whole()
                    && self.text.begins_sentence(reading.tokens.start) =>
            {
                match self.area_graded_last() {
                    Some(areas) => areas,
                    None => return Some(reading),
                }
            }
            Scope::Body | Scope::Areas(_) | Scope::Whole(_) | Scope::Among(..) => return Some(reading),
        };
        Some(ScopeReading { scope: Scope::Areas(areas), ..reading })
    }

    /// The list named last, where it stands near enough.
    fn last_list(&self, words: &Range<usize>) -> Option<&[Area]> {
        let near = |area: &Area| area.tokens.start + FARTHEST > words.start;
        let list = self.places.last_list.as_slice();
        list.first().is_some_and(near).then_some(list)
    }

    /// `both`, `all three`, `both of the failing areas`: the areas named last, where they are so many.
    fn counted_before(&self, group: Group, words: &Range<usize>) -> Option<Vec<Area>> {
        let count = (words.clone()).find_map(|index| self.text.number(index))?;
        let both = self.text.is_word(words.start, "both");
        let bare =
            !words.clone().any(|index| self.text.is(index, Role::AreaNoun) || self.text.is(index, Role::Of));
        let plain = match group {
            Group::Count(_) => {
                both || self.text.is_word(words.start.saturating_sub(1), "the") && words.len() == 1
            }
            Group::All => bare,
            Group::Rest(_) | Group::AllBut | Group::Throughout => false,
        };
        let fits = |list: &[Area]| {
            list.len() == usize::from(count) && list.iter().all(|area| area.tokens.end <= words.start)
        };
        if !plain {
            return None;
        }
        let list = self.last_list(words).filter(|list| fits(list)).map(<[Area]>::to_vec);
        list.or_else(|| self.listed_shortly_before(words).filter(|list| fits(list)))
    }

    /// The areas in the nearest list before, graded or not: `Inspectors looked at safety and leadership.`
    fn listed_shortly_before(&self, words: &Range<usize>) -> Option<Vec<Area>> {
        let from = words.start.saturating_sub(FARTHEST / 3);
        let text = RatingText { floor: from, ..self.text };
        (from + 1..words.start).rev().find_map(|end| match text.known_list_before(from, end)?.scope {
            Scope::Areas(areas) if areas.len() > 1 => Some(areas),
            _ => None,
        })
    }

    /// `all three`, of areas that a scale fixes at five and nobody named: so many, not all of them.
    fn no_more_than_counted(&self, reading: ScopeReading) -> ScopeReading {
        let fixed = self.text.fixed_areas().count();
        let count = reading.tokens.clone().find_map(|index| self.text.number(index));
        match (&reading.scope, count) {
            (Scope::Group(Group::All), Some(count)) if fixed > 0 && usize::from(count) != fixed => {
                ScopeReading { scope: Scope::Group(Group::Count(count)), ..reading }
            }
            _ => reading,
        }
    }

    /// `there` is the area named last.
    fn last_area(&self, words: &Range<usize>) -> Option<Vec<Area>> {
        let from = words.start.saturating_sub(60);
        let nearest = (from..words.start).rev().find_map(|end| {
            self.text
                .known_area_before(from, end + 1)
                .map(|(at, scale, area)| Area { tokens: at..end + 1, known: Some((scale, area)) })
        });
        let areas = nearest.map_or_else(|| self.places.last_areas.clone(), |area| vec![area]);
        (!areas.is_empty()).then_some(areas)
    }

    /// `That had been good`: the one area that was graded last, if it was one.
    fn area_graded_last(&self) -> Option<Vec<Area>> {
        match &self.drafts[self.recent()..].last()?.scope.scope {
            Scope::Areas(areas) if areas.len() == 1 => Some(areas.clone()),
            _ => None,
        }
    }

    /// Remembers the areas of a match for the pronouns to come.
    pub(crate) fn remember(&mut self, scope: &ScopeReading) {
        let Scope::Areas(areas) = &scope.scope else { return };
        self.places.last_areas.clone_from(areas);
        let same =
            |list: &[Area]| areas.iter().all(|area| list.iter().any(|known| known.known == area.known));
        if areas.len() > 1 || !same(&self.places.last_list) {
            let next = self.places.last_list.last().is_some_and(|last| {
                areas[0].tokens.start > last.tokens.end && areas[0].tokens.start - last.tokens.end < 30
            });
            if areas.len() > 1 || !next {
                self.places.last_list.clear();
            }
            self.places.last_list.extend(areas.iter().cloned());
        }
    }

    /// A row without a grade: `as was X` and `so have X` give X the grades of the words before; `both grades
    /// were unchanged` says that they were the same the last time.
    pub(crate) fn repeat(&mut self, found: &PhraseMatch, sentence: Range<usize>, block: usize) -> bool {
        if self.text.is_speech(found.words_start..found.tokens.end) {
            return false;
        }
        let end = found.tokens.end;
        if CLOSING.contains(&self.id(found)) && end < sentence.end && !self.text.ends_clause(end) {
            return false;
        }
        if self.is_where_unchanged(found) {
            let unchanged = self.where_unchanged(found, &sentence);
            let repeats = !unchanged.is_empty();
            self.drafts.extend(unchanged);
            return repeats;
        }
        let scope = found.slots.iter().find(|filled| filled.slot == Slot::Scope);
        if self.id(found) == THEY_WERE {
            let members = scope.and_then(|filled| self.members_of_last(filled.tokens.start, &sentence));
            let Some(reading) = members.filter(|_| found.words_start == sentence.start) else { return false };
            self.remember(&reading);
            let drafts = self.repeated(reading, found.phrase, block, &sentence);
            self.drafts.extend(drafts);
            return true;
        }
        let drafts = match scope {
            Some(filled) if filled.tokens.start < found.words_start => {
                let Subject::Graded(reading) = self.text.subject(sentence.start, found.words_start) else {
                    return false;
                };
                let Some(reading) = self.named(reading).filter(is_named) else { return false };
                self.remember(&reading);
                self.repeated(reading, found.phrase, block, &sentence)
            }
            Some(filled) => {
                let Some(reading) = self.text.scope(filled.tokens.start, sentence.end) else { return false };
                if self.is_joined(found) && !(self.follows_last(found) && is_named(&reading)) {
                    return false;
                }
                self.remember(&reading);
                self.repeated(reading, found.phrase, block, &sentence)
            }
            None if found.slots.iter().any(|filled| filled.slot == Slot::Count) => Vec::new(),
            None => self.unchanged(found),
        };
        let repeats = !drafts.is_empty();
        self.drafts.extend(drafts);
        repeats
    }

    pub(crate) fn id(&self, found: &PhraseMatch) -> &str {
        &self.text.article.lexicon.phrases()[usize::from(found.phrase)].id
    }

    fn is_joined(&self, found: &PhraseMatch) -> bool {
        JOINED.contains(&self.id(found))
    }

    /// Whether the words that gave the last grade of this sentence end right before the match; `among them`
    /// follows a count.
    fn follows_last(&self, found: &PhraseMatch) -> bool {
        let last = self.drafts[self.places.before_sentence..].last();
        let counts = self.id(found) == "named-among";
        let close = self.text.floor <= found.words_start && self.text.floor + 2 > found.words_start;
        close && last.is_some_and(|last| counts == (last.is_count() || last.is_rest()))
    }

    /// Where the drafts of this sentence begin, or if it has none, those of the one before.
    pub(crate) fn recent(&self) -> usize {
        let here = self.drafts.len() > self.places.before_sentence;
        if here { self.places.before_sentence } else { self.places.before_last }
    }

    /// The same, or where neither sentence has one, the last draft before, if it is near enough.
    pub(crate) fn recent_or_last(&self, words: &Range<usize>) -> usize {
        let from = self.recent();
        let last = self.drafts.last().filter(|last| last.grade_tokens.end + FARTHEST / 2 > words.start);
        if from == self.drafts.len() && last.is_some() { from - 1 } else { from }
    }
}

/// Areas that a scale knows.
pub(crate) fn is_named(reading: &ScopeReading) -> bool {
    matches!(&reading.scope, Scope::Areas(areas) if areas.iter().all(|area| area.known.is_some()))
}

impl RatingText<'_> {
    /// `the first`, `the former`, `the second of these` right before `end`: the place, and where the words begin.
    pub(crate) fn nth_before(&self, start: usize, end: usize) -> Option<(u8, usize)> {
        let of = (end.saturating_sub(4).max(start)..end).find(|&index| self.is(index, Role::Of));
        let these = of.is_some_and(|of| {
            (of + 1..end).all(|index| {
                self.is(index, Role::Article) || self.number(index).is_some() || self.is_word(index, "them")
            })
        });
        let end = of.filter(|_| these).unwrap_or(end);
        let at = end.checked_sub(1).filter(|&at| at > start && self.is_word(at - 1, "the"))?;
        let nth = match () {
            () if self.is_word(at, "former") => Some(1),
            () if self.is_word(at, "last") => Some(LAST),
            () => ordinal(self.text(at)),
        };
        let the = at - 1;
        let opens = the == start
            || self.is_mark(the - 1)
            || self.is(the - 1, Role::And)
            || self.is_word(the - 1, "with")
            || self.is(the - 1, Role::Boundary);
        nth.filter(|_| opens).map(|nth| (nth, the))
    }

    /// Past `But`, `And yet,` at the head of a clause.
    pub(crate) fn past_links(&self, at: usize, end: usize) -> usize {
        let mut next = self.past_quotes(at, end);
        let most = next + 3;
        while next < end.min(most)
            && (self.has(next, Class::Coordinator)
                || self.is_any(next, words!["yet", "however", "and", "but", "while", "even"])
                || next > at && self.token(next).kind == Kind::Comma)
        {
            next += 1;
        }
        next
    }

    /// `there`, `that area`, `the latter`
    pub(crate) fn back(&self, at: usize, end: usize) -> Option<usize> {
        if self.is(at, Role::Back) {
            return Some(at + 1);
        }
        let demonstrative = self.is_any(at, words!["this", "that", "the"]);
        let last = demonstrative
            && at + 2 < end
            && self.is_any(at + 1, words!["last", "latter", "final", "same", "particular", "one"])
            && self.is(at + 2, Role::AreaNoun);
        if last && !self.is_word(at, "the") {
            return Some(at + 3);
        }
        // `both of the failing areas`
        let both = self.is_word(at, "both") && self.is(at + 1, Role::Of) && self.is(at + 2, Role::Article);
        if let Some(noun) =
            (at + 3..end.min(at + 6)).find(|&index| self.is(index, Role::AreaNoun)).filter(|_| both)
        {
            return Some(noun + 1);
        }
        if demonstrative && at + 1 < end {
            let noun =
                self.is(at + 1, Role::AreaNoun) && !self.is_word(at, "the") && self.text(at + 1) != "one";
            if noun || self.is(at + 1, Role::Back) {
                return Some(at + 2);
            }
        }
        None
    }

    /// `the ratings for how safe and effective it is`
    pub(crate) fn of_rating(&self, at: usize, end: usize) -> Option<ScopeReading> {
        let noun = if self.is(at, Role::Article) { at + 1 } else { at };
        let leads = noun + 2 < end
            && (self.is(noun, Role::RatingNoun)
                || self.is(noun, Role::AreaNoun) && self.has(noun + 1, Class::Preposition))
            && (self.is(noun + 1, Role::AreaPreposition) || self.is(noun + 1, Role::Of));
        let scope = leads.then(|| self.scope(noun + 2, end)).flatten()?;
        Some(ScopeReading { tokens: at..scope.tokens.end, ..scope })
    }

    /// `the first, leadership`: the place in a list, then the name.
    pub(crate) fn nth(&self, at: usize, end: usize) -> Option<ScopeReading> {
        let at = if self.is(at, Role::Article) { at + 1 } else { at };
        let placed =
            at + 2 < end && ordinal(self.text(at)).is_some() && self.token(at + 1).kind == Kind::Comma;
        let (area, stop) = placed.then(|| self.element(at + 2, end, false)).flatten()?;
        Some(ScopeReading { scope: Scope::Areas(vec![area]), tokens: at..stop })
    }
}
