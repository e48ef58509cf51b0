//! Ratings: grade and time, and what the grade is for.

use onrecord_model::{Coverage, Rating, Scope};

use crate::difference::Side;
use crate::labels::ScopeLabel;
use crate::names::{same_area, same_grade};
use crate::pairing::pairs;
use crate::score::Scored;
use crate::{Difference, FactKind, LabelledArticle, RatingLabel};

/// The grades of every body in the article, against those of every inspection found.
pub(crate) fn ratings(article: &LabelledArticle, coverage: &Coverage, scored: &mut Scored) {
    let labels: Vec<&RatingLabel> = article.labels.all_ratings().collect();
    let found: Vec<&Rating> =
        coverage.inspections.iter().flat_map(|inspection| &inspection.ratings).collect();
    type Same = fn(&RatingLabel, &Rating) -> bool;
    for (kind, same) in
        [(FactKind::Rating, same_rating as Same), (FactKind::RatingLoose, same_grade_and_time)]
    {
        let score = |label: usize, one: usize| f64::from(u8::from(same(labels[label], found[one])));
        let paired = pairs(labels.len(), found.len(), 1.0, score);
        scored.scores.set(kind, paired.len(), found.len(), labels.len());
        let missed = (0..labels.len()).filter(|label| paired.iter().all(|(paired, _)| paired != label));
        scored.differences.extend(missed.map(|label| missed_rating(article, kind, labels[label])));
        let extra = (0..found.len()).filter(|one| paired.iter().all(|(_, paired)| paired != one));
        scored.differences.extend(extra.map(|one| extra_rating(article, kind, found[one])));
    }
}

fn same_grade_and_time(label: &RatingLabel, rating: &Rating) -> bool {
    same_grade(&label.grade, rating.grade.label()) && label.time == rating.time
}

fn same_rating(label: &RatingLabel, rating: &Rating) -> bool {
    let same_scope = match (label.scope, &rating.scope) {
        (ScopeLabel::Overall, Scope::Overall) => label.count.unwrap_or(0) == 0,
        (ScopeLabel::Area, Scope::Area { area, count }) => {
            label.count.unwrap_or(0) == count.unwrap_or(0)
                && same_area(label.area.as_deref(), area.as_deref())
        }
        _ => false,
    };
    same_scope && same_grade_and_time(label, rating)
}

fn missed_rating(article: &LabelledArticle, kind: FactKind, label: &RatingLabel) -> Difference {
    let at = article.text.occurrences(&label.surface).first().map(|place| place.start);
    let scope = match label.scope {
        ScopeLabel::Overall => "overall",
        ScopeLabel::Area => "area",
    };
    let fact = shown(&label.grade, scope, label.area.as_deref(), label.count, label.time.name());
    Difference::at(article, at, kind, Side::Missed, format!("{fact} | {}", label.surface))
}

fn extra_rating(article: &LabelledArticle, kind: FactKind, rating: &Rating) -> Difference {
    let at = Some(rating.evidence.start() as usize);
    let scope = &rating.scope;
    let fact = shown(rating.grade.label(), scope.name(), scope.area(), scope.count(), rating.time.name());
    let words = format!("{fact} | {} [{}]", rating.evidence.text(), rating.evidence.rule());
    Difference::at(article, at, kind, Side::Extra, words)
}

/// `Good area safe current`, `Good area ×3 previous`
fn shown(grade: &str, scope: &str, area: Option<&str>, count: Option<u32>, time: &str) -> String {
    let area = area.map(|area| format!(" {area}")).unwrap_or_default();
    let count = count.map(|count| format!(" ×{count}")).unwrap_or_default();
    format!("{grade} {scope}{area}{count} {time}")
}
