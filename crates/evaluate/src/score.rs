//! One article's record against its labels.

use onrecord_model::{Coverage, Inspection};
use serde_json::Value;

use crate::difference::Side;
use crate::names::same_name;
use crate::{Difference, FactKind, LabelledArticle, Scores};
use crate::{score_ratings, score_recommendations, score_statements};

/// What one article's record has right, and where it differs.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Scored {
    /// The counts.
    pub scores: Scores,
    /// Every miss and every extra, kind by kind.
    pub differences: Vec<Difference>,
}

/// Scores the record of a labelled article.
#[must_use]
pub fn score(article: &LabelledArticle, coverage: &Coverage) -> Scored {
    let mut scored = Scored::default();
    inspectorate(article, &coverage.inspections, &mut scored);
    body(article, &coverage.inspections, &mut scored);
    score_ratings::ratings(article, coverage, &mut scored);
    score_recommendations::recommendations(article, coverage, &mut scored);
    score_statements::statements(article, coverage, &mut scored);
    if let Ok(record) = serde_json::to_value(coverage) {
        count_grounded(&record, article.text.text().as_bytes(), &mut scored.scores);
    }
    scored
}

/// One for the article: the first body's inspectorate, among all that were found.
fn inspectorate(article: &LabelledArticle, inspections: &[Inspection], scored: &mut Scored) {
    let label = article.labels.inspectorate.as_ref();
    let found: Vec<_> =
        inspections.iter().filter_map(|inspection| inspection.inspectorate.as_ref()).collect();
    let right = label.is_some_and(|label| {
        found.iter().any(|one| {
            let short = label.abbreviation.as_ref().filter(|short| !short.is_empty());
            same_name(&label.name, &one.name) || (short.is_some() && short == one.abbreviation.as_ref())
        })
    });
    let label = label.map(|label| (label.name.as_str(), label.surface.as_str()));
    let found: Vec<_> = found.iter().map(|one| (one.name.as_str(), one.evidence.start())).collect();
    one_name(article, FactKind::Inspectorate, right, label, &found, scored);
}

/// One for the article: the first body, among all that were found.
fn body(article: &LabelledArticle, inspections: &[Inspection], scored: &mut Scored) {
    let label = article.labels.subject.as_ref();
    let found: Vec<_> = inspections.iter().filter_map(|inspection| inspection.body.as_ref()).collect();
    let right = label.is_some_and(|label| found.iter().any(|one| same_name(&label.name, &one.name)));
    let label = label.map(|label| (label.name.as_str(), label.surface.as_str()));
    let found: Vec<_> = found.iter().map(|one| (one.name.as_str(), one.evidence.start())).collect();
    one_name(article, FactKind::Body, right, label, &found, scored);
}

/// `label` is a name and its surface, `found` names and where they stand.
fn one_name(
    article: &LabelledArticle,
    kind: FactKind,
    right: bool,
    label: Option<(&str, &str)>,
    found: &[(&str, u32)],
    scored: &mut Scored,
) {
    scored.scores.set(kind, usize::from(right), usize::from(!found.is_empty()), usize::from(label.is_some()));
    if right {
        return;
    }
    let names = found.iter().map(|(name, _)| *name).collect::<Vec<_>>().join("; ");
    let first = found.first().map(|&(_, start)| start as usize);
    let labelled =
        label.and_then(|(_, surface)| article.text.occurrences(surface).first().map(|at| at.start));
    let (side, at, fact) = match (label, first) {
        (None, None) => return,
        (Some((name, _)), None) => (Side::Missed, labelled, name.to_owned()),
        (None, Some(_)) => (Side::Extra, first, names),
        (Some((name, _)), Some(_)) => (Side::Wrong, labelled, format!("{name}, found {names}")),
    };
    scored.differences.push(Difference::at(article, at, kind, side, fact));
}

/// Counts everything in a record that has offsets and a text, and what of it equals the file.
fn count_grounded(value: &Value, bytes: &[u8], scores: &mut Scores) {
    match value {
        Value::Object(fields) => {
            let number = |name: &str| usize::try_from(fields.get(name)?.as_u64()?).ok();
            if let (Some(start), Some(end), Some(Value::String(text))) =
                (number("start"), number("end"), fields.get("text"))
            {
                scores.evidence += 1;
                scores.grounded += usize::from(bytes.get(start..end) == Some(text.as_bytes()));
            }
            fields.values().for_each(|field| count_grounded(field, bytes, scores));
        }
        Value::Array(items) => items.iter().for_each(|item| count_grounded(item, bytes, scores)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
