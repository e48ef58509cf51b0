//! Tokens to recommendations: what the inspectorate asks for or says is wrong, by the rows of the phrase book.
//!
//! A row says how an ask is worded; here it is decided whether the inspectorate says it, to whom, how far it
//! reaches and whether it is one ask or several.

use std::ops::Range;

use onrecord_lexicon::{Slot, Yield};
use onrecord_model::RecommendationKind;

use crate::ask_agent::{Agent, Agents};
use crate::ask_extent::{deadline, purpose, split_actions, split_things, trimmed_end};
use crate::ask_slots::AskSlots;
use crate::block::BlockKind;
use crate::blocks_to_tokens::Sentence;
use crate::cue_words::Cue;
use crate::phrase_book::{PhraseBook, PhraseMatch};
use crate::reading::Reading;
use crate::recommendation_finding::RecommendationFinding;
use crate::token::Kind;
use crate::voice::Voice;
use crate::word_class::Class;

/// Everything the article's inspectorate asks for, in order. `book` holds the rows that [`is_ask`] wants.
pub(crate) fn tokens_to_recommendations(
    reading: Reading<'_>,
    book: &PhraseBook,
    agents: Agents<'_>,
) -> Vec<RecommendationFinding> {
    let mut reader =
        Reader { reading, book, agents, found: Vec::new(), named: None, sentence: 0, addressee: None };
    for (index, sentence) in reading.tokens.sentences.iter().enumerate() {
        reader.sentence = index;
        reader.read(sentence);
    }
    reader.found
}

/// Whether a row of the phrase book yields an ask.
pub(crate) fn is_ask(yields: Yield) -> bool {
    kind(yields).is_some()
}

fn kind(yields: Yield) -> Option<RecommendationKind> {
    match yields {
        Yield::Rating | Yield::RatingPart | Yield::NoRating => None,
        Yield::Recommendation => Some(RecommendationKind::Recommendation),
        Yield::AreaForImprovement => Some(RecommendationKind::AreaForImprovement),
        Yield::Requirement => Some(RecommendationKind::Requirement),
        Yield::Breach => Some(RecommendationKind::Breach),
        Yield::Concern => Some(RecommendationKind::Concern),
    }
}

/// Asks announced by name, whose content follows: "The report makes two recommendations."
#[derive(Debug, Clone, Copy)]
struct Named {
    kind: RecommendationKind,
    block: usize,
    sentence: usize,
    phrase: u16,
    /// A crosshead names what stands below it, up to the next paragraph.
    crosshead: bool,
}

struct Reader<'a> {
    reading: Reading<'a>,
    book: &'a PhraseBook,
    agents: Agents<'a>,
    found: Vec<RecommendationFinding>,
    named: Option<Named>,
    /// Index of the sentence being read.
    sentence: usize,
    /// Who is asked by the match being written down, where that is not the inspected body.
    addressee: Option<Range<usize>>,
}

/// What sort of words carry an ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Frame {
    /// must, should, needs to.
    Modal,
    /// told to, urges X to.
    Verb,
    /// "concerned that": somebody's feeling.
    Felt,
    /// A name of an ask, a notice, a breach.
    Noun,
}

