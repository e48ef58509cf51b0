//! The content before a cue, and what goes on behind it: "…," she said, "…"; "It was, they said, cold".

use std::ops::Range;

use onrecord_lexicon::Frame;

use crate::content::{Content, is_pause, parts};
use crate::cue::{Cue, CueSpeaker, Order};
use crate::cue_speaker::dateline_end;
use crate::noun_phrase::{self, Head};
use crate::token::Kind;
use crate::word_class::Class;
use crate::word_list::words;

impl Content<'_, '_> {
    /// The quotation or clause in front of the cue: "…," she said.
    pub(crate) fn left(&self) -> Option<Range<usize>> {
        let start = self.cue.frame().start;
        let floor = self.cue.sentence.start;
        if start <= floor || !matches!(self.cue.order, Order::SpeakerFirst | Order::VerbFirst) {
            return None;
        }
        let last = start - 1;
        let text = self.text;
        let quoted =
            text.quotes.holds(last) || (last > floor && is_pause(text, last) && text.quotes.holds(last - 1));
        let own = || !self.is_in_relative() && !self.takes_thing(start);
        if quoted && self.speaks() && own() && !self.leads_on() && !self.follows_title() {
            return Some(self.left_quotation(start, floor));
        }
        let parenthetical = matches!(text.kind(last), Kind::Comma | Kind::Dash) && self.is_parenthetical();
        (parenthetical && (self.takes_clause() || self.goes_on_speaking()))
            .then(|| self.clause_start(floor)..last)
            .filter(|range| range.len() > 1 || !self.is_adverb(range.start))
            .filter(|range| !self.is_name_alone(range.clone()) || self.right_of_medial().is_some())
            .filter(|range| !self.is_circumstance(range.clone()) || self.right_of_medial().is_some())
    }

    /// "*“It was cold.”* Ms Nwosu said.": a full stop where a comma belongs, and a sentence that holds nothing but who
    /// said it, to whom and when.
    pub(crate) fn stopped_quotation(&self) -> Option<Range<usize>> {
        let (text, start) = (self.text, self.cue.sentence.start);
        let same_paragraph = start > text.tokens.blocks[self.cue.block].start;
        let spoken = matches!(self.cue.order, Order::SpeakerFirst | Order::VerbFirst) && self.speaks();
        if !same_paragraph || !spoken || self.cue.frame().start != start {
            return None;
        }
        let behind = self.cue.frame().end.max(self.cue.tokens.end);
        let behind = self.skip_when(self.skip_addressee(behind).unwrap_or(behind));
        let over = behind >= self.cue.sentence.end || text.kind(behind) == Kind::Stop;
        let quote = text.quotes.at(start - 1).filter(|quote| quote.tokens.end == start)?;
        over.then(|| quote.tokens.clone())
    }

    /// "*Ada Nwosu*, the daughter of Leo Marsh, complained": whoever speaks, or whom it is about, and no clause.
    fn is_name_alone(&self, range: Range<usize>) -> bool {
        let phrase = noun_phrase::starting_at(self.text, range.start, range.end);
        phrase.is_some_and(|phrase| {
            phrase.whole == range && matches!(phrase.head, Head::Person { .. } | Head::Name | Head::Role)
        })
    }

    /// "a man who | promises": what stands before the man is not what he promises.
    fn is_in_relative(&self) -> bool {
        let (text, cue) = (self.text, self.cue.tokens.start);
        matches!(&self.cue.speaker, CueSpeaker::Phrase(phrase) if phrase.whole.end <= cue
            && (phrase.whole.end..cue).any(|index| text.is_one_of(index, &["who", "which"])))
    }

    /// "Behind its “old model,” the club charged *a fee*": a verb with an object, and words picked out before.
    fn takes_thing(&self, start: usize) -> bool {
        let (text, behind) = (self.text, self.cue.tokens.end);
        let picked = text.quotes.at(start - 1).or_else(|| text.quotes.at(start - 2)).is_some_and(|quote| {
            quote.tokens.start > self.cue.sentence.start && text.token(quote.tokens.start - 1).is_word()
        });
        let thing = behind < self.cue.sentence.end
            && text.is_one_of(behind, &["a", "an", "the", "his", "her", "its", "their"]);
        picked
            && thing
            && self.cue.order == Order::SpeakerFirst
            && !self.frame(Frame::Clause)
            && !self.frame(Frame::Tell)
    }

