//! Where a reported clause ends: with its sentence, with the clause around it, or where it is cut off.

use crate::content::{Content, parts};
use crate::cue::{CueSpeaker, Order};
use crate::finite_verb::is_past;
use crate::noun_phrase;
use crate::time_phrase::time_phrase_end;
use crate::token::Kind;
use crate::word_class::Class;
use crate::word_list::words;

impl Content<'_, '_> {
    /// Where a clause that starts at `start` ends: at the sentence's end, or where the next cue takes over.
    pub(crate) fn clause_end(&self, start: usize) -> usize {
        let cut = self.cut_end(start);
        let cut = self.end_of_subclause(start, cut).min(cut);
        if self.is_in_restrictive() { self.before_main_verb(start, cut) } else { cut }
    }

    /// "*A home where* inspectors said A | has been rated": the clause belongs to the noun that opens the sentence, and
    /// no comma parts them.
    fn is_in_restrictive(&self) -> bool {
        let text = self.text;
        let (floor, cue) = (self.clause_start(self.cue.sentence.start), self.cue.frame().start);
        let opens = |index: &usize| text.is_any(*index, words!["where", "that", "which", "whose"]);
        let Some(relative) = cue.checked_sub(1).filter(opens).filter(|&relative| relative > floor) else {
            return false;
        };
        let subject = noun_phrase::starting_at(text, floor, relative);
        text.classes(floor).has_any(&[Class::Determiner, Class::Number])
            && !parts(text, relative - 1)
            && subject.is_some_and(|phrase| phrase.whole.end == relative)
    }

    /// "staff were rude | has been rated", "| has been rated": before the verb of the noun that opens the sentence, the
    /// second of two with nothing between them that joins clauses, or the only one, where that is no plural. Without a
    /// verb or words in marks nothing was said.
    fn before_main_verb(&self, start: usize, end: usize) -> usize {
        let text = self.text;
        let finite = |index: usize| {
            text.classes(index).has_any(&[Class::Be, Class::Have, Class::Modal, Class::Do])
                && !text.quotes.holds(index)
                && !text.is_any(index, words!["be", "been", "being", "having"])
        };
        let opens = |index: &usize| finite(*index) && (*index == start || !finite(*index - 1));
        let joins = |index: usize| {
            parts(text, index)
                || text.classes(index).has_any(&[
                    Class::Subordinator,
                    Class::Coordinator,
                    Class::Relative,
                    Class::Question,
                ])
        };
        let mut verbs = (start..end).filter(opens);
        let Some(first) = verbs.next() else { return end };
        if let Some(second) = verbs.next()
            && !(first..second).any(joins)
        {
            return second;
        }
        match text.is_any(first, words!["has", "is", "was"]) && !(start..first).any(joins) {
            true if (start..first).any(|index| text.quotes.holds(index)) => first,
            true if first > start => start,
            _ => end,
        }
    }

    /// The comma that closes a relative clause ("the force, which said A, | was") or a leading one ("After she
    /// said A, | he left"); it may stand inside quotation marks.
    pub(crate) fn end_of_subclause(&self, start: usize, end: usize) -> usize {
        let text = self.text;
        let relative = match &self.cue.speaker {
            CueSpeaker::Phrase(phrase) => phrase.relative || self.is_inside_relative(),
            _ => false,
        };
        let relative = relative || self.is_in_inserted_clause();
        let leading = self.is_in_leading_clause() || self.is_behind_leading_time();
        if !relative && !leading {
            return end;
        }
        let closes = |comma: usize| {
            if text.kind(comma) != Kind::Comma {
                return None;
            }
            let cut = match text.quotes.at(comma) {
                None => comma,
                Some(quote) if quote.tokens.end <= comma + 2 => quote.tokens.end,
                Some(_) => return None,
            };
            let next = cut.max(comma + 1);
            let resumes = next < end
                && (relative && self.begins_predicate(next)
                    || leading && (self.begins_clause(next) || self.begins_bare_clause(next, end)));
            resumes.then_some(cut)
        };
        // "who says the report*, which is out,* is wrong": the comma that closes a clause inside is not it.
        let mut inside = false;
        let mut own = (start..end).filter(|&comma| {
            let parted = parts(text, comma);
            let closes_inner = inside && parted;
            if parted {
                inside =
                    !inside && comma + 1 < end && text.is_any(comma + 1, words!["which", "who", "whose"]);
            }
            !closes_inner
        });

        own.find_map(closes).unwrap_or(end)
    }

