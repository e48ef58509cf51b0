//! Press coverage of public-service inspections as one SQLite database.
//!
//! The tables are those of [`onrecord_tables`], strict, with their keys and references. On top of them stand
//!
//! | name | what it is |
//! |---|---|
//! | `statements_fts`, `recommendations_fts` | full-text indexes (FTS5): `WHERE statements_fts MATCH 'medicine'` |
//! | `latest_grades` | the latest grade of each body as a whole and of each named area |
//! | `who_said_most` | speakers, the one with the most statements first |
//! | `open_asks` | what was asked of bodies that no later inspection is known of |
//! | `statement_inspections` | a row for each statement and inspection that it speaks of |
//!
//! `statements` and `recommendations` have one column more than in the other formats, `number`: the full-text indexes
//! refer to it. Triggers keep them up to date where rows are changed by hand.
//!
//! The same coverages in the same order give the same bytes, as long as it is the same release of SQLite.
//!
//! ```
//! use onrecord_model::{Article, Coverage};
//! use onrecord_sqlite::Database;
//!
//! # let folder = tempfile::tempdir()?;
//! let path = folder.path().join("onrecord.db");
//! let mut database = Database::create(&path)?;
//! database.write(&Coverage::empty(Article::new("a1", "a1.txt", "53a0")))?;
//! database.finish()?;
//! # let connection = rusqlite::Connection::open(&path)?;
//! # let count: i64 = connection.query_row("SELECT count(*) FROM articles", (), |row| row.get(0))?;
//! # assert_eq!(count, 1);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod bound;
mod database;
mod error;
mod schema;
#[cfg(test)]
mod tests;

pub use database::Database;
pub use error::SqliteError;
