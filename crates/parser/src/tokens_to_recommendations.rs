//! Tokens to recommendations: what the inspectorate asks for or says is wrong, by the rows of the phrase book.
//!
//! A row says how an ask is worded; here it is decided whether the inspectorate says it, to whom, how far it
//! reaches and whether it is one ask or several.

use std::ops::Range;

use onrecord_lexicon::{Carrier, Slot, Yield};
use onrecord_model::RecommendationKind;

use crate::ask_agent::Agents;
use crate::ask_apposed::apposed_kind;
use crate::ask_detail::{deadline, deadline_before, deadline_opening, purpose};
use crate::ask_extent::trimmed_end;
use crate::ask_named::Named;
use crate::ask_parts::{resumed_action, split_actions, split_things};
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
        best: PhraseMatch::default(),
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
    reader.found.shrink_to_fit();
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
    /// The match that was read last, kept so that matching does not allocate.
    best: PhraseMatch,
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
        let mut best = std::mem::take(&mut self.best);
        let mut at = sentence.tokens.start;
        let tokens = &self.reading.tokens.list;
        let mut slots =
            AskSlots { reading: self.reading, organisations: self.agents.organisations, aside: false };
        self.book.note(tokens, sentence.tokens.clone(), &slots, &mut self.held);
        while let Some(opening) = self.held.opening_from(at) {
            at = opening + 1;
            slots.aside = self.agents.voices.at(opening) != Voice::Inspectorate;
            if self.book.longest(tokens, opening, &self.held, &slots, &mut best) {
                at = self.take(sentence, &best).max(at);
            }
        }
        self.best = best;
        self.follow_speaker(&sentence.tokens);
    }

    /// Remembers who "it" and "they" mean in the next sentence.
    fn follow_speaker(&mut self, sentence: &Range<usize>) {
        let head = sentence.start..sentence.end.min(sentence.start + 9);
        let speaks = self.agents.voices.holds(sentence, Voice::Inspectorate);
        if speaks
            || self.agents.means_inspectorate(&head) && self.agents.voices.at(sentence.start) != Voice::Other
        {
            self.agents.last = Voice::Inspectorate;
            self.agents.since = 0;
        } else if self.agents.voices.holds(sentence, Voice::Other) || self.is_outsiders(&head) {
            self.agents.last = Voice::Other;
        }
        self.agents.since = self.agents.since.saturating_add(1);
    }

    /// "The patients' group was less forgiving.": a sentence about people outside.
    fn is_outsiders(&self, head: &Range<usize>) -> bool {
        if !self.reading.sentence_has(self.sentence, Cue::Outsider) {
            return false;
        }
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
            // "| the safety of visitors | is one of four areas for improvement, along with …"
            if let Some(first) = found.slot(Slot::Matter).filter(|first| first.end <= found.words_start) {
                self.push(first, ask);
            }
            return self.list(sentence, found, list, ask);
        }
        if carrier == Carrier::Feeling
            && let Some(felt) = found.slot(Slot::Matter).or_else(|| found.slot(Slot::Clause))
            && felt.start >= found.words_start
        {
            return self.feelings(felt, ask);
        }
        let worded = matches!(carrier, Carrier::Verb | Carrier::Advice | Carrier::Threat);
        let that = |clause: &Range<usize>| {
            ask.kind == RecommendationKind::Recommendation && self.reading.is(clause.start - 1, "that")
        };
        if let Some(clause) = found.slot(Slot::Clause).filter(|clause| worded || that(clause)) {
            return self.clauses(clause, ask);
        }
        if self.only_names(found, carrier, kind) {
            return self.announce(sentence, found, ask).unwrap_or(found.tokens.end);
        }
        self.thing(sentence, found, carrier, ask);
        let told_behind = carrier == Carrier::Name
            && kind == RecommendationKind::Requirement
            && self.gives_action(sentence, found);
        if told_behind { found.words_start + 2 } else { found.tokens.end }
    }

    /// "two recommendations", "a cause of concern was | issued": what is asked is still to come.
    fn only_names(&self, found: &PhraseMatch, carrier: Carrier, kind: RecommendationKind) -> bool {
        let matter = found.slot(Slot::Matter).or_else(|| found.slot(Slot::Clause));
        kind != RecommendationKind::Breach
            && matter.is_none_or(|matter| carrier == Carrier::Name && self.is_set_out(matter.start))
    }

    /// Each thing of a list; where none follows here, asks are named that are told elsewhere.
    fn list(&mut self, sentence: &Sentence, found: &PhraseMatch, list: Range<usize>, ask: Ask) -> usize {
        // "areas for improvement are | recorded, including | the way tests are filed"
        if let Some(some) = self.some_of_what_is_set_out(&list) {
            return self.list(sentence, found, some, ask);
        }
        // "six areas for improvement, including | to check the gate and to count the keys"
        if self.reading.is(list.start, "to") {
            for part in split_actions(&self.reading, list.start + 1..list.end) {
                self.push(part, ask);
            }
            return list.end;
        }
        if self.is_set_out(list.start) || self.begins_no_thing(list.start) {
            return self.announce(sentence, found, ask).unwrap_or(list.start + 1);
        }
        if let Some(clauses) = self.that_clauses(&list) {
            clauses.into_iter().for_each(|part| self.push(part, ask));
            return list.end;
        }
        // "in staff supervision and | in | the upkeep of plans"
        let lead = list.start - 1..list.start;
        for part in split_things(&self.reading, list.clone()) {
            // "a cause of concern over grievances, and | 14 areas for improvement": told further on
            if let Some(kind) = self.counts_asks(&part) {
                self.name(sentence, Ask { kind, ..ask }, part.start);
                continue;
            }
            let again = self.reading.same_words(part.start..part.start + 1, lead.clone());
            self.push(part.start + usize::from(again)..part.end, ask);
        }
        list.end
    }

    /// The thing, notice or breach that a row is about.
    fn thing(&mut self, sentence: &Sentence, found: &PhraseMatch, carrier: Carrier, ask: Ask) {
        let matter = found.slot(Slot::Matter).or_else(|| found.slot(Slot::Clause));
        match (ask.kind, matter.clone()) {
            (RecommendationKind::Breach, _) => {
                let end = self.notice_end(found.words_start..found.tokens.end, matter);
                self.push(self.with_article(found.tokens.start)..end, ask);
            }
            (_, Some(matter)) if matches!(carrier, Carrier::Advice | Carrier::Threat | Carrier::Headline) => {
                self.push(self.named_thing(found, matter), ask)
            }
            (RecommendationKind::Requirement, Some(matter)) if carrier == Carrier::Verb => {
                self.wishes(matter, ask)
            }
            (RecommendationKind::Requirement, Some(matter)) if self.is_receiver(&matter) => {}
            (RecommendationKind::Requirement, Some(_)) if !self.gives_action(sentence, found) => {
                let end = self.notice_end(found.words_start..found.tokens.end, None);
                self.push(self.with_article(found.words_start)..end, ask);
            }
            (RecommendationKind::Requirement, Some(_)) => {}
            (RecommendationKind::Recommendation, Some(matter)) if self.is_vague_thing(&matter) => {}
            (_, Some(matter)) if matter.start < found.words_start || carrier == Carrier::Modal => {
                self.push(found.tokens.clone(), ask)
            }
            (_, Some(matter)) if carrier == Carrier::Verb => self.wishes(matter, ask),
            (_, Some(matter)) => self.push(matter, ask),
            (_, None) => {}
        }
    }

    /// The kind that the text names for the asks of this paragraph, whatever their modal.
    fn governed(
        &self,
        sentence: &Sentence,
        kind: RecommendationKind,
        carrier: Carrier,
    ) -> RecommendationKind {
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
        let mut parts = split_actions(&self.reading, action.clone());
        let mut end = action.end;
        while let Some(resumed) = resumed_action(&self.reading, end, self.sentence_end()) {
            parts.extend(split_actions(&self.reading, resumed.clone()));
            end = resumed.end;
        }
        let apposed = apposed_kind(&self.reading, end, self.sentence_end());
        let ask = Ask { kind: apposed.unwrap_or(ask.kind), ..ask };
        let due = self.given(found, action.start);
        for (index, part) in parts.into_iter().enumerate() {
            let vague = self.is_vague(&part) && !(index == 0 && self.is_of_a_thing(found, carrier, &part));
            if vague || self.is_praise(&part) {
                continue;
            }
            let whole = carrier == Carrier::Modal || self.reading.is(found.words_start, "more");
            let start = match self.wished_for(found, carrier, &part) {
                Some(thing) if index == 0 => thing,
                _ if whole && index == 0 => found.tokens.start,
                _ => part.start,
            };
            self.push_with(start..part.end, ask, due.clone());
        }
        let past =
            |at: usize| (at + 1..self.sentence_end()).find(|&next| self.reading.is_kind(next, Kind::Comma));
        apposed.map_or(end, |_| past(end).unwrap_or(self.sentence_end()))
    }

    /// By when, where a row or the words before the action say so: "has | until 30 June | to", "| Within a month |
    /// it should".
    fn given(&self, found: &PhraseMatch, action: usize) -> Option<Range<usize>> {
        let opening = self.reading.tokens.sentences[self.sentence].tokens.start..found.tokens.start;
        found
            .slot(Slot::Deadline)
            .or_else(|| deadline_before(&self.reading, found.words_start..action))
            .or_else(|| deadline_opening(&self.reading, opening))
    }

    fn sentence_end(&self) -> usize {
        self.reading.tokens.sentences[self.sentence].tokens.end
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
        let reading = self.reading;
        // "that the gate be locked | and that visitors be counted"
        let cuts = (clause.start + 2..clause.end)
            .filter(|&index| that && reading.is(index - 1, "and") && reading.is(index, "that"));
        let mut start = clause.start;
        for cut in cuts.map(|index| index - 1).chain([clause.end]) {
            split_actions(&reading, start..cut).into_iter().for_each(|part| self.push(part, ask));
            start = (cut + 2).min(clause.end);
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
        // What worries inspectors is no task, whatever days its words name.
        let is_task = !matches!(ask.kind, RecommendationKind::Concern | RecommendationKind::Breach);
        let own = || deadline(&self.reading, tokens.clone()).filter(|_| is_task);
        self.found.push(RecommendationFinding {
            kind: ask.kind,
            purpose: purpose(&self.reading, &tokens),
            deadline: due.or_else(own),
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
    use crate::test_text::PARSER;

    /// One line for each ask: kind, row, words, and what the text says of purpose and deadline.
    fn check(text: &str) -> String {
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
        PARSER.read(Article::default(), text.as_bytes(), |stages| {
            stages.findings.recommendations.iter().map(|found| line(&stages, found)).collect()
        })
    }

    /// What the inspectors ask in a sentence about them, one ask a line.
    fn asked(sentence: &str) -> String {
        let text = format!("The Care Quality Commission inspected Brook House, a care home.\n\n{sentence}");
        check(&text)
            .lines()
            .filter_map(|line| line.split_once(": "))
            .map(|(_, words)| format!("{words}\n"))
            .collect()
    }

    #[test]
    fn an_ask_goes_on_behind_what_is_put_in() {
        for (sentence, asks) in [
            (
                "The home must count its drugs, the report said, and train its nurses.",
                "The home must count its drugs\ntrain its nurses\n",
            ),
            (
                "Two areas for improvement were made: activities should change weekly, and reviews should be held.",
                "activities should change weekly\nreviews should be held\n",
            ),
            (
                "Fourteen areas for improvement are recorded, including the way drugs are kept.",
                "the way drugs are kept\n",
            ),
            ("The CQC says there must be two nurses on duty.", "there must be two nurses on duty\n"),
            (
                "A home has fallen from ‘good’ to ‘inadequate’ and must train its staff.",
                "must train its staff\n",
            ),
            (
                "Three areas for improvement were set out for the home and for Isleby Council:\n\n- the menu;\n\n- the garden.",
                "the menu\nthe garden\n",
            ),
        ] {
            let found: String = asked(sentence)
                .lines()
                .map(|line| line.split(" | ").next().unwrap_or(line).to_owned() + "\n")
                .collect();
            assert_eq!(found, asks, "{sentence}");
        }
    }

    #[test]
    fn an_article_may_begin_or_end_with_the_words_of_an_ask() {
        for text in [
            "Must be cleaned, the CQC said. The CQC inspected Brook House, a care home.",
            "Told to mend the gate. The CQC inspected Brook House, a care home.",
            "The CQC inspected Brook House, a care home. It must mend the gate, as",
            "The CQC inspected Brook House, a care home. It told the home to appoint a nurse and",
            "The CQC inspected Brook House, a care home, said the manager and",
        ] {
            check(text);
        }
    }

    #[test]
    fn what_others_will_do_and_what_others_are_told_is_none() {
        for sentence in [
            "The Department of Health is expected to appoint an adviser.",
            "In one case, the CQC said, a woman who had been followed home was told to try again on Monday.",
            "According to the report, letters had been left, some of them asking for a change of medicine.",
            "The owner has until 8 August to put matters right.",
        ] {
            assert_eq!(asked(sentence), "", "{sentence}");
        }
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
