//! Whether what somebody must, should or needs to do is an ask of the inspectorate.

use std::ops::Range;

use onrecord_lexicon::Slot;
use onrecord_model::RecommendationKind;

use crate::blocks_to_tokens::Sentence;
use crate::cue_words::Cue;
use crate::phrase_book::PhraseMatch;
use crate::token::Kind;
use crate::tokens_to_recommendations::Reader;
use crate::voice::Voice;
use crate::word_class::Class;

impl Reader<'_> {
    pub(crate) fn modal_permitted(
        &self,
        sentence: &Sentence,
        found: &PhraseMatch,
        voice: Voice,
    ) -> Option<bool> {
        let subject = match found.slot(Slot::Body).filter(|body| body.end <= found.words_start) {
            Some(subject) => subject,
            None => self.agents.subject(found.words_start, &sentence.tokens),
        };
        let subject = self.without_adverbs(self.without_aside(subject));
        let first = found.words_start;
        if self.is_no_ask(sentence, found, &subject)
            || voice == Voice::Narrator && (self.outsider_asks(sentence, first) || self.is_general(&subject))
        {
            return None;
        }
        let passive = found.slot(Slot::Action).is_some_and(|action| self.reading.is(action.start, "be"));
        let there = passive && self.reading.is(first.saturating_sub(1), "there");
        let impersonal = match voice {
            Voice::Inspectorate => there,
            Voice::Narrator if there => self.agents.means_inspectorate(&sentence.tokens),
            Voice::Narrator => {
                passive && self.is_under_heading(sentence, first) || self.is_told_at_once(sentence, first)
            }
            Voice::Other => false,
        };
        if impersonal || self.reading.is_one_of(first, &["is", "are"]) {
            return Some(false);
        }
        if self.continues(first, sentence) {
            return Some(self.found.last().is_some_and(|last| last.implied));
        }
        let strong = !self.reading.is_one_of(first, &["should", "ought", "have", "has", "had", "will"]);
        let weak = !passive && self.reading.is_one_of(first, &["has", "have", "had", "will"]);
        let open = subject.is_empty() && found.slot(Slot::Action).is_none();
        match voice {
            Voice::Inspectorate if strong && self.agents.is_anyone(&subject) => Some(false),
            _ if self.agents.is_nobody_or_empty(&subject) && !open => None,
            Voice::Inspectorate => (!weak || self.agents.is_addressee(&subject)).then_some(false),
            Voice::Narrator if open => Some(!self.agents.means_inspectorate(&sentence.tokens)),
            Voice::Narrator => self.implied(sentence, first, &subject, passive),
            Voice::Other => None,
        }
    }

    /// Whether the article's own words say that somebody must who is one that the inspectorate asks; then whether
    /// the sentence does not name it.
    fn implied(
        &self,
        sentence: &Sentence,
        modal: usize,
        subject: &Range<usize>,
        passive: bool,
    ) -> Option<bool> {
        let block = self.block_asks(sentence);
        let goes_on = block || self.goes_on_asking(modal);
        if !passive && !goes_on && self.reading.is_one_of(modal, &["has", "have", "had", "will"]) {
            return None;
        }
        let joined = passive && block || self.sentence_asks(sentence, modal, subject);
        if joined && !self.is_of_inmates(subject) {
            return Some(true);
        }
        let person = subject.clone().last().is_some_and(|last| self.reading.is_one_of(last, &["he", "she"]));
        let asked = (goes_on || !person) && self.agents.is_addressee(subject);
        asked.then(|| !self.agents.means_inspectorate(&sentence.tokens))
    }

    /// A regret, a plan of one's own, a rule for everybody, a denial: whoever says it, nothing is asked.
    fn is_no_ask(&self, sentence: &Sentence, found: &PhraseMatch, subject: &Range<usize>) -> bool {
        self.is_past_regret(found)
            || self.is_relative_clause(found, subject)
            || self.is_own_plan(found.words_start, sentence)
            || self.is_general_rule(found)
            || self.is_law(found)
            || self.is_denied_or_doubted(found.words_start)
            || self.is_measured(sentence, found.words_start)
            || self.is_not_possible(found)
            || self.is_in_denied_clause(sentence, found.words_start)
            || self.is_known_rule(sentence, found, subject)
            || !self.asks_here(sentence, found)
            || self.reading.is(found.words_start, "ought") && self.agents.means_inspectorate(subject)
    }

    /// Whether a modal that asks only in some surroundings stands in them: "may not" under a condition,
    /// "could" where the report suggests it, "is to" where it directs it.
    fn asks_here(&self, sentence: &Sentence, found: &PhraseMatch) -> bool {
        let first = found.words_start;
        let any = |words: &[&str]| sentence.tokens.clone().any(|index| self.reading.is_one_of(index, words));
        if found.slot(Slot::Action).is_none() {
            return true;
        }
        if self.is_found_so(sentence, first) {
            return false;
        }
        if self.reading.is_one_of(first, &["may", "can", "cannot"]) {
            return any(&["without", "until", "before"])
                || sentence.tokens.clone().any(|index| self.reading.cue(index, Cue::Notice));
        }
        if self.reading.is_one_of(first, &["is", "are"]) {
            let behind = found.tokens.end..(found.tokens.end + 8).min(sentence.tokens.end);
            let directs = &["directs", "direct", "orders", "ordered", "requires", "instructs", "stipulates"];
            return self.is_under_heading(sentence, first)
                || behind.into_iter().any(|index| self.reading.is_one_of(index, directs));
        }
        let better = [
            "more",
            "better",
            "improved",
            "strengthened",
            "clearer",
            "further",
            "stronger",
            "sharper",
            "quicker",
            "faster",
            "wider",
            "easier",
            "safer",
            "simpler",
        ];
        let plain = self.reading.is_one_of(first, &["could", "might"])
            && !sentence.tokens.clone().any(|index| index > first && self.reading.is_one_of(index, &better));
        // "should be good", not "must be two nurses"
        let graded = self.reading.is(found.words_start + 1, "be")
            && self.reading.has(found.words_start + 2, Class::GradeStart)
            && !self.reading.has(found.words_start + 2, Class::Number);
        !graded
            && !self.is_custom(found)
            && (!plain
                || self.reading.is_one_of(first + 1, &["also", "usefully"])
                || any(&["suggest", "suggests", "suggested", "suggesting", "recommends", "proposed"]))
    }

    /// "Inspectors found staff | had to share one thermometer": what they saw.
    fn is_found_so(&self, sentence: &Sentence, modal: usize) -> bool {
        const SEEN: &[&str] =
            &["found", "saw", "noticed", "noted", "observed", "heard", "discovered", "finding"];
        let near = modal.saturating_sub(12).max(sentence.tokens.start)..modal;
        self.reading.is(modal, "had") && near.rev().any(|index| self.reading.is_one_of(index, SEEN))
    }

    /// "Prisoners need to apply a week ahead": what those in its care have to do is how the house is run.
    fn is_custom(&self, found: &PhraseMatch) -> bool {
        let subject = found.slot(Slot::Body).filter(|body| body.end <= found.words_start);
        let inmates = subject.is_some_and(|subject| {
            self.is_of_inmates(&(subject.end - 1..subject.end)) && !self.reading.is(subject.end - 1, "living")
        });
        let inner = found.slot(Slot::Action).is_some_and(|action| {
            self.reading.is_one_of(
                action.start,
                &["be", "have", "know", "feel", "understand", "learn", "see", "get", "spend", "receive"],
            )
        });
        inmates
            && !inner
            && self.reading.is_one_of(found.words_start, &["need", "needs", "needed", "have", "had"])
    }

    /// "Cllr Tippett moved that the council should", "the group says the partners must": somebody else asks.
    fn outsider_asks(&self, sentence: &Sentence, modal: usize) -> bool {
        let before = sentence.tokens.start..modal;
        let outside = |index: usize| self.reading.cue(index, Cue::Outsider) || self.reading.is_title(index);
        let that = before.clone().rfind(|&index| self.reading.is(index, "that"));
        let moved = that.is_some_and(|that| (before.start..that).any(outside))
            && !self.agents.means_inspectorate(&before);
        let pronoun = self.reading.is_one_of(before.start, &["it", "they", "he", "she"])
            && before.clone().any(|index| self.reading.reports(index));
        moved || pronoun && self.agents.last == Voice::Other
    }

    /// "Two areas for improvement were made: | activities should": the colon behind the name of the asks.
    fn is_told_at_once(&self, sentence: &Sentence, modal: usize) -> bool {
        let colon = |index: usize| self.reading.is_kind(index, Kind::Colon);
        self.names_in(self.sentence) && (sentence.tokens.start..modal).any(colon)
    }

    /// "One area for improvement: doors need to be checked", "Under a separate requirement, families must be
    /// told": the words before name the ask.
    fn is_under_heading(&self, sentence: &Sentence, modal: usize) -> bool {
        let named = self
            .named
            .is_some_and(|named| named.block == sentence.block && named.kind != RecommendationKind::Concern);
        let opener = sentence.tokens.start..modal.min(sentence.tokens.start + 6);
        let under = self.reading.is(opener.start, "under")
            && opener.into_iter().any(|index| {
                self.reading.cue(index, Cue::Notice)
                    || self.reading.is_one_of(index, &["requirement", "requirements"])
            });
        named || under
    }

    /// "should have told families", "were needed to use a hoist": what was not done, what was done.
    pub(crate) fn is_past_regret(&self, found: &PhraseMatch) -> bool {
        let modal = found.words_start;
        // "By October the force should have trained every officer"
        let start = self.reading.tokens.sentences[self.reading.sentence_of(modal)].tokens.start;
        let due = self.reading.is_one_of(start, &["by", "within"])
            || self.reading.is_time(found.tokens.start.saturating_sub(1))
                && self.reading.is(found.tokens.start.saturating_sub(2), "by");
        let regret = !due
            && self.reading.is_one_of(modal, &["should", "ought"])
            && found.slot(Slot::Action).is_some_and(|action| {
                self.reading.is(action.start, "have") && action.len() > 1 && {
                    let next = action.start + 1;
                    self.reading.is_participle(next)
                        || self.reading.is_one_of(next, &["been", "had", "gone", "known"])
                }
            });
        let passive =
            self.reading.is(modal, "needed") && self.reading.has(modal.saturating_sub(1), Class::Be);
        regret || passive
    }

    /// "services rated inadequate must be inspected again": what the inspectorate itself has to do.
    fn is_general_rule(&self, found: &PhraseMatch) -> bool {
        found.slot(Slot::Action).is_some_and(|action| {
            self.reading.is(action.start, "be")
                && (action.start + 1..action.end.min(action.start + 3)).any(|index| {
                    self.reading.is_one_of(index, &["inspected", "reinspected", "rated", "graded"])
                })
        })
    }

    /// "It also has to", "They also have to", not far behind an ask.
    fn goes_on_asking(&self, modal: usize) -> bool {
        let also = self.reading.is(modal - usize::from(modal > 0), "also");
        let before = self.sentence.saturating_sub(3);
        let start = self.reading.tokens.sentences[before].tokens.start;
        let asked = self.found.last().is_some_and(|last| last.tokens.start >= start);
        let told =
            self.agents.last == Voice::Inspectorate && !self.reading.is_one_of(modal, &["had", "will"]);
        also && asked || told && (asked || self.agents.since <= 2)
    }

    fn sentence_asks(&self, sentence: &Sentence, modal: usize, subject: &Range<usize>) -> bool {
        self.found.last().is_some_and(|last| last.tokens.start >= sentence.tokens.start)
            && self.joins(modal, subject)
    }

    /// "…, and | the regional office must"
    fn joins(&self, modal: usize, subject: &Range<usize>) -> bool {
        let start = if subject.is_empty() { modal } else { subject.start };
        start > 0 && self.reading.has(start - 1, Class::Coordinator)
    }

    /// "don't need", "no longer needs", "should have to": nothing is asked.
    pub(crate) fn is_denied_or_doubted(&self, modal: usize) -> bool {
        let before = modal.saturating_sub(1);
        // "no need to change the rota"
        let noun = self.reading.is_one_of(modal, &["need", "needs"])
            && self.reading.is_one_of(before, &["no", "any", "little", "the", "a", "an", "less"]);
        noun || self.reading.is(before, "longer")
            || self.reading.is_one_of(modal + 1, &["hardly", "barely", "scarcely"])
            || self.reading.has(before, Class::Do)
            || self.reading.is_one_of(modal, &["have", "has", "need"])
                && self.reading.is_one_of(before, &["should", "would", "could", "might", "may"])
    }

    /// "the fire drill |, which had not been held,": the subject up to what is inserted behind it.
    fn without_aside(&self, subject: Range<usize>) -> Range<usize> {
        let comma = subject.clone().find(|&index| self.reading.token(index).kind == Kind::Comma);
        subject.start..comma.unwrap_or(subject.end)
    }

    /// "It | also": the subject alone.
    fn without_adverbs(&self, subject: Range<usize>) -> Range<usize> {
        let mut end = subject.end;
        while end > subject.start + 1 && self.reading.has(end - 1, Class::Adverb) {
            end -= 1;
        }
        subject.start..end
    }

    fn is_of_inmates(&self, subject: &Range<usize>) -> bool {
        subject.clone().any(|index| self.reading.cue(index, Cue::Inmates))
    }

    /// "Premises in Wales must": a rule for everybody in a country.
    pub(crate) fn is_general(&self, subject: &Range<usize>) -> bool {
        let in_country = |index: usize| {
            self.reading.cue(index, Cue::Country) && self.reading.is_one_of(index - 1, &["in", "across"])
        };
        subject.clone().skip(1).any(in_country)
    }

    /// "Providers must display their ratings by law": what everybody has to do anyway.
    fn is_law(&self, found: &PhraseMatch) -> bool {
        let action = found.slot(Slot::Action).unwrap_or(found.words_start..found.words_start);
        let by = |index: usize| self.reading.is(index, "by") && self.reading.is(index + 1, "law");
        let asked = found.words_start.saturating_sub(2)..action.end;
        asked.into_iter().any(by)
            || (action.start.saturating_sub(1)..action.start + 1)
                .any(|index| self.reading.is(index, "legally"))
    }

    /// "and should publish": the subject is the one of the ask right before.
    fn continues(&self, modal: usize, sentence: &Sentence) -> bool {
        let before = modal - usize::from(modal > sentence.tokens.start);
        let joined = self.reading.is(before, "and")
            || self.reading.is_kind(before, Kind::Comma)
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
        let verb = found.words_start;
        let who = verb > 1
            && self.reading.is_one_of(verb - 1, &["who", "which", "what"])
            && self.reading.token(verb - 2).is_word();
        let what = subject.clone().any(|index| self.reading.is(index, "what"));
        let Some(before) = start.checked_sub(1).filter(|_| !who && !what) else { return who || what };
        let that = self.reading.is(before, "that")
            && before > 0
            && self.reading.is_one_of(
                before - 1,
                &["nothing", "something", "anything", "things", "thing", "everything", "work"],
            );
        // "requirements under which | the company must"
        let under = self.reading.is(before, "which") && self.reading.is(before.saturating_sub(1), "under");
        let under = under
            && (before.saturating_sub(14)..before).any(|index| {
                self.reading.cue(index, Cue::Notice)
                    || self.reading.is_one_of(index, &["requirement", "requirements"])
            });
        that || !under
            && self
                .reading
                .is_one_of(before, &["which", "what", "where", "whom", "who", "if", "whether", "as", "than"])
    }

    /// "I have had to publish", "we must be clear".
    fn is_own_plan(&self, modal: usize, sentence: &Sentence) -> bool {
        let near = modal.saturating_sub(3).max(sentence.tokens.start)..modal;
        near.into_iter().any(|index| self.reading.is_pronoun(index, &["i", "we", "you"]))
    }

    /// Whether the paragraph has asked something, or names asks, already.
    fn block_asks(&self, sentence: &Sentence) -> bool {
        let start = self.reading.tokens.blocks[sentence.block].start;
        self.found.last().is_some_and(|last| last.tokens.start >= start)
            || self.named.is_some_and(|named| named.block == sentence.block)
    }
}
