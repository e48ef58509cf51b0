//! Words that look like a rating and are none, and the marks by which short ones are known to be one.

use std::ops::Range;

use crate::rating_text::RatingText;
use crate::rating_words::Role;
use crate::token::Kind;
use crate::word_class::Class;
use crate::word_list::{WordList, words};

/// Quotation marks round no more words than this mark a term, not speech.
const LONGEST_TERM: usize = 6;

/// What a self-assessment is told by; few sentences hold one.
static SELF_WORDS: WordList = WordList::new(&[
    "own",
    "self",
    "peer",
    "itself",
    "themselves",
    "ourselves",
    "himself",
    "herself",
    "myself",
    "self-assessment",
    "self-evaluation",
]);

impl RatingText<'_> {
    /// `The support they | get requires improvement`: the verb of a clause without its relative word, and behind it that
    /// of the sentence.
    pub(crate) fn is_short_relative(&self, verb: usize, grade: usize) -> bool {
        verb + 1 == grade
            && self.is_any(verb, words!["get", "receive", "gets", "receives"])
            && self.is_any(grade, words!["requires", "needs"])
    }

    /// `good | or better`: some of several grades, and none of them said.
    pub(crate) fn is_or_better(&self, at: usize) -> bool {
        self.is_word(at, "or")
            && self.is_any(at + 1, words!["better", "above", "higher", "worse", "lower", "below"])
    }

    /// Whether no noun follows that a grade's word would belong to.
    pub(crate) fn ends_phrase(&self, at: usize, end: usize) -> bool {
        if at >= end || !self.token(at).is_word() {
            return true;
        }
        let classes = self.article.vocabulary.classes(self.token(at).symbol);
        classes.has_any(&[
            Class::Preposition,
            Class::Coordinator,
            Class::Subordinator,
            Class::Relative,
            Class::Adverb,
            Class::When,
            Class::Be,
            Class::Have,
            Class::Modal,
            Class::Determiner,
            Class::Subject,
            Class::Number,
        ]) || self.is(at, Role::Boundary)
            || self.is(at, Role::Filler)
            || self.is(at, Role::RatingNoun)
            || self.is(at, Role::Back)
            || self.reports(at)
            || self.body_noun_before(at, at + 1)
            || self.is_word(at, "back") && self.is_any(at + 1, words!["then", "in", "at", "when"])
            || self.is_any(
                at,
                words![
                    "to",
                    "open",
                    "available",
                    "external",
                    "food",
                    "hygiene",
                    "safety",
                    "status",
                    "respectively",
                    "apiece",
                    "each",
                    "standard",
                    "overall",
                    "across",
                ],
            )
    }

    /// `requires improvement`, `needed attention`: the grade is the clause's verb.
    pub(crate) fn is_verb_grade(&self, tokens: Range<usize>) -> bool {
        let first = self.past_quotes(tokens.start, tokens.end);
        first == tokens.start
            && self.is_any(first, words!["requires", "require", "required", "needs", "need", "needed"])
    }

    /// `and end of life care outstanding,`: joined to a clause before, and nothing follows.
    pub(crate) fn is_elided(&self, area: usize, start: usize, after: usize, end: usize) -> bool {
        let mut before = area;
        if before > start && self.is_any(before - 1, words!["a", "an"]) {
            return false;
        }
        while before > start
            && (self.is(before - 1, Role::Article) || self.token(before - 1).is_quotation_mark())
        {
            before -= 1;
        }
        let joined = before > start
            && (self.is(before - 1, Role::And)
                || self.token(before - 1).kind == Kind::Comma
                || self.is_any(before - 1, words!["while", "with", "but"]));
        joined && (after >= end || self.is_mark(after) || self.is(after, Role::And))
    }

    /// `were not inspected and keep …`, `was not part of this visit and stands at …`
    pub(crate) fn was_not_looked_at(&self, sentence: Range<usize>) -> bool {
        let looked = words![
            "looked",
            "inspected",
            "part",
            "assessed",
            "reviewed",
            "visited",
            "examined",
            "rated",
            "graded",
            "covered",
            "included",
            "revisited",
        ];
        // `none of the three having been examined`
        let none = words!["looked", "inspected", "reviewed", "visited", "examined", "revisited", "covered"];
        sentence.clone().any(|index| {
            let near = |reach: usize| index + 1..sentence.end.min(index + reach);
            let word = self.text(index);
            let denied = self.is_any(index, words!["not", "nobody", "never"])
                || word.ends_with("n't")
                || word.ends_with("n’t");
            denied && near(4).any(|i| self.is_any(i, looked))
                || self.is_any(index, words!["none", "neither"]) && near(8).any(|i| self.is_any(i, none))
        })
    }

    /// Whether a grade stands in quotation marks of its own: 'good'.
    pub(crate) fn is_quoted_grade(&self, tokens: Range<usize>) -> bool {
        tokens.clone().any(|index| self.token(index).is_quotation_mark())
            || tokens.start > 0 && self.token(tokens.start - 1).is_quotation_mark()
    }

    /// `‘good’`, `“good,”`; not `‘good | lassies’`
    pub(crate) fn is_quoted_alone(&self, tokens: Range<usize>) -> bool {
        let closes = self.token(tokens.end - 1).is_quotation_mark()
            || tokens.end < self.article.tokens.list.len() && !self.token(tokens.end).is_word();
        self.is_quoted_grade(tokens) && closes
    }

    /// `Record | keeping required improvement`: no verb, but the noun's last word.
    pub(crate) fn is_noun_in_ing(&self, at: usize, start: usize) -> bool {
        let ing = self.is_any(at, words!["keeping", "holding", "marking", "grading", "taking"]);
        let verb = self.is_any(at + 1, words!["required", "requires", "require", "needed", "needs", "need"]);
        let before = at.checked_sub(1).filter(|&before| ing && verb && before >= start);
        before.is_some_and(|before| {
            let classes = self.article.vocabulary.classes(self.token(before).symbol);
            let function = classes.has_any(&[
                Class::Be,
                Class::Coordinator,
                Class::Subordinator,
                Class::Preposition,
                Class::Adverb,
                Class::Have,
                Class::InspectorNoun,
                Class::InspectorateNoun,
            ]);
            self.token(before).is_word()
                && !function
                && !self.body_noun_before(start, at)
                && self.token(at).start > 0
        })
    }

    /// `four outstandings`: a grade's word that has become a noun.
    pub(crate) fn is_plural_grade(&self, tokens: Range<usize>) -> bool {
        let first = self.text(self.past_quotes(tokens.start, tokens.end)).to_ascii_lowercase();
        ["goods", "outstandings", "inadequates", "adequates", "excellents"].contains(&first.as_str())
    }

    /// Whether words stand in somebody's speech, not in the marks round a term or in none.
    pub(crate) fn is_speech(&self, words: Range<usize>) -> bool {
        let quote = self.article.quotes.at(words.start);
        quote.is_some_and(|quote| {
            let mut inner = quote.inner();
            let speech = inner.len() > LONGEST_TERM || inner.any(|index| self.is_finite(index));
            speech && quote.tokens.end >= words.end
        })
    }

    /// `our own review judged the school to be good`, `the force had put itself down for five goods`
    pub(crate) fn is_self_assessment(&self, sentence: Range<usize>) -> bool {
        sentence.clone().filter(|&index| self.is_any(index, &SELF_WORDS)).any(|index| {
            let next = index + 1 < sentence.end;
            self.is_word(index, "own") && next && self.self_noun(index + 1, sentence.end)
                || self.is_word(index, "self")
                    && next
                    && self.is_any(index + 1, words!["assessment", "evaluation", "assessed", "rated"])
                || next && index > 0 && self.is_reflexive(index) && self.may_judge(index - 1)
                || self.is_word(index, "peer") && next && self.is_word(index + 1, "review")
                || self.is_any(index, words!["self-assessment", "self-evaluation"])
        })
    }

    /// `rated`, `described`, `put` before `itself`
    fn may_judge(&self, at: usize) -> bool {
        self.is(at, Role::Frame) || self.is_any(at, words!["described", "put", "considered", "saw", "called"])
    }

    /// `had rated itself good`
    fn is_reflexive(&self, at: usize) -> bool {
        self.is_any(at, words!["itself", "themselves", "ourselves", "himself", "herself", "myself"])
    }

    fn self_noun(&self, at: usize, end: usize) -> bool {
        (at..end.min(at + 2)).any(|index| {
            self.is_any(
                index,
                words![
                    "review",
                    "evaluation",
                    "assessment",
                    "self",
                    "audit",
                    "advisers",
                    "advisors",
                    "figures"
                ],
            )
        })
    }
}
