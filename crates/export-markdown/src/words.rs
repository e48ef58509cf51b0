//! What a page calls the things of a record.

use onrecord_model::{
    Days, DiagnosticKind, Inspection, Noted, Recommendation, RecommendationKind, Scope, Speaker,
    StatementKind, Status, Time,
};

use crate::escape::escape;

/// A text in Markdown; `None` where there is none or it is blank.
pub(crate) fn given(text: Option<&str>) -> Option<String> {
    text.map(escape).filter(|text| !text.is_empty())
}

/// A text made bold; nothing where it is blank, as stars around nothing are stars.
pub(crate) fn strong(text: &str) -> String {
    given(Some(text)).map(|text| format!("**{text}**")).unwrap_or_default()
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

/// `HMICFRS has inspected Greater Manchester Police: child protection`.
pub(crate) fn headline(inspection: &Inspection) -> String {
    let mut line = who_whom(inspection);
    if let Some(topic) = given(inspection.topic.as_deref()) {
        line.push_str(": ");
        line.push_str(&topic);
    }
    line
}

fn who_whom(inspection: &Inspection) -> String {
    let by = inspection.inspectorate.as_ref();
    let by = by.and_then(|it| given(it.abbreviation.as_deref()).or_else(|| given(Some(&it.name))));
    let body = inspection.body.as_ref().and_then(|body| given(Some(&body.name)));
    match (by, body) {
        (Some(by), Some(body)) => format!("{by} {} {body}", active(inspection.status)),
        (Some(by), None) => format!("{by} {} a body that is not named", active(inspection.status)),
        (None, Some(body)) => format!("{body} {}", passive(inspection.status)),
        (None, None) => format!("A body that is not named {}", passive(inspection.status)),
    }
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
        Scope::Overall => "Overall".to_owned(),
        Scope::Area { area: Some(area), .. } => escape(area),
        Scope::Area { area: None, count: Some(1) } => "1 area (not named)".to_owned(),
        Scope::Area { area: None, count: Some(n) } => format!("{n} areas (not named)"),
        Scope::Area { area: None, count: None } => "An area that is not named".to_owned(),
    }
}

pub(crate) fn time(time: Time) -> &'static str {
    match time {
        Time::Current => "now",
        Time::Previous => "before",
    }
}

/// The heading over the recommendations of one kind.
pub(crate) fn kinds(kind: RecommendationKind) -> &'static str {
    match kind {
        RecommendationKind::Recommendation => "Recommended",
        RecommendationKind::AreaForImprovement => "Areas for improvement",
        RecommendationKind::Requirement => "Required",
        RecommendationKind::Breach => "Rules said to be broken",
        RecommendationKind::Concern => "Concerns",
    }
}

/// One recommendation, where it is spoken of.
pub(crate) fn kind(kind: RecommendationKind) -> &'static str {
    match kind {
        RecommendationKind::Recommendation => "a recommendation",
        RecommendationKind::AreaForImprovement => "an area for improvement",
        RecommendationKind::Requirement => "a requirement",
        RecommendationKind::Breach => "a rule said to be broken",
        RecommendationKind::Concern => "a concern",
    }
}

/// How much of a statement is the speaker's own wording; nothing for a quotation.
pub(crate) fn wording(kind: StatementKind) -> &'static str {
    match kind {
        StatementKind::Direct => "",
        StatementKind::Mixed => ", partly in the article’s words",
        StatementKind::Indirect => ", in the article’s words",
    }
}

pub(crate) fn diagnostic(kind: DiagnosticKind) -> &'static str {
    match kind {
        DiagnosticKind::Encoding => "Encoding",
        DiagnosticKind::Empty => "No text",
        DiagnosticKind::Quotation => "Quotation",
        DiagnosticKind::Unattributed => "Nobody is said to have spoken",
        DiagnosticKind::Grade => "Grade",
        DiagnosticKind::Inspection => "Inspection",
    }
}

/// `**Ada Nwosu**, Chief Constable, Mid Thistle Police`; the organisation only where the role does not name it.
pub(crate) fn speaker(speaker: &Speaker) -> String {
    let name = strong(speaker.name.as_deref().unwrap_or_default());
    let mut line = match (speaker.implied, name.is_empty()) {
        (true, true) => "Nobody is named".to_owned(),
        (true, false) => format!("Nobody is named, it seems to be {name}"),
        (false, true) => "A speaker without a name".to_owned(),
        (false, false) => name,
    };
    let role = speaker.role.as_deref().unwrap_or_default();
    let organisation = speaker.organisation.as_deref().filter(|name| !role.contains(name));
    for part in [speaker.role.as_deref(), organisation] {
        if let Some(part) = given(part) {
            line.push_str(", ");
            line.push_str(&part);
        }
    }
    line
}
/// "in March (2025-03-01 to 2025-03-31)", or the words alone.
pub(crate) fn noted(noted: &Noted) -> String {
    when(&noted.text, noted.days)
}

/// By when something is asked for, with the days.
pub(crate) fn deadline(asked: &Recommendation) -> Option<String> {
    let text = asked.deadline.as_deref()?;
    let days = asked.deadline_days.map(|days| format!(" ({days})")).unwrap_or_default();
    Some(format!("{text}{days}"))
}

fn when(text: &str, days: Option<Days>) -> String {
    let days = days.map(|days| format!(" ({days})")).unwrap_or_default();
    format!("{}{days}", escape(text))
}