    /// "In the same debate, | Mr Vane told a joke": a phrase of time or place and no clause.
    fn is_circumstance(&self, range: Range<usize>) -> bool {
        let text = self.text;
        let leads = text.is(range.start, Class::Preposition) && !text.is(range.start, Class::Subordinator);
        let verbal = |index: usize| {
            let classes = text.classes(index);
            classes.has_any(&[Class::Be, Class::Have, Class::Modal, Class::Do, Class::Subject])
                || index > range.start + 1 && text.ends_with(index, "ed") && !text.token(index).is_capital()
                || parts(text, index)
        };
        leads && !range.clone().any(verbal)
    }

    /// "On the station's “Morning Call,” | Mr Vane said it was late": the name of a programme.
    fn follows_title(&self) -> bool {
        let text = self.text;
        let behind = self.cue.frame().end.max(self.cue.tokens.end);
        let goes_on = behind < self.cue.sentence.end
            && (text.token(behind).is_word() && !text.is(behind, Class::Preposition)
                || text.kind(behind) == Kind::Colon
                || self.opens_capital_quotation(behind));
        let start = self.cue.frame().start;
        let quote = text.quotes.at(start - 1).or_else(|| text.quotes.at(start - 2));
        goes_on && quote.is_some_and(|quote| self.is_title(quote.tokens.clone()))
    }

    /// ", “It is late.”": a comma, and a quotation that is a sentence.
    fn opens_capital_quotation(&self, comma: usize) -> bool {
        let (text, first) = (self.text, comma + 2);
        first < self.cue.sentence.end
            && text.kind(comma) == Kind::Comma
            && text.quotes.at(comma + 1).is_some_and(|quote| quote.tokens.start == comma + 1)
            && text.token(first).is_capital()
    }

    /// Few words, all with a capital, picked out behind a word.
    pub(crate) fn is_title(&self, quote: Range<usize>) -> bool {
        let text = self.text;
        let mut words = quote.clone().filter(|&index| text.token(index).is_word());
        quote.len() <= 9
            && quote.start > self.cue.sentence.start
            && (text.token(quote.start - 1).is_word() || text.kind(quote.start - 1) == Kind::Clitic)
            && words.all(|index| {
                text.token(index).is_capital()
                    || text.classes(index).has_any(&[Class::Preposition, Class::Determiner])
            })
    }

    /// "After Ms Bell called it “cold,” | Mr Vane said: “No.”": the words picked out before are another's.
    fn leads_on(&self) -> bool {
        let text = self.text;
        let (start, end) = (self.cue.frame().start, self.cue.sentence.end);
        let mut behind = self.cue.tokens.end;
        let colon = behind + 1 < end && text.kind(behind) == Kind::Colon && text.quotes.holds(behind + 1);
        behind = self.skip_when(self.skip_addressee(behind).unwrap_or(behind));
        let that = behind < end && text.is_word(behind, "that");
        let first = self.cue.sentence.start;
        let aside = text.ends_with(first, "ing")
            || text.is(first, Class::Preposition)
            || text.is_one_of(first, &["asked", "questioned"]);
        let clause = aside && behind < end && text.token(behind).is_word() && self.is_clause(behind);
        let leads = self.cue.order == Order::SpeakerFirst && (colon || that || clause);
        let quote = text.quotes.at(start - 1).or_else(|| text.quotes.at(start - 2));
        let picked = quote.is_some_and(|quote| {
            quote.tokens.start > self.cue.sentence.start && text.token(quote.tokens.start - 1).is_word()
        });
        leads && picked
    }

    /// The quotation that ends before the cue; with the clause it ends, where it is part of one.
    pub(crate) fn left_quotation(&self, start: usize, floor: usize) -> Range<usize> {
        let text = self.text;
        let last = if text.quotes.holds(start - 1) { start - 1 } else { start - 2 };
        let quote = text.quotes.at(last).expect("a quotation ends here").tokens.clone();
        let clause = self.clause_start(floor);
        let begins = quote.start <= clause || matches!(text.kind(quote.start - 1), Kind::Colon | Kind::Dash);
        let own_clause = !begins && self.takes_clause() && !self.sentence_between(quote.start);
        if own_clause { clause..quote.end } else { quote }
    }

    /// Whether a sentence ends between the clause's start and a quotation.
    pub(crate) fn sentence_between(&self, quote: usize) -> bool {
        let sentences = &self.text.tokens.sentences;
        let next = sentences.partition_point(|sentence| sentence.tokens.start <= self.cue.sentence.start);
        sentences.get(next).is_some_and(|sentence| sentence.tokens.start <= quote)
    }

