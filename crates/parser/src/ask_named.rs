//! Asks that are announced by name and told behind it: list items below a heading, the clauses of the next
//! sentence ("They are that …"), one sentence for each ("three priority concerns. …").

use std::ops::Range;

use onrecord_lexicon::Slot;
use onrecord_model::RecommendationKind;

use crate::ask_detail::deadline_before;
use crate::ask_extent::trimmed_end;
use crate::ask_parts::{split_actions, split_things};
use crate::block::BlockKind;
use crate::blocks_to_tokens::Sentence;
use crate::phrase_book::PhraseMatch;
use crate::token::Kind;
use crate::tokens_to_recommendations::{Ask, Reader};
use crate::voice::Voice;
use crate::word_class::Class;
use crate::word_list::words;

/// Asks announced by name, whose content follows: "The report makes two recommendations."
#[derive(Debug, Clone, Copy)]
pub(crate) struct Named {
    pub(crate) kind: RecommendationKind,
    pub(crate) block: usize,
    sentence: usize,
    phrase: u16,
    /// A crosshead names what stands below it, up to the next paragraph.
    pub(crate) crosshead: bool,
    /// How many are announced, where the text says.
    count: Option<usize>,
}

impl Reader<'_> {
    /// Asks that are named here: items below the sentence tell them, else what comes next does. Gives the token
    /// to go on from where they are told.
    pub(crate) fn announce(&mut self, sentence: &Sentence, found: &PhraseMatch, ask: Ask) -> Option<usize> {
        if self.is_above_list(sentence) {
            let whole = PhraseMatch { tokens: found.tokens.start..sentence.tokens.end, ..found.clone() };
            return Some(self.heading(sentence, &whole, ask));
        }
        self.name(sentence, ask, found.words_start);
        None
    }

    /// Remembers asks that are named and not told yet.
    pub(crate) fn name(&mut self, sentence: &Sentence, ask: Ask, at: usize) {
        let before = at.saturating_sub(3).max(sentence.tokens.start)..at;
        let crosshead = self.reading.block_kind(sentence) == BlockKind::Crosshead;
        self.named = Some(Named {
            kind: ask.kind,
            block: sentence.block,
            sentence: self.sentence,
            phrase: ask.phrase,
            crosshead,
            count: before
                .rev()
                .find_map(|index| self.reading.small_number(index))
                .or_else(|| self.reading.small_number(at)),
        });
    }

    /// "14 areas for improvement", "six recommendations": how many asks of a kind there are, and no thing to mend.
    pub(crate) fn counts_asks(&self, part: &Range<usize>) -> Option<RecommendationKind> {
        let counted =
            self.reading.is_kind(part.start, Kind::Number) || self.reading.has(part.start, Class::Number);
        let last = part.end.checked_sub(1).filter(|&last| counted && last > part.start)?;
        let areas = last >= part.start + 3
            && self.reading.is_any(last, words!["improvement", "development"])
            && self.reading.is_any(last - 2, words!["area", "areas"]);
        match () {
            () if areas => Some(RecommendationKind::AreaForImprovement),
            () if self.reading.is(last, "recommendations") => Some(RecommendationKind::Recommendation),
            () if self.reading.is(last, "requirements") => Some(RecommendationKind::Requirement),
            () => None,
        }
    }

    /// The items below a heading; or, after a colon inside a sentence, what stands behind it.
    pub(crate) fn heading(&mut self, sentence: &Sentence, found: &PhraseMatch, ask: Ask) -> usize {
        let end = found.tokens.end;
        if end < sentence.tokens.end {
            let obliges = |index: usize| {
                self.reading.is_one_of(index, &["must", "should", "shall", "ought", "need", "needs"])
            };
            if (end..sentence.tokens.end).any(obliges) {
                self.name(sentence, ask, found.words_start);
                return end;
            }
            let stop = trimmed_end(&self.reading, end, sentence.tokens.end);
            let clause = ask.kind == RecommendationKind::Concern
                && (end..stop)
                    .any(|index| self.reading.has(index, Class::Be) || self.reading.has(index, Class::Have));
            let several = clause && self.is_plural(found.words_start..end);
            if clause && !several {
                self.push(end..stop, ask);
            } else {
                for part in split_things(&self.reading, end..stop) {
                    self.push(part, ask);
                }
            }
            return sentence.tokens.end;
        }
        let due =
            found.slot(Slot::Deadline).or_else(|| deadline_before(&self.reading, sentence.tokens.clone()));
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
                for part in split_actions(&self.reading, tokens.start..end) {
                    self.push_with(part, ask, due.clone());
                }
                self.listed_to = block + 1;
            }
        }
        end
    }

    /// Whether asks are named, other than worries, in a sentence.
    pub(crate) fn names_in(&self, sentence: usize) -> bool {
        self.named
            .is_some_and(|named| named.sentence == sentence && named.kind != RecommendationKind::Concern)
    }

    /// "Three areas for improvement were set out for the school and its council:": items stand below.
    fn is_above_list(&self, sentence: &Sentence) -> bool {
        let below = self.reading.blocks.get(sentence.block + 1);
        self.reading.token(sentence.tokens.end - 1).kind == Kind::Colon
            && below.is_some_and(|block| block.kind == BlockKind::Item)
    }

    /// "two causes of concern", "concerns": more than one is announced.
    fn is_plural(&self, words: Range<usize>) -> bool {
        words.into_iter().any(|index| self.reading.is_one_of(index, &["causes", "concerns"]))
    }

    /// Running text behind a list: more than one sentence.
    fn is_paragraph(&self, block: usize) -> bool {
        let tokens = &self.reading.tokens.blocks[block];
        let first = &self.reading.tokens.sentences[self.reading.sentence_of(tokens.start)].tokens;
        tokens.len() > 25 && first.end < tokens.end
    }

    /// The asks that the sentence before has named and this one tells; whether there are any.
    pub(crate) fn read_named_list(&mut self, sentence: &Sentence) -> bool {
        let follows = |named: &Named| {
            named.block == sentence.block
                || named.sentence + 1 == self.sentence && self.says_they_are(&sentence.tokens)
        };
        let Some(named) = self.named.filter(follows) else { return false };
        if self.agents.voices.at(sentence.tokens.start) == Voice::Other {
            return false;
        }
        let ask = Ask { kind: named.kind, implied: false, phrase: named.phrase };
        let tokens = sentence.tokens.clone();
        let next = named.sentence + 1 == self.sentence;
        if next && self.says_they_are(&tokens) && self.reading.token(tokens.end - 1).kind == Kind::Colon {
            let heading =
                PhraseMatch { tokens: tokens.clone(), words_start: tokens.start, ..PhraseMatch::default() };
            self.heading(sentence, &heading, ask);
            return true;
        }
        if let Some(parts) = self.told_at_once(named, &tokens).filter(|_| next) {
            parts.into_iter().for_each(|part| self.push(part, ask));
            self.named = None;
            return true;
        }
        let each = self.is_one_of_so_many(named, sentence);
        if each {
            let end = trimmed_end(&self.reading, tokens.start, tokens.end);
            self.push(self.past_and(tokens.start)..end, ask);
        }
        each
    }

    /// "They are", "These include", "Those six include".
    fn says_they_are(&self, tokens: &Range<usize>) -> bool {
        self.they_are_end(tokens).is_some()
    }

    /// The token behind "They are", "These include", "Those six include".
    fn they_are_end(&self, tokens: &Range<usize>) -> Option<usize> {
        let numbered = self.reading.is_one_of(tokens.start, &["these", "those", "the"])
            && tokens.len() > 3
            && self.reading.small_number(tokens.start + 1).is_some();
        // "five of the concerns are priorities. | The priorities include"
        let named = self.reading.is(tokens.start, "the")
            && tokens.len() > 3
            && self.reading.is_one_of(tokens.start + 1, &["priorities", "priority"]);
        // "Among them are", "Among these were"
        let among = self.reading.is(tokens.start, "among")
            && tokens.len() > 3
            && self.reading.is_one_of(tokens.start + 1, &["them", "these", "those"]);
        let verb = tokens.start + if numbered || named || among { 2 } else { 1 };
        let they = numbered || named || among || self.reading.is_one_of(tokens.start, &["they", "these"]);
        let are =
            verb + 1 < tokens.end && self.reading.is_one_of(verb, &["are", "include", "were", "included"]);
        (they && are).then_some(verb + 1)
    }

    /// The parts of a sentence that tells every ask named before it.
    fn told_at_once(&self, named: Named, tokens: &Range<usize>) -> Option<Vec<Range<usize>>> {
        let end = trimmed_end(&self.reading, tokens.start, tokens.end);
        if let Some(parts) = self.counted_off(tokens.start..end).or_else(|| self.of_them(tokens)) {
            return Some(parts);
        }
        let among = tokens.len() > 4
            && self.reading.is(tokens.start, "among")
            && self.reading.is_one_of(tokens.start + 2, &["are", "were", "was", "is"]);
        let start = self.they_are_end(tokens).unwrap_or(tokens.start + if among { 3 } else { 0 });
        let parts = split_things(&self.reading, start..end);
        let clauses = parts.len() >= 3
            && parts.iter().filter(|part| self.states(part)).count() + 1 >= parts.len()
            && named.kind == RecommendationKind::Concern;
        (start > tokens.start || clauses).then_some(parts)
    }

    /// Whether a part has a verb: "calls are lost".
    fn states(&self, part: &Range<usize>) -> bool {
        part.clone().any(|index| {
            self.reading.has(index, Class::Be)
                || self.reading.has(index, Class::Have)
                || self.reading.word(index).ends_with("ed")
                || self.reading.is(index, "stood")
        })
    }

    /// "Two of them, | the storage of drugs and the speed of repairs |, were stated before."
    fn of_them(&self, tokens: &Range<usize>) -> Option<Vec<Range<usize>>> {
        let some = self.reading.has(tokens.start, Class::Number)
            && self.reading.is(tokens.start + 1, "of")
            && self.reading.is_one_of(tokens.start + 2, &["them", "these", "those"]);
        let comma = |at: usize| self.reading.token(at).kind == Kind::Comma;
        let opens = some && tokens.start + 4 < tokens.end && comma(tokens.start + 3);
        let close = (tokens.start + 4..tokens.end).filter(|_| opens).rfind(|&at| {
            comma(at) && (self.reading.has(at + 1, Class::Be) || self.reading.has(at + 1, Class::Have))
        })?;
        Some(split_things(&self.reading, tokens.start + 4..close))
    }

    /// "three priority concerns. | Too few men had work. | Mould was painted over. | One man in five …": a
    /// paragraph has just as many sentences behind the name as were announced.
    fn is_one_of_so_many(&self, named: Named, sentence: &Sentence) -> bool {
        let same = |other: &&Sentence| other.block == sentence.block;
        let behind = self.reading.tokens.sentences[named.sentence + 1..].iter().take(9).take_while(same);
        named.kind == RecommendationKind::Concern
            && named.count.is_some_and(|count| count > 1 && count == behind.count())
            && sentence.tokens.len() > 3
    }

    fn past_and(&self, at: usize) -> usize {
        at + usize::from(self.reading.is(at, "and"))
    }

    /// "One is that …; the other, that …", "The first is that …, and the second is that …": each clause.
    fn counted_off(&self, sentence: Range<usize>) -> Option<Vec<Range<usize>>> {
        let first = self.reading.is_one_of(sentence.start, &["one", "first"])
            || self.reading.is(sentence.start, "the") && self.reading.is(sentence.start + 1, "first");
        let that = |from: usize, to: usize| {
            (from..to.min(sentence.end))
                .find(|&index| self.reading.is(index, "that") || self.reading.is(index, "is"))
        };
        let past = |at: usize| if self.reading.is(at + 1, "that") { at + 2 } else { at + 1 };
        let begin = past(that(sentence.start, sentence.start + 5).filter(|_| first)?);
        let second = (begin..sentence.end).find(|&index| {
            self.reading.is(index, "another")
                || self.reading.is_one_of(index, &["other", "second"]) && self.reading.is(index - 1, "the")
        })?;
        let next = past(that(second, second + 5)?);
        let the = usize::from(!self.reading.is(second, "another"));
        let end = trimmed_end(&self.reading, begin, second - the);
        Some(vec![begin..end, next..sentence.end])
    }
}
