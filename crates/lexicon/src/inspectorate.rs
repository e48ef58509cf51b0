use serde::Deserialize;

/// A body that inspects, regulates or audits a public service.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Inspectorate {
    /// Short id used in scales and records, such as `cqc`.
    pub id: String,
    /// The official name.
    pub name: String,
    /// The usual abbreviation; absent where there is none.
    #[serde(default)]
    pub abbreviation: Option<String>,
    /// Spellings and earlier names that mean this inspectorate and no other.
    #[serde(default)]
    pub names: Vec<String>,
    /// Press names that mean it and no other, such as "the prisons watchdog", without article.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Forms shared with another inspectorate, settled by what else the article names (HMIP).
    #[serde(default)]
    pub shared: Vec<String>,
    /// Common nouns that mean it once it is in play, such as `watchdog`, `regulator`.
    #[serde(default)]
    pub nouns: Vec<String>,
    /// Ids of the kinds of body it inspects.
    #[serde(default)]
    pub inspects: Vec<String>,
    /// Programmes by the names the press gives them (PEEL).
    #[serde(default)]
    pub programmes: Vec<String>,
    /// Statuses that are never grades (special measures, Engage).
    #[serde(default)]
    pub regimes: Vec<String>,
    /// What it calls its asks ("areas for improvement", "causes of concern").
    #[serde(default)]
    pub asks: Vec<String>,
}

impl Inspectorate {
    /// The name it speaks under: its abbreviation, else its name.
    #[must_use]
    pub fn short_name(&self) -> &str {
        self.abbreviation.as_deref().unwrap_or(&self.name)
    }
}
