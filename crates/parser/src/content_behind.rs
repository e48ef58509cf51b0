//! The content behind a cue: a quotation, a clause, or the words that verbs like "describe" and "praise" take.

use std::ops::Range;

use onrecord_lexicon::Frame;

use crate::content::{Content, parts};
use crate::cue::{CueSpeaker, Order};
use crate::finite_verb::{is_past, is_surely_finite};
use crate::noun_phrase_extent::is_finite_report;
use crate::token::Kind;
use crate::word_class::Class;
use crate::word_list::words;

impl Content<'_, '_> {
    /// The content behind the cue.
    pub(crate) fn right(&self) -> Vec<Range<usize>> {
        if self.cue.order == Order::VerbFirst && self.cue.frame().end > self.cue.tokens.end {
            let leads = self.cue.tokens.start <= self.clause_start(self.cue.sentence.start)
                || self.cue.tokens.start == self.cue.sentence.start + 2
                    && self.is_adverb(self.cue.sentence.start);
            let quote = self.quotation_from(self.cue.frame().end, self.cue.sentence.end);
            return quote.filter(|_| leads).into_iter().collect();
        }
        let start = match self.cue.order {
            Order::Passive => self.cue.frame().end,
            _ => self.cue.tokens.end,
        };
        if let Some(items) = self.list() {
            return items;
        }
        if matches!(self.cue.speaker, CueSpeaker::Nobody) {
            let end = self.clause_end(start + 1);
            let end = self.before_but(start + 1, end);
            return Some(start + 1..end).into_iter().filter(|range| !range.is_empty()).collect();
        }
        if let Some(named) = self.before_agent() {
            return vec![named];
        }
        if self.cue.order == Order::Passive && !self.takes_as() {
            return self.told_by(start);
        }
        let found = self
            .as_what(start)
            .or_else(|| self.reported(start))
            .or_else(|| self.infinitive(start))
            .or_else(|| self.object(start));
        found
            .into_iter()
            .flat_map(|first| [Some(first.clone()), self.coordinated_quotation(first)])
            .flatten()
            .collect()
    }

    pub(crate) fn takes_as(&self) -> bool {
        self.frame(Frame::As) || self.frame(Frame::Name)
    }

    /// "was told by Estyn that …", "asked by the host whether …"
    pub(crate) fn told_by(&self, start: usize) -> Vec<Range<usize>> {
        if start >= self.cue.sentence.end || !self.takes_clause() {
            return Vec::new();
        }
        let that = self.text.is_word(start, "that");
        let asked = self.is_asking() && self.is_question(start);
        let clause = start + usize::from(that)..self.clause_end(start);
        let told = (that || asked) && !clause.is_empty();
        told.then_some(clause).into_iter().collect()
    }

    /// Whether the verb puts a question: ask, wonder.
    fn is_asking(&self) -> bool {
        let lemma = &self.text.lexicon.verbs()[usize::from(self.cue.verb)].lemma;
        matches!(lemma.as_str(), "ask" | "inquire" | "enquire" | "question" | "wonder" | "query")
    }

    /// Whether a clause of whether, how, why or what begins here; of who, where a subject follows or somebody
    /// asks ("asked readers who their favourite was").
    pub(crate) fn is_question(&self, index: usize) -> bool {
        let text = self.text;
        let next = index + 1;
        if text.is_word(index, "who") {
            return next < self.cue.sentence.end
                && text.classes(next).has_any(&[Class::Determiner, Class::Subject]);
        }
        let aside = text.is_any(index, words!["which", "where", "when"]);
        // "told if" would be a condition; only what is asked begins so.
        text.is(index, Class::Question) && !aside && (!text.is_word(index, "if") || self.is_asking())
    }

