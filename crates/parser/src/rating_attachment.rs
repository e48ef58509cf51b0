//! What the grades of a match are for: the words behind the grade, the verb's object, or its subject.

use std::ops::Range;

use onrecord_lexicon::Slot;
use onrecord_model::Time;

use crate::phrase_book::{Filled, PhraseMatch};
use crate::rating_scope::{Group, Scope, ScopeReading};
use crate::rating_subject::Subject;
use crate::rating_text::RatingText;
use crate::rating_words::Role;
use crate::token::Kind;
use crate::tokens_to_ratings::Reader;
use crate::word_class::Class;
use onrecord_lexicon::Yield;

/// The row that gives one grade to everything.
const SWEEP: &str = "sweep";

/// A colon further behind a count leads to something else.
const FARTHEST_COLON: usize = 40;

/// What a clause opens with stands no further before its body.
const FARTHEST_FRONT: usize = 60;

/// `12 were rated good for leadership`: so many bodies, where the area is named besides.
fn counts_bodies(text: &RatingText<'_>, subject: &Subject) -> bool {
    let Subject::Graded(reading) = subject else { return false };
    let areas = reading.tokens.clone().any(|index| text.is(index, Role::AreaNoun));
    matches!(reading.scope, Scope::Group(Group::Count(_))) && !areas
}

/// Whether a slot says what a grade is for.
pub(crate) fn is_scope(slot: Slot) -> bool {
    matches!(slot, Slot::Scope | Slot::Body)
}

