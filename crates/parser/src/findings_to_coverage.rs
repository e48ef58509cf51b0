//! Findings to coverage: facts as ranges of tokens, written down with their words.

use std::borrow::Cow;
use std::ops::Range;

use onrecord_model::{
    Article, Body, Coverage, Diagnostic, DiagnosticKind, Evidence, Inspection, Inspectorate, Noted, Rating,
    Recommendation, Scale, Scope, Segment, Speaker, Statement,
};
use rustc_hash::FxHashMap;

use crate::block::BlockKind;
use crate::finding::StatementFinding;
use crate::inspection_finding::{BodyFinding, CommissionerFinding, InspectionFinding, InspectorateFinding};
use crate::rating_finding::{RatingFinding, RatingScope};
use crate::reading::Reading;
use crate::recommendation_finding::RecommendationFinding;

/// Everything that was found in one article.
#[derive(Debug, Clone, Default)]
pub(crate) struct Findings {
    pub inspections: Vec<InspectionFinding>,
    pub ratings: Vec<RatingFinding>,
    /// Words that give a grade of which the text does not let one tell what it is for.
    pub unclear_grades: Vec<Range<usize>>,
    pub recommendations: Vec<RecommendationFinding>,
    pub statements: Vec<StatementFinding>,
    /// An inspectorate that reports an inspection of nobody the text names.
    pub without_body: Option<Range<usize>>,
}

/// The record of an article.
pub(crate) fn findings_to_coverage(reading: &Reading<'_>, article: Article, findings: Findings) -> Coverage {
    let mut coverage = Coverage::empty(with_frame(reading, article));
    coverage.inspections = findings.inspections.iter().map(|found| inspection(reading, found)).collect();
    tell_apart(&mut coverage.inspections);
    place_ratings(reading, &findings, &mut coverage);
    place_recommendations(reading, &findings, &mut coverage.inspections);
    let unclear = findings.unclear_grades.iter().map(|words| unclear(reading, words.clone()));
    coverage.diagnostics.extend(unclear);
    coverage.diagnostics.extend(findings.without_body.clone().map(|tokens| nameless(reading, tokens)));
    coverage.statements =
        (1..).zip(findings.statements).map(|(number, found)| statement(reading, number, found)).collect();
    coverage
}

/// What the article says about itself: headline, byline, date, address.
fn with_frame(reading: &Reading<'_>, mut article: Article) -> Article {
    let text = |kind: BlockKind| {
        let block = reading.blocks.iter().find(|block| block.kind == kind)?;
        reading.source.get(block.span)
    };
    article.title = article.title.or_else(|| text(BlockKind::Headline).map(str::to_owned));
    let bylines = reading.blocks.iter().filter(|block| block.kind == BlockKind::Byline);
    for line in bylines.filter_map(|block| reading.source.get(block.span)) {
        if let Some(author) = author(line) {
            article.byline.get_or_insert_with(|| author.to_owned());
        } else if line.contains(|character: char| character.is_ascii_digit()) {
            article.published.get_or_insert_with(|| date(line).to_owned());
        }
    }
    article
}

/// "By Jowan Trethick, Local Democracy Reporter" → the words behind "By".
fn author(line: &str) -> Option<&str> {
    let name = ["By ", "BY ", "Words: ", "Author: ", "Reporting by "]
        .iter()
        .find_map(|start| line.strip_prefix(start))?;
    Some(name.trim())
}

/// "Published: 2 May 2025" → the words behind the label.
fn date(line: &str) -> &str {
    let labels = [
        "Published:",
        "Published on",
        "Published",
        "Posted on:",
        "Posted on",
        "Updated:",
        "Updated",
        "Date:",
    ];
    labels.iter().find_map(|label| line.strip_prefix(label)).unwrap_or(line).trim()
}

fn inspection(reading: &Reading<'_>, found: &InspectionFinding) -> Inspection {
    let lexicon = reading.lexicon;
    let row = found.inspectorate.as_ref().map(|one| &lexicon.inspectorates()[usize::from(one.row)]);
    let topic = found.topic.clone().map(|tokens| reading.text(tokens).to_owned());
    let parts = [
        row.map(|row| row.id.as_str()),
        found.body.as_ref().map(|body| body.name.as_str()),
        topic.as_deref(),
    ];
    Inspection {
        id: id(parts),
        inspectorate: found.inspectorate.as_ref().map(|one| inspectorate(reading, one)),
        body: found.body.as_ref().map(|one| body(reading, one)),
        topic,
        programme: found.programme.as_ref().map(|(name, _)| name.clone()),
        status: found.status,
        regime: found.regime.as_ref().map(|(name, _)| name.clone()),
        commissioned_by: found.commissioned_by.as_ref().map(|one| commissioner(reading, one)),
        date: None,
        due: found.due.clone().map(|tokens| noted(reading, tokens, "inspection.due")),
        ratings: Vec::new(),
        recommendations: Vec::new(),
        evidence: own_words(reading, found),
    }
}

