//! How the slots of recommendation phrases are read.

use onrecord_lexicon::Slot;

use crate::ask_detail::deadline_end;
use crate::ask_extent::ask_end;
use crate::cue_words::Cue;
use crate::organisation::Organisations;
use crate::phrase_book::Slots;
use crate::phrase_needs::TELLING;
use crate::reading::Reading;
use crate::token::{Kind, Token};
use crate::word_class::Class;

/// Readers of the slots in recommendation phrases.
pub(crate) struct AskSlots<'a> {
    pub reading: Reading<'a>,
    pub organisations: &'a Organisations,
    /// Whether "after …" ends an action here: the article's own words tell what happened before it.
    pub aside: bool,
}

impl Slots for AskSlots<'_> {
    fn read(&self, slot: Slot, at: usize, end: usize, offer: &mut dyn FnMut(usize)) {
        match slot {
            Slot::Action => self.action(at, end, offer),
            Slot::Clause | Slot::Matter | Slot::List => self.rest(slot, at, end, offer),
            Slot::Body | Slot::Addressee | Slot::Inspectorate => self.addressee(at, end, offer),
            Slot::Deadline | Slot::When => self.deadline(at, end, offer),
            Slot::Count => self.count(at, offer),
            Slot::Gap => self.gap(at, end, offer),
            Slot::Grade | Slot::Prior | Slot::Same | Slot::Scope | Slot::PriorScope | Slot::Purpose => {}
        }
    }

    fn read_back(&self, slot: Slot, start: usize, end: usize, offer: &mut dyn FnMut(usize)) {
        let begin = match slot {
            Slot::Body => self.subject(start, end),
            Slot::Matter | Slot::Clause => self.subject_clause(start, end),
            _ => return,
        };
        if begin < end {
            offer(begin);
        }
    }

    #[inline]
    fn may_start(&self, slot: Slot, at: usize) -> bool {
        slot == Slot::Count && self.is_number(at)
    }

    #[inline]
    fn tells(&self, token: &Token, _: usize) -> [bool; TELLING.len()] {
        let classes = self.reading.vocabulary.classes(token.symbol);
        [false, token.kind == Kind::Number || classes.has_any(&[Class::Number, Class::Determiner])]
    }

    /// No ask has a grade in it.
    #[inline]
    fn may_lead_to_grade(&self, _: &Token) -> bool {
        false
    }

    #[inline]
    fn may_open(&self, token: &Token) -> bool {
        token.kind == Kind::Number || self.reading.vocabulary.classes(token.symbol).has(Class::Number)
    }
}

