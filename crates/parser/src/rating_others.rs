//! Sentences and subjects that speak of many bodies, of another place of the same owner, or of the scale itself.

use std::ops::Range;

use crate::rating_scope::{Scope, ScopeReading};
use crate::rating_subject::Subject;
use crate::rating_text::RatingText;
use crate::rating_words::Role;
use crate::token::Kind;
use crate::vocabulary::Meaning;
use crate::word_class::Class;
use crate::word_list::{WordList, words};

/// Who may have several places.
static OWNERS: WordList = WordList::new(&[
    "trust",
    "company",
    "group",
    "couple",
    "owner",
    "owners",
    "firm",
    "provider",
    "family",
    "chain",
    "management",
    "operator",
    "charity",
    "organisation",
    "federation",
    "landlord",
    "proprietor",
    "proprietors",
    "business",
    "partnership",
    "team",
    "people",
    "man",
    "woman",
    "boss",
    "bosses",
    "council",
    "academy",
]);

/// Parts of many.
static FRACTIONS: WordList = WordList::new(&[
    "quarter",
    "quarters",
    "third",
    "thirds",
    "half",
    "fifth",
    "fifths",
    "majority",
    "handful",
    "most",
    "dozens",
    "two-thirds",
    "three-quarters",
    "proportion",
    "minority",
    "hundreds",
]);

