use crate::Day;

/// The article a record was read from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Article {
    /// The file's stem; unique in one export.
    pub id: String,
    /// Where the file was found, with `/` between folders.
    pub path: String,
    /// Where the text stands that evidence counts in, from the folder of the export (`text/<id>.txt`); `None`
    /// where that is the file itself, and set for a web page or a line of JSON.
    pub text: Option<String>,
    /// SHA-256 of the file's bytes, in lower-case hexadecimal digits.
    pub sha256: String,
    /// The headline; `None` where the text carries none.
    pub title: Option<String>,
    /// Who published the article; `None` where the text does not say.
    pub publisher: Option<String>,
    /// When it was published, as written; `None` where the text does not say.
    pub published: Option<String>,
    /// The day on which it was published; `None` where `published` names none in full.
    pub published_on: Option<Day>,
    /// Its address; `None` where the text does not carry one.
    pub url: Option<String>,
    /// Who wrote it; `None` where the text does not say.
    pub byline: Option<String>,
}

impl Article {
    /// An article of which only the file is known.
    #[must_use]
    pub fn new(id: impl Into<String>, path: impl Into<String>, sha256: impl Into<String>) -> Self {
        Self { id: id.into(), path: path.into(), sha256: sha256.into(), ..Self::default() }
    }
}
