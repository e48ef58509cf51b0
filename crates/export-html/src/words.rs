//! What a page calls the things of a record, as plain text.

use onrecord_model::{
    Coverage, Day, DiagnosticKind, RecommendationKind, Source, Speaker, StatementKind, Time,
};

use crate::fact::{Fact, Item};
use crate::text::first_words;

/// The text where there is one that is not blank.
pub(crate) fn given(text: Option<&str>) -> Option<&str> {
    text.filter(|text| !text.trim().is_empty())
}

/// The headline, or else the article's first words, or else its id.
pub(crate) fn title(coverage: &Coverage, source: &Source<'_>) -> String {
    let title = given(coverage.article.title.as_deref()).map(str::to_owned);
    title.or_else(|| first_words(source)).unwrap_or_else(|| coverage.article.id.clone())
}

/// A fact in one line, for who cannot see where it stands: `r1, grade: Good, 2 areas (not named)`.
pub(crate) fn name(fact: &Fact<'_>) -> String {
    format!("{}, {}: {}", fact.label, role(fact.item), gist(fact.item))
}

/// What a fact is.
pub(crate) fn role(item: Item<'_>) -> &'static str {
    match item {
        Item::Inspectorate(_) => "inspectorate",
        Item::Body(_) => "inspected",
        Item::Commissioner(_) => "commissioned by",
        Item::Date(_) => "took place",
        Item::Due(_) => "due",
        Item::Report(_) => "reported in",
        Item::Rating(rating) if rating.time == Time::Previous => "earlier grade",
        Item::Rating(_) => "grade",
        Item::Recommendation(asked) => kind(asked.kind),
        Item::Statement(said) => wording(said.kind),
        Item::Diagnostic(odd) => diagnostic(odd.kind),
    }
}

/// What a fact says, in short.
pub(crate) fn gist(item: Item<'_>) -> String {
    match item {
        Item::Inspectorate(by) => by.name.clone(),
        Item::Body(body) => body.name.clone(),
        Item::Commissioner(by) => speaker(by),
        Item::Date(when) | Item::Due(when) => when.to_string(),
        Item::Report(inspection) => inspection.headline(),
        Item::Rating(rating) => format!("{}, {}", rating.grade.label(), rating.scope),
        Item::Recommendation(asked) => asked.text.clone(),
        Item::Statement(said) => speaker(&said.speaker),
        Item::Diagnostic(odd) => odd.message.clone(),
    }
}

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// `2 Mar 2025`.
pub(crate) fn day(day: Day) -> String {
    let iso = day.to_string();
    let mut parts = iso.split('-').map(|part| part.trim_start_matches('0'));
    let (year, month, day) = (parts.next(), parts.next(), parts.next());
    let month = month.and_then(|month| MONTHS.get(month.parse::<usize>().ok()?.checked_sub(1)?));
    match (day, month, year) {
        (Some(day), Some(month), Some(year)) => format!("{day} {month} {year}"),
        _ => iso,
    }
}

/// A grade beside a number: some scales have numbers for grades.
pub(crate) fn grade(label: &str) -> String {
    if label.chars().all(|c| c.is_ascii_digit()) { format!("grade {label}") } else { label.to_owned() }
}

/// The class of a grade's colour: `t0` for the best of its scale, `t4` for the worst.
pub(crate) fn tone(position: u8, of: u8) -> &'static str {
    let steps = u16::from(of.saturating_sub(1)).max(1);
    let step = (u16::from(position.saturating_sub(1)) * 8 / steps).div_ceil(2);
    ["t0", "t1", "t2", "t3", "t4"][usize::from(step.min(4))]
}

/// One recommendation.
pub(crate) fn kind(kind: RecommendationKind) -> &'static str {
    match kind {
        RecommendationKind::Recommendation => "recommended",
        RecommendationKind::AreaForImprovement => "area for improvement",
        RecommendationKind::Requirement => "required",
        RecommendationKind::Breach => "rule said to be broken",
        RecommendationKind::Concern => "concern",
    }
}

/// How much of a statement is the speaker's own wording.
pub(crate) fn wording(kind: StatementKind) -> &'static str {
    match kind {
        StatementKind::Direct => "quotation",
        StatementKind::Mixed => "partly quoted",
        StatementKind::Indirect => "in the article’s words",
    }
}

pub(crate) fn diagnostic(kind: DiagnosticKind) -> &'static str {
    match kind {
        DiagnosticKind::Encoding => "encoding",
        DiagnosticKind::Empty => "no text",
        DiagnosticKind::Quotation => "quotation",
        DiagnosticKind::Unattributed => "no speaker",
        DiagnosticKind::Grade => "grade",
        DiagnosticKind::Inspection => "inspection",
    }
}

/// Who speaks: the name, or what stands for it.
pub(crate) fn who(speaker: &Speaker) -> String {
    match (speaker.implied, given(speaker.name.as_deref())) {
        (true, None) => "Nobody is named".to_owned(),
        (true, Some(name)) => format!("Nobody is named, it seems to be {name}"),
        (false, None) => "A speaker without a name".to_owned(),
        (false, Some(name)) => name.to_owned(),
    }
}

/// `Ada Nwosu, Chief Constable`.
pub(crate) fn speaker(speaker: &Speaker) -> String {
    match speaker.post() {
        Some(post) => format!("{}, {post}", who(speaker)),
        None => who(speaker),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_as_it_is_said() {
        for (iso, words) in
            [("2025-05-02", "2 May 2025"), ("2019-12-31", "31 Dec 2019"), ("0987-10-20", "20 Oct 987")]
        {
            assert_eq!(day(iso.parse().unwrap()), words);
        }
    }

    #[test]
    fn tones_go_from_the_best_to_the_worst_of_any_scale() {
        let tones = |of: u8| (1..=of).map(|position| tone(position, of)).collect::<Vec<_>>().join(" ");
        assert_eq!(tones(2), "t0 t4");
        assert_eq!(tones(3), "t0 t2 t4");
        assert_eq!(tones(4), "t0 t1 t3 t4");
        assert_eq!(tones(5), "t0 t1 t2 t3 t4");
        assert!(tones(255).ends_with("t4"));
    }
}