    /// Behind "But" and "And" at the sentence's start.
    pub(crate) fn clause_start(&self, floor: usize) -> usize {
        let conjunction = self.text.is(floor, Class::Coordinator) && !self.text.is(floor, Class::Determiner);
        let start = floor + usize::from(conjunction);
        if let Some(behind) = dateline_end(self.text, start..self.cue.sentence.end) {
            return behind;
        }
        if self.text.kind(start) == Kind::Comma { start + 1 } else { start }
    }

    /// Whether the cue stands apart from the clause around it: "…, inspectors said." or "…, it said, …".
    pub(crate) fn is_parenthetical(&self) -> bool {
        let text = self.text;
        let mut index = self.cue.frame().end.max(self.cue.tokens.end);
        index = self.skip_addressee(index).unwrap_or(index);
        index = self.skip_when(index);
        if index >= self.cue.sentence.end {
            return true;
        }
        let quoted = index + 1 < self.cue.sentence.end && text.quotes.holds(index + 1);
        // "…, says Ada Nwosu in Leeds", "…, says the woman who runs it"
        let described = text.classes(index).has_any(&[Class::Preposition, Class::Relative]);
        if self.cue.order == Order::VerbFirst && described && !text.is_word(index, "that") {
            return true;
        }
        match text.kind(index) {
            Kind::Stop | Kind::Semicolon | Kind::BracketOpen => true,
            // "The home, it said, “was cold”": the clause goes on in quotation marks.
            Kind::Comma | Kind::Dash => {
                let inside = index + 2;
                !quoted
                    || inside < self.cue.sentence.end
                        && text.token(inside).is_word()
                        && !text.token(inside).is_capital()
            }
            // "…, inspectors said when they called"; "… have said in a report that will raise questions"
            Kind::Word => {
                self.is_second_apposition(index)
                    || text.is_one_of(index, &["when", "after", "as", "while"])
                    || self.is_relative_that(index)
                    || self.is_place_behind(index)
            }
            _ => false,
        }
    }

    /// "…, said Leo Marsh, director of Beck House *and an expert on care*.": whatever else he is; no verb follows to
    /// the sentence's end.
    fn is_second_apposition(&self, index: usize) -> bool {
        let text = self.text;
        let end = self.cue.sentence.end;
        self.cue.order == Order::VerbFirst
            && !(index..end)
                .any(|at| self.is_finite(at) || text.quotes.holds(at) || text.is(at, Class::Reporting))
    }

    /// "The home was cold, she said *during her visit to Leeds*.": no clause follows to the sentence's end.
    fn is_place_behind(&self, index: usize) -> bool {
        let text = self.text;
        let end = self.cue.sentence.end;
        let place = text.is(index, Class::Preposition)
            && !text.is_one_of(index, &["of", "to", "that", "about"])
            && !(index..end).any(|at| {
                text.is_word(at, "that")
                    || matches!(text.kind(at), Kind::Comma | Kind::Colon)
                    || text.quotes.holds(at)
            });
        let finite = |at: usize| text.classes(at).has_any(&[Class::Be, Class::Have, Class::Modal, Class::Do]);
        let floor = self.clause_start(self.cue.sentence.start);
        place && !(index..end).any(finite) && (floor..self.cue.frame().start).any(finite)
    }

    /// What goes on behind a cue in the middle: "…," she said, "…"; "…, it said, and …".
    pub(crate) fn right_of_medial(&self) -> Option<Range<usize>> {
        let text = self.text;
        let mut index = self.cue.frame().end.max(self.cue.tokens.end);
        index = self.skip_addressee(index).unwrap_or(index);
        index = self.skip_when(index);
        let end = self.cue.sentence.end;
        if let Some(quote) = self.quotation_from(index, end) {
            return Some(quote);
        }
        if index >= end
            || text.kind(index) != Kind::Comma
            || (text.quotes.holds(self.cue.frame().start - 1)
                && !(index + 1 < end && text.is_word(index + 1, "that")))
        {
            return None;
        }
        let start = self.medial_clause(index + 1)?;
        let next = self.following.iter().find(|next| next.sentence == self.cue.sentence);
        let own = |next: &&Cue| {
            matches!(next.speaker, CueSpeaker::Phrase(_))
                && (start..=start + 1).contains(&next.frame().start)
                && [Frame::Clause, Frame::That, Frame::Tell].iter().any(|&frame| text.frame(next.verb, frame))
        };
        if next.filter(own).is_some() {
            return None;
        }
        let stop = self.clause_end(start);
        (stop > start + 1).then_some(start..stop)
    }

