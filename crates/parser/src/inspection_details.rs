//! What the text says of an inspection beside who inspects whom: topic, programme, regime, how far it has
//! come, and a second one that somebody has commissioned.

use std::ops::Range;

use onrecord_model::Status;

use onrecord_lexicon::Slot;

use crate::ask_extent::ask_end;
use crate::blocks_to_tokens::Tokens;
use crate::cue_words::Cue;
use crate::inspection_due::add_due;
use crate::inspection_due_time::due_behind;
use crate::inspection_finding::{CommissionerFinding, InspectionFinding};
use crate::reading::Reading;
use crate::token::{Kind, Token};
use crate::vocabulary::Meaning;
use crate::word_class::Class;
use crate::word_list::words;

/// What inspections look at, where the text says so beside the word "inspection".
const TOPICS: &[&str] = &[
    "child protection",
    "child protection arrangements",
    "adult social care",
    "adult social care services",
    "adult services",
    "children's services",
    "children's social care",
    "social care",
    "maternity services",
    "maternity care",
    "mental health services",
    "custody",
    "custody services",
    "police custody",
    "crime recording",
    "crime data integrity",
    "counter-corruption",
    "vetting",
    "roads policing",
    "firearms licensing",
    "youth justice work",
    "youth justice",
    "youth offending",
    "education services",
    "safeguarding",
    "safeguarding arrangements",
    "fire safety",
    "fire protection",
    "special educational needs",
    "special educational needs and disabilities",
    "send services",
    "send provision",
    "landlord services",
    "probation services",
    "urgent and emergency care",
    "use of force",
    "domestic abuse",
];

/// The letters that topics begin with, a bit each.
const FIRST_LETTERS: u32 = {
    let (mut letters, mut topic) = (0, 0);
    while topic < TOPICS.len() {
        letters |= 1 << (TOPICS[topic].as_bytes()[0] & 31);
        topic += 1;
    }
    letters
};

/// Adds what the text says of each inspection, and the inspection that it says was commissioned.
pub(crate) fn add_details(reading: &Reading<'_>, inspections: &mut Vec<InspectionFinding>) {
    for inspection in inspections.iter_mut() {
        let Some(row) = inspection.inspectorate.as_ref().map(|one| one.row) else { continue };
        let tokens = tokens_of(reading, &inspection.blocks);
        let starts = regime_starts(reading, tokens.clone());
        inspection.topic = topic(reading, &inspection.blocks, tokens.clone());
        inspection.programme = programme(reading, &starts, tokens.end, row);
        inspection.regime = regime(reading, &starts, tokens, row);
        inspection.status = status(reading, &inspection.blocks);
    }
    if let Some(first) = inspections.first() {
        let second = commissioned(reading, first);
        inspections.extend(second);
    }
    add_due(reading, inspections);
}

/// Where words of a programme or regime may begin.
fn regime_starts(reading: &Reading<'_>, tokens: Range<usize>) -> Vec<usize> {
    let starts = |token: &Token| reading.vocabulary.classes(token.symbol).has(Class::RegimeStart);
    let own = tokens.clone().zip(&reading.tokens.list[tokens]);
    own.filter(|(_, token)| starts(token)).map(|(at, _)| at).collect()
}

fn tokens_of(reading: &Reading<'_>, blocks: &Range<usize>) -> Range<usize> {
    let ranges = &reading.tokens.blocks[blocks.clone()];
    match (ranges.first(), ranges.last()) {
        (Some(first), Some(last)) => first.start..last.end,
        _ => 0..0,
    }
}

/// The words of some blocks that are on a list, in order; most sentences hold none.
pub(crate) fn cued<'r>(
    reading: &'r Reading<'_>,
    blocks: &Range<usize>,
    cue: Cue,
) -> impl Iterator<Item = usize> + use<'r> {
    let Tokens { sentences, .. } = reading.tokens;
    let first = sentences.partition_point(|sentence| sentence.block < blocks.start);
    let end = sentences.partition_point(|sentence| sentence.block < blocks.end).max(first);
    let holding = (first..end).filter(move |&sentence| reading.sentence_has(sentence, cue));
    let words = holding.flat_map(|sentence| sentences[sentence].tokens.clone());
    words.filter(move |&index| reading.cue(index, cue))
}

