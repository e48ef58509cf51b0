//! Relative words and what stands before them: `safety, which | was`, `a surgery where patients queued | was`.

use std::ops::Range;

use crate::rating_scope::{Scope, ScopeReading};
use crate::rating_subject::{Subject, joined};
use crate::rating_text::RatingText;
use crate::rating_words::Role;
use crate::token::Kind;
use crate::vocabulary::Meaning;
use crate::word_class::Class;
use crate::word_list::words;

/// No aside that is looked over has more words.
const LONGEST_ASIDE: usize = 20;

/// No clause behind `which` between commas has more.
const LONGEST_RELATIVE: usize = 40;

impl RatingText<'_> {
    /// An aside may hold commas of its own; it begins where its relative word stands behind a comma.
    pub(crate) fn relative_opener(&self, start: usize, opener: usize) -> Option<usize> {
        (start + 1..opener)
            .rev()
            .take(LONGEST_RELATIVE)
            .find(|&index| {
                self.is_any(index, words!["which", "who", "whose", "where", "whom"])
                    && (self.token(index - 1).kind == Kind::Comma || self.after_each_of(start, index))
            })
            .map(|index| if self.token(index - 1).kind == Kind::Comma { index - 1 } else { index - 3 })
            .filter(|&aside| !self.joins_behind(aside, opener))
    }

    /// `Brook House, in Pell Street, Hensham |, which has 20 beds,`: the body's name, behind which other asides stand.
    pub(crate) fn before_further_asides(&self, start: usize, relative: usize) -> Option<ScopeReading> {
        let comma = |index: &usize| self.token(*index).kind == Kind::Comma;
        let first = (start + 1..relative).find(comma)?;
        let name = self.past_quotes(start, first);
        let short = (first + 1..relative).all(|index| !self.is_finite(index)) && relative - first <= 12;
        let own = self.token(name).is_capital() && self.as_body(name..first) == Some(true);
        (short && own).then_some(ScopeReading { scope: Scope::Body, tokens: name..first })
    }

    /// `A home where people were left alone, fed late and ignored | has been rated`: the body that opens the sentence,
    /// where a clause about it stands between it and a verb that is not the clause's own.
    pub(crate) fn before_clause_about_it(&self, start: usize, end: usize) -> Option<ScopeReading> {
        let first = self.past_quotes(start, end);
        let relative = (first + 2..end.min(first + LONGEST_ASIDE))
            .find(|&index| self.is_any(index, words!["where", "whose", "which", "who", "that"]))?;
        let body = first..relative;
        let plain = !body.clone().any(|index| {
            self.is_mark(index) && !self.token(index).is_glued()
                || self.is_finite(index)
                || self.reports(index)
                || self.is(index, Role::Foreign)
        });
        let noun = plain
            && self.is(first, Role::Article)
            && (self.body_noun_before(first, relative) || self.opens_with_body_noun(body.clone()));
        (noun && self.ends_clause_about(relative + 1, end))
            .then_some(ScopeReading { scope: Scope::Body, tokens: first + 1..relative })
    }

    /// `Seven of the 12 standards against which the service was measured | were`: so many areas, and a clause about them.
    pub(crate) fn counted_before_clause(&self, start: usize, end: usize) -> Option<ScopeReading> {
        let first = self.past_quotes(start, end);
        let (group, stop) = self.group(first, end)?;
        let led = usize::from(self.has(stop, Class::Preposition));
        let which =
            self.is_any(stop + led, words!["which", "that", "where"]) && self.is(stop - 1, Role::AreaNoun);
        let own = which && self.ends_clause_about(stop + led + 1, end);
        own.then_some(ScopeReading { scope: Scope::Group(group), tokens: first..stop })
    }

    /// `The care and support offered by the company | was`: areas, and whose they are.
    pub(crate) fn known_before_participle(&self, start: usize, end: usize) -> Option<ScopeReading> {
        let offered = words!["offered", "given", "provided", "delivered", "shown", "received", "available"];
        let from = start.max(end.saturating_sub(LONGEST_ASIDE));
        let at = (from + 1..end).find(|&index| {
            self.is_any(index, offered) && self.has(index + 1, Class::Preposition) && index + 2 < end
        })?;
        let plain = (at..end).all(|index| {
            (self.token(index).is_word() || self.token(index).kind == Kind::Clitic)
                && !self.is(index, Role::And)
        });
        plain.then(|| self.known_list_before(start, at)).flatten()
    }

    /// `This home for 19 people with learning disabilities | requires`: the body that opens the sentence, and whom it is
    /// for.
    fn body_with_tail_end(&self, first: usize, end: usize) -> Option<usize> {
        let lead = (first + 2..end).find(|&index| self.has(index, Class::Preposition))?;
        let noun = self.is_any(first, words!["this", "the", "a"]) && self.body_noun_before(first, lead);
        let plain = (first..end).all(|index| {
            let inside = !self.is_mark(index) || self.token(index).is_glued();
            inside && !self.is_finite(index) && !self.reports(index) && !self.is(index, Role::Foreign)
        });
        (noun && plain).then_some(lead)
    }

    /// The same, as what is graded.
    pub(crate) fn body_with_tail(&self, start: usize, end: usize) -> Option<ScopeReading> {
        // `The hospital as a whole`, where one department is inspected
        if self.play.body_name.contains(" at ") {
            return None;
        }
        let (end, _) = self.past_auxiliaries(start, end)?;
        let first = self.past_quotes(start, end);
        let stop = self.body_with_tail_end(first, end)?;
        Some(ScopeReading { scope: Scope::Body, tokens: first..stop })
    }

    /// `care home in Isleby`
    fn opens_with_body_noun(&self, body: Range<usize>) -> bool {
        let place = body
            .clone()
            .skip(2)
            .find(|&index| self.is_any(index, words!["in", "at", "near", "on", "outside"]));
        place.is_some_and(|place| self.body_noun_before(body.start, place))
    }

    /// Whether a clause that begins at `at` has its own verb before the one at `end`: `where meals were late | has
    /// been`, `whose staff sing hymns | has been`, `where they are fed, washed and ignored | was`.
    fn ends_clause_about(&self, at: usize, end: usize) -> bool {
        let mut verb = end;
        while verb > at && (self.is_finite(verb - 1) || self.has(verb - 1, Class::Adverb)) {
            verb -= 1;
        }
        let one = (verb..end + 1).any(|index| self.is_any(index, words!["has", "was", "is"]));
        let last = self.text(verb - 1);
        let apart = last.ends_with("ed") || last.ends_with('s') && !last.ends_with("ss");
        // `where people | waited | for help`
        let past = |index: usize| index > at && index + 1 < verb && self.text(index).ends_with("ed");
        let own = (at..verb).any(|index| self.is_finite(index) || past(index));
        let several = (at..verb).any(|index| self.token(index).kind == Kind::Comma);
        verb > at + 1 && (own || one && (apart || several))
    }

    /// `…, each of | which had been inadequate`
    pub(crate) fn after_each_of(&self, start: usize, which: usize) -> bool {
        which > start + 3
            && self.is(which - 1, Role::Of)
            && self.is_any(which - 2, words!["each", "both", "all", "neither", "none"])
            && self.token(which - 3).kind == Kind::Comma
    }

    /// `, which is weak, and only the setting`: the aside has ended, and something new begins.
    pub(crate) fn joins_behind(&self, aside: usize, opener: usize) -> bool {
        (aside + 1..opener).any(|index| {
            self.token(index).kind == Kind::Semicolon
                || self.token(index).kind == Kind::Comma
                    && (self.is(index + 1, Role::And)
                        || self.is_any(index + 1, words!["but", "while", "although"]))
        })
    }

    /// `…, which | was`, `… where it | was`, `… for which it | retained`: what stands before the relative word.
    pub(crate) fn relative(&self, start: usize, end: usize) -> Option<Subject> {
        let mut at = end;
        let pronoun = self.is(at - 1, Role::BodyPronoun) && at - 1 > start;
        if pronoun {
            at -= 1;
            let place = self.is_any(at - 1, words!["where", "which"]);
            if !place {
                return None;
            }
        }
        if !self.is_any(at - 1, words!["which", "that", "who", "where"]) {
            return None;
        }
        let that = self.is_word(at - 1, "that");
        if that && !pronoun && self.points_at_area(start, at - 1) {
            return Some(Subject::Graded(ScopeReading { scope: Scope::Back, tokens: at - 1..at }));
        }
        at -= 1;
        if at > start && self.has(at - 1, Class::Preposition) {
            at -= 1;
        }
        let comma = at > start && self.token(at - 1).kind == Kind::Comma;
        at -= usize::from(comma);
        if at == start || that && !comma && at > start && self.reports(at - 1) {
            return Some(Subject::None);
        }
        if let Some(subject) = self.before_only_one(start, at) {
            return Some(subject);
        }
        let bare_area = self.is(at - 1, Role::AreaNoun) && at - 1 > start && self.is(at - 2, Role::Article);
        if bare_area && at - 2 > start && self.token(at - 3).kind == Kind::Comma {
            at -= 3;
        }
        let person = self.is_any(self.past_quotes(start, end), words!["she", "he"]);
        if person && self.is_local_body(start, at) {
            return Some(Subject::Other);
        }
        if self.is_local_body(start, at) {
            return Some(Subject::Graded(ScopeReading { scope: Scope::Body, tokens: at - 1..at }));
        }
        if !pronoun && let Some(list) = self.known_list_before(start, at) {
            return Some(Subject::Graded(list));
        }
        if let Some(body) = self.body_of_people(start, at) {
            return Some(Subject::Graded(ScopeReading { scope: Scope::Body, tokens: body }));
        }
        if !pronoun && self.is_other_name_behind(start, at) {
            return Some(Subject::Other);
        }
        let trailing = self.trailing_phrase(start, at).filter(|_| !self.goes_on_with_verb(end));
        let antecedent = match trailing {
            Some(from) => self.noun_phrase(from, at, false),
            None => self.noun_phrase(start, at, false),
        };
        let areas =
            matches!(&antecedent, Subject::Graded(reading) if matches!(reading.scope, Scope::Areas(_)));
        if pronoun && !areas {
            return Some(Subject::Graded(ScopeReading { scope: Scope::Body, tokens: end - 1..end }));
        }
        Some(antecedent)
    }

    /// `turn its attention to | Glenfinlas Court, which`: the name of another body right before the relative word.
    fn is_other_name_behind(&self, start: usize, end: usize) -> bool {
        let begin = self.phrase_start(start, end);
        let lead = (begin..end).rev().find(|&index| self.has(index, Class::Preposition));
        lead.is_some_and(|lead| {
            let name = lead + 1..end;
            name.len() > 1
                && name.clone().all(|index| self.token(index).is_capital())
                && self.body_suffix_ends(name.clone())
                && self.as_body(name) == Some(false)
        })
    }

    /// `Glenfinlas | Court`, `St Osyth's | Nursing Home`: the last words are those of names of bodies.
    fn body_suffix_ends(&self, name: Range<usize>) -> bool {
        (name.start + 1..name.end).any(|at| {
            let words = &self.article.tokens.list[at..name.end];
            let whole = self.article.vocabulary.longest_term(words).filter(|(size, _)| *size == words.len());
            whole.is_some_and(|(_, meanings)| meanings.iter().any(|m| matches!(m, Meaning::BodySuffix(_))))
        })
    }

    /// `Parents at Fulmar Road School, which | had been`: `which` is no word for people.
    pub(crate) fn body_of_people(&self, start: usize, end: usize) -> Option<Range<usize>> {
        let begin = self.phrase_start(start, end);
        let lead = (begin + 1..end).find(|&index| self.has(index, Class::Preposition))?;
        let which = (end..end + 2).any(|index| self.is_word(index, "which"));
        let people = self.is(lead - 1, Role::People) && self.is_any(lead, words!["at", "of", "from"]);
        let own =
            which && people && self.as_body(self.past_openers(lead + 1, end).min(end - 1)..end) == Some(true);
        own.then_some(lead + 1..end)
    }

    /// `Safety, which had been good, and | leadership`: the list begins before the aside.
    pub(crate) fn with_list_before_aside(&self, reading: ScopeReading, start: usize) -> ScopeReading {
        let opens = |at: usize| at > start && (self.is(at - 1, Role::Article) || self.is(at - 1, Role::How));
        let mut at = reading.tokens.start;
        while opens(at) {
            at -= 1;
        }
        let close = at.checked_sub(2).filter(|&close| {
            close > start && self.is(close + 1, Role::And) && self.token(close).kind == Kind::Comma
        });
        let whole = |&(opener, close): &(usize, usize)| {
            !(opener + 1..close).any(|index| self.token(index).kind == Kind::Comma)
        };
        let opener = close.and_then(|close| Some((self.relative_opener(start, close)?, close)));
        let opener = opener.filter(whole).map(|(opener, _)| opener);
        let list = opener.and_then(|opener| self.known_list_before(start, opener));
        match (list, &reading.scope) {
            (Some(list), Scope::Areas(_)) => joined(list, reading),
            _ => reading,
        }
    }

    /// `…, which | had been good, | were rated inadequate`: the verb behind the aside has the same subject.
    pub(crate) fn goes_on_with_verb(&self, at: usize) -> bool {
        let comma = (at..at + LONGEST_ASIDE).find(|&index| self.is_mark(index));
        comma.is_some_and(|comma| self.token(comma).kind == Kind::Comma && self.is_finite(comma + 1))
    }

    /// `at a Hexby care home | which has lost`: the report's own body, by its town and its kind.
    pub(crate) fn is_local_body(&self, start: usize, end: usize) -> bool {
        let from = end.saturating_sub(6).max(start + 1);
        let article = (from..end).rev().find(|&index| self.is_any(index, words!["a", "an"]));
        article.is_some_and(|article| {
            self.has(article - 1, Class::Preposition)
                && self.body_noun_before(article + 1, end)
                && !(article..end).any(|index| self.is(index, Role::Foreign) || self.is_mark(index))
        })
    }

    /// `bells rang at | a home which`, `No change at | St Osyth's, which`, `was kinder on | the hospital's wards,
    /// which`: where the relative word's own phrase begins, when the words before it are no noun phrase with it.
    pub(crate) fn trailing_phrase(&self, start: usize, end: usize) -> Option<usize> {
        let begin = self.phrase_start(start, end);
        let near = begin.max(end.saturating_sub(9))..end;
        let lead = near.rev().find(|&index| {
            self.has(index, Class::Preposition) && !self.is(index, Role::Of) && index > begin
        })?;
        let from = lead + 1;
        let named = self.known_area_before(begin, lead).is_some();
        let body = !named
            && self.as_body(self.past_openers(from, end).min(end - 1)..end) == Some(true)
            && (lead - begin > 2 || self.is_word(begin, "no"));
        let predicate = begin > start && self.has(begin - 1, Class::Be) && !self.is(begin, Role::Article);
        (body || predicate).then_some(from)
    }

    /// `X and Y are the two areas | marked good`: the areas stand before `are`.
    pub(crate) fn before_predicate(&self, start: usize, begin: usize, end: usize) -> Option<usize> {
        let areas = (begin..end).any(|index| {
            self.is(index, Role::AreaNoun) || self.is_any(index, words!["bits", "parts", "things"])
        });
        let verb = begin.checked_sub(1).filter(|&verb| verb > start && self.has(verb, Class::Be));
        verb.filter(|_| areas)
    }

    /// `A surgery where patients queued | has been rated`: the noun before the relative word.
    pub(crate) fn before_relative(&self, start: usize, begin: usize) -> Option<usize> {
        let from = (start..begin).rev().find(|&index| self.is_mark(index)).map_or(start, |mark| mark + 1);
        let found = (from + 1..begin).rev().find(|&index| {
            self.is_any(index, words!["where", "which", "who", "whose"])
                || self.is_word(index, "that") && !self.reports(index - 1) && self.has(index + 1, Class::Be)
                || self.is_word(index, "that") && self.body_noun_before(from, index)
        })?;
        self.body_noun_before(from, found).then_some(found)
    }
}
