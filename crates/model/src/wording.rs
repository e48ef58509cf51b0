//! How facts read in plain words, the same on every page for people.

use std::fmt;

use crate::{Article, Days, Grade, Inspection, Inspectorate, Noted, Recommendation, Scope, Speaker, Status};

impl Article {
    /// The day of publication, or else the words for it; `None` where the text says neither.
    #[must_use]
    pub fn when_published(&self) -> Option<String> {
        let words = || self.published.as_deref().and_then(given).map(str::to_owned);
        self.published_on.map(|day| day.to_string()).or_else(words)
    }
}

impl Inspection {
    /// What the article reports, in one line: `HMICFRS has inspected Greater Manchester Police: child protection`.
    /// Who is not known is said not to be named.
    ///
    /// ```
    /// # use onrecord_model::Coverage;
    /// # #[cfg(feature = "sample")]
    /// assert_eq!(Coverage::sample().inspections[0].headline(), "HMICFRS has inspected Mid Thistle Police: responding");
    /// ```
    #[must_use]
    pub fn headline(&self) -> String {
        let who = self.who_whom();
        match self.topic.as_deref().and_then(given) {
            Some(topic) => format!("{who}: {topic}"),
            None => who,
        }
    }

    fn who_whom(&self) -> String {
        let by = self.inspectorate.as_ref().and_then(Inspectorate::short_name);
        let body = self.body.as_ref().and_then(|body| given(&body.name));
        match (by, body) {
            (Some(by), Some(body)) => format!("{by} {} {body}", self.status.active()),
            (Some(by), None) => format!("{by} {} a body that is not named", self.status.active()),
            (None, Some(body)) => format!("{body} {}", self.status.passive()),
            (None, None) => format!("A body that is not named {}", self.status.passive()),
        }
    }
}

impl Status {
    fn active(self) -> &'static str {
        match self {
            Self::Completed => "has inspected",
            Self::InProgress => "is inspecting",
            Self::Announced => "is to inspect",
        }
    }

    fn passive(self) -> &'static str {
        match self {
            Self::Completed => "has been inspected",
            Self::InProgress => "is being inspected",
            Self::Announced => "is to be inspected",
        }
    }
}

impl Inspectorate {
    /// The usual abbreviation, else the name; `None` where both are blank.
    #[must_use]
    pub fn short_name(&self) -> Option<&str> {
        self.abbreviation.as_deref().and_then(given).or_else(|| given(&self.name))
    }
}

impl Grade {
    /// Its place on its scale, such as `2nd of 5`.
    #[must_use]
    pub fn rank(&self) -> String {
        format!("{} of {}", ordinal(self.position()), self.of())
    }
}

/// What a grade is for: `overall`, the name of an area, `2 areas (not named)`.
impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Overall => f.write_str("overall"),
            Self::Area { area: Some(area), .. } => f.write_str(area),
            Self::Area { area: None, count: Some(1) } => f.write_str("1 area (not named)"),
            Self::Area { area: None, count: Some(count) } => write!(f, "{count} areas (not named)"),
            Self::Area { area: None, count: None } => f.write_str("an area that is not named"),
        }
    }
}

impl Speaker {
    /// The role, and the organisation where the role does not name it: `Chief Constable, Mid Thistle Police`.
    /// `None` where neither is known.
    #[must_use]
    pub fn post(&self) -> Option<String> {
        let role = self.role.as_deref().and_then(given);
        let organisation = self.organisation.as_deref().and_then(given);
        let organisation = organisation.filter(|name| !role.unwrap_or_default().contains(name));
        let parts: Vec<&str> = role.into_iter().chain(organisation).collect();
        (!parts.is_empty()).then(|| parts.join(", "))
    }
}

/// The words and the days that they name: `in March (2025-03-01 to 2025-03-31)`.
impl fmt::Display for Noted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&dated(&self.text, self.days))
    }
}

impl Recommendation {
    /// The deadline and the days that it names: `by 1 May (2026-05-01)`; `None` where the text gives none.
    #[must_use]
    pub fn dated_deadline(&self) -> Option<String> {
        let deadline = self.deadline.as_deref().and_then(given)?;
        Some(dated(deadline, self.deadline_days))
    }
}

fn dated(text: &str, days: Option<Days>) -> String {
    let text = text.trim();
    match days {
        Some(days) => format!("{text} ({days})"),
        None => text.to_owned(),
    }
}

/// `1st`, `2nd`, `11th`.
fn ordinal(n: u8) -> String {
    let ending = match (n % 100, n % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    format!("{n}{ending}")
}

/// Without the blanks around it; `None` where there is nothing else.
fn given(text: &str) -> Option<&str> {
    Some(text.trim()).filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Body, Source, Span};

    fn inspection(by: Option<&str>, body: Option<&str>, status: Status) -> Inspection {
        let evidence = Source::from_utf8("x").evidence(Span::new(0, 1).unwrap(), "test").unwrap();
        let by = by.map(|name| Inspectorate {
            name: name.to_owned(),
            abbreviation: Some(" ".to_owned()),
            evidence: evidence.clone(),
        });
        Inspection {
            id: "x".to_owned(),
            inspectorate: by,
            body: body.map(|name| Body { name: name.to_owned(), evidence }),
            topic: None,
            programme: None,
            status,
            regime: None,
            commissioned_by: None,
            date: None,
            due: None,
            ratings: Vec::new(),
            recommendations: Vec::new(),
            evidence: Vec::new(),
        }
    }

    #[test]
    fn who_is_not_named_is_said_not_to_be() {
        let headline = |by, body, status| inspection(by, body, status).headline();
        assert_eq!(
            headline(Some("Ofsted"), Some("A school"), Status::Completed),
            "Ofsted has inspected A school"
        );
        assert_eq!(
            headline(Some("Ofsted"), None, Status::InProgress),
            "Ofsted is inspecting a body that is not named"
        );
        assert_eq!(headline(None, Some("A school"), Status::InProgress), "A school is being inspected");
        assert_eq!(headline(None, None, Status::Announced), "A body that is not named is to be inspected");
    }

    #[test]
    fn a_topic_stands_behind_who_inspects_whom() {
        let mut inspection = inspection(Some("Ofsted"), Some("A school"), Status::Announced);
        inspection.topic = Some("reading".to_owned());
        assert_eq!(inspection.headline(), "Ofsted is to inspect A school: reading");
        inspection.topic = Some(" ".to_owned());
        assert_eq!(inspection.headline(), "Ofsted is to inspect A school");
    }

    #[test]
    fn ordinals_have_their_endings() {
        let written: Vec<String> = [1, 2, 3, 4, 11, 12, 13, 21, 112, 255].map(ordinal).into();
        assert_eq!(written, ["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "112th", "255th"]);
    }

    #[test]
    fn an_organisation_that_the_role_names_is_not_said_twice() {
        let post = |role: &str, organisation: &str| {
            let [role, organisation] = [role, organisation].map(|text| Some(text.to_owned()));
            Speaker { name: None, role, organisation, implied: false, evidence: None }.post()
        };
        assert_eq!(post("head", "Ashby School").as_deref(), Some("head, Ashby School"));
        assert_eq!(post("head of Ashby School", "Ashby School").as_deref(), Some("head of Ashby School"));
        assert_eq!(post(" ", "Ashby School").as_deref(), Some("Ashby School"));
        assert_eq!(post("", " "), None);
    }
}
