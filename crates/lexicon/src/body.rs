use serde::Deserialize;

/// A body known by name, such as a police force.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KnownBody {
    /// The canonical name; it is also the id.
    pub name: String,
    /// Id of its [`BodyKind`].
    pub kind: String,
    /// Other names and abbreviations that mean this body, with the capitals they need ("the Met" is a force,
    /// "met" a verb).
    #[serde(default)]
    pub aliases: Vec<String>,
}

/// A kind of inspected body and how its names are built.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BodyKind {
    /// Id, such as `school`.
    pub id: String,
    /// Words a proper name of this kind ends with, such as `Primary School`. Several kinds may share one
    /// (`College`): then it is the inspectorate that tells.
    #[serde(default)]
    pub suffixes: Vec<String>,
    /// Words a proper name of this kind begins with, such as `HMP`.
    #[serde(default)]
    pub prefixes: Vec<String>,
    /// Common nouns that stand for a body of this kind once it is named, such as `school`, `force`.
    #[serde(default)]
    pub nouns: Vec<String>,
}
