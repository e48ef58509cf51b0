//! Where a reported clause ends: with its sentence, or where another cue or the author takes over.

use onrecord_lexicon::Frame;

use crate::content::{Content, parts};
use crate::cue::{Cue, CueSpeaker, Order};
use crate::finite_verb::is_past;
use crate::noun_phrase::{self, Head};
use crate::subject::is_said;
use crate::time_phrase::time_phrase_end;
use crate::token::Kind;
use crate::word_class::Class;
use crate::word_list::{WordList, words};

/// Words that set what somebody else says against a clause.
static CONTRASTING: WordList = WordList::new(&["while", "although", "though", "whereas"]);

impl Content<'_, '_> {
    /// Where a clause that starts at `start` ends: at the sentence's end, or where the next cue takes over.
    pub(crate) fn clause_end(&self, start: usize) -> usize {
        let cut = self.cut_end(start);
        self.end_of_subclause(start, cut).min(cut)
    }

    /// Where the next cue or the author takes over, else the sentence's end.
    pub(crate) fn cut_end(&self, start: usize) -> usize {
        let end = self.before_main_clause().unwrap_or(self.cue.sentence.end).max(start);
        let mut following = self.following.iter().take_while(|next| next.sentence == self.cue.sentence);
        let cut =
            following.find_map(|next| (next.tokens.start > start).then(|| self.cut_before(next, start))?);
        match cut {
            Some(cut) => cut.min(end),
            None => self.before_but(start, end),
        }
    }

