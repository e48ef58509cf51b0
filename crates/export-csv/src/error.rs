use std::io;

/// Why a table could not be written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CsvError {
    /// A row could not be written.
    #[error("a row of {table} could not be written: {source}")]
    Row {
        /// The table's file name.
        table: &'static str,
        /// What went wrong.
        source: csv::Error,
    },
    /// The start or the last rows of a table could not be written.
    #[error("{table} could not be written: {source}")]
    Write {
        /// The table's file name.
        table: &'static str,
        /// What went wrong.
        source: io::Error,
    },
}
