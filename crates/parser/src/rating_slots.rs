//! How the slots of the rating phrases are read.

use onrecord_lexicon::Slot;

use crate::phrase_book::Slots;
use crate::phrase_needs::TELLING;
use crate::rating_grade::GradeReading;
use crate::rating_scope::{Scope, ScopeReading};
use crate::rating_subject::Subject;
use crate::rating_text::RatingText;
use crate::rating_words::{Role, ordinal};
use crate::token::{Kind, Token};
use crate::vocabulary::Meaning;
use crate::word_class::Class;
use crate::word_list::words;

/// A gap holds no more words.
const LONGEST_GAP: usize = 7;

impl Slots for RatingText<'_> {
    fn read(&self, slot: Slot, at: usize, end: usize, offer: &mut dyn FnMut(usize)) {
        match slot {
            Slot::Grade | Slot::Prior | Slot::Same => self.grade_end(at, end).into_iter().for_each(offer),
            Slot::Body => self.object_end(at, end).into_iter().for_each(offer),
            Slot::Scope | Slot::PriorScope => {
                self.scope_end(at, end).into_iter().for_each(offer);
            }
            Slot::Count => self.number(at).map(|_| at + 1).into_iter().for_each(offer),
            Slot::Gap => self.gap(at, end, offer),
            Slot::When => self.when(at, end).into_iter().for_each(offer),
            Slot::Inspectorate => self.inspectorate(at, end).into_iter().for_each(offer),
            Slot::Action
            | Slot::Clause
            | Slot::List
            | Slot::Matter
            | Slot::Addressee
            | Slot::Deadline
            | Slot::Purpose => {}
        }
    }

    fn read_back(&self, slot: Slot, start: usize, end: usize, offer: &mut dyn FnMut(usize)) {
        if matches!(slot, Slot::Scope | Slot::PriorScope | Slot::Body)
            && let Subject::Graded(scope) = self.subject(start, end)
        {
            offer(scope.tokens.start.min(end.saturating_sub(1)).max(start));
        }
    }

    fn may_start(&self, slot: Slot, at: usize) -> bool {
        match slot {
            Slot::Grade | Slot::Prior | Slot::Same if !self.may_open_grade(at) => false,
            Slot::Grade | Slot::Prior | Slot::Same => {
                let near = (at + 6).min(self.article.tokens.list.len());
                self.number(at).is_some()
                    && near > at + 2
                    && self.token(at + 1).kind == Kind::BracketOpen
                    && self.grade(at, near).is_some()
                    || self.has(at, Class::TermStart)
                        && self.grade_words(at, self.article.tokens.list.len()).is_some()
                    || self.opens_place(at)
                    || self.is(at, Role::Plural)
                    || self.is(at, Role::Article)
                        && self
                            .grade(at, (at + 6).min(self.article.tokens.list.len()))
                            .is_some_and(|(reading, _)| matches!(reading, GradeReading::Number(_)))
            }
            Slot::Count => self.number(at).is_some(),
            _ => false,
        }
    }

    #[inline]
    fn tells(&self, token: &Token, at: usize) -> [bool; TELLING.len()] {
        if !self.words.is(token.symbol, Role::GradeWord) {
            return [false; TELLING.len()];
        }
        [self.is_grade_word_in_play(at), self.number(at).is_some()]
    }

    #[inline]
    fn may_lead_to_grade(&self, token: &Token) -> bool {
        self.is_grade_lead(token)
    }

    #[inline]
    fn may_open(&self, token: &Token) -> bool {
        self.words.is(token.symbol, Role::GradeOpener) || self.words.is(token.symbol, Role::Article)
    }
}

