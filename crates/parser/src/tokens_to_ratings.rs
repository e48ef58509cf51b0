//! Tokens to ratings: the phrase book read over every sentence, lists and tables line by line.

use std::ops::Range;

use onrecord_lexicon::{Slot, Yield};
use onrecord_model::Time;

use crate::block::BlockKind;
use crate::phrase_book::{Filled, PhraseBook, PhraseMatch};
use crate::rating_finding::RatingFinding;
use crate::rating_grade::GradeReading;
use crate::rating_rows::{Columns, Draft};
use crate::rating_scope::{Area, Group, Scope, ScopeReading};
use crate::rating_subject::{Subject, WISHES};
use crate::rating_text::{Article, Play, RatingText};
use crate::rating_words::{RatingWords, Role};
use crate::token::Kind;
use crate::vocabulary::Meaning;
use crate::word_class::Class;

/// Whether a slot says what a grade is for.
fn is_scope(slot: Slot) -> bool {
    matches!(slot, Slot::Scope | Slot::Body)
}

/// Quotation marks round no more words than this mark a term, not speech.
const LONGEST_TERM: usize = 6;

/// `12 were rated good for leadership`: so many bodies, where the area is named besides.
fn counts_bodies(subject: &Subject) -> bool {
    matches!(subject, Subject::Graded(reading) if matches!(reading.scope, Scope::Group(Group::Count(_))))
}

/// A sentence is read in stretches of so many tokens, so that no text takes more than linear time.
const LONGEST_STRETCH: usize = 300;

/// Whether a phrase belongs to the book of ratings.
pub(crate) fn is_rating_phrase(yields: Yield) -> bool {
    matches!(yields, Yield::Rating | Yield::RatingPart | Yield::NoRating)
}

/// The ratings that an inspection's blocks report, in the order of the text.
pub(crate) fn tokens_to_ratings(
    article: Article<'_>,
    words: &RatingWords,
    book: &PhraseBook,
    play: &Play,
    blocks: Range<usize>,
) -> Vec<RatingFinding> {
    let text = RatingText { article, words, play, floor: 0 };
    let mut reader = Reader { text, book, drafts: Vec::new(), places: Places::default() };
    reader.read(blocks);
    text.settle(reader.drafts)
}

struct Reader<'a> {
    text: RatingText<'a>,
    book: &'a PhraseBook,
    drafts: Vec<Draft>,
    places: Places,
}

