//! When an inspection is due: "will be inspected again in summer", "inspectors are to return within six months",
//! "a full inspection is scheduled for June".

use std::ops::Range;

use onrecord_model::Status;

use crate::ask_detail::deadline_end;
use crate::blocks_to_tokens::Sentence;
use crate::cue_words::Cue;
use crate::inspection_details::cued;
use crate::inspection_finding::InspectionFinding;
use crate::reading::Reading;
use crate::token::Kind;
use crate::word_class::Class;
use crate::word_list::{WordList, words};

/// Tokens around a word such as "inspected" that tell what it says; most sentences are shorter.
const REACH: usize = 60;
/// Tokens between the words for an inspection to come and those for its time.
const BEFORE_TIME: usize = 12;
/// Tokens between the words for its time, where a sentence begins with them, and those for the inspection.
const BEHIND_TIME: usize = 8;

/// "is *due* to", "is *set* to": what makes "to" speak of the future.
static PLANS: WordList = WordList::new(&[
    "is",
    "are",
    "set",
    "due",
    "plans",
    "plan",
    "planning",
    "planned",
    "scheduled",
    "expected",
    "expects",
    "intends",
]);
/// What is done to a body: "will be | inspected".
static DONE_TO: WordList =
    WordList::new(&["inspected", "reinspected", "revisited", "visited", "reassessed", "assessed"]);
/// What inspectors do: "is to | inspect", "will | return".
static DO: WordList =
    WordList::new(&["inspect", "reinspect", "return", "visit", "revisit", "back", "reassess"]);
static NOUNS: WordList = WordList::new(&["inspection", "reinspection", "visit"]);
/// Words behind the noun that say when it is: "a full inspection | is scheduled".
static SET_FOR: WordList = WordList::new(&[
    "due",
    "scheduled",
    "planned",
    "expected",
    "set",
    "place",
    "held",
    "out",
    "follow",
    "begin",
]);
/// Words before the noun that say that a body awaits it: "faces | another inspection".
static AWAITS: WordList = WordList::new(&["due", "faces", "face", "awaits", "await", "expects", "expect"]);
/// Words that make a plan no fact, or one for others.
static NO_PLAN: WordList = WordList::new(&[
    "if",
    "unless",
    "whether",
    "could",
    "may",
    "might",
    "should",
    "must",
    "hope",
    "hopes",
    "hoped",
    "wants",
    "want",
    "urged",
    "urges",
    "all",
    "every",
    "each",
    "any",
    "other",
    "others",
    "homes",
    "schools",
    "not",
    "monitoring",
    "manager",
    "report",
    "until",
    "was",
    "were",
]);

/// Says when each inspection is due that is not over; of one that is over and alone, that another is to follow,
/// where the text says when.
pub(crate) fn add_due(reading: &Reading<'_>, inspections: &mut Vec<InspectionFinding>) {
    let alone = inspections.len() == 1;
    for inspection in
        inspections.iter_mut().filter(|one| one.status != Status::Completed && one.due.is_none())
    {
        inspection.due = planned(reading, inspection);
    }
    if let [only] = &inspections[..]
        && alone
        && only.status == Status::Completed
        && let Some(due) = planned(reading, only)
    {
        let next = InspectionFinding {
            status: Status::Announced,
            due: Some(due),
            ..InspectionFinding::completed(only.inspectorate.clone(), only.body.clone(), 0..0)
        };
        inspections.push(next);
    }
}

/// The words for the time of an inspection to come of the same body by the same inspectorate.
fn planned(reading: &Reading<'_>, inspection: &InspectionFinding) -> Option<Range<usize>> {
    let plan = Plan { reading, inspection };
    cued(reading, &inspection.blocks, Cue::MayBePlanned)
        .find_map(|index| plan.read(&reading.tokens.sentences[reading.sentence_of(index)], index))
}

/// Reads the sentences that may tell of an inspection to come.
struct Plan<'r, 'a> {
    reading: &'r Reading<'a>,
    inspection: &'r InspectionFinding,
}