/// "an inspection of the force's | child protection", "a | child protection | inspection".
fn topic(reading: &Reading<'_>, blocks: &Range<usize>, tokens: Range<usize>) -> Option<Range<usize>> {
    cued(reading, blocks, Cue::InspectionNoun).find_map(|noun| {
        let before = (1..=6).rev().find_map(|size| {
            let start = noun.checked_sub(size).filter(|&start| start >= tokens.start)?;
            is_topic(reading, start..noun).then_some(start..noun)
        });
        before.or_else(|| topic_behind(reading, noun, tokens.end))
    })
}

/// Behind "inspection of" and perhaps a possessive.
fn topic_behind(reading: &Reading<'_>, noun: usize, end: usize) -> Option<Range<usize>> {
    if noun + 2 >= end || !reading.is_any(noun + 1, words!["of", "into", "on"]) {
        return None;
    }
    (noun + 2..end.min(noun + 9)).find_map(|start| {
        let sizes = (1..=6).rev().filter(|size| start + size <= end);
        sizes.map(|size| start..start + size).find(|range| is_topic(reading, range.clone()))
    })
}

fn is_topic(reading: &Reading<'_>, range: Range<usize>) -> bool {
    let text = reading.text(range);
    let first = text.as_bytes().first().map_or(0, u8::to_ascii_lowercase);
    if FIRST_LETTERS & 1 << (first & 31) == 0 {
        return false;
    }
    let may_be = |topic: &str| topic.as_bytes()[0] == first && topic.len() >= text.len().saturating_sub(4);
    TOPICS.iter().any(|topic| may_be(topic) && same_letters(topic, text))
}

/// Equal but for case and the shape of apostrophes.
fn same_letters(one: &str, other: &str) -> bool {
    let plain = || other.chars().map(|c| if c == '’' { '\'' } else { c }).flat_map(char::to_lowercase);
    one.len() <= other.len() && plain().eq(one.chars())
}

/// The programme that the text names: PEEL, ILACS.
fn programme(
    reading: &Reading<'_>,
    starts: &[usize],
    end: usize,
    row: u16,
) -> Option<(String, Range<usize>)> {
    let names = &reading.lexicon.inspectorates()[usize::from(row)].programmes;
    starts.iter().find_map(|&at| {
        let (size, place) = term(reading, at, end, |meaning| match meaning {
            Meaning::Programme(owner, place) if owner == row => Some(place),
            _ => None,
        })?;
        let name = &names[usize::from(place)];
        let proper = name.starts_with(char::is_uppercase);
        let written = if proper { size > 1 || reading.token(at).is_capital() } else { size > 3 };
        written.then(|| (own_name(names, name), at..at + size))
    })
}

/// "PEEL inspection" is PEEL: the shortest of the row's names that begins this one.
fn own_name(names: &[String], name: &str) -> String {
    let begins = names
        .iter()
        .filter(|other| name.strip_prefix(other.as_str()).is_some_and(|rest| rest.starts_with(' ')));
    begins.min_by_key(|other| other.len()).map_or_else(|| name.to_owned(), Clone::clone)
}

/// The longest term at a token that has a wanted meaning: its size, and what `wanted` made of it.
fn term<T>(
    reading: &Reading<'_>,
    at: usize,
    end: usize,
    wanted: impl Fn(Meaning) -> Option<T>,
) -> Option<(usize, T)> {
    let terms = reading.vocabulary.terms(&reading.tokens.list[at..end]);
    let found = terms.filter_map(|(size, meanings)| {
        meanings.iter().find_map(|&meaning| wanted(meaning)).map(|value| (size, value))
    });
    found.last()
}

/// The regime that the text says the body is in now: "placed in | special measures".
fn regime(
    reading: &Reading<'_>,
    starts: &[usize],
    tokens: Range<usize>,
    row: u16,
) -> Option<(String, Range<usize>)> {
    let names = &reading.lexicon.inspectorates()[usize::from(row)].regimes;
    starts.iter().find_map(|&at| {
        let (size, place) = term(reading, at, tokens.end, |meaning| match meaning {
            Meaning::Regime(owner, place) if owner == row => Some(place),
            _ => None,
        })?;
        let name = &names[usize::from(place)];
        let proper = name.starts_with(char::is_uppercase) && size == 1;
        let written = !proper || reading.token(at).is_capital() && !reading.token(at).is_line_start();
        (written && enters(reading, tokens.start, at)).then(|| (name.clone(), at..at + size))
    })
}

