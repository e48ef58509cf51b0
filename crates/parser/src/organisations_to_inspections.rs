//! Organisations to inspections: who inspects whom, and which blocks report it.

use std::ops::Range;

use crate::block::BlockKind;
use crate::body_choice::{Candidate, ENOUGH, candidates};
use crate::body_name::body_finding;
use crate::cue_words::Cue;
use crate::inspection_finding::{InspectionFinding, InspectorateFinding};
use crate::inspection_reported::{is_about_inspection, is_named_for_itself, is_show, opening};
use crate::inspectorate_choice::{does_inspect_here, in_play, kinds_inspected};
use crate::organisation::Organisations;
use crate::reading::Reading;
use crate::token::Kind;

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
        found.extend(best(&bodies, opening).map(|body| inspection(reading, body, &inspectorate, whole)));
    }
    found
}

/// The body of the greatest weight, if that is enough: the more of the first sentences speak of the inspection,
/// the less is enough.
fn best(bodies: &[Candidate], opening: usize) -> Option<&Candidate> {
    let enough = match opening {
        0..=1 => ENOUGH - 3,
        2 => ENOUGH - 5,
        _ => ENOUGH - 6,
    };
    let likely = bodies.iter().filter(|body| body.score >= enough);
    likely.reduce(|best, next| if next.score > best.score { next } else { best })
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
                && (ends_in_street(reading, block)
                    || is_name_and_place(reading, mention.end + 1..without_bracket(reading, block))))
}

/// Where a block ends but for the bracket that closes it: "Candlewick Hall, Marford | (62 beds, Osier Trust)".
fn without_bracket(reading: &Reading<'_>, block: &Range<usize>) -> usize {
    let closed = block.end > block.start && reading.token(block.end - 1).kind == Kind::BracketClose;
    let open = || block.clone().rev().find(|&index| reading.token(index).kind == Kind::BracketOpen);
    closed.then(open).flatten().unwrap_or(block.end)
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

#[cfg(test)]
mod tests {
    use onrecord_model::Article;

    use crate::test_text::PARSER;

    /// One line for each inspection: its id.
    fn check(text: &str) -> String {
        let coverage = PARSER.parse(Article::default(), text.as_bytes());
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
    fn a_trust_is_the_body_where_its_hospitals_were_visited() {
        let text = "The Care Quality Commission visited Beck Royal Infirmary and Fen General Hospital, both run by Beckshire Hospitals NHS Trust, in June.\n\nThe trust's overall rating is good. Surgery at Beck Royal Infirmary was rated inadequate.\n";
        assert_eq!(check(text), "cqc/beckshire-hospitals-nhs-trust\n");
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