impl AskSlots<'_> {
    /// An infinitive with what belongs to it: "repair the gate and appoint a second lead".
    fn action(&self, at: usize, end: usize, offer: &mut dyn FnMut(usize)) {
        let token = self.reading.token(at);
        let lower = token.is_word() && !token.is_capital();
        if lower && !self.is_no_verb(at) {
            offer(ask_end(&self.reading, at, end, self.aside, Slot::Action));
        }
    }

    fn is_no_verb(&self, at: usize) -> bool {
        let classes = self.reading.vocabulary.classes(self.reading.token(at).symbol);
        let word = self.reading.word(at);
        let plural = word.ends_with('s')
            && !word.ends_with("ss")
            && !self.reading.cue(at, Cue::Act)
            && word != "focus";
        plural
            || classes.has_any(&[Class::Determiner, Class::Preposition, Class::Subordinator, Class::Number])
            || classes.has(Class::Have) && !self.reading.is(at, "have")
    }

    /// A clause or things in a row, to the end of the sentence or to who says so.
    fn rest(&self, slot: Slot, at: usize, end: usize, offer: &mut dyn FnMut(usize)) {
        // "urged | to mend the gate": an action, no thing
        let action = slot == Slot::Matter && self.reading.is(at, "to") && !self.reading.is(at + 1, "see");
        if action || self.reading.is(at, "that") || self.reading.is_kind(at, Kind::Comma) {
            return;
        }
        let stop = ask_end(&self.reading, at, end, self.aside, slot);
        if stop > at {
            offer(stop);
        }
        // "flagged | the keeping of records | as an area for improvement", "concerns about | falls | were raised"
        let breaks = |index: &usize| self.reading.is_one_of(*index, &["as", "was", "were", "has", "have"]);
        (at + 1..stop.min(at + 20)).filter(breaks).for_each(offer);
    }

    /// Whoever is asked, up to the words that follow: "the provider, Solas Midlands,".
    fn addressee(&self, at: usize, end: usize, offer: &mut dyn FnMut(usize)) {
        // "recommends | installing a lift": what is to be done, and not who is asked
        let gerund = self.reading.word(at).ends_with("ing") && self.reading.has(at + 1, Class::Determiner);
        // "requires | improvement at responding to children": a grade
        let grade = self.reading.is(at, "improvement");
        if gerund || grade || self.reading.has(at, Class::Preposition) {
            return;
        }
        for next in at + 1..=end.min(at + 11) {
            let index = next - 1;
            let classes = self.reading.vocabulary.classes(self.reading.token(index).symbol);
            let kind = self.reading.token(index).kind;
            let verb = classes.has_any(&[
                Class::Be,
                Class::Have,
                Class::Modal,
                Class::Relative,
                Class::Subordinator,
            ]) && !self.reading.is(index, "one");
            if index > at && kind == Kind::Comma && self.reading.is_one_of(index + 1, &["who", "which"]) {
                // "requires the owner, who has a home elsewhere, | to have a manager"
                let past = (index + 2..end.min(index + 30)).find(|&close| {
                    self.reading.token(close).kind == Kind::Comma && self.reading.is(close + 1, "to")
                });
                past.into_iter().for_each(|close| offer(close + 1));
                return;
            }
            if verb
                || matches!(kind, Kind::DoubleOpen | Kind::DoubleClose | Kind::DoubleStraight)
                || matches!(kind, Kind::Stop | Kind::Colon | Kind::Semicolon | Kind::Dash)
                || self.reading.is(index, "to")
                || self.reading.is(index, "for")
                    && self.reading.is_one_of(index + 1, &["a", "an", "more", "better"])
                || index == at && kind == Kind::Comma
            {
                return;
            }
            offer(next);
        }
    }

    /// "by the end of April", "within 28 days", "immediately".
    fn deadline(&self, at: usize, end: usize, offer: &mut dyn FnMut(usize)) {
        let leads = ["by", "within", "until", "before"].iter().any(|word| self.reading.is(at, word));
        let start = if leads { at + 1 } else { at };
        let stop = deadline_end(&self.reading, start, end);
        if stop > start {
            offer(stop);
        } else if self.reading.is_time(at) {
            offer(at + 1);
        }
    }

    /// "three", "3", "an": how many.
    fn count(&self, at: usize, offer: &mut dyn FnMut(usize)) {
        if self.is_count(at) {
            offer(at + 1);
        }
    }

    fn is_count(&self, at: usize) -> bool {
        self.is_number(at) || self.reading.has(at, Class::Determiner)
    }

    fn is_number(&self, at: usize) -> bool {
        self.reading.token(at).kind == Kind::Number || self.reading.has(at, Class::Number)
    }

    fn gap(&self, at: usize, end: usize, offer: &mut dyn FnMut(usize)) {
        for next in at + 1..=end.min(at + 5) {
            let token = self.reading.token(next - 1);
            if !(token.is_word()
                || matches!(token.kind, Kind::Number | Kind::Clitic)
                || token.kind == Kind::Mark && token.is_glued()
                || token.is_quotation_mark())
            {
                return;
            }
            offer(next);
        }
    }

    /// The noun phrase before a modal: "the chair of the board | must".
    fn subject(&self, start: usize, end: usize) -> usize {
        let mut begin = end;
        if ["it", "they", "he", "she", "we"].iter().any(|word| end > start && self.reading.is(end - 1, word))
        {
            return end - 1;
        }
        if let Some(open) = self.opens_aside(start, end) {
            return self.subject(start, open);
        }
        while begin > start && begin + 10 > end && self.belongs_to_subject(start, begin - 1, end) {
            begin -= 1;
        }
        let names = &self.organisations.names;
        let before = names.partition_point(|name| name.tokens.start < begin).checked_sub(1);
        if let Some(name) = before.map(|index| &names[index])
            && name.tokens.end > begin
            && begin < end
            && name.tokens.start >= start
        {
            begin = name.tokens.start;
        }
        if begin < end && self.reading.has(begin, Class::Preposition) {
            let determiner = (begin + 2..end).rev().find(|&index| {
                self.reading.has(index, Class::Determiner) && !self.reading.has(index - 1, Class::Preposition)
            });
            begin = determiner.unwrap_or(begin);
        }
        begin = self.name_behind_phrase(begin, end).unwrap_or(begin);
        while begin < end && (self.reading.has(begin, Class::Preposition) || self.reading.is(begin, "and")) {
            begin += 1;
        }
        // "by 3 November | managers must"
        if begin + 2 < end
            && self.reading.is_kind(begin, Kind::Number)
            && self.reading.has(begin + 1, Class::Month)
        {
            begin += 2;
        }
        begin
    }

    /// "Under the judgement | Cobbleford must": where the name behind a phrase without a comma begins.
    fn name_behind_phrase(&self, begin: usize, end: usize) -> Option<usize> {
        let capital = |index: usize| self.reading.token(index).is_capital();
        let leads = self.reading.is_one_of(begin, &["under", "in", "within", "after", "following", "by"]);
        let name = (begin + 3..end).find(|&index| capital(index)).filter(|_| leads)?;
        let noun = self.reading.is_word(name - 1)
            && !capital(name - 1)
            && !self.reading.has(name - 1, Class::Preposition)
            && !self.reading.has(name - 1, Class::Determiner);
        (noun && (name..end).all(capital)).then_some(name)
    }

    /// "the fire drill |, which had not been held, | should": the comma that opens what is inserted before a modal.
    fn opens_aside(&self, start: usize, end: usize) -> Option<usize> {
        let comma = |index: usize| self.reading.token(index).kind == Kind::Comma;
        let close = end.checked_sub(1).filter(|&close| close > start + 2 && comma(close))?;
        let open = (start + 1..close).rev().take(14).find(|&index| comma(index))?;
        let listed = self.reading.has(open + 1, Class::Coordinator);
        (!listed && close > open + 1).then_some(open)
    }

    fn belongs_to_subject(&self, start: usize, index: usize, end: usize) -> bool {
        let classes = self.reading.vocabulary.classes(self.reading.token(index).symbol);
        let kind = self.reading.token(index).kind;
        let in_term =
            self.reading.is(index, "and") && index + 1 < end && self.reading.is(index + 1, "rescue");
        let joins_leaders = in_term
            || self.reading.is(index, "and")
                && index > start
                && (self.reading.cue(index - 1, Cue::Leaders) || self.joins_names(index));
        let relative = self.reading.is_one_of(index, &["which", "whom", "whose", "whether", "if"]);
        let breaks = relative
            || classes.has_any(&[Class::Be, Class::Have, Class::Modal, Class::Do, Class::Subordinator])
                && !self.reading.cue(index, Cue::Leaders)
                && !(index + 1 == end && classes.has_any(&[Class::Subject]))
            || self.reading.is_one_of(
                index,
                &["feel", "feels", "felt", "thought", "reckon", "reckoned", "believed", "think"],
            )
            || self.reading.reports(index)
                && index + 1 < end
                && index > start
                && !self.reading.has(index - 1, Class::Determiner)
                && !self.reading.cue(index, Cue::Leaders);
        let hyphen = kind == Kind::Mark && self.reading.token(index).is_glued();
        (matches!(kind, Kind::Word | Kind::Number | Kind::Clitic)
            || hyphen
            || kind == Kind::SingleClose && self.reading.token(index).is_glued())
            && !breaks
            && (!classes.has(Class::Coordinator) || joins_leaders)
    }

    /// "Inspectors said (that) | the building", "It found | the building": the verb or "that" before a clause.
    fn is_told_by_inspectors(&self, start: usize, index: usize) -> bool {
        let verb = index - usize::from(index > start && self.reading.is(index, "that"));
        let head = start..verb;
        let mentions = &self.organisations.inspectorates;
        let from = mentions.partition_point(|mention| mention.tokens.start < head.start);
        let named = mentions.get(from).is_some_and(|mention| mention.tokens.end <= head.end);
        let second = verb < index && self.reading.is(verb, "and");
        second
            || self.reading.reports(verb)
                && (named
                    || head.clone().any(|at| self.reading.cue(at, Cue::Inspectors))
                    || head.len() <= 2 && self.reading.is_pronoun(head.start, &["it", "they", "he", "she"]))
    }

    /// "Welsh and English": names on both sides.
    fn joins_names(&self, and: usize) -> bool {
        self.reading.token(and - 1).is_capital() && self.reading.token(and + 1).is_capital()
    }

    /// A whole clause before its last words: "the way it checks that people agree | needs work".
    fn subject_clause(&self, start: usize, end: usize) -> usize {
        // "Patients still wait |, which worries the watchdog"
        let remark =
            end > start && self.reading.is(end, "which") && self.reading.is_kind(end - 1, Kind::Comma);
        let mut begin = end - usize::from(remark);
        while begin > start && begin + 30 > end {
            let kind = self.reading.token(begin - 1).kind;
            let mark = matches!(kind, Kind::Stop | Kind::Colon | Kind::Semicolon | Kind::Comma | Kind::Dash);
            if mark || self.is_told_by_inspectors(start, begin - 1) {
                break;
            }
            begin -= 1;
        }
        begin
    }
}
