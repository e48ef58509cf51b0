//! What stands before the body: `for leadership it has moved up`, `prevention, where the service moved up`.

use std::ops::Range;

use onrecord_model::Time;

use crate::phrase_book::PhraseMatch;
use crate::rating_scope::{Group, Scope, ScopeReading};
use crate::rating_text::RatingText;
use crate::rating_words::Role;
use crate::token::Kind;
use crate::tokens_to_ratings::Reader;
use crate::word_class::Class;
use crate::word_list::words;

/// What a clause opens with stands no further before its body.
const FARTHEST_FRONT: usize = 60;

impl Reader<'_> {
    /// `Effectiveness has slid – in 2016 it was 'good'`: the pronoun of an earlier grade is the area just graded.
    pub(crate) fn meant_by_it(
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
            _ if it && !whole => self.set_apart_before(&reading, sentence).unwrap_or(reading),
            _ => reading,
        }
    }

    /// `Only the sixth form lags behind. | It requires`, `only prevention escaped: | it requires`: the area that the
    /// words before set apart.
    fn set_apart_before(&self, it: &ScopeReading, sentence: &Range<usize>) -> Option<ScopeReading> {
        let at = it.tokens.start;
        let first = self.text.past_quotes(sentence.start, at) == at;
        let colon = at > sentence.start && self.text.token(at - 1).kind == Kind::Colon;
        let last = self.places.last_sentence.clone();
        let near = first && last.end == sentence.start && !self.text.token(sentence.start).is_line_start();
        match (near, colon) {
            (true, _) => self.text.set_apart(last),
            (_, true) => self.text.set_apart(sentence.start..at - 1),
            _ => None,
        }
    }

    /// `happier with prevention, where the service | moved up`: the area before `where`.
    pub(crate) fn after_where(&self, reading: ScopeReading, sentence: &Range<usize>) -> ScopeReading {
        let at = reading.tokens.start;
        let near = (at.saturating_sub(2).max(sentence.start + 1)..at).rev();
        let opener = near.into_iter().find(|&index| self.text.is_word(index, "where"));
        let opener = opener.filter(|_| reading.scope == Scope::Body);
        let end = opener.map(|opener| opener - usize::from(self.text.token(opener - 1).kind == Kind::Comma));
        end.and_then(|end| self.text.known_list_before(sentence.start, end)).unwrap_or(reading)
    }

    /// `For leadership it has moved up`, `… but for caring it was given a good`, `There the home was told …`: the
    /// area stands before the body.
    pub(crate) fn fronted(&self, reading: ScopeReading, sentence: Range<usize>) -> ScopeReading {
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
    pub(crate) fn front(
        &self,
        at: usize,
        reading: &ScopeReading,
        sentence: &Range<usize>,
    ) -> Option<ScopeReading> {
        let start = self.text.past_links(at, sentence.end);
        let start = start + usize::from(self.text.is_any(start, words!["only", "just"]));
        let place = self.text.is_any(start, words!["there", "here"]);
        if place && reading.tokens.end > start + 1 && reading.tokens.start >= start {
            let comma = usize::from(self.text.token(start + 1).kind == Kind::Comma);
            let body = !self.text.is_finite(start + 1 + comma);
            return body.then(|| ScopeReading { scope: Scope::Back, tokens: start..start + 1 });
        }
        let lead = self.text.front_lead(start);
        let leads = lead > 0 && reading.tokens.start > start + lead;
        let mut stop = reading.tokens.start;
        while stop > start + 2 && self.text.is(stop - 1, Role::Article) {
            stop -= 1;
        }
        let area = leads.then(|| self.text.scope(start + lead, stop)).flatten()?;
        let next = area.tokens.end + usize::from(self.text.token(area.tokens.end).kind == Kind::Comma);
        let own = next == reading.tokens.start
            && self.text.fixed_areas().next().is_none()
            && matches!(&area.scope, Scope::Areas(_));
        (own || self.is_fronted_scope(&area)).then_some(area)
    }

    /// Known areas, or counted ones with a comma behind them.
    pub(crate) fn is_fronted_scope(&self, area: &ScopeReading) -> bool {
        match &area.scope {
            Scope::Areas(areas) => {
                areas.iter().all(|area| area.known.is_some()) || self.is_own_topic(area.tokens.clone())
            }
            Scope::Group(Group::Rest(_) | Group::AllBut | Group::All) => true,
            Scope::Group(_) => {
                self.text.token(area.tokens.end).kind == Kind::Comma
                    || self.text.is(area.tokens.end - 1, Role::AreaNoun)
            }
            Scope::Back => true,
            Scope::Body | Scope::Whole(_) | Scope::Among(..) | Scope::Nth(_) => false,
        }
    }

    /// `On its promotion of values and culture | the service is`: what is the body's own, and no time.
    fn is_own_topic(&self, tokens: Range<usize>) -> bool {
        let own = self.text.is_any(tokens.start, words!["its", "their"]);
        let topic = own && self.text.is_any(tokens.start.saturating_sub(1), words!["on", "for"]);
        let timed = tokens.clone().any(|index| {
            self.text.is(index, Role::TimeNoun)
                || self.text.is_any(index, words!["visit", "inspection", "report"])
        });
        topic && !timed && self.text.fixed_areas().next().is_none()
    }
}

impl RatingText<'_> {
    /// How many words lead to what is graded, before the body: `| For | safety, it`, `| In terms of | how safe it is`.
    fn front_lead(&self, at: usize) -> usize {
        const LEADS: &[&[&str]] = &[
            &["in", "terms", "of"],
            &["when", "it", "came", "to"],
            &["when", "it", "comes", "to"],
            &["as", "for"],
            &["regarding"],
        ];
        let opens = |lead: &&&[&str]| lead.iter().zip(at..).all(|(word, index)| self.is_word(index, word));
        let words = LEADS.iter().find(opens).map_or(0, |lead| lead.len());
        if words == 0 { usize::from(self.is(at, Role::AreaPreposition)) } else { words }
    }

    /// `Good in 2022, | it`, `Outstanding when inspectors last came, in 2011, | the school now`: a sentence that opens
    /// with an earlier grade goes on with the body.
    pub(crate) fn body_behind_opening(
        &self,
        words: usize,
        stop: usize,
        sentence: &Range<usize>,
    ) -> Option<ScopeReading> {
        let opens = self.past_quotes(sentence.start, sentence.end) == words;
        let comma = (stop..sentence.end.min(stop + FARTHEST_FRONT)).find(|&index| {
            self.token(index).kind == Kind::Comma
                && (self.is(index + 1, Role::BodyPronoun)
                    || self.is(index + 1, Role::Article)
                    || self.names_body(index + 1..index + 2))
        })?;
        let plain = (stop..comma).all(|index| !self.is_finite(index));
        let start = comma + 1;
        let verb = (start..sentence.end.min(start + 8)).find(|&index| {
            self.is_finite(index) || self.is_any(index, words!["now", "requires", "require", "needs"])
        })?;
        let body = self.is(start, Role::BodyPronoun)
            || self.as_body(self.past_openers(start, verb)..verb) == Some(true);
        (opens && plain && body && verb > start)
            .then_some(ScopeReading { scope: Scope::Body, tokens: start..verb })
    }
}