    /// Where the clause goes on behind a medial cue and its comma: behind "and" or "that", at a finite verb.
    pub(crate) fn medial_clause(&self, index: usize) -> Option<usize> {
        let text = self.text;
        if index >= self.cue.sentence.end {
            return None;
        }
        if self.cue.order == Order::VerbFirst {
            let clause = index + usize::from(text.is_word(index, "but"));
            let opens = clause > index || text.is_any(index, words!["it", "they", "he", "she"]);
            return if opens { Some(clause) } else { self.finite_behind_apposition(index) };
        }
        if text.is(index, Class::Coordinator) || text.is_word(index, "that") {
            return Some(index + 1);
        }
        // "…, it said, for the home to close": the clause goes on; "…, it said, in a report" tells where.
        let goes_on = text.is_one_of(index, &["for", "to"]);
        let aside = text.is(index, Class::Relative)
            || text.ends_with(index, "ing")
            || text.is(index, Class::Preposition)
                && !text.is(index, Class::Subordinator)
                && !goes_on
                && !self.is_with_doing(index);
        (!aside).then_some(index)
    }

    /// "…, she said, *with the list falling* below 400": what else is the case.
    fn is_with_doing(&self, index: usize) -> bool {
        let text = self.text;
        let doing = |at: usize| {
            text.ends_with(at, "ing")
                && !text.token(at).is_capital()
                && !text.classes(at - 1).has_any(&[Class::Preposition, Class::Determiner, Class::Coordinator])
        };
        let phrase = index + 1..self.cue.sentence.end.min(index + 14);
        let mut words = phrase.take_while(|&at| text.token(at).is_word() && !text.quotes.holds(at));
        text.is_word(index, "with") && words.any(|at| at > index + 2 && doing(at))
    }

    /// "in which, | inspectors noted, children could": the clause goes on behind the cue and has no other part.
    pub(crate) fn behind_relative(&self) -> Option<Range<usize>> {
        let (text, start) = (self.text, self.cue.frame().start);
        let led = self.cue.order == Order::SpeakerFirst
            && start >= self.cue.sentence.start + 3
            && parts(text, start - 1)
            && text.is_any(start - 2, words!["which", "who", "whom", "where"])
            && self.takes_clause();
        led.then(|| self.right_of_medial()).flatten()
    }

    /// "The home, it *went on*, must close": verbs that stand beside quotations report a clause around them, too,
    /// where a pronoun or a document speaks.
    fn goes_on_speaking(&self) -> bool {
        let text = self.text;
        let CueSpeaker::Phrase(phrase) = &self.cue.speaker else { return false };
        let head = noun_phrase::head_word(text, phrase.tokens.clone());
        let speaks = phrase.head == Head::Pronoun
            || text.classes(head).has_any(&[Class::Document, Class::InspectorNoun, Class::InspectorateNoun]);
        let lemma = &text.lexicon.verbs()[usize::from(self.cue.verb)].lemma;
        speaks && matches!(lemma.as_str(), "go on" | "continue")
    }

    /// "…, said Leo Marsh, an expert on care, | would be seen": a finite verb behind a comma.
    pub(crate) fn finite_behind_apposition(&self, index: usize) -> Option<usize> {
        let text = self.text;
        let reach = self.cue.sentence.end.min(index + 25);
        (index..reach).find(|&at| {
            text.kind(at - 1) == Kind::Comma
                && text.classes(at).has_any(&[Class::Modal, Class::Be, Class::Have, Class::Do])
        })
    }

    /// A quotation behind a medial cue, up to three commas on: "…," said Ms Vane, the director, "…".
    pub(crate) fn quotation_from(&self, start: usize, end: usize) -> Option<Range<usize>> {
        let text = self.text;
        let first = (start..end.min(start + 25))
            .take_while(|&index| text.quotes.holds(index) || text.kind(index) != Kind::Stop)
            .find(|&index| text.quotes.holds(index))?;
        let own = first == self.cue.frame().end && self.cue.frame().start > self.cue.sentence.start;
        let behind_comma =
            own || first > 0 && matches!(text.kind(first - 1), Kind::Comma | Kind::Colon | Kind::Dash);
        (behind_comma && first < self.limit.max(start + 1))
            .then(|| text.quotes.at(first).expect("found there").tokens.clone())
    }
}
