//! What a page calls the things of a record, as plain text.

use onrecord_model::{
    Coverage, DiagnosticKind, Grade, Inspection, RecommendationKind, Scope, Source, Speaker, StatementKind,
    Status, Time,
};

use crate::fact::{Fact, Item};
use crate::text::first_words;

/// The text where there is one that is not blank.
pub(crate) fn given(text: Option<&str>) -> Option<&str> {
    text.filter(|text| !text.trim().is_empty())
}

/// The headline, or else the article's first words, or else its id.
pub(crate) fn title(coverage: &Coverage, source: &Source) -> String {
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
        Item::Due(due) => due.text.clone(),
        Item::Report(inspection) => headline(inspection),
        Item::Rating(rating) => format!("{}, {}", rating.grade.label(), scope(&rating.scope)),
        Item::Recommendation(asked) => asked.text.clone(),
        Item::Statement(said) => speaker(&said.speaker),
        Item::Diagnostic(odd) => odd.message.clone(),
    }
}

/// `2nd of 5`.
pub(crate) fn rank(grade: &Grade) -> String {
    format!("{} of {}", ordinal(grade.position()), grade.of())
}

/// `1st`, `2nd`, `11th`.
pub(crate) fn ordinal(n: u8) -> String {
    let ending = match (n % 100, n % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    format!("{n}{ending}")
}

/// The class of a grade's colour: `t0` for the best of its scale, `t4` for the worst.
pub(crate) fn tone(position: u8, of: u8) -> &'static str {
    let steps = u16::from(of.saturating_sub(1)).max(1);
    let step = (u16::from(position.saturating_sub(1)) * 8 / steps).div_ceil(2);
    ["t0", "t1", "t2", "t3", "t4"][usize::from(step.min(4))]
}

/// `HMICFRS has inspected Greater Manchester Police: child protection`.
pub(crate) fn headline(inspection: &Inspection) -> String {
    let who = who_whom(inspection);
    match given(inspection.topic.as_deref()) {
        Some(topic) => format!("{who}: {topic}"),
        None => who,
    }
}

fn who_whom(inspection: &Inspection) -> String {
    let body = inspection.body.as_ref().and_then(|body| given(Some(&body.name)));
    match (inspectorate(inspection), body) {
        (Some(by), Some(body)) => format!("{by} {} {body}", active(inspection.status)),
        (Some(by), None) => format!("{by} {} a body that is not named", active(inspection.status)),
        (None, Some(body)) => format!("{body} {}", passive(inspection.status)),
        (None, None) => format!("A body that is not named {}", passive(inspection.status)),
    }
}

/// Who inspects, by the usual abbreviation where there is one.
pub(crate) fn inspectorate(inspection: &Inspection) -> Option<&str> {
    let by = inspection.inspectorate.as_ref()?;
    given(by.abbreviation.as_deref()).or_else(|| given(Some(&by.name)))
}

fn active(status: Status) -> &'static str {
    match status {
        Status::Completed => "has inspected",
        Status::InProgress => "is inspecting",
        Status::Announced => "is to inspect",
    }
}

fn passive(status: Status) -> &'static str {
    match status {
        Status::Completed => "has been inspected",
        Status::InProgress => "is being inspected",
        Status::Announced => "is to be inspected",
    }
}

/// What a grade is for.
pub(crate) fn scope(scope: &Scope) -> String {
    match scope {
        Scope::Overall => "overall".to_owned(),
        Scope::Area { area: Some(area), .. } => area.clone(),
        Scope::Area { area: None, count: Some(1) } => "1 area, not named".to_owned(),
        Scope::Area { area: None, count: Some(n) } => format!("{n} areas, not named"),
        Scope::Area { area: None, count: None } => "an area that is not named".to_owned(),
    }
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

/// The role, and the organisation where the role does not name it.
pub(crate) fn post(speaker: &Speaker) -> Option<String> {
    let role = given(speaker.role.as_deref());
    let organisation = given(speaker.organisation.as_deref());
    let organisation = organisation.filter(|name| !role.unwrap_or_default().contains(name));
    let parts: Vec<&str> = role.into_iter().chain(organisation).collect();
    Some(parts.join(", ")).filter(|post| !post.is_empty())
}

/// `Ada Nwosu, Chief Constable`.
pub(crate) fn speaker(speaker: &Speaker) -> String {
    match post(speaker) {
        Some(post) => format!("{}, {post}", who(speaker)),
        None => who(speaker),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tones_go_from_the_best_to_the_worst_of_any_scale() {
        let tones = |of: u8| (1..=of).map(|position| tone(position, of)).collect::<Vec<_>>().join(" ");
        assert_eq!(tones(2), "t0 t4");
        assert_eq!(tones(3), "t0 t2 t4");
        assert_eq!(tones(4), "t0 t1 t3 t4");
        assert_eq!(tones(5), "t0 t1 t2 t3 t4");
        assert!(tones(255).ends_with("t4"));
    }

    #[test]
    fn ordinals_have_their_endings() {
        let written: Vec<String> = [1, 2, 3, 4, 11, 12, 13, 21, 112, 255].map(ordinal).into();
        assert_eq!(written, ["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "112th", "255th"]);
    }
}