impl Reader<'_> {
    /// What the grades of a match are for: what the match itself says, the words behind the grade, else the
    /// object, else the subject.
    pub(crate) fn scope(
        &mut self,
        found: &PhraseMatch,
        grades: &[&Filled],
        sentence: Range<usize>,
    ) -> Option<ScopeReading> {
        let own = self
            .counted(found, grades)
            .or_else(|| self.goes_on(found, grades))
            .or_else(|| self.goes_on_now(found));
        if own.is_some() {
            return own;
        }
        if let Some(reading) = self.last_word(found) {
            return self.named(reading);
        }
        if found.yields == Yield::RatingPart
            && found.slots.iter().any(|filled| filled.slot == Slot::When)
            && !self.text.is_verb_grade(grades[0].tokens.clone())
        {
            return self.apposed(found, &sentence);
        }
        if let Some(reading) = self.opens_aside(found, grades, &sentence) {
            return Some(reading);
        }
        let given = self.given(found, sentence.end);
        let active = found.slots.iter().any(|f| {
            is_scope(f.slot) && f.tokens.start >= found.words_start && f.tokens.start < grades[0].tokens.start
        });
        if let Some(area) = given.iter().rev().find(|reading| reading.scope != Scope::Body) {
            let allowed = active || self.subject_allows(found, area, sentence.start);
            let area = if active {
                self.listed_behind(area.clone(), found.tokens.end, sentence.end)
            } else {
                area.clone()
            };
            return if allowed { self.named(area) } else { None };
        }
        if given.is_empty()
            && let Some(behind) = self.behind_comma(found, grades, sentence.end)
        {
            let allowed = self.subject_allows(found, &behind, sentence.start);
            return if allowed { self.named(behind) } else { None };
        }
        match given.first().filter(|_| active) {
            Some(body) => {
                let earner = self.earner(found, sentence.start);
                self.named(earner.unwrap_or_else(|| self.fronted(body.clone(), sentence)))
            }
            None => self.of_subject(found, sentence),
        }
    }

    /// `throughout`, `there`: the match ends with the word.
    fn last_word(&self, found: &PhraseMatch) -> Option<ScopeReading> {
        if self.id(found) == SWEEP {
            let tokens = found.tokens.clone();
            return Some(ScopeReading { scope: Scope::Group(Group::Throughout), tokens });
        }
        let tokens = found.tokens.end - 1..found.tokens.end;
        if self.text.is_word(tokens.start, "throughout") {
            return Some(ScopeReading { scope: Scope::Group(Group::Throughout), tokens });
        }
        if self.text.is_word(tokens.start, "else") || self.text.is_word(tokens.start, "elsewhere") {
            return Some(ScopeReading { scope: Scope::Group(Group::AllBut), tokens });
        }
        self.text.is_word(tokens.start, "there").then_some(ScopeReading { scope: Scope::Back, tokens })
    }

    /// The readings of the slots that say what a grade is for.
    fn given(&self, found: &PhraseMatch, end: usize) -> Vec<ScopeReading> {
        let slots = found.slots.iter().filter(|f| is_scope(f.slot) && f.tokens.start >= found.words_start);
        let read = |f: &Filled| {
            let whole = self.text.scope(f.tokens.start, end);
            whole.or_else(|| self.text.scope(f.tokens.start, f.tokens.end))
        };
        slots.filter_map(read).collect()
    }

    /// Whether the subject of a verb lets its grade for an area be the inspected body's.
    fn subject_allows(&mut self, found: &PhraseMatch, area: &ScopeReading, start: usize) -> bool {
        let predicate = found.slots.iter().any(|f| {
            f.slot == Slot::Scope
                && f.tokens.start > found.words_start
                && self.text.has(f.tokens.start - 1, Class::Be)
        });
        if predicate {
            return true;
        }
        let subject = self.text.subject(start, found.words_start);
        let unknown = |scope: &Scope| matches!(scope, Scope::Areas(areas) if areas.iter().all(|area| area.known.is_none()));
        // `Hand hygiene was outstanding on the children's ward`: neither names what inspectors grade.
        if matches!(&subject, Subject::Graded(reading) if unknown(&reading.scope)) && unknown(&area.scope) {
            return false;
        }
        let named = matches!(area.scope, Scope::Areas(_));
        let others = subject == Subject::Other || named && counts_bodies(&self.text, &subject);
        self.places.spoke_of_others |= others && subject != Subject::Denied;
        !others && subject != Subject::Denied
    }

    /// What the subject of the verb says, or the body where it says nothing.
    fn of_subject(&mut self, found: &PhraseMatch, sentence: Range<usize>) -> Option<ScopeReading> {
        if let Some(list) = self.adjoining(found).or_else(|| self.before_which(found, &sentence)) {
            return Some(list);
        }
        let subject = self.text.subject(sentence.start, found.words_start);
        let silent = matches!(subject, Subject::Agent | Subject::None);
        if (silent || self.text.leaves_open(&subject) || subject == Subject::Other)
            && let Some(antecedent) = self.text.antecedent(sentence.start, found.words_start, !silent)
        {
            return self.named(antecedent);
        }
        if found.yields == Yield::RatingPart
            && let Some(fronted) =
                self.right_before(found, &sentence).or_else(|| self.counted_at(found, &sentence))
        {
            return self.named(fronted);
        }
        if let Some(all) = self.all_ratings(found, &sentence) {
            return self.named(self.but_for(all, found.tokens.end));
        }
        if self.text.leaves_open(&subject)
            && found.yields == Yield::RatingPart
            && let Some(area) = self.framed_scope(found, &sentence)
        {
            let head = self.clause_head(found, &sentence).filter(|head| head.tokens.end >= area.tokens.end);
            let area = self.text.with_list_before_aside(area, sentence.start);
            return Some(head.unwrap_or(area));
        }
        if self.text.leaves_open(&subject)
            && self.is_loose(found)
            && let Some(head) = self.clause_head(found, &sentence)
        {
            return self.named(head);
        }
        match subject {
            Subject::Graded(reading) => {
                let reading = self.listed_behind(reading, found.tokens.end, sentence.end);
                let reading = self.listed_before(reading, sentence.start);
                let reading = if self.is_in_aside(&reading, found.words_start) {
                    reading
                } else {
                    self.text.with_list_before_aside(reading, sentence.start)
                };
                let reading = self.meant_by_it(reading, found, &sentence);
                let reading = self.after_where(reading, &sentence);
                let end = sentence.end;
                let reading = self.fronted(reading, sentence);
                let reading = self.listed_behind(reading, found.tokens.end, end);
                let reading = self.but_for(reading, found.tokens.end);
                self.named(reading)
            }
            Subject::Denied | Subject::Unclear => None,
            Subject::Other => {
                self.places.spoke_of_others = true;
                None
            }
            Subject::Agent | Subject::None => {
                if let Some(list) = self.text.before_participle(sentence.start, found.words_start) {
                    return Some(list);
                }
                if let Some(verb) = self
                    .text
                    .plain_verb(sentence.start.max(self.text.floor.min(found.words_start)), found.words_start)
                    && let Subject::Graded(reading) = self.text.subject(sentence.start, verb)
                    && matches!(&reading.scope, Scope::Areas(_))
                {
                    return self.named(reading);
                }
                if self.text.follows_preposition(found.words_start)
                    && let Some(head) = self.clause_head(found, &sentence)
                {
                    return self.named(head);
                }
                let words = found.words_start..found.tokens.end;
                self.named(self.fronted(ScopeReading { scope: Scope::Body, tokens: words }, sentence))
            }
        }
    }

    /// `Every grade was good | bar one`
    fn but_for(&self, reading: ScopeReading, at: usize) -> ScopeReading {
        let except = self.text.is(at, Role::Except) && !self.text.is_word(at, "than")
            || self.text.is_word(at, "but") && self.text.number(at + 1).is_some();
        match reading.scope {
            Scope::Group(Group::All) if except => {
                ScopeReading { scope: Scope::Group(Group::AllBut), ..reading }
            }
            _ => reading,
        }
    }

    /// `apprenticeships, which | were awarded`, `apprenticeships (|good)`: a grade of the nearest area alone.
    fn is_in_aside(&self, reading: &ScopeReading, words: usize) -> bool {
        let between = reading.tokens.end.min(words)..words;
        let opener = between.clone().rev().find(|&index| {
            self.text.has(index, Class::Relative) || self.text.token(index).kind == Kind::BracketOpen
        });
        let closed = |opener: usize| (opener..words).any(|index| self.text.is_mark(index + 1));
        opener.is_some_and(|opener| self.text.token(opener).kind == Kind::BracketOpen || !closed(opener))
    }

    /// `four areas at | expected standard`
    fn counted_at(&self, found: &PhraseMatch, sentence: &Range<usize>) -> Option<ScopeReading> {
        let alone = found.slots.len() == 1 && found.tokens == found.slots[0].tokens;
        let mut prep = found.words_start.checked_sub(1).filter(|_| alone)?;
        prep -= usize::from(prep > sentence.start && self.text.is(prep, Role::Article));
        let leads = self.text.is_one_of(prep, &["at", "on", "in"]) && prep > sentence.start;
        let noun = leads && self.text.is(prep - 1, Role::AreaNoun);
        let from = prep.saturating_sub(4).max(sentence.start);
        let mut starts = (from..prep).filter(|&at| noun && self.text.number(at).is_some());
        starts.find_map(|at| {
            let (group, stop) = self.text.group(at, prep)?;
            (stop == prep).then_some(ScopeReading { scope: Scope::Group(group), tokens: at..stop })
        })
    }

    /// `All the individual | judgements were outstanding`
    fn all_ratings(&self, found: &PhraseMatch, sentence: &Range<usize>) -> Option<ScopeReading> {
        let noun = found.words_start;
        let many = self.text.is(noun, Role::RatingNoun) && self.text.text(noun).ends_with('s');
        let begin = many.then(|| self.text.phrase_start(sentence.start, noun))?;
        let (group, stop) = self.text.group(begin, noun + 1)?;
        let all = matches!(group, Group::All | Group::AllBut | Group::Rest(_));
        (all && stop == noun + 1).then_some(ScopeReading { scope: Scope::Group(group), tokens: begin..stop })
    }

    /// `failings in safety, | which it calls inadequate`
    fn before_which(&self, found: &PhraseMatch, sentence: &Range<usize>) -> Option<ScopeReading> {
        let which = self.text.is_word(found.words_start, "which");
        let comma = found.words_start.checked_sub(1).filter(|&comma| which && comma > sentence.start)?;
        let end = found.words_start - usize::from(self.text.token(comma).kind == Kind::Comma);
        self.text.known_list_before(sentence.start, end)
    }

    /// `for safety it was good, | for the other three inadequate`: the areas and their preposition right before a
    /// grade whose verb was said before.
    fn right_before(&self, found: &PhraseMatch, sentence: &Range<usize>) -> Option<ScopeReading> {
        let words = found.words_start;
        let alone = found.slots.len() == 1 && found.tokens == found.slots[0].tokens;
        let near = words.saturating_sub(8).max(self.text.floor).max(sentence.start)..words.saturating_sub(1);
        let leads = |&at: &usize| {
            self.text.is(at, Role::AreaPreposition)
                && (at == sentence.start || self.text.is_mark(at - 1) || self.text.is(at - 1, Role::And))
        };
        let at = alone.then(|| near.rev().find(leads)).flatten()?;
        let reading = self.text.scope(at + 1, words)?;
        (reading.tokens.end == words && self.drafts.len() > self.places.before_sentence).then_some(reading)
    }

    /// `Three were found to require improvement: planning, …`: the list names what the subject counts.
    fn listed_behind(&self, reading: ScopeReading, at: usize, end: usize) -> ScopeReading {
        if let Some(list) = self.listed_at_end(&reading, at, end) {
            return list;
        }
        let counted = matches!(reading.scope, Scope::Group(_));
        let all = self.text.is(reading.tokens.start, Role::All)
            || reading.tokens.start > 0 && self.text.is(reading.tokens.start - 1, Role::All);
        let colon = at < end && self.text.token(at).kind == Kind::Colon;
        if colon
            && (counted || all)
            && let Some(list) = self.text.list(at + 1, end)
            && let Scope::Areas(areas) = &list.scope
            && (areas.len() > 1 || reading.scope == Scope::Group(Group::Count(1)))
        {
            return list;
        }
        reading
    }

    /// `Two areas are inadequate, according to a report out today: A, and B`: the colon comes later, and the list
    /// behind it has as many areas as were counted.
    fn listed_at_end(&self, reading: &ScopeReading, at: usize, end: usize) -> Option<ScopeReading> {
        let Scope::Group(Group::Count(count) | Group::Rest(Some(count))) = reading.scope else { return None };
        let comma = at + 1 < end && self.text.token(at).kind == Kind::Comma;
        if comma
            && let Some(list) = self.text.list(at + 1, end)
            && let Scope::Areas(areas) = &list.scope
            && areas.len() == usize::from(count)
            && areas.iter().all(|area| area.known.is_some())
            && self.text.is_mark(list.tokens.end)
        {
            return Some(list);
        }
        let mut near = at..end.min(at + FARTHEST_COLON);
        let colon =
            near.find(|&index| matches!(self.text.token(index).kind, Kind::Colon | Kind::Semicolon))?;
        let told = (at..colon).any(|index| self.text.grade_words(index, colon).is_some());
        let list = self.text.list(colon + 1, end).filter(|_| !told)?;
        let whole = matches!(&list.scope, Scope::Areas(areas) if areas.len() == usize::from(count));
        (whole && self.text.token(colon).kind == Kind::Colon).then_some(list)
    }

    /// `personal development, good; leadership: a three`: the areas right before the mark before a bare grade.
    fn adjoining(&self, found: &PhraseMatch) -> Option<ScopeReading> {
        let grade = found.slots.iter().find(|filled| matches!(filled.slot, Slot::Grade | Slot::Same))?;
        let bare = found.slots.len() == 1
            && (found.words_start..grade.tokens.start).all(|index| self.text.is(index, Role::Filler));
        let mut before = found.words_start;
        while before > 0 && self.text.is(before - 1, Role::Filler) {
            before -= 1;
        }
        let mark = before.checked_sub(1).filter(|&mark| bare && mark > self.text.floor)?;
        let marked = matches!(self.text.token(mark).kind, Kind::Comma | Kind::Colon);
        marked.then(|| self.text.known_list_before(self.text.floor, mark)).flatten()
    }

    /// `behaviour, personal development, both | were scored inadequate`: the list stands before the count.
    fn listed_before(&self, reading: ScopeReading, start: usize) -> ScopeReading {
        let Scope::Group(Group::Count(_) | Group::All) = reading.scope else { return reading };
        let comma = reading.tokens.start.checked_sub(1).filter(|&comma| comma > start);
        let comma = comma.filter(|&comma| self.text.token(comma).kind == Kind::Comma);
        let list = comma.and_then(|comma| self.text.known_list_before(start, comma));
        list.filter(|list| matches!(&list.scope, Scope::Areas(areas) if areas.len() > 1)).unwrap_or(reading)
    }

    /// `Effectiveness has slid – in 2016 it was 'good'`: the pronoun of an earlier grade is the area just graded.
    fn meant_by_it(
        &self,
        reading: ScopeReading,
        found: &PhraseMatch,
        sentence: &Range<usize>,
    ) -> ScopeReading {
        let it = reading.scope == Scope::Body
            && reading.tokens.len() == 1
            && self.text.is_word(reading.tokens.start, "it");
        let last = self.drafts[self.places.before_sentence..].last();
        let area = last.filter(|last| matches!(&last.scope.scope, Scope::Areas(areas) if areas.len() == 1));
        let whole = self.text.is_word(found.tokens.end - 1, "overall");
        match area {
            // `Where leadership had been outstanding, it is now inadequate`
            Some(last) if it && last.time == Time::Previous && !whole => last.scope.clone(),
            Some(last)
                if it && self.text.is_previous(found.words_start..found.tokens.end, sentence.clone()) =>
            {
                last.scope.clone()
            }
            _ => reading,
        }
    }

    /// `happier with prevention, where the service | moved up`: the area before `where`.
    fn after_where(&self, reading: ScopeReading, sentence: &Range<usize>) -> ScopeReading {
        let at = reading.tokens.start;
        let near = (at.saturating_sub(2).max(sentence.start + 1)..at).rev();
        let opener = near.into_iter().find(|&index| self.text.is_word(index, "where"));
        let opener = opener.filter(|_| reading.scope == Scope::Body);
        let end = opener.map(|opener| opener - usize::from(self.text.token(opener - 1).kind == Kind::Comma));
        end.and_then(|end| self.text.known_list_before(sentence.start, end)).unwrap_or(reading)
    }

    /// `For leadership it has moved up`, `… but for caring it was given a good`, `There the home was told …`: the
    /// area stands before the body.
    fn fronted(&self, reading: ScopeReading, sentence: Range<usize>) -> ScopeReading {
        if reading.scope != Scope::Body {
            return reading;
        }
        let from = reading.tokens.start.saturating_sub(FARTHEST_FRONT).max(sentence.start);
        let parted = |index: usize| {
            self.text.token(index).kind == Kind::Semicolon
                || self.text.is(index + 1, Role::AreaPreposition)
                    && (self.text.token(index).kind == Kind::Comma
                        || self.text.has(index, Class::Coordinator))
        };
        let near = (from..reading.tokens.start).rev().filter(|&index| parted(index)).map(|index| index + 1);
        let semicolon = |index: &usize| self.text.token(*index).kind == Kind::Semicolon;
        let clause =
            (from..reading.tokens.start).rev().find(semicolon).map_or(sentence.start, |index| index + 1);
        let front = near
            .chain([clause])
            .filter(|&at| at >= clause)
            .find_map(|at| self.front(at, &reading, &sentence));
        // `For caring, and for how it responds, …`: the list may begin before its last preposition.
        let whole = front.as_ref().and_then(|front| {
            let whole = self.front(clause, &reading, &sentence)?;
            (whole.tokens.end >= front.tokens.end).then_some(whole)
        });
        whole.or(front).unwrap_or(reading)
    }

    /// What a clause that begins at `at` opens with, before its body.
    fn front(&self, at: usize, reading: &ScopeReading, sentence: &Range<usize>) -> Option<ScopeReading> {
        let start = self.text.past_links(at, sentence.end);
        let start = start + usize::from(self.text.is_one_of(start, &["only", "just"]));
        let place = ["there", "here"].iter().any(|word| self.text.is_word(start, word));
        if place && reading.tokens.end > start + 1 && reading.tokens.start >= start {
            let comma = usize::from(self.text.token(start + 1).kind == Kind::Comma);
            let body = !self.text.is_finite(start + 1 + comma);
            return body.then(|| ScopeReading { scope: Scope::Back, tokens: start..start + 1 });
        }
        let leads = reading.tokens.start > start + 1 && self.text.is(start, Role::AreaPreposition);
        let area = leads.then(|| self.text.scope(start + 1, reading.tokens.start)).flatten()?;
        let next = area.tokens.end + usize::from(self.text.token(area.tokens.end).kind == Kind::Comma);
        let own = next == reading.tokens.start
            && self.text.fixed_areas().next().is_none()
            && matches!(&area.scope, Scope::Areas(_));
        (own || self.is_fronted_scope(&area)).then_some(area)
    }

    /// Known areas, or counted ones with a comma behind them.
    fn is_fronted_scope(&self, area: &ScopeReading) -> bool {
        match &area.scope {
            Scope::Areas(areas) => areas.iter().all(|area| area.known.is_some()),
            Scope::Group(Group::Rest(_) | Group::AllBut | Group::All) => true,
            Scope::Group(_) => {
                self.text.token(area.tokens.end).kind == Kind::Comma
                    || self.text.is(area.tokens.end - 1, Role::AreaNoun)
            }
            Scope::Back => true,
            Scope::Body | Scope::Whole(_) | Scope::Nth(_) => false,
        }
    }

    /// `one 'outstanding', two 'good'`: so many areas.
    fn counted(&self, found: &PhraseMatch, grades: &[&Filled]) -> Option<ScopeReading> {
        let count = found
            .slots
            .iter()
            .find(|filled| filled.slot == Slot::Count && filled.tokens.end <= grades[0].tokens.start)?;
        let steps = found.slots.iter().any(|filled| filled.slot == Slot::Scope);
        let of = self.text.is(grades[0].tokens.start.saturating_sub(1), Role::Of);
        if self.text.is_verb_grade(grades[0].tokens.clone()) && !of {
            let both = ScopeReading { scope: Scope::Group(Group::Count(2)), tokens: count.tokens.clone() };
            let at = count.tokens.start;
            let opens = self.text.token(at).is_line_start()
                || !self.text.token(at - 1).is_word()
                || self.text.is(at - 1, Role::And);
            let named = (opens && self.text.is_word(at, "both")).then(|| self.named(both)).flatten();
            return named.filter(|named| matches!(named.scope, Scope::Areas(_)));
        }
        let comma = count.tokens.start > 0 && self.text.token(count.tokens.start - 1).kind == Kind::Comma;
        let listed = count.tokens.start - usize::from(comma);
        if self.text.is_word(count.tokens.start, "both")
            && let Some(list) = self.text.known_list_before(self.text.floor.min(listed), listed)
        {
            return Some(list);
        }
        let number = self.text.number(count.tokens.start).filter(|_| !steps && grades.len() == 1)?;
        let of = count.tokens.end + usize::from(self.text.is(count.tokens.end, Role::RatingNoun));
        let next = grades[0].tokens.start == count.tokens.end
            || self.text.is(of, Role::Of) && grades[0].tokens.start == of + 1
            || self.text.past_quotes(count.tokens.end, grades[0].tokens.start) == grades[0].tokens.start;
        let named = self
            .behind_comma(found, grades, self.text.article.tokens.list.len())
            .filter(|list| matches!(&list.scope, Scope::Areas(areas) if areas.len() == usize::from(number)));
        let counted =
            || ScopeReading { scope: Scope::Group(Group::Count(number)), tokens: count.tokens.clone() };
        next.then(|| named.unwrap_or_else(counted))
    }

    /// `its leadership, good in 2021, was raised`: the grade stands between commas behind its area.
    fn apposed(&self, found: &PhraseMatch, sentence: &Range<usize>) -> Option<ScopeReading> {
        let dated =
            found.yields == Yield::RatingPart && found.slots.iter().any(|filled| filled.slot == Slot::When);
        let mut before = self.text.before_quotes(sentence.start, found.words_start).checked_sub(1)?;
        while before > sentence.start
            && self.text.is_one_of(before, &["both", "all", "each", "once", "itself", "also"])
        {
            before -= 1;
        }
        let comma = dated && before > sentence.start && self.text.token(before).kind == Kind::Comma;
        let subject = comma.then(|| self.text.subject(sentence.start, before))?;
        match subject {
            Subject::Graded(reading) => Some(reading),
            Subject::Agent | Subject::Other | Subject::Denied | Subject::Unclear | Subject::None => None,
        }
    }

    /// `…, down from good`: an earlier grade behind a mark is for what the words before it were for.
    fn goes_on(&self, found: &PhraseMatch, grades: &[&Filled]) -> Option<ScopeReading> {
        let earlier = grades.iter().all(|filled| filled.slot == Slot::Prior);
        let before = self.text.before_quotes(0, found.words_start).checked_sub(1)?;
        let marked = matches!(self.text.token(before).kind, Kind::Comma | Kind::Dash | Kind::BracketOpen)
            || ["steps", "grades", "notches", "step", "grade", "notch", "places", "levels"]
                .iter()
                .any(|word| self.text.is_word(before, word))
            || self.text.floor == found.words_start
            || self.text.has(before, Class::Be)
                && self.text.is_one_of(before.saturating_sub(1), &["which", "that"]);
        let last = self.drafts[self.places.before_sentence..].last()?;
        let parted =
            (last.grade_tokens.end..before).any(|index| self.text.token(index).kind == Kind::Semicolon);
        if parted {
            let start = last.grade_tokens.end;
            return self.text.known_list_before(start, before).filter(|_| earlier && marked);
        }
        let unread = self.text.floor.max(last.grade_tokens.end)..before;
        if earlier
            && marked
            && let Some(own) = self.new_subject(unread)
        {
            return Some(own);
        }
        (earlier && marked).then(|| last.scope.clone())
    }

    /// `leadership, inadequate last March and | now good`: the area of the grade right before.
    fn goes_on_now(&self, found: &PhraseMatch) -> Option<ScopeReading> {
        let and = found.words_start.checked_sub(1).filter(|&and| self.text.is(and, Role::And))?;
        let last = self.drafts[self.places.before_sentence..].last()?;
        let area = matches!(last.scope.scope, Scope::Areas(_)) && last.time == Time::Previous;
        (area && self.text.floor == and && self.text.is_word(found.words_start, "now"))
            .then(|| last.scope.clone())
    }

    /// `…, but purposeful activity|, dropping from`: an area between the last grade and the mark.
    fn new_subject(&self, unread: Range<usize>) -> Option<ScopeReading> {
        if let Some(list) = self.text.known_list_before(unread.start, unread.end) {
            return Some(list);
        }
        let link = unread.clone().find(|&index| {
            self.text.has(index, Class::Coordinator) || self.text.is_one_of(index, &["while", "whereas"])
        })?;
        match self.text.noun_phrase(link + 1, unread.end, false) {
            Subject::Graded(reading) if matches!(reading.scope, Scope::Areas(_)) => Some(reading),
            _ => None,
        }
    }

    /// `Neighbourhood policing – up one from 'adequate' – was …`: an earlier grade in an aside behind its area.
    fn opens_aside(
        &self,
        found: &PhraseMatch,
        grades: &[&Filled],
        sentence: &Range<usize>,
    ) -> Option<ScopeReading> {
        let earlier = grades.iter().all(|filled| filled.slot == Slot::Prior);
        let before = found.words_start.checked_sub(1).filter(|&before| before > sentence.start)?;
        let marked = matches!(self.text.token(before).kind, Kind::Dash | Kind::BracketOpen);
        let subject = (earlier && marked).then(|| self.text.noun_phrase(sentence.start, before, false))?;
        match subject {
            Subject::Graded(reading) => self.named(reading),
            Subject::Agent | Subject::Other | Subject::Denied | Subject::Unclear | Subject::None => None,
        }
    }

    /// What was not looked at and keeps its grade stands at the head of the sentence.
    pub(crate) fn carried_scope(&self, scope: ScopeReading, sentence: Range<usize>) -> ScopeReading {
        let open = matches!(&scope.scope, Scope::Body | Scope::Back)
            || matches!(&scope.scope, Scope::Areas(areas) if areas.iter().all(|area| area.known.is_none()));
        let verb = sentence.clone().find(|&index| self.text.is_finite(index));
        if open
            && let Some(Subject::Graded(list)) = verb.map(|verb| self.text.subject(sentence.start, verb))
            && let Scope::Areas(_) = &list.scope
        {
            return list;
        }
        scope
    }
}
