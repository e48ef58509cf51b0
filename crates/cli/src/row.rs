use onrecord_model::{Coverage, Inspection, Rating, Time};

use crate::table::Align;

/// The columns of the table that an export prints.
pub const COLUMNS: [(&str, Align); 7] = [
    ("article", Align::Left),
    ("inspectorate", Align::Left),
    ("body", Align::Left),
    ("grades", Align::Left),
    ("recommendations", Align::Right),
    ("statements", Align::Right),
    ("diagnostics", Align::Right),
];

/// One article's row.
pub fn row(coverage: &Coverage) -> [String; COLUMNS.len()] {
    let inspections = &coverage.inspections;
    let recommendations: usize = inspections.iter().map(|inspection| inspection.recommendations.len()).sum();
    [
        coverage.article.id.clone(),
        each_once(inspections.iter().filter_map(inspectorate)),
        each_once(inspections.iter().filter_map(|inspection| Some(inspection.body.as_ref()?.name.as_str()))),
        grades(inspections.iter().flat_map(|inspection| &inspection.ratings)),
        recommendations.to_string(),
        coverage.statements.len().to_string(),
        coverage.diagnostics.len().to_string(),
    ]
}

fn inspectorate(inspection: &Inspection) -> Option<&str> {
    let inspectorate = inspection.inspectorate.as_ref()?;
    Some(inspectorate.abbreviation.as_ref().unwrap_or(&inspectorate.name))
}

fn each_once<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let mut once: Vec<&str> = Vec::new();
    for name in names {
        if !once.contains(&name) {
            once.push(name);
        }
    }
    or_dash(&once)
}

/// Current grades with the number of areas that have them, as `Good ×2, Adequate ×3`.
fn grades<'a>(ratings: impl Iterator<Item = &'a Rating>) -> String {
    let mut counts: Vec<(&str, u32)> = Vec::new();
    for rating in ratings.filter(|rating| rating.time == Time::Current) {
        let (label, count) = (rating.grade.label(), rating.scope.count().unwrap_or(1));
        match counts.iter_mut().find(|(known, _)| *known == label) {
            Some((_, total)) => *total = total.saturating_add(count),
            None => counts.push((label, count)),
        }
    }
    let words: Vec<String> = counts
        .into_iter()
        .map(|(label, count)| if count == 1 { label.to_owned() } else { format!("{label} ×{count}") })
        .collect();
    or_dash(&words)
}

/// A cell is never empty, so that the columns can be told apart in a pipe.
fn or_dash<S: AsRef<str>>(words: &[S]) -> String {
    if words.is_empty() {
        return "-".to_owned();
    }
    words.iter().map(AsRef::as_ref).collect::<Vec<&str>>().join(", ")
}

#[cfg(test)]
mod tests {
    use onrecord_model::Article;

    use super::*;

    #[test]
    fn a_row_counts_areas_and_leaves_out_earlier_grades() {
        let mut coverage = Coverage::sample();
        coverage.inspections.push(coverage.inspections[0].clone());
        let expected = ["sample", "HMICFRS", "Mid Thistle Police", "Good ×2, Adequate ×4", "2", "1", "1"];
        assert_eq!(row(&coverage), expected);
    }

    #[test]
    fn an_article_without_an_inspection_has_a_row() {
        assert_eq!(
            row(&Coverage::empty(Article::new("a", "a.txt", ""))),
            ["a", "-", "-", "-", "0", "0", "0"]
        );
    }
}