impl Plan<'_, '_> {
    fn read(&self, sentence: &Sentence, anchor: usize) -> Option<Range<usize>> {
        let start = sentence.tokens.start.max(anchor.saturating_sub(REACH));
        let end = sentence.tokens.end.min(anchor + REACH);
        let subject_end = self.subject_end(start, end, anchor)?;
        let opening = opening_time(self.reading, start, subject_end);
        let clause =
            self.clause_start(start, subject_end).max(opening.as_ref().map_or(start, |time| time.end));
        let by_inspectors = match self.is_noun(anchor) {
            true => self.carry_out(start, anchor).is_some(),
            false => self.reading.is_any(anchor, &DO),
        };
        if !self.is_own(start, clause..subject_end, by_inspectors) || !self.is_plan(start, clause..anchor) {
            return None;
        }
        let time = self.time_behind(anchor, end).or(opening)?;
        let between = anchor + 1..time.start.max(anchor + 1);
        (!self.names_another(between.clone()) && self.is_by_inspectors(start..end, anchor, between))
            .then_some(time)
    }

    /// Where the words of the future begin, and so those for who is inspected or inspects end.
    fn subject_end(&self, start: usize, end: usize, anchor: usize) -> Option<usize> {
        let reading = self.reading;
        if self.is_noun(anchor) {
            return self.noun_subject_end(start, end, anchor);
        }
        let helper = self.before(start, anchor)?;
        if reading.is_any(anchor, &DONE_TO) {
            return if reading.is(helper, "be") { self.future(start, helper) } else { None };
        }
        let back = reading.is(anchor, "back");
        if back && reading.is_any(helper, words!["be", "go", "come"]) {
            return self.future(start, helper);
        }
        if back && reading.is_any(helper, words!["due", "expected"]) {
            let be = self.before(start, helper)?;
            return reading.has(be, Class::Be).then_some(be);
        }
        if back { None } else { self.future(start, anchor) }
    }

    /// "a | visit", not "to | visit".
    fn is_noun(&self, index: usize) -> bool {
        let verb = index > 0 && self.reading.is_any(index - 1, words!["to", "will", "would", "re"]);
        self.reading.is_any(index, &NOUNS) && (!verb || !self.reading.is_any(index, &DO))
    }

    /// "| a full inspection is scheduled for", "the home | faces another inspection".
    fn noun_subject_end(&self, start: usize, end: usize, noun: usize) -> Option<usize> {
        let reading = self.reading;
        let be = noun + 1;
        let is_set = (reading.is_any(be, words!["is", "will"]))
            && (be + 1..end.min(be + 5)).any(|index| reading.is_any(index, &SET_FOR));
        let first = self.noun_phrase_start(start, noun);
        if is_set {
            return Some(first);
        }
        if let Some(verb) = self.carry_out(start, noun) {
            return self.future(start, verb);
        }
        let mut awaits = first.checked_sub(1).filter(|&at| at >= start)?;
        if reading.is(awaits, "for") {
            awaits = awaits.checked_sub(1).filter(|&at| at >= start)?;
        }
        if !reading.is_any(awaits, &AWAITS) {
            return None;
        }
        let before = awaits.checked_sub(1).filter(|&at| at >= start)?;
        match reading.is(awaits, "due") {
            true => reading.has(before, Class::Be).then_some(before),
            false => Some(if reading.is(before, "can") { before } else { awaits }),
        }
    }

    /// "will | carry out | another inspection".
    fn carry_out(&self, start: usize, noun: usize) -> Option<usize> {
        let reading = self.reading;
        let last = self.noun_phrase_start(start, noun).checked_sub(1).filter(|&at| at > start)?;
        let out = reading.is(last, "out") && reading.is(last - 1, "carry");
        let verb = reading.is_any(last, words!["make", "conduct", "undertake", "pay", "hold"]);
        if out { Some(last - 1) } else { verb.then_some(last) }
    }

    /// "| another full | inspection", "| its next | inspection".
    fn noun_phrase_start(&self, start: usize, noun: usize) -> usize {
        let sort = |index: usize| {
            self.reading.is_any(
                index,
                words![
                    "full", "next", "another", "follow", "up", "re", "further", "fresh", "new", "second",
                    "a", "an", "the", "its"
                ],
            )
        };
        (start..noun).rev().take_while(|&index| sort(index)).last().unwrap_or(noun)
    }

