//! Tokens to ratings: the phrase book read over every sentence, lists and tables line by line.

use std::ops::Range;

use onrecord_lexicon::{Slot, Yield};
use onrecord_model::Time;

use crate::block::BlockKind;
use crate::phrase_book::{Filled, PhraseBook, PhraseMatch};
use crate::phrase_needs::Held;
use crate::rating_finding::RatingFinding;
use crate::rating_grade::GradeReading;
use crate::rating_known::Known;
use crate::rating_rows::{Columns, Draft};
use crate::rating_scope::{Area, Scope, ScopeReading};
use crate::rating_subject::Subject;
use crate::rating_text::{Play, RatingText};
use crate::rating_words::{RatingWords, Role};
use crate::text::Text;
use crate::word_list::words;

/// A sentence is read in stretches of so many tokens, so that no text takes more than linear time.
const LONGEST_STRETCH: usize = 300;

/// A grade that stays the same is, where its verb speaks of the past, only an earlier one.
fn earlier_slot(slot: Slot, before_now: bool) -> Slot {
    if before_now && slot == Slot::Same { Slot::Prior } else { slot }
}

/// Whether a phrase belongs to the book of ratings.
pub(crate) fn is_rating_phrase(yields: Yield) -> bool {
    matches!(yields, Yield::Rating | Yield::RatingPart | Yield::NoRating)
}

/// The ratings that an inspection's blocks report, in the order of the text.
pub(crate) fn tokens_to_ratings(
    article: Text<'_>,
    words: &RatingWords,
    book: &PhraseBook,
    play: &Play,
    blocks: Range<usize>,
) -> Grades {
    let known = Known::default();
    let text = RatingText { article, words, play, known: &known, floor: 0 };
    let mut reader = Reader {
        text,
        book,
        held: book.held(),
        found: PhraseMatch::default(),
        drafts: Vec::new(),
        unclear: Vec::new(),
        places: Places::default(),
    };
    reader.read(blocks);
    let ratings = text.settle(reader.drafts);
    let read = |words: &Range<usize>| {
        ratings.iter().any(|rating| rating.evidence.start < words.end && words.start < rating.evidence.end)
    };
    let unclear = reader.unclear.into_iter().filter(|words| !read(words)).collect();
    Grades { ratings, unclear }
}

/// The grades of an inspection.
#[derive(Debug, Default)]
pub(crate) struct Grades {
    pub ratings: Vec<RatingFinding>,
    /// Words that give a grade of which the text does not let one tell what it is for.
    pub unclear: Vec<Range<usize>>,
}

/// Reads the sentences of an inspection one after another.
pub(crate) struct Reader<'a> {
    pub text: RatingText<'a>,
    book: &'a PhraseBook,
    held: Held,
    /// The match that was read last, kept so that matching does not allocate.
    found: PhraseMatch,
    pub drafts: Vec<Draft>,
    /// As in [`Grades`].
    unclear: Vec<Range<usize>>,
    pub places: Places,
}

/// What has been read so far.
#[derive(Default)]
pub(crate) struct Places {
    /// The areas named last, for `there` and `the latter`.
    pub last_areas: Vec<Area>,
    /// The list of areas named last, for `the first`, `both` and `all three`.
    pub last_list: Vec<Area>,
    /// How many drafts stood before this sentence, and before the one before it.
    pub before_sentence: usize,
    pub before_last: usize,
    /// The sentence before spoke of an earlier inspection.
    pub last_was_past: bool,
    pub last_block: usize,
    /// A grade of another body, or of many, was read in this sentence.
    pub spoke_of_others: bool,
    /// This sentence, and the one before it; both are empty at the start.
    pub sentence: Range<usize>,
    pub last_sentence: Range<usize>,
}