impl Reader<'_> {
    fn read(&mut self, sentence: &Sentence) {
        if self.read_named_list(sentence) {
            self.follow_speaker(&sentence.tokens);
            return;
        }
        let mut best = PhraseMatch::default();
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            let slots = AskSlots {
                reading: self.reading,
                organisations: self.agents.organisations,
                aside: self.agents.voices.at(at) != Voice::Inspectorate,
            };
            let tokens = &self.reading.tokens.list;
            if self.book.longest(tokens, at, sentence.tokens.clone(), &slots, &mut best) {
                at = self.take(sentence, &best).max(at + 1);
            } else {
                at += 1;
            }
        }
        self.follow_speaker(&sentence.tokens);
    }

    /// Remembers who "it" and "they" mean in the next sentence.
    fn follow_speaker(&mut self, sentence: &Range<usize>) {
        let head = sentence.start..sentence.end.min(sentence.start + 9);
        let other = sentence.clone().any(|index| self.agents.voices.at(index) == Voice::Other);
        let speaks = sentence.clone().any(|index| self.agents.voices.at(index) == Voice::Inspectorate);
        if speaks
            || self.agents.means_inspectorate(&head) && self.agents.voices.at(sentence.start) != Voice::Other
        {
            self.agents.last = Voice::Inspectorate;
            self.agents.since = 0;
        } else if other {
            self.agents.last = Voice::Other;
        }
        self.agents.since = self.agents.since.saturating_add(1);
    }

    /// Writes down what a row has read; gives the token to go on from.
    fn take(&mut self, sentence: &Sentence, found: &PhraseMatch) -> usize {
        let Some(kind) = kind(found.yields) else { return found.tokens.end };
        let frame = self.frame(found);
        let Some(implied) = self.permitted(sentence, found, frame) else { return found.words_start + 1 };
        self.addressee = self.somebody_else(sentence, found, frame);
        let kind = self.governed(sentence, kind, frame);
        let ask = Ask { kind, implied, phrase: found.phrase };
        let last = found.tokens.end - 1;
        if self.reading.token(last).kind == Kind::Colon {
            return self.heading(sentence, found, ask);
        }
        if let Some(action) = found.slot(Slot::Action) {
            return self.actions(found, frame, action, ask);
        }
        if let Some(list) = found.slot(Slot::List) {
            for part in split_things(&self.reading, list.clone()) {
                self.push(part, ask);
            }
            return list.end;
        }
        if let Some(clause) = found.slot(Slot::Clause).filter(|_| frame == Frame::Verb) {
            return self.clauses(clause, ask);
        }
        let matter = found.slot(Slot::Matter).or_else(|| found.slot(Slot::Clause));
        match (ask.kind, matter) {
            (RecommendationKind::Breach, _) => self.push(found.words_start..found.tokens.end, ask),
            (RecommendationKind::Requirement, Some(matter)) if self.is_receiver(&matter) => {}
            (RecommendationKind::Requirement, Some(_)) if !self.gives_action(sentence, found) => {
                self.push(found.words_start..found.tokens.end, ask);
            }
            (RecommendationKind::Requirement, _) => {}
            (RecommendationKind::Recommendation, Some(matter)) if self.is_vague_thing(&matter) => {}
            (_, Some(matter)) if matter.start < found.words_start || frame == Frame::Modal => {
                self.push(found.tokens.clone(), ask)
            }
            (_, Some(matter)) => self.push(matter, ask),
            (_, None) => self.name(sentence, ask),
        }
        found.tokens.end
    }

    fn frame(&self, found: &PhraseMatch) -> Frame {
        let first = found.words_start;
        let reading = &self.reading;
        let feels = ["concerned", "concern", "concerns", "worry", "worries", "worried", "fear", "fears"];
        let asks_to = found.slot(Slot::Action).is_some()
            || self.reading.token(found.tokens.end - 1).kind == Kind::Colon;
        let remains =
            first + 1 < reading.tokens.list.len() && reading.is_one_of(first + 1, &["remain", "remains"]);
        let could = reading.is(first, "could") && found.slot(Slot::Matter).is_some();
        if (asks_to || could) && reading.has(first, Class::Modal)
            || asks_to
                && ["need", "needs", "needed", "has", "have", "had"]
                    .iter()
                    .any(|word| reading.is(first, word))
        {
            Frame::Modal
        } else if !remains
            && found.yields == Yield::Concern
            && feels.iter().any(|word| reading.is(first, word))
        {
            Frame::Felt
        } else if reading.is_one_of(first, &["called", "calls", "calling"])
            || (asks_to || found.slot(Slot::Clause).is_some()) && reading.reports(first)
            || asks_to && reading.cue(first, Cue::Demands)
        {
            Frame::Verb
        } else {
            Frame::Noun
        }
    }

    /// Who is asked, where the text names somebody other than the inspected body: "the Prison Service must".
    fn somebody_else(&self, sentence: &Sentence, found: &PhraseMatch, frame: Frame) -> Option<Range<usize>> {
        let asked = match (frame, found.slot(Slot::Body)) {
            (Frame::Modal | Frame::Verb, Some(body)) => body,
            (Frame::Modal, None) => self.agents.subject(found.words_start, &sentence.tokens),
            _ => return None,
        };
        let end = trimmed_end(&self.reading, asked.start, asked.end);
        self.agents.is_somebody_else(&asked).then_some(asked.start..end)
    }

    /// Whether the inspectorate asks this; `Some(true)` where the text names nobody who does.
    fn permitted(&self, sentence: &Sentence, found: &PhraseMatch, frame: Frame) -> Option<bool> {
        let voice = self.agents.voices.at(found.words_start);
        match frame {
            Frame::Modal => self.modal_permitted(sentence, found, voice),
            Frame::Verb => self.verb_permitted(sentence, found, voice),
            Frame::Felt => self.feels(sentence, found).then_some(false),
            Frame::Noun if voice == Voice::Other => None,
            Frame::Noun => {
                Some(voice == Voice::Narrator && !self.agents.means_inspectorate(&sentence.tokens))
            }
        }
    }

    /// Whether the inspectorate has the concern: "inspectors were concerned", "I have real concerns", "what
    /// worries us".
    fn feels(&self, sentence: &Sentence, found: &PhraseMatch) -> bool {
        let near = found.words_start.saturating_sub(8).max(sentence.tokens.start)
            ..found.tokens.end.min(found.words_start + 2);
        let voice = self.agents.voices.at(found.words_start);
        let own = |index: usize| self.reading.is_one_of(index, &["we", "i", "us", "our", "me", "my"]);
        let they =
            |index: usize| self.reading.is_one_of(index, &["they", "it", "them"]) && voice == Voice::Narrator;
        voice != Voice::Other && self.agents.means_inspectorate(&near)
            || voice == Voice::Inspectorate && near.clone().any(own)
            || self.agents.last == Voice::Inspectorate && near.clone().any(they)
            || self.agents.since <= 3
                && near.clone().any(|index| self.reading.is(index, "they"))
                && voice == Voice::Narrator
    }

    fn modal_permitted(&self, sentence: &Sentence, found: &PhraseMatch, voice: Voice) -> Option<bool> {
        let subject = match found.slot(Slot::Body).filter(|body| body.end <= found.words_start) {
            Some(subject) => subject,
            None => self.agents.subject(found.words_start, &sentence.tokens),
        };
        let pronoun = ["he", "she"]
            .iter()
            .any(|word| subject.clone().last().is_some_and(|last| self.reading.is(last, word)));
        if self.is_relative_clause(found, &subject) || self.is_own_plan(found.words_start, sentence) {
            return None;
        }
        let weak = self.reading.is_one_of(found.words_start, &["has", "have", "had"]);
        if self.continues(found.words_start, sentence) {
            return Some(self.found.last().is_some_and(|last| last.implied));
        }
        let open = subject.is_empty() && found.slot(Slot::Action).is_none();
        let anybody = self.block_asks(sentence) || !pronoun;
        match voice {
            _ if self.agents.is_nobody_or_empty(&subject) && !open => None,
            Voice::Inspectorate if weak && !self.agents.is_addressee(&subject) => None,
            Voice::Inspectorate => Some(false),
            Voice::Narrator if weak && !self.block_asks(sentence) => None,
            Voice::Narrator if open || anybody && self.agents.is_addressee(&subject) => {
                Some(!self.agents.means_inspectorate(&sentence.tokens))
            }
            Voice::Narrator | Voice::Other => None,
        }
    }

    /// "and should publish": the subject is the one of the ask right before.
    fn continues(&self, modal: usize, sentence: &Sentence) -> bool {
        let before = modal - usize::from(modal > sentence.tokens.start);
        let joined = self.reading.is(before, "and")
            || self.reading.is(before, "also")
            || self.reading.is(before, "will");
        joined
            && self.found.last().is_some_and(|last| {
                last.tokens.start >= sentence.tokens.start && last.tokens.end + 3 >= before
            })
    }

    /// "failings which a landlord must put right", "nothing that the school needed to do".
    fn is_relative_clause(&self, found: &PhraseMatch, subject: &Range<usize>) -> bool {
        let start = if subject.is_empty() { found.words_start } else { subject.start };
        let Some(before) = start.checked_sub(1) else { return false };
        let that = self.reading.is(before, "that")
            && before > 0
            && self.reading.is_one_of(
                before - 1,
                &["nothing", "something", "anything", "things", "thing", "everything", "work"],
            );
        that || self
            .reading
            .is_one_of(before, &["which", "what", "where", "whom", "if", "whether", "as", "than"])
    }

    /// "I have had to publish", "we must be clear".
    fn is_own_plan(&self, modal: usize, sentence: &Sentence) -> bool {
        let near = modal.saturating_sub(3).max(sentence.tokens.start)..modal;
        near.into_iter().any(|index| self.reading.is_one_of(index, &["i", "we", "you"]))
    }

    /// Whether the paragraph has asked something, or names asks, already.
    fn block_asks(&self, sentence: &Sentence) -> bool {
        let start = self.reading.tokens.blocks[sentence.block].start;
        self.found.last().is_some_and(|last| last.tokens.start >= start)
            || self.named.is_some_and(|named| named.block == sentence.block)
    }

    fn verb_permitted(&self, sentence: &Sentence, found: &PhraseMatch, voice: Voice) -> Option<bool> {
        let verb = found.words_start;
        if found.slot(Slot::Body).is_some_and(|body| self.reading.is(body.end - 1, "improvement")) {
            return None;
        }
        let active = found.slots.iter().any(|filled| filled.slot == Slot::Body && filled.tokens.start > verb)
            || found.slot(Slot::Clause).is_some()
            || found.slot(Slot::Matter).is_some();
        let agent = self.agents.of(verb, &sentence.tokens);
        if active && self.notice_tells(sentence, verb) {
            return (voice != Voice::Other).then_some(false);
        }
        if active {
            return match agent {
                Agent::Inspectorate => Some(false),
                Agent::Enforcer if found.yields == Yield::Requirement => Some(false),
                Agent::Nobody if found.slot(Slot::Clause).is_none() => {
                    self.agents.means_inspectorate(&sentence.tokens).then_some(false)
                }
                Agent::Enforcer | Agent::Other | Agent::Nobody => None,
            };
        }
        let relative = self.reading.is_one_of(verb.saturating_sub(2), &["which", "who", "that"])
            && self.reading.has(verb - 1, Class::Be);
        let later =
            self.reading.is(verb.saturating_sub(1), "be") && self.reading.is(verb.saturating_sub(2), "will");
        if later || relative || self.reading.is(verb, "expected") && self.reading.is(verb + 2, "be") {
            return None;
        }
        let headline = self.reading.block_kind(sentence) == BlockKind::Headline;
        let subject = self.agents.subject(verb, &sentence.tokens);
        let fits = headline || self.agents.is_addressee(&subject);
        let by = self.asked_by(found);
        match (voice, by) {
            (_, Some(Agent::Inspectorate)) => Some(false),
            (_, Some(_)) | (Voice::Other, None) => None,
            (_, None) => fits.then_some(voice == Voice::Narrator),
        }
    }

    /// Who stands behind "by" right after the verb: "told by Estyn that".
    fn asked_by(&self, found: &PhraseMatch) -> Option<Agent> {
        let by = found.slot(Slot::Inspectorate)?;
        Some(self.agents.class(&by))
    }

    /// "a warning notice telling the provider to": the notice asks.
    fn notice_tells(&self, sentence: &Sentence, verb: usize) -> bool {
        let near = verb.saturating_sub(3).max(sentence.tokens.start)..verb;
        near.into_iter().any(|index| self.reading.cue(index, Cue::Notice))
    }

    /// "a notice for | the service at X": who gets it is not what it is about.
    fn is_receiver(&self, matter: &Range<usize>) -> bool {
        let head = matter.start..matter.end.min(matter.start + 3);
        self.reading.is(matter.start - 1, "for") && self.agents.is_addressee(&head)
    }

    /// Whether the sentence of a notice goes on to say what it asks.
    fn gives_action(&self, sentence: &Sentence, found: &PhraseMatch) -> bool {
        let rest = found.words_start..sentence.tokens.end;
        rest.into_iter().any(|index| {
            ["telling", "requiring", "ordering", "instructing"]
                .iter()
                .any(|word| self.reading.is(index, word))
        })
    }

    /// The kind that the text names for the asks of this paragraph, whatever their modal.
    fn governed(&self, sentence: &Sentence, kind: RecommendationKind, frame: Frame) -> RecommendationKind {
        match self.named {
            Some(named)
                if matches!(frame, Frame::Modal | Frame::Verb)
                    && (named.block == sentence.block
                        || named.crosshead && named.block + 1 == sentence.block)
                    && !matches!(named.kind, RecommendationKind::Breach | RecommendationKind::Concern) =>
            {
                named.kind
            }
            _ => kind,
        }
    }

    /// Each action of a match; the first with its subject where the ask is a clause.
    fn actions(&mut self, found: &PhraseMatch, frame: Frame, action: Range<usize>, ask: Ask) -> usize {
        let parts = split_actions(&self.reading, action.clone());
        for (index, part) in parts.into_iter().enumerate() {
            if self.is_vague(&part) || self.is_praise(&part) {
                continue;
            }
            let start = if frame == Frame::Modal && index == 0 { found.tokens.start } else { part.start };
            self.push_with(start..part.end, ask, found.slot(Slot::Deadline));
        }
        action.end
    }

    /// A clause and its parallel verbs: "leaders meet weekly and | review every plan".
    fn clauses(&mut self, clause: Range<usize>, ask: Ask) -> usize {
        let verb = (clause.start + 1..clause.end.min(clause.start + 9)).find(|&index| {
            let verb = self.reading.cue(index, Cue::Act)
                || self.reading.cue(index, Cue::ActOrNoun)
                || self.reading.has(index, Class::Modal)
                || self.reading.is_one_of(index, &["be", "are", "is"]);
            verb && !self.reading.has(index - 1, Class::Determiner)
                && self.agents.is_addressee(&(clause.start..index))
        });
        let that = self.reading.is(clause.start - 1, "that");
        if verb.is_none() && !that {
            return clause.start;
        }
        for part in split_actions(&self.reading, clause.clone()) {
            self.push(part, ask);
        }
        clause.end
    }

    /// "improve", "make rapid changes": nothing is asked in particular.
    fn is_vague(&self, action: &Range<usize>) -> bool {
        let vague = |index: usize| {
            let token = self.reading.token(index);
            self.reading.cue(index, Cue::VagueObject)
                || token.is_quotation_mark()
                || token.kind == Kind::Number
                || self.reading.is(index, "areas")
        };
        if action.len() == 1 && self.reading.is_one_of(action.start, &["be", "do", "have"]) {
            return true;
        }
        let mut next = action.start + 1;
        while next < action.end && vague(next) {
            next += 1;
        }
        if next + 2 < action.end && self.reading.is(next, "in") && self.reading.is(next + 2, "areas") {
            next += 3;
        }
        let aim = next + 1 < action.end
            && self.reading.is(next, "to")
            && !self.reading.is(action.start, "do")
            && !self.reading.has(next + 1, Class::Determiner)
            && !self.reading.has(next + 1, Class::Question);
        self.reading.cue(action.start, Cue::Vague) && (next >= action.end || aim)
    }

    /// "significant improvements at a nursery": a thing that says nothing in particular.
    fn is_vague_thing(&self, matter: &Range<usize>) -> bool {
        let stop =
            matter.clone().find(|&index| self.reading.has(index, Class::Preposition)).unwrap_or(matter.end);
        (matter.start..stop)
            .all(|index| self.reading.cue(index, Cue::VagueObject) || self.reading.is(index, "and"))
    }

    /// "should be really pleased": praise, not an ask.
    fn is_praise(&self, action: &Range<usize>) -> bool {
        self.reading.is(action.start, "be")
            && (action.start + 1..action.end.min(action.start + 4))
                .any(|index| self.reading.cue(index, Cue::Praised))
    }

    /// Remembers asks that are named and not told yet.
    fn name(&mut self, sentence: &Sentence, ask: Ask) {
        let crosshead = self.reading.block_kind(sentence) == BlockKind::Crosshead;
        self.named = Some(Named {
            kind: ask.kind,
            block: sentence.block,
            sentence: self.sentence,
            phrase: ask.phrase,
            crosshead,
        });
    }

    /// The items below a heading; or, after a colon inside a sentence, what stands behind it.
    fn heading(&mut self, sentence: &Sentence, found: &PhraseMatch, ask: Ask) -> usize {
        let end = found.tokens.end;
        if end < sentence.tokens.end {
            if (end..sentence.tokens.end).any(|index| self.reading.has(index, Class::Modal)) {
                self.name(sentence, ask);
                return end;
            }
            let stop = trimmed_end(&self.reading, end, sentence.tokens.end);
            let clause = ask.kind == RecommendationKind::Concern
                && (end..stop)
                    .any(|index| self.reading.has(index, Class::Be) || self.reading.has(index, Class::Have));
            let parts = if clause { vec![end..stop] } else { split_things(&self.reading, end..stop) };
            for part in parts {
                self.push(part, ask);
            }
            return sentence.tokens.end;
        }
        let due = found.slot(Slot::Deadline).or_else(|| deadline(&self.reading, sentence.tokens.clone()));
        let blocks = self.reading.blocks;
        let items = (sentence.block + 1..blocks.len()).take_while(|&block| {
            matches!(
                blocks[block].kind,
                BlockKind::Item | BlockKind::Row | BlockKind::Furniture | BlockKind::Caption
            )
        });
        let mut lower = None;
        for block in items {
            let tokens = self.reading.tokens.blocks[block].clone();
            if !tokens.is_empty() {
                let small = !self.reading.token(tokens.start).is_capital();
                if *lower.get_or_insert(small) != small || self.is_paragraph(block) {
                    break;
                }
                let end = trimmed_end(&self.reading, tokens.start, tokens.end);
                self.push_with(tokens.start..end, ask, due.clone());
            }
        }
        end
    }

    /// Running text behind a list: more than one sentence.
    fn is_paragraph(&self, block: usize) -> bool {
        let sentences = self.reading.tokens.sentences.iter().filter(|sentence| sentence.block == block);
        self.reading.tokens.blocks[block].len() > 25 && sentences.count() > 1
    }

    /// "They are that …, that … and that …"; five clauses after "five priority concerns."
    fn read_named_list(&mut self, sentence: &Sentence) -> bool {
        let Some(named) =
            self.named.filter(|named| named.block == sentence.block && named.sentence + 1 == self.sentence)
        else {
            return false;
        };
        if self.agents.voices.at(sentence.tokens.start) == Voice::Other {
            return false;
        }
        let tokens = sentence.tokens.clone();
        let end = trimmed_end(&self.reading, tokens.start, tokens.end);
        let says = tokens.len() > 2
            && (self.reading.is(tokens.start, "they") || self.reading.is(tokens.start, "these"))
            && (self.reading.is(tokens.start + 1, "are") || self.reading.is(tokens.start + 1, "include"));
        let ask = Ask { kind: named.kind, implied: false, phrase: named.phrase };
        if says && self.reading.token(tokens.end - 1).kind == Kind::Colon {
            let heading =
                PhraseMatch { tokens: tokens.clone(), words_start: tokens.start, ..PhraseMatch::default() };
            self.heading(sentence, &heading, ask);
            return true;
        }
        let among = tokens.len() > 4
            && (self.reading.is(tokens.start, "among")
                && self.reading.is_one_of(tokens.start + 2, &["are", "were", "was", "is"])
                || self.reading.is_one_of(tokens.start, &["they", "these"])
                    && self.reading.is_one_of(tokens.start + 1, &["included", "were"]));
        let start = match (says, among) {
            (true, _) => tokens.start + 2,
            (false, true) => tokens.start + if self.reading.is(tokens.start, "among") { 3 } else { 2 },
            (false, false) => tokens.start,
        };
        let parts = split_things(&self.reading, start..end);
        let states = |part: &Range<usize>| {
            part.clone().any(|index| {
                self.reading.has(index, Class::Be)
                    || self.reading.has(index, Class::Have)
                    || self.reading.word(index).ends_with("ed")
                    || self.reading.is(index, "stood")
            })
        };
        let clauses = parts.len() >= 3 && parts.iter().filter(|part| states(part)).count() + 1 >= parts.len();
        let concern = named.kind == RecommendationKind::Concern;
        if says || among || concern && clauses {
            for part in parts {
                self.push(part, ask);
            }
            self.named = None;
            return true;
        }
        false
    }

    fn push(&mut self, tokens: Range<usize>, ask: Ask) {
        self.push_with(tokens, ask, None);
    }

    fn push_with(&mut self, tokens: Range<usize>, ask: Ask, due: Option<Range<usize>>) {
        let end = trimmed_end(&self.reading, tokens.start, tokens.end);
        let start = self.reading.skip_marks(tokens.start, end);
        if start >= end || self.found.last().is_some_and(|last| last.tokens.start == start) {
            return;
        }
        let tokens = start..end;
        self.found.push(RecommendationFinding {
            kind: ask.kind,
            purpose: purpose(&self.reading, &tokens),
            deadline: due.or_else(|| deadline(&self.reading, tokens.clone())),
            addressee: self.addressee.clone(),
            tokens,
            implied: ask.implied,
            phrase: ask.phrase,
        });
    }
}