    /// "The plan, *which* she said A, | was late": the cue stands inside the relative clause.
    pub(crate) fn is_inside_relative(&self) -> bool {
        let (text, start) = (self.text, self.cue.frame().start);
        start >= self.cue.sentence.start + 2
            && text.is_any(start - 1, words!["which", "who", "whom"])
            && parts(text, start - 2)
    }

    /// "Ada Nwosu, *though she said A*, | left": a subordinate clause between the subject and its verb.
    fn is_in_inserted_clause(&self) -> bool {
        let (text, start, floor) = (self.text, self.cue.frame().start, self.cue.sentence.start);
        let comma = (floor + 1..start).rev().find(|&index| parts(text, index));
        comma.is_some_and(|comma| {
            let opens = text.is_one_of(
                comma + 1,
                &["though", "although", "while", "when", "after", "before", "because", "as"],
            );
            let subject = noun_phrase::starting_at(text, self.clause_start(floor), comma);
            opens && subject.is_some_and(|phrase| phrase.whole.end == comma)
        })
    }

    /// "*A few weeks after* she said A, | he left".
    fn is_behind_leading_time(&self) -> bool {
        let (text, floor, start) = (self.text, self.cue.sentence.start, self.cue.tokens.start);
        let after = time_phrase_end(text, floor..start);
        after.is_some_and(|after| {
            text.is_one_of(after, &["after", "before", "since"])
                && !(floor..start).any(|index| parts(text, index))
        })
    }

    /// "After she said A, …", "Even as she said A, …", "Following a report, which said A, …": the main clause is
    /// still to come.
    fn is_in_leading_clause(&self) -> bool {
        let text = self.text;
        let sentence = &self.cue.sentence;
        let first =
            sentence.start + usize::from(text.is_any(sentence.start, words!["even", "just", "but", "and"]));
        let commas = (first..self.cue.tokens.start).filter(|&index| text.kind(index) == Kind::Comma).count();
        let relative = matches!(&self.cue.speaker, CueSpeaker::Phrase(phrase) if phrase.relative);
        let classes = text.classes(first);
        let asked = self.cue.order == Order::Passive && first == self.cue.tokens.start;
        asked
            || first < self.cue.tokens.start
                && (classes.has(Class::Subordinator) && commas == 0
                    || classes.has(Class::Preposition) && commas == 1 && relative)
    }

    /// A finite verb, perhaps behind an adverb: what the main clause says of its subject.
    pub(crate) fn begins_predicate(&self, index: usize) -> bool {
        let text = self.text;
        let at = index + usize::from(text.ends_with(index, "ly"));
        let classes = text.classes(at);
        classes.has_any(&[Class::Be, Class::Have, Class::Modal, Class::Do, Class::Reporting])
            && !text.ends_with(at, "ing")
            || (text.ends_with(at, "ed") && text.token(at).is_word() && !text.token(at).is_capital())
            || is_past(text, at)
    }

    /// A subject: what begins the main clause behind a leading one.
    pub(crate) fn begins_clause(&self, index: usize) -> bool {
        let text = self.text;
        text.classes(index).has_any(&[Class::Subject, Class::Determiner]) || text.token(index).is_capital()
    }

    /// "After she said A, *voters* left", "…, *foreign policy experts* affirm": a plural without article, and its verb.
    pub(crate) fn begins_bare_clause(&self, index: usize, end: usize) -> bool {
        let text = self.text;
        let noun = text.token(index).is_word()
            && !text.ends_with(index, "ing")
            && !text.classes(index).has_any(&[
                Class::Preposition,
                Class::Coordinator,
                Class::Relative,
                Class::Subordinator,
                Class::Adverb,
                Class::When,
                Class::Be,
                Class::Have,
                Class::Modal,
                Class::Do,
            ]);
        let phrase = (index..end.min(index + 7)).take_while(|&at| !parts(text, at));
        let verb = |at: usize| {
            at > index
                && text.ends_with(at - 1, "s")
                && (text.classes(at).has_any(&[
                    Class::Be,
                    Class::Have,
                    Class::Modal,
                    Class::Do,
                    Class::Reporting,
                ]) || is_past(text, at))
        };
        noun && phrase.into_iter().any(verb)
    }
}
