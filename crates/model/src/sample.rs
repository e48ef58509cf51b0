//! One of everything, for the tests of exporters.

use crate::*;

const TEXT: &str = "Police force praised\n\
    Mid Thistle Police was rated Good for responding to the public by HMICFRS, down from Outstanding in March.\n\
    The force must, by 1 May, answer calls within ten seconds so that victims are safe.\n\
    “We’re *sorry*,” Chief Constable Ada Nwosu said on Thursday. “We\nwill — truly — do better.”\n";

impl Coverage {
    /// The article that [`Coverage::sample`] was read from.
    #[must_use]
    pub fn sample_source() -> Source<'static> {
        Source::from_utf8(TEXT)
    }

    /// A small record in which every field of every noun is filled at least once. The strings hold what
    /// formats stumble over: quotation marks, a line break, a comma, a star, a leading `=`.
    #[must_use]
    pub fn sample() -> Self {
        let source = Self::sample_source();
        let body = Body {
            name: "Mid Thistle Police".to_owned(),
            evidence: at(&source, "Mid Thistle Police", "body.name"),
        };
        let inspection = Inspection {
            id: "hmicfrs/mid-thistle-police/responding".to_owned(),
            inspectorate: Some(Inspectorate {
                name: "His Majesty's Inspectorate of Constabulary and Fire & Rescue Services".to_owned(),
                abbreviation: Some("HMICFRS".to_owned()),
                evidence: at(&source, "HMICFRS", "inspectorate.name"),
            }),
            body: Some(body),
            topic: Some("responding".to_owned()),
            programme: Some("PEEL".to_owned()),
            status: Status::Completed,
            regime: Some("Engage".to_owned()),
            commissioned_by: Some(chief(&source)),
            date: Some(Noted {
                text: "in March".to_owned(),
                days: days("2025-03-01", "2025-03-31"),
                evidence: at(&source, "in March", "inspection.date"),
            }),
            due: Some(Noted {
                text: "1 May".to_owned(),
                days: days("2026-05-01", "2026-05-01"),
                evidence: at(&source, "1 May", "inspection.due"),
            }),
            ratings: ratings(&source),
            recommendations: vec![recommendation(&source)],
            evidence: vec![at(&source, "responding to the public", "inspection.topic")],
        };
        Self {
            article: Article {
                text: Some("text/sample.txt".to_owned()),
                title: Some("Police force praised".to_owned()),
                publisher: Some("=Mid Thistle Post".to_owned()),
                published: Some("1 May 2025".to_owned()),
                published_on: "2025-05-01".parse().ok(),
                url: Some("https://example.org/a,b".to_owned()),
                byline: Some("By A. Writer".to_owned()),
                ..Article::new("sample", "seeds/sample.txt", "0".repeat(64))
            },
            statements: vec![statement(&source, &inspection.id)],
            inspections: vec![inspection],
            diagnostics: vec![Diagnostic {
                kind: DiagnosticKind::Quotation,
                message: "quotation is interrupted".to_owned(),
                evidence: Some(at(&source, "“We\nwill — truly — do better.”", "quotation.interrupted")),
            }],
        }
    }
}

fn at(source: &Source<'_>, words: &str, rule: &'static str) -> Evidence {
    let start = source.text().find(words).expect("the sample's text holds its words");
    let span = Span::new(start as u32, (start + words.len()) as u32).expect("forward");
    source.evidence(span, rule).expect("inside the text")
}

fn days(from: &str, to: &str) -> Option<Days> {
    Days::new(from.parse().expect("a day"), to.parse().expect("a day")).ok()
}

fn ratings(source: &Source<'_>) -> Vec<Rating> {
    let scale = Scale::new("hmicfrs", false, ["Outstanding", "Good", "Adequate"]).expect("a scale");
    let rating = |id: &str, label: &str, scope, time, words: &str| {
        Rating::new(
            id,
            scale.grade(label).expect("on the scale"),
            scope,
            time,
            at(source, words, "rating.sample"),
        )
    };
    let area = Some("responding to the public".to_owned());
    vec![
        rating(
            "r1",
            "Good",
            Scope::Area { area, count: None },
            Time::Current,
            "rated Good for responding to the public",
        ),
        rating("r2", "Outstanding", Scope::Overall, Time::Previous, "down from Outstanding"),
        rating("r3", "Adequate", Scope::Area { area: None, count: Some(2) }, Time::Current, "rated Good"),
    ]
}

fn recommendation(source: &Source<'_>) -> Recommendation {
    Recommendation {
        id: "a1".to_owned(),
        kind: RecommendationKind::Requirement,
        text: "The force must, by 1 May, answer calls within ten seconds".to_owned(),
        purpose: Some("so that victims are safe".to_owned()),
        deadline: Some("by 1 May".to_owned()),
        deadline_days: days("2026-05-01", "2026-05-01"),
        addressee: Some("the force".to_owned()),
        implied: true,
        evidence: at(
            source,
            "The force must, by 1 May, answer calls within ten seconds",
            "recommendation.must",
        ),
    }
}

fn chief(source: &Source<'_>) -> Speaker {
    Speaker {
        name: Some("Ada Nwosu".to_owned()),
        role: Some("Chief Constable".to_owned()),
        organisation: Some("Mid Thistle Police".to_owned()),
        implied: false,
        evidence: Some(at(source, "Ada Nwosu", "speaker.before-cue")),
    }
}

fn statement(source: &Source<'_>, inspection: &str) -> Statement {
    let segments = ["“We’re *sorry*,”", "“We\nwill — truly — do better.”"];
    Statement {
        id: "s1".to_owned(),
        kind: StatementKind::Direct,
        speaker: chief(source),
        cue: Some(at(source, "said", "cue.verb").into()),
        date: Some(Noted {
            text: "on Thursday".to_owned(),
            days: days("2025-05-01", "2025-05-01"),
            evidence: at(source, "on Thursday", "statement.date"),
        }),
        segments: segments.iter().map(|words| at(source, words, "quotation").into()).collect(),
        text: "We’re *sorry*, We\nwill — truly — do better.".to_owned(),
        about: vec![inspection.to_owned(), "r1".to_owned(), "a1".to_owned()],
    }
}