    /// Where "will", "is to" or "is due to" begin that end before this token.
    fn future(&self, start: usize, index: usize) -> Option<usize> {
        let reading = self.reading;
        let at = self.before(start, index)?;
        if reading.is_any(at, words!["will", "shall"]) {
            return Some(at);
        }
        let reported = reading.is(at, "would") && (start..at).any(|index| reading.cue(index, Cue::Speaks));
        if reported {
            return Some(at);
        }
        let plan =
            self.before(start, at).filter(|&plan| reading.is(at, "to") && reading.is_any(plan, &PLANS))?;
        let be = self.before(start, plan).filter(|&be| reading.has(be, Class::Be));
        Some(be.unwrap_or(plan))
    }

    /// The token before this one in its sentence, adverbs left out.
    fn before(&self, start: usize, index: usize) -> Option<usize> {
        let reading = self.reading;
        let adverb = |at: usize| {
            reading.cue(at, Cue::Between)
                || reading.is_any(at, words!["then", "now", "fully", "next", "also", "again", "re"])
        };
        (start..index).rev().find(|&at| !adverb(at) || reading.is(at, "not"))
    }

    /// Where the clause begins in which the subject stands.
    fn clause_start(&self, start: usize, end: usize) -> usize {
        let ends = |index: usize| {
            !self.reading.is_word(index) && !self.reading.is_kind(index, Kind::Clitic)
                || self
                    .reading
                    .is_any(index, words!["that", "and", "but", "which", "means", "said", "says", "because"])
        };
        (start..end).rev().find(|&index| ends(index)).map_or(start, |index| index + 1)
    }

    /// Whether the subject may be the body that is inspected, or its inspectors, and nobody else.
    fn is_own(&self, start: usize, subject: Range<usize>, inspects: bool) -> bool {
        let reading = self.reading;
        if self.names_another(subject.clone()) || subject.len() > BEHIND_TIME {
            return false;
        }
        let inspector = |index: usize| reading.cue(index, Cue::Inspectors) || self.is_of_inspectorate(index);
        if inspects {
            return subject.into_iter().any(inspector);
        }
        let Some(last) = subject.clone().last() else {
            // "Larchfield House, across the road, | will be inspected"
            return !self.names_another(start..subject.start);
        };
        // "the home's | next inspection"
        let last = last - usize::from(last > subject.start && reading.is_kind(last, Kind::Clitic));
        let owned = (subject.start..last).any(|index| reading.is_kind(index, Kind::Clitic));
        let first = subject.start;
        reading.is_any(first, words!["it", "they"]) && first == last
            || self.is_of_body(last)
            || reading.has(first, Class::Determiner) && reading.has(last, Class::BodyNoun) && !owned
    }

    /// Whether nobody else does it: "will be inspected | by an engineer", "is due a visit | from the mayor"; a visit
    /// is one of inspectors where the sentence tells of them.
    fn is_by_inspectors(&self, mut near: Range<usize>, anchor: usize, between: Range<usize>) -> bool {
        let reading = self.reading;
        let inspector = |index: usize| reading.cue(index, Cue::Inspectors) || self.is_of_inspectorate(index);
        let agent = between.clone().find(|&index| reading.is_any(index, words!["by", "from"]));
        let visit = reading.is(anchor, "visit") && !near.any(inspector);
        !visit && agent.is_none_or(|by| (by + 1..between.end).any(inspector))
    }

    /// Whether the words before the verb leave it a plan.
    fn is_plan(&self, sentence: usize, clause: Range<usize>) -> bool {
        let reading = self.reading;
        let conditional =
            (sentence..clause.end).any(|index| reading.is_any(index, words!["if", "unless", "whether"]));
        !conditional
            && !clause.into_iter().any(|index| {
                self.reading.is_any(index, &NO_PLAN)
                    || self.reading.cue(index, Cue::Elsewhere) && !self.is_sort(index)
            })
    }

    /// "another | inspection", "a further full | inspection": no other body.
    fn is_sort(&self, index: usize) -> bool {
        (index + 1..index + 4).any(|next| self.reading.is_any(next, &NOUNS))
    }

