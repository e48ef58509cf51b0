//! Organisations to inspections: who inspects whom, and which blocks report it.

use std::ops::Range;

use crate::block::BlockKind;
use crate::blocks_to_tokens::Sentence;
use crate::body_choice::{Candidate, ENOUGH, candidates};
use crate::cue_words::Cue;
use crate::inspection_finding::{BodyFinding, InspectionFinding, InspectorateFinding};
use crate::organisation::{Form, InspectorateMention, Organisations};
use crate::reading::Reading;
use crate::token::Kind;
use crate::vocabulary::Meaning;
use crate::word_class::Class;
use crate::word_list::words;

/// The inspections whose findings an article reports: none, one, or one for each body of a round-up.
pub(crate) fn organisations_to_inspections(
    reading: &Reading<'_>,
    organisations: &Organisations,
) -> Vec<InspectionFinding> {
    let opening = opening(reading, organisations);
    if opening == 0 || !is_about_inspection(reading, organisations) || is_show(reading) {
        return Vec::new();
    }
    let Some(inspectorate) = in_play(reading, organisations) else { return Vec::new() };
    if !is_named_for_itself(reading, organisations)
        || !does_inspect_here(reading, organisations, inspectorate.row)
    {
        return Vec::new();
    }
    let inspects = kinds_inspected(reading, inspectorate.row);
    let bodies = candidates(reading, &organisations.names, &inspects);
    let whole = 0..reading.blocks.len();
    let mut found = round_up(reading, &bodies, &inspectorate);
    if found.is_empty() {
        let enough = match opening {
            0..=1 => ENOUGH - 3,
            2 => ENOUGH - 5,
            _ => ENOUGH - 6,
        };
        let best = bodies
            .iter()
            .filter(|body| body.score >= enough)
            .reduce(|best, next| if next.score > best.score { next } else { best });
        found.extend(best.map(|body| inspection(reading, body, &inspectorate, whole)));
    }
    found
}

/// The inspectorate's name in an article that opens with its inspection and names no body that it inspected.
pub(crate) fn inspectorate_without_body(
    reading: &Reading<'_>,
    organisations: &Organisations,
    inspections: &[InspectionFinding],
) -> Option<Range<usize>> {
    let reports = inspections.is_empty()
        && opening(reading, organisations) > 1
        && is_about_inspection(reading, organisations);
    reports.then(|| in_play(reading, organisations)).flatten().map(|found| found.tokens)
}

/// Whether the words of inspections are frequent enough for the article to be about one.
fn is_about_inspection(reading: &Reading<'_>, organisations: &Organisations) -> bool {
    let speaks_of = |(index, sentence): &(usize, &Sentence)| {
        reading.sentence_has(*index, Cue::AboutInspection)
            || names_inspectorate(reading, organisations, &sentence.tokens)
    };
    let sentences = reading.tokens.sentences.iter().enumerate().filter(speaks_of);
    let needed = if reading.tokens.sentences.len() <= 6 { 1 } else { 2 };
    sentences.take(needed).count() == needed
}

/// Whether the first half speaks of a contest or a play: its words of inspections are borrowed.
fn is_show(reading: &Reading<'_>) -> bool {
    let sentences = reading.tokens.sentences.len();
    let half = 0..sentences.min(sentences / 2 + 3);
    half.filter(|&sentence| reading.sentence_has(sentence, Cue::Show)).count() >= 4
}

/// How many of the first sentences, headline included, speak of the inspection. An article that comes to it
/// later only mentions one: a home in the news "which is rated good".
fn opening(reading: &Reading<'_>, organisations: &Organisations) -> usize {
    let all = reading.tokens.sentences.len();
    let first = 0..all.min((all / 2).max(5));
    let tokens = |sentence: usize| reading.tokens.sentences[sentence].tokens.clone();
    let holding = |cue: Cue| first.clone().filter(move |&sentence| reading.sentence_has(sentence, cue));
    let other = holding(Cue::OtherReview).next().is_some()
        || holding(Cue::InspectorPost).flat_map(tokens).any(|index| is_other_inspector(reading, index));
    let court = holding(Cue::Court).flat_map(tokens).filter(|&index| reading.cue(index, Cue::Court)).count();
    if court > 1 && holding(Cue::Inspected).chain(holding(Cue::OfInspection)).next().is_none() {
        return 0;
    }
    let speaks = |sentence: &usize| {
        let whole = tokens(*sentence);
        let cue = !other && reading.sentence_has(*sentence, Cue::OfInspection);
        (cue || names_inspectorate(reading, organisations, &whole)) && {
            let own = without_aside(reading, &whole);
            names_inspectorate(reading, organisations, &own)
                || cue && own.into_iter().any(|index| reading.cue(index, Cue::OfInspection))
        }
    };
    first.clone().filter(speaks).count()
}