    /// Past whom a thing is said to and how: "complained *to the Echo* that", "argued *insistently* that".
    fn skip_manner(&self, start: usize) -> usize {
        let text = self.text;
        let end = self.cue.sentence.end;
        let mut index = start;
        while index < end && text.ends_with(index, "ly") && !text.token(index).is_capital() {
            index += 1;
        }
        if index + 1 < end && text.is_any(index, words!["to", "with"]) && !self.begins_infinitive(index + 1) {
            let stop = (index + 1..end.min(index + 14)).find(|&at| !self.in_recipient(at)).unwrap_or(end);
            let leads = stop < end && (text.is_word(stop, "that") || self.is_question(stop));
            if leads && stop > index + 1 {
                return stop;
            }
        }
        let leads = index > start && index < end && (text.is_word(index, "that") || self.is_question(index));
        if leads { index } else { start }
    }

    /// "promised to ensure": a verb and nobody who is told.
    fn begins_infinitive(&self, index: usize) -> bool {
        let text = self.text;
        let named = text.token(index).is_capital()
            || text.classes(index).has_any(&[
                Class::Determiner,
                Class::Object,
                Class::Person,
                Class::Group,
                Class::Role,
            ])
            || text.ends_with(index, "s");
        !named || text.is(index, Class::Reporting) && !text.token(index).is_capital()
    }

    fn in_recipient(&self, index: usize) -> bool {
        let text = self.text;
        let owner = text.token(index).is_single_mark() && text.token(index).is_glued();
        (matches!(text.kind(index), Kind::Word | Kind::Number | Kind::Clitic | Kind::Stop) || owner)
            && !text.quotes.holds(index)
            && !text.is_any(index, words!["that", "how", "why", "whether", "what", "who", "if"])
            && !text.classes(index).has_any(&[Class::Be, Class::Modal, Class::Have, Class::Coordinator])
    }

    /// A clause or a quotation behind a verb of saying.
    pub(crate) fn reported(&self, start: usize) -> Option<Range<usize>> {
        let text = self.text;
        let end = self.cue.sentence.end;
        let mut index = start;
        let addressed = self.frame(Frame::Tell).then(|| self.skip_addressee(index)).flatten();
        index = addressed.unwrap_or(index);
        index = self.skip_manner(self.skip_when(index));
        index = self.skip_manner_to_quotation(index);
        if let Some(quote) = self.introduced_quotation(index) {
            return Some(quote);
        }
        if let Some(clause) = self.clause_behind_colon(index) {
            return Some(clause);
        }
        let circumstance = index > start && addressed.is_none() && index + 1 < end && parts(text, index);
        if circumstance && self.frame(Frame::Clause) && self.goes_on_with_clause(index + 1) {
            if self.belongs_to_clause(start) {
                return Some(start..self.clause_end(start));
            }
            index += 1;
        }
        if index + 1 < end && text.is(index, Class::Adverb) && text.is_word(index + 1, "that") {
            index += 1;
        }
        if index >= end {
            return None;
        }
        let told = self.frame(Frame::Tell) && addressed.is_some();
        if !(told || self.frame(Frame::Clause) || self.frame(Frame::That)) {
            return None;
        }
        if text.kind(index) == Kind::Comma && self.that_behind_insertion(index).is_some() {
            index = self.that_behind_insertion(index)?;
        }
        if self.is_relative_that(index) || self.is_demand(index) {
            return None;
        }
        let that = text.is_word(index, "that") && !self.is_object_that(index);
        if that {
            let stop = self.clause_end(index + 1);
            return (stop > index + 1).then_some(index + 1..stop);
        }
        let question = self.is_question(index);
        let pronoun = self.begins_with_subject(index);
        let clause = self.frame(Frame::Clause) || addressed.is_some();
        let bare = pronoun
            || clause && self.is_clause(index)
            || addressed.is_some() && self.is_noun_with_past(index);
        let stop = self.clause_end(index);
        ((question || bare) && stop > index).then_some(index..stop)
    }

    /// "told the Echo *her firm worked* with it": a noun phrase with its article and a past tense behind it.
    fn is_noun_with_past(&self, index: usize) -> bool {
        let text = self.text;
        let own = index < self.cue.sentence.end && text.is(index, Class::Determiner);
        let verb = (index + 2..self.cue.sentence.end.min(index + 4)).find(|&at| is_past(text, at));
        own && verb.is_some_and(|verb| {
            (index + 1..verb).all(|at| text.kind(at) == Kind::Word && !self.is_finite(at))
        })
    }