/// Numbers the second inspection of the same body on, which would have the id of the first: `…/2`.
fn tell_apart(inspections: &mut [Inspection]) {
    let mut seen: FxHashMap<String, usize> = FxHashMap::default();
    for inspection in inspections {
        let times = seen.entry(inspection.id.clone()).or_default();
        *times += 1;
        if *times > 1 {
            inspection.id = format!("{}/{times}", inspection.id);
        }
    }
}

/// The words that report an inspection, its topic, programme and regime.
fn own_words(reading: &Reading<'_>, found: &InspectionFinding) -> Vec<Evidence> {
    let topic = found.topic.clone().map(|tokens| (tokens, "inspection.topic"));
    let programme = found.programme.clone().map(|(_, tokens)| (tokens, "inspection.programme"));
    let regime = found.regime.clone().map(|(_, tokens)| (tokens, "inspection.regime"));
    let all = [topic, programme, regime].into_iter().flatten();
    all.map(|(tokens, rule)| evidence(reading, tokens, rule)).collect()
}

fn inspectorate(reading: &Reading<'_>, found: &InspectorateFinding) -> Inspectorate {
    let row = &reading.lexicon.inspectorates()[usize::from(found.row)];
    Inspectorate {
        name: row.name.clone(),
        abbreviation: row.abbreviation.clone(),
        evidence: evidence(reading, found.tokens.clone(), "inspectorate.name"),
    }
}

fn body(reading: &Reading<'_>, found: &BodyFinding) -> Body {
    Body { name: found.name.clone(), evidence: evidence(reading, found.tokens.clone(), found.rule) }
}

fn commissioner(reading: &Reading<'_>, found: &CommissionerFinding) -> Speaker {
    Speaker {
        name: Some(found.name.clone()),
        role: found.role.clone(),
        organisation: None,
        implied: false,
        evidence: Some(evidence(reading, found.tokens.clone(), "inspection.commissioned")),
    }
}

/// `hmicfrs/greater-manchester-police/child-protection`, without the parts that are not known.
fn id<'a>(parts: impl IntoIterator<Item = Option<&'a str>>) -> String {
    let slugs: Vec<String> = parts.into_iter().flatten().map(slug).filter(|slug| !slug.is_empty()).collect();
    slugs.join("/")
}

/// Bytes of an id's part; a longer one ends at a whole word.
const LONGEST_PART: usize = 60;

