//! A record made of one text, for the tests that whatever an article holds stays text.

use crate::*;

impl Coverage {
    /// A record in which every string is the text, and the article it was read from, which is the text too.
    /// Numbers and days are the same whatever the text.
    #[must_use]
    pub fn sample_of(text: &str) -> (Self, Source<'_>) {
        let source = Source::from_utf8(text);
        let end = u32::try_from(source.text().len()).expect("a source holds less than 4 GiB");
        let found =
            source.evidence(Span::new(0, end).expect("forward"), text.to_owned()).expect("the whole text");
        let coverage = Self {
            article: article(text),
            inspections: ["", "2"].map(|ending| inspection(text, ending, &found)).into(),
            statements: vec![statement(text, &found)],
            diagnostics: vec![Diagnostic {
                kind: DiagnosticKind::Grade,
                message: text.to_owned(),
                evidence: Some(found),
            }],
        };
        (coverage, source)
    }
}

fn article(text: &str) -> Article {
    let fact = Some(text.to_owned());
    Article {
        title: fact.clone(),
        publisher: fact.clone(),
        published: fact.clone(),
        url: fact.clone(),
        byline: fact,
        ..Article::new(text, text, text)
    }
}

/// Ids are the text with an ending, as they have to differ.
fn inspection(text: &str, ending: &str, found: &Evidence) -> Inspection {
    let fact = Some(text.to_owned());
    let inspectorate =
        Inspectorate { name: text.to_owned(), abbreviation: fact.clone(), evidence: found.clone() };
    Inspection {
        id: format!("{text}{ending}"),
        inspectorate: Some(inspectorate),
        body: Some(Body { name: text.to_owned(), evidence: found.clone() }),
        topic: fact.clone(),
        programme: fact.clone(),
        status: Status::Announced,
        regime: fact,
        commissioned_by: Some(speaker(Some(text), None, found)),
        date: Some(noted(text, found)),
        due: Some(noted(text, found)),
        ratings: ratings(text, ending, found),
        recommendations: vec![recommendation(text, ending, found)],
        evidence: vec![found.clone()],
    }
}

fn ratings(text: &str, ending: &str, found: &Evidence) -> Vec<Rating> {
    let scale = Scale::new(text, true, [text, &format!("{text}.")]).expect("two labels");
    let area = Scope::Area { area: Some(text.to_owned()), count: None };
    let scopes = [("r", area), ("q", Scope::Overall)];
    let rating = |(id, scope)| {
        let grade = scale.grade(text).expect("on the scale");
        Rating::new(format!("{id}{text}{ending}"), grade, scope, Time::Current, found.clone())
    };
    scopes.map(rating).into()
}

fn recommendation(text: &str, ending: &str, found: &Evidence) -> Recommendation {
    let fact = Some(text.to_owned());
    Recommendation {
        id: format!("a{text}{ending}"),
        kind: RecommendationKind::Concern,
        text: text.to_owned(),
        purpose: fact.clone(),
        deadline: fact.clone(),
        deadline_days: days(),
        addressee: fact,
        implied: true,
        evidence: found.clone(),
    }
}

/// Two segments on one line, which make one paragraph, and one on the next.
fn statement(text: &str, found: &Evidence) -> Statement {
    let below = Segment { line: found.line() + 1, ..found.clone().into() };
    Statement {
        id: format!("s{text}"),
        kind: StatementKind::Mixed,
        speaker: speaker(None, Some(text), found),
        cue: Some(found.clone().into()),
        date: Some(noted(text, found)),
        segments: vec![found.clone().into(), found.clone().into(), below],
        text: text.to_owned(),
        about: vec![text.to_owned(), format!("r{text}"), format!("a{text}")],
    }
}

/// With a role or an organisation: a role that names the organisation speaks for both.
fn speaker(role: Option<&str>, organisation: Option<&str>, found: &Evidence) -> Speaker {
    Speaker {
        name: Some(found.text().to_owned()),
        role: role.map(str::to_owned),
        organisation: organisation.map(str::to_owned),
        implied: false,
        evidence: Some(found.clone()),
    }
}

fn noted(text: &str, found: &Evidence) -> Noted {
    Noted { text: text.to_owned(), days: days(), evidence: found.clone() }
}

fn days() -> Option<Days> {
    let day = Day::new(2025, 5, 1)?;
    Days::new(day, day).ok()
}