/// Whether an inspectorate is named outside a remark about an earlier grade, and by more than a quoted boast.
fn is_named_for_itself(reading: &Reading<'_>, organisations: &Organisations) -> bool {
    let mentions = &organisations.inspectorates;
    mentions.iter().filter(|mention| !is_of_a_career(reading, mention)).any(|mention| {
        let sentence = &reading.tokens.sentences[reading.sentence_of(mention.tokens.start)].tokens;
        without_aside(reading, sentence).contains(&mention.tokens.start)
            && mention.form != Form::Noun
            && reading.token(mention.tokens.start).is_capital()
            && !reading.is_quoted(mention.tokens.start)
    })
}

/// Whether an inspectorate that has other work too (the Environmental Protection Agency) inspects here: the text
/// names one of its programmes, or a body such as it inspects.
fn does_inspect_here(reading: &Reading<'_>, organisations: &Organisations, row: u16) -> bool {
    let programme = |index: usize| {
        let mut terms = reading.vocabulary.terms(&reading.tokens.list[index..]);
        terms.any(|(_, meanings)| {
            meanings.iter().any(|meaning| matches!(meaning, Meaning::Programme(of, _) if *of == row))
        })
    };
    !reading.lexicon.inspectorates()[usize::from(row)].incidental
        || inspects_a_named_body(reading, organisations, row)
        || (0..reading.tokens.list.len()).any(programme)
}

/// A sentence up to a remark about an earlier grade: "Beck School, | which was rated good by Ofsted".
fn without_aside(reading: &Reading<'_>, tokens: &Range<usize>) -> Range<usize> {
    let aside = tokens.clone().skip(1).find(|&index| {
        let relative = reading.cue(index, Cue::Which) && reading.is_any(index, words!["which", "who"]);
        let verb = if relative { index + 2 } else { index + 1 };
        let opens = relative || reading.token(index).kind == Kind::Comma;
        let graded = ["rated", "graded", "given", "handed", "awarded"];
        verb < tokens.end && opens && reading.is_one_of(verb, &graded)
    });
    tokens.start..aside.unwrap_or(tokens.end)
}

/// Whether a range names an inspectorate, and not only by a noun like "the watchdog".
fn names_inspectorate(reading: &Reading<'_>, organisations: &Organisations, own: &Range<usize>) -> bool {
    let mentions = &organisations.inspectorates;
    let from = mentions.partition_point(|mention| mention.tokens.start < own.start);
    let mut within = mentions[from..].iter().take_while(|mention| mention.tokens.start < own.end);
    within.any(|mention| {
        let named = mention.form != Form::Noun && reading.token(mention.tokens.start).is_capital();
        named && !is_of_a_career(reading, mention)
    })
}

/// "a former Ofsted inspector", "she was an Ofsted inspector": what somebody does or did for a living.
fn is_of_a_career(reading: &Reading<'_>, mention: &InspectorateMention) -> bool {
    let Some(before) = mention.tokens.start.checked_sub(1) else { return false };
    let post =
        reading.tokens.list.len() > mention.tokens.end && reading.cue(mention.tokens.end, Cue::InspectorPost);
    let former = reading.is_any(before, words!["former", "retired", "ex"]);
    let is_one = reading.is_any(before, words!["a", "an"])
        && before > 0
        && reading.is_any(before - 1, words!["is", "was", "been", "being", "became", "as"]);
    post && (former || is_one)
}

/// "planning inspector", "tax inspector": no inspectorate of services.
fn is_other_inspector(reading: &Reading<'_>, index: usize) -> bool {
    index > 0
        && reading.cue(index, Cue::InspectorPost)
        && reading.is_any(index - 1, words!["planning", "tax", "building", "ticket", "detective"])
}

/// The inspectorate that the article is about: the one named most and earliest.
fn in_play(reading: &Reading<'_>, organisations: &Organisations) -> Option<InspectorateFinding> {
    let rows = reading.lexicon.inspectorates().len();
    let mut tally = vec![0; rows];
    for mention in &organisations.inspectorates {
        tally[usize::from(mention.inspectorate)] += weight(reading, mention);
    }
    for (row, points) in (0..).zip(&mut tally) {
        if *points > 0 && inspects_a_named_body(reading, organisations, row) {
            *points += 6;
        }
    }
    let incidental = |row: u16| reading.lexicon.inspectorates()[usize::from(row)].incidental;
    let named = |mention: &&InspectorateMention| mention.form != Form::Noun;
    let inspects = organisations
        .inspectorates
        .iter()
        .any(|mention| named(&mention) && !incidental(mention.inspectorate));
    let named =
        |mention: &&InspectorateMention| named(mention) && !(inspects && incidental(mention.inspectorate));
    let chosen = organisations.inspectorates.iter().filter(named).reduce(|best, next| {
        let (best_points, next_points) =
            (tally[usize::from(best.inspectorate)], tally[usize::from(next.inspectorate)]);
        if next_points > best_points { next } else { best }
    })?;
    fullest(reading, organisations, chosen.inspectorate)
}