    /// "agreed *they had* no choice", "claims *he's* right": a pronoun that is surely a subject, or one with
    /// its finite verb.
    fn begins_with_subject(&self, index: usize) -> bool {
        let text = self.text;
        if text.contracted_pronoun(index).is_some()
            || text.is_any(index, words!["he", "she", "they", "we", "i"])
        {
            return true;
        }
        let next = index + 1;
        if text.is_word(index, "it") && self.frame(Frame::Clause) && self.is_verb_of_it(next) {
            return true;
        }
        text.is_any(index, words!["it", "there"])
            && next < self.cue.sentence.end
            && (text.kind(next) == Kind::Clitic
                || text.classes(next).has_any(&[Class::Be, Class::Have, Class::Modal, Class::Do]))
    }

    /// "reported it *sold* more": a verb of the pronoun's own; "found it *closed*" says how it was.
    fn is_verb_of_it(&self, index: usize) -> bool {
        let text = self.text;
        let found = text.is_any(
            self.cue.tokens.start,
            words!["found", "find", "finds", "discovered", "discovers", "showed", "show", "shows"],
        );
        let end = self.cue.sentence.end;
        index + 1 < end
            && is_past(text, index)
            && !found
            && !matches!(text.kind(index + 1), Kind::Stop | Kind::Comma)
    }

    /// "said, however, that": past the second comma to "that".
    pub(crate) fn that_behind_insertion(&self, comma: usize) -> Option<usize> {
        let text = self.text;
        let reach = self.limit.min(comma + 12);
        let second = (comma + 1..reach).find(|&index| text.kind(index) == Kind::Comma)?;
        let behind = second + 1;
        let first = comma + 1;
        let adverb = self.is_adverb(first)
            || text.is(first, Class::Preposition)
            || text.is(first, Class::Subordinator);
        let that = behind < reach && text.is_word(behind, "that");
        // "said, if asked, she would go": the condition is part of what is said.
        let condition = text.is_any(first, words!["if", "unless"]) && second - comma <= 6;
        if condition && behind < reach && !that {
            return Some(first);
        }
        (that || behind < reach && adverb && second - comma == 2).then_some(behind)
    }

    /// "asked that its budget be protected": something to do.
    pub(crate) fn is_demand(&self, index: usize) -> bool {
        let lemma = &self.text.lexicon.verbs()[usize::from(self.cue.verb)].lemma;
        lemma == "ask" && self.text.is_word(index, "that")
    }

    /// "that day", "that school": the article, not the conjunction.
    pub(crate) fn is_object_that(&self, index: usize) -> bool {
        let (text, next) = (self.text, index + 1);
        let end = self.cue.sentence.end;
        // "said that, in Leeds, it was cold" goes on; "said that, but" does not.
        let closed = |at: usize| {
            text.kind(at) == Kind::Comma
                && (at + 1 >= end || text.is(at + 1, Class::Coordinator) && !text.is_word(at + 1, "and"))
        };
        next >= end
            || text.kind(next) == Kind::Stop
            || closed(next)
            || text.is_any(next, words!["same", "very"])
    }

    /// "said on Monday, *the home was* cold": a subject and its verb.
    fn begins_with_clause(&self, index: usize) -> bool {
        let text = self.text;
        let subject = text.classes(index).has_any(&[Class::Determiner, Class::Subject])
            || text.token(index).is_capital();
        let end = self.clause_end(index).min(index + 12);
        let finite = (index..end).take_while(|&at| !parts(text, at)).any(|at| self.is_finite(at));
        subject && !text.is(index, Class::Relative) && (finite || text.contracted_pronoun(index).is_some())
    }