    /// "Describing it as cold*,* she left": the comma before the subject that a leading participle waits for.
    fn before_main_clause(&self) -> Option<usize> {
        match &self.cue.speaker {
            CueSpeaker::Phrase(phrase) if self.cue.order == Order::Leading => {
                let subject = phrase.whole.start;
                let parted =
                    self.text.kind(subject - 1) == Kind::Comma && !self.text.quotes.holds(subject - 1);
                Some(subject - usize::from(parted))
            }
            _ => None,
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
    fn begins_bare_clause(&self, index: usize, end: usize) -> bool {
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

    /// Where the next cue cuts this clause off, if it does: "…, but he admitted", "… and said", "…, adding".
    pub(crate) fn cut_before(&self, next: &Cue, start: usize) -> Option<usize> {
        let text = self.text;
        let mut lead = next.frame().start;
        if let Some(quote) = self.quotation_of(next, start) {
            return Some(quote);
        }
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
            Order::Participle if self.is_coordinated_doing(next) => None,
            Order::Participle => Some(self.before_comma(self.back_over_adverbs(lead))),
            // The comma may stand inside quotation marks: “… like me,” | according to a poll.
            Order::AccordingTo => match text.quotes.at(lead - 1) {
                Some(quote) => {
                    (text.kind(lead - 2) == Kind::Comma && quote.tokens.end == lead).then_some(lead)
                }
                None => (text.kind(lead - 1) == Kind::Comma).then_some(lead - 1),
            },
            Order::SpeakerFirst => self.cut_before_subject(next, lead, start),
            Order::VerbFirst | Order::Passive | Order::Colon | Order::Owner | Order::Leading => None,
        }
    }

    /// "drafting a plan and *holding* a vote would take time": what the clause is about, and no report.
    fn is_coordinated_doing(&self, next: &Cue) -> bool {
        let (text, verb) = (self.text, &next.tokens);
        let behind = verb.end < self.cue.sentence.end;
        let clause = behind && (text.is_word(verb.end, "that") || self.is_question(verb.end));
        !text.ends_with(self.cue.tokens.start, "ing")
            && text.is_word(verb.start - 1, "and")
            && !parts(text, verb.start - 2)
            && !clause
            && !text.frame(next.verb, Frame::Clause)
    }

    /// "…*, but* he admitted", "…*;* she said": before the next cue's subject and what joins it to the clause.
    fn cut_before_subject(&self, next: &Cue, lead: usize, start: usize) -> Option<usize> {
        let text = self.text;
        let lead = self.start_of_pair(lead, start);
        let conjunction = text.is(lead - 1, Class::Coordinator) || text.is_any(lead - 1, &CONTRASTING);
        let comma = conjunction && lead >= 2 && text.kind(lead - 2) == Kind::Comma;
        let but = text.is_word(lead - 1, "but");
        let own =
            matches!(next.speaker, CueSpeaker::Phrase(_)) && text.is_one_of(lead - 1, &["while", "whereas"]);
        if own && lead > start + 2 {
            return Some(self.before_comma(lead - 1));
        }
        let named = text.is_word(lead - 1, "and")
            && matches!(&next.speaker, CueSpeaker::Phrase(phrase) if matches!(phrase.head, Head::Person { .. }))
            && is_said(text, next.tokens.start)
            && is_said(text, self.cue.tokens.start)
            && lead > start + 3;
        if named {
            return Some(self.before_comma(lead - 1));
        }
        let others = ["others", "another", "some", "he", "she", "they"];
        let another = !self.takes_clause() || text.is_one_of(lead, &others);
        if comma || but || conjunction && another {
            return Some(self.before_comma(lead - 1));
        }
        self.conjunction_before_when(lead, start)
            .or_else(|| self.comma_before_when(lead, start))
            .or_else(|| self.comma_before_quoting(next, lead))
            .or_else(|| (text.kind(lead - 1) == Kind::Semicolon).then_some(lead - 1))
    }

    /// ", while *Mr Vane and Ms Teale* suggested", ", but *only* two said": where the whole subject begins.
    fn start_of_pair(&self, lead: usize, floor: usize) -> usize {
        static LIMITS: WordList = WordList::new(&[
            "only", "just", "even", "more", "fewer", "less", "than", "about", "nearly", "almost", "roughly",
        ]);
        let text = self.text;
        let mut first = match text.is_word(lead - 1, "and") && lead > floor + 2 {
            true => noun_phrase::ending_at(text, lead - 1, floor).map_or(lead, |phrase| phrase.whole.start),
            false => lead,
        };
        while first > floor + 1 && text.is_any(first - 1, &LIMITS) {
            first -= 1;
        }
        let led = first > floor + 1
            && parts(text, first - 2)
            && (text.is(first - 1, Class::Coordinator) || text.is_any(first - 1, &CONTRASTING));
        if led { first } else { lead }
    }

    /// "… for long: | “It won't make it,” Mr Vane predicted": where the quotation of a cue of its own begins.
    fn quotation_of(&self, next: &Cue, start: usize) -> Option<usize> {
        let text = self.text;
        let lead = next.frame().start;
        let own = matches!(next.order, Order::SpeakerFirst | Order::VerbFirst)
            && matches!(next.speaker, CueSpeaker::Phrase(_));
        let quote = [lead.checked_sub(1), lead.checked_sub(2)]
            .into_iter()
            .flatten()
            .find_map(|at| text.quotes.at(at))?;
        let first = quote.tokens.start;
        let apart =
            first > start + 1 && matches!(text.kind(first - 1), Kind::Dash | Kind::Colon | Kind::Semicolon);
        (own && apart).then(|| first - 1)
    }

    /// "As she said it was late*,* a man yelled “No!”": the comma before a cue with a quotation of its own.
    fn comma_before_quoting(&self, next: &Cue, lead: usize) -> Option<usize> {
        let text = self.text;
        let end = self.cue.sentence.end;
        let behind = next.tokens.end;
        let quote = behind + usize::from(behind < end && text.kind(behind) == Kind::Colon);
        let own = quote < end && text.quotes.at(quote).is_some_and(|found| found.tokens.start == quote);
        (own && text.means_speech(next.verb) && parts(text, lead - 1)).then(|| lead - 1)
    }

    /// "…*, and* when asked about it, | she said": the comma before a conjunction that an aside parts from a new
    /// cue.
    fn conjunction_before_when(&self, lead: usize, start: usize) -> Option<usize> {
        let text = self.text;
        if !parts(text, lead - 1) {
            return None;
        }
        let floor = start.max(lead.saturating_sub(16));
        let leads = |&comma: &usize| {
            let aside = comma + 2;
            parts(text, comma)
                && text.is(comma + 1, Class::Coordinator)
                && text.classes(aside).has_any(&[Class::Subordinator, Class::Preposition, Class::When])
        };
        (floor..lead.saturating_sub(2)).rev().find(leads)
    }

    /// "…, at a meeting this week | she said": the comma before a phrase of time or place that leads a new cue.
    pub(crate) fn comma_before_when(&self, lead: usize, start: usize) -> Option<usize> {
        let text = self.text;
        let comma = (start.max(lead.saturating_sub(9))..lead).rev().find(|&index| parts(text, index))?;
        let phrase = comma + 1..lead;
        let led =
            !phrase.is_empty() && text.classes(phrase.start).has_any(&[Class::Preposition, Class::When]);
        (led && self.is_time_phrase(phrase.start, phrase.end)).then_some(comma)
    }

    /// Whether a coordinated verb surely reports speech again.
    pub(crate) fn says(&self, next: &Cue, and: usize) -> bool {
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

    /// The comma where the author speaks again: before "but has since closed" and "as have others".
    pub(crate) fn before_but(&self, start: usize, end: usize) -> usize {
        let text = self.text;
        let relative = matches!(&self.cue.speaker, CueSpeaker::Phrase(phrase) if phrase.relative);
        let again = |comma: &usize| {
            let at = *comma + 2;
            if at >= end || relative || !parts(text, *comma) || !text.is_any(at - 1, words!["but", "as"]) {
                return false;
            }
            let finite = |at: usize| {
                at < end && text.classes(at).has_any(&[Class::Modal, Class::Be, Class::Have, Class::Do])
            };
            // "but she has since left": the author goes on with the same person.
            let same =
                at < end && text.is_any(at, words!["he", "she", "they"]) && text.is_word(at - 1, "but");
            finite(at) || same && (finite(at + 1) || at + 1 < end && text.ends_with(at + 1, "ed"))
        };
        (start..end).find(again).unwrap_or(end)
    }

    pub(crate) fn back_to_coordinator(&self, verb: usize) -> Option<usize> {
        (verb.saturating_sub(5)..verb).rev().find(|&index| self.text.is(index, Class::Coordinator))
    }

    pub(crate) fn back_over_adverbs(&self, mut index: usize) -> usize {
        while index > 0
            && (self.text.is(index - 1, Class::Adverb)
                || self.text.is_any(index - 1, words!["while", "before", "after", "and", "but", "by"]))
        {
            index -= 1;
        }
        index
    }

    pub(crate) fn before_comma(&self, index: usize) -> usize {
        if index > 0 && self.text.kind(index - 1) == Kind::Comma && !self.text.quotes.holds(index - 1) {
            index - 1
        } else {
            index
        }
    }
}
