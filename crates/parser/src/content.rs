//! What a cue reports: the quotation beside it, the clause behind or before it, or the words a verb like
//! "describe" takes.

use std::ops::Range;

use onrecord_lexicon::Frame;

use crate::block::BlockKind;
use crate::cue::{Cue, CueSpeaker, Order};
use crate::text::Text;
use crate::token::Kind;
use crate::word_class::Class;

/// A cue with what may limit its content.
pub(crate) struct Content<'a, 'b> {
    pub text: &'b Text<'a>,
    pub cue: &'b Cue,
    /// The start of the next cue's frame in the sentence, else the sentence's end.
    pub limit: usize,
    /// The cues that come after this one.
    pub following: &'b [Cue],
}

impl Content<'_, '_> {
    /// The pieces of the content, in order; empty where the cue reports nothing that counts.
    pub(crate) fn segments(&self) -> Vec<Range<usize>> {
        match self.cue.order {
            Order::AccordingTo => return self.according_to(),
            Order::Colon => return self.behind_colon(),
            Order::Owner => {
                let start = self.cue.tokens.end + 1;
                return Some(start..self.end_of_named_clause(start))
                    .into_iter()
                    .filter(|range| !range.is_empty())
                    .collect();
            }
            _ => {}
        }
        if let Some(clause) = self.behind_as() {
            return vec![clause];
        }
        let left = self.left();
        match left {
            Some(left) => [left].into_iter().chain(self.right_of_medial()).collect(),
            None => self.right(),
        }
    }

    /// "Ada Nwosu: “…”": the quotation.
    fn behind_colon(&self) -> Vec<Range<usize>> {
        self.text.quotes.at(self.cue.tokens.end).map(|quote| quote.tokens.clone()).into_iter().collect()
    }

    /// Where the clause behind "her claim that" ends: before a comma, else with the sentence.
    fn end_of_named_clause(&self, start: usize) -> usize {
        let end = self.clause_end(start);
        (start..end).find(|&index| parts(self.text, index)).unwrap_or(end)
    }

    /// "As the report notes, | staff were kind".
    fn behind_as(&self) -> Option<Range<usize>> {
        let (text, sentence) = (self.text, &self.cue.sentence);
        let index = self.skip_when(self.cue.tokens.end);
        let led = self.cue.order == Order::SpeakerFirst
            && text.is_word(sentence.start, "as")
            && self.cue.frame().start == sentence.start + 1
            && self.takes_clause();
        let clause = led && index + 1 < sentence.end && text.kind(index) == Kind::Comma;
        clause.then(|| index + 1..self.clause_end(index + 1))
    }

    fn frame(&self, frame: Frame) -> bool {
        self.text.frame(self.cue.verb, frame)
    }

    /// Whether the verb may stand beside a clause or quotation of its own.
    fn takes_clause(&self) -> bool {
        [Frame::Clause, Frame::That, Frame::Tell].iter().any(|&frame| self.frame(frame))
    }

    fn speaks(&self) -> bool {
        self.takes_clause() || self.frame(Frame::Quotation)
    }

    /// The quotation or clause in front of the cue: "…," she said.
    fn left(&self) -> Option<Range<usize>> {
        let start = self.cue.frame().start;
        let floor = self.cue.sentence.start;
        if start <= floor || !matches!(self.cue.order, Order::SpeakerFirst | Order::VerbFirst) {
            return None;
        }
        let last = start - 1;
        let text = self.text;
        let quoted =
            text.quotes.holds(last) || (last > floor && is_pause(text, last) && text.quotes.holds(last - 1));
        if quoted && self.speaks() {
            return Some(self.left_quotation(start, floor));
        }
        let parenthetical = matches!(text.kind(last), Kind::Comma | Kind::Dash) && self.is_parenthetical();
        (parenthetical && self.takes_clause())
            .then(|| self.clause_start(floor)..last)
            .filter(|range| range.len() > 1 || !self.is_adverb(range.start))
    }

    fn is_adverb(&self, index: usize) -> bool {
        self.text.classes(index).has_any(&[Class::Adverb, Class::When])
    }

    /// The quotation that ends before the cue; with the clause it ends, where it is part of one.
    fn left_quotation(&self, start: usize, floor: usize) -> Range<usize> {
        let text = self.text;
        let last = if text.quotes.holds(start - 1) { start - 1 } else { start - 2 };
        let quote = text.quotes.at(last).expect("a quotation ends here").tokens.clone();
        let clause = self.clause_start(floor);
        let begins = quote.start <= clause || matches!(text.kind(quote.start - 1), Kind::Colon | Kind::Dash);
        let own_clause = !begins && self.takes_clause() && !self.sentence_between(quote.start);
        if own_clause { clause..quote.end } else { quote }
    }

