//! What each statement speaks of: the inspections, grades and asks of the record.
//!
//! A statement speaks of a grade or an ask whose words stand in it, or that it names right after it ("said the
//! rating was disappointing"); and of the inspection in whose part of the article it stands.

use onrecord_model::{Coverage, Evidence, Inspection, Statement, Status};

/// Words that mean a grade just reported, in a statement that repeats none.
const GRADE_WORDS: &[&str] =
    &["rating", "ratings", "grade", "grades", "grading", "verdict", "judgement", "judgment"];
/// Words that mean asks just reported.
const ASK_WORDS: &[&str] = &["recommendation", "recommendations", "requirements", "areas for improvement"];

/// Ties every statement to what it speaks of.
pub(crate) fn tie_statements(coverage: &mut Coverage) {
    let Coverage { inspections, statements, .. } = coverage;
    let mentions = Mentions::new(inspections);
    let facts: Vec<InspectionFacts<'_>> = inspections.iter().map(InspectionFacts::new).collect();
    for statement in statements {
        let line = statement.segments.first().map_or(0, |segment| segment.line);
        let Some(facts) = facts.get(mentions.before(line).unwrap_or(0)) else { continue };
        let grades = facts.grades.named_or_last(statement, GRADE_WORDS);
        let asks = facts.asks.named_or_last(statement, ASK_WORDS);
        let mut about = Vec::with_capacity(1 + grades.len() + asks.len());
        about.push(facts.id.to_owned());
        about.extend(grades);
        about.extend(asks);
        statement.about = about;
    }
}

/// Lines within which a statement still speaks of whatever inspection was named last.
const NEAR: u32 = 2;

/// The lines on which inspections are spoken of, each with the inspection's index, in order.
struct Mentions {
    all: Vec<(u32, usize)>,
    /// Of those inspections only whose findings are out.
    completed: Vec<(u32, usize)>,
}

impl Mentions {
    fn new(inspections: &[Inspection]) -> Self {
        let lines =
            inspections.iter().enumerate().flat_map(|(at, one)| lines(one).map(move |line| (line, at)));
        let mut all: Vec<(u32, usize)> = lines.collect();
        all.sort_unstable();
        all.dedup();
        let is_out = |&&(_, at): &&(u32, usize)| inspections[at].status == Status::Completed;
        Self { completed: all.iter().filter(is_out).copied().collect(), all }
    }

    /// The inspection spoken of last before a line, if that is near; else the last of those whose findings
    /// are out, which is what people answer to.
    fn before(&self, line: u32) -> Option<usize> {
        let near = last_before(&self.all, line).filter(|(place, _)| line - place <= NEAR);
        near.or_else(|| last_before(&self.completed, line)).map(|(_, at)| at)
    }
}

fn last_before(mentions: &[(u32, usize)], line: u32) -> Option<(u32, usize)> {
    mentions[..mentions.partition_point(|&(place, _)| place <= line)].last().copied()
}

/// The lines on which an inspection is spoken of.
fn lines(inspection: &Inspection) -> impl Iterator<Item = u32> {
    let own = inspection.evidence.iter();
    let ratings = inspection.ratings.iter().map(|rating| &rating.evidence);
    let asks = inspection.recommendations.iter().map(|ask| &ask.evidence);
    // Of one that is only announced nobody can say anything yet.
    let begun = inspection.due.iter().filter(|_| inspection.status != Status::Announced);
    let due = begun.map(|due| &due.evidence);
    own.chain(ratings).chain(asks).chain(due).map(Evidence::line)
}

/// What a statement may speak of in one inspection.
struct InspectionFacts<'i> {
    id: &'i str,
    grades: Facts<'i>,
    asks: Facts<'i>,
}

impl<'i> InspectionFacts<'i> {
    fn new(inspection: &'i Inspection) -> Self {
        let ratings = inspection.ratings.iter().map(|rating| (rating.id.as_str(), &rating.evidence));
        let asks = inspection.recommendations.iter().map(|ask| (ask.id.as_str(), &ask.evidence));
        Self { id: &inspection.id, grades: Facts::new(ratings), asks: Facts::new(asks) }
    }
}