/// Letters and digits in lower case, a hyphen for everything between them.
fn slug(name: &str) -> String {
    let mut slug = String::with_capacity(name.len());
    for character in name.chars().filter(|character| !matches!(character, '\'' | '’' | '‘')) {
        if character.is_alphanumeric() {
            slug.extend(character.to_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    if slug.len() > LONGEST_PART {
        let mut end = LONGEST_PART;
        while !slug.is_char_boundary(end) {
            end -= 1;
        }
        slug.truncate(slug[..end].rfind('-').unwrap_or(end));
    }
    slug.trim_end_matches('-').to_owned()
}

/// Gives each grade to the inspection in whose blocks it stands; numbers them through the article.
fn place_ratings(reading: &Reading<'_>, findings: &Findings, coverage: &mut Coverage) {
    let mut number = 0;
    let mut scales = Scales::default();
    for found in &findings.ratings {
        let place =
            findings.inspections.iter().position(|inspection| inspection.blocks.contains(&found.block));
        match place.zip(rating(reading, &mut scales, number + 1, found)) {
            Some((place, rating)) => {
                number += 1;
                coverage.inspections[place].ratings.push(rating);
            }
            None => coverage.diagnostics.push(unplaced(reading, found)),
        }
    }
}

/// The scales that an article's grades are on, made where they are first needed.
type Scales = FxHashMap<u16, Option<Scale>>;

fn rating(
    reading: &Reading<'_>,
    scales: &mut Scales,
    number: usize,
    found: &RatingFinding,
) -> Option<Rating> {
    let row = &reading.lexicon.scales()[usize::from(found.scale)];
    let scale = scales.entry(found.scale).or_insert_with(|| row.scale().ok()).as_ref()?;
    let grade = scale.grade(&row.grades[usize::from(found.grade)].label)?;
    let scope = match &found.scope {
        RatingScope::Overall => Scope::Overall,
        RatingScope::Area(name) => Scope::Area { area: Some(name.clone()), count: None },
        RatingScope::Count(count) => Scope::Area { area: None, count: Some(*count) },
    };
    let evidence = evidence(reading, found.evidence.clone(), found.rule(reading.lexicon).to_owned());
    Some(Rating::new(format!("r{number}"), grade, scope, found.time, evidence))
}

/// An inspection whose body the text does not name.
fn nameless(reading: &Reading<'_>, tokens: Range<usize>) -> Diagnostic {
    Diagnostic {
        kind: DiagnosticKind::Inspection,
        message: "An inspection is reported and no inspected body could be told; it was left out.".to_owned(),
        evidence: Some(evidence(reading, tokens, "inspection.without-body")),
    }
}

/// A grade that no inspection of the article gave.
fn unplaced(reading: &Reading<'_>, found: &RatingFinding) -> Diagnostic {
    Diagnostic {
        kind: DiagnosticKind::Grade,
        message: "A grade stands where no inspected body is known; it was left out.".to_owned(),
        evidence: Some(evidence(reading, found.evidence.clone(), found.rule(reading.lexicon).to_owned())),
    }
}

/// A grade of which the text does not let one tell what it is for.
fn unclear(reading: &Reading<'_>, words: Range<usize>) -> Diagnostic {
    Diagnostic {
        kind: DiagnosticKind::Grade,
        message: "the text does not let one tell what this grade is for; it was left out".to_owned(),
        evidence: Some(evidence(reading, words, "rating.unclear")),
    }
}

/// Gives each ask to the inspection in whose blocks it stands; numbers them through the article.
fn place_recommendations(reading: &Reading<'_>, findings: &Findings, inspections: &mut [Inspection]) {
    let place = |found: &RecommendationFinding| {
        let block = reading.tokens.sentences[reading.sentence_of(found.tokens.start)].block;
        findings.inspections.iter().position(|inspection| inspection.blocks.contains(&block))
    };
    let places: Vec<Option<usize>> = findings.recommendations.iter().map(place).collect();
    for (place, inspection) in inspections.iter_mut().enumerate() {
        let own = places.iter().filter(|other| **other == Some(place)).count();
        inspection.recommendations.reserve_exact(own);
    }
    let placed = places.into_iter().zip(&findings.recommendations);
    for (number, (place, found)) in (1..).zip(placed.filter_map(|(place, found)| Some((place?, found)))) {
        inspections[place].recommendations.push(recommendation(reading, number, found));
    }
}

fn recommendation(reading: &Reading<'_>, number: usize, found: &RecommendationFinding) -> Recommendation {
    let words = |tokens: &Option<Range<usize>>| tokens.clone().map(|tokens| reading.text(tokens).to_owned());
    let rule = &reading.lexicon.phrases()[usize::from(found.phrase)].id;
    let action = found.action();
    let action = crate::ask_extent::trimmed_end(reading, action.start, action.end);
    Recommendation {
        id: format!("a{number}"),
        kind: found.kind,
        text: reading.text(found.tokens.start..action).to_owned(),
        purpose: words(&found.purpose),
        deadline: words(&found.deadline),
        deadline_days: None,
        addressee: words(&found.addressee),
        implied: found.implied,
        evidence: evidence(reading, found.tokens.clone(), rule.to_owned()),
    }
}

/// Takes over the finding's strings: of a long article they are half of its record.
fn statement(reading: &Reading<'_>, number: usize, found: StatementFinding) -> Statement {
    let at = |range: &Range<usize>| evidence(reading, range.clone(), found.rule);
    let segments: Vec<Segment> = found.segments.iter().map(|range| at(range).into()).collect();
    Statement {
        id: format!("s{number}"),
        kind: found.kind,
        speaker: Speaker {
            name: found.speaker.name,
            role: found.speaker.role,
            organisation: found.speaker.organisation,
            implied: found.speaker.tokens.is_none(),
            evidence: found.speaker.tokens.as_ref().map(at),
        },
        cue: Some(at(&found.cue).into()),
        date: None,
        text: segments.iter().map(|segment| without_marks(&segment.text)).collect::<Vec<_>>().join(" "),
        segments,
        about: Vec::new(),
    }
}

/// A segment without the quotation marks around it.
fn without_marks(text: &str) -> &str {
    let mark = |character: char| matches!(character, '“' | '”' | '"' | '‘' | '’' | '\'' | '`');
    if text.starts_with(mark) {
        return text.trim_start_matches(mark).trim_end_matches(mark);
    }
    // `the “report recognises it”`: the last mark belongs to one inside.
    let opens = |character: char| matches!(character, '“' | '"' | '‘');
    let inside = text.trim_end_matches(mark);
    if inside.contains(opens) { text } else { inside }
}

fn noted(reading: &Reading<'_>, tokens: Range<usize>, rule: &'static str) -> Noted {
    let evidence = evidence(reading, tokens, rule);
    Noted { text: evidence.text().to_owned(), days: None, evidence }
}

fn evidence(reading: &Reading<'_>, tokens: Range<usize>, rule: impl Into<Cow<'static, str>>) -> Evidence {
    let span = reading.tokens.span(tokens);
    reading.source.evidence(span, rule).unwrap_or_else(|| unreachable!("tokens lie in their source"))
}

#[cfg(test)]
mod tests {
    use onrecord_model::{Article, Coverage};

    use super::*;
    use crate::test_text::PARSER;

    fn coverage(text: &str) -> Coverage {
        PARSER.parse(Article::default(), text.as_bytes())
    }

    #[test]
    fn ids_hold_letters_digits_and_single_hyphens() {
        assert_eq!(slug("St Hilda’s Court (Beck & Sons)"), "st-hildas-court-beck-sons");
        assert_eq!(id([Some("cqc"), None, Some("–"), Some("A&E")]), "cqc/a-e");
    }

    #[test]
    fn headline_byline_and_date_come_from_the_text() {
        let article = coverage(
            "Nursery told to improve\n\nBy Ada Nwosu\nPublished: 2 May 2025\n\nA nursery must do more.\n",
        )
        .article;
        assert_eq!(article.title.as_deref(), Some("Nursery told to improve"));
        assert_eq!(article.byline.as_deref(), Some("Ada Nwosu"));
        assert_eq!(article.published.as_deref(), Some("2 May 2025"));
    }

    #[test]
    fn asks_go_to_the_inspection_in_whose_blocks_they_stand() {
        let text = "The Care Quality Commission has published two inspection reports.\n\nAmber House, Beck Street\n\nAmber House was rated good. Inspectors said it must fit a new lift by 1 May.\n\nNether Grange, Wolds Road\n\nNether Grange was rated inadequate. Inspectors said it should hire a nurse so that people are safe.\n";
        let asks: Vec<_> = coverage(text).inspections.into_iter().map(|one| one.recommendations).collect();
        assert_eq!(
            (asks[0][0].id.as_str(), asks[0][0].text.as_str()),
            ("a1", "it must fit a new lift by 1 May")
        );
        assert_eq!(asks[0][0].deadline.as_deref(), Some("by 1 May"));
        assert_eq!((asks[1][0].id.as_str(), asks[1][0].text.as_str()), ("a2", "it should hire a nurse"));
        assert_eq!(asks[1][0].purpose.as_deref(), Some("so that people are safe"));
        assert_eq!(asks[1][0].evidence.text(), "it should hire a nurse so that people are safe");
    }

    #[test]
    fn an_inspection_of_nobody_is_a_diagnostic() {
        let text = "Maternity services are getting worse, inspectors say.\n\nThe Care Quality Commission (CQC) inspected units all over England. Its inspectors found a third of them dirty.\n";
        let found = coverage(text);
        assert!(found.inspections.is_empty());
        assert_eq!(found.diagnostics[0].kind, DiagnosticKind::Inspection);
        assert_eq!(found.diagnostics[0].evidence.as_ref().unwrap().text(), "Care Quality Commission");
    }

    #[test]
    fn a_grade_of_nobody_can_tell_what_is_a_diagnostic() {
        let text = "The Care Quality Commission (CQC) inspected Beck House, a care home, in May.\n\nA home once feted as the county’s finest has been stripped of its outstanding badge, the CQC said.\n";
        let found = coverage(text);
        assert!(found.inspections[0].ratings.is_empty());
        assert_eq!(found.diagnostics[0].kind, DiagnosticKind::Grade);
        assert_eq!(
            found.diagnostics[0].evidence.as_ref().unwrap().text(),
            "stripped of its outstanding badge"
        );
    }
}
