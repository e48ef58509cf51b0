//! Tokens to recommendations: what the inspectorate asks for or says is wrong, by the rows of the phrase book.
//!
//! A row says how an ask is worded; here it is decided whether the inspectorate says it, to whom, how far it
//! reaches and whether it is one ask or several.

use std::ops::Range;

use onrecord_lexicon::{Carrier, Slot, Yield};
use onrecord_model::RecommendationKind;

use crate::ask_agent::Agents;
use crate::ask_detail::{deadline, purpose};
use crate::ask_extent::trimmed_end;
use crate::ask_named::Named;
use crate::ask_parts::{split_actions, split_things};
use crate::ask_slots::AskSlots;
use crate::blocks_to_tokens::Sentence;
use crate::cue_words::Cue;
use crate::phrase_book::{PhraseBook, PhraseMatch};
use crate::phrase_needs::Held;
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
    let mut reader = Reader {
        reading,
        book,
        held: book.held(),
        agents,
        found: Vec::new(),
        named: None,
        sentence: 0,
        listed_to: 0,
        addressee: None,
    };
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

/// The asks read so far, and what is needed to read the next.
pub(crate) struct Reader<'a> {
    pub(crate) reading: Reading<'a>,
    book: &'a PhraseBook,
    held: Held,
    pub(crate) agents: Agents<'a>,
    pub(crate) found: Vec<RecommendationFinding>,
    pub(crate) named: Option<Named>,
    /// Index of the sentence being read.
    pub(crate) sentence: usize,
    /// The first block behind the last list that was read item by item.
    pub(crate) listed_to: usize,
    /// Who is asked by the match being written down, where that is not the inspected body.
    addressee: Option<Range<usize>>,
}

