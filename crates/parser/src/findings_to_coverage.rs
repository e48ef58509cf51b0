//! Findings to coverage: facts as ranges of tokens, written down with their words.

use std::ops::Range;

use onrecord_model::{
    Article, Body, Coverage, Diagnostic, DiagnosticKind, Evidence, Inspection, Inspectorate, Noted, Rating,
    Recommendation, Scope, Segment, Speaker, Statement,
};

use crate::block::BlockKind;
use crate::finding::StatementFinding;
use crate::inspection_finding::{BodyFinding, CommissionerFinding, InspectionFinding, InspectorateFinding};
use crate::rating_finding::{RatingFinding, RatingScope};
use crate::reading::Reading;
use crate::recommendation_finding::RecommendationFinding;

/// Everything that was found in one article.
#[derive(Debug, Default)]
pub(crate) struct Findings {
    pub inspections: Vec<InspectionFinding>,
    pub ratings: Vec<RatingFinding>,
    pub recommendations: Vec<RecommendationFinding>,
    pub statements: Vec<StatementFinding>,
}

/// The record of an article.
pub(crate) fn findings_to_coverage(reading: &Reading<'_>, article: Article, findings: &Findings) -> Coverage {
    let mut coverage = Coverage::empty(with_frame(reading, article));
    coverage.inspections = findings.inspections.iter().map(|found| inspection(reading, found)).collect();
    place_ratings(reading, findings, &mut coverage);
    place_recommendations(reading, findings, &mut coverage.inspections);
    coverage.statements =
        (1..).zip(&findings.statements).map(|(number, found)| statement(reading, number, found)).collect();
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
        due: found.due.clone().map(|tokens| noted(reading, tokens, "inspection.due")),
        ratings: Vec::new(),
        recommendations: Vec::new(),
        evidence: own_words(reading, found),
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
    for found in &findings.ratings {
        let place =
            findings.inspections.iter().position(|inspection| inspection.blocks.contains(&found.block));
        match place.zip(rating(reading, number + 1, found)) {
            Some((place, rating)) => {
                number += 1;
                coverage.inspections[place].ratings.push(rating);
            }
            None => coverage.diagnostics.push(unplaced(reading, found)),
        }
    }
}

fn rating(reading: &Reading<'_>, number: usize, found: &RatingFinding) -> Option<Rating> {
    let row = &reading.lexicon.scales()[usize::from(found.scale)];
    let grade = row.scale().ok()?.grade(&row.grades[usize::from(found.grade)].label)?;
    let scope = match &found.scope {
        RatingScope::Overall => Scope::Overall,
        RatingScope::Area(name) => Scope::Area { area: Some(name.clone()), count: None },
        RatingScope::Count(count) => Scope::Area { area: None, count: Some(*count) },
    };
    let evidence = evidence(reading, found.evidence.clone(), found.rule(reading.lexicon));
    Some(Rating::new(format!("r{number}"), grade, scope, found.time, evidence))
}

/// A grade that no inspection of the article gave.
fn unplaced(reading: &Reading<'_>, found: &RatingFinding) -> Diagnostic {
    Diagnostic {
        kind: DiagnosticKind::Grade,
        message: "A grade stands where no inspected body is known; it was left out.".to_owned(),
        evidence: Some(evidence(reading, found.evidence.clone(), found.rule(reading.lexicon))),
    }
}

/// Gives each ask to the inspection in whose blocks it stands; numbers them through the article.
fn place_recommendations(reading: &Reading<'_>, findings: &Findings, inspections: &mut [Inspection]) {
    let mut number = 0;
    for found in &findings.recommendations {
        let block = reading.tokens.sentences[reading.sentence_of(found.tokens.start)].block;
        let place = findings.inspections.iter().position(|inspection| inspection.blocks.contains(&block));
        if let Some(place) = place {
            number += 1;
            inspections[place].recommendations.push(recommendation(reading, number, found));
        }
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
        addressee: words(&found.addressee),
        implied: found.implied,
        evidence: evidence(reading, found.tokens.clone(), rule),
    }
}

fn statement(reading: &Reading<'_>, number: usize, found: &StatementFinding) -> Statement {
    let at = |range: &Range<usize>| evidence(reading, range.clone(), found.rule);
    let segments: Vec<Segment> = found.segments.iter().map(|range| at(range).into()).collect();
    Statement {
        id: format!("s{number}"),
        kind: found.kind,
        speaker: Speaker {
            name: found.speaker.name.clone(),
            role: found.speaker.role.clone(),
            organisation: found.speaker.organisation.clone(),
            implied: found.speaker.tokens.is_none(),
            evidence: found.speaker.tokens.as_ref().map(at),
        },
        cue: Some(at(&found.cue).into()),
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

fn noted(reading: &Reading<'_>, tokens: Range<usize>, rule: &str) -> Noted {
    let evidence = evidence(reading, tokens, rule);
    Noted { text: evidence.text().to_owned(), evidence }
}

fn evidence(reading: &Reading<'_>, tokens: Range<usize>, rule: &str) -> Evidence {
    let span = reading.tokens.span(tokens);
    reading.source.evidence(span, rule).unwrap_or_else(|| unreachable!("tokens lie in their source"))
}
