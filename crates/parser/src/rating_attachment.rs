//! What the grades of a match are for: the words behind the grade, the verb's object, or its subject.

use std::ops::Range;

use onrecord_lexicon::Slot;

use crate::phrase_book::{Filled, PhraseMatch};
use crate::rating_scope::{Group, Scope, ScopeReading};
use crate::rating_subject::Subject;
use crate::rating_text::RatingText;
use crate::rating_words::Role;
use crate::token::Kind;
use crate::tokens_to_ratings::Reader;
use crate::word_class::Class;
use crate::word_list::words;
use onrecord_lexicon::Yield;

/// The row that gives one grade to everything.
const SWEEP: &str = "sweep";

/// A colon further behind a count leads to something else.
const FARTHEST_COLON: usize = 40;

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
        if let Some(listed) = self.bracketed_behind(found.tokens.end, sentence.end) {
            return Some(listed);
        }
        if let Some(reading) = self.last_word(found) {
            let allowed = self.subject_allows(found, &reading, sentence.start);
            return if allowed { self.named(reading) } else { None };
        }
        if found.yields == Yield::RatingPart
            && (found.slots.iter().any(|filled| filled.slot == Slot::When)
                || self.id(found) == "grade-when-called")
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
        let site = |scope: &Scope| matches!(scope, Scope::Areas(areas) if areas.iter().all(|area| self.text.is_site(area.tokens.clone())));
        let nameless = |scope: &Scope| unknown(scope) && !site(scope);
        if matches!(&subject, Subject::Graded(reading) if nameless(&reading.scope)) && unknown(&area.scope) {
            return false;
        }
        let named = matches!(area.scope, Scope::Areas(_));
        // `In the women's estate | two jails`
        let near = found.words_start.saturating_sub(5).max(start)..found.words_start;
        let counted = named && self.text.speaks_of_many(near);
        let others = subject == Subject::Other || counted || named && counts_bodies(&self.text, &subject);
        self.places.spoke_of_others |= others && subject != Subject::Denied;
        !others && subject != Subject::Denied
    }

    /// What the subject of the verb says, or the body where it says nothing.
    fn of_subject(&mut self, found: &PhraseMatch, sentence: Range<usize>) -> Option<ScopeReading> {
        if let Some(list) = self.adjoining(found).or_else(|| self.before_which(found, &sentence)) {
            return Some(list);
        }
        let subject = self.text.subject(sentence.start, found.words_start);
        if let Some(beside) = self.beside_subject(found, &sentence, &subject) {
            return self.named(beside);
        }
        match subject {
            // `It runs five other nurseries. Two are …`
            Subject::Graded(reading)
                if self.is_bare_count(&reading)
                    && self.text.speaks_of_many(self.places.last_sentence.clone()) =>
            {
                self.places.spoke_of_others = true;
                None
            }
            Subject::Graded(reading) => self.named(self.widened(reading, found, &sentence)),
            Subject::Denied | Subject::Unclear => None,
            Subject::Other => {
                self.places.spoke_of_others = true;
                None
            }
            // `A three for Bella Forno.`
            Subject::Agent | Subject::None => match self.body_behind(found, sentence.end) {
                Some(body) => self.named(body),
                None => self.of_clause(found, sentence),
            },
        }
    }

    /// The inspected body by its name, behind a grade that is for it.
    fn body_behind(&self, found: &PhraseMatch, end: usize) -> Option<ScopeReading> {
        let mut given = self.given(found, end).into_iter();
        given.find(|reading| reading.scope == Scope::Body && self.text.names_body(reading.tokens.clone()))
    }

    /// What stands nearer to a grade than the subject of its verb, where that leaves open what the grade is for.
    fn beside_subject(
        &self,
        found: &PhraseMatch,
        sentence: &Range<usize>,
        subject: &Subject,
    ) -> Option<ScopeReading> {
        let silent = matches!(subject, Subject::Agent | Subject::None);
        let open = self.text.leaves_open(subject);
        let part = found.yields == Yield::RatingPart;
        if (silent || open || *subject == Subject::Other)
            && let Some(antecedent) = self.text.antecedent(sentence.start, found.words_start, !silent)
        {
            return Some(antecedent);
        }
        let near = || self.right_before(found, sentence).or_else(|| self.counted_at(found, sentence));
        if let Some(fronted) = part.then(near).flatten() {
            return Some(fronted);
        }
        if let Some(all) = self.all_ratings(found, sentence) {
            return Some(self.but_for(all, found.tokens.end));
        }
        let head = || self.clause_head(found, sentence);
        match self.framed_scope(found, sentence).filter(|_| open && part) {
            Some(area) => {
                let whole = head().filter(|head| head.tokens.end >= area.tokens.end);
                Some(whole.unwrap_or_else(|| self.text.with_list_before_aside(area, sentence.start)))
            }
            None => (open && self.is_loose(found)).then(head).flatten(),
        }
    }

    /// `and both | came out as requiring improvement: whether it is safe and …`: what they are stands behind a colon.
    fn listed_of_all(&self, both: usize, found: &PhraseMatch, end: usize) -> Option<ScopeReading> {
        let count = if self.text.is_word(both, "both") { Group::Count(2) } else { Group::All };
        let reading = ScopeReading { scope: Scope::Group(count), tokens: both..both + 1 };
        let list = self.listed_behind(reading, found.tokens.end, end);
        let list = if matches!(list.scope, Scope::Areas(_)) { Some(list) } else { self.named(list) };
        list.filter(|list| matches!(list.scope, Scope::Areas(_)))
    }

    /// `Four | are`: so many, and no word of what.
    fn is_bare_count(&self, reading: &ScopeReading) -> bool {
        let named = reading.tokens.clone().any(|index| self.text.is(index, Role::AreaNoun));
        matches!(reading.scope, Scope::Group(Group::Count(_))) && !named
    }

    /// A subject with what else its words name: a list behind a colon, before an aside, or before the body.
    fn widened(&self, reading: ScopeReading, found: &PhraseMatch, sentence: &Range<usize>) -> ScopeReading {
        let reading = self.listed_behind(reading, found.tokens.end, sentence.end);
        let reading = self.listed_before(reading, sentence.start);
        let reading = match self.is_in_aside(&reading, found.words_start) {
            true => reading,
            false => self.text.with_list_before_aside(reading, sentence.start),
        };
        let reading = self.meant_by_it(reading, found, sentence);
        let reading = self.after_where(reading, sentence);
        let reading = self.fronted(reading, sentence.clone());
        let reading = self.listed_behind(reading, found.tokens.end, sentence.end);
        self.but_for(reading, found.tokens.end)
    }

    /// What a clause speaks of whose verb has no subject of its own, or none but who grades.
    fn of_clause(&self, found: &PhraseMatch, sentence: Range<usize>) -> Option<ScopeReading> {
        if let Some(list) = self.text.before_participle(sentence.start, found.words_start) {
            return Some(list);
        }
        if let Some(reading) =
            self.with_rating(found, &sentence).or_else(|| self.of_plain_verb(found, &sentence))
        {
            return self.named(reading);
        }
        let head = || self.clause_head(found, &sentence);
        if let Some(head) = self.text.follows_preposition(found.words_start).then(head).flatten() {
            return self.named(head);
        }
        let both = found.words_start.saturating_sub(1);
        if self.text.is_any(both, words!["both", "each", "all"]) {
            return self.listed_of_all(both, found, sentence.end);
        }
        let words = found.words_start..found.tokens.end;
        self.named(self.fronted(ScopeReading { scope: Scope::Body, tokens: words }, sentence))
    }

    /// `The maternity unit | came out of it with a rating of …`: the areas before a verb of faring.
    fn of_plain_verb(&self, found: &PhraseMatch, sentence: &Range<usize>) -> Option<ScopeReading> {
        let from = sentence.start.max(self.text.floor.min(found.words_start));
        let verb = self.text.plain_verb(from, found.words_start)?;
        match self.text.subject(sentence.start, verb) {
            Subject::Graded(reading) if matches!(reading.scope, Scope::Areas(_)) => Some(reading),
            _ => None,
        }
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

    /// `behaviour, personal development, both | were scored inadequate`: the list stands before the count.
    fn listed_before(&self, reading: ScopeReading, start: usize) -> ScopeReading {
        let Scope::Group(Group::Count(_) | Group::All) = reading.scope else { return reading };
        let comma = reading.tokens.start.checked_sub(1).filter(|&comma| comma > start);
        let comma = comma.filter(|&comma| self.text.token(comma).kind == Kind::Comma);
        let list = comma.and_then(|comma| self.text.known_list_before(start, comma));
        list.filter(|list| matches!(&list.scope, Scope::Areas(areas) if areas.len() > 1)).unwrap_or(reading)
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