impl Reader<'_> {
    fn read(&mut self, sentence: &Sentence) {
        if sentence.block < self.listed_to {
            return;
        }
        if self.read_named_list(sentence) {
            self.follow_speaker(&sentence.tokens);
            return;
        }
        let mut best = PhraseMatch::default();
        let mut at = sentence.tokens.start;
        let tokens = &self.reading.tokens.list;
        let mut slots =
            AskSlots { reading: self.reading, organisations: self.agents.organisations, aside: false };
        self.book.note(tokens, sentence.tokens.clone(), &slots, &mut self.held);
        while at < sentence.tokens.end {
            slots.aside = self.agents.voices.at(at) != Voice::Inspectorate;
            if self.book.longest(tokens, at, &self.held, &slots, &mut best) {
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
        } else if other || self.is_outsiders(&head) {
            self.agents.last = Voice::Other;
        }
        self.agents.since = self.agents.since.saturating_add(1);
    }

    /// "The patients' group was less forgiving.": a sentence about people outside.
    fn is_outsiders(&self, head: &Range<usize>) -> bool {
        let stop = head.clone().find(|&index| self.reading.has(index, Class::Be)).unwrap_or(head.start);
        (head.start..stop).any(|index| self.reading.cue(index, Cue::Outsider))
    }

    /// Writes down what a row has read; gives the token to go on from.
    fn take(&mut self, sentence: &Sentence, found: &PhraseMatch) -> usize {
        let Some(kind) = kind(found.yields) else { return found.tokens.end };
        let carrier = self.row(found).carrier;
        let Some(implied) = self.permitted(sentence, found, carrier) else { return found.words_start + 1 };
        self.addressee = self.somebody_else(sentence, found, carrier);
        let kind = self.governed(sentence, kind, carrier);
        let ask = Ask { kind, implied, phrase: found.phrase };
        let last = found.tokens.end - 1;
        if self.reading.token(last).kind == Kind::Colon {
            return self.heading(sentence, found, ask);
        }
        if let Some(action) = found.slot(Slot::Action) {
            return self.actions(found, carrier, action, ask);
        }
        if let Some(list) = found.slot(Slot::List) {
            if self.is_set_out(list.start) || self.begins_no_thing(list.start) {
                self.name(sentence, ask, found.words_start);
                return list.start + 1;
            }
            // "in staff supervision and | in | the upkeep of plans"
            let lead = list.start - 1..list.start;
            for part in split_things(&self.reading, list.clone()) {
                let again = self.reading.same_words(part.start..part.start + 1, lead.clone());
                self.push(part.start + usize::from(again)..part.end, ask);
            }
            return list.end;
        }
        if carrier == Carrier::Feeling
            && let Some(felt) = found.slot(Slot::Matter).or_else(|| found.slot(Slot::Clause))
            && felt.start >= found.words_start
        {
            return self.feelings(felt, ask);
        }
        let worded = matches!(carrier, Carrier::Verb | Carrier::Advice | Carrier::Threat);
        if let Some(clause) = found.slot(Slot::Clause).filter(|_| worded) {
            return self.clauses(clause, ask);
        }
        let matter = found.slot(Slot::Matter).or_else(|| found.slot(Slot::Clause));
        match (ask.kind, matter) {
            (RecommendationKind::Breach, _) => {
                let end = self.notice_end(found.words_start..found.tokens.end);
                self.push(self.with_article(found.tokens.start)..end, ask);
            }
            // "the log of visits | needs | a named doctor"
            (RecommendationKind::AreaForImprovement, Some(matter))
                if carrier == Carrier::Advice && matter.start < found.words_start =>
            {
                self.push(self.named_thing(found, matter), ask);
            }
            (_, Some(matter)) if matches!(carrier, Carrier::Advice | Carrier::Threat | Carrier::Headline) => {
                self.push(matter, ask)
            },
            (RecommendationKind::Requirement, Some(matter)) if carrier == Carrier::Verb => {
                self.wishes(matter, ask)
            }
            (RecommendationKind::Requirement, Some(matter)) if self.is_receiver(&matter) => {}
            (RecommendationKind::Requirement, Some(_)) if !self.gives_action(sentence, found) => {
                let end = self.notice_end(found.words_start..found.tokens.end);
                self.push(self.with_article(found.words_start)..end, ask);
            }
            (RecommendationKind::Requirement, Some(_)) => {}
            (RecommendationKind::Recommendation, Some(matter)) if self.is_vague_thing(&matter) => {}
            (_, Some(matter)) if matter.start < found.words_start || carrier == Carrier::Modal => {
                self.push(found.tokens.clone(), ask)
            }
            (_, Some(matter)) if carrier == Carrier::Verb => self.wishes(matter, ask),
            (_, Some(matter)) => self.push(matter, ask),
            (_, None) => self.name(sentence, ask, found.words_start),
        }
        found.tokens.end
    }

    /// The thing that is named before the words ("X | needs tightening"), with what it lacks where the words go on
    /// to say so ("X needs a named doctor").
    fn named_thing(&self, found: &PhraseMatch, matter: Range<usize>) -> Range<usize> {
        let lacks = found.slots.iter().any(|filled| filled.slot == Slot::Matter && filled.tokens.start > matter.end);
        if lacks { matter.start..found.tokens.end } else { matter }
    }

    /// "are | set out in the report", "are | listed below": what is named is told elsewhere.
    fn is_set_out(&self, at: usize) -> bool {
        if !self.reading.is_word(at) {
            return false;
        }
        let word = self.reading.word(at);
        if self.reading.has(at, Class::Adverb) && !self.reading.has(at, Class::Number) {
            return self.is_set_out(at + 1);
        }
        let participle =
            word.ends_with("ed") || self.reading.is_one_of(at, &["set", "made", "given", "laid"]);
        let ends = !self.reading.is_word(at + 1);
        participle && (ends || self.reading.is_one_of(at + 1, &["forward", "over"]) ||  (self.reading.has(at + 1, Class::Preposition) || self.reading.is(at + 1, "out")))
    }

    /// "two areas for improvement, | the report says", "as an area for improvement | by inspectors": no thing
    /// begins here.
    fn begins_no_thing(&self, at: usize) -> bool {
        const ELSE: &[&str] = &[
            "by", "since", "after", "before", "from", "to", "until", "as", "when", "where", "but", "who", "which",
        ];
        let told = (at..at + 3).any(|index| self.reading.cue(index, Cue::Inspectors));
        let apposed = self.reading.token(at - 1).kind == Kind::Comma;
        let opens = self.reading.has(at, Class::Determiner)
            || self.reading.has(at, Class::Question)
            || self.reading.word(at).ends_with("ing");
        self.reading.is_one_of(at, ELSE) || apposed && (told || !opens)
    }

    /// "over medicines | in January by the watchdog": when and by whom a notice was served is not its matter.
    fn notice_end(&self, words: Range<usize>) -> usize {
        let leaves = |index: usize| {
            let dated = self.reading.has(index, Class::Preposition)
                && (self.reading.has(index + 1, Class::Month) || self.reading.has(index + 1, Class::Weekday));
            let by = index + 1..words.end.min(index + 8);
            dated
                || self.reading.is(index, "when")
                || self.reading.is(index, "having") && self.reading.is_kind(index - 1, Kind::Comma)
                || self.reading.is_one_of(index, &["issued", "served", "imposed"])
                    && self.reading.is_kind(index - 1, Kind::Comma)
                || self.is_done_with(index)
                || self.reading.is(index, "by") && self.agents.means_inspectorate(&by)
        };
        words.clone().skip(2).find(|&index| leaves(index)).unwrap_or(words.end)
    }

    /// "has been lifted", "have been slapped on its owner", "runs until May", "expires": what became of a notice or
    /// a breach is no part of it.
    fn is_done_with(&self, index: usize) -> bool {
        const DONE: &[&str] = &[
            "lifted", "served", "issued", "slapped", "withdrawn", "put", "removed", "handed", "met", "imposed",
            "resolved", "identified", "found",
        ];
        let been = self.reading.is(index + 1, "been") || self.reading.is_one_of(index, &["was", "were"]);
        let helper = self.reading.has(index, Class::Have) || self.reading.has(index, Class::Be);
        self.reading.is_one_of(index, &["runs", "expires", "expired", "remains", "remain"])
            || helper
                && been
                && (index + 1..index + 4).any(|verb| self.reading.is_one_of(verb, DONE))
    }

    /// "a | warning notice", "two | failure to comply notices", "a hygiene | improvement notice": where its article
    /// or number stands.
    fn with_article(&self, start: usize) -> usize {
        let opens = |&index: &usize| {
            self.reading.is_one_of(index, &["a", "an"]) || self.reading.has(index, Class::Number)
        };
        let plain = |index: usize| {
            (self.reading.is_word(index) || self.reading.is_kind(index, Kind::Number))
                && !self.reading.has(index, Class::Preposition)
                && !self.reading.has(index, Class::Coordinator)
        };
        let near = (start.saturating_sub(3)..start).rev();
        near.take_while(|&index| plain(index)).find(opens).unwrap_or(start)
    }

    /// What is called for, each thing behind its own "for": "for the gate to be locked and | for a new roof".
    fn wishes(&mut self, matter: Range<usize>, ask: Ask) {
        let to_see = self.reading.is(matter.start, "to") && self.reading.is(matter.start + 1, "see");
        let matter = matter.start + if to_see { 2 } else { 0 }..matter.end;
        if !self.reading.token(matter.start).is_word()
            && !self.reading.token(matter.start).is_quotation_mark()
            || self.reading.has(matter.start, Class::Coordinator)
            || self.is_vague_thing(&matter)
            || self.reading.is_one_of(matter.start, &["that", "to"])
        {
            return;
        }
        if self.is_plain_list(&matter) {
            split_things(&self.reading, matter).into_iter().for_each(|part| self.push(part, ask));
            return;
        }
        let is_for = |index: &usize| {
            self.reading.is(*index, "for")
                && (self.reading.is(index - 1, "and") || self.reading.token(index - 1).kind == Kind::Comma)
                || self.reading.is(*index, "and") && self.joins_wishes(&matter, *index)
        };
        let cuts: Vec<usize> = (matter.start + 1..matter.end).filter(is_for).collect();
        let mut start = matter.start;
        for cut in cuts {
            self.push(start..cut, ask);
            start = cut + 1;
        }
        self.push(start..matter.end, ask);
    }

    /// "a review of medicines, a new rota and training for every carer": things without a verb, in a row.
    fn is_plain_list(&self, matter: &Range<usize>) -> bool {
        let commas = matter.clone().filter(|&index| self.reading.token(index).kind == Kind::Comma).count();
        let verb = |index: usize| {
            self.reading.has(index, Class::Be)
                || self.reading.has(index, Class::Have)
                || self.reading.has(index, Class::Modal)
                || self.reading.has(index, Class::Relative)
                || self.reading.is(index, "to")
                || self.reading.is_participle(index)
        };
        let last = matter.clone().rfind(|&index| self.reading.is(index, "and"));
        commas > 0
            && last.is_some_and(|and| matter.clone().take_while(|&index| index < and).count() > 2)
            && !matter.clone().any(verb)
    }

    /// "the lift mended and | every door checked": each thing has its own participle.
    fn joins_wishes(&self, matter: &Range<usize>, and: usize) -> bool {
        let done = |range: Range<usize>| range.into_iter().any(|index| self.reading.is_participle(index));
        let article = |index: usize| self.reading.is_one_of(index, &["a", "an", "the"]);
        let things = article(matter.start) && article(and + 1);
        self.reading.has(and + 1, Class::Determiner) && done(matter.start..and) && done(and + 1..matter.end)
            || things
    }

    /// What is worrying, each thing behind its own "that" or "about": "that … | and that …", "about … | and about …".
    fn feelings(&mut self, felt: Range<usize>, ask: Ask) -> usize {
        let leads = |index: usize| self.reading.same_words(index..index + 1, felt.start - 1..felt.start);
        let cuts: Vec<usize> = (felt.start + 2..felt.end)
            .filter(|&index| self.reading.is(index - 1, "and") && leads(index))
            .collect();
        let mut start = felt.start;
        for cut in cuts {
            self.push(start..cut - 1, ask);
            start = cut + 1;
        }
        self.push(start..felt.end, ask);
        felt.end
    }

    /// The kind that the text names for the asks of this paragraph, whatever their modal.
    fn governed(&self, sentence: &Sentence, kind: RecommendationKind, carrier: Carrier) -> RecommendationKind {
        match self.named {
            Some(named) if carrier == Carrier::Continuation => named.kind,
            Some(named)
                if matches!(carrier, Carrier::Modal | Carrier::Verb)
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
    fn actions(&mut self, found: &PhraseMatch, carrier: Carrier, action: Range<usize>, ask: Ask) -> usize {
        let parts = split_actions(&self.reading, action.clone());
        for (index, part) in parts.into_iter().enumerate() {
            let vague = self.is_vague(&part) && !(index == 0 && self.is_of_a_thing(found, carrier, &part));
            if vague || self.is_praise(&part) {
                continue;
            }
            let whole = carrier == Carrier::Modal || self.reading.is(found.words_start, "more");
            let start = if whole && index == 0 { found.tokens.start } else { part.start };
            self.push_with(start..part.end, ask, found.slot(Slot::Deadline));
        }
        action.end
    }

    /// "record keeping | needs to improve": a thing is to improve, and not the body as a whole.
    fn is_of_a_thing(&self, found: &PhraseMatch, carrier: Carrier, action: &Range<usize>) -> bool {
        let Some(subject) = found.slot(Slot::Body).filter(|body| body.end <= found.words_start) else {
            return false;
        };
        let last = subject.end - 1;
        carrier == Carrier::Modal
            && self.reading.is_one_of(action.start, &["improve", "change"])
            && !self.agents.is_addressee(&subject)
            && !self.agents.is_nobody(&subject)
            && !self.reading.cue(last, Cue::VagueObject)
            && !self.reading.has(last, Class::Subject)
            && !self.reading.is_one_of(last, &["standards", "care"])
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
            let before = self.found.len();
            self.wishes(clause.clone(), ask);
            return if self.found.len() > before { clause.end } else { clause.start };
        }
        for part in split_actions(&self.reading, clause.clone()) {
            self.push(part, ask);
        }
        clause.end
    }

    pub(crate) fn push(&mut self, tokens: Range<usize>, ask: Ask) {
        self.push_with(tokens, ask, None);
    }

    pub(crate) fn push_with(&mut self, tokens: Range<usize>, ask: Ask, due: Option<Range<usize>>) {
        let end = trimmed_end(&self.reading, tokens.start, tokens.end);
        let start = self.reading.skip_marks(tokens.start, end);
        let start = start + usize::from(self.reading.is(start, "to"));
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
pub(crate) struct Ask {
    pub kind: RecommendationKind,
    pub implied: bool,
    pub phrase: u16,
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
