//! One article in the table of the index.

use maud::{Markup, html};
use onrecord_model::{Article, Coverage, Grade, Inspectorate, Rating, Source, Time};

use crate::page_name::link;
use crate::words;

/// The row of an article.
pub(crate) fn row(coverage: &Coverage, source: &Source<'_>) -> Markup {
    let inspections = &coverage.inspections;
    let by = inspections.iter().filter_map(|each| each.inspectorate.as_ref());
    let by = distinct(by.filter_map(Inspectorate::short_name));
    let bodies = inspections.iter().filter_map(|each| each.body.as_ref());
    let bodies = distinct(bodies.filter_map(|body| words::given(Some(&body.name))));
    let asked: usize = inspections.iter().map(|each| each.recommendations.len()).sum();
    html! {
        tr {
            th scope="row" {
                a href=(link(&coverage.article.id)) { (words::title(coverage, source)) }
                " " small { (coverage.article.id) }
            }
            (published(&coverage.article))
            td .paper { (words::given(coverage.article.publisher.as_deref()).unwrap_or_default()) }
            td { (by.join(", ")) }
            td { (bodies.join(", ")) }
            (grades(coverage))
            td .sum { (asked) }
            td .sum { (coverage.statements.len()) }
            td .sum { (coverage.diagnostics.len()) }
        }
    }
}

/// The day where it is known, which decides the order, or else what the article says of it.
fn published(article: &Article) -> Markup {
    let words = words::given(article.published.as_deref()).unwrap_or_default();
    html! {
        @match article.published_on {
            Some(day) => td .day data-k=(day) { time datetime=(day) title=(words) { (words::day(day)) } },
            None => td .day data-k="" { (words) },
        }
    }
}

/// The grades of the inspections that the article reports, the worst of which decides the order.
fn grades(coverage: &Coverage) -> Markup {
    let ratings = coverage.inspections.iter().flat_map(|each| &each.ratings);
    let mut counted: Vec<(&Grade, u32)> = Vec::new();
    for Rating { grade, scope, .. } in ratings.filter(|rating| rating.time == Time::Current) {
        let count = scope.count().unwrap_or(1);
        match counted.iter_mut().find(|(other, _)| *other == grade) {
            Some((_, sum)) => *sum = sum.saturating_add(count),
            None => counted.push((grade, count)),
        }
    }
    counted.sort_by_key(|(grade, _)| badness(grade));
    let worst = counted.last().map(|(grade, _)| badness(grade).to_string()).unwrap_or_default();
    html! {
        td data-k=(worst) {
            @for (grade, count) in counted {
                span .grade .(words::tone(grade.position(), grade.of())) title=(meaning(grade, count)) {
                    @if count > 1 { (count) " × " } (words::grade(grade.label()))
                }
                " "
            }
        }
    }
}

/// `2nd of 4 grades, given 3 times`.
fn meaning(grade: &Grade, count: u32) -> String {
    let times = if count == 1 { "once".to_owned() } else { format!("{count} times") };
    format!("{} grades, given {times}", grade.rank())
}

/// 0 for the best grade of any scale, 100 for the worst.
fn badness(grade: &Grade) -> u16 {
    let steps = u16::from(grade.of().saturating_sub(1)).max(1);
    u16::from(grade.position() - 1) * 100 / steps
}

/// Each once, in their order.
fn distinct<'a>(names: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut distinct: Vec<&str> = Vec::new();
    for name in names {
        if !distinct.contains(&name) {
            distinct.push(name);
        }
    }
    distinct
}
