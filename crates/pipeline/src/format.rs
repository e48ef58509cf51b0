use std::error::Error;
use std::fmt;
use std::str::FromStr;

use onrecord_csv::Table;
use onrecord_model::{Coverage, Scale};

use crate::PipelineError;
#[cfg(feature = "sqlite")]
use crate::database::SqliteFile;
use crate::html_index::HtmlIndex;
use crate::lines::Lines;
use crate::output::{Folder, OutputFile};
#[cfg(feature = "parquet")]
use crate::parquet::ParquetTables;
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
    /// The whole record, a line for each article.
    Jsonl,
    /// The article beside its record, a file for each article, and a list of all.
    Html,
    /// The record as one database, with full-text search and views.
    #[cfg(feature = "sqlite")]
    Sqlite,
    /// The record as tables for DuckDB, pandas and R.
    #[cfg(feature = "parquet")]
    Parquet,
}

/// How many formats are in this build.
const COUNT: usize = 5 + cfg!(feature = "sqlite") as usize + cfg!(feature = "parquet") as usize;

/// The name of an article's file in a format, from the article's id.
pub(crate) type NamePage = fn(&str) -> String;

/// Writes one article's file in a format, from its record and the bytes it was read from.
pub(crate) type WritePage = fn(&Coverage, &[u8], &mut OutputFile) -> Result<(), Box<dyn Error + Send + Sync>>;

/// Opens the tables of a format in its folder. The scales are those that grades may be on.
pub(crate) type OpenTables = fn(&Folder, &[Scale]) -> Result<Box<dyn Tables>, PipelineError>;

/// How a format spreads over files.
pub(crate) enum Layout {
    /// One file for each article, named after its id.
    Pages { name: NamePage, write: WritePage },
    /// A fixed set of files for all articles.
    Tables { open: OpenTables },
    /// Both.
    Site { name: NamePage, write: WritePage, open: OpenTables },
}

impl Format {
    /// Every format of this build.
    pub const ALL: [Self; COUNT] = [
        Self::Yaml,
        Self::Csv,
        Self::Markdown,
        Self::Jsonl,
        Self::Html,
        #[cfg(feature = "sqlite")]
        Self::Sqlite,
        #[cfg(feature = "parquet")]
        Self::Parquet,
    ];

    /// What is written where nobody says what. Not [`Format::Html`]: its pages hold the whole article, and to
    /// copy that is for its owner to allow.
    pub const DEFAULT: [Self; 3] = [Self::Yaml, Self::Csv, Self::Markdown];

    /// The names of formats that may be left out of a build, which are features of this crate. To parse one that
    /// was left out is an error that says how to get it.
    pub const OPTIONAL: [&str; 2] = ["sqlite", "parquet"];

    /// Its name on the command line, and of its folder.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Yaml => "yaml",
            Self::Csv => "csv",
            Self::Markdown => "markdown",
            Self::Jsonl => "jsonl",
            Self::Html => "html",
            #[cfg(feature = "sqlite")]
            Self::Sqlite => "sqlite",
            #[cfg(feature = "parquet")]
            Self::Parquet => "parquet",
        }
    }

    /// What it is, for people: a few words.
    #[must_use]
    pub fn description(self) -> &'static str {
        match self {
            Self::Yaml => "the whole record, a file for each article",
            Self::Csv => "linked tables, with datapackage.json for Frictionless tools",
            Self::Markdown => "a page for a person to read, a file for each article",
            Self::Jsonl => "the whole record, a line for each article, with its JSON Schema",
            Self::Html => "the article, its whole text, beside its record, and an index of all articles",
            #[cfg(feature = "sqlite")]
            Self::Sqlite => "one database for SQL and Datasette",
            #[cfg(feature = "parquet")]
            Self::Parquet => "tables for DuckDB, pandas and R",
        }
    }

    /// The tables it has a file for each of; none for a format that is something else.
    #[must_use]
    pub fn tables(self) -> &'static [Table] {
        match self {
            Self::Csv => &Table::ALL,
            #[cfg(feature = "parquet")]
            Self::Parquet => &Table::ALL,
            #[cfg(feature = "sqlite")]
            Self::Sqlite => &[],
            Self::Yaml | Self::Markdown | Self::Jsonl | Self::Html => &[],
        }
    }

    pub(crate) fn layout(self) -> Layout {
        match self {
            Self::Yaml => Layout::Pages {
                name: |id| format!("{id}.yaml"),
                write: |coverage, _, out| Ok(onrecord_yaml::write(coverage, out)?),
            },
            Self::Csv => Layout::Tables { open: |folder, _| CsvTables::open(folder) },
            Self::Markdown => Layout::Pages {
                name: |id| format!("{id}.md"),
                write: |coverage, _, out| Ok(onrecord_markdown::write(coverage, out)?),
            },
            Self::Jsonl => Layout::Tables { open: |folder, _| Lines::open(folder) },
            Self::Html => Layout::Site {
                name: onrecord_html::page_name,
                write: |coverage, bytes, out| {
                    Ok(onrecord_html::write(coverage, &onrecord_parser::source(bytes), out)?)
                },
                open: HtmlIndex::open,
            },
            #[cfg(feature = "sqlite")]
            Self::Sqlite => Layout::Tables { open: |folder, _| SqliteFile::open(folder) },
            #[cfg(feature = "parquet")]
            Self::Parquet => Layout::Tables { open: |folder, _| ParquetTables::open(folder) },
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
            let (name, known) = (name.to_owned(), Self::ALL.map(Self::name).join(", "));
            if Self::OPTIONAL.contains(&&*name) {
                PipelineError::NotBuilt { name, known }
            } else {
                PipelineError::UnknownFormat { name, known }
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
        assert!(error.starts_with("`yml` is no format; choose from yaml, csv, markdown, jsonl"), "{error}");
    }

    #[test]
    fn a_format_that_was_left_out_is_told_from_a_slip() {
        for name in Format::OPTIONAL {
            let built = Format::ALL.iter().any(|format| format.name() == name);
            match name.parse::<Format>() {
                Ok(format) => assert!(built && format.name() == name),
                Err(error) => {
                    let error = error.to_string();
                    assert!(!built && error.contains(&format!("`--features {name}`")), "{error}");
                }
            }
        }
    }
}
