//! From article files to records on disk.
//!
//! [`find`] walks files and folders for texts, web pages, JSON Lines and JSON arrays, [`Export::run`] reads and parses what it
//! finds in parallel, a bounded batch at a time, and hands each [`Coverage`](onrecord_model::Coverage) to every
//! [`Format`]. The order of everything that comes out is the order of the articles, whatever the number of
//! threads. A file is written whole or not at all; with [`Mode::Check`] nothing is written and each file that would change is
//! reported as a [`Difference`]; with [`Mode::Print`] each file is handed over in an [`Event::Printed`].
//!
//! The features `sqlite` and `parquet`, both off by default, add the [`Format`]s of these names: the one compiles
//! SQLite, which is C, and the other is a large crate.
//!
//! ```
//! use onrecord_lexicon::Lexicon;
//! use onrecord_parser::Parser;
//! use onrecord_pipeline::{Event, Export, Format, Mode, find};
//!
//! # let folder = tempfile::tempdir()?;
//! # let folder = folder.path();
//! std::fs::write(folder.join("one.txt"), "“We are sorry,” the force said.")?;
//! let export = Export::new(folder.join("out"), [Format::Yaml], Mode::Write);
//! let mut ids = Vec::new();
//! let summary = export.run(find([folder.join("one.txt")]), &Parser::new(Lexicon::standard()), &mut |event| match event {
//!     Event::Article(coverage) => ids.push(coverage.article.id.clone()),
//!     Event::Problem(problem) => eprintln!("{problem}"),
//!     Event::Difference(difference) => eprintln!("{}", difference.diff),
//!     Event::Printed(_) => {}
//! })?;
//! assert_eq!((summary.articles, summary.problems, ids), (1, 0, vec!["one".to_owned()]));
//! assert!(folder.join("out/yaml/one.yaml").is_file());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod batch;
mod claim;
#[cfg(feature = "sqlite")]
mod database;
mod difference;
mod document;
mod error;
mod export;
mod find;
mod format;
mod html_index;
mod id;
mod input;
mod json_array;
mod json_lines;
mod kind;
mod lines;
mod output;
mod own_output;
mod pages;
#[cfg(feature = "parquet")]
mod parquet;
mod standard_input;
mod tables;
mod texts;

pub use difference::Difference;
pub use document::Document;
pub use error::PipelineError;
pub use export::{Event, Export, Summary};
pub use find::{Articles, find};
pub use format::Format;
pub use input::Input;
pub use onrecord_csv::Table;
pub use onrecord_pages::Fields;
pub use output::{Mode, Printed};