    /// Whether a sentence ends between the clause's start and a quotation.
    fn sentence_between(&self, quote: usize) -> bool {
        let sentences = &self.text.tokens.sentences;
        let next = sentences.partition_point(|sentence| sentence.tokens.start <= self.cue.sentence.start);
        sentences.get(next).is_some_and(|sentence| sentence.tokens.start <= quote)
    }

    /// Behind "But" and "And" at the sentence's start.
    fn clause_start(&self, floor: usize) -> usize {
        let conjunction = self.text.is(floor, Class::Coordinator) && !self.text.is(floor, Class::Determiner);
        let start = floor + usize::from(conjunction);
        if self.text.kind(start) == Kind::Comma { start + 1 } else { start }
    }

    /// Whether the cue stands apart from the clause around it: "…, inspectors said." or "…, it said, …".
    fn is_parenthetical(&self) -> bool {
        let text = self.text;
        let mut index = self.cue.frame().end.max(self.cue.tokens.end);
        index = self.skip_addressee(index).unwrap_or(index);
        index = self.skip_when(index);
        if index >= self.cue.sentence.end {
            return true;
        }
        let quoted = index + 1 < self.cue.sentence.end && text.quotes.holds(index + 1);
        match text.kind(index) {
            Kind::Stop | Kind::Semicolon | Kind::BracketOpen => true,
            Kind::Comma | Kind::Dash => !quoted,
            // "…, inspectors said when they called"; "… have said in a report that will raise questions"
            Kind::Word => {
                text.is_one_of(index, &["when", "after", "as", "while"]) || self.is_relative_that(index)
            }
            _ => false,
        }
    }

    /// "that will": the pronoun, whose verb follows at once.
    fn is_relative_that(&self, index: usize) -> bool {
        let next = index + 1;
        self.text.is_word(index, "that")
            && next < self.cue.sentence.end
            && self.text.classes(next).has_any(&[Class::Modal, Class::Be, Class::Have, Class::Do])
            && index > self.cue.tokens.end
    }

