//! Press coverage of public-service inspections as five linked tables, for every format that has tables.
//!
//! A [`Table`] knows its [`Column`]s (name, type, whether it may be empty, what it holds), its key and what it
//! refers to, and gives the rows of a coverage. A column is one row of `columns.rs`: the CSV header, the
//! descriptor beside it, the SQLite and the Parquet schema follow from that.
//!
//! | table | a row for each | key | refers to |
//! |---|---|---|---|
//! | `articles` | article | `article_id` | |
//! | `inspections` | inspection in an article | `article_id`, `inspection_id` | `articles` |
//! | `ratings` | rating | `article_id`, `rating_id` | `inspections` |
//! | `recommendations` | recommendation | `article_id`, `recommendation_id` | `inspections` |
//! | `statements` | statement | `article_id`, `statement_id` | `articles` |
//!
//! The `inspection_id` of a statement holds none, one, or several ids joined by [`JOINT`].
//!
//! ```
//! use onrecord_model::{Article, Coverage};
//! use onrecord_tables::{Kind, Table, Value};
//!
//! let mut coverage = Coverage::empty(Article::new("a1", "seeds/a1.txt", "53a0"));
//! coverage.article.published_on = "2025-09-11".parse().ok();
//!
//! let row = Table::Articles.rows(&coverage).next().expect("one article");
//! let cell = |name: &str| {
//!     let index = Table::Articles.columns().iter().position(|column| *column == name)?;
//!     Some((Table::Articles.fields()[index].kind, row[index].to_string()))
//! };
//! assert_eq!(cell("article_id"), Some((Kind::Text, "a1".to_owned())));
//! assert_eq!(cell("published_on"), Some((Kind::Date, "2025-09-11".to_owned())));
//! assert_eq!(Table::Ratings.rows(&coverage).count(), 0);
//! ```

mod column;
mod columns;
mod links;
mod table;
#[cfg(test)]
mod tests;
mod value;

pub use column::{Column, ForeignKey, Kind};
pub use links::JOINT;
pub use onrecord_model::Day;
pub use table::Table;
pub use value::Value;
