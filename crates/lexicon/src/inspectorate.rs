use serde::Deserialize;

/// A body that inspects, regulates or audits a public service.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Inspectorate {
    /// Short id used in scales and records, such as `cqc`.
    pub id: String,
    /// The official name.
    pub name: String,
    /// The usual abbreviation; absent where there is none. Initials are read in capitals only, unless `names` has them
    /// in another spelling too.
    #[serde(default)]
    pub abbreviation: Option<String>,
    /// Spellings and earlier names that mean this inspectorate and no other.
    #[serde(default)]
    pub names: Vec<String>,
    /// Press names that mean it and no other, such as "the prisons watchdog", without article. Where one is
    /// also a noun of an inspectorate that the article names, it means that one.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Forms shared with another inspectorate, settled by what else the article names (HMIP).
    #[serde(default)]
    pub shared: Vec<String>,
    /// Common nouns that mean it once it is in play, such as `watchdog`, `regulator`.
    #[serde(default)]
    pub nouns: Vec<String>,
    /// Whether a mention alone does not put it in play. Some are in the news for much besides inspection
    /// (NHS England, the Environment Agency): they need one of their programmes or grades as well.
    #[serde(default)]
    pub incidental: bool,
    /// Ids of the kinds of body it inspects.
    #[serde(default)]
    pub inspects: Vec<String>,
    /// Programmes by the names the press gives them (PEEL).
    #[serde(default)]
    pub programmes: Vec<String>,
    /// Statuses that are never grades (special measures, Engage). Those with a capital need it in the text,
    /// where it tells them from a common word ("to engage").
    #[serde(default)]
    pub regimes: Vec<String>,
    /// What it calls its asks, in the singular ("area for improvement", "cause of concern").
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