impl RatingText<'_> {
    /// Whether a word of grades is one here: a number is none where no scale in play has numbers, and many a word
    /// begins a grade of other inspectorates only.
    fn is_grade_word_in_play(&self, at: usize) -> bool {
        self.is(at, Role::Top)
            || self.is(at, Role::Bottom)
            || self.play.has_numbers && self.number(at).is_some()
            || self.grade_words(at, self.article.tokens.list.len()).is_some()
    }

    /// Whether a token alone may begin a grade: most cannot, whatever follows.
    fn may_open_grade(&self, at: usize) -> bool {
        self.is(at, Role::GradeOpener) || self.play.has_numbers && self.is(at, Role::Article)
    }

    /// `lowest`, `second-lowest`: the place begins with its ordinal.
    fn opens_place(&self, at: usize) -> bool {
        let end = |index: usize| self.is(index, Role::Top) || self.is(index, Role::Bottom);
        let nth = |index: usize| ordinal(self.text(index)).is_some();
        let next = at + 1 < self.article.tokens.list.len();
        end(at) && !(at > 0 && nth(at - 1)) || next && end(at + 1) && nth(at)
    }

    /// What a verb of grading has as its object: a pronoun, a name, an area, or a noun phrase with its article.
    pub(crate) fn object(&self, at: usize, end: usize) -> Option<usize> {
        let opens = self.is(at, Role::Article)
            || self.has(at, Class::Determiner)
            || self.is(at, Role::How)
            || self.is(at, Role::BodyPronoun)
            || self.is_any(at, words!["them", "outcomes"])
            || self.token(at).is_capital()
            || self.known_area(at, end).is_some()
            || self.group(at, end).is_some()
            || self.is_department(at, end)
            || self.is_placed_noun(at, end);
        let object = opens.then(|| self.scope(at, end)).flatten().filter(is_object)?;
        Some(self.past_place_aside(self.past_abbreviation(object.tokens.end, end), end))
    }

    /// `Ashby Lodge|, in Skelby, | from good to inadequate`: where the body is.
    fn past_place_aside(&self, at: usize, end: usize) -> usize {
        let opens = at + 3 < end
            && self.token(at).kind == Kind::Comma
            && self.is_any(at + 1, words!["in", "near", "at", "on", "outside"]);
        let close = (at + 3..end.min(at + 8)).find(|&index| self.token(index).kind == Kind::Comma);
        let named = |close: &usize| (at + 2..*close).all(|index| self.token(index).is_capital());
        close.filter(named).filter(|_| opens).map_or(at, |close| close + 1)
    }

    /// `maternity services`, `children's wards`
    fn is_department(&self, at: usize, end: usize) -> bool {
        let noun = |index: usize| {
            self.is_any(
                index,
                words!["services", "care", "wards", "department", "departments", "unit", "provision"],
            )
        };
        let near = (at + 1..end.min(at + 5)).find(|&index| noun(index));
        near.is_some_and(|last| {
            (at..last).all(|index| {
                let word = self.token(index).kind;
                matches!(word, Kind::Word | Kind::Clitic)
                    && !self.is_finite(index)
                    && !self.is(index, Role::Boundary)
                    && !self.has(index, Class::Preposition)
            })
        })
    }

    /// `maternity services at St Botolph's`: a department with its place needs no article.
    fn is_placed_noun(&self, at: usize, end: usize) -> bool {
        let noun = self.token(at).is_word() && !self.is_finite(at) && !self.has(at, Class::Preposition);
        let place = (at + 1..end.min(at + 4)).find(|&index| self.is_word(index, "at"));
        noun && place.is_some_and(|place| {
            self.token(place + 1).is_capital()
                && (at..place).all(|index| self.token(index).is_word() && !self.is_finite(index))
        })
    }

    /// A few words without a mark, the fewest first.
    fn gap(&self, at: usize, end: usize, offer: &mut dyn FnMut(usize)) {
        for stop in at + 1..=end.min(at + LONGEST_GAP) {
            if self.is_mark(stop - 1) || self.is_grade_start(stop - 1, end) {
                return;
            }
            offer(stop);
        }
    }

    /// `in 2019`, `last year`, `two years ago`, `under its previous owners`
    fn when(&self, at: usize, end: usize) -> Option<usize> {
        if self.is_time_phrase(at, end) {
            let mut stop = at + 2;
            while stop < end
                && (self.token(stop).kind == Kind::Number
                    || self.has(stop, Class::Month)
                    || self.is_word(stop, "year"))
            {
                stop += 1;
            }
            return Some(stop);
        }
        if self.is_word(at, "since") && self.token(at + 1).kind == Kind::Number && at + 1 < end {
            return Some(at + 2);
        }
        let ago = (at + 1..end.min(at + 4)).find(|&index| self.is_any(index, words!["ago", "earlier"]));
        if let Some(ago) = ago {
            return Some(ago + 1);
        }
        self.is_any(at, words!["previously", "before", "earlier", "formerly"]).then_some(at + 1)
    }

    /// `the Care Quality Commission (CQC)`, `inspectors`, `the watchdog`
    fn inspectorate(&self, at: usize, end: usize) -> Option<usize> {
        let start = if self.is(at, Role::Article) { at + 1 } else { at };
        if start >= end {
            return None;
        }
        let named =
            self.article.vocabulary.terms(&self.article.tokens.list[start..end]).filter(|(_, meanings)| {
                meanings.iter().any(|meaning| {
                    matches!(
                        meaning,
                        Meaning::Inspectorate(_)
                            | Meaning::SharedInspectorate(_)
                            | Meaning::InspectorateNoun(_)
                    )
                })
            });
        if let Some((length, _)) = named.last() {
            return Some(self.past_abbreviation(start + length, end));
        }
        let noun =
            ["inspectors", "inspector", "watchdog", "regulator", "inspectorate", "officers", "officials"];
        let found =
            (start..end.min(start + 4)).find(|&index| noun.iter().any(|word| self.is_word(index, word)));
        found.map(|index| index + 1)
    }

    /// `(CQC)`
    fn past_abbreviation(&self, at: usize, end: usize) -> usize {
        let open = at + 2 < end && self.token(at).kind == Kind::BracketOpen;
        if open && self.token(at + 2).kind == Kind::BracketClose { at + 3 } else { at }
    }
}

/// A list of unknown areas is no object: `held its ground, staying good`.
fn is_object(scope: &ScopeReading) -> bool {
    match &scope.scope {
        Scope::Areas(areas) => areas.len() == 1 || areas.iter().all(|area| area.known.is_some()),
        Scope::Body | Scope::Whole(_) | Scope::Group(_) | Scope::Among(..) | Scope::Back | Scope::Nth(_) => {
            true
        }
    }
}