/// Grades or asks in the order of the text, so that those near a statement are found without a look at all.
struct Facts<'i>(Vec<Fact<'i>>);

struct Fact<'i> {
    start: u32,
    end: u32,
    /// The last end of this fact and of all before it.
    reach: u32,
    /// Its place in the record.
    index: usize,
    id: &'i str,
}

impl<'i> Facts<'i> {
    fn new(facts: impl Iterator<Item = (&'i str, &'i Evidence)>) -> Self {
        let fact = |(index, (id, evidence)): (usize, (&'i str, &Evidence))| Fact {
            start: evidence.start(),
            end: evidence.end(),
            reach: evidence.end(),
            index,
            id,
        };
        let mut facts: Vec<Fact<'i>> = facts.enumerate().map(fact).collect();
        facts.sort_by_key(|fact| fact.start);
        let mut reach = 0;
        for fact in &mut facts {
            reach = reach.max(fact.end);
            fact.reach = reach;
        }
        Self(facts)
    }

    /// Those in the statement; where it only says "the rating", the last one before it.
    fn named_or_last(&self, statement: &Statement, words: &[&str]) -> Vec<String> {
        let mut named: Vec<&Fact<'i>> =
            statement.segments.iter().flat_map(|segment| self.within(segment.start, segment.end)).collect();
        if named.is_empty() {
            let start = statement.segments.first().map_or(0, |segment| segment.start);
            named.extend(self.before(start).last().filter(|_| mentions(&statement.text, words)));
        }
        named.sort_unstable_by_key(|fact| fact.index);
        named.dedup_by_key(|fact| fact.index);
        named.into_iter().map(|fact| fact.id.to_owned()).collect()
    }

    fn within(&self, start: u32, end: u32) -> impl Iterator<Item = &Fact<'i>> {
        let near = self.before(end).iter().rev().take_while(move |fact| start < fact.reach);
        near.filter(move |fact| start < fact.end)
    }

    fn before(&self, offset: u32) -> &[Fact<'i>] {
        &self.0[..self.0.partition_point(|fact| fact.start < offset)]
    }
}

/// Whether a text holds one of these words, as a word of its own and in any case.
fn mentions(text: &str, words: &[&str]) -> bool {
    let bytes = text.as_bytes();
    let firsts = words.iter().fold(0, |bits, word| bits | letter_bit(word.as_bytes()[0]));
    let begins = |at: usize| at == 0 || !bytes[at - 1].is_ascii_alphanumeric();
    let may_begin = |(_, byte): &(usize, &u8)| firsts & letter_bit(**byte) != 0;
    let mut places = bytes.iter().enumerate().filter(may_begin);
    places.any(|(at, _)| begins(at) && words.iter().any(|word| stands_at(text, at, word)))
}

/// A letter in either case, and a few other bytes with it.
fn letter_bit(byte: u8) -> u32 {
    1 << (byte & 31)
}

fn stands_at(text: &str, at: usize, word: &str) -> bool {
    let inside = |character: Option<char>| character.is_some_and(char::is_alphanumeric);
    let end = at + word.len();
    text.as_bytes()[at] | 0x20 == word.as_bytes()[0]
        && text.as_bytes().get(at..end).is_some_and(|found| found.eq_ignore_ascii_case(word.as_bytes()))
        && !inside(text[..at].chars().next_back())
        && !inside(text[end..].chars().next())
}

#[cfg(test)]
mod tests {
    use onrecord_model::Article;

    use crate::test_text::PARSER;

    #[test]
    fn statements_speak_of_what_they_name() {
        let text = "Beck House has been rated good by the Care Quality Commission (CQC).\n\
                    Manager Ada Nwosu said the rating was a relief.\n\
                    “We are proud of our staff,” she added.\n";
        let coverage = PARSER.parse(Article::default(), text.as_bytes());
        let about: Vec<String> =
            coverage.statements.iter().map(|statement| statement.about.join(" ")).collect();
        assert_eq!(about, ["cqc/beck-house r1", "cqc/beck-house"]);
    }
}