/// What has been read so far.
#[derive(Default)]
struct Places {
    /// The areas named last, for `there` and `the latter`.
    last_areas: Vec<Area>,
    /// How many drafts stood before this sentence, and before the one before it.
    before_sentence: usize,
    before_last: usize,
    /// The sentence before spoke of an earlier inspection.
    last_was_past: bool,
    last_block: usize,
    /// A grade of another body, or of many, was read in this sentence.
    spoke_of_others: bool,
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
        if block != self.places.last_block {
            self.places.last_was_past = false;
        }
        self.places.last_block = block;
        self.places.spoke_of_others = false;
        if self.text.is_aggregate(tokens.clone())
            || self.text.is_self_assessment(tokens.clone())
            || self.text.is_scale(tokens.clone())
        {
            return;
        }
        let mut found = PhraseMatch::default();
        let mut at = tokens.start;
        self.text.floor = tokens.start;
        while at < tokens.end {
            if self.book.longest(&self.text.article.tokens.list, at, tokens.clone(), &self.text, &mut found) {
                self.take(&found, tokens.clone(), block);
                at = found.tokens.end.max(at + 1);
                if found.yields != Yield::NoRating {
                    self.text.floor = found.tokens.end;
                }
            } else {
                at += 1;
            }
        }
        let past = self.text.opens_in_the_past(tokens.start, tokens.end);
        let goes_on = self
            .text
            .is(self.text.past_quotes(tokens.start, tokens.end).min(tokens.end - 1), Role::BodyPronoun);
        self.places.last_was_past = past || goes_on && self.places.last_was_past;
    }

    /// Makes drafts of a match, or none where the words around it forbid.
    fn take(&mut self, found: &PhraseMatch, sentence: Range<usize>, block: usize) {
        if found.yields == Yield::NoRating {
            return;
        }
        let grades: Vec<&Filled> =
            found.slots.iter().filter(|f| matches!(f.slot, Slot::Grade | Slot::Prior | Slot::Same)).collect();
        if grades.is_empty() {
            self.repeat(found, sentence, block);
            self.add_steps(found);
            return;
        }
        if !self.closes(found, &grades, sentence.end) {
            return;
        }
        if self.is_wished(found, sentence.start)
            || self.is_by_another(found)
            || self.is_of_another(found, sentence.start)
        {
            return;
        }
        let Some(scope) = self.scope(found, &grades, sentence.clone()) else { return };
        if found.yields == Yield::RatingPart && !self.may_be_part(found, &grades, &scope, sentence.clone()) {
            return;
        }
        if self.text.is_speech(found.words_start..found.tokens.end) {
            return;
        }
        let alone = grades.len() == 1;
        let carried = self.text.was_not_looked_at(sentence.clone());
        let scope = if carried { self.carried_scope(scope, sentence.clone()) } else { scope };
        let previous =
            alone && !carried && (self.is_previous(found, sentence.clone()) || self.follows_previous(found));
        if let Scope::Areas(areas) = &scope.scope {
            self.places.last_areas.clone_from(areas);
        }
        for (index, filled) in grades.iter().enumerate() {
            let scope = self.share(&scope, index, &grades);
            self.draft(filled, scope, previous, carried, found.phrase, block);
        }
        self.add_overall(found, &grades, &scope);
        self.add_steps(found);
    }

    /// `rated good by Ofsted` in an article on an inspection by another.
    fn is_by_another(&self, found: &PhraseMatch) -> bool {
        let Some(by) = found.slot(Slot::Inspectorate) else { return false };
        let mut starts = by.clone();
        starts.any(|at| {
            let terms = self.text.article.vocabulary.terms(&self.text.article.tokens.list[at..by.end]);
            terms.last().is_some_and(|(_, meanings)| {
                let names = |meaning: &Meaning| matches!(meaning, Meaning::Inspectorate(_));
                meanings.iter().any(names)
                    && !meanings.contains(&Meaning::Inspectorate(self.text.play.inspectorate))
            })
        })
    }

    /// `Its other home was told that it was good`: the pronoun is the other home.
    fn is_of_another(&self, found: &PhraseMatch, start: usize) -> bool {
        let before = found.words_start.checked_sub(1).filter(|&before| before > start);
        before.is_some_and(|before| {
            let told = self.text.is(before, Role::BodyPronoun)
                || self.text.is(found.words_start + 1, Role::BodyPronoun);
            let first = (start..before).find(|&index| self.text.is_finite(index));
            told && first.is_some_and(|verb| {
                (start..verb).any(|index| self.text.is(index, Role::Foreign))
                    && self.text.subject(start, verb) == Subject::Other
            })
        })
    }

    /// `working to get back to good`, `if it improves to good`: what is wanted, not what is.
    fn is_wished(&self, found: &PhraseMatch, start: usize) -> bool {
        let from = start.max(found.words_start.saturating_sub(6));
        let clause = (from..found.words_start).rev().take_while(|&index| {
            !self.text.is_mark(index)
                && !self.text.has(index, Class::Relative)
                && !self.text.is_word(index, "after")
        });
        let mut words = clause;
        words.any(|index| {
            WISHES.iter().any(|word| self.text.is_word(index, word))
                || self.text.is_word(index, "to")
                    && ["get", "be", "become", "bring", "return", "move"]
                        .iter()
                        .any(|word| self.text.is_word(index + 1, word))
                    && !self.text.reports(index.saturating_sub(1))
        })
    }

    /// Whether a grade that ends the match ends its phrase as well: `given a good | clean` does not.
    fn closes(&self, found: &PhraseMatch, grades: &[&Filled], end: usize) -> bool {
        let Some(last) = grades.last().filter(|filled| filled.tokens.end == found.tokens.end) else {
            return true;
        };
        self.text.is_quoted_grade(last.tokens.clone()) || self.text.ends_phrase(last.tokens.end, end)
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
        let draft = Draft {
            grade,
            grade_tokens: filled.tokens.clone(),
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

    /// `, and 'requires improvement' in six others` right behind an earlier grade is an earlier one, too.
    fn follows_previous(&self, found: &PhraseMatch) -> bool {
        let Some(last) = self.drafts[self.places.before_sentence..].last() else { return false };
        let between = self.text.floor.min(found.tokens.start)..found.tokens.start;
        let opens = found.slots.first().is_some_and(|filled| filled.tokens.start == found.words_start);
        found.yields == Yield::RatingPart
            && opens
            && last.time == Time::Previous
            && between.len() <= 3
            && self.drafts[self.places.before_sentence..].iter().all(|draft| draft.time == Time::Previous)
    }

    /// `rated inadequate overall and in all five categories`: the whole has the grade as well.
    fn add_overall(&mut self, found: &PhraseMatch, grades: &[&Filled], scope: &ScopeReading) {
        let from = grades.last().map_or(found.tokens.start, |filled| filled.tokens.end);
        let overall = (from..found.tokens.end).any(|index| self.text.is_word(index, "overall"));
        if overall
            && scope.scope != Scope::Body
            && let Some(last) = self.drafts.last().cloned()
        {
            self.drafts.push(Draft {
                scope: ScopeReading { scope: Scope::Body, tokens: scope.tokens.clone() },
                ..last
            });
        }
    }

    /// `up two grades, to good`: the earlier grade follows from the steps.
    fn add_steps(&mut self, found: &PhraseMatch) {
        let count = found.slots.iter().find(|filled| filled.slot == Slot::Count);
        let Some(steps) = count.and_then(|filled| self.text.number(filled.tokens.start)) else { return };
        let id = self.text.article.lexicon.phrases()[usize::from(found.phrase)].id.as_str();
        let above = match id {
            "moved-steps-up" | "steps-above" => -(steps as i8),
            "moved-steps-down" | "steps-below" => steps as i8,
            _ => return,
        };
        let Some(last) = self.drafts[self.places.before_sentence..].last().cloned() else { return };
        let grade = match last.grade {
            GradeReading::Words { at, length } => GradeReading::Beside { at, length, above },
            GradeReading::Number(value) => GradeReading::NumberBeside { value, above },
            _ => return,
        };
        self.drafts.push(Draft { grade, time: Time::Previous, ..last });
    }

    /// What was not looked at and keeps its grade stands at the head of the sentence.
    fn carried_scope(&self, scope: ScopeReading, sentence: Range<usize>) -> ScopeReading {
        let open = matches!(&scope.scope, Scope::Body | Scope::Back)
            || matches!(&scope.scope, Scope::Areas(areas) if areas.iter().all(|area| area.known.is_none()));
        let verb = sentence.clone().find(|&index| self.text.is_finite(index));
        if open
            && let Some(Subject::Graded(list)) = verb.map(|verb| self.text.subject(sentence.start, verb))
            && let Scope::Areas(_) = &list.scope
        {
            return list;
        }
        scope
    }

    fn is_previous(&self, found: &PhraseMatch, sentence: Range<usize>) -> bool {
        self.text.is_previous(found.words_start..found.tokens.end, sentence.clone())
            || self.places.last_was_past
                && self.text.is(self.text.past_quotes(sentence.start, sentence.end), Role::BodyPronoun)
    }

    /// What the grades of a match are for: the words behind the grade, else the object, else the subject.
    fn scope(
        &mut self,
        found: &PhraseMatch,
        grades: &[&Filled],
        sentence: Range<usize>,
    ) -> Option<ScopeReading> {
        if let Some(reading) = self.counted(found, grades) {
            return Some(reading);
        }
        if let Some(reading) = self.goes_on(found, grades) {
            return Some(reading);
        }
        if self.text.is_word(found.tokens.end - 1, "there") {
            return self
                .named(ScopeReading { scope: Scope::Back, tokens: found.tokens.end - 1..found.tokens.end });
        }
        if let Some(reading) = self.apposed(found, &sentence) {
            return Some(reading);
        }
        if found.yields == Yield::RatingPart && found.slots.iter().any(|filled| filled.slot == Slot::When) {
            return None;
        }
        let given = found.slots.iter().filter(|f| is_scope(f.slot) && f.tokens.start >= found.words_start);
        let given: Vec<ScopeReading> = given
            .filter_map(|f| {
                self.text
                    .scope(f.tokens.start, sentence.end)
                    .or_else(|| self.text.scope(f.tokens.start, f.tokens.end))
            })
            .collect();
        let active = found.slots.iter().any(|f| {
            is_scope(f.slot) && f.tokens.start >= found.words_start && f.tokens.start < grades[0].tokens.start
        });
        if let Some(area) = given.iter().rev().find(|reading| reading.scope != Scope::Body) {
            let predicate = found.slots.iter().any(|f| {
                f.slot == Slot::Scope
                    && f.tokens.start > found.words_start
                    && self.text.has(f.tokens.start - 1, Class::Be)
            });
            let subject = self.text.subject(sentence.start, found.words_start);
            let named = matches!(area.scope, Scope::Areas(_));
            if !active && !predicate && subject == Subject::Denied {
                return None;
            }
            if !active && !predicate && (subject == Subject::Other || named && counts_bodies(&subject)) {
                self.places.spoke_of_others = true;
                return None;
            }
            return self.named(area.clone());
        }
        if active && let Some(body) = given.first() {
            return Some(self.fronted(body.clone(), sentence));
        }
        match self.text.subject(sentence.start, found.words_start) {
            Subject::Graded(reading) => {
                let reading = self.listed_behind(reading, found.tokens.end, sentence.end);
                let reading = self.fronted(reading, sentence);
                self.named(reading)
            }
            Subject::Denied => None,
            Subject::Other => {
                self.places.spoke_of_others = true;
                None
            }
            Subject::Agent | Subject::None => {
                let words = found.words_start..found.tokens.end;
                Some(ScopeReading { scope: Scope::Body, tokens: words })
            }
        }
    }

    /// `Three were found to require improvement: planning, …`: the list names what the subject counts.
    fn listed_behind(&self, reading: ScopeReading, at: usize, end: usize) -> ScopeReading {
        let counted = matches!(reading.scope, Scope::Group(_));
        let all = self.text.is(reading.tokens.start, Role::All)
            || reading.tokens.start > 0 && self.text.is(reading.tokens.start - 1, Role::All);
        let colon = at < end && self.text.token(at).kind == Kind::Colon;
        if colon
            && (counted || all)
            && let Some(list) = self.text.list(at + 1, end)
            && let Scope::Areas(areas) = &list.scope
            && areas.len() > 1
        {
            return list;
        }
        reading
    }

    /// `For leadership it has moved up`: the area stands before the body.
    fn fronted(&self, reading: ScopeReading, sentence: Range<usize>) -> ScopeReading {
        let start = self.text.past_quotes(sentence.start, sentence.end);
        let leads = reading.scope == Scope::Body
            && reading.tokens.start > start + 1
            && self.text.is(start, Role::AreaPreposition);
        if leads
            && let Some(area) = self.text.scope(start + 1, reading.tokens.start)
            && let Scope::Areas(areas) = &area.scope
            && areas.iter().all(|area| area.known.is_some())
        {
            return area;
        }
        reading
    }

    /// `one 'outstanding', two 'good'`: so many areas.
    fn counted(&self, found: &PhraseMatch, grades: &[&Filled]) -> Option<ScopeReading> {
        let count = found
            .slots
            .iter()
            .find(|filled| filled.slot == Slot::Count && filled.tokens.end <= grades[0].tokens.start)?;
        let steps = found.slots.iter().any(|filled| filled.slot == Slot::Scope);
        if self.text.is_verb_grade(grades[0].tokens.clone()) {
            return None;
        }
        let number = self.text.number(count.tokens.start).filter(|_| !steps && grades.len() == 1)?;
        let next = grades[0].tokens.start == count.tokens.end
            || self.text.past_quotes(count.tokens.end, grades[0].tokens.start) == grades[0].tokens.start;
        next.then(|| ScopeReading { scope: Scope::Group(Group::Count(number)), tokens: count.tokens.clone() })
    }

    /// `its leadership, good in 2021, was raised`: the grade stands between commas behind its area.
    fn apposed(&self, found: &PhraseMatch, sentence: &Range<usize>) -> Option<ScopeReading> {
        let dated =
            found.yields == Yield::RatingPart && found.slots.iter().any(|filled| filled.slot == Slot::When);
        let before = self.text.before_quotes(sentence.start, found.words_start).checked_sub(1)?;
        let comma = dated && before > sentence.start && self.text.token(before).kind == Kind::Comma;
        let subject = comma.then(|| self.text.subject(sentence.start, before))?;
        match subject {
            Subject::Graded(reading) => Some(reading),
            Subject::Agent | Subject::Other | Subject::Denied | Subject::None => None,
        }
    }

    /// `…, down from good`: an earlier grade behind a mark is for what the words before it were for.
    fn goes_on(&self, found: &PhraseMatch, grades: &[&Filled]) -> Option<ScopeReading> {
        let earlier = grades.iter().all(|filled| filled.slot == Slot::Prior);
        let before = self.text.before_quotes(0, found.words_start).checked_sub(1)?;
        let marked = matches!(self.text.token(before).kind, Kind::Comma | Kind::Dash | Kind::BracketOpen)
            || ["steps", "grades", "notches", "step", "grade", "notch", "places", "levels"]
                .iter()
                .any(|word| self.text.is_word(before, word));
        let last = self.drafts[self.places.before_sentence..].last()?;
        (earlier && marked).then(|| last.scope.clone())
    }

    /// `there` is the area named last.
    fn named(&self, reading: ScopeReading) -> Option<ScopeReading> {
        if reading.scope != Scope::Back {
            return Some(reading);
        }
        let from = reading.tokens.start.saturating_sub(60);
        let nearest = (from..reading.tokens.start).rev().find_map(|end| {
            self.text
                .known_area_before(from, end + 1)
                .map(|(at, scale, area)| Area { tokens: at..end + 1, known: Some((scale, area)) })
        });
        let areas = match nearest {
            Some(area) => vec![area],
            None => self.places.last_areas.clone(),
        };
        (!areas.is_empty()).then_some(ScopeReading { scope: Scope::Areas(areas), ..reading })
    }

    /// Whether what only looks like a rating is one here.
    fn may_be_part(
        &self,
        found: &PhraseMatch,
        grades: &[&Filled],
        scope: &ScopeReading,
        sentence: Range<usize>,
    ) -> bool {
        let verb_alone = found.slots.iter().all(|filled| !is_scope(filled.slot))
            && self.text.is_verb_grade(grades[0].tokens.clone());
        if found.slots.len() == 1 && found.tokens == grades[0].tokens || verb_alone {
            return self.may_be_bare(grades[0], scope, sentence);
        }
        if self.places.spoke_of_others && self.drafts.len() == self.places.before_sentence {
            return false;
        }
        let in_sentence = self.drafts.len() > self.places.before_sentence;
        let near = in_sentence || self.places.before_sentence > self.places.before_last;
        let quoted = grades.iter().any(|filled| self.text.is_quoted_grade(filled.tokens.clone()));
        let known = match &scope.scope {
            Scope::Areas(areas) => areas.iter().all(|area| area.known.is_some()),
            Scope::Group(_) | Scope::Whole(_) => true,
            Scope::Body | Scope::Back => false,
        };
        if found.slots.iter().any(|filled| filled.slot == Slot::Count) {
            let counted = |draft: &Draft| matches!(draft.scope.scope, Scope::Group(Group::Count(_)));
            return quoted || self.drafts[self.places.before_sentence..].last().is_some_and(counted);
        }
        let area = matches!(scope.scope, Scope::Areas(_));
        let words_only = grades.iter().all(|filled| {
            !matches!(
                self.text.grade(filled.tokens.start, filled.tokens.end),
                Some((GradeReading::Number(_), _))
            )
        });
        known || quoted || in_sentence || (near && area && words_only && self.ends_shortly(found))
    }

    /// A grade alone: a verb (`both required improvement`), in brackets behind its area, or behind an area
    /// whose verb was said before (`and leadership outstanding`).
    fn may_be_bare(&self, grade: &Filled, scope: &ScopeReading, sentence: Range<usize>) -> bool {
        let Scope::Areas(areas) = &scope.scope else {
            let near = self.places.before_sentence > self.places.before_last
                || self.drafts.len() > self.places.before_sentence;
            return scope.scope == Scope::Body && near && self.text.is_verb_grade(grade.tokens.clone());
        };
        let known = areas.iter().all(|area| area.known.is_some());
        if self.text.is_verb_grade(grade.tokens.clone()) {
            let short =
                areas.iter().all(|area| area.tokens.len() <= 5 && area.tokens.start <= sentence.start + 2);
            return known || short && self.places.before_sentence > self.places.before_last;
        }
        let before = self.text.before_quotes(sentence.start, grade.tokens.start);
        let bracket = before > sentence.start && self.text.token(before - 1).kind == Kind::BracketOpen;
        let adjoins = areas.iter().any(|area| area.tokens.end == before);
        let in_sentence = self.drafts.len() > self.places.before_sentence;
        bracket && self.text.is_quoted_grade(grade.tokens.clone())
            || (adjoins && in_sentence && known)
            || (adjoins
                && in_sentence
                && self.text.is_elided(scope.tokens.start, sentence.start, grade.tokens.end, sentence.end))
    }

    /// `care and welfare was outstanding.`: nothing else follows that the grade word could belong to.
    fn ends_shortly(&self, found: &PhraseMatch) -> bool {
        let end = found.tokens.end;
        end >= self.text.article.tokens.list.len() || self.text.is_mark(end)
    }

    /// A row without a grade: `as was X` and `so have X` give X the grades of the words before; `both grades
    /// were unchanged` says that they were the same the last time.
    fn repeat(&mut self, found: &PhraseMatch, sentence: Range<usize>, block: usize) {
        let scope = found.slots.iter().find(|filled| filled.slot == Slot::Scope);
        let drafts = match scope {
            Some(filled) => {
                let Some(reading) = self.text.scope(filled.tokens.start, sentence.end) else { return };
                self.repeated(reading, found.phrase, block)
            }
            None if found.slots.iter().any(|filled| filled.slot == Slot::Count) => Vec::new(),
            None => self.unchanged(found.words_start),
        };
        self.drafts.extend(drafts);
    }

    fn repeated(&self, reading: ScopeReading, phrase: u16, block: usize) -> Vec<Draft> {
        let from = self.recent();
        let Some(last) = self.drafts[from..].last() else { return Vec::new() };
        let same_words = |draft: &&Draft| draft.phrase == last.phrase && draft.scope == last.scope;
        let source = self.drafts[from..].iter().filter(same_words);
        let copies: Vec<&Draft> = source.collect();
        let given_now =
            |grade: GradeReading| copies.iter().any(|d| d.time == Time::Current && d.grade == grade);
        copies
            .iter()
            .filter(|draft| draft.time == Time::Current || !given_now(draft.grade))
            .map(|draft| Draft { scope: reading.clone(), phrase: Some(phrase), block, ..(*draft).clone() })
            .collect()
    }

    /// Where the drafts of this sentence begin, or if it has none, those of the one before.
    fn recent(&self) -> usize {
        let here = self.drafts.len() > self.places.before_sentence;
        if here { self.places.before_sentence } else { self.places.before_last }
    }

    fn unchanged(&self, words: usize) -> Vec<Draft> {
        let bracket = words > 0 && self.text.token(words - 1).kind == Kind::BracketOpen;
        if bracket {
            let last = self.drafts[self.recent()..].last().cloned();
            return last.map(|draft| Draft { time: Time::Previous, ..draft }).into_iter().collect();
        }
        let from = if self.drafts.len() > self.places.before_sentence {
            self.places.before_sentence
        } else {
            self.places.before_last
        };
        let current = self.drafts[from..].iter().filter(|draft| draft.time == Time::Current);
        current.map(|draft| Draft { time: Time::Previous, ..draft.clone() }).collect()
    }
}

impl RatingText<'_> {
    /// Whether no noun follows that a grade's word would belong to.
    fn ends_phrase(&self, at: usize, end: usize) -> bool {
        if at >= end || !self.token(at).is_word() {
            return true;
        }
        let classes = self.article.vocabulary.classes(self.token(at).symbol);
        classes.has_any(&[
            Class::Preposition,
            Class::Coordinator,
            Class::Subordinator,
            Class::Relative,
            Class::Adverb,
            Class::When,
            Class::Be,
            Class::Have,
            Class::Modal,
            Class::Determiner,
            Class::Subject,
            Class::Number,
        ]) || self.is(at, Role::Boundary)
            || self.is(at, Role::Filler)
            || self.is(at, Role::RatingNoun)
            || self.is(at, Role::Back)
            || self.reports(at)
            || self.body_noun_before(at, at + 1)
            || ["to", "external", "status", "respectively", "standard", "overall", "across"]
                .iter()
                .any(|word| self.is_word(at, word))
    }

    /// `requires improvement`, `needed attention`: the grade is the clause's verb.
    fn is_verb_grade(&self, tokens: Range<usize>) -> bool {
        let first = self.past_quotes(tokens.start, tokens.end);
        first == tokens.start
            && ["requires", "require", "required", "needs", "need", "needed"]
                .iter()
                .any(|word| self.is_word(first, word))
    }

    /// `and end of life care outstanding,`: joined to a clause before, and nothing follows.
    fn is_elided(&self, area: usize, start: usize, after: usize, end: usize) -> bool {
        let mut before = area;
        while before > start
            && (self.is(before - 1, Role::Article) || self.token(before - 1).is_quotation_mark())
        {
            before -= 1;
        }
        let joined = before > start
            && (self.is(before - 1, Role::And)
                || self.token(before - 1).kind == Kind::Comma
                || ["while", "with", "but"].iter().any(|word| self.is_word(before - 1, word)));
        joined && (after >= end || self.is_mark(after) || self.is(after, Role::And))
    }

    /// `were not inspected and keep …`, `was not part of this visit and stands at …`
    fn was_not_looked_at(&self, sentence: Range<usize>) -> bool {
        let looked = [
            "looked",
            "inspected",
            "part",
            "assessed",
            "reviewed",
            "visited",
            "examined",
            "rated",
            "graded",
            "covered",
            "included",
        ];
        sentence.clone().any(|index| {
            self.is_word(index, "not")
                && (index + 1..sentence.end.min(index + 4))
                    .any(|i| looked.iter().any(|word| self.is_word(i, word)))
        })
    }

    /// Whether a grade stands in quotation marks of its own: 'good'.
    fn is_quoted_grade(&self, tokens: Range<usize>) -> bool {
        tokens.clone().any(|index| self.token(index).is_quotation_mark())
            || tokens.start > 0 && self.token(tokens.start - 1).is_quotation_mark()
    }

    /// Whether words stand in somebody's speech, not in the marks round a term or in none.
    fn is_speech(&self, words: Range<usize>) -> bool {
        let quote = self.article.quotes.at(words.start);
        quote.is_some_and(|quote| quote.inner().len() > LONGEST_TERM && quote.tokens.end >= words.end)
    }

    /// Shares and counts of many bodies: `of the 58 cases examined`, `about 14 per cent of state schools`
    fn is_aggregate(&self, sentence: Range<usize>) -> bool {
        let start = self.past_quotes(sentence.start, sentence.end);
        let of = start + 3 < sentence.end && self.is(start, Role::Of);
        if of {
            let number = (start + 1..start + 4)
                .find(|&index| self.token(index).kind == Kind::Number || self.number(index).is_some());
            let areas = (start..sentence.end.min(start + 6)).any(|index| self.is(index, Role::AreaNoun));
            if number.is_some() && !areas {
                return true;
            }
        }
        let mut index = start;
        while index + 1 < sentence.end {
            let share = self.is(index, Role::Share) || self.is_word(index, "%");
            if share && (index + 1..sentence.end.min(index + 4)).any(|i| self.is(i, Role::Of)) {
                return true;
            }
            index += 1;
        }
        false
    }

    /// `our own review judged the school to be good`, `the force had put itself down for five goods`
    fn is_self_assessment(&self, sentence: Range<usize>) -> bool {
        sentence.clone().any(|index| {
            let next = index + 1 < sentence.end;
            self.is_word(index, "own") && next && self.self_noun(index + 1, sentence.end)
                || self.is_word(index, "self")
                    && next
                    && ["assessment", "evaluation", "assessed", "rated"]
                        .iter()
                        .any(|w| self.is_word(index + 1, w))
                || self.is_word(index, "peer") && next && self.is_word(index + 1, "review")
                || ["self-assessment", "self-evaluation"].iter().any(|word| self.is_word(index, word))
        })
    }

    fn self_noun(&self, at: usize, end: usize) -> bool {
        (at..end.min(at + 2)).any(|index| {
            ["review", "evaluation", "assessment", "self", "audit"]
                .iter()
                .any(|word| self.is_word(index, word))
        })
    }

    /// Three grades or more in a row are the scale: `outstanding, good, requires improvement or inadequate`
    fn is_scale(&self, sentence: Range<usize>) -> bool {
        let mut in_row = 0;
        let mut last_end = usize::MAX;
        let mut index = sentence.start;
        while index < sentence.end {
            if let Some((_, stop)) = self.grade_words(index, sentence.end) {
                let close = last_end != usize::MAX && (last_end..index).all(|i| self.joins_scale(i));
                in_row = if close { in_row + 1 } else { 1 };
                if in_row >= 3 {
                    return true;
                }
                last_end = stop;
                index = stop.max(index + 1);
            } else {
                index += 1;
            }
        }
        false
    }

    fn joins_scale(&self, at: usize) -> bool {
        let token = self.token(at);
        matches!(token.kind, Kind::Comma | Kind::Semicolon | Kind::Dash)
            || token.is_quotation_mark()
            || self.is(at, Role::And)
            || self.is_word(at, "or")
            || self.is(at, Role::Article)
    }
}
