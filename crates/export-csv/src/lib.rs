//! Press coverage of public-service inspections as five CSV tables.
//!
//! | table | a row for each | linked by |
//! |---|---|---|
//! | `articles.csv` | article | `article_id` |
//! | `inspections.csv` | inspection in an article | `article_id`, `inspection_id` |
//! | `ratings.csv` | rating | `article_id`, `inspection_id` |
//! | `recommendations.csv` | recommendation | `article_id`, `inspection_id` |
//! | `statements.csv` | statement | `article_id`, `inspection_id` (none, one, or several joined by `;`) |
//!
//! The ids of ratings, recommendations and statements are unique in their article only, and two articles may
//! report the same inspection: join on `article_id` as well. What each column holds is said by its
//! [`Column`](onrecord_tables::Column).
//!
//! The tables are UTF-8. Lines end in LF: every reader takes it, and nothing sticks to the last column in
//! tools that cut lines. There is no byte order mark, which many readers take for part of the first column's
//! name; Excel needs one to see that a file is UTF-8, so [`TableWriter::with_byte_order_mark`] writes it. What
//! is not known is an empty cell. A cell that a spreadsheet would run as a formula starts with an apostrophe:
//! see [`escape`] and [`unescape`].
//!
//! ```
//! use onrecord_csv::{Table, TableWriter};
//! use onrecord_model::{Article, Coverage};
//!
//! let mut articles = TableWriter::new(Table::Articles, Vec::new())?;
//! articles.write(&Coverage::empty(Article::new("a1", "seeds/a1.txt", "53a0")))?;
//! articles.write(&Coverage::empty(Article::new("a2", "seeds/a2.txt", "94e8")))?;
//! let csv = String::from_utf8(articles.finish()?).expect("is UTF-8");
//! assert_eq!(csv.lines().nth(2), Some("a2,seeds/a2.txt,94e8,,,,,,,,0,0,0"));
//! # Ok::<(), onrecord_csv::CsvError>(())
//! ```

use std::io;

use onrecord_model::Coverage;

mod cell;
mod error;
#[cfg(test)]
mod tests;
mod writer;

pub use cell::{escape, unescape};
pub use error::CsvError;
pub use onrecord_tables::Table;
pub use writer::TableWriter;

/// Writes one whole table: its header, then the rows of every coverage.
///
/// # Errors
/// [`CsvError`] where `out` cannot be written.
pub fn write(table: Table, coverages: &[Coverage], out: impl io::Write) -> Result<(), CsvError> {
    let mut writer = TableWriter::new(table, out)?;
    for coverage in coverages {
        writer.write(coverage)?;
    }
    writer.finish().map(drop)
}