    /// Whether a name stands there that is neither the body's nor the inspectorate's.
    fn names_another(&self, mut range: Range<usize>) -> bool {
        let reading = self.reading;
        range.any(|index| {
            let token = reading.token(index);
            let time = reading.vocabulary.classes(token.symbol).has_any(&[Class::Month, Class::Weekday])
                || reading.is_time(index);
            let small = reading.has(index, Class::Determiner)
                || reading
                    .is_any(index, words!["it", "they", "another", "inspectors", "inspector", "a", "an"]);
            let first = reading.tokens.sentences[reading.sentence_of(index)].tokens.start == index;
            token.is_word()
                && token.is_capital()
                && !time
                && !(first && small)
                && !(first && reading.is_any(index, &NOUNS))
                && !reading.cue(index, Cue::Inspectors)
                && !self.is_of_body(index)
                && !self.is_of_inspectorate(index)
        })
    }

    fn is_of_body(&self, index: usize) -> bool {
        let word = self.reading.word(index);
        self.inspection
            .body
            .as_ref()
            .is_some_and(|body| body.name.split([' ', ',', '-']).any(|part| part == word))
    }

    fn is_of_inspectorate(&self, index: usize) -> bool {
        let word = self.reading.word(index);
        let row = self.inspection.inspectorate.as_ref();
        row.is_some_and(|one| {
            let row = &self.reading.lexicon.inspectorates()[usize::from(one.row)];
            let abbreviation =
                row.abbreviation.as_deref().is_some_and(|short| short.eq_ignore_ascii_case(word));
            abbreviation
                || row.name.split(' ').any(|part| part == word && part.starts_with(char::is_uppercase))
        })
    }

    /// "in | summer next year", "within six months", behind the words for the inspection.
    fn time_behind(&self, anchor: usize, end: usize) -> Option<Range<usize>> {
        let reading = self.reading;
        let stops = |index: usize| {
            !reading.is_word(index) && !reading.is_kind(index, Kind::Clitic)
                || reading
                    .is_any(index, words!["after", "when", "if", "once", "every", "until", "who", "which"])
        };
        let near = anchor + 1..end.min(anchor + BEFORE_TIME);
        near.take_while(|&index| !stops(index) || reading.is_kind(index, Kind::Number))
            .find_map(|index| time_at(reading, index, end))
    }
}

/// "| Within six months | the home will …", "| In June, | inspectors will …".
fn opening_time(reading: &Reading<'_>, start: usize, subject_end: usize) -> Option<Range<usize>> {
    let start = reading.skip_marks(start, subject_end);
    time_at(reading, start, subject_end).filter(|time| subject_end <= time.end + BEHIND_TIME)
}

/// The words for a time that begin here. "by", "within" and "next" are part of them; "in" is where a stretch of
/// time follows ("in six weeks"), and is not before a date.
fn time_at(reading: &Reading<'_>, at: usize, end: usize) -> Option<Range<usize>> {
    let led = |lead: usize| {
        let stop = deadline_end(reading, at + lead, end);
        (at + lead < end && stop > at + lead).then_some(stop)
    };
    if reading.is_any(at, words!["by", "within", "before"]) {
        return led(1).map(|stop| at..stop);
    }
    if reading.is(at, "no") && reading.is(at + 1, "later") && reading.is(at + 2, "than") {
        return led(3).map(|stop| at..stop);
    }
    if reading.is_any(at, words!["in", "on", "for", "during"]) {
        let stretch = reading.small_number(at + 1).is_some()
            && (at + 2..at + 4).any(|unit| {
                reading.is_any(unit, words!["week", "weeks", "month", "months", "year", "years", "days"])
            });
        return led(1).map(|stop| if stretch { at..stop } else { at + 1..stop });
    }
    let bare = reading.is_any(at, words!["next", "later", "this", "early", "tomorrow"]);
    if bare { led(0).map(|stop| at..stop) } else { None }
}

