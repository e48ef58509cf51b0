//! Subjects of verbs that mean nothing but speech: whatever phrase the clause begins with.

use std::ops::Range;

use onrecord_lexicon::Frame;

use crate::noun_phrase::{self, NounPhrase};
use crate::quotes_to_cues::SentenceReader;
use crate::subject::{is_about_figures, is_figure, is_nobody, is_said, parts_clause};
use crate::token::Kind;
use crate::word_class::Class;

/// Forms of verbs that a clause without "that" may belong to as nouns.
const ALSO_NOUNS: &[&str] = &[
    "reason",
    "reasons",
    "document",
    "documents",
    "record",
    "records",
    "answer",
    "answers",
    "remark",
    "remarks",
    "report",
    "reports",
    "claim",
    "claims",
    "question",
    "questions",
    "comment",
    "comments",
    "charge",
    "charges",
    "promise",
    "promises",
    "pledge",
    "pledges",
    "vow",
    "vows",
    "note",
    "notes",
    "warning",
    "warnings",
    "post",
    "posts",
    "state",
    "states",
    "rule",
    "rules",
];

impl SentenceReader<'_, '_> {
    /// "insisted *they have*", "noted *it's*": a pronoun that is a subject, and so a clause.
    pub(crate) fn clause_of_pronoun_follows(&self, verb: &Range<usize>) -> bool {
        let (text, next) = (self.text, verb.end);
        let clause = |row| text.frame(row, Frame::Clause) || text.frame(row, Frame::That);
        // "a reason he left", "claims he made": a noun, and what belongs to it.
        if text.is_one_of(verb.start, ALSO_NOUNS)
            || next + 1 >= self.sentence.end
            || !text.verb_at(verb.start, verb.end).is_some_and(|(_, row)| clause(row))
        {
            return false;
        }
        let finite = text.classes(next + 1).has_any(&[Class::Be, Class::Have, Class::Modal, Class::Do]);
        let subject = text.is_one_of(next, &["he", "she", "they", "we"]);
        text.contracted_pronoun(next).is_some()
            || (subject || text.is_one_of(next, &["it", "there"])) && finite
            || subject && text.token(next + 1).is_word()
    }

    /// "*People who know Nwosu* say", "*those close to Nwosu* say": a plural verb is not that of the one person
    /// before it.
    pub(crate) fn many_behind_one(&self, start: usize, verb: &Range<usize>) -> Option<(NounPhrase, usize)> {
        let text = self.text;
        let one = start > self.sentence.start + 1
            && text.token(start - 1).is_capital()
            && text.token(start - 1).is_word();
        let plural = one && start == verb.start && self.is_base_form(verb) && !text.ends_with(start - 1, "s");
        let phrase = plural.then(|| self.any_subject(start)).flatten()?;
        let first = phrase.whole.start;
        let many = text.is_one_of(first, &["some", "many", "most", "several", "those", "others"])
            || text.is(noun_phrase::head_word(text, phrase.tokens.clone()), Class::Group)
            || text.is_one_of(first, &["people", "aides", "critics", "friends", "voters", "officials"]);
        let tied = (first..start).any(|index| {
            text.classes(index).has_any(&[Class::Preposition, Class::Relative])
                && !text.token(index).is_capital()
        });
        (many && tied).then_some((phrase, 0))
    }

    /// "*Some in* the crowd suggest": so many people, before any verb of theirs.
    pub(crate) fn begins_with_some(&self) -> bool {
        let (text, first) = (self.text, self.main_start());
        text.is_one_of(first, &["some", "many", "most", "several", "others", "those"])
            && text.is_one_of(first + 1, &["in", "at", "on", "from", "with", "who", "inside", "near"])
    }

    /// "*Papers across the county*, including the Echo, | warned that": the main phrase before a comma and
    /// examples.
    pub(crate) fn subject_with_examples(&self, verb: usize, tokens: &Range<usize>) -> Option<NounPhrase> {
        let text = self.text;
        let floor = self.sentence.start.max(verb.saturating_sub(20));
        let comma = (floor..verb - 1).rev().find(|&index| parts_clause(text, index))?;
        let examples = text.is_one_of(comma + 1, &["including", "like", "such", "among"]);
        let speech = is_said(text, tokens.start) || self.that_follows(tokens.end);
        let main = self.main_start();
        let quiet =
            (main..comma).all(|index| text.verb_at(index, comma).is_none() && !parts_clause(text, index));
        (examples && speech && quiet).then(|| self.any_subject(comma)).flatten()
    }

    /// For verbs that mean nothing but speech: whatever phrase the clause begins with ("Voters in Ohio who
    /// watched the debate said").
    pub(crate) fn any_subject(&self, verb: usize) -> Option<NounPhrase> {
        let text = self.text;
        let mut start = verb;
        while start > self.sentence.start && !self.starts_clause(start) && verb - start < 25 {
            start -= 1;
        }
        let phrase = noun_phrase::starting_at(text, start, verb)?;
        let head = noun_phrase::head_word(text, phrase.whole.clone());
        let figures = is_figure(text, head, &phrase)
            || is_figure(text, phrase.whole.end - 1, &phrase)
            || is_about_figures(text, &phrase, self.sentence.start);
        let nobody = is_nobody(text, &phrase, self.sentence.start);
        (!figures && !nobody && !text.is_one_of(start, &["it", "that", "this", "there", "what"])).then(|| {
            let whole = phrase.whole.start..verb;
            // "*The most recent filings* revealed": an adverb inside cuts the phrase short.
            let tokens = if phrase.tokens.len() == 1 && text.is(start, Class::Determiner) {
                whole.clone()
            } else {
                phrase.tokens.clone()
            };
            NounPhrase { tokens, whole, ..phrase }
        })
    }

    pub(crate) fn starts_clause(&self, index: usize) -> bool {
        let text = self.text;
        let before = index - 1;
        matches!(text.kind(before), Kind::Comma | Kind::Semicolon | Kind::Dash | Kind::Colon)
            || text.quotes.holds(before)
            || text.classes(before).has_any(&[Class::Coordinator, Class::Subordinator])
                && !text.is(before, Class::Preposition)
    }
}
