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
    for statement in statements.iter_mut() {
        let Some(inspection) = inspection_of(inspections, statement) else { continue };
        let mut about = vec![inspection.id.clone()];
        about.extend(grades(inspection, statement));
        about.extend(asks(inspection, statement));
        statement.about = about;
    }
}

fn start(statement: &Statement) -> u32 {
    statement.segments.first().map_or(0, |segment| segment.start)
}

/// Lines within which a statement still speaks of whatever inspection was named last.
const NEAR: u32 = 2;

/// The inspection spoken of last before a statement, if that is near; else the last of those whose findings
/// are out, which is what people answer to; else the first.
fn inspection_of<'i>(inspections: &'i [Inspection], statement: &Statement) -> Option<&'i Inspection> {
    let line = statement.segments.first().map_or(0, |segment| segment.line);
    let last_before = |inspection: &Inspection| lines(inspection).filter(|&place| place <= line).max();
    let spoken = || inspections.iter().filter_map(|one| Some((last_before(one)?, one)));
    let near = spoken().filter(|(place, _)| line - place <= NEAR).max_by_key(|(place, _)| *place);
    let out = || spoken().filter(|(_, one)| one.status == Status::Completed).max_by_key(|(place, _)| *place);
    near.or_else(out).map(|(_, one)| one).or_else(|| inspections.first())
}

/// The lines on which an inspection is spoken of.
fn lines(inspection: &Inspection) -> impl Iterator<Item = u32> {
    let own = inspection.evidence.iter();
    let ratings = inspection.ratings.iter().map(|rating| &rating.evidence);
    let asks = inspection.recommendations.iter().map(|ask| &ask.evidence);
    let due = inspection.due.iter().map(|due| &due.evidence);
    own.chain(ratings).chain(asks).chain(due).map(Evidence::line)
}

fn overlaps(statement: &Statement, evidence: &Evidence) -> bool {
    statement.segments.iter().any(|segment| segment.start < evidence.end() && evidence.start() < segment.end)
}

/// Grades in the statement; where it only says "the rating", the last one before it.
fn grades(inspection: &Inspection, statement: &Statement) -> Vec<String> {
    let pairs = inspection.ratings.iter().map(|rating| (&rating.id, &rating.evidence));
    named_or_last(statement, pairs.collect(), GRADE_WORDS)
}

/// Asks in the statement; where it only says "the recommendations", the last one before it.
fn asks(inspection: &Inspection, statement: &Statement) -> Vec<String> {
    let pairs = inspection.recommendations.iter().map(|ask| (&ask.id, &ask.evidence));
    named_or_last(statement, pairs.collect(), ASK_WORDS)
}

fn named_or_last(statement: &Statement, facts: Vec<(&String, &Evidence)>, words: &[&str]) -> Vec<String> {
    let named: Vec<String> = facts
        .iter()
        .filter(|(_, evidence)| overlaps(statement, evidence))
        .map(|(id, _)| (*id).clone())
        .collect();
    if !named.is_empty() || facts.is_empty() || !mentions(&statement.text, words) {
        return named;
    }
    let before = facts.into_iter().filter(|(_, evidence)| evidence.start() < start(statement));
    before.max_by_key(|(_, evidence)| evidence.start()).map(|(id, _)| id.clone()).into_iter().collect()
}

/// Whether a text holds one of these words, as a word of its own and in any case.
fn mentions(text: &str, words: &[&str]) -> bool {
    let bytes = text.as_bytes();
    let begins = |at: usize| at == 0 || !bytes[at - 1].is_ascii_alphanumeric();
    (0..bytes.len()).any(|at| begins(at) && words.iter().any(|word| stands_at(text, at, word)))
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
    use crate::Parser;
    use onrecord_lexicon::Lexicon;
    use onrecord_model::Article;

    #[test]
    fn statements_speak_of_what_they_name() {
        let text = "Beck House has been rated good by the Care Quality Commission (CQC).\n\
                    Manager Ada Nwosu said the rating was a relief.\n\
                    “We are proud of our staff,” she added.\n";
        let coverage = Parser::new(Lexicon::standard()).parse(Article::default(), text.as_bytes());
        let about: Vec<String> =
            coverage.statements.iter().map(|statement| statement.about.join(" ")).collect();
        assert_eq!(about, ["cqc/beck-house r1", "cqc/beck-house"]);
    }
}