    /// "said in May, *the home was* cold", "said in some rooms, *doors were* open".
    fn goes_on_with_clause(&self, index: usize) -> bool {
        self.begins_with_clause(index) || self.begins_bare_clause(index, self.cue.sentence.end)
    }

    /// "said *since the fire*, staff were trained": when or how it was, not when or where it is said.
    fn belongs_to_clause(&self, start: usize) -> bool {
        self.text.is_any(start, words!["since", "despite", "without", "under", "until"])
    }

    /// Whether a clause that begins with a quotation ends with it.
    pub(crate) fn ends_clause(&self, index: usize) -> bool {
        index >= self.clause_end(index.saturating_sub(1).max(self.cue.tokens.end))
            || matches!(self.text.kind(index), Kind::Stop | Kind::Comma | Kind::Semicolon)
    }

    /// Whether the words from here are a clause and not a thing: they have a finite verb of their own.
    pub(crate) fn is_clause(&self, index: usize) -> bool {
        let text = self.text;
        // "states where it won", "told those who wonder": what follows belongs to the noun.
        if text.is_any(index, words!["who", "whom", "whose", "which", "where", "when"])
            || is_finite_report(text, index)
        {
            return false;
        }
        if self.is_inside_relative() && self.is_finite(index) {
            return true;
        }
        let said = self.text.is_any(self.cue.tokens.start, words!["said", "says", "say", "saying"]);
        // "said Sunday on the programme “…”" gives no clause: one that begins so must show its verb.
        let circumstance = text.classes(index).has_any(&[Class::When, Class::Preposition])
            && !text.classes(index).has_any(&[Class::Subordinator, Class::Number]);
        let amount =
            text.is_any(index, words!["nothing", "little", "much", "something", "anything", "everything"]);
        if said && !circumstance && !amount {
            return !text.is_any(index, words!["of", "to", "about", "so", "in"])
                && !matches!(text.kind(index), Kind::Comma | Kind::Stop | Kind::Colon);
        }
        if text.classes(index).has_any(&[Class::Preposition, Class::Object]) && !text.is(index, Class::Number)
            || text.is_word(index, "to")
        {
            return false;
        }
        let end = self.clause_end(index).min(index + 45);
        let mut outside_relative = true;
        for at in index..end {
            let inserted = text.kind(at) == Kind::Comma
                && at + 1 < end
                && text.is_any(at + 1, words!["which", "who", "whose"]);
            if text.kind(at) == Kind::Comma
                && !text.quotes.holds(at)
                && at > index + 3
                && outside_relative
                && !inserted
            {
                return false;
            }
            if text.is(at, Class::Relative) && at > index {
                outside_relative = false;
            }
            if outside_relative && self.is_verb_of_clause(at, index) {
                return at > index || text.quotes.holds(at);
            }
            if text.kind(at) == Kind::Comma {
                outside_relative = true;
            }
        }
        false
    }

    /// A word that is surely a finite verb, perhaps with its pronoun, or a form in -ed behind what may be its subject.
    fn is_verb_of_clause(&self, at: usize, start: usize) -> bool {
        let text = self.text;
        let past = || {
            at > start
                && text.ends_with(at, "ed")
                && text.token(at).is_word()
                && !text.token(at).is_capital()
                && !text.classes(at - 1).has_any(&[Class::Determiner, Class::Preposition])
                && self.noun_before(at)
        };
        text.contracted_pronoun(at).is_some()
            || text.kind(at) == Kind::Clitic && text.is(at - 1, Class::Subject)
            || self.is_finite(at) && !text.is_any(at, words!["being", "been", "be", "having"])
            || past()
            || at > start && is_surely_finite(text, at, self.cue.sentence.end)
    }

    /// waited behind "callers", not behind an adverb's place: a word that may be a plural or a name.
    pub(crate) fn noun_before(&self, at: usize) -> bool {
        let before = at - 1;
        let text = self.text;
        text.is(before, Class::Subject)
            || text.ends_with(before, "s")
            || text.token(before).is_capital()
            || text.is(before, Class::Adverb)
    }
}
