use serde::Deserialize;

/// A sort of line that belongs to the page and not to the article.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Furniture {
    /// Id, such as `related-link`.
    pub id: String,
    /// What such a line is.
    pub kind: FurnitureKind,
    /// Words such a line starts with, in any case.
    #[serde(default)]
    pub starts: Vec<String>,
    /// Words that stand anywhere in such a line, in any case.
    #[serde(default)]
    pub contains: Vec<String>,
    /// Such lines whole, in any case and without a final stop.
    #[serde(default)]
    pub is: Vec<String>,
    /// Whether everything after such a line is furniture too (readers' comments).
    #[serde(default)]
    pub to_the_end: bool,
}

/// What a line of furniture is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FurnitureKind {
    /// Words under a picture, or its credit.
    Caption,
    /// Who wrote the article, and when.
    Byline,
    /// Everything else around an article.
    Furniture,
}