/// "an investigation …, which is due in | summer next year", after `from`.
pub(crate) fn due_behind(reading: &Reading<'_>, from: usize) -> Option<Range<usize>> {
    (from..reading.tokens.list.len()).filter(|&index| reading.is(index, "due")).find_map(|index| {
        let sentence = &reading.tokens.sentences[reading.sentence_of(index)].tokens;
        let is_inspection = sentence.clone().any(|at| reading.cue(at, Cue::InspectionNoun));
        let start = (index + 1..sentence.end.min(index + 6))
            .find(|&at| reading.is_any(at, words!["in", "by", "on", "next", "before", "for"]))?;
        let start = if reading.is(start, "next") { start } else { start + 1 };
        let stop = (start..sentence.end.min(start + 7))
            .find(|&at| !reading.token(at).is_word() && reading.token(at).kind != Kind::Number);
        let stop = stop.unwrap_or(sentence.end.min(start + 7));
        (is_inspection && start < stop).then_some(start..stop)
    })
}

#[cfg(test)]
mod tests {
    use onrecord_lexicon::Lexicon;
    use onrecord_model::{Article, Inspection, Status};

    use crate::Parser;

    fn inspections(text: &str) -> Vec<Inspection> {
        Parser::new(Lexicon::standard()).parse(Article::default(), text.as_bytes()).inspections
    }

    /// When the inspection is due that follows one of Brook House.
    fn next(sentence: &str) -> Option<String> {
        let text = format!(
            "Brook House, a care home in Thistleton, has been rated inadequate by the Care Quality Commission (CQC).\n\n{sentence}\n"
        );
        let found = inspections(&text);
        assert!(found[0].due.is_none(), "what is over is not due: {sentence}");
        let next = found.get(1)?;
        assert_eq!(
            (next.status, next.body.as_ref()),
            (Status::Announced, found[0].body.as_ref()),
            "{sentence}"
        );
        next.due.as_ref().map(|due| due.text.clone())
    }

    #[test]
    fn an_inspection_to_come_is_due_when_the_text_says() {
        for (sentence, due) in [
            ("The home will be inspected again in summer next year.", "summer next year"),
            ("It is to be re-inspected within six months.", "within six months"),
            ("Inspectors will return in March.", "March"),
            ("The CQC is set to go back by the end of the year.", "by the end of the year"),
            ("Inspectors are due back in October.", "October"),
            ("A full inspection is scheduled for June 2026.", "June 2026"),
            ("Another inspection will take place next month.", "next month"),
            ("The home faces another inspection within three months.", "within three months"),
            (
                "It is in special measures, which means it will be inspected again within six months.",
                "within six months",
            ),
            ("Within six months the home will be inspected again.", "Within six months"),
            ("A spokesperson for the CQC said the home would be inspected again this year.", "this year"),
            ("The home is due another visit by inspectors in May.", "May"),
            ("The home’s next inspection is due in 2027.", "2027"),
            ("The CQC will carry out another inspection in the autumn.", "the autumn"),
            ("The home can expect another visit from inspectors by Christmas.", "by Christmas"),
            ("The inspectorate will go back in twelve months.", "in twelve months"),
        ] {
            assert_eq!(next(sentence).as_deref(), Some(due), "{sentence}");
        }
    }

    #[test]
    fn hopes_rules_and_plans_for_others_are_no_inspection_to_come() {
        for sentence in [
            "Its sister home will be inspected in June.",
            "Larchfield, across the road, will be inspected in June.",
            "The boiler will be inspected in June.",
            "The home’s lifts will be inspected in June.",
            "The home will be inspected by an engineer in June.",
            "The home is due a visit from the mayor in June.",
            "The manager will return in June.",
            "Every home will be inspected by June.",
            "Homes in special measures will be inspected within six months.",
            "Councillors urged inspectors to return in June.",
            "If it fails again, it will be inspected in June.",
            "The home hopes to be inspected again by June.",
            "It must be inspected by an engineer by June.",
            "“We will be back at good by Christmas,” the manager said.",
            "The home was due to be inspected in 2023.",
            "It will be inspected every six months.",
            "The home will be inspected again soon.",
            "The manager will carry out an inspection in June.",
            "The boiler’s next inspection is due in June.",
            "The home will not be inspected again until 2027.",
        ] {
            assert_eq!(next(sentence), None, "{sentence}");
        }
    }

    #[test]
    fn an_announced_inspection_is_itself_due() {
        let found =
            inspections("Ofsted is to inspect Oak Primary School in summer next year, the council said.\n");
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].status, Status::Announced);
        assert_eq!(found[0].due.as_ref().unwrap().text, "summer next year");
    }
}