/// How much one mention says for its inspectorate.
fn weight(reading: &Reading<'_>, mention: &InspectorateMention) -> i32 {
    let bracketed =
        mention.tokens.start.checked_sub(1).is_some_and(|at| reading.token(at).kind == Kind::BracketOpen);
    if mention.form == Form::Noun || bracketed {
        return 0;
    }
    let sentence = reading.sentence_of(mention.tokens.start);
    let inspects = reading.sentence_has(sentence, Cue::AboutInspection);
    let early = if sentence < 8 { 2 } else { 0 };
    let proper = reading.token(mention.tokens.start).is_capital();
    let own = if mention.form == Form::Name && proper { 2 } else { 1 };
    own + early + i32::from(inspects)
}

fn inspects_a_named_body(reading: &Reading<'_>, organisations: &Organisations, row: u16) -> bool {
    let inspects = kinds_inspected(reading, row);
    organisations.names.iter().take(60).any(|name| name.kinds.iter().any(|kind| inspects.contains(kind)))
}

/// The kinds of body an inspectorate inspects, by place in the lexicon's table.
pub(crate) fn kinds_inspected(reading: &Reading<'_>, row: u16) -> Vec<u16> {
    let inspects = &reading.lexicon.inspectorates()[usize::from(row)].inspects;
    let kinds = (0..).zip(reading.lexicon.body_kinds());
    kinds.filter(|(_, kind)| inspects.contains(&kind.id)).map(|(place, _)| place).collect()
}

/// The first mention of the fullest form of an inspectorate's name; press names only where there is no other.
fn fullest(reading: &Reading<'_>, organisations: &Organisations, row: u16) -> Option<InspectorateFinding> {
    let names = organisations
        .inspectorates
        .iter()
        .filter(|mention| mention.inspectorate == row && mention.form != Form::Noun);
    let aliases = &reading.lexicon.inspectorates()[usize::from(row)].aliases;
    let best = names.reduce(|best, next| {
        let length = |mention: &InspectorateMention| {
            let text = reading.text(mention.tokens.clone());
            let own = !aliases.iter().any(|alias| alias.eq_ignore_ascii_case(text));
            (own, text.len())
        };
        if length(next) > length(best) { next } else { best }
    })?;
    Some(InspectorateFinding { row, tokens: best.tokens.clone() })
}

/// One inspection for each crosshead that names a body, where there are two or more.
fn round_up(
    reading: &Reading<'_>,
    bodies: &[Candidate],
    inspectorate: &InspectorateFinding,
) -> Vec<InspectionFinding> {
    let mut heads: Vec<(usize, &Candidate)> = Vec::new();
    for (block, tokens) in reading.tokens.blocks.iter().enumerate() {
        if reading.blocks[block].kind != BlockKind::Crosshead || tokens.is_empty() {
            continue;
        }
        let named = bodies.iter().find(|body| heads_block(reading, body, tokens));
        heads.extend(named.map(|body| (block, body)));
    }
    if heads.len() < 2 {
        return Vec::new();
    }
    let ends =
        heads.iter().skip(1).map(|(block, _)| *block).chain([reading.blocks.len()]).collect::<Vec<_>>();
    let passages = heads.iter().zip(ends);
    passages.map(|((start, body), end)| inspection(reading, body, inspectorate, *start..end)).collect()
}

/// "Amberfield House, Beck Street": a crosshead that is a body's name and perhaps where it stands.
fn heads_block(reading: &Reading<'_>, body: &Candidate, block: &Range<usize>) -> bool {
    let start = if reading.is(block.start, "the") { block.start + 1 } else { block.start };
    let Some(mention) = body.mentions.iter().find(|mention| mention.start == start) else { return false };
    let person = reading.is_title(start) || reading.is_post(start);
    let whole = mention.end == block.end;
    let address = mention.end < block.end && reading.token(mention.end).kind == Kind::Comma;
    !person
        && (whole && body.mentions.len() > 1
            || address && body.mentions.len() > 1
            || address
                && (ends_in_street(reading, block) || is_name_and_place(reading, mention.end + 1..block.end)))
}