    /// What goes on behind a cue in the middle: "…," she said, "…"; "…, it said, and …".
    fn right_of_medial(&self) -> Option<Range<usize>> {
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
            matches!(next.speaker, CueSpeaker::Phrase(_)) && (start..=start + 1).contains(&next.frame().start)
        };
        if next.filter(own).is_some() {
            return None;
        }
        let stop = self.clause_end(start);
        (stop > start + 1).then_some(start..stop)
    }

    /// Where the clause goes on behind a medial cue and its comma: behind "and" or "that", at a finite verb.
    fn medial_clause(&self, index: usize) -> Option<usize> {
        let text = self.text;
        if index >= self.cue.sentence.end {
            return None;
        }
        if self.cue.order == Order::VerbFirst {
            return self.finite_behind_apposition(index);
        }
        if text.is(index, Class::Coordinator) || text.is_word(index, "that") {
            return Some(index + 1);
        }
        let aside = text.is(index, Class::Relative)
            || text.ends_with(index, "ing")
            || text.is(index, Class::Preposition) && !text.is(index, Class::Subordinator);
        (!aside).then_some(index)
    }

    /// "…, said Michael Kofman, an expert on Russia, | would read this": a finite verb behind a comma.
    fn finite_behind_apposition(&self, index: usize) -> Option<usize> {
        let text = self.text;
        let reach = self.cue.sentence.end.min(index + 25);
        (index..reach).find(|&at| {
            text.kind(at - 1) == Kind::Comma
                && text.classes(at).has_any(&[Class::Modal, Class::Be, Class::Have, Class::Do])
        })
    }

    /// A quotation behind a medial cue, up to three commas on: "…," said Ms Vane, the director, "…".
    fn quotation_from(&self, start: usize, end: usize) -> Option<Range<usize>> {
        let text = self.text;
        let first = (start..end.min(start + 25))
            .take_while(|&index| text.quotes.holds(index) || text.kind(index) != Kind::Stop)
            .find(|&index| text.quotes.holds(index))?;
        let behind_comma =
            first > 0 && matches!(text.kind(first - 1), Kind::Comma | Kind::Colon | Kind::Dash);
        (behind_comma && first < self.limit.max(start + 1))
            .then(|| text.quotes.at(first).expect("found there").tokens.clone())
    }

    /// The content behind the cue.
    fn right(&self) -> Vec<Range<usize>> {
        if self.cue.order == Order::VerbFirst && self.cue.frame().end > self.cue.tokens.end {
            let leads = self.cue.tokens.start == self.cue.sentence.start;
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
        if self.cue.order == Order::Passive && !self.takes_as() {
            return self.told_by(start);
        }
        let found = self
            .as_what(start)
            .or_else(|| self.reported(start))
            .or_else(|| self.infinitive(start))
            .or_else(|| self.object(start));
        found.into_iter().collect()
    }

    fn takes_as(&self) -> bool {
        self.frame(Frame::As) || self.frame(Frame::Name)
    }

    /// "was told by Estyn that …"
    fn told_by(&self, start: usize) -> Vec<Range<usize>> {
        let that = start < self.cue.sentence.end && self.text.is_word(start, "that");
        let end = self.clause_end(start);
        let told = self.takes_clause() && that && end > start + 1;
        told.then_some(start + 1..end).into_iter().collect()
    }

    /// A clause or a quotation behind a verb of saying.
    fn reported(&self, start: usize) -> Option<Range<usize>> {
        let text = self.text;
        let end = self.cue.sentence.end;
        let mut index = start;
        let addressed = self.frame(Frame::Tell).then(|| self.skip_addressee(index)).flatten();
        index = addressed.unwrap_or(index);
        index = self.skip_when(index);
        if let Some(quote) = self.introduced_quotation(index) {
            return Some(quote);
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
        let question =
            text.is(index, Class::Question) && !text.is_one_of(index, &["who", "which", "where", "when"]);
        let bare = (self.frame(Frame::Clause) || addressed.is_some()) && self.is_clause(index);
        let stop = self.clause_end(index);
        ((question || bare) && stop > index).then_some(index..stop)
    }

    /// "said, however, that": past the second comma to "that".
    fn that_behind_insertion(&self, comma: usize) -> Option<usize> {
        let text = self.text;
        let reach = self.limit.min(comma + 12);
        let second = (comma + 1..reach).find(|&index| text.kind(index) == Kind::Comma)?;
        let behind = second + 1;
        let first = comma + 1;
        let adverb = self.is_adverb(first)
            || text.is(first, Class::Preposition)
            || text.is(first, Class::Subordinator);
        let that = behind < reach && text.is_word(behind, "that");
        (that || behind < reach && adverb && second - comma == 2).then_some(behind)
    }

    /// "asked that its budget be protected": something to do.
    fn is_demand(&self, index: usize) -> bool {
        let lemma = &self.text.lexicon.verbs()[usize::from(self.cue.verb)].lemma;
        lemma == "ask" && self.text.is_word(index, "that")
    }

    /// "that day", "that school": the article, not the conjunction.
    fn is_object_that(&self, index: usize) -> bool {
        index + 1 >= self.cue.sentence.end || matches!(self.text.kind(index + 1), Kind::Stop | Kind::Comma)
    }

    /// A quotation right behind the verb, perhaps after "in a statement:" or "that".
    fn introduced_quotation(&self, index: usize) -> Option<Range<usize>> {
        let text = self.text;
        let end = self.cue.sentence.end;
        let mut at = index;
        while at < end && at < index + 3 && matches!(text.kind(at), Kind::Comma | Kind::Colon | Kind::Dash) {
            at += 1;
        }
        if at >= end {
            return self.next_block_quotation(index);
        }
        if let Some(quote) = text.quotes.at(at).filter(|quote| quote.tokens.start == at) {
            let whole = at > index || self.ends_clause(quote.tokens.end);
            return (self.speaks() && whole).then(|| quote.tokens.clone());
        }
        self.quotation_behind_phrase(index)
    }

    /// "said in an interview with the Echo: “…”": a colon, or a comma before a quotation that is a sentence.
    fn quotation_behind_phrase(&self, index: usize) -> Option<Range<usize>> {
        let text = self.text;
        let end = self.limit.min(self.cue.sentence.end).min(index + 40);
        let colon =
            (index..end).take_while(|&at| !text.quotes.holds(at)).find(|&at| text.kind(at) == Kind::Colon)?;
        let clause = (index..colon)
            .any(|at| text.is_word(at, "that") || text.classes(at).has_any(&[Class::Subject]) && at == index);
        if clause || !self.speaks() {
            return None;
        }
        match text.quotes.at(colon + 1) {
            Some(quote) if quote.tokens.start == colon + 1 => Some(quote.tokens.clone()),
            _ => self.next_block_quotation(colon),
        }
    }

    /// "…, said:" at the end of a paragraph; the next one is the quotation.
    fn next_block_quotation(&self, from: usize) -> Option<Range<usize>> {
        let text = self.text;
        let end = text.tokens.blocks[self.cue.block].end;
        let colon =
            end > 0 && end == self.cue.sentence.end && text.kind(end - 1) == Kind::Colon && from + 1 >= end;
        if !colon || !self.speaks() {
            return None;
        }
        let quote = text.quotes.at(end)?;
        (quote.tokens.start == end).then(|| quote.tokens.clone())
    }

    /// Whether a clause that begins with a quotation ends with it.
    fn ends_clause(&self, index: usize) -> bool {
        index >= self.clause_end(index.saturating_sub(1).max(self.cue.tokens.end))
            || matches!(self.text.kind(index), Kind::Stop | Kind::Comma | Kind::Semicolon)
    }

    /// Whether the words from here are a clause and not a thing: they have a finite verb of their own.
    fn is_clause(&self, index: usize) -> bool {
        let text = self.text;
        if self.text.is_one_of(self.cue.tokens.start, &["said", "says", "say", "saying"]) {
            return !text.is_one_of(index, &["of", "to", "about", "so", "in"])
                && !matches!(text.kind(index), Kind::Comma | Kind::Stop | Kind::Colon);
        }
        if text.classes(index).has_any(&[Class::Preposition, Class::Object]) && !text.is(index, Class::Number)
            || text.is_word(index, "to")
        {
            return false;
        }
        let end = self.clause_end(index).min(index + 30);
        let mut outside_relative = true;
        for at in index..end {
            let inserted = text.kind(at) == Kind::Comma
                && at + 1 < end
                && text.is_one_of(at + 1, &["which", "who", "whose"]);
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
            let finite = text.classes(at).has_any(&[Class::Be, Class::Have, Class::Modal, Class::Do])
                && !text.is_one_of(at, &["being", "been", "be", "having"])
                || (at > index
                    && text.ends_with(at, "ed")
                    && text.token(at).is_word()
                    && !text.token(at).is_capital()
                    && !text.is(at - 1, Class::Determiner)
                    && !text.is(at - 1, Class::Preposition)
                    && self.noun_before(at));
            if finite && outside_relative {
                return at > index || text.quotes.holds(at);
            }
            if text.kind(at) == Kind::Comma {
                outside_relative = true;
            }
        }
        false
    }

    /// waited behind "callers", not behind an adverb's place: a word that may be a plural or a name.
    fn noun_before(&self, at: usize) -> bool {
        let before = at - 1;
        let text = self.text;
        text.is(before, Class::Subject)
            || text.ends_with(before, "s")
            || text.token(before).is_capital()
            || text.is(before, Class::Adverb)
    }

    /// Past whoever is told: the BBC, us, a meeting of the council on Tuesday.
    fn skip_addressee(&self, start: usize) -> Option<usize> {
        let text = self.text;
        if !self.frame(Frame::Tell) || start >= self.cue.sentence.end {
            return None;
        }
        if text.is(start, Class::Object) || text.is_one_of(start, &["us", "you", "her", "it"]) {
            let subject = start + 1 < self.cue.sentence.end
                && text.classes(start + 1).has_any(&[Class::Be, Class::Have, Class::Modal, Class::Do])
                && !text.is_one_of(start, &["us", "me", "him", "them"]);
            return (!subject).then_some(start + 1);
        }
        if text.is_word(start, "that")
            || text.is(start, Class::Preposition)
            || text.is(start, Class::Subject)
            || text.quotes.holds(start)
            || text.kind(start) == Kind::Colon
            || text.kind(start) == Kind::Comma
        {
            return None;
        }
        let mut index = start + 1;
        while index < self.cue.sentence.end && self.in_addressee(index) {
            index += 1;
        }
        Some(index)
    }

    fn in_addressee(&self, index: usize) -> bool {
        let text = self.text;
        if text.quotes.holds(index)
            || !matches!(text.kind(index), Kind::Word | Kind::Number | Kind::Clitic | Kind::Mark)
        {
            return false;
        }
        let behind_preposition = text.is(index - 1, Class::Preposition);
        let starts_clause = text.is_word(index, "that")
            || (text.is(index, Class::Subject) && !text.is_word(index, "one"))
            || text.is_one_of(index, &["how", "why", "whether", "what", "if", "to"])
            || (text.is(index, Class::Determiner) && !behind_preposition && !text.is_word(index, "last"))
            || text.is(index, Class::Coordinator) && !text.is_word(index, "and");
        !starts_clause
    }

    /// Past "on Monday", "in a statement", "at the time", "later".
    fn skip_when(&self, start: usize) -> usize {
        let text = self.text;
        let end = self.cue.sentence.end;
        let mut index = start;
        while index < end && !text.quotes.holds(index) {
            if let Some(behind) = self.time_noun(index) {
                index = behind;
            } else if text.is(index, Class::When) && !text.is(index, Class::Subject) {
                index += 1;
            } else if let Some(behind) = self.when_phrase(index) {
                index = behind;
            } else {
                break;
            }
        }
        index
    }

    /// "last week", "earlier this month", "two days ago".
    fn time_noun(&self, start: usize) -> Option<usize> {
        let text = self.text;
        let reach = self.cue.sentence.end.min(start + 4);
        let unit = (start + 1..reach).find(|&index| text.is_one_of(index, TIME_UNITS))?;
        let led = (start..unit).all(|index| {
            text.is_one_of(
                index,
                &["last", "this", "next", "earlier", "late", "early", "later", "that", "the", "a"],
            ) || text.classes(index).has_any(&[Class::Number, Class::Weekday])
                || text.kind(index) == Kind::Number
        });
        let ago = unit + 1 < self.cue.sentence.end
            && text.is_one_of(unit + 1, &["ago", "earlier", "later", "before"]);
        led.then_some(unit + 1 + usize::from(ago))
    }

    /// A preposition with a time, a place or a document: "in her report", "at a news conference on Friday".
    fn when_phrase(&self, start: usize) -> Option<usize> {
        let text = self.text;
        let end = self.cue.sentence.end.min(start + 14);
        if !text.is(start, Class::Preposition) || text.is_one_of(start, &["of", "that", "to", "against"]) {
            return None;
        }
        let mut index = start + 1;
        while index < end && !text.quotes.holds(index) && self.in_phrase(index, start) {
            index += 1;
        }
        let stops = index >= self.cue.sentence.end
            || text.is_word(index, "that")
            || text.quotes.holds(index)
            || matches!(text.kind(index), Kind::Colon | Kind::Stop)
            || matches!(text.kind(index), Kind::Comma)
            || (text.is(index, Class::Subject) && index > start + 1)
            || (self.is_time_phrase(start, index) && index > start + 1);
        stops.then_some(index)
    }

    fn in_phrase(&self, index: usize, start: usize) -> bool {
        let text = self.text;
        if !matches!(text.kind(index), Kind::Word | Kind::Number | Kind::Clitic)
            || text.is_word(index, "that")
        {
            return false;
        }
        let fresh_determiner =
            text.is(index, Class::Determiner) && index > start + 1 && !text.is(index - 1, Class::Preposition);
        let clause = text.is(index, Class::Subject) && !text.is_word(index, "one")
            || text.classes(index).has_any(&[Class::Be, Class::Modal, Class::Have]);
        !fresh_determiner && !clause
    }

    fn is_time_phrase(&self, start: usize, end: usize) -> bool {
        (start..end).any(|index| {
            self.text.classes(index).has_any(&[Class::Month, Class::Weekday, Class::Document])
                || self.text.is_one_of(
                    index,
                    &[
                        "time",
                        "statement",
                        "interview",
                        "conference",
                        "email",
                        "week",
                        "month",
                        "year",
                        "morning",
                        "evening",
                        "afternoon",
                        "day",
                        "speech",
                        "hearing",
                        "meeting",
                    ],
                )
        })
    }

    /// "described X as Y", "called it Y": only Y, and only with quoted words.
    fn as_what(&self, start: usize) -> Option<Range<usize>> {
        let text = self.text;
        let end = self.clause_end(start);
        let quote = self.own_quote(start, end)?;
        if self.frame(Frame::As) {
            let link = (start..quote + 1).rev().find(|&index| {
                !text.quotes.holds(index)
                    && text.is_one_of(index, &["as", "to"])
                    && (text.is_word(index, "as") || self.links_with_to())
            });
            if let Some(link) = link.filter(|&link| quote - link <= 6) {
                return Some(link + 1..self.end_of_name(quote, end));
            }
        }
        (self.frame(Frame::Name) && quote - start <= 14).then(|| {
            let article = quote > start
                && text.is(quote - 1, Class::Determiner)
                && !text.is_one_of(quote - 1, &["his", "her", "its", "their"]);
            let stop = self.end_of_name(quote, end);
            let goes_on = stop > text.quotes.at(quote).map_or(quote, |found| found.tokens.end);
            quote - usize::from(article && goes_on)..stop
        })
    }

    /// The end of what something is called: with its quotation, unless words of its own follow.
    fn end_of_name(&self, quote: usize, end: usize) -> usize {
        let text = self.text;
        let close = text.quotes.at(quote).map_or(end, |found| found.tokens.end).min(end);
        let parted = close < end
            && (matches!(text.kind(close), Kind::Comma | Kind::Dash) || text.is(close, Class::Coordinator));
        let again = parted && (close + 1..end.min(close + 5)).any(|index| text.quotes.holds(index));
        if parted && !again { close } else { end }
    }

    /// The first quotation in a range that belongs to this cue and is more than a grade.
    fn own_quote(&self, start: usize, end: usize) -> Option<usize> {
        self.quote_between(start, end.min(self.limit.max(start)))
    }

    /// liken X to Y, compare X to Y
    fn links_with_to(&self) -> bool {
        let lemma = &self.text.lexicon.verbs()[usize::from(self.cue.verb)].lemma;
        matches!(lemma.as_str(), "liken" | "compare")
    }

    /// "promised to “fix it”", "urged the council to “act”": with quoted words only.
    fn infinitive(&self, start: usize) -> Option<Range<usize>> {
        let text = self.text;
        if !self.frame(Frame::Infinitive) {
            return None;
        }
        let end = self.clause_end(start);
        self.own_quote(start, end)?;
        let to = (start..end.min(start + 12))
            .find(|&index| !text.quotes.holds(index) && text.is_word(index, "to"))?;
        (to + 1 < end).then_some(to + 1..end)
    }

    /// "praised the “warmth” of staff": the whole object, with quoted words only.
    fn object(&self, start: usize) -> Option<Range<usize>> {
        if !self.frame(Frame::Object) {
            return None;
        }
        let end = self.clause_end(start);
        self.own_quote(start, end)?;
        let own = self.text.is(start, Class::Preposition) && !self.text.is_word(start, "as");
        Some(start + usize::from(own && self.drops_preposition(start))..end)
    }

    /// cautioned against "…": the preposition belongs to the verb.
    fn drops_preposition(&self, start: usize) -> bool {
        self.text.is_one_of(start, &["against", "of", "to", "for", "about", "on"])
            && self.text.lexicon.verbs()[usize::from(self.cue.verb)].lemma.split(' ').count() == 1
            && !self.text.is_one_of(self.cue.tokens.start, &["accused", "accuses", "accusing"])
    }

    /// The first token of a quotation in a range that is more than a grade.
    fn quote_between(&self, start: usize, end: usize) -> Option<usize> {
        (start..end).find(|&index| {
            self.text.quotes.at(index).is_some_and(|quote| !is_term_of_art(self.text, quote.tokens.clone()))
        })
    }

    /// "Inspectors found:" and a list: one segment for each item.
    fn list(&self) -> Option<Vec<Range<usize>>> {
        let text = self.text;
        let end = text.tokens.blocks[self.cue.block].end;
        let introduces = self.takes_clause()
            && self.cue.sentence.end == end
            && text.kind(end - 1) == Kind::Colon
            && self.limit >= end;
        let behind = self.cue.tokens.end..end - 1;
        if !introduces
            || behind.clone().any(|index| text.quotes.holds(index))
            || !self.leads_into_list(behind)
        {
            return None;
        }
        let rest = text.blocks[self.cue.block + 1..]
            .iter()
            .enumerate()
            .map(|(offset, block)| (self.cue.block + 1 + offset, block));
        let listed = rest
            .filter(|(_, block)| block.kind.is_text())
            .take_while(|(_, block)| block.kind == BlockKind::Item);
        let items: Vec<Range<usize>> = listed
            .map(|(index, _)| self.item(text.tokens.blocks[index].clone()))
            .filter(|range| !range.is_empty())
            .collect();
        (!items.is_empty()).then_some(items)
    }

    /// Nothing, "that the force", "it must": what may stand between the verb and the colon.
    fn leads_into_list(&self, range: Range<usize>) -> bool {
        let text = self.text;
        range.len() <= 14
            && !range.clone().any(|index| text.kind(index) == Kind::Stop)
            && (range.is_empty()
                || range.clone().any(|index| text.is_word(index, "that") || text.is(index, Class::Modal))
                || text.is(range.start, Class::When))
    }

    /// An item without what closes it.
    fn item(&self, range: Range<usize>) -> Range<usize> {
        let text = self.text;
        let mut end = range.end;
        while end > range.start
            && (matches!(text.kind(end - 1), Kind::Semicolon | Kind::Comma | Kind::Stop)
                && !text.quotes.holds(end - 1)
                || text.is(end - 1, Class::Coordinator))
        {
            end -= 1;
        }
        range.start..end
    }

    /// "According to X, …" and "…, according to X, and …".
    fn according_to(&self) -> Vec<Range<usize>> {
        let text = self.text;
        let (start, end) = (self.cue.sentence.start, self.cue.sentence.end);
        let frame = self.cue.frame();
        let comma = (frame.end..end.min(frame.end + 40))
            .find(|&index| text.kind(index) == Kind::Comma && !text.quotes.holds(index));
        if frame.start <= start + 2
            && (start..frame.start).all(|index| {
                !matches!(text.kind(index), Kind::Number)
                    && (text.kind(index) == Kind::Comma
                        || text.classes(index).has_any(&[Class::Coordinator, Class::Adverb]))
            })
        {
            let Some(comma) = comma.map(|comma| self.past_relative(comma)) else { return Vec::new() };
            return Some(comma + 1..self.clause_end(comma + 1))
                .into_iter()
                .filter(|range| !range.is_empty())
                .collect();
        }
        let left = self.clause_start(start)..frame.start;
        let right =
            comma.filter(|&comma| comma + 1 < end).and_then(|comma| self.behind_according(&left, comma + 1));
        Some(left).into_iter().chain(right).filter(|range| !range.is_empty()).collect()
    }

    /// "According to Maud Lissett, whose father waited, | …": past a relative clause to the comma behind it.
    fn past_relative(&self, comma: usize) -> usize {
        let text = self.text;
        let end = self.cue.sentence.end;
        if comma + 1 >= end || !text.is_one_of(comma + 1, &["who", "whose", "which"]) {
            return comma;
        }
        (comma + 1..end).find(|&index| parts(text, index)).unwrap_or(comma)
    }

    /// What goes on behind ", according to X,": ", and …", or the verb that the clause before waits for.
    fn behind_according(&self, left: &Range<usize>, index: usize) -> Option<Range<usize>> {
        let text = self.text;
        let finite =
            |index: usize| text.classes(index).has_any(&[Class::Be, Class::Have, Class::Modal, Class::Do]);
        let whole = left.clone().any(finite);
        let start = if text.is(index, Class::Coordinator) { index + 1 } else { index };
        let waits =
            !whole && !text.classes(index).has_any(&[Class::Relative]) && !text.ends_with(index, "ing");
        (text.is(index, Class::Coordinator) || finite(index) || waits).then(|| start..self.clause_end(start))
    }

    /// Where a clause that starts at `start` ends: at the sentence's end, or where the next cue takes over.
    fn clause_end(&self, start: usize) -> usize {
        let end = self.cue.sentence.end;
        for next in self.following.iter().take_while(|next| next.sentence == self.cue.sentence) {
            if next.tokens.start <= start {
                continue;
            }
            if let Some(cut) = self.cut_before(next, start) {
                return cut.min(self.end_of_subclause(start, cut));
            }
        }
        self.before_but(start, self.end_of_subclause(start, end))
    }

    /// The comma that closes a relative clause ("the force, which said A, | was") or a leading one ("After she
    /// said A, | he left").
    fn end_of_subclause(&self, start: usize, end: usize) -> usize {
        let text = self.text;
        let relative = match &self.cue.speaker {
            CueSpeaker::Phrase(phrase) => phrase.relative,
            _ => false,
        };
        let first = self.cue.sentence.start;
        let leading = text.classes(first).has(Class::Subordinator)
            && !(first..self.cue.tokens.start).any(|index| text.kind(index) == Kind::Comma);
        if !relative && !leading {
            return end;
        }
        let closes = |&comma: &usize| {
            text.kind(comma) == Kind::Comma
                && !text.quotes.holds(comma)
                && comma + 1 < end
                && if relative { self.begins_predicate(comma + 1) } else { self.begins_clause(comma + 1) }
        };
        (start..end).find(closes).unwrap_or(end)
    }

    /// A finite verb, perhaps behind an adverb: what the main clause says of its subject.
    fn begins_predicate(&self, index: usize) -> bool {
        let text = self.text;
        let at = index + usize::from(text.ends_with(index, "ly"));
        let classes = text.classes(at);
        classes.has_any(&[Class::Be, Class::Have, Class::Modal, Class::Do, Class::Reporting])
            && !text.ends_with(at, "ing")
            || (text.ends_with(at, "ed") && text.token(at).is_word() && !text.token(at).is_capital())
    }

    /// A subject: what begins the main clause behind a leading one.
    fn begins_clause(&self, index: usize) -> bool {
        let text = self.text;
        text.classes(index).has_any(&[Class::Subject, Class::Determiner]) || text.token(index).is_capital()
    }

    /// Where the next cue cuts this clause off, if it does: "…, but he admitted", "… and said", "…, adding".
    fn cut_before(&self, next: &Cue, start: usize) -> Option<usize> {
        let text = self.text;
        let mut lead = next.frame().start;
        let comma_before = parts(text, next.tokens.start - 1);
        if next.order == Order::SpeakerFirst && comma_before && matches!(next.speaker, CueSpeaker::SameAs(_))
        {
            return Some(next.tokens.start - 1);
        }
        if next.order == Order::SpeakerFirst
            && matches!(next.speaker, CueSpeaker::SameAs(_) | CueSpeaker::Main(_))
        {
            lead = self.back_to_coordinator(next.tokens.start)?;
            if text.is_word(lead, "and") && !self.says(next, lead) {
                return None;
            }
            return Some(self.before_comma(lead));
        }
        if lead <= start {
            return None;
        }
        match next.order {
            Order::Participle => Some(self.before_comma(self.back_over_adverbs(lead))),
            Order::AccordingTo => (text.kind(lead - 1) == Kind::Comma).then_some(lead - 1),
            Order::SpeakerFirst => {
                let conjunction = text.classes(lead - 1).has(Class::Coordinator)
                    || text.is_one_of(lead - 1, &["while", "although", "though", "whereas"]);
                let comma = conjunction && lead >= 2 && text.kind(lead - 2) == Kind::Comma;
                let but = text.is_word(lead - 1, "but");
                if comma || but {
                    return Some(self.before_comma(lead - 1));
                }
                self.comma_before_when(lead, start)
                    .or_else(|| (text.kind(lead - 1) == Kind::Semicolon).then_some(lead - 1))
            }
            Order::VerbFirst | Order::Passive | Order::Colon | Order::Owner => None,
        }
    }

    /// "…, at a meeting this week | she said": the comma before a phrase of time or place that leads a new cue.
    fn comma_before_when(&self, lead: usize, start: usize) -> Option<usize> {
        let text = self.text;
        let comma = (start.max(lead.saturating_sub(9))..lead).rev().find(|&index| parts(text, index))?;
        let phrase = comma + 1..lead;
        let led =
            !phrase.is_empty() && text.classes(phrase.start).has_any(&[Class::Preposition, Class::When]);
        (led && self.is_time_phrase(phrase.start, phrase.end)).then_some(comma)
    }

    /// Whether a coordinated verb surely reports speech again.
    fn says(&self, next: &Cue, and: usize) -> bool {
        let text = self.text;
        if (and + 1..next.tokens.start).any(|index| text.classes(index).has_any(&[Class::Have, Class::Be])) {
            return false;
        }
        let frames = &text.lexicon.verbs()[usize::from(next.verb)].frames;
        let plain = frames.first().is_some_and(|frame| matches!(frame, Frame::Object))
            && text.ends_with(next.tokens.start, "ed");
        let speech = frames.first().is_some_and(|frame| matches!(frame, Frame::Clause | Frame::That));
        let quoted = next.tokens.end + 8 >= self.cue.sentence.end
            || (next.tokens.end..next.tokens.end + 8).any(|index| text.quotes.holds(index));
        let that = next.tokens.end < self.cue.sentence.end && text.is_word(next.tokens.end, "that");
        let infinitive = text.frame(next.verb, Frame::Infinitive);
        speech || plain || that || infinitive || (quoted && !frames.is_empty())
    }

    /// The comma before "but" and a finite verb or pronoun, where the author speaks again.
    fn before_but(&self, start: usize, end: usize) -> usize {
        let text = self.text;
        let again = |comma: &usize| {
            let at = *comma + 2;
            text.kind(*comma) == Kind::Comma
                && !text.quotes.holds(*comma)
                && at < end
                && text.is_word(at - 1, "but")
                && text.classes(at).has_any(&[Class::Modal, Class::Be, Class::Have, Class::Do])
        };
        (start..end).find(again).unwrap_or(end)
    }

    fn back_to_coordinator(&self, verb: usize) -> Option<usize> {
        (verb.saturating_sub(5)..verb).rev().find(|&index| self.text.is(index, Class::Coordinator))
    }

    fn back_over_adverbs(&self, mut index: usize) -> usize {
        while index > 0
            && (self.text.is(index - 1, Class::Adverb)
                || self.text.is_one_of(index - 1, &["while", "before", "after", "and", "but", "by"]))
        {
            index -= 1;
        }
        index
    }

    fn before_comma(&self, index: usize) -> usize {
        if index > 0 && self.text.kind(index - 1) == Kind::Comma && !self.text.quotes.holds(index - 1) {
            index - 1
        } else {
            index
        }
    }
}

/// A comma outside quotation marks.
fn parts(text: &Text<'_>, index: usize) -> bool {
    text.kind(index) == Kind::Comma && !text.quotes.holds(index)
}

fn is_pause(text: &Text<'_>, index: usize) -> bool {
    matches!(text.kind(index), Kind::Comma | Kind::Dash)
}

const TIME_UNITS: &[&str] = &[
    "week",
    "month",
    "year",
    "night",
    "day",
    "days",
    "weeks",
    "months",
    "years",
    "morning",
    "afternoon",
    "evening",
    "weekend",
    "spring",
    "summer",
    "autumn",
    "fall",
    "winter",
    "hours",
];

/// Whether a range is a grade, a regime or a programme, quotation marks and stops aside.
pub(crate) fn is_term_of_art(text: &Text<'_>, range: Range<usize>) -> bool {
    let is_word = |index: &usize| matches!(text.kind(*index), Kind::Word | Kind::Number);
    let Some(first) = range.clone().find(is_word) else { return false };
    let Some(last) = range.clone().rev().find(is_word) else { return false };
    last - first <= 6 && text.term_of_art_at(first, range.end).is_some_and(|length| first + length > last)
}
