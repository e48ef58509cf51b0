use std::fmt;
use std::path::PathBuf;

use serde::Serialize;

use crate::{FactKind, LabelledArticle};

/// How a record and the labels differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// Labelled and not found.
    Missed,
    /// Found and not labelled.
    Extra,
    /// Found in the right place with the wrong value: a miss and an extra in one.
    Wrong,
}

/// One fact in which a record and the labels differ.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// What it is about.
    #[serde(serialize_with = "by_name")]
    pub kind: FactKind,
    /// Who has it.
    pub side: Side,
    /// The article's file.
    pub path: PathBuf,
    /// The 1-based line of the fact; 1 where it has no place.
    pub line: u32,
    /// The fact, such as `Good area safe x- current`.
    pub fact: String,
    /// The sentence it stands in.
    pub sentence: String,
}

impl Difference {
    /// A difference at a byte of the article.
    pub(crate) fn at(
        article: &LabelledArticle,
        byte: Option<usize>,
        kind: FactKind,
        side: Side,
        fact: String,
    ) -> Self {
        let byte = byte.unwrap_or(0).min(article.text.text().len());
        Self {
            kind,
            side,
            path: article.path.clone(),
            line: article.text.line(byte),
            fact,
            sentence: article.text.sentence(byte).to_owned(),
        }
    }
}

/// `folder/one.txt:7: missed Good area safe current` and, below it, the sentence.
impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let side = match self.side {
            Side::Missed => "missed",
            Side::Extra => "extra",
            Side::Wrong => "wrong",
        };
        let place = format!("{}:{}", self.path.display(), self.line);
        write!(f, "{place}: {side} {}: {}\n    {}", self.kind.name(), self.fact, self.sentence)
    }
}

fn by_name<S: serde::Serializer>(kind: &FactKind, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(kind.name())
}