/// Whether the words before a regime say that the body is in it or comes into it now.
fn enters(reading: &Reading<'_>, start: usize, at: usize) -> bool {
    let sentence = reading.tokens.sentences[reading.sentence_of(at)].tokens.start.max(start);
    let floor = sentence.max(at.saturating_sub(7));
    let leaves = (floor..at).any(|index| reading.cue(index, Cue::Leaves));
    let comes = (floor..at).any(|index| reading.cue(index, Cue::Enters));
    let out = (floor..at).any(|index| {
        reading.is_any(index, words!["out", "left", "leaves", "leave", "above", "risk", "avoid"])
    });
    let mut near = at;
    while near > floor
        && (reading.token(near - 1).is_quotation_mark() || reading.has(near - 1, Class::Determiner))
    {
        near -= 1;
    }
    let placed = near > floor && reading.is_any(near - 1, words!["in", "into", "to", "under"]);
    let issued =
        (floor..at).any(|index| reading.is_any(index, words!["issued", "invoked", "served", "triggered"]));
    let needed = at > 0 && reading.is(at - 1, "requires");
    if comes && !out { placed || needed || issued } else { !leaves && (placed || issued) }
}

/// Completed, unless the first sentences only say that somebody inspects or is to.
fn status(reading: &Reading<'_>, blocks: &Range<usize>) -> Status {
    let said = |cue: Cue| cued(reading, blocks, cue);
    let planned = said(Cue::Planned).any(|index| is_planned(reading, index));
    // Who only says that somebody will inspect has seen nothing yet.
    let done = |index: usize| {
        let speaks = planned && reading.is_any(index, words!["said", "says", "published"]);
        !speaks && !is_planned(reading, index)
    };
    if said(Cue::Graded).any(done) || said(Cue::Done).any(done) {
        Status::Completed
    } else if said(Cue::Ongoing).next().is_some() {
        Status::InProgress
    } else if planned || said(Cue::ToCome).next().is_some() {
        Status::Announced
    } else {
        Status::Completed
    }
}

/// "is to | inspect", "will be | inspected": an inspection to come.
fn is_planned(reading: &Reading<'_>, verb: usize) -> bool {
    let leads = |at: usize| reading.is_any(at, words!["will", "to", "shall"]);
    let Some(before) = verb.checked_sub(1) else { return false };
    if !reading.cue(verb, Cue::Planned) {
        return false;
    }
    let active = reading.is_any(verb, words!["inspect", "visit", "examine", "assess"]) && leads(before);
    let passive = reading.is_any(verb, words!["inspected", "visited", "assessed", "rated", "graded"])
        && reading.is(before, "be")
        && before > 0
        && leads(before - 1);
    active || passive
}

/// "the mayor commissioned an inspection into how …": a second inspection, of the same body.
fn commissioned(reading: &Reading<'_>, first: &InspectionFinding) -> Option<InspectionFinding> {
    let all = 0..reading.blocks.len();
    let verb = cued(reading, &all, Cue::Commissioned).find(|&index| !reading.is(index + 1, "by"))?;
    let sentence = reading.tokens.sentences[reading.sentence_of(verb)].clone();
    let end = sentence.tokens.end;
    let noun = (verb + 1..end.min(verb + 6)).find(|&index| reading.is(index, "inspection"))?;
    let who = commissioner(reading, sentence.tokens.start, verb)?;
    let into = noun + 1 < end && reading.is_any(noun + 1, words!["into", "of", "on"]);
    let topic = into.then(|| noun + 2..topic_end(reading, noun + 2, end)).filter(|topic| !topic.is_empty());
    Some(InspectionFinding {
        inspectorate: first.inspectorate.clone(),
        body: first.body.clone(),
        topic,
        programme: None,
        status: Status::InProgress,
        regime: None,
        commissioned_by: Some(who),
        due: due_behind(reading, end),
        blocks: 0..0,
    })
}

/// A topic behind "inspection into" reaches to the end of its clause.
fn topic_end(reading: &Reading<'_>, at: usize, end: usize) -> usize {
    let comma =
        (at..end).find(|&index| matches!(reading.token(index).kind, Kind::Comma | Kind::Stop | Kind::Dash));
    let stop = comma.unwrap_or(end);
    if at < stop && reading.has(at, Class::Question) {
        stop
    } else {
        ask_end(reading, at, stop, true, Slot::Matter)
    }
}