impl Reader<'_> {
    fn read(&mut self, blocks: Range<usize>) {
        let mut columns = Columns::default();
        let sentences = &self.text.article.tokens.sentences;
        let mut row_read = usize::MAX;
        for sentence in sentences.iter().filter(|sentence| blocks.contains(&sentence.block)) {
            let kind = self.text.article.blocks[sentence.block].kind;
            if matches!(kind, BlockKind::Row | BlockKind::Item) && row_read != sentence.block {
                let tokens = self.text.article.tokens.blocks[sentence.block].clone();
                let rows = self.text.row(tokens, sentence.block, &mut columns);
                if !rows.is_empty() {
                    row_read = sentence.block;
                    self.drafts.extend(rows);
                }
            } else if kind == BlockKind::Paragraph {
                columns = Columns::default();
            }
            if row_read != sentence.block {
                let mut start = sentence.tokens.start;
                while start < sentence.tokens.end {
                    let end = sentence.tokens.end.min(start + LONGEST_STRETCH);
                    self.sentence(start..end, sentence.block);
                    start = end;
                }
            }
        }
    }

    fn sentence(&mut self, tokens: Range<usize>, block: usize) {
        self.places.before_last = self.places.before_sentence;
        self.places.before_sentence = self.drafts.len();
        self.places.last_sentence = std::mem::replace(&mut self.places.sentence, tokens.clone());
        if block != self.places.last_block {
            self.places.last_was_past = false;
        }
        self.places.last_block = block;
        self.places.spoke_of_others = false;
        self.text.known.forget();
        let past = self.text.opens_in_the_past(tokens.start, tokens.end);
        let goes_on = self
            .text
            .is(self.text.past_quotes(tokens.start, tokens.end).min(tokens.end - 1), Role::BodyPronoun);
        let was_past = past || goes_on && self.places.last_was_past;
        self.book.note(&self.text.article.tokens.list, tokens.clone(), &self.text, &mut self.held);
        let tells_time = was_past != self.places.last_was_past;
        if tells_time && self.grades_nobody(&tokens) {
            return;
        }
        self.openings(tokens, block, tells_time);
        self.places.last_was_past = was_past;
    }

    /// Whether the grades of a sentence are those of many, of others, or of nobody.
    fn grades_nobody(&self, sentence: &Range<usize>) -> bool {
        self.text.is_aggregate(sentence.clone())
            || self.text.is_of_another_inspectorate(sentence.clone())
            || self.text.is_self_assessment(sentence.clone())
            || self.text.is_scale(sentence.clone())
    }

    /// Reads the rows that begin in a sentence, one behind another. Unless its grades are known to be somebody's,
    /// that is looked into where the first row matches: few sentences hold one.
    fn openings(&mut self, tokens: Range<usize>, block: usize, mut are_given: bool) {
        let mut found = std::mem::take(&mut self.found);
        let mut at = tokens.start;
        self.text.floor = tokens.start;
        let list = &self.text.article.tokens.list;
        while let Some(opening) = self.held.opening_from(at) {
            at = opening + 1;
            if self.book.longest(list, opening, &self.held, &self.text, &mut found) {
                if !are_given && self.grades_nobody(&tokens) {
                    break;
                }
                are_given = true;
                let reads = self.take(&found, tokens.clone(), block);
                self.asides_inside(&found, tokens.clone(), block);
                if reads {
                    at = found.tokens.end.max(at);
                }
                if reads && found.yields != Yield::NoRating {
                    self.text.floor = found.tokens.end;
                }
            }
        }
        self.found = found;
    }

    /// `A, where the grade has not changed, and B`, `A, where it was good before, and B`: an aside inside a list that a
    /// match has taken whole.
    fn asides_inside(&mut self, found: &PhraseMatch, sentence: Range<usize>, block: usize) {
        let Some(at) = self.text.aside_from(found.tokens.start, found.tokens.end) else { return };
        let Some(close) = (at..found.tokens.end).find(|&index| self.text.is_mark(index)) else { return };
        let mut aside = PhraseMatch::default();
        let list = &self.text.article.tokens.list;
        for opening in at..close {
            let read = self.book.longest(list, opening, &self.held, &self.text, &mut aside);
            if read && aside.tokens.end <= close && (opening > at || self.is_where_unchanged(&aside)) {
                self.take(&aside, sentence, block);
                return;
            }
        }
    }

    /// Makes drafts of a match, or none where the words around it forbid. A row without a grade that finds
    /// nothing to repeat has not read its words: `false`.
    pub(crate) fn take(&mut self, found: &PhraseMatch, sentence: Range<usize>, block: usize) -> bool {
        if found.yields == Yield::NoRating {
            return true;
        }
        let grades: Vec<&Filled> =
            found.slots.iter().filter(|f| matches!(f.slot, Slot::Grade | Slot::Prior | Slot::Same)).collect();
        if grades.is_empty() {
            let counts = found.slots.iter().any(|filled| filled.slot == Slot::Count);
            let repeats = self.repeat(found, sentence, block);
            self.add_steps(found);
            return repeats || counts;
        }
        // `care good and well-|being good`: half a word is no verb.
        if self.text.is_half_word(found.words_start) {
            return false;
        }
        if self.text.is_noun_in_ing(found.words_start, sentence.start)
            || self.text.is_short_relative(found.words_start, grades[0].tokens.start)
        {
            return false;
        }
        if !self.closes(found, &grades, sentence.end) || self.text.is_or_better(found.tokens.end) {
            return true;
        }
        let before = found.words_start.checked_sub(1).filter(|&before| before >= sentence.start);
        if before.is_some_and(|before| self.text.is_word(before, "not") || self.text.is_word(before, "never"))
        {
            return true;
        }
        if self.is_wished(found, sentence.start)
            || self.is_by_another(found)
            || self.is_by_public(found, sentence.start)
            || self.is_of_another(found, sentence.start)
        {
            return true;
        }
        let Some(scope) = self.scope(found, &grades, sentence.clone()) else {
            self.note_unclear(found, sentence.start);
            return true;
        };
        if found.yields == Yield::RatingPart && !self.may_be_part(found, &grades, &scope, sentence.clone()) {
            return !self.text.is_any(found.words_start, words!["to", "with", "plus"]);
        }
        if scope.scope == Scope::Body && self.text.is_for_a_way(found.tokens.end) {
            return true;
        }
        if self.text.is_speech(found.words_start..found.tokens.end)
            && !self.may_be_spoken(found, &grades, &scope, sentence.start)
        {
            return true;
        }
        let alone = grades.len() == 1;
        let carried = self.text.was_not_looked_at(self.clause_between_whiles(found, &sentence));
        let scope = if carried { self.carried_scope(scope, sentence.clone()) } else { scope };
        let previous =
            alone && !carried && (self.is_previous(found, sentence.clone()) || self.follows_previous(found));
        self.remember(&scope);
        let pairs = self.pairs(found, &grades, sentence.end);
        // `has again | rated the home as good`
        let again = self.text.opens_again(sentence.start)
            || before.is_some_and(|before| self.text.is_word(before, "again"))
                && found.slots.first().is_some_and(|filled| filled.slot == Slot::Body);
        // `had been stuck on requires improvement since 2019`
        let before_now = previous && self.text.has_had(found.words_start, sentence.start);
        for (index, filled) in grades.iter().enumerate() {
            let filled =
                &Filled { slot: earlier_slot(filled.slot, before_now), tokens: filled.tokens.clone() };
            if again && filled.slot == Slot::Grade && !previous && !carried {
                self.draft(filled, scope.clone(), true, carried, found.phrase, block);
            }
            let scope = pairs.get(index).cloned().unwrap_or_else(|| self.share(&scope, index, &grades));
            self.draft(filled, scope, previous, carried, found.phrase, block);
        }
        self.add_overall(found, &grades, &scope);
        self.add_steps(found);
        true
    }

    /// Remembers the words of a grade whose subject cannot be told; of somebody else's nothing need be said.
    fn note_unclear(&mut self, found: &PhraseMatch, start: usize) {
        let told = found.yields == Yield::Rating
            && !self.text.is_speech(found.words_start..found.tokens.end)
            && self.text.subject(start, found.words_start) == Subject::Unclear;
        if told {
            self.unclear.push(found.words_start..found.tokens.end);
        }
    }

    /// `A was good, | while B was not looked at and keeps its good |`: the part of a sentence that a match stands in.
    fn clause_between_whiles(&self, found: &PhraseMatch, sentence: &Range<usize>) -> Range<usize> {
        let parts = |&index: &usize| self.text.is_any(index, words!["while", "whereas", "but"]);
        let start = (sentence.start..found.words_start).rev().find(parts).unwrap_or(sentence.start);
        let end = (found.tokens.end..sentence.end).find(parts).unwrap_or(sentence.end);
        start..end
    }

    /// Whether a grade that ends the match ends its phrase as well: `given a good | clean` does not.
    fn closes(&self, found: &PhraseMatch, grades: &[&Filled], end: usize) -> bool {
        let Some(last) = grades.last().filter(|filled| filled.tokens.end == found.tokens.end) else {
            return true;
        };
        self.text.is_quoted_alone(last.tokens.clone()) || self.text.ends_phrase(last.tokens.end, end)
    }

    /// `from outstanding, for A, down to inadequate, for B`: each grade has its scope right behind it.
    fn pairs(&self, found: &PhraseMatch, grades: &[&Filled], end: usize) -> Vec<ScopeReading> {
        let behind = found
            .slots
            .iter()
            .filter(|filled| filled.slot == Slot::Scope && filled.tokens.start > grades[0].tokens.start);
        let scopes: Vec<&Filled> = behind.collect();
        if grades.len() < 2 || scopes.len() != grades.len() {
            return Vec::new();
        }
        let read = |filled: &&Filled| {
            self.text
                .scope(filled.tokens.start, filled.tokens.end)
                .or_else(|| self.text.scope(filled.tokens.start, end))
        };
        scopes.iter().filter_map(read).collect()
    }

    /// `down from reasonably good and good respectively`: each earlier grade has its own area.
    fn share(&self, scope: &ScopeReading, index: usize, grades: &[&Filled]) -> ScopeReading {
        let same_slot = grades.len() > 1 && grades.iter().all(|filled| filled.slot == grades[0].slot);
        match &scope.scope {
            Scope::Areas(areas) if same_slot && areas.len() == grades.len() => {
                ScopeReading { scope: Scope::Areas(vec![areas[index].clone()]), tokens: scope.tokens.clone() }
            }
            _ => scope.clone(),
        }
    }

    fn draft(
        &mut self,
        filled: &Filled,
        scope: ScopeReading,
        previous: bool,
        carried: bool,
        phrase: u16,
        block: usize,
    ) {
        let Some((grade, _)) = self.text.grade(filled.tokens.start, filled.tokens.end) else { return };
        // `from C4|, which it was handed in October 2024,`: the grade alone.
        let end = match grade {
            GradeReading::Words { at, length } if filled.slot == Slot::Prior => at + length,
            _ => filled.tokens.end,
        };
        let draft = Draft {
            grade,
            grade_tokens: filled.tokens.start..end,
            scope,
            time: Time::Current,
            phrase: Some(phrase),
            block,
        };
        match filled.slot {
            Slot::Prior => self.drafts.push(Draft { time: Time::Previous, ..draft }),
            Slot::Same if !carried => {
                self.drafts.push(Draft { time: Time::Previous, ..draft.clone() });
                self.drafts.push(draft);
            }
            _ if previous => self.drafts.push(Draft { time: Time::Previous, ..draft }),
            _ => self.drafts.push(draft),
        }
    }

    /// `rated inadequate overall and in all five categories`: the whole has the grade as well.
    fn add_overall(&mut self, found: &PhraseMatch, grades: &[&Filled], scope: &ScopeReading) {
        let from = grades.last().map_or(found.tokens.start, |filled| filled.tokens.end);
        let overall = (from..found.tokens.end).any(|index| self.text.is_word(index, "overall"));
        // `Leylow Hospital was rated good overall`: the whole of the place that stands before.
        if !overall || scope.scope == Scope::Body || scope.tokens.start < grades[0].tokens.start {
            return;
        }
        for index in self.drafts.len().saturating_sub(grades.len())..self.drafts.len() {
            let whole = ScopeReading { scope: Scope::Body, tokens: scope.tokens.clone() };
            self.drafts.push(Draft { scope: whole, ..self.drafts[index].clone() });
        }
    }
}