/// What the parts of one match share.
#[derive(Debug, Clone, Copy)]
struct Ask {
    kind: RecommendationKind,
    implied: bool,
    phrase: u16,
}

#[cfg(test)]
mod tests {
    use onrecord_lexicon::Lexicon;
    use onrecord_model::Article;

    use super::*;
    use crate::Parser;

    /// One line for each ask: kind, row, words, and what the text says of purpose and deadline.
    fn check(text: &str) -> String {
        let parser = Parser::new(Lexicon::standard());
        let line = |stages: &crate::Stages<'_>, found: &RecommendationFinding| {
            let words = |tokens: &Range<usize>| stages.text.words(tokens.clone());
            let row = &Lexicon::standard().phrases()[usize::from(found.phrase)].id;
            let mut line = format!("{} {row}: {}", found.kind.name(), words(&found.tokens));
            for (name, part) in [("purpose", &found.purpose), ("deadline", &found.deadline)] {
                if let Some(part) = part {
                    line += &format!(" | {name}: {}", words(part));
                }
            }
            line + "\n"
        };
        parser.read(Article::default(), text.as_bytes(), |stages| {
            stages.findings.recommendations.iter().map(|found| line(&stages, found)).collect()
        })
    }

    #[test]
    fn every_row_reads_and_skips_its_examples() {
        let mut wrong = Vec::new();
        for row in Lexicon::standard().phrases().iter().filter(|row| is_ask(row.yields)) {
            let by_row = format!(" {}: ", row.id);
            let asks = |text: &String| {
                check(&format!("{text}\n\nThe Care Quality Commission inspected Brook House."))
            };
            let missed = row.reads.iter().filter(|text| !asks(text).contains(&by_row));
            wrong.extend(missed.map(|text| (&row.id, "reads", text, asks(text))));
            let extra = row.skips.iter().filter(|text| asks(text).contains(&by_row));
            wrong.extend(extra.map(|text| (&row.id, "skips", text, asks(text))));
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}