/// The person named before "commissioned": "the Mayor of Mid Thistle Ada Nwosu".
fn commissioner(reading: &Reading<'_>, start: usize, verb: usize) -> Option<CommissionerFinding> {
    let mut end = verb;
    while end > start && (reading.has(end - 1, Class::Have) || reading.has(end - 1, Class::Adverb)) {
        end -= 1;
    }
    let capital = |index: usize| reading.token(index).is_word() && reading.token(index).is_capital();
    let joins = |index: usize| reading.is_any(index, words!["of", "for", "and", "the"]);
    let mut begin = end;
    while begin > start && (capital(begin - 1) || joins(begin - 1) && begin < end) {
        begin -= 1;
    }
    while begin < end && (!capital(begin) || reading.has(begin, Class::Starter)) {
        begin += 1;
    }
    if begin == end {
        return None;
    }
    let name = name_start(reading, begin, end);
    let role = (name > begin).then(|| reading.text(begin..name).to_owned());
    Some(CommissionerFinding { tokens: begin..end, name: reading.text(name..end).to_owned(), role })
}

/// Where the name begins behind a post: its last two words with capitals, titles left out.
fn name_start(reading: &Reading<'_>, begin: usize, end: usize) -> usize {
    let mut start = end;
    while start > begin
        && end - start < 2
        && reading.token(start - 1).is_capital()
        && !reading.is_title(start - 1)
        && !reading.is_post(start - 1)
    {
        start -= 1;
    }
    if start == end { begin } else { start }
}

#[cfg(test)]
mod tests {
    use onrecord_lexicon::Lexicon;
    use onrecord_model::{Article, Inspection, Status};

    use crate::Parser;

    const LEAD: &str = "Kent Police was inspected by HMICFRS in May. Inspectors rated the force good.\n\n";

    fn inspections(text: &str) -> Vec<Inspection> {
        let text = format!("{LEAD}{text}");
        Parser::new(Lexicon::standard()).parse(Article::default(), text.as_bytes()).inspections
    }

    #[test]
    fn topic_and_programme_stand_beside_the_word_inspection() {
        let found = &inspections(
            "The inspection of the force’s child protection was part of the PEEL inspection programme.",
        )[0];
        assert_eq!(found.id, "hmicfrs/kent-police/child-protection");
        assert_eq!(
            (found.topic.as_deref(), found.programme.as_deref()),
            (Some("child protection"), Some("PEEL"))
        );
    }

    #[test]
    fn an_inspection_to_come_is_announced_and_not_completed() {
        let status = |text: &str| {
            let parser = Parser::new(Lexicon::standard());
            parser.parse(Article::default(), text.as_bytes()).inspections[0].status
        };
        let planned = "Ofsted is to inspect Oak Primary School in summer next year, the council said.\n";
        assert_eq!(status(planned), Status::Announced);
        let passive = "Oak Primary School will be inspected by Ofsted next month.\n";
        assert_eq!(status(passive), Status::Announced);
        let past = "Ofsted inspected Oak Primary School in May and found it safe. It will be inspected again by June.\n";
        assert_eq!(status(past), Status::Completed);
    }

    #[test]
    fn a_regime_is_one_that_the_body_is_in_now() {
        let regime = |text: &str| inspections(text)[0].regime.clone();
        assert_eq!(regime("It has been placed in special measures.").as_deref(), Some("special measures"));
        assert_eq!(regime("It remains in special measures.").as_deref(), Some("special measures"));
        assert_eq!(regime("It has been taken out of special measures."), None);
        assert_eq!(regime("Until last year it was in special measures."), None);
    }

    #[test]
    fn a_commissioned_inspection_is_a_second_one() {
        let found = inspections(
            "The Mayor of Kent Ada Nwosu commissioned an inspection into how officers treat victims. An investigation, which is due in summer next year, goes on.",
        );
        assert_eq!(found.len(), 2);
        let by = found[1].commissioned_by.as_ref().unwrap();
        assert_eq!((by.name.as_deref(), by.role.as_deref()), (Some("Ada Nwosu"), Some("Mayor of Kent")));
        assert_eq!(found[1].topic.as_deref(), Some("how officers treat victims"));
        assert_eq!(found[1].due.as_ref().unwrap().text, "summer next year");
    }

    #[test]
    fn a_review_is_no_inspection() {
        assert_eq!(inspections("The mayor Ada Nwosu commissioned a review of old cases.").len(), 1);
    }
}