/// "Turmeric Wherry, | Lower Staithe"
fn is_name_and_place(reading: &Reading<'_>, mut place: Range<usize>) -> bool {
    !place.is_empty() && place.len() <= 4 && place.all(|index| reading.token(index).is_capital())
}

fn ends_in_street(reading: &Reading<'_>, block: &Range<usize>) -> bool {
    block.clone().any(|index| reading.cue(index, Cue::Street))
}

fn inspection(
    reading: &Reading<'_>,
    body: &Candidate,
    inspectorate: &InspectorateFinding,
    blocks: Range<usize>,
) -> InspectionFinding {
    InspectionFinding::completed(Some(inspectorate.clone()), Some(body_finding(reading, body)), blocks)
}

/// The body as the record names it: canonical where known, a department with its hospital, else as written.
fn body_finding(reading: &Reading<'_>, body: &Candidate) -> BodyFinding {
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

#[cfg(test)]
mod tests {
    use onrecord_lexicon::Lexicon;
    use onrecord_model::Article;

    use crate::Parser;

    /// One line for each inspection: its id.
    fn check(text: &str) -> String {
        let parser = Parser::new(Lexicon::standard());
        let coverage = parser.parse(Article::default(), text.as_bytes());
        coverage.inspections.iter().map(|inspection| inspection.id.clone() + "\n").collect()
    }

    #[test]
    fn a_body_without_a_telling_name_is_known_by_what_stands_beside_it() {
        let text = "A chip shop has been given one star for hygiene.\n\nThe Salty Dog, in Sea Road, Penvose, was inspected in May, the Food Standards Agency website shows.\n\nInspectors from Penvose Council found mice. Owner Bea Hart told the Penvose Echo that she was sorry.\n";
        assert_eq!(check(text), "fsa/salty-dog\n");
    }

    #[test]
    fn a_department_is_the_body_where_it_was_inspected() {
        let text = "Inspectors found mothers were left alone.\n\nThe Care Quality Commission inspected maternity services at Thornsea General Hospital in May. Its report says the unit was dirty.\n";
        assert_eq!(check(text), "cqc/maternity-services-at-thornsea-general-hospital\n");
    }

    #[test]
    fn a_department_that_opens_a_sentence_is_the_body_where_it_was_graded() {
        let text = "Maternity services at Thornsea General Hospital have been downgraded to inadequate.\n\nThe Care Quality Commission inspected the unit in May. Its report says it was dirty.\n";
        assert_eq!(check(text), "cqc/maternity-services-at-thornsea-general-hospital\n");
    }

    #[test]
    fn words_in_capitals_are_named_as_they_are_usually_written() {
        let text = "TARROWSHIRE Police has slipped back, inspectors say.\n\nThe report by HMICFRS says the force was graded adequate. The inspection took a month.\n";
        assert_eq!(check(text), "hmicfrs/tarrowshire-police\n");
    }

    #[test]
    fn each_body_of_a_round_up_has_its_own_inspection() {
        let text = "The Care Quality Commission has published two inspection reports.\n\nAmber House, Beck Street\n\nAmber House was rated good by inspectors.\n\nNether Grange, Wolds Road\n\nNether Grange was rated inadequate.\n";
        assert_eq!(check(text), "cqc/amber-house\ncqc/nether-grange\n");
    }

    #[test]
    fn passing_mentions_are_no_inspection() {
        let school = "The council will spend £2m on classrooms.\n\nIt will extend Hillside Primary School, which was rated outstanding by Ofsted last year.\n\nWork starts in June. The head said pupils need space. Parents were told on Monday.\n\nOfsted inspectors praised the plans. The school was rated good in 2016. Inspectors will return.\n";
        let ombudsman = "Millbrook Council has been criticised by the Housing Ombudsman, a watchdog.\n\nIts report said a family was left in the damp. It ordered the council to pay £400.\n\nThe council, which was given a C3 grade by the Regulator of Social Housing last year, said sorry.\n";
        let politics = "Schools rated outstanding would skip inspections under a new plan.\n\nOfsted inspectors found many were not outstanding. Ofsted said it did not comment.\n\nThe minister said inspection was needed.\n";
        let career = "Two thirds of people think the roads of Brantley are poor, a survey for the council has found.\n\nBin collections were rated good. If the roads were a school they would be in special measures, councillors heard at an inspection of Carrick Lane.\n\nCllr Ann Frears, who was an Ofsted inspector for years, said the council must fill every pothole.\n\nJo Bell, a former Ofsted inspector, agreed.\n";
        assert_eq!(check(school) + &check(ombudsman) + &check(politics) + &check(career), "");
    }
}
