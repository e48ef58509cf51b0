//! The inspected body as the record names it: a known body, a department of a hospital, a name as written.

use std::ops::Range;

use crate::body_choice::Candidate;
use crate::cue_words::Cue;
use crate::inspection_finding::BodyFinding;
use crate::reading::Reading;
use crate::vocabulary::Meaning;
use crate::word_class::Class;
use crate::word_list::words;

/// The body as the record names it: canonical where known, a department with its hospital, else as written.
pub(crate) fn body_finding(reading: &Reading<'_>, body: &Candidate) -> BodyFinding {
    let kinds = body.name.kinds.clone();
    if let Some(row) = body.name.known {
        let name = reading.lexicon.bodies()[usize::from(row)].name.clone();
        return BodyFinding { name, tokens: longest(reading, body), kinds, rule: "body.known" };
    }
    if let Some(tokens) = department(reading, body) {
        return BodyFinding {
            name: reading.text(tokens.clone()).to_owned(),
            tokens,
            kinds,
            rule: "body.department",
        };
    }
    let tokens = body.name.tokens.clone();
    let rule = if kinds.is_empty() { "body.introduced" } else { "body.kind" };
    BodyFinding { name: in_normal_case(reading, tokens.clone()), tokens, kinds, rule }
}

/// The longest form in which a known body stands in the text.
fn longest(reading: &Reading<'_>, body: &Candidate) -> Range<usize> {
    let length = |tokens: &&Range<usize>| std::cmp::Reverse(reading.tokens.span((*tokens).clone()).len());
    body.mentions.iter().min_by_key(length).cloned().unwrap_or_else(|| body.name.tokens.clone())
}

/// "maternity services at X", "acute wards for adults of working age run by X", where they are what was
/// inspected.
fn department(reading: &Reading<'_>, body: &Candidate) -> Option<Range<usize>> {
    let clinical = |kind: &u16| {
        let id = &reading.lexicon.body_kinds()[usize::from(*kind)].id;
        matches!(id.as_str(), "hospital" | "trust" | "ambulance" | "health-board")
    };
    if !body.name.kinds.iter().any(clinical) && !body.hosts {
        return None;
    }
    body.mentions.iter().find_map(|mention| department_before(reading, mention))
}

/// The department whose hospital or trust this mention is, in a sentence that says it was inspected.
fn department_before(reading: &Reading<'_>, mention: &Range<usize>) -> Option<Range<usize>> {
    let sentence = reading.tokens.sentences[reading.sentence_of(mention.start)].tokens.clone();
    let mut link = mention.start.checked_sub(1).filter(|&link| link > sentence.start)?;
    if reading.is(link, "the") {
        link -= 1;
    }
    let by_owner = reading.is(link, "by") && reading.cue(link - 1, Cue::Run);
    if !(by_owner || reading.is(link, "at")) {
        return None;
    }
    let floor = sentence.start.max(link.saturating_sub(9));
    let head = (floor..link).rev().find(|&index| reading.cue(index, Cue::Department))?;
    let plain =
        (head + 1..link).all(|index| reading.token(index).is_word() && !reading.has(index, Class::Be));
    let mut start = head;
    while start > sentence.start && is_attribute(reading, start - 1, sentence.start) {
        start -= 1;
    }
    let inspected = (sentence.start..start).any(|index| {
        reading.cue(index, Cue::Inspected)
            || reading.cue(index, Cue::Graded)
            || reading.cue(index, Cue::Inspection)
            || reading.is(index, "arrived")
    });
    let inspected = inspected
        || opens(reading, start, sentence.start) && is_graded_next(reading, mention.end, sentence.end);
    let says_which = start < head
        || !reading
            .is_any(head, words!["services", "service", "departments", "department", "centre", "centres"]);
    (plain && inspected && says_which).then_some(start..mention.end)
}

/// Whether a noun phrase opens a sentence, with its article or without.
fn opens(reading: &Reading<'_>, start: usize, first: usize) -> bool {
    start == first || start == first + 1 && reading.is(first, "the")
}

/// "Maternity services at X | have been downgraded": the verb of what stands before says so.
fn is_graded_next(reading: &Reading<'_>, at: usize, end: usize) -> bool {
    let helper = at < end && (reading.has(at, Class::Be) || reading.has(at, Class::Have));
    helper
        && (at + 1..end.min(at + 4))
            .any(|index| reading.cue(index, Cue::Graded) || reading.cue(index, Cue::Inspected))
}

/// A word of a department's name before its head: acute, maternity, "urgent and emergency". The first word of
/// the sentence may have a capital.
fn is_attribute(reading: &Reading<'_>, index: usize, first: usize) -> bool {
    let token = reading.token(index);
    let classes = reading.vocabulary.classes(token.symbol);
    token.is_word()
        && (!token.is_capital() || index == first)
        && !classes.has_any(&[
            Class::Determiner,
            Class::Preposition,
            Class::Be,
            Class::Have,
            Class::Reporting,
            Class::Adverb,
        ])
        && !reading.cue(index, Cue::Graded)
        && !reading.cue(index, Cue::Inspected)
}

/// A name as written, but words in capitals beside others take theirs only at the start: "TARROWSHIRE
/// Police" is Tarrowshire Police.
fn in_normal_case(reading: &Reading<'_>, tokens: Range<usize>) -> String {
    let text = reading.text(tokens.clone());
    let shouts = |index: &usize| {
        let long = reading.token(*index).is_all_capitals() && reading.word(*index).len() > 4;
        long && !reading.is_term(*index, |meaning| matches!(meaning, Meaning::BodyPrefix(_)))
    };
    let mixed =
        tokens.clone().any(|index| reading.token(index).is_word() && !reading.token(index).is_all_capitals());
    if !mixed {
        return text.to_owned();
    }
    let base = reading.token(tokens.start).start as usize;
    let mut name = text.to_owned();
    for index in tokens.filter(shouts) {
        let span = reading.token(index).span();
        let range = span.start() as usize - base..span.end() as usize - base;
        let mut letters = text[range.clone()].chars();
        let first: String = letters.next().into_iter().collect();
        let lower = first + &letters.as_str().to_lowercase();
        if lower.len() == range.len() {
            name.replace_range(range, &lower);
        }
    }
    name
}
