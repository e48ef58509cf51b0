//! Press coverage of public-service inspections as five linked Parquet tables.
//!
//! The tables are those of [`onrecord_tables`]: one file for each, `articles.parquet` to `statements.parquet`, read by
//! DuckDB, pandas, Polars, R's arrow and Spark. Text is UTF-8, numbers are 64 bits wide, days are dates; a column
//! that is never empty is required.
//!
//! The same coverages in the same order give the same bytes.
//!
//! ```
//! use onrecord_model::{Article, Coverage};
//! use onrecord_parquet::{Table, TableWriter};
//!
//! let mut articles = TableWriter::new(Table::Articles, Vec::new())?;
//! for id in ["a1", "a2"] {
//!     articles.write(&Coverage::empty(Article::new(id, "a.txt", "53a0")))?;
//! }
//! let file = articles.finish()?;
//! assert!(file.starts_with(b"PAR1") && file.ends_with(b"PAR1"));
//! # Ok::<(), onrecord_parquet::ParquetError>(())
//! ```

mod cells;
mod error;
mod schema;
#[cfg(test)]
mod tests;
mod writer;

pub use error::ParquetError;
pub use onrecord_tables::Table;
pub use schema::file_name;
pub use writer::TableWriter;
