//! What a page calls the things of a record.

use onrecord_model::{DiagnosticKind, RecommendationKind, Speaker, StatementKind, Time};

use crate::escape::escape;

/// A text in Markdown; `None` where there is none or it is blank.
pub(crate) fn given(text: Option<&str>) -> Option<String> {
    text.map(escape).filter(|text| !text.is_empty())
}

/// A text made bold; nothing where it is blank, as stars around nothing are stars.
pub(crate) fn strong(text: &str) -> String {
    given(Some(text)).map(|text| format!("**{text}**")).unwrap_or_default()
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
    if let Some(post) = given(speaker.post().as_deref()) {
        line.push_str(", ");
        line.push_str(&post);
    }
    line
}
