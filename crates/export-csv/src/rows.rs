//! The rows that one coverage gives to each table.

use onrecord_model::{Article, Coverage, Evidence, Inspection, Rating, Recommendation, Statement};

use crate::row::{ArticleRow, InspectionRow, RatingRow, RecommendationRow, StatementRow};

/// Between the ids in one cell.
const JOINT: &str = ";";

pub(crate) fn article(coverage: &Coverage) -> ArticleRow<'_> {
    let Article { id, path, sha256, title, publisher, published, url, byline } = &coverage.article;
    ArticleRow {
        article_id: id.into(),
        path: path.into(),
        sha256: sha256.into(),
        title: title.into(),
        publisher: publisher.into(),
        published: published.into(),
        url: url.into(),
        byline: byline.into(),
        inspections: coverage.inspections.len(),
        statements: coverage.statements.len(),
        diagnostics: coverage.diagnostics.len(),
    }
}

pub(crate) fn inspection<'a>(article: &'a Article, inspection: &'a Inspection) -> InspectionRow<'a> {
    let inspectorate = inspection.inspectorate.as_ref();
    let body = inspection.body.as_ref();
    let commissioner = inspection.commissioned_by.as_ref();
    let due = inspection.due.as_ref();
    let by_whom = Place::of(inspectorate.map(|it| &it.evidence));
    let of_whom = Place::of(body.map(|it| &it.evidence));
    let for_whom = Place::of(commissioner.and_then(|it| it.evidence.as_ref()));
    let by_when = Place::of(due.map(|it| &it.evidence));
    let evidence = Place::of(inspection.evidence.first());
    InspectionRow {
        article_id: (&article.id).into(),
        inspection_id: (&inspection.id).into(),
        inspectorate: inspectorate.map(|it| it.name.as_str()).into(),
        abbreviation: inspectorate.and_then(|it| it.abbreviation.as_deref()).into(),
        inspectorate_start: by_whom.start,
        inspectorate_end: by_whom.end,
        inspectorate_line: by_whom.line,
        body: body.map(|it| it.name.as_str()).into(),
        body_start: of_whom.start,
        body_end: of_whom.end,
        body_line: of_whom.line,
        topic: (&inspection.topic).into(),
        programme: (&inspection.programme).into(),
        status: inspection.status.name().into(),
        regime: (&inspection.regime).into(),
        commissioned_by: commissioner.and_then(|it| it.name.as_deref()).into(),
        commissioned_by_role: commissioner.and_then(|it| it.role.as_deref()).into(),
        commissioned_by_organisation: commissioner.and_then(|it| it.organisation.as_deref()).into(),
        commissioned_by_start: for_whom.start,
        commissioned_by_end: for_whom.end,
        commissioned_by_line: for_whom.line,
        due: due.map(|it| it.text.as_str()).into(),
        due_start: by_when.start,
        due_end: by_when.end,
        due_line: by_when.line,
        evidence_start: evidence.start,
        evidence_end: evidence.end,
        evidence_line: evidence.line,
        evidence_text: evidence.text.into(),
        rule: evidence.rule.into(),
    }
}

pub(crate) fn rating<'a>(
    article: &'a Article,
    inspection: &'a Inspection,
    rating: &'a Rating,
) -> RatingRow<'a> {
    let evidence = Place::of(Some(&rating.evidence));
    RatingRow {
        article_id: (&article.id).into(),
        inspection_id: (&inspection.id).into(),
        rating_id: (&rating.id).into(),
        grade: rating.grade.label().into(),
        scale: rating.grade.scale().into(),
        position: rating.grade.position(),
        of: rating.grade.of(),
        scope: rating.scope.name().into(),
        area: rating.scope.area().into(),
        count: rating.scope.count(),
        time: rating.time.name().into(),
        evidence_start: evidence.start,
        evidence_end: evidence.end,
        evidence_line: evidence.line,
        evidence_text: evidence.text.into(),
        rule: evidence.rule.into(),
    }
}

pub(crate) fn recommendation<'a>(
    article: &'a Article,
    inspection: &'a Inspection,
    recommendation: &'a Recommendation,
) -> RecommendationRow<'a> {
    let evidence = Place::of(Some(&recommendation.evidence));
    RecommendationRow {
        article_id: (&article.id).into(),
        inspection_id: (&inspection.id).into(),
        recommendation_id: (&recommendation.id).into(),
        kind: recommendation.kind.name().into(),
        text: (&recommendation.text).into(),
        purpose: (&recommendation.purpose).into(),
        deadline: (&recommendation.deadline).into(),
        addressee: (&recommendation.addressee).into(),
        implied: recommendation.implied,
        evidence_start: evidence.start,
        evidence_end: evidence.end,
        evidence_line: evidence.line,
        evidence_text: evidence.text.into(),
        rule: evidence.rule.into(),
    }
}

pub(crate) fn statement<'a>(coverage: &'a Coverage, statement: &'a Statement) -> StatementRow<'a> {
    let speaker = &statement.speaker;
    let evidence = Place::of(speaker.evidence.as_ref());
    StatementRow {
        article_id: (&coverage.article.id).into(),
        inspection_id: inspections_of(coverage, statement).join(JOINT).into(),
        statement_id: (&statement.id).into(),
        kind: statement.kind.name().into(),
        speaker: (&speaker.name).into(),
        role: (&speaker.role).into(),
        organisation: (&speaker.organisation).into(),
        implied: speaker.implied,
        cue: statement.cue.as_ref().map(|cue| cue.text.as_str()).into(),
        text: (&statement.text).into(),
        start: statement.segments.iter().map(|segment| segment.start).min(),
        end: statement.segments.iter().map(|segment| segment.end).max(),
        line: statement.segments.iter().map(|segment| segment.line).min(),
        about: statement.about.join(JOINT).into(),
        evidence_start: evidence.start,
        evidence_end: evidence.end,
        evidence_line: evidence.line,
        evidence_text: evidence.text.into(),
        rule: evidence.rule.into(),
    }
}

/// The inspections that a statement speaks of, itself or through their ratings and recommendations.
fn inspections_of<'a>(coverage: &'a Coverage, statement: &Statement) -> Vec<&'a str> {
    let named = |id: &String| statement.about.contains(id);
    let concerns = |inspection: &&Inspection| {
        named(&inspection.id)
            || inspection.ratings.iter().any(|rating| named(&rating.id))
            || inspection.recommendations.iter().any(|recommendation| named(&recommendation.id))
    };
    coverage.inspections.iter().filter(concerns).map(|inspection| inspection.id.as_str()).collect()
}

/// The columns of a piece of evidence; all empty where there is none.
#[derive(Default)]
struct Place<'a> {
    start: Option<u32>,
    end: Option<u32>,
    line: Option<u32>,
    text: Option<&'a str>,
    rule: Option<&'a str>,
}

impl<'a> Place<'a> {
    fn of(evidence: Option<&'a Evidence>) -> Self {
        evidence.map_or_else(Self::default, |found| Self {
            start: Some(found.start()),
            end: Some(found.end()),
            line: Some(found.line()),
            text: Some(found.text()),
            rule: Some(found.rule()),
        })
    }
}
