use std::error::Error;
use std::fmt;
use std::str::FromStr;

use onrecord_model::Coverage;

use crate::PipelineError;
use crate::output::{Folder, OutputFile};
use crate::tables::{CsvTables, Tables};

/// The formats a record can be exported to. A new one is a crate of its own, a name here, and the arms
/// that the compiler asks for in this file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// The whole record, a file for each article.
    Yaml,
    /// The record as tables, the rows of all articles together.
    Csv,
    /// A page for people, a file for each article.
    Markdown,
}

/// Writes one article's file in a format.
pub(crate) type WritePage = fn(&Coverage, &mut OutputFile) -> Result<(), Box<dyn Error + Send + Sync>>;

/// Opens the tables of a format in its folder.
pub(crate) type OpenTables = fn(&Folder) -> Result<Box<dyn Tables>, PipelineError>;

/// How a format spreads over files.
pub(crate) enum Layout {
    /// One file for each article, named after its id.
    Pages { extension: &'static str, write: WritePage },
    /// A fixed set of files for all articles.
    Tables { open: OpenTables },
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 3] = [Self::Yaml, Self::Csv, Self::Markdown];

    /// Its name on the command line, and of its folder.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Yaml => "yaml",
            Self::Csv => "csv",
            Self::Markdown => "markdown",
        }
    }

    pub(crate) fn layout(self) -> Layout {
        match self {
            Self::Yaml => {
                Layout::Pages { extension: "yaml", write: |c, out| Ok(onrecord_yaml::write(c, out)?) }
            }
            Self::Csv => Layout::Tables { open: CsvTables::open },
            Self::Markdown => {
                Layout::Pages { extension: "md", write: |c, out| Ok(onrecord_markdown::write(c, out)?) }
            }
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Format {
    type Err = PipelineError;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|format| format.name() == name).ok_or_else(|| {
            PipelineError::UnknownFormat {
                name: name.to_owned(),
                known: Self::ALL.map(Self::name).join(", "),
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_format_is_known_by_its_name() {
        for format in Format::ALL {
            assert_eq!(format.name().parse::<Format>().unwrap(), format);
        }
        let error = "yml".parse::<Format>().unwrap_err().to_string();
        assert_eq!(error, "`yml` is no format; choose from yaml, csv, markdown");
    }
}
