//! What stands right beside a grade whose verb is not its own: `for the other three inadequate`, `four areas at the
//! expected standard`, `safety, which it calls inadequate`.

use std::ops::Range;

use onrecord_lexicon::Slot;

use crate::phrase_book::PhraseMatch;
use crate::rating_scope::{Group, Scope, ScopeReading};
use crate::rating_words::Role;
use crate::token::Kind;
use crate::tokens_to_ratings::Reader;
use crate::word_class::Class;
use crate::word_list::words;

impl Reader<'_> {
    /// `Out-of-court disposals fared better, with a | rating of good`: the areas that the clause before `with` begins
    /// with.
    pub(crate) fn with_rating(&self, found: &PhraseMatch, sentence: &Range<usize>) -> Option<ScopeReading> {
        let near = found.words_start.saturating_sub(3).max(sentence.start + 1)..found.words_start;
        let with = near.into_iter().find(|&index| self.text.is_word(index, "with"))?;
        let comma = self.text.token(with - 1).kind == Kind::Comma;
        let start = sentence.start.max(self.text.floor.min(with));
        let verb = comma.then(|| self.text.plain_verb(start, with - 1)).flatten()?;
        let list = self.text.known_list_before(start, verb)?;
        (list.tokens.start <= start + 2).then_some(list)
    }

    /// `Every grade was good | bar one`
    pub(crate) fn but_for(&self, reading: ScopeReading, at: usize) -> ScopeReading {
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
    pub(crate) fn is_in_aside(&self, reading: &ScopeReading, words: usize) -> bool {
        let between = reading.tokens.end.min(words)..words;
        let opener = between.clone().rev().find(|&index| {
            self.text.has(index, Class::Relative) || self.text.token(index).kind == Kind::BracketOpen
        });
        let closed = |opener: usize| (opener..words).any(|index| self.text.is_mark(index + 1));
        opener.is_some_and(|opener| self.text.token(opener).kind == Kind::BracketOpen || !closed(opener))
    }

    /// `four areas at | expected standard`
    pub(crate) fn counted_at(&self, found: &PhraseMatch, sentence: &Range<usize>) -> Option<ScopeReading> {
        let alone = found.slots.len() == 1 && found.tokens == found.slots[0].tokens;
        let mut prep = found.words_start.checked_sub(1).filter(|_| alone)?;
        prep -= usize::from(prep > sentence.start && self.text.is(prep, Role::Article));
        let leads = self.text.is_any(prep, words!["at", "on", "in"]) && prep > sentence.start;
        let noun = leads && self.text.is(prep - 1, Role::AreaNoun);
        let from = prep.saturating_sub(4).max(sentence.start);
        let mut starts = (from..prep).filter(|&at| noun && self.text.number(at).is_some());
        starts.find_map(|at| {
            let (group, stop) = self.text.group(at, prep)?;
            (stop == prep).then_some(ScopeReading { scope: Scope::Group(group), tokens: at..stop })
        })
    }

    /// `All the individual | judgements were outstanding`
    pub(crate) fn all_ratings(&self, found: &PhraseMatch, sentence: &Range<usize>) -> Option<ScopeReading> {
        let noun = found.words_start;
        let many = self.text.is(noun, Role::RatingNoun) && self.text.text(noun).ends_with('s');
        let begin = many.then(|| self.text.phrase_start(sentence.start, noun))?;
        let (group, stop) = self.text.group(begin, noun + 1)?;
        let all = matches!(group, Group::All | Group::AllBut | Group::Rest(_));
        (all && stop == noun + 1).then_some(ScopeReading { scope: Scope::Group(group), tokens: begin..stop })
    }

    /// `failings in safety, | which it calls inadequate`
    pub(crate) fn before_which(&self, found: &PhraseMatch, sentence: &Range<usize>) -> Option<ScopeReading> {
        let which = self.text.is_word(found.words_start, "which");
        let comma = found.words_start.checked_sub(1).filter(|&comma| which && comma > sentence.start)?;
        let end = found.words_start - usize::from(self.text.token(comma).kind == Kind::Comma);
        self.text.known_list_before(sentence.start, end)
    }

    /// `for safety it was good, | for the other three inadequate`: the areas and their preposition right before a
    /// grade whose verb was said before.
    pub(crate) fn right_before(&self, found: &PhraseMatch, sentence: &Range<usize>) -> Option<ScopeReading> {
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

    /// `personal development, good; leadership: a three`: the areas right before the mark before a bare grade.
    pub(crate) fn adjoining(&self, found: &PhraseMatch) -> Option<ScopeReading> {
        let grade = found.slots.iter().find(|filled| matches!(filled.slot, Slot::Grade | Slot::Same))?;
        let bare = found.slots.len() == 1
            && (found.words_start..grade.tokens.start).all(|index| self.text.is(index, Role::Filler));
        let mut before = found.words_start;
        while before > 0 && self.text.is(before - 1, Role::Filler) {
            before -= 1;
        }
        let mark = before.checked_sub(1).filter(|&mark| bare && mark > self.text.floor)?;
        let marked = matches!(self.text.token(mark).kind, Kind::Comma | Kind::Colon | Kind::Dash);
        marked.then(|| self.text.known_list_before(self.text.floor, mark)).flatten()
    }
}