impl RatingText<'_> {
    /// Shares and counts of many bodies: `of the 58 cases examined`, `about 14 per cent of state schools`
    pub(crate) fn is_aggregate(&self, sentence: Range<usize>) -> bool {
        let start = self.past_quotes(sentence.start, sentence.end);
        let land = self.is_any(start, words!["across", "in"])
            && self.is_any(start + 1, words!["england", "wales", "scotland", "britain", "ireland"]);
        if land
            || self
                .is_any(start, words!["nationally", "elsewhere", "regionally", "countrywide", "nationwide"])
        {
            return true;
        }
        let of = start + 3 < sentence.end && self.is(start, Role::Of);
        if of {
            let number = (start + 1..start + 4)
                .find(|&index| self.token(index).kind == Kind::Number || self.number(index).is_some());
            let areas = (start..sentence.end.min(start + 6)).any(|index| self.is(index, Role::AreaNoun));
            let comma =
                (start..sentence.end.min(start + 12)).find(|&index| self.token(index).kind == Kind::Comma);
            // `Of the 23 judgements it published on Wednesday, six were at C3`
            let many = comma.is_some_and(|comma| {
                (start..comma)
                    .any(|index| self.is_any(index, words!["published", "issued", "completed", "released"]))
            });
            if number.is_some() && (!areas || many) {
                return true;
            }
        }
        if self.opens_with_share(start, sentence.end) {
            return true;
        }
        let mut index = start;
        while index + 1 < sentence.end {
            let share = self.is(index, Role::Share) || self.is_word(index, "%");
            let many =
                self.is_any(index + 1, words!["received", "got", "were", "are", "had", "earned", "achieved"]);
            if share && (many || (index + 1..sentence.end.min(index + 4)).any(|i| self.is(i, Role::Of))) {
                return true;
            }
            index += 1;
        }
        false
    }

    /// `Just two of the 12 women's jails`, `Across England, six of 44 services`: the sentence begins with a share.
    fn opens_with_share(&self, start: usize, end: usize) -> bool {
        let comma = (start..end.min(start + 6)).find(|&index| self.token(index).kind == Kind::Comma);
        let at = comma.filter(|_| self.has(start, Class::Preposition) || self.has(start, Class::Adverb));
        let shares =
            |at: usize| self.is_share(at, end) || self.is_fraction(at, end) || self.is_one_in(at, end);
        let that = (start..end.min(start + 12))
            .find(|&index| self.is_word(index, "that") && index > start && self.reports(index - 1));
        let shown = (start + 1..end.min(start + 12)).find(|&index| {
            self.is_word(index, "that")
                && self.is_any(index - 1, words!["show", "shows", "showed", "mean", "means"])
        });
        shares(start)
            || at.is_some_and(|comma| shares(comma + 1))
            || that.or(shown).is_some_and(|that| shares(that + 1))
    }

    /// `about one council in five`, `three care homes in ten`
    fn is_one_in(&self, at: usize, end: usize) -> bool {
        let number = (at..end.min(at + 3)).find(|&index| self.number(index).is_some());
        let inside = number
            .and_then(|number| (number + 2..end.min(number + 5)).find(|&index| self.is_word(index, "in")));
        let (Some(number), Some(inside)) = (number, inside) else { return false };
        let opens =
            (at..number).all(|index| self.has(index, Class::Adverb) || self.has(index, Class::Preposition));
        opens
            && inside + 1 < end
            && self.number(inside + 1).is_some()
            && self.body_noun_before(number + 1, inside)
    }

    /// `A quarter of the prisons`, `More than half of homes`, `The majority of its schools`, `Most of the trusts`:
    /// so many of many bodies; no `most of the areas`.
    fn is_fraction(&self, at: usize, end: usize) -> bool {
        let of = (at + 1..end.min(at + 6)).find(|&index| self.is(index, Role::Of));
        of.is_some_and(|of| {
            let fraction = self.is_any(of - 1, &FRACTIONS);
            let mut noun = (of + 1..end.min(of + 8)).take_while(|&index| !self.is_finite(index));
            let areas = noun.any(|index| self.is(index, Role::AreaNoun) || self.is(index, Role::RatingNoun));
            fraction && !areas && (at..of).all(|index| !self.is_mark(index) && !self.is_finite(index))
        })
    }

    /// `about eight in ten care homes`, `only three of the 58 nurseries`, `eleven of the county's 38 schools`: so
    /// many of many bodies; no `three of its five key questions`, and no `one of the 12 homes`.
    pub(crate) fn is_share(&self, at: usize, end: usize) -> bool {
        let mut next = at;
        while next < end
            && next < at + 3
            && (self.has(next, Class::Adverb)
                || self.is_any(
                    next,
                    words![
                        "just", "only", "about", "around", "some", "nearly", "almost", "barely", "more",
                        "fewer", "than", "over", "under", "roughly",
                    ],
                ))
        {
            next += 1;
        }
        let counts = |index: usize| self.token(index).kind == Kind::Number || self.number(index).is_some();
        if next + 3 >= end || !counts(next) || self.number(next) == Some(1) && !self.is_word(next + 1, "in") {
            return false;
        }
        next += 1;
        next += usize::from(self.is_word(next, "out"));
        if !(self.is(next, Role::Of) || self.is_word(next, "in")) {
            return false;
        }
        let rate = self.is_word(next, "in");
        let whole = (next + 1..end.min(next + 6)).find(|&index| counts(index));
        whole.is_some_and(|whole| {
            let noun = whole + 1..end.min(whole + 5);
            let areas = noun
                .clone()
                .take_while(|&index| !self.is_finite(index))
                .any(|index| self.is(index, Role::AreaNoun) || self.is(index, Role::RatingNoun));
            let bare = whole + 1 >= end || self.is_mark(whole + 1) || self.is_finite(whole + 1);
            (next + 1..whole).all(|index| !self.is_mark(index)) && (rate || !areas) && !bare
        })
    }

    /// `are rated inadequate by Ofsted` where another inspects: the sentence names only that one.
    pub(crate) fn is_of_another_inspectorate(&self, sentence: Range<usize>) -> bool {
        if !sentence.clone().any(|at| self.has(at, Class::InspectorateStart)) {
            return false;
        }
        let list = &self.article.tokens.list;
        let (mut own, mut other) = (false, false);
        let mut at = sentence.start;
        while at < sentence.end {
            let term = self
                .has(at, Class::TermStart)
                .then(|| self.article.vocabulary.longest_term(&list[at..sentence.end]));
            let Some((length, meanings)) = term.flatten() else {
                at += 1;
                continue;
            };
            let names = meanings.iter().any(|meaning| matches!(meaning, Meaning::Inspectorate(_)));
            own |= meanings.iter().any(|meaning| match meaning {
                Meaning::Inspectorate(row) => *row == self.play.inspectorate,
                Meaning::SharedInspectorate(_) | Meaning::InspectorateNoun(_) => true,
                _ => false,
            });
            other |= names && !meanings.contains(&Meaning::Inspectorate(self.play.inspectorate));
            at += length.max(1);
        }
        other && !own
    }

    /// `X, which belongs to the same trust,`, `X, run by the same couple,`: another place of the same owner.
    pub(crate) fn is_sister_aside(&self, aside: Range<usize>) -> bool {
        let end = aside.end;
        aside.clone().any(|index| {
            let owner = |at: usize| self.is_any(at, &OWNERS);
            let same = self.is_word(index, "same") && (index + 1..end.min(index + 4)).any(owner);
            let also = self.is_word(index, "also")
                && self.is_any(
                    index + 1,
                    words![
                        "run", "runs", "owned", "owns", "managed", "manages", "operated", "operates", "part"
                    ],
                );
            same || also
        })
    }

    /// `the trust, | which runs the hospital, | is rated good`: an aside of those above the inspected body.
    pub(crate) fn runs_the_body(&self, aside: Range<usize>) -> bool {
        let verb = self.is_any(aside.start, words!["which", "who", "that"])
            && self.is_any(aside.start + 1, words!["runs", "owns", "operates", "manages", "run", "own"]);
        verb && aside.len() < 7 && self.is_any(aside.start + 2, words!["the", "both", "it", "them"])
    }

    /// Whether a name ends with the inspected body's last word.
    pub(crate) fn shares_last_word(&self, start: usize, end: usize) -> bool {
        let last = self.play.body_name.rsplit(' ').next().unwrap_or_default();
        end > start && self.is_word(end - 1, last)
    }

    /// `three more homes, two of them | rated`, `runs six schools, one of them | judged`: bodies of the same owner.
    fn of_them(&self, start: usize, end: usize) -> Option<Subject> {
        let of = end.checked_sub(2).filter(|&of| {
            of > start
                && self.is(of, Role::Of)
                && (self.is_word(of + 1, "them") || self.is_word(of + 1, "these"))
        })?;
        let from = of.saturating_sub(4).max(start);
        let comma = (from..of).rev().find(|&index| self.is_mark(index))?;
        if let Some(list) = self.known_list_before(start, comma) {
            return Some(Subject::Graded(list));
        }
        let near = comma.saturating_sub(12).max(start)..comma;
        let bodies = near.clone().any(|index| {
            self.is(index, Role::People)
                || self.text(index).ends_with('s') && self.has(index, Class::BodyNoun)
        });
        let areas = near.clone().any(|index| self.is(index, Role::AreaNoun));
        (bodies && !areas && self.known_list_before(start, comma).is_none()).then_some(Subject::Other)
    }

    /// `four other homes, all of which | are`, `38 schools, of which seven | were`, `both of which | were`: what
    /// stands before is graded; where it is no list of areas and no count of them, the bodies are others.
    pub(crate) fn of_which(&self, start: usize, end: usize) -> Option<Subject> {
        if let Some(others) = self.of_them(start, end) {
            return Some(others);
        }
        let which = (end.saturating_sub(3).max(start + 1)..end)
            .find(|&index| self.is_any(index, words!["which", "whom"]) && self.is(index - 1, Role::Of))?;
        let from = which.saturating_sub(5).max(start);
        let comma = (from..which).rev().find(|&index| self.is_mark(index))?;
        if let Some(list) = self.known_list_before(start, comma) {
            return Some(Subject::Graded(list));
        }
        let mut before = start..comma;
        let areas = before.any(|index| self.is(index, Role::AreaNoun) || self.is(index, Role::RatingNoun));
        if !areas {
            return Some(Subject::Other);
        }
        let counted = (comma + 1..end).find(|&index| self.number(index).is_some());
        let group = counted.and_then(|at| self.group(at, at + 1).map(|(group, _)| (at, group)));
        group.map(|(at, group)| {
            Subject::Graded(ScopeReading { scope: Scope::Group(group), tokens: at..at + 1 })
        })
    }

    /// `runs five other nurseries`: so many bodies, and no areas.
    pub(crate) fn speaks_of_many(&self, sentence: Range<usize>) -> bool {
        let end = sentence.end;
        let bodies = |at: usize| {
            self.is(at, Role::People) && !self.is_served(at)
                || self.text(at).ends_with('s') && self.has(at, Class::BodyNoun)
        };
        let counted = |index: usize| {
            let number =
                self.number(index).is_some_and(|number| number > 1) || self.token(index).kind == Kind::Number;
            number && (index + 1..end.min(index + 4)).any(bodies)
        };
        sentence.clone().any(counted) && !sentence.clone().any(|index| self.is(index, Role::AreaNoun))
    }

    /// `has a second restaurant`, `owns another home`: what follows is that place's.
    pub(crate) fn has_other_place(&self, words: Range<usize>) -> bool {
        let verbs = words!["runs", "owns", "operates", "manages", "run", "own", "with", "opened", "bought"];
        let verb = |index: &usize| self.has(*index, Class::Have) || self.is_any(*index, verbs);
        words.clone().filter(verb).any(|index| {
            let near = index + 1..words.end.min(index + 7);
            let other = near
                .clone()
                .take_while(|&at| !self.is_mark(at))
                .find(|&at| self.is_any(at, words!["second", "third", "another", "other", "sister"]));
            other.is_some_and(|other| {
                (other + 1..words.end.min(other + 4))
                    .any(|at| self.has(at, Class::BodyNoun) || self.body_noun_before(other + 1, at + 1))
            })
        })
    }

    /// `Marshgate, its sister jail, was`, `The company's other home, Torrin Lodge, has`: before the verb of a
    /// clause stands another body; no `unlike its sister home, it`.
    pub(crate) fn names_sister(&self, words: Range<usize>) -> bool {
        let from = words.clone().rev().find(|&index| {
            self.token(index).kind == Kind::Semicolon || self.is_any(index, words!["but", "while", "whereas"])
        });
        let from = from.map_or(words.start, |at| at + 1);
        (from..words.end.min(from + 16)).any(|index| {
            if self.is_word(index, "door") && index > from && self.is_word(index - 1, "next") {
                return true;
            }
            let sister = self.is_any(index, words!["sister", "other", "second", "another", "neighbouring"])
                && (index + 1..words.end.min(index + 3)).any(|at| self.body_noun_before(index + 1, at + 1));
            let sister =
                sister || self.is_any(index, words!["neighbour", "stablemate", "rival", "counterpart"]);
            let compares = |at: usize| {
                self.is_any(at, words!["unlike", "like", "than", "as", "with", "most", "every", "any"])
            };
            sister && !(from..index).any(|at| compares(at) || self.is_finite(at))
        })
    }
}
