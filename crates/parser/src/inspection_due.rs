//! When an inspection is due: "will be inspected again in summer", "inspectors are to return within six months",
//! "a full inspection is scheduled for June".

use std::ops::Range;

use onrecord_model::Status;

use crate::blocks_to_tokens::Sentence;
use crate::cue_words::Cue;
use crate::inspection_details::cued;
use crate::inspection_due_time::{opening_time, time_behind};
use crate::inspection_finding::InspectionFinding;
use crate::reading::Reading;
use crate::token::Kind;
use crate::word_class::Class;
use crate::word_list::{WordList, words};

/// Tokens around a word such as "inspected" that tell what it says; most sentences are shorter.
const REACH: usize = 60;
/// Tokens between the words for its time, where a sentence begins with them, and those for the inspection.
pub(crate) const BEHIND_TIME: usize = 8;

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
pub(crate) static DO: WordList =
    WordList::new(&["inspect", "reinspect", "return", "visit", "revisit", "back", "reassess"]);
pub(crate) static NOUNS: WordList = WordList::new(&["inspection", "reinspection", "visit"]);
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
pub(crate) struct Plan<'r, 'a> {
    pub(crate) reading: &'r Reading<'a>,
    pub(crate) inspection: &'r InspectionFinding,
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
        let time = time_behind(self.reading, anchor, end).or(opening)?;
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

    /// Where "will", "is to" or "is due to" begin that end before this token.
    pub(crate) fn future(&self, start: usize, index: usize) -> Option<usize> {
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
}

#[cfg(test)]
mod tests {
    use onrecord_model::{Article, Inspection, Status};

    use crate::test_text::PARSER;

    fn inspections(text: &str) -> Vec<Inspection> {
        PARSER.parse(Article::default(), text.as_bytes()).inspections
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
