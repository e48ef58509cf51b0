use crate::{Article, Diagnostic, Inspection, Statement};

/// What one article yields.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Coverage {
    /// The article.
    pub article: Article,
    /// The inspections it reports; empty where it reports none.
    pub inspections: Vec<Inspection>,
    /// The statements made in it, in the order of the text.
    pub statements: Vec<Statement>,
    /// What was seen and could not be placed.
    pub diagnostics: Vec<Diagnostic>,
}

impl Coverage {
    /// An article that reports nothing.
    #[must_use]
    pub fn empty(article: Article) -> Self {
        Self { article, inspections: Vec::new(), statements: Vec::new(), diagnostics: Vec::new() }
    }
}
